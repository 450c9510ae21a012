"""What "the attack", "the arrests" or "the deal" speaks of, and what speaks of nothing told before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from secondsource.extract.events.tellings import find_events
from secondsource.extract.reading import Reading
from secondsource.model import EventMention

# (text, the referring word, a participant that it takes over)
TAKEN_UP = [
    (
        "A bomb killed nine soldiers in Tame on Monday. Since the attack, nobody has left the town.",
        "attack",
        "nine soldiers",
    ),
    ("Gunmen ambushed a patrol near Gao. The incident was followed by a curfew.", "incident", "patrol"),
    ("Norway expelled two diplomats on Monday. Russia condemned the expulsions.", "expulsions", "Norway"),
    ("Police in Quito arrested six men. The arrests followed a search.", "arrests", "six men"),
    ("Peru freed ten sailors. Their release was welcomed by Chile.", "release", "ten sailors"),
    ("The presidents of Chad and Sudan spoke by phone. Port Sudan confirmed the call.", "call", "Chad"),
    ("Peru and Chile signed an agreement in Lima. The deal was welcomed by Brazil.", "deal", "Peru"),
]

# (text, a word that takes up nothing)
NOT_TAKEN_UP = [
    ("The incident was followed by a curfew.", "incident"),
    ("Russia condemned the expulsions.", "expulsions"),
    ("The deal was welcomed by Brazil.", "deal"),
    (
        "Peru and Chile signed an agreement in Lima. The agreement still needs the approval of both parliaments.",
        "agreement",
    ),
    ("A bomb killed nine soldiers in Tame. Analysts believe that the incident could delay the vote.", "incident"),
    ("A bomb killed nine soldiers in Tame. The group is behind most of the raids.", "raids"),
    ("Chile and Peru met in Arica. In the corridors, the talk was of Bolivia.", "talk"),
    ("Peru and Chile signed an agreement in Lima on Monday. The truce of 2011 collapsed.", "truce"),
    ("Norway expelled two diplomats. The arrests followed a search.", "arrests"),
    ("A bomb killed nine soldiers in Tame. Another attack was feared.", "attack"),
]


def _at(mentions: tuple[EventMention, ...], text: str, word: str) -> list[EventMention]:
    at = text.rfind(word)
    return [m for m in mentions if m.trigger.start == at]


@pytest.mark.parametrize(("text", "word", "who"), TAKEN_UP)
def test_a_reference_takes_over_who_took_part(
    reading_of: Callable[[str], Reading], text: str, word: str, who: str
) -> None:
    found = _at(find_events(reading_of(text)), text, word)
    assert [m.status for m in found] == ["occurred"]
    assert who in {p.name for p in found[0].participants}
    assert found[0].definite


@pytest.mark.parametrize(("text", "word"), NOT_TAKEN_UP)
def test_what_speaks_of_nothing_told_before(reading_of: Callable[[str], Reading], text: str, word: str) -> None:
    assert not [m for m in _at(find_events(reading_of(text)), text, word) if m.definite]


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("A bomb killed nine soldiers in Tame. The attack may delay the vote.", "attack", "occurred"),
        ("The attack on Tame delayed the vote.", "attack", "occurred"),
        ("The talks between Chad and Sudan were delayed.", "talks", "did_not_occur"),
        ("Chile and Peru met in Arica. Their talks, planned for an hour, lasted for two.", "talks", "occurred"),
    ],
)
def test_what_an_event_delays_is_not_the_event(
    reading_of: Callable[[str], Reading], text: str, word: str, status: str
) -> None:
    assert {m.status for m in _at(find_events(reading_of(text)), text, word)} <= {status}

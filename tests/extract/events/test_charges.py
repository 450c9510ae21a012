"""Charges are allegations: who is charged is the doer of what the charge says, and no accuser or victim is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from secondsource.model import EventMention, Findings

# (text, word that tells of the act, whose act it is, status)
CHARGED = [
    (
        "A grand jury indicted the five Chilean officers on charges they hacked into Peruvian ministries in May.",
        "hacked",
        "Chile",
        "alleged",
    ),
    (
        "Peru's Justice Ministry announced charges against five Chilean officers for hacking Peruvian ministries.",
        "hacking",
        "Chile",
        "alleged",
    ),
    ("Ghana charged two Togolese soldiers with attacking a customs post.", "attacking", "Togo", "alleged"),
    ("Five Chilean officers were indicted for bombing a Peruvian ship.", "bombing", "Chile", "alleged"),
    ("Prosecutors in Lima accused Chile of bombing a Peruvian ship.", "bombing", "Chile", "alleged"),
    ("Malian soldiers are alleged to have attacked a Nigerien village.", "attacked", "Mali", "alleged"),
    ("Togolese agents are believed to have breached the Ghanaian ministry's network.", "breached", "Togo", "alleged"),
    ("Chilean hackers targeted at least 21 Peruvian ministries.", "targeted", "Chile", "occurred"),
    # look-alikes: no charge is what is told of
    ("Peru, which dropped charges, attacked a Chilean ship.", "attacked", "Peru", "occurred"),
    ("Chadian soldiers in charge of the post attacked a Sudanese convoy.", "attacked", "Chad", "occurred"),
]


def _event(findings: Findings, text: str, word: str) -> EventMention:
    return next(e for e in findings.events if text[e.trigger.start : e.trigger.end] == word)


@pytest.mark.parametrize(("text", "word", "side", "status"), CHARGED)
def test_what_a_charge_says_is_the_act_of_whoever_is_charged(
    findings_of: Callable[..., Findings], text: str, word: str, side: str, status: str
) -> None:
    event = _event(findings_of(text), text, word)
    assert [p.side for p in event.participants if p.role == "actor"] == [side]
    assert event.status == status


@pytest.mark.parametrize(
    ("text", "word", "actors", "recipients"),
    [
        ("Juan Rojas was convicted of an assault on a child.", "convicted", [], ["Juan Rojas"]),
        ("Kenya attacked Somalia with rockets.", "attacked", ["Kenya"], ["Somalia"]),
        ("An attack on Somalia with rockets followed.", "attack", [], ["Somalia"]),
    ],
)
def test_instruments_and_crimes_take_no_part(
    findings_of: Callable[..., Findings], text: str, word: str, actors: list[str], recipients: list[str]
) -> None:
    event = _event(findings_of(text), text, word)
    assert [p.name for p in event.participants if p.role == "actor"] == actors
    assert [p.name for p in event.participants if p.role == "recipient"] == recipients

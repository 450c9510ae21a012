"""Bodies that every state has one of, under the words of the text and of the state that is meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from secondsource.detect import detect
from secondsource.extract.reading import Reading
from secondsource.extract.sayings.attributions import find_attributions
from secondsource.model import Document

# (text, who holds what is said in its last sentence)
IN_OWN_WORDS = [
    ("The Malaysian coast guard said two men were lost.", "Malaysian coast guard"),
    ("The Portuguese foreign ministry said the road was shut.", "Portuguese foreign ministry"),
    ("Portugal's foreign ministry said the road was shut.", "Foreign Ministry of Portugal"),
    ("The ship of the Malaysian navy was late, the captain said.", "captain"),
]


@pytest.mark.parametrize(("text", "name"), IN_OWN_WORDS)
def test_in_own_words(reading_of: Callable[[str], Reading], text: str, name: str) -> None:
    assert [h.name for h in reading_of(text).attributions[-1].holders] == [name]


def _last(text: str, dateline: str | None) -> tuple[str, str | None]:
    found = find_attributions(detect(Document("d", "d.txt", text, dateline=dateline)))
    return found[-1].holders[0].name, found[-1].holders[0].side


# (text, dateline, name and side of the last holder)
AT_HOME = [
    (
        "LIMA - Peru lost two boats near Chile. The interior ministry said nobody was hurt.",
        "Lima",
        ("Interior Ministry of Peru", "Peru"),
    ),
    ("LIMA - Peru lost two boats near Chile. The army said nobody was hurt.", "Lima", ("Army of Peru", "Peru")),
    ("Peru lost two boats near Chile. The interior ministry said nobody was hurt.", None, ("interior ministry", None)),
    ("LIMA - Peru lost two boats. The port authority said nobody was hurt.", "Lima", ("port authority", None)),
]


@pytest.mark.parametrize(("text", "dateline", "holder"), AT_HOME)
def test_at_home(text: str, dateline: str | None, holder: tuple[str, str | None]) -> None:
    assert _last(text, dateline) == holder


# (text, who speaks in its last sentence: another office is another person)
OFFICES = [
    (
        "His press secretary, Rui Omar, said the list was wrong. The chief cabinet secretary said it was right.",
        "chief cabinet secretary",
    ),
    ("The foreign minister, Elena Diaz, said the list was wrong. The minister said it was old.", "Elena Diaz"),
    ("The foreign minister, Elena Diaz, said the list was wrong. The foreign minister said it was old.", "Elena Diaz"),
]


@pytest.mark.parametrize(("text", "name"), OFFICES)
def test_offices(text: str, name: str) -> None:
    assert _last(text, None)[0] == name


def test_reports_keep_their_doubt(reading_of: Callable[[str], Reading]) -> None:
    found = reading_of("There are unconfirmed reports that two men were lost.").attributions
    assert [(a.stance, a.holders[0].name, a.hedge) for a in found] == [("hedges", "unconfirmed reports", "unconfirmed")]


def test_a_ministry_in_its_own_release_is_the_publisher() -> None:
    text = "ALGIERS - Algeria lost two boats. The Ministry of Foreign Affairs regrets that nobody helped Algeria."
    document = Document("d", "d.txt", text, outlet="Algerian Ministry of Foreign Affairs", dateline="Algiers")
    holders = {h.name for a in find_attributions(detect(document)) for h in a.holders}
    assert holders == {"Algerian Ministry of Foreign Affairs"}

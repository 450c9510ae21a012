"""A short name stands for a full one only where the pile knows just one bearer."""

from __future__ import annotations

import pytest

from secondsource.link.actors import find_actors, read_alike, with_actors
from secondsource.model import Holder, Name, Participant

from .builders import BRAZIL, COSTA, make_findings, meeting, party, person, says, tells


@pytest.mark.parametrize(
    ("names", "short", "full"),
    [
        ([person("Elena Costa", "Brazil")], "Costa", "Elena Costa"),
        ([person("Elena Costa", "Brazil"), person("Elena Costa", "Brazil")], "Costa", "Elena Costa"),
        ([person("Wang Yi", "China")], "Wang", "Wang Yi"),
        ([person("Wang Yi", "China"), person("Wang Wentao", "China")], "Wang", None),
        ([person("Elena Costa", "Brazil"), person("Rui Costa", "Portugal")], "Costa", None),
        ([person("Costa", "Brazil")], "Costa", None),
        ([Name(person("x").span, "body", "Costa Group")], "Costa", None),
        ([], "Costa", None),
    ],
)
def test_bearers_of_a_short_name(names: list[Name], short: str, full: str | None) -> None:
    assert find_actors([make_findings(names=tuple(names))]).full.get(short) == full


def test_bearers_are_counted_over_the_whole_pile() -> None:
    one = make_findings(names=(person("Wang Yi", "China"),))
    other = make_findings(names=(person("Wang Wentao", "China"),), file="b.txt")
    assert find_actors([one]).full["Wang"] == "Wang Yi"
    assert "Wang" not in find_actors([one, other]).full


def test_a_person_has_the_side_that_most_mentions_give() -> None:
    told = (person("Elena Costa", "Brazil"), person("Elena Costa", "Brazil"), person("Elena Costa", "Portugal"))
    assert find_actors([make_findings(names=told)]).sides == {"Elena Costa": "Brazil"}


SHORT = make_findings(
    tells(meeting(party("Costa", "Brazil"), party("Turkey"))),
    says("All went well.", Holder("Costa", "person", "Brazil")),
    names=(person("Costa", "Brazil"),),
)
FULL = make_findings(names=(person("Elena Costa", "Brazil"),), file="b.txt")


def test_short_names_become_full_in_events_and_holders() -> None:
    found = with_actors(SHORT, find_actors([SHORT, FULL]))
    assert found.events[0].participants == (COSTA, party("Turkey"))
    assert found.assertions[1].holders[0] == Holder("Elena Costa", "person", "Brazil")
    assert read_alike(SHORT, [FULL]).events == found.events


@pytest.mark.parametrize(
    "namesakes",
    [
        (person("Elena Costa", "Portugal"),),
        (person("Elena Costa", "Brazil"), person("Rui Costa", "Brazil")),
    ],
    ids=["of another side", "two of one side"],
)
def test_a_namesake_is_not_the_same_person(namesakes: tuple[Name, ...]) -> None:
    other = make_findings(names=namesakes, file="b.txt")
    found = with_actors(SHORT, find_actors([SHORT, other]))
    assert found.events[0].participants[0].name == "Costa"
    assert found.assertions[1].holders[0].name == "Costa"


def test_countries_are_left_as_they_are() -> None:
    found = make_findings(tells(meeting()), names=(person("Brazil Nunes", "Portugal"),))
    assert BRAZIL in with_actors(found, find_actors([found])).events[0].participants


@pytest.mark.xfail(
    strict=True,
    raises=AssertionError,
    reason="actors._event asks this document's own persons only, not those that the pile knows",
)
def test_a_person_of_the_pile_is_known_where_the_recogniser_missed_them() -> None:
    missed = make_findings(tells(meeting(Participant("Elena Costa", None, "party"), party("Turkey"))))
    assert with_actors(missed, find_actors([missed, FULL])).events[0].participants[0] == COSTA

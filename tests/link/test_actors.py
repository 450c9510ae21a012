"""A short name stands for a full one only where the pile knows just one bearer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.link.actors import explain_actor, find_actors, open_roster, read_alike, with_actors
from secondsource.model import Holder, Name, Participant

from .builders import BRAZIL, COSTA, make_findings, meeting, party, person, says, tells


@pytest.mark.parametrize(
    ("names", "short", "full"),
    [
        ([person("Elena Costa", "Brazil")], "Costa", "Elena Costa"),
        ([person("Elena Costa", "Brazil"), person("Elena Costa", "Brazil")], "Costa", "Elena Costa"),
        ([person("Wang Yi", "China")], "Wang", "Wang Yi"),
        ([person("Wang Yi", "China"), person("Wang Wentao", "China")], "Wang", "Wang"),
        ([person("Elena Costa", "Brazil"), person("Rui Costa", "Portugal")], "Costa", "Costa"),
        ([person("Elena Costa", "Brazil")], "Elena", "Elena"),
        ([Name(person("x").span, "body", "Costa Group")], "Costa", "Costa"),
        ([], "Costa", "Costa"),
    ],
)
def test_bearers_of_a_short_name(names: list[Name], short: str, full: str) -> None:
    bearer = make_findings(names=tuple(names), file="a.txt")
    other = make_findings(names=(person(short),), file="b.txt")
    actor = find_actors([bearer, other]).of(other.document.id, person(short))
    assert actor is not None
    assert actor.name == full


def test_a_person_has_the_side_that_most_mentions_give() -> None:
    told = (person("Elena Costa", "Brazil"), person("Elena Costa", "Brazil"), person("Elena Costa", "Portugal"))
    assert [(a.name, a.side) for a in find_actors([make_findings(names=told)]).all] == [("Elena Costa", "Brazil")]


def test_every_mention_has_a_reason_in_words() -> None:
    actors = find_actors([SHORT, FULL])
    found = explain_actor("Costa", actors)
    assert [actor.name for actor in found] == ["Elena Costa"]
    assert any("Elena Costa is the only bearer of the name" in join.why for join in found[0].joins)
    assert all(join.why for join in found[0].joins)
    assert explain_actor("Nobody", actors) == ()


def test_another_spelling_is_asked_for_and_explained() -> None:
    one = make_findings(names=(person("Andriy Halushko", "Ukraine"),), file="a.txt")
    other = make_findings(names=(person("Andrii Halushko", "Ukraine"),), file="b.txt")
    (actor,) = explain_actor("Andrey Halushko", find_actors([one, other]))
    assert len(actor.joins) == 2
    assert any("another spelling" in join.why and "both of Ukraine" in join.why for join in actor.joins)


def test_roles_keep_their_time() -> None:
    names = (
        replace(person("Elena Costa", "Brazil"), role="then foreign minister"),
        replace(person("Elena Costa", "Brazil"), role="president (2019/2023)"),
    )
    (actor,) = find_actors([make_findings(names=names)]).all
    assert {(r.words, r.tense, r.years) for r in actor.roles} == {
        ("foreign minister", "then", None),
        ("president", "former", "2019/2023"),
    }


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
    assert read_alike(SHORT, open_roster([FULL])).events == found.events


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


def test_a_person_of_the_pile_is_known_where_the_recogniser_missed_them() -> None:
    missed = make_findings(tells(meeting(Participant("Elena Costa", None, "party"), party("Turkey"))))
    assert with_actors(missed, find_actors([missed, FULL])).events[0].participants[0] == COSTA
    spoke = make_findings(says("All went well.", Holder("Elena Costa", "person", None)))
    assert with_actors(spoke, find_actors([spoke, FULL])).assertions[0].holders[0] == Holder(
        "Elena Costa", "person", "Brazil"
    )


def test_a_publisher_of_the_pile_taken_for_a_person_is_an_outlet() -> None:
    leaks = make_findings(publisher="Atlas Leaks", file="c.txt")
    cites = make_findings(
        says("All went well.", Holder("Atlas Leaks", "person", None)), names=(person("Atlas Leaks", None),)
    )
    assert with_actors(cites, find_actors([cites, leaks])).assertions[0].holders[0].kind == "outlet"
    assert with_actors(cites, find_actors([cites])).assertions[0].holders[0].kind == "person"

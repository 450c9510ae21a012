"""The documented events nearest to one that nobody bears out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.link.events import group_events
from secondsource.link.likeness import slots_of_mention
from secondsource.link.nearest import nearest_documented, nearest_to
from secondsource.model import EventGroup, EventMention

from .builders import BRAZIL, JAPAN, KANDAHAR, PORTO, attack, day, make_findings, meeting, party, tells


def event(mention: EventMention, identity: str) -> EventGroup:
    (found,) = group_events([make_findings(tells(mention))])
    return replace(found, id=identity)


LISBON_TALKS = event(meeting(publicity="public"), "e1")
PORTO_TALKS = event(meeting(place=PORTO, when=day("2023-01-05")), "e2")
KENYA_TALKS = event(meeting(party("Kenya"), party("Peru"), place=KANDAHAR, when=day("2020-01-05")), "e3")
RAID = event(attack(), "e4")
PILE = [LISBON_TALKS, PORTO_TALKS, KENYA_TALKS, RAID]


def test_the_nearest_comes_first_and_says_how_it_differs() -> None:
    rumour = slots_of_mention(meeting(BRAZIL, JAPAN, publicity="secret", when=None))
    near = nearest_to(rumour, PILE)
    event_found, likeness = near[0]
    assert event_found.id == "e1"
    assert likeness.matches == ("place", "type")
    assert {(c.slot, c.claimed, c.documented) for c in likeness.conflicts} == {
        ("participants", "Brazil, Japan", "Brazil, Turkey"),
        ("publicity", "secret", "public"),
    }


@pytest.mark.parametrize("status", ["planned", "did_not_occur"])
def test_a_plan_and_what_was_called_off_stand_behind_what_took_place(status: str) -> None:
    slots = slots_of_mention(meeting())
    off = replace(LISBON_TALKS, id="e2", status=status)  # type: ignore[arg-type]
    assert [e.id for e, _ in nearest_to(slots, [off, LISBON_TALKS])] == [LISBON_TALKS.id, "e2"]


@pytest.mark.parametrize("status", ["alleged", "denied"])
def test_what_is_only_said_is_not_documented(status: str) -> None:
    slots = slots_of_mention(meeting())
    assert nearest_to(slots, [replace(LISBON_TALKS, status=status)]) == []  # type: ignore[arg-type]


def test_at_most_two_and_nothing_far_off() -> None:
    slots = slots_of_mention(meeting())
    assert len(nearest_to(slots, [replace(LISBON_TALKS, id=f"e{i}") for i in range(9)])) == 2
    assert nearest_to(slots, [RAID]) == []
    assert nearest_to(slots, []) == []


def test_order_of_events_is_of_no_account() -> None:
    slots = slots_of_mention(meeting(when=None))
    assert nearest_to(slots, PILE) == nearest_to(slots, PILE[::-1])


def test_an_event_is_not_its_own_neighbour() -> None:
    assert "e1" not in [e.id for e, _ in nearest_documented("e1", PILE)]

"""Which tellings are one happening and which, however alike, are two."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.link.events import event_status, group_events
from secondsource.model import EventMention, EventStatus, Findings

from .builders import (
    AYDIN,
    BRAZIL,
    COSTA,
    JAPAN,
    LISBON,
    PORTO,
    PORTUGAL,
    TURKEY_PARTY,
    actor,
    attack,
    day,
    make_findings,
    meeting,
    outlet,
    party,
    recipient,
    tells,
)


def pair(one: EventMention, other: EventMention) -> list[Findings]:
    """Two reports of the same days by two publishers, each telling one thing."""
    return [
        make_findings(tells(one), publisher="Daily Post"),
        make_findings(tells(other), publisher="Evening Star", file="b.txt"),
    ]


MARCH = day("2024-03-01 2024-03-31")
BORDER = attack(
    actor("Russian troops", "Russia"),
    recipient("Ukraine", "Ukraine"),
    words=frozenset({"shell", "village", "border", "farm", "barn"}),
)

SAME = {
    "same slots": (meeting(), meeting()),
    "countries, and the persons who spoke for them": (meeting(), meeting(COSTA, AYDIN)),
    "a country for a city": (meeting(), meeting(place=PORTUGAL)),
    "a month for a day": (meeting(), meeting(when=MARCH)),
    "no date, same town and persons, same days of news": (meeting(COSTA, AYDIN), meeting(COSTA, AYDIN, when=None)),
    "no place, same day": (meeting(), meeting(place=None)),
    "planned, then held": (meeting(status="planned", modes=("meet", "future")), meeting()),
    "a plan's AGREE and the meeting": (meeting(), meeting(label="Brazil and Turkey conferred")),
    "same attack in half the words": (BORDER, replace(BORDER, words=frozenset({"shell", "village", "night"}))),
    "forces for their country": (
        BORDER,
        replace(BORDER, participants=(actor("Russia", "Russia"), recipient("Ukraine", "Ukraine"))),
    ),
}
APART = {
    "same parties another month": (meeting(), meeting(when=day("2024-05-12"))),
    "same parties the next day": (meeting(), meeting(when=day("2024-03-13"))),
    "same place and day, other parties": (meeting(), meeting(JAPAN, party("Kenya"))),
    "same place and day, one party another": (meeting(), meeting(BRAZIL, JAPAN)),
    "same day, another city": (meeting(), meeting(place=PORTO)),
    "same sides, other persons": (
        meeting(party("Wang Yi", "China"), party("Pierre Duval", "France")),
        meeting(party("Wang Wentao", "China"), party("Luc Martin", "France")),
    ),
    "the second and the third round": (meeting(order=2), meeting(order=3)),
    "a meeting and an attack": (meeting(), attack(BRAZIL, TURKEY_PARTY, place=LISBON, when=day("2024-03-12"))),
    "two attacks a week apart in one town": (attack(), attack(when=day("2024-05-10"))),
    "two acts of one kind with other words": (
        replace(BORDER, when=None),
        replace(BORDER, when=None, words=frozenset({"bomb", "port", "crane", "grain"})),
    ),
    "who hit whom the other way": (
        BORDER,
        replace(BORDER, participants=(actor("Ukraine", "Ukraine"), recipient("Russia", "Russia"))),
    ),
    "a cancelled plan and another month's meeting": (
        meeting(status="did_not_occur"),
        meeting(when=day("2024-06-02")),
    ),
}


@pytest.mark.parametrize("tellings", SAME.values(), ids=SAME.keys())
def test_one_happening(tellings: tuple[EventMention, EventMention]) -> None:
    (event,) = group_events(pair(*tellings))
    assert event.mentions == ((0, 0), (1, 0))


@pytest.mark.parametrize("tellings", APART.values(), ids=APART.keys())
def test_two_happenings(tellings: tuple[EventMention, EventMention]) -> None:
    one, other = group_events(pair(*tellings))
    assert (one.mentions, other.mentions) == (((0, 0),), ((1, 0),))
    assert one.id != other.id


@pytest.mark.parametrize("tellings", [*SAME.values(), *APART.values()], ids=[*SAME.keys(), *APART.keys()])
def test_the_other_order_of_documents_gives_the_same_ids(tellings: tuple[EventMention, EventMention]) -> None:
    findings = pair(*tellings)
    assert {e.id for e in group_events(findings)} == {e.id for e in group_events(findings[::-1])}


def test_the_group_has_what_any_telling_gives() -> None:
    vague = meeting(place=PORTUGAL, when=MARCH)
    (event,) = group_events(pair(meeting(COSTA, AYDIN), vague))
    assert event.place == LISBON
    assert event.when == day("2024-03-12")
    assert set(event.participants) == {COSTA, AYDIN}
    assert set(event.places) == {LISBON, PORTUGAL}


def test_a_plan_that_was_held_takes_date_and_place_from_what_happened() -> None:
    plan = meeting(status="planned", place=LISBON, when=MARCH, modes=("meet", "future"))
    (event,) = group_events(pair(plan, meeting()))
    assert (event.status, event.when, event.modes) == ("occurred", day("2024-03-12"), ("meet",))


def test_two_sentences_of_one_report_side_by_side_tell_one_meeting() -> None:
    found = make_findings(tells(meeting(when=None)), tells(meeting(place=None, when=None)))
    assert len(group_events([found])) == 1


def test_nothing_in_common_but_who_joins_within_the_days_of_one_news_only() -> None:
    bare = tells(meeting(place=None, when=None))
    full = make_findings(tells(meeting()))
    weeks_later = make_findings(bare, publisher="Evening Star", published="2024-06-20", file="b.txt")
    undated = make_findings(bare, publisher="Evening Star", published=None, file="b.txt")
    assert len(group_events([full, weeks_later])) == 2
    assert len(group_events([full, undated])) == 2


def test_a_report_and_the_one_that_relays_it_tell_of_one_happening() -> None:
    told = attack(when=None, place=None, words=frozenset({"attack", "dawn", "smoke"}))
    again = attack(when=None, place=None, words=frozenset({"attack", "soldier", "night"}))
    first = make_findings(tells(told), publisher="Daily Post", published=None)
    strange = make_findings(tells(again), publisher=None, published=None, file="b.txt")
    assert len(group_events([first, strange])) == 2
    assert len(group_events([first, replace(strange, lead=outlet("Daily Post"))])) == 1


def test_no_events() -> None:
    assert group_events([]) == ()
    assert group_events([make_findings()]) == ()


@pytest.mark.parametrize(
    ("statuses", "together"),
    [
        (["occurred"], "occurred"),
        (["alleged", "occurred"], "occurred"),
        (["planned", "occurred"], "occurred"),
        (["planned", "alleged"], "alleged"),
        (["planned", "did_not_occur"], "did_not_occur"),
        (["alleged", "denied"], "alleged"),
        (["denied", "occurred"], "occurred"),
        (["denied"], "denied"),
        (["planned"], "planned"),
    ],
)
def test_status_of_all_tellings(statuses: list[EventStatus], together: EventStatus) -> None:
    mentions = [meeting(status=s) for s in statuses]
    assert event_status(mentions) == event_status(mentions[::-1]) == together


def test_a_loose_reference_does_not_decide_the_status() -> None:
    assert event_status([meeting(status="planned"), meeting(status="occurred", definite=True)]) == "planned"
    assert event_status([meeting(status="occurred", definite=True)]) == "occurred"


MENTIONS = st.builds(
    meeting,
    status=st.sampled_from(("occurred", "planned", "alleged", "did_not_occur")),
    participants=st.sampled_from(((BRAZIL, TURKEY_PARTY), (COSTA, AYDIN), (BRAZIL, JAPAN), (COSTA, AYDIN, JAPAN))),
    place=st.sampled_from((None, LISBON, PORTO, PORTUGAL)),
    when=st.sampled_from((None, day("2024-03-12"), day("2024-03-14"), MARCH)),
)
PILES = st.lists(st.lists(MENTIONS, min_size=1, max_size=3), min_size=1, max_size=4)


def as_pile(telling: list[list[EventMention]]) -> list[Findings]:
    return [
        make_findings(*(tells(m, said=f"{i} {j}") for j, m in enumerate(row)), publisher=f"Outlet {i}", file=f"{i}.txt")
        for i, row in enumerate(telling)
    ]


@given(PILES)
@settings(max_examples=60, deadline=None)
def test_every_mention_is_in_one_event_and_no_id_twice(telling: list[list[EventMention]]) -> None:
    events = group_events(as_pile(telling))
    members = [m for e in events for m in e.mentions]
    assert sorted(members) == [(d, i) for d, row in enumerate(telling) for i in range(len(row))]
    assert len({e.id for e in events}) == len(events)


def test_a_cancellation_that_refers_back_decides_the_status() -> None:
    cancelled = meeting(status="did_not_occur", definite=True)
    assert event_status([meeting(status="planned"), cancelled]) == "did_not_occur"

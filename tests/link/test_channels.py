"""Who keeps meeting whom, in which order, and when next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from secondsource.link.channels import find_channels, last_day
from secondsource.link.events import group_events
from secondsource.model import EventGroup, EventMention

from .builders import AYDIN, COSTA, JAPAN, LISBON, PORTO, day, make_findings, meeting, party, tells


def events(*mentions: EventMention) -> tuple[EventGroup, ...]:
    found = [
        make_findings(tells(m, said=str(i)), publisher=f"Outlet {i}", file=f"{i}.txt") for i, m in enumerate(mentions)
    ]
    return group_events(found)


ROUNDS = [meeting(COSTA, AYDIN, when=day(d), place=p) for d, p in (("2024-01-10", None), ("2023-06-01", PORTO))]
NEXT = meeting(COSTA, AYDIN, when=day("2024-09-01"), status="planned")
NUMBERED = [
    meeting(when=day("2023-11-12"), place=PORTO, order=1),
    meeting(when=day("2024-02-18"), place=LISBON, order=2),
]


def test_meetings_of_the_same_two_stand_in_order_of_time() -> None:
    found = events(*ROUNDS, NEXT)
    (channel,) = find_channels(found)
    by_id = {e.id: e for e in found}
    assert channel.principals == ("Elena Costa", "Mehmet Aydin")
    assert [by_id[e].when for e, _ in channel.meetings] == [day("2023-06-01"), day("2024-01-10")]
    assert channel.next is not None
    assert by_id[channel.next].status == "planned"
    assert find_channels(found[::-1]) == (channel,)


@pytest.mark.parametrize(
    ("orders", "coming", "expected"),
    [((1, None), 3, [1, 2]), ((None, None), 3, [1, 2]), ((1, None), 4, [1, None]), ((None, None), None, [None, None])],
    ids=["counted to the next", "counted by the next alone", "one is missing", "nobody numbers them"],
)
def test_numbers_are_filled_only_where_the_count_bears_them_out(
    orders: tuple[int | None, ...], coming: int | None, expected: list[int | None]
) -> None:
    days = ("2023-06-01", "2024-01-10")
    met = [meeting(COSTA, AYDIN, when=day(d), place=PORTO, order=n) for d, n in zip(days, orders, strict=True)]
    (channel,) = find_channels(events(*met, replace(NEXT, order=coming)))
    assert [order for _, order in channel.meetings] == expected


def test_a_series_is_no_meeting_beside_those_told_one_by_one() -> None:
    series = meeting(COSTA, AYDIN, when=None, place=None, plural=True)
    found = [e for m in (*ROUNDS, series) for e in events(m)]
    (channel,) = find_channels(found)
    assert len(channel.meetings) == len(ROUNDS)


def test_numbered_meetings_of_two_sides_are_a_channel() -> None:
    third = meeting(when=day("2024-09-01"), place=None, order=3)
    found = events(*NUMBERED, third)
    (channel,) = find_channels(found, latest=date(2024, 3, 1))
    assert channel.principals == ("Brazil", "Turkey")
    assert [order for _, order in channel.meetings] == [1, 2]
    assert channel.next == next(e.id for e in found if e.order == 3)


@pytest.mark.parametrize(
    "mentions",
    [
        ROUNDS[:1],
        [ROUNDS[0], meeting(when=day("2023-06-01"))],
        [ROUNDS[0], meeting(COSTA, AYDIN, JAPAN, party("Ken Ito", "Japan"), when=day("2023-06-01"))],
        [replace(m, participants=(COSTA, party("Rui Lima", "Brazil"))) for m in ROUNDS],
        [replace(m, type="COOPERATE") for m in ROUNDS],
        [replace(m, order=None) for m in NUMBERED],
        NUMBERED[:1],
        [NUMBERED[0], replace(NUMBERED[1], participants=(party("Brazil"), JAPAN))],
    ],
    ids=[
        "met once", "once as countries", "once with a third", "of one side", "no talks", "two states, not numbered",
        "one first meeting", "numbered, other sides",
    ],
)  # fmt: skip
def test_no_channel(mentions: list[EventMention]) -> None:
    assert find_channels(events(*mentions)) == ()


def test_the_last_day_of_a_pile() -> None:
    found = [make_findings(tells(NEXT), published=d) for d in ("2024-03-13", None, "2024-05-01")]
    assert last_day(found) == date(2024, 5, 1)
    assert last_day(found[1:2]) is None

"""Who keeps meeting whom, and what each party demands, offers or rules out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.link import link
from secondsource.link.channels import find_channels
from secondsource.link.events import group_events
from secondsource.model import EventGroup, EventMention

from .builders import (
    AYDIN,
    COSTA,
    JAPAN,
    MINISTRY,
    PORTO,
    actor,
    attack,
    day,
    make_findings,
    meeting,
    party,
    recipient,
    tells,
)


def events(*mentions: EventMention) -> tuple[EventGroup, ...]:
    found = [
        make_findings(tells(m, said=str(i)), publisher=f"Outlet {i}", file=f"{i}.txt") for i, m in enumerate(mentions)
    ]
    return group_events(found)


ROUNDS = [meeting(COSTA, AYDIN, when=day(d), place=p) for d, p in (("2024-01-10", None), ("2023-06-01", PORTO))]
NEXT = meeting(COSTA, AYDIN, when=day("2024-09-01"), status="planned")


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
    "mentions",
    [
        ROUNDS[:1],
        [ROUNDS[0], meeting(when=day("2023-06-01"))],
        [ROUNDS[0], meeting(COSTA, AYDIN, JAPAN, party("Ken Ito", "Japan"), when=day("2023-06-01"))],
        [replace(m, participants=(COSTA, party("Rui Lima", "Brazil"))) for m in ROUNDS],
        [replace(m, type="COOPERATE") for m in ROUNDS],
    ],
    ids=["met once", "once as countries", "once with a third", "of one side", "no talks"],
)
def test_no_channel(mentions: list[EventMention]) -> None:
    assert find_channels(events(*mentions)) == ()


def act(type_: str, **given: object) -> EventMention:
    people = (actor("Brazil", "Brazil"), recipient("Turkey", "Turkey"))
    return attack(*people, type=type_, label="Brazil and the quotas", **given)


@pytest.mark.parametrize(
    ("mention", "stance"),
    [
        (act("REQUEST"), "demands"),
        (act("ACCUSE"), "accuses"),
        (act("REJECT"), "rejects"),
        (act("REJECT", words=frozenset({"decline", "join"})), "declines"),
        (act("AGREE"), "commits"),
        (act("ASSAULT"), None),
        (act("REQUEST", status="planned"), None),
        (act("REQUEST", status="alleged"), None),
    ],
)
def test_positions(mention: EventMention, stance: str | None) -> None:
    positions = link([make_findings(tells(mention, MINISTRY))]).positions
    assert [(p.party, p.stance) for p in positions] == ([("Brazil", stance)] if stance else [])
    assert all(p.testimony for p in positions)

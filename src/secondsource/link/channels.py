"""Channels and positions: who keeps meeting whom, and what each party demands, offers or rules out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import sha256

from secondsource.link.likeness import days, persons
from secondsource.model import ChannelGroup, EventGroup, Groups, PositionGroup, PositionStance

# What an event of a verbal category says of its actor's position.
STANCES: Mapping[str, PositionStance] = {
    "REQUEST": "demands",
    "AGREE": "commits",
    "REJECT": "rejects",
    "ACCUSE": "accuses",
}
_LEAST_MEETINGS = 2


def find_channels(events: Sequence[EventGroup]) -> tuple[ChannelGroup, ...]:
    """Meetings of the same two principals of different sides, two or more, in order of time."""
    lines: dict[tuple[str, ...], list[EventGroup]] = defaultdict(list)
    for event in events:
        principals = tuple(sorted(persons(event.participants)))
        sides = {p.side for p in event.participants if p.name in principals}
        if event.type == "CONSULT" and len(principals) == 2 and len(sides) == 2:
            lines[principals].append(event)
    return tuple(
        _channel(principals, meetings)
        for principals, meetings in sorted(lines.items())
        if len(meetings) >= _LEAST_MEETINGS
    )


def _channel(principals: tuple[str, ...], meetings: Sequence[EventGroup]) -> ChannelGroup:
    ordered = sorted(meetings, key=lambda e: (e.status == "planned", _day(e), e.order or 99, min(e.mentions)))
    upcoming = next((e for e in ordered if e.status == "planned"), None)
    held = [(e.id, e.order) for e in ordered if e.status in ("occurred", "alleged")]
    return ChannelGroup(
        id="k" + sha256("|".join(principals).encode()).hexdigest()[:10],
        label=f"{principals[0]} and {principals[1]}",
        principals=principals,
        meetings=tuple(held),
        next=upcoming.id if upcoming is not None else None,
    )


def _day(event: EventGroup) -> str:
    if event.when is None or event.when.earliest is None or days(event.when) > 366:
        return "9999"
    return event.when.earliest.isoformat()


def find_positions(groups: Groups) -> tuple[PositionGroup, ...]:
    """The positions that parties took, each with the claims of its event as evidence."""
    claims = {c.event: c for c in reversed(groups.claims) if c.event is not None and c.slot is None}
    found: list[PositionGroup] = []
    for event in groups.events:
        stance = STANCES.get(event.type)
        claim = claims.get(event.id)
        if stance is None or claim is None or event.status != "occurred":
            continue
        for party in dict.fromkeys(p.side or p.name for p in event.participants if p.role in ("actor", "party")):
            testimony = tuple(t for t in claim.testimony if t.polarity == 1)
            if testimony:
                found.append(PositionGroup(party, event.label, _stance(stance, event), event.when, testimony))
    return tuple(found)


def _stance(stance: PositionStance, event: EventGroup) -> PositionStance:
    return "declines" if stance == "rejects" and "decline" in event.words else stance

"""Channels: who keeps meeting whom, in which order, and when next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from secondsource.link.likeness import days, persons, sides
from secondsource.model import ChannelGroup, EventGroup, Findings

_LEAST_MEETINGS = 2
_PAIR = 2


def find_channels(events: Sequence[EventGroup], latest: date | None = None) -> tuple[ChannelGroup, ...]:
    """Meetings of the same two principals of different sides, two or more, in order of time.

    Principals are persons, or the two sides where their meetings are numbered. A meeting dated after `latest`, the
    pile's last day, is still to come, whatever its wording.
    """
    consults = [_as_of(e, latest) for e in events if e.type == "CONSULT"]
    lines: dict[tuple[str, ...], list[EventGroup]] = defaultdict(list)
    for event in consults:
        principals = tuple(sorted(persons(event.participants)))
        pair = {p.side for p in event.participants if p.name in principals}
        if len(principals) == _PAIR and len(pair) == _PAIR:
            lines[principals].append(event)
    channels = [_channel(who, met) for who, met in sorted(lines.items()) if len(met) >= _LEAST_MEETINGS]
    taken = {event for channel in channels for event in (*(e for e, _ in channel.meetings), channel.next)}
    channels += _numbered([e for e in consults if e.id not in taken])
    return tuple(c for c in channels if len(c.meetings) + (c.next is not None) >= _LEAST_MEETINGS)


def last_day(findings: Iterable[Findings]) -> date | None:
    """The latest day on which a document of the pile was published; None where no document has one."""
    ends = [f.document.published.latest for f in findings if f.document.published is not None]
    return max((day for day in ends if day is not None), default=None)


def _as_of(event: EventGroup, latest: date | None) -> EventGroup:
    first = event.when.earliest if event.when is not None else None
    to_come = latest is not None and first is not None and first > latest
    return replace(event, status="planned") if to_come and event.status == "occurred" else event


def _numbered(consults: Sequence[EventGroup]) -> list[ChannelGroup]:
    """Meetings of the same two sides that the pile numbers: "the second meeting", "the third"."""
    rows: dict[tuple[str, ...], dict[int, EventGroup]] = defaultdict(dict)
    numbered = [e for e in consults if e.order is not None]
    for event in numbered:
        if len(both := tuple(sorted(sides(event.participants)))) == _PAIR:
            rows[both] = {}
    for event in sorted(numbered, key=lambda e: -len(e.mentions)):
        for both, row in rows.items():
            present = sides(event.participants)
            # one more side may come from a person whose side is not certain, or from the host
            if event.order is not None and set(both) <= present and len(present) <= _PAIR + 1:
                row.setdefault(event.order, event)
    return [
        _channel(_principals(both, tuple(row.values())), tuple(row.values()))
        for both, row in sorted(rows.items())
        if len(row) >= _LEAST_MEETINGS and max(row) > 1
    ]


def _principals(both: tuple[str, ...], meetings: Sequence[EventGroup]) -> tuple[str, ...]:
    """The two persons who alone stand for the sides, else the sides."""
    people = {(p.name, p.side) for e in meetings for p in e.participants if p.name in persons(e.participants)}
    if len(people) == _PAIR and {side for _, side in people} == set(both):
        return tuple(sorted(name for name, _ in people))
    return both


def _channel(principals: tuple[str, ...], meetings: Sequence[EventGroup]) -> ChannelGroup:
    ordered = sorted(meetings, key=lambda e: (e.status == "planned", _day(e), e.order or 99, min(e.mentions)))
    if all(e.order is not None for e in meetings):
        ordered.sort(key=lambda e: (e.status == "planned", e.order or 0))
    upcoming = next((e for e in ordered if e.status == "planned"), None)
    met = [e for e in ordered if e.status in ("occurred", "alleged")]
    single = [e for e in met if e.order is not None or e.place is not None or e.when is not None]
    met = single or met  # "a series of talks" is no meeting beside those that are told one by one
    return ChannelGroup(
        id="k" + sha256("|".join(principals).encode()).hexdigest()[:10],
        label=f"{principals[0]} and {principals[1]}",
        principals=principals,
        meetings=_in_order(met, upcoming),
        next=upcoming.id if upcoming is not None else None,
    )


def _in_order(met: Sequence[EventGroup], upcoming: EventGroup | None) -> tuple[tuple[str, int | None], ...]:
    """Each meeting with its number; those without one are counted where all that are numbered bear the count out."""
    told = [e.order for e in met]
    next_one = upcoming.order if upcoming is not None else None
    whole = next_one == len(met) + 1 and all(n in (None, i) for i, n in enumerate(told, 1))
    return tuple((e.id, i if whole else e.order) for i, e in enumerate(met, 1))


def _day(event: EventGroup) -> str:
    if event.when is None or event.when.earliest is None or days(event.when) > 366:
        return "9999"
    return event.when.earliest.isoformat()

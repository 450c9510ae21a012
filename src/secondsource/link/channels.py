"""Channels: who keeps meeting whom, in which order, and when next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from itertools import combinations
from typing import Any

from secondsource.link.likeness import days, persons, sides
from secondsource.model import ChannelGroup, EventGroup, Findings

_LEAST_MEETINGS = 2
_PAIR = 2


@dataclass(slots=True)
class Calendar:
    """The meetings of a pile, by a handle of the caller's, and the channels that they form.

    `lines` has the meetings of two persons of different sides, `pairs` the numbered ones by every two of their sides.
    `ahead` are those dated after `latest`, the pile's last day: still to come, whatever their wording.
    """

    place: Callable[[int], Any] = int
    meetings: dict[Hashable, EventGroup] = field(default_factory=dict)
    lines: dict[tuple[str, ...], set[Hashable]] = field(default_factory=lambda: defaultdict(set))
    pairs: dict[tuple[str, ...], set[Hashable]] = field(default_factory=lambda: defaultdict(set))
    ahead: set[Hashable] = field(default_factory=set)
    latest: date | None = None
    of_line: dict[tuple[str, ...], ChannelGroup] = field(default_factory=dict)
    of_pair: dict[tuple[str, ...], ChannelGroup] = field(default_factory=dict)
    taken: set[Hashable] = field(default_factory=set)


def find_channels(events: Sequence[EventGroup], latest: date | None = None) -> tuple[ChannelGroup, ...]:
    """Meetings of the same two principals of different sides, two or more, in order of time.

    Principals are persons, or the two sides where their meetings are numbered. A meeting dated after `latest`, the
    pile's last day, is still to come, whatever its wording.
    """
    calendar = Calendar()
    note_meetings(calendar, dict(enumerate(events)), latest)
    return channels_of(calendar)


def channels_of(calendar: Calendar) -> tuple[ChannelGroup, ...]:
    """The channels of a pile: those of two persons, then those of two sides."""
    found = [c for rows in (calendar.of_line, calendar.of_pair) for _, c in sorted(rows.items())]
    return tuple(c for c in found if len(c.meetings) + (c.next is not None) >= _LEAST_MEETINGS)


def note_meetings(calendar: Calendar, changed: Mapping[Hashable, EventGroup | None], latest: date | None) -> None:
    """Take changed events in, None for those that are no more, and the pile's last day."""
    lines: set[tuple[str, ...]] = set()
    pairs: set[tuple[str, ...]] = set()
    again = set(changed)
    if latest != calendar.latest:
        late = [h for h, e in calendar.meetings.items() if _is_ahead(e, latest)] if _earlier(latest, calendar) else []
        again |= {h for h in (*calendar.ahead, *late) if h not in changed}
        calendar.latest = latest
    for handle in again:
        old = calendar.meetings.get(handle)
        if old is not None:
            lines |= _cross_out(calendar, handle, old)
        event = changed.get(handle, old)
        if event is not None and event.type == "CONSULT":
            lines |= _write_in(calendar, handle, event)
        pairs |= {pair for e in (old, event) if e is not None for pair in _pairs(e)}
    for line in lines:
        pairs |= _settle_line(calendar, line)
    for pair in pairs:
        _settle_pair(calendar, pair)


def _earlier(latest: date | None, calendar: Calendar) -> bool:
    """Whether the last day moves back, so that more is to come."""
    return latest is not None and (calendar.latest is None or latest < calendar.latest)


def _is_ahead(event: EventGroup, latest: date | None) -> bool:
    first = event.when.earliest if event.when is not None else None
    return latest is not None and first is not None and first > latest


def _cross_out(calendar: Calendar, handle: Hashable, event: EventGroup) -> set[tuple[str, ...]]:
    del calendar.meetings[handle]
    calendar.ahead.discard(handle)
    calendar.taken.discard(handle)
    line = _line(event)
    if line is not None:
        calendar.lines[line].discard(handle)
    for pair in _pairs(event):
        calendar.pairs[pair].discard(handle)
    return {line} if line is not None else set()


def _write_in(calendar: Calendar, handle: Hashable, event: EventGroup) -> set[tuple[str, ...]]:
    calendar.meetings[handle] = event
    if _is_ahead(event, calendar.latest):
        calendar.ahead.add(handle)
    line = _line(event)
    if line is not None:
        calendar.lines[line].add(handle)
    for pair in _pairs(event):
        calendar.pairs[pair].add(handle)
    return {line} if line is not None else set()


def _line(event: EventGroup) -> tuple[str, ...] | None:
    """The two persons of different sides who met, where it was two."""
    principals = tuple(sorted(persons(event.participants)))
    sides_met = {p.side for p in event.participants if p.name in principals}
    return principals if len(principals) == _PAIR and len(sides_met) == _PAIR else None


def _pairs(event: EventGroup) -> list[tuple[str, ...]]:
    """Every two sides of a numbered meeting.

    One more side may come from a person whose side is not certain, or from the host.
    """
    present = sorted(sides(event.participants))
    numbered = event.type == "CONSULT" and event.order is not None
    return list(combinations(present, _PAIR)) if numbered and len(present) <= _PAIR + 1 else []


def _told(calendar: Calendar, handles: Iterable[Hashable]) -> list[tuple[Hashable, EventGroup]]:
    """Meetings as of the last day, in the order in which the pile tells of them."""
    found = [(h, _as_of(calendar.meetings[h], calendar.latest)) for h in handles]
    return sorted(found, key=lambda row: _first_told(row[1], calendar.place))


def _first_told(event: EventGroup, place: Callable[[int], Any]) -> tuple[Any, int]:
    document, number = event.mentions[0]
    return place(document), number


def _settle_line(calendar: Calendar, line: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Lay out the channel of two persons; give the pairs of sides whose numbered meetings it takes or gives back."""
    told = _told(calendar, calendar.lines[line])
    if not told:
        del calendar.lines[line]
    pairs: set[tuple[str, ...]] = set()
    before = {h for h, _ in told if h in calendar.taken}
    calendar.of_line.pop(line, None)
    now: set[Hashable] = set()
    if len(told) >= _LEAST_MEETINGS:
        channel = calendar.of_line[line] = _channel(line, [e for _, e in told], calendar.place)
        ids = {*(e for e, _ in channel.meetings), channel.next}
        now = {h for h, e in told if e.id in ids}
    for handle in before ^ now:
        pairs.update(_pairs(calendar.meetings[handle]))
    calendar.taken -= before
    calendar.taken |= now
    return pairs


def _settle_pair(calendar: Calendar, pair: tuple[str, ...]) -> None:
    """Lay out the channel of two sides: their meetings that the pile numbers, "the second meeting", "the third"."""
    calendar.of_pair.pop(pair, None)
    handles = calendar.pairs.get(pair)
    if not handles:
        calendar.pairs.pop(pair, None)
        return
    told = [e for _, e in _told(calendar, handles - calendar.taken)]
    if not any(len(sides(e.participants)) == _PAIR for e in told):
        return
    row: dict[int, EventGroup] = {}
    for event in sorted(told, key=lambda e: -len(e.mentions)):
        row.setdefault(event.order or 0, event)
    if len(row) >= _LEAST_MEETINGS and max(row) > 1:
        met = tuple(row.values())
        calendar.of_pair[pair] = _channel(_principals(pair, met), met, calendar.place)


def last_day(findings: Iterable[Findings]) -> date | None:
    """The latest day on which a document of the pile was published; None where no document has one."""
    ends = [f.document.published.latest for f in findings if f.document.published is not None]
    return max((day for day in ends if day is not None), default=None)


def _as_of(event: EventGroup, latest: date | None) -> EventGroup:
    to_come = event.status == "occurred" and _is_ahead(event, latest)
    return replace(event, status="planned") if to_come else event


def _principals(both: tuple[str, ...], meetings: Sequence[EventGroup]) -> tuple[str, ...]:
    """The two persons who alone stand for the sides, else the sides."""
    people = {(p.name, p.side) for e in meetings for p in e.participants if p.name in persons(e.participants)}
    if len(people) == _PAIR and {side for _, side in people} == set(both):
        return tuple(sorted(name for name, _ in people))
    return both


def _channel(principals: tuple[str, ...], meetings: Sequence[EventGroup], place: Callable[[int], Any]) -> ChannelGroup:
    ordered = sorted(meetings, key=lambda e: (e.status == "planned", _day(e), e.order or 99, _first_told(e, place)))
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

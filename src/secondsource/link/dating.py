"""The year of a report that gives a day and a month only, from the dated reports of its pile on the same matter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from secondsource.model import Findings, Time, When

# A report and another on the same matter are at most this far apart; a day told may lie a little behind or ahead.
REACH_DAYS = 21
# After a day told as past, a report appears within a week: "on Monday" would not say which Monday otherwise.
FOLLOWS_DAYS = 6
# Names of people, bodies and countries that two reports on one matter share at least.
SHARED_NAMES = 2
_MONTH_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)$")
_WEEKDAY = re.compile(r"XXXX-WXX-\d$")
_NAMES_A_WEEKDAY = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)")
_SHORT = 12
AHEAD = "ahead"  # `Time.anchor` of a day that is told as yet to come


def dates_by_pile(findings: Sequence[Findings]) -> dict[int, When]:
    """The publication of undated documents by position: near the days they tell, in the year of their dated neighbours.

    Nothing is given where neighbours allow two years, or none is near.
    """
    dated = [
        (f.document.published.earliest, _names(f))
        for f in findings
        if (f.document.published and is_narrow(f.document.published))
    ]
    by_name: dict[str, set[date]] = defaultdict(set)
    for day, names in dated:
        for name in names:
            if day is not None:
                by_name[name].add(day)
    found: dict[int, When] = {}
    for i, each in enumerate(findings):
        if each.document.reference or (each.document.published is not None and is_narrow(each.document.published)):
            continue
        counts: dict[date, int] = defaultdict(int)
        for name in _names(each):
            for day in by_name.get(name, ()):
                counts[day] += 1
        neighbours = [day for day, shared in counts.items() if shared >= SHARED_NAMES]
        when = _publication(each, neighbours)
        if when is not None:
            found[i] = when
    return found


def is_narrow(when: When) -> bool:
    """Whether a time of publication is told to the week, so that it can date other reports."""
    return (
        when.earliest is not None and when.latest is not None and (when.latest - when.earliest).days <= FOLLOWS_DAYS + 1
    )


def _names(found: Findings) -> frozenset[str]:
    return frozenset(n.name for n in found.names if n.kind in ("person", "body", "country"))


def _publication(found: Findings, neighbours: Sequence[date]) -> When | None:
    """The days on which a report can have appeared, from the days without a year that it tells.

    A dateline is the day itself. Else the latest day told as past stands at most a week behind, but in a report that
    calls the days of its own week by their weekdays, as wires do, a day called by its number is further off.
    """
    stamp = found.document.published
    floor = stamp.earliest if stamp is not None else None
    told = [(day, time) for time in found.times if (day := _in_year(time, neighbours, floor)) is not None]
    if not told:
        return None

    def said(time: Time) -> str:
        return found.document.text[time.span.start : time.span.end]

    for day, time in told:
        if _is_dateline(found, time):
            return When(day, day, said(time))
    past = [(day, time) for day, time in told if time.anchor != AHEAD]
    if not past:
        day, time = min(told, key=lambda each: each[0])
        return When(day - timedelta(days=REACH_DAYS), day, said(time))
    day, time = max(past, key=lambda each: each[0])
    by_weekday = any(_WEEKDAY.match(other.value or "") for other in found.times)
    if by_weekday and not _NAMES_A_WEEKDAY.match(said(time)):
        return When(day + timedelta(days=FOLLOWS_DAYS + 1), day + timedelta(days=REACH_DAYS), said(time))
    return When(day, day + timedelta(days=FOLLOWS_DAYS), said(time))


def _is_dateline(found: Findings, time: Time) -> bool:
    """Whether a day stands in the dateline, behind its place, or alone on its line."""
    text, start, end = found.document.text, time.span.start, time.span.end
    line = text.rfind("\n", 0, start) + 1
    before, after = text[line:start].strip(" ,.("), text[end:].split("\n", 1)[0].strip(" .,")
    place = found.document.dateline
    if place is not None:
        return before.lower() == place.lower()
    return not after and (not before or _NAMES_A_WEEKDAY.match(before) is not None) and len(before) < _SHORT


def _in_year(time: Time, neighbours: Sequence[date], floor: date | None) -> date | None:
    """The day of an expression without a year, in the one year that puts it near the dated reports."""
    match = _MONTH_DAY.match(time.value or "")
    if match is None:
        return None
    days = {
        day
        for neighbour in neighbours
        for year in (neighbour.year - 1, neighbour.year, neighbour.year + 1)
        if (day := _day(year, int(match[1]), int(match[2]))) is not None
        and abs((day - neighbour).days) <= REACH_DAYS
        and (floor is None or day >= floor)
    }
    return days.pop() if len(days) == 1 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

"""The year of a report that gives a day and a month only, from the dated reports of its pile on the same matter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from secondsource.model import Findings, When

# A report and another on the same matter are at most this far apart; a day told may lie a little behind or ahead.
REACH_DAYS = 21
# After a day told as past, a report appears within a week: "on Monday" would not say which Monday otherwise.
FOLLOWS_DAYS = 6
# Names of people, bodies and countries that two reports on one matter share at least.
SHARED_NAMES = 2
_MONTH_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)$")


def dates_by_pile(findings: Sequence[Findings]) -> dict[int, When]:
    """The publication of undated documents by position: the first day they tell, in the year of their dated neighbours.

    Nothing is given where neighbours allow two years, or none is near.
    """
    dated = [
        (f.document.published.earliest, _names(f))
        for f in findings
        if (f.document.published and _narrow(f.document.published))
    ]
    by_name: dict[str, set[date]] = defaultdict(set)
    for day, names in dated:
        for name in names:
            if day is not None:
                by_name[name].add(day)
    found: dict[int, When] = {}
    for i, each in enumerate(findings):
        if each.document.reference or (each.document.published is not None and _narrow(each.document.published)):
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


def _narrow(when: When) -> bool:
    return (
        when.earliest is not None and when.latest is not None and (when.latest - when.earliest).days <= FOLLOWS_DAYS + 1
    )


def _names(found: Findings) -> frozenset[str]:
    return frozenset(n.name for n in found.names if n.kind in ("person", "body", "country"))


def _publication(found: Findings, neighbours: Sequence[date]) -> When | None:
    floor = found.document.published.earliest if found.document.published is not None else None
    for time in found.times:
        match = _MONTH_DAY.match(time.value or "")
        if match is None:
            continue
        days = {
            day
            for neighbour in neighbours
            for year in (neighbour.year - 1, neighbour.year, neighbour.year + 1)
            if (day := _day(year, int(match[1]), int(match[2]))) is not None
            and abs((day - neighbour).days) <= REACH_DAYS
            and (floor is None or day >= floor)
        }
        if len(days) == 1:
            day = days.pop()
            said = found.document.text[time.span.start : time.span.end]
            return When(day, day + timedelta(days=FOLLOWS_DAYS), said)
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

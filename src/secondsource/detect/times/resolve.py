"""Ties what a phrase means to days: to the document's own day, to the last date of the story, or to neither.

Values follow TIMEX3. An interval as the document's day stays an interval in all that hangs on it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from secondsource.detect.times.calendar import resolve_calendar, year_of
from secondsource.detect.times.distance import duration_value, resolve_length, resolve_offset, resolve_stretch, shift_of
from secondsource.detect.times.feasts import resolve_feast
from secondsource.detect.times.periods import NOTHING, Period, day_period, moved, narrowed, unit_period, week_period
from secondsource.detect.times.phrases import (
    Anchored,
    Calendar,
    Day,
    Edge,
    Feast,
    Length,
    Meaning,
    Offset,
    Part,
    Piece,
    Range,
    Reference,
    Relative,
    Repeat,
    Stretch,
)
from secondsource.detect.times.relative import resolve_day, resolve_relative
from secondsource.detect.times.setting import Kind, Resolved, Setting, reference_day


def resolve(meaning: Meaning, setting: Setting) -> Resolved:
    """Tie a meaning to the setting; what cannot be tied keeps its type and the part of its value that is known."""
    if isinstance(meaning, Calendar):
        return resolve_calendar(meaning, setting)
    if isinstance(meaning, Relative):
        return resolve_relative(meaning, setting)
    if isinstance(meaning, Feast):
        return resolve_feast(meaning, setting)
    if isinstance(meaning, Day):
        return resolve_day(meaning, setting)
    if isinstance(meaning, Offset):
        return resolve_offset(meaning, setting)
    if isinstance(meaning, Stretch):
        return resolve_stretch(meaning, setting)
    if isinstance(meaning, Length):
        return resolve_length(meaning, setting)
    if isinstance(meaning, Anchored):
        return _anchored(meaning, setting)
    if isinstance(meaning, Piece):
        return _piece(meaning, setting)
    if isinstance(meaning, Range):
        return _range(meaning, setting)
    if isinstance(meaning, Repeat):
        return Resolved("SET", Period(meaning.value, None, None, ""))
    return Resolved("DATE", Period(meaning.value if isinstance(meaning, Reference) else None, None, None, ""))


def _anchored(meaning: Anchored, setting: Setting) -> Resolved:
    base = resolve(meaning.base.meaning, setting)
    offset = meaning.offset
    if offset.count is None:
        return Resolved("DATE", Period("PAST_REF" if offset.direction == "before" else "FUTURE_REF", None, None, ""))
    count = -offset.count if offset.direction == "before" else offset.count
    first, last = base.period.first, base.period.last
    if isinstance(meaning.base.meaning, Reference) and setting.published is not None:
        first, last = setting.published
    if base.exact is not None:
        first = last = base.exact
    if first is None or last is None:
        return Resolved("DATE", NOTHING, shift_of(offset), "event")
    low, high = moved(first, count, offset.unit), moved(last, count, offset.unit)
    period = day_period(low) if low == high else Period(None, low, high, "")
    if low != high and offset.unit in ("year", "month") and base.period.grain in ("year", "month"):
        period = unit_period(low, base.period.grain)
    return Resolved("DATE", period, None, base.anchor)


def _piece(meaning: Piece, setting: Setting) -> Resolved:
    whole = resolve(meaning.whole.meaning, setting)
    part, period = meaning.part, whole.period
    if part.position == "part":
        return whole
    if part.position == "week":
        first = week_period(period.first) if period.first and period.grain == "day" else None
        return replace(whole, period=first) if first else whole
    value = duration_value(abs(part.count) or None, part.unit)
    if period.first is None or period.last is None:
        return Resolved("DURATION", Period(value, None, None, ""))
    if part.unit == "week" and (part.count < 0 or part.count == 1):
        return Resolved("DATE", _week_of(part, period.first, period.last), anchor=whole.anchor)
    if part.count == 0:  # "the last days of January": how many is not said
        edge: Edge = "start" if part.position == "first" else "end"
        return Resolved("DURATION", replace(narrowed(period, edge), value=value, grain="piece"), anchor=whole.anchor)
    if part.count < 0:
        start = moved(period.first, -part.count - 1, part.unit)
        return Resolved("DATE", unit_period(start, part.unit), anchor=whole.anchor)
    if part.position == "first":
        low, high = period.first, moved(moved(period.first, part.count, part.unit), -1, "day")
    else:
        low, high = moved(moved(period.last, 1, "day"), -part.count, part.unit), period.last
    kind: Kind = "DURATION" if part.count > 1 or part.unit != "day" else "DATE"
    if low > high:
        low, high = high, low
    return Resolved(
        kind, Period(value if kind == "DURATION" else low.isoformat(), low, high, "piece"), anchor=whole.anchor
    )


def _week_of(part: Part, first: date, last: date) -> Period:
    """The first, second, last week of a period: its n-th seven days together with its n-th week by ISO 8601.

    A week belongs where its Thursday falls; which of the two is meant nobody says, so the days are those of both.
    """
    if part.position == "first":
        number = max(-part.count, 1) - 1
        monday = moved(moved(first, (3 - first.weekday()) % 7 - 3, "day"), number, "week")
        low, high = moved(first, number, "week"), moved(first, number * 7 + 6, "day")
    else:
        monday = moved(last, -((last.weekday() - 3) % 7) - 3, "day")
        low, high = moved(last, -6, "day"), last
    days = max(min(low, monday), first), min(max(high, moved(monday, 6, "day")), last)
    return Period(week_period(monday).value, *days, "piece")


def share_range(meaning: Range) -> tuple[Meaning, Meaning]:
    """Both ends of a range, each with what only the other says: the year of "May to June 2020"."""
    left, right = meaning.left.meaning, meaning.right.meaning
    if not isinstance(left, Calendar) or not isinstance(right, Calendar):
        return left, right
    wraps = left.month is not None and right.month is not None and left.month > right.month
    if left.year is None and right.year is not None and not left.decade and left.century is None:
        left = replace(left, year=right.year - (1 if wraps else 0))
    elif right.year is None and left.year is not None and not right.decade and right.century is None:
        right = replace(right, year=left.year + (1 if wraps else 0))
    return left, right


def _range(meaning: Range, setting: Setting) -> Resolved:
    left, right = share_range(meaning)
    anchor = ""
    if isinstance(left, Calendar) and isinstance(right, Calendar) and left.month and right.month and not right.year:
        year, anchor = year_of(right, setting)
        if year is not None and right.year_word is None:
            left, right = replace(left, year=year - (left.month > right.month)), replace(right, year=year)
    low, high = resolve(left, setting), resolve(right, setting)
    first, last = low.period.first, high.period.last
    day = reference_day(setting)
    if isinstance(right, Reference) and right.value == "PRESENT_REF" and day is not None:
        high, last = replace(high, period=day_period(day)), day
    value = f"{low.period.value}/{high.period.value}" if low.period.value and high.period.value else None
    if first is None or last is None or first > last:
        return Resolved("DATE", Period(value, None, None, "range"))
    ends = (low.period, high.period)
    return Resolved("DATE", Period(value, first, last, "range"), anchor=anchor or high.anchor or low.anchor, ends=ends)

"""Calendar periods: a TIMEX3 value beside the days it covers. Years before Christ have a value but no days."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final

from secondsource.detect.times.phrases import Edge

_SEASON_MONTHS: Final = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}


@dataclass(frozen=True, slots=True)
class Period:
    """A value with its first and last day (None: open or outside the calendar) and its grain."""

    value: str | None
    first: date | None
    last: date | None
    grain: str


NOTHING: Final = Period(None, None, None, "")


def day_period(day: date) -> Period:
    """One day."""
    return Period(day.isoformat(), day, day, "day")


def moved(day: date, count: float, unit: str) -> date:
    """The day so many days, weeks, months or years away, cut to the calendar's ends and the month's last day."""
    try:
        if unit in ("day", "night"):
            return day + timedelta(days=count)
        if unit in ("week", "fortnight"):
            return day + timedelta(weeks=count * (2 if unit == "fortnight" else 1))
        if unit in ("hour", "minute", "second"):
            return day + timedelta(**{f"{unit}s": count})
        months = round(count * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit])
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return date.max if count > 0 else date.min


def year_text(year: int) -> str:
    """ "2024", or "BC0490" for the year -490."""
    return f"{year:04d}" if year >= 0 else f"BC{-year:04d}"


def month_period(year: int, month: int) -> Period:
    """One month."""
    value = f"{year_text(year)}-{month:02d}"
    if not MINYEAR <= year <= MAXYEAR:
        return Period(value, None, None, "month")
    return Period(value, date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def months_period(value: str, year: int, first: int, last: int, grain: str) -> Period:
    """Some months of a year, the last of which may lie in the next year."""
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    if not (year >= MINYEAR and end_year <= MAXYEAR):
        return Period(value, None, None, grain)
    return Period(value, month_period(year, first).first, month_period(end_year, end_month).last, grain)


def years_period(value: str, first: int, last: int, grain: str) -> Period:
    """Some whole years."""
    if not (first >= MINYEAR and last <= MAXYEAR):
        return Period(value, None, None, grain)
    return Period(value, date(first, 1, 1), date(last, 12, 31), grain)


def year_period(year: int) -> Period:
    """One year."""
    return years_period(year_text(year), year, year, "year")


def season_period(year: int, season: str) -> Period:
    """A season of the north; winter is named by the year in which it begins and may also be the months before it."""
    first, last = _SEASON_MONTHS[season]
    period = months_period(f"{year_text(year)}-{season}", year, first, last, "season")
    if season == "WI" and period.first and year > MINYEAR:
        return replace(period, first=date(year, 1, 1))
    return period


def winter_months(year: int) -> Period:
    """The three months of the winter that begins in a year."""
    return months_period(f"{year_text(year)}-WI", year, 12, 14, "season")


def week_period(day: date) -> Period:
    """The week, Monday to Sunday, in which a day falls."""
    year, week, weekday = day.isocalendar()
    first, last = moved(day, 1 - weekday, "day"), moved(day, 7 - weekday, "day")
    return Period(f"{year:04d}-W{week:02d}", first, last, "week")


def weekend_period(day: date) -> Period:
    """The Saturday and Sunday of the week in which a day falls."""
    week = week_period(day)
    if week.first is None:
        return NOTHING
    return Period(f"{week.value}-WE", moved(week.first, 5, "day"), week.last, "weekend")


def quarter_period(year: int, quarter: int) -> Period:
    """One quarter."""
    return months_period(f"{year_text(year)}-Q{quarter}", year, quarter * 3 - 2, quarter * 3, "quarter")


def half_period(year: int, half: int) -> Period:
    """One half of a year."""
    return months_period(f"{year_text(year)}-H{half}", year, half * 6 - 5, half * 6, "half")


def decade_period(year: int) -> Period:
    """The decade in which a year falls."""
    sign, start = ("BC", -(-year // 10) * 10) if year < 0 else ("", year // 10 * 10)
    return years_period(f"{sign}{abs(start) // 10:03d}", start, start + 9, "decade")


def century_period(number: int, before_christ: bool) -> Period:
    """The century with that number."""
    value = f"{'BC' if before_christ else ''}{number - 1:02d}"
    if before_christ:
        return Period(value, None, None, "century")
    return years_period(value, max((number - 1) * 100, MINYEAR), number * 100 - 1, "century")


def unit_period(day: date, unit: str) -> Period:
    """The day, week, month, year ... in which a day falls."""
    if unit in ("week", "fortnight"):
        return week_period(day)
    if unit == "month":
        return month_period(day.year, day.month)
    if unit == "quarter":
        return quarter_period(day.year, (day.month + 2) // 3)
    if unit == "year":
        return year_period(day.year)
    if unit == "decade":
        return decade_period(day.year)
    if unit == "century":
        return century_period(day.year // 100 + 1, before_christ=False)
    return day_period(day)


def narrowed(period: Period, edge: Edge) -> Period:
    """The early, middle or late part: a third."""
    if not edge or period.first is None or period.last is None or period.grain == "day":
        return period
    first, last = period.first, period.last
    if period.grain == "month":
        days = {"start": (1, 10), "mid": (10, 20), "end": (21, last.day)}[edge]
        return replace(period, first=first.replace(day=days[0]), last=first.replace(day=days[1]))
    if period.grain == "year":
        months = {"start": (1, 4), "mid": (5, 8), "end": (9, 12)}[edge]
        return months_period(period.value or "", first.year, *months, "year")
    if period.grain == "decade":
        years = {"start": (0, 3), "mid": (3, 6), "end": (6, 9)}[edge]
        return years_period(period.value or "", first.year + years[0], first.year + years[1], "decade")
    third = (last - first).days // 3
    if edge == "start":
        return replace(period, last=moved(first, third, "day"))
    if edge == "end":
        return replace(period, first=moved(last, -third, "day"))
    return replace(period, first=moved(first, third, "day"), last=moved(last, -third, "day"))

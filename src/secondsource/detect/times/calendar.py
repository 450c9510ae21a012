"""Calendar dates tied to a year: the text's own, the story's, or the one nearest to the publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date
from typing import Final

from secondsource.detect.times.numeric import is_day
from secondsource.detect.times.periods import (
    NOTHING,
    Period,
    century_period,
    day_period,
    decade_period,
    half_period,
    month_period,
    moved,
    narrowed,
    quarter_period,
    season_period,
    winter_months,
    year_period,
    year_text,
)
from secondsource.detect.times.phrases import Calendar
from secondsource.detect.times.setting import Resolved, Setting, Tense, clocked, from_published, reference_day

_A_WEEK: Final = 7
_REPORTED: Final = 100  # days after a quarter in which its figures are yet to come


def resolve_calendar(cal: Calendar, setting: Setting) -> Resolved:
    """Tie a calendar date to days; without a year it takes the story's or the one nearest to the publication."""
    if cal.weekday is not None and cal.day is not None and cal.month is None:
        return clocked(_weekday_of_month(cal, setting), cal)
    if cal in (Calendar(clock=cal.clock), Calendar(part=cal.part)):
        return _time_of_day(cal, setting)
    if cal.weekday is not None and cal.month is None and cal.day is None:
        return clocked(_weekday(cal.weekday, setting), cal)
    year, anchor = year_of(cal, setting)
    if year is None:
        period = NOTHING
        if setting.published is not None and not setting.history and cal.year_word not in ("that", "following"):
            period = from_published(setting, lambda day: _period_of(cal, _year_on(cal, day, setting.tense), setting))
        anchor = "published" if period.first or period.last else ""
        return clocked(Resolved("DATE", replace(period, value=period.value or _unknown_year(cal)), anchor=anchor), cal)
    return clocked(Resolved("DATE", _period_of(cal, year, setting), anchor=anchor), cal)


def _time_of_day(cal: Calendar, setting: Setting) -> Resolved:
    """A time without its day: of the day that was said just before; else its day is likely, but not known."""
    suffix = f"T{cal.clock or cal.part}"
    day, published = setting.story.date(), reference_day(setting)
    told = setting.near and bool(cal.clock or not setting.history)
    if day is not None and told and (setting.history or (published and abs((published - day).days) <= _A_WEEK)):
        return Resolved("TIME", replace(day_period(day), value=f"{day.isoformat()}{suffix}"), anchor="narrative")
    likely = "XXXX-XX-XX" if setting.history or published is None else published.isoformat()
    return Resolved("TIME", Period(f"{likely}{suffix}", None, None, "time"))


def year_of(cal: Calendar, setting: Setting) -> tuple[int | None, str]:
    """The year of a date and what it was taken from."""
    story, day = setting.story, reference_day(setting)
    if cal.year is not None or cal.decade or cal.century:
        return cal.year or 0, "text"
    if cal.year_word in ("that", "following") or (setting.history and cal.year_word):
        step = {"that": 0, "this": 0, "following": 1, "next": 1, "last": -1}.get(cal.year_word or "", 0)
        return (story.year + step, "narrative") if story.year is not None else (None, "")
    if not cal.year_word and story.year is not None and (setting.history or _goes_on(cal, setting)):
        turned = story.month is not None and cal.month is not None and story.month >= 11 and cal.month <= 2
        return story.year + turned, "narrative"
    if day is None or setting.published is None:
        return None, ""
    years = {_year_on(cal, end, setting.tense) for end in setting.published if end}
    return (years.pop(), "published") if len(years) == 1 else (None, "")


def _year_on(cal: Calendar, day: date, tense: Tense) -> int:
    """The year that a reader of that day takes a date to be of."""
    if cal.year_word:
        return day.year + {"last": -1, "next": 1}.get(cal.year_word, 0)
    return _nearest_year(cal, day, tense)


def _goes_on(cal: Calendar, setting: Setting) -> bool:
    """Whether a report goes on with an older story: its year stood just before, and the month is not earlier."""
    story, day = setting.story, reference_day(setting)
    if not setting.near or story.year is None or setting.tense == "future":
        return False
    return (
        (day is None or story.year < day.year)
        and cal.month is not None
        and story.month is not None
        and cal.month >= story.month
    )


def _nearest_year(cal: Calendar, day: date, tense: Tense) -> int:
    """The year that puts a month, a day or a season on the side of the publication that the tense says."""

    def distance(year: int) -> tuple[bool, int]:
        period = _bounds(cal, year)
        if period.first is None or period.last is None:
            return True, 4000
        fits = cal.weekday is None or cal.day is None or period.first.weekday() == cal.weekday
        if period.first <= day <= period.last:
            return not fits, 0
        ahead = period.first > day
        gap = abs((period.first - day).days) if ahead else abs((day - period.last).days)
        wrong_side = (ahead and tense == "past") or (not ahead and tense == "future")
        if cal.quarter and ahead:
            wrong_side = tense != "future"
        elif cal.quarter:
            wrong_side = gap > _REPORTED  # the quarter that has just ended is reported in weeks to come
        return not fits, gap + (1000 if wrong_side else 20 if ahead and not tense else 0)

    return min((y for y in range(day.year - 4, day.year + 5) if MINYEAR <= y <= MAXYEAR), key=distance)


def _bounds(cal: Calendar, year: int) -> Period:
    if cal.month is not None and cal.day is not None:
        return day_period(date(year, cal.month, cal.day)) if is_day(year, cal.month, cal.day) else NOTHING
    if cal.month is not None:
        return month_period(year, cal.month)
    if cal.season == "WI" and cal.year is None:
        return winter_months(year)
    if cal.season:
        return season_period(year, cal.season)
    if cal.quarter:
        return quarter_period(year, min(max(cal.quarter, 1), 4))
    return year_period(year)


def _period_of(cal: Calendar, year: int, setting: Setting) -> Period:
    if cal.century is not None:
        return narrowed(century_period(cal.century, cal.before_christ), cal.edge)
    if cal.decade:
        full = int(cal.decade) if len(cal.decade) > 1 else _short_decade(int(cal.decade), setting)
        period = decade_period(-full * 10 if cal.before_christ else full * 10)
        return narrowed(period, cal.edge)
    if cal.either is not None:
        days = sorted(date(year, *pair) for pair in (cal.either, cal.either[::-1]))
        return Period(f"{year_text(year)}-XX-XX", days[0], days[-1], "day")
    if cal.month is not None and cal.day is not None:
        value = f"{year_text(year)}-{cal.month:02d}-{cal.day:02d}"
        if is_day(year, cal.month, cal.day):
            return day_period(date(year, cal.month, cal.day))
        return Period(value, None, None, "day")
    if cal.month is None and cal.day is not None:
        return _day_of_month(cal, setting)
    if cal.half and cal.month is not None:
        period = month_period(year, cal.month)
        if period.first is None or period.last is None:
            return period
        middle = period.first.replace(day=15)
        return replace(period, last=middle) if cal.half == 1 else replace(period, first=middle.replace(day=16))
    if cal.half:
        return half_period(year, min(max(cal.half, 1), 2))
    return narrowed(_bounds(cal, year), cal.edge)


def _short_decade(tens: int, setting: Setting) -> int:
    """ "The '90s" of the century that is nearest behind."""
    day = reference_day(setting)
    return 200 + tens if tens <= 2 and day and day.year >= 2020 else 190 + tens


def _day_of_month(cal: Calendar, setting: Setting) -> Period:
    """ "The 20th", of the story's month or the publication's."""
    story, day = setting.story, reference_day(setting)
    if cal.day is None:
        return NOTHING
    near = story.year is not None and story.month is not None and (setting.history or setting.near or day is None)
    if near and story.year is not None and story.month is not None:
        year, month = story.year, story.month
    elif day is not None:
        year, month = day.year, day.month
    else:
        return Period(f"XXXX-XX-{cal.day:02d}", None, None, "day")
    if is_day(year, month, cal.day):
        return day_period(date(year, month, cal.day))
    return Period(f"{year_text(year)}-{month:02d}-{cal.day:02d}", None, None, "day")


def _unknown_year(cal: Calendar) -> str | None:
    if cal.month is not None and cal.day is not None:
        return f"XXXX-{cal.month:02d}-{cal.day:02d}"
    if cal.month is not None:
        return f"XXXX-{cal.month:02d}"
    if cal.season:
        return f"XXXX-{cal.season}"
    if cal.quarter:
        return f"XXXX-Q{cal.quarter}"
    return f"XXXX-XX-{cal.day:02d}" if cal.day is not None else None


def _weekday_of_month(cal: Calendar, setting: Setting) -> Resolved:
    """ "Monday 21": the nearest day, behind or ahead as the tense says, with that number and that name."""
    day = reference_day(setting) if not setting.history else setting.story.date()
    unknown = Resolved("DATE", Period(f"XXXX-XX-{cal.day:02d}", None, None, "day"))
    if day is None or cal.day is None:
        return unknown
    step = 1 if setting.tense == "future" else -1
    for months in range(15):
        month = moved(day.replace(day=1), months * step, "month")
        if is_day(month.year, month.month, cal.day):
            found = month.replace(day=cal.day)
            if found.weekday() == cal.weekday and (found - day).days * step >= 0:
                return Resolved("DATE", day_period(found), anchor="narrative" if setting.history else "published")
    return unknown


def _weekday(weekday: int, setting: Setting) -> Resolved:
    """A bare weekday: the nearest behind the publication, its own day included, or ahead where the sentence is."""
    unknown = Period(f"XXXX-WXX-{weekday + 1}", None, None, "day")
    story = setting.story.date()
    if setting.history or setting.published is None:
        if story is None or not (setting.history or setting.near):
            return Resolved("DATE", unknown)
        shift = (weekday - story.weekday() + 3) % 7 - 3
        return Resolved("DATE", day_period(moved(story, shift, "day")), anchor="narrative")

    def count(day: date) -> Period:
        step = (weekday - day.weekday()) % 7 if setting.tense == "future" else -((day.weekday() - weekday) % 7)
        return day_period(moved(day, step, "day"))

    period = from_published(setting, count)
    return Resolved("DATE", period if period.value else replace(period, value=unknown.value), anchor="published")

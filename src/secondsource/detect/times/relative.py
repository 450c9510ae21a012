"""Named periods counted from the publication or from the story: "yesterday", "last week", "that month", "next May"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from secondsource.detect.times.periods import (
    NOTHING,
    Period,
    day_period,
    decade_period,
    half_period,
    month_period,
    moved,
    narrowed,
    quarter_period,
    season_period,
    unit_period,
    week_period,
    weekend_period,
    winter_months,
    year_period,
    year_text,
)
from secondsource.detect.times.phrases import Day, Relative
from secondsource.detect.times.setting import Resolved, Setting, Story, Tense, clocked, from_published
from secondsource.model import Shift

_WHOLE_UNITS: Final = ("day", "week", "month", "year")


def resolve_day(meaning: Day, setting: Setting) -> Resolved:
    if setting.history and meaning.shift == 0 and not meaning.part:
        return Resolved("DATE", Period("PRESENT_REF", None, None, ""))
    if setting.published is None or setting.history:
        return clocked(Resolved("DATE", Period("XXXX-XX-XX", None, None, "day")), meaning)
    period = from_published(setting, lambda day: day_period(moved(day, meaning.shift, "day")))
    if meaning.since and period.first is not None:
        period = replace(period, first=moved(period.first, meaning.since, "day"))
    return clocked(Resolved("DATE", period, anchor="published"), meaning)


def resolve_relative(meaning: Relative, setting: Setting) -> Resolved:
    told = meaning.which in ("that", "following", "previous", "the") or meaning.unit == "day"
    story = setting.story
    if (told or setting.history) and story.year is not None:
        resolved = _relative_to_story(meaning, setting)
        if resolved is not None:
            return resolved
    if meaning.unit == "day" and meaning.which != "this":
        return _untied(meaning)  # "the next day" is counted from the story, never from the publication
    if setting.published is None or (meaning.which == "that" and not setting.history):
        return clocked(_untied(meaning), meaning)
    if setting.history:
        return clocked(_untied(meaning), meaning)
    period = from_published(setting, lambda day: _counted(meaning, day, setting.tense))
    return clocked(Resolved("DATE", period, anchor="published"), meaning)


_STEPS: Final = {"this": 0, "that": 0, "the": 0, "last": -1, "previous": -1, "next": 1, "following": 1}


def _relative_to_story(meaning: Relative, setting: Setting) -> Resolved | None:
    story, step = setting.story, _STEPS[meaning.which]
    if story.year is None:
        return None
    near = meaning.unit in ("day", "part", "week", "weekday", "weekend")
    period = _near_story(meaning, story, step) if near else _round_story(meaning, story, story.year, step)
    shift = _one_step(meaning)
    if period is None:
        return Resolved("DATE", _untied(meaning).period, shift) if shift else None
    period = _beside(narrowed(period, meaning.edge), meaning, story.date())
    return clocked(Resolved("DATE", period, shift, "narrative"), meaning)


def _one_step(meaning: Relative) -> Shift | None:
    """ "The following day" is also a distance, for a reader who knows the happening before it."""
    if meaning.which == "following" and meaning.unit in _WHOLE_UNITS:
        return Shift(1, meaning.unit, "after")  # type: ignore[arg-type]
    if meaning.which == "previous" and meaning.unit in _WHOLE_UNITS:
        return Shift(1, meaning.unit, "before")  # type: ignore[arg-type]
    return None


def _near_story(meaning: Relative, story: Story, step: int) -> Period | None:
    """Days and weeks counted from the story's day."""
    day = story.date()
    if day is None:
        known = meaning.unit in ("day", "part") and story.month is not None and step == 0
        return Period(f"{year_text(story.year or 0)}-{story.month:02d}-XX", None, None, "day") if known else None
    if meaning.unit == "weekday":
        return _counted(meaning, day, "")
    reached = moved(day, step, "day" if meaning.unit in ("day", "part") else "week")
    return weekend_period(reached) if meaning.unit == "weekend" else unit_period(reached, meaning.unit)


def _round_story(meaning: Relative, story: Story, year: int, step: int) -> Period | None:
    """Months, seasons, years and decades counted from the story's."""
    if meaning.unit == "year":
        return half_period(year + step, min(meaning.number, 2)) if meaning.number else year_period(year + step)
    if meaning.unit == "decade":
        return decade_period(year + step * 10)
    if meaning.unit == "season":
        return season_period(year + step, meaning.season)
    if meaning.unit == "month name":
        return _month_name(meaning, story)
    if story.month is None:
        return None
    if meaning.unit == "month":
        reached, month = divmod(year * 12 + story.month - 1 + step, 12)
        return month_period(reached, month + 1)
    if meaning.unit == "quarter":
        reached, quarter = divmod(year * 4 + (story.month - 1) // 3 + step, 4)
        return quarter_period(reached, quarter + 1)
    return None


def _month_name(meaning: Relative, story: Story) -> Period | None:
    if story.year is None:
        return None
    now = story.month or 1
    year = story.year
    if meaning.which in ("last", "previous") and meaning.number >= now:
        year -= 1
    if meaning.which in ("next", "following") and meaning.number <= now:
        year += 1
    return month_period(year, meaning.number)


def _untied(meaning: Relative) -> Resolved:
    value = {
        "day": "XXXX-XX-XX", "part": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX",
        "weekend": "XXXX-WXX-WE", "season": f"XXXX-{meaning.season}", "month name": f"XXXX-{meaning.number:02d}",
        "weekday": f"XXXX-WXX-{meaning.number + 1}", "quarter": "XXXX-QX",
    }.get(meaning.unit)  # fmt: skip
    return Resolved("DATE", Period(value, None, None, meaning.unit), _one_step(meaning))


def _counted(meaning: Relative, day: date, tense: Tense) -> Period:
    """A named period counted from one day."""
    step = _STEPS[meaning.which]
    if meaning.weekday is not None:
        monday = week_period(moved(day, step, "week")).first
        return day_period(moved(monday, meaning.weekday, "day")) if monday else NOTHING
    if meaning.unit == "weekday":
        return _weekday_from(meaning, day)
    if meaning.unit == "part":
        last_night = meaning.which in ("last", "previous")
        return day_period(moved(day, -1 if last_night else step, "day"))
    if meaning.unit == "weekend":
        just_past = tense == "past" and day.weekday() < 5 and meaning.which in ("this", "the")
        return weekend_period(moved(day, -1 if just_past else step, "week"))
    if meaning.unit == "season":
        return _season_from(meaning, day)
    if meaning.unit == "month name":
        return _month_from(meaning, day)
    if meaning.unit in ("day", "week", "fortnight", "month", "quarter", "year", "decade", "century"):
        period = unit_period(moved(day, step, meaning.unit), meaning.unit)
        if meaning.number and period.first and meaning.unit == "year":
            period = half_period(period.first.year, min(meaning.number, 2))
        return _leaning(narrowed(period, meaning.edge), meaning, day)
    return day_period(day)


def _leaning(period: Period, meaning: Relative, day: date | None) -> Period:
    """ "Earlier this week" ends with the publication's day, "later this week" begins with it."""
    if not meaning.leaning or day is None or period.first is None or period.last is None:
        return period
    if not period.first <= day <= period.last:
        return period
    return replace(period, last=day) if meaning.leaning == "earlier" else replace(period, first=day)


def _beside(period: Period, meaning: Relative, day: date | None) -> Period:
    """ "Earlier that month" ends before the story's day, "later that month" begins after it."""
    if day is None or not meaning.leaning or not period.first or not period.last:
        return period
    if not period.first <= day <= period.last:
        return period
    if meaning.leaning == "earlier":
        return replace(period, last=moved(day, -1, "day")) if day > period.first else period
    return replace(period, first=moved(day, 1, "day")) if day < period.last else period


def _weekday_from(meaning: Relative, day: date) -> Period:
    if meaning.which in ("last", "previous", "that"):
        return day_period(moved(day, -((day.weekday() - meaning.number - 1) % 7 + 1), "day"))
    if meaning.which in ("next", "following"):
        monday = week_period(moved(day, 1, "week")).first
        return day_period(moved(monday, meaning.number, "day")) if monday else NOTHING
    monday = week_period(day).first
    return day_period(moved(monday, meaning.number, "day")) if monday else NOTHING


def _season_from(meaning: Relative, day: date) -> Period:
    """ "Last winter" is the one that has ended, "this summer" the one of the year."""
    season, year = meaning.season, day.year
    winter = season == "WI"
    if winter and day.month <= 2:
        year -= 1
    period_of = winter_months if winter else lambda year: season_period(year, season)
    current = period_of(year)
    if meaning.which in ("last", "previous") and current.last and day <= current.last:
        year -= 1
    if meaning.which in ("next", "following") and current.first and day >= current.first:
        year += 1
    return narrowed(period_of(year), meaning.edge)


def _month_from(meaning: Relative, day: date) -> Period:
    year = day.year
    if meaning.which in ("last", "previous") and meaning.number >= day.month:
        year -= 1
    if meaning.which in ("next", "following") and meaning.number <= day.month:
        year += 1
    return narrowed(month_period(year, meaning.number), meaning.edge)

"""Distances and lengths of time: "two days ago", "three months after", "the past three years", "for two weeks"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from secondsource.detect.times.periods import (
    NOTHING,
    Period,
    day_period,
    month_period,
    moved,
    quarter_period,
    unit_period,
    year_period,
)
from secondsource.detect.times.phrases import Length, Offset, Stretch
from secondsource.detect.times.setting import Resolved, Setting, Story, from_published, reference_day
from secondsource.model import Shift

_FAR: Final = 100_000  # a greater count of days or years is no distance between two happenings
_WHOLE_UNITS: Final = ("day", "week", "month", "year")
_LETTERS: Final = {
    "day": "D", "night": "D", "week": "W", "fortnight": "W", "month": "M", "year": "Y", "decade": "DE",
    "century": "CE", "hour": "H", "minute": "M", "second": "S", "quarter": "Q",
}  # fmt: skip


_HALVES: Final = {
    "minute": "PT30S", "hour": "PT30M", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y",
}  # fmt: skip


def shift_of(offset: Offset) -> Shift | None:
    if offset.count is None or offset.count > _FAR or offset.count != int(offset.count):
        return None
    count, unit = int(offset.count), offset.unit
    if unit in ("night",):
        unit = "day"
    if unit in ("fortnight", "decade", "century"):
        count, unit = (
            count * {"fortnight": 2, "decade": 10, "century": 100}[unit],
            "week" if unit == "fortnight" else "year",
        )
    if unit not in _WHOLE_UNITS:
        return None
    return Shift(count, unit, offset.direction)  # type: ignore[arg-type]


def resolve_offset(offset: Offset, setting: Setting) -> Resolved:
    sign = -1 if offset.direction == "before" else 1
    if offset.base == "published" and not setting.history:
        if offset.count is None:
            return Resolved("DATE", _vaguely_back(offset, setting), anchor="published")
        count = offset.count
        if setting.published is None:
            return Resolved("DATE", Period("PAST_REF", None, None, ""))
        period = from_published(setting, lambda day: unit_period(moved(day, -count, offset.unit), offset.unit))
        day = reference_day(setting)
        period = _roughly(period, offset, setting)
        return Resolved("DATE", period, None, "published", moved(day, -count, offset.unit) if day else None)
    if offset.count is None:
        value = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Resolved("DATE", Period(value, None, None, ""), anchor="event")
    shift = shift_of(offset)
    if offset.base == "next":
        return Resolved("DATE", NOTHING, shift, "event")
    told = _from_story(offset, setting.story, sign)
    day = reference_day(setting)
    if told is None and sign < 0 and day is not None and not setting.history:
        likely = unit_period(moved(day, -offset.count, offset.unit), offset.unit)  # not known: no days
        return Resolved("DATE", Period(likely.value, None, None, ""), shift, "event")
    if told is None:
        return Resolved("DATE", Period(_grain_value(offset.unit), None, None, ""), shift, "event")
    return Resolved("DATE", told, shift, "narrative")


def _roughly(period: Period, offset: Offset, setting: Setting) -> Period:
    """The days of "more than two years ago" have no beginning, those of "about" one unit more on either side."""
    published = setting.published[1] if setting.published else None
    if not offset.near or period.first is None or period.last is None:
        return period
    if offset.near == "more":
        return replace(period, first=None)
    if offset.near == "less":
        return replace(period, last=published or period.last)
    last = moved(period.last, 1, offset.unit)
    return replace(period, first=moved(period.first, -1, offset.unit), last=min(last, published) if published else last)


def _grain_value(unit: str) -> str | None:
    return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}.get(unit)


def _vaguely_back(offset: Offset, setting: Setting) -> Period:
    """ "Several months ago": before the publication, how long is not said; a year of any such unit at most."""
    far = {"day": 31, "week": 92, "month": 366, "year": 3660}.get(offset.unit)
    if setting.published is None or far is None:
        return Period("PAST_REF", None, None, "")
    period = from_published(setting, lambda day: Period(None, moved(day, -far, "day"), moved(day, -1, "day"), ""))
    return replace(period, value="PAST_REF")


def _from_story(offset: Offset, story: Story, sign: int) -> Period | None:
    if story.year is None or offset.count is None or offset.count > _FAR:
        return None
    count = sign * offset.count
    day = story.date()
    unit = offset.unit
    if unit in ("day", "week", "fortnight", "night") or (offset.exact and day is not None):
        if day is None:
            return None
        return day_period(moved(day, count, unit))
    if unit == "year" and story.quarter:  # a business's year-earlier quarter
        return quarter_period(story.year + int(count), story.quarter)
    if offset.same and story.month and story.at >= 0:
        return month_period(story.year + int(count), story.month)
    if unit == "month" and story.month is not None:
        year, month = divmod(story.year * 12 + story.month - 1 + int(count), 12)
        return month_period(year, month + 1)
    if unit in ("year", "decade", "century"):
        years = int(count * {"year": 1, "decade": 10, "century": 100}[unit])
        crossing = story.year < 0 <= story.year + years
        return year_period(story.year + years + (1 if crossing else 0))
    return None


def duration_value(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a length: "P3D", "PT5H", "PXM", "P1DE"."""
    if count == 0.5 and unit in _HALVES:
        return _HALVES[unit]
    if unit == "fortnight" and count is not None:
        count *= 2
    number = "X" if count is None else f"{count:g}" if count < 1e6 else f"{count:.0f}"
    return f"P{'T' if unit in ('hour', 'minute', 'second') else ''}{number}{_LETTERS.get(unit, 'D')}"


def resolve_length(meaning: Length, setting: Setting) -> Resolved:
    day = reference_day(setting)
    ahead = meaning.inside and meaning.count is not None and not setting.history and setting.tense != "past"
    if ahead and day is not None and meaning.count is not None:
        count = meaning.count
        period = from_published(setting, lambda day: unit_period(moved(day, count, meaning.unit), meaning.unit))
        return Resolved("DATE", period, None, "published", moved(day, count, meaning.unit))
    return Resolved("DURATION", Period(duration_value(meaning.count, meaning.unit), None, None, ""))


# How far "the coming days" or "recent months" reach, in days: twice what four of the unit come to.
_REACH: Final = {
    "day": 14,
    "week": 60,
    "month": 366,
    "year": 3660,
    "decade": 36600,
    "hour": 2,
    "minute": 1,
    "second": 1,
}


def resolve_stretch(meaning: Stretch, setting: Setting) -> Resolved:
    value = Period(duration_value(meaning.count, meaning.unit), None, None, "stretch")
    ahead = meaning.which in ("next", "following")
    day = setting.story.date() if setting.history or meaning.which == "following" else None
    published = (day, day) if day else None if setting.history else setting.published
    if published is None:
        return Resolved("DURATION", value)

    def count(start: date) -> Period:
        steps = meaning.count
        if steps is None:
            far = moved(start, _REACH.get(meaning.unit, 3660) * (1 if ahead else -1), "day")
        else:
            far = moved(start, steps if ahead else -steps, meaning.unit)
        return Period(None, min(moved(start, 1, "day"), far), far, "") if ahead else Period(None, far, start, "")

    period = from_published(replace(setting, published=published), count)
    return Resolved(
        "DURATION", replace(period, value=value.value, grain="stretch"), anchor="narrative" if day else "published"
    )

"""What a time phrase is read against, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal, TypeAlias

from secondsource.detect.times.numeric import is_day
from secondsource.detect.times.periods import NOTHING, Period
from secondsource.detect.times.phrases import Calendar, Day, Relative
from secondsource.model import Shift

Tense: TypeAlias = Literal["past", "future", ""]
Kind: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]


_ABOUT_A_MONTH: Final = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Story:
    """Where the telling stands: the last date said, as far as it was said, and where in the text."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    at: int = -1
    quarter: int = 0

    def date(self) -> date | None:
        """The story's day, where it is known to the day."""
        if self.year is None or self.month is None or self.day is None or not is_day(self.year, self.month, self.day):
            return None
        return date(self.year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a phrase is read against: the publication's first and last possible day, the story, the kind of text."""

    published: tuple[date | None, date | None] | None
    story: Story
    history: bool
    tense: Tense
    near: bool


@dataclass(frozen=True, slots=True)
class Resolved:
    """A phrase tied to days: TIMEX3 type, period, distance, what it was counted from, and the exact day if counted."""

    type: Kind
    period: Period
    shift: Shift | None = None
    anchor: str = ""
    exact: date | None = None
    ends: tuple[Period, Period] | None = None


def from_published(setting: Setting, count: Callable[[date], Period]) -> Period:
    """Count from the publication; from both its ends where it is an interval."""
    if setting.published is None:
        return NOTHING
    early, late = setting.published
    low = count(early) if early else None
    high = count(late) if late else None
    if low and high and (early == late or low == high):
        return low
    known = low or high or NOTHING
    return Period(None, low.first if low else None, high.last if high else None, known.grain)


def reference_day(setting: Setting) -> date | None:
    """A day of the publication that may stand for all: its last, where it is known to about a month."""
    early, late = setting.published or (None, None)
    if early is None or late is None or late - early > _ABOUT_A_MONTH:
        return None
    return late


def clocked(resolved: Resolved, cal: Calendar | Day | Relative) -> Resolved:
    """Add the time of day to a value that is known to the day."""
    clock = cal.clock if isinstance(cal, Calendar | Day) else ""
    part = cal.part
    if not (clock or part):
        return resolved
    value = f"{resolved.period.value or 'XXXX-XX-XX'}T{clock or part}"
    return replace(resolved, type="TIME", period=replace(resolved.period, value=value))

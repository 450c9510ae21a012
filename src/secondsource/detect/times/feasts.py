"""Feasts and fasts by name, as the days they fall on in a year: fixed ones, Easter's, the moon's.

Where the new moon is sighted decides when a month of Islam begins, so its feasts have a day of doubt on either side;
the tabular calendar used here is at most a day from Umm al-Qura's in 353 of 356 months (1989 to 2076).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from math import floor, radians, sin
from typing import Final, TypeAlias

from secondsource.detect.times.periods import Period, day_period
from secondsource.detect.times.phrases import Feast
from secondsource.detect.times.setting import Resolved, Setting, Tense, from_published

Days: TypeAlias = tuple[date, date]
_DAY: Final = timedelta(days=1)
_ISLAMIC_EPOCH: Final = date(622, 7, 18).toordinal()  # 1 Muharram of the year 1, Gregorian
YEARS: Final = range(1900, 2100)  # the years for which the feasts of the moon are counted


def easter(year: int) -> date:
    """Easter Sunday of the Western churches."""
    century, golden = year // 100, year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 100 % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches, from the Julian calendar."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def islamic_day(year: int, month: int, day: int) -> date:
    """A day of the tabular Islamic calendar."""
    days = (year - 1) * 354 + (11 * year + 3) // 30 + 29 * (month - 1) + month // 2 + day - 1
    return date.fromordinal(_ISLAMIC_EPOCH + days)


def _islamic(month: int, day: int, length: int) -> Callable[[int], list[Days]]:
    """The days of an Islamic feast in a Gregorian year: none, one or two times, a day of doubt on either side."""

    def of(year: int) -> list[Days]:
        about = floor((year - 622) * 1.0307)
        starts = [islamic_day(y, month, day) for y in range(max(about - 1, 1), about + 3)]
        return [(day - _DAY, day + timedelta(days=length)) for day in starts if day.year == year]

    return of


def _new_moon(number: int) -> float:
    """The moment of a new moon in days from noon of 2000-01-01, by China's time, good to about an hour."""
    t = number / 1236.85
    sun = radians(2.5534 + 29.1053567 * number)
    moon = radians(201.5643 + 385.81693528 * number)
    node = radians(160.7108 + 390.67050284 * number)
    shift = -0.4072 * sin(moon) + 0.17241 * sin(sun) + 0.01608 * sin(2 * moon) + 0.01039 * sin(2 * node)
    shift += 0.00739 * sin(moon - sun) - 0.00514 * sin(moon + sun) + 0.00208 * sin(2 * sun)
    return 2451550.09766 + 29.530588861 * number + 0.00015437 * t * t + shift - 2451545.0 + 8 / 24


def lunar_new_year(year: int) -> date:
    """The Lunar New Year: the new moon, by China's time, that lies nearest to the beginning of spring (4 February)."""
    spring = date(year, 2, 4).toordinal() - date(2000, 1, 1).toordinal()
    near = round((spring - 5.6) / 29.530588861)
    moons = [floor(_new_moon(near + step) + 0.5) for step in (-1, 0, 1)]
    return date.fromordinal(date(2000, 1, 1).toordinal() + min(moons, key=lambda moon: abs(moon - spring - 1)))


def _fixed(month: int, day: int) -> Callable[[int], list[Days]]:
    return lambda year: [(date(year, month, day),) * 2]


def _after_easter(shift: int) -> Callable[[int], list[Days]]:
    return lambda year: [(easter(year) + shift * _DAY,) * 2]


def _lunar(year: int) -> list[Days]:
    return [(lunar_new_year(year),) * 2]


def _fourth_thursday(year: int) -> list[Days]:
    first = date(year, 11, 1)
    return [(first + ((3 - first.weekday()) % 7 + 21) * _DAY,) * 2]


@cache
def feasts() -> dict[str, Callable[[int], list[Days]]]:
    """A feast's name in small letters -> its days in a year: usually one stretch, of Islam's sometimes none or two."""
    fitr, adha = _islamic(10, 1, 3), _islamic(12, 10, 4)
    return {
        "christmas": _fixed(12, 25), "christmas day": _fixed(12, 25), "christmas eve": _fixed(12, 24),
        "boxing day": _fixed(12, 26), "new year's day": _fixed(1, 1), "new year’s day": _fixed(1, 1),
        "new year's eve": _fixed(12, 31), "new year’s eve": _fixed(12, 31), "may day": _fixed(5, 1),
        "valentine's day": _fixed(2, 14), "valentine’s day": _fixed(2, 14), "halloween": _fixed(10, 31),
        "good friday": _after_easter(-2), "easter": _after_easter(0), "easter sunday": _after_easter(0),
        "easter monday": _after_easter(1), "palm sunday": _after_easter(-7), "ash wednesday": _after_easter(-46),
        "ascension day": _after_easter(39), "pentecost": _after_easter(49), "thanksgiving": _fourth_thursday,
        "thanksgiving day": _fourth_thursday, "orthodox easter": lambda year: [(orthodox_easter(year),) * 2],
        "orthodox christmas": _fixed(1, 7), "lunar new year": _lunar, "chinese new year": _lunar,
        "nowruz": lambda year: [(date(year, 3, 20), date(year, 3, 21))],
        "ramadan": _islamic(9, 1, 30), "eid al-fitr": fitr, "eid ul-fitr": fitr, "eid al fitr": fitr,
        "eid al-adha": adha, "eid ul-adha": adha, "eid al adha": adha, "ashura": _islamic(1, 10, 1),
    }  # fmt: skip


def resolve_feast(meaning: Feast, setting: Setting) -> Resolved:
    """Tie a feast to its days: of the year said, of the story's, or the nearest on the side that the tense says."""
    unknown = Resolved("DATE", Period(None, None, None, ""))
    year = meaning.year if meaning.year is not None else setting.story.year if setting.history else None
    if year is not None:
        found = feasts()[meaning.name](year) if year in YEARS else []
        return Resolved("DATE", _period(found[0]), anchor="text") if len(found) == 1 else unknown
    if setting.published is None or setting.history:
        return unknown
    period = from_published(setting, lambda day: _nearest(meaning, day, setting.tense))
    return Resolved("DATE", period, anchor="published") if period.first else unknown


def _period(days: Days) -> Period:
    return day_period(days[0]) if days[0] == days[1] else Period(None, days[0], days[1], "feast")


def _nearest(meaning: Feast, day: date, tense: Tense) -> Period:
    step = {"last": -1, "next": 1}.get(meaning.which, 0)
    years = [year for year in range(day.year - 2, day.year + 3) if year in YEARS]
    ahead = [days for year in years for days in feasts()[meaning.name](year) if days[0] > day]
    past = [days for year in years for days in feasts()[meaning.name](year) if days[1] < day]
    now = [days for year in years for days in feasts()[meaning.name](year) if days[0] <= day <= days[1]]
    if not ahead or not past:
        return Period(None, None, None, "")
    if step:
        return _period(ahead[0] if step > 0 else past[-1])
    if now or meaning.which == "this":
        in_year = [days for days in [*past, *now, *ahead] if days[0].year == day.year]
        return _period(now[0] if now else (in_year or ahead)[0])
    if tense:
        return _period(ahead[0] if tense == "future" else past[-1])
    return _period(ahead[0] if ahead[0][0] - day <= day - past[-1][1] else past[-1])

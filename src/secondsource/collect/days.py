"""Publication days as headers print them: "3 May 2024", "Thu, July 18, 2024", "2024-05-03T10:00Z", "12/10/2024".

Only full dates count here; a dateline without a year and "on Monday" are the work of detect.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from secondsource.model import When

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
# Pages glue what follows to the year: "May 3, 20241:02 PM", "3 May 20243 May 2024".
_YEAR = r"([12]\d{3})(?=\D|$|\d{1,2}[:\s])"
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})(?=\b|T)")
_DAY_FIRST = re.compile(rf"\b{_WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH}[,\s-]+{_YEAR}", re.I)
_MONTH_FIRST = re.compile(rf"\b{_WEEKDAY}{_MONTH}\s*(\d{{1,2}})(?:st|nd|rd|th)?[,\s]+{_YEAR}", re.I)
_DIGITS = re.compile(r"(?<![\d/.-])(\d{1,2})([/.])(\d{1,2})\2(\d{4})\b")
# The North Korean calendar: Juche 1 is 1912.
_JUCHE = re.compile(r"\bJuche\s?(\d{2,3})\.\s?(\d{1,2})\.\s?(\d{1,2})\b")
_HEAD, _HEAD_LINES, _HEAD_WORDS = 2000, 12, 14  # where a report prints its own day, and how long such a line is
_EARLIEST, _LATEST = date(1900, 1, 1), date(2100, 1, 1)
_SPELT_DAY_FIRST = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}", re.I)
_SPELT_MONTH_FIRST = re.compile(rf"\b{_MONTH} \d{{1,2}}\b(?!:)", re.I)


@dataclass(frozen=True, slots=True)
class Printed:
    """A date as it stands in a text: its offsets, and the days it can mean, None for a day that no calendar has."""

    start: int
    end: int
    when: When | None


def find_days(text: str, *, style: str = "") -> list[Printed]:
    """Find the full dates of a short text; `style` is the whole report, asked how it writes its dates."""
    found: list[Printed] = []
    for match in _ISO.finditer(text):
        found.append(_printed(match, match.group(1), match.group(2), match.group(3)))
    for match in _DAY_FIRST.finditer(text):
        found.append(_printed(match, match.group(3), match.group(2), match.group(1)))
    for match in _MONTH_FIRST.finditer(text):
        found.append(_printed(match, match.group(3), match.group(1), match.group(2)))
    for match in _JUCHE.finditer(text):
        found.append(_printed(match, str(1911 + int(match.group(1))), match.group(2), match.group(3)))
    found += [_numeric(match, style) for match in _DIGITS.finditer(text)]
    return sorted(found, key=lambda printed: printed.start)


def read_day(text: str, *, style: str = "") -> When | None:
    """The first full date of a short text that a calendar has, None where there is none."""
    return next((printed.when for printed in find_days(text, style=style) if printed.when), None)


def unreal_day(text: str) -> str | None:
    """The full date in the first lines of a report that no calendar has ("31 February 2024"), as it is printed."""
    for line in text[:_HEAD].splitlines()[:_HEAD_LINES]:
        if len(line.split()) <= _HEAD_WORDS:
            for printed in find_days(line):
                if printed.when is None:
                    return " ".join(line[printed.start : printed.end].split())
    return None


def possible(when: When) -> bool:
    """Whether a report can have been published then: neither before 1900 nor from 2100 on."""
    days = [day for day in (when.earliest, when.latest) if day is not None]
    return all(_EARLIEST <= day < _LATEST for day in days)


def _printed(match: re.Match[str], year: str, month: str, day: str) -> Printed:
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    when = _when(match.group(), [(int(year), number, int(day))])
    return Printed(match.start(), match.end(), when)


def _numeric(match: re.Match[str], style: str) -> Printed:
    """The order of 12/10/2024: dots and a British hand put the day first; in doubt it is both days."""
    first, dot, second, year = int(match.group(1)), match.group(2), int(match.group(3)), int(match.group(4))
    day_first, month_first = (year, second, first), (year, first, second)
    british, american = len(_SPELT_DAY_FIRST.findall(style)), len(_SPELT_MONTH_FIRST.findall(style))
    if dot == "." or british > american:
        choice = [day_first] if second <= 12 else [month_first]
    elif american > british:
        choice = [month_first] if first <= 12 else [day_first]
    else:
        choice = [day_first, month_first]
    return Printed(match.start(), match.end(), _when(match.group(), choice))


def _when(said: str, choices: list[tuple[int, int, int]]) -> When | None:
    days = []
    for year, month, day in choices:
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    return When(min(days), max(days), " ".join(said.split())) if days else None

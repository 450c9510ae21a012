"""Dates written in figures; a day and a month that could be each other stay two readings."""

from __future__ import annotations

import re
from datetime import date

from secondsource.detect.times.phrases import Calendar


def read_numeric(word: str, weekday: int | None) -> Calendar | None:
    """Read "2024-08-26", "26/08/2024", "20240826", "2024-08"; None where no day of the calendar fits."""
    parts = [int(part) for part in re.findall(r"\d+", word)]
    if len(parts) == 1:
        parts = [int(word[:4]), int(word[4:6]), int(word[6:])]
    if len(parts) == 2:
        year, month = (parts[0], parts[1]) if parts[0] > 31 else (parts[1], parts[0])
        return Calendar(year, month)
    if parts[0] > 31:
        year, month, day = parts
        return Calendar(year, month, day, weekday) if is_day(year, month, day) else None
    first, second, year = parts
    if year < 100:
        year += 2000 if year < 70 else 1900
    readings = {(month, day) for month, day in ((first, second), (second, first)) if is_day(year, month, day)}
    if weekday is not None:
        readings = {r for r in readings if date(year, *r).weekday() == weekday} or readings
    if not readings:
        return None
    if len(readings) == 1:
        month, day = readings.pop()
        return Calendar(year, month, day, weekday)
    return Calendar(year, either=(first, second))


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True

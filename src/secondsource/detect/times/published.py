"""When a document appeared, from its text alone: a dateline, a date line at its head, or a weekday with a date.

"Monday (Aug. 26)" fits few years, and what the text tells as past must lie before it. Where the facts of the text do
not settle the year, the answer has an open end or is None; the clock is never asked.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date
from typing import Final

from secondsource.detect.times.numeric import is_day
from secondsource.detect.times.periods import moved
from secondsource.detect.times.phrases import Calendar, Meaning, Range
from secondsource.detect.times.reading import Reading, is_of_its_day, read_times
from secondsource.detect.times.tense import Tenses
from secondsource.model import Document, Span, When

_HEAD_LINES: Final = 6  # datelines and bare date lines stand this near the top
_STAMP_LINES: Final = 30  # a line that says "published" or "updated" may stand lower, below a by-line and captions
_STAMP: Final = re.compile(
    r"^\W*(?:first |last )?(?:published|posted|updated|modified|issued|released|date)\b", re.IGNORECASE
)
# What may stand on a date line beside the date: the stamp's words, the time of day, a weekday, a time zone.
_BESIDE_WORDS: Final = frozenset(
    ("first", "last", "published", "posted", "updated", "modified", "issued", "released", "date", "time", "on", "at")
)
_BESIDE: Final = re.compile(
    r"\d{1,2}|[ap]m?|m|[A-Z]{2,4}|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
)
_CYCLE: Final = 28  # years after which every date has its weekday again
_NEAR_YEARS: Final = 2  # two past dates so near below a year that fits say that the text is of that year
_FRESH_DAYS: Final = 500  # one that is known to the month says so alone where it lies so near below
_ABOUT_HALF_A_YEAR: Final = 182


def find_published(
    document: Document, sentences: tuple[Span, ...], tenses: Tenses | None = None
) -> tuple[When, str] | None:
    """Give the days on which the text can have appeared and what says so ("text: ..."), or None.

    Looks at the text only, never at `document.published`; a reference work has no day of its own.
    """
    if document.reference:
        return None
    readings = tuple(read_times(document, sentences, None, tenses))
    dated = _from_head(document, readings)
    if dated is not None:
        return dated
    floor, floor_said = _latest_past(readings, document)
    ceiling = _earliest_future(readings)
    named = _from_weekday(document, readings, floor, ceiling)
    if named is not None:
        return named
    if floor is None or not any(is_of_its_day(reading.meaning) for reading in readings):
        return None
    # A bare year says little, and both wrong floors on the 286 dev texts of bench/copies were bare years to come.
    if floor_said.isdigit() or _tells_history(readings):
        return None
    return When(floor, None, floor_said), f'text: after "{floor_said}", the latest past date that it tells of'


def _head_lines(text: str) -> Iterator[tuple[int, int, str]]:
    """The first lines that are not blank: their number, their place, their text (cut where long)."""
    start, seen = 0, 0
    while start < len(text) and seen < _STAMP_LINES:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if not text[start:end].isspace() and end > start:
            yield seen, start, text[start : min(end, start + 300)]
            seen += 1
        start = end + 1


def _from_head(document: Document, readings: tuple[Reading, ...]) -> tuple[When, str] | None:
    """A dateline or a line that is a date; without a year, the first year that the text's past allows."""
    starts = [reading.start for reading in readings]
    for number, start, line in _head_lines(document.text):
        here = slice(bisect_left(starts, start), bisect_left(starts, start + len(line)))
        for reading in readings[here]:
            meaning = reading.meaning
            if not isinstance(meaning, Calendar) or meaning.month is None or meaning.day is None:
                continue
            kind = _kind_of_head(line, reading.start - start, reading.end - start)
            if not kind or (number >= _HEAD_LINES and not _STAMP.match(line)):
                continue
            said = document.text[reading.start : reading.end]
            if meaning.year is not None and is_day(meaning.year, meaning.month, meaning.day):
                day = date(meaning.year, meaning.month, meaning.day)
                return When(day, day, said), f'text: {kind} "{said}"'
            if meaning.year is None:
                return _yearless_head(document, readings, meaning, said)
    return None


def _kind_of_head(line: str, start: int, end: int) -> str:
    before, after = line[:start], line[end:]
    beside = re.findall(r"\w+", f"{before} {after}")
    if all(word.lower() in _BESIDE_WORDS or _BESIDE.fullmatch(word) for word in beside):
        return "date line"
    words = before.replace(",", " ").replace("(", " ").split()
    opens = re.match(r"\s*(?:\([^()]{2,40}\)\s*)?[,.]?\s*(?:[—–:-]|\([A-Z])", after) or re.match(r"\s*\([A-Z]", after)
    if words and len(words) <= 6 and words[0].isupper() and len(words[0]) > 2 and opens:
        return "dateline"
    return ""


def _yearless_head(
    document: Document, readings: tuple[Reading, ...], meaning: Calendar, said: str
) -> tuple[When, str] | None:
    floor, floor_said = _latest_past(readings, document)
    if floor is None or meaning.month is None or meaning.day is None:
        return None
    days = _candidates(meaning, floor, _earliest_future(readings), readings)
    if not days:
        return None
    if _is_settled(days, readings, _earliest_future(readings)):
        return When(days[0], days[0], said), f'text: dateline "{said}"; the year follows from "{floor_said}"'
    return When(days[0], None, said), f'text: dateline "{said}" without a year, not before "{floor_said}"'


def _from_weekday(
    document: Document, readings: tuple[Reading, ...], floor: date | None, ceiling: date | None
) -> tuple[When, str] | None:
    """A past "Monday (Aug. 26)": the week from that day on, in the one year that fits."""
    best: tuple[date, str, bool] | None = None
    for reading in readings:
        meaning = reading.meaning
        if not isinstance(meaning, Calendar) or meaning.weekday is None or meaning.day is None or meaning.month is None:
            continue
        if meaning.year is not None or reading.tense == "future" or floor is None:
            continue
        days = _candidates(meaning, floor, ceiling, readings)
        if days and (best is None or days[0] > best[0]):
            best = (days[0], document.text[reading.start : reading.end], _is_settled(days, readings, ceiling))
    if best is None:
        return None
    day, said, settled = best
    if not settled:
        return When(day, None, said), f'text: "{said}", in {day.year} or a later year with that weekday'
    return When(day, moved(day, 6, "day"), said), f'text: "{said}"; weekday and date agree in {day.year}'


def _candidates(meaning: Calendar, floor: date, ceiling: date | None, readings: tuple[Reading, ...]) -> list[date]:
    """The days with that month, day and weekday that lie between what the text tells as past and as future.

    Every other day of the text that has its weekday ("Thursday, 29 February") has to have it in that year too.
    """
    if meaning.month is None or meaning.day is None:
        return []
    years = range(floor.year, min(floor.year + _CYCLE, MAXYEAR) + 1)
    days = [date(y, meaning.month, meaning.day) for y in years if is_day(y, meaning.month, meaning.day)]
    return [
        day
        for day in days
        if (meaning.weekday is None or day.weekday() == meaning.weekday)
        and day >= floor
        and (ceiling is None or day <= ceiling)
        and all(_agrees(reading.meaning, day) for reading in readings)
    ]


def _agrees(meaning: Meaning, published: date) -> bool:
    """Whether a day that is told with its weekday has that weekday in the year of a publication."""
    if not isinstance(meaning, Calendar) or meaning.year is not None or meaning.weekday is None:
        return True
    if meaning.month is None or meaning.day is None:
        return True
    near = [
        date(year, meaning.month, meaning.day)
        for year in (published.year - 1, published.year, published.year + 1)
        if MINYEAR <= year <= MAXYEAR and is_day(year, meaning.month, meaning.day)
    ]
    close = [day for day in near if abs((day - published).days) <= _ABOUT_HALF_A_YEAR]
    return not close or any(day.weekday() == meaning.weekday for day in close)


def _is_settled(days: list[date], readings: tuple[Reading, ...], ceiling: date | None) -> bool:
    """Whether the first day that fits is the one: what is to come allows no other, or what is past lies near below.

    Near are two past dates of the two years before, or one that is known to the month; the next day that fits must
    be further off.
    """
    if len(days) == 1:
        return ceiling is not None
    past = [
        (first, reading.resolved.period.grain)
        for reading in _explicit(readings)
        if reading.tense == "past" and (first := reading.resolved.period.first)
    ]
    near = {first for first, _ in past if first.year >= days[0].year - _NEAR_YEARS}
    fresh = any(grain in ("day", "month") and 0 <= (days[0] - first).days <= _FRESH_DAYS for first, grain in past)
    return (len(near) > 1 or fresh) and days[1].year - days[0].year > _NEAR_YEARS


def _explicit(readings: tuple[Reading, ...]) -> Iterator[Reading]:
    for reading in readings:
        meaning = reading.meaning
        whole = meaning.right.meaning if isinstance(meaning, Range) else meaning
        if isinstance(whole, Calendar) and whole.year is not None and reading.resolved.period.first:
            yield reading


def _latest_past(readings: tuple[Reading, ...], document: Document) -> tuple[date | None, str]:
    """The first day of the latest date with a year that the text tells as past, and its words."""
    latest: date | None = None
    said = ""
    for reading in _explicit(readings):
        first = reading.resolved.period.first
        ends = reading.resolved.ends
        if ends is not None:
            first = ends[1].first
        past = reading.tense == "past" and reading.bound not in ("by", "before", "after")
        if past and first is not None and (latest is None or first > latest):
            latest, said = first, document.text[reading.start : reading.end]
    return latest, said


def _earliest_future(readings: tuple[Reading, ...]) -> date | None:
    """The last day of the earliest date with a year that the text tells as to come."""
    lasts = [r.resolved.period.last for r in _explicit(readings) if r.tense == "future" and r.resolved.period.last]
    floor = max((r.resolved.period.first for r in _explicit(readings) if r.tense == "past"), default=None)  # type: ignore[type-var]
    return min((last for last in lasts if floor is None or last > floor), default=None)


def _tells_history(readings: tuple[Reading, ...]) -> bool:
    years = sum(1 for _ in _explicit(readings))
    own = sum(is_of_its_day(reading.meaning) for reading in readings)
    return years >= 2 * own

"""The dates task: time expressions with TIMEX3 values, from the program's own reader.

Three conventions are met. A document (more than one line, or long) is answered as TIMEX3: one tag on either side of
"to", "before" or "on". A narrative of past years, as the reader takes it, is answered with the values of TIMEX2. A
lone sentence is a query to a calendar, answered as the DateTimeModel specification writes it: a range is one
expression, its value `first day/day after the last`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from secondsource.detect.parse import find_sentences, parse
from secondsource.detect.times.periods import Period
from secondsource.detect.times.phrases import Calendar, Meaning, Piece, Range, Relative, Repeat, Stretch
from secondsource.detect.times.reading import Reading, read_times
from secondsource.detect.times.tense import tenses_of
from secondsource.model import Document, When

_QUERY_LENGTH = 400
_PLAIN = re.compile(r"\d{4}(?:-(?:\d\d(?:-\d\d)?|W\d\d(?:-WE)?|Q\d|H\d|S[PU]|FA|WI))?|\d{2,3}")


def predict(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Give `{"id", "times"}` for rows with `id`, `text` and `reference_date`."""
    for row in rows:
        text = row["text"]
        document = Document(id="bench", file="bench.txt", text=text)
        parsed = parse(document)
        sentences = find_sentences(document, parsed)
        day = date.fromisoformat(row["reference_date"][:10])
        query = len(text) <= _QUERY_LENGTH and "\n" not in text.strip()
        when = When(day, day, row["reference_date"])
        readings = read_times(document, sentences, when, tenses_of(parsed), apart=not query)
        if query:
            answers = [answer for r in readings if (answer := _query_answer(r))]
        else:
            answers = [answer for r in readings for answer in _tags(r, text)]
        yield {"id": row["id"], "times": answers}


# The sets of TIMEX2, which writes them as dates with open places.
_TIMEX2_SETS = {"P1D": "XXXX-XX-XX", "P1W": "XXXX-WXX", "P1M": "XXXX-XX", "P1Y": "XXXX", "P3M": "XXXX-QX"}
_AT_A_TIME = re.compile(r"(?P<left>.+?)\s+(?P<signal>on|at)\s+(?P<right>.+)", re.DOTALL)


def _tags(reading: Reading, text: str) -> Iterator[dict[str, Any]]:
    """The tags that a document's annotators set for one reading."""
    value = reading.resolved.period.value
    if reading.history:
        said = text[reading.start : reading.end].lower()
        if isinstance(reading.meaning, Piece) and value and "-W" in value:
            yield {**_answer(reading, "P1W"), "type": "DURATION"}
            return
        rate = said.startswith(("per ", "a ")) or not isinstance(reading.meaning, Repeat)
        yield _answer(reading, value if rate else _TIMEX2_SETS.get(value or "", value))
        return
    if text[reading.start : reading.end].lower() in ("former", "future"):
        return  # TIMEX2 marks these adjectives, the news corpora of TimeML do not
    if value and re.fullmatch(r"\d{2,3}", value):
        value += "X" * (4 - len(value))
    parted = _AT_A_TIME.fullmatch(text[reading.start : reading.end]) if reading.resolved.type == "TIME" else None
    if parted is None or not value:
        yield _answer(reading, value)
        return
    clock = "left" if parted["signal"] == "on" else "right"
    for side in ("left", "right"):
        start = reading.start + parted.start(side)
        end = start + len(parted[side].rstrip(", "))
        kind, part = ("TIME", value) if side == clock else ("DATE", value.partition("T")[0])
        yield {"start": start, "end": end, "type": kind, "value": part}


def _answer(reading: Reading, value: str | None) -> dict[str, Any]:
    return {"start": reading.start, "end": reading.end, "type": reading.resolved.type, "value": value}


def _query_answer(reading: Reading) -> dict[str, Any] | None:
    resolved, meaning = reading.resolved, reading.meaning
    period = resolved.period
    if resolved.exact is not None:
        return _answer(reading, resolved.exact.isoformat())
    if resolved.type in ("SET", "TIME") or period.first is None or period.last is None:
        return _answer(reading, period.value) if resolved.type == "DATE" else None
    if isinstance(meaning, Calendar) and meaning.either is not None and meaning.year is not None:
        month, day = meaning.either  # the specification writes the month first
        return _answer(reading, date(meaning.year, month, day).isoformat())
    if reading.bound:
        return _answer(reading, _open(reading, period.first, period.last))
    edge = isinstance(meaning, Calendar | Relative) and meaning.edge
    if resolved.type == "DATE" and period.value and _PLAIN.fullmatch(period.value) and not edge:
        return _answer(reading, period.value)
    if resolved.ends is not None:
        return _answer(reading, f"{period.first}/{_end_of_range(meaning, resolved.ends[1])}")
    last = period.last
    if not (isinstance(meaning, Stretch) and meaning.which == "last"):
        last += timedelta(days=1)
    return {**_answer(reading, f"{period.first}/{last}"), "type": "DATE"}


def _end_of_range(meaning: Meaning, end: Period) -> date | None:
    """A range ends where its last date begins, or after it where "the end of" is said."""
    right = meaning.right.meaning if isinstance(meaning, Range) else None
    if isinstance(right, Calendar) and right.edge == "end" and end.last is not None:
        return end.last + timedelta(days=1)
    return end.first or end.last


def _open(reading: Reading, first: date, last: date) -> str:
    after = last + timedelta(days=1)
    day = first == last
    if reading.bound == "since":
        return f"{first}/.."
    if reading.bound == "after":
        return f"{first if day else after}/.."
    return f"../{first if reading.bound == 'before' else last if day else after}"

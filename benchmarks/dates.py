"""The dates task: time expressions with TIMEX3 values, from the program's own reader.

Two conventions are met. A document (more than one line, or long) is answered as TIMEX3: both ends of a range apart.
A lone sentence is a query to a calendar, answered as the DateTimeModel specification writes it: a range is one
expression, its value `first day/day after the last`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from secondsource.detect.time_periods import Period
from secondsource.detect.time_phrases import Calendar, Meaning, Range, Relative, Stretch
from secondsource.detect.time_reading import Reading, read_times
from secondsource.model import Document, Span, When

_QUERY_LENGTH = 400
_PLAIN = re.compile(r"\d{4}(?:-(?:\d\d(?:-\d\d)?|W\d\d(?:-WE)?|Q\d|H\d|S[PU]|FA|WI))?|\d{2,3}")


def predict(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Give `{"id", "times"}` for rows with `id`, `text` and `reference_date`."""
    for row in rows:
        text = row["text"]
        document = Document(id="bench", file="bench.txt", text=text)
        sentences = tuple(Span("bench", m.start(), m.end()) for m in re.finditer(r"[^.!?\n]+[.!?\n]*", text))
        day = date.fromisoformat(row["reference_date"][:10])
        query = len(text) <= _QUERY_LENGTH and "\n" not in text.strip()
        readings = read_times(document, sentences, When(day, day, row["reference_date"]), apart=not query)
        answers = (_query_answer(r) if query else _answer(r, r.resolved.period.value) for r in readings)
        yield {"id": row["id"], "times": [answer for answer in answers if answer]}


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
    edge = isinstance(meaning, Calendar | Relative) and (meaning.edge or getattr(meaning, "leaning", ""))
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

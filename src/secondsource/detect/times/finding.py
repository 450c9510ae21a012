"""Time expressions of one document: found, given a TIMEX3 value, and tied to days as far as the text allows.

"Yesterday" hangs on the document's day, "that year" on the story's last date, "three months after" on a happening
that the extract stage knows. A vague date stays an interval; what cannot be tied says so by `when=None`.
"""

from __future__ import annotations

from datetime import date, timedelta

from secondsource.detect.times.published import find_published
from secondsource.detect.times.reading import Reading, read_times
from secondsource.detect.times.tense import Tenses
from secondsource.model import Document, Span, Time, When

__all__ = ["find_published", "find_times"]


def find_times(
    document: Document, sentences: tuple[Span, ...], published: When | None, tenses: Tenses | None = None
) -> tuple[Time, ...]:
    """Give the document's time expressions in order, none inside furniture, a range as one interval.

    `published` is the interval in which the document appeared, None where nobody knows it; then what hangs on it has
    a value but no days. `tenses` tells from the parse whether a clause looks back or ahead.
    """
    readings = read_times(document, sentences, published, tenses)
    return tuple(_time(document, r, published) for r in readings if not _only_describes(document, r))


def _only_describes(document: Document, reading: Reading) -> bool:
    """Whether the expression is an adjective that dates nothing ("the former minister")."""
    return document.text[reading.start : reading.end].lower() in ("former", "future", "current", "recent")


def _time(document: Document, reading: Reading, published: When | None) -> Time:
    resolved = reading.resolved
    said = document.text[reading.start : reading.end]
    period = resolved.period
    first, last = _bounded(reading, published)
    known = (first or last) and resolved.type != "SET"
    return Time(
        span=Span(document.id, reading.start, reading.end),
        type=resolved.type,
        value=period.value,
        when=When(first, last, said) if known else None,
        shift=resolved.shift,
        anchor=resolved.anchor if known or reading.tense != "future" else "ahead",
    )


def _bounded(reading: Reading, published: When | None) -> tuple[date | None, date | None]:
    """The days that the expression covers together with the word before it: "since 2019" reaches to the publication."""
    first, last = reading.resolved.period.first, reading.resolved.period.last
    if reading.resolved.type not in ("DATE", "TIME") or not (first or last):
        return first, last
    if reading.bound == "since":
        until = published.latest if published else None
        return first, until if until and first and until >= first else None
    if reading.bound == "by":
        return None, last
    if reading.bound == "before":
        return None, first - timedelta(days=1) if first and first > date.min else first
    if reading.bound == "after":
        return last + timedelta(days=1) if last and last < date.max else last, None
    return first, last

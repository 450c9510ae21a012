"""The coreference task: mentions are given, which of them tell of one event is asked, over the whole file.

Reads nothing of a row but its text, its address and where its mentions stand. What linking alone takes, apart from
reading and embedding, is printed on stderr.
"""

from __future__ import annotations

import sys
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from secondsource.detect import detect
from secondsource.link.coreference import Telling, same_events, tell
from secondsource.model import Document, Span
from secondsource.words.stems import stems_of


def predict(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """From {"doc", "text", "url"?, "mentions": [{"id", "start", "end"}]} to {"id", "cluster"}, one a mention."""
    started = time.perf_counter()
    tellings: list[Telling] = []
    reports: list[Counter[str]] = []
    ids: list[str] = []
    for place, row in enumerate(rows):
        told, report = read(row, place)
        tellings += told
        reports.append(report)
        ids += [mention["id"] for mention in row["mentions"]]
    between = time.perf_counter()
    clusters = same_events(tellings, reports)
    linked = time.perf_counter() - between
    sys.stderr.write(
        f"{len(ids)} mentions: read in {between - started:.1f} s, linked in {linked:.2f} s, "
        f"{1000 * linked / max(1, len(ids)):.2f} ms a mention\n"
    )
    for mention, number in zip(ids, clusters, strict=True):
        yield {"id": mention, "cluster": str(number)}


def read(row: dict[str, Any], place: int) -> tuple[list[Telling], Counter[str]]:
    """The mentions of one row and the stems of its text."""
    text = row["text"]
    noticed = detect(Document(row["doc"], row["doc"], text, url=row.get("url")))
    ends = [i for i, c in enumerate(text) if c == "\n"] + [len(text)]
    told = []
    for mention in row["mentions"]:
        line = bisect_right(ends, mention["start"])
        sentence = Span(row["doc"], ends[line - 1] + 1 if line else 0, ends[line])
        trigger = Span(row["doc"], mention["start"], mention["end"])
        told.append(tell(text, (place, line), sentence, trigger, (noticed.names, noticed.times)))
    return told, Counter(stems_of(text))

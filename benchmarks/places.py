"""The places task: what detect finds and where it puts it, in the form that the bench's scorer reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from secondsource.detect.names import find_drafts
from secondsource.detect.parse import parse
from secondsource.detect.places import locate
from secondsource.model import Document

# The texts of the bench are partly local newspapers, whose towns are small; the program itself knows those of 15,000.
SMALLEST = 1000


def predict(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """From {"id", "text"} to {"id", "places": [{"start", "end", "lat", "lon"}]}, degrees or null."""
    for row in rows:
        document = Document(row["id"], row["id"], row["text"])
        parsed = parse(document)
        drafts = find_drafts(parsed)
        located = locate([token.text for token in parsed], drafts, SMALLEST)
        places = []
        for draft in drafts:
            if draft.sort not in ("country", "capital", "region", "found"):
                continue
            place = located.get(draft.start)
            last = parsed[draft.end - 1]
            places.append(
                {
                    "start": parsed[draft.start].idx,
                    "end": last.idx + len(last),
                    "lat": place.lat if place else None,
                    "lon": place.lon if place else None,
                }
            )
        yield {"id": row["id"], "places": places}

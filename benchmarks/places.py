"""The places task: what detect finds and where it puts it, in the form that the bench's scorer reads.

News gazetteers' tests also mark adjectives ("Turkish") and the town inside a body's name ("Oxford University"). The
program calls neither a place; the components that notice them are asked here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from secondsource.detect.names.drafts import Draft, settle
from secondsource.detect.names.finding import find_drafts
from secondsource.detect.parse import parse
from secondsource.detect.places.embedded import find_inside, is_street, is_sure
from secondsource.detect.places.locating import locate
from secondsource.detect.places.outlet_country import home_of
from secondsource.model import Document, Place
from secondsource.words.countries import countries

PLACES = ("country", "capital", "region", "found")


def predict(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """From {"id", "text"} to {"id", "places": [{"start", "end", "lat", "lon"}]}, degrees or null."""
    points = {country.name: Place(country.name, country.name, *country.at, "country") for country in countries()}
    for row in rows:
        document = Document(row["id"], row["id"], row["text"], outlet=row.get("outlet"))
        parsed = parse(document)
        words = [token.text for token in parsed]
        drafts = find_drafts(parsed)
        known = [d for d in drafts if d.sort != "found" or is_sure(words, d)]
        marked = [draft for draft in known if draft.sort in PLACES and not is_street(words, draft)]
        marked += [_adjective(draft, points) for draft in drafts if draft.sort == "people" and draft.side in points]
        marked += [_adjective(d, points) if d.sort == "people" else d for d in find_inside(parsed, words, known)]
        marked = settle(marked)
        rest = [draft for draft in drafts if draft.sort not in (*PLACES, "people")]
        located = locate(words, sorted([*marked, *rest], key=lambda d: d.start), home_of(document))
        yield {"id": row["id"], "places": [_row(parsed, draft, located.get(draft.start)) for draft in marked]}


def _adjective(draft: Draft, points: dict[str, Place]) -> Draft:
    return replace(draft, place=points.get(draft.side or ""), rank=55)


def _row(parsed: Any, draft: Draft, place: Place | None) -> dict[str, Any]:
    last = parsed[draft.end - 1]
    return {
        "start": parsed[draft.start].idx,
        "end": last.idx + len(last),
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
    }

"""Event rows as files: PLOVER JSON Lines, CSV in the field's usual columns, Parquet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from typing import Any

import msgspec

from secondsource.coding.actors import Entity
from secondsource.coding.rows import EventRow
from secondsource.errors import SecondSourceError
from secondsource.model import Place

CODEBOOK = "PLOVER 2.0"
# PLOVER writes how fine a place is as 1 (country) to 5 (part of a city).
_RESOLUTION = {"country": 1, "region": 2, "sea": 2, "city": 4, "site": 5}
COLUMNS = (
    "id", "date", "end_date", "source_code", "source_country", "source_sector", "source_name", "target_code",
    "target_country", "target_sector", "target_name", "event", "cameo", "mode", "context", "quad", "status", "place",
    "country", "lat", "lon", "confidence", "holders", "file", "outlet", "url", "published", "sentence", "start", "end",
    "text",
)  # fmt: skip


def plover_lines(rows: Iterable[EventRow]) -> bytes:
    """One JSON object a line, with the fields of the PLOVER manual and ours beside them."""
    encoder = msgspec.json.Encoder()
    return b"".join(encoder.encode(_plover(row)) + b"\n" for row in rows)


def _plover(row: EventRow) -> dict[str, Any]:
    first, last = _days(row)
    return {
        "id": row.id,
        "date": first,
        "enddate": last,
        "actor": [_entity(e) for e in row.actors],
        "recipient": [_entity(e) for e in row.recipients],
        "event": [row.type],
        "mode": list(row.modes),
        "context": list(row.contexts),
        "quad_code": row.quad,
        "cameo": row.cameo,
        "event_loc": _location(row.place),
        "event_text": [row.text],
        "text": row.text,
        "text_info": {"sequence": row.sentence, "start": row.span.start, "end": row.span.end},
        "trigger": {"start": row.trigger.start, "end": row.trigger.end},
        "cite_info": {
            "url": row.url,
            "publication": row.outlet,
            "document": row.document,
            "file": row.file,
            "coder": f"secondsource {version('secondsource')}",
            "codebook": CODEBOOK,
        },
        "status": row.status,
        "confidence": row.confidence,
        "holders": list(row.holders),
    }


def _days(row: EventRow) -> tuple[date | None, date | None]:
    """The days of the happening; of the report where the text names none."""
    when = row.when or row.published
    return (when.earliest, when.latest) if when is not None else (None, None)


def _entity(entity: Entity) -> dict[str, str]:
    return {"code": entity.code, "sector": entity.sector, "entity_text": entity.name, "sector_why": entity.why}


def _location(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "name": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "resolution": _RESOLUTION[place.precision],
    }


def table(rows: Iterable[EventRow], *, cameo: bool = False) -> list[dict[str, Any]]:
    """One record a dyad: every pair of source and target of every row, in the order of `COLUMNS`.

    Parties of a meeting face each other, both ways, as the older data sets have it. With `cameo`, rows without a CAMEO
    code are left out.
    """
    return [_record(row, source, target) for row in rows if row.cameo or not cameo for source, target in dyads(row)]


def dyads(row: EventRow) -> list[tuple[Entity | None, Entity | None]]:
    """Who acts on whom: actors on recipients, or each party on each other; None where there is nobody."""
    if row.recipients:
        return [(a, r) for a in row.actors or (None,) for r in row.recipients]
    if len(row.actors) > 1:
        return [(a, b) for a in row.actors for b in row.actors if a is not b]
    return [(row.actors[0] if row.actors else None, None)]


def _record(row: EventRow, source: Entity | None, target: Entity | None) -> dict[str, Any]:
    first, last = _days(row)
    place = row.place
    values = (
        row.id, first, last, *_side(source), *_side(target), row.type, row.cameo, "|".join(row.modes),
        "|".join(row.contexts), row.quad, row.status, place.name if place else None, place.country if place else None,
        place.lat if place else None, place.lon if place else None, row.confidence, " < ".join(row.holders), row.file,
        row.outlet, row.url, row.published.said if row.published else None, row.sentence, row.span.start, row.span.end,
        row.text,
    )  # fmt: skip
    return dict(zip(COLUMNS, values, strict=True))


def _side(entity: Entity | None) -> tuple[str | None, str | None, str | None, str | None]:
    if entity is None:
        return None, None, None, None
    return entity.code + entity.sector, entity.code or None, entity.sector or None, entity.name


def csv_table(records: Sequence[Mapping[str, Any]]) -> str:
    """The records as CSV with a heading; a cell that a spreadsheet would take for a formula gets a quote before it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for record in records:
        writer.writerow([_cell(record[column]) for column in COLUMNS])
    return out.getvalue()


def _cell(value: object) -> object:
    text = "" if value is None else str(value)
    return "'" + text if isinstance(value, str) and text and text[0] in "=+-@\t\r" else text


def parquet_table(records: Sequence[Mapping[str, Any]]) -> bytes:
    """The records as a Parquet file; raises SecondSourceError where pyarrow is not installed."""
    if find_spec("pyarrow") is None:
        raise SecondSourceError(
            "Parquet needs pyarrow; run pip install 'secondsource[parquet]', or write .csv or .jsonl"
        )
    arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    kinds = {
        **dict.fromkeys(("date", "end_date"), arrow.date32()),
        **dict.fromkeys(("lat", "lon", "confidence"), arrow.float64()),
        **dict.fromkeys(("quad", "sentence", "start", "end"), arrow.int64()),
    }
    schema = arrow.schema([(column, kinds.get(column, arrow.string())) for column in COLUMNS])
    out = io.BytesIO()
    parquet.write_table(arrow.Table.from_pylist([dict(r) for r in records], schema=schema), out)
    return out.getvalue()

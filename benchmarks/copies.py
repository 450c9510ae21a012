"""The copies task: which pages of a pile carry the same text, and which agency's it is, as the bench's scorer reads it.

The pages are collected as files would be; what `link` asks of a pile's documents is asked here, without the parse.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from secondsource.collect import document_from_text
from secondsource.extract.sources.wires import wire_of
from secondsource.link.agencies import SURE, Owed, find_owners, with_common_agency
from secondsource.link.copies import find_copies, page_of
from secondsource.model import Document
from secondsource.words.outlets import at_address

# From this probability on two pages are said to share their origin.
SAME = 0.5
_SHORT = {"Associated Press": "AP", "Agence France-Presse": "AFP"}


def predict(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """From {"id", "outlet", "text"} to {"a", "b"} for each pair and {"id", "agency"} for each page."""
    documents = [_document(row) for row in rows]
    pages = [page_of(document) for document in documents]
    signed = {i: signature for i, document in enumerate(documents) if (signature := _signed(document)) is not None}
    copies = with_common_agency(find_copies(pages, range(len(pages))), signed)
    for copy in copies:
        if copy.p >= SAME:
            yield {"a": documents[copy.earlier].file, "b": documents[copy.later].file}
    owed = find_owners(documents, pages, copies, signed)
    for i, document in enumerate(documents):
        agency = owed[i].agency.name if i in owed and owed[i].p >= SURE else None
        yield {"id": document.file, "agency": _SHORT.get(agency, agency) if agency else None}


def _document(row: dict[str, Any]) -> Document:
    known = at_address(row["outlet"])
    return document_from_text(row["text"], file=row["id"], outlet=known.name if known else row["outlet"])


def _signed(document: Document) -> Owed | None:
    wire = wire_of(document)
    if wire is None or wire[0].kind != "agency":
        return None
    return Owed(wire[0], 1.0, f"signed by {wire[0].name}", wire[1])

"""Bytes to Documents: text that never changes again, its metadata, its furniture marked, and reasons for the rest."""

from __future__ import annotations

from secondsource.collect.document import Metadata, document_from_text
from secondsource.collect.reading import Collected, Revision, collect, read_document, standing_on

__all__ = ["Collected", "Metadata", "Revision", "collect", "document_from_text", "read_document", "standing_on"]

"""Document to Mentions."""

from __future__ import annotations

from dataclasses import replace

from secondsource.detect.names.finding import find_names
from secondsource.detect.parse import find_sentences, parse
from secondsource.detect.times.finding import find_times
from secondsource.detect.times.published import find_published
from secondsource.detect.times.tense import tenses_of
from secondsource.model import Document, Mentions


def detect(document: Document) -> Mentions:
    """Give the sentences, names and times of a document, and the parse under them."""
    parsed = parse(document)
    sentences = find_sentences(document, parsed)
    tenses = tenses_of(parsed)
    if document.published is None:
        dated = find_published(document, sentences, tenses)
        if dated is not None:
            document = replace(document, published=dated[0], published_basis=dated[1])
    times = find_times(document, sentences, document.published, tenses)
    return Mentions(document, sentences, find_names(document, parsed), times, parsed)


__all__ = ["detect"]

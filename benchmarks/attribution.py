"""Attributions as the bench of that name wants them: propositions and judgements, nothing nested in another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from secondsource.detect.parse import find_sentences, parse
from secondsource.extract.sayings.attributions import find_sayings
from secondsource.model import Attribution, Document, Mentions, Span


def predict(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """For every row with an id and a text, the attributions with offsets of source, cue and content."""
    for row in rows:
        document = Document(id=str(row["id"]), file=str(row["id"]), text=row["text"])
        parsed = parse(document)
        mentions = Mentions(document, find_sentences(document, parsed), (), (), parsed)
        yield {"id": row["id"], "attributions": [_row(one) for one in attributions_of(mentions)]}


def attributions_of(mentions: Mentions) -> list[Attribution]:
    """The attributions of one document that lie in no other's content."""
    return _outermost(find_sayings(mentions))


def _outermost(found: tuple[Attribution, ...]) -> list[Attribution]:
    """Those whose cue lies in nobody else's content: the annotators rarely marked a saying within a saying."""
    covered = sorted((piece.start, piece.end, n) for n, one in enumerate(found) for piece in one.content)
    kept = []
    for n, one in enumerate(found):
        at = one.cue[0].start if one.cue else -1
        if at >= 0 and not any(start <= at < end and m != n for start, end, m in covered):
            kept.append(one)
    return kept


def _row(one: Attribution) -> dict[str, list[list[int]]]:
    return {"source": _offsets(one.source), "cue": _offsets(one.cue), "content": _offsets(one.content)}


def _offsets(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]

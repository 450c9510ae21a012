"""Lineage: who has it from whom, by what the texts cite and by what they copy (rating.md, section 3).

Copies are found through word 5-grams: each belongs to the first document that holds it in order of publication, so the
whole is linear in the pile, however many copies there are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from secondsource.model import Document, Edge, Findings, Relation, Span

SHINGLE = 5
# Containment in an earlier text and the probability that the later one has it from there (rating.md, section 3).
STEPS = ((0.8, 1.0), (0.5, 0.8), (0.3, 0.5))
_LEAST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Echo:
    """What a sentence repeats: the document (its position), the share of its words found there, the probability."""

    document: int
    share: float
    p: float


@dataclass(frozen=True, slots=True)
class Lineage:
    """The edges of a pile, the copied sentences by (document, start), and the documents of each outlet."""

    edges: tuple[Edge, ...]
    echoes: Mapping[tuple[int, int], Echo]
    by_outlet: Mapping[str, tuple[int, ...]]
    order: tuple[int, ...]


def find_lineage(findings: Sequence[Findings]) -> Lineage:
    """Who cites, relays and copies whom in a pile."""
    order = tuple(sorted(range(len(findings)), key=lambda i: order_key(findings[i].document)))
    by_outlet: dict[str, tuple[int, ...]] = {}
    for i, found in enumerate(findings):
        outlet = found.document.outlet
        if outlet:
            by_outlet[outlet] = (*by_outlet.get(outlet, ()), i)
    echoes, copies = _copies(findings, order)
    edges = [*_citations(findings, by_outlet), *copies, *_publishers(findings, by_outlet)]
    return Lineage(tuple(edges), echoes, by_outlet, order)


def order_key(document: Document) -> tuple[date, int, str]:
    """Where a document stands in time: by its last possible date, undated ones last, longer texts first."""
    published = document.published
    day = (published.latest or published.earliest) if published is not None else None
    return (day or date.max, -len(document.text), document.id)


def _shingles(text: str) -> list[int]:
    words = re.findall(r"\w+", text.lower())
    return [hash(tuple(words[i : i + SHINGLE])) for i in range(len(words) - SHINGLE + 1)]


def _copies(findings: Sequence[Findings], order: Sequence[int]) -> tuple[dict[tuple[int, int], Echo], list[Edge]]:
    first: dict[int, int] = {}
    echoes: dict[tuple[int, int], Echo] = {}
    edges: list[Edge] = []
    for i in order:
        document = findings[i].document
        whole: Counter[int] = Counter()
        total = 0
        mine: list[int] = []
        best: tuple[float, Span | None] = (0.0, None)
        for sentence in findings[i].sentences:
            grams = _shingles(document.text[sentence.start : sentence.end])
            held = Counter(first[g] for g in grams if g in first)
            whole.update(held)
            total += len(grams)
            mine += grams
            if held and len(grams) + SHINGLE - 1 >= _LEAST_WORDS:
                source, count = held.most_common(1)[0]
                share = count / len(grams)
                if (p := probability(share)) > 0:
                    echoes[(i, sentence.start)] = Echo(source, share, p)
                    if share > best[0]:
                        best = (share, sentence)
        for gram in mine:
            first.setdefault(gram, i)
        if total and whole:
            source, count = whole.most_common(1)[0]
            if (p := probability(count / total)) > 0:
                edges.append(Edge(document.id, findings[source].document.id, "copies", p, best[1]))
                for sentence in findings[i].sentences:
                    old = echoes.get((i, sentence.start))
                    if old is None or old.p < p:
                        echoes[(i, sentence.start)] = Echo(source, count / total, p)
    return echoes, edges


def probability(share: float) -> float:
    """How likely a text with this share of another's word 5-grams was taken from it."""
    return next((p for least, p in STEPS if share >= least), 0.0)


def _citations(findings: Sequence[Findings], by_outlet: Mapping[str, tuple[int, ...]]) -> list[Edge]:
    edges: dict[tuple[str, str, Relation], Edge] = {}
    for i, found in enumerate(findings):
        for citation in found.citations:
            targets = [findings[j].document.id for j in by_outlet.get(citation.source.name, ()) if j != i]
            for target in targets or [citation.source.name]:
                edge = Edge(found.document.id, target, citation.relation, 1.0, citation.sentence)
                edges.setdefault((edge.source, edge.target, edge.relation), edge)
    return list(edges.values())


def _publishers(findings: Sequence[Findings], by_outlet: Mapping[str, tuple[int, ...]]) -> list[Edge]:
    return [
        Edge(findings[b].document.id, findings[a].document.id, "same_publisher", 1.0, None)
        for documents in by_outlet.values()
        for a, b in pairwise(documents)
    ]

"""Lineage: who has it from whom, by what the texts cite, what they copy and whose text they are (rating.md, section 3).

Copied texts are found by `copies`, and whose they are by `agencies`. Copied sentences are found through word 5-grams:
each belongs to the first document that holds it in order of publication, so that is linear in the pile, however many
copies there are.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from secondsource.link.agencies import SURE, Owed, find_owners, signature_of, with_common_agency
from secondsource.link.copies import Copy, Text, align, find_copies, page_of, probability
from secondsource.model import Document, Edge, Findings, Relation, Span

SHINGLE = 5
_LEAST_WORDS = 8
# Of the texts that a copy may be from, the earliest is taken that holds nearly as much of it as any.
_NEARLY = 0.9


@dataclass(frozen=True, slots=True)
class Echo:
    """What a sentence repeats: the document (its position), the share of its words found there, the probability."""

    document: int
    share: float
    p: float


@dataclass(frozen=True, slots=True)
class Lineage:
    """The edges of a pile, the copied sentences by (document, start), and the documents of each outlet.

    `owed` holds the agency whose text a document is, and `shown` the stretch of the document that shows it.
    """

    edges: tuple[Edge, ...]
    echoes: Mapping[tuple[int, int], Echo]
    by_outlet: Mapping[str, tuple[int, ...]]
    order: tuple[int, ...]
    owed: Mapping[int, Owed]
    shown: Mapping[int, Span]


def find_lineage(findings: Sequence[Findings]) -> Lineage:
    """Who cites, relays and copies whom in a pile."""
    order = tuple(sorted(range(len(findings)), key=lambda i: order_key(findings[i].document)))
    by_outlet: dict[str, tuple[int, ...]] = {}
    for i, found in enumerate(findings):
        outlet = found.document.outlet
        if outlet:
            by_outlet[outlet] = (*by_outlet.get(outlet, ()), i)
    pages = [page_of(found.document) for found in findings]
    signed = {i: signature for i, found in enumerate(findings) if (signature := signature_of(found)) is not None}
    copies = with_common_agency(find_copies(pages, order), signed)
    owed = find_owners([found.document for found in findings], pages, copies, signed)
    echoes = _echoes(findings, order)
    edges = [*_citations(findings, by_outlet), *_copied(findings, copies, echoes), *_publishers(findings, by_outlet)]
    shown, passed_on = _owing(findings, owed)
    return Lineage((*edges, *passed_on), echoes, by_outlet, order, owed, shown)


def order_key(document: Document) -> tuple[date, int, str]:
    """Where a document stands in time: by its last possible date, undated ones last, longer texts first."""
    published = document.published
    day = (published.latest or published.earliest) if published is not None else None
    return (day or date.max, -len(document.text), document.id)


def _shingles(text: str) -> list[int]:
    words = re.findall(r"\w+", text.lower())
    return [hash(tuple(words[i : i + SHINGLE])) for i in range(len(words) - SHINGLE + 1)]


def _echoes(findings: Sequence[Findings], order: Sequence[int]) -> dict[tuple[int, int], Echo]:
    """The sentences that repeat an earlier document's, whatever the rest of their documents shares."""
    first: dict[int, int] = {}
    echoes: dict[tuple[int, int], Echo] = {}
    for i in order:
        text = findings[i].document.text
        mine: list[int] = []
        for sentence in findings[i].sentences:
            grams = _shingles(text[sentence.start : sentence.end])
            mine += grams
            held = Counter(first[g] for g in grams if g in first)
            if held and len(grams) + SHINGLE - 1 >= _LEAST_WORDS:
                source, count = held.most_common(1)[0]
                share = count / len(grams)
                if (p := probability(share)) > 0:
                    echoes[(i, sentence.start)] = Echo(source, share, p)
        for gram in mine:
            first.setdefault(gram, i)
    return echoes


def _copied(findings: Sequence[Findings], copies: Sequence[Copy], echoes: dict[tuple[int, int], Echo]) -> list[Edge]:
    """An edge from each copy to the text it is from, shown by the longest common sentence; its sentences echo it."""
    edges = []
    held: dict[int, list[Copy]] = defaultdict(list)
    for copy in copies:  # the earliest source first
        held[copy.later].append(copy)
    for later, those in held.items():
        most = max(copy.of_later for copy in those)
        source = next(copy for copy in those if copy.of_later >= _NEARLY * most)
        one, other = findings[later], findings[source.earlier]
        same = align(Text(one.document, one.sentences), Text(other.document, other.sentences))
        quote = same[0].passage if same else None
        edges.append(Edge(one.document.id, other.document.id, "copies", source.p, quote))
        p = probability(source.of_later)
        for sentence in one.sentences if p > 0 else ():
            old = echoes.get((later, sentence.start))
            if old is None or old.p < p:
                echoes[later, sentence.start] = Echo(source.earlier, source.of_later, p)
    return edges


def _owing(findings: Sequence[Findings], owed: Mapping[int, Owed]) -> tuple[dict[int, Span], list[Edge]]:
    """What shows that a text is an agency's, and an edge to the agency from each that does not say so itself."""
    shown: dict[int, Span] = {}
    edges = []
    for i, one in owed.items():
        found = findings[i]
        if one.at is not None:
            shown[i] = one.at
        elif one.source is not None:
            source = findings[one.source]
            same = align(Text(found.document, found.sentences), Text(source.document, source.sentences))
            if same:
                shown[i] = same[0].passage
        if one.p >= SURE and all(c.source.name != one.agency.name for c in found.citations):
            edges.append(Edge(found.document.id, one.agency.name, "relays", one.p, shown.get(i)))
    return shown, edges


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

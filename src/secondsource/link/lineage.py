"""Lineage: who has it from whom, by what the texts cite, what they copy and whose text they are (rating.md, section 3).

Copied texts are found by `copies`, and whose they are by `agencies`. Copied sentences are found through word 5-grams:
each belongs to the first document that holds it in order of publication, so that is linear in the pile, however many
copies there are.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from secondsource.link.agencies import SURE, Owed, Owners, own, signature_of, with_common_agency
from secondsource.link.copies import Shelf, Text, align, copies_of, page_of, probability, put_on
from secondsource.link.greedy import Rank
from secondsource.link.notices import Notices, note
from secondsource.model import Document, Edge, Findings, Notice, Relation, Span

SHINGLE = 5
_LEAST_WORDS = 8
# Of the texts that a copy may be from, the earliest is taken that holds nearly as much of it as any.
_NEARLY = 0.9
# Who cites an outlet that has more reports in the pile than this means one of so many last before his own.
_REPORTS = 16


@dataclass(frozen=True, slots=True)
class Echo:
    """What a sentence repeats: the document (its position), the share of its words found there, the probability."""

    document: int
    share: float
    p: float


@dataclass(frozen=True, slots=True)
class Lineage:
    """The edges of a pile, the copied sentences by (document, start), and the documents of each outlet.

    `owed` holds the agency whose text a document is, and `shown` the stretch of the document that shows it. `withdrawn`
    has the documents that their publishers took back as a whole, with the document that says so and its notice.
    """

    edges: tuple[Edge, ...]
    echoes: Mapping[tuple[int, int], Echo]
    by_outlet: Mapping[str, tuple[int, ...]]
    order: tuple[int, ...]
    owed: Mapping[int, Owed]
    shown: Mapping[int, Span]
    withdrawn: Mapping[int, tuple[int, Notice]] = field(default_factory=dict)


@dataclass(slots=True)
class Traces:
    """The documents of a pile with all that is kept to know who has it from whom when one more comes.

    `grams` has the documents that hold a word 5-gram, in order of time; a number alone where it is one. `told` are the
    sentences that a document repeats by their own words, `echoes` the same after what it copies as a whole.
    """

    findings: dict[int, Findings] = field(default_factory=dict)
    places: dict[int, Rank] = field(default_factory=dict)
    times: dict[int, Rank] = field(default_factory=dict)
    shelf: Shelf = field(default_factory=Shelf)
    owners: Owners = field(default_factory=Owners)
    grams: dict[int, int | list[int]] = field(default_factory=dict)
    told: dict[int, dict[int, Echo]] = field(default_factory=dict)
    echoes: dict[tuple[int, int], Echo] = field(default_factory=dict)
    copied: dict[int, Edge] = field(default_factory=dict)
    owed: dict[int, Owed] = field(default_factory=dict)
    shown: dict[int, Span] = field(default_factory=dict)
    passed_on: dict[int, Edge] = field(default_factory=dict)
    by_outlet: dict[str, list[int]] = field(default_factory=dict)
    notices: Notices = field(default_factory=Notices)
    fresh: dict[int, list[tuple[int, list[int]]]] = field(default_factory=dict)  # the 5-grams of new documents

    def __post_init__(self) -> None:
        self.owners.pages, self.owners.ranks = self.shelf.pages, self.times


@dataclass(frozen=True, slots=True)
class Traced:
    """The documents whose agency changed; those withdrawn now, or no more; the sentences that echo others than before.

    `echoes` has the sentences of a document by where they start.
    """

    owed: frozenset[int]
    withdrawn: frozenset[int]
    echoes: Mapping[int, frozenset[int]]


def find_lineage(findings: Sequence[Findings]) -> Lineage:
    """Who cites, relays and copies whom in a pile."""
    traces = Traces()
    trace(traces, {i: ((i,), found) for i, found in enumerate(findings)})
    return lineage_of(traces)


def lineage_of(traces: Traces) -> Lineage:
    """The lineage of the whole pile as it stands, the edges laid out."""
    places, times = traces.places, traces.times
    documents = sorted(places, key=places.__getitem__)
    order = sorted(places, key=times.__getitem__)
    placed = {outlet: sorted(those, key=places.__getitem__) for outlet, those in traces.by_outlet.items()}
    outlets = sorted(placed, key=lambda outlet: places[placed[outlet][0]])
    edges = [
        *(edge for i in documents for edge in _citations(traces, i)),
        *(traces.copied[i] for i in order if i in traces.copied),
        *(edge for outlet in outlets for edge in _publishers(traces.findings, placed[outlet])),
        *(traces.passed_on[i] for i in documents if i in traces.passed_on),
    ]
    by_outlet = {outlet: tuple(placed[outlet]) for outlet in outlets}
    return Lineage(
        tuple(edges), traces.echoes, by_outlet, tuple(order), traces.owed, traces.shown, traces.notices.meant
    )


def trace(traces: Traces, new: Mapping[int, tuple[Rank, Findings]], gone: Iterable[int] = ()) -> Traced:
    """Take documents, each with its place in the pile, in and out; give what changed for those that are there."""
    gone = list(gone)
    touched = _forget_grams(traces, gone)
    for i, (place, found) in new.items():
        traces.findings[i], traces.places[i] = found, place
        traces.times[i] = (*order_key(found.document), *place)
    touched |= _learn_grams(traces, new)
    pages = {i: (page_of(found.document), traces.times[i]) for i, (_, found) in new.items()}
    partners = {j for i in gone for j in traces.owners.partners.pop(i, {})}
    for j in partners:
        for i in gone:
            traces.owners.partners[j].pop(i, None)
    signatures = {i: (found.document, signature_of(found)) for i, (_, found) in new.items()}
    copies = put_on(traces.shelf, pages, gone)
    partners |= _note_partners(traces, copies, {i: s for i, (_, s) in signatures.items() if s is not None})
    changed = own(traces.owners, signatures, partners - set(gone), gone)
    _publish(traces, new, gone)
    left = {i: traces.findings[i] for i in gone}
    for i in gone:
        _forget(traces, i)
    withdrawn = note(traces.notices, traces.findings, new, left)
    telling = {i for i in touched & traces.findings.keys() if _tell(traces, i)}
    traces.fresh = {}
    echoes = {i: said for i in telling | copies | set(new) if (said := _echo(traces, i))}
    owed = {i for i in changed & traces.findings.keys() if _owe(traces, i)}
    return Traced(frozenset(owed), frozenset(withdrawn), echoes)


def _forget(traces: Traces, i: int) -> None:
    for sentence in traces.findings[i].sentences:
        traces.echoes.pop((i, sentence.start), None)
    for kept in (traces.findings, traces.places, traces.times, traces.told):
        kept.pop(i, None)
    for shown in (traces.copied, traces.owed, traces.shown, traces.passed_on):
        shown.pop(i, None)


def _publish(traces: Traces, new: Mapping[int, tuple[Rank, Findings]], gone: Iterable[int]) -> None:
    """Keep the documents of each outlet, in order of time."""
    for i in gone:
        outlet = traces.findings[i].document.outlet
        if outlet:
            traces.by_outlet[outlet].remove(i)
            if not traces.by_outlet[outlet]:
                del traces.by_outlet[outlet]
    for i, (_, found) in new.items():
        if found.document.outlet:
            insort(traces.by_outlet.setdefault(found.document.outlet, []), i, key=traces.times.__getitem__)


def order_key(document: Document) -> tuple[date, int, str]:
    """Where a document stands in time: by its last possible date, undated ones last, longer texts first."""
    return (document.day or date.max, -len(document.text), document.id)


def _shingles(text: str) -> list[int]:
    words = re.findall(r"\w+", text.lower())
    return [hash(tuple(words[i : i + SHINGLE])) for i in range(len(words) - SHINGLE + 1)]


def _grams_of(traces: Traces, i: int) -> list[tuple[int, list[int]]]:
    """The 5-grams of each sentence of a document, by where it starts."""
    if i in traces.fresh:
        return traces.fresh[i]
    found = traces.findings[i]
    text = found.document.text
    return [(sentence.start, _shingles(text[sentence.start : sentence.end])) for sentence in found.sentences]


def _learn_grams(traces: Traces, new: Mapping[int, tuple[Rank, Findings]]) -> set[int]:
    """Keep who holds what; give the documents that may repeat others now, the new ones among them."""
    touched = set(new)
    times = traces.times.__getitem__
    traces.fresh = {i: _grams_of(traces, i) for i in new}
    for i in sorted(new, key=times):
        for gram in {gram for _, grams in _grams_of(traces, i) for gram in grams}:
            held = traces.grams.get(gram)
            if held is None:
                traces.grams[gram] = i
                continue
            holders = traces.grams[gram] = [held] if isinstance(held, int) else held
            insort(holders, i, key=times)
            if holders[0] == i:
                touched.update(holders)
    return touched


def _forget_grams(traces: Traces, gone: Sequence[int]) -> set[int]:
    """Forget what documents hold; give those that may have repeated it."""
    touched: set[int] = set()
    for i in gone:
        for gram in {gram for _, grams in _grams_of(traces, i) for gram in grams}:
            held = traces.grams[gram]
            if isinstance(held, int):
                del traces.grams[gram]
                continue
            if held[0] == i:
                touched.update(held)
            held.remove(i)
            if len(held) == 1:
                traces.grams[gram] = held[0]
    return touched - set(gone)


def _tell(traces: Traces, i: int) -> bool:
    """Note which sentences of a document repeat an earlier one, whatever the rest shares; whether that changed."""
    told: dict[int, Echo] = {}
    for start, grams in _grams_of(traces, i):
        if len(grams) + SHINGLE - 1 < _LEAST_WORDS:
            continue
        firsts = (held if isinstance(held, int) else held[0] for held in map(traces.grams.__getitem__, grams))
        held = Counter(first for first in firsts if first != i)
        if held:
            source, count = held.most_common(1)[0]
            share = count / len(grams)
            if (p := probability(share)) > 0:
                told[start] = Echo(source, share, p)
    if told == traces.told.get(i, {}):
        return False
    traces.told[i] = told
    return True


def _note_partners(traces: Traces, copies: Iterable[int], signed: Mapping[int, Owed]) -> set[int]:
    """Keep the copies of each document, earlier and later; give the documents of which they changed."""
    changed: set[int] = set()
    partners, times = traces.owners.partners, traces.times
    known = {**traces.owners.signed, **signed} if signed else traces.owners.signed
    for later in copies:
        found = {copy.earlier: copy for copy in with_common_agency(copies_of(traces.shelf, later), known)}
        for earlier in [j for j in partners.get(later, {}) if j not in found and times[j] < times[later]]:
            del partners[later][earlier], partners[earlier][later]
            changed |= {earlier, later}
        for earlier, copy in found.items():
            if partners[later].get(earlier) != copy:
                partners[later][earlier] = partners[earlier][later] = copy
                changed |= {earlier, later}
    return changed


def _echo(traces: Traces, i: int) -> frozenset[int]:
    """Set a document's edge to what it copies, shown by the longest common sentence; its sentences echo that.

    The sentences, by where they start, whose echo changed.
    """
    one = traces.findings[i]
    echoes = dict(traces.told.get(i, {}))
    traces.copied.pop(i, None)
    copies = [c for c in traces.owners.partners.get(i, {}).values() if c.later == i]
    if copies:
        copies.sort(key=lambda copy: traces.times[copy.earlier])
        most = max(copy.of_later for copy in copies)
        source = next(copy for copy in copies if copy.of_later >= _NEARLY * most)
        other = traces.findings[source.earlier]
        same = align(Text(one.document, one.sentences), Text(other.document, other.sentences))
        quote = same[0].passage if same else None
        traces.copied[i] = Edge(one.document.id, other.document.id, "copies", source.p, quote)
        p = probability(source.of_later)
        for sentence in one.sentences if p > 0 else ():
            old = echoes.get(sentence.start)
            if old is None or old.p < p:
                echoes[sentence.start] = Echo(source.earlier, source.of_later, p)
    changed: set[int] = set()
    for sentence in one.sentences:
        key = (i, sentence.start)
        new = echoes.get(sentence.start)
        if traces.echoes.get(key) != new:
            changed.add(sentence.start)
            if new is None:
                del traces.echoes[key]
            else:
                traces.echoes[key] = new
    return frozenset(changed)


def _owe(traces: Traces, i: int) -> bool:
    """Note whose a document is, what shows it, and its edge to the agency where it does not say so itself."""
    found, one = traces.findings[i], traces.owners.owed(i)
    before = (traces.owed.pop(i, None), traces.shown.pop(i, None), traces.passed_on.pop(i, None))
    if one is not None:
        traces.owed[i] = one
        if one.at is not None:
            traces.shown[i] = one.at
        elif one.source is not None:
            source = traces.findings[one.source]
            same = align(Text(found.document, found.sentences), Text(source.document, source.sentences))
            if same:
                traces.shown[i] = same[0].passage
        if one.p >= SURE and all(c.source.name != one.agency.name for c in found.citations):
            edge = Edge(found.document.id, one.agency.name, "relays", one.p, traces.shown.get(i))
            traces.passed_on[i] = edge
    return before != (traces.owed.get(i), traces.shown.get(i), traces.passed_on.get(i))


def _citations(traces: Traces, i: int) -> list[Edge]:
    """From a document to the reports of those whom it cites, or to their names where the pile has none."""
    found = traces.findings[i]
    edges: dict[tuple[str, Relation], Edge] = {}
    for citation in found.citations:
        reports = _reports_meant(traces, i, traces.by_outlet.get(citation.source.name, ()))
        for target in [traces.findings[j].document.id for j in reports] or [citation.source.name]:
            edge = Edge(found.document.id, target, citation.relation, 1.0, citation.sentence)
            edges.setdefault((target, citation.relation), edge)
    return list(edges.values())


def _reports_meant(traces: Traces, i: int, reports: Sequence[int]) -> Sequence[int]:
    """The reports of an outlet that one can have in mind who cites it: of many, those last published before."""
    if len(reports) <= _REPORTS + 1:
        return sorted((j for j in reports if j != i), key=traces.places.__getitem__)
    at = bisect_left(reports, traces.times[i], key=traces.times.__getitem__)
    return reports[max(0, at - _REPORTS) : at]


def _publishers(findings: Mapping[int, Findings], documents: Sequence[int]) -> list[Edge]:
    return [
        Edge(findings[b].document.id, findings[a].document.id, "same_publisher", 1.0, None)
        for a, b in pairwise(documents)
    ]

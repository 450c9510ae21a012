"""The reader: each text whole, sentence by sentence, with what was read in it marked and its furniture dimmed.

A sentence has a number and an address (`d3-s12`); every sentence that a claim rests on links back to the claim.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from secondsource.show.plain import clean

if TYPE_CHECKING:
    from secondsource.dossier import Anchor, Dossier, DossierClaim, DossierDocument
    from secondsource.model import Findings

# Claims that a sentence links back to.
BACK = 3
# What is marked, and in which order the classes stand; what a name is marked as, by its kind.
LAYERS = ("furniture", "cue", "hedge", "person", "body", "place", "time")
_NAMES = {"person": "person", "body": "body", "country": "place", "place": "place"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text that is marked the same throughout: the layers over it, as names of classes."""

    text: str
    layers: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text, or what stands between two (`number` None), with the claims that rest on it.

    `more` counts claims that are not among them; `before` and `after` are the ids of the nearest cited sentences.
    """

    id: str | None
    number: int | None
    cited: bool
    pieces: tuple[Piece, ...]
    claims: tuple[DossierClaim, ...] = ()
    more: int = 0
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """One document for reading; `cited` counts its sentences that the dossier cites, `first` is the id of the first."""

    id: str
    document: DossierDocument
    sentences: tuple[Sentence, ...]
    cited: int
    first: str | None


@dataclass(frozen=True, slots=True)
class Links:
    """Where on the page each sentence stands, by file and first code point, and the claims that rest on it."""

    places: Mapping[str, int]
    numbers: Mapping[tuple[str, int], int]
    claims: Mapping[tuple[str, int], tuple[DossierClaim, ...]]

    def target(self, anchor: Anchor) -> str:
        """Give the id of a sentence on the page: "d3-s12", or of the document where the sentence has no number."""
        document = f"d{self.places.get(anchor.file, 'x')}"
        number = self.numbers.get((anchor.file, anchor.start))
        return document if number is None else f"{document}-s{number}"


def links_of(dossier: Dossier, found: Mapping[str, Findings]) -> Links:
    """Find where every sentence that the dossier cites stands."""
    claims: dict[tuple[str, int], dict[str, DossierClaim]] = defaultdict(dict)
    for claim in dossier.claims:
        for said in (*claim.supporting, *claim.refuting, *claim.neutral):
            claims[said.file, said.start][claim.id] = claim
    cited: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for anchor in _anchors(dossier):
        cited[anchor.file].add((anchor.start, anchor.end))
    numbers: dict[tuple[str, int], int] = {}
    for file, findings in found.items():
        for number, (start, _) in enumerate(_spans(findings, cited[file]), 1):
            numbers[file, start] = number
    return Links(
        {document.file: i for i, document in enumerate(dossier.documents)},
        numbers,
        {place: tuple(by_id.values()) for place, by_id in claims.items()},
    )


def read_out(dossier: Dossier, found: Mapping[str, Findings], links: Links) -> Iterator[Text]:
    """Give the dossier's documents for reading, in its order."""
    cited: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for anchor in _anchors(dossier):
        cited[anchor.file].add((anchor.start, anchor.end))
    for number, document in enumerate(dossier.documents):
        findings = found.get(document.file)
        if findings is not None:
            sentences = tuple(_sentences(findings, f"d{number}", cited[document.file], links))
            ids = [sentence.id for sentence in sentences if sentence.cited]
            yield Text(f"d{number}", document, sentences, len(ids), ids[0] if ids else None)


def _anchors(dossier: Dossier) -> Iterator[Anchor]:
    """Every sentence that the page links to."""
    for claim in dossier.claims:
        for said in (*claim.supporting, *claim.refuting, *claim.neutral):
            yield said
            if said.withdrawn is not None:
                yield said.withdrawn
    for event in dossier.events:
        yield from event.mentions
    for contradiction in dossier.contradictions:
        for side in contradiction.sides:
            yield from side.assertions
    for position in dossier.positions:
        yield from position.evidence
    for edge in dossier.lineage:
        if edge.quote:
            yield edge.quote


def _spans(findings: Findings, cited: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences of a text from first to last, those that are cited taken as they were cited; none overlap."""
    end = len(findings.document.text)
    wanted = sorted({(min(a, end), min(b, end)) for a, b in cited if a < end})
    wanted += sorted((s.start, s.end) for s in findings.sentences)
    kept: list[tuple[int, int]] = []
    starts: set[int] = set()
    for start, stop in sorted(dict.fromkeys(wanted)):
        if start not in starts and stop > start:
            starts.add(start)
            kept.append((start, stop))
    return [(a, min(b, kept[i + 1][0]) if i + 1 < len(kept) else b) for i, (a, b) in enumerate(kept)]


def _sentences(findings: Findings, id: str, cited: set[tuple[int, int]], links: Links) -> Iterator[Sentence]:
    text, file = findings.document.text, findings.document.file
    spans = _spans(findings, cited)
    numbers = {start: number for number, (start, _) in enumerate(spans, 1)}
    starts = {start for start, _ in cited}
    bounds = sorted({0, len(text), *(edge for span in spans for edge in span)})
    pieces = _pieces(text, bounds, _layers(findings))
    shown = [f"{id}-s{numbers[start]}" for start in sorted(starts & numbers.keys())]
    after = dict(pairwise(shown))
    before = {second: first for first, second in after.items()}
    for start in bounds[:-1]:
        number = numbers.get(start)
        own = f"{id}-s{number}" if number else ""
        claims = links.claims.get((file, start), ())
        yield Sentence(
            own or None, number, bool(own) and start in starts, tuple(pieces[start]), claims[:BACK],
            max(0, len(claims) - BACK), before.get(own), after.get(own),
        )  # fmt: skip


def _layers(findings: Findings) -> dict[str, list[tuple[int, int]]]:
    """The stretches of each kind that a text shows."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    size = len(findings.document.text)
    for piece in findings.document.furniture:
        found["furniture"].append((piece.start, min(piece.end, size)))
    for name in findings.names:
        if name.kind in _NAMES:
            found[_NAMES[name.kind]].append((name.span.start, name.span.end))
    for time in findings.times:
        found["time"].append((time.span.start, time.span.end))
    for cue in findings.cues:
        found["cue"].append((cue.start, cue.end))
    text = findings.document.text
    for assertion in findings.assertions:
        at = text.find(assertion.hedge, assertion.sentence.start, assertion.sentence.end) if assertion.hedge else -1
        if at >= 0:
            found["hedge"].append((at, at + len(assertion.hedge or "")))
    return found


def _pieces(text: str, bounds: list[int], layers: dict[str, list[tuple[int, int]]]) -> dict[int, list[Piece]]:
    """Cut a text wherever a layer begins or ends, by the bound that each stretch lies behind: linear in the text."""
    steps: dict[int, Counter[str]] = defaultdict(Counter)
    for layer, spans in layers.items():
        for start, stop in set(spans):
            steps[start][layer] += 1
            steps[stop][layer] -= 1
    depth: Counter[str] = Counter()
    found: dict[int, list[Piece]] = {bound: [] for bound in bounds}
    inside, stops = 0, set(bounds)
    for start, stop in pairwise(sorted({*steps, *bounds})):
        depth.update(steps.get(start, ()))
        inside = start if start in stops else inside
        found[inside].append(Piece(clean(text[start:stop]), " ".join(layer for layer in LAYERS if depth[layer] > 0)))
    return found

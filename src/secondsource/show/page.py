"""The dossier as one self-contained page: every claim one click from the sentence it rests on, in its document.

No script, no address outside the page, under the policy of pages.md. Every value passes `clean` and is then escaped.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from secondsource.model import UNNAMED_OUTLET
from secondsource.show import phrases
from secondsource.show.plain import clean, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from secondsource.dossier import Anchor, Dossier, DossierAssertion, DossierClaim
    from secondsource.model import Document


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a document as the reader page shows it: `anchor` where a cited sentence begins."""

    text: str
    anchor: str | None
    cited: bool
    furniture: bool


def page(dossier: Dossier, documents: Iterable[Document]) -> str:
    """Give the whole page; `documents` are those of the dossier, with their texts, for its reader."""
    texts = {document.file: document for document in documents}
    cited = _cited(dossier)
    places = {document.file: number for number, document in enumerate(dossier.documents)}
    readers = [
        (document, f"d{number}", _pieces(texts[document.file], cited[document.file], number))
        for number, document in enumerate(dossier.documents)
        if document.file in texts
    ]
    drawn = (
        _templates()
        .get_template("dossier.html.jinja")
        .render(
            dossier=dossier,
            claims=phrases.in_order(dossier.claims),
            events={event.id: event for event in dossier.events},
            readers=readers,
            by_origin=_by_origin,
            target=lambda anchor: _target(anchor, places),
        )
    )
    return drawn.strip() + "\n"


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("secondsource.show", "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, finalize=_harmless,
    )  # fmt: skip
    environment.globals.update(phrases=phrases, shorten=shorten)
    return environment


def _harmless(value: object) -> object:
    """Clean what a document wrote; what a macro of the template's own gives was cleaned and escaped on its way in."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _by_origin(said: Sequence[DossierAssertion]) -> list[tuple[str, list[DossierAssertion]]]:
    """Group sentences by the origin that they come from, which is what counts, and not by document."""
    grouped: dict[str, list[DossierAssertion]] = defaultdict(list)
    for assertion in said:
        grouped[assertion.holders[0] if assertion.holders else UNNAMED_OUTLET].append(assertion)
    return sorted(grouped.items())


def _target(anchor: Anchor, places: dict[str, int]) -> str:
    return f"s{places.get(anchor.file, 'x')}-{anchor.start}"


def _cited(dossier: Dossier) -> dict[str, set[tuple[int, int]]]:
    """Give, for each file, the stretches that the page links to."""
    spans: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for anchor in _anchors(dossier):
        spans[anchor.file].add((anchor.start, anchor.end))
    return spans


def _anchors(dossier: Dossier) -> Iterable[Anchor]:
    for claim in dossier.claims:
        yield from _said(claim)
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


def _said(claim: DossierClaim) -> Iterable[DossierAssertion]:
    return (*claim.supporting, *claim.refuting, *claim.neutral)


def _pieces(document: Document, cited: set[tuple[int, int]], number: int) -> list[Piece]:
    """Cut a text where a cited sentence or a piece of furniture begins or ends: one sweep, linear in the text."""
    end = len(document.text)
    furniture = {(piece.start, piece.end) for piece in document.furniture}
    depth = {"cited": _steps(cited), "furniture": _steps(furniture)}
    edges = sorted({0, end, *(min(edge, end) for steps in depth.values() for edge in steps)})
    starts = {start for start, _ in cited}
    open_cited = open_furniture = 0
    pieces = []
    for start, stop in pairwise(edges):
        open_cited += depth["cited"][start]
        open_furniture += depth["furniture"][start]
        anchor = f"s{number}-{start}" if start in starts else None
        pieces.append(Piece(document.text[start:stop], anchor, open_cited > 0, open_furniture > 0))
    return pieces


def _steps(spans: set[tuple[int, int]]) -> Counter[int]:
    """Give how many spans begin (+) or end (-) at each place."""
    steps: Counter[int] = Counter()
    for start, end in spans:
        steps[start] += 1
        steps[end] -= 1
    return steps

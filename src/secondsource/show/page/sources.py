"""Sources and origins: what each carries and what begins with it, its letter; then who has it from whom."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.show import phrases

if TYPE_CHECKING:
    from secondsource.dossier import Dossier, DossierDocument, DossierEdge, DossierSource


@dataclass(frozen=True, slots=True)
class Debts:
    """What one document has from others: itself, and each edge with whom it leads to, in words."""

    number: int
    document: DossierDocument
    edges: tuple[tuple[str, DossierEdge], ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources that carry claims, the most first; publishers of documents that carry none; who has it from whom."""

    listed: tuple[DossierSource, ...]
    silent: tuple[str, ...]
    nameless: int
    debts: tuple[Debts, ...]


def sources(dossier: Dossier) -> Sources:
    """Lay out whom a dossier rests on."""
    known = {source.name for source in dossier.sources}
    outlets = {document.outlet for document in dossier.documents if document.outlet}
    files = phrases.files_of(dossier)
    edges: dict[str, list[tuple[str, DossierEdge]]] = defaultdict(list)
    for edge in sorted(dossier.lineage, key=lambda edge: (-edge.p, edge.target, edge.relation)):
        edges[edge.source].append((phrases.edge_target(edge, files), edge))
    return Sources(
        dossier.sources,
        tuple(sorted(outlets - known)),
        sum(document.outlet is None for document in dossier.documents),
        tuple(
            Debts(number, document, tuple(edges[document.id]))
            for number, document in enumerate(dossier.documents)
            if document.id in edges
        ),
    )


def share(source: DossierSource) -> str:
    """Give how many of a source's claims begin with it: "9 of 12"; "all" where it passes none on."""
    if source.own == source.claims:
        return "all"
    return f"{source.own:,} of {source.claims:,}" if source.own else "none, it passes them on"

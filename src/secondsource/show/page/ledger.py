"""The claim ledger: one row a claim, with what it can be filtered by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.show import phrases

if TYPE_CHECKING:
    from secondsource.dossier import Dossier, DossierClaim


@dataclass(frozen=True, slots=True)
class Row:
    """One claim of the ledger and the facets that the page filters by."""

    claim: DossierClaim
    documents: int
    type: str
    contradicted: bool


def rows(dossier: Dossier) -> list[Row]:
    """Give the ledger's rows in the order of every list of claims."""
    events = {event.id: event for event in dossier.events}
    contradicted = {contradiction.claim for contradiction in dossier.contradictions}
    found = []
    for claim in phrases.in_order(dossier.claims):
        event = events.get(claim.event or "")
        kind = event.type if event is not None and event.type else ""
        found.append(Row(claim, phrases.documents_of(claim), kind, claim.id in contradicted))
    return found

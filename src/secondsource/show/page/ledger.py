"""The claim ledger: one row a claim, with what it can be filtered by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from secondsource.show import phrases
from secondsource.show.plain import shorten

if TYPE_CHECKING:
    from collections.abc import Mapping

    from secondsource.dossier import Dossier, DossierClaim, DossierEvent
    from secondsource.model import When


_NAME = 120  # letters


@dataclass(frozen=True, slots=True)
class Row:
    """One claim of the ledger and the facets that the page filters by.

    `reported` is when the first dated document that carries the claim came out, `type` the kind of event in small
    letters, `parties` whom the event is between and the origins of what is said of it.
    """

    claim: DossierClaim
    documents: int
    reported: When | None
    type: str
    parties: tuple[str, ...]
    contradicted: bool


@dataclass(frozen=True, slots=True)
class Ledger:
    """The rows in the order of every list of claims, and what each list of the filter offers."""

    rows: tuple[Row, ...]
    statuses: tuple[str, ...]
    kinds: tuple[str, ...]
    types: tuple[str, ...]
    parties: tuple[str, ...]


def ledger(dossier: Dossier) -> Ledger:
    """Give the ledger of a dossier."""
    events = {event.id: event for event in dossier.events}
    published = {d.file: d.published for d in dossier.documents if d.published and d.published.latest}
    contradicted = {contradiction.claim for contradiction in dossier.contradictions}
    rows = tuple(
        _row(claim, events.get(claim.event or ""), published, claim.id in contradicted)
        for claim in phrases.in_order(dossier.claims)
    )
    return Ledger(
        rows,
        tuple(dict.fromkeys(row.claim.status for row in rows)),
        _each(row.claim.modality for row in rows),
        _each(row.type for row in rows),
        _each(party for row in rows for party in row.parties),
    )


def _row(claim: DossierClaim, event: DossierEvent | None, published: Mapping[str, When], contradicted: bool) -> Row:
    files = {said.file for said in claim.supporting}
    days = [when for file in files if (when := published.get(file)) is not None]
    return Row(
        claim,
        phrases.documents_of(claim),
        min(days, key=lambda when: (when.latest or date.max, when.earliest or date.min), default=None),
        (event.type or "").lower() if event else "",
        _parties(claim, event),
        contradicted or bool(claim.refuting),
    )


def _parties(claim: DossierClaim, event: DossierEvent | None) -> tuple[str, ...]:
    """Whom an event is between, with the sides that they are on; of a statement, whoever makes it."""
    if event is not None:
        return _each(name for one in event.participants for name in (one.name, one.side or ""))
    return _each(said.holders[0] for said in (*claim.supporting, *claim.refuting) if said.holders)


def _each(words: Iterable[str]) -> tuple[str, ...]:
    """Each once, cleaned and shortened, in alphabetical order."""
    return tuple(sorted({each for word in words if (each := shorten(word, _NAME))}))

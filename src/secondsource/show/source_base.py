"""The statement of the source base, as an editor would print it: what was read, whom it goes back to, what is missing.

Analytic standards ask for one at the head of a product (ICD 206); it counts voices and judges none.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from secondsource.rate.register import NOT_JUDGED, source_key
from secondsource.show.phrases import BASIS_WORDS, claims_by_status, count

if TYPE_CHECKING:
    from secondsource.dossier import Dossier, DossierClaim


def source_base(dossier: Dossier) -> list[str]:
    """Give the statement in sentences: the documents and their kinds, the origins and the main one, what lacks."""
    return [_documents(dossier), *_origins(dossier), *_missing(dossier)]


def cut_off(dossier: Dossier) -> str:
    """Give the day up to which the pile counts, and how its claims stand."""
    day = f"As of {dossier.as_of}" if dossier.as_of else "No date in the pile to cut off at"
    return f"{day}; {claims_by_status(dossier.claims)}."


def _documents(dossier: Dossier) -> str:
    kinds = Counter(document.basis for document in dossier.documents)
    made_of = ", ".join(
        f"{number} {BASIS_WORDS[basis]}" for basis, number in sorted(kinds.items(), key=lambda k: (-k[1], k[0]))
    )
    return f"{count(len(dossier.documents), 'document')}{': ' if made_of else ''}{made_of}."


def _origins(dossier: Dossier) -> list[str]:
    """Whom the claims go back to, who is behind most of them, and how many nobody with a name is behind."""
    if not dossier.claims:
        return []
    named = {source_key(source.name) for source in dossier.sources}
    first = [source for source in dossier.sources if source.own]
    if not first:
        return ["No claim goes back to anybody whom the reports name."]
    most = min(first, key=lambda source: (-source.own, source.name))
    whom = f"The claims go back to {count(len(first), 'origin')} with a name"
    if len(first) > 1:
        whom += f", none behind more of them than {most.name} ({most.own:,} of {len(dossier.claims):,})"
    nameless = sum(_nameless(claim, named) for claim in dossier.claims)
    behind = f"; for {nameless:,} the reports name nobody" if nameless else ""
    return [f"{whom}{behind}."]


def _nameless(claim: DossierClaim, named: set[str]) -> bool:
    """Whether something speaks for a claim, and all of it begins with somebody whom nobody names."""
    origins = {said.holders[0] if said.holders else "" for said in claim.supporting}
    return bool(origins) and not any(source_key(origin) in named for origin in origins)


def _missing(dossier: Dossier) -> list[str]:
    documents = dossier.documents
    gaps = [
        f"{number:,} {lack}"
        for number, lack in (
            (sum(document.published is None for document in documents), "undated"),
            (sum(document.outlet is None for document in documents), "from an outlet that nobody names"),
            (sum(not document.origins for document in documents), "without a source"),
        )
        if number
    ]
    judged = sum(source.letter != NOT_JUDGED for source in dossier.sources)
    letters = []
    if dossier.sources and not judged:
        letters = ["No person has judged how reliable any of these sources is."]
    elif judged:
        letters = [f"{judged:,} of {count(len(dossier.sources), 'source')} judged by a person for reliability."]
    return [*([f"Missing: {', '.join(gaps)}."] if gaps else []), *letters]

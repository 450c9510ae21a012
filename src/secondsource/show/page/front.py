"""The front page: what stands, what does not, what contradicts itself, what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.show import phrases

if TYPE_CHECKING:
    from secondsource.dossier import Contradiction, Dossier, DossierClaim
    from secondsource.model import Refusal

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Front:
    """What an editor sees first, each list at most five long."""

    source_base: tuple[str, ...]
    strongest: tuple[DossierClaim, ...]
    weakest: tuple[DossierClaim, ...]
    contested: tuple[DossierClaim, ...]
    contradictions: tuple[Contradiction, ...]
    refusals: tuple[Refusal, ...]


def front(dossier: Dossier) -> Front:
    """Choose what stands on the front page."""
    strongest = phrases.strongest(dossier.claims) or phrases.best_of_one_origin(dossier.claims)
    return Front(
        tuple(phrases.source_base(dossier)),
        tuple(strongest[:SHOWN]),
        tuple(claim for claim in phrases.weakest(dossier.claims) if claim not in strongest[:SHOWN])[:SHOWN],
        tuple(phrases.contested(dossier.claims)[:SHOWN]),
        dossier.contradictions[:SHOWN],
        dossier.refusals,
    )

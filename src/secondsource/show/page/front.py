"""The front page: what stands, what does not, what contradicts itself, what could not be read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.show import phrases
from secondsource.show.plain import shorten
from secondsource.show.plans import Plan, plans
from secondsource.show.source_base import source_base

if TYPE_CHECKING:
    from secondsource.dossier import Dossier, DossierClaim
    from secondsource.model import ClaimStatus, Refusal

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Against:
    """A contradiction in a line: its slot, what its sides say, and the claim that it is about."""

    slot: str
    sides: str
    claim: DossierClaim | None
    same_lineage: bool


@dataclass(frozen=True, slots=True)
class Front:
    """What an editor sees first, each list at most five long; `held` counts the claims of each status.

    `planned` counts all plans.
    """

    source_base: tuple[str, ...]
    verdict: str
    held: tuple[tuple[ClaimStatus, int], ...]
    borne_out: bool
    strongest: tuple[DossierClaim, ...]
    weakest: tuple[DossierClaim, ...]
    contested: tuple[DossierClaim, ...]
    contradictions: tuple[Against, ...]
    plans: tuple[Plan, ...]
    planned: int
    refusals: tuple[Refusal, ...]


def front(dossier: Dossier) -> Front:
    """Choose what stands on the front page."""
    borne_out = phrases.strongest(dossier.claims)
    strongest = phrases.one_an_event(borne_out or phrases.best_of_one_origin(dossier.claims))[:SHOWN]
    weakest = phrases.one_an_event((*strongest, *phrases.weakest(dossier.claims)))[len(strongest) :]
    planned = plans(dossier)
    held = Counter(claim.status for claim in dossier.claims)
    return Front(
        tuple(source_base(dossier)),
        verdict(dossier.claims),
        tuple((status, held[status]) for status in phrases.STATUS_ORDER if held[status]),
        bool(borne_out),
        tuple(strongest),
        tuple(claim for claim in weakest if claim not in strongest)[:SHOWN],
        tuple(phrases.contested(dossier.claims)[:SHOWN]),
        tuple(_against(dossier)[:SHOWN]),
        tuple(planned[:SHOWN]),
        len(planned),
        dossier.refusals,
    )


def verdict(claims: tuple[DossierClaim, ...]) -> str:
    """Give in a sentence how many claims stand, stand on thin ground, and are contested."""
    if not claims:
        return "No claim was found in what was read."
    groups = (
        (phrases.BORNE_OUT, "borne out by independent origins"),
        (phrases.THIN, "on one origin or on none"),
        (phrases.CONTESTED, "disputed, denied or overtaken"),
    )
    told = ", ".join(f"{sum(claim.status in group for claim in claims):,} {words}" for group, words in groups)
    return f"Of {phrases.count(len(claims), 'claim')}: {told}."


def _against(dossier: Dossier) -> list[Against]:
    """The contradictions that are not told by a status already, those between different lineages first."""
    claims = {claim.id: claim for claim in dossier.claims}
    found = [
        Against(
            each.slot,
            " against ".join(shorten(side.value, 80) for side in each.sides),
            claims.get(each.claim),
            each.same_lineage,
        )
        for each in dossier.contradictions
        if each.slot != "polarity"
    ]
    return sorted(found, key=lambda each: each.same_lineage)

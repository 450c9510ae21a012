"""The ratings of a pile: each claim's evidence weighed, plans last, since what came of them decides theirs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from secondsource.model import ClaimGroup, ClaimStatus, Rating
from secondsource.rate import Circumstances, rate


def rate_all(claims: Sequence[ClaimGroup], as_of: date | None) -> dict[str, Rating]:
    """Give the rating of each claim by its id, as of a day."""
    ratings: dict[str, Rating] = {}
    for claim in sorted(claims, key=lambda c: c.modality == "planned"):
        outcome = ratings[claim.realised_by].status if claim.realised_by in ratings else None
        ratings[claim.id] = rate_claim(claim, outcome, as_of)
    return ratings


def rate_claim(claim: ClaimGroup, outcome: ClaimStatus | None = None, as_of: date | None = None) -> Rating:
    """Give the rating of one claim; `outcome` is the status of the event that a plan came to, where there is one."""
    over = claim.modality == "planned" and claim.window is not None and as_of is not None and claim.window < as_of
    circumstances = Circumstances(
        modality=claim.modality,
        sides=claim.sides,
        act_of=claim.act_of,
        realised_by=outcome,
        superseded=claim.superseded,
        window_over=over,
    )
    return rate([t.evidence for t in claim.testimony], circumstances)

"""The ratings of a pile: each claim's evidence weighed, plans last, since what came of them decides theirs.

What `rate` says of a claim's origins is followed by who has it from whom in a circle or at third hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from secondsource.link.circles import lineage_reasons
from secondsource.model import ClaimGroup, ClaimStatus, Rating
from secondsource.rate import DEFAULT, Circumstances, Config, rate
from secondsource.rate.register import EMPTY, Register, lettered


@dataclass(frozen=True, slots=True)
class Scales:
    """What a user weighs by: the numbers of the model, and the letters that persons gave to sources."""

    config: Config = DEFAULT
    register: Register = EMPTY


PLAIN = Scales()


def rate_all(claims: Sequence[ClaimGroup], as_of: date | None, scales: Scales = PLAIN) -> dict[str, Rating]:
    """Give the rating of each claim by its id, as of a day."""
    ratings: dict[str, Rating] = {}
    for claim in sorted(claims, key=lambda c: c.modality == "planned"):
        outcome = ratings[claim.realised_by].status if claim.realised_by in ratings else None
        ratings[claim.id] = rate_claim(claim, outcome, as_of, scales)
    return ratings


def rate_claim(
    claim: ClaimGroup, outcome: ClaimStatus | None = None, as_of: date | None = None, scales: Scales = PLAIN
) -> Rating:
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
    rows = lettered((t.evidence for t in claim.testimony), scales.register)
    rating = rate(rows, circumstances, scales.config)
    passed = lineage_reasons(claim)
    return replace(rating, why=(*rating.why[:1], *passed, *rating.why[1:])) if passed else rating

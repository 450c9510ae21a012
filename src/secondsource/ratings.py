"""The ratings of a pile: each claim's evidence weighed, plans last, since what came of them decides theirs.

What `rate` says of a claim's origins is followed by who has it from whom in a circle or at third hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from secondsource.link.circles import lineage_reasons
from secondsource.link.retractions import withdrawal_reasons
from secondsource.model import ClaimGroup, ClaimStatus, Evidence, Rating
from secondsource.rate import DEFAULT, Circumstances, Config, config_hash, rate
from secondsource.rate.register import EMPTY, Register, letter_reasons, lettered


@dataclass(frozen=True, slots=True)
class Scales:
    """What a user weighs by: the numbers of the model, and the letters that persons gave to sources."""

    config: Config = DEFAULT
    register: Register = EMPTY


PLAIN = Scales()

# Ratings by all that goes into them: the hash of the numbers, the circumstances, the evidence.
Memory = dict[tuple[str, Circumstances, tuple[Evidence, ...]], Rating]


def rate_all(
    claims: Sequence[ClaimGroup], as_of: date | None, scales: Scales = PLAIN, known: Memory | None = None
) -> dict[str, Rating]:
    """Give the rating of each claim by its id, as of a day.

    A claim that `known` holds with the same evidence and circumstances is not weighed again; afterwards `known` holds
    what these claims needed and nothing else.
    """
    ratings: dict[str, Rating] = {}
    numbers, needed = config_hash(scales.config), Memory()
    for claim in sorted(claims, key=lambda c: c.modality == "planned"):
        outcome = ratings[claim.realised_by].status if claim.realised_by in ratings else None
        rows, circumstances = rows_of(claim, scales), circumstances_of(claim, outcome, as_of)
        content = (numbers, circumstances, rows)
        rating = known.get(content) if known is not None else None
        if rating is None:
            rating = rate(rows, circumstances, scales.config)
        needed[content] = rating
        ratings[claim.id] = _with_history(rating, claim, rows, scales)
    if known is not None:
        known.clear()
        known.update(needed)
    return ratings


def rate_claim(
    claim: ClaimGroup, outcome: ClaimStatus | None = None, as_of: date | None = None, scales: Scales = PLAIN
) -> Rating:
    """Give the rating of one claim; `outcome` is the status of the event that a plan came to, where there is one."""
    rows = rows_of(claim, scales)
    return _with_history(rate(rows, circumstances_of(claim, outcome, as_of), scales.config), claim, rows, scales)


def _with_history(rating: Rating, claim: ClaimGroup, rows: tuple[Evidence, ...], scales: Scales) -> Rating:
    """The rating with what only the whole claim tells: what was withdrawn, who has it from whom, who gave a letter."""
    passed, letters = (*withdrawal_reasons(claim), *lineage_reasons(claim)), letter_reasons(rows, scales.register)
    return replace(rating, why=(*rating.why[:1], *passed, *rating.why[1:], *letters)) if passed or letters else rating


def rows_of(claim: ClaimGroup, scales: Scales) -> tuple[Evidence, ...]:
    """Give the evidence for a claim with the letters that the register gives; what was taken back is none."""
    return lettered((t.evidence for t in claim.testimony if t.withdrawn is None), scales.register)


def circumstances_of(claim: ClaimGroup, outcome: ClaimStatus | None = None, as_of: date | None = None) -> Circumstances:
    """Give what the weighing must know of a claim beside its evidence."""
    over = claim.modality == "planned" and claim.window is not None and as_of is not None and claim.window < as_of
    return Circumstances(
        modality=claim.modality,
        sides=claim.sides,
        act_of=claim.act_of,
        realised_by=outcome,
        superseded=claim.superseded,
        window_over=over,
    )

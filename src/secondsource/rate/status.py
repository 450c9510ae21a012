"""The status word of a claim: the first row of the table that holds (rating.md, section 8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from secondsource.model import ClaimStatus, Evidence, Likelihood, Origins
from secondsource.rate.counting import count_origins, counted_rows
from secondsource.rate.likelihood import logit, probability
from secondsource.rate.network import Side, weigh_side
from secondsource.rate.weights import VETTED, Config, is_vetted

OUTCOMES: frozenset[ClaimStatus] = frozenset(("confirmed", "corroborated"))


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the weighing must know of the claim beside its evidence.

    `sides` are the parties on opposite sides of the event. `act_of` is the body whose act is claimed. For a plan,
    `realised_by` is the status of the event that matches it (None: no such event), `superseded` is true where
    an event contradicts it, and `window_over` where its time has passed.
    """

    modality: Literal["occurred", "planned", "statement"] = "occurred"
    sides: tuple[frozenset[str], ...] = ()
    act_of: str | None = None
    realised_by: ClaimStatus | None = None
    superseded: bool = False
    window_over: bool = False


PLAIN = Circumstances()


@dataclass(frozen=True, slots=True)
class Weighed:
    """Both sides of a claim, the origins of its support, and the probability that follows, stated or not."""

    pro: Side
    con: Side
    origins: Origins
    p: float


@dataclass(frozen=True, slots=True)
class Case:
    """One rated claim as its explanation sees it: the rows in order, what was weighed, and the answer."""

    rows: tuple[Evidence, ...]
    weighed: Weighed
    status: ClaimStatus
    likelihood: Likelihood | None
    pair: tuple[str, int]
    circumstances: Circumstances
    config: Config


def status_of(weighed: Weighed, circumstances: Circumstances, config: Config) -> ClaimStatus:
    """The first row of the table that holds for the claim."""
    if (outcome := _outcome(circumstances)) is not None:
        return outcome
    if weighed.p <= config.refuted and any(not _interested(row) for row in weighed.con.hard):
        return "refuted"
    gap = weighed.pro.support - weighed.con.support
    if any(row.identified for row in weighed.con.rows):
        if weighed.origins.min == 0 or gap <= -config.close:
            return "denied"
        if abs(gap) < config.close:
            return "disputed"
    if weighed.origins.min >= 2:
        # rating.md sets "; or (c)" apart from the two conditions before it; we ask them of (c) as well, since a
        # wrong "confirmed" is the worst that can be printed.
        if weighed.p >= config.sure and confirming_rule(weighed, circumstances, config) is not None:
            return "confirmed"
        return "corroborated"
    return "single-source" if weighed.origins.min == 1 else "unverified"


def _outcome(circumstances: Circumstances) -> ClaimStatus | None:
    """What came of a plan, None where that is open; a matching event on thin evidence leaves it open."""
    if circumstances.modality != "planned":
        return None
    if circumstances.realised_by in OUTCOMES:
        return "realised"
    if circumstances.superseded:
        return "superseded"
    return "lapsed" if circumstances.window_over and circumstances.realised_by is None else None


def _interested(row: Evidence) -> bool:
    """A denial by any party counts as an interested one, unless it speaks against its interest."""
    if row.interest == "against interest":
        return False
    return row.party is not None or row.interest in ("own benefit", "would hide")


def confirming_rule(weighed: Weighed, circumstances: Circumstances, config: Config) -> Literal["a", "b", "c"] | None:
    """Which of the three ways to *confirmed* is open, the origins and the probability aside."""
    counted = counted_rows(weighed.pro, config)
    if weighed.origins.paths >= 2 and _stands_on_letters(weighed, config):
        return "a"
    if len(sides_on_record(counted, circumstances)) >= 2 and _publications(weighed.pro, config) >= 2:
        return "b"
    body = circumstances.act_of
    if body is not None and any(row.ground == "record" and body in (row.party, row.origin) for row in counted):
        return "c"
    return None


def _stands_on_letters(weighed: Weighed, config: Config) -> bool:
    """True where the supporting rows whose carrier or origin a person lettered A to C would confirm the claim alone.

    rating.md asks for one such row. Then forty unrated sites beside a single lettered report made a "confirmed"
    (docs/decisions/rating.md), and anybody can put up a site.
    """
    rows = tuple(row for row in weighed.pro.rows if row.letter in VETTED or row.outlet_letter in VETTED)
    side = weigh_side(rows, config, weighed.pro)
    denial = weighed.con.support
    if any(row.identified for row in weighed.con.rows) and side.support - denial < config.close:
        return False
    sure = probability(logit(side.support, denial, config)) >= config.sure
    return sure and count_origins(side, config).paths >= 2


def sides_on_record(rows: list[Evidence], circumstances: Circumstances) -> dict[int, str]:
    """Sides of the event that speak of it under their own name, each with a party that does.

    A party that stands on several sides speaks for none: it cannot agree with itself.
    """
    found: dict[int, str] = {}
    for row in rows:
        if row.party is None or not row.identified or row.ground not in ("record", "first", "named"):
            continue
        places = [place for place, side in enumerate(circumstances.sides) if row.party in side]
        if len(places) == 1:
            found[places[0]] = min(found.get(places[0], row.party), row.party)
    return found


def _publications(side: Side, config: Config) -> int:
    """Vetted publishers, by owner, with an identified report that is not a copy (q of `possibly` and more)."""
    return len(
        {
            row.owner or row.outlet
            for row in side.rows
            if row.identified and row.q >= config.possibly and is_vetted(row.outlet_letter, config)
        }
    )

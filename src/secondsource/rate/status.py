"""The status word of a claim: the first row of the table that holds (rating.md, section 8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from secondsource.model import ClaimStatus, Evidence, Origins
from secondsource.rate.counting import counted_rows
from secondsource.rate.network import Side
from secondsource.rate.weights import VETTED, Config, is_vetted

CLOSE = 1.5  # nats between support and denial within which a claim is disputed
SURE = 0.9  # least probability of a confirmed claim
REFUTED = 0.05  # most probability of a refuted one
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


def status_of(weighed: Weighed, circumstances: Circumstances, config: Config) -> ClaimStatus:
    """The first row of the table that holds for the claim."""
    if (outcome := _outcome(circumstances)) is not None:
        return outcome
    if weighed.p <= REFUTED and any(not _interested(row) for row in weighed.con.hard):
        return "refuted"
    gap = weighed.pro.support - weighed.con.support
    if any(row.identified for row in weighed.con.rows):
        if weighed.origins.min == 0 or gap <= -CLOSE:
            return "denied"
        if abs(gap) < CLOSE:
            return "disputed"
    if weighed.origins.min >= 2:
        # rating.md sets "; or (c)" apart from the two conditions before it; we ask them of (c) as well, since a
        # wrong "confirmed" is the worst that can be printed.
        if weighed.p >= SURE and confirming_rule(weighed, circumstances, config) is not None:
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
    lettered = any(row.letter in VETTED or row.outlet_letter in VETTED for row in counted)
    if weighed.origins.paths >= 2 and lettered:
        return "a"
    if len(sides_on_record(counted, circumstances)) >= 2 and _publications(weighed.pro, config) >= 2:
        return "b"
    body = circumstances.act_of
    if body is not None and any(row.ground == "record" and body in (row.party, row.origin) for row in counted):
        return "c"
    return None


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

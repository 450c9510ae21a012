"""Evidence for one claim to its Rating: how strongly the independent evidence supports it, and why."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.model import Evidence, Rating
from secondsource.rate.admiralty import pair_of, source_letters
from secondsource.rate.changes import what_would_change
from secondsource.rate.counting import count_voices, counted_rows
from secondsource.rate.likelihood import judge_confidence, judge_likelihood
from secondsource.rate.reasons import explain
from secondsource.rate.status import PLAIN, Circumstances, status_of
from secondsource.rate.weighing import in_order, weigh
from secondsource.rate.weights import DEFAULT, Config, config_hash

__all__ = ["DEFAULT", "Circumstances", "Config", "config_hash", "rate"]


def rate(evidence: Sequence[Evidence], circumstances: Circumstances = PLAIN, config: Config = DEFAULT) -> Rating:
    """What the evidence for one claim is worth; the same for any order of the evidence.

    Support and denial are in nats. Nothing here is ever said to be true or false.
    """
    rows = in_order(evidence)
    weighed = weigh(rows, config)
    status = status_of(weighed, circumstances, config)
    stated = judge_likelihood(
        weighed.pro.support, weighed.con.support, bool(weighed.pro.hard or weighed.con.hard), config
    )
    reliability, credibility = pair_of(weighed.pro, weighed.con, config)
    letters = source_letters(weighed.pro, config)
    good = [row for row in counted_rows(weighed.pro, config) if letters[row.origin] in "AB"]
    return Rating(
        status=status,
        origins=weighed.origins,
        reliability=reliability,
        credibility=credibility,
        likelihood=stated,
        confidence=judge_confidence(weighed.origins, count_voices(good, weighed.pro.origins)) if stated else None,
        support=weighed.pro.support,
        denial=weighed.con.support,
        why=explain(rows, weighed, status, circumstances, config),
        would_change=what_would_change(rows, weighed, status, circumstances, config),
    )

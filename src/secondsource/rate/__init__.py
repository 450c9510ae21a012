"""Evidence for one claim to its Rating: how strongly the independent evidence supports it, and why."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.model import Evidence, Rating
from secondsource.rate.admiralty import pair_of, source_letters
from secondsource.rate.changes import what_would_change
from secondsource.rate.counting import count_voices, counted_rows
from secondsource.rate.cut import hangs_on
from secondsource.rate.deciding import decide
from secondsource.rate.likelihood import judge_confidence, opinion_of
from secondsource.rate.reasons import discounted, explain
from secondsource.rate.status import PLAIN, Case, Circumstances, status_of
from secondsource.rate.weighing import in_order, likelihood_of, weigh
from secondsource.rate.weights import DEFAULT, Config, config_hash

__all__ = ["DEFAULT", "Circumstances", "Config", "config_hash", "rate"]


def rate(evidence: Sequence[Evidence], circumstances: Circumstances = PLAIN, config: Config = DEFAULT) -> Rating:
    """What the evidence for one claim is worth; the same for any order of the evidence.

    Support and denial are in nats. Nothing here is ever said to be true or false.
    """
    rows = in_order(evidence)
    weighed = weigh(rows, config)
    status = status_of(weighed, circumstances, config)
    likelihood = likelihood_of(weighed, config)
    pair = pair_of(weighed.pro, weighed.con, config)
    letters = source_letters(weighed.pro, config)
    good = [row for row in counted_rows(weighed.pro, config) if letters[row.origin] in "AB"]
    confidence = judge_confidence(weighed.origins, count_voices(good, weighed.pro.origins)) if likelihood else None
    case = Case(rows, weighed, status, likelihood, pair, circumstances, config)
    hinges = hangs_on(weighed.pro, config)
    return Rating(
        status=status,
        origins=weighed.origins,
        reliability=pair[0],
        credibility=pair[1],
        likelihood=likelihood,
        confidence=confidence,
        support=weighed.pro.support,
        denial=weighed.con.support,
        why=explain(case),
        opinion=opinion_of(weighed.pro.support, weighed.con.support) if likelihood else None,
        hangs_on=hinges,
        deciding=decide(case),
        discounted=discounted(case),
        changes=what_would_change(case, hinges),
    )

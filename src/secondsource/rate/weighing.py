"""A claim's rows in one order, put on its two sides and weighed; everything else in this folder reads the result."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.model import Evidence, Likelihood
from secondsource.rate.counting import count_origins
from secondsource.rate.likelihood import judge_likelihood, logit, probability
from secondsource.rate.network import weigh_side
from secondsource.rate.status import Weighed
from secondsource.rate.weights import Config


def in_order(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The rows in an order that depends on their content alone, so that sums come out equal to the last digit."""
    return tuple(sorted(evidence, key=_content))


def _content(row: Evidence) -> tuple[object, ...]:
    """Everything that is weighed or printed; not the document, since how a publisher splits its text is no evidence."""
    return (
        *(row.origin, row.outlet, row.polarity, row.ground, row.interest, row.via, row.letter, row.outlet_letter),
        *(row.hop, row.hedge, row.q, row.identified, row.party or "", row.owner or "", row.echo),
    )


def weigh(rows: tuple[Evidence, ...], config: Config, known: Weighed | None = None) -> Weighed:
    """Both sides weighed and the origins of the support counted; copies (q near 0) and no-comments have no part.

    `known` is the same claim with a little more or less, of which whatever still holds is used again.
    """
    pro_rows = tuple(row for row in rows if row.polarity > 0 and row.q >= config.live)
    con_rows = tuple(row for row in rows if row.polarity < 0 and row.q >= config.live)
    pro = weigh_side(pro_rows, config, known.pro if known else None)
    con = weigh_side(con_rows, config, known.con if known else None)
    origins = known.origins if known and pro is known.pro else count_origins(pro, config)
    return Weighed(pro, con, origins, probability(logit(pro.support, con.support, config)))


def likelihood_of(weighed: Weighed, config: Config) -> Likelihood | None:
    """The probability of the claim in words, None where too little stands on either side to judge."""
    hard = bool(weighed.pro.hard or weighed.con.hard)
    return judge_likelihood(weighed.pro.support, weighed.con.support, hard, config)

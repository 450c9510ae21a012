"""The deciding sentences: evidence that gives the same answer, of which nothing can be left out (rating.md, 12.2)."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.model import Evidence, Likelihood
from secondsource.rate.admiralty import pair_of
from secondsource.rate.network import reach_of
from secondsource.rate.status import Case, Weighed, status_of
from secondsource.rate.weighing import likelihood_of, weigh
from secondsource.rate.weights import Config

# Rows that may be weighed in the search: so many, and so many times the claim's own, which keeps it linear. Forty-five
# voices that all count take 3,500. What is left once that is spent gives the same answer, but may not be the least.
WORK, WORK_A_ROW = 4_000, 8


def decide(case: Case) -> tuple[int, ...]:
    """The indices of the deciding evidence, the weightiest first; a no-comment weighs nothing and never decides.

    The same answer is the same status, likelihood word, Admiralty pair and least number of origins.
    """
    rows, weighed, config = case.rows, case.weighed, case.config
    live = [i for i, row in enumerate(rows) if row.polarity and row.q >= config.live]
    if len(live) == 1 and weighed.pro.rows:
        return (rows[live[0]].index,)
    rising = sorted(live, key=lambda i: _standing(rows[i], weighed, config))
    search = _Search(case, WORK + WORK_A_ROW * len(live))
    best = {(rows[i].polarity, rows[i].origin): i for i in rising}
    one_each = [i for i in rising if best[rows[i].polarity, rows[i].origin] == i]
    kept = one_each if len(one_each) < len(rising) and search.same(one_each) else rising
    return tuple(rows[i].index for i in reversed(_irreducible(kept, search)))


def _standing(row: Evidence, weighed: Weighed, config: Config) -> tuple[float | bool, ...]:
    """What the row alone can bring to the reader; of equals, one that says how it knows, closest and first, is kept."""
    side = weighed.pro if row.polarity > 0 else weighed.con
    brought = round(reach_of(row, side.origins, config), 9)
    return brought, row.identified, row.ground != "own", row.q, -row.hop, -row.index


def _irreducible(kept: list[int], search: _Search) -> list[int]:
    """Drop from the lightest on, many at once where that goes, and begin again till not one row can be dropped."""
    before = len(kept) + 1
    while len(kept) < before:
        before, at, size = len(kept), 0, max(1, len(kept) // 2)
        while at < len(kept) and search.left > 0:
            rest = kept[:at] + kept[at + size :]
            if search.same(rest):
                kept, size = rest, 2 * size
            elif size > 1:
                size //= 2
            else:
                at += 1
    return kept


@dataclass(slots=True)
class _Search:
    """The answer that is looked for, and how many rows may still be weighed."""

    case: Case
    left: int

    def same(self, some: list[int]) -> bool:
        """Whether these rows alone give the same answer."""
        self.left -= len(some) + 1
        if self.left < 0:
            return False
        case = self.case
        weighed = weigh(tuple(case.rows[i] for i in sorted(some)), case.config, case.weighed)
        return (
            weighed.origins.min == case.weighed.origins.min
            and status_of(weighed, case.circumstances, case.config) == case.status
            and _word(likelihood_of(weighed, case.config)) == _word(case.likelihood)
            and pair_of(weighed.pro, weighed.con, case.config) == case.pair
        )


def _word(likelihood: Likelihood | None) -> str | None:
    return likelihood.words if likelihood else None

"""The few free numbers fitted on claims that somebody has decided: log loss, shrunk to what the numbers were.

Temperature and prior by logistic regression; basis, echo and pool factors by coordinate search on log loss out of
sample (rating.md, section 15). What a number may be is for the configuration to say: a step that breaks a promise of
the model is never taken.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from secondsource.errors import SecondSourceError
from secondsource.model import ClaimStatus, Evidence
from secondsource.rate.network import weigh_side
from secondsource.rate.status import PLAIN, Circumstances, status_of
from secondsource.rate.weighing import in_order, weigh
from secondsource.rate.weights import UNNAMED, VETTED, Config, is_vetted

FOLDS = 5
LEAST = 15  # decided claims of each kind; with fewer the fit did harm as often as good (docs/decisions/calibration.md)
# Standard deviation of prior and of 1/temperature about the values in force: some forty claims weigh as much as that.
SPREAD = 0.3
# What a number costs that leaves its value, in nats over all decided claims, and besides for each doubling, squared.
MOVED = 2.0
# What fitting has to save out of sample, in nats over all decided claims: less is noise.
WORTH = 1.0
RATIOS = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 4.0)
KNOBS = (
    *(f"basis.{ground}" for ground in ("named", "own", "anon", "vague", "rumour")),
    *("echo", "unnamed_pool", "unattributed_pool", "weak_pool"),
)
Values = NDArray[np.float64]
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Decided:
    """A claim that somebody has decided: its evidence, whether it held up, and what else its status depends on."""

    evidence: tuple[Evidence, ...]
    held: bool
    circumstances: Circumstances = PLAIN


@dataclass(frozen=True, slots=True)
class Judged:
    """One decided claim as a configuration judges it."""

    p: float
    status: ClaimStatus
    held: bool


@dataclass(frozen=True, slots=True)
class Calibration:
    """The fitted configuration, and each claim judged by the one before and by one fitted without the claim's fold."""

    config: Config
    before: tuple[Judged, ...]
    after: tuple[Judged, ...]

    @property
    def better(self) -> bool:
        """Whether the fitted numbers judge claims that they have not seen better, by WORTH at least."""
        return (log_loss(self.before) - log_loss(self.after)) * len(self.before) >= WORTH


def calibrate(cases: Sequence[Decided], config: Config) -> Calibration:
    """Fit the free numbers of `config` on decided claims; the same for any order of them.

    Raises SecondSourceError where too few claims of a kind are decided to fit on.
    """
    _check_enough([case.held for case in cases])
    bench = _Bench(cases, config)
    everything = np.arange(len(bench.cases))
    fold = everything % FOLDS
    after: list[Judged | None] = [None] * len(bench.cases)
    for held_out in range(FOLDS):
        fitted = _fit(bench, everything[fold != held_out], config)
        for place in everything[fold == held_out]:
            after[place] = judge(bench.cases[place], fitted)
    before = tuple(judge(case, config) for case in bench.cases)
    return Calibration(_fit(bench, everything, config), before, tuple(each for each in after if each is not None))


def _check_enough(held: Sequence[bool]) -> None:
    for kind, count in (("that held up", sum(held)), ("that did not", len(held) - sum(held))):
        if count < LEAST:
            raise SecondSourceError(
                f"{count} decided claims {kind} have evidence in these reports; fitting takes {LEAST} of each kind: "
                "decide more claims, or change single numbers by hand (`secondsource weights`)"
            )


def judge(case: Decided, config: Config) -> Judged:
    """The claim's probability and status by a configuration."""
    weighed = weigh(in_order(case.evidence), config)
    return Judged(weighed.p, status_of(weighed, case.circumstances, config), case.held)


def brier(judged: Sequence[Judged]) -> float:
    """The mean squared distance of the probabilities from what became of the claims; 0 is best, .25 says nothing."""
    return sum((each.p - each.held) ** 2 for each in judged) / len(judged)


def log_loss(judged: Sequence[Judged]) -> float:
    """The mean of minus the logarithm of the probability given to what became of each claim, in nats."""
    return -sum(math.log(each.p if each.held else 1 - each.p) for each in judged) / len(judged)


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims of like probability: how many, the mean of what was said, and the share that held up."""

    count: int
    said: float
    held: float


def bins_of(judged: Sequence[Judged], most: int = 10) -> tuple[Bin, ...]:
    """Bins of equal mass, by rising probability: `most`, or fewer where a bin would hold fewer than ten claims."""
    alike: dict[float, list[bool]] = {}
    for each in judged:
        alike.setdefault(each.p, []).append(each.held)
    # A cut may fall among claims of one probability: each brings the share of them that held up to its bin.
    ordered = [(p, sum(held) / len(held)) for p, held in sorted(alike.items()) for _ in held]
    number = max(1, min(most, len(ordered) // 10))
    cuts = [len(ordered) * i // number for i in range(number + 1)]
    return tuple(_bin(ordered[start:end]) for start, end in pairwise(cuts))


def _bin(members: Sequence[tuple[float, float]]) -> Bin:
    count = len(members)
    return Bin(count, sum(p for p, _ in members) / count, sum(held for _, held in members) / count)


def calibration_error(judged: Sequence[Judged]) -> float:
    """The expected calibration error over the bins of equal mass: 0 where as many hold up as was said."""
    return sum(each.count * abs(each.said - each.held) for each in bins_of(judged)) / len(judged)


# --- fitting ----------------------------------------------------------------------------------------------------------


class _Bench:
    """The decided claims in an order of their own, weighed by any configuration; nothing is weighed twice.

    A claim is weighed again only where a number changed that its evidence can feel.
    """

    def __init__(self, cases: Sequence[Decided], config: Config) -> None:
        alive = [replace(case, evidence=_live(case.evidence, config)) for case in cases]
        said = [judge(case, config).p for case in alive]
        # Dealt to folds by this order: both kinds and all strengths come into each fold.
        order = sorted(range(len(alive)), key=lambda i: (alive[i].held, said[i], _digest(alive[i].evidence)))
        self.cases = [alive[i] for i in order]
        self.held = np.array([case.held for case in self.cases], np.float64)
        self._felt = [_felt(case.evidence, config) for case in self.cases]
        self._weighed: list[dict[tuple[float, ...], tuple[float, float]]] = [{} for _ in self.cases]
        self._tables: dict[tuple[float, ...], Values] = {}

    def leads(self, config: Config) -> Values:
        """By how many nats support leads denial, for each claim."""
        values = {name: _value(config, name) for name in KNOBS if name != "echo"}
        key = tuple(values.values())
        if key not in self._tables:
            self._tables[key] = np.array([self._pair(place, values, config) for place in range(len(self.cases))])
        pairs = self._tables[key]
        # Support is linear in `echo`, so that number needs no weighing.
        lead: Values = (1 - config.echo) * pairs[:, 0] + config.echo * pairs[:, 1]
        return lead

    def _pair(self, place: int, values: dict[str, float], config: Config) -> tuple[float, float]:
        """The claim's lead where nothing is an echo, and where all that does not say how it knows is one."""
        weighed, key = self._weighed[place], tuple([values[name] for name in self._felt[place]])
        if key not in weighed:
            rows = self.cases[place].evidence
            pro = weigh_side(tuple(row for row in rows if row.polarity > 0), config)
            con = weigh_side(tuple(row for row in rows if row.polarity < 0), config)
            apart = pro.everything - con.everything
            weighed[key] = apart, max(pro.stated, pro.soft) - max(con.stated, con.soft)
        return weighed[key]


def _live(evidence: Sequence[Evidence], config: Config) -> tuple[Evidence, ...]:
    """The rows that weigh, as they weigh: without copies and no-comments, in one order, whatever their documents."""
    rows = (replace(row, index=0, document="") for row in evidence if row.polarity and row.q >= config.live)
    return in_order(rows)


def _digest(rows: tuple[Evidence, ...]) -> str:
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def _felt(rows: tuple[Evidence, ...], config: Config) -> tuple[str, ...]:
    """The free numbers, `echo` aside, on which the claim's weight can depend."""
    found = [name for name in KNOBS if name.startswith("basis.") and any(f"basis.{row.ground}" == name for row in rows)]
    if sum(row.ground in UNNAMED or not row.identified for row in rows) > 1:
        found.append("unnamed_pool")
    if sum(row.ground == "own" for row in rows) > 1:
        found.append("unattributed_pool")
    if any(not is_vetted(row.outlet_letter, config) for row in rows):
        found.append("weak_pool")
    return tuple(found)


def _fit(bench: _Bench, places: Places, config: Config) -> Config:
    """The configuration with the free numbers that judge these claims best, each pulled to the value it had."""
    ratios = dict.fromkeys(KNOBS, 1.0)
    best, fitted = _cost(bench, places, config), config
    moved = True
    while moved:
        moved = False
        for name in KNOBS:
            for ratio in RATIOS:
                tried = _with(config, {**ratios, name: ratio}) if ratio != ratios[name] else None
                if tried is None:
                    continue
                cost = _cost(bench, places, tried) + _price({**ratios, name: ratio})
                if cost < best - 1e-9:
                    best, fitted, moved = cost, tried, True
                    ratios = {**ratios, name: ratio}
    return _with_line(fitted, *_line(bench.leads(fitted)[places], bench.held[places], config))


def _price(ratios: dict[str, float]) -> float:
    return sum(MOVED + math.log2(ratio) ** 2 for ratio in ratios.values() if ratio != 1.0)


def _cost(bench: _Bench, places: Places, config: Config) -> float:
    """The log loss of these claims, in nats, each judged by the line fitted on the other folds."""
    leads, held = bench.leads(config)[places], bench.held[places]
    fold = np.arange(len(places)) % FOLDS
    total = 0.0
    for out in range(FOLDS):
        start, slope = _line(leads[fold != out], held[fold != out], config)
        odds = np.clip(start + slope * leads[fold == out], -config.bound, config.bound)
        total += float(np.logaddexp(0.0, np.where(held[fold == out] > 0, -odds, odds)).sum())
    return total


def _line(leads: Values, held: Values, config: Config) -> tuple[float, float]:
    """Prior and slope (1/temperature) of the logistic regression of the outcomes on the leads.

    Convex: a normal prior of width SPREAD about the values in force makes the minimum the only one, and finite.
    """
    start = np.array([config.prior, 1 / config.temperature])
    columns = np.stack([np.ones_like(leads), leads], axis=1)
    pull = np.eye(2) / SPREAD**2
    line = start.copy()
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(columns @ line, -30, 30)))
        slope = columns.T @ (held - p) - pull @ (line - start)
        step = np.linalg.solve(columns.T @ (columns * (p * (1 - p))[:, None]) + pull, slope)
        line += step
        if np.abs(step).max() < 1e-10:
            break
    return float(np.clip(line[0], -2, 2)), float(np.clip(line[1], 0.1, 5))


def _with_line(config: Config, prior: float, slope: float) -> Config:
    return replace(config, prior=round(prior, 4), temperature=round(1 / slope, 4))


def _value(config: Config, name: str) -> float:
    table, _, key = name.partition(".")
    found = getattr(config, table)
    return float(found[key] if key else found)


def _with(config: Config, ratios: dict[str, float]) -> Config | None:
    """The configuration with each free number times its ratio (a chance by its odds); None where that may not be."""
    values = {name: _value(config, name) * ratio for name, ratio in ratios.items()}
    chance = config.echo * ratios["echo"]
    values["echo"] = chance / (chance + 1 - config.echo)
    values = {name: round(value, 4) for name, value in values.items()}
    basis = {**config.basis, **{n.partition(".")[2]: v for n, v in values.items() if n.startswith("basis.")}}
    changes: dict[str, Any] = {name: value for name, value in values.items() if "." not in name}
    try:
        tried = replace(config, basis=basis, **changes)
    except ValueError:
        return None
    return tried if _counted(tried) == _counted(config) else None


def _counted(config: Config) -> list[bool]:
    """Which plain words of vetted sources are counted as origins, at first hand and through one outlet.

    Fitting moves likelihoods; how many origins there are is not for it to say.
    """
    words = [config.word[letter] * share for letter in VETTED for share in config.basis.values()]
    return [word * config.hop**hop >= config.counts_from for word in words for hop in (0, 1)]

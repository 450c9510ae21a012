"""How probable it is that two mentions tell of one event: a sum of curves, one a feature, read from weights.json.

A generalised additive model: each feature has two broken lines, one for pairs of the same word and one for pairs of
different words. A pair's log-odds are the sum of the heights of its features, so that every part can be shown.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from secondsource.link.coreference.pairs import FEATURES

Table = NDArray[np.float32]
# The curves are used where the parts are worth showing: log-odds of less than this say nothing.
WORTH_SHOWING = 0.15
_NAMES = tuple(feature.name for feature in FEATURES)
_HEAD = _NAMES.index("same_head")


@dataclass(frozen=True, slots=True)
class Curve:
    """Broken lines of one feature: its values at `knots`, log-odds for the same word and for different words."""

    at: int
    knots: NDArray[np.float64]
    same: NDArray[np.float64]
    different: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Model:
    """The curves, what is added to every pair, and the mean probability at which clusters are joined."""

    curves: tuple[Curve, ...]
    base: tuple[float, float]
    join: float


@dataclass(frozen=True, slots=True)
class Reason:
    """What one feature of a pair says, and what it adds to the log-odds of one event."""

    feature: str
    words: str
    adds: float


def model_of(data: Mapping[str, Any]) -> Model:
    """The model that a table of weights describes."""
    curves = tuple(
        Curve(_NAMES.index(name), *(np.array(row[k], float) for k in ("knots", "same", "different")))
        for name, row in data["curves"].items()
    )
    return Model(curves, (float(data["base"]["same"]), float(data["base"]["different"])), float(data["join"]))


@cache
def load() -> Model:
    """The model in this folder."""
    text = (files("secondsource.link.coreference") / "weights.json").read_text(encoding="utf-8")
    return model_of(json.loads(text))


def probabilities(model: Model, features: Table) -> NDArray[np.float32]:
    """For each row of features, how probable it is that the pair tells of one event."""
    same = features[:, _HEAD] > 0
    odds = np.where(same, *model.base)
    for curve in model.curves:
        column = features[:, curve.at]
        odds += np.where(
            same, np.interp(column, curve.knots, curve.same), np.interp(column, curve.knots, curve.different)
        )
    shares: NDArray[np.float32] = (1 / (1 + np.exp(-odds))).astype(np.float32)
    return shares


def reasons(model: Model, row: Table) -> tuple[Reason, ...]:
    """What speaks for and against one event in one pair, the weightiest first."""
    found = []
    for curve in model.curves:
        value = float(row[curve.at])
        adds = float(np.interp(value, curve.knots, curve.same if row[_HEAD] > 0 else curve.different))
        if abs(adds) >= WORTH_SHOWING:
            found.append(Reason(FEATURES[curve.at].name, FEATURES[curve.at].say(value), adds))
    return tuple(sorted(found, key=lambda r: (-abs(r.adds), r.feature)))

"""From support and denial to a probability, its ICD 203 words, and the confidence (rating.md, section 7).

The two are never put into one sentence: the likelihood speaks of the claim, the confidence of the evidence.
"""

from __future__ import annotations

import math
from typing import Literal

from secondsource.model import Likelihood, Opinion, Origins
from secondsource.rate.weights import Config

Confidence = Literal["low", "moderate", "high"]

# ICD 203, the first row of the table of likelihoods; each word holds below its bound.
WORDS = (
    (0.05, "almost no chance"),
    (0.20, "very unlikely"),
    (0.45, "unlikely"),
    (0.55, "roughly even chance"),
    (0.80, "likely"),
    (0.95, "very likely"),
)

# The weight of having no evidence in subjective logic's mapping from evidence to an opinion (W of rating.md, 7).
OPEN = 2.0


def logit(support: float, denial: float, config: Config) -> float:
    """The log odds of the claim, clipped to the configured bound."""
    raw = config.prior + (support - denial) / config.temperature
    return max(-config.bound, min(config.bound, raw))


def probability(log_odds: float) -> float:
    """The probability that belongs to log odds."""
    return 1 / (1 + math.exp(-log_odds))


def judge_likelihood(support: float, denial: float, hard: bool, config: Config) -> Likelihood | None:
    """Probability and words, or None where too little stands on either side to judge; `hard` as in section 5."""
    if not hard or max(support, denial) < config.judgeable:
        return None
    p = probability(logit(support, denial, config))
    return Likelihood(p, next((word for bound, word in WORDS if p < bound), "almost certain"))


def judge_confidence(origins: Origins, good_letters: int) -> Confidence:
    """How firm the evidence is; `good_letters` counts separate voices that a person lettered A or B."""
    if origins.min >= 3 and good_letters >= 2 and origins.paths >= 2:
        return "high"
    return "moderate" if origins.min >= 2 else "low"


def opinion_of(support: float, denial: float) -> Opinion:
    """Support and denial, in nats, as belief and disbelief beside what stays open; no evidence leaves all open."""
    total = support + denial + OPEN
    return Opinion(support / total, denial / total, OPEN / total)

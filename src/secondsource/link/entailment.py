"""Entailment: whether a text bears out a claim, speaks against it or leaves it open, by a small model of our own.

MiniLM, fine-tuned on public pairs (training/entail), int8, run on the processor one question at a time, so that an
answer never depends on its neighbours. Of a long text it reads the sentences that the claim is about. What the rules
of `opposition` find takes support away, and is given as the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from secondsource.link.nets import open_net
from secondsource.link.opposition import Difference, differences
from secondsource.link.passages import relevant

Label = Literal["supports", "refutes", "open"]
_LABELS = ("supports", "refutes", "open")
# Chosen on a part of the training rows that was kept aside, so that few claims are wrongly called supported.
_SUPPORTS, _REFUTES = 0.6, 0.5
# What one difference of a kind takes from the log-odds of support; fitted on the same rows.
_AGAINST = {"number": 2.0, "name": 2.0, "negation": 1.0, "opposite": 2.0, "scope": 1.5, "hedge": 0.0}
# Word pieces that the evidence keeps even beside a very long claim.
_LEAST_ROOM = 32
# ... and what stands before a sentence takes at most.
_BEFORE = 40


@dataclass(frozen=True, slots=True)
class Entailment:
    """How sure it is that a text supports, refutes and leaves open a claim; the three add up to 1. `why` in words."""

    supports: float
    refutes: float
    open: float
    why: tuple[str, ...]

    @property
    def label(self) -> Label:
        """Supports and refutes only where that is sure enough; else open."""
        if self.supports >= _SUPPORTS:
            return "supports"
        return "refutes" if self.refutes >= _REFUTES else "open"


@dataclass(frozen=True, slots=True)
class _Model:
    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer
    length: int


def entails(evidence: str, claim: str) -> Entailment:
    """Weigh a claim against a text of any length; without a word on either side the claim is open."""
    if not evidence.strip() or not claim.strip():
        return Entailment(0.0, 0.0, 1.0, ("There is nothing to compare.",))
    found = differences(evidence, claim)
    supports, refutes, left = read(evidence, claim)
    lost = supports - _less(supports, sum(_AGAINST[d.kind] for d in found))
    opposed = any(d.told for d in found if d.kind in ("number", "negation", "opposite"))
    refutes, left = (refutes + lost, left) if opposed else (refutes, left + lost)
    return Entailment(supports - lost, refutes, left, tuple(_said(d) for d in found))


def read(evidence: str, claim: str) -> tuple[float, float, float]:
    """The model's own probabilities that a text bears a claim out, speaks against it, leaves it open."""
    model = _model()
    return _asked(model, *_encoded(model, evidence, claim, ""), first=0)


def puts_forward(sentence: str, claim: str, before: str = "") -> tuple[float, float, float]:
    """How surely a sentence of a report puts a claim forward, denies it, does neither, whoever's words they are.

    `before` is what stands before it in the report. An allegation puts forward, a denial denies; a plan, a question and
    another happening of the kind do neither. The second question of the same net.
    """
    model = _model()
    return _asked(model, *_encoded(model, sentence, claim, before), first=len(_LABELS))


def _asked(model: _Model, ids: np.ndarray, kinds: np.ndarray, *, first: int) -> tuple[float, float, float]:
    """The three probabilities that stand in the net's answer from `first`."""
    asked = {"ids": ids, "kinds": kinds, "mask": np.ones_like(ids)}
    logits = model.session.run(None, asked)[0][0][first : first + len(_LABELS)]
    raised = np.exp(logits - logits.max())
    supports, refutes, left = (float(p) for p in raised / raised.sum())
    return supports, refutes, left


def _less(probability: float, by: float) -> float:
    odds = probability / max(1e-9, 1 - probability) * float(np.exp(-by))
    return min(probability, odds / (1 + odds))


def _said(difference: Difference) -> str:
    claimed, told = difference.claimed, difference.told
    match difference.kind:
        case "hedge":
            return f'The text says "{told}".'
        case "negation":
            return f"The claim says that {claimed} so, the text that {told}."
        case "number" | "opposite" if told:
            return f'The claim says "{claimed}", the text "{told}".'
        case _:
            return f'The text does not have "{claimed}".'


def _encoded(model: _Model, evidence: str, claim: str, before: str) -> tuple[np.ndarray, np.ndarray]:
    """Ids and kinds (1 the claim, else 0) of [CLS] evidence [SEP] claim [SEP] before [SEP], at most the model's length.

    Of what stands before, the last 40 word pieces are read.
    """

    def pieces(text: str) -> list[int]:
        ids: list[int] = model.tokenizer.encode(text, add_special_tokens=False).ids
        return ids

    of_claim = pieces(claim)[: model.length - 3 - _LEAST_ROOM]
    room = model.length - 3 - len(of_claim)
    chosen = relevant(evidence, claim, room, lambda text: len(pieces(text))) if len(evidence) >= 2 * room else evidence
    of_text = pieces(chosen)[:room]
    first, last = (model.tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]"))
    ids = [first, *of_text, last, *of_claim, last]
    kinds = [0] * (len(of_text) + 2) + [1] * (len(of_claim) + 1)
    left = min(_BEFORE, model.length - len(ids) - 1)
    if before and left > 0:
        ids += [*pieces(before)[-left:], last]
        kinds += [0] * (len(ids) - len(kinds))
    return np.array([ids], np.int64), np.array([kinds], np.int64)


@cache
def _model() -> _Model:
    session, tokenizer, notes = open_net("secondsource.link", "entail_model", "entail")
    return _Model(session, tokenizer, int(notes["length"]))

"""Judging: what one actor does to another in a sentence, by a small classifier of our own.

MiniLM, fine-tuned on sentences written for this project (training/events), int8, run on the processor one question at
a time, so that an answer never depends on its neighbours.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from onnxruntime import InferenceSession
from tokenizers import Tokenizer

from secondsource.link.nets import open_net
from secondsource.words.cameo import cameo_codes

NONE = "NONE"
# Code points kept before the first actor and after the last one of a long sentence.
_BEFORE, _AFTER = 160, 260
# A type weighs as its own head says times what the head of the codes says of its codes, to this power.
_CODES_WEIGH = 0.5
Stretch = tuple[int, int]  # [start, end) in code points of the sentence


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the source does to the target: a PLOVER category or `NONE`, a CAMEO code, and how sure that is, 0 to 1.

    `probability` is that of the category; `happens` that of anything at all. `word` is where the word that tells it
    stands, in code points of the sentence. `categories` holds the probability of each category but `NONE`.
    """

    type: str
    code: str
    probability: float
    happens: float
    word: Stretch
    categories: dict[str, float]


@dataclass(frozen=True, slots=True)
class _Model:
    session: InferenceSession
    tokenizer: Tokenizer
    types: tuple[str, ...]
    codes: tuple[str, ...]
    marks: tuple[str, str, str, str]
    of_type: np.ndarray  # codes x types: 1 where a code belongs to a type


def judge(sentence: str, source: Stretch | None, target: Stretch | None) -> Judgement:
    """Judge one ordered pair of actors in a sentence; either may be None where it is not in the sentence."""
    types, codes, word = _answer(sentence, source, target)
    return _judgement(_model(), types, codes, word)


def codes_of(sentence: str, source: Stretch | None, target: Stretch | None) -> dict[str, float]:
    """The probability of each CAMEO code, mere statements (01x) included, for what a pair of actors does."""
    _, codes, _ = _answer(sentence, source, target)
    return {code: float(p) for code, p in zip(_model().codes, _softmax(codes), strict=True)}


def _answer(sentence: str, source: Stretch | None, target: Stretch | None) -> tuple[np.ndarray, np.ndarray, Stretch]:
    """Logits of the types and of the codes, and where the telling word stands in the sentence."""
    model = _model()
    cut = _window(sentence, [s for s in (source, target) if s is not None])
    text, places = _marked(sentence, source, target, cut, model.marks)
    encoded = model.tokenizer.encode(text)
    ids = np.array([encoded.ids], np.int64)
    types, codes, words = model.session.run(None, {"ids": ids, "mask": np.ones_like(ids)})
    at = encoded.offsets[int(_of_words(words[0], encoded.tokens).argmax())]
    return types[0], codes[0], (_back(at[0], places), _back(at[1], places))


def _judgement(model: _Model, types: np.ndarray, codes: np.ndarray, word: Stretch) -> Judgement:
    by_type = _softmax(types)
    by_code = _softmax(codes)
    none = model.types.index(NONE)
    weights = by_type * (by_code @ model.of_type + 1e-3) ** _CODES_WEIGH
    weights[none] = 0.0
    weights /= weights.sum()
    best = int(weights.argmax())
    happens = float(1 - by_type[none])
    fitting = np.where(model.of_type[:, best] > 0, by_code, 0.0)
    return Judgement(
        model.types[best],
        model.codes[int(fitting.argmax())],
        float(weights[best]),
        happens,
        word,
        {name: float(w) for name, w in zip(model.types, weights, strict=True) if name != NONE},
    )


def _softmax(logits: np.ndarray) -> np.ndarray:
    raised = np.exp(logits - logits.max())
    shares: np.ndarray = raised / raised.sum()
    return shares


def _of_words(logits: np.ndarray, tokens: list[str]) -> np.ndarray:
    """The logits with those of the marks and of the frame taken out."""
    return np.where([t.startswith("[") for t in tokens], -np.inf, logits)


def _window(sentence: str, actors: list[Stretch]) -> Stretch:
    """The part of a sentence that is looked at: whole, or round the actors where it is very long."""
    if len(sentence) <= _BEFORE + _AFTER or not actors:
        return 0, min(len(sentence), 4 * _AFTER)
    start = max(0, min(a for a, _ in actors) - _BEFORE)
    end = min(len(sentence), max(b for _, b in actors) + _AFTER)
    start = sentence.rfind(" ", 0, start) + 1 if start else 0
    return start, end


def _marked(
    sentence: str, source: Stretch | None, target: Stretch | None, cut: Stretch, marks: tuple[str, str, str, str]
) -> tuple[str, list[tuple[int, int]]]:
    """The text with the marks in it, and for each stretch of it (start in it, what to add to come to the sentence)."""
    inserts = [(source, marks[0], marks[1])] if source else []
    inserts += [(target, marks[2], marks[3])] if target else []
    steps = sorted([(s[0], 1, f"{a} ") for s, a, _ in inserts] + [(s[1], 0, f" {b}") for s, _, b in inserts])
    text, at = "", cut[0]
    places: list[tuple[int, int]] = []
    for position, _, words in steps:
        places.append((len(text), at - len(text)))
        text += sentence[at:position] + words
        at = position
    places.append((len(text), at - len(text)))
    return text + sentence[at : cut[1]], places


def _back(offset: int, places: list[tuple[int, int]]) -> int:
    return offset + next(shift for start, shift in reversed(places) if offset >= start)


@cache
def _model() -> _Model:
    session, tokenizer, labels = open_net("secondsource.coding", "model", "coder")
    tokenizer.enable_truncation(labels["length"])
    types, codes = tuple(labels["types"]), tuple(labels["codes"])
    known = cameo_codes()
    of_type = np.array([[float(known[c].category == t) for t in types] for c in codes])
    return _Model(session, tokenizer, types, codes, tuple(labels["marks"]), of_type)

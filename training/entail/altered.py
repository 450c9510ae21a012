"""Altered pairs: what a supported claim becomes when a word of it, of its evidence or of both is exchanged.

One side alone changed: no longer supported. Both sides changed alike: supported still. So neither side by itself tells
the answer away, and a model has to compare. The words exchanged are numbers, names, opposites and "not".
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence

Pair = tuple[str, str, str]  # evidence, claim, label
_NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?![\w])")
_NAME = re.compile(r"(?<![.!?] )(?<=[a-z,] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*")
_BE = re.compile(r"\b(is|are|was|were|has|have|had|can|will|did|does)\b(?! not\b)")
_WORD = re.compile(r"\b[a-z]{3,}\b")
# What a sentence becomes inside another: told as true, left open, said to be untrue. Written for this project.
FRAMES = {
    "supports": (
        "A spokesman confirmed that {}", "Records show that {}", "It is well documented that {}",
        "The ministry announced that {}", "Researchers found that {}", "It has since been established that {}",
        "Nobody disputes that {}", "Officials acknowledged that {}",
    ),
    "open": (
        "Officials declined to comment on reports that {}", "It is not clear whether {}",
        "There were rumours that {}, but nobody has confirmed them", "Asked whether {}, the minister did not reply",
        "Some people wonder whether {}", "It could not be verified that {}", "If {}, much would change",
        "A question is often asked: is it so that {}?", "The court has yet to decide whether {}",
        "Critics speculated that {}",
    ),
    "refutes": (
        "It is not true that {}", "The report that {} turned out to be false", "The claim that {} has been disproved",
        "It is a common myth that {}", "There is no evidence that {}, and all records say otherwise",
        "Scientists reject the idea that {}", "The ministry showed that it was a lie that {}",
    ),
}  # fmt: skip
_OPENS = frozenset(
    "The A An In It He She They There This These Those That His Her Its Their To Over On At For As By With From When "
    "While After Before Although Some Many Most Several Few All Two Three Four Five Both Such One Another Each".split()
)
_UNFIT = frozenset(
    "And But Nor So Or Yes No Well Oh Now Then Thus Hence However What Who Why How Where Did Do Is".split()
)
# How often each side is changed: the claim, the evidence, both.
SIDES = ("claim", "claim", "evidence", "both", "both")


def names_in(texts: Sequence[str]) -> list[str]:
    """Names inside sentences, for a store to draw others from."""
    return sorted({name for text in texts for name in _NAME.findall(text) if len(name) < 40})


def alter(
    evidence: str, claim: str, store: Sequence[str], opposites: Mapping[str, str], chance: random.Random
) -> Pair | None:
    """One altered pair of a supported one, or None where the two share nothing that can be exchanged."""
    kinds: list[Callable[[], tuple[str, str, str] | None]] = [
        lambda: _number(evidence, claim, chance),
        lambda: _name(evidence, claim, store, chance),
        lambda: _opposite(evidence, claim, opposites, chance),
        lambda: _negated(evidence, claim),
    ]
    chance.shuffle(kinds)
    side = chance.choice(SIDES)
    for kind in kinds:
        made = kind()
        if made is None:
            continue
        new_evidence, new_claim, label = made
        if side == "both":
            return new_evidence, new_claim, "supports"
        return (evidence, new_claim, label) if side == "claim" else (new_evidence, claim, label)
    return None


def frame(evidence: str, chance: random.Random) -> tuple[str, str] | None:
    """A sentence inside another that tells it as true, leaves it open or denies it, and the label; None if unfit."""
    bare = evidence.strip().rstrip(".")
    if not 20 < len(bare) < 260 or re.search(r"[.!?;] [A-Z]", bare) or "?" in bare or bare.split()[0] in _UNFIT:
        return None
    label = chance.choice(("supports", "supports", "open", "refutes"))
    first, _, rest = bare.partition(" ")
    inner = f"{first.lower()} {rest}" if first in _OPENS else bare
    return chance.choice(FRAMES[label]).format(inner) + ".", label


def _swap(evidence: str, claim: str, old: str, new: str) -> tuple[str, str]:
    whole = re.compile(rf"(?<![\w]){re.escape(old)}(?![\w])")
    return whole.sub(lambda _: new, evidence), whole.sub(lambda _: new, claim)


def _number(evidence: str, claim: str, chance: random.Random) -> tuple[str, str, str] | None:
    shared = sorted(set(_NUMBER.findall(claim)) & set(_NUMBER.findall(evidence)))
    if not shared:
        return None
    old = chance.choice(shared)
    plain = old.replace(",", "")
    if "." in plain:
        new = f"{float(plain) * chance.choice((0.4, 0.8, 1.3, 3)):.1f}"
    else:
        value = int(plain)
        by = chance.choice((1, 2, 3, 5, 10, 20)) * chance.choice((-1, 1))
        changed = value + by if 1000 < value < 2100 or value < 10 else value * chance.choice((2, 3)) + by
        changed = changed if changed > 0 else value + 1
        new = f"{changed:,}" if "," in old else str(changed)
    return None if new == old else (*_swap(evidence, claim, old, new), "not_supports")


def _name(evidence: str, claim: str, store: Sequence[str], chance: random.Random) -> tuple[str, str, str] | None:
    shared = sorted(n for n in set(_NAME.findall(claim)) if n in evidence)
    if not shared or not store:
        return None
    old = chance.choice(shared)
    others = [n for n in (chance.choice(store) for _ in range(12)) if n.count(" ") == old.count(" ")]
    new = next((n for n in others if n not in evidence and n not in claim), None)
    return None if new is None else (*_swap(evidence, claim, old, new), "not_supports")


def _opposite(
    evidence: str, claim: str, opposites: Mapping[str, str], chance: random.Random
) -> tuple[str, str, str] | None:
    shared = sorted(w for w in set(_WORD.findall(claim)) & set(_WORD.findall(evidence)) if w in opposites)
    if not shared:
        return None
    old = chance.choice(shared)
    return *_swap(evidence, claim, old, opposites[old]), "refutes"


def _negated(evidence: str, claim: str) -> tuple[str, str, str] | None:
    """Both sides with "not" behind the same auxiliary, where both begin with the same word."""
    in_claim, in_evidence = _BE.search(claim), _BE.search(evidence)
    if in_claim is None or in_evidence is None or in_claim.group() != in_evidence.group():
        return None
    if claim.split()[0] != evidence.split()[0] or " not " in claim or "only" in claim:
        return None

    def put(text: str, at: re.Match[str]) -> str:
        return f"{text[: at.end()]} not{text[at.end() :]}"

    return put(evidence, in_evidence), put(claim, in_claim), "refutes"

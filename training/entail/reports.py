"""The pairs written for this project: a claim, a sentence of a report, what stands before it, and how it bears.

Two forms of file lie in a folder. NAME.jsonl has a claim a line with its rows; NAME.stories.jsonl has a story a line:
the sentences of its reports in order, and for each claim those that put it forward and those that deny it. Beside
these, easy rows are made, so that hard ones alone do not teach that shared words mean nothing.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

# One claim, or story, in so many is kept aside.
ASIDE = 12
# Of a story's sentences that leave a claim open, this share is shown; and so many sentences of other stories.
OPEN_SHARE, STRANGE = 0.4, 2
_TOLD = (
    "{}.", "{}.", "{}, the ministry said.", "According to local media, {}.", "{}, two officials told reporters.",
    "An unnamed diplomat said that {}.", "It is alleged that {}.", "{}, a newspaper reported on Monday.",
    "The government confirmed that {}.", "Reports say {}.",
)  # fmt: skip
_DENIED = (
    "The ministry denied that {}.", "It is not true that {}.", "A spokesman rejected reports that {}.",
    "The government said there was no truth in claims that {}.", "Reports that {} are false, officials said.",
)  # fmt: skip
_LEFT = (
    "It could not be verified whether {}.", "Asked whether {}, the spokesman declined to comment.",
    "If {}, the consequences would be grave.", "The embassy would not say whether {}.",
    "Investigators are looking into whether {}.",
)  # fmt: skip


class Pair(NamedTuple):
    """A sentence of a report, the claim, how the sentence bears on it, and what stands before the sentence."""

    text: str
    claim: str
    label: str
    before: str


def read_pairs(folder: Path) -> tuple[list[Pair], list[Pair]]:
    """All pairs of a folder, to train on and kept aside; a claim or story is never in both."""
    kept: tuple[list[Pair], list[Pair]] = ([], [])
    chance = random.Random(0)
    for file in sorted(folder.glob("*.jsonl")):
        units = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        read = [list(_of_story(u, chance) if "sentences" in u else _of_claim(u)) for u in units]
        for n, (unit, pairs) in enumerate(zip(units, read, strict=True)):
            name = unit["sentences"][0] if "sentences" in unit else unit["claim"]
            aside = int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) % ASIDE == 0
            kept[aside].extend(pairs)
            if not aside:
                strangers = [p for other in read[max(0, n - 4) : n + 5] if other is not pairs for p in other]
                kept[0].extend(_easy(pairs, strangers, chance))
    return kept


def _of_claim(unit: dict) -> Iterator[Pair]:
    for row in unit["rows"]:
        yield Pair(row["text"], unit["claim"], row["label"], row.get("before") or "")


def _of_story(unit: dict, chance: random.Random) -> Iterator[Pair]:
    sentences, starts = unit["sentences"], set(unit["starts"])
    for asked in unit["claims"]:
        for n, text in enumerate(sentences):
            label = "supports" if n in asked["supports"] else "refutes" if n in asked["refutes"] else "open"
            if label == "open" and chance.random() > OPEN_SHARE:
                continue
            first = max((s for s in starts if s <= n), default=0)
            yield Pair(text, asked["claim"], label, " ".join(sentences[max(first, n - 2) : n]))


def _easy(pairs: list[Pair], strangers: list[Pair], chance: random.Random) -> Iterator[Pair]:
    """For each claim: itself told, denied and left open inside another sentence, and sentences of other stories."""
    for claim in dict.fromkeys(p.claim for p in pairs):
        for other in chance.sample(strangers, min(STRANGE, len(strangers))):
            yield Pair(other.text, claim, "open", other.before)
        if claim.endswith("?"):
            continue
        inside = claim[0].lower() + claim[1:] if claim.split()[0] in ("The", "A", "An", "Two", "Three") else claim
        for frames, label in ((_TOLD, "supports"), (_TOLD, "supports"), (_DENIED, "refutes"), (_LEFT, "open")):
            if chance.random() < 0.6:
                frame = chance.choice(frames)
                words = claim if frame.startswith("{") else inside
                before = chance.choice(strangers).text if strangers and chance.random() < 0.4 else ""
                yield Pair(frame.format(words), claim, label, before)

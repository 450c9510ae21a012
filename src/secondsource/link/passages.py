"""Passages: the sentences of a long text that a claim is about, so that a reader with little room reads those alone.

A sentence is worth the claim's words that it holds and the sentences chosen before it do not, a rare word more than a
common one.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence

_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘(\[]?[A-Z0-9#])|\n+|\s+#+\s+")
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
# What a short word before a full stop is, no sentence ends with.
_SHORT = re.compile(
    r"(?:^|[\s(])(?:(?:[A-Z]\.)*[A-Z]|[Dd]r|[Mm]rs?|[Mm]s|[Ss]t|[Ss]en|[Gg]en|[Gg]ov|[Rr]ep|[Pp]rof|[Nn]o|vs|c|ca)\.$"
)
_COMMON = frozenset(
    "a an the of in on at to for with by from and or but is are was were be been being has have had do does did it its "
    "this that these those as he she they him his her hers their them who whom which what when where there here than "
    "then so such also not no nor s t into about after before over under between during up out i we you my our your "
    "more most other some any all both each will would can could may might shall should must".split()
)
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ers", "er", "ed", "es", "ly", "s")
# A sentence next to a chosen one gets this share of the chosen one's worth: who "he" is often stands there.
_NEIGHBOUR = 0.15


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, without the very common ones, endings cut off roughly."""
    return [stem(w) for w in _WORD.findall(text.lower()) if w not in _COMMON]


def stem(word: str) -> str:
    """A word without its ending, so that "emits" and "emission" come near each other; rough and quick."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def sentences_of(text: str) -> list[str]:
    """A text cut where sentences, lines and headings end; nothing but white space is lost."""
    found: list[str] = []
    start = 0
    for gap in _END.finditer(text):
        if _SHORT.search(text, max(start, gap.start() - 8), gap.start()):
            continue
        found.append(text[start : gap.end()])
        start = gap.end()
    found.append(text[start:])
    return [s.strip() for s in found if s.strip()]


def relevant(text: str, claim: str, room: int, length: Callable[[str], int]) -> str:
    """The sentences of a text that bear most on a claim, in their order, as many as `room` holds.

    `length` measures a sentence in the unit of `room`. A text that fits is given back as it is.
    """
    if length(text) <= room:
        return text
    sentences = sentences_of(text)
    lengths = [length(s) for s in sentences]
    chosen = choose([words_of(s) for s in sentences], lengths, words_of(claim), room)
    return " ".join(sentences[n] for n in sorted(chosen))


def choose(sentences: Sequence[Sequence[str]], lengths: Sequence[int], claim: Sequence[str], room: int) -> list[int]:
    """The numbers of the sentences to keep, the most telling first; at least one."""
    sets = [frozenset(s) for s in sentences]
    spread = Counter(w for s in sets for w in s)
    worth = {w: math.log(1 + len(sets) / spread[w]) for w in set(claim) if w in spread}
    whole = [sum(worth[w] for w in s if w in worth) for s in sets]
    chosen: list[int] = []
    missing = set(worth)
    while len(chosen) < len(sets):
        best, most = -1, -1.0
        for n, words in enumerate(sets):
            if n in chosen or (chosen and lengths[n] > room):
                continue
            near = max((whole[m] for m in (n - 1, n + 1) if m in chosen), default=0.0)
            gain = sum(worth[w] for w in words & missing) + 0.3 * whole[n] + _NEIGHBOUR * near
            gain /= 1 + lengths[n] / 200
            if gain > most:
                best, most = n, gain
        if best < 0 or (chosen and most <= 0):
            break
        chosen.append(best)
        missing -= sets[best]
        room -= lengths[best]
    return chosen

"""Copies: which texts of a pile are the same text, in whole or in good part, by the word 6-grams that they share.

Candidates come from a sample of the 6-grams that is the same for every text, so that a short text inside a long one is
found as surely as two of a length; each candidate is then counted exactly. Nothing compares all with all: a text meets
the first holders of each sampled 6-gram and the latest, and then the members of the family it fell into.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from secondsource.model import Document, Span

SHINGLE = 6
# Containment in the shorter text and the probability that the two are one text (rating.md, section 3).
STEPS = ((0.8, 1.0), (0.5, 0.8), (0.3, 0.5))
LEAST = STEPS[-1][0]
# One 6-gram in so many is sampled. A text of 60 words keeps about 14 of them.
SAMPLED = 4
# Over each sampled 6-gram a text meets the first that held it and so many of those before it.
NEAR = 16
# Up to so many, all members of a family are compared; in a larger one each only with those it met.
FAMILY = 200
# Pictures travel with agency copy, but a caption alone is no copy: so much of the rest must be shared as well,
# where there is a rest of some length (in 6-grams).
BESIDE_CAPTIONS, SOME_LENGTH = 0.2, 40
# The fewest 6-grams that make a text: eight words.
_FEWEST = 3
_WORD = re.compile(r"[^\W_]+")
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)

Grams = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Text:
    """A document and its passages, sentences or paragraphs, in order."""

    document: Document
    passages: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The different 6-grams of a document, sorted: all but its furniture, and all but its captions too."""

    grams: Grams
    body: Grams


@dataclass(frozen=True, slots=True)
class Copy:
    """Two texts (positions) that share words: what share of the shorter, of the later, of the earlier; how surely."""

    later: int
    earlier: int
    shared: float
    of_later: float
    of_earlier: float
    p: float


@dataclass(frozen=True, slots=True)
class Aligned:
    """A passage of a text and the passage of another that it repeats, with the share of its 6-grams found there."""

    passage: Span
    source: Span
    share: float
    words: int


def probability(share: float) -> float:
    """How likely a text that holds this share of a shorter one has it from there, or both from a third."""
    return next((p for least, p in STEPS if share >= least), 0.0)


# --- one document -----------------------------------------------------------------------------------------------------


def page_of(document: Document) -> Page:
    """The 6-grams of a document; none of them runs across a piece of furniture."""
    body = _unique([grams for grams, _ in _runs(document, captions=False)])
    if not any(piece.kind == "caption" for piece in document.furniture):
        return Page(body, body)
    return Page(_unique([grams for grams, _ in _runs(document, captions=True)]), body)


def _runs(document: Document, *, captions: bool) -> Iterator[tuple[Grams, list[int]]]:
    """Each stretch between furniture: its 6-grams in order and the offset at which each begins."""
    at = 0
    taken = [(f.start, f.end) for f in document.furniture if not (captions and f.kind == "caption")]
    for start, end in (*taken, (len(document.text), len(document.text))):
        if start - at > SHINGLE:
            grams, starts = shingle(document.text, at, start)
            if len(grams):
                yield grams, starts
        at = max(at, end)


def shingle(text: str, start: int, end: int) -> tuple[Grams, list[int]]:
    """The hashed 6-grams of a stretch in order, small letters and no marks, and the offset of each one's first word."""
    found = list(_WORD.finditer(text, start, end))
    count = len(found) - SHINGLE + 1
    if count <= 0:
        return np.empty(0, np.uint64), []
    words = np.fromiter((_hash(match.group().lower()) for match in found), np.uint64, len(found))
    grams = np.zeros(count, np.uint64)
    with np.errstate(over="ignore"):
        for i in range(SHINGLE):
            grams = grams * _GOLDEN + words[i : i + count]
            grams ^= grams >> np.uint64(29)
    return grams, [match.start() for match in found[:count]]


@lru_cache(maxsize=1 << 17)
def _hash(word: str) -> int:
    data = word.encode("utf-8", "surrogatepass")
    return crc32(data) << 32 | crc32(data, len(data) + 1)


def _unique(runs: list[Grams]) -> Grams:
    return np.unique(np.concatenate(runs)) if runs else np.empty(0, np.uint64)


# --- two documents ----------------------------------------------------------------------------------------------------


def containment(one: Grams, other: Grams) -> float:
    """The share of the shorter text's 6-grams that the longer one holds, 0 where it is too short to tell."""
    shorter = min(len(one), len(other))
    return common(one, other) / shorter if shorter >= _FEWEST else 0.0


def common(one: Grams, other: Grams) -> int:
    """How many 6-grams two sorted sets share."""
    if len(one) > len(other):
        one, other = other, one
    if not len(one):
        return 0
    at = np.searchsorted(other, one)
    at[at == len(other)] = 0
    return int(np.count_nonzero(other[at] == one))


def compare(later: int, earlier: int, pages: Sequence[Page]) -> Copy | None:
    """What two texts share, None where it is too little; `p` is 0 where it is nothing but captions of pictures."""
    one, other = pages[later], pages[earlier]
    shared = containment(one.grams, other.grams)
    if shared < LEAST:
        return None
    both = common(one.grams, other.grams)
    least = min(len(one.body), len(other.body))
    pictures = least >= SOME_LENGTH and common(one.body, other.body) < BESIDE_CAPTIONS * least
    p = 0.0 if pictures else probability(shared)
    return Copy(later, earlier, shared, both / len(one.grams), both / len(other.grams), p)


def align(later: Text, earlier: Text) -> tuple[Aligned, ...]:
    """The passages of one text that stand in another, those that share most words first: what shows a copy."""
    where: dict[int, int] = {}
    for grams, starts in _runs(earlier.document, captions=False):
        for gram, start in zip(grams.tolist(), starts, strict=True):
            where.setdefault(gram, start)
    begins = [passage.start for passage in earlier.passages]
    found = []
    for passage in later.passages:
        grams, _ = shingle(later.document.text, passage.start, passage.end)
        hits = [where[gram] for gram in grams.tolist() if gram in where]
        if len(grams) < _FEWEST or not hits:
            continue
        number = bisect_right(begins, hits[len(hits) // 2]) - 1
        if number >= 0:
            found.append(Aligned(passage, earlier.passages[number], len(hits) / len(grams), len(hits) + SHINGLE - 1))
    return tuple(sorted(found, key=lambda one: (-one.words, one.passage.start)))


# --- a pile -----------------------------------------------------------------------------------------------------------


def find_copies(pages: Sequence[Page], order: Sequence[int]) -> tuple[Copy, ...]:
    """The pairs of texts of a pile that share words enough, the earlier one in `order` as the source of the later."""
    rank = np.empty(len(pages), np.int64)
    rank[list(order)] = np.arange(len(pages))
    found: dict[tuple[int, int], Copy] = {}
    seen: set[tuple[int, int]] = set()
    for pair in _candidates(pages, order):
        seen.add(pair)
        copy = compare(*pair, pages)
        if copy is not None:
            found[pair] = copy
    for family in _families(found):
        if len(family) > FAMILY:
            continue
        members = sorted(family, key=lambda i: int(rank[i]))
        for earlier, later in combinations(members, 2):
            if (later, earlier) not in seen and (copy := compare(later, earlier, pages)) is not None:
                found[later, earlier] = copy
    copies = [copy for copy in found.values() if copy.p > 0]
    return tuple(sorted(copies, key=lambda c: (int(rank[c.later]), int(rank[c.earlier]))))


def _candidates(pages: Sequence[Page], order: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs (later, earlier) that share a good part of their sampled 6-grams."""
    sampled = [pages[i].grams[pages[i].grams % np.uint64(SAMPLED) == 0] for i in order]
    sizes = np.array([len(grams) for grams in sampled])
    if not sizes.sum():
        return []
    grams = np.concatenate(sampled)
    holders = np.repeat(np.arange(len(order)), sizes)
    turn = np.argsort(grams, kind="stable")  # within one 6-gram the holders stay in order of time
    grams, holders = grams[turn], holders[turn]
    codes = _meetings(grams, holders, len(order))
    pairs, counts = np.unique(codes, return_counts=True)
    later, earlier = np.divmod(pairs, len(order))
    # A sample errs: half the share that the exact count will ask for is enough here.
    likely = counts >= np.maximum(1, LEAST / 2 * np.minimum(sizes[later], sizes[earlier]))
    return [(order[a], order[b]) for a, b in zip(later[likely].tolist(), earlier[likely].tolist(), strict=True)]


def _meetings(grams: Grams, holders: NDArray[np.int64], texts: int) -> NDArray[np.int64]:
    """Who meets whom over one 6-gram, each pair written as one number: later * texts + earlier."""
    starts = np.flatnonzero(np.concatenate(([True], grams[1:] != grams[:-1])))
    first = np.repeat(holders[starts], np.diff(np.append(starts, len(grams))))
    found = [holders * texts + first]
    for back in range(1, min(NEAR, len(grams) - 1) + 1):
        same = np.flatnonzero(grams[back:] == grams[:-back])
        earlier = holders[same]
        # The first has met everybody already.
        found.append((holders[same + back] * texts + earlier)[earlier != first[same]])
    codes: NDArray[np.int64] = np.concatenate(found)
    apart: NDArray[np.int64] = codes[codes // texts != codes % texts]
    return apart


def _families(pairs: Iterable[tuple[int, int]]) -> list[set[int]]:
    """The texts that hang together by pairs."""
    family: dict[int, set[int]] = {}
    for one, other in pairs:
        small, large = sorted((family.get(one, {one}), family.get(other, {other})), key=len)
        if small is not large:
            large |= small
            family |= dict.fromkeys(small, large)
        family[one] = family[other] = large
    return list({id(members): members for members in family.values()}.values())

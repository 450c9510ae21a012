"""Copies: which texts of a pile are the same text, in whole or in good part, by the word 6-grams that they share.

Candidates come from a sample of the 6-grams that is the same for every text, so that a short text inside a long one is
found as surely as two of a length; each candidate is then counted exactly. Nothing compares all with all: a text meets
the first holders of each sampled 6-gram and the latest, and then the members of the family it fell into.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from secondsource.link.greedy import Rank
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
    body = _unique([_hashed(_WORD.findall(document.text, *ends)) for ends in _runs(document, captions=False)])
    if not any(piece.kind == "caption" for piece in document.furniture):
        return Page(body, body)
    whole = _unique([_hashed(_WORD.findall(document.text, *ends)) for ends in _runs(document, captions=True)])
    return Page(whole, body)


def _runs(document: Document, *, captions: bool) -> Iterator[tuple[int, int]]:
    """Each stretch between furniture."""
    at = 0
    taken = [(f.start, f.end) for f in document.furniture if not (captions and f.kind == "caption")]
    for start, end in (*taken, (len(document.text), len(document.text))):
        if start - at > SHINGLE:
            yield at, start
        at = max(at, end)


def shingle(text: str, start: int, end: int) -> tuple[Grams, list[int]]:
    """The hashed 6-grams of a stretch in order, small letters and no marks, and the offset of each one's first word."""
    found = list(_WORD.finditer(text, start, end))
    grams = _hashed([match.group() for match in found])
    return grams, [match.start() for match in found[: len(grams)]]


def _hashed(words: Sequence[str]) -> Grams:
    """The hashed 6-grams of some words in order, in small letters."""
    count = len(words) - SHINGLE + 1
    if count <= 0:
        return np.empty(0, np.uint64)
    hashes = np.fromiter((_hash(word.lower()) for word in words), np.uint64, len(words))
    grams = np.zeros(count, np.uint64)
    with np.errstate(over="ignore"):
        for i in range(SHINGLE):
            grams = grams * _GOLDEN + hashes[i : i + count]
            grams ^= grams >> np.uint64(29)
    return grams


@lru_cache(maxsize=1 << 17)
def _hash(word: str) -> int:
    data = word.encode("utf-8", "surrogatepass")
    return crc32(data) << 32 | crc32(data, len(data) + 1)


def _unique(runs: list[Grams]) -> Grams:
    return np.unique(np.concatenate(runs)) if runs else np.empty(0, np.uint64)


# --- two documents ----------------------------------------------------------------------------------------------------


def containment(one: Grams, other: Grams, both: int | None = None) -> float:
    """The share of the shorter text's 6-grams that the longer one holds, 0 where it is too short to tell.

    `both` is how many they share, where that is known.
    """
    shorter = min(len(one), len(other))
    if shorter < _FEWEST:
        return 0.0
    return (common(one, other) if both is None else both) / shorter


def common(one: Grams, other: Grams) -> int:
    """How many 6-grams two sorted sets share."""
    if len(one) > len(other):
        one, other = other, one
    if not len(one):
        return 0
    at = np.searchsorted(other, one)
    at[at == len(other)] = 0
    return int(np.count_nonzero(other[at] == one))


def compare(later: int, earlier: int, pages: Sequence[Page] | Mapping[int, Page]) -> Copy | None:
    """What two texts share, None where it is too little; `p` is 0 where it is nothing but captions of pictures."""
    return _compared(later, earlier, pages, common(pages[later].grams, pages[earlier].grams))


def _compared(later: int, earlier: int, pages: Sequence[Page] | Mapping[int, Page], both: int) -> Copy | None:
    """The same for two texts of which the number of common 6-grams is known."""
    one, other = pages[later], pages[earlier]
    shared = containment(one.grams, other.grams, both)
    if shared < LEAST:
        return None
    p = 0.0 if _is_pictures(one, other) else probability(shared)
    return Copy(later, earlier, shared, both / len(one.grams), both / len(other.grams), p)


def _is_pictures(one: Page, other: Page) -> bool:
    """Whether two texts that share words share little beside the captions of their pictures."""
    least = min(len(one.body), len(other.body))
    if least < SOME_LENGTH or (one.body is one.grams and other.body is other.grams):
        return False
    return common(one.body, other.body) < BESIDE_CAPTIONS * least


def align(later: Text, earlier: Text) -> tuple[Aligned, ...]:
    """The passages of one text that stand in another, those that share most words first: what shows a copy."""
    where = _where(earlier.document)
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


@lru_cache(maxsize=64)  # an agency's story is the source of many copies
def _where(document: Document) -> Mapping[int, int]:
    """Where each 6-gram of a document stands first."""
    where: dict[int, int] = {}
    for start, end in _runs(document, captions=False):
        grams, starts = shingle(document.text, start, end)
        for gram, at in zip(grams.tolist(), starts, strict=True):
            where.setdefault(gram, at)
    return where


# --- a pile -----------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Shelf:
    """The texts of a pile, who holds which sampled 6-gram in order of time, and the copies found among them.

    `near` has the pairs that met over their 6-grams, by the later text, those of too little in common left out;
    `kin` those of one family besides. `families` gives each text of a family that was compared whole its members.
    """

    pages: dict[int, Page] = field(default_factory=dict)
    ranks: dict[int, Rank] = field(default_factory=dict)
    sampled: dict[int, list[int]] = field(default_factory=dict)
    holders: dict[int, list[int]] = field(default_factory=dict)
    near: dict[int, dict[int, Copy]] = field(default_factory=dict)
    kin: dict[int, dict[int, Copy]] = field(default_factory=dict)
    meets: dict[int, set[int]] = field(default_factory=dict)
    families: dict[int, tuple[int, ...]] = field(default_factory=dict)


def find_copies(pages: Sequence[Page], order: Sequence[int]) -> tuple[Copy, ...]:
    """The pairs of texts of a pile that share words enough, the earlier one in `order` as the source of the later."""
    shelf = Shelf()
    put_on(shelf, {i: (pages[i], (rank,)) for rank, i in enumerate(order)})
    return tuple(copy for i in order for copy in copies_of(shelf, i))


def copies_of(shelf: Shelf, later: int) -> list[Copy]:
    """The earlier texts with which a text has words in common, the earliest first."""
    found = [*shelf.near.get(later, {}).values(), *shelf.kin.get(later, {}).values()]
    return sorted((copy for copy in found if copy.p > 0), key=lambda copy: shelf.ranks[copy.earlier])


def put_on(shelf: Shelf, new: Mapping[int, tuple[Page, Rank]], gone: Iterable[int] = ()) -> set[int]:
    """Take texts, each with its place in time, in and out; give those whose earlier texts may have changed."""
    touched: set[int] = set()  # may meet others now
    loosened: set[int] = set()  # have pairs that came or went
    changed: set[int] = set()
    for i in gone:
        for gram in shelf.sampled[i]:
            touched.update(_windows(shelf.holders[gram], _index(shelf, gram, i)))
        changed.update(other for other in shelf.meets.get(i, ()) if i in shelf.near.get(other, {}))
        loosened.update(_take_off(shelf, i))
    for i, (page, rank) in new.items():
        shelf.pages[i], shelf.ranks[i] = page, rank
        shelf.sampled[i] = page.grams[page.grams % np.uint64(SAMPLED) == 0].tolist()
    _sort_in(shelf, list(new))
    for i in new:
        for gram in shelf.sampled[i]:
            if len(holders := shelf.holders[gram]) > 1:
                touched.update(_windows(holders, _index(shelf, gram, i)))
    touched.update(new)
    for later in touched & shelf.pages.keys():
        if met := _meet(shelf, later):
            changed.add(later)
            loosened |= met
    changed |= _join_families(shelf, loosened & shelf.pages.keys())
    return changed & shelf.pages.keys()


def _sort_in(shelf: Shelf, new: Sequence[int]) -> None:
    """Put new texts among the holders of their 6-grams, in order of time."""
    rank_of = shelf.ranks.__getitem__
    if len(new) == 1:
        for gram in shelf.sampled[new[0]]:
            insort(shelf.holders.setdefault(gram, []), new[0], key=rank_of)
        return
    for i in new:
        for gram in shelf.sampled[i]:
            shelf.holders.setdefault(gram, []).append(i)
    for gram in {gram for i in new for gram in shelf.sampled[i]}:
        if len(holders := shelf.holders[gram]) > 1:
            holders.sort(key=rank_of)


def _index(shelf: Shelf, gram: int, i: int) -> int:
    return bisect_left(shelf.holders[gram], shelf.ranks[i], key=shelf.ranks.__getitem__)


def _windows(holders: Sequence[int], at: int) -> Sequence[int]:
    """The later holders of a 6-gram that meet the one at a place: all where that is the first."""
    return holders[at + 1 :] if at == 0 else holders[at + 1 : at + NEAR + 1]


def _take_off(shelf: Shelf, i: int) -> set[int]:
    """Forget a text; give those that it met."""
    for gram in shelf.sampled.pop(i):
        shelf.holders[gram].remove(i)
        if not shelf.holders[gram]:
            del shelf.holders[gram]
    met = shelf.meets.pop(i, set())
    for other in met:
        shelf.meets[other].discard(i)
        shelf.near.get(other, {}).pop(i, None)
    shelf.near.pop(i, None)
    family = set(shelf.families.get(i, ()))
    _disband(shelf, i)
    del shelf.pages[i], shelf.ranks[i]
    return met | family


def _meet(shelf: Shelf, later: int) -> set[int]:
    """Compare a text with the earlier ones that it meets; give those whom it met before or meets now, itself if any."""
    counts: Counter[int] = Counter()
    rank = shelf.ranks[later]
    for gram in shelf.sampled[later]:
        holders = shelf.holders[gram]
        if len(holders) > 1:
            at = bisect_left(holders, rank, key=shelf.ranks.__getitem__)
            counts.update(holders[max(0, at - NEAR) : at])
            if at > NEAR:
                counts[holders[0]] += 1
    size = len(shelf.sampled[later])
    old = shelf.near.get(later, {})
    found: dict[int, Copy] = {}
    for earlier, count in counts.items():
        # A sample errs: half the share that the exact count will ask for is enough here.
        if count >= max(1, LEAST / 2 * min(size, len(shelf.sampled[earlier]))):
            copy = old.get(earlier) or _compare(shelf, later, earlier)
            if copy is not None:
                found[earlier] = copy
    if found.keys() == old.keys():
        return set()
    for other in old.keys() - found.keys():
        shelf.meets[other].discard(later)
        shelf.meets[later].discard(other)
    for other in found.keys() - old.keys():
        shelf.meets.setdefault(other, set()).add(later)
        shelf.meets.setdefault(later, set()).add(other)
    shelf.near[later] = found
    return {later, *(old.keys() ^ found.keys())}


def _compare(shelf: Shelf, later: int, earlier: int) -> Copy | None:
    known = shelf.kin.get(later, {}).get(earlier)
    return known if known is not None else compare(later, earlier, shelf.pages)


def _join_families(shelf: Shelf, loosened: Set[int]) -> set[int]:
    """Compare the members of each family in which pairs came or went; give the texts whose copies that changed."""
    known = {i: dict(shelf.kin.get(i, {})) for i in loosened}
    waiting = set(loosened)
    for i in loosened:
        for member in shelf.pages.keys() & shelf.families.get(i, ()):
            known.setdefault(member, dict(shelf.kin.get(member, {})))
            waiting.add(member)
    old = {i: shelf.families[i] for i in waiting if i in shelf.families}
    for i in waiting:
        _disband(shelf, i)
    done: set[int] = set()
    for i in sorted(waiting, key=shelf.ranks.__getitem__):
        if i not in done:
            members = _family(shelf, i)
            done |= members
            if len(members) <= FAMILY:
                known |= {m: {} for m in members if m not in known}
                _compare_all(shelf, sorted(members, key=shelf.ranks.__getitem__), known, _Before(old, loosened))
    return {i for i, before in known.items() if before.keys() != shelf.kin.get(i, {}).keys()}


@dataclass(frozen=True, slots=True)
class _Before:
    """The families that were compared whole before, and the texts of which pairs came or went since."""

    families: Mapping[int, tuple[int, ...]]
    loosened: Set[int]

    def compared(self, one: int, other: int) -> bool:
        """Whether a pair was compared as members of one family, and still is what it was."""
        family = self.families.get(one)
        if family is None or self.families.get(other) is not family:
            return False
        return one not in self.loosened or other not in self.loosened


def _compare_all(shelf: Shelf, members: Sequence[int], known: Mapping[int, Mapping[int, Copy]], old: _Before) -> None:
    if len(members) < 3:
        return
    grams: dict[int, frozenset[int]] = {}
    for earlier, later in combinations(members, 2):
        if earlier in shelf.near.get(later, {}):
            continue
        copy = known[later].get(earlier)
        if copy is None and not old.compared(earlier, later):
            for i in (earlier, later):
                if i not in grams:
                    grams[i] = frozenset(shelf.pages[i].grams.tolist())
            copy = _compared(later, earlier, shelf.pages, len(grams[earlier] & grams[later]))
        if copy is not None:
            shelf.kin.setdefault(later, {})[earlier] = copy
    family = tuple(members)
    shelf.families.update(dict.fromkeys(members, family))


def _family(shelf: Shelf, i: int) -> set[int]:
    """The texts that hang together with one by pairs, or more than a family has of them."""
    found, left = {i}, [i]
    while left and len(found) <= FAMILY:
        for other in shelf.meets.get(left.pop(), ()):
            if other not in found:
                found.add(other)
                left.append(other)
    return found


def _disband(shelf: Shelf, i: int) -> None:
    """Forget what a text's family gave it, and the family by it."""
    shelf.families.pop(i, None)
    shelf.kin.pop(i, None)

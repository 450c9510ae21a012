"""Bags of words, weighed by how rare each word is, and compared many pairs at a time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]
Values = NDArray[np.float32]
# Pairs compared in one go; more need more memory and are no faster.
_CHUNK = 50_000


@dataclass(frozen=True, slots=True)
class Bags:
    """One row a bag, of length 1 where it is not empty: `words` and `weights` of row i from `starts[i]` on."""

    starts: Places
    words: Places
    weights: Values
    size: int

    def cosines(self, left: Places, right: Places) -> Values:
        """How alike the bags of each pair are, 0 to 1; 0 where one is empty."""
        rows = np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))
        keys = rows * self.size + self.words
        out = np.zeros(len(left), np.float32)
        counts = np.diff(self.starts)
        for first in range(0, len(left), _CHUNK):
            a, b = left[first : first + _CHUNK], right[first : first + _CHUNK]
            a, b = np.where(counts[a] <= counts[b], a, b), np.where(counts[a] <= counts[b], b, a)
            n = counts[a]
            pair = np.repeat(np.arange(len(a)), n)
            at = np.repeat(self.starts[a] - np.cumsum(n) + n, n) + np.arange(n.sum())
            wanted = b[pair] * self.size + self.words[at]
            found = np.minimum(np.searchsorted(keys, wanted), max(0, len(keys) - 1))
            hit = keys[found] == wanted if len(keys) else np.zeros(0, bool)
            products = self.weights[at] * self.weights[found] * hit if len(keys) else np.zeros(0)
            out[first : first + _CHUNK] = np.bincount(pair, products, minlength=len(a))
        return out


def weigh(bags: Sequence[Mapping[str, int]]) -> Bags:
    """Weigh each word by the logarithm of its count and of how few bags hold it."""
    frequency: Counter[str] = Counter(word for bag in bags for word in bag)
    number = {word: i for i, word in enumerate(sorted(frequency))}
    starts, words, weights = [0], [], []
    for bag in bags:
        row = sorted((number[w], (1 + log(n)) * log((len(bags) + 1) / frequency[w])) for w, n in bag.items())
        length = max(1e-9, sum(v * v for _, v in row) ** 0.5)
        words += [w for w, _ in row]
        weights += [v / length for _, v in row]
        starts.append(len(words))
    return Bags(np.array(starts), np.array(words, np.int64), np.array(weights, np.float32), max(1, len(number)))


def alike(bags: Bags, least: float, keep: int, common: int) -> tuple[Places, Places, Values]:
    """The pairs of rows, first below second, whose cosine is at least `least`: at most `keep` a row.

    Candidates share a word that no more than `common` rows hold, so the work grows with the rows, not their square.
    """
    order = np.argsort(bags.words, kind="stable")
    rows = np.repeat(np.arange(len(bags.starts) - 1), np.diff(bags.starts))[order]
    bounds = np.searchsorted(bags.words[order], np.arange(bags.size + 1))
    pairs: set[tuple[int, int]] = set()
    for i in range(len(bags.starts) - 1):
        shared: dict[int, float] = defaultdict(float)
        for at in range(bags.starts[i], bags.starts[i + 1]):
            a, b = bounds[bags.words[at]], bounds[bags.words[at] + 1]
            if 1 < b - a <= common:
                weight = float(bags.weights[at])
                for k in range(a, b):
                    shared[int(rows[k])] += weight * float(bags.weights[order[k]])
        shared.pop(i, None)
        best = sorted(shared.items(), key=lambda s: (-s[1], s[0]))[:keep]
        pairs.update((min(i, j), max(i, j)) for j, score in best if score >= least / 4)
    found = np.array(sorted(pairs), np.int64).reshape(-1, 2)
    cosines = bags.cosines(found[:, 0], found[:, 1])
    kept = cosines >= least
    return found[kept, 0], found[kept, 1], cosines[kept]

"""Clusters by average linkage: two are joined while the mean probability over all their pairs is high enough.

The mean keeps unlike events from being chained together by one bridge. Work is done component by component of the
pairs that are not improbable, the best pair of clusters first, so it grows with the pairs.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush

import numpy as np
from numpy.typing import NDArray

from secondsource.link.coreference.bags import Places

# A pair less probable than this counts as 0 and starts no comparison.
LEAST = 0.02


def cluster(size: int, left: Places, right: Places, probability: NDArray[np.float32], join: float) -> list[int]:
    """For each of `size` mentions the number of its cluster, in the order of first mentions."""
    sums: list[dict[int, float]] = [{} for _ in range(size)]
    kept = probability >= LEAST
    rows = zip(left[kept].tolist(), right[kept].tolist(), probability[kept].tolist(), strict=True)
    for a, b, p in rows:
        sums[a][b] = sums[b][a] = p
    members = [[i] for i in range(size)]
    heap = [(-p, a, b, 1, 1) for a in range(size) for b, p in sums[a].items() if a < b and p >= join]
    heapify(heap)
    while heap:
        _, a, b, size_a, size_b = heappop(heap)
        if len(members[a]) != size_a or len(members[b]) != size_b:
            continue  # one of them has grown or gone since
        _merge(a, b, sums, members)
        for c, total in sums[a].items():
            mean = total / (len(members[a]) * len(members[c]))
            if mean >= join:
                x, y = (a, c) if a < c else (c, a)
                heappush(heap, (-mean, x, y, len(members[x]), len(members[y])))
    return _numbered(members)


def _merge(a: int, b: int, sums: list[dict[int, float]], members: list[list[int]]) -> None:
    """Put cluster b into cluster a."""
    members[a] += members[b]
    members[b] = []
    sums[a].pop(b)
    for c, total in sums[b].items():
        if c != a:
            sums[a][c] = sums[c][a] = sums[a].get(c, 0.0) + total
            del sums[c][b]
    sums[b] = {}


def _numbered(members: list[list[int]]) -> list[int]:
    out = [0] * len(members)
    for number, group in enumerate(sorted((sorted(m) for m in members if m), key=lambda m: m[0])):
        for i in group:
            out[i] = number
    return out

"""The same event across documents: mentions in, clusters out, with the reasons for any pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from secondsource.link.coreference.clusters import cluster
from secondsource.link.coreference.model import Reason, load, probabilities, reasons
from secondsource.link.coreference.pairs import lay_out, table
from secondsource.link.coreference.tellings import Telling, tell


def same_events(tellings: Sequence[Telling], reports: Sequence[Counter[str]]) -> list[int]:
    """For each mention the number of the event that it tells of; `reports` count the stems of each document.

    Where every mention has a vector, the vectors are weighed too.
    """
    pairs = lay_out(tellings, reports)
    model = load("plain" if pairs.pile.vectors is None else "weights")
    return cluster(len(tellings), pairs.left, pairs.right, probabilities(model, table(pairs)), model.join)


def probable_pairs(
    tellings: Sequence[Telling], reports: Sequence[Counter[str]], least: float = 0.1
) -> dict[tuple[int, int], float]:
    """The pairs of mentions, first below second, that tell of one event with at least this probability."""
    pairs = lay_out(tellings, reports)
    model = load("plain" if pairs.pile.vectors is None else "weights")
    found = probabilities(model, table(pairs))
    kept = found >= least
    rows = zip(pairs.left[kept].tolist(), pairs.right[kept].tolist(), found[kept].tolist(), strict=True)
    return {(min(a, b), max(a, b)): p for a, b, p in rows}


__all__ = ["Reason", "Telling", "probable_pairs", "reasons", "same_events", "tell"]

"""The same event across documents: mentions in, clusters out, with the reasons for any pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from secondsource.link.coreference.clusters import cluster
from secondsource.link.coreference.model import Reason, load, probabilities, reasons
from secondsource.link.coreference.pairs import lay_out, table
from secondsource.link.coreference.tellings import Telling, tell


def same_events(tellings: Sequence[Telling], reports: Sequence[Counter[str]]) -> list[int]:
    """For each mention the number of the event that it tells of; `reports` count the stems of each document."""
    pairs, model = lay_out(tellings, reports), load()
    return cluster(len(tellings), pairs.left, pairs.right, probabilities(model, table(pairs)), model.join)


__all__ = ["Reason", "Telling", "reasons", "same_events", "tell"]

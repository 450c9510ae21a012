"""The entail task: does a text support, refute or leave open a claim, in the form that the bench's scorer reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from secondsource.link.entailment import entails
from secondsource.link.opposition import judged_by_words


def predict(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """From {"id", "evidence", "claim"} to {"id", "label"}; fields beside these are not looked at."""
    for row in rows:
        yield {"id": row["id"], "label": entails(row["evidence"], row["claim"]).label}


def words(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The same by the rules alone: the baseline that the network has to beat."""
    for row in rows:
        yield {"id": row["id"], "label": judged_by_words(row["evidence"], row["claim"])}

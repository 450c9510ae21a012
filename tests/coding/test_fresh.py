"""130 sentences written to the manual by a stranger to the program and its tests; the coder is not tuned on them.

They hold the coder to what it reached when they were first scored. Whoever mends a rule by looking at them makes them a
development set, and has to write others.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from secondsource.coding.rows import EventRow, code
from secondsource.model import Document

LINES = (Path(__file__).parent / "fresh.jsonl").read_text(encoding="utf-8").splitlines()
CASES = [json.loads(line) for line in LINES]
Coded = list[tuple[list[dict[str, Any]], tuple[EventRow, ...]]]


@pytest.fixture(scope="module")
def coded() -> Coded:
    return [(c["gold"]["events"], code(Document("d", "d", c["text"]), all_modes=True)) for c in CASES]


def is_told(event: dict[str, Any], row: EventRow) -> bool:
    """Whether a row is the event: its category, one of its sources acting, one of its targets acted on."""
    actors, recipients = {e.code for e in row.actors}, {e.code for e in row.recipients}
    suffered = not event["target"] or bool(set(event["target"]) & (recipients or actors))
    return row.type == event["type"] and bool(set(event["source"]) & actors) and suffered


def test_events_are_found(coded: Coded) -> None:
    told = [any(is_told(event, row) for row in rows) for events, rows in coded for event in events]
    assert len(told) == 148
    assert sum(told) >= 0.65 * len(told)


def test_rows_are_right(coded: Coded) -> None:
    right = [any(is_told(event, row) for event in events) for events, rows in coded for row in rows]
    assert sum(right) >= 0.6 * len(right)

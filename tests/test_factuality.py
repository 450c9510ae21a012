"""The labels of what happened and what did not are well-formed, and the figures counted from them right."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

FILE = Path(__file__).resolve().parent.parent / "benchmarks" / "factuality" / "score.py"


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("factuality_score", FILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("name", "count"), [("first", 150), ("second", 100)])
def test_labels_are_offsets_and_known_words(scorer: ModuleType, name: str, count: int) -> None:
    rows = scorer.labels(name)
    assert len(rows) == len({row[:3] for row in rows}) == count
    assert all(start < end and label in scorer.LABELS for _, start, end, label in rows)


def test_figures_of_a_small_matrix(scorer: ModuleType) -> None:
    wanted = [("d", 0, 1, "occurred"), ("d", 2, 3, "planned"), ("d", 4, 5, "did_not_occur"), ("d", 6, 7, "alleged")]
    found = scorer.figures(wanted, ["occurred", "occurred", "none", "alleged"])
    assert found["told_as_happening_of_what_did_not"] == 0.5
    assert found["accuracy"] == 0.75

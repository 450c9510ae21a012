"""Statements printed in full are their authors' words; other paragraphs in quote marks are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from secondsource.model import Findings

QUOTED = (
    '\n\n"Our men laid an ambush for a convoy of the army near Kora on Monday. '
    'Twenty soldiers fell and three lorries burnt."'
)

# (the paragraph before, the holders of the statement)
AUTHORS = [
    ("The National Front put out a statement in French on Friday.", ["National Front"]),
    ("A statement by the National Front was posted on Friday.", ["National Front"]),
    ("Az-Nur, the media arm of the National Front, released a message on Friday.", ["National Front", "Az-Nur"]),
]


@pytest.mark.parametrize(("before", "holders"), AUTHORS)
def test_author(findings_of: Callable[..., Findings], before: str, holders: list[str]) -> None:
    found = [
        a
        for a in findings_of(before + QUOTED, "Tracker").assertions
        if "Twenty" in a.text or "ambush" in a.text.lower()
    ]
    assert found
    assert {tuple(h.name for h in a.holders) for a in found} == {(*holders, "Tracker")}


NO_AUTHORS = [
    "The National Front lost two seats on Friday.",
    "The paper read the statement with care.",
    "No statement was made.",
]


@pytest.mark.parametrize("before", NO_AUTHORS)
def test_no_author(findings_of: Callable[..., Findings], before: str) -> None:
    found = [a for a in findings_of(before + QUOTED, "Tracker").assertions if "Twenty" in a.text]
    assert all([h.name for h in a.holders] == ["Tracker"] for a in found)

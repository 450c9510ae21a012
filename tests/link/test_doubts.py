from __future__ import annotations

import pytest

from secondsource.link.doubts import doubt

BEFORE = "The trawler Hrafnsey left on Monday. "


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("The ministers could meet in Bergen in May.", "The ministers met in Bergen"),
        ("The commission, due in Bergen next month, will meet there.", "The commission met in Bergen"),
        ("The embassy declined to comment on reports that two divers had died.", "Two divers died"),
        ("The coast guard detained a trawler.", "The coast guard detained the Nordvik"),
        ("The coast guard detained a trawler.", "The Danish coast guard detained a trawler"),
    ],
)
def test_a_doubt(sentence: str, claim: str) -> None:
    text = BEFORE + sentence
    assert doubt(claim, text, len(BEFORE), len(text), ["Norway"])


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("The ministers met in Bergen on 3 May.", "The ministers met in Bergen in May"),
        ("The ministers will meet in Bergen.", "The ministers will meet in Bergen"),
        ("It was detained off the coast.", "The Hrafnsey was detained off the coast"),
        ("The coast guard detained it.", "Norway's coast guard detained the Hrafnsey"),
        ("The coast guard detained it on Tuesday.", "The coast guard detained it in February"),
    ],
)
def test_no_doubt(sentence: str, claim: str) -> None:
    text = BEFORE + sentence
    assert doubt(claim, text, len(BEFORE), len(text), ["Norway"]) is None

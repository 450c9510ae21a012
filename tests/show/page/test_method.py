from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from secondsource.model import ClaimStatus
from secondsource.show.page import page
from secondsource.show.page.method import COLUMNS, FIGURES, STATUSES

from ..builders import make_dossier
from .reports import make_findings

README = Path(__file__).parents[3] / "README.md"


def table() -> list[tuple[str, ...]]:
    """The rows of the README's table of figures, its head first, without the names of the measures."""
    lines = README.read_text(encoding="utf-8").split("## Figures")[1].split("\n\n## ")[0].splitlines()
    rows = [line for line in lines if line.startswith("|") and not line.startswith("| ---")]
    bare = (re.sub(r" \(`[^`]*`\)", "", row) for row in rows)
    return [tuple(cell.strip() for cell in row.strip("|").split("|")) for row in bare]


def test_the_columns_are_those_of_the_readme() -> None:
    assert table()[0] == COLUMNS


@pytest.mark.parametrize("row", FIGURES, ids=lambda row: row[0])
def test_every_figure_is_that_of_the_readme(row: tuple[str, ...]) -> None:
    assert row in table(), "the README's table of figures has changed: write the row into show/page/method.py as well"


def test_every_status_is_explained_once() -> None:
    assert sorted(status for status, _ in STATUSES) == sorted(get_args(ClaimStatus))


def test_what_made_the_dossier_is_told() -> None:
    html = page(make_dossier(as_of=None), [make_findings("a.txt", "So.")])
    section = html.partition('<section id="method"')[2]
    assert (
        "settings c0ffee, no letters, no cut-off, for nothing here has a date; schema secondsource/dossier/1" in section
    )
    assert not re.search(r"\b(?:true|false)\b(?! or twisted)", section.partition("</section>")[0])

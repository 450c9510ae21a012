"""The worked example holds what the program says today, and no sentence of the reports."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BENCH = os.environ.get("SECONDSOURCE_BENCH")

pytestmark = pytest.mark.skipif(not BENCH, reason="SECONDSOURCE_BENCH is not set: the reports are not here")


def test_the_page_is_what_the_program_says() -> None:
    done = subprocess.run(
        [sys.executable, "docs/worked_example.py", "--check"],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, f"run `python docs/worked_example.py`\n{done.stdout}{done.stderr}"


def test_the_page_holds_no_eight_words_of_a_report() -> None:
    page = _words((ROOT / "docs" / "worked-example.md").read_text(encoding="utf-8"))
    ours = {tuple(page[i : i + 8]) for i in range(len(page) - 7)}
    for report in (Path(BENCH or "") / "reports" / "alaska").glob("*.txt"):
        theirs = _words(report.read_text(encoding="utf-8"))
        assert not [theirs[i : i + 8] for i in range(len(theirs) - 7) if tuple(theirs[i : i + 8]) in ours]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())

"""Rewrite the outputs that the documentation quotes: `python docs/refresh.py`, or with `--check` only compare.

An output stands in a fenced block between two comments; what is between them is the command's stdout, nothing else:

    <!-- output of: secondsource brief examples -->
    <!-- end of output -->
"""

from __future__ import annotations

import difflib
import re
import shlex
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from functools import cache
from io import BytesIO, TextIOWrapper
from pathlib import Path

from secondsource.show.cli import COULD_NOT_RUN
from secondsource.show.cli import main as run

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
BLOCK = re.compile(r"(<!-- output of: (secondsource [^\n]+?) -->\n).*?(<!-- end of output -->)", re.DOTALL)


def main(arguments: list[str]) -> int:
    """Rewrite every page whose outputs have changed; with `--check` print the differences, and give 1 if any."""
    status = 0
    for page in PAGES:
        old = page.read_text(encoding="utf-8")
        new = refreshed(old)
        if new == old:
            continue
        if "--check" in arguments:
            name = str(page.relative_to(ROOT))
            changes = difflib.unified_diff(old.splitlines(True), new.splitlines(True), name, "what the commands print")
            sys.stdout.writelines(changes)
            status = 1
        else:
            page.write_text(new, encoding="utf-8")
            sys.stderr.write(f"rewrote {page.relative_to(ROOT)}\n")
    return status


def refreshed(text: str) -> str:
    """The page with each quoted output replaced by what its command prints now."""
    return BLOCK.sub(lambda block: f"{block[1]}```text\n{output_of(block[2])}```\n{block[3]}", text)


@cache
def output_of(command: str) -> str:
    """What a command of ours prints to a pipe, run in the repository's root; all in one process, one model for all."""
    paper, words = (TextIOWrapper(BytesIO(), encoding="utf-8") for _ in range(2))
    with chdir(ROOT), redirect_stdout(paper), redirect_stderr(words):
        status = run(shlex.split(command)[1:])
    if status == COULD_NOT_RUN:
        words.seek(0)
        raise SystemExit(f"{command}: {words.read()}")
    paper.seek(0)
    return paper.read()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

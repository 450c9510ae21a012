"""Rewrite the outputs that the documentation quotes: `python docs/refresh.py`, or with `--check` only compare.

An output stands in a fenced block between two comments; what is between them is the command's stdout, nothing else:

    <!-- output of: secondsource brief examples -->
    <!-- end of output -->
"""

from __future__ import annotations

import difflib
import re
import shlex
import subprocess
import sys
from functools import cache
from pathlib import Path

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
    """What a command of ours prints to a pipe, run in the repository's root."""
    arguments = [sys.executable, "-m", "secondsource.show.cli", *shlex.split(command)[1:]]
    done = subprocess.run(arguments, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode == 2:
        raise SystemExit(f"{command}: {done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

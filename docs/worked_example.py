"""Rewrite the outputs in worked-example.md: `python docs/worked_example.py`, or with `--check` only compare.

The reports are not ours to print, so each of their sentences is left out; what is ours stays, place for place. They lie
under the environment variable SECONDSOURCE_BENCH.
"""

from __future__ import annotations

import difflib
import os
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from secondsource import pipeline
from secondsource.ratings import PLAIN
from secondsource.show import desk, explain
from secondsource.show.paper import Look

if TYPE_CHECKING:
    from secondsource.dossier import Check, Dossier, DossierClaim

    Rated = TypeVar("Rated", Check, DossierClaim)

PAGE = Path(__file__).resolve().parent / "worked-example.md"
CHECK = re.compile(r"(<!-- check: ([^\n]+?) -->\n).*?(<!-- end of output -->)", re.DOTALL)
BLOCK = re.compile(r"(<!-- claim, (planned|occurred), with: ([^\n]+?) -->\n).*?(<!-- end of output -->)", re.DOTALL)


def main(arguments: list[str]) -> int:
    """Rewrite the page if an output has changed; with `--check` print the differences, and give 1 if any."""
    bench = os.environ.get("SECONDSOURCE_BENCH")
    if not bench:
        raise SystemExit("SECONDSOURCE_BENCH is not set: the reports of the worked example are not here")
    pile = desk.read([Path(bench) / "reports" / "alaska"], None, PLAIN)
    dossier = pile.dossier
    old = PAGE.read_text(encoding="utf-8")
    new = BLOCK.sub(lambda block: f"{block[1]}```text\n{_explained(block[2], block[3], dossier)}```\n{block[4]}", old)
    new = CHECK.sub(lambda block: f"{block[1]}```text\n{_checked(block[2], pile)}```\n{block[3]}", new)
    if "--check" in arguments:
        changes = list(difflib.unified_diff(old.splitlines(True), new.splitlines(True), PAGE.name, "what it says now"))
        sys.stdout.writelines(changes)
        return int(bool(changes))
    PAGE.write_text(new, encoding="utf-8")
    return 0


def _explained(modality: str, words: str, dossier: Dossier) -> str:
    """What `why` prints of the claim whose text has all the words, without a sentence of the reports."""
    found = [
        claim
        for claim in dossier.claims
        if claim.modality == modality and all(word in claim.text for word in words.split(", "))
    ]
    if not found:
        return f"(no claim has these words: {words})\n"
    return explain.why(_unquoted(min(found, key=lambda claim: len(claim.text))), dossier, Look())


def _checked(claim: str, pile: desk.Pile) -> str:
    """What `check` prints of a claim, without a sentence of the reports."""
    return explain.checks(map(_unquoted, pipeline.check([claim], pile.compared)), pile.dossier, Look())


def _unquoted(rated: Rated) -> Rated:
    sides = ("supporting", "refuting", "neutral", "deciding", "discounted")
    without = {side: tuple(replace(said, quote="…") for said in getattr(rated, side)) for side in sides}
    return replace(rated, **without)  # type: ignore[arg-type]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The page's size and speed: `python benchmarks/page.py [--reports N]`.

The page of `examples/` and of N generated reports (`generated.py`): bytes, seconds to put the pile together, to write
the page after that, and to open it in Debian's Chromium with the network off, to the first layout (the median of
three); then the slowest of some filters with the ledger in view and at rest, from the key to the frame that shows what
is left. A figure over its limit fails.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from secondsource.collect import collect
from secondsource.model import Findings
from secondsource.pipeline import compare, study
from secondsource.show.page import page

make_reports = import_module("generated").make_reports  # stands beside this file
ROOT = Path(__file__).resolve().parent.parent
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
REPEATS = 3
REST = 1000  # milliseconds until the page is at rest: what came into view with the scrolling is laid out a frame later
WORDS = ("talks", "washington", "zzz", "")
# From the key to the end of the frame after it, milliseconds.
FILTER = """words => new Promise(done => {
  const field = document.querySelector("form.filter").elements.words;
  field.value = words;
  const before = performance.now();
  field.dispatchEvent(new Event("input", { bubbles: true }));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - before)));
})"""
OPENED = "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"


@dataclass(frozen=True, slots=True)
class Row:
    """One pile: counts, megabytes, seconds; `filter` in milliseconds."""

    name: str
    claims: int
    megabytes: float
    compare: float
    write: float
    load: float
    filter: float


@dataclass(frozen=True, slots=True)
class Limits:
    """What a row may not exceed."""

    megabytes: float
    write: float = 60.0
    load: float = 3.0
    filter: float = 100.0


def main(arguments: list[str]) -> int:
    """Measure, print a table, and give 1 if a limit is passed."""
    parser = argparse.ArgumentParser(description="Measure the page's size and speed in a browser.")
    parser.add_argument("--reports", type=int, default=1000, help="generated reports (default: 1000)")
    given = parser.parse_args(arguments)
    chromium = shutil.which("chromium")
    if chromium is None:
        print("no chromium here; install it with `make browser`", file=sys.stderr)
        return 1
    piles: list[tuple[str, Callable[[], list[Findings]], Limits]] = [
        ("examples", lambda: [study(document) for document in collect([ROOT / "examples"]).documents], Limits(1)),
        (f"{given.reports} reports", lambda: make_reports(given.reports), Limits(15)),
    ]
    print(f"{'':16}{'claims':>8}{'MB':>8}{'compare, s':>12}{'write, s':>10}{'open, s':>10}{'filter, ms':>12}")
    passed = []
    with sync_playwright() as play, tempfile.TemporaryDirectory() as folder:
        browser = play.chromium.launch(executable_path=chromium, args=list(QUIET))
        for name, make, limits in piles:
            row = _measure(name, make(), Path(folder), browser)
            print(
                f"{name:16}{row.claims:8}{row.megabytes:8.2f}{row.compare:12.1f}{row.write:10.1f}{row.load:10.2f}"
                f"{row.filter:12.0f}",
                flush=True,
            )
            passed += _over(row, limits)
        browser.close()
    print("\n".join(passed) or "all within their limits")
    return 1 if passed else 0


def _measure(name: str, findings: Sequence[Findings], folder: Path, browser: Browser) -> Row:
    started = time.perf_counter()
    dossier = compare(findings)
    compared = time.perf_counter() - started
    started = time.perf_counter()
    file = folder / "page.html"
    file.write_text(page(dossier, findings), encoding="utf-8")
    written = time.perf_counter() - started
    opened, filtered = [], []
    for _ in range(REPEATS):
        context = browser.new_context(offline=True, viewport={"width": 1200, "height": 900})
        view = context.new_page()
        view.goto(file.as_uri(), wait_until="load")
        opened.append(view.evaluate(OPENED) / 1000)
        view.evaluate("document.querySelector('form.filter').scrollIntoView()")
        view.wait_for_timeout(REST)
        filtered.append(max(view.evaluate(FILTER, words) for words in WORDS))
        context.close()
    size = file.stat().st_size / 1e6
    return Row(name, len(dossier.claims), size, compared, written, median(opened), max(filtered))


def _over(row: Row, limits: Limits) -> list[str]:
    measured = (("megabytes", row.megabytes), ("write", row.write), ("load", row.load), ("filter", row.filter))
    return [
        f"{row.name}: {name} {value:.1f} is over {getattr(limits, name):.0f}"
        for name, value in measured
        if value > getattr(limits, name)
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

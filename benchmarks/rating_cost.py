"""What rating costs: `python benchmarks/rating_cost.py [--claims 10000 100000 1000000] [--explained N]`.

A stream of made-up claims with a heavy tail of copies is weighed in one process, each claim forgotten at once: seconds
of the processor for weighing alone, peak memory, and the exponent between the first size and the last. Beside it, on a
thousand claims: igraph's maximum flow on the whole network, nothing folded, and whole ratings with all that is printed.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from math import log
from typing import Literal

import igraph

from secondsource.model import Evidence, Ground
from secondsource.rate import DEFAULT, rate
from secondsource.rate.network import lay, split
from secondsource.rate.status import PLAIN, status_of
from secondsource.rate.weighing import in_order, weigh

PEER = BATCH = 1_000
GROUNDS: tuple[Ground, ...] = ("first", "named", "anon", "own", "record")


def claims(count: int, seed: int = 1) -> Iterator[list[Evidence]]:
    """So many claims, one at a time: most of one origin, copies with a heavy tail, some relays, denials and parties."""
    chance = random.Random(seed)
    for _ in range(count):
        rows: list[Evidence] = []
        for origin in range(1 + int(chance.expovariate(1.5))):
            ground: Ground = chance.choice(GROUNDS)
            party = chance.choice((None, None, "X", "Y"))
            for hop in range(1 + int(chance.paretovariate(1.1)) // 2):
                outlet = f"outlet {chance.randrange(2_000)}"
                q = 1.0 if hop == 0 or chance.random() < 0.2 else 0.0
                name = f"own {outlet}" if ground == "own" and q else f"{ground} {origin}"
                polarity: Literal[-1, 1] = -1 if origin and party and hop == 0 and chance.random() < 0.2 else 1
                rows.append(
                    Evidence(len(rows), outlet, outlet, name, polarity, ground, q=q, hop=hop and 1, party=party)
                )
                if len(rows) > 2_000:
                    break
        yield rows


def weigh_all(stream: Iterable[list[Evidence]]) -> int:
    """Weigh each claim, find its status, and forget it; how many came out as single-source."""
    return sum(status_of(weigh(in_order(rows), DEFAULT), PLAIN, DEFAULT) == "single-source" for rows in stream)


def flows_by_igraph(stream: Iterable[list[Evidence]]) -> None:
    """All flows that weighing asks for, by igraph on the whole network: of all rows and of the hard ones."""
    for rows in stream:
        weighed = weigh(in_order(rows), DEFAULT)
        for side in (weighed.pro, weighed.con):
            for part in (side.rows, side.hard):
                if part:
                    network = lay(part, side.origins, DEFAULT)
                    nodes = list(range(len(network.room)))
                    edges, amounts = split(network, nodes)
                    reader = 2 * len(nodes) + 1
                    igraph.Graph(n=reader + 1, edges=edges, directed=True).maxflow_value(reader - 1, reader, amounts)


def weighing_time(count: int) -> float:
    """Seconds of the processor to weigh so many claims, the making of them left out."""
    stream, spent = claims(count), 0.0
    while part := list(islice(stream, BATCH)):
        spent += seconds(partial(weigh_all, part))
    return spent


def seconds(what: Callable[[], object]) -> float:
    """Seconds of the processor."""
    start = time.process_time()
    what()
    return time.process_time() - start


def main(arguments: list[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Seconds and memory of rating many claims in one process.")
    parser.add_argument("--claims", type=int, nargs="+", default=(10_000, 100_000, 1_000_000))
    parser.add_argument("--explained", type=int, default=PEER, metavar="N", help="claims rated whole")
    given = parser.parse_args(arguments)
    spent: list[tuple[int, float]] = []
    for count in given.claims:
        took = weighing_time(count)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        spent.append((count, took))
        print(f"{count:,} claims: {took:.1f} s, {took / count * 1e3:.3f} ms a claim, peak {memory:.0f} MB", flush=True)
    (first, least), (last, most) = spent[0], spent[-1]
    if last > first:
        print(f"exponent {log(most / least) / log(last / first):.2f}")
    sample = list(claims(PEER))
    ours = seconds(lambda: weigh_all(sample))
    peer = seconds(lambda: flows_by_igraph(sample)) - ours
    print(f"igraph on the whole network, flows alone: {peer / ours:.1f} times all of ours")
    whole = seconds(lambda: [rate(rows) for rows in claims(given.explained)])
    print(f"whole ratings, explained: {whole / given.explained * 1e3:.2f} ms a claim")


if __name__ == "__main__":
    main(sys.argv[1:])

"""Worlds that the bench leaves out: faults in the lineage we read, and other adversaries.

`python benchmarks/worlds_of_ours.py [--seeds 1 2 3] [--claims N] [--crawl]`. A pile put together by a person: most
outlets unrated, few mentions a claim, a heavy tail of copies. Truth and lineage are known; then the record of them is
spoilt in one way at a time. The figures are how often a claim that is not so comes out as corroborated or confirmed,
and how often one that is so does. The peers of the bench see the same rows, with the threshold that gives them our
recall in the unspoilt world.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module, util
from pathlib import Path
from statistics import fmean
from types import ModuleType
from typing import Any

import numpy as np

from secondsource.rate import DEFAULT, Config
from secondsource.rate.status import OUTCOMES, PLAIN, status_of
from secondsource.rate.weighing import in_order, weigh

BENCH: Path = import_module("worlds").BENCH
read_evidence = import_module("rating").read_evidence

GROUNDS = {"record": (0.06, 0.97), "first": (0.34, 0.88), "named": (0.1, 0.8), "anon": (0.25, 0.7), "own": (0.25, 0.75)}
OUTLETS = 400
SITES = 40

Row = dict[str, Any]
Numbers = np.ndarray[Any, np.dtype[np.float64]]


@dataclass
class Told:
    """One claim: whether it is so, and what was recorded about it."""

    so: bool
    rows: list[Row]


def make_world(
    chance: random.Random, claims: int, shared: float = 0.0, denied: tuple[float, float] = (0.35, 0.55)
) -> list[Told]:
    """Claims with their records as a faultless reader would make them.

    `shared` is the chance that all origins of a claim are right or wrong together; `denied` the chance of a party's
    denial of what is so and of what is not.
    """
    told: list[Told] = []
    while len(told) < claims:
        so = chance.random() < 0.5
        rows = _record(chance, so, shared)
        if not any(row["polarity"] > 0 for row in rows):
            continue
        if chance.random() < denied[not so]:
            rows.append(_row(_outlet(chance), "party X", "first", polarity=-1, party="X", self_interest=0.25))
        told.append(Told(so, rows))
    return told


def _record(chance: random.Random, so: bool, shared: float) -> list[Row]:
    rows: list[Row] = []
    together = chance.random() if chance.random() < shared else None
    for _ in range(1 + (chance.random() < 0.5) + (chance.random() < 0.25)):
        ground = chance.choices(list(GROUNDS), [share for share, _ in GROUNDS.values()])[0]
        luck = chance.random() if together is None else together
        outlet = _outlet(chance)
        origin = f"own {outlet}" if ground == "own" else f"{ground} {chance.randrange(10**9)}"
        if (luck < GROUNDS[ground][1]) != so:
            if chance.random() < 0.35:
                rows.append(_row(outlet, origin, ground, polarity=-1))
            continue
        absent = chance.random() < 0.3
        first = _row(outlet, origin, ground)
        relays = [
            _row(_outlet(chance), origin, ground, hop=1, q=0.0)
            for _ in range(min(60, int(chance.paretovariate(1.1)) - 1 + absent))
        ]
        if absent:
            relays[0]["q"] = 1.0
        for relay in relays[absent:]:
            if chance.random() < 0.3:  # a relay that does not say so: found by its wording in part
                relay.update(origin=f"own {relay['outlet']}", ground="own", hop=0, q=chance.choice((0.2, 0.5, 1.0)))
        rows += relays if absent else [first, *relays]
    return rows


def _outlet(chance: random.Random) -> str:
    return f"outlet {int(OUTLETS ** chance.random()) - 1}"


def _row(outlet: str, origin: str, ground: str, **more: Any) -> Row:
    plain: Row = {
        "polarity": 1,
        "letter": None,
        "hedge": 1.0,
        "q": 1.0,
        "hop": 0,
        "party": None,
        "self_interest": 1.0,
        "via": [],
    }
    return {**plain, "doc": outlet, "outlet": outlet, "origin": origin, "ground": ground, **more}


def letters(chance: random.Random) -> dict[str, str]:
    """One outlet in five has a letter, the widest read first among them."""
    return {f"outlet {i}": chance.choice("ABBCCD") if chance.random() < 0.2 else "F" for i in range(OUTLETS)}


# --- faults of the record, each on one claim ----------------------------------------------------------------------


def missed_relays(chance: random.Random, told: Told) -> None:
    """Three copies in ten are taken for reports of their own, with a named source of their own."""
    for row in told.rows:
        if row["q"] == 0 and chance.random() < 0.3:
            row.update(q=1.0, hop=0, origin=f"misread {row['outlet']}", ground="named")


def two_names(chance: random.Random, told: Told) -> None:
    """Three rows in ten give their origin another name ("the minister", "Mr X"), and so count as live."""
    for row in told.rows:
        if row["ground"] != "own" and chance.random() < 0.3:
            row.update(origin=f"{row['origin']}, by another name", q=1.0)


def one_name(_chance: random.Random, told: Told) -> None:
    """All first-hand origins of a claim bear one name."""
    for row in told.rows:
        if row["ground"] == "first" and row["party"] is None:
            row["origin"] = "the minister"


def noisy_likeness(chance: random.Random, told: Told) -> None:
    """Independence is off by up to a third either way."""
    for row in told.rows:
        row["q"] = min(1.0, max(0.0, row["q"] + chance.uniform(-0.35, 0.35)))


def undated(chance: random.Random, told: Told) -> None:
    """In half the claims an original and its copy change places."""
    originals = [row for row in told.rows if row["q"] == 1 and row["hop"] == 0]
    for row in originals if chance.random() < 0.5 else []:
        copies = [other for other in told.rows if other["origin"] == row["origin"] and other["q"] == 0]
        if copies:
            row["q"], copies[0]["q"] = 0.0, 1.0


def second_thoughts(chance: random.Random, told: Told) -> None:
    """Who first said what is not so takes it back, half the time."""
    if not told.so and chance.random() < 0.5:
        told.rows.append({**told.rows[0], "polarity": -told.rows[0]["polarity"], "q": 1.0})


# --- adversaries: what they add to a claim that is not so (to one that is, for a denial) ---------------------------


def named_sources(_chance: random.Random, told: Told) -> None:
    """Forty unrated sites, each with a named first-hand source of its own."""
    if not told.so:
        told.rows += [_row(f"site {i}", f"invented {i}", "first") for i in range(SITES)]


def agencies(_chance: random.Random, told: Told) -> None:
    """Forty unrated sites that each cite an agency nobody knows."""
    if not told.so:
        told.rows += [_row(f"site {i}", f"agency {i}", "named", hop=1) for i in range(SITES)]


def own_voices(_chance: random.Random, told: Told) -> None:
    """Forty unrated sites that say it in their own voice."""
    if not told.so:
        told.rows += [_row(f"site {i}", f"own site {i}", "own") for i in range(SITES)]


def split_document(_chance: random.Random, told: Told) -> None:
    """One site prints its story as forty documents."""
    if not told.so:
        told.rows += [{**_row("site 0", "own site 0", "own"), "doc": f"page {i}"} for i in range(SITES)]


def mass_denial(_chance: random.Random, told: Told) -> None:
    """Forty unrated sites deny what is so in a party's name."""
    if told.so:
        told.rows += [
            _row(f"site {i}", f"spokesman {i}", "first", polarity=-1, party="X", self_interest=0.25)
            for i in range(SITES)
        ]


SPOILT: tuple[Callable[[random.Random, Told], None], ...] = (
    missed_relays, two_names, one_name, noisy_likeness, undated, second_thoughts,
    named_sources, agencies, own_voices, split_document, mass_denial,
)  # fmt: skip
OTHERS = {"shared mistakes": {"shared": 0.5}, "denials that are right": {"denied": (0.1, 0.8)}}


# --- what comes of it ----------------------------------------------------------------------------------------------


def rows_of(told: list[Told], letter: dict[str, str]) -> list[Row]:
    """The claims as the bench writes them."""
    return [
        {
            "claim": str(i),
            "outlets": {row["outlet"]: {"letter": letter.get(row["outlet"], "F"), "owner": None} for row in each.rows},
            "assertions": each.rows,
        }
        for i, each in enumerate(told)
    ]


def statuses(rows: list[Row], config: Config) -> list[str]:
    """What the program prints of each claim."""
    return [status_of(weigh(in_order(read_evidence(row)), config), PLAIN, config) for row in rows]


def peers(bench: ModuleType, rows: list[Row]) -> dict[str, Numbers]:
    """The scores of the bench's peers on the same rows."""
    outlets = {name: (of["letter"], of["owner"]) for row in rows for name, of in row["outlets"].items()}
    fields = ("doc", "outlet", "polarity", "origin", "ground", "letter", "hedge", "q", "hop", "party", "self_interest")
    claims = [{"ms": [bench.ment(*(said[name] for name in fields)) for said in row["assertions"]]} for row in rows]
    scores: dict[str, Numbers] = bench.peer_scores({"claims": claims, "outlets": outlets})
    return scores


def threshold(score: Numbers, so: Numbers, recall: float) -> tuple[float, float, float]:
    """Two neighbouring thresholds and the share of the lower with which the recall is met."""
    levels = np.unique(score)[::-1]
    reached = [float((score[so] >= level).mean()) for level in levels]
    at = next((i for i, share in enumerate(reached) if share >= recall), len(levels) - 1)
    under = reached[at - 1] if at else 0.0
    share = (recall - under) / (reached[at] - under) if reached[at] > under else 1.0
    return float(levels[at - 1]) if at else float("inf"), float(levels[at]), share


def passed(score: Numbers, at: tuple[float, float, float]) -> Numbers:
    """The chance with which each claim is over the threshold."""
    high, low, share = at
    over: Numbers = (1 - share) * (score >= high) + share * (score >= low)
    return over


def measure(bench: ModuleType, seed: int, claims: int, config: Config) -> dict[str, dict[str, float]]:
    """For each way to spoil the world: wrong and right verdicts of ours, and wrong ones of each peer."""
    letter = letters(random.Random(seed))
    found: dict[str, dict[str, float]] = {}
    levels: dict[str, tuple[float, float, float]] = {}
    for name in ("as it is", *OTHERS, *(spoil.__name__ for spoil in SPOILT)):
        told = make_world(random.Random(seed), claims, **OTHERS.get(name, {}))  # type: ignore[arg-type]
        for spoil in SPOILT:
            if spoil.__name__ == name:
                chance = random.Random(seed)
                for each in told:
                    spoil(chance, each)
        rows, so = rows_of(told, letter), np.array([each.so for each in told])
        said = statuses(rows, config)
        out = np.array([status in OUTCOMES for status in said])
        sure = np.array([status == "confirmed" for status in said])
        scores = peers(bench, rows)
        if not levels:
            levels = {peer: threshold(score, so, float(out[so].mean())) for peer, score in scores.items()}
        found[name] = {
            "ours": float(out[~so].mean()),
            "right": float(out[so].mean()),
            "confirmed wrong": float(sure[~so].mean()),
            "confirmed right": float(sure[so].mean()),
            **{peer: float(passed(score, levels[peer])[~so].mean()) for peer, score in scores.items()},
        }
    return found


def main(arguments: list[str]) -> int:
    """Measure and print a table; 2 where there is no bench to take the peers from."""
    parser = argparse.ArgumentParser(description="Wrong verdicts where the record of the lineage is spoilt.")
    parser.add_argument("--seeds", type=int, nargs="+", default=(1, 2, 3))
    parser.add_argument("--claims", type=int, default=1_000)
    parser.add_argument("--crawl", action="store_true", help="unrated outlets count as D")
    given = parser.parse_args(arguments)
    spec = util.spec_from_file_location("bench_worlds", BENCH) if BENCH.is_file() else None
    if spec is None or spec.loader is None:
        sys.stderr.write(f"no {BENCH}: set SECONDSOURCE_BENCH to the folder that holds bench/rating\n")
        return 2
    bench = util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    config = Config(unrated="D") if given.crawl else DEFAULT
    found = [measure(bench, seed, given.claims, config) for seed in given.seeds]
    columns = list(found[0]["as it is"])
    print(f"| world | {' | '.join(columns)} |\n|{' --- |' * (len(columns) + 1)}")
    for name in found[0]:
        values = [fmean(each[name][column] for each in found) for column in columns]
        print(f"| {name.replace('_', ' ')} | {' | '.join(f'{value:.3f}' for value in values)} |")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Does fitting help where the outcome is known? Fitted on claims of a train world, measured on its test world.

`python -m benchmarks.calibration [--seeds 900,910,920] [--decided 60,2000] [--repeats R] [--chance]`. A line for each
number of decided claims: Brier score and calibration error on the test world before and after, the share of fits that
were worth writing, and the share of fits that did harm. With `--chance` outcomes are drawn from the probabilities of
the numbers in force: those are right then, and a fit can only do harm. The worlds are those of bench/rating/worlds.py
under SECONDSOURCE_BENCH.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from collections.abc import Sequence
from dataclasses import replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from statistics import mean
from types import ModuleType

from benchmarks.rating import CRAWL, read_evidence

from secondsource.rate import Config
from secondsource.rate.calibration import Decided, brier, calibrate, calibration_error, judge
from secondsource.rate.weighing import in_order, weigh


def generator() -> ModuleType:
    """The generator of synthetic worlds."""
    path = Path(os.environ["SECONDSOURCE_BENCH"]) / "bench" / "rating" / "worlds.py"
    spec = spec_from_file_location("worlds", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_world(worlds: ModuleType, seed: int, claims: int) -> list[Decided]:
    """The claims of one world with what became of them."""
    world = worlds.world(seed, claims)
    outcomes = [bool(claim["y"]) for claim in world["claims"]]
    return [Decided(tuple(read_evidence(row)), y) for row, y in zip(worlds.rows(world), outcomes, strict=True)]


def by_chance(cases: Sequence[Decided], dice: random.Random) -> list[Decided]:
    """The same claims with outcomes drawn from the probabilities that the numbers in force give them."""
    return [replace(case, held=dice.random() < judge(case, CRAWL).p) for case in cases]


def measure(cases: Sequence[Decided], config: Config) -> tuple[float, float]:
    """Brier score and calibration error."""
    judged = [judge(case, config) for case in cases]
    return brier(judged), calibration_error(judged)


def same_counts(cases: Sequence[Decided], config: Config) -> bool:
    """Whether the least and the most number of origins are what they were."""
    rows = [in_order(case.evidence) for case in cases]
    return all(weigh(each, config).origins == weigh(each, CRAWL).origins for each in rows)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", default="900,910,920")
    parser.add_argument("--decided", default="2000")
    parser.add_argument("--repeats", type=int, default=1)
    parser.add_argument("--chance", action="store_true")
    options = parser.parse_args()
    worlds = generator()
    pairs = [[read_world(worlds, int(seed) + i, 2000) for i in (0, 1)] for seed in options.seeds.split(",")]
    dice = random.Random(1)
    if options.chance:
        pairs = [[by_chance(world, dice) for world in pair] for pair in pairs]
    print("decided  Brier          calibration error  written  harm  seconds  counts")
    for decided in map(int, options.decided.split(",")):
        before, after, harm, written, same, started = [], [], [], [], True, time.perf_counter()
        for train, test in pairs:
            was = measure(test, CRAWL)
            for _ in range(options.repeats):
                found = calibrate(dice.sample(train, decided), CRAWL)
                config = found.config if found.better else CRAWL  # the command writes nothing then either
                written.append(found.better)
                now = measure(test, config)
                before.append(was)
                after.append(now)
                harm.append(now[0] > was[0] + 0.0005)
            same = same and same_counts(test, config)
        spent = (time.perf_counter() - started) / len(after)
        brier_was, error_was = (mean(each[i] for each in before) for i in (0, 1))
        brier_now, error_now = (mean(each[i] for each in after) for i in (0, 1))
        print(
            f"{decided:7}  {brier_was:.4f} {brier_now:.4f}  {error_was:.4f} {error_now:.4f}"
            f"         {mean(written):4.0%}  {mean(harm):4.0%}  {spent:7.1f}  {'as before' if same else 'moved'}",
            flush=True,
        )


if __name__ == "__main__":
    main()

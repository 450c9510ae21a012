"""The rating against its peers on the bench's worlds: `python benchmarks/worlds.py [--seeds 901 902 ...] [--claims N]`.

For each seed the bench makes a train world, a test world and four attacks, the program rates all six, and the
bench's own scorer compares it with its peers. Printed are the mean over the seeds, the spread and the aims.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from statistics import fmean, stdev
from typing import Any

HERE = Path(__file__).resolve().parent
BENCH = Path(os.environ.get("SECONDSOURCE_BENCH", HERE.parent.parent / "shared")) / "bench" / "rating" / "worlds.py"
SEEDS = (901, 902, 903, 904, 905)
HELD = (900, 800)  # seed and claims of the world whose figures the gate holds: half a minute


@dataclass(frozen=True, slots=True)
class Aim:
    """One figure of the scorer, how it is worked out, and from or up to where it is good enough."""

    name: str
    of: Callable[[dict[str, Any]], float]
    least: float | None = None
    most: float | None = None


def _move(attack: str) -> Callable[[dict[str, Any]], float]:
    return lambda found: float(found["attacks"][attack])


AIMS = (
    Aim("AUC", lambda found: found["auc"], least=0.70),
    Aim("AUC above the best peer", lambda found: found["auc"] - found["best_peer_auc"], least=0.02),
    Aim("Brier", lambda found: found["brier"]),
    Aim("Brier below the best peer", lambda found: found["best_peer_brier"] - found["brier"], least=0.0),
    Aim("ECE", lambda found: found["ece"], most=0.05),
    *(Aim(f"moved by {name}", _move(name), -0.08, 0.08) for name in ("echo1000", "sock200", "launder", "suppress")),
    Aim("least number over the truth", lambda found: found["min_over_true"], most=0.01),
    Aim("most number under the truth", lambda found: found["max_under_true"]),
)


def measure(seed: int, claims: int) -> dict[str, Any]:
    """What the bench's scorer says of one seed's worlds."""
    predict = import_module("rating").main
    with tempfile.TemporaryDirectory() as folder:
        worlds, ours = Path(folder, "worlds"), Path(folder, "ours")
        ours.mkdir()
        _bench("make", worlds, "--seed", str(seed), "--claims", str(claims))
        for world in sorted(worlds.glob("*.jsonl")):
            predict(world, ours / world.name)
        found: dict[str, Any] = json.loads(_bench("score", worlds, ours, "--json"))
    return found


def _bench(*arguments: str | Path) -> str:
    return subprocess.run([sys.executable, BENCH, *arguments], check=True, capture_output=True, text=True).stdout


def held_figures() -> dict[str, dict[str, float]]:
    """The figures of one small world that the gate holds, the higher the better; {} where the bench is not there."""
    if not BENCH.is_file():
        return {}
    found = measure(*HELD)
    moved = max(abs(move) for move in found["attacks"].values())
    figures = {
        "auc": found["auc"],
        "auc_above_peers": found["auc"] - found["best_peer_auc"],
        "brier_below_peers": found["best_peer_brier"] - found["brier"],
        "unmoved_by_attacks": 1 - moved,
        "min_within_truth": 1 - found["min_over_true"],
    }
    return {f"rating world-{HELD[0]}": figures}


def main(arguments: list[str]) -> int:
    """Measure and print; 0 where the mean over the seeds meets every aim, 1 where not, 2 where there is no bench."""
    parser = argparse.ArgumentParser(description="Hold the rating against its peers on worlds with known truth.")
    parser.add_argument("--seeds", type=int, nargs="+", default=SEEDS)
    parser.add_argument("--claims", type=int, default=2_000)
    given = parser.parse_args(arguments)
    if not BENCH.is_file():
        sys.stderr.write(f"no {BENCH}: set SECONDSOURCE_BENCH to the folder that holds bench/rating\n")
        return 2
    found = []
    for seed in given.seeds:
        found.append(measure(seed, given.claims))
        print(f"{seed}: AUC {found[-1]['auc']:.3f}, best peer {found[-1]['best_peer_auc']:.3f}", file=sys.stderr)
    return _print_aims(found)


def _print_aims(found: list[dict[str, Any]]) -> int:
    missed = 0
    print("| figure | mean | spread | least | most | aim |\n| --- | --- | --- | --- | --- | --- |")
    for aim in AIMS:
        values = [aim.of(each) for each in found]
        mean, spread = fmean(values), stdev(values) if len(values) > 1 else 0.0
        good = (aim.least is None or mean >= aim.least) and (aim.most is None or mean <= aim.most)
        missed += not good
        bounds = [f"{sign} {bound:g}" for sign, bound in (("≥", aim.least), ("≤", aim.most)) if bound is not None]
        said = f"{' and '.join(bounds)}{'' if good else ', missed'}"
        print(f"| {aim.name} | {mean:.4f} | {spread:.4f} | {min(values):.3f} | {max(values):.3f} | {said} |")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

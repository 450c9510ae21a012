"""Figures never fall unnoticed: `python benchmarks/gate.py` holds those of piles.py and components.py to `floors.toml`.

    gate.py            0: every figure stands on its floor or above; 1: one is below
    gate.py --raise    write down what is better than its floor; no floor sinks
    gate.py --lower    write down all figures as they are; each floor that sinks needs its line in CHANGELOG.md

A line for a lowered floor names the pile or trial, the figure and the new floor, and says why:
`- Floor lowered: tine events.status 0.600: ...`.
"""

from __future__ import annotations

import argparse
import math
import sys
import tomllib
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.toml"
CHANGELOG = HERE.parent / "CHANGELOG.md"
# A hard failure is a false claim that comes out as confirmed: none is allowed, so there is no floor to set.
NEVER = "queries.hard_failure"
FIGURES = (
    "queries.all",
    "queries.false_or_twisted",
    "queries.nearest",
    "events.found",
    "events.status",
    "events.participants",
    "claims.found",
    "claims.status",
    "claims.origins_not_over",
    "claims.origins_within",
    "anchors.verbatim",
)
HEAD = """\
# Floors under the figures of benchmarks/piles.py, by pile ("all" is all piles together, each question counting once),
# and of benchmarks/components.py, by task and set.
# Written by benchmarks/gate.py, which says how to raise and how to lower one.
"""

Figures = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Gap:
    """A figure that is not on its floor: below it, above it, or (None) not there to compare."""

    where: str
    figure: str
    floor: float | None
    measured: float | None

    def __str__(self) -> str:
        floor = "no floor" if self.floor is None else f"floor {self.floor:.3f}"
        return (
            f"{self.where} {self.figure}: {floor}, now {'missing' if self.measured is None else f'{self.measured:.3f}'}"
        )


def main(arguments: list[str]) -> int:
    """Measure and compare; 0 on or above every floor, 1 below one, 2 without scorer or changelog lines."""
    parser = argparse.ArgumentParser(description="Hold the figures of the piles against their recorded floors.")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--raise", dest="up", action="store_true", help="record what is better than its floor")
    how.add_argument("--lower", dest="down", action="store_true", help="record all figures; needs changelog lines")
    given = parser.parse_args(arguments)
    floors = read_floors()
    figures, failures = measure()
    below, above = gaps(floors, figures)
    for failure in failures:
        print(f"HARD FAILURE {failure}")
    if given.down:
        return 1 if failures else _lower(figures, below)
    for gap in below:
        print(f"BELOW {gap}")
    if given.up:
        write_floors(_higher(floors, figures))
    for gap in above:
        print(f"{'raised' if given.up else 'could be raised'}: {gap}")
    print(f"{len(below)} below, {len(above)} above, {len(failures)} hard failures")
    return 1 if below or failures else 0


def measure() -> tuple[Figures, list[str]]:
    """The figures of each pile, of all together and of each component, and the piles with hard failures."""
    piles = import_module("piles")
    tallies = piles.tally_piles(piles.scorer(), piles.all_piles())
    figures: Figures = {}
    failures = []
    for name, tally in tallies.items():
        figures[name] = {f: _down(tally.right[f] / tally.asked[f]) for f in FIGURES if tally.asked[f]}
        if name != "all" and tally.right[NEVER]:
            failures.append(f"{name}: {tally.right[NEVER]:.0f} of {tally.asked[NEVER]}")
    for name, measured in import_module("components").measure().items():
        figures[name] = {figure: _down(value) for figure, value in measured.items()}
    return figures, failures


def _down(value: float) -> float:
    """Three places, never above the figure itself."""
    return math.floor(value * 1000 + 1e-6) / 1000


def gaps(floors: Figures, figures: Figures) -> tuple[list[Gap], list[Gap]]:
    """What is below its floor or has gone missing, and what is above its floor or has none yet."""
    below, above = [], []
    for where in dict.fromkeys((*figures, *floors)):
        recorded, measured = floors.get(where, {}), figures.get(where, {})
        for figure in dict.fromkeys((*measured, *recorded)):
            gap = Gap(where, figure, recorded.get(figure), measured.get(figure))
            if gap.floor is not None and (gap.measured is None or gap.measured < gap.floor):
                below.append(gap)
            elif gap.measured is not None and (gap.floor is None or gap.measured > gap.floor):
                above.append(gap)
    return below, above


def _lower(figures: Figures, below: list[Gap]) -> int:
    """Record the figures if the changelog owns up to every floor that sinks."""
    changes = CHANGELOG.read_text(encoding="utf-8").splitlines() if CHANGELOG.is_file() else []
    wanted = [f"- Floor lowered: {g.where} {g.figure} {g.measured or 0:.3f}: " for g in below]
    missing = [line for line in wanted if not any(change.startswith(line) and change != line for change in changes)]
    if missing:
        print("CHANGELOG.md must say why; add, with the reason:", *missing, sep="\n")
        return 2
    write_floors(figures)
    print(f"{len(below)} floors lowered")
    return 0


def _higher(floors: Figures, figures: Figures) -> Figures:
    """For every pile or trial and figure the higher of floor and figure."""
    higher: Figures = {where: dict(row) for where, row in floors.items()}
    for where, row in figures.items():
        kept = higher.setdefault(where, {})
        for figure, value in row.items():
            kept[figure] = max(value, kept.get(figure, 0.0))
    return higher


def read_floors() -> Figures:
    """The recorded floors by pile or trial; none where nothing was recorded yet."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}


def write_floors(floors: Figures) -> None:
    """Write the floors: all piles together, each pile, each component, and their figures in the order measured."""
    lines = [HEAD]
    for where in sorted(floors, key=lambda name: (name != "all", " " in name, name)):
        lines.append(f'["{where}"]\n' if " " in where else f"[{where}]\n")
        lines += [f'"{figure}" = {floor:.3f}\n' for figure, floor in floors[where].items()]
        lines.append("\n")
    FLOORS.write_text("".join(lines).rstrip("\n") + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

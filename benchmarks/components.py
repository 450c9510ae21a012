"""The figures of the components on the bench: `python benchmarks/components.py [TASK...]`.

Runs `run.py` over the open sets of each task, in a process of its own, and the bench's own scorer over what it wrote.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
BENCH = Path(os.environ.get("SECONDSOURCE_BENCH", HERE.parent.parent / "shared")) / "bench"


@dataclass(frozen=True, slots=True)
class Trial:
    """One set of one task: its file, and where in the scorer's JSON each figure that is held stands.

    `order` is how the scorer wants its arguments.
    """

    task: str
    file: str
    figures: dict[str, tuple[str, ...]]
    by: str | None = None
    order: tuple[str, ...] = ("{out}", "{gold}")

    @property
    def folder(self) -> Path:
        """Where the bench keeps the task's files: what follows a dash names one of several figures."""
        return BENCH / self.task.partition("-")[0]

    @property
    def name(self) -> str:
        """Task and set, as floors.toml calls them."""
        return f"{self.task} {Path(self.file).stem}"


TRIALS = (
    Trial(
        "attribution",
        "dev.jsonl",
        {
            "whole": ("whole_f1",),
            "cue": ("cue_f1",),
            "source": ("source_f1",),
            "content_50": ("content_50_f1",),
        },
    ),
    Trial("dates", "train.jsonl", {"value_f1": ("value_f1",)}),
    Trial("dates", "cases.jsonl", {"value_f1": ("value_f1",)}),
    Trial(
        "places",
        "dev.jsonl",
        {
            "span_f1": ("span_f1",),
            "end2end_f1": ("end2end_f1",),
            "acc161 on lgl": ("by_set", "lgl", "acc161"),
        },
        by="set",
    ),
    Trial(
        "events-pairs",
        "plv_train.jsonl",
        {"type": ("type_macro_f1",), "quad": ("quad_macro_f1",), "binary": ("binary_macro_f1",)},
        order=("pairs", "{gold}", "{out}"),
    ),
    Trial(
        "copies",
        "dev.jsonl",
        {
            "clear_pair_f1": ("clear_pair_f1",),
            "agency_f1": ("agency_f1",),
            "pair_recall_agency": ("pair_recall_agency",),
        },
        order=("{gold}", "{folder}/dev_pairs.jsonl", "{out}"),
    ),
    Trial(
        "entail",
        "dev.jsonl",
        {"macro_f1_mean_of_sets": ("macro_f1_mean_of_sets",)},
        order=("{gold}", "{out}"),
    ),
    Trial("coreference", "dev.jsonl", {"conll_f1": ("conll_f1",)}, order=("{gold}", "{out}")),
)


def measure(tasks: tuple[str, ...] = ()) -> dict[str, dict[str, float]]:
    """The held figures of each trial, of the tasks named or of all; {} where the bench is not there."""
    wanted = [trial for trial in TRIALS if not tasks or trial.task in tasks]
    found = {trial.name: score(trial) for trial in wanted if (trial.folder / trial.file).is_file()}
    if not tasks or "rating" in tasks:  # made by the bench, not a file of it
        found |= import_module("worlds").held_figures()
    return found


def score(trial: Trial) -> dict[str, float]:
    """Predict and score one trial."""
    gold = trial.folder / trial.file
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.jsonl"
        subprocess.run([sys.executable, HERE / "run.py", trial.task, gold, out], check=True)
        by = ["--by", trial.by] if trial.by else []
        places = [each.format(out=out, gold=gold, folder=trial.folder) for each in trial.order]
        scorer: list[str | Path] = [sys.executable, trial.folder / "score.py", *places, "--json", *by]
        found = json.loads(subprocess.run(scorer, check=True, capture_output=True, text=True).stdout)
    return {name: _at(found, path) for name, path in trial.figures.items()}


def _at(found: Any, path: tuple[str, ...]) -> float:
    for key in path:
        found = found[key]
    return float(found)


def main(tasks: list[str]) -> int:
    """Print the figures; 2 where there is no bench."""
    measured = measure(tuple(tasks))
    if not measured:
        sys.stderr.write(f"nothing to measure under {BENCH}: set SECONDSOURCE_BENCH, or name one of the tasks\n")
        return 2
    for name, figures in measured.items():
        print(f"{name:24}" + "  ".join(f"{figure} {value:.3f}" for figure, value in figures.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

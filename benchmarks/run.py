"""Run one component of the program over one task of the bench: `python benchmarks/run.py TASK IN.jsonl OUT.jsonl`.

Each task that is built has a module of its name beside this file, whose `predict` takes rows and gives rows; what
follows a dash names another function of it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

BUILT = (
    "attribution",
    "copies",
    "coreference",
    "dates",
    "entail",
    "entail-words",
    "places",
    "events-pairs",
    "events-dyads",
    "events-code",
    "events-triples",
    "rating",
)
# Fields that hold the answer, or what would give it away; an adapter never sees them, whatever file it is given.
GOLD = frozenset(
    ("gold", "gold_cluster", "label", "detail", "byline_agency", "set", "upstream", "topic", "subtopic")
)  # fmt: skip


def main(arguments: list[str]) -> int:
    """Run the task named; 0 done, 2 where it cannot be run, with one line on stderr."""
    parser = argparse.ArgumentParser(description="Write a component's predictions for one task of the bench.")
    parser.add_argument("task", metavar="TASK", help=f"one of {', '.join(BUILT)}")
    parser.add_argument("source", metavar="IN.jsonl", type=Path)
    parser.add_argument("target", metavar="OUT.jsonl", type=Path)
    parser.add_argument("--actors", metavar="FILE", type=Path, help="events-triples: a dictionary as PETRARCH has it")
    parser.add_argument("--agents", metavar="FILE", type=Path, help="events-triples: likewise, of agents")
    given, more = parser.parse_known_args(arguments)
    if given.task not in BUILT:
        return _refuse(f"no task is called {given.task}; there are {', '.join(BUILT)}")
    options = {name: value for name in ("actors", "agents") if (value := getattr(given, name)) is not None}
    if given.task == "events-triples" and len(options) < 2:
        return _refuse("the task events-triples needs --actors FILE and --agents FILE")
    if options and given.task != "events-triples":
        more = [f"--{name}" for name in options]
    if more:
        return _refuse(f"the task {given.task} takes no {' '.join(more)}")
    try:
        with given.source.open(encoding="utf-8") as lines, given.target.open("w", encoding="utf-8") as out:
            module, _, function = given.task.partition("-")
            predict = getattr(import_module(module), function or "predict")
            for prediction in predict(_rows(lines), **options):
                out.write(json.dumps(prediction, ensure_ascii=False) + "\n")
    except OSError as error:
        return _refuse(f"{error.strerror}: {error.filename}")
    return 0


def _rows(lines: Iterator[str]) -> Iterator[dict[str, Any]]:
    for line in lines:
        if line.strip():
            yield {name: value for name, value in json.loads(line).items() if name not in GOLD}


def _refuse(line: str) -> int:
    sys.stderr.write(f"run.py: {line}\n")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

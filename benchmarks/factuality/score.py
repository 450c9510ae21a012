"""Whether events told of happened: the program against hand labels on reports that it was not tuned on.

`python benchmarks/factuality/score.py [--show] [first|second]` prints a confusion matrix for each file of labels. The
files hold document, offsets and label only; the texts are those of the coreference bench's train part, found by
SECONDSOURCE_BENCH.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from pathlib import Path

from secondsource.model import Document
from secondsource.pipeline import study

HERE = Path(__file__).resolve().parent
LABELS = ("occurred", "alleged", "planned", "hypothetical", "denied", "did_not_occur", "no_event")
ANSWERS = ("occurred", "alleged", "planned", "denied", "did_not_occur", "none")
HAPPENED = frozenset({"occurred", "alleged"})
Label = tuple[str, int, int, str]


def texts() -> dict[str, str]:
    """The text of each report by its id; empty where the bench is not at hand."""
    bench = os.environ.get("SECONDSOURCE_BENCH")
    file = Path(bench) / "bench" / "coreference" / "train.jsonl" if bench else None
    if file is None or not file.is_file():
        return {}
    rows = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())
    return {row["doc"]: row["text"] for row in rows}


def labels(name: str) -> list[Label]:
    """The labels of one draw: document, start, end, label."""
    rows = (HERE / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [(d, int(start), int(end), label) for d, start, end, label in (row.split("\t") for row in rows)]


def answers(wanted: list[Label], known: dict[str, str]) -> list[str]:
    """The program's status for each label's stretch; "none" where it tells of no event there."""
    told: dict[tuple[str, int], str] = {}
    for document in dict.fromkeys(row[0] for row in wanted):
        for event in study(Document(document, document, known[document])).events:
            told[document, event.trigger.start] = event.status
    return [told.get((document, start), "none") for document, start, _, _ in wanted]


def figures(wanted: list[Label], got: list[str]) -> dict[str, float]:
    """How often what did not happen is told as happening, and what happened as not."""
    pairs = [(row[3] in HAPPENED, answer in HAPPENED) for row, answer in zip(wanted, got, strict=True)]
    not_happened = [told for happened, told in pairs if not happened]
    return {
        "told_as_happening_of_what_did_not": sum(not_happened) / max(1, len(not_happened)),
        "happened_of_told_as_happening": sum(h for h, t in pairs if t) / max(1, sum(t for _, t in pairs)),
        "accuracy": sum(h == t for h, t in pairs) / max(1, len(pairs)),
    }


def main(arguments: list[str]) -> None:
    """Print the matrix and the figures of each draw."""
    known = texts()
    if not known:
        sys.stderr.write("no coreference bench: set SECONDSOURCE_BENCH to the folder that holds bench/\n")
        raise SystemExit(2)
    for name in [a for a in arguments if not a.startswith("--")] or ["first", "second"]:
        wanted = labels(name)
        got = answers(wanted, known)
        counts = Counter((row[3], answer) for row, answer in zip(wanted, got, strict=True))
        print(f"{name:15}" + "".join(f"{answer:>15}" for answer in ANSWERS))
        for label in LABELS:
            print(f"{label:15}" + "".join(f"{counts[label, answer]:15}" for answer in ANSWERS))
        print("  ".join(f"{key} {value:.3f}" for key, value in figures(wanted, got).items()), end="\n\n")
        if "--show" in arguments:
            for (document, start, end, label), answer in zip(wanted, got, strict=True):
                if (label in HAPPENED) != (answer in HAPPENED):
                    print(f"{document}:{start} {label}, told as {answer}: {known[document][start:end]}")


if __name__ == "__main__":
    main(sys.argv[1:])

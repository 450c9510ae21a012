"""The rating task of the benchmark: worlds with known truth and lineage, weighed by the program's own parts.

`python benchmarks/rating.py IN.jsonl OUT.jsonl` for one file; the formats are fixed by bench/rating/worlds.py.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

from secondsource.model import Evidence
from secondsource.rate import Config
from secondsource.rate.likelihood import logit
from secondsource.rate.weighing import in_order, weigh

# The worlds are crawls: anybody can put up a site, so an unrated outlet counts as D.
CRAWL = Config(unrated="D")
Interest = Literal["neutral", "own benefit", "against interest", "would hide", "competent"]
INTERESTS: dict[float, Interest] = {0.25: "would hide", 0.5: "own benefit", 1.0: "neutral", 1.25: "against interest"}


def predict(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """For each claim of the benchmark its log odds and its least and most independent origins."""
    for row in rows:
        weighed = weigh(in_order(read_evidence(row)), CRAWL)
        odds = logit(weighed.pro.support, weighed.con.support, CRAWL)
        yield {"claim": row["claim"], "logit": odds, "min": weighed.origins.min, "max": weighed.origins.max}


def read_evidence(row: dict[str, Any]) -> list[Evidence]:
    """The claim's assertions as the weighing model takes them; a letter that the row leaves open is F."""
    outlets = row["outlets"]
    return [
        Evidence(
            index=index,
            document=said["doc"],
            outlet=said["outlet"],
            origin=said["origin"],
            polarity=said["polarity"],
            ground=said["ground"],
            hedge=said["hedge"],
            q=said["q"],
            hop=said["hop"],
            party=said["party"],
            interest=INTERESTS[said["self_interest"]],
            via=tuple(said["via"]),
            owner=outlets[said["outlet"]]["owner"],
            letter=said["letter"] or "F",
            outlet_letter=outlets[said["outlet"]]["letter"],
            identified=said["ground"] not in ("vague", "rumour"),
        )
        for index, said in enumerate(row["assertions"])
    ]


def main(source: Path, target: Path) -> None:
    """Read claims, write predictions, one JSON object a line."""
    with source.open(encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        for prediction in predict(map(json.loads, lines)):
            out.write(json.dumps(prediction) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

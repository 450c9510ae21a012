"""Choose the thresholds of `secondsource.link.entailment` on the rows that training kept aside.

    python training/entail/thresholds.py OUT/aside.jsonl

Prints, for the shipped model with and without the rules' differences, two-way macro-F1 and false support at several
thresholds, as means over the sets, once for the rows as they are and once with their evidence among sentences of
other rows, as in a long article; then how far int8 answers lie from those of full precision.
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from secondsource.link.entailment import entails, read
from secondsource.link.passages import sentences_of

Pairs = Sequence[tuple[bool, bool]]  # gold says supports, the program says supports
STEPS = (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9)
LONG = 1800


def main(file: Path) -> None:
    """Print the tables."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    plain = [read(r["evidence"], r["claim"])[0] for r in rows]
    whole = [entails(r["evidence"], r["claim"]) for r in rows]
    table("the model alone", rows, plain)
    table("with the rules", rows, [e.supports for e in whole])
    chance = random.Random(0)
    some = [r for r in rows if r["set"] not in ("mnli_dev", "snli_dev")]
    long = [{**r, "evidence": buried(r["evidence"], some, chance)} for r in some]
    table("long, with the rules", long, [entails(r["evidence"], r["claim"]).supports for r in long])
    apart = sorted(abs(a - r["said"][0]) for a, r in zip(plain, rows, strict=True))
    turned = sum((a >= 0.5) != (r["said"][0] >= 0.5) for a, r in zip(plain, rows, strict=True))
    print(f"int8 and full precision: median {apart[len(apart) // 2]:.4f}, 95 % {apart[len(apart) * 95 // 100]:.3f}, "
          f"{turned} of {len(rows)} on the other side of one half")  # fmt: skip


def buried(evidence: str, rows: Sequence[Mapping[str, Any]], chance: random.Random) -> str:
    """The evidence among whole sentences of other rows."""
    around: list[str] = []
    while sum(map(len, around)) < LONG - len(evidence):
        around += sentences_of(chance.choice(rows)["evidence"])[:3]
    cut = chance.randint(0, len(around))
    return " ".join([*around[:cut], evidence, *around[cut:]])


def table(name: str, rows: Sequence[Mapping[str, Any]], supports: Sequence[float]) -> None:
    """Print macro-F1 and false support at each threshold."""
    print(name)
    for step in STEPS:
        sets: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
        for row, probability in zip(rows, supports, strict=True):
            sets[row["set"]].append((row["label"] == "supports", probability >= step))
        each = {s: macro(pairs) for s, pairs in sorted(sets.items())}
        wrong = [said for pairs in sets.values() for gold, said in pairs if not gold]
        found = [said for pairs in sets.values() for gold, said in pairs if gold]
        print(f"  {step:.2f}: macro-F1 mean of sets {sum(each.values()) / len(each):.3f}, "
              f"false support {sum(wrong) / len(wrong):.3f}, recall {sum(found) / len(found):.3f}, "
              + ", ".join(f"{s} {f:.3f}" for s, f in each.items()))  # fmt: skip


def macro(pairs: Pairs) -> float:
    """Mean of the F1 of supporting and of not supporting."""
    hit, none = sum(g and s for g, s in pairs), sum(not g and not s for g, s in pairs)
    gold, said = sum(g for g, _ in pairs), sum(s for _, s in pairs)
    return hit / max(1, gold + said) + none / max(1, 2 * len(pairs) - gold - said)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

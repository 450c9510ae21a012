"""Learn when two mentions tell of one event, and write the curves to src/secondsource/link/coreference/.

    python training/coreference/train.py TRAIN.jsonl [--check]

TRAIN.jsonl is ECB+ train in the bench's form, score.py beside it. Needs scikit-learn beside the program. The topics
are split in five, each fifth is answered by curves learned on the others, and the join is chosen by that; with --check
nothing is written.
"""

from __future__ import annotations

import argparse
import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "benchmarks")]

from coreference import read  # noqa: E402
from secondsource.link.coreference.clusters import cluster  # noqa: E402
from secondsource.link.coreference.model import model_of, probabilities  # noqa: E402
from secondsource.link.coreference.pairs import FEATURES, Pairs, lay_out, table  # noqa: E402

TARGET = ROOT / "src" / "secondsource" / "link" / "coreference"
NAMES = [feature.name for feature in FEATURES]
STRICTNESS = 0.3  # scikit-learn's C; .1 to 1 gave the same within .002
NEGATIVES = 0.25  # of the pairs of two events, so many are learned from
KNOTS = 8
FOLDS = 5
JOINS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
SOURCE = (
    "Learned by training/coreference/train.py from the event mentions of ECB+ train (Cybulska and Vossen 2014, on ECB "
    "of Bejan and Harabagiu 2010), annotation under CC BY 3.0. Numbers only; no text is kept."
)


def knots_of(column: np.ndarray) -> np.ndarray:
    """Where the lines of one feature may bend: each value where there are few, else evenly between the extremes."""
    values = np.unique(column)
    if len(values) <= 12:
        return values.astype(float)
    return np.unique(np.round(np.linspace(*np.quantile(column, (0.001, 0.999)), KNOTS), 3)).astype(float)


def hats(column: np.ndarray, knots: np.ndarray) -> np.ndarray:
    """For each value its share in the knots on either side of it."""
    if len(knots) < 2:
        return np.ones((len(column), 1))
    value = np.clip(column, knots[0], knots[-1])
    at = np.clip(np.searchsorted(knots, value, side="right") - 1, 0, len(knots) - 2)
    share = (value - knots[at]) / (knots[at + 1] - knots[at])
    out = np.zeros((len(column), len(knots)), np.float32)
    rows = np.arange(len(column))
    out[rows, at] = 1 - share
    out[rows, at + 1] += share
    return out


def fit(features: np.ndarray, answers: np.ndarray) -> dict[str, Any]:
    """The curves that answer best, centred so that a feature's height says what it adds to the usual pair."""
    chance = np.random.default_rng(0)
    kept = answers | (chance.random(len(answers)) < NEGATIVES)
    features, answers = features[kept], answers[kept]
    same = features[:, NAMES.index("same_head")] > 0
    knots = {name: knots_of(features[:, NAMES.index(name)]) for name in NAMES}
    shares = {name: hats(features[:, NAMES.index(name)], knots[name]) for name in NAMES}
    halves = [np.hstack(list(shares.values())) * part[:, None] for part in (same, ~same)]
    learned = LogisticRegression(C=STRICTNESS, max_iter=400).fit(np.hstack([*halves, same[:, None]]), answers)
    weights, width = learned.coef_[0], halves[0].shape[1]
    usual = float(learned.intercept_[0] + np.log(NEGATIVES))
    base = {"same": usual + float(weights[-1]), "different": usual}
    curves: dict[str, Any] = {}
    at = 0
    for name in NAMES:
        n = len(knots[name])
        row: dict[str, list[float]] = {"knots": [round(float(k), 3) for k in knots[name]]}
        for side, offset, part in (("same", 0, same), ("different", width, ~same)):
            heights = weights[offset + at : offset + at + n]
            mean = float((shares[name][part] @ heights).mean())
            base[side] += mean
            row[side] = [round(float(h) - mean, 3) for h in heights]
        curves[name] = row
        at += n
    return {"source": SOURCE, "base": {k: round(v, 3) for k, v in base.items()}, "join": 0.4, "curves": curves}


def read_all(path: Path) -> tuple[Pairs, np.ndarray, list[dict[str, Any]]]:
    """The pairs of the file, whether each is of one event, and for each mention its topic and gold cluster."""
    tellings, reports, mentions = [], [], []
    for place, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        told, report = read(row, place)
        tellings += told
        mentions += [{"id": m["id"], "gold": m["gold_cluster"], "topic": row["topic"]} for m in row["mentions"]]
        reports.append(report)
    pairs = lay_out(tellings, reports)
    number = {gold: i for i, gold in enumerate(dict.fromkeys(m["gold"] for m in mentions))}
    gold = np.array([number[m["gold"]] for m in mentions])
    return pairs, gold[pairs.left] == gold[pairs.right], mentions


def check(pairs: Pairs, answers: np.ndarray, mentions: list[dict[str, Any]]) -> dict[float, float]:
    """CoNLL F1 by join: each fold of topics answered by curves learned on pairs that touch none of it."""
    features = table(pairs)
    topics = np.array([int(m["topic"]) for m in mentions])
    fold = np.array([sorted(set(topics)).index(t) % FOLDS for t in topics])
    left, right = fold[pairs.left], fold[pairs.right]
    out = np.zeros(len(answers), np.float32)
    for k in range(FOLDS):
        learn = (left != k) & (right != k)
        out[left == k] = probabilities(model_of(fit(features[learn], answers[learn])), features[left == k])
    return {join: conll(mentions, cluster(len(mentions), pairs.left, pairs.right, out, join)) for join in JOINS}


def conll(mentions: list[dict[str, Any]], clusters: list[int]) -> float:
    """The bench's figure."""
    gold = {m["id"]: m["gold"] for m in mentions}
    score = import_module("score").score
    figure: float = score(gold, {m["id"]: str(c) for m, c in zip(mentions, clusters, strict=True)})["conll_f1"]
    return round(figure, 4)


def main() -> None:
    """Learn and write, or check."""
    parser = argparse.ArgumentParser(description="Learn when two mentions tell of one event.")
    parser.add_argument("train", type=Path)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    sys.path.insert(0, str(given.train.resolve().parent))  # the bench keeps score.py beside its data
    pairs, answers, mentions = read_all(given.train)
    figures = check(pairs, answers, mentions)
    print(len(answers), "pairs;", figures)
    if given.check:
        return
    learned = fit(table(pairs), answers)
    learned["join"] = max(figures, key=lambda join: figures[join])
    (TARGET / "weights.json").write_text(json.dumps(learned, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

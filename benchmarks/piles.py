"""Score the program on piles with a hand-made gold.json: `python benchmarks/piles.py [--show] [FOLDER...]`.

Without folders: the founding case under $SECONDSOURCE_BENCH, examples/, and every pile in tests/piles/. Prints each
figure of the scorer for each pile and for all together; `--show` adds what was missed.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
import time
from collections import defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from secondsource import pipeline
from secondsource.collect import collect

HERE = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("SECONDSOURCE_BENCH", HERE.parent / "shared"))


def scorer() -> ModuleType:
    """The scorer that came with the founding case."""
    file = SHARED / "score" / "score.py"
    spec = importlib.util.spec_from_file_location("score", file)
    if spec is None or spec.loader is None or not file.is_file():
        sys.stderr.write(f"no scorer under {SHARED}: set SECONDSOURCE_BENCH to the folder that holds score/score.py\n")
        raise SystemExit(2)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(folder: Path) -> tuple[dict[str, Any], dict[str, Any], list[dict[str, Any]]]:
    """Gold, dossier and checks of one pile, the last two as the command line's JSON."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    collected = collect([folder])
    compared = pipeline.put_together((pipeline.study(d) for d in collected.documents), refusals=collected.refusals)
    dossier = msgspec.to_builtins(pipeline.dossier_of(compared))
    checks = msgspec.to_builtins(pipeline.check([q["query"] for q in gold["queries"]], compared))
    return gold, json.loads(json.dumps(dossier)), json.loads(json.dumps(checks))


def score_pile(
    score: ModuleType, folder: Path, tally: Any
) -> tuple[dict[str, Any], dict[str, Any], list[dict[str, Any]]]:
    """Add one pile's figures to a tally."""
    gold, dossier, checks = run(folder)
    score.score_documents(tally, gold, dossier)
    score.score_events(tally, gold, dossier)
    score.score_claims(tally, gold, dossier)
    score.score_anchors(tally, folder, dossier)
    for failure in score.score_queries(tally, gold, dossier, checks):
        print(f"HARD FAILURE {folder.name}: {failure}", file=sys.stderr)
    return gold, dossier, checks


def all_piles() -> list[Path]:
    """Every pile with a gold.json: the founding case, the example pile, the development piles."""
    folders = [SHARED / "reports" / "alaska", HERE / "examples", *sorted((HERE / "tests" / "piles").iterdir())]
    return [folder for folder in folders if (folder / "gold.json").is_file()]


def tally_piles(score: ModuleType, folders: list[Path]) -> dict[str, Any]:
    """The tally of each pile by its folder's name, and of all together under "all"."""
    everything = score.Tally()
    tallies = {}
    for folder in folders:
        tally = tallies[folder.name] = score.Tally()
        score_pile(score, folder, tally)
        for name, asked in tally.asked.items():
            everything.right[name] += tally.right[name]
            everything.asked[name] += asked
    return {**tallies, "all": everything}


def main(arguments: list[str]) -> None:
    """Score the piles named, or all."""
    folders = [Path(a) for a in arguments if not a.startswith("--")] or all_piles()
    score = scorer()
    rows: dict[str, dict[str, float]] = defaultdict(dict)
    all_of_them = score.Tally()
    for folder in folders:
        started = time.perf_counter()
        tally = score.Tally()
        gold, dossier, checks = score_pile(score, folder, tally)
        for name, asked in tally.asked.items():
            rows[name][folder.name] = tally.right[name] / asked
            all_of_them.right[name] += tally.right[name]
            all_of_them.asked[name] += asked
        rows["seconds"][folder.name] = time.perf_counter() - started
        if "--show" in arguments:
            show(score, folder.name, gold, dossier, checks)
    names = [f.name for f in folders]
    print(f"{'':28}" + "".join(f"{n[:10]:>11}" for n in names) + f"{'all':>9}")
    for figure in sorted(rows):
        cells = "".join(f"{rows[figure][n]:11.3f}" if n in rows[figure] else f"{'':11}" for n in names)
        asked = all_of_them.asked.get(figure, 0)
        print(f"{figure:28}{cells}" + (f"{all_of_them.right[figure] / asked:9.3f} of {asked}" if asked else ""))


def show(
    score: ModuleType, name: str, gold: dict[str, Any], dossier: dict[str, Any], checks: list[dict[str, Any]]
) -> None:
    """Print what was missed in one pile."""
    print(f"--- {name}")
    for query, check in zip(gold["queries"], checks, strict=True):
        if score.status(check["status"]) not in query["acceptable_statuses"]:
            got, want = check["status"], query["acceptable_statuses"]
            print(f"  query {query['id']} [{query['kind']}] {query['query']!r}: {got}, want {want}")
    for event in gold["events"]:
        touching = [
            e
            for e in dossier["events"]
            if any(score.same_place_in_text(m, g) for m in e["mentions"] for g in event["mentions"])
        ]
        fits = sorted(((score.facts(e, event), e) for e in touching), key=lambda f: -sum(f[0].values()))
        if not fits or not fits[0][0]["participants"]:
            print(f"  event {event['id']} missing: {event['label']} | {event['mentions'][0]['quote'][:110]!r}")
        else:
            wrong = {k: round(v, 2) for k, v in fits[0][0].items() if v < 1}
            if wrong:
                e = fits[0][1]
                who = [(p["name"], p["side"]) for p in e["participants"]]
                place = e["place"]["name"] if e["place"] else None
                got = f"{e['type']} {e['status']} {who} @{place} {e['when']}"
                print(f"  event {event['id']} {wrong}: {event['label']} -> {got}")
    for quote in gold["not_events"]:
        for e in dossier["events"]:
            if e["status"] == "occurred" and any(score.same_place_in_text(m, quote) for m in e["mentions"]):
                print(f"  not an event: {e['label']!r} | {quote['quote'][:100]!r}")
    for claim in gold["claims"]:
        told = claim["supporting"] + claim["refuting"]
        ranked = [
            (
                sum(
                    any(score.same_place_in_text(a, s) for a in p["supporting"] + p["refuting"] + p["neutral"])
                    for s in told
                )
                / max(1, len(told))
                + score.likeness(p["text"], claim["text"]),
                i,
            )
            for i, p in enumerate(dossier["claims"])
        ]
        top = max(ranked, default=(0, 0))
        if top[0] < 0.5:
            print(f"  claim {claim['id']} missing: {claim['text']!r}")
            continue
        best = dossier["claims"][top[1]]
        n = claim["n_independent_origins"]
        low, high = n if isinstance(n, list) else (n, n)
        if score.status(best["status"]) not in claim["acceptable_statuses"] or best["origins"]["min"] > high:
            want = claim["acceptable_statuses"]
            got = f"{best['status']} {best['origins']}, want {want} {low}-{high}"
            print(f"  claim {claim['id']} {got}: {claim['text']!r} -> {best['text']!r}")


if __name__ == "__main__":
    main(sys.argv[1:])

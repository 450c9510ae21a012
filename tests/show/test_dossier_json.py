"""The JSON has the names that contract.md promises, all of them, spelled so, in that order."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from secondsource.dossier import Check, Dossier, to_json, to_json_lines

from .builders import make_check, make_dossier

ANCHOR = ["file", "start", "end", "quote"]
ASSERTION = [*ANCHOR, "holders", "stance", "hedge", "adds", "withdrawn"]
WHEN = ["earliest", "latest", "said"]
ORIGINS = ["min", "max", "paths"]
NEAREST = ["event", "score", "matches", "conflicts"]

# A path into the JSON of `make_dossier`, and the names at its end.
SHAPES: list[tuple[str, list[str]]] = [
    (
        "",
        ["schema", "method", "as_of", "documents", "events", "claims", "lineage", "contradictions", "channels",
         "positions", "refusals", "sources"],
    ),
    ("method", ["version", "config", "sources"]),
    (
        "documents.0",
        ["id", "file", "title", "outlet", "author", "language", "published", "furniture", "basis", "origins"],
    ),
    ("documents.0.published", WHEN),
    ("documents.0.furniture.0", ["start", "end", "kind"]),
    (
        "events.0",
        ["id", "label", "type", "modes", "contexts", "cameo", "participants", "place", "when", "status", "claim",
         "mentions", "beside"],
    ),
    ("events.0.participants.0", ["name", "side", "role"]),
    ("events.0.place", ["name", "country", "lat", "lon", "precision"]),
    ("events.0.when", WHEN),
    ("events.0.mentions.0", [*ANCHOR, "status"]),
    (
        "claims.0",
        ["id", "text", "event", "modality", "status", "origins", "admiralty", "likelihood", "confidence",
         "supporting", "refuting", "neutral", "why", "would_change", "nearest",
         "opinion", "hangs_on", "deciding", "discounted", "changes"],
    ),
    ("claims.0.origins", ORIGINS),
    ("claims.0.admiralty", ["reliability", "credibility", "stix_confidence"]),
    ("claims.0.opinion", ["belief", "disbelief", "uncertainty"]),
    ("claims.0.hangs_on.0", ["kind", "name", "through", "capacity", "sentence"]),
    ("claims.0.hangs_on.0.sentence", ASSERTION),
    ("claims.0.deciding.0", ASSERTION),
    ("claims.0.discounted.0", [*ASSERTION, "q", "because"]),
    ("claims.0.changes.0", ["action", "kind", "name", "status", "sentence"]),
    ("claims.0.likelihood", ["p", "words"]),
    ("claims.0.supporting.0", ASSERTION),
    ("claims.1.nearest.0", NEAREST),
    ("lineage.0", ["source", "target", "relation", "p", "quote"]),
    ("lineage.0.quote", ANCHOR),
    ("contradictions.0", ["slot", "claim", "sides", "same_lineage"]),
    ("contradictions.0.sides.0", ["value", "assertions"]),
    ("channels.0", ["id", "label", "principals", "meetings", "next"]),
    ("channels.0.meetings.0", ["event", "order"]),
    ("positions.0", ["party", "issue", "stance", "when", "evidence"]),
    ("sources.0", ["name", "kind", "owner", "documents", "claims", "own", "letter", "judged"]),
    ("sources.1.judged", ["name", "author", "day", "rationale"]),
    ("refusals.0", ["file", "stage", "reason", "remedy"]),
]  # fmt: skip


def at(value: Any, path: str) -> Any:
    for step in path.split(".") if path else ():
        value = value[int(step)] if step.isdigit() else value[step]
    return value


@pytest.mark.parametrize(("path", "names"), SHAPES)
def test_dossier_names(path: str, names: list[str]) -> None:
    assert list(at(json.loads(to_json(make_dossier())), path)) == names


def test_check_names() -> None:
    (line,) = to_json_lines([make_check()]).splitlines()
    check = json.loads(line)
    assert list(check) == [
        "claim", "status", "event", "origins", "supporting", "refuting", "neutral", "nearest", "why",
        "hangs_on", "deciding", "discounted", "would_change",
    ]  # fmt: skip
    assert list(check["origins"]) == ORIGINS
    assert list(check["supporting"][0]) == ASSERTION
    assert list(check["nearest"][0]) == NEAREST
    assert list(check["nearest"][0]["conflicts"][0]) == ["slot", "claimed", "documented"]


def test_values_are_written_as_the_contract_says() -> None:
    dossier = json.loads(to_json(make_dossier()))
    assert dossier["schema"] == "secondsource/dossier/1"
    assert dossier["as_of"] == "2024-05-03"
    assert dossier["documents"][0]["published"] == {
        "earliest": "2024-05-03", "latest": "2024-05-03", "said": "May 3, 2024",
    }  # fmt: skip
    assert dossier["documents"][1]["published"] is None
    assert dossier["events"][1]["place"] is None
    assert dossier["lineage"][1]["quote"] is None


def test_json_comes_back_equal() -> None:
    assert msgspec.json.decode(to_json(make_dossier()), type=Dossier) == make_dossier()
    assert msgspec.json.decode(to_json_lines([make_check()]), type=Check) == make_check()


def test_check_is_one_object_a_line_in_order() -> None:
    checks = [make_check(claim="first\nclaim"), make_check(claim="second")]
    lines = to_json_lines(checks).decode().splitlines()
    assert [json.loads(line)["claim"] for line in lines] == ["first\nclaim", "second"]

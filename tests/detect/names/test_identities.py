"""Who is who in short invented texts, alone and across documents; half of the cases are look-alikes."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from secondsource.detect import detect
from secondsource.link.actors import find_actors
from secondsource.model import Actor, Document, Findings, Name

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "identities_cases.toml").read_text(encoding="utf-8")
)["case"]


def read(case: dict[str, Any]) -> Reading:
    """A case's texts with their names and whose they are across them."""
    found = []
    for i, text in enumerate(case["texts"]):
        document = Document(f"d{i}", f"{i}.txt", text)
        names = detect(document).names
        found.append(Findings(document, "unattributed", (), (), (), (), names, ()))
    return Reading(tuple(found))


class Reading:
    """The names of a case, found by the words of the text: "2:Wang#3" is the third "Wang" of the second."""

    def __init__(self, found: tuple[Findings, ...]) -> None:
        self.found = found
        self.actors = find_actors(found)

    def name(self, ref: str) -> Name | None:
        """The name that a reference means, None where the reader has none there."""
        at, words, nth = self.parts(ref)
        there = [n for n in self.found[at].names if self.found[at].document.text[n.span.start : n.span.end] == words]
        return there[nth - 1] if nth <= len(there) else None

    def parts(self, ref: str) -> tuple[int, str, int]:
        """Document, words and count of a reference."""
        at, _, words = ref.rpartition(":")
        words, _, nth = words.partition("#")
        return int(at or 1) - 1, words, int(nth or 1)

    def actor(self, ref: str) -> Actor | None:
        """Whose mention it is."""
        name = self.name(ref)
        return self.actors.of(self.found[self.parts(ref)[0]].document.id, name) if name else None


def wrongs(case: dict[str, Any]) -> list[str]:
    """What the reader got wrong in a case, in words."""
    reading = read(case)
    found: list[str] = []
    whose: list[tuple[str, set[str]]] = []
    for group in case.get("same", []):
        ids = {ref: _id(reading.actor(ref)) for ref in group}
        if len(set(ids.values())) > 1 or None in ids.values():
            found.append(f"not one: {ids}")
        whose += [(ref, {group[0]}) for ref in group]
    for i, group in enumerate(case.get("same", [])):
        for other in case["same"][i + 1 :]:
            mine, theirs = {_id(reading.actor(r)) for r in group}, {_id(reading.actor(r)) for r in other}
            if (mine & theirs) - {None}:
                found.append(f"not apart: {group} {other}: {mine & theirs}")
    for ref in case.get("open", []):
        actor, name = reading.actor(ref), reading.name(ref)
        if name is None or name.name != reading.parts(ref)[1] or (actor and actor.name != name.name):
            found.append(f"not open: {ref}: {name and name.name} {actor and actor.name}")
    return found + _facts(case, reading)


def _id(actor: Actor | None) -> str | None:
    return actor.id if actor else None


def _facts(case: dict[str, Any], reading: Reading) -> list[str]:
    found: list[str] = []
    for ref, side in case.get("side", {}).items():
        name = reading.name(ref)
        if name is None or (name.side or "") != side:
            found.append(f"side of {ref}: {name and name.side}, not {side}")
    for what, key in (("role", "words"), ("tense", "tense"), ("years", "years")):
        for ref, wanted in case.get(what, {}).items():
            actor = reading.actor(ref)
            roles = {str(getattr(role, key)).casefold() for role in actor.roles} if actor else set()
            if wanted.casefold() not in roles:
                found.append(f"{what} of {ref}: {roles}, not {wanted}")
    for ref, kind in case.get("kind", {}).items():
        at, words, _ = reading.parts(ref)
        name = reading.name(ref)
        text = reading.found[at].document.text
        if kind == "none":
            persons = [n for n in reading.found[at].names if n.kind == "person"]
            found += [
                f"person: {ref}" for n in persons if set(text[n.span.start : n.span.end].split()) & set(words.split())
            ]
        elif name is None or name.kind != kind:
            found.append(f"kind of {ref}: {name and name.kind}, not {kind}")
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_who_is_who(case: dict[str, Any]) -> None:
    assert wrongs(case) == []


def test_half_of_the_cases_are_look_alikes_or_nearly() -> None:
    assert sum(case.get("alike", False) for case in CASES) >= 0.4 * len(CASES)

"""The words that tell of an event, read from events.toml into look-up tables."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Shape = Literal["meeting", "directed", "visit", "host", "own"]


@dataclass(frozen=True, slots=True)
class EventWord:
    """What one word tells of: a PLOVER category and mode, a CAMEO code, and how participants stand round it."""

    type: str
    mode: str | None
    cameo: str
    shape: Shape
    object: str
    object_words: frozenset[str]


@dataclass(frozen=True, slots=True)
class EventWords:
    """Verbs by lemma and particle or preposition (or None), nouns by lemma, two-word nouns by lemmas joined by "_"."""

    verbs: Mapping[tuple[str, str | None], tuple[EventWord, ...]]
    nouns: Mapping[str, tuple[EventWord, ...]]
    carriers: frozenset[tuple[str, str | None]]
    plans: frozenset[str]
    unreal: frozenset[str]
    cancelled: frozenset[str]


def _verb(words: str) -> tuple[str, str | None]:
    lemma, _, particle = words.partition(" ")
    return lemma, particle or None


@cache
def event_words() -> EventWords:
    """All event words of the list, the first entry of a word being its plainest reading."""
    data = tomllib.loads((files("secondsource.words") / "events.toml").read_text(encoding="utf-8"))
    verbs: dict[tuple[str, str | None], tuple[EventWord, ...]] = {}
    nouns: dict[str, tuple[EventWord, ...]] = {}
    for row in data["event"]:
        word = EventWord(
            row["type"],
            row.get("mode"),
            row["cameo"],
            row["shape"],
            row["object"],
            frozenset(row.get("object_words", ())),
        )
        for verb in row["verbs"]:
            verbs[_verb(verb)] = (*verbs.get(_verb(verb), ()), word)
        for noun in row["nouns"]:
            nouns[noun] = (*nouns.get(noun, ()), word)
    return EventWords(
        verbs,
        nouns,
        frozenset(_verb(v) for v in data["carriers"]["verbs"]),
        frozenset(data["plans"]["words"]),
        frozenset(data["unreal"]["words"]),
        frozenset(w for w in data["cancelled"]["words"]),
    )

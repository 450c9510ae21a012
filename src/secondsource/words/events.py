"""The words that tell of an event, read from events.toml into look-up tables."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Shape = Literal["meeting", "directed", "visit", "host", "own", "undergone"]


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
    """Verbs by lemma and particle or preposition (or None), nouns by lemma, two-word nouns by lemmas joined by "_".

    `tails` holds for a verb's lemma the words of several that can follow it: "responsibility for" after "claim".
    `referring` are nouns that only take up what was told: "the incident".
    """

    verbs: Mapping[tuple[str, str | None], tuple[EventWord, ...]]
    nouns: Mapping[str, tuple[EventWord, ...]]
    carriers: frozenset[tuple[str, str | None]]
    plans: frozenset[str]
    cancelled: frozenset[str]
    tails: Mapping[str, tuple[str, ...]]
    referring: frozenset[str]


def _verb(words: str) -> tuple[str, str | None]:
    lemma, _, particle = words.partition(" ")
    return lemma, particle.replace("_", " ") or None


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
    carriers = frozenset(_verb(v) for v in data["carriers"]["verbs"])
    return EventWords(
        verbs,
        nouns,
        carriers,
        frozenset(data["plans"]["words"]),
        frozenset(data["cancelled"]["words"]),
        _tails([*verbs, *carriers]),
        frozenset(data["referring"]["words"]),
    )


def _tails(keys: Iterable[tuple[str, str | None]]) -> dict[str, tuple[str, ...]]:
    """For each lemma the words that can follow it, where they are more than one."""
    found: dict[str, tuple[str, ...]] = {}
    for lemma, tail in keys:
        if tail is not None and " " in tail:
            found[lemma] = (*found.get(lemma, ()), tail)
    return found

"""Words beside the names of places, read from places.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

Precision = Literal["site", "city", "region", "country", "sea"]
List = Literal[
    "before",
    "loose",
    "kinds",
    "after",
    "streets",
    "roads",
    "bodies",
    "sites",
    "stretches",
    "parts",
    "fronts",
    "never",
    "nature",
    "illnesses",
    "alone",
]


@cache
def place_words(which: List) -> frozenset[str]:
    """One list of words by its name."""
    table = tomllib.loads((files("secondsource.words") / "places.toml").read_text(encoding="utf-8"))
    return frozenset(table[which])


@cache
def standing_alone() -> dict[str, str]:
    """The cities that are named without their country, in small letters, each with its ISO code."""
    pairs = (name.rpartition(", ") for name in place_words("alone"))
    return {name.casefold(): country for name, _, country in pairs}


@cache
def generic_names() -> tuple[tuple[tuple[str, ...], Precision], ...]:
    """What names of places end in beside the name itself, longest first, and the precision that it gives."""
    ends: list[tuple[tuple[str, ...], Precision]] = [(tuple(end.split()), "site") for end in place_words("sites")]
    ends += [(tuple(end.split()), "region") for end in place_words("stretches")]
    return tuple(sorted(ends, key=lambda end: -len(end[0])))


@cache
def region_adjectives() -> dict[str, str]:
    """The listed region that an adjective or a word for inhabitants belongs to: "Tibetan" -> "Tibet"."""
    table = tomllib.loads((files("secondsource.words") / "places.toml").read_text(encoding="utf-8"))
    return {word: name for name, words in table["adjectives"].items() for word in words}

"""Named things of the news that are neither people nor bodies nor places, read from things.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class ThingWords:
    """Names of things, and the words before and after a capitalised name that make it one."""

    things: tuple[str, ...]
    before: frozenset[str]
    after: frozenset[str]


@cache
def thing_words() -> ThingWords:
    """The lists of things.toml."""
    table = tomllib.loads((files("secondsource.words") / "things.toml").read_text(encoding="utf-8"))
    return ThingWords(tuple(table["things"]), frozenset(table["before"]), frozenset(table["after"]))

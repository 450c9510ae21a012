"""Common nouns for those who act, read from actors.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class ActorNouns:
    """Lemmas of nouns: those for a government, people under arms, other people, things acted on, pairs,
    and groups that act as one."""

    government: frozenset[str]
    force: frozenset[str]
    people: frozenset[str]
    things: frozenset[str]
    collective: frozenset[str]
    groups: frozenset[str]


@cache
def actor_nouns() -> ActorNouns:
    """The lists of actors.toml."""
    data = tomllib.loads((files("secondsource.words") / "actors.toml").read_text(encoding="utf-8"))
    lists = ("government", "force", "people", "things", "collective", "groups")
    return ActorNouns(*(frozenset(data[each]["words"]) for each in lists))

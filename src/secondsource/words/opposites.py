"""Words that cannot both be true of the same thing, read from opposites.toml."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def opposites() -> Mapping[str, frozenset[str]]:
    """Each word with its opposites, both ways, in lower case."""
    data = tomllib.loads((files("secondsource.words") / "opposites.toml").read_text(encoding="utf-8"))
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in data["pairs"]:
        found[one].add(other)
        found[other].add(one)
    return {word: frozenset(others) for word, others in found.items()}

"""Closed lists of common words that detect reads, from grammar.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def listed(name: str) -> frozenset[str]:
    """One list by its key."""
    return frozenset(_lists()[name])


@cache
def _lists() -> dict[str, list[str]]:
    return tomllib.loads((files("secondsource.words") / "grammar.toml").read_text(encoding="utf-8"))

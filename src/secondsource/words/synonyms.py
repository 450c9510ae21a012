"""Words that tell the same thing, read from synonyms.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files


@cache
def _rows() -> tuple[Mapping[str, str], frozenset[str]]:
    data = tomllib.loads((files("secondsource.words") / "synonyms.toml").read_text(encoding="utf-8"))
    return {word: row[0] for row in data["rows"] for word in row}, frozenset(data["negative"])


def plain_words(words: Iterable[str]) -> frozenset[str]:
    """The words with each synonym put as the first of its row."""
    same, _ = _rows()
    return frozenset(same.get(w, w) for w in words)


def negatives(words: Iterable[str]) -> int:
    """How many of the words turn a statement round."""
    _, negative = _rows()
    return sum(w in negative for w in words)

"""The words of which titles and family-name-first names are made, read from titles.toml and surnames.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class TitleWords:
    """Heads of titles with the one country that has them (or ""), what may stand beside them, ranks before names."""

    heads: dict[str, str]
    before: dict[str, str]
    portfolio: frozenset[str]
    modifiers: frozenset[str]
    particles: frozenset[str]


@cache
def title_words() -> TitleWords:
    """The lists of titles.toml; heads in lower case."""
    table = tomllib.loads((files("secondsource.words") / "titles.toml").read_text(encoding="utf-8"))
    heads = dict.fromkeys(table["heads"]["plain"], "") | table["heads"]["of"]
    parts = table["parts"]
    return TitleWords(
        heads,
        table["before"],
        frozenset(parts["portfolio"]),
        frozenset(parts["modifiers"]),
        frozenset(parts["particles"]),
    )


@cache
def surnames_first() -> frozenset[str]:
    """Family names that stand first (Chinese, Korean, Vietnamese)."""
    text = (files("secondsource.words") / "surnames.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["first"])

"""Words that set what is told well before the report, read from past.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class PastWords:
    """Lists of lower-case words and phrases. The file says what each list is."""

    eras: frozenset[str]
    past_epithets: frozenset[str]
    spans: frozenset[str]
    gone_epithets: frozenset[str]
    gone: frozenset[str]
    predecessors: frozenset[str]
    remembrances: frozenset[str]
    by_words: frozenset[str]
    long_units: frozenset[str]


@cache
def past_words() -> PastWords:
    """The lists of past.toml."""
    data = tomllib.loads((files("secondsource.words") / "past.toml").read_text(encoding="utf-8"))
    return PastWords(**{f.name: frozenset(data[f.name]) for f in fields(PastWords)})

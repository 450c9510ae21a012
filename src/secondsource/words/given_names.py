"""Which pronoun a person takes, as far as a given name or a title tells, read from given_names.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Gender = Literal["male", "female"]
_GENDERS: tuple[Gender, ...] = ("male", "female")


@dataclass(frozen=True, slots=True)
class GenderWords:
    """The gender that goes with given names, with titles (lower case), with nouns (lower case), with whole names."""

    given: dict[str, Gender]
    titles: dict[str, Gender]
    nouns: dict[str, Gender]
    whole: dict[str, Gender]


@cache
def gender_words() -> GenderWords:
    """The lists of given_names.toml; a given name that stands in both is in none."""
    table = tomllib.loads((files("secondsource.words") / "given_names.toml").read_text(encoding="utf-8"))
    given: dict[str, Gender] = {name: gender for gender in _GENDERS for name in table["given"][gender].split()}
    both = set(table["given"]["male"].split()) & set(table["given"]["female"].split())
    women = (" ".join(name.split()) for name in table["women"]["names"].split(","))
    return GenderWords(
        {name: gender for name, gender in given.items() if name not in both},
        {word: gender for gender in _GENDERS for word in table["title"][gender].split()},
        {word: gender for gender in _GENDERS for word in table["noun"][gender].split()},
        {name: "female" for name in women if name},
    )


def gender_of_name(name: str) -> Gender | None:
    """The gender that a person's full name shows by its given name, None where it shows none."""
    words = gender_words()
    parts = name.split()
    if name in words.whole:
        return words.whole[name]
    if len(parts) < 2:
        return None
    first = parts[0]
    return words.given.get(first) or words.given.get(first.partition("-")[0])

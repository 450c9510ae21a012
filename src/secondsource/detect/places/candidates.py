"""All that a place name can mean, each with how likely it is before anything of the text is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from math import cos, log, radians, sqrt
from unicodedata import combining, normalize

from secondsource.detect.names.drafts import Draft
from secondsource.model import Place, Precision
from secondsource.words.countries import iso_of, name_of
from secondsource.words.gazetteer import Spot, spots
from secondsource.words.places import generic_names, place_words, standing_alone
from secondsource.words.regions import regions

# Likelihoods are natural logarithms of people: a country is meant as often as a town of that many.
COUNTRY = 20.0
LISTED_REGION = 20.0
WELL_KNOWN = 5.0
# A name is used for a province or county this much less than its people say, and by a by-name.
PROVINCE = -1.0
COUNTY = -2.0
BYNAME = -2.5
# Added to the people of every place: many towns are entered with none.
LEAST = 300
# Countries by shorter names than this are not looked up among towns.
SHORTEST_TOWN = 4
# So far from a listed region a province of its name can be its own (kilometres).
SAME_PROVINCE = 600.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name can mean: its path in the gazetteer ("US.FL", "" for a sea) and its likelihood (log)."""

    place: Place
    path: str
    likely: float


def candidates_of(draft: Draft, said: str) -> tuple[Candidate, ...]:
    """What a draft can mean, likeliest first; `said` are its words in the text."""
    return tuple(sorted(_listed(draft) + _found(draft, said), key=lambda c: -c.likely))


def _listed(draft: Draft) -> list[Candidate]:
    if draft.place is None or draft.sort not in ("country", "region"):
        return []
    country = iso_of().get(draft.place.country or "", "")
    if draft.sort == "country":
        return [Candidate(draft.place, country, COUNTRY)]
    return [Candidate(draft.place, province_path(draft.place) or country, LISTED_REGION)]


def _found(draft: Draft, said: str) -> list[Candidate]:
    side = iso_of().get(draft.side or "") if draft.sort == "capital" else None
    names = {draft.name, said} if draft.sort == "capital" else {said}
    if draft.sort == "found" and not spots(said):
        return _part_of(said)
    taken = province_path(draft.place) if draft.place is not None and draft.sort == "region" else ""
    found: dict[tuple[str, str, float, float], Candidate] = {}
    for name in sorted(names):
        largest = {spot.country: spot for spot in reversed(spots(name)) if spot.level == "town"}
        for spot in spots(name):
            if (taken and spot.path == taken) or _unlikely(draft, said, spot):
                continue
            alone = standing_alone().get(said.casefold()) if largest.get(spot.country) is spot else None
            known = spot.level == "town" and spot.country in (side, alone)
            more = WELL_KNOWN if known else 0.0
            candidate = Candidate(as_place(spot, said), spot.path, _likely(spot) + more)
            at = (spot.path, spot.level, spot.lat, spot.lon)
            if at not in found or found[at].likely < candidate.likely:
                found[at] = candidate
    return list(found.values())


def _unlikely(draft: Draft, said: str, spot: Spot) -> bool:
    """Whether a listed name is not used for this place: "US" for Us in France, "D.C." for the state of Washington."""
    if draft.sort == "country":
        return spot.byname or len(said) < SHORTEST_TOWN or "." in said
    return draft.sort == "capital" and said != draft.name and spot.level != "town"


def _part_of(said: str) -> list[Candidate]:
    """What a name made of another can mean: "X Airport" and "eastern X" lie at X, which gives them its point."""
    inner, precision = named_after(said)
    if not inner:
        return []
    return [
        Candidate(replace(as_place(spot, inner), name=said, precision=precision), spot.path, _likely(spot))
        for spot in spots(inner)
    ]


@lru_cache(maxsize=2000)
def named_after(said: str) -> tuple[str, Precision]:
    """The place after which another is named, "" where there is none, and how precise the other is."""
    words = said.split()
    precision: Precision = "city"
    for end, kind in generic_names():
        if len(words) > len(end) and tuple(words[-len(end) :]) == end:
            words, precision = words[: -len(end)], kind
            break
    for front in place_words("fronts"):
        if len(words) > 2 and " ".join(words[:2]) == front:
            words, precision = words[2:], "site" if front == "Port of" else precision
    while len(words) > 1 and words[0] in place_words("parts") and not spots(" ".join(words)):
        words = words[1:]
    inner = " ".join(words)
    return (inner, precision) if inner != said and spots(inner) else ("", precision)


def _likely(spot: Spot) -> float:
    base = log(spot.people + LEAST) + (BYNAME if spot.byname else 0.0)
    return base + {"town": 0.0, "county": COUNTY, "province": PROVINCE}[spot.level]


@lru_cache(maxsize=2000)
def province_path(place: Place) -> str:
    """The path of the province that a listed region is: one of its name in its country, "" where there is none."""
    country = iso_of().get(place.country or "")
    name = place.name.partition(",")[0].removesuffix(" State").removesuffix(" state")
    for spot in spots(name):
        if spot.level == "province" and spot.country == country and _near(place, spot):
            return spot.path
    return ""


def _near(place: Place, spot: Spot) -> bool:
    return (
        place.lat is not None and place.lon is not None and km(place.lat, place.lon, spot.lat, spot.lon) < SAME_PROVINCE
    )


def km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """About how many kilometres lie between two points."""
    across = ((lon - other_lon + 180) % 360 - 180) * cos(radians((lat + other_lat) / 2))
    return 111.2 * sqrt(across * across + (lat - other_lat) ** 2)


def as_place(spot: Spot, said: str) -> Place:
    """A place of the gazetteer as the noun of the road, spelled as said where that differs by accents only."""
    name = said.title() if said.isupper() else said
    name = name if _folded(name) == _folded(spot.name) else spot.name
    precision: Precision = "city" if spot.level == "town" else "region"
    return Place(name, name_of().get(spot.country) or _parent().get(spot.country), spot.lat, spot.lon, precision)


def _folded(name: str) -> str:
    return "".join(c for c in normalize("NFKD", name) if not combining(c)).casefold()


@cache
def _parent() -> dict[str, str]:
    """The state to which a land with an ISO code of its own belongs."""
    return {
        "PR": "United States", "GU": "United States", "VI": "United States", "AS": "United States",
        "MP": "United States", "GP": "France", "MQ": "France", "RE": "France", "GF": "France", "YT": "France",
        "NC": "France", "PF": "France", "PM": "France", "BL": "France", "MF": "France", "WF": "France",
        "GI": "United Kingdom", "BM": "United Kingdom", "KY": "United Kingdom", "VG": "United Kingdom",
        "TC": "United Kingdom", "AI": "United Kingdom", "MS": "United Kingdom", "FK": "United Kingdom",
        "SH": "United Kingdom", "JE": "United Kingdom", "GG": "United Kingdom", "IM": "United Kingdom",
        "HK": "China", "MO": "China", "GL": "Denmark", "FO": "Denmark", "SJ": "Norway", "AX": "Finland",
        "AW": "Netherlands", "CW": "Netherlands", "SX": "Netherlands", "BQ": "Netherlands",
        "CK": "New Zealand", "NU": "New Zealand",
    }  # fmt: skip


@cache
def division_paths() -> dict[str, str]:
    """The path of every listed region that is a province, by each of its names and abbreviations."""
    found = {}
    for region in regions():
        if region.country:
            path = province_path(Place(region.name, region.country, *region.at, region.precision))
            for name in (region.name.partition(",")[0], *region.also):
                if path:
                    found[name] = path
    return found


__all__ = ["Candidate", "as_place", "candidates_of", "division_paths", "km", "province_path"]

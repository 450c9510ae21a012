"""Where the places of a text are: of all that bear a name, the one that the rest of the text points to.

What stands behind the comma ("Paris, Texas") settles a name for the whole text. Else each place draws those of its
own neighbourhood, province and country after it, and the more people live in one the likelier it is meant.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from math import exp, log1p

from secondsource.detect.names.drafts import Draft
from secondsource.detect.places.candidates import Candidate, as_place, candidates_of
from secondsource.detect.places.spelling import said_between
from secondsource.model import Place
from secondsource.words.countries import iso_of
from secondsource.words.gazetteer import spots

# A town that no other word of the text supports is known only from so many people on.
SMALLEST_TOWN = 15000
# What a text adds to a candidate's likelihood (log): by the weight of what it names in the same degree of latitude and
# longitude or the next, in the same county, province and country. Measured on the bench's two sets together.
NEIGHBOURS = 3.0
COUNTY = 3.0
PROVINCE = 4.0
COUNTRY = 3.0
# What stands behind the comma of one mention draws the others of that name as well.
ELSEWHERE_BEHIND_COMMA = 12.0
# More bearers of a name than these, the likeliest, are not weighed.
WEIGHED = 15
# The country of the outlet counts as if it were named so many times.
HOME = 2
# Beyond so many names a country does not draw more strongly: world news is full of great powers.
MOST_OF_A_COUNTRY = 3.0
ROUNDS = 3
# A thing named many times draws no more than this many named once each.
MOST_MENTIONS = 4


@dataclass(slots=True)
class _Named:
    """One name of a text: its mentions (indexes of drafts), what it can mean, and the share of belief in each."""

    mentions: list[int]
    means: tuple[Candidate, ...]
    capital: bool = False
    containers: Counter[str] = field(default_factory=Counter)
    shares: list[float] = field(default_factory=list)


def locate(words: Sequence[str], drafts: Sequence[Draft], home: str | None = None) -> dict[int, Place]:
    """The place of every draft that is one, by its first token; `home` is the country of the outlet (ISO code)."""
    named = _names(words, drafts)
    behind = held_by(words, drafts)
    for name in named:
        name.containers.update(behind[i] for i in name.mentions if i in behind)
        name.means = _weighed(name)
        name.shares = _shares([c.likely for c in name.means])
    others = _others(drafts, home)
    for _ in range(ROUNDS):
        pull = _Pull(others)
        for name in named:
            pull.add(name)
        for name in named:
            pull.share(name)
    found = {}
    for name in named:
        for i in name.mentions:
            place = _chosen(name, behind.get(i))
            if place is not None:
                found[drafts[i].start] = place
    for draft in drafts:
        if draft.place is not None and draft.start not in found:
            found[draft.start] = draft.place
    return found


def _names(words: Sequence[str], drafts: Sequence[Draft]) -> list[_Named]:
    """The names that can be a place, mentions of the same words put together."""
    found: dict[tuple[str, str], _Named] = {}
    for i, draft in enumerate(drafts):
        if draft.sort not in ("country", "capital", "region", "found"):
            continue
        said = said_between(words, draft.start, draft.end)
        key = (said.casefold(), draft.name if draft.sort != "found" else "")
        if key in found:
            found[key].mentions.append(i)
        else:
            found[key] = _Named([i], candidates_of(draft, said), draft.sort == "capital")
    return list(found.values())


def held_by(words: Sequence[str], drafts: Sequence[Draft]) -> dict[int, str]:
    """The drafts that another place holds ("Paris, Texas", "Paris (Texas)"), by index, with the path of the holder."""
    return dict(_behind_comma(words, drafts))


def _behind_comma(words: Sequence[str], drafts: Sequence[Draft]) -> Iterator[tuple[int, str]]:
    starting = {draft.start: i for i, draft in enumerate(drafts)}
    for i, draft in enumerate(drafts):
        j = starting.get(draft.end + 1) if words[draft.end : draft.end + 1] in ([","], ["("]) else None
        if j is None or draft.sort not in ("country", "capital", "region", "found"):
            continue
        if draft.sort in ("country", "region") and _in_row(words, starting, draft, drafts[j]):
            continue
        holders = {
            c.path
            for c in candidates_of(drafts[j], said_between(words, drafts[j].start, drafts[j].end))
            if c.place.precision != "city"
        }
        holders = {path for path in holders if path}
        held = [c for c in candidates_of(draft, said_between(words, draft.start, draft.end)) if _within(c, holders)]
        if held:
            best = max(held, key=lambda c: c.likely)
            yield i, next(path for path in sorted(holders) if best.path.startswith(path))


def _in_row(words: Sequence[str], starting: Mapping[int, int], first: Draft, second: Draft) -> bool:
    """Whether two names stand in a row of names ("France, Germany and Spain"), where neither holds the other."""
    before = words[first.start - 1] if first.start else ""
    behind = words[second.end : second.end + 1]
    if behind == [","] and (second.end + 1 in starting or words[second.end + 1 : second.end + 2] in (["and"], ["or"])):
        return True
    return before in ("and", "or", ",", "&") or behind in (["and"], ["or"], ["&"])


def _within(candidate: Candidate, holders: set[str]) -> bool:
    return any(candidate.path.startswith(path) and candidate.path != path for path in holders)


def _weighed(name: _Named) -> tuple[Candidate, ...]:
    """The candidates worth weighing: the likeliest, and those that a holder asks for."""
    held = tuple(c for c in name.means[WEIGHED:] if any(c.path.startswith(path) for path in name.containers))
    return name.means[:WEIGHED] + held


def _others(drafts: Sequence[Draft], home: str | None) -> Counter[str]:
    """The countries that peoples and bodies of a text point to, and the outlet's own, by ISO code."""
    codes = iso_of()
    found = Counter(
        codes[draft.side]
        for draft in drafts
        if draft.sort in ("people", "body", "kind", "building") and draft.side in codes
    )
    if home:
        found[home] += HOME
    return found


class _Pull:
    """How strongly a text draws towards each degree of the map, each province and each country."""

    def __init__(self, others: Mapping[str, int]) -> None:
        self.cells: defaultdict[tuple[int, int], float] = defaultdict(float)
        self.provinces: defaultdict[str, float] = defaultdict(float)
        self.counties: defaultdict[str, float] = defaultdict(float)
        self.countries: defaultdict[str, float] = defaultdict(float)
        for country, count in others.items():
            self.countries[country] += min(count, MOST_MENTIONS)

    def add(self, name: _Named, sign: float = 1.0) -> None:
        """Let a name draw with all that it can mean, by the share of belief in each."""
        weight = sign * min(len(name.mentions), MOST_MENTIONS) ** 0.5
        whole = name.capital  # it speaks for its country more often than for its neighbourhood
        for candidate, share in zip(name.means, name.shares, strict=True):
            if share < 0.02:
                continue
            country, province, county = _levels(candidate.path)
            self.countries[country] += weight * share
            if whole:
                continue
            for cell in _cells(candidate) if province else ():
                self.cells[cell] += weight * share
            if county:
                self.counties[county] += weight * share
            self.provinces[province] += weight * share

    def share(self, name: _Named) -> None:
        """Share the belief in a name anew by what all other names draw to."""
        if len(name.means) < 2:
            name.shares = [1.0] * len(name.means)
            return
        self.add(name, -1.0)
        scores = [c.likely + self.on(c) + _held(c, name.containers) for c in name.means]
        self.add(name)
        name.shares = _shares(scores)

    def on(self, candidate: Candidate) -> float:
        """What the text adds to a candidate's likelihood."""
        if not candidate.path:
            return 0.0
        country, province, county = _levels(candidate.path)
        more = COUNTRY * log1p(max(min(self.countries.get(country, 0.0), MOST_OF_A_COUNTRY), 0.0))
        if province:
            more += NEIGHBOURS * log1p(max(self.cells.get(_cell(candidate), 0.0), 0.0))
            more += PROVINCE * log1p(max(self.provinces.get(province, 0.0), 0.0))
        if county:
            more += COUNTY * log1p(max(self.counties.get(county, 0.0), 0.0))
        return more


def _held(candidate: Candidate, containers: Counter[str]) -> float:
    return ELSEWHERE_BEHIND_COMMA if any(candidate.path.startswith(path) for path in containers) else 0.0


def _shares(scores: list[float]) -> list[float]:
    if not scores:
        return []
    top = max(scores)
    parts = [exp(score - top) for score in scores]
    whole = sum(parts)
    return [part / whole for part in parts]


def _cell(candidate: Candidate) -> tuple[int, int]:
    return round(candidate.place.lat or 0), round(candidate.place.lon or 0)


def _cells(candidate: Candidate) -> list[tuple[int, int]]:
    lat, lon = _cell(candidate)
    return [(lat + a, lon + b) for a in (-1, 0, 1) for b in (-1, 0, 1)]


@lru_cache(maxsize=20_000)
def _levels(path: str) -> tuple[str, str, str]:
    """The country of a path, its province and its county, "" where it does not lead so far down."""
    parts = path.split(".")
    return parts[0], ".".join(parts[:2]) if len(parts) > 1 else "", path if len(parts) > 2 else ""


def _chosen(name: _Named, holder: str | None) -> Place | None:
    """The likeliest place of a name; where something holds this mention, the likeliest in that."""
    if not name.means:
        return None
    if holder is not None:
        inside = [k for k, c in enumerate(name.means) if c.path.startswith(holder) and c.path != holder]
        if inside:
            return name.means[max(inside, key=lambda k: name.shares[k])].place
    return name.means[max(range(len(name.means)), key=lambda k: name.shares[k])].place


@cache
def find_city(name: str) -> Place | None:
    """The largest town of this name, if it is not a small one."""
    towns = [spot for spot in spots(name) if spot.level == "town" and spot.people >= SMALLEST_TOWN]
    return as_place(towns[0], name) if towns else None


__all__ = ["find_city", "held_by", "locate"]

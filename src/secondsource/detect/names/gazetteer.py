"""Names that lists know, matched over the words of a parse, longest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from secondsource.detect.parse import language
from secondsource.model import NameKind, Place
from secondsource.words.bodies import bodies, buildings, kinds
from secondsource.words.countries import countries, seats
from secondsource.words.outlets import outlets
from secondsource.words.regions import regions
from secondsource.words.things import thing_words
from secondsource.words.titles import title_words

Sort = Literal["country", "people", "capital", "building", "body", "own", "region", "outlet", "thing"]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a list knows of a name: its sort, its common form, its side, the city or place it is."""

    sort: Sort
    kind: NameKind
    name: str
    side: str | None = None
    place: Place | None = None
    city: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A name of the lists in the words of a parse; `end` exclusive, both counted in tokens."""

    start: int
    end: int
    entry: Entry


Trie = dict[str, list[tuple[tuple[str, ...], Entry]]]


def plain(word: str) -> str:
    """A word with straight apostrophes and without soft hyphens."""
    if word.isascii():
        return word
    return word.replace("’", "'").replace("‘", "'").replace("\u00ad", "") or word


def words_of(phrase: str) -> tuple[str, ...]:
    """A phrase as the tokenizer would part it."""
    return tuple(plain(token.text) for token in language().tokenizer(phrase) if not token.is_space)


def find_matches(words: Sequence[str]) -> list[Match]:
    """Every name of the lists in the words, leftmost and longest, none overlapping another."""
    table = gazetteer()
    found: list[Match] = []
    i = 0
    while i < len(words):
        word = words[i]
        match = _match_at(table, words, i, word)
        if match is None and len(word) > 3 and word.isupper():
            match = _match_shouted(table, words, i)
        if match is None:
            i += 1
        else:
            found.append(match)
            i = match.end
    return found


def _match_at(table: Trie, words: Sequence[str], i: int, first: str) -> Match | None:
    for rest, entry in table.get(first, ()):
        end = i + 1 + len(rest)
        if not rest or tuple(words[i + 1 : end]) == rest:
            return Match(i, end, entry)
    return None


def _match_shouted(table: Trie, words: Sequence[str], i: int) -> Match | None:
    """A name in capitals, as in the place line of a report: "NEW DELHI"."""
    for rest, entry in table.get(words[i].capitalize(), ()):
        end = i + 1 + len(rest)
        here = words[i + 1 : end]
        if tuple(word.capitalize() if word.isupper() else word for word in here) == rest and all(
            word.isupper() or not word[0].isalpha() for word in here
        ):
            return Match(i, end, entry)
    return None


@cache
def gazetteer() -> Trie:
    """All names of all lists by their first word, longest first; an earlier list wins over a later one."""
    table: dict[str, dict[tuple[str, ...], Entry]] = {}
    for name, entry in _entries():
        first, *rest = words_of(name)
        table.setdefault(first, {}).setdefault(tuple(rest), entry)
    return {first: sorted(those.items(), key=lambda item: -len(item[0])) for first, those in table.items()}


def _entries() -> Iterator[tuple[str, Entry]]:
    yield from _country_entries()
    yield from _body_entries()
    for region in regions():
        place = Place(region.name, region.country, *region.at, region.precision)
        entry = Entry("region", "place", region.name, None, place)
        yield from _each((region.name, *region.also), entry)
    for name in thing_words().things:
        yield name, Entry("thing", "other", name)
    for outlet in outlets().values():
        if outlet.kind in ("outlet", "agency"):
            kind: NameKind = "agency" if outlet.kind == "agency" else "outlet"
            bare = outlet.name.partition(" (")[0].removeprefix("The ")
            yield from _each((bare, *outlet.aliases), Entry("outlet", kind, outlet.name, None))


def _country_entries() -> Iterator[tuple[str, Entry]]:
    for country in countries():
        place = Place(country.name, country.name, *country.at, "country")
        yield from _each((country.name, *country.also), Entry("country", "country", country.name, country.name, place))
        yield from _each(country.people, Entry("people", "people", country.name, country.name))
    for seat in seats():
        yield seat.name, Entry("capital", "place", seat.city, seat.side, None, seat.city)
    for country in countries():
        if country.capital:
            yield country.capital, Entry("capital", "place", country.capital, country.name, None, country.capital)


def _body_entries() -> Iterator[tuple[str, Entry]]:
    for building in buildings():
        place = Place(building.name, building.side, *building.at, "site")
        yield from _each(
            (building.name, *building.also), Entry("building", "body", building.name, building.side, place)
        )
    for body in bodies():
        entry = Entry("own" if body.own else "body", "body", body.name, body.side)
        yield from _each((body.name, *body.also), entry)


def _each(names: Iterable[str], entry: Entry) -> Iterator[tuple[str, Entry]]:
    return ((name, entry) for name in names)


@cache
def phrase_table(which: Literal["kinds", "heads", "ranks"]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Phrases of common words by first word, longest first, with what each stands for.

    kinds: "foreign ministry" -> its group. heads: "prime minister" -> the one country that has it, or "".
    ranks: "Lt. Gen." -> the rank written out, or "".
    """
    if which == "kinds":
        pairs = [(name, group) for group, names in kinds().items() for name in names]
    elif which == "heads":
        pairs = list(title_words().heads.items())
    else:
        pairs = list(title_words().before.items())
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, value in pairs:
        first, *rest = words_of(phrase)
        table.setdefault(first, []).append((tuple(rest), value))
    for those in table.values():
        those.sort(key=lambda item: -len(item[0]))
    return table


def phrase_at(
    table: dict[str, list[tuple[tuple[str, ...], str]]], words: Sequence[str], i: int
) -> tuple[int, str] | None:
    """The longest phrase of a table that begins at word `i`: its end and its value."""
    for rest, value in table.get(words[i], ()):
        end = i + 1 + len(rest)
        if not rest or tuple(words[i + 1 : end]) == rest:
            return end, value
    return None

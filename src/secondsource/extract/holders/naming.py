"""A name as a holder: its kind, its side, and what is a person or an outlet though no list knows it."""

from __future__ import annotations

import re
from functools import cache

from secondsource.model import Holder, HolderKind, Name, NameKind
from secondsource.words.countries import countries, seats
from secondsource.words.given_names import gender_of_name
from secondsource.words.grammar import listed

_KINDS: dict[NameKind, HolderKind] = {
    "person": "person", "body": "body", "outlet": "outlet", "agency": "agency", "country": "country",
}  # fmt: skip
# A body of no country that "reported", or that is called a newspaper, is an outlet that no list has.
_REPORTED = re.compile(
    r"(?: news agency| newspaper| daily| website| magazine)?,? (?:(?:has |had )?(?:first |also )?report(?:s|ed)\b"
    r"|(?:quoted|cited) )"
)
_CALLED_PAPER = re.compile(
    r"\b(?:newspaper|daily|weekly|news agency|news site|broadcaster|magazine|tabloid) (?:the )?$", re.I
)
_ON_AIR = re.compile(r"(?:Radio|Television|TV) [A-Z].*|.+ (?:Radio|Television|TV|FM)")
_OFFICES = frozenset({"Police", "Times", "Post", "Power", "Station", "Port", "Airport", "Government"})
SORT = re.compile(r"(?<=\w) (?:news agency|newspaper|news website|news site|newswire|broadcaster|magazine)$", re.I)


def is_press(name: Name, text: str) -> bool:
    """Whether a body of no country is spoken of as an outlet."""
    if name.kind != "body" or name.side is not None:
        return False
    if SORT.search(name.name) or _ON_AIR.fullmatch(name.name):
        return True
    before = text[max(0, name.span.start - 24) : name.span.start]
    return _REPORTED.match(text, name.span.end) is not None or _CALLED_PAPER.search(before) is not None


def holder_of(name: Name) -> Holder:
    """Whom a name stands for where it speaks."""
    if name.kind == "people":
        return Holder(name.side or name.name, "country", name.side)
    if name.kind != "person" and may_be_person(name):
        return Holder(name.name, "person")
    if name.kind == "place":
        side = name.side or _capitals().get(name.name)  # whoever speaks is no place: "Oslo had informed it"
        return Holder(side or name.name, "country", side)
    return Holder(name.name, _KINDS.get(name.kind, "body"), name.side)


def may_be_person(name: Name) -> bool:
    """Whether a name is a person's, or a place's that nobody has heard of, in several words."""
    if name.kind == "person":
        return True
    words = name.name.split()
    if name.side is not None or name.place is not None or len(words) < 2 or name.name in _capitals():
        return False
    if name.kind == "body":  # "Elena Marques", whom the recogniser takes for a firm
        return (
            len(words) == 2
            and words[1] not in listed("names_institutes") | _OFFICES
            and gender_of_name(name.name) is not None
        )
    return name.kind == "place"


def country_of_capital(city: str) -> str | None:
    """The country whose capital, or another name of it, a city is."""
    return _capitals().get(city) or next((c for n, c in _capitals().items() if n.casefold() == city.casefold()), None)


@cache
def people_of(side: str) -> frozenset[str]:
    """The adjectives by which a country's things are called: "Malaysian" for Malaysia."""
    return frozenset(word for c in countries() if c.name == side for word in c.people)


@cache
def _capitals() -> dict[str, str]:
    """The country by its capital, under all names of that."""
    return {c.capital: c.name for c in countries()} | {seat.name: seat.side for seat in seats()}


def together(holders: list[Holder]) -> Holder:
    """Those who speak as one, under all their names."""
    if len(holders) == 1:
        return holders[0]
    sides = {holder.side for holder in holders}
    names = list(dict.fromkeys(holder.name for holder in holders))
    listed = ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else names[0]
    return Holder(listed, holders[0].kind, holders[0].side if len(sides) == 1 else None)


def side_of(names: list[Name]) -> str | None:
    sides = {name.side for name in names if name.side}
    return sides.pop() if len(sides) == 1 else None

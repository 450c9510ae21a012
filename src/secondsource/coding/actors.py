"""Who an actor is to an event data set: a country or organisation code, a sector, and why."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import pycountry

from secondsource.model import Participant
from secondsource.words.countries import iso_of
from secondsource.words.sectors import armed_groups, organisations, sectors

# Codes that ISO 3166-1 does not hold (Kosovo) or holds no more.
_OTHER = {"XK": "XKX", "SU": "SUN", "YU": "YUG", "DD": "DDR", "CS": "CSK"}
_WORD = re.compile(r"[\w’'-]+")


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor as PLOVER writes it: `code` is ISO 3166-1 alpha-3, or IGO, UNO, EUR, NGO, IMG; "" where unknown.

    `sector` is a PLOVER sector code or "". `why` says in words by what the sector was told.
    """

    code: str
    sector: str
    name: str
    why: str


def entity_of(participant: Participant, role: str | None = None) -> Entity:
    """Code one participant; `role` is the office that the text gives a person ("foreign minister")."""
    side = participant.side or participant.name
    if side in armed_groups():
        return Entity(armed_groups()[side], "REB", participant.name, f"{side} is an armed group")
    code = country_code(side) or organisations().get(side, "")
    if not code and side[:1].isupper() and participant.side is not None:
        code = "IGO"
    if participant.name == side and code:
        return Entity(
            code, "GOV" if code not in _BODIES else "", participant.name, "named as the country or body itself"
        )
    sector, why = sector_of(participant.name, role)
    return Entity(code, sector, participant.name, why)


_BODIES = frozenset({"IGO", "UNO", "EUR", "NGO", "IMG"})


def sector_of(name: str, role: str | None) -> tuple[str, str]:
    """The sector that an actor's name or office tells, with the words that told it; ("", "") where none does."""
    for text, where in ((role or "", "office"), (name, "name")):
        found = _sector_in(text.lower())
        if found is not None:
            return found[0], f"{found[1]} in the {where}"
    return "", ""


@cache
def _sector_in(text: str) -> tuple[str, str] | None:
    words = [w for word in _WORD.findall(text) for w in {word, _singular(word)}]
    present = set(words)
    for code, listed in sectors():
        for word in listed:
            if word in present or (" " in word and re.search(rf"\b{re.escape(word)}s?\b", text)):
                return code, f"“{word}”"
    return None


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-2] + "an"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@cache
def country_code(name: str) -> str:
    """ISO 3166-1 alpha-3 of a country by its common English name, of any year; "" where it is none."""
    two = iso_of().get(name)
    if two is None:
        return ""
    if two in _OTHER:
        return _OTHER[two]
    found = pycountry.countries.get(alpha_2=two) or pycountry.historic_countries.get(alpha_2=two)
    return str(found.alpha_3) if found is not None else ""

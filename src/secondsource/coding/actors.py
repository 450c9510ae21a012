"""Who an actor is to an event data set: a country or organisation code, a sector, and why.

Source of the codes: PLOVER manual 2.0 (Open Event Data Alliance). How a sector is told from words is our own: by the
last telling word before a preposition, by what an office is an office of, and by names that everybody knows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import pycountry

from secondsource.model import Participant
from secondsource.words.countries import countries, iso_of
from secondsource.words.given_names import gender_of_name
from secondsource.words.phrases import Found, tokens
from secondsource.words.sectors import KnownActor, SectorWord, known_actors, organisation_codes, sector_words

# Codes that ISO 3166-1 does not hold (Kosovo) or holds no more.
_OTHER = {"XK": "XKX", "SU": "SUN", "YU": "YUG", "DD": "DDR", "CS": "CSK"}
_STATE = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG"})
_ARMED = frozenset({"REB", "PRM", "UAF", "CRM"})
_CUTS = frozenset(
    "of for from in at to with by on against who whom which that near outside inside over under and or during after "
    "before into without among".split()
)
# After these an office or a family says whose it is.
_WHOSE = frozenset("of for from in at to".split())
# A known name behind these stands for those before: members of the Taliban, two gunmen from Hamas.
_PARTED = frozenset({"of", "from", "and"})
# Words with which a name can begin in a capital letter for the sentence's sake.
_STARTS = frozenset(
    "the a an one two three four five six seven eight nine ten several some many most all other these those dozens "
    "hundreds thousands around about nearly almost suspected alleged armed".split()
)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
# Bodies that can be many of anything: an army of lawyers, a fleet of trawlers.
_MANY = frozenset({"army", "battalion", "brigade", "fleet", "flotilla", "gang", "platoon", "regiment", "squadron"})
# Words of office and work that are family names after a given name.
_FAMILY_NAMES = frozenset(
    "king prince bishop pope abbot priest monk marshal judge constable mayor sheriff major cardinal chancellor farmer "
    "miner fisher shepherd driver child press dean justice ranger pastor deacon singer nun chief banker church temple "
    "porter mason merchant knight sultan emir general captain union elder".split()
)
_Find = Found[SectorWord]


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor as PLOVER writes it: `code` is ISO 3166-1 alpha-3, or IGO, UNO, EUR, NGO, IMG, ISM, MNC; "" if unknown.

    `sector` is a PLOVER sector code or "". `why` says in words by what the sector was told.
    """

    code: str
    sector: str
    name: str
    why: str


def entity_of(participant: Participant, role: str | None = None) -> Entity:
    """Code one participant; `role` is the office that the text gives a person ("foreign minister")."""
    name, side = participant.name, participant.side
    if not role:
        known = _known_in(name)
        if known is not None:
            return _known_entity(*known, participant)
    if side is None and country_code(name):
        side = name
    code = country_code(side or "")
    if code and name == side:
        return Entity(code, "GOV", name, "named as the country itself")
    sector, why = sector_of(name, role)
    if code or not side:
        return Entity(code, sector, name, why)
    return _of_organisation(name, side, sector, why)


def _of_organisation(name: str, side: str, sector: str, why: str) -> Entity:
    """Somebody who belongs to a side that is no country; one that is not listed is an organisation of states."""
    known = _known_in(side)
    if known is None:
        return Entity("IGO" if side[:1].isupper() else "", "" if sector == "GOV" else sector, name, why)
    actor = known[0]
    if actor.sector in _ARMED:
        return Entity(actor.code, actor.sector, name, f"{side} is {actor.what}")
    if sector in ("", "GOV"):
        return Entity(actor.code, actor.sector, name, f"{side} is {actor.what}")
    return Entity(actor.code, sector, name, why)


def _known_entity(actor: KnownActor, said: str, rest: str, participant: Participant) -> Entity:
    """An actor known by name, or people of it: "Hamas fighters", "UN peacekeepers"."""
    name = participant.name
    told = _told(rest) if rest else None
    why = f"{said} is {actor.what}"
    code, sector = actor.code, actor.sector
    if code == "MNC" and country_code(participant.side or ""):
        code, sector = country_code(participant.side or ""), "BUS"
    firm = told is not None and (told.value.kind == "word" or sector in ("PRE", "GOV"))
    if told is not None and firm and not {told.value.sector, sector} <= _ARMED:
        return Entity(code, told.value.sector, name, f"“{told.phrase}” in the name")
    return Entity(code, sector, name, why)


@lru_cache(maxsize=4096)
def _known_in(name: str) -> tuple[KnownActor, str, str] | None:
    """A known actor in a name that names nobody else: the actor, its name here, and the other words."""
    words = tokens(_BRACKETS.sub("", name))
    found = next(known_actors().find(words), None)
    if found is None:
        return None
    before, after = words[: found.start], words[found.end :]
    if before and before[0].lower() in _STARTS:
        before = before[1:]
    if any(w[0].isupper() for w in before + after) or any(w in _CUTS - _PARTED for w in before):
        return None
    return found.value, found.phrase, " ".join(before + after)


def sector_of(name: str, role: str | None) -> tuple[str, str]:
    """The sector that an actor's office or name tells, with the words that told it; ("", "") where none does."""
    for text, where in ((role or "", "office"), ("" if _is_person(name) else name, "name")):
        told = _told(text)
        if told is not None:
            return told.value.sector, f"“{told.phrase}” in the {where}"
    return "", ""


def _is_person(name: str) -> bool:
    """Whether a name is a person's whose family name is a word of office: "Stephen King", not "Federal Court"."""
    words = name.split()
    return bool(words) and words[-1].lower() in _FAMILY_NAMES and gender_of_name(name) is not None


@lru_cache(maxsize=4096)
def _told(text: str) -> _Find | None:
    """The phrase that tells the sector of a noun phrase, with the sector it tells there."""
    words = tokens(text)
    found = [f for f in sector_words().find(words) if f.value.kind != "none"]
    cuts = [i for i, w in enumerate(words) if i and _is_cut(w, i, found)] + [len(words)] * 2
    head = [f for f in found if f.start < cuts[0]]
    behind = [f for f in found if cuts[0] < f.start < cuts[1] and f.value.sector]
    preposition = words[cuts[0]] if cuts[0] < len(words) else ""
    told = _of_head(head, behind if preposition in _WHOSE else [], preposition)
    if told is None or told.value.sector not in _STATE or not any(f.value.kind == "former" for f in head):
        return told
    return _as(told, "ELI")


def _is_cut(word: str, at: int, found: Sequence[_Find]) -> bool:
    return (word.lower() in _CUTS or not word[0].isalnum()) and not any(f.start <= at < f.end for f in found)


def _of_head(head: Sequence[_Find], behind: Sequence[_Find], preposition: str) -> _Find | None:
    """What the words up to the first preposition tell, given the telling words behind it."""
    last = {f.value.kind: f for f in head}
    word, people, kin = last.get("word"), last.get("people"), last.get("kin")
    office = next((f for f in head if f.value.kind == "office"), None)
    whose = _firmest(behind)
    if kin is not None and all(f.end <= kin.end or f.value.kind == "part" for f in head):
        ruled = any(f.value.sector in ("GOV", "LEG", "ELI") for f in (word, office, whose) if f is not None)
        return _as(kin, "ELI" if ruled else "CVL")
    if word is not None:
        if people is not None and people.end > word.end and _is_apart(people, word):
            return people
        many = preposition == "of" and word.phrase in _MANY
        return whose if many and whose is not None and whose.value.kind == "word" else word
    if office is not None:
        if people is not None and people.end > office.end and _is_apart(people, office):
            return people
        return whose if whose is not None and whose.value.kind == "word" else office
    return whose if "part" in last and people is None else people


def _firmest(behind: Sequence[_Find]) -> _Find | None:
    """The last phrase that tells a sector itself, else the first that tells one at all."""
    words = [f for f in behind if f.value.kind == "word"]
    return words[-1] if words else next(iter(behind), None)


def _is_apart(people: _Find, word: _Find) -> bool:
    """Whether people only stand beside somebody: the rebels' victims, the president's supporters."""
    return people.value.sector == "CVL" and word.value.sector in _STATE | _ARMED


def _as(found: _Find, sector: str) -> _Find:
    return Found(found.start, found.end, found.phrase, SectorWord(sector, found.value.kind))


@cache
def country_code(name: str) -> str:
    """ISO 3166-1 alpha-3 of a country by an English name of today or of the past; "" where it is none."""
    two = iso_of().get(name)
    if two is None:
        known = _known_in(name)
        past = known is not None and not known[2] and known[0].sector in ("GOV", "PRE")
        if known is not None and past and known[0].code not in organisation_codes():
            return known[0].code
        two = _iso_by_other_name().get(name, "")
    if two in _OTHER:
        return _OTHER[two]
    if not two:
        return ""
    found = pycountry.countries.get(alpha_2=two) or pycountry.historic_countries.get(alpha_2=two)
    return str(found.alpha_3) if found is not None else ""


@cache
def _iso_by_other_name() -> dict[str, str]:
    return {form: country.iso for country in countries() for form in country.also}

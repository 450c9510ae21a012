"""The sectors of society by the words that tell them, and actors known by name, read from sectors.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from secondsource.words.phrases import PhraseTable, listed, phrase_table

Kind = Literal["word", "office", "people", "kin", "former", "part", "none"]


@dataclass(frozen=True, slots=True)
class SectorWord:
    """What a phrase tells: a PLOVER sector, and how firmly.

    A "word" tells it itself. An "office" and "people" tell theirs only where no other phrase does. "kin" are family of
    somebody, "part" words some of somebody, "former" words say that an office is held no more, "none" are look-alikes.
    """

    sector: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor known by name: a PLOVER entity code or ISO 3166 code, a sector or "", and what it is in words."""

    code: str
    sector: str
    what: str


@cache
def sector_words() -> PhraseTable[SectorWord]:
    """All phrases that tell a sector, and their look-alikes."""
    return phrase_table(_sector_entries())


def _sector_entries() -> Iterator[tuple[str, SectorWord]]:
    table = _table()
    for phrase in listed(table["none"]["words"]):
        yield phrase, SectorWord("", "none")
    for phrase in listed(table["former"]["words"]):
        yield phrase, SectorWord("ELI", "word")
    for phrase in listed(table["former"]["before"]):
        yield phrase, SectorWord("", "former")
    for phrase in listed(table["former"]["kin"]):
        yield phrase, SectorWord("CVL", "kin")
    for phrase in listed(table["part"]["offices"]):
        yield phrase, SectorWord("", "part")
    kinds: tuple[tuple[str, Kind], ...] = (("words", "word"), ("offices", "office"), ("people", "people"))
    for key, kind in kinds:
        for sector, row in table["sector"].items():
            for phrase in listed(row.get(key, "")):
                yield phrase, SectorWord(sector, kind)


@cache
def sector_codes() -> tuple[str, ...]:
    """The sectors that have words, and those that other tables give."""
    return (*_table()["sector"], "ELI", "PRE")


@cache
def known_actors() -> PhraseTable[KnownActor]:
    """Armed groups, organisations, and countries that are gone or recognised by some, by name."""
    return phrase_table(_known_entries())


def _known_entries() -> Iterator[tuple[str, KnownActor]]:
    table = _table()
    for sector, what in (("REB", "an armed group"), ("PRM", "a paramilitary group"), ("CRM", "a criminal group")):
        for code, names in table["armed"][sector].items():
            for name in listed(names):
                yield name, KnownActor(code, sector, what)
    sectors = {name: s for s, names in table["organisation_sector"].items() for name in listed(names)}
    for code, names in table["organisation"].items():
        for name in listed(names):
            yield name, KnownActor(code, sectors.get(name, ""), _ORGANISATIONS[code])
    for code, names in table["partial"].items():
        for name in listed(names):
            yield name, KnownActor(code, "PRE", "recognised by some states only, or disputed")
    for code, names in table["gone"].items():
        for name in listed(names):
            yield name, KnownActor(code, "GOV", "a country under a name of the past")


_ORGANISATIONS = {
    "UNO": "a body of the United Nations",
    "EUR": "a body of the European Union",
    "IGO": "an organisation of states",
    "NGO": "an international organisation of citizens",
    "ISM": "an international movement",
    "MNC": "a multinational company",
    "IMG": "an armed group of many countries",
}


@cache
def organisation_codes() -> frozenset[str]:
    """The PLOVER codes that stand where a country's would."""
    return frozenset(_ORGANISATIONS)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("secondsource.words") / "sectors.toml").read_text(encoding="utf-8"))

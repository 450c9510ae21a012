"""The letters that persons gave to sources: who judged whom, when and why (rating.md, section 4).

No letter is ever set by the machine: whoever is not in the register keeps F, "not judged". Judgements are only ever
added; of those about one source the last by its day holds, and of one day the one that stands lower in the file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache
from itertools import groupby
from types import MappingProxyType
from typing import Literal, get_args
from unicodedata import combining, normalize

from secondsource.model import Evidence
from secondsource.words.outlets import name_key, named, owners_of

Kind = Literal["outlet", "owner", "agency", "body", "person"]
KINDS: tuple[Kind, ...] = get_args(Kind)
LETTERS = "ABCDEF"
NOT_JUDGED = "F"

LISTED = 4  # judgements printed for one claim, before "and n more"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One person's letter, A to F, for one source: the rationale, the author, and the day from which it holds."""

    kind: Kind
    name: str
    letter: str
    rationale: str
    author: str
    day: date

    @property
    def source(self) -> tuple[bool, str]:
        """Whom it is about: an owner or somebody else, and the name as `source_key` writes it."""
        return self.kind == "owner", source_key(self.name)


@dataclass(frozen=True)
class Register:
    """The judgements of one file in the order in which they stand there; `file` is its name, for the reader."""

    judgements: tuple[Judgement, ...] = ()
    file: str = field(default="", compare=False)

    def on(self, day: date | None) -> Register:
        """The judgements that had been made by a day, all of them where no day is given."""
        if day is None:
            return self
        return Register(tuple(each for each in self.judgements if each.day <= day), self.file)

    @cached_property
    def histories(self) -> Mapping[tuple[bool, str], tuple[Judgement, ...]]:
        """Each source's judgements from the first to the one that holds."""
        found: dict[tuple[bool, str], list[Judgement]] = {}
        for judgement in sorted(self.judgements, key=lambda each: each.day):  # sorting keeps the file's order in a day
            found.setdefault(judgement.source, []).append(judgement)
        return MappingProxyType({source: tuple(those) for source, those in found.items()})

    @cached_property
    def holding(self) -> Mapping[tuple[bool, str], Judgement]:
        """The judgement that holds for each source; F takes one back, so that whoever has it is not listed."""
        last = {source: those[-1] for source, those in self.histories.items()}
        return MappingProxyType({source: one for source, one in last.items() if one.letter != NOT_JUDGED})

    def judgement_of(self, name: str, owner: str | None = None) -> Judgement | None:
        """The judgement that holds for a source, else for the nearest owner that has one, else None.

        `owner` is one that the outlet list may not know.
        """
        own = self.holding.get((False, source_key(name)))
        if own is not None:
            return own
        owners = owners_of(name) if owner is None else (*owners_of(name), owner)
        held = (self.holding.get((True, source_key(each))) for each in owners)
        return next((one for one in held if one is not None), None)


EMPTY = Register()


@lru_cache(maxsize=65536)
def source_key(name: str) -> str:
    """Write a source's name as all its spellings have it: the outlet list's name, no marks, no case, no "the"."""
    outlet = known_outlet(name)
    letters = normalize("NFKD", outlet or name)
    return name_key("".join(letter for letter in letters if not combining(letter)))


def known_outlet(name: str) -> str | None:
    """The one name by which the outlet list has an outlet; None where it has none or cannot tell which is meant."""
    found = {outlet.name for outlet in named(name)}
    whole = {known for known in found if name_key(known) == name_key(name)}
    return next(iter(whole or found)) if len(whole or found) == 1 else None


def register_hash(register: Register) -> str | None:
    """The first 12 hexadecimal digits of the SHA-256 of the judgements that hold; None where none does."""
    held = [
        (*source, one.letter, one.rationale, one.author, one.day.isoformat())
        for source, one in sorted(register.holding.items())
    ]
    return hashlib.sha256(json.dumps(held).encode()).hexdigest()[:12] if held else None


def lettered(rows: Iterable[Evidence], register: Register) -> tuple[Evidence, ...]:
    """The rows with the letters that the register gives their origins and outlets; the others stay as they are."""
    return tuple(_lettered(row, register) for row in rows) if register.holding else tuple(rows)


def _lettered(row: Evidence, register: Register) -> Evidence:
    origin, outlet = _judged(row, register)
    if origin is None and outlet is None:
        return row
    return replace(
        row,
        letter=origin.letter if origin else row.letter,
        outlet_letter=outlet.letter if outlet else row.outlet_letter,
    )


def _judged(row: Evidence, register: Register) -> tuple[Judgement | None, Judgement | None]:
    """What holds for the row's origin and for its outlet."""
    owner = row.owner if row.origin == row.outlet else None
    return register.judgement_of(row.origin, owner), register.judgement_of(row.outlet, row.owner)


def met(rows: Iterable[Evidence], register: Register) -> frozenset[Judgement]:
    """The judgements that hold for a source of these rows."""
    return frozenset(one for row in rows for one in _judged(row, register) if one is not None)


def letter_reasons(rows: Iterable[Evidence], register: Register) -> tuple[str, ...]:
    """Whose letters a claim was weighed by, a sentence each: the source, the letter, who gave it, when and why."""
    if not register.holding:
        return ()
    pairs = {
        (name, one)
        for row in rows
        if row.polarity
        for name, one in zip((row.origin, row.outlet), _judged(row, register), strict=True)
        if one is not None
    }
    found = sorted((name, one.letter, one.day, one.author, one.rationale, one) for name, one in pairs)
    said = [_say(name, row[-1]) for name, those in groupby(found, key=lambda row: row[0]) for row in those]
    left = len(said) - LISTED
    return tuple(said) if left <= 0 else (*said[:LISTED], f"{left} more of its sources are lettered.")


def _say(name: str, one: Judgement) -> str:
    through = f", as all of {one.name}" if one.kind == "owner" else ""
    return f"Lettered {one.letter} by {one.author} on {one.day}: {name}{through} ({one.rationale.rstrip('.')})."

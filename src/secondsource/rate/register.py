"""The letters that persons gave to sources: who judged whom, when and why (rating.md, section 4).

No letter is ever set by the machine: whoever is not in the register keeps F, "not judged".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from secondsource.model import Evidence


@dataclass(frozen=True, slots=True)
class Judgement:
    """One person's letter, A to F, for one source by its name, with the rationale, its author and the day."""

    source: str
    letter: str
    rationale: str
    author: str
    judged: date


@dataclass(frozen=True, slots=True)
class Register:
    """The judgements that hold, one a source."""

    judgements: tuple[Judgement, ...] = ()


EMPTY = Register()


def lettered(rows: Iterable[Evidence], register: Register) -> tuple[Evidence, ...]:
    """The rows with the letters that the register gives their origins and outlets."""
    letters = {judgement.source: judgement.letter for judgement in register.judgements}
    if not letters:
        return tuple(rows)
    return tuple(
        replace(
            row,
            letter=letters.get(row.origin, row.letter),
            outlet_letter=letters.get(row.outlet, row.outlet_letter),
        )
        for row in rows
    )

"""A role with its time: "then foreign minister", "Prime Minister-designate", "envoy (2014/2018)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

Tense = Literal["current", "former", "then", "acting", "incoming", "outgoing", "designate"]
TENSES: dict[str, Tense] = {
    "former": "former", "ex": "former", "ex-": "former", "onetime": "former", "one-time": "former", "late": "former",
    "sometime": "former", "ousted": "former", "deposed": "former", "retired": "former", "previous": "former",
    "exiled": "former",
    "then": "then", "then-": "then", "acting": "acting", "interim": "acting", "caretaker": "acting",
    "transitional": "acting", "incoming": "incoming", "outgoing": "outgoing", "departing": "outgoing",
    "designate": "designate", "elect": "designate", "nominee": "designate",
}  # fmt: skip
# Words that say nothing of the office itself.
PASSING = frozenset({"current", "new", "newly", "appointed", "elected", "longtime", "long-time", "veteran", "now", "-"})
_YEARS = re.compile(r" \((\d{4})?/(\d{4})?\)$")
_WORD = re.compile(r"ex-|then-|[^\s-]+(?:-[^\s-]+)*|-")


@dataclass(frozen=True, slots=True)
class Office:
    """The words of an office, when it is held against the time of the report, and the years where they are given."""

    words: str
    tense: Tense
    years: str | None = None


@cache
def office_of(role: str) -> Office:
    """The office in a role as a text words it."""
    years = _YEARS.search(role)
    bare = role[: years.start()] if years else role
    words = _WORD.findall(re.sub(r" ?- ?(designate|elect)\b", r" \1", bare, flags=re.I))
    tense: Tense | None = None
    while words and ((first := words[0].lower()) in TENSES or first in PASSING):
        tense = tense or TENSES.get(first)
        del words[0]
    while words and TENSES.get(words[-1].lower()) == "designate":
        tense = tense or "designate"
        del words[-1]
    ended = years is not None and years.group(2) is not None
    return Office(
        " ".join(words), tense or ("former" if ended else "current"), years.group().strip(" ()") if years else None
    )

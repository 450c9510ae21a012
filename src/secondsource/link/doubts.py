"""Doubts: why a sentence that has every slot of a claim may still not bear it out.

It only guesses at the thing, plans it or asks about it; or a name of the claim stands neither in it nor near it, nor
among those whom the reports name for the happening.
"""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.link.opposition import differences

# What may name the ones meant stands so many code points before the sentence or after it.
BEFORE, AFTER = 500, 200
_MONTHS = "January February March April May June July August September October November December"
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
# A date is compared as a date, elsewhere.
_DATES = frozenset(f"{_MONTHS} {_DAYS}".split())


def doubt(claim: str, text: str, start: int, end: int, known: Iterable[str]) -> str | None:
    """The first reason against a sentence of a text, [start, end) in code points, as bearing a claim out, in words.

    `known` are the names that the reports give for the happening.
    """
    for difference in differences(text[start:end], claim):
        if difference.kind == "hedge":
            return f'The reports that speak of it do not say that it is so: "{difference.told}".'
    around = " ".join((text[max(0, start - BEFORE) : end + AFTER], *known))
    for difference in differences(around, claim):
        missing = [w for w in difference.claimed.split() if w not in _DATES]
        if difference.kind == "name" and missing:
            return f'No report that speaks of it names "{" ".join(missing)}".'
    return None

"""How far a time expression reaches beside its own pattern: "nearly two years", "right now"; and what it is no part of.

A time that belongs to a name, a title or a count is no time: "Falcon 2000", "page 1998", "September 11 Street".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, Literal

from secondsource.detect.times.phrases import Calendar, Length, Meaning, Offset, Phrase, Reference, Repeat
from secondsource.detect.times.tokens import Tokens

# Written for this project: words that say how a length lies to its number, the longer before their parts.
_NEARLY: Final[tuple[tuple[str, Literal["more", "less", "about"]], ...]] = (
    ("a little more than", "more"), ("a little over", "more"), ("just more than", "more"), ("no less than", "more"),
    ("more than", "more"), ("longer than", "more"), ("at least", "more"), ("just over", "more"), ("well over", "more"),
    ("over", "more"), ("just less than", "less"), ("no more than", "less"), ("not more than", "less"),
    ("less than", "less"), ("fewer than", "less"), ("at most", "less"), ("up to", "less"), ("just under", "less"),
    ("under", "less"), ("as much as", "less"), ("as long as", "less"), ("as many as", "less"), ("close to", "about"),
    ("nearly", "about"), ("almost", "about"), ("about", "about"), ("around", "about"), ("roughly", "about"),
    ("approximately", "about"), ("some", "about"),
)  # fmt: skip
_OF_2001: Final = frozenset(("attack", "attacks", "terror", "terrorist", "hijackers", "commission"))
_COUNTED_RATE: Final = frozenset("#dhny")


def with_reach(phrase: Phrase, tokens: Tokens, day_first: bool | None = None) -> Phrase:
    """Give the phrase with the words before it that belong to it, and with what the text around it settles.

    `day_first` says how the text writes its dates, None where it does not show.
    """
    meaning = phrase.meaning
    if (
        isinstance(meaning, Reference)
        and meaning.value == "PRESENT_REF"
        and tokens.word(phrase.first - 1)
        in (
            "right",
            "Right",
        )
    ):
        return _from(phrase, phrase.first - 1, tokens)
    if isinstance(meaning, Calendar) and (meaning.month, meaning.day, meaning.year) == (9, 11, None):
        known = tokens.word(phrase.last + 1).lower() in _OF_2001
        return replace(phrase, meaning=replace(meaning, year=2001)) if known else phrase
    if isinstance(meaning, Calendar) and meaning.either is not None:
        return replace(phrase, meaning=_ordered(meaning, day_first))
    if isinstance(meaning, Length) and _is_rate(phrase, tokens):
        return replace(phrase, meaning=Repeat(f"P{'T' if meaning.unit in _CLOCK else ''}1{_LETTERS[meaning.unit]}"))
    counted = isinstance(meaning, Length | Offset) and (meaning.count is not None or tokens.code(phrase.first) == "v")
    if not counted or tokens.code(phrase.first) == "T":
        return phrase
    for said, near in _NEARLY:
        words = said.split()
        first = phrase.first - len(words)
        doubtful = said in ("over", "under", "around") and not _compares(tokens, first, meaning)
        if first >= 0 and not doubtful and all(tokens.word(first + i).lower() == word for i, word in enumerate(words)):
            told = replace(meaning, near=near) if isinstance(meaning, Offset) else meaning
            return _from(replace(phrase, meaning=told), first, tokens)
    return phrase


def _compares(tokens: Tokens, place: int, meaning: Meaning) -> bool:
    """Whether "over" compares ("lasted over three days") and does not tell when ("was picked over three days")."""
    return isinstance(meaning, Offset) or tokens.word(place - 1).lower() in (
        "for", "after", "of", "in", "a", "the", "is", "was", "been", "took", "takes", "take", "lasted", "last", "spent",
        "within", "waited",
    )  # fmt: skip


def writes_day_first(tokens: Tokens) -> bool | None:
    """Whether a text puts the day before the month ("3 May", "13/04/2024"); None where both ways or neither stand."""
    codes = tokens.codes
    spelt = len(_DAY_FIRST.findall(codes)), len(_MONTH_FIRST.findall(codes))
    if spelt[0] != spelt[1]:
        return spelt[0] > spelt[1]
    return None


_DAY_FIRST: Final = re.compile(r"[do]M")
_MONTH_FIRST: Final = re.compile(r"M,?[do](?![UXu])")


def _ordered(meaning: Calendar, day_first: bool | None) -> Calendar:
    if day_first is None or meaning.either is None:
        return meaning
    day, month = meaning.either if day_first else meaning.either[::-1]
    return replace(meaning, month=month, day=day, either=None)


def _from(phrase: Phrase, first: int, tokens: Tokens) -> Phrase:
    return replace(phrase, first=first, start=tokens.items[first].start)


_CLOCK: Final = ("hour", "minute", "second")
_LETTERS: Final = {"day": "D", "week": "W", "month": "M", "year": "Y", "hour": "H", "minute": "M"}


def _is_rate(phrase: Phrase, tokens: Tokens) -> bool:
    """Whether "a day" says how often: "10,000 barrels a day", "averaging 30 a day"."""
    first = phrase.first
    if phrase.last != first + 1 or tokens.code(first) != "a" or tokens.items[phrase.last].value not in _LETTERS:
        return False
    if tokens.word(first).lower() == "another" or tokens.code(first - 1) in "¶.,(":
        return False
    if tokens.code(first - 1) in _COUNTED_RATE:
        return True
    noun = tokens.word(first - 1)
    plural = noun.islower() and (noun.endswith("s") or noun in ("percent", "people", "million", "billion", "dollars"))
    return plural and any(tokens.code(first - back) in _COUNTED_RATE for back in (2, 3))

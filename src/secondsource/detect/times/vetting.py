"""Whether the tokens that fit a rule of the grammar mean a time here; dates are judged in `doubts`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from secondsource.detect.times.doubts import (
    HARD_MONTHS,
    SHORT_WEEKDAYS,
    is_bare_date,
    is_date,
    is_year,
    words_of,
)
from secondsource.detect.times.tokens import Tokens


def is_plausible(rule: str, tokens: Tokens, first: int, last: int) -> bool:
    """Whether the tokens from first to last, which fit the rule, mean a time here."""
    check = _CHECKS.get(rule)
    return check is None or check(tokens, first, last)


def _clock(tokens: Tokens, first: int, _last: int) -> bool:
    word = tokens.word(first)
    if any(letter.isalpha() for letter in word):
        return True
    return tokens.word(first - 1).lower() in (
        "at",
        "by",
        "around",
        "about",
        "until",
        "from",
        "to",
        "between",
    ) or tokens.word(first + 1) in ("GMT", "UTC", "local", "on", "hours", "EST", "EDT")


def _part(tokens: Tokens, first: int, _last: int) -> bool:
    before = tokens.word(first - 1).lower()
    if tokens.code(first - 1) in "WRMdoyI":
        return True
    return before in ("at", "by", "until", "every", "overnight", "during", "in", "before", "after") or (
        before == "the" and tokens.word(first - 2).lower() in ("in", "during", "of")
    )


def _ordinal_day(tokens: Tokens, first: int, last: int) -> bool:
    value = tokens.items[last].value
    if tokens.code(first) == "W":
        return isinstance(value, int) and 1 <= value <= 31 and tokens.word(first)[:1].isupper()
    return (
        tokens.word(first - 1).lower() in ("on", "by", "until", "from", "since")
        and isinstance(value, int)
        and value <= 31
        and tokens.word(last)[:1].isdigit()
    )


def _relative(tokens: Tokens, first: int, last: int) -> bool:
    codes = tokens.codes[first : last + 1]
    word = tokens.word(last).lower()
    if codes[-1] == "P" and codes[-2:-1] == "s":
        return tokens.word(last - 1).lower() != "same" or True
    if codes[-1] == "N" and word == "spring":
        return True
    if codes[-1] == "W" and word in SHORT_WEEKDAYS:
        return tokens.word(last)[:1].isupper()
    if codes[-1] == "M" and word in HARD_MONTHS:
        return tokens.word(last)[:1].isupper() and not (word in ("may", "march") and codes[-2] in "Fs")
    return tokens.word(last - 1).lower() not in ("these", "those", "upcoming")


_BEFORE_BARE_LENGTH: Final = words_of(
    "for in after of and or within over about take takes took taken last lasts lasted lasting just only the spend "
    "spent spends spending wait waits waited waiting need needs needed lose lost require requires required endure "
    "endured"
)


# Words between a number and its unit: "five consecutive days", "two more weeks".
_BESIDE_LENGTH: Final = words_of(
    "straight consecutive successive full whole entire more additional extra further other long short bloody brutal "
    "hard difficult tense calendar working business trading school solid lost single"
)


def _length(tokens: Tokens, first: int, last: int) -> bool:
    codes = tokens.codes[first : last + 1]
    if codes[-1] == "O" or tokens.word(last + 1).lower() in ("old", "older", "younger"):
        return codes[0] == "u"  # an age is no time; "decades-old" is
    if len(codes) > 2 and codes[-2] == "_":
        return tokens.word(last - 1) in _BESIDE_LENGTH
    if tokens.items[last].value == "quarter" and tokens.code(last + 1) == "w":
        return False  # "three quarters of the capital"
    if codes == "u":
        word, before = tokens.word(first).lower(), tokens.word(first - 1).lower()
        if word in ("seconds", "minutes", "nights") or tokens.code(last + 1) == "'":
            return False
        if before in ("million", "billion", "thousand"):
            return False
        return before in _BEFORE_BARE_LENGTH or tokens.code(last + 1) in "w-"
    return not (codes[0] == "a" and tokens.word(last).lower() == "second")


def _feast(tokens: Tokens, first: int, last: int) -> bool:
    """Not where the feast is part of a name: "Easter Island", "Taha Yassin Ramadan"."""
    before, after = first - 1, last + 1
    named = tokens.code(before) == "_" and tokens.word(before)[:1].isupper()
    return not named and not (tokens.code(after) == "_" and tokens.word(after)[:1].isupper())


def _reference(tokens: Tokens, first: int, last: int) -> bool:
    if tokens.code(last) == "C":
        return tokens.word(first - 1).lower() in (
            "at", "by", "during", "around", "throughout", "in", "from", "since", "until",
        )  # fmt: skip
    if tokens.code(last) in "tr":
        return tokens.word(last) in ("current", "recent")
    if tokens.code(last) == "u":
        return tokens.word(first).lower() == "these" and tokens.word(last).lower() == "days"
    return True


_QUANTITY: Final = 8  # tokens before "a year" in which its amount stands
_AMOUNT: Final = frozenset("ndhv")


def _is_rate(tokens: Tokens, first: int, last: int) -> bool:
    """Whether "a year from" tells how much a year, and not when: "40 million cubic metres of water a year from"."""
    if tokens.word(first).lower() not in ("a", "an") or tokens.word(last).lower() != "from":
        return False
    if tokens.code(last + 1) not in "_T":
        return False  # "a year from Tuesday"
    before = tokens.codes[max(0, first - _QUANTITY) : first]
    return not _AMOUNT.isdisjoint(re.split(r"[,.;:¶]", before)[-1])


_CHECKS: Final[dict[str, Callable[[Tokens, int, int], bool]]] = {
    "calendar": lambda tokens, first, last: (
        is_year if not set(tokens.codes[first : last + 1]) & set("MNQIm") else is_date
    )(tokens, first, last),
    "days": is_date,
    "years": lambda tokens, first, last: (
        tokens.code(first - 1) not in "-/dhy#$€£"
        and tokens.code(last + 1) not in "-/"
        and not (tokens.code(first - 1) == "." and tokens.items[first - 1].end == tokens.items[first].start)
    ),
    "bare": is_bare_date,
    "clock": _clock,
    "part": _part,
    "monthday": _ordinal_day,
    "feast": _feast,
    "reference": _reference,
    "relative": _relative,
    "length": _length,
    "whole": lambda tokens, first, _last: tokens.word(first + 1).lower() in ("full", "whole"),
    "from": lambda tokens, first, last: (
        tokens.word(first - 1).lower() not in ("million", "billion", "thousand") and not _is_rate(tokens, first, last)
    ),
}

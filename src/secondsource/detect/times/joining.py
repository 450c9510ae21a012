"""Puts neighbouring time phrases together: "Monday" + "night", "two days after" + "March 3", "March" + "to" + "May"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from secondsource.detect.times.phrases import (
    Anchored,
    Calendar,
    Day,
    Feast,
    Length,
    Meaning,
    Offset,
    Part,
    Phrase,
    Piece,
    Range,
    Reference,
    Relative,
)
from secondsource.detect.times.tokens import Tokens

_ZONE_WORDS: Final = (
    "GMT UTC local EST EDT ET PST PDT PT CET BST MSK hours hrs time Time Eastern Central Mountain Pacific Moscow "
    "Beijing standard daylight"
)
_ZONES: Final = frozenset(_ZONE_WORDS.split())


def join_phrases(phrases: Iterable[Phrase], tokens: Tokens) -> list[Phrase]:
    """Give the phrases with neighbours joined; a piece that stays without its whole is dropped."""
    joined: list[Phrase] = []
    for phrase in phrases:
        while joined:
            meaning = _together(joined[-1], phrase, tokens)
            if meaning is None:
                break
            before = joined.pop()
            phrase = Phrase(before.start, phrase.end, before.first, phrase.last, meaning)
        _settle(joined, tokens)
        _share_year(joined, phrase, tokens)
        joined.append(phrase)
    _settle(joined, tokens)
    return joined


def _settle(joined: list[Phrase], tokens: Tokens) -> None:
    """Make a piece that stays without its whole a length ("the first ten months of the war"), or drop it."""
    if not joined or not isinstance(joined[-1].meaning, Part):
        return
    last = joined.pop()
    part = last.meaning
    if (
        isinstance(part, Part)
        and part.position in ("first", "last")
        and part.count >= 0
        and (part.unit != "day" or not part.count)
    ):
        end = tokens.items[last.last - 1].end  # without the "of" that the whole would follow
        joined.append(replace(last, end=end, last=last.last - 1, meaning=Length(part.count or None, part.unit)))


def _share_year(joined: list[Phrase], phrase: Phrase, tokens: Tokens) -> None:
    """Give "April" the year of "April and June 1955"."""
    if not joined or not isinstance(joined[-1].meaning, Calendar) or not isinstance(phrase.meaning, Calendar):
        return
    left, right = joined[-1].meaning, phrase.meaning
    gap = tokens.codes[joined[-1].last + 1 : phrase.first] if phrase.first - joined[-1].last <= 4 else "____"
    bare = left.month is not None and left.year is None and left.year_word is None
    if bare and gap in ("&", ",", ",&", "-", ">") and right.month is not None and right.year is not None:
        year = right.year - (1 if left.month > right.month else 0) if left.month else right.year
        joined[-1] = replace(joined[-1], meaning=replace(left, year=year))


def _together(before: Phrase, phrase: Phrase, tokens: Tokens) -> Meaning | None:
    left, right = before.meaning, phrase.meaning
    gap = tokens.codes[before.last + 1 : phrase.first] if phrase.first - before.last <= 4 else "____"
    if gap in ("", "T") and isinstance(left, Part) and isinstance(right, Calendar | Relative | Day | Range):
        return _piece(left, phrase)
    if gap in ("", "T") and isinstance(left, Offset) and left.base == "next" and _is_date(right):
        return Anchored(left, phrase)
    place = before.last + 1
    while gap[:1] in ("_", "C") and gap[:1] and tokens.word(place) in _ZONES:
        gap, place = gap[1:], place + 1
    timed = _timed(left, right, gap)
    if timed is not None:
        return timed
    return _range(before, phrase, gap, tokens)


def _piece(part: Part, phrase: Phrase) -> Meaning:
    whole = phrase.meaning
    if part.position != "part":
        return Piece(part, phrase)
    if isinstance(whole, Calendar | Day | Relative):
        return replace(whole, part=part.unit)
    return Piece(part, phrase)


def _is_date(meaning: Meaning) -> bool:
    if isinstance(meaning, Calendar):
        return not (meaning.clock or meaning.part) or meaning.day is not None or meaning.weekday is not None
    if isinstance(meaning, Reference):
        return meaning.value == "PRESENT_REF"
    return isinstance(meaning, Day | Relative | Feast | Anchored)


def _timed(left: Meaning, right: Meaning, gap: str) -> Meaning | None:
    """A clock time or a part of the day beside its day."""
    if gap in ("", "-") and isinstance(right, Calendar) and right == Calendar(part=right.part) and right.part:
        if isinstance(left, Calendar) and (left.weekday is not None or left.day is not None) and not left.part:
            return replace(left, part=right.part)
        if isinstance(left, Relative) and left.unit == "weekday":
            return replace(left, part=right.part)
    if isinstance(left, Calendar) and left == Calendar(part=left.part) and left.part and gap == "p" and _is_day(right):
        return replace(right, part=left.part) if isinstance(right, Calendar | Day) else None
    if isinstance(left, Calendar) and left.clock and gap in ("", "p", ",", ",p") and _is_day(right):
        return _with_clock(right, left.clock)
    if isinstance(right, Calendar) and right.clock and gap in ("", "p", ",", ",p") and _is_day(left):
        return _with_clock(left, right.clock)
    return None


def _is_day(meaning: Meaning) -> bool:
    if isinstance(meaning, Calendar):
        return (meaning.day is not None or meaning.weekday is not None) and not meaning.clock
    return isinstance(meaning, Day)


def _with_clock(meaning: Meaning, clock: str) -> Meaning | None:
    return replace(meaning, clock=clock) if isinstance(meaning, Calendar | Day) else None


def _range(before: Phrase, phrase: Phrase, gap: str, tokens: Tokens) -> Meaning | None:
    left, right = before.meaning, phrase.meaning
    if not isinstance(left, Calendar | Relative) or not isinstance(right, Calendar | Relative | Day | Reference):
        return None
    if isinstance(left, Calendar) and isinstance(right, Calendar) and (left.clock or right.clock or left.part):
        return None
    opening = tokens.word(before.first - 1).lower()
    if gap == "-":
        fits = isinstance(left, Calendar) and isinstance(right, Calendar)
    elif gap in (">", ">T"):
        fits = opening == "from" or (isinstance(left, Calendar) and isinstance(right, Calendar))
    elif gap in ("&", "&T"):
        fits = opening == "between"
    else:
        fits = False
    return Range(before, phrase) if fits else None

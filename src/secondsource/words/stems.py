"""Stems of words, so that a verb, its forms and the noun made of it count as one; lists in stems.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class _Lists:
    forms: dict[str, str]
    endings: tuple[str, ...]
    least: int
    plain: frozenset[str]
    particles: frozenset[str]


@cache
def _lists() -> _Lists:
    data = tomllib.loads((files("secondsource.words") / "stems.toml").read_text(encoding="utf-8"))
    endings, least = tuple(data["endings"]), data["least"]
    forms = {form: _cut(row[0], endings, least) for row in data["forms"] for form in row}
    return _Lists(forms, endings, least, frozenset(data["plain"]), frozenset(data["particles"]))


def _cut(word: str, endings: tuple[str, ...], least: int) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > least and word[-1] == word[-2] and word[-1] not in "sl" else word


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of one word, in lower case: "acquisition" and "acquired" give "acquis" and "acquir"."""
    lists = _lists()
    word = word.lower()[:_LONGEST]
    for own in ("'s", "’s"):
        word = word.removesuffix(own)
    known = lists.forms.get(word)
    if known is not None:
        return known
    word = _cut(word, lists.endings, lists.least)
    return lists.forms.get(word, word)


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, in order; numbers are words."""
    return [m.group().lower() for m in _WORD.finditer(text)]


def stems_of(text: str) -> list[str]:
    """The stems of the words that carry something, in order."""
    plain = _lists().plain
    return [stem(word) for word in words_of(text) if word not in plain]


def head_of(words: str) -> str:
    """The stem of the word on which a short phrase rests: "shot down" gives "shoot", "guilty plea" gives "plea"."""
    lists = _lists()
    found = words_of(words)
    while len(found) > 1 and found[-1] in lists.particles:
        found.pop()
    if len(found) > 1 and found[1] in lists.particles:
        found = found[:1]
    return stem(found[-1]) if found else words.lower()[:_LONGEST]

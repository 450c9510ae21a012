"""Is a text English? Short ones and mixed ones get the benefit of the doubt."""

from __future__ import annotations

import re

from secondsource.collect.formats import language_of

# Under this many letters the detector guesses: headlines of names alone come out as any language.
_ENOUGH = 200
_SAMPLE = 4000
# Ordinary English prose holds about 40 of these in 100 words; other languages under 5.
_COMMON = re.compile(
    r"\b(?:the|of|and|to|in|that|is|was|for|on|with|said|as|by|has|from|have|were|are|it|he|at)\b", re.I
)
_COMMON_SHARE = 0.15


def foreign(text: str) -> tuple[str, str] | None:
    """Give (code, English name) of the language of a text that is surely not English, else None."""
    sample = _sample(text)
    if sum(map(str.isalpha, sample)) < _ENOUGH:
        return None
    if len(_COMMON.findall(sample)) >= _COMMON_SHARE * len(sample.split()):
        return None
    return language_of(sample)


def _sample(text: str) -> str:
    """The middle of a text, where its body is, or all of a short one."""
    middle = len(text) // 2
    return text if len(text) <= _SAMPLE else text[middle - _SAMPLE // 2 : middle + _SAMPLE // 2]

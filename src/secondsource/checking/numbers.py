"""The numbers of a claim and whether a sentence states them."""

from __future__ import annotations

import re

from secondsource.model import EventMention

_NUMBER = re.compile(r"(?<![\w.,])\d[\d,.]*(?<![.,])")
_WORDS = dict(
    enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split())
)


def numbers_in(claim: str, asked: EventMention) -> list[str]:
    """The numbers that a claim states, years and days of its date left out."""
    dated = set(_NUMBER.findall(asked.when.said)) if asked.when is not None else set()
    figures = {f"{f.value:g}" for f in asked.figures if f.value in _WORDS and f.value > 1}
    return sorted({n for n in _NUMBER.findall(claim) if n not in dated and not _is_day(n, claim)} | figures)


def _is_day(number: str, claim: str) -> bool:
    """Whether a number is a day of the month in a claim's words."""
    month = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
    return (
        re.search(rf"\b{re.escape(number)}(?:st|nd|rd|th)?\b.{{0,4}}{month}|{month} {re.escape(number)}\b", claim)
        is not None
    )


def states(number: str, sentence: str) -> bool:
    """Whether a sentence states a number, in figures or as a word."""
    word = _WORDS.get(int(number)) if number.isdigit() else None
    return re.search(rf"(?<![\w.,]){re.escape(number)}(?![\d]|[.,]\d)", sentence) is not None or (
        word is not None and re.search(rf"\b{word}\b", sentence, re.I) is not None
    )

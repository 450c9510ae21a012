"""How a stretch of words was spelled, as one string."""

from __future__ import annotations

from collections.abc import Sequence


def said_between(words: Sequence[str], start: int, end: int) -> str:
    """The words from `start` to `end` as one string, hyphens, dots and commas closed up."""
    if end == start + 1:
        return words[start]
    said = ""
    for word in words[start:end]:
        tight = not said or word in ("-", "’s", "'s", ",", ".") or said[-1] in "-/"
        said += word if tight else " " + word
    return said.replace("\n", " ")


__all__ = ["said_between"]

"""Nouns for persons, read from persons.txt."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def person_nouns() -> frozenset[str]:
    """Lemmas of nouns whose commonest sense is a person (WordNet 3.0)."""
    text = (files("secondsource.words") / "persons.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))

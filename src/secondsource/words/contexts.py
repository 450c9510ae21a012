"""PLOVER's 37 contexts and the words by which a sentence shows them, read from contexts.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from secondsource.words.phrases import PhraseTable, listed, phrase_table, tokens


@dataclass(frozen=True, slots=True)
class ContextWords:
    """The codes of the contexts in PLOVER's order, and for each phrase the contexts that it shows.

    A phrase that shows none stands in the table to hide the shorter ones in it: "tennis court".
    """

    codes: tuple[str, ...]
    phrases: PhraseTable[tuple[str, ...]]


@cache
def context_words() -> ContextWords:
    """The contexts and phrases of contexts.toml."""
    data = tomllib.loads((files("secondsource.words") / "contexts.toml").read_text(encoding="utf-8"))
    alone = frozenset(listed(data.pop("none")["words"]))
    shown: dict[str, tuple[str, ...]] = dict.fromkeys(alone, ())
    for code, row in data.items():
        for phrase in listed(row["words"]):
            shown[phrase] = (*shown.get(phrase, ()), code)
    by_length = sorted(shown, key=lambda phrase: len(tokens(phrase)))
    table = phrase_table(shown.items())
    for phrase in by_length:
        if phrase not in alone:
            inside = (f for part in _parts(phrase) for f in table.find(part))
            shown[phrase] = tuple(dict.fromkeys((*shown[phrase], *(c for f in inside for c in shown[f.phrase]))))
    return ContextWords(tuple(data), phrase_table(shown.items()))


def _parts(phrase: str) -> tuple[list[str], list[str]]:
    words = tokens(phrase)
    return words[:-1], words[1:]

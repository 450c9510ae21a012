"""Listed phrases found in a text: the longest at each place, in singular or plural, in British or American spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

# A word, or a mark that no phrase reaches across; hyphens and apostrophes only part words.
_TOKEN = re.compile(r"(?:[A-Z]\.)+[A-Z]?\b\.?|\d[\d.,]*\d|[^\W_]+|[^\w\s'’`´‐‑–-]")
_AMERICAN = {
    "defence": "defense", "labour": "labor", "labourer": "laborer", "honour": "honor", "neighbour": "neighbor",
    "neighbouring": "neighboring", "centre": "center", "programme": "program", "licence": "license", "rumour": "rumor",
    "offence": "offense", "councillor": "councilor", "theatre": "theater", "armour": "armor", "guerrilla": "guerilla",
    "defector": "defector", "protester": "protestor", "adviser": "advisor", "jewellery": "jewelry", "metre": "meter",
}  # fmt: skip
_ISE = re.compile(r"is(e|ed|es|ing|ation|er)$")
_IRREGULAR = {"man": "men", "woman": "women", "child": "children", "person": "persons", "wife": "wives"}
Value = TypeVar("Value")


def tokens(text: str) -> list[str]:
    """The words of a text and the marks between them; "the U.S.'s air-base" is the, US, s, air, base."""
    return [w.replace(".", "") if w[0].isupper() else w for w in _TOKEN.findall(text)]


def listed(text: str) -> list[str]:
    """The phrases of a comma-separated list."""
    return [" ".join(part.split()) for part in text.split(",") if part.strip()]


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """A listed phrase at [start, end) of a list of tokens, as it stands in the list, and what it is listed for."""

    start: int
    end: int
    phrase: str
    value: Value


@dataclass(frozen=True, slots=True)
class PhraseTable(Generic[Value]):
    """Phrases to look up; one with a capital letter is met only as it is written, others in any case.

    `longest` holds for the first word of phrases how many words the longest has.
    """

    phrases: Mapping[tuple[str, ...], tuple[str, Value]]
    longest: Mapping[str, int]

    def find(self, words: Sequence[str]) -> Iterator[Found[Value]]:
        """The phrases in a list of tokens, from left to right, none overlapping another."""
        lower = [w.lower() for w in words]
        at = 0
        while at < len(words):
            found = self._at(words, lower, at)
            if found is not None:
                yield found
            at = found.end if found is not None else at + 1

    def _at(self, words: Sequence[str], lower: Sequence[str], at: int) -> Found[Value] | None:
        longest = max(self.longest.get(words[at], 0), self.longest.get(lower[at], 0))
        for length in range(min(longest, len(words) - at), 0, -1):
            for form in (words, lower):
                entry = self.phrases.get(tuple(form[at : at + length]))
                if entry is not None:
                    return Found(at, at + length, *entry)
        return None


def phrase_table(entries: Iterable[tuple[str, Value]]) -> PhraseTable[Value]:
    """A table of phrases with what each is listed for; of two entries for one form the first holds."""
    phrases: dict[tuple[str, ...], tuple[str, Value]] = {}
    longest: dict[str, int] = {}
    for phrase, value in entries:
        for form in _forms(phrase):
            phrases.setdefault(form, (phrase, value))
            longest[form[0]] = max(longest.get(form[0], 0), len(form))
    return PhraseTable(phrases, longest)


def _forms(phrase: str) -> Iterator[tuple[str, ...]]:
    words = tuple(tokens(phrase))
    american = tuple(_AMERICAN.get(w, _ISE.sub(r"iz\1", w) if len(w) > 7 else w) for w in words)
    for spelled in dict.fromkeys((words, american)):
        yield spelled
        yield (*spelled[:-1], plural(spelled[-1]))


def plural(word: str) -> str:
    """The plural of a noun as most are formed; an all-capital word gets a small s."""
    for end, many in _IRREGULAR.items():
        if word == end or (end in ("man", "woman") and word.endswith(end)):
            return word[: -len(end)] + many
    if word.isupper():
        return word + "s"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z")) else "s")

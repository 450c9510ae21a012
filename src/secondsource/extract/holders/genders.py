"""Which pronoun the persons of a text take: by title, by given name, else by the text's own "X said she"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from secondsource.model import Name
from secondsource.words.given_names import Gender, gender_of_name, gender_words

_SAYS: dict[str, Gender] = {"he": "male", "she": "female"}
_OWN: dict[str, Gender] = {"his": "male", "her": "female"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def read_genders(parsed: Doc, names: Sequence[Name]) -> dict[str, Gender]:
    """The gender of each person of a text by full name, as far as anything tells."""
    found: dict[str, Gender] = {}
    heads: dict[int, str] = {}
    for name in names:
        if name.kind != "person":
            continue
        span = parsed.char_span(name.span.start, name.span.end, alignment_mode="expand")
        if span is None:
            continue
        heads.update((token.i, name.name) for token in span)
        titled = _titled(name, span[0])
        if titled is not None:
            found[name.name] = titled
        elif name.name not in found and (given := gender_of_name(name.name)) is not None:
            found[name.name] = given
    for full, gender in _told(parsed, heads).items():
        found.setdefault(full, gender)
    return found


def _titled(name: Name, first: Token) -> Gender | None:
    """By "Ms.", "King", "spokeswoman" right before a name or in its title."""
    words = gender_words()
    before = first.nbor(-1).lower_ if first.i else ""
    for word in (first.lower_, before, *(name.role or "").lower().split()):
        if word in words.titles:
            return words.titles[word]
    noun = first.nbor(-2).lower_ if first.i > 1 and before == "," else before
    return words.nouns.get(noun)


def _told(parsed: Doc, heads: dict[int, str]) -> dict[str, Gender]:
    """By pronouns that can only be the person's own: "X said she would", "X and her aides"."""
    votes: dict[str, Counter[Gender]] = defaultdict(Counter)
    for token in parsed:
        lower = token.lower_
        if lower in _SAYS and token.dep_ in _SUBJECTS and token.head.dep_ == "ccomp":
            speaker = next((c for c in token.head.head.children if c.dep_ in _SUBJECTS and c.i < token.i), None)
            if speaker is not None and speaker.i in heads:
                votes[heads[speaker.i]][_SAYS[lower]] += 1
        elif lower in _OWN and token.dep_ == "poss" and token.head.dep_ == "conj" and token.head.head.i in heads:
            votes[heads[token.head.head.i]][_OWN[lower]] += 1
    found: dict[str, Gender] = {}
    for full, counts in votes.items():
        gender, count = counts.most_common(1)[0]
        if 2 * count > sum(counts.values()):
            found[full] = gender
    return found

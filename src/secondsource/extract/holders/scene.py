"""One document by its sentences, names and tokens, as whoever looks back through it needs them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from spacy.tokens import Token

from secondsource.model import Holder, Mentions, Name
from secondsource.words.given_names import Gender

SUBJECT = frozenset({"nsubj", "nsubjpass"})
# How prominent the subject of a clause is beside any other place.
AS_SUBJECT = 1.5


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody spoken of at a token: by name (several names where they act together), or as a holder described.

    `noun` is the head of a description, `weight` how prominent the place is.
    """

    at: int
    names: tuple[Name, ...] = ()
    holder: Holder | None = None
    noun: str = ""
    many: bool = False
    gender: Gender | None = None
    weight: float = 0.0


class Scene:
    """A document's names in order, and where sentences begin."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        self.text = mentions.document.text
        self.parsed = mentions.parsed
        self.names = sorted(mentions.names, key=lambda name: name.span.start)
        self._offsets = [name.span.start for name in self.names]
        self._starts = [sentence.start for sentence in mentions.sentences]

    def sentence(self, offset: int) -> int:
        """The number of the sentence in which a code point lies."""
        return bisect_right(self._starts, offset) - 1

    def start_back(self, offset: int, count: int) -> int:
        """Where the sentence begins that is so many before the one of a code point."""
        here = self.sentence(offset)
        return self._starts[max(0, here - count)] if here >= 0 else 0

    def between(self, start: int, end: int) -> list[Name]:
        """The names that begin between two code points."""
        return self.names[bisect_left(self._offsets, start) : bisect_left(self._offsets, end)]

    def last(self, offset: int, count: int) -> list[Name]:
        """So many names before a code point, the nearest first."""
        high = bisect_left(self._offsets, offset)
        return self.names[max(0, high - count) : high][::-1]

    def head_of(self, name: Name) -> Token | None:
        """The token that heads a name."""
        span = self.parsed.char_span(name.span.start, name.span.end, alignment_mode="expand")
        return span.root if span is not None else None


def prominence(token: Token) -> float:
    """How prominent a name's place in its sentence is: its subject, somebody's "X's", or anything else."""
    while token.dep_ == "conj":
        if token.head.i >= token.i:
            return 0.0
        token = token.head
    if token.dep_ in SUBJECT:
        return AS_SUBJECT
    if token.dep_ == "appos" and token.head.dep_ in SUBJECT:
        return AS_SUBJECT
    return -0.5 if token.dep_ in ("poss", "compound", "nmod") else 0.0

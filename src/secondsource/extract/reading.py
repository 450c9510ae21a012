"""One document laid open: from a token to the name, the time, the sentence and the attribution that cover it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from secondsource.model import Attribution, Document, Mentions, Name, Span, Time


@dataclass(frozen=True, slots=True)
class Reading:
    """The mentions of a document with look-ups by token number (`Token.i`)."""

    document: Document
    parsed: Doc
    sentences: tuple[Span, ...]
    names: Mapping[int, Name]
    times: tuple[Time, ...]
    attributions: tuple[Attribution, ...]
    starts: tuple[int, ...]
    timed: frozenset[int]
    things: tuple[tuple[int, str], ...]

    def thing(self, token: Token) -> str | None:
        """What "the vessel" is called: the vessel last named before it."""
        if token.lemma_.lower() not in VESSELS or not any(c.lower_ == "the" for c in token.children):
            return None
        return next((name for i, name in reversed(self.things) if i < token.i), None)

    def name(self, token: Token) -> Name | None:
        """The name that covers a token."""
        return self.names.get(token.i)

    def sentence(self, offset: int) -> Span | None:
        """The sentence that holds a code point; None in furniture."""
        i = bisect_right(self.starts, offset) - 1
        if i < 0 or offset >= self.sentences[i].end:
            return None
        return self.sentences[i]

    def attribution(self, offset: int) -> Attribution | None:
        """The innermost attribution whose content holds a code point; a denial, then one with a holder, goes first."""
        found = [
            (a.stance != "denies", not a.holders, sum(s.end - s.start for s in a.content), n)
            for n, a in enumerate(self.attributions)
            if any(s.start <= offset < s.end for s in a.content)
        ]
        return self.attributions[min(found)[3]] if found else None

    def times_in(self, start: int, end: int) -> tuple[Time, ...]:
        """The time expressions inside a stretch."""
        return tuple(t for t in self.times if start <= t.span.start and t.span.end <= end)

    def span(self, start: int, end: int) -> Span:
        """A span of this document."""
        return Span(self.document.id, start, end)


def lay_open(mentions: Mentions, attributions: Iterable[Attribution]) -> Reading:
    """The look-ups over a document's mentions; linear in its tokens."""
    parsed = mentions.parsed
    names: dict[int, Name] = {}
    for name in mentions.names:
        for token in parsed.char_span(name.span.start, name.span.end, alignment_mode="expand") or ():
            names[token.i] = name
    return Reading(
        mentions.document,
        parsed,
        mentions.sentences,
        names,
        mentions.times,
        tuple(attributions),
        tuple(s.start for s in mentions.sentences),
        frozenset(
            token.i
            for time in mentions.times
            for token in parsed.char_span(time.span.start, time.span.end, alignment_mode="expand") or ()
        ),
        _named_things(parsed, names),
    )


VESSELS = frozenset("ship vessel trawler boat tanker warship frigate freighter ferry yacht submarine".split())


def _named_things(parsed: Doc, names: Mapping[int, Name]) -> tuple[tuple[int, str], ...]:
    """Vessels by name, with the token that names each: "the trawler Alba"; patrol ships are left out."""
    found: list[tuple[int, str]] = []
    for token in parsed:
        before = parsed[token.i - 1] if token.i else None
        if before is None or before.lemma_.lower() not in VESSELS or not token.text[:1].isupper():
            continue
        if token.i > 1 and parsed[token.i - 2].lower_ in ("patrol", "guard", "naval"):
            continue
        name = names.get(token.i)
        if name is not None or token.pos_ == "PROPN":
            found.append((token.i, name.name if name is not None else token.text))
    return tuple(found)


_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_EMPTY_VERBS = frozenset("be have do say tell make take get go come include become remain".split())


def content_words(tokens: Iterable[Token], reading: Reading) -> frozenset[str]:
    """Lemmas, names in their full form and numbers: the words by which the same thing is found again elsewhere."""
    words: set[str] = set()
    for token in tokens:
        if token.i in reading.timed:
            continue
        name = reading.name(token)
        if name is not None and name.kind != "other":
            words.add(name.side if name.kind in ("people", "country") and name.side else name.name)
        elif (thing := reading.thing(token)) is not None:
            words.add(thing)
        elif token.pos_ in _CONTENT and not token.is_stop and token.lemma_.lower() not in _EMPTY_VERBS:
            words.add(token.lemma_.lower())
    return frozenset(words)

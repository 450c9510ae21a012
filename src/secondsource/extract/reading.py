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
    things: Mapping[str, str]

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


_VESSELS = frozenset("ship vessel trawler boat tanker warship frigate freighter ferry yacht submarine".split())


def _named_things(parsed: Doc, names: Mapping[int, Name]) -> dict[str, str]:
    """What "the vessel" is called, where the document names one vessel only: "the trawler Hrafnsey"."""
    called: set[str] = set()
    for index, name in names.items():
        before = parsed[index - 1] if index else None
        if before is not None and before.lemma_.lower() in _VESSELS and names.get(index - 1) is not name:
            called.add(name.name)
    for token in parsed:
        if token.pos_ == "PROPN" and token.i and token.i not in names and token.nbor(-1).lemma_.lower() in _VESSELS:
            called.add(token.text)
    return dict.fromkeys(_VESSELS, next(iter(called))) if len(called) == 1 else {}


def subtree_end(token: Token) -> int:
    """The code point after a token's last descendant."""
    last = token.right_edge
    return int(last.idx + len(last.text))


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
        elif token.lemma_.lower() in reading.things and any(c.lower_ == "the" for c in token.children):
            words.add(reading.things[token.lemma_.lower()])
        elif token.pos_ in _CONTENT and not token.is_stop and token.lemma_.lower() not in _EMPTY_VERBS:
            words.add(token.lemma_.lower())
    return frozenset(words)

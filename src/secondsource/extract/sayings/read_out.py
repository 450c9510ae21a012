"""Statements printed in full: paragraphs in quote marks that no verb introduces, behind one that tells of a statement.

"The group put out a statement on its channel." is followed by its words; they are the group's, sentence by sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from secondsource.extract.holders.naming import holder_of
from secondsource.extract.sayings.clauses import SUBJECTS, agent_of
from secondsource.extract.sayings.cues import lexicon
from secondsource.extract.sayings.quotes import Quote, find_quotes
from secondsource.model import Attribution, Holder, Mentions, Name, Span

_PUTTING = frozenset(
    "put issue release publish post circulate distribute send read broadcast air share make upload".split()
)
_WRITTEN = frozenset(
    "statement communique communiqué message declaration letter audio video recording claim post notice text".split()
)
_ARMS = frozenset("arm wing branch outlet channel office service mouthpiece".split())
_LEAST = 8  # words of a statement that is printed in full


def with_statements(mentions: Mentions, found: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions with the sentences of statements printed in full, as their authors' words."""
    quotes = [q for q in find_quotes(mentions.document.text) if q.words >= _LEAST and _stands_alone(mentions, q)]
    taken = [c for a in found for c in a.content if a.quoted]
    more: list[Attribution] = []
    author: tuple[Token, tuple[Holder, ...]] | None = None
    last_end = -1
    for quote in quotes:
        if any(c.start < quote.end and quote.start < c.end for c in taken):
            continue
        if author is None or mentions.document.text[last_end : quote.start].strip():
            author = _author_before(mentions, quote.start)
        last_end = quote.end
        if author is not None:
            more += _sentences(mentions, quote, *author)
    both = [*found, *more]
    return tuple(sorted(both, key=lambda a: a.cue[0].start if a.cue else a.sentence.start)) if more else found


def _stands_alone(mentions: Mentions, quote: Quote) -> bool:
    """Whether a quotation is a whole paragraph."""
    text = mentions.document.text
    before = text[text.rfind("\n", 0, quote.start) + 1 : quote.start]
    end = text.find("\n", quote.end)
    return not before.strip(" \t>*_") and not text[quote.end : end if end >= 0 else len(text)].strip()


def _author_before(mentions: Mentions, at: int) -> tuple[Token, tuple[Holder, ...]] | None:
    """Who put out the statement of which the paragraph before tells, with the word for it."""
    text = mentions.document.text
    end = len(text[:at].rstrip())
    start = max(text.rfind("\n", 0, end) + 1, end - 800)
    span = mentions.parsed.char_span(start, end, alignment_mode="contract")
    for token in span or ():
        if token.lemma_.lower() not in _WRITTEN | lexicon().records or token.pos_ not in ("NOUN", "PROPN"):
            continue
        author = _author_of(token)
        holders = _holders(mentions, author) if author is not None else ()
        if holders:
            return token, holders
    return None


def _author_of(noun: Token) -> Token | None:
    """Whoever puts out a statement: "X issued a statement", "a statement by X", "X's statement"."""
    verb = noun.head if noun.head.pos_ == "VERB" else noun.head.head
    if verb.lemma_ in _PUTTING:
        agent = agent_of(verb) if noun.dep_ == "nsubjpass" else None
        if agent is not None:
            return agent
        if noun.dep_ == "dobj":
            return next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in ("by", "from"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _holders(mentions: Mentions, author: Token) -> tuple[Holder, ...]:
    """An author by name; of a group's media arm the group first."""
    own = _name_at(mentions, author.idx)
    for child in author.children:
        if child.dep_ != "appos" or child.lemma_.lower() not in _ARMS:
            continue
        for phrase in child.children:
            whose = next((c for c in phrase.children if c.dep_ == "pobj"), None) if phrase.lower_ == "of" else None
            name = _name_at(mentions, whose.idx) if whose is not None else None
            if name is not None:
                return tuple(holder_of(n) for n in (name, own) if n is not None)
    return (holder_of(own),) if own is not None else ()


def _name_at(mentions: Mentions, at: int) -> Name | None:
    return next((n for n in mentions.names if n.span.start <= at < n.span.end), None)


def _sentences(mentions: Mentions, quote: Quote, noun: Token, holders: tuple[Holder, ...]) -> Iterator[Attribution]:
    document = mentions.document
    cue = Span(document.id, noun.idx, noun.idx + len(noun.text))
    for sentence in mentions.sentences:
        start, end = max(sentence.start, quote.start), min(sentence.end, quote.end)
        if start < end and re.search(r"\w", document.text[start:end]):
            content = Span(document.id, start, end)
            yield Attribution(sentence, (), (cue,), (content,), holders, "asserts", quoted=True)

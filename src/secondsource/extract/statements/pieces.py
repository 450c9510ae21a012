"""Pieces of an assertion: its holders in a row, what it rests on, its words, figures, subject and negation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from secondsource.extract.events.grammar import subject
from secondsource.extract.events.slots import figures_of
from secondsource.extract.holders.holder import NOBODY
from secondsource.extract.reading import Reading, content_words
from secondsource.extract.sources.basis import BasisFound
from secondsource.model import (
    UNNAMED_OUTLET,
    Attribution,
    Basis,
    Figure,
    Ground,
    Holder,
    Span,
    Stance,
)

_RUMOUR = re.compile(r"\b(?:reports?|rumou?rs?|speculation|whispers|claims?|chatter)\b", re.I)
_BARE_SOURCES = re.compile(
    r"^(?:some |several |many |other |multiple |two |three |the |one |a |an )?(?:unnamed |anonymous |unidentified )?"
    r"(?:sources?|observers?|people|insiders?|media|others|critics|analysts?|experts?|it)$",
    re.I,
)


def publisher_of(reading: Reading) -> Holder:
    """The document's publisher as the last holder of a chain; nobody is guessed."""
    return Holder(reading.document.outlet or UNNAMED_OUTLET, "outlet", None)


def chain(
    attribution: Attribution | None, reading: Reading, found: BasisFound, rumour: str | None = None
) -> tuple[Holder, ...]:
    """The holders from origin to publisher, each once; a rumour that nobody carries is a holder without a name."""
    publisher = publisher_of(reading)
    named = attribution.holders if attribution is not None else ()
    # What "is alleged" is the report's that is passed on; a minister who speaks elsewhere in the text has not said it.
    first = found.lead if found.lead is not None and found.lead.kind in ("outlet", "agency") else None
    if not named and rumour is not None:
        named = (Holder(rumour.lower(), "unnamed"),)
    if named == (NOBODY,) and first is not None:
        named = ()
    hedged = attribution is not None and not named and attribution.stance in ("hedges", "relays", "plans")
    lead = (first,) if hedged and first is not None else ()
    chain = [*named, *lead, publisher]
    return tuple(h for i, h in enumerate(chain) if h.name not in {g.name for g in chain[:i]})


def ground_of(holders: Sequence[Holder], stance: Stance, basis: Basis) -> Ground:
    """On what the origin of a chain rests: itself, a record, somebody unnamed, a rumour (rating.md, sections 1, 4)."""
    origin = holders[0]
    if origin.kind == "unnamed":
        if _RUMOUR.search(origin.name):
            return "rumour"
        return "vague" if _BARE_SOURCES.match(origin.name.strip()) else "anon"
    if len(holders) == 1:
        if basis == "official":
            return "record"
        return "named" if basis == "own reporting" else "own"
    if origin.kind in ("person", "body", "country"):
        return "first"
    return "named"


def key_of(reading: Reading, span: Span) -> frozenset[str]:
    return content_words(reading.parsed.char_span(span.start, span.end, alignment_mode="contract") or (), reading)


def is_negated(reading: Reading, root: int) -> bool:
    if root < 0:
        return False
    head = reading.parsed[root]
    return any(
        c.dep_ == "neg" or c.lower_ in ("no", "never", "neither", "nobody", "none", "nothing")
        for c in (*head.children, *_grandchildren(head))
    )


def _grandchildren(head: Token) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ in ("dobj", "nsubj", "attr", "nsubjpass", "aux"):
            yield from (c for c in child.children if c.dep_ in ("det", "neg"))


def figures_in(reading: Reading, span: Span) -> tuple[Figure, ...]:
    tokens: Iterable[Token] = reading.parsed.char_span(span.start, span.end, alignment_mode="contract") or ()
    return figures_of([t for t in tokens if t.dep_ == "nummod"], reading)


def names_in(reading: Reading, span: Span) -> bool:
    tokens: Iterable[Token] = reading.parsed.char_span(span.start, span.end, alignment_mode="contract") or ()
    kinds = ("person", "body", "country", "people")
    return any((name := reading.name(t)) is not None and name.kind in kinds for t in tokens)


def subject_of_clause(reading: Reading, root: int) -> str | None:
    """What a clause is about: the full name of its subject, else the subject's own noun ("letter")."""
    named = subject_name(reading, root)
    if named is not None or root < 0:
        return named
    own = subject(reading.parsed[root])
    return own.lemma_.lower() if own is not None and own.pos_ == "NOUN" else None


def subject_name(reading: Reading, root: int) -> str | None:
    """The full name of a clause's subject where it is a name of ours or is described by one.

    "The Iranian delegation" speaks for Iran, "the letter about Iran" does not.
    """
    if root < 0:
        return None
    own = subject(reading.parsed[root])
    if own is None:
        return None
    if (thing := reading.thing(own)) is not None:
        return thing
    for token in _describing(own):
        name = reading.name(token)
        if name is not None and name.kind in ("person", "body", "country", "people", "place"):
            return name.side if name.kind == "people" and name.side else name.name
    return None


_ABOUT = frozenset("about on over against concerning regarding with without like as than into for".split())


def _describing(noun: Token) -> Iterator[Token]:
    """A noun and the words under it, without what it is only about and without clauses of their own."""
    left = [noun]
    while left:
        token = left.pop()
        yield token
        left += [
            child
            for child in [*token.children][::-1]
            if child.dep_ not in ("acl", "relcl", "advcl") and not (child.dep_ == "prep" and child.lower_ in _ABOUT)
        ]


def root_of(reading: Reading, content: Span) -> int:
    span = reading.parsed.char_span(content.start, content.end, alignment_mode="contract")
    return span.root.i if span is not None and len(span) else -1


def subtree_span(reading: Reading, head: Token) -> Span:
    tokens = [t for t in head.subtree if not t.is_space]
    return reading.span(tokens[0].idx, tokens[-1].idx + len(tokens[-1].text))

"""Own voice: the main clauses that a document states itself, as past facts about somebody."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from secondsource.extract.events.status import is_question
from secondsource.extract.reading import Reading
from secondsource.extract.sources.basis import BasisFound
from secondsource.extract.statements.denials import bare_or_clause
from secondsource.extract.statements.pieces import (
    chain,
    figures_in,
    ground_of,
    is_negated,
    key_of,
    names_in,
    subject_name,
    subject_of_clause,
    subtree_span,
)
from secondsource.extract.statements.plainness import is_particular, mood_of
from secondsource.extract.statements.wording import sentence_like
from secondsource.model import UNNAMED_OUTLET, Assertion, EventMention, Holder, Span, Stance

_FEWEST = 3  # words of a sentence that states something
# English has few opinions that do not show by their verb or adjective.
_OPINION = re.compile(
    r"\b(?:likely|perhaps|arguably|clearly|must|underscores?|underlines?|highlights?|reflects?|signals?|suggests?"
    r"|shows?|raises? (?:questions|concerns|fears)|remains? (?:unclear|unknown|fluid|to be seen)"
    r"|it (?:is|was) (?:unclear|not clear))\b",
    re.I,
)


# Who says what is told by an attribution; "the paper said Bishkek" alone tells nothing.
_SAYING = frozenset("say tell affirm add announce state claim reply answer respond ask report write note".split())


_QUOTING = frozenset({"quote", "cite"})


def of_own_voice(reading: Reading, found: BasisFound, events: Sequence[EventMention]) -> Iterator[Assertion]:
    text = reading.document.text
    triggers = {(e.sentence.start, e.trigger.start) for e in events}
    cues = sorted(c for a in reading.attributions for c in a.cue)
    contents = [c for a in reading.attributions for c in a.content]
    # what the document calls untrue is denied at its own place: "the claim that they met is false"
    turned = [c for a in reading.attributions if a.stance == "denies" and not a.holders for c in a.content]
    for sentence in reading.sentences:
        words = text[sentence.start : sentence.end]
        if is_question(words) or len(words.split()) < _FEWEST:
            continue
        here = cues[bisect_left(cues, sentence.start, key=_start) : bisect_left(cues, sentence.end, key=_start)]
        for head in _main_clauses(reading, sentence):
            if _is_a_saying(reading, head, here) or any(c.start <= head.idx < c.end for c in contents):
                continue
            if any(s == sentence.start and _tells(reading, head, at) for s, at in triggers):
                continue
            span = _clause_without_others(reading, head)
            if any(span.start <= c.start < span.end for c in turned):
                continue
            stated = _stated(reading, found, sentence, head, span)
            if stated is not None:
                yield stated


def whole_sentences(reading: Reading) -> Iterator[Assertion]:
    """Each sentence as it stands, for what somebody asks about: "Peru has pre-committed forces"."""
    for sentence in reading.sentences:
        if (key := key_of(reading, sentence)) and not is_question(reading.document.text[sentence.start : sentence.end]):
            yield _as_it_stands(reading, sentence, key)


def _as_it_stands(reading: Reading, sentence: Span, key: frozenset[str]) -> Assertion:
    head = next(_main_clauses(reading, sentence), None)
    root = head.i if head is not None else -1
    return Assertion(
        sentence=sentence,
        content=sentence,
        text=sentence_like(reading.document.text[sentence.start : sentence.end]),
        holders=(Holder(UNNAMED_OUTLET, "outlet"),),
        stance="asserts",
        hedge=None,
        ground="own",
        key=key,
        negated=is_negated(reading, root),
        figures=figures_in(reading, sentence),
        subject=subject_of_clause(reading, root) if root >= 0 else None,
    )


def _start(span: Span) -> int:
    return span.start


def _is_a_saying(reading: Reading, head: Token, cues: Iterable[Span]) -> bool:
    """Whether a clause only tells that somebody says something: an attribution has what he says."""
    if any(c.start <= head.idx < c.end or _adds(reading, head, c) for c in cues):
        return True
    if head.lemma_ in _QUOTING and any(c.lower_ == "as" for c in head.children):
        return True
    return head.lemma_.lower() in _SAYING and not any(c.dep_ == "dobj" for c in head.children)


def _stated(reading: Reading, found: BasisFound, sentence: Span, head: Token, span: Span) -> Assertion | None:
    """What a main clause states in the document's own voice; None where it states nothing to look up."""
    text = reading.document.text
    denied = bare_or_clause(reading, head, span)
    mood: Stance | None = "denies" if denied is not None else mood_of(reading, head)
    if mood is None or _OPINION.search(text[span.start : span.end]):
        return None
    if denied is None and not _says_of_whom(reading, head, span):
        return None
    holders, stance = chain(None, reading, found), mood
    if sentence in found.relayed and found.lead is not None and mood == "asserts":
        holders, stance = (found.lead, *holders), "relays"
    return Assertion(
        sentence=sentence,
        content=denied.content if denied is not None else span,
        text=denied.text if denied is not None else sentence_like(text[span.start : span.end]),
        holders=holders,
        stance=stance,
        hedge=None,
        ground="own" if stance == "relays" else ground_of(holders, stance, found.basis),
        key=denied.key if denied is not None else key_of(reading, span),
        negated=denied.negated if denied is not None else is_negated(reading, head.i),
        figures=figures_in(reading, span),
        subject=subject_of_clause(reading, head.i),
    )


def _says_of_whom(reading: Reading, head: Token, span: Span) -> bool:
    return subject_name(reading, head.i) is not None or names_in(reading, span) or is_particular(head)


def states_something(reading: Reading, span: Span) -> bool:
    """Whether a sentence of somebody's quoted words states something that can be looked up."""
    tokens = reading.parsed.char_span(span.start, span.end, alignment_mode="contract")
    if tokens is None or not len(tokens) or _OPINION.search(reading.document.text[span.start : span.end]):
        return False
    heads = [head for head in _main_clauses(reading, span) if mood_of(reading, head) is not None]
    own = [c for head in heads for c in head.children if c.dep_ == "nsubj" and c.lower_ in ("i", "we")]
    return bool(heads) and (bool(own) or names_in(reading, span) or any(map(is_particular, heads)))


def _adds(reading: Reading, head: Token, cue: Span) -> bool:
    """Whether a cue's verb goes on where a clause's own left off: "reached by telephone, denied that"."""
    span = reading.parsed.char_span(cue.start, cue.end, alignment_mode="expand")
    verb = span.root if span is not None and len(span) else None
    return verb is not None and verb.head == head and verb.dep_ in ("conj", "ccomp", "parataxis")


def _main_clauses(reading: Reading, sentence: Span) -> Iterator[Token]:
    """The roots of a sentence and the clauses coordinated with them that have a subject of their own."""
    tokens = reading.parsed.char_span(sentence.start, sentence.end, alignment_mode="expand")
    for token in tokens or ():
        if token.dep_ == "ROOT" and token.pos_ in ("VERB", "AUX"):
            yield token
            for other in token.conjuncts:
                if other.pos_ in ("VERB", "AUX") and any(c.dep_ in ("nsubj", "nsubjpass") for c in other.children):
                    yield other
        elif token.dep_ == "ROOT" and token.pos_ in ("NOUN", "PROPN"):
            yield from _behind_colon(token)


def _behind_colon(noun: Token) -> Iterator[Token]:
    """The clause that a word with a colon announces: "Our verdict: the letter is a forgery"."""
    colon = next((c for c in noun.rights if c.text == ":"), None)
    if colon is None:
        return
    for child in noun.rights:
        own = any(c.dep_ in ("nsubj", "expl") for c in child.lefts)
        if own and child.i > colon.i and child.pos_ in ("VERB", "AUX"):
            yield child


def _clause_without_others(reading: Reading, head: Token) -> Span:
    """The stretch of a clause up to the next coordinated clause that has a subject of its own."""
    whole = subtree_span(reading, head)
    cut = whole.end
    for child in head.children:
        if child.dep_ == "conj" and child.i > head.i and any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children):
            left = child.left_edge
            while left.i > head.i + 1 and (left.nbor(-1).dep_ in ("cc", "punct")):
                left = left.nbor(-1)
            cut = min(cut, left.idx)
    return reading.span(whole.start, max(whole.start + 1, cut))


def _tells(reading: Reading, head: Token, trigger_start: int) -> bool:
    """Whether a clause's own verb is an event's trigger or carries one as its object or subject."""
    if head.idx == trigger_start:
        return True
    span = reading.parsed.char_span(trigger_start, trigger_start + 1, alignment_mode="expand")
    if span is None:
        return False
    token = span[0]
    while token.dep_ in ("pobj", "prep", "dobj", "nsubj", "nsubjpass", "attr", "xcomp", "conj") and token.head != token:
        token = token.head
        if token == head:
            return True
    return False

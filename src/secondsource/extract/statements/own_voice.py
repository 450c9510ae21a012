"""Own voice: the main clauses that a document states itself, as past facts about somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from secondsource.extract.events.status import is_question
from secondsource.extract.reading import Reading
from secondsource.extract.sources.basis import BasisFound
from secondsource.extract.statements.pieces import (
    chain,
    figures_in,
    ground_of,
    is_negated,
    key_of,
    names_in,
    subject_name,
    subtree_span,
)
from secondsource.extract.statements.wording import sentence_like
from secondsource.model import (
    Assertion,
    EventMention,
    Span,
    Stance,
)

_MOOD = frozenset("could may might would should can must ought will shall".split())
# English has few opinions that do not show by their verb or adjective.
_OPINION = re.compile(
    r"\b(?:likely|perhaps|arguably|clearly|must|underscores?|underlines?|highlights?|reflects?|signals?|suggests?"
    r"|shows?|raises? (?:questions|concerns|fears)|remains? (?:unclear|unknown|fluid|to be seen)"
    r"|it (?:is|was) (?:unclear|not clear))\b",
    re.I,
)


# Who says what is told by an attribution; "the paper said Bishkek" alone tells nothing.
_SAYING = frozenset("say tell affirm add announce state claim reply answer respond ask report write note".split())


def of_own_voice(reading: Reading, found: BasisFound, events: Sequence[EventMention]) -> Iterator[Assertion]:
    text = reading.document.text
    triggers = {(e.sentence.start, e.trigger.start) for e in events}
    cues = [c for a in reading.attributions for c in a.cue]
    contents = [c for a in reading.attributions for c in a.content]
    for sentence in reading.sentences:
        words = text[sentence.start : sentence.end]
        if is_question(words) or len(words.split()) < 4:
            continue
        for head in _main_clauses(reading, sentence):
            span = _clause_without_others(reading, head)
            if any(c.start <= head.idx < c.end or _adds(reading, head, c) for c in cues):
                continue
            if head.lemma_.lower() in _SAYING and not any(c.dep_ == "dobj" for c in head.children):
                continue
            if any(c.start <= head.idx < c.end for c in contents):
                continue
            if any(s == sentence.start and _tells(reading, head, at) for s, at in triggers):
                continue
            if not _past_and_plain(head) or _OPINION.search(text[span.start : span.end]):
                continue
            about = subject_name(reading, head.i)
            if about is None and not names_in(reading, span):
                continue
            holders = chain(None, reading, found)
            stance: Stance = "asserts"
            if sentence in found.relayed and found.lead is not None:
                holders, stance = (found.lead, *holders), "relays"
            yield Assertion(
                sentence=sentence,
                content=span,
                text=sentence_like(text[span.start : span.end]),
                holders=holders,
                stance=stance,
                hedge=None,
                ground="own" if stance == "relays" else ground_of(holders, stance, found.basis),
                key=key_of(reading, span),
                negated=is_negated(reading, head.i),
                figures=figures_in(reading, span),
                subject=about,
            )


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


def _past_and_plain(head: Token) -> bool:
    """Whether a clause states something that has been: past, perfect or progressive, without mood or condition."""
    auxiliaries = [c for c in head.children if c.dep_ in ("aux", "auxpass")]
    if any(a.lower_ in _MOOD for a in auxiliaries):
        return False
    tense = {head.tag_, *(a.tag_ for a in auxiliaries)}
    return "VBD" in tense or any(a.lemma_ == "have" for a in auxiliaries) or (head.tag_ == "VBG" and bool(auxiliaries))

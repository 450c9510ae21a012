"""Positions: what each party demands, offers, commits to, declines, rejects, calls a red line or raises.

A cue word, whoever takes the position with it, and the issue beside it. Questions, conditionals, negated and merely
planned stances, guesses, unnamed voices and what is long past are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from spacy.tokens import Token

from secondsource.extract.events.memory import Memory, remember
from secondsource.extract.events.status import is_question
from secondsource.extract.positions.issues import Issue
from secondsource.extract.positions.lists import find_lists
from secondsource.extract.positions.parties import is_nobody
from secondsource.extract.positions.stances import of_adjective, of_noun, of_refusal, of_verb
from secondsource.extract.positions.taking import Taken
from secondsource.extract.reading import Reading
from secondsource.extract.sources.basis import BasisFound
from secondsource.extract.statements.pieces import chain, ground_of, key_of
from secondsource.model import Assertion, Attribution, Position, Span, When

# A stance taken so long before the report is history to it.
HISTORY = timedelta(days=366)


def find_positions(reading: Reading, found: BasisFound) -> tuple[Position, ...]:
    """The positions of a document in text order; one for each party and issue."""
    memory = remember(reading)
    positions: dict[tuple[str, str, int, str], Position] = {}
    for taken in _all_taken(reading, memory):
        sentence = reading.sentence(taken.at.idx)
        if sentence is None or not taken.parties or not taken.issues:
            continue
        attribution = reading.attribution(taken.at.idx)
        when = _when(reading, sentence, taken)
        if _is_silent(attribution) or _is_past(reading, when, found):
            continue
        for issue in taken.issues:
            assertion = _assertion(reading, found, attribution, sentence, issue)
            for party in taken.parties:
                key = (party, taken.stance, sentence.start, issue.words)
                positions.setdefault(key, Position(party, taken.stance, issue.words, when, assertion))
    for stance, party, item, issue in find_lists(reading, memory):
        assertion = _assertion(reading, found, None, item, issue)
        positions.setdefault(
            (party, stance, item.start, issue.words), Position(party, stance, issue.words, None, assertion)
        )
    return tuple(sorted(positions.values(), key=lambda p: (p.assertion.sentence.start, p.assertion.content.start)))


def _all_taken(reading: Reading, memory: Memory) -> Iterator[Taken]:
    text = reading.document.text
    for token in reading.parsed:
        if token.pos_ not in ("VERB", "AUX", "ADJ", "NOUN") or token.idx >= len(text):
            continue
        sentence = reading.sentence(token.idx)
        if sentence is None or is_question(text[sentence.start : sentence.end]):
            continue
        if token.pos_ == "NOUN":
            yield from of_noun(token, reading, memory)
        elif token.pos_ == "ADJ":
            yield from of_adjective(token, reading, memory)
        else:
            yield from of_verb(token, reading, memory)
            yield from of_refusal(token, reading, memory)


def _assertion(
    reading: Reading, found: BasisFound, attribution: Attribution | None, sentence: Span, issue: Issue
) -> Assertion:
    holders = chain(attribution, reading, found)
    stance = attribution.stance if attribution is not None else "asserts"
    content = reading.span(issue.start, issue.end)
    return Assertion(
        sentence=sentence,
        content=content,
        text=issue.words,
        holders=holders,
        stance=stance,
        hedge=attribution.hedge if attribution is not None else None,
        ground=ground_of(holders, stance, found.basis),
        key=key_of(reading, content),
    )


def _is_silent(attribution: Attribution | None) -> bool:
    """Whether what is attributed is a guess, a denial, or the word of nobody that is named."""
    if attribution is None:
        return False
    if attribution.stance in ("supposes", "denies", "no_comment"):
        return True
    if attribution.holders and attribution.holders[0].kind != "unnamed":
        return False
    return attribution.stance == "hedges" or (bool(attribution.holders) and is_nobody(attribution.holders[0].name))


def _is_past(reading: Reading, when: When | None, found: BasisFound) -> bool:
    """Whether a stance is history to the report; an encyclopedia is about history."""
    if when is None or when.latest is None or found.basis == "reference":
        return False
    published = reading.document.published
    days = [t.when.latest for t in reading.times if t.when is not None and t.when.latest is not None]
    dated = published is not None and published.latest is not None  # not only "after" some day
    now = published.earliest if published is not None and dated else max(days, default=None)
    return now is not None and when.latest < now - HISTORY


def _when(reading: Reading, sentence: Span, taken: Taken) -> When | None:
    """The first time that a sentence gives for the stance or for the saying of it, and not for an issue."""
    verb = taken.at if taken.at.pos_ in ("VERB", "AUX") else taken.at.head
    over = {verb.i, *(a.i for a in verb.ancestors)}
    for time in reading.times_in(sentence.start, sentence.end):
        if time.when is None or time.type not in ("DATE", "TIME"):
            continue
        inside = any(i.start <= time.span.start < i.end for i in taken.issues)
        words = reading.parsed.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if not inside and words is not None and _clause_of(words.root).i in over:
            return time.when
    return None


def _clause_of(token: Token) -> Token:
    """The verb to whose clause a word belongs."""
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token

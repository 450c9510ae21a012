"""The issues beside a verb: its object, its clause, what stands behind its preposition, a list of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from spacy.tokens import Span as Stretch
from spacy.tokens import Token

from secondsource.extract.events.grammar import SUBJECTS
from secondsource.extract.positions.cues import (
    GOES_ROUND,
    NO_COMMENT,
    NOUNS,
    Cue,
)
from secondsource.extract.positions.issues import Issue, cut, issue_between, members
from secondsource.extract.reading import Reading

_CLAUSE = ("xcomp", "ccomp", "advcl")
_LETTER = re.compile(r"\((?:[a-z]|[ivx]{2,4}|\d{1,2})\)\s*")
_LEAST_LETTERED = 2
_CHARGES = frozenset({"accusation", "charge", "information", "account", "version", "assertion", "notion"})
_ASKING = ("WP", "WRB", "WDT")
_JOINING = frozenset("from of for on over to against with into".split())


def issues_of_verb(verb: Token, cue: Cue, reading: Reading) -> list[Issue]:
    listed = _lettered(verb, reading)
    if listed:
        return listed
    clause = next((c for c in verb.children if c.dep_ in _CLAUSE and c.i > verb.i and _is_clause(c)), None)
    if cue.clause and clause is not None:
        own = any(c.dep_ in SUBJECTS for c in clause.children)
        if _is_no_comment(verb, clause) or (verb.lemma_.lower() == "want" and not own and clause.tag_ == "VB"):
            return []  # "wanted to lay out": an intention
        thing = behind_red_line(clause)
        stretches = members(thing) if thing is not None else _clause_stretches(verb, clause, cue)
        return cut_out(stretches, reading)
    heads = _objects(verb, cue)
    for preposition in verb.children:
        if preposition.dep_ in ("prep", "prt", "agent") and preposition.lower_ in cue.prepositions:
            heads += [g for g in preposition.children if g.dep_ in ("pobj", "pcomp")]
    behind = [issue for h in heads for issue in behind_colon(h, reading)]
    if behind:
        return behind
    if cue.stance == "accuses" and verb.dep_ == "relcl":
        heads = [verb.head]  # "controls, which Iran accuses them of imposing"
    stretches = [s for h in heads for s in members(h)]
    if stretches:
        stretches[-1] = _with_rest(verb, stretches[-1], reading)
    return cut_out(stretches, reading)


def behind_red_line(clause: Token) -> Token | None:
    """What "X was the top issue, a red line" calls one."""
    thing = next((c for c in clause.children if c.dep_ in SUBJECTS), None)
    if thing is None or thing.pos_ == "PRON" or clause.lemma_ != "be":
        return None
    words = [t.lower_ for t in clause.subtree]
    return thing if any(pair in (("red", "line"), ("red", "lines")) for pair in pairwise(words)) else None


def _clause_stretches(verb: Token, clause: Token, cue: Cue) -> list[Stretch]:
    """What is agreed or asked, whoever is asked to do it put first."""
    doc = verb.doc
    stretches = members(clause)
    last = stretches[-1]
    after = [c.right_edge.i for c in verb.children if c.dep_ in ("dobj", "xcomp") and c.i > clause.i]
    end = max([last.end, *(i + 1 for i in after)])
    if (
        end < len(doc)
        and doc[end].text == ","
        and "," in last.text
        and not any(c.dep_ == "dobj" for c in clause.children)
    ):
        end = verb.sent.end  # "offered to send, at its own cost, ..." where the parse lost the object
    stretches[-1] = doc[last.start : end]
    addressee = next(
        (c for c in verb.children if c.dep_ in ("dobj", "prep", "dative") and verb.i < c.i < clause.i), None
    )
    if addressee is not None and cue.stance == "demands" and addressee.lower_ not in ("in", "on", "at", "during"):
        first = addressee.left_edge.i + (addressee.dep_ == "prep")
        stretches[0] = doc[first : stretches[0].end]
    return stretches


def _lettered(verb: Token, reading: Reading) -> list[Issue]:
    """ "Called for (a) X, (b) Y and (c) Z"."""
    text = reading.document.text
    sentence = reading.sentence(verb.idx)
    if sentence is None:
        return []
    marks = list(_LETTER.finditer(text, verb.idx, sentence.end))
    if len(marks) < _LEAST_LETTERED:
        return []
    ends = [m.start() for m in marks[1:]] + [sentence.end]
    return [i for m, end in zip(marks, ends, strict=True) if (i := issue_between(m.end(), end, text)) is not None]


def _with_rest(verb: Token, stretch: Stretch, reading: Reading) -> Stretch:
    """An object with the phrases right behind it that the parse hung on the verb: "demands water from the river"."""
    end = stretch.end
    for child in verb.children:
        timed = any(t.i in reading.timed for t in child.subtree)
        if child.i == end and child.dep_ == "prep" and child.lower_ in _JOINING and not timed:
            end = child.right_edge.i + 1
    return stretch.doc[stretch.start : end]


def cut_out(stretches: Iterable[Stretch], reading: Reading) -> list[Issue]:
    """The issues of some stretches: without the "that" before, the aside behind, and who is said to have said it."""
    text = reading.document.text
    found: list[Issue | None] = []
    for stretch in stretches:
        plain = _without_lead(_without_aside(stretch))
        start, end = plain.start_char, plain.end_char
        attribution = reading.attribution(start)
        for piece in attribution.content if attribution is not None else ():
            if piece.start <= start < piece.end:
                end = min(end, piece.end)
        found.append(issue_between(start, end, text))
    return [issue for issue in found if issue is not None]


def _without_aside(stretch: Stretch) -> Stretch:
    """A noun phrase without the ", which ..." or ", a ..." that only adds to it."""
    for token in stretch:
        if token.lower_ in ("which", "who", "whom") and token.i > stretch.start and token.nbor(-1).text == ",":
            return stretch.doc[stretch.start : token.i - 1]
        if token.dep_ == "appos" and token.i > stretch.start and any(c.lower_ in ("a", "an") for c in token.children):
            before = token.left_edge.i
            if before > stretch.start + 1 and token.doc[before - 1].text == ",":
                return stretch.doc[stretch.start : before - 1]
    return stretch


def _is_clause(token: Token) -> bool:
    if token.dep_ == "advcl":
        return any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)
    if any((c.tag_ in _ASKING and c.lower_ != "that") or c.lower_ in ("if", "whether") for c in token.children):
        return False
    return token.pos_ in ("VERB", "AUX")


def _is_no_comment(verb: Token, clause: Token) -> bool:
    return verb.lemma_ in ("decline", "refuse") and clause.lemma_.lower() in NO_COMMENT


def _without_lead(stretch: Stretch) -> Stretch:
    """A clause without the "that" or "to" that opens it."""
    doc, first = stretch.doc, stretch.start
    while first < stretch.end - 1 and (doc[first].lower_ in ("that", "to", "for") or doc[first].is_punct):
        first += 1
    return doc[first : stretch.end]


def _objects(verb: Token, cue: Cue) -> list[Token]:
    if not cue.object:
        return []
    heads = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "oprd")]
    if not heads and verb.dep_ == "relcl" and any(c.lower_ in ("which", "that") for c in verb.children):
        heads = [verb.head]
    heads = [h.head.head if h.lower_ in ("which", "that") and h.head.dep_ == "relcl" else h for h in heads]
    if cue.objects:
        heads = [h for h in heads if h.lemma_.lower() in cue.objects]
    stated = cue.stance == "raises"  # "reiterated its opposition to X" is the noun's stance
    if cue.stance == "rejects":  # "rejected the reports" denies, and refuses nothing
        heads = [h for h in heads if h.lemma_.lower() not in GOES_ROUND - {"idea", "suggestion"} | _CHARGES]
    return [h for h in heads if h.pos_ != "PRON" and not (stated and h.lemma_.lower() in NOUNS)]


def behind_colon(noun: Token, reading: Reading) -> list[Issue]:
    """The list after "four demands: " or "three requests ..., namely"."""
    sentence = reading.sentence(noun.idx)
    if sentence is None or noun.lemma_.lower() not in NOUNS or noun.tag_ != "NNS":
        return []
    text = reading.document.text
    rest = text[noun.idx : sentence.end]
    for mark in (": ", ", namely ", " namely "):
        at = rest.find(mark)
        if at >= 0:
            return cut(noun.idx + at + len(mark), sentence.end, text)
    return []

"""Spotting: the phrases of a sentence that name or describe somebody who can act, and whom they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from secondsource.extract.events.memory import Memory, party
from secondsource.extract.events.phrases import actor, phrase_of, sides_of
from secondsource.extract.events.triggers import is_actor
from secondsource.extract.reading import Reading
from secondsource.model import Name, Participant, Span
from secondsource.words.actors import actor_nouns
from secondsource.words.persons import person_nouns

_BEFORE = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "predet"})
_INSIDE = frozenset({"compound", "amod", "nmod", "poss", "nummod"})
_NAMED = frozenset({"person", "country", "people", "body", "agency"})
_PRONOUNS = frozenset("he she they it him her them we us its his their".split())
# A place is somebody where something is done to it.
_UPON = frozenset("on against to into upon with from at of for before between by towards toward over".split())
_UNKNOWN = frozenset({"ORG", "NORP", "PERSON"})
# Words that a phrase may still hold after its head: "a group of engineers".
_TAIL = 5


@dataclass(frozen=True, slots=True)
class ActorPhrase:
    """A phrase for an actor: its head, its stretch of the text, and the participants it stands for, one or more."""

    head: Token
    span: Span
    stands_for: tuple[Participant, ...]


def find_actor_phrases(sentence: Span, reading: Reading, memory: Memory) -> tuple[ActorPhrase, ...]:
    """The actor phrases of a sentence in text order; none lies within another."""
    tokens = reading.parsed.char_span(sentence.start, sentence.end, alignment_mode="expand")
    found: list[ActorPhrase] = []
    done: set[int] = set()
    for token in tokens or ():
        name = reading.name(token)
        if name is not None:
            if id(name) in done:
                continue
            done.add(id(name))
            head = _head_of(token, name, reading)
        else:
            head = token
        if not _can_act(head, name, reading) or _belongs_to_another(head, reading):
            continue
        people = _stands_for(head, name, reading, memory)
        if people:
            found.append(ActorPhrase(head, _span_of(head, name, reading), people))
    return tuple(_apart([p for p in found if not _repeats(p, found)]))


def _repeats(phrase: ActorPhrase, found: Sequence[ActorPhrase]) -> bool:
    """Whether a pronoun stands for somebody whom the sentence also names."""
    if phrase.head.pos_ != "PRON":
        return False
    named = {p for other in found if other.head.pos_ != "PRON" for p in other.stands_for}
    return set(phrase.stands_for) <= named


def _head_of(token: Token, name: Name, reading: Reading) -> Token:
    while token.head != token and reading.names.get(token.head.i) is name:
        token = token.head
    return token


def _can_act(head: Token, name: Name | None, reading: Reading) -> bool:
    if name is not None:
        if name.kind in _NAMED or name.acts:
            return True
        if name.place is not None:
            upon = head.dep_ == "pobj" and head.head.lower_ in _UPON
            return upon or head.dep_ in ("dobj", "nsubjpass", "nsubj")
        return name.kind == "other" and head.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "poss")
    if head.pos_ == "PRON":
        return head.lower_ in _PRONOUNS
    if head.pos_ == "PROPN":
        known = is_actor(head, reading) or is_somebody(head)  # the first word of a sentence is often taken for a name
        return known or (head.ent_type_ in _UNKNOWN and head.dep_ not in _INSIDE)
    return head.pos_ == "NOUN" and head.i not in reading.timed and (is_actor(head, reading) or is_somebody(head))


def is_somebody(noun: Token) -> bool:
    """Whether a common noun means a person or people who act as one, and nothing else hangs on it as its measure."""
    nouns = actor_nouns()
    forms = {noun.lemma_.lower(), noun.lower_.removesuffix("s")}
    return any(f in person_nouns() or f in nouns.groups or f in nouns.people or f in nouns.force for f in forms)


def _belongs_to_another(head: Token, reading: Reading) -> bool:
    """Whether a phrase only describes another actor: "Israel's army", "the president of Chad", "Lavrov, the envoy"."""
    above = head.head
    if above == head:
        return False
    if head.dep_ in _INSIDE or head.dep_ == "appos":
        return _is_one(above, reading)
    if head.dep_ == "conj" and above.dep_ in _INSIDE:
        return _is_one(above.head, reading)
    return (
        head.dep_ == "pobj"
        and above.lower_ in ("of", "from", "in")
        and above.head.pos_ in ("NOUN", "PROPN")
        and reading.name(above.head) is None
        and _is_one(above.head, reading)
        and above.head.i < head.i
    )


def _is_one(token: Token, reading: Reading) -> bool:
    name = reading.name(token)
    named = name is not None and name.place is not None
    return named or is_actor(token, reading) or (token.pos_ in ("NOUN", "PROPN") and is_somebody(token))


def _stands_for(head: Token, name: Name | None, reading: Reading, memory: Memory) -> tuple[Participant, ...]:
    found = tuple(dict.fromkeys(actor(head, reading, memory)))
    if found or head.pos_ == "PRON":
        return tuple(replace(p, side=p.side or _country_beside(head, reading)) for p in found)
    if name is not None:
        side = name.side or _country(name)
        return (party(side if side and name.place is not None else name.name, side),)
    side = next(iter(sides_of(head, reading, memory)), None) or _country_beside(head, reading)
    return (party(phrase_of(head) or head.text, side),)


def _country_beside(head: Token, reading: Reading) -> str | None:
    """The country in which a phrase sets its people: "families in Malawi", "rebels in the north of Mali"."""
    for child in head.rights:
        if child.dep_ != "prep" or child.lower_ not in ("in", "at", "across", "from", "of"):
            continue
        for token in child.subtree:
            name = reading.name(token)
            if name is not None and name.kind in ("country", "place") and (country := _country(name)):
                return country
    return None


def _country(name: Name) -> str | None:
    return name.place.country if name.place is not None and name.place.country else name.side


def country_of(sentence: Span, reading: Reading) -> str | None:
    """The one country that a sentence names, by itself, its people or its towns; None where there are several."""
    tokens = reading.parsed.char_span(sentence.start, sentence.end, alignment_mode="expand") or ()
    found = {
        country
        for token in tokens
        if (name := reading.name(token)) is not None
        for country in [name.side]
        if country is not None and name.kind not in ("outlet", "agency")
    } or {
        name.place.country
        for token in tokens
        if (name := reading.name(token)) is not None and name.place is not None and name.place.country
    }
    return found.pop() if len(found) == 1 else None


def _span_of(head: Token, name: Name | None, reading: Reading) -> Span:
    start, end = head.i, head.i
    for child in head.lefts:
        if child.dep_ in _BEFORE and child.i < start:
            start = min(start, child.left_edge.i)
    for child in head.rights:
        tail = child.right_edge.i
        if child.lower_ == "of" and child.dep_ == "prep" and tail - head.i <= _TAIL and _only_nouns(child):
            end = max(end, tail)
    if name is not None:
        covered = [t.i for t in _tokens(name, reading)]
        start, end = min(start, *covered), max(end, *covered)
    first, last = reading.parsed[start], reading.parsed[end]
    return reading.span(first.idx, last.idx + len(last.text))


def _only_nouns(preposition: Token) -> bool:
    return all(t.pos_ in ("NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM", "PART") for t in preposition.subtree)


def _tokens(name: Name, reading: Reading) -> Iterator[Token]:
    yield from reading.parsed.char_span(name.span.start, name.span.end, alignment_mode="expand") or ()


def _apart(found: list[ActorPhrase]) -> Iterator[ActorPhrase]:
    """Of phrases that overlap the longer one."""
    last: ActorPhrase | None = None
    for phrase in sorted(found, key=lambda p: (p.span.start, -p.span.end)):
        if last is None or phrase.span.start >= last.span.end:
            yield phrase
            last = phrase

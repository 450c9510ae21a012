"""Whose position it is: a government or organisation, or somebody who speaks for it; analysts take none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from secondsource.extract.events.grammar import is_passive, objects_of, subject
from secondsource.extract.events.memory import Memory
from secondsource.extract.events.phrases import actors, named_sides
from secondsource.extract.reading import Reading
from secondsource.model import Attribution, Name, Participant
from secondsource.words.actors import actor_nouns

_PAIR = 2
_BESIDE = 6  # tokens between two names that stand beside each other
_DETERMINERS = ("det", "nummod", "predet")
_LETTERS = 7  # of an acronym that no list knows
_PRIVATE = re.compile(
    r"\b(?:analysts?|experts?|professor|researchers?|fellow|scholars?|historian|economist|author|commentators?|columnist"
    r"|institute|university|think[- ]tank|observers?|critics?|lawyer|attorney|journalist|editor|activists?|residents?"
    r"|farmers?|former|ex|retired)\b",
    re.I,
)
# Bodies by which a state itself speaks; any other body with a country takes a position of its own.
_OF_STATE = re.compile(
    r"\b(?:ministry|department|government|house|pentagon|kremlin|embassy|consulate|mission|parliament|congress|senate"
    r"|cabinet|presidency|palace|administration|office|army|navy|guard|forces?|military|delegation|council|commission"
    r"|command|agency|authority|directorate|secretariat|elysee|élysée|street|politburo|party)\b",
    re.I,
)


_NOBODY = re.compile(r"\b(?:sources?|people|person|reports?|rumou?rs?|speculation|media|insiders?|whispers)\b", re.I)


def parties_of(verb: Token, reading: Reading, memory: Memory) -> tuple[str, ...]:
    """The parties that do what a verb says; empty where nobody who can take a position does it."""
    if is_passive(verb):
        heads = objects_of(verb, "by")
    else:
        doer = subject(verb) or _noun_before(verb)
        heads = [doer] if doer is not None else []
    return named_parties(heads, reading, memory)


def _noun_before(verb: Token) -> Token | None:
    """The noun right before a finite verb that the parse hung elsewhere: "At the talks, the Iranian side demanded"."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ not in ("ROOT", "conj"):
        return None
    left = verb
    while left.i > verb.sent.start and (left == verb or left.pos_ in ("ADV", "AUX", "PART")):
        left = left.nbor(-1)
    return left if left.pos_ in ("NOUN", "PROPN") else None


def named_parties(heads: list[Token], reading: Reading, memory: Memory) -> tuple[str, ...]:
    """The parties that noun phrases with these heads mean, each once."""
    found = (p for head in heads for p in _of_head(head, reading, memory))
    return tuple(dict.fromkeys(found))


def _of_head(head: Token, reading: Reading, memory: Memory) -> Iterator[str]:
    nouns = actor_nouns()
    lemma = head.lemma_.lower()
    unnamed = reading.name(head) is None
    if unnamed and head.pos_ == "NOUN" and lemma in nouns.people and lemma not in nouns.government:
        return
    found = [
        party
        for participant in actors(head, reading, memory)
        if (party := _party(participant, _name(participant, head, reading), head)) is not None
    ]
    if unnamed and head.tag_ == "NNS" and _is_bare(head) and len(found) != _PAIR:
        found = []  # "the parties" are two
    yield from found or (_spoken_of(head, reading, memory) if unnamed and head.pos_ == "NOUN" else ())


def _spoken_of(noun: Token, reading: Reading, memory: Memory) -> Iterator[str]:
    """Whom a bare "the parties" or "the spokeswoman" means: the pair spoken of before, or who spoke last."""
    words = {c.lower_ for c in noun.children if c.dep_ in _DETERMINERS}
    if not _is_bare(noun) or not words & {"the", "both", "two"} or noun.lemma_.lower() not in actor_nouns().government:
        return
    if noun.tag_ == "NNS":
        group = memory.group_before(noun.i) or _two_just_named(noun, memory)
        yield from (p.side for p in group if p.side) if len(group) == _PAIR else ()
    else:
        spoke = [a.holders[0] for a in reading.attributions if a.holders and a.sentence.end <= noun.idx]
        if spoke and spoke[-1].kind == "person" and spoke[-1].side:
            yield spoke[-1].side


def _two_just_named(noun: Token, memory: Memory) -> tuple[Participant, ...]:
    """The last two sides that a text names beside each other: "delegations of the Republic of A and of B"."""
    before = [(i, side) for i, side in memory.bearers if i < noun.i]
    for (i, first), (k, second) in pairwise(reversed(before)):
        if first != second and i - k <= _BESIDE:
            return (Participant(second, second, "party"), Participant(first, first, "party"))
    return ()


def _is_bare(noun: Token) -> bool:
    return all(c.dep_ in (*_DETERMINERS, "punct") for c in noun.children)


def _name(participant: Participant, head: Token, reading: Reading) -> Name | None:
    name = reading.name(head)
    if name is not None and name.name == participant.name:
        return name
    return next((n for n in reading.names.values() if n.name == participant.name), None)


def _party(participant: Participant, name: Name | None, head: Token) -> str | None:
    kind = name.kind if name is not None else None
    proper = participant.name[:1].isupper()
    if kind in ("outlet", "agency") or (participant.side is None and not proper):
        return None
    if kind == "person":
        words = f"{name.role or ''} {_before(head)}" if name is not None else ""
        return None if _PRIVATE.search(words) else participant.side or participant.name
    if kind == "body" and participant.side and not _OF_STATE.search(participant.name):
        return participant.name
    if kind is None and _PRIVATE.search(participant.name):
        return None
    if kind == "place":
        return None
    if kind is None and participant.side is None:
        return participant.name if participant.name.isupper() and len(participant.name) < _LETTERS else None
    return participant.side or participant.name


def _before(head: Token) -> str:
    """The words of a person's phrase: title before the name, office behind it."""
    return " ".join(t.text for t in head.subtree if abs(t.i - head.i) < 14)


def holder_party(attribution: Attribution | None, reading: Reading) -> str | None:
    """The party in whose name something is said: the speaker's side, or the body that publishes the document."""
    if attribution is None:
        return reading.document.outlet if reading.document.official else None
    holder = attribution.holders[0] if attribution.holders else None
    if holder is None or holder.kind not in ("person", "body", "country"):
        return None
    if _PRIVATE.search(holder.name) or (holder.kind == "body" and not _OF_STATE.search(holder.name)):
        return None
    return holder.side or (holder.name if holder.name[:1].isupper() else None)


def sides_in(tokens: list[Token], reading: Reading) -> tuple[str, ...]:
    """The sides that any of some tokens name."""
    return tuple(dict.fromkeys(s for t in tokens if reading.name(t) is not None for s in named_sides(t, reading)))


def is_nobody(words: str) -> bool:
    """Whether an unnamed holder is no official either: an analyst, "sources", a rumour."""
    return _PRIVATE.search(words) is not None or _NOBODY.search(words) is not None

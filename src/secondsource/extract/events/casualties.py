"""Casualties: who is said to have died or been hurt in an act of violence, also where only their number is given."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.extract.events.grammar import is_measure, subject
from secondsource.extract.events.memory import Memory, party
from secondsource.extract.events.phrases import actors, phrase_of, sides_of
from secondsource.extract.events.triggers import Trigger
from secondsource.extract.reading import Reading
from secondsource.model import Participant

# What happens to the subject of these happens in the act that they name: "died in the ambush".
_DYING = frozenset({"die", "perish", "succumb", "fall"})
_STRUCK = frozenset({"kill", "wound", "injure", "hurt", "murder", "maim"})
_HARMED = frozenset({"dead", "wounded", "injured", "hurt", "missing"})
_IN = frozenset({"in", "by", "from", "after", "during", "following"})
_WHEN = frozenset({"when", "after", "as"})


def harmed(trigger: Trigger) -> list[Token]:
    """Those of whom the sentence says that they died or were hurt in an act of violence, by the nouns for them."""
    if trigger.word.type != "ASSAULT":
        return []
    verb = _verb_of_harm(trigger)
    own = subject(verb) if verb is not None else None
    return [own, *own.conjuncts] if own is not None and own != trigger.token else []


def _verb_of_harm(trigger: Trigger) -> Token | None:
    """The verb that says so, where the act is told in its clause or in one of time under it."""
    token = trigger.token
    while token.dep_ == "conj" and token.head.pos_ == token.pos_:
        token = token.head
    if trigger.kind == "noun":
        if token.dep_ != "pobj" or token.head.lower_ not in _IN:
            return None
        above = token.head.head
        while above.dep_ in ("prep", "pobj", "acomp", "prt", "advmod") and above.head != above:
            above = above.head
    elif token.dep_ == "advcl" and any(c.lower_ in _WHEN for c in token.children if c.dep_ in ("mark", "advmod")):
        above = token.head
    else:
        return None
    if above.dep_ == "xcomp":
        above = above.head
    if is_harm(above) and above.dep_ == "conj" and above.head.lemma_ == "be" and is_harm(above.head):
        above = above.head  # "seven are dead and 21 are fighting for their lives"
    return above if is_harm(above) else None


def is_harm(verb: Token) -> bool:
    """ "Died", "lost their lives", "are dead", "are fighting for their lives"."""
    if verb.lemma_ == "fight":
        return any(g.lemma_.lower() == "life" for c in verb.children if c.dep_ == "prep" for g in c.children)
    if verb.lemma_ == "lose":
        return any(c.dep_ == "dobj" and c.lemma_.lower() == "life" for c in verb.children)
    if verb.lemma_ == "be":
        return any(c.dep_ == "acomp" and c.lower_ in _HARMED for c in verb.children)
    if verb.lemma_.lower() in _STRUCK:
        return any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
    return verb.lemma_.lower() in _DYING


def harmed_people(head: Token, reading: Reading, memory: Memory) -> tuple[Participant, ...]:
    """Whom a noun or a number in the place of a victim means; of a bare number, so many people."""
    if head.pos_ == "NUM" or (is_measure(head) and not any(c.dep_ == "prep" for c in head.children)):
        if head.i in reading.timed or reading.name(head) is not None:
            return ()
        return (party(f"{_number(head)} people", None),)
    found = actors(head, reading, memory)
    if found or head.pos_ not in ("NOUN", "PROPN") or not phrase_of(head):
        return found
    sides = list(dict.fromkeys(sides_of(head, reading, memory)))
    return tuple(party(phrase_of(head), s) for s in sides[:1]) or (party(phrase_of(head), None),)


def _number(head: Token) -> str:
    words = [t.lower_ for t in head.subtree if t.i <= head.i and t.pos_ in ("NUM",)] or [head.lower_]
    return " ".join(words)

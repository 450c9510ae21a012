"""Granted: noun events that a sentence takes for granted, whatever the mood of the verb over them."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.extract.events.triggers import Trigger
from secondsource.words.mood import mood_words

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "their", "its", "his", "her", "our", "such"})


def is_definite(noun: Token) -> bool:
    """Whether a noun is spoken of as known: "the talks", "their visit"."""
    return any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in noun.children)


def is_going_on(trigger: Trigger) -> bool:
    """ "The recent attacks", "will lift the ban": what has been, or what can be ended, is there already."""
    noun = trigger.token
    if trigger.relation == "none" and any(c.lower_ in mood_words().ongoing and c.dep_ == "amod" for c in noun.children):
        return True
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    verb = noun.head
    if noun.dep_ not in ("dobj", "nsubjpass") or verb.pos_ != "VERB" or verb.lemma_.lower() not in mood_words().ending:
        return False
    single = noun.tag_ == "NN" and not is_definite(noun)
    return not (verb.lemma_.lower() in _MAY_PREVENT and single)  # "to stop an attack"


_MAY_PREVENT = frozenset({"stop", "halt", "end"})


def is_put_aside(noun: Token) -> bool:
    """ "Rejected a request": what is asked or offered was asked or offered, whatever the answer."""
    return (
        noun.dep_ in ("dobj", "nsubjpass")
        and noun.lemma_.lower() in mood_words().asking
        and noun.head.lemma_.lower() in _ANSWERING
    )


_ANSWERING = frozenset("refuse reject decline dismiss accept ignore deny rebuff spurn grant approve turn heed".split())


def is_complained_of(noun: Token, verb: Token) -> bool:
    """ "To protest against the detention of the crew": whatever becomes of the protest, the detention is a fact."""
    if verb.lemma_.lower() not in mood_words().complaining:
        return False
    governed = noun.head == verb or (noun.dep_ == "pobj" and noun.head.head == verb)
    told = verb.lemma_.lower() in _LOOKING_BACK or any(
        c.dep_ == "prep" and c.lower_ in ("of", "by", "on", "in", "against") for c in noun.children
    )
    return governed and is_definite(noun) and told


_LOOKING_BACK = frozenset("avenge mourn commemorate condemn denounce deplore lament apologize apologise".split())

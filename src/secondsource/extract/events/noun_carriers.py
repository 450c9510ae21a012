"""Carriers: the verb that holds, tells of or is said of a noun event, and how the noun stands to it."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

from secondsource.extract.events.grammar import is_measure
from secondsource.words.events import event_words
from secondsource.words.mood import mood_words

# How a noun event stands to the verb over it: held, told of, taking place, or neither.
Relation = Literal["object", "report", "subject", "none"]
NOUNS = ("NOUN", "PROPN")
# Verbs that tell of an event without doing anything to it.
REPORTING = frozenset(
    "confirm deny disclose reveal report describe acknowledge announce plan propose discuss mention cite recall "
    "request seek".split()
)


def is_rumoured(noun: Token) -> bool:
    """ "Reports of an arms shipment": the noun after "of" is what is reported."""
    return (
        noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in mood_words().rumour_nouns
    )


def tells_itself(verb: Token, noun: str) -> bool:
    """Whether a verb with this noun as its object is an event word of its own."""
    return any(noun in w.object_words for w in event_words().verbs.get((verb.lemma_.lower(), None), ()))


def is_done(verb: Token) -> bool:
    """ "Sanctions were imposed": a carrier in the passive."""
    return any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children) and (
        (verb.lemma_.lower(), None) in event_words().carriers
    )


def carrier_of(token: Token) -> tuple[Token | None, Relation]:
    """The verb a noun event hangs on, if that verb only carries it."""
    carriers = event_words().carriers
    head = token
    while head.dep_ == "conj" and head.head.pos_ in NOUNS:
        head = head.head
    # "a series of meetings", "a round of talks"
    while (
        head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.pos_ in NOUNS and is_measure(head.head.head)
    ):
        head = head.head.head
    verb = head.head
    if head.dep_ in ("dobj", "oprd") and verb.pos_ == "VERB" and verb.lemma_.lower() in REPORTING:
        return verb, "report"
    if head.dep_ in ("dobj", "oprd") and verb.pos_ == "VERB":
        particles = [None, *(c.lower_ for c in verb.children if c.dep_ == "prt")]
        if any((verb.lemma_.lower(), particle) in carriers for particle in particles):
            return verb, "object"
    if head.dep_ == "pobj" and verb.dep_ in ("prep", "agent", "prt"):
        above = _phrase_verb(verb)
        if above is not None:
            return above, "object"
    elif head.dep_ in ("nsubj", "nsubjpass") and verb.pos_ in ("VERB", "AUX"):
        return verb, "subject"
    elif head.dep_ == "attr" and verb.lemma_ == "be":
        return verb, "subject" if any(c.dep_ == "expl" for c in verb.children) else "none"
    return None, "none"


def _phrase_verb(preposition: Token) -> Token | None:
    """The verb that carries the noun after a preposition: "arrive for", "take part in", "claim responsibility for"."""
    carriers = event_words().carriers
    above = preposition.head
    word = preposition.lower_
    if above.dep_ == "dobj" and above.head.pos_ == "VERB":  # "claimed responsibility for the attack"
        verb = above.head
        return verb if (verb.lemma_.lower(), f"{above.lemma_.lower()} {word}") in carriers else None
    if above.dep_ == "prt" and above.head.pos_ == "VERB":
        above = above.head
    if above.pos_ != "VERB":
        return None
    lemma = above.lemma_.lower()
    own = [c.lower_ for c in above.children if c.dep_ in ("dobj", "prt", "advmod")]
    if (lemma, word) in carriers or any((lemma, f"{each} {word}") in carriers for each in own):
        return above
    return None

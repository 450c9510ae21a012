"""Triggers: the verbs and nouns that tell of an event, with the verb that carries a noun event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from secondsource.extract.reading import Reading
from secondsource.words.actors import actor_nouns
from secondsource.words.events import EventWord, event_words

# How a noun event stands to the verb over it: held, told of, taking place, or neither.
Relation = Literal["object", "report", "subject", "none"]
_NOUN = ("NOUN", "PROPN")
# Verbs that tell of an event without doing anything to it.
REPORTING = frozenset(
    "confirm deny disclose reveal report describe acknowledge announce plan propose discuss mention cite recall "
    "request seek".split()
)
# Categories whose nouns name an act also where no verb carries them.
_BARE_NOUNS = frozenset({"CONSULT", "ASSAULT", "PROTEST", "RETREAT", "MOBILIZE", "COOPERATE"})
_UNWILLING = frozenset({"decline", "refuse"})
_SPEAKING = frozenset(
    "comment say answer confirm elaborate discuss identify give respond speculate name disclose provide specify".split()
)
# A treaty that a country has, or a pact that includes something, is no act of agreeing.
_AGREEING = frozenset(
    "sign reach strike seal conclude announce ink ratify finalize finalise clinch agree broker declare make "
    "negotiate".split()
)
_ASKING = frozenset({"ask", "seek", "press", "request", "demand"})
# "the two met" ends a clause: a meeting verb may go without an object when its subject is plural.
_INTRANSITIVE_MEETING = frozenset({"meet", "negotiate", "confer", "talk", "speak", "clash", "collide"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an event; `carrier` is the verb that does something with a noun event ("held talks")."""

    token: Token
    word: EventWord
    kind: Literal["verb", "noun"]
    carrier: Token | None = None
    relation: Relation = "none"


def find_triggers(reading: Reading) -> list[Trigger]:
    """All triggers of a document in order, furniture left out."""
    found: list[Trigger] = []
    for token in reading.parsed:
        if (
            token.pos_ not in ("VERB", "NOUN", "PROPN")
            or reading.sentence(token.idx) is None
            or _in_time(token, reading)
        ):
            continue
        trigger = _verb(token, reading) if token.pos_ == "VERB" else _noun(token, reading)
        if trigger is not None:
            found.append(trigger)
    carried = {
        (t.carrier.i, t.word.type)
        for t in found
        if t.kind == "noun" and t.carrier is not None and t.relation == "object"
    }
    return [t for t in found if t.kind == "noun" or not _only_carries(t, carried)]


def _only_carries(trigger: Trigger, carried: set[tuple[int, str]]) -> bool:
    """Whether a verb only carries a noun event of its own kind: "imposed sanctions", not "agreed to a ceasefire"."""
    here = {kind for index, kind in carried if index == trigger.token.i}
    return trigger.word.type in here or (bool(here) and trigger.word.shape == "host")


def _particles(verb: Token, reading: Reading) -> list[str]:
    """The particles and prepositions right of a verb, nearest first; "on Friday" is none."""
    found = [c for c in verb.rights if c.dep_ in ("prt", "prep", "agent", "dative", "advmod") and len(c.text) < 8]
    objects = [c.lower_ for c in verb.rights if c.dep_ == "dobj"]  # "open fire"
    return [c.lower_ for c in found if not any(_in_time(g, reading) for g in c.children)] + objects


def _in_time(token: Token, reading: Reading) -> bool:
    return token.i in reading.timed


def direct_objects(verb: Token) -> list[Token]:
    """A verb's object nouns, passive subjects and conjuncts included."""
    heads = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "dative", "oprd")]
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        heads.append(verb.head)
    if verb.dep_ == "relcl":
        heads = [verb.head if c.lower_ in ("which", "that", "who", "whom") else c for c in heads]
    return [h for head in heads for h in (head, *head.conjuncts)]


def _verb(token: Token, reading: Reading) -> Trigger | None:
    words = event_words()
    lemma = token.lemma_.lower()
    options = [w for p in _particles(token, reading) for w in words.verbs.get((lemma, p), ())]
    options += words.verbs.get((lemma, None), ())
    options.sort(key=lambda w: not w.object_words)  # "fired missiles" before "fired on"
    if not options or token.dep_ in ("amod", "compound") or (token.tag_ == "VBN" and token.dep_ in ("nmod", "pobj")):
        return None
    objects = direct_objects(token)
    if lemma == "call" and not any(c.dep_ in ("xcomp", "ccomp", "advcl") or c.lower_ == "for" for c in token.children):
        options = [w for w in options if w.type != "REQUEST" or w.object_words] + [
            w for w in words.verbs[("visit", None)] if len(options) > 0
        ]
    if lemma in _UNWILLING and any(
        c.dep_ in ("xcomp", "ccomp") and c.lemma_.lower() in _SPEAKING for c in token.children
    ):
        return None  # "declined to comment" is silence, not a rejection
    clause = any(
        c.dep_ in ("xcomp", "ccomp") or (c.dep_ == "prep" and c.lower_ in ("for", "to")) for c in token.children
    )
    if lemma == "ask" and any(_is_indirect_question(c) for c in token.children):
        return None
    if lemma in _ASKING and not clause and (lemma in ("ask", "seek") or not objects):
        return None
    if all(w.type == "AGREE" and not w.object_words for w in options) and not clause:
        return None  # "committed sins", "offered a defence": nothing is agreed to
    for word in options:
        if word.shape == "host" and not any(_is_guest(o, reading) for o in objects):
            continue
        if _object_fits(token, word, objects, reading):
            return Trigger(token, word, "verb")
    return None


def _is_indirect_question(clause: Token) -> bool:
    """ "Asked whether", "asked if", "asked what": a question, not a request."""
    if clause.dep_ not in ("ccomp", "xcomp", "advcl"):
        return False
    return any(c.lower_ in ("whether", "if", "what", "who", "why", "how", "when", "where") for c in clause.children)


def _object_fits(token: Token, word: EventWord, objects: list[Token], reading: Reading) -> bool:
    if word.object_words:
        prepositional = [g for p in token.children if p.dep_ in ("prep", "prt") for g in p.children if g.dep_ == "pobj"]
        heads = [
            t for o in [*objects, *prepositional] for t in (o, *(c for c in o.lefts if c.dep_ in ("compound", "appos")))
        ]
        return any(t.lemma_.lower() in word.object_words or _office(t, reading) & word.object_words for t in heads)
    if word.object == "any":
        return True
    candidates = [
        *objects,
        *(g for p in token.children if p.dep_ in ("prep", "agent") for g in p.children if g.dep_ == "pobj"),
    ]
    if word.object == "force":
        nouns = actor_nouns()
        return any(o.lemma_.lower() in nouns.force for o in candidates)
    if any(is_actor(o, reading) or _is_place(o, reading) for o in candidates):
        return True
    return token.lemma_.lower() in _INTRANSITIVE_MEETING and not objects


def _office(token: Token, reading: Reading) -> frozenset[str]:
    """The words of the office that a named person holds: "Ambassador Ri" is an ambassador."""
    name = reading.name(token)
    return frozenset((name.role or "").lower().split()) if name is not None else frozenset()


def _is_guest(token: Token, reading: Reading) -> bool:
    """Whether somebody can be a guest of state: a named person, or officials."""
    name = reading.name(token)
    return (name is not None and name.kind == "person") or token.lemma_.lower() in actor_nouns().government


def is_actor(token: Token, reading: Reading) -> bool:
    """Whether a noun names or describes somebody who can act."""
    name = reading.name(token)
    if name is not None:
        return name.kind in ("person", "body", "country", "people", "agency") or name.acts
    if token.pos_ == "PRON":
        return token.lower_ in _PERSONAL
    nouns = actor_nouns()
    lemma = token.lemma_.lower()
    return lemma in nouns.government or lemma in nouns.force or lemma in nouns.people or lemma in nouns.things


_PERSONAL = frozenset({"he", "she", "him", "her", "they", "them", "who", "whom", "us", "we", "i", "me", "you"})


def _is_place(token: Token, reading: Reading) -> bool:
    name = reading.name(token)
    return name is not None and name.place is not None


def _noun(token: Token, reading: Reading) -> Trigger | None:
    words = event_words()
    name = reading.name(token)
    if name is not None and name.kind in ("person", "outlet", "body", "agency", "country", "people"):
        return None
    if token.dep_ == "compound" and token.head.pos_ in _NOUN and token.i < token.head.i:
        return None  # "meeting room", "strike group": the head decides
    lemma = token.lemma_.lower()
    before = token.nbor(-1).lemma_.lower() if token.i else ""
    options = words.nouns.get(f"{before}_{lemma}") or words.nouns.get(lemma)
    if not options:
        return None
    carrier, relation = _carrier(token)
    if options[0].type == "AGREE" and (carrier is None or carrier.lemma_.lower() not in _AGREEING):
        return None
    if lemma in ("release", "conference", "call") and before in ("news", "press", "media"):
        return None
    owned = any(c.dep_ == "prep" and c.lower_ in ("of", "by") for c in token.children)
    owned = owned or any(c.lower_ == "such" for c in token.children)
    if options[0].type not in _BARE_NOUNS and relation not in ("object", "report") and not owned:
        return None
    return Trigger(token, options[0], "noun", carrier, relation)


def _carrier(token: Token) -> tuple[Token | None, Relation]:
    """The verb a noun event hangs on, if that verb only carries it."""
    carriers = event_words().carriers
    head = token
    while head.dep_ == "conj" and head.head.pos_ in _NOUN:
        head = head.head
    # "a series of meetings", "a round of talks"
    while (
        head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.pos_ in _NOUN and is_measure(head.head.head)
    ):
        head = head.head.head
    verb = head.head
    if head.dep_ in ("dobj", "oprd") and verb.pos_ == "VERB" and verb.lemma_.lower() in REPORTING:
        return verb, "report"
    if head.dep_ in ("dobj", "oprd") and verb.pos_ == "VERB":
        particles = [None, *(c.lower_ for c in verb.children if c.dep_ == "prt")]
        if any((verb.lemma_.lower(), particle) in carriers for particle in particles):
            return verb, "object"
    if head.dep_ == "pobj" and verb.dep_ in ("prep", "agent") and verb.head.pos_ == "VERB":
        if (verb.head.lemma_.lower(), verb.lower_) in carriers:
            return verb.head, "object"
    elif head.dep_ in ("nsubj", "nsubjpass") and verb.pos_ in ("VERB", "AUX"):
        return verb, "subject"
    elif head.dep_ == "attr" and verb.pos_ == "AUX":
        return verb, "none"
    return None, "none"


def is_measure(token: Token) -> bool:
    """Whether a noun only counts another: "a series of", "two rounds of", "hours of"."""
    return token.lemma_.lower() in _MEASURES


_MEASURES = frozenset(
    "series round string number set wave spate pair couple day hour week month year kind form type host spell bout "
    "sequence flurry list package raft batch chain cycle dozen hundred thousand".split()
)

"""Triggers: the verbs and nouns that tell of an event, with the verb that carries a noun event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from secondsource.extract.events.circumstances import (
    goes_to_place,
    is_by_the_law,
    is_kept,
    is_under_fire,
    turned_object,
)
from secondsource.extract.events.grammar import direct_objects, late_objects, subject
from secondsource.extract.events.noun_carriers import NOUNS, Relation, carrier_of, is_done, is_rumoured, tells_itself
from secondsource.extract.reading import Reading
from secondsource.words.actors import actor_nouns
from secondsource.words.events import EventWord, event_words

# Categories whose nouns name an act also where no verb carries them.
_BARE_NOUNS = frozenset({"CONSULT", "ASSAULT", "PROTEST", "RETREAT", "MOBILIZE", "COOPERATE"})
_BARE_MODES = frozenset({"curfew", "martial-law"})
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
    """A word that tells of an event; `carrier` is the verb that does something with a noun event ("held talks").

    A noun with `refers` tells of one only where one was told before: "the arrests", "the incident".
    """

    token: Token
    word: EventWord
    kind: Literal["verb", "noun"]
    carrier: Token | None = None
    relation: Relation = "none"
    refers: bool = False


def find_triggers(reading: Reading) -> list[Trigger]:
    """All triggers of a document in order, furniture left out."""
    found = [t for t in (_known(token, reading) for token in reading.parsed) if t is not None]
    carried = {
        (t.carrier.i, t.word.type)
        for t in found
        if t.kind == "noun" and t.carrier is not None and t.relation == "object"
    }
    return [t for t in found if t.kind == "noun" or not _only_carries(t, carried)]


def trigger_of(token: Token, reading: Reading) -> Trigger | None:
    """The trigger that `find_triggers` has at one token, found without reading the whole document."""
    found = _known(token, reading)
    if found is None or found.kind == "noun":
        return found
    nouns = (_known(t, reading) for t in token.subtree if t.pos_ in NOUNS)
    carried = {(token.i, n.word.type) for n in nouns if n is not None and n.relation == "object" and n.carrier == token}
    return None if _only_carries(found, carried) else found


def _known(token: Token, reading: Reading) -> Trigger | None:
    if token.pos_ not in ("VERB", "NOUN", "PROPN") or reading.sentence(token.idx) is None or _in_time(token, reading):
        return None
    return _verb(token, reading) if token.pos_ == "VERB" else _noun(token, reading)


def _only_carries(trigger: Trigger, carried: set[tuple[int, str]]) -> bool:
    """Whether a verb only carries a noun event of its own kind: "imposed sanctions", not "agreed to a ceasefire"."""
    here = {kind for index, kind in carried if index == trigger.token.i}
    return trigger.word.type in here or (bool(here) and trigger.word.shape == "host")


def _particles(verb: Token, reading: Reading) -> list[str]:
    """The words right of a verb that can belong to it, longest first, then nearest; "on Friday" is none."""
    found = [c for c in verb.rights if c.dep_ in ("prt", "prep", "agent", "dative", "advmod") and len(c.text) < 8]
    objects = [c.lower_ for c in verb.rights if c.dep_ == "dobj"]  # "open fire"
    tails = [t for t in event_words().tails.get(verb.lemma_.lower(), ()) if follows(verb, t)]
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else verb
    beside = [after.lower_] if after.dep_ in ("ccomp", "xcomp", "prt", "acomp", "oprd") else []  # "let go", "set free"
    beside += [c.lower_ for c in verb.rights if verb.lemma_ == "let" and c.dep_ == "ccomp"]  # "let the crew go"
    return [*tails, *(c.lower_ for c in found if not any(_in_time(g, reading) for g in c.children)), *objects, *beside]


# How far after its verb the words of a phrase can stand: "took them into custody".
_PHRASE_REACH = 9


def follows(verb: Token, tail: str) -> bool:
    """Whether the words of a tail stand in order after a verb in its clause: "responsibility for" after "claimed"."""
    wanted = tail.split()
    for token in verb.doc[verb.i + 1 : verb.i + 1 + _PHRASE_REACH]:
        if token.is_sent_start or token.text in (";", ":"):
            return False
        if wanted[0] in (token.lower_, token.lemma_.lower()) and verb.is_ancestor(token):
            wanted.pop(0)
            if not wanted:
                return True
    return False


def _in_time(token: Token, reading: Reading) -> bool:
    return token.i in reading.timed


def _verb(token: Token, reading: Reading) -> Trigger | None:
    lemma = token.lemma_.lower()
    options = _options(token, reading)
    if not options or token.dep_ in ("amod", "compound") or (token.tag_ == "VBN" and token.dep_ in ("nmod", "pobj")):
        return None
    objects = direct_objects(token)
    if lemma == "strike" and is_labour(token):
        return Trigger(token, event_words().nouns["general_strike"][0], "verb")
    if _says_nothing_done(token, objects):
        return None
    if all(w.type == "AGREE" and not w.object_words for _, w in options) and not _has_clause(token):
        return None  # "committed sins", "offered a defence": nothing is agreed to
    for particle, word in options:
        if word.shape == "host" and not any(_is_guest(o, reading) for o in objects):
            continue
        if _circumstances_fit(token, particle, word, reading) and _object_fits(token, word, objects, reading):
            return Trigger(token, word, "verb")
    return None


def _options(token: Token, reading: Reading) -> list[tuple[str | None, EventWord]]:
    """The readings of a verb with the particle that each asks for, those that ask for an object word first."""
    words = event_words()
    lemma = token.lemma_.lower()
    options: list[tuple[str | None, EventWord]] = [
        (p, w) for p in _particles(token, reading) for w in words.verbs.get((lemma, p), ())
    ]
    options += [(None, w) for w in words.verbs.get((lemma, None), ())]
    options.sort(key=lambda o: not o[1].object_words)  # "fired missiles" before "fired on"
    if lemma == "call" and not any(c.dep_ in ("xcomp", "ccomp", "advcl") or c.lower_ == "for" for c in token.children):
        options = [o for o in options if o[1].type != "REQUEST" or o[1].object_words] + (
            [(None, w) for w in words.verbs[("visit", None)]] if options else []
        )
    return options


def _has_clause(verb: Token) -> bool:
    """Whether a verb governs a clause, or what stands after "for" or "to"."""
    return any(c.dep_ in ("xcomp", "ccomp") or (c.dep_ == "prep" and c.lower_ in ("for", "to")) for c in verb.children)


def _says_nothing_done(token: Token, objects: Sequence[Token]) -> bool:
    """Whether a verb of asking or refusing is only about speaking: "declined to comment", "asked whether"."""
    lemma = token.lemma_.lower()
    if lemma in _UNWILLING and any(
        c.dep_ in ("xcomp", "ccomp") and c.lemma_.lower() in _SPEAKING for c in token.children
    ):
        return True
    if lemma == "ask" and any(_is_indirect_question(c) for c in token.children):
        return True
    return lemma in _ASKING and not _has_clause(token) and (lemma in ("ask", "seek") or not objects)


# What is put on lists of sanctions.
_LISTED = frozenset(
    "individual entity company person group bank vessel organization organisation firm oligarch tanker official "
    "airline businessman minister general ship unit people man woman citizen national network".split()
)
# Who walks out walks out of talks.
_DELEGATES = frozenset({"delegation", "delegate", "negotiator", "team", "side", "envoy", "party", "representative"})


def _circumstances_fit(token: Token, particle: str | None, word: EventWord, reading: Reading) -> bool:
    """Whether the subject is one who does such things, and the place after the verb is one that is gone to."""
    if word.object == "rulers":
        return _is_official(token, reading)
    if word.object == "law":
        return is_by_the_law(token, reading)
    if word.object == "held":
        return is_kept(token, particle, reading)
    if word.object == "delegates":
        own = subject(token)
        return own is not None and own.lemma_.lower() in _DELEGATES
    if word.object == "listed":
        objects = [t for t in direct_objects(token) if reading.name(t) is not None or t.pos_ == "PROPN"]
        return bool(objects) or any(t.lemma_.lower() in _LISTED for t in direct_objects(token))
    if word.object == "hit":
        return is_under_fire(token, reading)
    if word.object == "told":
        return any(c.dep_ == "xcomp" and any(g.tag_ == "TO" for g in c.children) for c in token.children)
    return word.object != "place" or goes_to_place(token, particle, reading)


_WORKERS = frozenset(
    "worker union docker nurse teacher driver doctor miner pilot employee labourer laborer crew staff".split()
)


def is_labour(token: Token) -> bool:
    """Whether a strike is one of workers: they strike, or call one, and hit nobody."""
    own = subject(token if token.pos_ == "VERB" else token.head)
    if own is None or own.lemma_.lower() not in _WORKERS:
        return False
    return token.pos_ != "VERB" or not direct_objects(token)


def _is_official(verb: Token, reading: Reading) -> bool:
    """Whether those who gather hold office: rulers, ministers, named persons."""
    own = subject(verb)
    if own is None:
        return False
    return any(
        t.lemma_.lower() in actor_nouns().government or t.lemma_.lower() in _RULERS or _is_guest(t, reading)
        for t in (own, *own.conjuncts)
    )


_RULERS = frozenset("ruler monarch statesman head chief".split())


def _is_indirect_question(clause: Token) -> bool:
    """ "Asked whether", "asked if", "asked what": a question, not a request."""
    if clause.dep_ not in ("ccomp", "xcomp", "advcl"):
        return False
    return any(c.lower_ in ("whether", "if", "what", "who", "why", "how", "when", "where") for c in clause.children)


def _object_fits(token: Token, word: EventWord, objects: list[Token], reading: Reading) -> bool:
    if word.object_words:
        turned = turned_object(token)
        shared = subject(token) if not objects and any(c.dep_ == "auxpass" for c in token.children) else None
        objects = [*objects, *(t for t in (turned, shared) if t is not None), *late_objects(token)]
        prepositional = [g for p in token.children if p.dep_ in ("prep", "prt") for g in p.children if g.dep_ == "pobj"]
        heads = [
            t for o in [*objects, *prepositional] for t in (o, *(c for c in o.lefts if c.dep_ in ("compound", "appos")))
        ]
        if word.mode in ("release", "expel") and any(o.lower_ in _PERSONAL or _is_person(o, reading) for o in objects):
            return True  # "released him"
        if token.lemma_ == "sign" and any(o.lower_ in ("anything", "nothing", "it") for o in objects):
            return True
        return any(t.lemma_.lower() in word.object_words or _office(t, reading) & word.object_words for t in heads)
    if word.object in ("any", "rulers", "place", "law", "held", "hit", "delegates", "listed"):
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
    if word.shape == "visit" and any(c.lower_ == "there" for c in token.children):
        return True
    return token.lemma_.lower() in _INTRANSITIVE_MEETING and not objects


def _office(token: Token, reading: Reading) -> frozenset[str]:
    """The words of the office that a named person holds: "Ambassador Ri" is an ambassador."""
    name = reading.name(token)
    return frozenset((name.role or "").lower().split()) if name is not None else frozenset()


def _is_guest(token: Token, reading: Reading) -> bool:
    """Whether somebody can be a guest of state: a named person, or officials."""
    name = reading.name(token)
    if name is not None and name.kind == "person":
        return True
    return token.lemma_.lower() in actor_nouns().government or token.lower_ in ("he", "she", "him", "her")


def _is_person(token: Token, reading: Reading) -> bool:
    return any(
        (name := reading.name(t)) is not None and name.kind == "person"
        for t in (token, *(c for c in token.children if c.dep_ == "appos"))
    )


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
    if token.dep_ == "compound" and token.head.pos_ in NOUNS and token.i < token.head.i:
        return None  # "meeting room", "strike group": the head decides
    lemma = token.lemma_.lower()
    before = token.nbor(-1).lemma_.lower() if token.i else ""
    options = words.nouns.get(f"{before}_{lemma}") or words.nouns.get(lemma)
    if not options or (lemma == "tour" and any(c.lower_ == "of" for c in token.children)):
        return None
    if lemma == "exchange" and before == "in":
        return None  # "in exchange for"
    carrier, relation = carrier_of(token)
    if lemma == "strike" and carrier is not None and is_labour(token):
        options = words.nouns["general_strike"]
    if lemma == "raid" and any(c.lower_ in ("on", "against") for c in token.children):
        options = words.nouns["assault"]
    if lemma in ("release", "conference", "call") and before in ("news", "press", "media"):
        return None
    if options[0].type == "AGREE" and carrier is not None and tells_itself(carrier, lemma):
        return None  # "signed a pact": the act is the signing
    if lemma == "commission" and (carrier is None or carrier.lemma_.lower() not in _SITTING):
        return None
    if lemma == "opening" and not _is_of(token, options[0].object_words):
        return None
    told = _tells(token, options[0], carrier, relation)
    if not told and not _is_taken_up(token):
        return None
    return Trigger(token, options[0], "noun", carrier, relation, refers=not told)


def _tells(token: Token, word: EventWord, carrier: Token | None, relation: Relation) -> bool:
    """Whether a noun tells of an event by itself: some always do, others where somebody does it or has it done."""
    lemma = token.lemma_.lower()
    if word.type == "AGREE" and lemma not in _SIGNING:
        return carrier is not None and carrier.lemma_.lower() in _AGREEING and _is_done(token, carrier, relation)
    if lemma in event_words().referring:
        return False
    if word.mode in _BARE_MODES:
        return not tells_itself(token.head, lemma)  # "the curfew was lifted": the act is the lifting
    return word.type in _BARE_NOUNS or _is_done(token, carrier, relation)


def _is_done(token: Token, carrier: Token | None, relation: Relation) -> bool:
    owned = any(c.dep_ == "prep" and c.lower_ in ("of", "by") for c in token.children)
    owned = owned or is_rumoured(token) or any(c.lower_ == "such" for c in token.children)
    if relation == "subject" and carrier is not None:
        return owned or (is_done(carrier) and not tells_itself(carrier, token.lemma_.lower()))
    return owned or relation in ("object", "report")


# What a commission does or undergoes as a meeting.
_SITTING = frozenset({"convene", "meet", "hold", "gather", "cancel", "postpone", "call", "schedule", "sit"})


def _is_of(token: Token, words: frozenset[str]) -> bool:
    """ "The opening of the crossing"."""
    return any(
        g.lemma_.lower() in words for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children
    )


def _is_taken_up(token: Token) -> bool:
    """Whether a noun is spoken of as known: "the arrests", "their release", "this deal", "Monday's expulsion"."""
    return any(
        (c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "those")) or c.dep_ == "poss"
        for c in token.children
    )


_SIGNING = frozenset({"signing", "ratification", "initialling"})

"""Triggers: the verbs and nouns that tell of an event, with the verb that carries a noun event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from secondsource.extract.events.grammar import direct_objects, subject
from secondsource.extract.events.noun_carriers import NOUNS, Relation, carrier_of, is_done, is_rumoured, tells_itself
from secondsource.extract.reading import Reading
from secondsource.words.actors import actor_nouns
from secondsource.words.events import EventWord, event_words

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
    words = event_words()
    lemma = token.lemma_.lower()
    options = [w for p in _particles(token, reading) for w in words.verbs.get((lemma, p), ())]
    options += words.verbs.get((lemma, None), ())
    options.sort(key=lambda w: not w.object_words)  # "fired missiles" before "fired on"
    if not options or token.dep_ in ("amod", "compound") or (token.tag_ == "VBN" and token.dep_ in ("nmod", "pobj")):
        return None
    objects = direct_objects(token)
    if lemma == "strike" and is_labour(token):
        return Trigger(token, words.nouns["general_strike"][0], "verb")
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
        if word.object == "rulers" and not _is_official(token, reading):
            continue
        if _object_fits(token, word, objects, reading):
            return Trigger(token, word, "verb")
    return None


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
        prepositional = [g for p in token.children if p.dep_ in ("prep", "prt") for g in p.children if g.dep_ == "pobj"]
        heads = [
            t for o in [*objects, *prepositional] for t in (o, *(c for c in o.lefts if c.dep_ in ("compound", "appos")))
        ]
        if word.mode == "release" and any(o.lower_ in _PERSONAL or _is_person(o, reading) for o in objects):
            return True  # "released him"
        if token.lemma_ == "sign" and any(o.lower_ in ("anything", "nothing", "it") for o in objects):
            return True
        return any(t.lemma_.lower() in word.object_words or _office(t, reading) & word.object_words for t in heads)
    if word.object in ("any", "rulers"):
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
    told_of = is_rumoured(token)
    if options[0].type == "AGREE" and carrier is not None and tells_itself(carrier, lemma):
        return None  # "signed a pact": the act is the signing
    if (
        options[0].type == "AGREE"
        and lemma not in _SIGNING
        and (carrier is None or carrier.lemma_.lower() not in _AGREEING)
    ):
        return None
    if lemma in ("release", "conference", "call") and before in ("news", "press", "media"):
        return None
    owned = any(c.dep_ == "prep" and c.lower_ in ("of", "by") for c in token.children)
    owned = owned or told_of or any(c.lower_ == "such" for c in token.children)
    done = relation in ("object", "report") or (
        relation == "subject" and carrier is not None and is_done(carrier) and not tells_itself(carrier, lemma)
    )
    if options[0].type not in _BARE_NOUNS and not done and not owned:
        return None
    return Trigger(token, options[0], "noun", carrier, relation)


_SIGNING = frozenset({"signing", "ratification", "initialling"})

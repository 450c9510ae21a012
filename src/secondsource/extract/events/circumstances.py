"""Circumstances: verbs that tell of an event only where their subject does such things or stands where it cannot go."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.extract.events.grammar import direct_objects, is_passive, objects_of, subject
from secondsource.extract.reading import VESSELS, Reading
from secondsource.words.actors import actor_nouns

# Police, courts, customs and others who can stop or question somebody.
_LAW = frozenset(
    "police policeman officer navy coastguard guard customs patrol soldier troop court prosecutor investigator "
    "detective magistrate judge inspector agent gendarme gendarmerie army force marine militia gunman militant "
    "rebel insurgent guardsman constable authority official sheriff interrogator frigate cutter warship".split()
)
_VEHICLES = VESSELS | frozenset(
    "bus car truck lorry convoy train vehicle motorcade minibus taxi van plane aircraft".split()
)
_HELD = frozenset(
    "soldier marine officer guard policeman general commander pilot diplomat ambassador consul attache prisoner "
    "serviceman minister president leader mayor deputy lawmaker senator envoy fighter militant rebel "
    "mercenary peacekeeper".split()
)
_TRAVELLERS = frozenset("he she they who we i".split())
# What a place is called after it was named: "fled the country".
_THE_PLACE = frozenset("country capital city town island".split())
# Verbs whose subject undergoes the act where no object stands: "the crossing opened", "a bomb went off".
_TURNED = frozenset("open reopen re-open close shut go".split())
_LETTING = frozenset("go leave return out home sail walk".split())


def is_by_the_law(verb: Token, reading: Reading) -> bool:
    """Whether somebody who can do so stops or questions people or vehicles: "was stopped by customs officers"."""
    if any(c.dep_ == "prep" and c.lower_ in ("from", "short") for c in verb.children):
        return False  # "stopped the crew from leaving"
    if any(c.dep_ in ("xcomp", "ccomp") for c in verb.children):
        return False
    objects = direct_objects(verb)
    moving = any(o.lemma_.lower() in _VEHICLES for o in objects)
    if not moving and not any(_is_somebody(o, reading) for o in objects):
        return False
    doers = objects_of(verb, "by") if is_passive(verb) else [s for s in (subject(verb),) if s is not None]
    if is_passive(verb) and not doers:
        return moving or verb.lemma_ in ("question", "interrogate", "hear")
    return any(_is_law(d, reading) for d in doers)


def _is_law(token: Token, reading: Reading) -> bool:
    name = reading.name(token)
    if name is not None and name.kind == "body":
        return bool(_LAW & set(name.name.lower().split()))
    return token.lemma_.lower() in _LAW or token.lower_ in _LAW


def _is_somebody(token: Token, reading: Reading) -> bool:
    """Whether a noun is a person or people: by name, by kind, or by a pronoun."""
    name = reading.name(token)
    if name is not None:
        return name.kind == "person"
    lemma = token.lemma_.lower()
    return (
        lemma in actor_nouns().people or lemma in _HELD or token.lower_ in ("he", "she", "they", "him", "her", "them")
    )


def is_kept(verb: Token, particle: str | None, reading: Reading) -> bool:
    """Whether people or vessels are held somewhere against their will; "the talks were held" is none of it."""
    objects = direct_objects(verb)
    kept = [o for o in objects if _is_somebody(o, reading) or o.lemma_.lower() in VESSELS]
    if not kept:
        return False
    if particle is not None:
        return True
    if any(c.dep_ in ("prt", "oprd", "acomp", "xcomp", "ccomp") for c in verb.children):
        return False  # "held up", "held responsible", "kept waiting"
    placed = any(c.dep_ == "prep" and c.lower_ in ("in", "at", "by", "aboard", "since", "on") for c in verb.children)
    if verb.lemma_ == "keep":
        return is_passive(verb) and placed
    return is_passive(verb) or any(o.lemma_.lower() in ("hostage", "prisoner", "captive", "detainee") for o in kept)


def goes_to_place(verb: Token, particle: str | None, reading: Reading) -> bool:
    """Whether somebody who can travel goes to, or leaves, a place that has a name."""
    own = subject(verb)
    if own is None or not _can_travel(own, reading):
        return False
    if verb.lemma_ == "expect" and not is_passive(verb):
        return False
    if own.dep_ == "nsubjpass" and verb.lemma_ != "expect":
        return False
    last = particle.split()[-1] if particle is not None else None
    heads = objects_of(verb, last) if last is not None else [c for c in verb.children if c.dep_ == "dobj"]
    if last is None and any(h.lemma_.lower() in _THE_PLACE and _is_the(h) for h in heads):
        return True
    if own.lemma_.lower() in VESSELS and any(h.pos_ == "PROPN" and h.i not in reading.timed for h in heads):
        return True  # ports that no gazetteer knows
    return any((n := reading.name(h)) is not None and n.place is not None and n.kind != "person" for h in heads)


def _is_the(noun: Token) -> bool:
    children = list(noun.children)
    return any(c.lower_ in ("the", "their", "his", "her") for c in children)


def _can_travel(token: Token, reading: Reading) -> bool:
    name = reading.name(token)
    if name is not None:
        return name.kind in ("person", "people", "body")
    lemma, nouns = token.lemma_.lower(), actor_nouns()
    if token.lower_ in _TRAVELLERS or token.pos_ == "PROPN":
        return True
    return lemma in nouns.people or lemma in nouns.force or lemma in nouns.government or lemma in VESSELS


def is_under_fire(verb: Token, reading: Reading) -> bool:
    """Whether fire is meant that kills: it hits people, forces and places, not a minister "over the budget"."""
    if any(c.dep_ == "prep" and c.lower_ in ("over", "for") for c in verb.children):
        return False
    own = subject(verb)
    if own is None:
        return False
    name = reading.name(own)
    if name is not None:
        return name.kind == "place" or (name.kind == "body" and _is_law(own, reading))
    lemma, nouns = own.lemma_.lower(), actor_nouns()
    if lemma in ("opposition", "staff", "executive", "family"):
        return False
    known = nouns.force | nouns.people | nouns.things | _VEHICLES
    return lemma in known or own.lower_ in ("they", "we", "which", "that")


def turned_object(verb: Token) -> Token | None:
    """The noun that undergoes an act though it is no object: "the crossing opened", "let the crew go"."""
    if verb.lemma_ == "let":
        clause = next((c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.lemma_ in _LETTING), None)
        return next((c for c in clause.children if c.dep_ == "nsubj"), None) if clause is not None else None
    if verb.lemma_ not in _TURNED or any(c.dep_ in ("dobj", "nsubjpass", "agent") for c in verb.children):
        return None
    own = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if own is not None and verb.dep_ == "relcl" and own.tag_ in ("WDT", "WP"):
        return verb.head
    return own

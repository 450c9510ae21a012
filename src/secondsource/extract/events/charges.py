"""Charges: the act that somebody is charged with, and who is charged; what a charge says is an allegation."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

_CHARGING = frozenset("accuse charge indict suspect arraign implicate prosecute".split())
_PREPOSITIONS = frozenset({"with", "of", "for", "in", "over", "on"})
_CHARGES = frozenset("charge accusation indictment allegation complaint".split())
# Who does these to somebody holds or tries them on a charge; who is the subject of the others is charged.
_HOLDING = _CHARGING | frozenset("arrest detain hold jail extradite try name remand summon seek".split())
_FACING = frozenset("face deny fight contest answer dismiss reject".split())
_PATH = frozenset({"pcomp", "pobj", "acl", "relcl", "ccomp"})


@dataclass(frozen=True, slots=True)
class Charge:
    """A charge over an act: the word that names it and the noun of whoever is charged, where the sentence has it."""

    word: Token
    accused: Token | None


def charge_over(act: Token) -> Charge | None:
    """The charge whose content an act is: "charged with", "on charges that they ...", "charges against X for"."""
    while act.dep_ == "conj" and act.head != act:
        act = act.head
    if act.dep_ not in _PATH or act.head == act:
        return None
    preposition = act.head if act.dep_ in ("pcomp", "pobj") else None
    above = preposition.head if preposition is not None else act.head
    if preposition is not None and preposition.lower_ not in _PREPOSITIONS:
        return None
    if above.pos_ == "VERB" and preposition is not None:
        return _by_verb(above)
    if above.lemma_.lower() not in _CHARGES or above.pos_ not in ("NOUN", "PROPN"):
        return None
    if preposition is None and act.dep_ == "relcl" and _asks_relative(act):
        return None  # "charges which Chile rejected"
    return Charge(above, _accused(above))


def _asks_relative(clause: Token) -> bool:
    """Whether a clause describes the charge itself, "charges that were dropped", and does not say what it is."""
    if any(c.tag_ in ("WDT", "WP") and c.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") for c in clause.children):
        return True
    return not any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)


def _by_verb(verb: Token) -> Charge | None:
    if verb.lemma_.lower() in _CHARGING:
        return Charge(verb, _object(verb))
    noun = next((c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in _CHARGES), None)
    return Charge(noun, _accused(noun)) if noun is not None else None


def _accused(charge: Token) -> Token | None:
    """Whom a charge is against: after "against", else whoever is held on it or faces it."""
    verb = charge.head.head if charge.dep_ == "pobj" else charge.head
    places = (charge, verb) if verb.pos_ == "VERB" else (charge,)
    for each in places:
        for child in each.children:
            if child.dep_ == "prep" and child.lower_ == "against":
                return next((g for g in child.children if g.dep_ == "pobj"), None)
    if verb.pos_ != "VERB":
        return None
    if verb.lemma_.lower() in _FACING and charge.dep_ == "dobj":
        return next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return _object(verb) if verb.lemma_.lower() in _HOLDING and charge.dep_ == "pobj" else None


def _object(verb: Token) -> Token | None:
    """Who undergoes a verb: its object, its passive subject, the noun its participle stands at."""
    own = next((c for c in verb.children if c.dep_ in ("nsubjpass", "dobj")), None)
    if own is not None and own.tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
        return verb.head
    if own is None and verb.tag_ == "VBN" and verb.dep_ == "acl":
        return verb.head
    return own

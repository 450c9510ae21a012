"""Which main clauses state what can be looked up: what has been, what is so now of one thing, what will be done.

The timeless present ("Oman is a sultanate in Arabia") is background, "could" and "should" are guesses and wishes, and a
future that nobody brings about ("the dam will be full") is a prediction.
"""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

from secondsource.extract.reading import Reading

_MOOD = frozenset("could may might would should can must ought 'd ’d".split())
_FUTURE = frozenset("will shall 'll ’ll".split())
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
# A noun with one of these is one thing that the text speaks of; so is a number of things, or none.
_POINTING = frozenset("the this that these those its his her their our no none neither each both another".split())
_NONE = frozenset({"no", "nobody", "none", "nothing", "neither"})
# Verbs whose future is a state, not a deed.
_STATES = frozenset("be become remain stay have need depend require cost see take matter seem appear continue".split())
_SPEAKERS = frozenset({"i", "we", "you"})
_ACTING = ("person", "body", "country", "people", "outlet", "agency")


def mood_of(reading: Reading, head: Token) -> Literal["asserts", "plans"] | None:
    """How a main clause puts something forward in the document's own voice; None where it does not."""
    auxiliaries = [c for c in head.children if c.dep_ in ("aux", "auxpass")]
    words = {a.lower_ for a in auxiliaries}
    if words & _MOOD:
        return None
    own = next((c for c in head.children if c.dep_ in _SUBJECTS), None)
    if words & _FUTURE:
        return "plans" if own is not None and _will_act(reading, head, own) else None
    tense = {head.tag_, *(a.tag_ for a in auxiliaries)}
    if "VBD" in tense or any(a.lemma_ == "have" for a in auxiliaries):
        return "asserts"
    if head.tag_ == "VBG" and auxiliaries:
        return "asserts"
    return "asserts" if own is not None and _is_so_now(reading, head, own, tense) else None


def is_particular(head: Token) -> bool:
    """Whether a clause without a name is about one thing: "the letter", "its crew", "seven", "no soldier"."""
    there = any(c.dep_ == "expl" for c in head.children)
    own = next((c for c in head.children if c.dep_ in (("attr", "nsubj") if there else ("nsubj", "nsubjpass"))), None)
    return own is not None and (_counted(own) or (_pointed_at(own) and not there))


def _will_act(reading: Reading, head: Token, own: Token) -> bool:
    if head.lemma_ in _STATES or not any(c.dep_ in ("dobj", "prep", "prt", "xcomp", "agent") for c in head.rights):
        return False
    name = reading.name(own)
    return own.pos_ in ("NOUN", "PROPN") and (name is None or name.kind in _ACTING) and not _indefinite(own)


def _is_so_now(reading: Reading, head: Token, own: Token, tense: set[str]) -> bool:
    """Whether a clause in the present tells how one thing is: "the letter is a forgery", "the staff list has no X"."""
    if _of_proof(head) or not tense & {"VBZ", "VBP"}:
        return False
    if own.lower_ in _SPEAKERS or own.tag_ in ("WP", "WDT", "DT", "PRP"):
        return False
    if any(c.lower_ in ("our", "my", "your") for c in own.lefts):
        return False
    if _denied(head) or _counted(own):
        return True
    if any(c.dep_ == "advcl" and any(m.lower_ in ("if", "unless") for m in c.lefts) for c in head.children):
        return False
    if own.dep_ == "expl" or (head.lemma_ == "be" and any(c.dep_ == "xcomp" for c in head.rights)):
        return False  # "is to have a base" is a plan
    named = own.pos_ == "PROPN" or reading.name(own) is not None
    if head.lemma_ == "be" and named:
        return not any(c.dep_ == "attr" for c in head.rights)
    return named or _pointed_at(own)


def _of_proof(head: Token) -> bool:
    """Whether a clause only tells what is known of another: "there is no confirmation that they met"."""
    nouns = [c for c in head.rights if c.dep_ in ("attr", "dobj")]
    return any(c.dep_ in ("acl", "ccomp", "relcl") for noun in nouns for c in noun.rights) or any(
        c.dep_ in ("ccomp", "csubj") for c in head.children
    )


def _denied(head: Token) -> bool:
    """Whether a clause says that something is not so: "does not exist", "has no such name"."""
    if any(c.dep_ == "neg" for c in head.children):
        return True
    return any(c.dep_ in ("dobj", "attr") and any(g.lower_ == "no" for g in c.lefts) for c in head.rights)


def _counted(own: Token) -> bool:
    if own.pos_ == "NUM" or own.lower_ in _NONE:
        return True
    return any(c.dep_ == "nummod" or (c.dep_ == "det" and c.lower_ in _NONE) for c in own.lefts)


def _pointed_at(own: Token) -> bool:
    return own.pos_ in ("NOUN", "PROPN") and any(c.lower_ in _POINTING or c.dep_ == "poss" for c in own.lefts)


def _indefinite(own: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in ("a", "an", "any", "some") for c in own.lefts)

"""One stance as a sentence shows it, and the words round it by which it is none."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from secondsource.extract.events.moods import mood_of
from secondsource.extract.positions.cues import (
    GOES_ROUND,
    INTERVIEW,
    VERBS,
    Cue,
)
from secondsource.extract.positions.issues import Issue
from secondsource.model import PositionStance


@dataclass(frozen=True, slots=True)
class Taken:
    """One stance as a sentence shows it, before it is weighed: at which token, by whom, on which issues."""

    at: Token
    stance: PositionStance
    parties: tuple[str, ...]
    issues: tuple[Issue, ...]


def is_real(verb: Token) -> bool:
    """Whether a stance is taken, and not only possible, planned or denied."""
    above = verb.head
    told = verb.dep_ == "ccomp" and above.lemma_ == "tell" and verb.tag_ != "VB"
    mood = mood_of(above if told else verb)
    if verb.i and verb.nbor(-1).lower_ in ("nor", "neither"):
        return False
    if told and any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children):
        return False
    return not (mood.unreal or mood.negated or mood.cancelled or mood.planned or mood.averted)


def goes_round(verb: Token) -> bool:
    """Whether a stance is only what a report or a rumour has it to be."""
    mark = next((c for c in verb.children if c.lower_ == "that" and c.i < verb.i), None)
    if mark is not None and mark.i and mark.nbor(-1).lemma_.lower() in GOES_ROUND:
        return True
    current = verb
    for _ in range(4):
        above = current.head
        if above.pos_ == "NOUN" and current.dep_ in ("acl", "ccomp", "relcl"):
            return above.lemma_.lower() in GOES_ROUND
        if above == current or current.dep_ not in ("conj", "xcomp", "ccomp"):
            return False
        current = above
    return False


def is_about_the_interview(verb: Token) -> bool:
    """ "Asked that his name not be used", "declined a request for comment"."""
    if verb.lemma_ not in ("ask", "request", "decline", "refuse", "insist"):
        return False
    return any(t.lemma_.lower() in INTERVIEW for t in verb.subtree if t.i > verb.i and t.pos_ == "NOUN")


def is_inside_another(verb: Token) -> bool:
    """ "Refused to commit to": only the outer word is the stance."""
    outer = verb.head
    return verb.dep_ == "xcomp" and outer != verb and outer.lemma_.lower() in VERBS


def has_particle(verb: Token, cue: Cue) -> bool:
    words = {c.lower_ for c in verb.children if c.dep_ == "prt"}
    return cue.particle in words if cue.particle else not words & {"off", "up", "out"}

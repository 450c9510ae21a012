"""The words by which a party takes a position: verbs, refusals, adjectives, red lines, nouns."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from secondsource.extract.events.grammar import SUBJECTS
from secondsource.extract.events.memory import Memory
from secondsource.extract.positions.complements import behind_colon, behind_red_line, cut_out, issues_of_verb
from secondsource.extract.positions.cues import (
    ADJECTIVES,
    CARRIERS,
    CLOSED,
    INSTEAD,
    NOT_ACCEPTED,
    NOT_DONE,
    NOUN_PREPOSITIONS,
    NOUNS,
    VERBS,
    Cue,
)
from secondsource.extract.positions.issues import Issue, members
from secondsource.extract.positions.parties import holder_party, named_parties, parties_of
from secondsource.extract.positions.taking import (
    Taken,
    goes_round,
    has_particle,
    is_about_the_interview,
    is_inside_another,
    is_real,
)
from secondsource.extract.reading import Reading
from secondsource.model import PositionStance

_NEGATED_AUXILIARIES = frozenset({"will", "would", "'ll", "wo", "can", "could"})


def of_verb(verb: Token, reading: Reading, memory: Memory) -> Iterator[Taken]:
    cue = VERBS.get(verb.lemma_.lower())
    if verb.lemma_.lower() == "be":
        yield from _of_red_line(verb, reading)
    if verb.lemma_.lower() in INSTEAD:
        yield from _of_instead(verb, reading, memory)
    if cue is None or not has_particle(verb, cue) or not is_real(verb) or is_inside_another(verb):
        return
    if goes_round(verb) or is_about_the_interview(verb):
        return
    undergone = verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD") and not any(c.dep_ == "agent" for c in verb.children)
    parties = parties_of(verb, reading, memory) if not undergone else ()  # "Iran, asked for soldiers, ..."
    if not parties:
        return
    issues = issues_of_verb(verb, cue, reading)
    stance = _sharpened(verb, cue)
    if stance is not None:
        yield Taken(verb, stance, parties, tuple(issues))


def _sharpened(verb: Token, cue: Cue) -> PositionStance | None:
    """The stance where the complement makes it another: "insisted that nobody left" demands nothing."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if clause is not None and behind_red_line(clause) is not None:
        return "red line"
    if verb.lemma_ == "insist" and clause is not None:
        auxiliaries = {c.lower_ for c in clause.children if c.dep_ == "aux"}
        asked = (clause.tag_ == "VB" or "be" in {c.lower_ for c in clause.children}) and not auxiliaries & {
            "did",
            "does",
            "do",
            "will",
            "would",
        }
        return "demands" if asked or auxiliaries & {"must", "should"} else None  # else a claim, no position
    return cue.stance


def of_refusal(verb: Token, reading: Reading, memory: Memory) -> Iterator[Taken]:
    """ "Will not accept X", "would not discuss X"."""
    lemma = verb.lemma_.lower()
    if lemma not in NOT_ACCEPTED | NOT_DONE:
        return
    auxiliary = any(c.dep_ == "aux" and c.lower_ in _NEGATED_AUXILIARIES for c in verb.children)
    negated = any(c.dep_ == "neg" for c in verb.children)
    if not (auxiliary and negated):
        return
    parties = parties_of(verb, reading, memory)
    heads = [c for c in verb.children if c.dep_ in ("dobj", "ccomp")]
    heads += [g for c in verb.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"]
    if lemma == "hear":  # "would not hear of it"
        found = cut_out([s for h in heads for s in members(h)], reading)
        yield Taken(verb, "declines", parties, tuple(found))
    elif lemma in NOT_DONE and heads:
        stretch = verb.doc[verb.i : max(h.right_edge.i for h in heads) + 1]
        yield Taken(verb, "declines", parties, tuple(cut_out([stretch], reading)))
    elif heads:
        found = cut_out(members(heads[0]), reading)
        yield Taken(verb, "rejects", parties, tuple(found))


def _of_instead(verb: Token, reading: Reading, memory: Memory) -> Iterator[Taken]:
    """ "Focusing instead on X"."""
    if not any(c.lower_ in ("instead", "rather") for c in verb.children) or not is_real(verb):
        return
    heads = [g for c in verb.children if c.lower_ in ("on", "to") for g in c.children if g.dep_ == "pobj"]
    issues = cut_out([s for h in heads for s in members(h)], reading)
    yield Taken(verb, "offers", parties_of(verb, reading, memory), tuple(issues))


def of_adjective(adjective: Token, reading: Reading, memory: Memory) -> Iterator[Taken]:
    verb = adjective.head
    stance = ADJECTIVES.get(adjective.lower_)
    if stance is None or adjective.dep_ not in ("acomp", "oprd", "attr") or not is_real(verb):
        return
    clause = next((c for c in adjective.children if c.dep_ in ("xcomp", "ccomp") and c.i > adjective.i), None)
    heads = [g for c in adjective.children if c.dep_ == "prep" for g in c.children if g.dep_ in ("pobj", "pcomp")]
    stretches = members(clause) if clause is not None else [s for h in heads for s in members(h)]
    issues = cut_out(stretches, reading)
    yield Taken(adjective, stance, parties_of(verb, reading, memory), tuple(issues))


def _of_red_line(verb: Token, reading: Reading) -> Iterator[Taken]:
    """ "X is a red line", "X is not negotiable": whoever says so takes the position."""
    complement = next((c for c in verb.children if c.dep_ in ("attr", "acomp")), None)
    thing = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if complement is None or thing is None or thing.pos_ == "PRON":
        return
    negated = any(c.dep_ == "neg" for c in verb.children)
    red = complement.lower_ == "line" and any(c.lower_ == "red" for c in complement.children)
    closed = complement.lower_ in CLOSED and negated == (complement.lower_ == "negotiable")
    if not (red and not negated) and not closed:
        return
    party = holder_party(reading.attribution(verb.idx), reading)
    issues = cut_out(members(thing), reading)
    yield Taken(verb, "red line" if red else "rejects", (party,) if party else (), tuple(issues))


def of_noun(noun: Token, reading: Reading, memory: Memory) -> Iterator[Taken]:
    """ "Voiced opposition to X", "presented four demands: X; Y", "China's refusal to X"."""
    stance = NOUNS.get(noun.lemma_.lower())
    if stance is None or (noun.lemma_.lower() == "line"):
        return
    carrier = noun.head if noun.dep_ == "dobj" else None
    parties: tuple[str, ...] = ()
    if carrier is not None and carrier.pos_ == "VERB":
        if carrier.lemma_.lower() not in CARRIERS or not is_real(carrier) or is_inside_another(carrier):
            return
        parties = parties_of(carrier, reading, memory)
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if not parties and owner is not None and (carrier is None or noun.dep_ != "dobj"):
        parties = named_parties([owner], reading, memory)
    if not parties:
        return
    issues = behind_colon(noun, reading) or _after_noun(noun, reading)
    yield Taken(noun, stance, parties, tuple(issues))


def _after_noun(noun: Token, reading: Reading) -> list[Issue]:
    clause = next((c for c in noun.children if c.dep_ in ("acl", "ccomp") and c.i > noun.i and c.tag_ != "VBN"), None)
    if clause is not None and clause.dep_ == "acl" and clause.tag_ != "VB":
        clause = None
    heads = [
        g
        for c in noun.children
        if c.dep_ == "prep" and c.lower_ in NOUN_PREPOSITIONS and c.i > noun.i
        for g in c.children
        if g.dep_ in ("pobj", "pcomp")
    ]
    if heads:  # "concerns about A, B and C", where the parse hung B and C on the concerns
        heads += [c for c in noun.conjuncts if c.head == noun and c.i > heads[-1].i and c.lemma_.lower() not in NOUNS]
    stretches = members(clause) if clause is not None else [s for h in heads for s in members(h)]
    return cut_out(stretches, reading)

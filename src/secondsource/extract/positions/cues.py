"""Words by which a party takes a position, and where the issue stands beside them; lists written for this project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from secondsource.model import PositionStance


@dataclass(frozen=True, slots=True)
class Cue:
    """A word's stance and where its issue stands: as a direct object, as a clause, or after one of the prepositions.

    `objects` narrows a direct object to these nouns; `particle` must stand beside the verb.
    """

    stance: PositionStance
    object: bool = False
    clause: bool = False
    prepositions: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    particle: str | None = None


def _cue(stance: PositionStance, takes: str, prepositions: str = "", objects: str = "", particle: str = "") -> Cue:
    words = takes.split()
    return Cue(
        stance,
        "object" in words,
        "clause" in words,
        frozenset(prepositions.split()),
        frozenset(objects.split()),
        particle or None,
    )


_PLANS = "proposal offer demand plan idea call request condition ultimatum suggestion bid appeal draft resolution deal"
VERBS: Mapping[str, Cue] = {
    "demand": _cue("demands", "object clause"),
    "request": _cue("demands", "object clause"),
    "insist": _cue("demands", "clause", "on upon"),
    "urge": _cue("demands", "object clause"),
    "press": _cue("demands", "clause", "for"),
    "push": _cue("demands", "clause", "for"),
    "call": _cue("demands", "clause", "for"),
    "appeal": _cue("demands", "clause", "for"),
    "ask": _cue("demands", "clause", "for"),
    "plead": _cue("demands", "clause", "for"),
    "seek": _cue("demands", "object clause"),
    "want": _cue("demands", "object clause"),
    "offer": _cue("offers", "object clause"),
    "propose": _cue("offers", "object clause"),
    "volunteer": _cue("offers", "clause"),
    "agree": _cue("commits", "clause", "to on upon"),
    "pledge": _cue("commits", "object clause"),
    "promise": _cue("commits", "object clause"),
    "vow": _cue("commits", "object clause"),
    "undertake": _cue("commits", "clause"),
    "commit": _cue("commits", "clause", "to"),
    "consent": _cue("commits", "clause", "to"),
    "guarantee": _cue("commits", "object clause"),
    "accept": _cue("commits", "object", "", f"{_PLANS} invitation term principle mediation inspection responsibility"),
    "decline": _cue("declines", "object clause"),
    "refuse": _cue("declines", "object clause"),
    "reject": _cue("rejects", "object"),
    "oppose": _cue("rejects", "object"),
    "object": _cue("rejects", "", "to"),
    "veto": _cue("rejects", "object"),
    "rebuff": _cue("rejects", "object"),
    "spurn": _cue("rejects", "object"),
    "dismiss": _cue("rejects", "object", "", _PLANS),
    "rule": _cue("rejects", "object clause", particle="out"),
    "accuse": _cue("accuses", "", "of"),
    "blame": _cue("accuses", "", "for"),
    "bring": _cue("raises", "object", particle="up"),
    "complain": _cue("raises", "clause", "about of"),
    "stress": _cue("raises", "object clause"),
    "emphasise": _cue("raises", "object clause"),
    "emphasize": _cue("raises", "object clause"),
    "underline": _cue("raises", "object clause"),
    "underscore": _cue("raises", "object clause"),
    "reiterate": _cue("raises", "object clause"),
}
# "Will not accept", "would not discuss": what is refused is the object, or the whole act.
NOT_ACCEPTED = frozenset("accept tolerate recognise recognize allow permit condone".split())
NOT_DONE = frozenset(
    "negotiate discuss hear join attend participate send provide withdraw compromise yield cede".split()
)
# "Is ready to", "is opposed to".
ADJECTIVES: Mapping[str, PositionStance] = {
    "ready": "offers",
    "willing": "offers",
    "prepared": "offers",
    "unwilling": "declines",
    "reluctant": "declines",
    "hesitant": "declines",
    "opposed": "rejects",
    "committed": "commits",
    "concerned": "raises",
}
# Predicates that close a matter.
CLOSED = frozenset({"non-negotiable", "nonnegotiable", "unacceptable", "negotiable", "intolerable"})
# Nouns that a party makes, voices or repeats, and what follows them.
NOUNS: Mapping[str, PositionStance] = {
    "demand": "demands",
    "request": "demands",
    "condition": "demands",
    "precondition": "demands",
    "ultimatum": "demands",
    "offer": "offers",
    "proposal": "offers",
    "commitment": "commits",
    "pledge": "commits",
    "promise": "commits",
    "assurance": "commits",
    "undertaking": "commits",
    "guarantee": "commits",
    "refusal": "declines",
    "opposition": "rejects",
    "objection": "rejects",
    "rejection": "rejects",
    "concern": "raises",
    "doubt": "raises",
    "problem": "raises",
    "subject": "raises",
    "grievance": "raises",
    "complaint": "raises",
    "issue": "raises",
    "question": "raises",
    "topic": "raises",
    "matter": "raises",
    "point": "raises",
    "case": "raises",
    "accusation": "accuses",
}
CARRIERS = frozenset(
    "present make put table submit set list reiterate repeat renew reaffirm affirm restate express voice state raise "
    "lay outline convey announce give issue defend register lodge file advance sum signal declare share maintain hand "
    "have deliver formulate enumerate bring stress emphasise emphasize underline underscore".split()
)
NOUN_PREPOSITIONS = frozenset("for to about over on against regarding concerning of with at".split())
# "Focusing instead on X": what a party is ready to do in place of what was asked.
INSTEAD = frozenset({"focus", "concentrate", "confine", "limit"})
# A no-comment is none of the positions, and what is asked of a reader or an interviewer is none.
NO_COMMENT = frozenset(
    "comment say elaborate confirm answer respond reply name identify disclose specify speak give provide reveal tell "
    "deny explain speculate share describe".split()
)
# "Reports that Iran offered": what only goes round is nobody's position.
GOES_ROUND = frozenset(
    "report rumour rumor claim allegation suggestion speculation story idea question possibility theory".split()
)
# What an interviewee asks for or turns down.
INTERVIEW = frozenset("comment interview anonymity name identity".split())

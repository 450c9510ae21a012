"""What a passive puts forward: "is said to house drones", "was described as an accident", "the raid, reported by X"."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.extract.sayings.clauses import agent_of, placeholder, subtree
from secondsource.extract.sayings.complements import OF_JUDGEMENT, Complement, misread_infinitive, union
from secondsource.extract.sayings.cues import lexicon

_FATES = frozenset(
    {"missing", "dead", "killed", "wounded", "injured", "safe", "lost", "stolen"}
)  # "was reported missing"


def in_passive(verb: Token, lemma: str, complement: Complement, subject: Token | None) -> Complement:
    """What is said of the subject: "the base is said to house drones"."""
    if lemma in lexicon().addressed:
        return complement
    frames = lexicon().verbs[lemma]
    if verb.lemma_ == "report" and any(c.dep_ in ("oprd", "acomp") or c.lower_ in _FATES for c in verb.rights):
        return Complement()  # "was reported missing"
    if not complement.kind and subject is not None:
        complement = _of_subject(verb, lemma, frames)
    if not complement.kind and lemma in lexicon().hearsay_verbs:
        heard = misread_infinitive(verb)
        complement = Complement("say", heard) if heard else complement
    if not complement.kind and verb.dep_ == "acl" and agent_of(verb) is not None:
        said = subtree(verb.head) - subtree(verb)  # "the raid, first reported by the agency"
        return Complement(next(iter(frames.values())), {i for i in said if i < verb.i}, True)
    if complement.kind and subject is not None and not placeholder(subject):
        return Complement(complement.kind, complement.content | subtree(subject), complement.attitude)
    return complement


def _of_subject(verb: Token, lemma: str, frames: dict[str, str]) -> Complement:
    """What a passive says of its subject: "are believed by many to have fled", "was described by X as a trap"."""
    for child in verb.rights:
        doubted = lemma in lexicon().hearsay_verbs and child.dep_ in ("xcomp", "advcl")
        if doubted and any(c.dep_ == "aux" and c.lower_ == "to" for c in child.lefts):
            return Complement(next(iter(frames.values())), subtree(child))
        if "as" in frames and child.dep_ == "prep" and child.lower_ == "as":
            return Complement(frames["as"], subtree(child))
    if "object" in frames and verb.dep_ != "acl" and lemma not in lexicon().seen_as:
        judged = lemma not in lexicon().putting_forward
        grounds = (c for c in verb.rights if c.dep_ == "prep" and c.lower_ in OF_JUDGEMENT)
        # "was condemned for it": the subject is the content
        return Complement(frames["object"], union(grounds), judged)
    return Complement()

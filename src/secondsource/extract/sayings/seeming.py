"""What is so in nobody's words: "it is unclear whether", "the plan seems dead", "in a poll, nobody led"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from secondsource.extract.sayings.clauses import SUBJECTS, Frame, cue_tokens, placeholder, subtree
from secondsource.extract.sayings.cues import Lexicon

_SEEN_AS = frozenset({"xcomp", "oprd", "acomp", "attr", "ccomp", "advcl"})
_COPULAS = frozenset({"be", "become", "remain", "make"})
_CLAUSES = frozenset({"ccomp", "csubj", "csubjpass", "xcomp", "advcl"})


def of_seeming(verb: Token, words: Lexicon) -> Iterator[Frame]:
    """The impression that "seems" or "appears" gives, where a complement says what."""
    below = next((c for c in verb.rights if c.dep_ in _SEEN_AS or (c.dep_ == "prep" and c.lower_ == "like")), None)
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if below is None or (below.dep_ == "advcl" and below.i > verb.i + 3):
        return
    if words.lemma(below) in words.verbs and any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in below.rights):
        return  # "seemed to confirm the report": a saying of its own
    content = subtree(below)
    if subject is not None and not placeholder(subject):
        content |= subtree(subject)
    yield Frame(verb, "suppose", cue_tokens(verb), None, content, attitude=True).carve()


def of_evidence(adjective: Token, words: Lexicon) -> Iterator[Frame]:
    """What is "clear" or "unknown": the clause behind it."""
    verb = adjective.head
    if adjective.lemma_.lower() not in words.seeming or verb.lemma_ not in _COPULAS or adjective.dep_ == "amod":
        return
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "csubj", "expl")), None)
    clause = next((c for c in (*adjective.rights, *verb.rights) if c.dep_ in _CLAUSES and c.i > adjective.i), None)
    if clause is not None and (subject is None or placeholder(subject)):
        content = subtree(clause)
    elif subject is not None and subject.dep_ == "csubj":
        content = subtree(subject)
    else:
        return
    yield Frame(adjective, "suppose", sorted({*cue_tokens(verb), adjective.i}), None, content, attitude=True).carve()


def read_in(preposition: Token, words: Lexicon) -> Iterator[Frame]:
    """ "In a poll, nobody led": what a document says that is only named beside it."""
    if preposition.lower_ != "in":
        return
    paper = next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    clause = preposition.head
    if paper is None or paper.lemma_.lower() not in words.read_in or clause.pos_ not in ("VERB", "AUX"):
        return
    if words.lemma(clause) in words.verbs or not any(c.dep_ in SUBJECTS for c in clause.lefts):
        return
    content = subtree(clause) - subtree(preposition)
    yield Frame(preposition, "report", [preposition.i], paper, content, attitude=True).carve()

"""Those who say nothing: declined to comment, has not responded, remained silent."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.extract.clauses import Frame, agent_of, cue_tokens, subject_of, subtree
from secondsource.extract.cues import Lexicon

_ABOUT = frozenset("on about regarding concerning over to for whether if".split())
_ASKING = frozenset("request question call email message inquiry enquiry query".split())
_NOBODY = frozenset("neither nobody none no".split())


def silence(verb: Token, words: Lexicon) -> Frame | None:
    """The no-comment that a verb stands for, its content being what it is about (often nothing)."""
    lemma = verb.lemma_.lower()
    last: Token | None = None
    if lemma in words.declining:
        last = next((c for c in verb.children if c.dep_ in ("xcomp", "dobj") and c.lemma_.lower() in words.declined), None)
    elif lemma in words.staying:
        last = next((c for c in verb.children if c.dep_ in ("acomp", "oprd", "attr", "xcomp", "advcl") and _quiet(c, words)), None)
        if lemma == "be" and last is not None and not (last.lemma_.lower() in words.available and _negated(verb)):
            last = None
    elif lemma == "reach" and _negated(verb) and any(c.dep_ == "auxpass" for c in verb.children):
        last = verb
    elif lemma in words.silent and _negated(verb):
        last = verb
    elif lemma in words.giving:
        made = next((c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in words.silent_objects), None)
        if made is not None and (_negated(verb) or any(c.lower_ == "no" for c in made.children)):
            last = made
    if last is None or _says_something(verb, last):
        return None
    subject, passive = subject_of(verb)
    source = agent_of(verb) if passive and lemma != "reach" else subject
    if source is None or source.lower_ in ("it", "that", "which", "this"):
        return None
    frame = Frame(verb, "no_comment", sorted({*cue_tokens(verb), *_between(verb, last)}), source, _matter(last))
    return frame.carve()


def _quiet(word: Token, words: Lexicon) -> bool:
    return word.lemma_.lower() in words.quiet or word.lemma_.lower() in words.available


def _negated(verb: Token) -> bool:
    if any(c.dep_ == "neg" for c in verb.children):
        return True
    if any(c.lower_ in ("neither", "never", "nor") for c in verb.children):
        return True
    subject, _ = subject_of(verb)
    if verb.dep_ == "xcomp" and verb.head.lemma_ in ("have", "be", "fail") and any(
        c.lower_ in ("yet", "still") or c.dep_ == "neg" for c in verb.head.children
    ):
        return True
    if verb.dep_ == "xcomp" and verb.head.lemma_ == "fail":
        return True
    if subject is None:
        return False
    return subject.lower_ in _NOBODY or any(
        c.lower_ in _NOBODY and c.dep_ in ("preconj", "det", "cc", "advmod") for c in subject.children
    )


def _says_something(verb: Token, last: Token) -> bool:
    """Whether the words are no silence after all: "refused to say that ...", "declined to be identified", "never returned"."""
    if last is not verb and any(c.dep_ == "auxpass" for c in last.children):
        return True
    if last is not verb and any(c.dep_ == "ccomp" and any(m.lower_ == "that" for m in c.children) for c in last.children):
        return last.lemma_ == "say"
    if verb.lemma_ == "return":
        return not any(c.dep_ == "dobj" and c.lemma_ in _ASKING for c in verb.children)
    return verb.lemma_ == "have" and last.lemma_ not in ("comment", "response", "reaction", "reply", "statement")


def _between(first: Token, last: Token) -> range:
    return range(first.i, last.i + 1) if 0 <= last.i - first.i <= 6 else range(first.i, first.i + 1)


def _matter(word: Token) -> set[int]:
    """What is not talked about: "on the reports", "whether they met"."""
    content: set[int] = set()
    for child in word.children:
        if child.i < word.i:
            continue
        if child.dep_ == "prep" and child.lower_ in _ABOUT:
            for below in child.children:
                if below.lemma_ not in _ASKING:
                    content |= subtree(below)
        elif child.dep_ in ("ccomp", "dobj", "xcomp") and child.lemma_ not in _ASKING:
            content |= subtree(child)
    return content

"""Those who say nothing: declined to comment, has not responded, remained silent."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.extract.clauses import Frame, agent_of, cue_tokens, subject_of, subtree
from secondsource.extract.cues import Lexicon

_ABOUT = frozenset({"on", "about", "regarding", "concerning", "over", "to", "for", "whether", "if"})
_DECLINED = frozenset({"xcomp", "dobj"})
_STATES = frozenset({"acomp", "oprd", "attr", "xcomp", "advcl"})
_OF_SUBJECT = frozenset({"preconj", "det", "cc", "advmod"})
_HAD = frozenset({"comment", "response", "reaction", "reply", "statement"})
_NOBODY = frozenset({"neither", "nobody", "none", "no"})


def silence(verb: Token, words: Lexicon) -> Frame | None:
    """The no-comment that a verb stands for, its content being what it is about (often nothing)."""
    last = _last_word(verb, verb.lemma_.lower(), words)
    if last is None or _says_something(verb, last, words):
        return None
    subject, passive = subject_of(verb)
    source = agent_of(verb) if passive and verb.lemma_ != "reach" else subject
    if source is None or source.lower_ in ("it", "that", "which", "this"):
        return None
    cue = sorted({*cue_tokens(verb), *_between(verb, last)})
    return Frame(verb, "no_comment", cue, source, _matter(last, words)).carve()


def _last_word(verb: Token, lemma: str, words: Lexicon) -> Token | None:
    """The word on which what is not talked about hangs, where the verb is one of silence."""
    if lemma in words.declining:
        return next((c for c in verb.rights if c.dep_ in _DECLINED and c.lemma_.lower() in words.declined), None)
    if lemma in words.staying:
        state = next((c for c in verb.rights if c.dep_ in _STATES), None)
        if state is not None and state.lemma_.lower() in (words.available if lemma == "be" else words.quiet):
            return state if lemma != "be" or _negated(verb) else None
        return None
    if lemma in words.silent:
        return verb if _negated(verb) else None
    if lemma == "reach":
        return verb if any(c.dep_ == "auxpass" for c in verb.children) and _negated(verb) else None
    if lemma in words.giving:
        made = next((c for c in verb.rights if c.dep_ == "dobj" and c.lemma_.lower() in words.silent_objects), None)
        if made is not None and (_negated(verb) or any(c.lower_ == "no" for c in made.children)):
            return made
    return None


def _negated(verb: Token) -> bool:
    """Whether somebody does not do it: "has not", "neither A nor B has", "has yet to", "failed to"."""
    if any(c.dep_ == "neg" or c.lower_ in ("neither", "never", "nor") for c in verb.children):
        return True
    if verb.dep_ == "xcomp":
        above = verb.head
        if above.lemma_ == "fail":
            return True
        if above.lemma_ in ("have", "be") and any(
            c.lower_ in ("yet", "still") or c.dep_ == "neg" for c in above.children
        ):
            return True
    subject, _ = subject_of(verb)
    if subject is None:
        return False
    return subject.lower_ in _NOBODY or any(c.lower_ in _NOBODY and c.dep_ in _OF_SUBJECT for c in subject.children)


def _says_something(verb: Token, last: Token, words: Lexicon) -> bool:
    """Whether it is no silence after all: "refused to say that ...", "declined to be named", "never returned"."""
    if last.i != verb.i:
        if any(c.dep_ == "auxpass" for c in last.children):
            return True
        if last.lemma_ == "say":
            return any(c.dep_ == "ccomp" and any(m.lower_ == "that" for m in c.children) for c in last.children)
    if verb.lemma_ == "return":
        return not any(c.dep_ == "dobj" and c.lemma_ in words.asking for c in verb.children)
    return verb.lemma_ == "have" and last.lemma_ not in _HAD


def _between(first: Token, last: Token) -> range:
    return range(first.i, last.i + 1) if 0 <= last.i - first.i <= 6 else range(first.i, first.i + 1)


def _matter(word: Token, words: Lexicon) -> set[int]:
    """What is not talked about: "on the reports", "whether they met"."""
    content: set[int] = set()
    for child in word.children:
        if child.i < word.i:
            continue
        if child.dep_ == "prep" and child.lower_ in _ABOUT:
            for below in child.children:
                if below.lemma_ not in words.asking | {"comment", "interview"}:
                    content |= subtree(below)
        elif child.dep_ in ("ccomp", "dobj", "xcomp") and child.lemma_ not in words.asking:
            content |= subtree(child)
    return content

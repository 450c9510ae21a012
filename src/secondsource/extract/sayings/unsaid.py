"""Cue words that report no saying: "if he says", "may claim", "seems determined", "any court that finds", "never said".

What stands under them is nobody's word. A silence, a wish and a plan of somebody's own are none of these.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from secondsource.extract.sayings.clauses import Frame, subject_of
from secondsource.extract.sayings.cues import lexicon

_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_MODALS = frozenset({"may", "might", "could", "would", "'d", "’d"})
# "would say only that", "would later say": it was said.
_DONE = frozenset({"only", "just", "later", "eventually", "subsequently", "soon", "finally", "again", "repeatedly"})
_OWN_WILL = frozenset({"plan", "want", "suppose", "judge"})
_SEEMING = frozenset({"seem", "appear"})
_OF_THE_MIND = frozenset({"plan", "want", "believe", "suppose", "know", "judge"})
_WHOEVER = frozenset({"any", "every", "each", "no"})
_ANYBODY = frozenset({"anyone", "anybody", "everyone", "everybody", "whoever", "those", "nobody"})
_DECIDING = frozenset({"decide", "determine", "conclude", "find", "judge", "deem", "think", "believe", "feel"})
_NEVER_QUITE = frozenset({"always", "often", "ever", "necessarily", "usually", "actually"})
_NOT = frozenset({"not", "n't", "n’t", "never"})
_ASKED = frozenset("whether if who whom whose what when where why how which".split())
_ABOVE = 3


def without_holder(frame: Frame) -> Frame:
    """The frame as it is where something is said; without its source, and marked, where nothing is."""
    return replace(frame, source=None, cited=None, unsaid=True) if _unsaid(frame) else frame


def _unsaid(frame: Frame) -> bool:
    if frame.quotes or frame.kind == "no_comment":
        return False
    verb = frame.head
    if frame.kind in _OF_THE_MIND and verb.pos_ in ("ADJ", "VERB") and _seems(verb):
        return True
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    return _supposed(verb) or _possible(frame) or _of_anybody(verb) or _not_put_so(frame)


def _seems(word: Token) -> bool:
    """Whether a state of mind is only what it looks like to others: "seems to believe", "appears to be determined"."""
    for _ in range(_ABOVE):
        above = word.head
        if word.dep_ not in ("xcomp", "acomp", "oprd", "attr", "advcl", "conj") or above.i == word.i:
            return False
        if above.lemma_ in _SEEMING:
            return word.dep_ != "advcl"
        word = above
    return False


def _supposed(verb: Token) -> bool:
    """Whether a saying is a condition or a question: "if it says that", "whether the navy believes that"."""
    first = _first_of(verb)
    mark = next((c for c in first.lefts if c.dep_ == "mark"), None)
    if mark is None or mark.lower_ not in _CONDITIONS or first.dep_ not in ("advcl", "ccomp", "pcomp", "csubj"):
        return False
    return not (mark.i and verb.doc[mark.i - 1].lower_ in ("as", "even"))


def _first_of(verb: Token) -> Token:
    """The first of verbs that "and" joins, where they have one subject."""
    for _ in range(_ABOVE):
        if verb.dep_ != "conj" or any(c.dep_ in ("nsubj", "mark") for c in verb.lefts):
            break
        verb = verb.head
    return verb


def _possible(frame: Frame) -> bool:
    """Whether a saying may or would be: "may claim that"; not "would not say", and not "would say only that"."""
    verb = frame.head
    if frame.kind in _OWN_WILL or frame.passive or subject_of(verb)[0] is None:
        return False
    if not any(c.dep_ == "aux" and c.lower_ in _MODALS for c in verb.lefts):
        return False
    behind = verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""
    return behind not in _DONE and not any(c.lower_ in _DONE | _NOT for c in verb.children)


def _of_anybody(verb: Token) -> bool:
    """Whether it is a rule for all: "any agency that determines that", "a court that decides that"."""
    noun = verb.head
    if verb.dep_ != "relcl" or verb.tag_ not in ("VBZ", "VBP") or verb.doc[verb.left_edge.i - 1].text == ",":
        return False
    if not any(c.dep_ == "nsubj" and c.lower_ in ("that", "who", "which") for c in verb.lefts):
        return False
    if noun.lower_ in _ANYBODY or any(c.lower_ in _WHOEVER for c in noun.lefts):
        return True
    return verb.lemma_ in _DECIDING and any(c.lower_ in ("a", "an") for c in noun.lefts)


def _not_put_so(frame: Frame) -> bool:
    """Whether a fact is not put into words: "has not said that he knew", "did not always say whom"; no silence."""
    verb = frame.head
    if frame.kind not in ("say", "report") or not frame.content or lexicon().lemma(verb) == "confirm":
        return False
    if not any(c.lower_ in _NOT and (c.dep_ in ("neg", "advmod")) for c in verb.lefts):
        return False
    if any(c.lower_ in _NEVER_QUITE for c in verb.children):
        return True
    clause = next((c for c in verb.rights if c.dep_ == "ccomp"), None)
    if clause is None:
        return False
    start = clause.left_edge.i
    return not any(verb.doc[i].lower_ in _ASKED for i in range(start, min(start + 3, clause.i)))

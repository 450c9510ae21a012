"""Whether the clause that holds a time expression looks back or ahead, read off the parse.

"The navies will hold an exercise in May" looks ahead, "he said on Monday that they will" back at its Monday. Where no
verb is reached the answer is None, and the words around the expression decide (`reading`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias

from secondsource.detect.times.setting import Tense

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Tenses: TypeAlias = Callable[[int, int], Tense | None]

_CLIMB: Final = 12  # steps from an expression up to its verb; longer ways are mistakes of the parse
_AHEAD_AUX: Final = frozenset(("will", "shall", "'ll", "’ll", "wo", "would"))
_MAYBE_AUX: Final = frozenset(("may", "might", "can", "could", "should", "must", "ca"))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_LISTS[name].split())


# Written for this project; facts of English.
_LISTS: Final = {
    # what is planned, told by the word itself whatever its tense
    "plan": "plan schedule slate expect intend propose set due aim hope want agree promise pledge vow seek prepare ask "
    "urge invite order summon decide threaten anticipate project forecast predict book postpone delay reschedule bar",
    # a noun of what is yet to be done, before "to" ("a plan to meet in May")
    "plan_noun": "plan decision deal agreement offer bid intention pledge proposal vow promise invitation call appeal "
    "request order chance need pressure effort preparation",
    "ahead": "planned upcoming scheduled forthcoming proposed expected coming next future due slated pending",
    "behind": "recent last previous earlier past former",
    # the present tense of a timetable ("the bank meets Thursday")
    "timetable": "meet arrive leave begin start open end close expire visit travel fly go come resume return take fall "
    "be vote host face depart reopen conclude play mark convene sit "
    "hold stage conduct sign launch welcome receive attend discuss address deliver release publish unveil inaugurate "
    "elect join move head land sail deploy enter kick wrap run",
    # verbs whose infinitive was done if they were ("began to leave on Monday")
    "done": "begin start continue manage fail help have use get come go seem appear happen cease prove stop tend let "
    "make see hear watch feel",
    "until": "give have postpone delay adjourn extend suspend put keep allow stay",
    "shift": "postpone delay move reschedule set schedule slate plan adjourn push",
}  # fmt: skip


def tenses_of(parsed: Doc) -> Tenses:
    """Give a function from the first and last offset of an expression to the tense of its clause, or None."""
    starts = [int(start) for start in parsed.to_array(["IDX"]).ravel()] if len(parsed) else []

    def tense_at(start: int, end: int) -> Tense | None:
        first, last = max(bisect_right(starts, start) - 1, 0), bisect_right(starts, end - 1) - 1
        if not starts or last < first:
            return None
        root = parsed[first : last + 1].root
        return _tense_above(root)

    return tense_at


def _tense_above(root: Token) -> Tense | None:
    node = root
    for _ in range(_CLIMB):
        if node.pos_ in ("VERB", "AUX") and node != root:
            return _tense_of_verb(node)
        said = _said_by(node, direct=node == root or node.head == node)
        if said is not None:
            return said
        above = node.head
        if above == node:
            return None
        if node == root and node.dep_ == "pobj":
            said = _by_preposition(above)
            if said is not None:
                return said
        node = above
    return None


def _said_by(node: Token, *, direct: bool) -> Tense | None:
    """What a noun or adjective on the way says by itself: "the planned summit", "due Monday"."""
    if direct:
        return None
    word = node.lower_
    if word in ("due", "upcoming", "forthcoming", "ahead"):
        return "future"
    if node.pos_ in ("NOUN", "PROPN"):
        for child in node.children:
            if child.dep_ == "amod" and child.lower_ in _words("ahead"):
                return "future"
            if child.dep_ == "amod" and child.lower_ in _words("behind"):
                return "past"
    return None


def _by_preposition(word: Token) -> Tense | None:
    """A vote is set "for Friday", moved "to Friday", they have "until Friday": days that are yet to come."""
    above = word.head
    lemma = above.lemma_.lower()
    if word.lower_ == "for" and above.pos_ in ("VERB", "AUX", "NOUN", "ADJ"):
        return "future"
    if word.lower_ == "of" and above.lower_ == "ahead":
        return "future"
    if word.lower_ == "to" and lemma in _words("shift"):
        return "future"
    if word.lower_ in ("until", "till") and lemma in _words("until"):
        return "future"
    return None


def _tense_of_verb(verb: Token, depth: int = 0) -> Tense | None:
    if depth > 4:
        return None
    aux = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    perfect = bool(aux & {"have", "has", "had", "'ve", "’ve", "'d"}) and verb.tag_ in ("VBN", "VBD")
    if aux & _AHEAD_AUX and not (perfect and "would" in aux):
        return "future"
    if aux & _MAYBE_AUX:
        return "past" if perfect else "future"
    if perfect:
        return "past"
    tag = verb.tag_
    if tag == "VB" or "to" in aux:
        return _of_infinitive(verb, aux, depth)
    if aux & {"was", "were", "did", "been"} or tag == "VBD":
        return _of_past(verb, aux)
    if tag == "VBN":
        planned = verb.lemma_.lower() in _words("plan")
        return "future" if planned else "past" if not aux & {"is", "are", "'s", "be"} else ""
    if tag == "VBG":
        if aux & {"is", "are", "'s", "'re", "’s", "’re", "am"}:
            return "future"
        return _of_governor(verb, depth)
    if tag in ("VBZ", "VBP"):
        return _of_present(verb)
    return None


def _of_past(verb: Token, aux: set[str]) -> Tense:
    """The past, but for what "was due", "was set", "was scheduled": the day to come of something told as past."""
    passive = verb.tag_ == "VBN" and aux & {"was", "were"}
    return "future" if passive and verb.lemma_.lower() in _words("plan") - {"order", "ask", "bar", "set"} else "past"


def _of_present(verb: Token) -> Tense:
    lemma = verb.lemma_.lower()
    if lemma in ("say", "tell", "report", "announce"):
        return "past"
    if any(child.dep_ in ("acomp", "attr", "oprd") and child.lower_ in _words("ahead") for child in verb.children):
        return "future"
    if verb.lower_ in ("is", "are") and any(child.dep_ == "xcomp" and child.tag_ == "VB" for child in verb.children):
        return "future"
    if lemma in _words("plan"):
        return "future"
    return "future" if lemma in _words("timetable") and _ends_as_sentence(verb) else ""


def _ends_as_sentence(verb: Token) -> bool:
    """Whether the verb stands in a sentence with a full stop; a headline tells the past in the present."""
    last = verb.sent[-1]
    while last.is_space and last.i > verb.i:
        last = last.nbor(-1)
    return last.text[-1:] in ".!?\"'”’)"


def _of_infinitive(verb: Token, aux: set[str], depth: int) -> Tense | None:
    if verb.dep_ == "conj" and not aux:
        return _tense_of_verb(verb.head, depth + 1)
    above = verb.head
    if above == verb:
        return "future" if "to" in aux else None
    lemma = above.lemma_.lower()
    if above.pos_ in ("NOUN", "PROPN"):
        planned = lemma in _words("plan_noun") or any(c.dep_ == "auxpass" for c in verb.children)  # "to be held in"
        return "future" if planned else _climbed(above)
    if above.pos_ == "ADJ":
        return "past" if lemma in ("able", "first", "last") else "future"
    if verb.dep_ in ("xcomp", "ccomp"):
        if lemma in _words("done"):
            return _tense_of_verb(above, depth + 1)
        return "future"
    return _of_governor(verb, depth)


def _climbed(noun: Token) -> Tense | None:
    for ancestor in noun.ancestors:
        if ancestor.pos_ in ("VERB", "AUX"):
            return _tense_of_verb(ancestor, 4)
    return None


def _of_governor(verb: Token, depth: int) -> Tense | None:
    for ancestor in verb.ancestors:
        if ancestor.pos_ in ("VERB", "AUX"):
            return _tense_of_verb(ancestor, depth + 1)
    return None

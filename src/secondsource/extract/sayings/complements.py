"""What a cue verb governs: the clause, infinitive or object that is its content; known slips of the parser mended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from secondsource.extract.sayings.clauses import SUBJECTS, finite, subtree
from secondsource.extract.sayings.cues import lexicon
from secondsource.extract.sayings.extents import aimed_at, reasons, reported, without_tail

_TO_QUOTE = frozenset({"parataxis", "ccomp", "intj", "dep", "conj"})
_AFTER_OBJECT = frozenset({"prep", "xcomp", "acl", "relcl", "dative"})
# What is judged goes on after these; other phrases tell when, where and how: "praised her for it", "... at a rally".
OF_JUDGEMENT = frozenset({"of", "for", "as", "about", "over", "against", "to", "with"})
_PARTS = frozenset({",", "–", "—", "-", "--", ";", ":"})
_CLOSING = frozenset({"”", '"', "''"})
_SPOKEN = frozenset({"say", "report", "claim", "allege", "deny"})
# What can be withdrawn or put right as a saying is, though it is no word for one.
_SAID = frozenset(
    {"figure", "error", "mistake", "number", "toll", "count", "caption", "headline", "word", "testimony", "passage"}
)
# In these classes an object is denied, put right or turned down as something said, whatever the noun.
_OF_SAYINGS = frozenset({"deny", "correct", "retract", "reject"})
_OPENING = frozenset({'"', "“", "‘", "``"})
_CLOSING_MARKS = frozenset({'"', "”", "’", "''"})


@dataclass(slots=True)
class Complement:
    """The class of the frame a verb stands in ("" for none), its content, and whether that is a thing judged."""

    kind: str = ""
    content: set[int] = field(default_factory=set)
    attitude: bool = False


def complement_of(verb: Token, frames: dict[str, str]) -> Complement:
    """What a verb with these frames governs."""
    clauses, infinitives, objects = _children(verb)
    if infinitives and infinitives[0].i > verb.i:  # "the race began to change: he decided to enter"
        clauses = [clause for clause in clauses if clause.i > verb.i]
    if clauses and "clause" in frames:
        kind = frames["clause"]
        if kind not in _SPOKEN and any(_open(clause) for clause in clauses):
            kind = "suppose"  # "is considering whether to go": neither a belief nor a plan
        content = reported(verb, clauses)
        if content or not objects:
            return Complement(kind, content)
    found = _infinitive(verb, frames, infinitives, objects) if infinitives else None
    if found is not None:
        return found
    if objects and ("object" in frames or "as" in frames):
        return _object(verb, frames, objects)
    if verb.dep_ in _TO_QUOTE and "quote" in frames and _inserted(verb):
        content = (subtree(verb.head) - subtree(verb)) | reasons(verb, verb.i)
        left = verb.left_edge.i
        if left and verb.doc[left - 1].text in _CLOSING:  # what follows is no longer quoted
            content = {i for i in content if i < left}
        return Complement(frames["quote"], without_tail(verb, content) if content else content)
    return Complement()


def _infinitive(
    verb: Token, frames: dict[str, str], infinitives: list[Token], objects: list[Token]
) -> Complement | None:
    spoken = frames.get("clause") in _SPOKEN
    gerund = infinitives[0].tag_ == "VBG"
    if gerund and spoken and "object" in frames:
        return Complement(frames["clause"], aimed_at(verb, infinitives))  # "admitted entering the zone"
    asked = "clause" in frames and not spoken and any(_open(infinitive) for infinitive in infinitives)
    if asked or (gerund and verb.lemma_ == "consider"):
        return Complement("suppose", aimed_at(verb, infinitives))
    if "infinitive" in frames and not (objects and "person" not in frames):
        return Complement(frames["infinitive"], aimed_at(verb, [*infinitives, *objects]))
    if "person" in frames:
        return Complement(frames["person"], aimed_at(verb, infinitives))
    if "as" in frames:
        return Complement(frames["as"], union([*infinitives, *objects]))
    return None


def _object(verb: Token, frames: dict[str, str], objects: list[Token]) -> Complement:
    if verb.lemma_ == "accuse" and (charge := _charge(verb, objects)):
        return Complement("say", union(objects) | charge)
    kind = frames.get("object") or frames["as"]
    lemma, called = verb.lemma_.lower(), _called_something(verb, objects)
    if kind in ("retract", "correct") and not any(_is_saying(child) for child in objects):
        return Complement()
    if lemma in lexicon().seen_as and not called:
        return Complement()
    judged = lemma not in lexicon().putting_forward and not (called and kind in ("believe", "reject"))
    attitude = judged and kind not in _OF_SAYINGS
    content = _object_content(verb, objects, attitude and kind not in ("suppose", "plan", "want"))
    return Complement(kind, without_tail(verb, content, attitude), attitude)


def _children(verb: Token) -> tuple[list[Token], list[Token], list[Token]]:
    clauses: list[Token] = []
    infinitives: list[Token] = []
    objects: list[Token] = []
    for child in verb.children:
        if child.dep_ == "ccomp" and finite(child):
            if not _reports_its_head(child):
                clauses.append(child)
        elif child.dep_ in ("xcomp", "ccomp"):
            infinitives.append(child)
        elif child.dep_ in ("dobj", "oprd", "attr"):
            objects.append(child)
    return clauses, infinitives, objects


def union(tokens: Iterable[Token]) -> set[int]:
    """The tokens under any of the words."""
    content: set[int] = set()
    for token in tokens:
        content |= subtree(token)
    return content


def _object_content(verb: Token, objects: list[Token], judged: bool) -> set[int]:
    after = []
    for child in verb.children:
        if child.i <= objects[0].i:
            continue
        if (child.doc[child.left_edge.i].lower_ == "as" and child.left_edge.i == objects[-1].right_edge.i + 1) or (
            child.dep_ in _AFTER_OBJECT and not (judged and child.dep_ == "prep" and child.lower_ not in OF_JUDGEMENT)
        ):
            after.append(child)
    return union([*objects, *after]) | _quoted_behind(objects)


def _quoted_behind(objects: list[Token]) -> set[int]:
    """The words in quote marks right behind an object, whatever the parser hangs them on: called it "a trap"."""
    if not objects:
        return set()
    doc, start = objects[-1].doc, objects[-1].right_edge.i + 1
    if start >= len(doc) or doc[start].text not in _OPENING:
        return set()
    for i in range(start + 1, min(start + 16, len(doc))):
        if doc[i].text in _CLOSING_MARKS:
            return set(range(start, i + 1))
        if doc[i].is_sent_start:
            break
    return set()


def _charge(verb: Token, objects: list[Token]) -> set[int]:
    """What somebody is accused of: "accused its neighbour of arming rebels"."""
    for child in (*verb.rights, *objects[-1].rights):
        if child.dep_ == "prep" and child.lower_ == "of" and child.i > objects[0].i:
            return subtree(child)
    return set()


def _open(clause: Token) -> bool:
    """Whether a clause asks "whether"."""
    return clause.doc[clause.left_edge.i].lower_ in ("whether", "if")


def _is_saying(noun: Token) -> bool:
    """Whether a noun stands for something said or written."""
    words, lemma = lexicon(), noun.lemma_.lower()
    return lemma in words.nouns or lemma in words.papers or lemma in words.records or lemma in _SAID


def _called_something(verb: Token, objects: list[Token]) -> bool:
    """Whether a predicate follows the object: "saw the offer as a trap"."""
    behind = [c for c in (*verb.rights, *objects[-1].rights) if c.i > objects[0].i]
    described = any(c.dep_ == "oprd" or c.doc[c.left_edge.i].lower_ == "as" for c in (*objects, *behind))
    return described or bool(_quoted_behind(objects))


def _inserted(verb: Token) -> bool:
    """Whether the verb with its subject is put into or after the clause that it reports: "the ship sank, he said"."""
    if verb.head.pos_ not in ("VERB", "AUX") or (verb.dep_ != "parataxis" and verb.i < verb.head.i):
        return False
    left = verb.left_edge.i
    if verb.dep_ == "conj" and any(c.dep_ == "cc" and c.i < verb.i for c in verb.head.rights):
        return False
    if (
        verb.i > verb.head.i
        and left
        and verb.doc[left - 1].text not in _PARTS | _CLOSING
        and not verb.left_edge.is_punct
    ):
        return False
    if any(c.dep_ in ("mark", "ccomp") for c in verb.children):
        return False
    if verb.i > verb.head.i and any(c.dep_ == "mark" and c.lower_ != "that" for c in verb.head.lefts):
        return False  # "while he praised the deal, he doubted it"
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return subject is not None and not (subject.pos_ == "PRON" and _says_already(verb))


def _says_already(verb: Token) -> bool:
    """Whether a tag only repeats who speaks: "Anna Berg said that the road was open, she said"."""
    frames = lexicon().verbs.get(verb.head.lemma_.lower(), {})
    return "quote" in frames and any(c.dep_ == "ccomp" and c.i > verb.head.i and c != verb for c in verb.head.children)


def _reports_its_head(child: Token) -> bool:
    """Whether what looks like a second content clause is rather the cue of the first: "A thinks so, B said"."""
    left = child.left_edge.i
    if child.pos_ != "VERB" or child.i < child.head.i or not left or child.doc[left - 1].text not in _CLOSING | {","}:
        return False
    return "quote" in lexicon().verbs.get(child.lemma_.lower(), {}) and _inserted(child)


def inverted_speaker(verb: Token) -> Token | None:
    """The speaker after a verb that the parser takes for its object: '"It is cold," concluded a study of 2013'."""
    if not verb.i or verb.doc[verb.i - 1].text not in _CLOSING or any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    nouns = (c for c in verb.rights if c.pos_ in ("NOUN", "PROPN", "PRON"))
    return next((c for c in nouns if c.dep_ in ("dobj", "npadvmod")), None)


def misread_infinitive(verb: Token) -> set[int]:
    """ "is said to house drones", where the parser takes "to" for a preposition and the verb for a noun."""
    if verb.i + 2 >= len(verb.doc):
        return set()
    to, after = verb.doc[verb.i + 1], verb.doc[verb.i + 2]
    if to.lower_ != "to" or to.dep_ != "prep" or after.tag_ not in ("NN", "VB", "NNP") or not after.is_lower:
        return set()
    return subtree(to)

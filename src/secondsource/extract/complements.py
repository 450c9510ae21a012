"""What a cue verb governs: the clause, infinitive or object that is its content; known slips of the parser mended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from secondsource.extract.clauses import SUBJECTS, finite, subtree
from secondsource.extract.cues import lexicon

_TO_QUOTE = frozenset({"parataxis", "ccomp", "intj", "dep"})
_AFTER_OBJECT = frozenset({"prep", "xcomp", "acl", "relcl", "dative"})
_CLOSING = frozenset({"”", '"', "''"})
# In these classes an object is denied, put right or turned down as something said, whatever the noun.
_OF_SAYINGS = frozenset({"deny", "correct", "retract", "reject"})


@dataclass(slots=True)
class Complement:
    """The class of the frame a verb stands in ("" for none), its content, and whether that is a thing judged."""

    kind: str = ""
    content: set[int] = field(default_factory=set)
    attitude: bool = False


def complement_of(verb: Token, frames: dict[str, str]) -> Complement:
    """What a verb with these frames governs."""
    clauses, infinitives, objects = _children(verb)
    if clauses and "clause" in frames:
        return Complement(frames["clause"], union(clauses))
    if infinitives:
        if "infinitive" in frames and not (objects and "person" not in frames):
            return Complement(frames["infinitive"], union([*infinitives, *objects]))
        if "person" in frames:
            return Complement(frames["person"], union(infinitives))
        if "as" in frames:
            return Complement(frames["as"], union([*infinitives, *objects]))
    if objects and ("object" in frames or "as" in frames):
        kind = frames.get("object") or frames["as"]
        described = kind == "believe" and any(child.dep_ == "oprd" for child in objects)
        judged = verb.lemma_.lower() not in lexicon().putting_forward and not described
        return Complement(kind, _object_content(verb, objects), judged and kind not in _OF_SAYINGS)
    if verb.dep_ in _TO_QUOTE and "quote" in frames and _inserted(verb):
        return Complement(frames["quote"], subtree(verb.head) - subtree(verb))
    return Complement()


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


def _object_content(verb: Token, objects: list[Token]) -> set[int]:
    after = (child for child in verb.children if child.i > objects[0].i and child.dep_ in _AFTER_OBJECT)
    return union([*objects, *after])


def _inserted(verb: Token) -> bool:
    """Whether the verb with its subject is put into or after the clause that it reports: "the ship sank, he said"."""
    if verb.head.pos_ not in ("VERB", "AUX") or (verb.dep_ != "parataxis" and verb.i < verb.head.i):
        return False
    if any(c.dep_ in ("mark", "ccomp") for c in verb.children):
        return False
    return any(c.dep_ == "nsubj" for c in verb.children)


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

"""How far a reported clause reaches: reasons hung on the cue come in, asides and the speaker's next act stay out."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from secondsource.extract.sayings.clauses import SUBJECTS, subtree
from secondsource.extract.sayings.cues import lexicon

# A clause after these belongs to what is said, though the parser hangs it on the cue: "he resigned, she said, because".
_REASONS = frozenset({"because", "if", "unless", "since"})
_CONTRASTS = frozenset({"while", "whereas", "although", "though"})
_COMMAS = frozenset({",", "–", "—", "--", "-"})
_RELATIVE = frozenset({"which", "who", "whom", "whose"})
_PARTED = frozenset({";", ":"})
_CLOSING = frozenset({"”", '"', "''"})
_PRESENT = frozenset({"VBZ", "VBP"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BARE = frozenset({"VB", "VBG"})


def reported(verb: Token, clauses: Iterable[Token]) -> set[int]:
    """The tokens of the clauses that a cue verb reports."""
    clauses = [clause for clause in clauses if clause.i > verb.i or not _parted(clause)]
    behind = [clause for clause in clauses if clause.i > verb.i]
    content: set[int] = set()
    for clause in behind or clauses:  # of two the first is told before: "prices rose; most said they had no money"
        content |= subtree(clause) - _foreign(verb, clause)
    if content:
        content |= reasons(verb, max(content)) | _carried_on(verb, max(content))
        content = without_tail(verb, content)
    return content


def _parted(clause: Token) -> bool:
    """Whether a semicolon or a colon parts a clause from what follows."""
    last = clause.right_edge
    behind = clause.doc[last.i + 1] if last.i + 1 < len(clause.doc) else last
    return last.text in _PARTED or behind.text in _PARTED


def _carried_on(verb: Token, after: int) -> set[int]:
    """What is reported further though the parser joins it to the cue: "hoped to win, and then would leave"."""
    for conj in verb.rights:
        if conj.dep_ != "conj" or conj.i < after or any(c.dep_ in (*SUBJECTS, "neg") for c in conj.children):
            continue
        if any(c.dep_ == "aux" and c.tag_ == "MD" for c in conj.children):
            return set(range(_joint(conj), conj.right_edge.i + 1))
    return set()


def aimed_at(verb: Token, infinitives: Iterable[Token]) -> set[int]:
    """The tokens of the infinitives and objects that a cue verb governs, without what its subject does next."""
    content: set[int] = set()
    for infinitive in infinitives:
        content |= subtree(infinitive) - _foreign(verb, infinitive)
    return without_tail(verb, content) if content else content


def reasons(verb: Token, after: int) -> set[int]:
    """The clauses of reason or condition hung on a cue behind what it reports."""
    found: set[int] = set()
    for child in verb.rights:
        if child.dep_ == "advcl" and child.i > after and child.doc[child.left_edge.i].lower_ in _REASONS:
            found |= subtree(child)
    return found


def _foreign(verb: Token, clause: Token) -> set[int]:
    """What is joined to a reported clause and yet is the speaker's next act or somebody else's saying."""
    cut: set[int] = set()
    here = clause
    for _ in range(4):
        joined = [c for c in here.rights if c.dep_ == "conj" and c.pos_ in ("VERB", "AUX")]
        if not joined:
            break
        for conj in joined:
            if _next_act(verb, clause, conj) or _other_saying(conj):
                cut |= set(range(_joint(conj), clause.right_edge.i + 1))
        here = joined[-1]
    return cut


def _joint(conj: Token) -> int:
    """Where the "and" before a joined clause stands, with its comma."""
    at = conj.left_edge.i
    doc = conj.doc
    while at > 1 and (doc[at - 1].dep_ == "cc" or doc[at - 1].text in _COMMAS):
        at -= 1
    return at


def _next_act(verb: Token, clause: Token, conj: Token) -> bool:
    """ "said the talks have failed and left": a plain past like the cue's, where the clause is in the present."""
    if any(c.dep_ in SUBJECTS for c in conj.lefts):
        return False
    if _tense(clause) in _BARE or (clause.tag_ in _BARE and _tense(clause) == "TO"):
        return _tense(conj) in _FINITE
    if verb.tag_ != "VBD" or _tense(conj) != "VBD":
        return False
    if any(c.dep_ in ("aux", "auxpass") and c.lemma_ != "do" for c in conj.children):
        return False
    return conj.lemma_ == verb.lemma_ or _tense(clause) in _PRESENT or _tense(clause) == "MD"


def _tense(verb: Token) -> str:
    auxiliary = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), None)
    return auxiliary.tag_ if auxiliary is not None else verb.tag_


def _other_saying(conj: Token) -> bool:
    """ "..., and Oslo said that ...": a saying with a subject and a content of its own."""
    frames = lexicon().verbs.get(conj.lemma_.lower(), {})
    subject = next((c for c in conj.lefts if c.dep_ in SUBJECTS), None)
    if "quote" not in frames or subject is None or conj.doc[_joint(conj)].text not in _COMMAS:
        return False
    return any(c.dep_ == "ccomp" and c.i > conj.i for c in conj.children)


def without_tail(verb: Token, content: set[int], judged: bool = False) -> set[int]:
    """The content without the asides at its end: ", which ...", ", while ...", ", adding that ...".

    Of a thing judged the apposition goes too: "praised the deal, a pact of 2015".
    """
    doc = verb.doc
    last = max(content)
    while last in content and doc[last].is_punct:
        last -= 1
    first = min(content)
    for i in range(first + 2, last):
        comma = i - 2 if doc[i - 1].text in _CLOSING else i - 1
        if (
            doc[comma].text in _COMMAS
            and i in content
            and (_begins_aside(doc[i], last) or (judged and _apposed(doc, i, last)))
        ):
            return {n for n in content if n < i - 1 or n > last}
    return content


def _apposed(doc: Doc, first: int, last: int) -> bool:
    """Whether an apposition or an "including ..." runs from one token to another."""
    token = doc[first]
    if token.lower_ == "including":
        return True
    for _ in range(4):
        if token.dep_ == "appos" and token.left_edge.i == first:
            return token.right_edge.i >= last
        token = token.head
    return False


def _begins_aside(token: Token, last: int) -> bool:
    if token.tag_ == "VBG":
        if token.dep_ not in ("advcl", "acl", "ccomp") or token.right_edge.i < last:
            return False
        return lexicon().lemma(token) in lexicon().verbs
    if token.lower_ in _RELATIVE or (token.dep_ == "prep" and token.doc[token.i + 1].lower_ == "which"):
        here = token
        for _ in range(4):
            if here.dep_ == "relcl":
                return here.right_edge.i >= last and here.left_edge.i == token.i
            here = here.head
        return False
    if token.lower_ in _CONTRASTS:
        return token.dep_ == "mark" and token.head.right_edge.i >= last
    return False

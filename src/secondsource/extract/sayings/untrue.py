"""What is called untrue: "dismissed as baseless reports that they met", "the claim that they met is false".

The proposition denied is the clause that the report, claim or story is said to tell; where none is told, the denial is
of the report as such. What else is called false ("the letter a forgery") is a statement about that thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from secondsource.extract.sayings.clauses import Frame, subtree
from secondsource.extract.sayings.cues import lexicon

# Predicates by which somebody says that a report does not hold. Written for this project.
_UNTRUE = frozenset(
    "false untrue baseless groundless unfounded fabricated fictitious fictional bogus incorrect inaccurate nonsense "
    "nonsensical fiction fabrication forgery forged forge fake faked hoax invention invented lie falsehood fantasy "
    "novel rubbish garbage absurd preposterous ludicrous ridiculous laughable disinformation misinformation slander "
    "libel concoction concocted erroneous wrong mistaken unsubstantiated tale propaganda doctored fabricate invent "
    "fairytale myth".split()
)
# ... and of these, those by which somebody says that a thing is not what it is given out for.
_UNGENUINE = frozenset(
    "false untrue fabricated fictitious fictional bogus fabrication forgery forged forge fake faked hoax invention "
    "invented doctored fabricate invent fraud fraudulent counterfeit".split()
)
_OWN = frozenset("its his her their our my".split())
_MEANT = frozenset("it them this that these those".split())
_CALLING = frozenset(
    "call brand label term dub describe dismiss reject denounce deride characterise characterize slam decry condemn "
    "pronounce declare deem consider denigrate mock scorn ridicule refute deny depict portray".split()
)
REPORTS = frozenset(
    "report claim allegation accusation story rumour rumor suggestion speculation charge assertion account article "
    "statement reporting coverage talk".split()
)
_GROUNDS = frozenset({"truth", "basis", "foundation", "substance", "merit", "grounds", "ground"})
_LEADING = frozenset({"in", "to", "behind", "for"})
_PREDICATES = frozenset({"acomp", "attr", "oprd"})
_QUOTES = frozenset({'"', "“", "”", "''", "``", "‘", "’", "'"})
_NEAR = 8  # tokens behind a verb within which "as ..." stands


def settle_untrue(frames: Sequence[Frame]) -> list[Frame]:
    """The frames with a denial for each saying that calls another untrue, and without that other."""
    told = {f.head.i: f for f in frames if f.head.pos_ == "NOUN" and f.content and not f.attitude}
    gone: set[int] = set()
    for frame in frames:
        if told.get(frame.head.i) is frame:
            _settle_noun(frame)
        elif frame.head.dep_ == "ccomp" and frame.head.i > frame.head.head.i and says_untrue(frame.head.head):
            frame.kind = "deny"  # "it is not true that they met, Peru said" read as "not true that Peru said"
        elif frame.head.pos_ == "VERB" and frame.source is not None:
            thing = _object(frame.head)
            if thing is not None and _settle_verb(frame, thing, told.get(thing.i)):
                gone.add(thing.i)
    return [f for f in frames if f.head.i not in gone or told.get(f.head.i) is not f]


def _settle_noun(frame: Frame) -> None:
    """Make a claim that the text itself calls untrue the text's own denial."""
    clause = _false_clause(frame.head)
    if clause is not None:
        frame.content = {i for i in frame.content if i < clause.i}
    if clause is not None or _said_to_be_false(frame.head):
        frame.kind, frame.source, frame.own = "deny", None, True


def _settle_verb(frame: Frame, thing: Token, inner: Frame | None) -> bool:
    """Make a verb that calls a thing untrue a denial of it; whether that leaves nobody who says the thing itself."""
    predicate = _predicate(frame.head, thing)
    denied = frame.kind in ("deny", "reject", "retract") and not frame.attitude
    if not denied and not predicate:
        return False
    if inner is not None:
        kind = "retract" if frame.kind == "retract" else "deny"
        frame.kind, frame.attitude, frame.content = kind, False, set(inner.content) - predicate
        return inner.source is None or inner.source.lower_ in _OWN
    if frame.kind == "retract":
        return False
    if thing.lemma_.lower() in REPORTS or (predicate and thing.lower_ in _MEANT):
        frame.kind, frame.attitude, frame.content = "deny", False, _as_such(thing) - predicate - set(frame.cue)
    elif frame.kind not in ("deny", "reject") and _is_no_judgement(frame.head.doc[i] for i in predicate):
        frame.kind, frame.attitude, frame.content = "say", False, subtree(thing) | predicate
    return False


def is_untrue(words: Iterable[Token]) -> bool:
    """Whether any of the words says that something does not hold."""
    return any(t.lemma_.lower() in _UNTRUE or t.lower_ in _UNTRUE for t in words)


def _is_no_judgement(words: Iterable[Token]) -> bool:
    return any(t.lemma_.lower() in _UNGENUINE or t.lower_ in _UNGENUINE for t in words)


def says_untrue(verb: Token) -> bool:
    """Whether a clause's predicate is that its subject does not hold: "is a fabrication", "is not true"."""
    if verb.lemma_ != "be":
        return False
    negated = any(c.dep_ == "neg" for c in verb.children)
    for child in verb.rights:
        if child.dep_ in _PREDICATES:
            if child.lower_ in ("true", "correct", "accurate", "so"):
                return negated
            if child.lemma_.lower() in _UNTRUE or child.lower_ in _UNTRUE:
                return not negated
    return False


def _as_such(noun: Token) -> set[int]:
    """A report as such with what it is of or about, without who made it and when: "reports of a coup"."""
    found = set(range(noun.left_edge.i, noun.i + 1))
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "about", "on", "over", "concerning", "regarding"):
            found |= subtree(child)
    return {i for i in found if noun.doc[i].dep_ != "relcl"}


def _object(verb: Token) -> Token | None:
    """What a verb of calling is about: its object, the subject of a small clause, or in the passive its subject."""
    for child in verb.rights:
        if child.dep_ in ("dobj", "oprd", "attr") and is_untrue([child]):
            # "called the claims fantasy" is one noun phrase to the parser
            said = (c for c in child.lefts if c.dep_ in ("compound", "nmod") and c.lemma_.lower() in REPORTS)
            if (called := next(said, None)) is not None:
                return called
        if child.dep_ == "dobj":
            return child
        own = next((c for c in child.lefts if c.dep_ == "nsubj"), None)
        if own is not None and child.dep_ in ("ccomp", "xcomp", "oprd"):
            return own if not any(c.dep_ in ("aux", "auxpass", "mark") for c in child.children) else None
    return next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)


def denied_clause(verb: Token) -> Token | None:
    """The clause that a predicate calls untrue: "it is not true that they met", "it is false that ..."."""
    if not says_untrue(verb):
        return None
    for child in (*verb.rights, *(g for c in verb.rights if c.dep_ in _PREDICATES for g in c.rights)):
        if child.dep_ in ("ccomp", "csubj", "acl") and child.pos_ in ("VERB", "AUX"):
            return child
    return None


def _predicate(verb: Token, thing: Token) -> set[int]:
    """The tokens by which a verb of calling says that a thing is untrue; none where it does not say so."""
    if lexicon().lemma(verb) not in _CALLING:
        return set()
    doc = verb.doc
    for child in (*verb.rights, *thing.rights, thing.head if thing.head.i != verb.i else verb):
        if child.i in (verb.i, thing.i):
            continue
        if child.dep_ in ("oprd", "xcomp", "ccomp", "attr", "acomp", "acl", "amod", "appos", "dobj"):
            if child.lemma_.lower() in _UNTRUE or child.lower_ in _UNTRUE:
                return subtree(child) - set(range(thing.left_edge.i, thing.i + 1))
        elif child.lower_ == "as":
            below = subtree(child) - (subtree(thing) if thing.i > child.i else set())
            if is_untrue(doc[i] for i in below):
                return below
    return _quoted_behind(thing) | _behind(thing)


def _behind(thing: Token) -> set[int]:
    """A predicate right behind its noun phrase, wherever the parser hung it: "called the claims fantasy"."""
    doc, end = thing.doc, thing.right_edge.i
    while end > thing.i and doc[end].is_punct:
        end -= 1
    last = doc[end]
    plain = last.i > thing.i and (last.lemma_.lower() in _UNTRUE or last.lower_ in _UNTRUE)
    return subtree(last) - set(range(thing.left_edge.i, thing.i + 1)) if plain and last.dep_ != "pobj" else set()


def _quoted_behind(thing: Token) -> set[int]:
    """Words in marks behind a noun that call it untrue: 'the report "a novel"'."""
    doc, start = thing.doc, thing.i + 1
    while start < min(len(doc), thing.i + _NEAR) and doc[start].text not in _QUOTES:
        if doc[start].is_sent_start or doc[start].text in (".", ","):
            return set()
        start += 1
    end = start + 1
    while end < min(len(doc), start + _NEAR) and doc[end].text not in _QUOTES:
        end += 1
    if start >= len(doc) or doc[start].text not in _QUOTES:
        return set()
    return set(range(start, min(end + 1, len(doc)))) if is_untrue(doc[start:end]) else set()


def _false_clause(noun: Token) -> Token | None:
    """The "is false" of "the claim that they met is false", where the parser hangs it on the claim as its clause."""
    if noun.dep_ != "ROOT":
        return None
    for child in noun.rights:
        alone = not any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in child.lefts)
        if child.dep_ in ("acl", "relcl") and alone and says_untrue(child):
            return child
    return None


def _said_to_be_false(noun: Token) -> bool:
    """Whether the text itself calls a claim untrue: "the claim that ... is false", "no truth in reports that ..."."""
    above = noun.head
    if noun.dep_ == "nsubj" and says_untrue(above):
        return True
    if noun.dep_ != "pobj":
        return False
    if above.lower_ == "to" and above.head.lower_ == "contrary":
        return True
    ground = above.head
    if above.lower_ not in _LEADING or ground.lemma_.lower() not in _GROUNDS:
        if above.lower_ not in _LEADING or ground.lemma_ != "be":
            return False
        ground = next((c for c in ground.rights if c.dep_ == "attr" and c.lemma_.lower() in _GROUNDS), ground)
    return any(c.dep_ == "det" and c.lower_ == "no" for c in ground.lefts)

"""Cues that are no verbs: "X's claim that", "is confident that", "according to X", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from secondsource.extract.sayings.clauses import SUBJECTS, Frame, cue_tokens, placeholder, subject_of, subtree
from secondsource.extract.sayings.cues import Lexicon
from secondsource.extract.sayings.extents import without_tail

_LEADS_IN = frozenset({"of", "for", "about", "on", "against", "to", "in", "over", "with", "towards", "toward"})

_FELT_ABOUT = frozenset({"of", "about", "with", "at", "to", "by", "against", "over", "for", "on", "in"})
_PREDICATES = frozenset({"acomp", "conj", "advcl", "oprd", "amod", "acl", "ROOT", "ccomp", "relcl"})


def of_noun(noun: Token, words: Lexicon) -> Iterator[Frame]:
    """The saying that a noun stands for, where somebody holds it."""
    lemma = noun.lemma_.lower()
    light = noun.dep_ == "dobj" and noun.head.lemma_ in words.light
    if lemma in words.agents and noun.dep_ == "attr":
        yield from _of_agent(noun, words)
        return
    kind = words.nouns.get(lemma) or (words.light_nouns.get(lemma) if light else None)
    if kind is None or noun.dep_ in ("compound", "amod"):
        return
    source = _owner(noun)
    content = next((subtree(c) for c in noun.rights if c.dep_ in ("acl", "ccomp", "relcl") and _marked(c)), set())
    content = content or _predicate(noun)
    clause = bool(content)
    cue = [noun.i]
    if not clause:
        leading = next((c for c in noun.rights if c.dep_ == "prep" and _leads_in(c, kind)), None)
        if leading is not None:
            cue.append(leading.i)
            content = without_tail(noun, subtree(leading), judged=True)
    if source is None or (light and source.dep_ == "poss" and source.pos_ == "PRON"):
        giver, whole = _giver(noun, cue, clause, words)
        source, cue = (giver, whole) if giver is not None else (source, cue)
    if source is None and not (lemma in words.ownerless if clause else _put_about(lemma, noun, cue, content, words)):
        return
    if source is not None and source.lower_ in ("its", "whose") and not clause:
        return
    frame = Frame(noun, kind, cue, source, content, attitude=not clause)
    if frame.carve().content:
        yield frame


def _of_agent(noun: Token, words: Lexicon) -> Iterator[Frame]:
    """ "is a vocal supporter of the deal"."""
    leading = next((c for c in noun.rights if c.dep_ == "prep" and c.lower_ in ("of", "in")), None)
    source, passive = subject_of(noun.head)
    if leading is None or source is None or passive or placeholder(source):
        return
    cue = [*cue_tokens(noun.head), noun.i, leading.i]
    content = without_tail(noun, subtree(leading), judged=True)
    yield Frame(noun, words.agents[noun.lemma_.lower()], sorted(cue), source, content, attitude=True).carve()


def _leads_in(preposition: Token, kind: str) -> bool:
    """Whether the phrase after a noun says what it is about, and not when or where: "remarks on Monday", "in Oslo"."""
    below = next((c for c in preposition.rights if c.dep_ in ("pobj", "pcomp")), None)
    if below is None or preposition.lower_ not in _LEADS_IN or below.ent_type_ in ("DATE", "TIME"):
        return False
    return preposition.lower_ != "in" or kind == "believe" or below.dep_ == "pcomp"


def _giver(noun: Token, cue: list[int], clause: bool, words: Lexicon) -> tuple[Token | None, list[int]]:
    """Who makes, voices or takes what the noun stands for ("made the claim that"), and the cue with that verb."""
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_ in words.light:
        source, passive = subject_of(verb)
        if passive or source is None or placeholder(source):
            return None, cue
        return source, sorted({*cue, *cue_tokens(verb)})
    if noun.dep_ == "pobj" and verb.dep_ == "prep" and verb.lower_ in ("with", "in") and verb.head.pos_ == "VERB":
        acting = any(c.dep_ == "prep" and any(below.dep_ == "pcomp" for below in c.children) for c in noun.rights)
        source, passive = subject_of(verb.head)
        if (clause or acting) and not passive and source is not None and not placeholder(source):
            return source, cue
    return None, cue


def _put_about(lemma: str, noun: Token, cue: list[int], content: set[int], words: Lexicon) -> bool:
    """Whether a saying of nobody's is one all the same: "calls for a truce", "criticism of the deal"."""
    doc = noun.doc
    if len(cue) < 2 or (lemma, doc[cue[-1]].lower_) not in words.bare:
        return False
    return not any(doc[i].lemma_ in ("comment", "interview") for i in content)


def _owner(noun: Token) -> Token | None:
    """Whose saying it is: "X's claim", "a claim by X"."""
    by = None
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in ("by", "from"):
            by = by or next((below for below in child.children if below.dep_ == "pobj"), None)
    return by


def _marked(clause: Token) -> bool:
    return any(c.dep_ in ("mark", "aux") and c.lower_ in ("that", "to") for c in clause.children)


def _predicate(noun: Token) -> set[int]:
    """What is said in "the claim is that ..."."""
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        for child in noun.head.children:
            if child.dep_ in ("ccomp", "xcomp") and child.i > noun.head.i:
                return subtree(child)
    return set()


def of_adjective(adjective: Token, words: Lexicon) -> Iterator[Frame]:
    """The belief that an adjective, or a participle used as one, stands for: behind a copula or behind its noun."""
    kind = words.adjectives.get(adjective.lemma_.lower() if adjective.pos_ == "ADJ" else adjective.lower_)
    if kind is None or adjective.dep_ not in _PREDICATES:
        return
    noun = (
        adjective.head if adjective.head.pos_ in ("NOUN", "PROPN", "PRON") and adjective.i > adjective.head.i else None
    )
    if adjective.dep_ in ("amod", "acl") and noun is None:
        return
    content: set[int] = set()
    clause = False
    cue = [adjective.i]
    for child in adjective.rights:
        if child.dep_ in ("ccomp", "xcomp"):
            content |= subtree(child)
            clause = True
        elif child.dep_ in ("prep", "agent") and child.lower_ in _FELT_ABOUT and not content:
            for below in child.children:
                content |= subtree(below)
            cue.append(child.i)
    if not content:
        return
    verb = adjective.head if adjective.pos_ == "ADJ" else adjective
    source = noun if noun is not None else subject_of(verb)[0]
    if source is None or placeholder(source):
        return
    if noun is None:
        cue = sorted({*cue, *cue_tokens(verb)})
    yield Frame(adjective, kind, cue, source, content, attitude=not clause).carve()


def according(word: Token, words: Lexicon) -> Iterator[Frame]:
    """ "according to X": the clause round it is what X holds."""
    doc = word.doc
    if word.lower_ == "per":
        yield from _per(word)
        return
    if word.i + 1 >= len(doc) or doc[word.i + 1].lower_ != "to":
        return
    to = doc[word.i + 1]
    holder = next((c for t in (to, word) for c in t.children if c.dep_ == "pobj" and c.i > to.i), None)
    if holder is None or holder.lemma_.lower() in words.not_holders:
        return
    clause = word.head if word.head.i not in (word.i, to.i) else to.head
    if clause.i in (word.i, to.i):
        return
    while clause.pos_ not in ("VERB", "AUX") and clause.head.i != clause.i:
        clause = clause.head
    # After a comma the phrase is about all that was said: "he said the visit was short, according to Xinhua".
    mark = next((c for c in clause.lefts if c.dep_ == "mark"), None)
    if clause.dep_ == "ccomp" and mark is not None and word.i < mark.i:
        clause = clause.head  # "told the paper, according to X, that ..."
    while clause.head.i < clause.i < word.i and doc[word.i - 1].text == "," and _belongs(clause):
        clause = clause.head
    yield Frame(word, "report", [word.i, to.i], holder, subtree(clause)).carve()


def _belongs(clause: Token) -> bool:
    """Whether a clause is one piece with the one above it: its content, its circumstance, its second verb."""
    joined = clause.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in clause.lefts)
    return joined or clause.dep_ in ("ccomp", "advcl")


def _per(word: Token) -> Iterator[Frame]:
    """ "per the ministry": as "according to", where a name or "the" follows and a comma sets it off."""
    holder = next((c for c in word.rights if c.dep_ == "pobj"), None)
    clause = word.head
    if holder is None or clause.pos_ not in ("VERB", "AUX"):
        return
    if not (holder.pos_ == "PROPN" or any(c.lower_ == "the" for c in holder.lefts)):
        return
    opens = word.i == word.sent.start or word.text == "Per"
    if not opens and word.doc[word.i - 1].text not in (",", "–", "—", "("):
        return
    yield Frame(word, "report", [word.i], holder, subtree(clause)).carve()


def of_adverb(adverb: Token, words: Lexicon) -> Iterator[Frame]:
    """ "reportedly": the clause is somebody's who is not named."""
    if adverb.lower_ not in words.hearsay:
        return
    clause = adverb.head
    if clause.pos_ in ("VERB", "AUX"):
        yield Frame(adverb, "allege", [adverb.i], None, subtree(clause) - {adverb.i}, passive=True)

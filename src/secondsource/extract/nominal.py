"""Cues that are no verbs: "X's claim that", "is confident that", "according to X", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from secondsource.extract.clauses import Frame, cue_tokens, placeholder, subject_of, subtree
from secondsource.extract.cues import Lexicon

_LEADS_IN = frozenset({"of", "for", "about", "on", "against", "to", "in", "over", "with", "towards", "toward"})


def of_noun(noun: Token, words: Lexicon) -> Iterator[Frame]:
    """The saying that a noun stands for, where somebody holds it."""
    kind = words.nouns.get(noun.lemma_.lower())
    if kind is None:
        return
    source = _owner(noun)
    content = next((subtree(c) for c in noun.rights if c.dep_ in ("acl", "ccomp", "relcl") and _marked(c)), set())
    content = content or _predicate(noun)
    clause = bool(content)
    cue = [noun.i]
    if not clause:
        leading = next((c for c in noun.rights if c.dep_ == "prep" and c.lower_ in _LEADS_IN), None)
        if leading is not None:
            cue.append(leading.i)
            content = subtree(leading)
    elif source is None and noun.dep_ == "dobj" and noun.head.lemma_ in words.light:
        # "made the claim that", "issued a warning that": the light verb's subject holds it
        source, passive = subject_of(noun.head)
        cue = cue if passive else sorted({*cue, *cue_tokens(noun.head)})
    if source is None and not (clause and noun.lemma_.lower() in words.ownerless):
        return
    if source is not None and source.lower_ in ("its", "whose") and not clause:
        return
    frame = Frame(noun, kind, cue, source, content, attitude=not clause)
    if frame.carve().content:
        yield frame


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
    """The belief that an adjective after a copula stands for."""
    kind = words.adjectives.get(adjective.lemma_.lower())
    if kind is None or adjective.dep_ not in ("acomp", "conj", "advcl", "oprd", "amod"):
        return
    content: set[int] = set()
    clause = False
    cue = [adjective.i]
    for child in adjective.children:
        if child.dep_ in ("ccomp", "xcomp") and child.i > adjective.i:
            content |= subtree(child)
            clause = True
        elif child.dep_ == "prep" and child.lower_ in ("of", "about", "with", "at", "to", "by") and not content:
            for below in child.children:
                content |= subtree(below)
            cue.append(child.i)
    if not content:
        return
    verb = adjective.head
    source, _ = subject_of(verb)
    if source is None or placeholder(source):
        return
    cue = sorted({*cue, *cue_tokens(verb)})
    yield Frame(adjective, kind, cue, source, content, attitude=not clause).carve()


def according(word: Token, words: Lexicon) -> Iterator[Frame]:
    """ "according to X": the clause round it is what X holds."""
    doc = word.doc
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
    while clause.dep_ == "ccomp" and clause.head.i < clause.i < word.i and doc[word.i - 1].text == ",":
        clause = clause.head
    yield Frame(word, "report", [word.i, to.i], holder, subtree(clause)).carve()


def of_adverb(adverb: Token, words: Lexicon) -> Iterator[Frame]:
    """ "reportedly": the clause is somebody's who is not named."""
    if adverb.lower_ not in words.hearsay:
        return
    clause = adverb.head
    if clause.pos_ in ("VERB", "AUX"):
        yield Frame(adverb, "allege", [adverb.i], None, subtree(clause) - {adverb.i}, passive=True)

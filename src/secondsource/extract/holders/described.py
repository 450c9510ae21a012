"""The words that describe a holder without a name, verbatim and without article, and what sort of phrase they are."""

from __future__ import annotations

import re

from spacy.tokens import Token

from secondsource.extract.sayings.clauses import source_tokens
from secondsource.model import Holder, Name
from secondsource.words.titles import title_words

_LONGEST = 120  # of an unnamed holder's description, in code points
_LEADING = re.compile(r"^(?:(?:the|an?|which|that|this|these|those)\s+)+(?!who\b|that\b|which\b)(?=\S)", re.IGNORECASE)
_ASIDE = re.compile(r" ?[,–—] (?:who|which|whose|speaking|asking)\b.*$", re.IGNORECASE)
_NEITHER = re.compile(r"^(?:neither|both|either) (?:the |an? )?(.+?) (?:nor|and|or) (?:the |an? )?", re.IGNORECASE)
# Whoever holds such an office alone is known, though not by name: "the governor of the province".
_OFFICES = frozenset(
    "head chief governor mayor director commander spokesman spokeswoman spokesperson minister president secretary "
    "ambassador chairman chairwoman prosecutor leader premier chancellor king queen emir pope commissioner ministry "
    "army navy military police government presidency cabinet court department embassy consulate command parliament "
    "junta office commission council party agency force guard mayor speaker authority union institute committee "
    "campaign camp leadership".split()
)
_ONE_OF_MANY = frozenset(
    "a an one two three some several many few senior former other another unnamed anonymous unidentified any no local "
    "regional top each every".split()
)
_MANY_TAGS = frozenset({"NNS", "NNPS"})


def described(token: Token, inside: list[Name], text: str) -> Holder:
    """A holder without a name under the words that describe it; an office that one person holds is a body."""
    words = phrase_of(token, text)
    sides = {name.side for name in inside if name.side}
    side = sides.pop() if len(sides) == 1 else None
    before = {c.lower_ for c in token.children if c.i < token.i} | {token.doc[token.left_edge.i].lower_}
    alone = token.tag_ not in _MANY_TAGS and not before & _ONE_OF_MANY
    if token.pos_ == "PROPN" and not inside and alone and token.ent_type_ not in ("NORP", "DATE"):
        return Holder(words, "person" if token.ent_type_ == "PERSON" else "body")
    owned = any(c.dep_ == "poss" and c.pos_ == "PRON" for c in token.children)
    if alone and not owned and token.lemma_.lower() in _OFFICES:
        return Holder(words, "body", side)
    return Holder(words, "unnamed", side)


def _both(match: re.Match[str]) -> str:
    return f"{match.group(1)} and "


def phrase_of(token: Token, text: str, after: int = -1) -> str:
    """The words of a noun phrase from behind the token `after`, without article and without a clause set off."""
    tokens = source_tokens(token)
    doc = token.doc
    first = doc[max(tokens[0], after + 1)]
    last = doc[tokens[-1]]
    words = " ".join(text[first.idx : last.idx + len(last)].split())
    words = _ASIDE.sub("", _LEADING.sub("", _NEITHER.sub(_both, words)))
    words = words.removesuffix("’s").removesuffix("'s") if token.right_edge.dep_ == "case" else words
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0]


def title_before(token: Token) -> str:
    """The capitalised words right before "news agency", "newspaper": a paper that no list has."""
    words = [c for c in token.lefts if c.dep_ in ("compound", "nmod") and c.i < token.i]
    first = token.i
    while first > 0 and (token.doc[first - 1].is_title or token.doc[first - 1].lower_ in ("news", "of")):
        first -= 1
    title = token.doc[first : token.i]
    while len(title) and (not title[-1].is_title or (title[-1].lower_ == "news" and len(title) > 1)):
        title = title[:-1]
    proper = [t for t in title if t.pos_ == "PROPN"]
    return str(title.text) if words and proper and title[0].is_title and not title[0].is_sent_start else ""


def behind_comma(token: Token) -> bool:
    """Whether a phrase is set off by a comma, a dash or a bracket before it."""
    left = token.left_edge.i
    return left > 0 and token.doc[left - 1].text in (",", "–", "—", "(")


def is_definite(token: Token) -> bool:
    """Whether a noun has "the", "this" or "that"."""
    return any(c.lower_ in ("the", "this", "that") for c in token.children if c.dep_ == "det")


def is_known(token: Token) -> bool:
    """Whether a phrase speaks of somebody who is known already, and says no more of him."""
    before = {c.lower_ for c in token.children if c.i < token.i}
    if before & {"a", "an", "some", "many", "several", "other", "another", "any", "no", "former", "senior"}:
        return False
    words = title_words()
    office = words.portfolio | words.modifiers | words.heads.keys()
    named = any(
        (c.dep_ in ("compound", "nmod") and c.lower_ not in office)
        or c.dep_ == "poss"
        or (c.dep_ == "prep" and c.lower_ == "of")
        for c in token.children
    )
    return not named and bool(before & {"the", "this", "that", "these", "those", "both", "same", "two"})


def is_modified(token: Token) -> bool:
    """Whether anything says more of a noun."""
    return any(c.dep_ in ("amod", "compound", "poss", "prep") for c in token.children)


def noun_of(pronoun: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    verb = pronoun.head
    for _ in range(5):
        if verb.dep_ == "relcl":
            return verb.head
        if verb.head.i == verb.i:
            break
        verb = verb.head
    return pronoun

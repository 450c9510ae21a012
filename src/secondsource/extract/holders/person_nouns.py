"""Common nouns for persons: offices, ranks, trades, "man", "woman"; and whether a person was called by one."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.model import Name
from secondsource.words.given_names import gender_words
from secondsource.words.titles import title_words

# What people do or are beside what titles.toml has.
_TRADES = frozenset(
    "source person people insider veteran witness survivor resident villager doctor soldier rebel fighter farmer "
    "trader driver sailor skipper negotiator mediator critic observer supporter opponent investigator inspector "
    "engineer protester demonstrator prisoner hostage refugee migrant student teacher worker pilot broker "
    "participant attendee relative neighbour neighbor owner manager executive entrepreneur lobbyist scientist "
    "academic commentator pundit watcher defector envoy delegate lawmaker legislator voter shopkeeper nurse".split()
)
_SAME = {"spokeswoman": "spokesman", "spokesperson": "spokesman", "advisor": "adviser", "chairwoman": "chairman"}


def is_person_noun(token: Token) -> bool:
    """Whether a token is a noun for a person."""
    return names_person(token.lemma_.lower())


def names_person(lemma: str) -> bool:
    """Whether a noun is one for a person."""
    words = gender_words()
    return lemma in title_words().heads or lemma in words.nouns or lemma in words.titles or lemma in _TRADES


def one_word_for(lemma: str) -> str:
    """One of the nouns that mean the same office."""
    return _SAME.get(lemma, lemma)


def is_called(noun: str, name: Name, at: Token | None) -> bool:
    """Whether a person was called by a noun: in the title, or in an apposition right beside the name."""
    asked = one_word_for(noun)
    if name.role and asked in (one_word_for(word) for word in name.role.lower().replace("-", " ").split()):
        return True
    if at is None:
        return False
    beside = [c for c in at.children if c.dep_ in ("appos", "compound", "nmod")]
    if at.dep_ == "appos":
        beside.append(at.head)
    return any(one_word_for(t.lemma_.lower()) == asked for t in beside)

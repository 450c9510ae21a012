"""Whether a country, capital or palace in a sentence is a government that acts, or the ground where something is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from secondsource.detect.names.drafts import Draft
from secondsource.words.countries import capitals_that_act
from secondsource.words.grammar import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def standing(parsed: Doc, draft: Draft) -> Literal["acts", "ground", "neither"]:
    """Whether a name does or suffers something as a government, is the ground where something is, or neither."""
    token = _head(parsed, draft)
    if _acts(parsed, token, draft, 0):
        return "acts"
    return "ground" if _is_ground(parsed, token, draft, 0) else "neither"


def _is_ground(parsed: Doc, token: Token, draft: Draft, depth: int) -> bool:
    """Whether something is said to be, happen or go there."""
    dependency, head = token.dep_, token.head
    if _is_dateline(parsed, draft) or _is_address(parsed, draft):
        return True
    if dependency in ("conj", "appos", "npadvmod") and depth < 4:
        place = dependency == "npadvmod" or head.ent_type_ in ("GPE", "LOC", "FAC")
        return place or _is_ground(parsed, head, draft, depth + 1)
    if dependency == "pobj":
        return head.lower_ in listed("standing_where") or (head.lower_ in ("to", "of") and head.head.pos_ == "VERB")
    if dependency in ("dobj", "nsubjpass"):
        return head.lemma_.lower() in listed("standing_going")
    return dependency == "ROOT" and draft.sort == "capital"


def _head(parsed: Doc, draft: Draft) -> Token:
    """The token of the name on which the others hang."""
    inside = range(draft.start, draft.end)
    for i in reversed(inside):
        if parsed[i].head.i not in inside or parsed[i].head.i == i:
            return parsed[i]
    return parsed[draft.end - 1]


def _acts(parsed: Doc, token: Token, draft: Draft, depth: int) -> bool:
    dependency, head = token.dep_, token.head
    if _is_dateline(parsed, draft):
        return False
    city = draft.sort == "capital"
    if _is_address(parsed, draft):
        return False
    if dependency == "conj" and depth < 4:
        return _acts(parsed, head, draft, depth + 1)
    if dependency in ("nsubj", "nsubjpass"):
        return _as_subject(head, dependency, city, draft)
    if dependency == "poss":
        return True
    if dependency in ("compound", "amod", "nmod"):
        return _beside(parsed, token, head, city)
    if dependency in ("dobj", "dative", "oprd"):
        return head.lemma_.lower() not in listed("standing_going")
    if dependency == "agent" or (dependency == "pobj" and head.dep_ == "agent"):
        return True
    if dependency == "pobj":
        return _after_preposition(head, draft, city)
    return dependency in ("appos", "attr") and not city


def _as_subject(verb: Token, dependency: str, city: bool, draft: Draft) -> bool:
    lemma = verb.lemma_.lower()
    if not city:
        return not (dependency == "nsubjpass" and lemma in listed("standing_going"))
    if lemma in listed("standing_saying"):
        return not (dependency == "nsubjpass" and lemma in listed("standing_choosing"))
    if dependency == "nsubjpass" or lemma in listed("standing_lying"):
        return False
    return draft.name in capitals_that_act()


def _beside(parsed: Doc, token: Token, head: Token, city: bool) -> bool:
    """Before a noun: "US officials", "US-China talks", "Beijing government"."""
    if head.lower_ in listed("standing_agents") or (head.lower_ in listed("standing_dealings") and not city):
        return True
    hyphen = any(
        0 <= i < len(parsed) and parsed[i].text in ("-", "–", "—", "/") and not parsed[i].whitespace_
        for i in (token.i - 1, token.i + 1)
    )
    if not hyphen:
        return False
    after = parsed[token.i + 2].lower_ if token.i + 2 < len(parsed) else ""
    return after not in ("based", "born", "area", "made") and not city


def _after_preposition(preposition: Token, draft: Draft, city: bool) -> bool:
    word, noun = preposition.lower_, preposition.head
    if word in ("in", "at", "near", "inside", "outside", "across", "throughout", "within", "into", "around", "off"):
        return False
    dealing = noun.lower_ in listed("standing_dealings")
    if word in ("with", "between", "against", "by"):
        return True
    if word in ("from", "to", "toward", "towards", "for", "on", "of", "over", "about"):
        if dealing:
            return True
        verb = noun.lemma_.lower()
        if word == "for" and city and draft.name in capitals_that_act() and noun.dep_ != "prep":
            return verb not in listed("standing_bound")  # "moved money for Pyongyang", not "left for Pyongyang"
        return noun.pos_ == "VERB" and (verb in listed("standing_saying") or (word in ("on", "for") and not city))
    return word not in listed("standing_where") and word in listed("standing_between") and not city


def _is_address(parsed: Doc, draft: Draft) -> bool:
    """Whether the name follows a city and a comma: "Vilnius, Lithuania"."""
    i = draft.start
    if draft.sort != "country" or i < 2 or parsed[i - 1].text != "," or parsed[i].dep_ == "conj":
        return False
    city = parsed[i - 2]
    return (
        city.ent_type_ in ("GPE", "LOC", "FAC")
        and city.dep_ != "conj"
        and parsed[i].dep_ in ("appos", "npadvmod", "pobj")
    )


def _is_dateline(parsed: Doc, draft: Draft) -> bool:
    """Whether the name opens a line in capitals or is followed by an agency in brackets or a long dash."""
    first = parsed[draft.start]
    if not first.is_sent_start:
        return False
    if draft.end < len(parsed):
        following = parsed[draft.end].text
        if following in ("—", "–", "(", "--") or (following == "," and first.text.isupper() and len(first) > 3):
            return True
    return False

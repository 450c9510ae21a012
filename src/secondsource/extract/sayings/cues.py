"""The words that attribute, hedge, deny and decline, as tables to look up by lemma."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cue words by lemma: the class of each verb in each frame, of verb + preposition, of nouns and of adjectives."""

    verbs: dict[str, dict[str, str]]
    prepositions: dict[tuple[str, str], str]
    nouns: dict[str, str]
    adjectives: dict[str, str]
    putting_forward: frozenset[str]
    putting_forward_pairs: frozenset[tuple[str, str]]
    ownerless: frozenset[str]
    bare: frozenset[tuple[str, str]]
    light_nouns: dict[str, str]
    agents: dict[str, str]
    hedge_adverbs: frozenset[str]
    hedge_adjectives: frozenset[str]
    hedge_phrases: re.Pattern[str]
    denial_words: frozenset[str]
    denial_phrases: re.Pattern[str]
    hearsay: frozenset[str]
    hearsay_verbs: frozenset[str]
    not_holders: frozenset[str]
    grounds: frozenset[str]
    guessing: frozenset[str]
    speaking_for: frozenset[str]
    papers: frozenset[str]
    silent: frozenset[str]
    silent_objects: frozenset[str]
    giving: frozenset[str]
    declining: frozenset[str]
    declined: frozenset[str]
    staying: frozenset[str]
    quiet: frozenset[str]
    available: frozenset[str]
    hands_on: frozenset[str]
    sides: frozenset[str]
    states: frozenset[str]
    records: frozenset[str]
    light: frozenset[str]
    going: frozenset[str]
    asking: frozenset[str]
    addressed: frozenset[str]
    seen_as: frozenset[str]
    seeming: frozenset[str]
    seeming_verbs: frozenset[str]
    read_in: frozenset[str]
    documents: frozenset[str]
    phrasal: frozenset[tuple[str, str]]

    def lemma(self, token: Token) -> str:
        """A token's lemma in lower case, put right where the model cuts the e off a cue verb ("hoping" -> "hop")."""
        lemma = token.lemma_.lower()
        if lemma not in self.verbs and lemma + "e" in self.verbs and token.lower_.endswith(("ing", "ed")):
            return lemma + "e"
        return lemma


def _any_phrase(phrases: list[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b", re.IGNORECASE)


def _pair(text: str) -> tuple[str, str]:
    verb, _, preposition = text.partition(":")
    return verb, preposition


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


@cache
def lexicon() -> Lexicon:
    """The cue words of `words/cues.toml`, read once."""
    table = tomllib.loads((files("secondsource.words") / "cues.toml").read_text(encoding="utf-8"))
    verbs: dict[str, dict[str, str]] = {}
    for group in table["verbs"]:
        for lemma in group["lemmas"].split():
            frames = verbs.setdefault(lemma, {})
            for frame in group["frames"]:
                frames.setdefault(frame, group["class"])
    prepositions: dict[tuple[str, str], str] = {}
    for group in table["prepositions"]:
        for pair in group["pairs"].split():
            prepositions.setdefault(_pair(pair), group["class"])
    hedges, silence, forward = table["hedges"], table["silence"], table["putting_forward"]
    return Lexicon(
        verbs=verbs,
        prepositions=prepositions,
        nouns={lemma: group["class"] for group in reversed(table["nouns"]) for lemma in group["lemmas"].split()},
        adjectives={
            lemma: group["class"] for group in reversed(table["adjectives"]) for lemma in group["lemmas"].split()
        },
        putting_forward=_set(forward["lemmas"]),
        putting_forward_pairs=frozenset(_pair(pair) for pair in forward["pairs"].split()),
        ownerless=_set(forward["nouns"]),
        bare=frozenset(_pair(pair) for pair in forward["bare"].split()),
        light_nouns={lemma: group["class"] for group in table["light_nouns"] for lemma in group["lemmas"].split()},
        agents={lemma: group["class"] for group in table["agents"] for lemma in group["lemmas"].split()},
        hedge_adverbs=_set(hedges["adverbs"]),
        hedge_adjectives=_set(hedges["adjectives"]),
        hedge_phrases=_any_phrase(hedges["phrases"]),
        denial_words=_set(table["denials"]["words"]),
        denial_phrases=_any_phrase(table["denials"]["phrases"]),
        hearsay=_set(hedges["hearsay"]),
        hearsay_verbs=_set(hedges["hearsay_verbs"]),
        not_holders=_set(table["not_holders"]["according"]),
        grounds=_set(table["not_holders"]["citing"]),
        guessing=_set(table["unnamed"]["guessing"]),
        speaking_for=_set(table["unnamed"]["speaking_for"]),
        papers=_set(table["unnamed"]["papers"]),
        silent=_set(silence["verbs"]),
        silent_objects=_set(silence["objects"]),
        giving=_set(silence["giving"]),
        declining=_set(silence["declining"]),
        declined=_set(silence["declined"]),
        staying=_set(silence["staying"]),
        quiet=_set(silence["adjectives"]),
        available=_set(silence["available"]),
        asking=_set(silence["asking"]),
        seeming=_set(table["seeming"]["adjectives"]),
        seeming_verbs=_set(table["seeming"]["verbs"]),
        read_in=_set(table["seeming"]["papers"]),
        documents=_set(table["seeming"]["documents"]),
        phrasal=frozenset(_pair(pair) for pair in table["phrasal"]["pairs"].split()),
        hands_on=_set(table["grammar"]["hands_on"]),
        light=_set(table["grammar"]["light"]),
        going=_set(table["grammar"]["going"]),
        seen_as=_set(table["grammar"]["seen_as"]),
        addressed=_set(table["grammar"]["addressed"]),
        sides=_set(table["unnamed"]["sides"]),
        states=_set(table["unnamed"]["states"]),
        records=_set(table["unnamed"]["records"]),
    )

"""The list of event words keeps its own rules."""

from __future__ import annotations

from typing import get_args

import pytest

from secondsource.words.events import EventWord, Shape, event_words

# PLOVER 2.0 categories
CATEGORIES = frozenset(
    [
        *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
        *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
    ]
)

# what a verb's object or subject must be, as the head of the list says
OBJECTS = frozenset("actor force rulers place law held hit told delegates listed any".split())


def _all() -> list[EventWord]:
    words = event_words()
    return [w for options in (*words.verbs.values(), *words.nouns.values()) for w in options]


def test_every_category_of_the_standard_is_told_of() -> None:
    assert {w.type for w in _all()} == CATEGORIES


def test_every_entry_is_well_formed() -> None:
    for word in _all():
        assert word.shape in get_args(Shape)
        assert word.object in OBJECTS
        assert word.cameo.isdigit()
        assert 2 <= len(word.cameo) <= 4
        assert all(w == w.lower() for w in word.object_words)


def test_verbs_and_nouns_are_lemmas_in_lower_case() -> None:
    words = event_words()
    for lemma, particle in words.verbs:
        assert lemma == lemma.lower()
        assert particle is None or particle == particle.lower()
    for noun in words.nouns:
        assert noun == noun.lower()
        assert " " not in noun, "two-word nouns are joined by an underscore"


@pytest.mark.parametrize(
    ("verb", "category"),
    [
        (("meet", None), "CONSULT"),
        (("shoot", "down"), "ASSAULT"),
        (("call", "on"), "REQUEST"),
        (("pull", "out"), "RETREAT"),
        (("impose", None), "SANCTION"),
        (("host", None), "CONSULT"),
    ],
)
def test_the_plainest_reading_comes_first(verb: tuple[str, str | None], category: str) -> None:
    assert event_words().verbs[verb][0].type == category


def test_no_word_stands_twice_for_the_same_thing() -> None:
    words = event_words()
    for options in (*words.verbs.values(), *words.nouns.values()):
        assert len(options) == len(set(options))


def test_words_after_a_verb_are_known_by_its_lemma() -> None:
    words = event_words()
    assert "responsibility for" in words.tails["claim"]
    assert all(" " in tail for tails in words.tails.values() for tail in tails)


def test_a_lemma_is_one_word() -> None:
    words = event_words()
    assert {v for v, _ in (*words.verbs, *words.carriers) if "_" in v or " " in v} == set()

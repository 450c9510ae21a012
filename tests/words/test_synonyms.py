"""Words that tell the same thing."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.words.synonyms import _rows, negatives, plain_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("soldier", "troop"),
        ("summit", "talk"),
        ("treaty", "agreement"),
        ("truce", "ceasefire"),
        ("vessel", "ship"),
        ("rocket", "missile"),
        ("withdrawal", "retreat"),
        ("trip", "visit"),
    ],
)
def test_the_same_thing(one: str, other: str) -> None:
    assert plain_words([one]) == plain_words([other])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ship", "aircraft"),
        ("visit", "talk"),
        ("attack", "kill"),
        ("begin", "end"),
        ("north", "south"),
        ("treaty", "talk"),
    ],
)
def test_not_the_same_thing(one: str, other: str) -> None:
    assert plain_words([one]) != plain_words([other])


def test_an_unknown_word_stays() -> None:
    assert plain_words(["giraffe"]) == {"giraffe"}


@given(st.frozensets(st.sampled_from([*_rows()[0], "giraffe", "Kenya"])))
def test_plain_words_are_plain_already(words: frozenset[str]) -> None:
    plain = plain_words(words)
    assert plain_words(plain) == plain
    assert len(plain) <= len(words)


def test_no_word_turns_a_statement_and_means_another() -> None:
    same, negative = _rows()
    assert not {w for w in negative if same.get(w, w) != w and same[w] not in negative}


def test_negatives() -> None:
    counted = Counter(negatives([w]) for w in _rows()[1])
    assert set(counted) == {1}
    assert negatives(["giraffe", "talk"]) == 0

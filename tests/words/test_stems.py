"""Forms of one word have one stem; words that only look alike have not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.words.stems import head_of, stem, stems_of


@pytest.mark.parametrize(
    "forms",
    [
        ("acquire", "acquired", "acquisition"),
        ("shoot", "shot", "shooting"),
        ("arrest", "arrests", "arrested", "arresting"),
        ("investigate", "investigating", "investigation"),
        ("deny", "denied", "denial"),
        ("stop", "stopped", "stopping"),
    ],
)
def test_forms_of_one_word(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(("one", "other"), [("ship", "shop"), ("arrest", "rest"), ("meet", "met office")])
def test_look_alikes_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("words", "head"), [("shot down", "shoot"), ("guilty plea", "plea"), ("taken into custody", "take"), ("", "")]
)
def test_the_word_on_which_a_phrase_rests(words: str, head: str) -> None:
    assert head_of(words) == stem(head)


def test_words_that_carry_nothing_are_left_out() -> None:
    assert stems_of("The ship was boarded by them") == ["ship", "board"]


@given(st.text(max_size=60))
def test_any_text_has_stems(text: str) -> None:
    assert all(stems_of(text))
    head_of(text)

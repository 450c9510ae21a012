"""Given names by gender."""

from __future__ import annotations

import pytest

from secondsource.words.given_names import gender_of_name, gender_words


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Angela Merkel", "female"),
        ("Sergei Lavrov", "male"),
        ("Jean-Pierre Raffarin", None),
        ("Abdul-Rahman Ghazi", "male"),
        ("Tsai Ing-wen", "female"),
        ("Wang Yi", None),
        ("Merkel", None),
    ],
)
def test_gender_of_name(name: str, gender: str | None) -> None:
    assert gender_of_name(name) == gender


def test_no_name_is_listed_for_both() -> None:
    words = gender_words()
    assert {"male", "female"} == set(words.given.values())
    assert len(words.given) > 1000

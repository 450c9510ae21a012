"""A question as the statement that it asks about."""

from __future__ import annotations

import pytest

from secondsource.checking.questions import as_statement, is_question


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Did Peru recall its envoy?", "Peru did recall its envoy"),
        ("Have the two sides agreed on a ceasefire?", "The two sides have agreed on a ceasefire"),
        ("Did Peru deny that its soldiers fired on Chile?", "Peru did deny that its soldiers fired on Chile"),
        ("Was the letter forged?", "The letter was forged"),
        ("Were two Chilean pilots killed at Tacna?", "Two Chilean pilots were killed at Tacna"),
        (
            "Did the foreign ministers of Peru and Chile meet in Lima?",
            "The foreign ministers of Peru and Chile did meet in Lima",
        ),
    ],
)
def test_the_subject_goes_before_the_verb(question: str, statement: str) -> None:
    assert is_question(question)
    assert as_statement(question) == statement


@pytest.mark.parametrize("claim", ["Peru recalled its envoy", "Will the talks go on", "Who met in Lima?", "Did he?"])
def test_what_is_no_such_question(claim: str) -> None:
    assert not is_question(claim)

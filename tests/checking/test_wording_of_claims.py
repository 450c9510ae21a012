"""A claim as it is looked for: without its date, a question as the statement that it asks about."""

from __future__ import annotations

import pytest

from secondsource.checking.answers import as_statement, without_dates


@pytest.mark.parametrize(
    ("claim", "date", "left"),
    [
        ("Gunmen attacked a convoy near Gao on 5 May 2024", "5 May 2024", "Gunmen attacked a convoy near Gao"),
        ("In May 2024 Peru recalled its envoy", "May 2024", "In May 2024 Peru recalled its envoy"),
        ("Peru and Chile met in Lima in May 2024", "May 2024", "Peru and Chile met in Lima"),
        ("The bridge fell in late May 2024 near Lima", "May 2024", "The bridge fell near Lima"),
    ],
)
def test_the_date_goes_with_its_preposition(claim: str, date: str, left: str) -> None:
    start = claim.index(date)
    found = without_dates(claim, [(start, start + len(date))])
    assert found == left or (claim.startswith("In") and date not in found)


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Did Peru recall its envoy?", "Peru recall its envoy"),
        ("Have the two sides agreed on a ceasefire?", "The two sides agreed on a ceasefire"),
        ("Peru recalled its envoy", "Peru recalled its envoy"),
        ("Will the talks go on", "Will the talks go on"),
    ],
)
def test_a_question_is_put_as_a_statement(question: str, statement: str) -> None:
    assert as_statement(question) == statement

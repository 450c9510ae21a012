"""A claim as it is looked for: without its date."""

from __future__ import annotations

import pytest

from secondsource.checking.answers import without_dates


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

from __future__ import annotations

import pytest

from secondsource.words.countries import country_in


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Maltese Ministry for Foreign Affairs", "Malta"),
        ("Ministry of Foreign Affairs of the Republic of Korea", "South Korea"),
        ("U.S. Embassy", "United States"),
        ("Papua New Guinea Police", "Papua New Guinea"),
        ("Democratic Republic of the Congo army", "Democratic Republic of the Congo"),
        ("Embassy of Japan in Kenya", None),
        ("State Department", None),
        ("Chadwick Press Office", None),
        ("Omantel", None),
        ("", None),
    ],
)
def test_the_one_country_in_a_name(name: str, country: str | None) -> None:
    assert country_in(name) == country

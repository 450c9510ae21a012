"""Feasts: the days of known years, and names that hold a feast without being one."""

from __future__ import annotations

from datetime import date

import pytest

from secondsource.detect.times.feasts import easter, feasts, lunar_new_year, orthodox_easter
from secondsource.detect.times.finding import find_times
from secondsource.model import Document, Span, When

PUBLISHED = When(date(2024, 4, 20), date(2024, 4, 20), "2024-04-20")


@pytest.mark.parametrize(
    ("year", "west", "east"), [(2000, "04-23", "04-30"), (2024, "03-31", "05-05"), (2025, "04-20", "04-20")]
)
def test_easter(year: int, west: str, east: str) -> None:
    assert (f"{easter(year):%m-%d}", f"{orthodox_easter(year):%m-%d}") == (west, east)


@pytest.mark.parametrize("day", ["2000-02-05", "2012-01-23", "2015-02-19", "2023-01-22", "2024-02-10", "2025-01-29"])
def test_lunar_new_year(day: str) -> None:
    assert lunar_new_year(int(day[:4])).isoformat() == day


@pytest.mark.parametrize(
    ("name", "day"),
    [("ramadan", "2024-03-11"), ("eid al-fitr", "2024-04-10"), ("eid al-adha", "2023-06-28"), ("ashura", "2022-08-08")],
)
def test_the_feasts_of_islam_hold_the_day_kept_in_most_countries(name: str, day: str) -> None:
    kept = date.fromisoformat(day)
    assert any(first <= kept <= last for first, last in feasts()[name](kept.year))


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("They met on Good Friday.", ["2024-03-29..2024-03-29"]),
        ("They will meet on Christmas Eve.", ["2024-12-24..2024-12-24"]),
        ("They had met before Eid al-Fitr 2023.", ["None..2023-04-19"]),
        ("Easter Island and Christmas Island are far.", []),
        ("Taha Yassin Ramadan said so.", []),
    ],
)
def test_feasts_in_a_text(text: str, when: list[str]) -> None:
    document = Document("d", "d.txt", text)
    found = find_times(document, (Span("d", 0, len(text)),), PUBLISHED)
    assert [f"{t.when.earliest}..{t.when.latest}" for t in found if t.when] == when

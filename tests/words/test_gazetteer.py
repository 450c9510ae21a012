"""The gazetteer of towns, counties and provinces: how names are folded, who bears one."""

from __future__ import annotations

import pytest

from secondsource.words.gazetteer import key_of, spots


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Saint-Étienne", "st etienne"),
        ("St. Louis", "st louis"),
        ("Queen Anne’s County", "queen annes county"),
        ("Mbanza-Kongo", "mbanza kongo"),
        ("Łódź", "lodz"),
        ("Ørsta", "orsta"),
        ("İstanbul", "istanbul"),
        ("  ", ""),
    ],
)
def test_names_in_plain_letters(name: str, key: str) -> None:
    assert key_of(name) == key


@pytest.mark.parametrize(
    ("name", "path", "level"),
    [
        ("Bergen", "NO", "town"),
        ("Kiev", "UA", "town"),
        ("Oxfordshire", "GB.ENG", "county"),
        ("Alachua County", "US.FL.001", "county"),
        ("Rogaland", "NO", "province"),
        ("SÃO PAULO", "BR", "town"),
    ],
)
def test_who_bears_a_name(name: str, path: str, level: str) -> None:
    assert any(spot.path.startswith(path) and spot.level == level for spot in spots(name))


@pytest.mark.parametrize("name", ["", "Xyzzyville", "0", "zzzzzzzz", "!", "Ber gen", "a\tb"])
def test_nobody_bears_it(name: str) -> None:
    assert spots(name) == ()


def test_the_largest_comes_first() -> None:
    people = [spot.people for spot in spots("Springfield")]
    assert len(people) > 10
    assert people == sorted(people, reverse=True)


def test_a_name_that_begins_another_is_told_from_it() -> None:
    assert {spot.name for spot in spots("New York City")} == {"New York City"}

"""Short forms of names, roles with their time, and the list of leaders."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from secondsource.words.bodies import bodies
from secondsource.words.countries import countries
from secondsource.words.leaders import leader_of, side_of_leader
from secondsource.words.naming import is_relative, short_forms
from secondsource.words.roles import office_of


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Pavel Horak", "Horak"),
        ("Wang Ruide", "Wang"),
        ("Park Seo-jin", "Park"),
        ("Pieter van der Meer", "van der Meer"),
        ("Pieter van der Meer", "Van der Meer"),
        ("Jorge Castañeda Ruiz", "Castañeda"),
        ("Jorge Castañeda Ruiz", "Castañeda Ruiz"),
        ("Mohammed al-Rashdan", "al-Rashdan"),
        ("Mohammed al-Rashdan", "Rashdan"),
        ("Turki bin Saleh Al Murad", "Turki bin Saleh"),
        ("Robert Hale Jr.", "Hale"),
    ],
)
def test_short_forms(name: str, short: str) -> None:
    assert short in short_forms(name)


@pytest.mark.parametrize(
    ("name", "short"),
    [("Pavel Horak", "Pavel"), ("Wang Ruide", "Ruide"), ("Horak", "Horak"), ("Pieter van Tal", "van")],
)
def test_what_is_no_short_form(name: str, short: str) -> None:
    assert short not in short_forms(name)


def test_rulers_go_by_their_first_name() -> None:
    assert "Turki" in short_forms("Turki bin Saleh", "Crown Prince")
    assert "Turki" not in short_forms("Turki bin Saleh", "minister")


@pytest.mark.parametrize(
    ("said", "full", "one"),
    [
        ("Laura Whitcomb", "Laura Jane Whitcomb", True),
        ("Laura Whitcomb", "Anna Laura Whitcomb", False),
        ("Whitcomb", "Laura Whitcomb", False),
        ("Laura Whitcomb", "Laura Whitman Brown", False),
    ],
)
def test_a_shorter_full_name(said: str, full: str, one: bool) -> None:
    assert is_relative(said, full) is one


@pytest.mark.parametrize(
    ("role", "words", "tense", "years"),
    [
        ("Foreign Minister", "Foreign Minister", "current", None),
        ("Former Foreign Minister", "Foreign Minister", "former", None),
        ("then foreign minister", "foreign minister", "then", None),
        ("then- Defense Minister", "Defense Minister", "then", None),
        ("ex-president", "president", "former", None),
        ("acting defence minister", "defence minister", "acting", None),
        ("Incoming Prime Minister", "Prime Minister", "incoming", None),
        ("designate Prime Minister", "Prime Minister", "designate", None),
        ("president-elect", "president", "designate", None),
        ("foreign minister (2014/2018)", "foreign minister", "former", "2014/2018"),
        ("envoy (2019/)", "envoy", "current", "2019/"),
        ("Deputy Foreign Minister", "Deputy Foreign Minister", "current", None),
        # two words of time in a row once went round for ever
        ("former acting director", "director", "former", None),
        ("newly elected president-elect designate", "president", "designate", None),
        ("", "", "current", None),
    ],
)
def test_roles_with_their_time(role: str, words: str, tense: str, years: str | None) -> None:
    office = office_of(role)
    assert (office.words, office.tense, office.years) == (words, tense, years)


@pytest.mark.parametrize(
    ("said", "side"),
    [
        ("Volodymyr Zelenskiy", "Ukraine"),
        ("Zelenskyy", "Ukraine"),
        ("Donald J. Trump", "United States"),
        ("Viktor Orban", "Hungary"),
        ("Muammar Kadhafi", "Libya"),
        ("Lula", "Brazil"),
    ],
)
def test_leaders_in_any_spelling(said: str, side: str) -> None:
    assert side_of_leader()[leader_of(said) or ""] == side


@pytest.mark.parametrize("said", ["Brown", "Susan Rice", "Wang", "To", "Sen", "Khan", "Robert Miller", "Miller"])
def test_a_shared_name_is_no_leader(said: str) -> None:
    assert leader_of(said) is None


def test_the_list_of_leaders_is_consistent() -> None:
    table = tomllib.loads((files("secondsource.words") / "leaders.toml").read_text(encoding="utf-8"))
    sides = {country.name for country in countries()} | {body.name for body in bodies() if body.own}
    names = Counter(name for side, those in table.items() if side not in ("shared", "called") for name in those)
    assert set(table) - {"shared", "called"} <= sides
    assert set(table["called"].values()) <= sides
    assert not [name for name, count in names.items() if count > 1]
    assert not [name for name in names if " " not in name]

"""The outlet list is sound, and its indexes find what readers and addresses call an outlet."""

from __future__ import annotations

import pytest

from secondsource.words.outlets import (
    at_address,
    by_domain,
    by_short_name,
    family_of,
    host_of,
    named,
    outlets,
    owners_of,
)


def test_every_row_is_sound() -> None:
    for key, outlet in outlets().items():
        assert key == outlet.name
        assert outlet.country
        assert outlet.name not in outlet.aliases
        assert not any(alias.startswith("The ") and alias[4:] == outlet.name for alias in outlet.aliases)
        assert all(domain == domain.lower() and "." in domain for domain in outlet.domains)


def test_no_domain_belongs_to_two_outlets() -> None:
    domains = [domain for outlet in outlets().values() for domain in outlet.domains]
    assert len(domains) == len(set(domains)) == len(by_domain())


def test_an_owner_who_publishes_is_of_its_own_family() -> None:
    for owner in {outlet.owner for outlet in outlets().values()} - {None}:
        publishers = [outlet for outlet in named(str(owner)) if outlet.kind in ("outlet", "agency")]
        assert all(family_of(outlet.name) == family_under(str(owner)) for outlet in publishers), owner


def family_under(owner: str) -> str | None:
    """The family of an outlet that this owner has."""
    return next(family_of(outlet.name) for outlet in outlets().values() if outlet.owner == owner)


@pytest.mark.parametrize(
    ("name", "owners"),
    [
        ("Global Times", ("People's Daily", "Chinese Communist Party", "Government of China")),
        ("the FT", ("Nikkei",)),
        ("RIA", ("Rossiya Segodnya", "Government of Russia")),
        ("TOI", ()),  # of two houses
        ("Associated Press", ()),
        ("Jane Doe", ()),
    ],
)
def test_owners_of_owners_are_followed_and_none_is_guessed(name: str, owners: tuple[str, ...]) -> None:
    assert owners_of(name) == owners
    assert family_of(name) == (owners[-1] if owners else None)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("SCMP", "South China Morning Post"),
        ("The South China Morning Post", "South China Morning Post"),
        ("the FT", "Financial Times"),
        ("WSJ", "Wall Street Journal"),
        ("AFP", "Agence France-Presse"),
        ("Agence France Presse", "Agence France-Presse"),
        ("Le  Figaro", "Le Figaro"),
        ("Barron’s", "Barron's"),
        ("guardian", "The Guardian"),
        ("antiwar.com", "Antiwar.com"),
    ],
)
def test_a_name_or_alias_finds_its_outlet(said: str, name: str) -> None:
    assert [outlet.name for outlet in named(said)] == [name]


def test_a_shared_name_finds_all_its_bearers_agencies_first() -> None:
    assert [outlet.country for outlet in named("CNA")] == ["Taiwan", "Singapore"]
    assert len(named("The Nation")) == 3


@pytest.mark.parametrize("said", ["", "the", "Jane Doe", "Post Office", "www.example.org"])
def test_other_names_find_nothing(said: str) -> None:
    assert named(said) == ()


def test_short_names_list_their_candidates() -> None:
    names = {outlet.name for outlet in by_short_name()["post"]}
    assert {"Washington Post", "South China Morning Post", "New York Post", "Jerusalem Post"} <= names
    assert "news" not in by_short_name()


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.bbc.co.uk/news/world-1", "BBC"),
        ("en.wikipedia.org", "Wikipedia"),
        ("https://edition.cnn.com/a?b", "CNN"),
        ("http://news.sky.com/story", "Sky News"),
        ("https://www.state.gov/x", "US State Department"),
        ("https://example.org/reuters.com", None),
        ("https://notreuters.com/", None),
        ("http://[bad", None),
        ("", None),
    ],
)
def test_an_address_finds_its_outlet(address: str, name: str | None) -> None:
    outlet = at_address(address)
    assert (outlet.name if outlet else None) == name


def test_host_is_bare() -> None:
    assert host_of("https://www.Example.org:80/a") == "example.org"

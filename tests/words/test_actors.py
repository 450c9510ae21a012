"""Common nouns for those who act."""

from __future__ import annotations

import pytest

from secondsource.words.actors import actor_nouns


@pytest.mark.parametrize(
    ("noun", "group"),
    [
        ("envoy", "government"),
        ("ministry", "government"),
        ("warship", "force"),
        ("rebel", "force"),
        ("protester", "people"),
        ("hostage", "people"),
        ("country", "collective"),
    ],
)
def test_whose_noun(noun: str, group: str) -> None:
    assert noun in getattr(actor_nouns(), group)


@pytest.mark.parametrize("noun", ["weather", "economy", "treaty", "idea", "monday", "meeting", "price", "inflation"])
def test_no_actor(noun: str) -> None:
    nouns = actor_nouns()
    assert noun not in nouns.government | nouns.force | nouns.people | nouns.collective


@pytest.mark.xfail(strict=True, reason="words/actors.toml: foreign_minister, fighter_jet, ... are dead entries")
def test_actor_nouns_are_single_lemmas() -> None:
    nouns = actor_nouns()
    for listed in (nouns.government, nouns.force, nouns.people, nouns.collective):
        assert listed
        assert {w for w in listed if w != w.lower() or "_" in w or " " in w} == set()


def test_a_pair_is_of_governments_or_forces() -> None:
    nouns = actor_nouns()
    assert nouns.collective <= nouns.government | nouns.force | nouns.people | {"power"}

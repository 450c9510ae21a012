"""Countries of any year, sectors by the words that tell them, and names that tell nothing."""

from __future__ import annotations

import pytest

from secondsource.coding.actors import country_code, entity_of, sector_of
from secondsource.model import Participant


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Norway", "NOR"),
        ("South Korea", "KOR"),
        ("Taiwan", "TWN"),
        ("Kosovo", "XKX"),
        ("Palestine", "PSE"),
        ("Soviet Union", "SUN"),
        ("Yugoslavia", "YUG"),
        ("Atlantis", ""),
        ("European Union", ""),
    ],
)
def test_country_code(name: str, code: str) -> None:
    assert country_code(name) == code


@pytest.mark.parametrize(
    ("name", "role", "sector"),
    [
        ("Vietnamese patrol boats", None, "MIL"),
        ("Ana Lopez", "foreign minister", "GOV"),
        ("Ana Lopez", "former foreign minister", "ELI"),
        ("Supreme Court of Kenya", None, "JUD"),
        ("riot police", None, "COP"),
        ("opposition lawmakers", None, "LEG"),
        ("two gunmen", None, "UAF"),
        ("fishermen", None, "AGR"),
        ("striking dockworkers", None, "LAB"),
        # Look-alikes: part of a word is no word.
        ("Generalised system", None, ""),
        ("Courtney Blythe", None, ""),
        ("Ana Lopez", None, ""),
    ],
)
def test_sector(name: str, role: str | None, sector: str) -> None:
    assert sector_of(name, role)[0] == sector


def test_a_sector_says_by_which_word_it_was_told() -> None:
    assert sector_of("Ana Lopez", "defence minister")[1] == "“minister” in the office"


@pytest.mark.parametrize(
    ("name", "side", "code", "sector"),
    [
        ("Chad", "Chad", "TCD", "GOV"),
        ("soldiers", "Chad", "TCD", "MIL"),
        ("United Nations", "United Nations", "UNO", ""),
        ("Mira Solberg", "NATO", "IGO", ""),
        ("Hezbollah", "Hezbollah", "LBN", "REB"),
        ("villagers", None, "", "AGR"),
    ],
)
def test_entity(name: str, side: str | None, code: str, sector: str) -> None:
    entity = entity_of(Participant(name, side, "actor"))
    assert (entity.code, entity.sector) == (code, sector)

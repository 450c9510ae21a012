"""Who is said to have died or been hurt in an act of violence, and who died of something else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from secondsource.extract.events.tellings import find_events
from secondsource.extract.reading import Reading

# (text, the victims by name)
HARMED = [
    ("Two French instructors died in Wednesday's ambush.", {"Two French instructors"}),
    ("Five people died in the attack on Lagos.", {"Five people"}),
    ("Seven persons have lost their lives after a bomb exploded at Kano.", {"Seven persons"}),
    ("Five soldiers were killed when a mine exploded near Kano on Tuesday.", {"Five soldiers"}),
    ("Seven men are dead after an ambush in the north of Mali.", {"Seven men"}),
    ("Fourteen were killed.", {"fourteen people"}),
]

UNHARMED = [
    "Three children died of cholera in Goma.",
    "Five people died in a car crash in Lagos.",
    "The minister died in Lagos on Monday.",
    "The firm lost its licence after the vote.",
    "Prices fell after the vote in Lagos.",
    "The men are missing their families.",
]


@pytest.mark.parametrize(("text", "victims"), HARMED)
def test_victims_take_part(reading_of: Callable[[str], Reading], text: str, victims: set[str]) -> None:
    found = [m for m in find_events(reading_of(text)) if m.type == "ASSAULT"]
    assert len(found) == 1
    assert found[0].status == "occurred"
    assert victims <= {p.name for p in found[0].participants if p.role == "recipient"}


@pytest.mark.parametrize("text", UNHARMED)
def test_who_dies_otherwise_is_no_victim(reading_of: Callable[[str], Reading], text: str) -> None:
    assert not [m for m in find_events(reading_of(text)) if m.type == "ASSAULT"]


def test_a_bomb_takes_no_part_in_what_it_does(reading_of: Callable[[str], Reading]) -> None:
    (found,) = find_events(reading_of("A bomb went off in the market of Lagos on Saturday."))
    assert {p.name for p in found.participants} == {"Nigeria"}


def test_who_suffers_an_attack_is_not_its_doer(reading_of: Callable[[str], Reading]) -> None:
    (found,) = find_events(reading_of("The Malian army suffered an attack near Gao."))
    assert {p.role for p in found.participants} == {"recipient"}

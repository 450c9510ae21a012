"""Who is named only after he has spoken."""

from __future__ import annotations

import pytest

from secondsource.detect import detect
from secondsource.extract.sayings.attributions import find_attributions
from secondsource.model import Document

OPENING = "Six boats were set free on Saturday, the head of the harbour office said. Snow fell all day. "


def first_origin(text: str) -> str:
    return find_attributions(detect(Document("d", "d.txt", text)))[0].holders[0].name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (OPENING + "The crews are well, Olga Lind said by telephone.", "Olga Lind"),
        # somebody with an office of her own, somebody known before, somebody far down
        (OPENING + "The crews are well, Foreign Minister Olga Lind said by telephone.", "head of the harbour office"),
        ("Olga Lind left. " + OPENING + "The crews are well, Olga Lind said.", "head of the harbour office"),
        (OPENING + "It was cold. " * 8 + "The crews are well, Olga Lind said.", "head of the harbour office"),
        # one of many is nobody's office
        ("Six boats were set free, an official said. The crews are well, Olga Lind said.", "official"),
    ],
    ids=["named", "office", "known", "far", "one of many"],
)
def test_the_name_comes_later(text: str, name: str) -> None:
    assert first_origin(text) == name

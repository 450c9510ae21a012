"""Those who say nothing, and those who say something after all."""

from __future__ import annotations

import pytest

from secondsource.detect import detect
from secondsource.extract.sayings.attributions import find_attributions
from secondsource.model import Attribution, Document


def read(text: str) -> tuple[Attribution, ...]:
    return find_attributions(detect(Document("d", "d.txt", text)))


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("The Kremlin declined to comment on the strike.", "Kremlin"),
        ("Neither Norway nor Finland has said anything about the strike.", "Norway and Finland"),
        ("Norway has said nothing about the strike.", "Norway"),
        ("There was no immediate reaction from Pyongyang.", "North Korea"),
        ("There was no immediate comment from the Kremlin on the strike.", "Kremlin"),
        ("Anna Berg said that she was not aware of the strike.", "Anna Berg"),
        ("Anna Berg said there was “nothing to confirm.”", "Anna Berg"),
        ("The Kremlin said it had no information on the strike.", "Kremlin"),
        ("The Kremlin has nothing to add.", "Kremlin"),
    ],
)
def test_silence(text: str, holder: str) -> None:
    found = [one for one in read(text) if one.stance == "no_comment"]
    assert [one.holders[0].name for one in found] == [holder]
    assert [one.stance for one in read(text)] == ["no_comment"]


@pytest.mark.parametrize(
    "text",
    [
        "The Kremlin said nothing had been signed.",
        "The pilot was not aware of the danger.",
        "There was no word on the crew.",
        "There was no reaction in the crowd.",
        "Anna Berg said the pilot was not aware of the danger.",
        "Norway said there was nothing to eat.",
    ],
)
def test_no_silence(text: str) -> None:
    assert "no_comment" not in [one.stance for one in read(text)]

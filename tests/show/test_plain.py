from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.show.plain import clean, plain, shorten

from .builders import HOSTILE


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b[2J\x1b[1;1Hwiped", "wiped"),
        ("\x9b31mred", "red"),
        ("\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1b]0;new title\x07text", "text"),
        ("\x1bPdevice\x1b\\text", "text"),
        ("\x1b(0lqqk\x1bc", "lqqk"),
        ("never ended \x1b]8;;x and so on", "never ended 8;;x and so on"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("\u2066a\u2069\u200f\u061cb\u200b\ufeffc\xadd", "abcd"),
        ("\U000e0041tag", "tag"),
        ("over\rwrite\bs \x00\x07", "over writes"),
        ("two\n\n lines\u2028three", "two lines three"),
        ("\ud800lone", "lone"),
        # Must stay as they are.
        (
            "Ruritania’s “talks” — 楊潔篪, Владимир, محمد, naïve, 5 °C",
            "Ruritania’s “talks” — 楊潔篪, Владимир, محمد, naïve, 5 °C",
        ),
        ("[31m is no sequence without its escape", "[31m is no sequence without its escape"),
        ("[red]not rich[/red]", "[red]not rich[/red]"),
    ],
)
def test_plain(written: str, shown: str) -> None:
    assert plain(written) == shown


@settings(deadline=None)
@given(st.text())
def test_plain_gives_one_printable_line(text: str) -> None:
    shown = plain(text)
    assert all(unicodedata.category(character)[0] not in "CZ" or character == " " for character in shown)
    assert plain(shown) == shown


@settings(deadline=None)
@given(st.text())
def test_clean_keeps_the_lines(text: str) -> None:
    assert all(character == "\n" or character.isprintable() for character in clean(text))
    assert clean("a\n  b") == "a\n  b"


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [("short", 10, "short"), ("one two three", 9, "one two…"), ("x" * 30, 10, "x" * 9 + "…"), ("one, two", 6, "one…")],
)
def test_shorten(text: str, limit: int, shown: str) -> None:
    assert shorten(text, limit) == shown


def test_hostile_text_is_disarmed() -> None:
    assert plain(HOSTILE).isprintable()

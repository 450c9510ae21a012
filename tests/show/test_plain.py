from __future__ import annotations

import json
import re
import unicodedata

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from secondsource.show.plain import bounded, clean, in_json, plain, shorten

from .builders import HOSTILE


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "\\u001b[31mred\\u001b[0m"),
        ("\x1b]8;;https://evil.example\x1b\\link", "\\u001b]8;;https://evil.example\\u001b\\link"),
        ("\x9b31mred \x9d0;title\x9c", "\\u009b31mred \\u009d0;title\\u009c"),
        ("\u202egnp.exe\u202c", "\\u202egnp.exe\\u202c"),
        ("\u2066a\u2069\u200f\u061cb\u200b\ufeffc\xadd", "\\u2066a\\u2069bcd"),
        ("\U000e0041tag \ufffe\ue000", "tag"),
        ("over\rwrite\bs \x00\x07\x7f", "over write\\u0008s \\u0000\\u0007\\u007f"),
        ("two\n\n lines\u2028three\x85four\x0cfive", "two lines three four five"),
        ("\ud800lone", "\\ud800lone"),
        ("a" + "\u0300" * 9 + "\u0489" * 50 + "b", "a" + "\u0300" * 8 + "…b"),
        # Must stay as they are.
        (
            "Ruritania’s “talks” — 楊潔篪, Владимир, محمد, naïve, 5 °C",
            "Ruritania’s “talks” — 楊潔篪, Владимир, محمد, naïve, 5 °C",
        ),
        ("[31m is no sequence without its escape", "[31m is no sequence without its escape"),
        ("[red]not rich[/red]", "[red]not rich[/red]"),
        ("Việt Nam, Tiê\u0301ng, שָׁלוֹם", "Việt Nam, Tiê\u0301ng, שָׁלוֹם"),
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
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [("short", 10, "short"), ("one two three", 9, "one two…"), ("x" * 30, 10, "x" * 9 + "…"), ("one, two", 6, "one…")],
)
def test_shorten(text: str, limit: int, shown: str) -> None:
    assert shorten(text, limit) == shown


def test_what_nobody_would_read_to_its_end_is_one_line_of_it() -> None:
    assert bounded("a\n  b") == "a\n  b"
    assert bounded("word \n" * 500) == shorten("word " * 500, 1000)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
@example("\x7f\x85\x9b31m\u2028\u202e\u2069 \u0627 é — \U0001f600")
def test_json_means_the_same_and_acts_on_nothing(text: str) -> None:
    written = in_json(msgspec.json.encode([text]))
    assert json.loads(written) == [text]
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", written.decode())


def test_hostile_text_is_disarmed() -> None:
    assert plain(HOSTILE).isprintable()

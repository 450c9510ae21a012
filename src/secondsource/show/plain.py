"""Make hostile text safe to print: what a document wrote may be read, but may not act on the reader's screen."""

from __future__ import annotations

import re

# Whole escape sequences go, not only the ESC, so that no "[31m" is left behind: CSI, then the string kinds (OSC, DCS,
# SOS, PM, APC; OSC 8 makes links) where they are terminated, then two-character ones. Forms from ECMA-48, section 5.
_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]*[0-~]"
)

# Controls but tab and line ends, and the bidirectional embeddings, overrides and isolates (Unicode, UAX 9).
_DECEPTIVE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")


def plain(text: str) -> str:
    """Give the text as one line of printable characters: no control, format or bidi character, no escape sequence.

    Every run of white space becomes one space. Letters of any script stay.
    """
    return " ".join(clean(text).split())


def clean(text: str) -> str:
    """Do the same and keep the lines: of white space only spaces and line feeds are left, none of them merged."""
    if text.isprintable():
        return text
    text = _SEQUENCE.sub("", text)
    return "".join(character if character.isprintable() else _instead(character) for character in text)


def escaped(text: str) -> str:
    """Do the same, but show what could deceive: each control and each sign that turns the direction, as its escape."""
    if text.isprintable():
        return text
    return clean(_DECEPTIVE.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def shorten(text: str, limit: int) -> str:
    """Give the plain text cut at a word, with an ellipsis, where it is longer than `limit` characters."""
    text = plain(text)
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _instead(character: str) -> str:
    if character == "\n":
        return character
    return " " if character.isspace() else ""

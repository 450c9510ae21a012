"""Make hostile text safe to show: what a document wrote may be read, but may not act on the reader's screen.

What would act, or turn what stands around it, is shown as its escape and not left out: its reader is to know of it. One
rule for terminal, page and sheet.
"""

from __future__ import annotations

import re

# Controls but tab and line ends, what turns the direction (the embeddings, overrides and isolates of Unicode, UAX 9),
# and halves of a character, which no file can hold.
_ACTS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

# The same in JSON, as UTF-8, where what is below a space is escaped already; with the ends of lines that only some see.
_ACTS_IN_JSON = re.compile(rb"\x7f|\xc2[\x80-\x9f]|\xe2\x80[\xa8-\xae]|\xe2\x81[\xa6-\xa9]")

_LONGEST = 1000  # letters

# No script stacks more marks on one letter; a tower of them covers the lines above and below it.
_MARKS = 8
_TOWER = re.compile(
    rf"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{{{_MARKS}}})"
    r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)


def plain(text: str) -> str:
    """Give the text as one line of printable characters; what could act on a screen stands there as its escape.

    Every run of white space becomes one space. Letters of any script stay. What has no shape (a soft hyphen, a joiner)
    is left out.
    """
    return " ".join(clean(text).split())


def clean(text: str) -> str:
    """Do the same and keep the lines: of white space only spaces and line feeds are left, none of them merged."""
    if text.isascii() and text.isprintable():
        return text
    text = _TOWER.sub(r"\1…", _ACTS.sub(lambda found: f"\\u{ord(found[0]):04x}", text))
    return text if text.isprintable() else "".join(c if c.isprintable() else _instead(c) for c in text)


def shorten(text: str, limit: int) -> str:
    """Give the plain text cut at a word, with an ellipsis, where it is longer than `limit` characters."""
    text = plain(text)
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def bounded(text: str) -> str:
    """Give the clean text, or one line of it where nobody would read it to its end."""
    return clean(text) if len(text) <= _LONGEST else shorten(text, _LONGEST)


def in_json(data: bytes) -> bytes:
    """Give JSON that says the same, in which no character could act on a screen."""
    return _ACTS_IN_JSON.sub(lambda found: f"\\u{ord(found[0].decode()):04x}".encode(), data)


def _instead(character: str) -> str:
    if character == "\n":
        return character
    return " " if character.isspace() else ""

"""Which reader takes which file; a reader is imported when the first file of its kind comes.

This is the one place of the folder that imports by name: trafilatura alone takes about a second, and most piles
are plain text.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from secondsource.collect.page import Page

Reader = Callable[[bytes], Page]
_READERS = {
    "": "plain", ".txt": "plain", ".text": "plain",
    ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".pdf": "pdf", ".docx": "docx", ".eml": "mail",
}  # fmt: skip


def readable(suffix: str) -> bool:
    """Whether files with this suffix (lower case, with its dot, or "") hold reports."""
    return suffix in _READERS


def reader(suffix: str) -> Reader:
    """The function that turns the bytes of such a file into a page."""
    return cast(Reader, import_module(f"secondsource.collect.{_READERS[suffix]}").read)


def language_of(text: str) -> tuple[str, str] | None:
    """Give (code, name) of a text that is surely not English, else None; the model loads for doubtful texts only."""
    language = import_module("secondsource.collect.language")
    return cast("tuple[str, str] | None", language.other_language(text))

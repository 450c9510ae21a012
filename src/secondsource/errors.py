"""Every exception of the program; what goes wrong with one file is no exception but a `Refusal`.

SecondSourceError          all of ours: the command line prints it on one line and exits with status 2
├── NothingReadable        paths were given, none of them holds a report that can be read
├── MissingPath            a path that was named does not exist
└── BadArgument            a value on the command line or in a call that cannot be used
"""

from __future__ import annotations


class SecondSourceError(Exception):
    """Something that the whole run cannot get past; its message names the value and the remedy."""


class NothingReadable(SecondSourceError):  # noqa: N818 - reads as the sentence that it prints
    """None of the paths given holds a report that can be read."""

    def __init__(self, paths: str, why: str = "") -> None:
        """Take the paths as the user wrote them and, where known, why the first file was refused."""
        reason = f" ({why})" if why else ""
        super().__init__(f"nothing readable in {paths}{reason}: give a folder of .txt, .md, .html, .pdf, .docx or .eml")


class MissingPath(SecondSourceError):  # noqa: N818 - reads as the sentence that it prints
    """A path that was named does not exist."""

    def __init__(self, path: str) -> None:
        """Take the path as the user wrote it."""
        super().__init__(f"no such file or folder: {path}: check the spelling, or give its full path")


class BadArgument(SecondSourceError):  # noqa: N818 - reads as the sentence that it prints
    """A value that cannot be used, in a call or on the command line."""

    def __init__(self, name: str, value: object, remedy: str) -> None:
        """Take the argument's name, the value given, and what to give instead."""
        super().__init__(f"{name} cannot be {value!r}: {remedy}")

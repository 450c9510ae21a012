"""Plain text: the file decoded, nothing else."""

from __future__ import annotations

from secondsource.collect.decode import NotText, decode
from secondsource.collect.page import Page, Unreadable


def read(data: bytes) -> Page:
    """Give the page of a text file. Raises `Unreadable` for bytes that are no text."""
    try:
        text, broken = decode(data)
    except NotText as error:
        raise Unreadable(str(error), "save it as UTF-8 text, or give the original file") from error
    if not broken:
        return Page(text)
    reason = f"{broken} damaged places in its UTF-8 are shown as U+FFFD; the rest was read"
    return Page(text, notices=((reason, "compare with the original, or save it again as UTF-8"),))

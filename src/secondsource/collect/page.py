"""What a format's reader hands on: the text of a file and whatever the format itself says about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from secondsource.model import Furniture, When


@dataclass(frozen=True, slots=True)
class Page:
    """A text and the metadata that its format carries; `basis` names that format ("metadata: html").

    `notices` are pairs of reason and remedy for what was lost on the way although the text could be read.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: When | None = None
    url: str | None = None
    basis: str = "metadata"
    furniture: tuple[Furniture, ...] = ()
    notices: tuple[tuple[str, str], ...] = ()


class Unreadable(Exception):  # noqa: N818 - caught in this folder only, it becomes a Refusal
    """A file that cannot become a text: the reason, and what its owner can do."""

    def __init__(self, reason: str, remedy: str) -> None:
        """Take the reason and the remedy, both short phrases."""
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy


def one_line(text: object) -> str | None:
    """A metadata value with its white space and control characters made single spaces; None where nothing is left."""
    if not isinstance(text, str):
        return None
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", " ", text).strip()[:500] or None

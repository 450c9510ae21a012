"""A name on its way to being one: token range, what it seems to be and why."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.model import NameKind, Place


@dataclass(frozen=True, slots=True)
class Draft:
    """A stretch of tokens taken for a name; `rank` decides between overlapping ones, higher wins, then longer.

    `sort` keeps what the lists called it ("capital", "building"...), "" for what they do not know.
    """

    start: int
    end: int
    kind: NameKind
    name: str
    side: str | None = None
    role: str | None = None
    place: Place | None = None
    why: str = ""
    sort: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person's name at tokens, with what a title beside it says."""

    start: int
    end: int
    side: str | None = None
    role: str | None = None
    why: str = "recogniser: PERSON"
    titled: bool = False
    owner: int | None = None
    weak: bool = False


def settle(drafts: list[Draft]) -> list[Draft]:
    """The drafts in order of the text, of overlapping ones the higher ranked, then the longer, then the first."""
    taken: set[int] = set()
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (-d.rank, d.start - d.end, d.start)):
        tokens = range(draft.start, draft.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(draft)
    return sorted(kept, key=lambda d: d.start)

"""Claims about the state of the evidence itself: that nobody has confirmed a thing, or that so many sources have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_PROOF = r"(?:official |independent |public )*(?:confirmation|evidence|proof|corroboration)"
_WHO = r"(?:official|government|party|country|ministry|source|outlet|one|side|authority|independent source)s?"
_CONFIRMED = r"(?:confirmed|corroborated|verified|substantiated)"
_NOBODY = (
    re.compile(
        rf"^there (?:is|was|has been) no {_PROOF} (?:so far |yet )?(?:that |of (?:a |an |any |the )?)(?P<inner>.+)$",
        re.I,
    ),
    re.compile(
        rf"^(?:no {_WHO}(?: of [^,]+?)?|nobody|no-one|neither side) (?:has |have |had )?(?:ever )?{_CONFIRMED} "
        r"(?:that )?(?P<inner>.+)$",
        re.I,
    ),
    re.compile(rf"^it (?:is|has|was) (?:not been|not|never been|un) ?{_CONFIRMED} that (?P<inner>.+)$", re.I),
)
_VOICES = r"(?:sources?|outlets?|reports?|origins?|newspapers?|media|officials?|governments?|agencies)"
_COUNTED = re.compile(
    rf"^(?P<least>at least |more than )?(?P<count>\d+|{'|'.join(_NUMBERS)}) (?:\w+ ){{0,2}}{_VOICES} (?:have |has )?"
    rf"(?:independently )?(?:{_CONFIRMED}|reported|said) (?:that )?(?P<inner>.+)$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A claim about the evidence for another: that nobody confirms it, or that `count` independent sources do."""

    kind: Literal["nobody", "counted"]
    inner: str
    count: int = 0


def frame_of(claim: str) -> Frame | None:
    """The frame of a claim about the evidence; None where it is about the world, or about what one holder says."""
    text = " ".join(claim.split()).rstrip(" .?!")
    for pattern in _NOBODY:
        if found := pattern.match(text):
            return Frame("nobody", found["inner"])
    if found := _COUNTED.match(text):
        number = found["count"].lower()
        count = int(number) if number.isdigit() else _NUMBERS.index(number)
        return Frame("counted", found["inner"], count + ((found["least"] or "").lower() == "more than "))
    return None

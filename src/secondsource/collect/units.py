"""The lines of a text as its reader sees them: a paragraph that was wrapped by hand counts as one unit."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_LINE = re.compile(r"[^\n]+")
_SOFT = re.compile(r"^(?=\S)([^\n]*[\w,;])[^\S\n]*\n(?=[a-z])", re.MULTILINE)
# A title with its by-line below it.
_BY_LINE = re.compile(r"[^\n]*\n\s*(?:by|posted by|from)\s[A-Z][^\n.]*\Z")
_CLOSERS = "\"'”’»)]"
_MARKS = re.compile(r"(?:\s?\[\w{1,3}\])+$|\s?/\.$")
# Hand-wrapped lines lie in this range of widths.
_NARROW, _WIDE = 30, 130
_PROSE_WORDS = 9
_LONG = 28


@dataclass(frozen=True, slots=True)
class Unit:
    """A line, or a hand-wrapped paragraph, trimmed: where it stands, what it says on one line, and what is around it.

    `apart` is true where a blank line, or the edge of the text, stands on both sides.
    """

    start: int
    end: int
    text: str
    words: int
    apart: bool

    @property
    def ended(self) -> bool:
        """Whether it ends as a sentence ends, or with a closing quotation mark."""
        tail = _MARKS.sub(".", self.text[-40:])
        return tail.rstrip(_CLOSERS)[-1:] in tuple(".!?…") or tail[-1:] in '"”' or tail[-2:] in ('".', "”.")

    @property
    def prose(self) -> bool:
        """Whether it reads as a paragraph of a report: a sentence or more, or very long.

        A title may end in a quotation or a question; a paragraph of one sentence ends in a stop.
        """
        if self.words < _PROSE_WORDS or self.words >= _LONG:
            return self.words >= _LONG
        tail = _MARKS.sub(".", self.text[-40:])
        bare = tail.rstrip(_CLOSERS)
        if bare[-1:] in tuple(".…") or (bare != tail and bare[-1:] in tuple(",!?")):
            return True
        return (bare[-1:] in tuple("!?") or bare != tail) and re.search(r"[.!?…][\"”’)]*\s", self.text) is not None


def split(text: str) -> tuple[Unit, ...]:
    """Give the units of a text in order; blank lines are in none."""
    found: list[Unit] = []
    width = _wrap_width(text)
    for block in _BLOCK.finditer(text):
        byline = block.start() == 0 and _BY_LINE.match(block.group())
        if not byline and _wrapped(block.group(), width):
            found.append(_unit(text, block.start(), block.end(), apart=True))
            continue
        lines = [(match.start(), match.end()) for match in _LINE.finditer(text, block.start(), block.end())]
        found += [_unit(text, start, end, apart=len(lines) == 1) for start, end in lines]
    return tuple(unit for unit in found if unit.text)


def _wrap_width(text: str) -> int | None:
    """The width at which a hand-wrapped text breaks its lines, None for a text that is not wrapped."""
    pairs = _SOFT.findall(text)
    widths = sorted(len(line) for line in pairs if _NARROW <= len(line) <= _WIDE)
    if len(widths) < 4 or 8 * len(widths) < text.count("\n"):
        return None
    return widths[int(0.9 * (len(widths) - 1))]


def _wrapped(block: str, width: int | None) -> bool:
    """Whether all line ends of a block come from its width: no line is short or ends a sentence save by chance."""
    lines = [line.strip() for line in block.split("\n")]
    inner, following = lines[:-1], lines[1:]
    if not inner or any(not _NARROW <= len(line) <= _WIDE for line in inner):
        return False
    if re.match(r"[-*•#=>|]", lines[0]) or not all(re.match(r"[^\W_]|[\"'“‘(«$€£]", line) for line in following):
        return False
    if width and all(width - 16 <= len(line) <= width + 4 for line in inner):
        return True
    if max(map(len, lines)) - min(map(len, inner)) > 35:
        return False
    return 5 * sum(line[:1].islower() for line in following) >= 2 * len(following)


def _unit(text: str, start: int, end: int, *, apart: bool) -> Unit:
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip())
    said = " ".join(raw.split())
    return Unit(start, start + len(raw.strip()), said, said.count(" ") + 1, apart)

"""What a position is about: the words after its cue, a list cut into its members."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Span as Stretch
from spacy.tokens import Token

LONGEST = 160  # characters of an issue; a longer one is cut at a word
_MARKER = re.compile(r"^\s*(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)|[-*•–—·▪]|\d{1,2}\.)\s+")
_ARTICLE = re.compile(r"^(?:the|a|an|any|some|that|to|namely|and|or)\s+", re.I)
# "..., its envoy declared": who says so is no part of the issue.
_SAID = re.compile(r",\s+[^,;:]{2,60}\s(?:said|says|declared|told|added|announced|stated|reported|according to)\b")
_TRAILING = re.compile(r"[\s,]+(?:and|or|but|while)$", re.I)
_TRIM = " \t\n\r,;:.–—-\"'“”‘’«»"
_SPLIT = re.compile(r",?\s+and\s+|,\s*(?:and\s+)?")
MOST_WORDS = 14  # of one member of a list parted by commas


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue: its words as a heading, and where they stand (code points)."""

    words: str
    start: int
    end: int


def issue_between(start: int, end: int, text: str) -> Issue | None:
    """The issue that stands between two code points."""
    words = " ".join(text[start:end].split())
    words = _SAID.split(_MARKER.sub("", words))[0].strip(_TRIM)
    words = words.replace("[[", "").replace("]]", "")
    for _ in range(2):
        words = _TRAILING.sub("", _ARTICLE.sub("", words)).strip(_TRIM)
    if len(words) > LONGEST:
        words = words[:LONGEST].rsplit(" ", 1)[0].rstrip(_TRIM) + " …"
    return Issue(words, start, end) if len(words) > 2 else None


def members(head: Token) -> list[Stretch]:
    """The members of a list of noun phrases, or of clauses that are each marked as their own; one for no list."""
    parts = [head, *(c for c in head.conjuncts if c.i > head.i)]
    if head.pos_ in ("VERB", "AUX"):
        parts = parts[:1] + [c for c in parts[1:] if _is_own_clause(c)]
    starts = [p.left_edge.i for p in parts[1:]]
    doc = head.doc
    found = []
    for i, part in enumerate(parts):
        first = part.left_edge.i
        last = starts[i] - 1 if i + 1 < len(parts) else max(head.right_edge.i, part.right_edge.i)
        if i + 1 == len(parts):
            last = part.right_edge.i
        while last > first and (doc[last].is_punct or doc[last].is_space or doc[last].pos_ == "CCONJ"):
            last -= 1
        if last >= first:
            found.append(doc[first : last + 1])
    return found


def _is_own_clause(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def cut(start: int, end: int, text: str) -> list[Issue]:
    """A list behind a colon or a "namely" cut at its semicolons, else at its commas; whole where it is none."""
    words = text[start:end]
    pieces: list[tuple[int, int]] = []
    if ";" in words:
        at = start
        for piece in words.split(";"):
            pieces.append((at, at + len(piece)))
            at += len(piece) + 1
    else:
        at = start
        for match in _SPLIT.finditer(words):
            pieces.append((at, start + match.start()))
            at = start + match.end()
        pieces.append((at, end))
        pieces = [p for p in pieces if text[p[0] : p[1]].strip()]
        if any(len(text[a:b].split()) > MOST_WORDS for a, b in pieces):
            pieces = [(start, end)]
    return [issue for a, b in pieces if (issue := issue_between(a, b, text)) is not None]

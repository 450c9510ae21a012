"""Whose dispatch a text is: the agency that signs its dateline, its by-line or its last line."""

from __future__ import annotations

import re

from secondsource.extract.holders.publisher import is_own
from secondsource.model import Holder, HolderKind, Mentions, Span
from secondsource.words.outlets import Outlet, named

# How far down a dateline, and how far from the end a sign-off stands, in code points.
HEAD, FOOT = 700, 900
_AGENCY = frozenset({"agency"})
_MEDIA = frozenset({"agency", "outlet"})  # a dateline is signed by whoever sent it: "WASHINGTON (CNN) -"
_DATELINE = re.compile(
    r"^(?:[^\n!?;]{2,60}?[ ,.:]|)[ ]?[(/](?P<who>[A-Z][\w .&’'-]{1,40})[)/]\s*(?:[–—-]{1,3}|\.)\s?\S", re.MULTILINE
)
_BY_LINE = re.compile(
    r"^(?:By |From |Source: ?|Via )?(?:[^\n]{0,60}?(?:, | for | \| ?|\())?(?:the )?(?P<who>[A-Z][\w .&’'-]{1,40}?)"
    r"(?: (?:staff|news agency|reporters?|correspondents?|staff writers?))?\)?$",
    re.MULTILINE | re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?:©|\(c\)|\bcopyright)[ \d,-]*(?:the )?(?P<who>[A-Z][\w .&’'-]{1,40}?)(?:[.,;|]|\s+All rights|\n|$)"
    r"|\b(?P<team>(?:The )?[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,2}) (?:writers?|reporters?|journalists?)\b"
    r"[^\n]{0,200}\bcontributed\b"
    r"|\bthis (?P<article>[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,2}) (?:article|story|report|dispatch)\b",
    re.IGNORECASE,
)
_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", re.I)
# Reuters ends its dispatches so, with the desk's names behind a semicolon; nobody else does.
_REUTERS = re.compile(
    r"\(?\b(?:Additional )?(?:Reporting|Writing) by [^\n]{3,400}?; ?(?:[^\n]{3,300}; ?)?Editing by [^\n]{3,120}"
)


def wire_of(mentions: Mentions) -> tuple[Holder, Span] | None:
    """The agency whose dispatch another publisher carries, with the words that say so; None for the publisher's own."""
    text = mentions.document.text
    head, middle, last = _within(mentions, HEAD), _within(mentions, HEAD // 2), _foot(mentions)
    for pattern, start, end in ((_DATELINE, 0, head), (_BY_LINE, 0, middle), (_SIGNED, last, len(text))):
        for match in pattern.finditer(text, start, end):
            group = next(g for g in ("who", "team", "article") if match.groupdict().get(g))
            outlet = _signing(match.group(group), _MEDIA if pattern is _DATELINE else _AGENCY)
            if outlet is None and pattern is _DATELINE and _strange(match.group(group), mentions):
                return Holder(match.group(group), "agency"), Span(mentions.document.id, *match.span(group))
            if outlet is not None and not is_own(outlet.name, mentions.document):
                kind: HolderKind = "agency" if outlet.kind == "agency" else "outlet"
                return Holder(outlet.name, kind), Span(mentions.document.id, *match.span(group))
    signed = _REUTERS.search(text, last)
    if signed is not None and mentions.document.outlet is not None and not is_own("Reuters", mentions.document):
        return Holder("Reuters", "agency"), Span(mentions.document.id, *signed.span())
    return None


def _within(mentions: Mentions, room: int) -> int:
    """How far so many code points of a page's head reach, the captions of its pictures not counted."""
    end = room
    for piece in mentions.document.furniture:
        if piece.start >= end:
            break
        if piece.kind == "caption":
            end += piece.end - piece.start
    return min(end, len(mentions.document.text))


def _foot(mentions: Mentions) -> int:
    """Where the foot of a page begins, the captions of its pictures not counted."""
    start = len(mentions.document.text) - FOOT
    for piece in reversed(mentions.document.furniture):
        if piece.end <= start:
            break
        if piece.kind == "caption":
            start -= piece.end - piece.start
    return max(0, start)


def _strange(said: str, mentions: Mentions) -> bool:
    """Whether an unlisted name signs the dateline of somebody else's page: "TROMSO (Northern Wire) -" in the Digest."""
    proper = not any(c.isdigit() for c in said) and all(w[:1].isupper() for w in said.split()) and len(said) > 2
    return (
        proper
        and not _MONTH.match(said)
        and mentions.document.outlet is not None
        and not is_own(said, mentions.document)
    )


def _signing(said: str, kinds: frozenset[str]) -> Outlet | None:
    """The agency or outlet that words name, alone or before a desk: "AP", "AFP/Kabul", "the Associated Press"."""
    words = said.strip(" .-’'").removeprefix("the ").removeprefix("The ")
    for name in (words, words.partition("/")[0], words.partition(" - ")[0]):
        found = [outlet for outlet in named(name) if outlet.kind in kinds]
        if found:
            return found[0]
    return None

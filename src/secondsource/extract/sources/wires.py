"""Whose dispatch a text is: the agency that signs its dateline, its by-line or its last line."""

from __future__ import annotations

import re

from secondsource.extract.holders.publisher import is_own
from secondsource.model import Document, Holder, HolderKind, Span
from secondsource.words.outlets import Outlet, named

# How far down the head reaches, and how far up the foot, in code points of the report itself: no furniture counted.
HEAD, FOOT = 700, 900
_AGENCY = frozenset({"agency"})
_MEDIA = frozenset({"agency", "outlet"})  # a dateline is signed by whoever sent it: "WASHINGTON (CNN) -"
_DATELINE = re.compile(
    r"^(?:[^\n!?;]{2,60}?[ ,.:]|)[ ]?[(/](?P<who>[A-Z][\w .&’'-]{1,40})[)/]\s*(?:[–—-]{1,3}|\.)\s?\S", re.MULTILINE
)
_DESK = r"(?: (?:staff|news agency|reporters?|correspondents?|staff writers?))?"
_BY_LINE = re.compile(
    rf"^(?:By |From |Source: ?|Via )?(?P<name>[^\n]{{0,60}}?(?:, | for | \| ?|\())?(?:the )?"
    rf"(?P<who>[A-Z][\w .&’'-]{{1,40}}?){_DESK}\)?$",
    re.MULTILINE | re.IGNORECASE,
)
# "By JANE DOE and JOHN ROE Associated Press": no mark between the names and the agency, wherever the page has it.
_NAMES = r"[A-Z][\w.’'-]*(?:,? (?:and |[a-z]{1,3} )?[A-Z][\w.’'-]*){0,12}?,? (?:[–—-] |\| )?"
_WRITTEN = re.compile(
    rf"^(?:[^\n]{{0,40}}\W )?(?:By|by|BY) (?P<name>{_NAMES})?"
    rf"(?:[Tt]he |for )?(?P<who>[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){{0,2}}){_DESK}$",
    re.MULTILINE,
)
# What agencies put before a headline: "AP FACT CHECK:", "AP News in Brief".
_LABEL = re.compile(
    r"^(?P<who>[A-Z]{2,}|Reuters) (?:(?i:news in brief|fact ?-?check|explain(?:s|er)|interview|exclusive|analysis|"
    r"investigation|newsalert)\b|(?i:sources?):)",
    re.MULTILINE,
)
_SIGNED = re.compile(
    r"(?:©|\(c\)|\bcopyright)[ \d,-]*(?:the )?(?P<who>[A-Z][\w .&’'-]{1,40}?)(?: \d{4})?(?:[.,;|]|\s+All rights|\n|$)"
    r"|\bis an? (?P<staff>[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,2}) (?:writer|reporter|correspondent)\.?$"
    r"|\bthis (?P<article>[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,2}) (?:article|story|report|dispatch)\b",
    re.IGNORECASE | re.MULTILINE,
)
_HELPED = re.compile(
    r"\b(?:The )?(?P<who>[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,2}) (?:writers?|reporters?|journalists?)\b"
    r"[^.;]{0,300}\bcontributed\b"
)
_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", re.I)
# Reuters ends its dispatches so, with the desk's names behind a semicolon; nobody else does.
_REUTERS = re.compile(
    r"\(?\b(?:Additional )?(?:Reporting|Writing) by [^\n]{3,400}?; ?(?:[^\n]{3,300}; ?)?Editing by [^\n]{3,120}"
)
# A photographer's credit names the agency in the form of a by-line: "Photo: Jane Doe, AP", "Jane Doe | AP".
_PICTURE = re.compile(r"(?:photos?|images?|pictures?|pics?|credit|courtesy|video|getty|file|pool)\b", re.IGNORECASE)


def wire_of(document: Document) -> tuple[Holder, Span] | None:
    """The agency whose dispatch another publisher carries, with the words that say so; None for the publisher's own."""
    text = document.text
    head, last = _within(document, HEAD), _foot(document)
    middle = _within(document, HEAD // 2)
    for pattern, start, end in (
        (_DATELINE, 0, head),
        (_LABEL, 0, middle),
        (_BY_LINE, 0, head),
        (_WRITTEN, 0, len(text)),
        (_SIGNED, last, len(text)),
        (_HELPED, 0, len(text)),
    ):
        for match in pattern.finditer(text, start, end):
            group = next(g for g in ("who", "staff", "article") if match.groupdict().get(g))
            if pattern in (_BY_LINE, _WRITTEN) and not _by_agency(match, document, middle):
                continue
            outlet = _signing(match.group(group), _MEDIA if pattern is _DATELINE else _AGENCY)
            if outlet is None and pattern is _DATELINE and _strange(match.group(group), document):
                return Holder(match.group(group), "agency"), Span(document.id, *match.span(group))
            if outlet is not None and not is_own(outlet.name, document):
                kind: HolderKind = "agency" if outlet.kind == "agency" else "outlet"
                return Holder(outlet.name, kind), Span(document.id, *match.span(group))
    signed = _REUTERS.search(text, last)
    if signed is not None and document.outlet is not None and not is_own("Reuters", document):
        return Holder("Reuters", "agency"), Span(document.id, *signed.span())
    return None


def _by_agency(match: re.Match[str], document: Document, middle: int) -> bool:
    """Whether a line in the form of a by-line signs the report, and for nobody else before the agency."""
    name, line = match.group("name"), match.group()
    if name is not None and any(o.kind == "outlet" for piece in name.split(",") for o in named(piece.strip(" |"))):
        return False  # "By Jane Doe, the Gazette, AP": the Gazette's, with help
    if match.re is _WRITTEN or line[:3].casefold() == "by ":
        return True
    if name and match.end() > middle:
        return False
    return not _credits_picture(match, document)


def _credits_picture(match: re.Match[str], document: Document) -> bool:
    """Whether a line names who took a picture: by its words, its letters, or the caption above or below it."""
    if _PICTURE.match(match.group()):
        return True
    below, above = match.end() + 1, document.text[: match.start()].rstrip()
    letters = match.group("who").isupper()
    if not match.group("name"):
        return letters and above.endswith((".", ")", "”", '"'))
    return letters or any(f.kind == "caption" and f.start == below for f in document.furniture)


def _within(document: Document, room: int) -> int:
    """How far so many code points of a page's report reach, the captions of its pictures not counted."""
    end = room
    for piece in document.furniture:
        if piece.start >= end:
            break
        if piece.kind == "caption":
            end += piece.end - piece.start
    return min(end, len(document.text))


def _foot(document: Document) -> int:
    """Where the foot of a page begins; what a page carries below its report is not counted, a credit is."""
    start = len(document.text) - FOOT
    for piece in reversed(document.furniture):
        if piece.end <= start:
            break
        if piece.kind not in ("credit", "copyright", "by-line"):
            start -= piece.end - piece.start
    return max(0, start)


def _strange(said: str, document: Document) -> bool:
    """Whether an unlisted name signs the dateline of somebody else's page: "TROMSO (Northern Wire) -" in the Digest."""
    proper = not any(c.isdigit() for c in said) and all(w[:1].isupper() for w in said.split()) and len(said) > 2
    return proper and not _MONTH.match(said) and document.outlet is not None and not is_own(said, document)


def _signing(said: str, kinds: frozenset[str]) -> Outlet | None:
    """The agency or outlet that words name, alone or before a desk: "AP", "AFP/Kabul", "the Associated Press"."""
    words = said.strip(" .-’'").removeprefix("the ").removeprefix("The ")
    for name in (words, words.partition("/")[0], words.partition(" - ")[0], " ".join(words.split()[-2:])):
        found = [outlet for outlet in named(name) if outlet.kind in kinds]
        if found:
            return found[0]
    return None

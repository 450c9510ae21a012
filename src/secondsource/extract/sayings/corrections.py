"""What a publisher takes back: "an earlier version of this article said that", "we wrongly reported that".

A proposition of its own that a publisher puts right is one that it denies. In a notice of correction all that "we
reported" is of that sort.
"""

from __future__ import annotations

import re
from dataclasses import replace

from secondsource.model import Attribution, Document, Mentions, Span

_EARLIER = re.compile(
    r"\b(?:(?:an?|the|our|previous|original|first) )?(?:earlier|previous|prior|original|initial)(?: \w+)? "
    r"(?:version|edition|headline|report|story|article|text|post)s?\b(?! of the (?:treaty|law|bill|draft|deal|plan))"
    r"|\bversion of (?:this|our|the) (?:article|story|report|post|page|text)\b",
    re.I,
)
_THIS = re.compile(r"\b(?:this|our|the) (?:article|story|report|post|page|text|dispatch|piece)\b|\bour\b", re.I)
_WRONGLY = re.compile(r"\b(?:wrongly|erroneously|incorrectly|mistakenly|falsely|in error|by mistake)\b", re.I)
_NOTICE = re.compile(
    r"^\W*(?:corrections?|correction and apology|retraction|clarification|corrected|withdrawn|notice of retraction"
    r"|editor[’']?s[’']? note|apology|an apology|we got it wrong|setting the record straight|erratum)\b",
    re.I | re.M,
)
_WE = re.compile(r"\bwe\b", re.I)
_HEAD = 400  # code points of a text in which a notice calls itself one


def take_back(mentions: Mentions, found: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions with the publisher's denial of what it says that it reported wrongly."""
    notice = is_notice(mentions.document)
    return tuple(
        replace(a, stance="denies", hedge=None, holders=()) if _is_taken_back(mentions.document, a, notice) else a
        for a in found
    )


def is_notice(document: Document) -> bool:
    """Whether a document calls itself a correction, a retraction or the like, in its title or where it begins."""
    return _NOTICE.search(document.text, 0, _HEAD) is not None or (
        document.title is not None and _NOTICE.match(document.title) is not None
    )


def _is_taken_back(document: Document, attribution: Attribution, notice: bool) -> bool:
    if attribution.stance not in ("asserts", "relays", "hedges") or not attribution.content:
        return False
    source = " ".join(document.text[s.start : s.end] for s in attribution.source)
    if _EARLIER.search(source):
        return _THIS.search(source) is not None or notice
    if attribution.holders or not _WE.fullmatch(source.strip()):
        return False
    return notice or _WRONGLY.search(_around(document, attribution.cue)) is not None


def _around(document: Document, cue: tuple[Span, ...]) -> str:
    """The words at a cue: "we wrongly stated", "we stated in error that"."""
    if not cue:
        return ""
    return document.text[max(0, cue[0].start - 16) : cue[-1].end + 16]

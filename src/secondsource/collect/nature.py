"""Is a document official (published by the body it speaks for) or a reference work? Only its own marks decide."""

from __future__ import annotations

import re

from secondsource.collect.datelines import read_dateline
from secondsource.collect.head import Clues
from secondsource.collect.letterheads import is_release, is_signed_off, named_release
from secondsource.collect.names import listed
from secondsource.collect.units import Unit
from secondsource.words.outlets import at_address, host_of

_TOP = 8
_OFFICIAL_HOST = re.compile(
    r"(?:^|\.)(?:gov|mil|int|gob|gouv|govt|government|gc|gv|go|admin|parliament)(?:\.[a-z]{2})?$|\.gc\.ca$|(?:^|"
    r"\.)europa\.eu$"
)
_TITLE = re.compile(
    r"(?:(?:joint|press|official|full|verbatim)\s+)*(?:statement|communiqu[eé]|declaration|readout|remarks|"
    r"proclamation|transcript)\s+"
    r"(?:by|from|following|on behalf of|to the press|of(?= (?:the|h\.?\s?e)\b| (?:\S+ ){0,4}(?:ministry|department|"
    r"office|government|president|minister|secretary|spokes\w+|council|committee|union|embassy|party|movement|front|army|"
    r"forces)\b))\b|readout of\b|(?:.*\s)?(?:foreign ministry|"
    r"spokesperson)\b.*['’]s "
    r"(?:regular press conference|(?:regular )?remarks)\b|joint (?:statement|communiqu[eé]|declaration)\b",
    re.I,
)
_OPENING = re.compile(
    r"(?:the following is (?:attributable to|the text of|a (?:joint )?statement)|"
    r"the text of the following (?:joint )?statement|"
    r"begin text|below is the (?:full )?text)",
    re.I,
)
_WIKI_HEADING = re.compile(r"^(={2,6})\s*[^=\n].*?\1\s*$", re.MULTILINE)
_WIKI_TITLE = re.compile(r"\A\s*=\s*[^=\n]+?\s*=\s*$", re.MULTILINE)
_APPENDIX = re.compile(r"(?:see also|references|external links|further reading|notes|bibliography)", re.I)
_EDIT = re.compile(r"\[\s?edit\s?\]")


def is_official(units: tuple[Unit, ...], clues: Clues, outlet: str | None, url: str | None) -> bool:
    """Whether the body that the text speaks for published it."""
    if url and _official_address(url):
        return True
    known = listed(outlet) if outlet else None
    if known:
        return known.kind == "official body"
    top = units[:_TOP]
    if clues.title and not clues.title.endswith("?") and _TITLE.match(clues.title):
        return True
    if not (any(map(is_release, top)) or named_release(top) or is_signed_off(units)):
        return any(_OPENING.match(unit.text) for unit in top[:4])
    return clues.agency is None and not any(_correspondent(unit) for unit in top)


def _official_address(url: str) -> bool:
    known = at_address(url)
    return known.kind == "official body" if known else _OFFICIAL_HOST.search(host_of(url)) is not None


def _correspondent(unit: Unit) -> bool:
    """Whether a paper's dateline opens the text, which a body's own release does not have."""
    dateline = read_dateline(unit.text)
    return dateline is not None and dateline.who is not None


def is_reference(text: str, units: tuple[Unit, ...], clues: Clues, url: str | None) -> bool:
    """Whether it is a page of an encyclopedia or handbook: wiki headings, or appendices under a definition."""
    known = at_address(url) if url else None
    if known:
        return known.kind == "reference"
    if _WIKI_TITLE.match(text) or len(_WIKI_HEADING.findall(text)) >= 2 or len(_EDIT.findall(text)) >= 2:
        return True
    if clues.dateline or clues.agency:
        return False
    appendices = {
        unit.text.casefold() for unit in units if unit.words <= 2 and _APPENDIX.fullmatch(unit.text.strip("#= "))
    }
    return len(appendices) >= 2 or (_defines(units, clues) and bool(appendices))


def _defines(units: tuple[Unit, ...], clues: Clues) -> bool:
    """Whether the first paragraph says what the title's subject is: "The X crisis was a ..."."""
    lead = next((unit.text for unit in units if unit.prose), "")
    title = re.sub(r"^(?:the|a|an)\s+", "", clues.title or "", flags=re.I)
    subject = re.sub(r"^(?:the|a|an)\s+", "", lead, flags=re.I)
    if not title or not subject.casefold().startswith(title.casefold()):
        return False
    return re.match(r".{0,160}?\b(?:is|was|were|are|refers? to)\b", subject[len(title) :]) is not None

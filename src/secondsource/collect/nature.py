"""Is a document official (published by the body it speaks for) or a reference work? Only its own marks decide."""

from __future__ import annotations

import re

from secondsource.collect.datelines import read_dateline
from secondsource.collect.head import Clues
from secondsource.collect.names import adjectives, in_small_letters, listed, proper
from secondsource.collect.units import Unit
from secondsource.words.outlets import at_address, host_of

_TOP, _BOTTOM = 8, 4
_OFFICIAL_HOST = re.compile(
    r"(?:^|\.)(?:gov|mil|int|gob|gouv|govt|government|gc|gv|go|admin|parliament)(?:\.[a-z]{2})?$|\.gc\.ca$|(?:^|"
    r"\.)europa\.eu$"
)
_RELEASE = re.compile(
    r"(?:for immediate release|press releases?|media release|news release|press statement|official statement|"
    r"statement|media note|"
    r"(?:joint )?communiqu[eé]|remarks|readout|transcript|press briefing|briefing room|statements and releases)",
    re.I,
)
_RELEASE_IN_LINE = re.compile(r"\bfor immediate release\b|^(?:press|media|news) release\b|^statement[,|:]", re.I)
_TITLE = re.compile(
    r"(?:(?:joint|press|official|full|verbatim)\s+)*(?:statement|communiqu[eé]|declaration|readout|remarks|"
    r"proclamation|transcript)\s+"
    r"(?:of|by|from|following|on behalf of|to the press)\b|readout of\b|(?:.*\s)?(?:foreign ministry|"
    r"spokesperson)\b.*['’]s "
    r"(?:regular press conference|(?:regular )?remarks)\b|joint (?:statement|communiqu[eé]|declaration)\b",
    re.I,
)
_BODY = re.compile(
    r"(?:the\s+)?(?:(?:[\w.’'&-]+\s+){0,6})?(?:department|ministry|office|embassy|consulate|permanent mission|"
    r"white house|kremlin|"
    r"government|presidency|secretariat|delegation|chancellery|prime minister|armed forces|command|bureau|"
    r"directorate|agency for|"
    r"commission|council)\b(?:\s+(?:of|for|to|the|and|in|at)\b.*)?",
    re.I,
)
# The part of a body that hands its releases out, whichever body it is.
_DESK = re.compile(
    r"(?:the\s+)?(?:press|media|information|communications?|public affairs|news)\s+"
    r"(?:office|department|bureau|directorate|secretariat|service)",
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
    if clues.title and _TITLE.match(clues.title):
        return True
    released = any(_RELEASE.fullmatch(unit.text.strip(" :")) or _RELEASE_IN_LINE.search(unit.text) for unit in top)
    if not released:
        return any(_OPENING.match(unit.text) for unit in top[:4])
    return clues.agency is None and not any(_correspondent(unit) for unit in top)


def _official_address(url: str) -> bool:
    known = at_address(url)
    return known.kind == "official body" if known else _OFFICIAL_HOST.search(host_of(url)) is not None


def _correspondent(unit: Unit) -> bool:
    """Whether a paper's dateline opens the text, which a body's own release does not have."""
    dateline = read_dateline(unit.text)
    return dateline is not None and dateline.who is not None


def official_body(units: tuple[Unit, ...]) -> str | None:
    """The name of the body that a release names above or below its text: "U.S. Department of the Treasury".

    A ministry without its country takes the one that the title begins with: "Norwegian Ministry of Foreign Affairs".
    """
    for unit in (*units[:_TOP], *units[-_BOTTOM:]):
        said = body_line(unit)
        if said:
            return _of_country(said, units[:_TOP])
    return None


def body_line(unit: Unit) -> str | None:
    """The name of a public body where a line is nothing else, contact details apart."""
    said = re.split(r"\s*[|•·]\s*|,?\s+(?:tel|telephone|phone|e-?mail|press|contact)\b", unit.text, flags=re.I)[
        0
    ].strip(" :,")
    if not said or unit.prose or unit.ended or len(said.split()) > 10 or not said[0].isupper():
        return None
    if _DESK.fullmatch(said):
        return None
    return in_small_letters(said) if _BODY.fullmatch(said) and proper(said) else None


def _of_country(name: str, top: tuple[Unit, ...]) -> str:
    if not re.match(r"(?:the\s+)?(?:ministry|department|office|government)\b", name, re.I):
        return name
    if any(word in name for country in adjectives() for word in (country, adjectives()[country])):
        return name
    for unit in top:
        country = next((country for country in adjectives() if re.match(rf"{country}\b", unit.text)), None)
        if country:
            return f"{adjectives()[country]} {name.removeprefix('The ')}"
    return name


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

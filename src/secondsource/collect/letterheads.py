"""The body whose paper a release stands on: its letterhead, the release's own title, or the line that signs it."""

from __future__ import annotations

import re

from secondsource.collect.kickers import is_kicker
from secondsource.collect.names import adjectives, in_small_letters, listed, proper
from secondsource.collect.units import Unit

_TOP, _BOTTOM = 8, 4
_MOST_WORDS = 14
_BODY = re.compile(
    r"(?:the\s+)?(?:(?:[\w.’'&-]+\s+){0,6})?(?:department|ministry|office|embassy|consulate|permanent mission|"
    r"white house|kremlin|"
    r"government|presidency|secretariat|delegation|chancellery|prime minister|armed forces|command|bureau|"
    r"directorate|agency for|"
    r"commission|council)\b(?:\s+(?:of|for|to|the|and|in|at)\b.*)?",
    re.I,
)
# Bodies that stand below the ministry whose letterhead they use, and speak for themselves.
_BELOW = re.compile(
    r"\b(?:armed forces|general staff|army|navy|air force|coast guard|border guard|gendarmerie|police|command|embassy|"
    r"consulate|permanent mission)\b",
    re.I,
)
# The part of a body that hands its releases out, whichever body it is.
_DESK = re.compile(
    r"(?:the\s+)?(?:press|media|information|communications?|public affairs|news)\s+"
    r"(?:office|department|bureau|directorate|secretariat|service)",
    re.I,
)
_NOBODY = re.compile(
    r"(?:for|by|to|from|on behalf of|at|dear|attn|cc|declaration|statement|communiqu[eé]|remarks|note|message|letter|"
    r"readout|(?:press|media|news) (?:release|statement|note))\b",
    re.I,
)
_STATE = re.compile(
    r"(?:the\s+)?(?:[\w’'-]+\s+){0,4}(?:republic|kingdom|state|commonwealth|union|principality|sultanate|emirate|"
    r"federation)\s+of\s+(?:the\s+)?(?P<country>.+)|(?P<people>\w+)\s+(?:republic|confederation|federation)",
    re.I,
)
_ORGANISATION = re.compile(
    r"\b(?:alliance|army|assembly|association|authority|bank|brigade|centre|center|chamber|church|coalition|college|"
    r"commission|committee|community|company|confederation|conference|congress|cooperative|corporation|corps|council|"
    r"court|crescent|cross|federation|force|forces|foundation|front|frontières|fund|group|guard|initiative|institute|"
    r"institution|league|mission|movement|navy|network|observatory|office|organi[sz]ation|parliament|party|platform|"
    r"police|project|secretariat|senate|service|society|syndicate|trust|union|university|watch|inc|ltd|plc|llc|gmbh)\b",
    re.I,
)
_RELEASE = re.compile(
    r"(?:for immediate release|press releases?|media release|news release|press statement|official statement|"
    r"statement|media note|"
    r"(?:joint )?communiqu[eé]|remarks|readout|transcript|(?:\w+ ){0,2}press briefing|briefing room|"
    r"statements and releases|(?:note|points|notice|information|statement) (?:to|for) the (?:press|media)|"
    r"press (?:note|communiqu[eé]|advisory|points|information)|"
    r"media (?:note|advisory|statement)|transcript \((?!un)[^()]*\))",
    re.I,
)
_RELEASE_IN_LINE = re.compile(
    r"\bfor immediate release\b|^(?:press|media|news) (?:release|advisory|communiqu[eé])\b|^statement[,|:]|"
    r"^(?:press|media|official|joint) (?:statement|communiqu[eé])\s*(?:[–—|:,-]|$)|"
    r"^(?:press |joint )?communiqu[eé] (?:no\b|n°|n[º°]|№|#|\d)|"
    r"^(?:note|points|notice|statement) (?:to|for) the (?:press|media)\b|"
    r"^declaration (?:of|by) (?:the )?(?:bureau|board|council|committee|executive|secretariat|leadership|members|"
    r"assembly|congress|delegation)\b",
    re.I,
)
_RELEASE_BY = re.compile(
    r"(?:joint |press |media |news |official )*(?:release|statement|communiqu[eé]|declaration|note|readout)"
    r"(?: issued)? (?:by|of|from) (?:the )?(?P<who>[A-Z].*)",
    re.I,
)
_DONE_AT = re.compile(r"(?:done|given|signed|issued) (?:at|in) [A-ZÀ-Þ][^.]{2,40}\d{4}\.?", re.I)
_SIGNATURE = re.compile(r"(?:for|on behalf of) the [A-Z][^.]{2,60},?|(?:the )?(?:spokesperson|spokesman|spokeswoman),?")


def official_body(units: tuple[Unit, ...]) -> str | None:
    """The name of the body that a release names above or below its text: "U.S. Department of the Treasury".

    A ministry without its country takes the one that the title begins with: "Norwegian Ministry of Foreign Affairs".
    """
    top = units[:_TOP]
    named = named_release(top)
    if named:
        return _of_country(named, top)
    above = [said for unit in top if (said := body_line(unit))]
    if above:
        under = above[1] if len(above) > 1 and _BELOW.search(above[1]) and not _BELOW.search(above[0]) else None
        return _of_country(under or above[0], top)
    below = next((said for unit in units[-_BOTTOM:] if (said := body_line(unit))), None)
    return _organisation(top) or (_of_country(below, top) if below else None)


def named_release(top: tuple[Unit, ...]) -> str | None:
    """The body that a release's heading names: "PRESS RELEASE BY THE MINISTRY OF TRADE"; no headline says it so."""
    for unit in top[:3]:
        match = _RELEASE_BY.fullmatch(unit.text)
        if match and not unit.ended and unit.words <= 20:
            who = match.group("who")
            if _BODY.fullmatch(who) and _capitalised(who) and len(who.split()) > 1:
                return in_small_letters(who)
    return None


def is_signed_off(units: tuple[Unit, ...]) -> bool:
    """Whether the last lines sign a body's act: "Done at Rabat, 3 May 2024", "For the Chief of Staff,"."""
    last = units[-_BOTTOM:]
    return any(_DONE_AT.fullmatch(unit.text) or (unit.words <= 10 and _SIGNATURE.fullmatch(unit.text)) for unit in last)


def is_letterhead(unit: Unit) -> bool:
    """Whether a line belongs to a letterhead: a state, a public body, or the desk that hands its releases out."""
    said = unit.text.strip(" :")
    return _state(unit) is not None or body_line(unit) is not None or _DESK.fullmatch(said) is not None


def is_release(unit: Unit) -> bool:
    """Whether a line says that what follows is a body's own release."""
    return _RELEASE.fullmatch(unit.text.strip(" :[]")) is not None or _RELEASE_IN_LINE.search(unit.text) is not None


def body_line(unit: Unit) -> str | None:
    """The name of a public body where a line is nothing else, contact details apart."""
    said = re.split(r"\s*[|•·]\s*|,?\s+(?:tel|telephone|phone|e-?mail|press|contact)\b", unit.text, flags=re.I)[
        0
    ].strip(" :,")
    if not said or unit.prose or unit.ended or not said[0].isupper() or _NOBODY.match(said):
        return None
    known = listed(said)
    if known and known.kind == "official body":
        return in_small_letters(said)
    if _DESK.fullmatch(said):
        return None
    return in_small_letters(said) if _BODY.fullmatch(said) and _capitalised(said) else None


def organisation_line(said: str) -> str | None:
    """The name of an organisation where words are nothing else: "Blue Bay Trust", "Union of Carters"."""
    if not _ORGANISATION.search(said) or not _capitalised(said) or re.search(r"[.!?:;\"“”…]|\d", said):
        return None
    return in_small_letters(said) if len(said.split()) >= 2 and not is_kicker(said) else None


def _organisation(top: tuple[Unit, ...]) -> str | None:
    """The organisation in the first line of a letterhead."""
    first = next((unit for unit in top if _state(unit) is None), None)
    return organisation_line(first.text.strip(" :")) if first and not first.prose and not first.ended else None


def _state(unit: Unit) -> str | None:
    """The country of a line that is a state's full name: "Federal Republic of Germany", "FRENCH REPUBLIC"."""
    match = _STATE.fullmatch(unit.text.strip(" :")) if unit.words <= 8 and not unit.ended else None
    said = (match.group("country") or match.group("people")).casefold() if match else None
    return next((c for c, people in adjectives().items() if said in (c.casefold(), people.casefold())), None)


def _capitalised(said: str) -> bool:
    """Whether words are a proper name, however long: all in capitals but the small ones, commas allowed."""
    words = said.replace(",", "").split()
    return 0 < len(words) <= _MOST_WORDS and proper(words[0]) and all(proper(f"X {word}") for word in words)


def _of_country(name: str, top: tuple[Unit, ...]) -> str:
    if not re.match(r"(?:the\s+)?(?:ministry|department|office|government)\b", name, re.I):
        return name
    if any(word in name for country in adjectives() for word in (country, adjectives()[country])):
        return name
    for unit in top:
        country = _state(unit)
        if country:
            return f"{adjectives()[country]} {name.removeprefix('The ')}"
    for unit in top:
        country = next((country for country in adjectives() if re.match(rf"{country}\b", unit.text)), None)
        if country:
            return f"{adjectives()[country]} {name.removeprefix('The ')}"
    return name

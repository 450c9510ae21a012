"""Who publishes, from the lines around a report: its bio, copyright line, signature, "first appeared in ..."."""

from __future__ import annotations

import re
from dataclasses import dataclass

from secondsource.collect.names import listed, publisher
from secondsource.collect.units import Unit
from secondsource.words.outlets import at_address

_TAIL = 16
_ROLE = (
    r"(?:editor|editor-in-chief|correspondent|reporter|staff writer|writer|columnist|journalist|bureau chief|producer|"
    r"contributor|contributing editor)"
)
_BIO = re.compile(
    rf"\b(?:is|are|was)\s+(?:the|an?|our)?\s*(?P<kind>(?:[\w’'-]+\s+){{0,5}}?){_ROLE}s?\s+(?:of|at|for|with|"
    rf"in)\s+(?:the\s+)?"
    r"(?P<who>[A-Z0-9][^,;()]*?)(?=,|;|\(|\.\s|\.?$|\s(?:and|who|where|covering|based|in|from|since|specialising|"
    r"focus\w*)\b)"
)
_FIRST = re.compile(
    r"\b(?:(?:first|originally)\s+(?:appeared|ran|(?:was\s+)?published|posted|published)|"
    r"republished(?:\s+with\s+permission)?|"
    r"reprinted(?:\s+with\s+permission)?|published)\s+(?:in|on|at|by|from)\s+(?:the\s+)?(?P<who>[A-Z][^,;()|]*?)"
    r"(?=,|;|\(|\.\s|\.?$|\s(?:on|under|and|in|at|with)\s)",
    re.I,
)
_COPYRIGHT = re.compile(
    r"(?:(?:trademark and )?(?:©|\(c\)|copyright)\s*){1,3}(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by\s+)?(?P<who>[^|"
    r"•]{2,60}?)"
    r"\s*(?:,?\s*\d{4})?(?:\.\s|\.?$|[|•]|,?\s*(?:Inc|LLC|Ltd|Limited|Pte|Corp|Co)\b|\ball rights\b)",
    re.I,
)
_SOURCE = re.compile(r"(?:source|via|news source|publisher|outlet)\s*:\s*(?P<who>[^|•]{2,60})", re.I)
_FOR = re.compile(r"\(?Reporting for (?:the )?(?P<who>[A-Z][^.,;()]{2,50})[.)]?(?:\s.*)?")
# How a page speaks of itself below its report; what it asks readers to follow elsewhere is a platform's.
_OURS = re.compile(
    r"(?i:follow|like|find|join|support|subscribe to|sign up (?:for|to)|download|get|bookmark|read more (?:from|at|on)|"
    r"donate to|check out this story on|for more,? (?:see|visit|go to)|(?:get|the) best of|e-?mail|contact|about|"
    r"get (?:breaking )?news(?: alerts)? from|welcome to)"
    r"\s+(?:the\s+)?(?P<who>[A-Z][\w.&’'-]*(?:\s(?:(?:of|the|de|du|and)\s)?[A-Z][\w.&-]*){0,4})"
)
_PLATFORMS = frozenset(
    "facebook twitter instagram telegram whatsapp youtube linkedin tiktok threads bluesky mastodon reddit google apple "
    "flipboard spotify x substack patreon paypal".split()
)
_IS_A = re.compile(
    r"(?:the\s+)?(?P<who>[A-Z][^,.;()]{2,45}?)\s+is\s+an?\s+(?:[\w’'/-]+,?\s+){0,6}?(?:newspaper|news\s+(?:site|agency|"
    r"website|outlet|service|organi[sz]ation|platform|portal|magazine)|newsletter|magazine|website|blog|broadcaster|"
    r"radio\s+station|think[ -]tank|media\s+(?:outlet|organi[sz]ation|company))\b",
)
_CONTRIBUTED = re.compile(
    r"(?P<who>[A-Z][\w.&’-]*(?:\s[A-Z][\w.&’-]*){0,3})(?:[’']s?|(?:\sstaff)?\s(?:writers?|reporters?|journalists?|"
    r"correspondents?))\s[A-Z][^;:]{3,250}?\s(?:also\s)?contributed\s(?:to\sthis|reporting|from)\b"
)
_EMAIL = re.compile(r"[\w.+-]+@(?P<host>(?:[\w-]+\.)+[a-z]{2,})", re.I)
_REUTERS = re.compile(
    r"\(?(?:Additional )?(?:Reporting|Writing) by [^\n]{3,400}?; ?(?:[^\n]{3,300}; ?)?Editing by [^\n]{3,120}"
)
_WIKIPEDIA = re.compile(r"^(?:From\s+)?(?:the\s+)?Wikipedia,? the free encyclop", re.I)
_CREDIT = re.compile(r"[.!?…”\"](?:\s*/\.)?\s*[(\[–—-]+\s*(?P<who>[A-Z][\w’' /-]{1,40}?)\s*[)\]]?\s*\.?$")


@dataclass(frozen=True, slots=True)
class Publishers:
    """Who the lines after the matter say the publisher is, and which agency's copy it is."""

    outlet: str | None = None
    agency: str | None = None


def read_tail(units: tuple[Unit, ...], dateline: str | None) -> Publishers:
    """Give the publishers that the last lines name; `dateline` is the name in the brackets that open the text."""
    outlet = agency = None
    for unit in units[-_TAIL:]:
        for who in _named_by(unit, dateline):
            known = listed(who)
            if known and known.kind == "agency":
                agency = agency or known.name
            else:
                outlet = outlet or who
    credit = _credit(units)
    return Publishers(outlet, agency or credit)


def _named_by(unit: Unit, dateline: str | None) -> list[str]:
    """The publishers that one line names, surest first."""
    found: list[str | None] = []
    bio = _BIO.search(unit.text)
    if bio and not re.search(r"\b(?:former|freelance)\b", bio.group("kind")):
        found.append(publisher(bio.group("who")))
    first = _FIRST.search(unit.text)
    if first and re.match(r"(?:this|the|it|originally|first|republished|reprinted|published)\b", unit.text, re.I):
        found.append(publisher(first.group("who")))
    owner = _COPYRIGHT.match(unit.text)
    if owner:
        found.append(publisher(owner.group("who"), sure=True))
    pool = _FOR.fullmatch(unit.text)
    if pool:
        found.append(publisher(pool.group("who"), sure=True))
    source = _SOURCE.fullmatch(unit.text)
    if source:
        known = listed(source.group("who"))
        found.append(known.name if known and known.kind in ("outlet", "agency") else None)
    if _WIKIPEDIA.match(unit.text):
        found.append("Wikipedia")
    found += _own_words(unit)
    found.append(_signature(unit, dateline))
    return [who for who in found if who]


def _own_words(unit: Unit) -> list[str | None]:
    """The publishers whom a page's words about itself name: in an invitation, an address, a note on who helped."""
    found: list[str | None] = []
    helped = _CONTRIBUTED.match(unit.text)
    if helped:
        known = listed(helped.group("who"))
        found.append(known.name if known and known.kind in ("outlet", "agency") else None)
    if _REUTERS.match(unit.text):
        found.append("Reuters")
    if unit.words > 40:
        return found
    ours = _OURS.match(unit.text)
    if ours and ours.group("who").split()[0].lower() not in _PLATFORMS:
        known = listed(re.sub(r"[’']s$", "", ours.group("who")))
        found.append(known.name if known and known.kind == "outlet" else None)
    address = _EMAIL.search(unit.text) if unit.words <= 12 else None
    known = at_address(address.group("host")) if address else None
    found.append(known.name if known and known.kind == "outlet" else None)
    about = _IS_A.match(unit.text)
    found.append(publisher(about.group("who")) if about else None)
    return found


def _signature(unit: Unit, dateline: str | None) -> str | None:
    """A line that is nothing but the name of the paper."""
    bare = unit.text.strip(" .–—-()[]")
    if unit.words > 5:
        return None
    known = listed(bare)
    if known and (unit.apart or known.kind == "agency" or unit.text.lower() == known.name.lower()):
        return known.name if known.kind in ("outlet", "agency") and len(bare) > 2 else None
    return dateline if dateline and bare == dateline else None


def _credit(units: tuple[Unit, ...]) -> str | None:
    """The agency in brackets or after a dash that ends the last paragraph: "... the ministry said. (AFP)"."""
    for unit in units[-_TAIL:]:
        match = _CREDIT.search(unit.text[-80:]) if unit.words > 8 else None
        known = listed(match.group("who").split("/")[0]) if match else None
        if known and known.kind == "agency":
            return known.name
    return None

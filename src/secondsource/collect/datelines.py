"""Datelines: the place, day and agency that open a report ("KYIV, May 3 (Reuters) -", "MOSCOW. /RIN/.")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from secondsource.collect.days import read_day
from secondsource.collect.names import listed
from secondsource.model import When
from secondsource.words.countries import iso_of

_MONTH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?i:[a-z]*)\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_DATE = (
    rf"{_WEEKDAY}(?:{_MONTH}\s+{_DAY}(?:,?\s+\d{{4}})?|{_DAY}\s+{_MONTH}(?:,?\s+\d{{4}})?|"
    r"\d{1,2}[./]\d{1,2}[./]\d{4})"
)
_WORD = r"[A-ZÀ-ÞĀĂĄĆČĐĒĖĘĞĢĪİŁŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽ][\w.'’-]*"
_PLACE = (
    rf"{_WORD}(?:[ /](?:de |del |al-|la |el |of |the |upon |sur |am )?{_WORD}){{0,3}}"
    rf"(?:,\s{_WORD}(?:\s{_WORD}){{0,2}})?"
)
_COUNTRY = r"(?:\s[(\[][A-ZÀ-Þ][\w.’' -]{2,30}[)\]])?"
_WHO = r"[(/\[](?P<who>[^()/\[\]]{2,60}(?:/[^()/\[\]]{2,30})?)[)/\]]"
_AGENCY = re.compile(
    rf"(?:(?P<place>{_PLACE}){_COUNTRY}(?:[,.]?\s+(?P<date>{_DATE}))?[,.:]?\s*)?{_WHO}\s*"
    rf"(?P<dash>[.:]?\s*[-–—_]{{1,3}}|[.:])?\s*(?=\S)"
)
# "Tehran, IRNA –", "BAKU, May 3. Trend:", "ASTANA. KAZINFORM –": the agency without brackets.
_UNBRACKETED = re.compile(
    rf"(?P<place>{_PLACE}?){_COUNTRY}(?:[,.]?\s+(?P<date>{_DATE}))?\s*(?:[,.]|\s[-–—])\s*(?P<who>{_WORD})\s*"
    rf"(?P<dash>[-–—]{{1,3}}|[.:](?=\s))\s*(?=\S)"
)
_BARE = re.compile(rf"(?P<place>{_PLACE})(?:[,.]?\s+(?P<date>{_DATE}))?\s*[,.:]?\s*(?:[–—]|\s-{{1,3}})\s*(?=\S)")
_DATED_ONLY = re.compile(rf"(?P<date>{_DATE})\s+(?=\()")
_DATED_PLACE = re.compile(rf"(?P<place>{_PLACE})\s+\((?P<date>{_DATE})\)\s*[-–—]{{1,3}}\s*(?=\S)")
_NOT_PLACES = frozenset(
    {
        "ANALYSIS",
        "ANSWER",
        "BREAKING",
        "COMMENT",
        "COMMENTARY",
        "CORRECTED",
        "CORRECTION",
        "EDITORIAL",
        "EXCLUSIVE",
        "EXPLAINER",
        "FACTBOX",
        "FEATURE",
        "FILE",
        "INTERVIEW",
        "LIVE",
        "NEWS",
        "NOTE",
        "OPINION",
        "PHOTO",
        "PHOTOS",
        "POLL",
        "PREVIEW",
        "Q",
        "QUESTION",
        "REPORTER",
        "QUOTE",
        "REFILE",
        "REVIEW",
        "TIMELINE",
        "UPDATE",
        "UPDATED",
        "VIDEO",
        "WATCH",
        "WRAPUP",
        "NATO",
        "ASEAN",
        "IAEA",
        "OPEC",
        "OSCE",
        "BRICS",
        "UN",
        "EU",
        "US",
        "USA",
        "UK",
        "G7",
        "G20",
        "WHO",
        "IMF",
        "WTO",
        "FBI",
        "CIA",
        "IDF",
        "ICC",
    }
)
_CITY_STATES = frozenset({"Singapore", "Luxembourg", "Monaco", "Djibouti", "Kuwait", "Panama", "San Marino"})
_NOT_AGENCIES = re.compile(r"(?i)(?:photo|file|image|video|left|right|pictured|updated?|watch|live|reuters photo)\b.*")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of a report: its place, the agency or paper in brackets, its day, and where its text begins."""

    place: str | None
    who: str | None
    published: When | None
    end: int


def read_dateline(said: str) -> Dateline | None:
    """Give the dateline that a paragraph opens with, None where it opens with its matter."""
    dated = _DATED_ONLY.match(said)
    if dated:  # "May 3 (Reuters) -"
        opening = read_dateline(said[dated.end() :])
        return opening and replace(opening, published=read_day(dated.group("date")), end=opening.end + dated.end())
    match = _DATED_PLACE.match(said)  # "GENEVA (3 May 2024) –"
    if match and _is_place(match.group("place")):
        return _dateline(match, None)
    match = _AGENCY.match(said)
    if match and _is_agency(match, said):
        return _dateline(match, match.group("who").strip())
    match = _UNBRACKETED.match(said)
    if match and _is_plain_agency(match):
        return _dateline(match, match.group("who"))
    match = _BARE.match(said)
    if match and _is_place(match.group("place")) and (match.group("date") or not _is_country(match.group("place"))):
        return _dateline(match, None)
    return None


def _is_agency(match: re.Match[str], said: str) -> bool:
    who, place = match.group("who").strip(), match.group("place")
    if not listed(who) and (_NOT_AGENCIES.fullmatch(who) or not who[0].isupper() or len(who.split()) > 6):
        return False
    if place is None:
        return match.group("dash") is not None and said[0] == "(" and "(" not in who
    if _initials(place) == who:  # "Department of Homeland Security (DHS)"
        return False
    mark = (match.group("dash") or "").strip(" .:")
    if mark or (match.group("dash") and said[match.start("who") - 1] != "("):  # "/RIN/.": the marks and a stop
        return _is_place(place) or match.group("date") is not None or len(place.split()) <= 4
    if place.split()[0].upper() in _NOT_PLACES:
        return False
    return listed(who) is not None and len(place.split()) <= 2 and not listed(place) and said[match.end()].isupper()


def _is_plain_agency(match: re.Match[str]) -> bool:
    """Whether a listed agency stands behind the place and no verb or name that is spelt like one."""
    who, place = match.group("who"), match.group("place")
    known = listed(who)
    return (
        known is not None
        and known.kind == "agency"
        and (who.isupper() or len(who) > 4 or match.group("date") is not None)
        and len(place.split()) <= 4
        and place.split()[0].upper() not in _NOT_PLACES
        and not _is_paper(place.split(",")[0])
    )


def _initials(place: str) -> str:
    return "".join(word[0] for word in place.split() if word[0].isupper())


def _is_place(place: str) -> bool:
    """Whether the city stands in capitals, as only datelines have it."""
    city = place.split(",")[0]
    return (
        city == city.upper()
        and sum(map(str.isalpha, city)) >= 3
        and city.split()[0] not in _NOT_PLACES
        and not _is_paper(city)
    )


def _is_country(place: str) -> bool:
    """Whether a place is a country and no city, by which a round-up heads its items: "BOLIVIA – Miners ended ..."."""
    return place.title() in iso_of() and place.title() not in _CITY_STATES


def _is_paper(said: str) -> bool:
    outlet = listed(said)
    return outlet is not None and outlet.kind in ("outlet", "agency")


def _dateline(match: re.Match[str], who: str | None) -> Dateline:
    place, said = (match.group("place") or "").rstrip(".") or None, match.group("date")
    if place and place == place.upper():
        place = place.title()
    elif place:
        place = ", ".join(part.title() if part.isupper() else part for part in place.split(", "))
    return Dateline(place, who, read_day(said) if said else None, match.end())

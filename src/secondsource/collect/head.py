"""What the lines above a report say of it: title, outlet, author, day, address, dateline.

Each line of the head is taken for one thing only; what is taken becomes furniture of that kind. A name that could
be the publisher's but stands in the matter itself ("Reuters reported") is never read here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from secondsource.collect.boilerplate import kind_of
from secondsource.collect.datelines import Dateline, read_dateline
from secondsource.collect.days import find_days, read_day
from secondsource.collect.lines import is_navigation, is_section
from secondsource.collect.names import is_described, listed, proper, publisher
from secondsource.collect.tail import read_tail
from secondsource.collect.units import Unit
from secondsource.model import Furniture, When
from secondsource.words.outlets import at_address

_HEAD = 16
_TITLE_WORDS = 30
_FIELD = re.compile(
    r"(?P<key>title|headline|outlet|publication|publisher|source|site|website|newspaper|authors?|by-?line|written by|"
    r"reporter|"
    r"date|published(?: on| at)?|publication date|posted(?: on)?|first published|last updated|updated(?: on)?|"
    r"modified|url|link|"
    r"web address)\s*[:：]\s*(?P<value>\S.*)",
    re.I,
)
_KEYS = {
    "title": "title", "headline": "title",
    "outlet": "outlet", "publication": "outlet", "publisher": "outlet", "source": "outlet", "site": "outlet",
    "website": "outlet", "newspaper": "outlet",
    "author": "author", "authors": "author", "byline": "author", "by-line": "author", "written by": "author",
    "reporter": "author", "url": "url", "link": "url", "web address": "url",
}  # fmt: skip
_URL = re.compile(r"https?://[^\s<>\"]+")
_BY = re.compile(
    r"(?:by|authored by|written by|reported by|story by|analysis by|opinion by)[:\s]\s*(?P<who>\S.*)", re.I
)
_FROM = re.compile(r"from\s+(?P<who>.+?)\s+in\s+(?P<place>.+)", re.I)
_POSTED = re.compile(
    r"(?:posted|published|written|submitted) by\s+(?P<who>\S+(?:\s\S+){0,3}?)(?:\s+(?:on|at|in)\s.*|\s*[|•·].*)?", re.I
)
_DESK = re.compile(r"(?P<who>[^,]+),\s*(?P<place>[^,]+)")
_STAFF = re.compile(
    r"(?:our|staff|an?|the|web|news|special)\b.*\b(?:correspondents?|reporters?|staff|writers?|desk|editors?)\b.*", re.I
)
_BODY_WORDS = re.compile(
    r"(?:[\w.'’-]+ ){0,4}(?:department|ministry|office|embassy|government|white house|kremlin|council|commission)\b",
    re.I,
)
_OFFICE = re.compile(
    r"(?:office|ministry|department|embassy|bureau|mission|permanent mission|directorate) (?:of|for)\b(?!.*\b(?:to|"
    r"says|will)\b)",
    re.I,
)
_BUTTONS = frozenset(
    {"share", "newsletter", "notice", "download", "advertisement", "caption", "comment form", "copyright", "tags"}
)
_NOT_A_PERSON = re.compile(
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|\d)",
    re.I,
)
_SPLIT = re.compile(r"\s*[|•·»/]\s+|\s+[|•·»/]\s*|\s+[–—-]\s+|•|;\s")
_TIME = re.compile(
    r"\b(?:\d{1,2}[:.h]\d{2}(?::\d{2})?|\d{1,2})\s*(?:[ap]\.?m\.?)?\s*\(?(?:GMT|UTC|EDT|EST|ET|CET|CEST|BST|PDT|PST|"
    r"CT|PT|IST|JST|"
    r"HKT|SGT|MSK|AEST|local time)?(?:[+-]\d{1,2}(?::?\d{2})?)?\)?|\b\d+\s+min(?:ute)?s?\s+read\b|[@]",
    re.I,
)
_LABEL = re.compile(
    r"\b(?:first\s+)?(?:published|posted|updated|last\s+(?:updated|modified)|date|modified|created|issued|on|"
    r"at)\b\s*:?",
    re.I,
)
_UPDATE = re.compile(r"\b(?:updated?|modified)\b", re.I)
_DATED = re.compile(r"\b(?:published|posted|updated|issued|date|juche\s?\d+)\b", re.I)
_FIRST_PUBLISHED = re.compile(r"\b(?:publish|post|issue)", re.I)


@dataclass(frozen=True, slots=True)
class Clues:
    """What the text says about itself; `agency` is whose copy it is, `furniture` the lines that said so."""

    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    author: str | None = None
    published: When | None = None
    published_basis: str | None = None
    url: str | None = None
    dateline: str | None = None
    furniture: tuple[Furniture, ...] = ()


@dataclass(slots=True)
class _Reading:
    """The head while it is read; the first witness of each kind stands."""

    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    author: str | None = None
    published: When | None = None
    updated: When | None = None
    url: str | None = None
    marks: list[Furniture] = field(default_factory=list)

    def publisher(self, name: str | None) -> None:
        """Take a publisher's name, as agency where it is one."""
        known = listed(name) if name else None
        if known and known.kind == "agency":
            self.agency = self.agency or known.name
        elif name:
            self.outlet = self.outlet or name

    def day(self, when: When | None, line: str) -> None:
        """Take a day; one that a line calls the update stands behind."""
        if when is None:
            return
        if _UPDATE.search(line) and not _FIRST_PUBLISHED.search(line.partition("pdate")[0]):
            self.updated = self.updated or when
        else:
            self.published = self.published or when

    def mark(self, unit: Unit, kind: str) -> None:
        """Note what a line was."""
        self.marks.append(Furniture(unit.start, unit.end, kind))


def read_clues(text: str, units: tuple[Unit, ...]) -> Clues:
    """Give what a text says about itself in the lines before and after its matter."""
    body, dateline = _body(units)
    reading = _Reading()
    head = units[:body]
    rest = [
        unit for number, unit in enumerate(head) if not _read_line(unit, head[number + 1 : number + 2], text, reading)
    ]
    _read_title(rest, units[body : body + 1], reading)
    last = read_tail(units[body:], dateline.who if dateline else None)
    outlet, agency = reading.outlet or last.outlet, reading.agency or last.agency
    if dateline and dateline.who:
        known = listed(dateline.who.split("/")[0])
        if known and known.kind == "agency":
            agency = known.name
        else:
            outlet = outlet or (known.name if known else publisher(dateline.who, sure=True))
    published, basis = _published(reading, dateline, units[body:][-6:])
    return Clues(
        title=reading.title,
        outlet=outlet,
        agency=agency,
        author=reading.author or _author_below(units[body:]),
        published=published,
        published_basis=basis,
        url=reading.url,
        dateline=dateline.place if dateline else None,
        furniture=tuple(reading.marks),
    )


def _body(units: tuple[Unit, ...]) -> tuple[int, Dateline | None]:
    """The number of the first unit of the matter, and the dateline that it or a neighbour opens with."""
    first = next((n for n, unit in enumerate(units) if _is_matter(unit)), len(units))
    for number in range(min(first + 4, len(units), _HEAD + 4)):
        dateline = read_dateline(units[number].text)
        if dateline and (
            units[number].words > 9 or (number + 1 < len(units) and dateline.end >= len(units[number].text) - 1)
        ):
            return min(first, number), dateline
    return min(first, _HEAD), None


def _is_matter(unit: Unit) -> bool:
    """Whether a unit is a paragraph of the report: prose, or at least no line with a field, a day or a by-line."""
    if unit.prose and unit.words <= 24 and unit.text.endswith(("?", "!")) and unit.start == 0:
        return False
    return (
        unit.prose
        and not _FIELD.fullmatch(unit.text)
        and not is_day_line(unit.text)
        and not unit.text.startswith(("(Photo", "Photo:"))
    )


def _published(reading: _Reading, dateline: Dateline | None, last: tuple[Unit, ...]) -> tuple[When | None, str | None]:
    if reading.published:
        return reading.published, "text: header"
    if dateline and dateline.published:
        return dateline.published, "text: dateline"
    if reading.updated:
        return reading.updated, "text: header (updated)"
    for unit in reversed(last):
        day = _Reading()
        if (
            unit.words <= 14
            and _DATED.search(unit.text)
            and is_day_line(unit.text, "", day)
            and (day.published or day.updated)
        ):
            return day.published or day.updated, "text: footer"
    return None, None


def _read_line(unit: Unit, after: tuple[Unit, ...], text: str, reading: _Reading) -> bool:
    """Take a line of the head for what it is; false where it may be the title."""
    said = unit.text
    if kind_of(said) in _BUTTONS:
        return True
    crumb = re.split(r"\s*[>›»|]\s*", said)[0]
    if crumb != said and re.search(r"\bblog$", crumb):
        reading.publisher(publisher(crumb))
    if set(said) <= set("=-~_*#· ") or is_navigation(unit):
        reading.mark(unit, "navigation" if is_navigation(unit) else "markup")
        return True
    named = _FIELD.fullmatch(said)
    if named and _read_field(named.group("key").lower(), named.group("value"), text, reading):
        reading.mark(unit, "headline" if _KEYS.get(named.group("key").lower()) == "title" else "header")
        return True
    if _URL.fullmatch(said):
        _read_address(said, reading)
        reading.mark(unit, "header")
        return True
    if is_day_line(said, text, reading):
        reading.mark(unit, "header")
        return True
    if is_by_line(said, reading):
        reading.mark(unit, "by-line")
        return True
    return _name_line(unit, after, reading)


def _name_line(unit: Unit, after: tuple[Unit, ...], reading: _Reading) -> bool:
    """A line that is only a paper's name, with its section or the date below it, or only a section's."""
    pieces = [piece for piece in _SPLIT.split(unit.text) if piece]
    known = listed(pieces[0]) if pieces else None
    alone = len(pieces) == 1 and unit.words <= 5
    after_day = bool(after) and unit.start == 0 and is_day_line(after[0].text)
    if known and (alone or all(is_section(piece) for piece in pieces[1:])) and known.kind != "official body":
        reading.publisher(known.name)
    elif len(pieces) > 1 and all(is_section(piece) for piece in pieces[1:]) and publisher(pieces[0], sure=True):
        reading.publisher(publisher(pieces[0], sure=True))
    elif alone and publisher(unit.text, sure=after_day) and (after_day or (unit.start == 0 and unit.apart)):
        reading.publisher(publisher(unit.text, sure=after_day))
    elif is_section(unit.text):
        reading.mark(unit, "section")
        return True
    else:
        return False
    reading.mark(unit, "header")
    return True


def _read_field(key: str, value: str, text: str, reading: _Reading) -> bool:
    """Take "Key: value"; false where the value does not fit its key, as in the title "Source: Iran will ..."."""
    kind = _KEYS.get(key)
    if kind == "title":
        reading.title = reading.title or value
    elif kind == "author":
        if not _person(value):
            return False
        reading.author = reading.author or _without_outlet(value)
    elif kind == "url":
        return _read_address(value, reading)
    elif kind == "outlet":
        name = publisher(value, sure=key != "source")
        if name is None:
            return _read_address(value, reading)
        reading.publisher(name)
    else:
        when = read_day(value, style=text)
        if when is None or len(value.split()) > 12:
            return False
        reading.day(when, key)
    return True


def _read_address(said: str, reading: _Reading) -> bool:
    match = _URL.search(said)
    if match is None:
        return False
    reading.url = reading.url or match.group().rstrip(".,;)")
    known = at_address(reading.url)
    if known:
        reading.publisher(known.name)
    return True


def is_day_line(said: str, text: str = "", reading: _Reading | None = None) -> bool:
    """Whether a line gives a full date and beside it only names, times and labels; takes them if so."""
    days = find_days(said, style=text) if len(said) <= 240 else []
    if not days or len(said.split()) > 24:
        return False
    bare = said
    for printed in reversed(days):
        bare = bare[: printed.start] + " | " + bare[printed.end :]
    bare = _LABEL.sub(" ", _TIME.sub(" | ", bare))
    pieces = [piece for part in _SPLIT.split(bare) for piece in ([part] if is_described(part) else part.split(","))]
    pieces = [piece.strip(" ,.:;()[]-–—|") for piece in pieces]
    pieces = [piece for piece in pieces if piece and any(map(str.isalnum, piece))]
    if not all(_fits(piece) for piece in pieces):
        return False
    if reading:
        reading.day(days[0].when, said)
        for piece in pieces:
            if not is_by_line(piece, reading):
                reading.publisher(publisher(piece))
    return True


def _fits(piece: str) -> bool:
    """Whether a piece of a date line is a name, a label or a by-line, and no part of a sentence."""
    return (
        proper(piece)
        or is_described(piece)
        or _BY.fullmatch(piece) is not None
        or is_section(piece)
        or len(piece.split()) == 1
    )


def is_by_line(said: str, reading: _Reading | None = None) -> bool:
    """Take "By Jane Doe, Reuters"; false for a title such as "By Friday, a Deal"."""
    if len(said) > 240:
        return False
    reading = reading or _Reading()
    match = _BY.fullmatch(said) or _FROM.fullmatch(said) or _POSTED.fullmatch(said)
    if match is None or (said.endswith((".", "!", "?")) and not re.search(r"\b[A-Z]\.$", said)):
        return False
    who = match.group("who").strip(" ,|•")
    if _STAFF.fullmatch(who):
        return True
    if not _person(who):
        return match.re is _POSTED
    if match.re is _FROM and not proper(match.group("place").replace(",", "")):
        return False
    pieces = [piece.strip() for piece in re.split(r",|\s+[|•–—-]\s+|\s+(?:for|at|of|in)\s+", who) if piece.strip()]
    names = [piece for piece in pieces if not listed(piece)]
    for piece in pieces:
        outlet = listed(piece)
        known = outlet.name if outlet else _ending(piece)
        if known:
            reading.publisher(known)
    author = match.group("who") if match.re is _FROM else names[0] if names else None
    if author and proper(author) and author.lower() != "admin":
        reading.author = reading.author or _without_outlet(author)
    return True


def _ending(piece: str) -> str | None:
    """The outlet whose name ends a piece without a comma: "JILL COLVIN Associated Press"."""
    words = piece.split()
    for count in (4, 3, 2, 1):
        known = listed(" ".join(words[-count:])) if count < len(words) else None
        if known and (count > 1 or words[-1].isupper()) and known.kind in ("agency", "outlet"):
            return known.name
    return None


def _without_outlet(author: str) -> str:
    """The names of a by-line without the paper behind them, in small letters where they stood in capitals."""
    author = ", ".join(piece for piece in author.split(", ") if not listed(piece)) or author
    words = author.split()
    for count in (4, 3, 2):
        if count < len(words) and listed(" ".join(words[-count:])):
            words = words[:-count]
            break
    name = " ".join(words)
    return name.title().replace(" And ", " and ") if name.isupper() else name


def _person(said: str) -> bool:
    """Whether this may be people's names, desks and their papers: capitalised, no sentence, no weekday."""
    if ":" in said or len(said.split()) > 16 or _NOT_A_PERSON.match(said):
        return False
    words = re.findall(r"[^\s,&|•–—-]+", said)
    small = {
        "and",
        "of",
        "the",
        "in",
        "for",
        "at",
        "de",
        "la",
        "von",
        "van",
        "der",
        "bin",
        "al",
        "el",
        "with",
        "our",
        "du",
        "di",
    }
    return bool(words) and all(word[0].isupper() or word in small or not word[0].isalpha() for word in words)


def _read_title(rest: list[Unit], body: tuple[Unit, ...], reading: _Reading) -> None:
    """Take the first line left that can be a title, and mark it and what stands between it and the matter."""
    wiki = next((unit for unit in rest if re.fullmatch(r"=\s*[^=].*?\s*=", unit.text)), None)
    usable = [unit for unit in rest if unit.words <= _TITLE_WORDS and not unit.text.endswith(".")]
    named = [
        unit
        for unit in usable
        if not (unit.text.isupper() and _BODY_WORDS.match(unit.text)) and not _OFFICE.match(unit.text)
    ]
    title = (
        wiki
        or next((u for u in named if u.words >= 4), None)
        or next((u for u in named if u.words >= 2 and u.apart), None)
    )
    if title is None:
        return
    reading.title = reading.title or _bare_title(title.text, reading)
    for unit in usable:
        if unit.start < title.start:
            reading.mark(unit, "header")
        elif unit is not title and unit.words <= 5 and _desk(unit.text, reading):
            reading.mark(unit, "by-line")
        elif unit.words <= _TITLE_WORDS and not re.match(r"[-*•]\s|\d+[.)]\s", unit.text) and body:
            reading.mark(unit, "headline")


def _desk(said: str, reading: _Reading) -> bool:
    """Take "Lena Doe, Brussels" below a title; the only form without "By" that no sub-heading has."""
    match = _DESK.fullmatch(said)
    if match is None or not (proper(match.group("who")) and proper(match.group("place"))) or said.isupper():
        return False
    if not 2 <= len(match.group("who").split()) <= 3 or is_section(match.group("who")):
        return False
    reading.author = reading.author or match.group("who")
    return True


def _bare_title(said: str, reading: _Reading) -> str:
    """The title without wiki marks and without the paper's name that pages append to it."""
    said = said.strip("=# ").strip()
    match = re.fullmatch(r"(.{12,}?)\s+[|–—-]\s+([^|–—]{2,40})", said)
    if match:
        known = listed(match.group(2))
        if known and known.kind != "official body":
            reading.publisher(known.name)
            return match.group(1)
    return said


def _author_below(units: tuple[Unit, ...]) -> str | None:
    """The author that a line after the matter names: "Author: Jane Doe"."""
    for unit in units[-12:]:
        about = re.match(
            r"about the author:?\s+(?P<who>[A-Z]\S+(?:\s[A-Z]\S+){1,3}) (?:is|was|has|works|teaches)\b", unit.text, re.I
        )
        if about:
            return about.group("who")
        match = re.fullmatch(r"(?:author|by|written by)\s*:?\s+(?P<who>.+)", unit.text, re.I)
        if match and unit.words <= 8 and not unit.ended and _person(match.group("who")) and proper(match.group("who")):
            return _without_outlet(match.group("who"))
    return None

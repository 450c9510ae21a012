"""What the lines above a report say of it: title, outlet, author, day, address, dateline.

Each line of the head is taken for one thing only; what is taken becomes furniture of that kind. A name that could
be the publisher's but stands in the matter itself ("Reuters reported") is never read here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from secondsource.collect.boilerplate import kind_of
from secondsource.collect.bylines import (
    ByLine,
    DateLine,
    day_at_foot,
    day_of_speech,
    may_be_people,
    people_of,
    pieces_of,
    read_author_note,
    read_by_line,
    read_date_line,
    read_desk_line,
)
from secondsource.collect.datelines import Dateline, read_dateline
from secondsource.collect.days import read_day
from secondsource.collect.kickers import is_kicker
from secondsource.collect.letterheads import is_letterhead, is_release
from secondsource.collect.lines import is_navigation, is_section
from secondsource.collect.masthead import find_masthead, is_menu_row
from secondsource.collect.names import listed, publisher
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
_BUTTONS = frozenset(
    {"share", "newsletter", "notice", "download", "advertisement", "caption", "comment form", "copyright", "tags"}
)
_SPOKEN = 4  # among so many first lines a transcript says when it was spoken
_AGENCY_COPY = re.compile(
    r"(?:(?:news )?agency|wire|agencies|with agencies|staff and agencies|from (?:the )?(?:news )?agenc(?:y|ies)|"
    r"from wire (?:reports|services)|wire (?:reports?|services?|copy)|agency (?:reports?|copy|material))",
    re.I,
)
_DEKS = 3


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

    def dated(self, line: DateLine) -> None:
        """Take what a date line says; the day of an update stands behind the day of publication."""
        if line.update:
            self.updated = self.updated or line.when
        else:
            self.published = self.published or line.when
        self.author = self.author or line.author
        for name in line.publishers:
            self.publisher(name)

    def written(self, line: ByLine) -> None:
        """Take what a by-line says."""
        self.author = self.author or line.author
        for name in line.publishers:
            self.publisher(name)

    def mark(self, unit: Unit, kind: str) -> None:
        """Note what a line was."""
        self.marks.append(Furniture(unit.start, unit.end, kind))


def read_clues(text: str, units: tuple[Unit, ...]) -> Clues:
    """Give what a text says about itself in the lines before and after its matter."""
    body, dateline = _body(units)
    reading = _Reading()
    head = _below_masthead(units[:body], units[body:], text, reading)
    rest = [unit for unit in head if not _read_line(unit, text, reading)]
    _read_title(rest, units[body : body + 1], reading)
    last = read_tail(units[body:], dateline.who if dateline else None)
    outlet, agency = reading.outlet or last.outlet, reading.agency or last.agency
    if dateline and dateline.who:
        known = listed(dateline.who.split("/")[0])
        if known and known.kind == "agency":
            agency = known.name
        else:
            outlet = outlet or (known.name if known else publisher(dateline.who, sure=True))
    published, basis = _published(reading, dateline, units, units[body:][-6:])
    return Clues(
        title=reading.title,
        outlet=outlet,
        agency=agency,
        author=reading.author or next(filter(None, (read_author_note(unit.text) for unit in units[body:][-12:])), None),
        published=published,
        published_basis=basis,
        url=reading.url,
        dateline=dateline.place if dateline else None,
        furniture=tuple(reading.marks),
    )


def _below_masthead(head: tuple[Unit, ...], body: tuple[Unit, ...], text: str, reading: _Reading) -> tuple[Unit, ...]:
    """Take the publisher's name over the page, unless a field of the head gives it, and give the lines left."""
    fields = (_FIELD.fullmatch(unit.text) for unit in head)
    if any(field and _KEYS.get(field.group("key").lower()) in ("outlet", "url") for field in fields):
        return head
    masthead = find_masthead(head, body, text)
    if masthead is None:
        return head
    reading.publisher(masthead.name)
    for unit in masthead.lines:
        reading.mark(unit, "header")
        dated = read_date_line(unit.text, text)
        if dated:
            reading.dated(dated)
    return tuple(unit for unit in head if unit not in masthead.lines)


def _body(units: tuple[Unit, ...]) -> tuple[int, Dateline | None]:
    """The number of the first unit of the matter, and the dateline that it or a neighbour opens with."""
    first = next((n for n, unit in enumerate(units) if _is_matter(unit)), len(units))
    for number in range(min(first + 4, len(units), _HEAD + 4)):
        dateline = None if read_date_line(units[number].text) else read_dateline(units[number].text)
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
        and not read_date_line(unit.text)
        and not unit.text.startswith(("(Photo", "Photo:"))
    )


def _published(
    reading: _Reading, dateline: Dateline | None, top: tuple[Unit, ...], last: tuple[Unit, ...]
) -> tuple[When | None, str | None]:
    if reading.published:
        return reading.published, "text: header"
    if dateline and dateline.published:
        return dateline.published, "text: dateline"
    spoken = next(filter(None, map(day_of_speech, top[:_SPOKEN])), None)
    if spoken:
        return spoken, "text: title"
    if reading.updated:
        return reading.updated, "text: header (updated)"
    when = next(filter(None, map(day_at_foot, reversed(last))), None)
    return (when, "text: footer") if when else (None, None)


def _read_line(unit: Unit, text: str, reading: _Reading) -> bool:
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
    dated = read_date_line(said, text)
    if dated:
        reading.dated(dated)
        reading.mark(unit, "header")
        return True
    by = read_by_line(said)
    if by:
        reading.written(by)
        reading.mark(unit, "by-line")
        return True
    return _name_line(unit, reading)


def _name_line(unit: Unit, reading: _Reading) -> bool:
    """A line that is only a paper's name, with its section or the date below it, or only a section's."""
    pieces = pieces_of(unit.text.strip("*_ "))
    known = listed(pieces[0]) if pieces else None
    alone = len(pieces) == 1 and unit.words <= 5
    if known and (alone or all(is_section(piece) for piece in pieces[1:])) and known.kind != "official body":
        reading.publisher(known.name)
    elif len(pieces) > 1 and all(map(_goes_with_a_name, pieces[1:])) and _may_publish(pieces[0]):
        reading.publisher(publisher(pieces[0], sure=True))
    elif alone and unit.start == 0 and unit.apart and publisher(unit.text):
        reading.publisher(publisher(unit.text))
    elif is_section(unit.text):
        reading.mark(unit, "section")
        return True
    else:
        return False
    reading.mark(unit, "header")
    return True


def _may_publish(said: str) -> bool:
    return not is_kicker(said) and publisher(said, sure=True) is not None


def _goes_with_a_name(piece: str) -> bool:
    """Whether words stand beside a paper's name: a section, or that the text is an agency's."""
    return is_section(piece) or _AGENCY_COPY.fullmatch(piece.strip()) is not None


def _read_field(key: str, value: str, text: str, reading: _Reading) -> bool:
    """Take "Key: value"; false where the value does not fit its key, as in the title "Source: Iran will ..."."""
    kind = _KEYS.get(key)
    if kind == "title":
        reading.title = reading.title or value
    elif kind == "author":
        if not may_be_people(value):
            return False
        reading.author = reading.author or people_of(value)
    elif kind == "url":
        return _read_address(value, reading)
    elif kind == "outlet":
        name = publisher(pieces_of(value)[0], sure=key != "source")
        if name is None:
            return _read_address(value, reading)
        reading.publisher(name)
        when = read_day(value, style=text)
        if when:
            reading.dated(DateLine(when, update=False))
    else:
        when = read_day(value, style=text)
        if when is None or len(value.split()) > 12:
            return False
        reading.dated(DateLine(when, update=key.startswith(("updated", "last", "modified"))))
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


def _read_title(rest: list[Unit], body: tuple[Unit, ...], reading: _Reading) -> None:
    """Take the first line left that can be a title, and mark it and what stands between it and the matter."""
    wiki = next((unit for unit in rest if re.fullmatch(r"=\s*[^=].*?\s*=", unit.text)), None)
    usable = [unit for unit in rest if unit.words <= _TITLE_WORDS and not unit.text.endswith(".")]
    named = [unit for unit in usable if not (is_letterhead(unit) or is_menu_row(unit))]
    named = [unit for unit in named if not is_release(unit)] or named
    title = (
        wiki
        or next((u for u in named if u.words >= 4), None)
        or next((u for u in named if u.words >= 2 and u.apart), None)
    )
    if title is None:
        return
    reading.title = reading.title or _bare_title(title.text, reading)
    deks = 0
    for unit in usable:
        desk = read_desk_line(unit.text) if unit is not title and unit.words <= 5 else None
        if unit.start < title.start:
            reading.mark(unit, "header")
        elif desk:
            reading.written(desk)
            reading.mark(unit, "by-line")
        elif body and deks <= _DEKS and not re.match(r"[-*•]\s|\d+[.)]\s", unit.text):
            reading.mark(unit, "headline")
            deks += 1


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

"""By-lines ("By Jane Doe, Reuters") and date lines ("The Post | 3 May 2024 | By Jane Doe"), and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass

from secondsource.collect.days import find_days
from secondsource.collect.lines import is_section
from secondsource.collect.names import is_described, listed, proper, publisher
from secondsource.collect.units import Unit
from secondsource.model import When

_LONGEST = 240
_BY = re.compile(
    r"(?:by|(?:authored|written|reported|story|analysis|opinion|researched|compiled|edited|translated|text|words|"
    r"(?:fact[- ])?checked|reviewed) by)[:\s]\s*(?P<who>\S.*)",
    re.I,
)
_FROM = re.compile(r"from\s+(?P<who>.+?)\s+in\s+(?P<place>.+)", re.I)
_POSTED = re.compile(
    r"(?:posted|published|written|submitted) by\s+(?P<who>\S+(?:\s\S+){0,3}?)(?:\s+(?:on|at|in)\s.*|\s*[|•·].*)?", re.I
)
_DESK = re.compile(r"(?P<who>[^,]+),\s*(?P<place>[^,]+)")
_ABOUT = re.compile(
    r"about the author:?\s+(?P<who>[A-Z]\S+(?:\s[A-Z]\S+){1,3}) (?:is|was|has|works|teaches|writes)\b", re.I
)
_BELOW = re.compile(r"(?:author|by|written by)\s*:?\s+(?P<who>.+)", re.I)
_STAFF = re.compile(
    r"(?:our|staff|an?|the|web|news|special)\b.*\b(?:correspondents?|reporters?|staff|writers?|desk|editors?)\b.*", re.I
)
_NOT_A_PERSON = re.compile(
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|\d)",
    re.I,
)
# "CNN Editor-at-large", "BBC diplomatic correspondent", "Guardian staff"
_ROLE = re.compile(
    r"\s(?:(?:chief|senior|diplomatic|political|defen[cs]e|security|foreign|world|special|staff|white house|national|"
    r"africa|asia|europe|middle east|managing|contributing)\s)*(?:editor(?:-at-large)?|correspondent|reporter|staff|"
    r"writer|analyst|bureau(?: chief)?|newsdesk|desk|contributor)\b.*",
    re.I,
)
_SMALL = frozenset(
    [
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
    ]
)
_SPLIT = re.compile(r"\s*[|•·»/]\s+|\s+[|•·»/]\s*|\s+[–—-]\s+|•|;\s")
_TIME = re.compile(
    r"\b[\d,.]+k?\s+(?:views?|reads?|shares?|comments?|hits)\b|\bpage\s+\w?\d+\b|"
    r"\b\d+\s+(?:min(?:ute)?s?\s+read|(?:minutes?|hours?|days?)\s+ago)\b|"
    r"\b(?:\d{1,2}[:.h]\d{2}(?::\d{2})?|\d{1,2})\s*(?:[ap]\.?m\.?)?\s*\(?(?:GMT|UTC|EDT|EST|ET|CET|CEST|BST|PDT|PST|"
    r"CT|PT|IST|JST|HKT|SGT|MSK|AEST|local time)?(?:[+-]\d{1,2}(?::?\d{2})?)?\)?|[@]",
    re.I,
)
_LABEL = re.compile(
    r"\b(?:press|media|news|official)\s+(?:release|statement|note|advisory|communiqu[eé])(?:\s+(?:no\.?|№|#)?\s*[\d/-]+)?"
    r"(?:\s+issue)?(?=\s*(?:date|[|•·:,–—-]))|"
    r"(?:\b|(?<=GMT)|(?<=UTC))(?:first\s+)?(?:published|posted|updated?|last\s+(?:updated|modified)|date|modified|created|issued|on|at)\b\s*:?",
    re.I,
)
_UPDATE = re.compile(r"\b(?:updated?|modified)\b", re.I)
_PUBLISH = re.compile(r"\b(?:publish|post|issue)", re.I)
_DATED = re.compile(r"\b(?:published|posted|updated|issued|date|juche\s?\d+)\b", re.I)
# Statements and what was said to the press carry their day in the heading, behind a comma, a dash or "on".
_SPOKEN = re.compile(
    r"(?:\S+\s){0,8}?(?:(?:press|media|news|noon|daily)\s)?(?:briefing|conference|doorstep|stakeout|availability|remarks|"
    r"statement|transcript|readout|interview|speech|address)\b",
    re.I,
)
_SET_APART = re.compile(r"(?:[,–—|:(-]|\bon|day,?)\s*(?:\w+day,?\s*)?$", re.I)
_FOOT = re.compile(
    r"(?:(?:this\s+)?(?:page|article|entry|document|report|text|story)\s+)?(?:was\s+|has been\s+)?(?:last|first)\s+"
    r"(?:edited|modified|updated|changed|revised|reviewed|published)\s*(?:on|at|:)?\s+(?P<day>.{6,40}?)\.?|"
    r"(?:done|given|signed|issued|adopted)\s+(?:at|in)\s+(?P<place>[A-ZÀ-Þ][^.\d]{2,40}),?\s+(?:on\s+)?(?:this\s+|the\s+)?"
    r"(?P<when>\d.{6,30}?|[A-Z][a-z]+ \d{1,2},? \d{4})\.?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class ByLine:
    """Who wrote a report and, where the line says so, for whom."""

    author: str | None = None
    publishers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateLine:
    """The day a line gives, None for one that no calendar has, whether it is the update's, and what else it names."""

    when: When | None
    update: bool
    author: str | None = None
    publishers: tuple[str, ...] = ()


def pieces_of(said: str) -> list[str]:
    """The parts of a line that bars, dots, slashes and dashes set apart."""
    return [piece for piece in _SPLIT.split(said) if piece]


def read_by_line(said: str) -> ByLine | None:
    """Give what a by-line says, None for any other line, titles such as "By Friday, a Deal" among them."""
    match = None if len(said) > _LONGEST else _BY.fullmatch(said) or _FROM.fullmatch(said) or _POSTED.fullmatch(said)
    if match is None or (said.endswith((".", "!", "?")) and not re.search(r"\b[A-Z]\.$", said)):
        return None
    who = match.group("who").strip(" ,|•")
    if _STAFF.fullmatch(who):
        return ByLine()
    if not may_be_people(who):
        return ByLine() if match.re is _POSTED else None
    if match.re is _FROM and not proper(match.group("place").replace(",", "")):
        return None
    pieces = [piece.strip() for piece in re.split(r",|\s+[|•–—-]\s+|\s+(?:for|at|of|in)\s+", who) if piece.strip()]
    names = [piece for piece in pieces if not listed(piece)]
    publishers = tuple(name for name in map(_paper, pieces) if name)
    author = names[0] if names and proper(names[0]) and names[0].lower() != "admin" else None
    return ByLine(people_of(author) if author else None, publishers)


def read_desk_line(said: str) -> ByLine | None:
    """Give what "Lena Doe, Brussels" or "BBC News, Kyiv" says, the only forms without "By" that no sub-heading has."""
    match = _DESK.fullmatch(said)
    if match is None or not (proper(match.group("who")) and proper(match.group("place"))):
        return None
    if _NOT_A_PERSON.match(match.group("place")):  # "Oslo, Wednesday"
        return None
    who = match.group("who")
    outlet = listed(who)
    if outlet and outlet.kind in ("outlet", "agency"):
        return ByLine(None, (outlet.name,))
    person = 2 <= len(who.split()) <= 3 and not is_section(who) and not said.isupper()
    return ByLine(who) if person else None


def read_author_note(said: str) -> str | None:
    """Give the author that a line below the matter names: "Author: Jane Doe", "About the author: Jane Doe is ..."."""
    about = _ABOUT.match(said)
    if about:
        return about.group("who")
    match = _BELOW.fullmatch(said) if len(said) <= 80 and not said.endswith((".", "!", "?")) else None
    if match and may_be_people(match.group("who")) and proper(match.group("who")):
        return people_of(match.group("who"))
    return None


def read_date_line(said: str, text: str = "") -> DateLine | None:
    """Give what a line says that holds a full date and beside it only names, times and labels, else None.

    `text` is the whole report, asked how it writes dates where 12/10/2024 could be either day.
    """
    days = find_days(said, style=text) if len(said) <= _LONGEST else []
    if not days or len(said.split()) > 24:
        return None
    bare = said
    for printed in reversed(days):
        bare = bare[: printed.start] + " | " + bare[printed.end :]
    bare = _LABEL.sub(" ", _TIME.sub(" | ", bare))
    pieces = [piece for part in pieces_of(bare) for piece in ([part] if is_described(part) else part.split(","))]
    pieces = [piece.strip(" ,.:;()[]-–—|") for piece in pieces]
    pieces = [piece for piece in pieces if any(map(str.isalnum, piece))]
    if not all(_fits(piece) for piece in pieces):
        return None
    by = [(read_by_line(piece), piece) for piece in pieces]
    author = next((line.author for line, _ in by if line and line.author), None)
    named = [name for line, piece in by for name in (line.publishers if line else (publisher(piece),)) if name]
    before = said[: days[0].start]
    update = _UPDATE.search(before) is not None and _PUBLISH.search(before) is None
    return DateLine(days[0].when, update, author, tuple(named))


def day_of_speech(unit: Unit) -> When | None:
    """The day that ends the heading of a statement or transcript: "Remarks by the Minister, Oslo, 3 May 2024"."""
    match = _SPOKEN.match(unit.text) if unit.words <= 40 and not unit.text.endswith((".", "?", "!")) else None
    days = find_days(unit.text) if match else []
    if not days or days[-1].when is None:
        return None
    rest, before = unit.text[days[-1].end :], unit.text[: days[-1].start]
    ends = not re.search(r"[^\W\d]", _TIME.sub("", rest))
    return days[-1].when if ends and _SET_APART.search(before) else None


def day_at_foot(unit: Unit) -> When | None:
    """The day by which a line below the matter dates it: "Published: ...", "Done at Rabat, 3 May 2024"."""
    if unit.words > 14:
        return None
    line = read_date_line(unit.text) if _DATED.search(unit.text) else None
    if line and line.when:
        return line.when
    match = _FOOT.fullmatch(unit.text)
    days = find_days(match.group("day") or match.group("when")) if match else []
    return days[0].when if len(days) == 1 else None


def may_be_people(said: str) -> bool:
    """Whether words may be people's names, desks and their papers: capitalised, no sentence, no weekday first."""
    if ":" in said or len(said.split()) > 16 or _NOT_A_PERSON.match(said):
        return False
    words = re.findall(r"[^\s,&|•–—-]+", said)
    return bool(words) and all(word[0].isupper() or word in _SMALL or not word[0].isalpha() for word in words)


def people_of(said: str) -> str:
    """The names of a by-line without the paper behind them, in small letters where they stood in capitals."""
    bare = ", ".join(piece for piece in said.split(", ") if not listed(piece)) or said
    words = bare.split()
    for count in (4, 3, 2):
        if count < len(words) and listed(" ".join(words[-count:])):
            words = words[:-count]
            break
    name = " ".join(words)
    return name.title().replace(" And ", " and ") if name.isupper() else name


def _paper(piece: str) -> str | None:
    """The outlet that a piece of a by-line is, or that ends it without a comma: "JILL DOE Associated Press"."""
    whole = listed(piece)
    if whole:
        return whole.name
    bare = _ROLE.sub("", piece).strip()
    outlet = listed(bare) if bare != piece and bare else None
    if outlet and outlet.kind in ("outlet", "agency"):
        return outlet.name
    words = piece.split()
    for count in range(min(4, len(words) - 1), 0, -1):
        known = listed(" ".join(words[-count:]))
        if known and (count > 1 or words[-1].isupper()) and known.kind in ("agency", "outlet"):
            return known.name
    return None


def _fits(piece: str) -> bool:
    """Whether a piece of a date line is a name, a label or a by-line, and no part of a sentence."""
    whole = proper(piece) or is_described(piece) or is_section(piece)
    return whole or _BY.fullmatch(piece) is not None or len(piece.split()) == 1

"""Which stretches of a text are not the report: marked with their kind, never taken away.

First every line by itself (`boilerplate`), then what only its neighbours show: lists under "Related stories", tables
of prices, rows of menu entries, readers' comments, an author's note at the end. In doubt a line is the report's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from secondsource.collect.boilerplate import heads_comments, heads_links, heads_prices, kind_of
from secondsource.collect.bylines import read_by_line, read_date_line
from secondsource.collect.lines import is_navigation, is_section
from secondsource.collect.names import listed, publisher
from secondsource.collect.units import Unit
from secondsource.model import Furniture

_PRICE = re.compile(
    r"(?:[$€£¥₹]\s?\d[\d,.]*|[A-Z]{2,6}\s+[+-−]?\d+(?:\.\d+)?\s?%|[+-−]?\d+(?:\.\d+)?\s?%|.{0,40}\s[$€£¥₹]\d[\d,.]*)"
)
_WIKI_HEADING = re.compile(r"(={1,6})\s*(?P<name>[^=].*?)\s*\1")
_APPENDIX = re.compile(
    r"(?:see also|references|external links|further reading|notes(?: and references)?|bibliography|sources|citations)",
    re.I,
)
_MARKERS = re.compile(
    r"(?<=[.!?,;:”\"’)])(?:\[\s?(?:\d{1,3}|[a-z]|note \d+|citation needed|edit)\s?\])+(?=\s|$)|\[\s?edit\s?\]"
)
_TELEPHONE = re.compile(r"\b(?:tel|telephone|phone)\b.{0,10}[+\d]", re.I)
_TAGS = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>")
_BIO = re.compile(
    r"(?:is|are|was|teaches|writes|works|covers|serves|reports)\b.*\b(?:editor|correspondent|reporter|columnist|"
    r"writer|journalist|bureau "
    r"chief|fellow|professor|lecturer|analyst|researcher|author|director|scholar|host|teaches|covers|science|"
    r"university|institute|"
    r"ambassador|minister|officer|producer|contributor|freelance\w*|follow (?:him|her|them))\b",
    re.I,
)
_BIO_ROLE = re.compile(
    r"[A-ZÀ-Þ][\w.’'-]+(?:\s[A-ZÀ-Þ][\w.’'-]+){1,3} is (?:an?|the|our) (?:[\w’'-]+ ){0,4}(?:editor|correspondent|"
    r"reporter|columnist|"
    r"staff writer|journalist|bureau chief|fellow|professor|contributor)s? (?:of|at|for|with|in|and|based)\b.*"
)
_LINK_WORDS, _MENU_WORDS, _MENU_RUN, _PRICE_SPAN = 24, 4, 5, 4
_COMMENT_SHARE = 0.35


def mark(
    text: str, units: tuple[Unit, ...], known: tuple[Furniture, ...], author: str | None = None
) -> tuple[Furniture, ...]:
    """Give all furniture of a text in order and without overlap; `known` was found before and keeps its kind."""
    known = _apart(known)
    starts = [piece.start for piece in known]
    kinds: list[str | None] = [_taken(unit, known, starts) or _line_kind(unit) for unit in units]
    _prices(units, kinds)
    _links(units, kinds)
    _appendices(units, kinds)
    _menus(units, kinds)
    _comments(units, kinds)
    _bio(units, kinds, author)
    _headings(units, kinds)
    _signature(units, kinds)
    found = [Furniture(unit.start, unit.end, kind) for unit, kind in zip(units, kinds, strict=True) if kind]
    found += [Furniture(match.start(), match.end(), "citation") for match in _MARKERS.finditer(text)]
    if text.count("</") > 2:
        found += [Furniture(match.start(), match.end(), "markup") for match in _TAGS.finditer(text)]
    return _apart([*found, *known])


def _taken(unit: Unit, known: tuple[Furniture, ...], starts: list[int]) -> str | None:
    """The kind of known furniture that covers a unit; what only a layout's rules suggested gives way to a plain "
    "sign."""
    number = bisect_right(starts, unit.start) - 1
    if number < 0 or known[number].end < unit.end:
        return None
    kind = known[number].kind
    return kind if kind != "headline" else kind_of(unit.text) or "headline"


def _line_kind(unit: Unit) -> str | None:
    said = unit.text
    kind = kind_of(said)
    if kind:
        return kind
    if set(said) <= set("=-~_*#·•—–|.,: "):
        return "markup"
    if is_navigation(unit) or (unit.words == 1 and said.islower() and said.isalpha()):
        return "navigation"
    outlet = listed(said) if unit.words <= 4 and not unit.ended else None
    if outlet and said == outlet.name and (unit.words > 1 or outlet.kind == "agency"):
        return "credit"
    if is_section(said):
        return "section"
    if _WIKI_HEADING.fullmatch(said):
        return "heading"
    if unit.words <= 16 and read_by_line(said):
        return "by-line"
    return "header" if unit.words <= 16 and read_date_line(said) else None


def _prices(units: tuple[Unit, ...], kinds: list[str | None]) -> None:
    """Tables of prices: where three short lines that are prices stand close together, the run that they are in."""
    short = [(unit.words <= 6 and not unit.ended) or heads_prices(unit.text) for unit in units]
    priced = [short[n] and _PRICE.fullmatch(unit.text) is not None for n, unit in enumerate(units)]
    start = 0
    while start < len(units):
        if not short[start]:
            start += 1
            continue
        end = start
        while end < len(units) and short[end]:
            end += 1
        hits = [n for n in range(start, end) if priced[n]]
        if len(hits) >= 3 and len(hits) * _PRICE_SPAN >= hits[-1] - hits[0] + 1:
            first = max(start, hits[0] - _PRICE_SPAN)
            for n in range(first, end if end - hits[-1] <= _PRICE_SPAN else hits[-1] + 1):
                kinds[n] = kinds[n] or "ticker"
        start = end


def _links(units: tuple[Unit, ...], kinds: list[str | None]) -> None:
    """The lines under "Related stories:" and their like, up to the next paragraph."""
    for number, unit in enumerate(units):
        if not heads_links(unit.text) or (unit.ended and not unit.text.endswith(("…", "..."))):
            continue
        kinds[number] = "related"
        for below in range(number + 1, len(units)):
            line = units[below]
            if (
                heads_links(line.text)
                or line.prose
                or line.words > _LINK_WORDS
                or _WIKI_HEADING.fullmatch(line.text)
                or kinds[below] in ("headline",)
            ):
                break
            kinds[below] = kinds[below] or "related"


def _appendices(units: tuple[Unit, ...], kinds: list[str | None]) -> None:
    """The lists under "See also", "References" and "External links" of an encyclopedia page."""
    inside = False
    for number, unit in enumerate(units):
        heading = _WIKI_HEADING.fullmatch(unit.text)
        bare = heading.group("name") if heading else unit.text.strip("#: ")
        if heading or (unit.words <= 3 and unit.apart):
            inside = _APPENDIX.fullmatch(bare) is not None or (inside and not heading)
            if inside and kinds[number] is None and _APPENDIX.fullmatch(bare):
                kinds[number] = "heading"
                continue
        if inside and heading is None:
            if unit.prose and not re.match(r"[-*•^\[\"“]|\d+[.)]", unit.text):
                inside = False
            else:
                kinds[number] = kinds[number] or "list"


def _menus(units: tuple[Unit, ...], kinds: list[str | None]) -> None:
    """Rows of menu entries: five short lines and more, most of them sections, buttons or other furniture."""
    start = 0
    while start < len(units):
        end = start
        while end < len(units) and _short(units[end]) and kinds[end] != "headline":
            end += 1
        known = sum(kinds[n] is not None for n in range(start, end))
        if end - start >= _MENU_RUN and 2 * known >= end - start:
            for n in range(start, end):
                kinds[n] = kinds[n] or "navigation"
        start = max(end, start + 1)


def _short(unit: Unit) -> bool:
    """Whether a line is as short as a menu entry, and no item of a list."""
    return unit.words <= _MENU_WORDS and not unit.ended and not re.match(r"[-*•–]\s|\d+[.)]", unit.text)


def _comments(units: tuple[Unit, ...], kinds: list[str | None]) -> None:
    """Everything below the head of the readers' comments, where the bulk of the text stands above it."""
    total = sum(unit.words for unit in units)
    above = 0
    for number, unit in enumerate(units):
        if heads_comments(unit.text) and above >= (1 - _COMMENT_SHARE) * total:
            for below in range(number, len(units)):
                kinds[below] = kinds[below] or "comments"
            _signed(units, kinds, number)
            return
        above += unit.words


def _signed(units: tuple[Unit, ...], kinds: list[str | None], end: int) -> None:
    """Comments that stand above their form: lines "somebody says: ..." up to the last paragraph."""
    for number in range(end - 1, -1, -1):
        if not re.match(r"[-*•]?\s*\S+(?:\s\S+){0,3} says:", units[number].text):
            return
        kinds[number] = kinds[number] or "comments"


def _bio(units: tuple[Unit, ...], kinds: list[str | None], author: str | None) -> None:
    """The note on the author that ends a report: among the last three paragraphs, about the author or a journalist."""
    left = [number for number, kind in enumerate(kinds) if kind is None]
    for number in left[-3:]:
        said = units[number].text
        named = author is not None and said.casefold().startswith(author.casefold())
        if (named and _BIO.search(said[len(author or "") : 240])) or (
            units[number].words <= 60 and _BIO_ROLE.fullmatch(said)
        ):
            kinds[number] = "by-line"


def _signature(units: tuple[Unit, ...], kinds: list[str | None]) -> None:
    """A last line that is nothing but the paper's name, or a telephone number."""
    last = next((number for number in range(len(units) - 1, 0, -1) if kinds[number] is None), 0)
    unit = units[last] if last else None
    if (
        unit
        and not unit.ended
        and ((unit.words <= 4 and publisher(unit.text, sure=unit.text.isupper())) or _TELEPHONE.search(unit.text))
    ):
        kinds[last] = "credit"


def _headings(units: tuple[Unit, ...], kinds: list[str | None]) -> None:
    """Headings between paragraphs: apart, short, in capitals or in title case, and no sentence."""
    for number in range(1, len(units) - 1):
        unit = units[number]
        if kinds[number] or not unit.apart or unit.words > 10 or re.search(r"[.!?,:;\"”\d]$|^[-*•“\"]", unit.text):
            continue
        if not units[number + 1].prose and not units[number - 1].prose:
            continue
        words = re.findall(r"[^\W\d_][\w’'-]*", unit.text)
        large = sum(word[0].isupper() or len(word) <= 3 for word in words)
        if words and (unit.text.isupper() or unit.words <= 2 or large == len(words)) and words[0][0].isupper():
            kinds[number] = "heading"


def _apart(found: Iterable[Furniture]) -> tuple[Furniture, ...]:
    """The pieces in order, each cut where an earlier one still runs; equal stretches once."""
    out: list[Furniture] = []
    for piece in sorted(found, key=lambda piece: (piece.start, -piece.end)):
        start = max(piece.start, out[-1].end) if out else piece.start
        if start < piece.end:
            out.append(Furniture(start, piece.end, piece.kind))
    return tuple(out)

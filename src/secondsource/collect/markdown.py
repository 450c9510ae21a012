"""Markdown: the text stays as it is written; front matter, code and heading marks are furniture by line."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt

from secondsource.collect import plain
from secondsource.collect.days import read_day
from secondsource.collect.page import Page, one_line
from secondsource.model import Furniture

_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(\w+)[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE)
_FIELDS = {
    "title": "title", "headline": "title",
    "author": "author", "authors": "author", "byline": "author",
    "outlet": "outlet", "publisher": "outlet", "publication": "outlet", "source": "outlet", "site": "outlet",
    "date": "published", "published": "published", "pubdate": "published",
    "url": "url", "link": "url", "canonical": "url",
}  # fmt: skip
_KINDS = {"fence": "code", "code_block": "code", "html_block": "markup", "hr": "markup", "heading_open": "heading"}


def read(data: bytes) -> Page:
    """Give the page of a Markdown file. Raises `Unreadable` for bytes that are no text."""
    page = plain.read(data)
    front = _FRONT.match(page.text)
    fields = _front_matter(front.group(1) or "") if front else {}
    begin = front.end() if front else 0
    found = [Furniture(0, begin, "front matter")] if begin else []
    found += _blocks(page.text, begin)
    day = read_day(fields.get("published", ""))
    return Page(
        page.text,
        title=fields.get("title") or _first_heading(page.text, found),
        outlet=fields.get("outlet"),
        author=fields.get("author"),
        published=day,
        url=fields.get("url"),
        basis="metadata: front matter",
        furniture=tuple(found),
        notices=page.notices,
    )


def _front_matter(block: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    for key, value in _FIELD.findall(block):
        name, plain_value = _FIELDS.get(key.lower()), one_line(value.strip("\"'"))
        if name and plain_value:
            fields.setdefault(name, plain_value)
    return fields


def _blocks(text: str, begin: int) -> list[Furniture]:
    """The block-level marks from `begin` on, in order."""
    starts = [begin]
    for position, character in enumerate(text[begin:], begin):
        if character == "\n":
            starts.append(position + 1)
    starts.append(len(text) + 1)
    found = []
    for token in _parser().parse(text[begin:]):
        kind = _KINDS.get(token.type)
        if kind and token.map and token.level == 0:
            start, end = starts[token.map[0]], starts[min(token.map[1], len(starts) - 1)] - 1
            if start < end:
                found.append(Furniture(start, min(end, len(text)), kind))
    return found


def _first_heading(text: str, found: list[Furniture]) -> str | None:
    first = next((piece for piece in found if piece.kind == "heading"), None)
    if first is None or (text[: first.start].strip() and not any(piece.kind == "front matter" for piece in found)):
        return None
    return one_line(text[first.start : first.end].splitlines()[0].strip("# \t"))


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark")

"""A text and what is known of it become a Document: given metadata win over the page's, the page's over the text's."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from typing import TypedDict, Unpack

from secondsource.collect.days import possible, read_day, unreal_day
from secondsource.collect.furniture import mark
from secondsource.collect.head import read_clues
from secondsource.collect.letterheads import official_body
from secondsource.collect.nature import is_official, is_reference
from secondsource.collect.page import Page
from secondsource.collect.units import split
from secondsource.model import Document, When
from secondsource.words.outlets import at_address

Notice = tuple[str, str]


class Metadata(TypedDict, total=False):
    """What somebody knows about a text beside it; None or absent is unknown."""

    title: str | None
    outlet: str | None
    author: str | None
    published: When | date | str | None
    published_basis: str
    url: str | None


def document_from_text(text: str, *, file: str = "(text)", **metadata: Unpack[Metadata]) -> Document:
    """Give the document of an English text; what `metadata` leaves open is read from the text itself.

    CRLF becomes LF, nothing else changes. An impossible publication date is left out.
    """
    page = Page(text.replace("\r\n", "\n"))
    return build(page, file, metadata)[0]


def build(page: Page, file: str, given: Metadata) -> tuple[Document, tuple[Notice, ...]]:
    """Give the document of a page and the notices (reason, remedy) about metadata that could not be used."""
    units = split(page.text)
    clues = read_clues(page.text, units)
    url = given.get("url") or page.url or clues.url
    outlet = given.get("outlet") or page.outlet or clues.outlet
    if outlet is None and url:
        known = at_address(url)
        outlet = known.name if known else None
    published, basis, notices = _published(page, given, (clues.published, clues.published_basis))
    unreal = unreal_day(page.text) if published is None else None
    if unreal:
        reason = f"an impossible publication date, {unreal} (text: header); the document was read without it"
        notices = (*notices, (reason, "give the date in documents.csv beside the file"))
    clues = replace(clues, title=page.title or clues.title)
    official = is_official(units, clues, outlet, url)
    if official and outlet is None and clues.agency is None:
        outlet = official_body(units)
    document = Document(
        id=content_id(page.text, outlet, url),
        file=file,
        text=page.text,
        title=given.get("title") or clues.title,
        outlet=outlet or clues.agency,
        author=given.get("author") or page.author or clues.author,
        published=published,
        published_basis=basis,
        url=url,
        dateline=clues.dateline,
        official=official,
        reference=is_reference(page.text, units, clues, url),
        furniture=mark(page.text, units, clues.furniture + page.furniture, clues.author),
    )
    return document, notices


def content_id(text: str, outlet: str | None, url: str | None) -> str:
    """Give the id of a document: 16 hexadecimal digits of SHA-256 over its text, outlet and address."""
    content = "\x00".join((text, outlet or "", url or ""))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _published(
    page: Page, given: Metadata, text: tuple[When | None, str | None]
) -> tuple[When | None, str | None, tuple[Notice, ...]]:
    """The first possible date, best witness first, and a notice for every impossible one before it."""
    witnesses = (
        (_as_when(given.get("published")), given.get("published_basis", "metadata: given")),
        (page.published, page.basis),
        text,
    )
    notices: list[Notice] = []
    for when, basis in witnesses:
        if when is None:
            continue
        if possible(when):
            return when, basis, tuple(notices)
        reason = f"an impossible publication date, {when.said} ({basis}); the document was read without it"
        notices.append((reason, "give the date in documents.csv beside the file"))
    return None, None, tuple(notices)


def _as_when(value: When | date | str | None) -> When | None:
    if value is None or isinstance(value, When):
        return value
    if isinstance(value, date):
        return When(value, value, value.isoformat())
    return read_day(value)

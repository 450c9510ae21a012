"""Web pages: trafilatura finds the article, htmldate its day; both take a second to import, so this module is lazy.

Only `formats.reader` and `mail` import it; nobody else should.
"""

from __future__ import annotations

import logging
from datetime import date
from typing import Any

import lxml.etree  # type: ignore[import-untyped]  # its stubs are no part of our lock files
import trafilatura

from secondsource.collect.page import Page, Unreadable, one_line
from secondsource.model import When
from secondsource.words.outlets import at_address, named

# htmldate's extensive search takes any date on the page, the copyright year included; only what is marked counts.
_DATES = {"extensive_search": False, "original_date": True}


def read(data: bytes) -> Page:
    """Give the article of a web page. Raises `Unreadable` where trafilatura finds none."""
    nothing = Unreadable("no article in this web page", "copy the article's text into a .txt file")
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it could not read is our refusal
    try:
        tree = trafilatura.load_html(data)
        found: Any = tree is not None and trafilatura.bare_extraction(
            tree, include_comments=False, with_metadata=True, date_extraction_params=_DATES, favor_recall=True
        )
    except (ValueError, TypeError, AttributeError, RecursionError, lxml.etree.LxmlError) as error:
        raise nothing from error
    text = (found.text or "") if found else ""
    if not text.strip():
        raise nothing
    url = one_line(found.url)
    return Page(
        text.replace("\r\n", "\n"),
        title=one_line(found.title),
        outlet=_publisher(url, one_line(found.sitename)),
        author=one_line(found.author),
        published=_day(found.date),
        url=url,
        basis="metadata: html",
    )


def _publisher(url: str | None, site: str | None) -> str | None:
    """The outlet of the page's own address, else the site name it gives, in the list's form where it is known."""
    known = at_address(url) if url else None
    if known:
        return known.name
    those = named(site) if site else ()
    return those[0].name if len(those) == 1 else site


def _day(said: object) -> When | None:
    try:
        day = date.fromisoformat(str(said))
    except ValueError:
        return None
    return When(day, day, str(said))

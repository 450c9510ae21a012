"""Charts as SVG that stands in the page: made by Vega-Altair and vl-convert, in the page's own colours, links inside.

The page's colours follow the reader's system, which a picture cannot know: each is drawn in a colour that nothing else
has, and then named. vl-convert makes "#claim-2" an absolute address; that base is taken off again, and a link that
leads anywhere else is taken out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import altair
from lxml import etree  # type: ignore[import-untyped]  # no stubs in our lock files
from markupsafe import Markup
from vl_convert import vegalite_to_svg

from secondsource.show.plain import bounded

# Stand-ins for the page's colours, by the name that page.css gives each.
INK, DIM, RULE, PAPER, PANEL = "#010101", "#020202", "#030303", "#040404", "#050505"
STANDS, THIN, CONTESTED, LINK = "#060606", "#070707", "#080808", "#090909"
_NAMES = {
    INK: "ink", DIM: "dim", RULE: "rule", PAPER: "paper", PANEL: "panel", STANDS: "stands", THIN: "thin",
    CONTESTED: "contested", LINK: "link",
}  # fmt: skip
_FONT = "system-ui, sans-serif"
_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}"
WIDTH = 900  # pixels; the page scales it down


# What Vega says of each group of marks is noise to a reader of the page; its classes and ids could meet the page's own.
_NOISE = ("aria-", "role", "class", "clip-path")
# Tenths of a pixel are enough, and three decimals a quarter of a map's size.
_DECIMALS = re.compile(r"(\.\d)\d+")


def draw(chart: altair.TopLevelMixin, title: str, about: str, data: Mapping[str, Any] | None = None) -> Markup:
    """Give a chart as an SVG element with a title and a description for those who cannot see it.

    `data` are sets that the chart names, too large for Altair to look through (the world's shapes took it a second).

    A mark's `description` becomes its title, which browsers show on hover; its `href` must begin with "#". The keyboard
    stops at the first of the marks that lead to one place.
    """
    root = etree.fromstring(vegalite_to_svg(_styled(chart, data or {})).encode(), _parser())
    described = {link: _first_label(link) for link in root.iter(f"{_SVG}a")}
    for element in list(root.iter(etree.Element)):
        for name, value in list(element.attrib.items()):
            if name.startswith(_NOISE):
                del element.attrib[name]
            elif value.lower() in _NAMES:
                element.set(name, f"var(--{_NAMES[value.lower()]})")
            elif name == "d":
                element.set(name, _DECIMALS.sub(r"\1", value))
        if element.tag == f"{_SVG}defs":
            element.getparent().remove(element)
    led_to: set[str] = set()
    for link, words in described.items():
        _stay_in_page(link, words, led_to)
    for name in ("width", "height", "version"):
        root.attrib.pop(name, None)
    root.set("role", "group")
    root.set("aria-label", bounded(title))
    root.insert(0, _told("desc", about))
    root.insert(0, _told("title", title))
    return Markup(etree.tostring(root, encoding="unicode"))


def in_pixels(x: str, y: str) -> dict[str, Any]:
    """Give the place of a mark by two fields that hold pixels from the left and from the top."""
    return {"x": altair.X(f"{x}:Q", scale=None, axis=None), "y": altair.Y(f"{y}:Q", scale=None, axis=None)}


def _styled(chart: altair.TopLevelMixin, data: Mapping[str, Any]) -> dict[str, Any]:
    """The chart's specification in the page's colours and letters, with the data that it names.

    Its words are cleaned here too: a text with a control character does not raise in vl-convert but ends the process.
    """
    specification: dict[str, Any] = chart.to_dict()
    own = {
        name: [{key: bounded(value) if isinstance(value, str) else value for key, value in row.items()} for row in rows]
        for name, rows in specification.get("datasets", {}).items()
    }
    specification["datasets"] = {**own, **data}
    text = {"labelColor": INK, "titleColor": DIM, "labelFont": _FONT, "titleFont": _FONT, "labelFontSize": 13}
    specification["config"] = {
        "background": None,
        "view": {"stroke": None},
        "axis": {**text, "gridColor": RULE, "domainColor": RULE, "tickColor": RULE, "titleFontWeight": "normal"},
        "legend": {**text, "titleFontWeight": "normal"},
        "header": {**text},
        "text": {"font": _FONT, "color": INK},
    }
    return specification


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def _first_label(link: etree._Element) -> str:
    return next((label for each in link.iter(etree.Element) if (label := each.get("aria-label"))), "")


def _stay_in_page(link: etree._Element, words: str, led_to: set[str]) -> None:
    """Make a link lead to the page's own part, or nowhere, with what it describes for its name and for hover."""
    address = link.get("href") or link.get(f"{_XLINK}href") or ""
    link.attrib.clear()
    part = address.partition("#")[2]
    if part:
        link.set("href", f"#{part}")
        if part in led_to:
            link.set("tabindex", "-1")
        led_to.add(part)
    if words:
        link.insert(0, _told("title", words))


def _told(tag: str, words: str) -> etree._Element:
    element = etree.Element(f"{_SVG}{tag}")
    element.text = bounded(words)
    return element

"""Charts as SVG that stands in the page: made by Vega-Altair and vl-convert, in the page's own colours, links inside.

The page's colours follow the reader's system, which a picture cannot know: each is drawn in a colour that nothing else
has, and then named. vl-convert makes "#claim-2" an absolute address; that base is taken off again, and a link that
leads anywhere else is taken out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree  # type: ignore[import-untyped]  # no stubs in our lock files
from markupsafe import Markup
from vl_convert import vegalite_to_svg

from secondsource.show.plain import clean

if TYPE_CHECKING:
    import altair

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


def draw(chart: altair.TopLevelMixin, title: str, about: str) -> Markup:
    """Give a chart as an SVG element with a title and a description for those who cannot see it.

    A mark's `description` becomes its title, which browsers show on hover; its `href` must begin with "#".
    """
    root = etree.fromstring(vegalite_to_svg(_styled(chart)).encode(), _parser())
    for element in list(root.iter(etree.Element)):
        for name, value in element.attrib.items():
            if value.lower() in _NAMES:
                element.set(name, f"var(--{_NAMES[value.lower()]})")
        if element.tag == f"{_SVG}a":
            _stay_in_page(element)
    for name in ("width", "height", "version", "class"):
        root.attrib.pop(name, None)
    root.set("role", "group")
    root.set("aria-label", clean(title))
    root.insert(0, _told("desc", about))
    root.insert(0, _told("title", title))
    return Markup(etree.tostring(root, encoding="unicode"))


def _styled(chart: altair.TopLevelMixin) -> dict[str, object]:
    """The chart's specification in the page's colours and letters."""
    specification: dict[str, object] = chart.to_dict()
    text = {"labelColor": INK, "titleColor": DIM, "labelFont": _FONT, "titleFont": _FONT, "labelFontSize": 13}
    specification["config"] = {
        "background": None,
        "view": {"stroke": None},
        "axis": {**text, "gridColor": RULE, "domainColor": RULE, "tickColor": RULE, "titleFontWeight": "normal"},
        "legend": {**text},
        "header": {**text},
        "text": {"font": _FONT, "color": INK},
    }
    return specification


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def _stay_in_page(link: etree._Element) -> None:
    """Make a link lead to the page's own part, with a title for hover from what it describes."""
    address = link.get("href") or link.get(f"{_XLINK}href") or ""
    link.attrib.pop(f"{_XLINK}href", None)
    part = address.partition("#")[2]
    link.attrib.clear()
    if part:
        link.set("href", f"#{part}")
    described = next((e.get("aria-label") for e in link.iter(etree.Element) if e.get("aria-label")), None)
    if described:
        link.insert(0, _told("title", described))


def _told(tag: str, words: str) -> etree._Element:
    element = etree.Element(f"{_SVG}{tag}")
    element.text = clean(words)
    return element

from __future__ import annotations

import altair
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from secondsource.show.page.drawing import STANDS, draw, in_pixels
from secondsource.show.plain import bounded

from ..builders import HOSTILE

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE_LABELS = (
    HOSTILE,
    '"><script>alert(1)</script><a href="http://evil.example">x</a>',
    "</text></svg><img src=x onerror=alert(1)>",
    "red; background: url(https://evil.example/x) } * { display: none",
    "var(--ink)' onload='alert(1)",
    '"] + (alert(1)) + ["',
    "\u202egnp.exe\u2066 \u0627\u0644\u0633\u0644\u0627\u0645",
    "&lt;b&gt; &amp; ]]> <!-- -->",
    "javascript:alert(1)",
    "a\x00b\x07c\ufffe\U0001fffe\ud800",
    "letters" * 30_000 + " and words" * 10_000,
)


def chart(*labels: str, links: tuple[str, ...] = ("#claim-c1",)) -> altair.TopLevelMixin:
    rows = [
        {"x": 10 * i, "y": 10, "name": label, "link": links[i % len(links)], "said": label}
        for i, label in enumerate(labels)
    ]
    base = altair.Chart(altair.InlineData(rows)).encode(**in_pixels("x", "y"))
    points = base.mark_point(color=STANDS).encode(href="link:N", description="said:N")
    return altair.layer(points, base.mark_text().encode(text="name:N")).properties(width=100, height=100)


def read(svg: str) -> etree._Element:
    return etree.fromstring(svg.encode())


@pytest.mark.parametrize("label", HOSTILE_LABELS)
def test_hostile_labels_stay_text_and_no_address_leaves_the_page(label: str) -> None:
    root = read(draw(chart(label), label, label))
    known = {"svg", "title", "desc", "g", "path", "a", "text"}
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= known
    assert {link.get("href") for link in root.iter(f"{SVG}a")} == {"#claim-c1"}
    for element in root.iter():
        assert not [name for name in element.attrib if name.startswith(("on", "style")) or name.endswith("}href")]
        assert not [value for name, value in element.attrib.items() if name != "aria-label" and "url(" in value]
        assert all(c == "\n" or c.isprintable() for c in (element.text or ""))
    assert root.findtext(f"{SVG}title") == bounded(label)
    assert bounded(label) in root.xpath("string(.)")


@settings(deadline=None, max_examples=15, derandomize=True)
@given(st.text(st.characters(), max_size=40))
def test_any_label_makes_a_picture_with_its_link(label: str) -> None:
    (link,) = read(draw(chart(label), label, label)).iter(f"{SVG}a")
    assert link.get("href") == "#claim-c1"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("#claim-2", "#claim-2"),
        ("http://evil.example/", None),
        ("http://evil.example/#claim-2", "#claim-2"),
    ],
)
def test_a_link_leads_into_the_page_or_nowhere(given: str, kept: str | None) -> None:
    (link,) = read(draw(chart("one", links=(given,)), "t", "d")).iter(f"{SVG}a")
    assert link.get("href") == kept


def test_the_keyboard_stops_once_for_each_place_and_is_told_what_it_is() -> None:
    links = list(read(draw(chart("one", "two", "three", links=("#a", "#b", "#a")), "t", "d")).iter(f"{SVG}a"))
    assert [link.get("tabindex") for link in links] == [None, None, "-1"]
    assert [link.findtext(f"{SVG}title") for link in links] == ["one", "two", "three"]


def test_nothing_of_vega_meets_the_page_or_a_reader_of_the_screen() -> None:
    root = read(draw(chart("one"), "Events", "Three of them"))
    assert (root.get("role"), root.get("aria-label")) == ("group", "Events")
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    named = [element for element in root.iter() if element is not root and element.tag != f"{SVG}a"]
    assert not [name for each in named for name in each.attrib if name in ("id", "class", "role") or "aria" in name]


def test_colours_are_the_pages_own() -> None:
    svg = draw(chart("one"), "t", "d")
    assert 'stroke="var(--stands)"' in svg
    assert STANDS not in svg


def test_data_that_a_chart_names_joins_its_own() -> None:
    dots = altair.Chart(altair.NamedData("dots")).mark_point().encode(**in_pixels("x", "y"))
    own = altair.Chart(altair.InlineData([{"x": 5, "y": 6}])).mark_point().encode(**in_pixels("x", "y"))
    both = altair.layer(dots, own).properties(width=100, height=100)
    paths = list(read(draw(both, "t", "d", {"dots": [{"x": 1, "y": 2}, {"x": 3, "y": 4}]})).iter(f"{SVG}path"))
    assert sum(path.get("transform") in ("translate(1,2)", "translate(3,4)", "translate(5,6)") for path in paths) == 3

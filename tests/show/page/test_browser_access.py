"""What the page is like for those who read it otherwise: axe's rules, a telephone's width, paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from .browsing import SETTLED, UNFOLD, go

# Text of one look (the classes down to it) is judged twice: on a whole page axe takes ten seconds for its colours.
SAMPLE = """() => {
  const seen = {};
  for (const each of document.querySelectorAll("body *")) {
    if (![...each.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())) continue;
    const look = [];
    for (let up = each; up; up = up.parentElement) look.push(`${up.localName}.${up.getAttribute("class") ?? ""}`);
    const key = look.join(" ");
    seen[key] = (seen[key] ?? 0) + 1;
    if (seen[key] <= 2) each.setAttribute("data-look", "");
  }
}"""
# Letters smaller than `least` pixels as they stand on the screen, one of each kind.
TINY = """least => [...new Set([...document.querySelectorAll("body *")].filter(each =>
    [...each.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
    && each.getClientRects().length
    && parseFloat(getComputedStyle(each).fontSize) * (each.getScreenCTM?.().d ?? 1) < least)
  .map(each => `${each.localName}.${each.getAttribute("class")}: ${each.textContent.slice(0, 30)}`))]"""
# Regions wider than what is shown of them, and whether the keyboard reaches them and moves them.
SCROLLED = """() => [...document.querySelectorAll("body *")].filter(each =>
    each.scrollWidth > each.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(each).overflowX))
  .map(each => ({ name: `${each.localName}.${each.className} ${each.getAttribute("aria-label")}`,
    reached: each.tabIndex === 0 || !!each.querySelector("a[href]") && each.closest("nav") !== null }))"""
# What is out of the sheet, and what is folded away: visible words without room.
CUT = """() => [...document.querySelectorAll("body *")].filter(each => {
    const box = each.getBoundingClientRect();
    return box.width > 0 && (box.right > document.documentElement.clientWidth + 1 || box.left < -1)
      && getComputedStyle(each).position !== "absolute";
  }).map(each => `${each.localName}.${each.getAttribute("class")} ${each.getBoundingClientRect().right}`)"""
FOLDED = """() => [...document.querySelectorAll("details > :not(summary)")].filter(each => {
    const box = each.getBoundingClientRect();
    return each.textContent.trim() && !(box.width && box.height && each.checkVisibility());
  }).map(each => each.textContent.trim().slice(0, 60))"""
# A4 less a centimetre at either side, in pixels of 1/96 of an inch.
A4 = 718


def see(browser: Browser, file: Path, width: int, scheme: str = "light") -> Page:
    """Open the page with nothing folded; its context goes with the browser's, or by `view.context.close()`."""
    context = browser.new_context(offline=True, viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    view = context.new_page()
    go(view, file)
    view.evaluate(UNFOLD)
    view.evaluate(SETTLED)
    return view


def violations(view: Page, options: dict[str, Any], context: str | None = None) -> list[str]:
    """Give axe's findings, one a line: rule, impact and the first elements."""
    found = Axe().run(view, context=context, options={"resultTypes": ["violations"]} | options).response["violations"]
    return [
        f"{each['id']} ({each['impact']}): {[(node['target'], node['html'][:200]) for node in each['nodes'][:5]]}"
        for each in found
    ]


@pytest.mark.parametrize("width", [1200, 360])
@pytest.mark.parametrize("file", ["small", "written"])
def test_axe_finds_nothing_but_colours_are_judged_below(
    browser: Browser, request: pytest.FixtureRequest, file: str, width: int
) -> None:
    view = see(browser, request.getfixturevalue(file), width)
    assert violations(view, {"rules": {"color-contrast": {"enabled": False}}}) == []
    view.context.close()


@pytest.mark.parametrize("width", [1200, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_contrast_enough(browser: Browser, small: Path, scheme: str, width: int) -> None:
    view = see(browser, small, width, scheme)
    view.evaluate(SAMPLE)
    assert view.locator("[data-look]").count() > 100
    assert violations(view, {"runOnly": ["color-contrast"]}, "[data-look]") == []
    view.context.close()


def test_axe_sees_a_fault(browser: Browser, small: Path) -> None:
    view = see(browser, small, 1200)
    view.evaluate("() => { for (const each of document.querySelectorAll('.lead')) each.style.color = '#bbb' }")
    view.evaluate(
        "() => document.querySelector('select').closest('label').replaceWith(document.querySelector('select'))"
    )
    found = " ".join(violations(view, {"runOnly": ["color-contrast", "select-name"]}, "header, form"))
    assert "select-name (critical)" in found
    view.context.close()


@pytest.mark.parametrize("file", ["small", "written"])
def test_a_telephone_shows_all_without_scrolling_sideways(
    browser: Browser, request: pytest.FixtureRequest, file: str
) -> None:
    view = see(browser, request.getfixturevalue(file), 360)
    assert view.evaluate("() => document.documentElement.scrollWidth") == 360
    scrolled = view.evaluate(SCROLLED)
    assert scrolled
    assert [each["name"] for each in scrolled if not each["reached"]] == []
    assert view.evaluate(TINY, 11.5) == []
    region = view.locator("#events .wide:has(table)").first
    region.focus()
    view.keyboard.press("ArrowRight")
    view.wait_for_timeout(200)
    assert region.evaluate("each => each.scrollLeft") > 0
    view.context.close()


@pytest.mark.parametrize("file", ["small", "written"])
def test_paper_holds_all_of_it(browser: Browser, request: pytest.FixtureRequest, file: str) -> None:
    context = browser.new_context(offline=True, viewport={"width": A4, "height": 1000})
    view = context.new_page()
    go(view, request.getfixturevalue(file))
    view.emulate_media(media="print")
    view.evaluate(SETTLED)
    for gone in ("nav.parts", "form.filter", ".skip"):
        assert not view.locator(gone).is_visible(), gone
    assert view.locator("details:not([open])").count()
    assert view.evaluate(FOLDED) == []
    assert view.evaluate(CUT) == []
    sheets = pypdfium2.PdfDocument(view.pdf(format="A4"))
    printed = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in sheets).split())
    sheets.close()
    for words in (*view.locator("h2").all_inner_texts(), "schema secondsource/dossier/1"):
        assert words in printed
    context.close()

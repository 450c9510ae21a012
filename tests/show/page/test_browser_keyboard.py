"""The keyboard alone suffices."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, FloatRect, Locator, Page

from .browsing import SETTLED, go

# Where the focus is; nothing when it has left the page. `look` is the kind of stop, `marked` what shows the focus.
STOP = """() => {
  const stop = document.activeElement, before = window.stopBefore;
  window.stopBefore = stop;
  if (stop === document.body) return null;
  const box = stop.getBoundingClientRect();
  const under = stop.closest("nav, .skip") ? 0 : document.querySelector("nav.parts").getBoundingClientRect().bottom;
  const kind = each => each ? `${each.localName}.${each.getAttribute("class") ?? ""}` : "";
  return {
    look: [stop, stop.parentElement, stop.parentElement?.parentElement].map(kind).join(" in "),
    words: stop.textContent.trim().slice(0, 40),
    seen: box.bottom > under && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    whole: box.top >= under || box.height > innerHeight - under,
    follows: !before || before === document.body || !!(before.compareDocumentPosition(stop) & 4),
    box: [box.left, box.top, box.right, box.bottom],
  };
}"""
REACHABLE = "a[href]:not([tabindex='-1']), input, select, button, summary, [tabindex='0']"


def walk(view: Page, most: int) -> list[dict[str, Any]]:
    """Press Tab until the focus leaves the page; give every stop."""
    stops = []
    for _ in range(most):
        view.keyboard.press("Tab")
        stop = view.evaluate(STOP)
        if stop is None:
            break
        stops.append(stop)
    return stops


def tab_to(view: Page, wanted: Locator, most: int = 150) -> None:
    """Press Tab until what is wanted has the focus."""
    for _ in range(most):
        view.keyboard.press("Tab")
        if wanted.evaluate("each => each === document.activeElement"):
            return
    pytest.fail(f"not reached by {most} times Tab: {wanted}")


@pytest.mark.parametrize("width", [1200, 360])
def test_tab_goes_through_all_of_the_page_in_its_order_and_out_again(browser: Browser, small: Path, width: int) -> None:
    context = browser.new_context(offline=True, viewport={"width": width, "height": 800})
    view = context.new_page()
    go(view, small)
    reachable = view.locator(REACHABLE).evaluate_all("all => all.filter(each => each.checkVisibility()).length")
    stops = walk(view, reachable + 5)
    context.close()
    assert len(stops) == reachable
    assert stops[0]["words"] == "Skip to the claims"
    assert [each for each in stops if not each["follows"]] == []
    assert [each for each in stops if not (each["seen"] and each["whole"])] == []


def test_the_focus_is_seen_at_every_kind_of_stop(browser: Browser, small: Path) -> None:
    context = browser.new_context(offline=True, viewport={"width": 1200, "height": 800})
    view = context.new_page()
    go(view, small)
    view.add_style_tag(content="* { caret-color: transparent !important }")
    known: set[str] = set()
    for _ in range(400):
        view.keyboard.press("Tab")
        stop = view.evaluate(STOP)
        if stop is None:
            break
        if stop["look"] in known:
            continue
        known.add(stop["look"])
        left, top, right, bottom = stop["box"]
        x, y = max(left - 8, 0), max(top - 8, 0)
        clip = FloatRect(x=x, y=y, width=min(right + 8, 1200) - x, height=min(bottom + 8, 800) - y)
        view.evaluate(SETTLED)
        with_focus = view.screenshot(clip=clip)
        view.evaluate("() => { window.stop = document.activeElement; window.stop.blur() }")
        view.evaluate(SETTLED)
        assert with_focus != view.screenshot(clip=clip), stop
        view.evaluate("() => window.stop.focus({ preventScroll: true })")
    context.close()
    assert any(" in svg.ways" in look for look in known)  # the drawings' links too
    assert any("in g." in look for look in known)


def test_the_skip_link_comes_first_and_skips(opened: tuple[Page, list[str]]) -> None:
    view, _ = opened
    view.keyboard.press("Tab")
    skip = view.get_by_role("link", name="Skip to the claims")
    assert skip.evaluate("each => each === document.activeElement && each.getBoundingClientRect().left > 0")
    view.keyboard.press("Enter")
    assert view.url.endswith("#main")
    view.keyboard.press("Tab")
    assert view.evaluate("() => document.querySelector('#main').contains(document.activeElement)")


def test_from_the_weakest_claim_to_its_sentence_and_back(opened: tuple[Page, list[str]]) -> None:
    view, _ = opened
    weakest = view.locator("#front .card", has_text="Repeated most, backed least").locator("a").first
    tab_to(view, weakest)
    view.keyboard.press("Enter")
    view.evaluate(SETTLED)
    claim = view.evaluate("() => document.querySelector(':target').id")
    assert claim == (weakest.get_attribute("href") or "").removeprefix("#")
    evidence = view.locator(f"#{claim} ul.said a").first
    tab_to(view, evidence)
    view.keyboard.press("Enter")
    view.evaluate(SETTLED)
    sentence = view.evaluate("() => document.querySelector(':target').id")
    assert sentence == (evidence.get_attribute("href") or "").removeprefix("#")
    # Its margin card leads back to the claim, a few stops on.
    tab_to(view, view.locator(f"#{sentence} + .rests a[href='#{claim}']"), most=12)
    view.keyboard.press("Enter")
    view.evaluate(SETTLED)
    assert view.evaluate("() => document.querySelector(':target').id") == claim


def test_the_ledger_is_filtered_by_keys(opened: tuple[Page, list[str]]) -> None:
    view, _ = opened
    rows = view.locator("#ledger-rows tbody tr:visible")
    everything = rows.count()
    tab_to(view, view.get_by_role("searchbox", name="Words"))
    view.keyboard.type("trawler")
    told = rows.count()
    assert 0 < told < everything
    tab_to(view, view.get_by_label("Status"), most=1)
    view.keyboard.type("denied")
    assert 0 < rows.count() < told
    tab_to(view, view.get_by_role("button", name="Show all"), most=10)
    view.keyboard.press("Enter")
    view.evaluate(SETTLED)
    view.evaluate(SETTLED)
    assert rows.count() == everything


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_what_is_folded_opens_by_key(browser: Browser, small: Path, key: str) -> None:
    context = browser.new_context(offline=True)
    view = context.new_page()
    go(view, small)
    folded = view.locator("#positions summary").first
    tab_to(view, folded)
    words = view.locator("#positions details q").first
    assert not words.is_visible()
    view.keyboard.press(key)
    assert words.is_visible()
    view.keyboard.press(key)
    assert not words.is_visible()
    context.close()

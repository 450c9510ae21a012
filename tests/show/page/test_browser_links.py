"""Every link arrives: clicked, opened from outside, and without JavaScript."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from .browsing import SETTLED, go

# Where the page stands: the aim, whether its first line is in sight under the parts, and what it says.
LANDED = """() => {
  const aim = document.querySelector(":target");
  const first = aim.getClientRects()[0];
  const under = document.querySelector("nav.parts").getBoundingClientRect().bottom;
  const at = document.elementFromPoint(first.left + 3, first.top + Math.min(first.height, 20) / 2);
  return {
    id: aim.id,
    seen: first.top >= under && Math.min(first.bottom, first.top + 20) <= innerHeight && aim.contains(at),
    marked: aim.classList.contains("cited") && getComputedStyle(aim).boxShadow !== "none"
      && getComputedStyle(aim).backgroundColor !== "rgba(0, 0, 0, 0)",
    text: aim.textContent.replace(/^\\d+/, ""),
  };
}"""
# Clicks every n-th link to evidence, each with nothing over it; the quote is the one before it in its row.
FOLLOW = f"""async every => {{
  const settled = {SETTLED}, landed = {LANDED}, all = [];
  for (const each of document.querySelectorAll("details")) each.open = true;
  const links = document.querySelectorAll("article.claim ul.said a, article.claim p.origin a");
  for (const link of [...links].filter((_, number) => number % every === 0)) {{
    link.scrollIntoView({{ block: "center" }});
    await settled();
    const [line] = link.getClientRects();
    const over = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
    const row = link.closest("li");
    link.click();
    await settled();
    all.push({{ ...landed(), href: link.getAttribute("href"), free: over === link, claim: link.closest("article").id,
      quote: row && row.querySelector("a") === link ? row.querySelector("q")?.textContent : null }});
  }}
  return all;
}}"""


def words(text: str) -> str:
    return " ".join(text.split())


# At 700 pixels the parts of the page stand in two rows, and cover more.
@pytest.mark.parametrize(("width", "every"), [(1200, 1), (700, 8), (360, 8)])
def test_every_link_of_a_claim_lands_on_its_marked_sentence(
    browser: Browser, written: Path, width: int, every: int
) -> None:
    context = browser.new_context(offline=True, viewport={"width": width, "height": 800})
    view = context.new_page()
    go(view, written)
    landings: list[dict[str, Any]] = view.evaluate(FOLLOW, every)
    claims = set(view.locator("article.claim").evaluate_all("all => all.map(each => each.id)"))
    context.close()
    assert every > 1 or {each["claim"] for each in landings} == claims
    assert any(each["quote"] for each in landings)
    for each in landings:
        assert each["free"], f"covered: {each}"
        assert f"#{each['id']}" == each["href"]
        assert each["seen"], f"out of sight: {each}"
        assert each["marked"], f"not marked: {each}"
        assert words(each["quote"] or "").removesuffix("…") in words(each["text"])


def test_a_link_under_the_mouse_lands_and_the_way_back_returns(opened: tuple[Page, list[str]]) -> None:
    view, _ = opened
    view.locator("#ledger-rows a").last.click()
    claim = view.evaluate(LANDED)
    assert claim["seen"]
    view.locator(f"#{claim['id']} ul.said a").first.click()
    landed = view.evaluate(LANDED)
    assert landed["seen"]
    assert landed["marked"]
    view.go_back()
    view.evaluate(SETTLED)
    assert view.evaluate(LANDED)["id"] == claim["id"]
    assert view.locator(f"#{claim['id']} ul.said a").first.evaluate(
        "link => { const b = link.getBoundingClientRect(); return b.bottom > 0 && b.top < innerHeight }"
    )


@pytest.mark.parametrize("aims", ["article.claim", ".s.cited[id]", "article.document", "tr[id^=event-]"])
def test_a_link_from_outside_opens_the_file_at_its_aim(browser: Browser, written: Path, aims: str) -> None:
    context = browser.new_context(offline=True, viewport={"width": 1200, "height": 740})
    view = context.new_page()
    go(view, written)
    ids = view.locator(aims).evaluate_all("all => all.map(each => each.id)")
    for each in (ids[0], ids[len(ids) // 2], ids[len(ids) * 3 // 4], ids[-1]):
        go(view, written, f"#{each}")
        assert view.evaluate("() => document.querySelector(':target').id") == each
        top = view.evaluate("() => document.querySelector(':target').getClientRects()[0].top")
        assert 30 < top < 700, f"{each} stands at {top}"
    context.close()


def landed_slowly(view: Page) -> dict[str, Any]:
    """Give where a page without script has come to rest; it has no frames to wait for."""
    for _ in range(40):
        if view.evaluate("() => document.querySelector(':target')") and view.evaluate(LANDED)["seen"]:
            break
        view.wait_for_timeout(50)
    landed: dict[str, Any] = view.evaluate(LANDED)
    return landed


def test_without_javascript_everything_is_there_and_the_links_work(browser: Browser, written: Path) -> None:
    with_script, without = (browser.new_context(offline=True, java_script_enabled=on) for on in (True, False))
    view, plain = with_script.new_page(), without.new_page()
    go(view, written)
    plain.goto(written.as_uri())  # no frame to wait for where no script runs
    assert view.locator("form.filter").is_visible()
    assert not plain.locator("form.filter").is_visible()
    for part in ("article.claim", ".text .s", "#ledger-rows tbody tr", "table", "figure svg", "main > section"):
        shown = plain.locator(f"{part}:visible").count()
        assert shown == view.locator(f"{part}:visible").count() > 0, part
        assert shown == plain.locator(part).count(), part
    plain.locator("#front .card a").first.click()
    claim = landed_slowly(plain)
    assert claim["id"].startswith("claim-")
    assert claim["seen"]
    plain.locator(f"#{claim['id']} ul.said a").first.click()
    landed = landed_slowly(plain)
    assert landed["seen"]
    assert landed["marked"]
    plain.locator("summary:visible").first.click()
    assert plain.locator("details[open]").count()
    with_script.close()
    without.close()

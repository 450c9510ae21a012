"""Nothing on the page breaks its policy, and what watches over that does see a breach."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from .browsing import SETTLED, UNFOLD, go, watch

REMOTE = "http://news.example/pixel.png"


def test_nothing_is_asked_of_the_network_and_nothing_goes_wrong(opened: tuple[Page, list[str]]) -> None:
    view, wrong = opened
    view.locator("#ledger-rows tbody tr").first.wait_for()
    view.get_by_role("searchbox", name="Words").fill("hrafnsey")
    view.evaluate(UNFOLD)
    view.locator("#method p").last.scroll_into_view_if_needed()
    view.evaluate(SETTLED)
    assert wrong == []


@pytest.mark.parametrize(
    ("smuggled", "seen"),
    [
        ("<script>document.title = 'taken'</script>", "policy: script-src-elem inline"),
        ("<p onclick='document.title = 1'>here</p>", "policy: script-src-attr inline"),
        (f"<img src='{REMOTE}'>", f"policy: img-src {REMOTE}"),
        (f"<link rel='stylesheet' href='{REMOTE}'>", f"policy: style-src-elem {REMOTE}"),
        (f"<iframe src='{REMOTE}'></iframe>", "policy: frame-src http://news.example"),
    ],
)
def test_the_watch_sees_what_the_policy_stops(
    browser: Browser, small: Path, tmp_path: Path, smuggled: str, seen: str
) -> None:
    wrong = opened_with(browser, small.read_text(encoding="utf-8").replace("<main", f"{smuggled}<main"), tmp_path)
    assert seen in wrong


@pytest.mark.parametrize(
    ("smuggled", "seen"),
    [(f"<img src='{REMOTE}'>", REMOTE), ("<script>throw Error('broken')</script>", "error: broken")],
)
def test_the_watch_sees_a_request_and_an_error_where_no_policy_stops_them(
    browser: Browser, small: Path, tmp_path: Path, smuggled: str, seen: str
) -> None:
    html = small.read_text(encoding="utf-8").replace("Content-Security-Policy", "no-policy")
    assert seen in opened_with(browser, html.replace("<main", f"{smuggled}<main"), tmp_path)


def opened_with(browser: Browser, html: str, folder: Path) -> list[str]:
    """Open the page as it was changed and give what went wrong."""
    file = folder / "changed.html"
    file.write_text(html, encoding="utf-8")
    context = browser.new_context(offline=True)
    view = context.new_page()
    wrong = watch(view, file)
    go(view, file)
    context.close()
    return wrong

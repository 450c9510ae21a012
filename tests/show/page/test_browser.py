"""The page in a real browser: Debian's Chromium, headless, with the network off.

Install it with `make browser` (Debian's package `chromium`); without it these tests are skipped and say so.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from secondsource.collect import collect
from secondsource.pipeline import compare, study
from secondsource.show.page import page as page_of

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium here; install it with `make browser`")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
)  # fmt: skip
EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier of the examples, written once."""
    pile = collect([EXAMPLES])
    findings = [study(document) for document in pile.documents]
    file = tmp_path_factory.mktemp("page") / "dossier.html"
    file.write_text(page_of(compare(findings, refusals=pile.refusals), findings), encoding="utf-8")
    return file


@pytest.fixture
def opened(browser: Browser, written: Path) -> Iterator[tuple[Page, list[str]]]:
    """The page opened offline, and what went wrong in it: console messages, errors, requests beyond the file."""
    context = browser.new_context(offline=True)
    view = context.new_page()
    wrong: list[str] = []
    view.on("console", lambda message: wrong.append(message.text))
    view.on("pageerror", lambda error: wrong.append(str(error)))
    view.on("request", lambda asked: None if asked.url.startswith(written.as_uri()) else wrong.append(asked.url))
    view.goto(written.as_uri())
    yield view, wrong
    context.close()


def test_nothing_is_asked_of_the_network_and_nothing_goes_wrong(opened: tuple[Page, list[str]]) -> None:
    view, wrong = opened
    view.locator("#ledger-rows tr").first.wait_for()
    assert wrong == []


def test_every_link_of_a_claim_lands_on_its_marked_sentence(opened: tuple[Page, list[str]]) -> None:
    view, _ = opened
    links = view.locator("article.claim ul.said a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert len(links) > 50
    for link in sorted(set(links)):
        assert view.locator(f"{link}.cited").count() == 1, link


def test_the_ledger_filters(opened: tuple[Page, list[str]]) -> None:
    view, _ = opened
    rows = view.locator("#ledger-rows tr:visible")
    everything = rows.count()
    view.get_by_label("Status").select_option("denied")
    assert 0 < rows.count() < everything
    assert set(view.locator("#ledger-rows tr:visible .chip").all_inner_texts()) == {"denied"}
    view.get_by_role("button", name="Show all").click()
    assert rows.count() == everything

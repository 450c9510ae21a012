"""The page in a real browser: Debian's Chromium, headless, with the network off.

Install it with `make browser` (Debian's package `chromium`); without it these tests are skipped and say so.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from secondsource.collect import collect
from secondsource.pipeline import compare, study
from secondsource.show.page import page as page_of

from ..builders import make_claim, make_dossier
from .reports import make_findings

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium here; install it with `make browser`")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
)  # fmt: skip
REPEATS = 3
# Filters and waits for the layout: milliseconds, and what is announced.
FILTER = f"""() => Array.from({{length: {2 * REPEATS}}}, (_, turn) => {{
  const form = document.querySelector("form.filter");
  const before = performance.now();
  form.elements.status.value = turn % 2 ? "" : "denied";
  form.dispatchEvent(new Event("input"));
  document.body.getBoundingClientRect();
  return [performance.now() - before, document.getElementById("ledger-count").textContent];
}})"""
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
    assert set(view.locator("#ledger-rows tr:visible .chip").all_text_contents()) == {"denied"}
    view.get_by_role("button", name="Show all").click()
    expect(rows).to_have_count(everything)  # filtered once the form has been put back


def told(view: Page) -> str:
    """What the page announces of its ledger."""
    return view.get_by_role("status").inner_text()


@pytest.mark.parametrize(
    ("label", "value"), [("Words", "hrafnsey oslo-is-nowhere-in-it"), ("Words", "HRAFNSEY"), ("Party", "iceland")]
)
def test_the_ledger_filters_by_words_and_party_and_announces_the_count(
    opened: tuple[Page, list[str]], label: str, value: str
) -> None:
    view, _ = opened
    search = view.get_by_role("search")
    search.get_by_label(label).fill(value)
    shown = view.locator("#ledger-rows tr:visible")
    everything = view.locator("#ledger-rows tr").count()
    assert shown.count() < everything
    assert told(view) == f"{shown.count()} of {everything} claims"
    if value == "HRAFNSEY":
        assert shown.count()
        assert all("Hrafnsey" in words for words in shown.all_text_contents())


def test_the_ledger_filters_by_origins_and_contradiction_together(opened: tuple[Page, list[str]]) -> None:
    view, _ = opened
    search = view.get_by_role("search")
    search.get_by_label("At most").fill("1")
    search.get_by_label("Contradicted").check()
    rows = view.locator("#ledger-rows tr:visible")
    facts = rows.evaluate_all("all => all.map(row => ({...row.dataset}))")
    assert facts
    assert all(int(each["origins"]) <= 1 and each["contradicted"] == "yes" for each in facts)


def test_a_status_of_the_front_page_opens_its_claims_by_the_keyboard(opened: tuple[Page, list[str]]) -> None:
    view, _ = opened
    link = view.locator("#front a[data-value=disputed]")
    wanted = int(link.locator(".number").inner_text())
    link.focus()
    view.keyboard.press("Enter")
    assert view.locator("#ledger-rows tr:visible").count() == wanted
    assert view.url.endswith("#ledger")
    assert told(view).startswith(f"{wanted} of ")


def test_three_thousand_rows_filter_within_a_tenth_of_a_second(browser: Browser, tmp_path: Path) -> None:
    claims = tuple(
        make_claim(f"c{n}", ("corroborated", "single-source", "denied")[n % 3], text=f"Talks number {n} were held.")
        for n in range(3000)
    )
    file = tmp_path / "large.html"
    findings = [make_findings(name, "The ministers met.") for name in ("a.txt", "b.txt")]
    file.write_text(page_of(make_dossier(claims=claims, contradictions=()), findings), encoding="utf-8")
    view = browser.new_page()
    view.goto(file.as_uri())
    took = view.evaluate(FILTER)
    view.close()
    assert [count for _, count in took] == ["1000 of 3000 claims", "all 3000 claims"] * REPEATS
    assert min(ms for ms, count in took if count.startswith("all")) < 100
    assert min(ms for ms, count in took if not count.startswith("all")) < 100

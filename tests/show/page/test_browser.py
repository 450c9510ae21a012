"""The ledger's filters in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from secondsource.show.page import page as page_of

from ..builders import make_claim, make_dossier
from .reports import make_findings


def test_the_ledger_filters(opened: tuple[Page, list[str]]) -> None:
    view, _ = opened
    rows = view.locator("#ledger-rows tbody tr:visible")
    everything = rows.count()
    view.get_by_label("Status").select_option("denied")
    assert 0 < rows.count() < everything
    assert set(view.locator("#ledger-rows tbody tr:visible .chip").all_text_contents()) == {"denied"}
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
    shown = view.locator("#ledger-rows tbody tr:visible")
    everything = view.locator("#ledger-rows tbody tr").count()
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
    rows = view.locator("#ledger-rows tbody tr:visible")
    facts = rows.evaluate_all("all => all.map(row => ({...row.dataset}))")
    assert facts
    assert all(int(each["origins"]) <= 1 and each["contradicted"] == "yes" for each in facts)


def test_a_status_of_the_front_page_opens_its_claims_by_the_keyboard(opened: tuple[Page, list[str]]) -> None:
    view, _ = opened
    link = view.locator("#front a[data-value=disputed]")
    wanted = int(link.locator(".number").inner_text())
    link.focus()
    view.keyboard.press("Enter")
    assert view.locator("#ledger-rows tbody tr:visible").count() == wanted
    assert view.url.endswith("#ledger")
    assert told(view).startswith(f"{wanted} of ")


def test_thousands_of_rows_go_and_all_come_back(browser: Browser, tmp_path: Path) -> None:
    claims = tuple(
        make_claim(f"c{n}", ("corroborated", "single-source", "denied")[n % 3], text=f"Talks number {n} were held.")
        for n in range(3000)
    )
    file = tmp_path / "large.html"
    findings = [make_findings(name, "The ministers met.") for name in ("a.txt", "b.txt")]
    file.write_text(page_of(make_dossier(claims=claims, contradictions=()), findings), encoding="utf-8")
    view = browser.new_page()
    view.goto(file.as_uri())
    told, shown = view.get_by_role("status"), view.locator("#ledger-rows tbody tr:visible")
    view.get_by_label("Status").select_option("denied")
    expect(told).to_have_text("1000 of 3000 claims")
    expect(shown).to_have_count(1000)
    view.get_by_label("Status").select_option("")
    expect(told).to_have_text("all 3000 claims")
    expect(shown).to_have_count(3000)
    view.close()

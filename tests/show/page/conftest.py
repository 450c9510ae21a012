"""One browser and three pages for all tests that look at a page: Debian's Chromium, headless, with the network off.

Install it with `make browser` (Debian's package `chromium`); without it these tests are skipped and say so.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from secondsource.collect import collect
from secondsource.model import Furniture
from secondsource.pipeline import compare, study
from secondsource.show.page import page as page_of

from ..builders import make_assertion, make_dossier
from .browsing import go, watch
from .reports import make_findings

CHROMIUM = shutil.which("chromium")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
)  # fmt: skip
EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no chromium here; install it with `make browser`")
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier of the examples, written once."""
    pile = collect([EXAMPLES])
    findings = [study(document) for document in pile.documents]
    file = tmp_path_factory.mktemp("page") / "dossier.html"
    file.write_text(page_of(compare(findings, refusals=pile.refusals), findings), encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with one or more of every part, few enough to look at all of it; a word in it has no place to break."""
    dossier = make_dossier()
    again = make_assertion("The talks were held.", file="b.txt", adds=False, holders=("Rufus", "S" * 90))
    dossier = replace(
        dossier,
        claims=tuple(replace(claim, supporting=(*claim.supporting, again)) for claim in dossier.claims),
        positions=tuple(replace(each, evidence=(*each.evidence, again)) for each in dossier.positions),
    )
    text = "The ministers met. " * 12
    findings = [
        make_findings("a.txt", text, title="Talks", furniture=(Furniture(0, 18, "by-line"),)),
        make_findings("b.txt", f"{text}See {'w' * 200}."),
    ]
    file = tmp_path_factory.mktemp("small") / "dossier.html"
    file.write_text(page_of(dossier, findings), encoding="utf-8")
    return file


@pytest.fixture
def opened(browser: Browser, written: Path) -> Iterator[tuple[Page, list[str]]]:
    """The page opened offline, and what went wrong in it: violations, console messages, errors, requests."""
    context = browser.new_context(offline=True)
    view = context.new_page()
    wrong = watch(view, written)
    go(view, written)
    yield view, wrong
    context.close()

"""Draw the pictures of the dossier that README shows: `python docs/picture.py`, or with `--check` only compare.

They are of the page of `examples/` as Debian's Chromium shows it: its front, and the first claim down to the way it
came. README holds the hash of what they show, so that they are drawn again when that changes, and only then.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

from playwright.sync_api import sync_playwright

from secondsource.collect import collect
from secondsource.pipeline import compare, study
from secondsource.show.page import page

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
MARK = re.compile(r"(<!-- pictures of: )(\w*)( -->)")
# What each picture leaves out of the page.
PICTURES = {
    "dossier.png": "nav, main > section:not(#front) { display: none }",
    "claim.png": "header, nav, main > section:not(#each), #each > :not(article), #each > article ~ article, "
    ".lineage ~ * { display: none } article.claim { margin: 0; content-visibility: visible }",
}
SHOWN = (r"<style>.*?</style>", r"<header>.*?</header>", r'<section id="front".*?</section>', r"<article.*?</article>")
WIDTH = 1120  # pixels


def main(arguments: list[str]) -> int:
    """Draw the pictures anew where the page has changed; with `--check` give 1 instead."""
    drawn = _page_of(ROOT / "examples")
    known = README.read_text(encoding="utf-8")
    now = _hash_of(drawn)
    if MARK.search(known) is None:
        raise SystemExit("README.md has no comment `pictures of:` to hold the hash of what its pictures show")
    if f"pictures of: {now} " in known:
        return 0
    if "--check" in arguments:
        sys.stderr.write("the pictures in README.md are of an older page: run `make picture`\n")
        return 1
    _draw(drawn)
    README.write_text(MARK.sub(rf"\g<1>{now}\g<3>", known), encoding="utf-8")
    sys.stderr.write(f"drew {', '.join(f'docs/{name}' for name in PICTURES)}\n")
    return 0


def _page_of(folder: Path) -> str:
    pile = collect([folder])
    findings = [study(document) for document in pile.documents]
    return page(compare(findings, refusals=pile.refusals), findings)


def _hash_of(drawn: str) -> str:
    shown = [found[0] for part in SHOWN if (found := re.search(part, drawn, re.DOTALL))]
    return sha256("".join((*shown, *PICTURES.values())).encode()).hexdigest()[:16]


def _draw(drawn: str) -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        raise SystemExit("no chromium here; install it with `make browser`")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        file = Path(folder) / "dossier.html"
        file.write_text(drawn, encoding="utf-8")
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        view = browser.new_context(offline=True, viewport={"width": WIDTH, "height": 200}).new_page()
        for name, hidden in PICTURES.items():
            view.goto(file.as_uri())
            view.add_style_tag(content=hidden)
            view.screenshot(path=ROOT / "docs" / name, full_page=True)
        browser.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

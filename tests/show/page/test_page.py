from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model import Findings, Furniture
from secondsource.show.page import page
from secondsource.show.page.reader import links_of, read_out

from ..builders import HOSTILE, make_assertion, make_claim, make_document, make_dossier
from ..test_terminal import hostile_dossier
from .reports import make_findings

TEXT = "The ministers met. " * 4


class Reader(HTMLParser):
    """Collects what a browser would act on: tags, ids, links, and the text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src"):
                self.links.append(value or "")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader


def texts() -> list[Findings]:
    return [make_findings("a.txt", TEXT), make_findings("b.txt", TEXT)]


def test_every_link_stays_in_the_page_and_arrives() -> None:
    reader = read(page(make_dossier(), texts()))
    assert len(reader.ids) == len(set(reader.ids))
    assert {link.removeprefix("#") for link in reader.links} <= set(reader.ids)
    assert all(link.startswith("#") for link in reader.links)


def test_the_page_has_the_policy_and_no_script_but_ours() -> None:
    html = page(make_dossier(), texts())
    assert html.startswith("<!doctype html>")
    assert html.count("<script") == 1
    script = html.partition("<script>")[2].partition("</script>")[0]
    named = b64encode(sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-{named}'"
    assert policy in unescape(html)
    assert not read(html).tags & {"link", "img", "iframe", "object", "embed", "base"}


def test_hostile_text_stays_text() -> None:
    said = make_assertion("x", file=HOSTILE)
    dossier = hostile_dossier()
    html = page(dossier, [make_findings(HOSTILE, HOSTILE * 3)])
    reader = read(html)
    assert html.count("<script") == 1
    assert all(link.startswith("#") for link in reader.links)
    assert not any(name.startswith("on") for name in reader.attributes)
    assert all(character in "\n" or character.isprintable() for words in reader.words for character in words)
    assert said.file == HOSTILE


@settings(deadline=None, max_examples=30)
@given(st.text(), st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10)), max_size=4))
def test_the_reader_shows_the_whole_text(noise: str, spans: list[tuple[int, int]]) -> None:
    text = "".join(character for character in noise if character.isprintable()) + TEXT
    said = tuple(make_assertion("q", start=start, end=start + length) for start, length in spans)
    found = make_findings("a.txt", text, furniture=(Furniture(5, 12, "by-line"),))
    dossier = make_dossier(documents=(make_document(),), claims=(make_claim(supporting=said),))
    links = links_of(dossier, {"a.txt": found})
    (shown,) = read_out(dossier, {"a.txt": found}, links)
    assert "".join(piece.text for sentence in shown.sentences for piece in sentence.pieces) == text
    ids = [sentence.id for sentence in shown.sentences if sentence.id]
    assert len(ids) == len(set(ids))
    assert {links.target(each) for each in said} <= set(ids)


def test_likelihood_and_confidence_stand_on_lines_of_their_own() -> None:
    html = page(make_dossier(), texts())
    assert "<dt>Likelihood</dt><dd>very likely (0.93)</dd>\n<dt>Confidence</dt><dd>moderate</dd>" in html

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model import Document, Furniture
from secondsource.show.page import page

from .builders import HOSTILE, make_assertion, make_claim, make_document, make_dossier
from .test_terminal import hostile_dossier

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


def texts() -> list[Document]:
    return [Document("d-a.txt", "a.txt", TEXT), Document("d-b.txt", "b.txt", TEXT)]


def test_every_link_stays_in_the_page_and_arrives() -> None:
    reader = read(page(make_dossier(), texts()))
    assert len(reader.ids) == len(set(reader.ids))
    assert {link.removeprefix("#") for link in reader.links} <= set(reader.ids)
    assert all(link.startswith("#") for link in reader.links)


def test_the_page_has_the_policy_and_no_script() -> None:
    html = page(make_dossier(), texts())
    assert html.startswith("<!doctype html>")
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in html
    assert not read(html).tags & {"script", "link", "img", "iframe", "object", "form"}


def test_hostile_text_stays_text() -> None:
    said = make_assertion("x", file=HOSTILE)
    dossier = hostile_dossier()
    reader = read(page(dossier, [Document("d", HOSTILE, HOSTILE * 3)]))
    assert "script" not in reader.tags
    assert all(link.startswith("#") for link in reader.links)
    assert not any(name.startswith("on") for name in reader.attributes)
    assert all(character in "\n" or character.isprintable() for words in reader.words for character in words)
    assert said.file == HOSTILE


@settings(deadline=None, max_examples=30)
@given(st.text(), st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10)), max_size=4))
def test_the_reader_shows_the_whole_text(noise: str, spans: list[tuple[int, int]]) -> None:
    text = "".join(character for character in noise if character.isprintable()) + TEXT
    said = tuple(make_assertion("q", start=start, end=start + length) for start, length in spans)
    document = Document("d-a.txt", "a.txt", text, furniture=(Furniture(5, 12, "by-line"),))
    html = page(make_dossier(documents=(make_document(),), claims=(make_claim(supporting=said),)), [document])
    reader = read(html)
    assert text in "".join(reader.words)
    assert {f"s0-{start}" for start, _ in spans} <= set(reader.ids)


def test_likelihood_and_confidence_are_sentences_apart() -> None:
    html = page(make_dossier(), texts())
    assert "<p>Likelihood: very likely (0.93).</p>\n<p>Confidence: moderate.</p>" in html

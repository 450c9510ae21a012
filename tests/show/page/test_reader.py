from __future__ import annotations

import pytest

from secondsource.model import Furniture
from secondsource.show.page import page
from secondsource.show.page.reader import BACK, Text, links_of, read_out

from ..builders import make_assertion, make_claim, make_document, make_dossier
from .reports import make_findings

TEXT = "One fell. Two stood. Three sat. Four ran."


def read(text: str = TEXT, cited: tuple[str, ...] = ("Two stood.", "Four ran."), claims: int = 1) -> Text:
    """Read out a text in which sentences are cited, each by a number of claims."""
    said = tuple(make_assertion(quote, start=text.index(quote), end=text.index(quote) + len(quote)) for quote in cited)
    rated = tuple(make_claim(f"c{number}", supporting=said) for number in range(claims))
    dossier = make_dossier(
        documents=(make_document(),), claims=rated, events=(), contradictions=(), positions=(), lineage=()
    )  # fmt: skip
    found = {"a.txt": make_findings("a.txt", text, furniture=(Furniture(0, 3, "by-line"),))}
    (shown,) = read_out(dossier, found, links_of(dossier, found))
    return shown


def test_sentences_are_numbered_and_the_cited_lead_to_one_another() -> None:
    shown = read()
    numbered = [s for s in shown.sentences if s.number]
    assert [(s.id, s.number, s.cited) for s in numbered] == [
        ("d0-s1", 1, False), ("d0-s2", 2, True), ("d0-s3", 3, False), ("d0-s4", 4, True),
    ]  # fmt: skip
    assert [(s.before, s.after) for s in numbered if s.cited] == [(None, "d0-s4"), ("d0-s2", None)]
    assert (shown.cited, shown.first) == (2, "d0-s2")


def test_a_text_that_nobody_cites_is_read_out_whole() -> None:
    shown = read(cited=())
    assert (shown.cited, shown.first) == (0, None)
    assert "".join(piece.text for s in shown.sentences for piece in s.pieces) == TEXT


@pytest.mark.parametrize(("claims", "shown", "more"), [(1, 1, 0), (BACK, BACK, 0), (BACK + 2, BACK, 2)])
def test_a_cited_sentence_lists_the_claims_on_it_and_counts_the_rest(claims: int, shown: int, more: int) -> None:
    (cited,) = (s for s in read(claims=claims, cited=("Two stood.",)).sentences if s.cited)
    assert (len(cited.claims), cited.more) == (shown, more)


@pytest.mark.parametrize(
    ("hidden", "seen"),
    [("\u202e", "\\u202e"), ("\u2066", "\\u2066"), ("\x1b[31m", "\\u001b[31m"), ("\x00", "\\u0000"), ("\xad", "")],
)
def test_what_turns_or_hides_text_is_shown_as_its_escape(hidden: str, seen: str) -> None:
    shown = read(f"{TEXT} Five {hidden}spoke.")
    assert "".join(piece.text for s in shown.sentences for piece in s.pieces) == f"{TEXT} Five {seen}spoke."


def test_a_sentence_of_a_megabyte_is_read_out() -> None:
    long = "word " * 200_000 + "end."
    shown = read(f"{TEXT} {long}", cited=("Two stood.", long))
    assert sum(len(piece.text) for s in shown.sentences for piece in s.pieces) == len(TEXT) + 1 + len(long)
    assert shown.cited == 2


def test_the_page_says_what_a_text_is_and_which_claims_rest_on_a_sentence() -> None:
    html = page(
        make_dossier(), [make_findings("a.txt", "The ministers met. They left."), make_findings("b.txt", "No.")]
    )
    section = html.partition('<section id="reader"')[2]
    for words in ("relaying others", "id by content d-a.txt", 'href="#d0-s1">1 cited sentence', 'id="d0-s2"'):
        assert words in section
    card = section.partition('<span class="rests"')[2].partition("</article>")[0]
    assert 'href="#claim-c1"' in card

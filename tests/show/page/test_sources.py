from __future__ import annotations

import re
from html import unescape

import pytest

from secondsource.dossier import DossierEdge
from secondsource.show.page import page
from secondsource.show.page.sources import share, sources

from ..builders import make_document, make_dossier, make_source
from .reports import make_findings


def shown(**given: object) -> str:
    """The words of the section, each tag a space."""
    html = page(make_dossier(**given), [make_findings("a.txt", "The ministers met."), make_findings("b.txt", "So. ")])
    section = html.partition('<section id="sources"')[2].partition("</section>")[0]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", section)).split())


@pytest.mark.parametrize(
    ("claims", "own", "words"),
    [(3, 3, "all"), (3, 1, "1 of 3"), (3, 0, "none, it passes them on"), (1200, 1100, "1,100 of 1,200")],
)
def test_share(claims: int, own: int, words: str) -> None:
    assert share(make_source(claims=claims, own=own)) == words


def test_a_letter_stands_with_who_gave_it_to_whom_and_why_and_f_is_not_judged() -> None:
    words = shown()
    assert "Ministry of Ruritania body 1 3 all F not judged" in words
    assert "outlet of Post Holding 1 3 1 of 3 B Jane Doe, 2024-04-02, of Post Holding: Corrects itself" in words


def test_publishers_without_a_claim_are_named_and_those_without_a_name_counted() -> None:
    found = sources(make_dossier(documents=(make_document(), make_document("b.txt", outlet="Quiet Gazette"))))
    assert (found.silent, found.nameless) == (("Quiet Gazette",), 0)
    words = shown()
    assert "1 document of outlets that nobody names" in words


def test_who_has_it_from_whom_by_document_with_the_sentence_or_none() -> None:
    found = sources(make_dossier())
    assert [(debts.document.file, [words for words, _ in debts.edges]) for debts in found.debts] == [
        ("a.txt", ["relays Ruritania Times (not in this pile)"]),
        ("b.txt", ["copies a.txt, with probability 0.80"]),
    ]
    words = shown()
    assert "relays Ruritania Times (not in this pile) The Times said so." in words
    assert "copies a.txt, with probability 0.80 none; concluded from the texts" in words


def test_an_edge_from_no_document_is_left_out_and_a_pile_without_any_says_so() -> None:
    stray = DossierEdge("somebody", "a.txt", "relays", 1.0, None)
    assert sources(make_dossier(lineage=(stray,))).debts == ()
    assert "names another as its source, and none copies another." in shown(lineage=())
    assert "No claim of this pile goes back to anybody with a name." in shown(sources=())

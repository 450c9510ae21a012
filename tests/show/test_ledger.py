from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from secondsource.model import Refusal
from secondsource.show.ledger import COLUMNS, cell, csv_ledger, escape, markdown_ledger

from .builders import HOSTILE, make_assertion, make_claim, make_dossier


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("\u200b=1", "'=1"),
        ("so;=1; +2", "so;'=1; '+2"),
        ("＝1", "'＝1"),
        # Must stay as they are.
        ("a=1", "a=1"),
        ("so; a=1, -2", "so; a=1, -2"),
        ("“=1”", "“=1”"),
        (12, "12"),
        ("", ""),
    ],
)
def test_cell(value: str | int, written: str) -> None:
    assert cell(value) == written


def test_csv_has_one_row_for_each_sentence() -> None:
    rows = list(csv.DictReader(StringIO(csv_ledger(make_dossier()), newline="")))
    assert [(row["claim_id"], row["side"]) for row in rows] == [
        ("c1", "supporting"),
        ("c1", "supporting"),
        ("c4", "supporting"),
        ("c2", "supporting"),
        ("c2", "neutral"),
        ("c3", "refuting"),
    ]
    assert rows[0]["origins_min"] == "2"
    assert rows[0]["quote"] == "The ministers met."


def test_csv_keeps_a_claim_without_a_sentence() -> None:
    text = csv_ledger(make_dossier(claims=(make_claim(supporting=()),)))
    (row,) = csv.DictReader(StringIO(text, newline=""))
    assert (row["claim_id"], row["side"], row["quote"]) == ("c1", "", "")
    assert all(line.count(",") >= len(COLUMNS) - 1 for line in text.split("\r\n") if line)


@settings(deadline=None)
@given(st.text())
def test_csv_comes_back_whole_and_harmless(text: str) -> None:
    claim = make_claim(text=text, supporting=(make_assertion(text, holders=(text,), file=text, hedge=text),))
    rows = list(csv.reader(StringIO(csv_ledger(make_dossier(claims=(claim,))), newline="")))
    assert [len(row) for row in rows] == [len(COLUMNS)] * 2
    assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r")) for value in rows[1])


@pytest.mark.parametrize(
    ("written", "escaped"),
    [
        ("[x](http://e)", r"\[x\](http\://e)"),
        ("<script>", r"\<script\>"),
        ("a|b", r"a\|b"),
        ("**bold**", r"\*\*bold\*\*"),
        ("# title", r"\# title"),
        ("1. item", r"1\. item"),
        ("- item", r"\- item"),
        ("www.e.example", r"www\.e.example"),
        # Must stay as they are.
        ("U.S. and China, 18-19 March: $5", "U.S. and China, 18-19 March: $5"),
        ("3.5 per cent", "3.5 per cent"),
    ],
)
def test_escape(written: str, escaped: str) -> None:
    assert escape(written) == escaped


@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_escaped_text_is_only_text(text: str) -> None:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(escape(text))
    inner = [child.type for token in tokens for child in token.children or ()]
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    assert set(inner) <= {"text", "text_special"}


def test_markdown_numbers_each_sentence_once() -> None:
    said = make_assertion()
    claims = (
        make_claim("c1", supporting=(said, said)),
        make_claim("c2", refuting=(make_assertion("No.", file="b.txt"),)),
    )
    text = markdown_ledger(make_dossier(claims=claims))
    assert "| single-source | 1 to 2 | supporting [1] |" in text
    assert "| single-source | 1 to 2 | supporting [1]; refuting [2] |" in text
    assert "[2] b.txt, characters 0–3: “No.” (Ministry of Ruritania → Daily Post)" in text
    assert text.count("The ministers met.") == 1


def test_markdown_of_hostile_text_has_no_link_and_no_html() -> None:
    said = make_assertion(HOSTILE, holders=(HOSTILE,), file=HOSTILE)
    dossier = make_dossier(
        claims=(make_claim(text=HOSTILE, supporting=(said,)),),
        refusals=(Refusal(HOSTILE, "collect", HOSTILE, HOSTILE),),
    )
    html = MarkdownIt("gfm-like", {"linkify": False}).render(markdown_ledger(dossier))
    assert "<script" not in html
    assert "<a " not in html

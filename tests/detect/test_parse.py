"""Sentences: where they begin and end, and that every offset holds in the document's own text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.detect.parse import find_sentences, flowing, parse
from secondsource.model import Document, Furniture


def sentences(text: str, *furniture: tuple[int, int]) -> list[str]:
    """The sentences of a text, verbatim."""
    pieces = tuple(Furniture(start, end, "test") for start, end in furniture)
    document = Document("d", "d.txt", text, furniture=pieces)
    return [text[span.start : span.end] for span in find_sentences(document, parse(document))]


@pytest.mark.parametrize(
    "text",
    [
        "He flew to the U.S. State Department in June.",
        "He met Gen. Paul Smith and Sgt. Ann Miller on Monday.",
        "J. F. Kennedy spoke to Sen. Rubio.",
        "The talks, held at 3 p.m. on Friday, went on.",
        "“Will you go?” Smith asked.",
        "The U.S. Congress voted.",
        "He said: “We shall go there.”",
        "While neither the U.S.\nState Department nor the ministry spoke, he did.",
        "They met Gen.\nSmith in the capital.",
        "The minister flew to\nVienna for talks.",
        "Talks between Mr. Li and Lt. Col. Brown failed vs. Prof. Grey.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was his worldview.” He said so.", ["It was his worldview.”", "He said so."]),
        ("He lives in the U.S. He likes it.", ["He lives in the U.S.", "He likes it."]),
        ("A headline without a stop\nThe text begins here.", ["A headline without a stop", "The text begins here."]),
        ("First block\n\nSecond block", ["First block", "Second block"]),
        ("Three points:\n- one thing\n- another thing", ["Three points:", "- one thing", "- another thing"]),
        ("1. Go there\n2. Come back", ["1. Go there", "2. Come back"]),
        ("They agreed. “We go,” he said.", ["They agreed.", "“We go,” he said."]),
        ("They agreed.They left. \n", ["They agreed.", "They left."]),
        ("", []),
        (" \n\n ", []),
        ("* * *\n\nText.", ["Text."]),
    ],
)
def test_sentences_part(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_hard_wrapped_lines_run_on() -> None:
    text = (
        "The foreign ministers of the two countries met for several hours on Tuesday at\n"
        "a hotel near the lake and agreed to send their deputies to a further round that\n"
        "Austria has offered to host, according to two diplomats who took part in it and\n"
        "Washington has since confirmed that its own delegation would attend the meeting\n"
        "although no date was given by any of the people who were there on that evening."
    )
    assert sentences(text) == [text]


def test_furniture_is_in_no_sentence() -> None:
    text = "The talks failed and Subscribe Now the envoy left."
    start = text.index("Subscribe")
    end = start + len("Subscribe Now")
    assert sentences(text, (start, end)) == ["The talks failed and", "the envoy left."]


def test_long_text_is_parsed_in_pieces() -> None:
    text = "The envoy left the town at noon.\n" * 1_600
    document = Document("d", "d.txt", text)
    parsed = parse(document)
    assert len(parsed.text) == len(text) > 50_000
    assert len(find_sentences(document, parsed)) == 1_600


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet='aB.?!\n\t “”’"(),-–é王\u00a0U.S', max_size=80))
def test_offsets_hold_whatever_the_text(text: str) -> None:
    document = Document("d", "d.txt", text)
    assert len(flowing(document)) == len(text)
    parsed = parse(document)
    assert all(flowing(document)[token.idx : token.idx + len(token)] == token.text for token in parsed)
    spans = find_sentences(document, parsed)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] != "" for span in spans)

"""When a text appeared, from the text alone; and when it does not say."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.detect.times.finding import find_published
from secondsource.model import Document, Span, When

PIECES = "LONDON, May 3 2024 (Reuters) - Monday Aug. 26 met yesterday in 2023 Published: \n"


def infer(text: str, *, reference: bool = False) -> tuple[When, str] | None:
    document = Document(id="d", file="d.txt", text=text, reference=reference)
    sentences = tuple(Span("d", m.start(), m.end()) for m in re.finditer(r"[^.!?\n]+[.!?\n]*", text))
    return find_published(document, sentences)


def interval(text: str) -> str | None:
    found = infer(text)
    return found and f"{found[0].earliest or ''}..{found[0].latest or ''}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # datelines and date lines say the day outright
        ("LONDON, May 3, 2024 (Reuters) - Ministers met.", "2024-05-03..2024-05-03"),
        ("WASHINGTON, 3 May 2024 — Ministers met.", "2024-05-03..2024-05-03"),
        ("Ministers meet\n\nPublished: 3 May 2024\n\nThey met on Friday.", "2024-05-03..2024-05-03"),
        ("Ministers meet\nMay 3, 2024\nThey met on Friday.", "2024-05-03..2024-05-03"),
        ("2024-05-03\nMinisters met.", "2024-05-03..2024-05-03"),
        # a weekday with a date fits few years, and what is told as past lies before it
        ("A report on Monday (Aug. 26) told of talks held in May 2023.", "2024-08-26..2024-09-01"),
        ("He said on Thursday, May 3, that talks had failed in December 2017.", "2018-05-03..2018-05-09"),
        # a dateline without a year, between what is past and what is to come
        ("GENEVA, March 4 (Reuters) - Talks that began in June 2022 will end in May 2023.", "2023-03-04..2023-03-04"),
        ("GENEVA, March 4 (Reuters) - Talks began in June 2022.", "2023-03-04.."),
        # only a floor
        ("Yesterday ministers met, as they had met in March 2021.", "2021-03-01.."),
    ],
)
def test_what_the_text_settles(text: str, expected: str) -> None:
    found = infer(text)
    assert found is not None
    assert interval(text) == expected
    assert found[1].startswith("text")
    assert found[0].said in text


@pytest.mark.parametrize(
    "text",
    [
        "Earlier this week, reports of talks emerged.",
        "The two sides are in talks. Last week, he called it a test.",
        "The command seeks an increase between 2022 and 2027. Last week it said so.",
        "A report on Monday (Aug. 26) told of talks.",
        "They met on March 18, 2021 in Anchorage. The talks ended on March 19, 2021. They had met in 2019.",
        "Ministers will meet on Monday, Aug. 26.",
        "MOSCOW May 3 parade tanks rolled past.",
        "",
    ],
)
def test_an_honest_unknown(text: str) -> None:
    assert infer(text) is None


def test_a_reference_work_has_no_day_of_its_own() -> None:
    assert infer("Yesterday ministers met, as they had met in March 2021.", reference=True) is None


def test_a_far_year_stays_open() -> None:
    assert interval("A report on Monday (Aug. 26) recalled the treaty that was signed in 1972.") == "1974-08-26.."


@settings(max_examples=80, deadline=None)
@given(
    st.one_of(
        st.text(max_size=100),
        st.lists(
            st.sampled_from(PIECES.split(" ")),
            max_size=20,
        ).map(" ".join),
    )
)
def test_any_text_is_answered(text: str) -> None:
    found = infer(text)
    if found is not None:
        when, basis = found
        assert basis.startswith("text")
        assert when.said in text
        assert when.earliest is not None
        assert when.latest is None or when.earliest <= when.latest <= date.max

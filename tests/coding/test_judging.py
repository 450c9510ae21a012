"""The classifier of pairs: plain cases, its look-alikes, and what must hold of any answer."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.coding.judging import codes_of, judge
from secondsource.words.cameo import cameo_codes

Stretch = tuple[int, int]


def stretch(text: str, words: str) -> Stretch:
    start = text.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("text", "source", "target", "kind"),
    [
        ("Chad expelled two diplomats of Mali on Friday.", "Chad", "Mali", "SANCTION"),
        ("Norway lifted its ban on fish from Iceland.", "Norway", "Iceland", "RETREAT"),
        ("Norway refused to lift its ban on fish from Iceland.", "Norway", "Iceland", "REJECT"),
        ("Norway promised to lift its ban on fish from Iceland.", "Norway", "Iceland", "AGREE"),
        ("Police arrested forty students in Lagos.", "Police", "forty students", "COERCE"),
        ("Forty students marched against the police in Lagos.", "Forty students", "the police", "PROTEST"),
        ("Japan sent doctors to Nepal after the quake.", "Japan", "Nepal", "AID"),
        ("Rebels shelled a barracks of the army at dawn.", "Rebels", "the army", "ASSAULT"),
        ("Ghana accused Togo of moving the border posts.", "Ghana", "Togo", "ACCUSE"),
        ("Ghana praised Togo for moving the border posts.", "Ghana", "Togo", "SUPPORT"),
    ],
)
def test_what_one_does_to_the_other(text: str, source: str, target: str, kind: str) -> None:
    judged = judge(text, stretch(text, source), stretch(text, target))
    assert judged.type == kind
    assert judged.happens > 0.5


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Chad expelled two diplomats of Mali on Friday.", "Mali", "Chad"),
        ("Kenya beat Uganda 3-1 in the final.", "Kenya", "Uganda"),
        ("Peru is larger than Chile, which has the longer coast.", "Peru", "Chile"),
    ],
)
def test_where_nothing_happens(text: str, source: str, target: str) -> None:
    assert judge(text, stretch(text, source), stretch(text, target)).happens < 0.5


def test_the_telling_word_is_found() -> None:
    text = "After a week of rain in the hills, Ghana at last freed the crew of a trawler from Togo."
    judged = judge(text, stretch(text, "Ghana"), stretch(text, "the crew"))
    assert text[slice(*judged.word)] == "freed"


def test_a_pair_far_apart_in_a_very_long_sentence_is_judged_within_bounds() -> None:
    text = "Chad, " + "which is large and dry and far from any sea, " * 60 + "expelled two diplomats of Mali."
    judged = judge(text, stretch(text, "Chad"), stretch(text, "Mali"))
    assert 0 <= judged.word[0] < judged.word[1] <= len(text)


def test_mere_statements_have_codes_too() -> None:
    text = "Chad declined to comment on the reports."
    codes = codes_of(text, stretch(text, "Chad"), None)
    assert set(codes) <= set(cameo_codes())
    assert sum(codes.values()) == pytest.approx(1.0, abs=1e-3)
    assert max(codes, key=codes.__getitem__).startswith("01")


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200), st.integers(0, 199), st.integers(1, 40))
def test_any_text_gives_an_answer_inside_it(text: str, start: int, length: int) -> None:
    source = (start, min(len(text), start + length)) if start < len(text) else None
    judged = judge(text, source, None)
    assert 0.0 <= judged.happens <= 1.0
    assert 0.0 <= judged.probability <= 1.0
    assert 0 <= judged.word[0] <= judged.word[1] <= len(text)
    assert judged == judge(text, source, None)

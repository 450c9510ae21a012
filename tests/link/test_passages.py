from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.link.passages import relevant, sentences_of, stem, words_of

TEXT = (
    "The ferry company was founded in 1931. It carries mail between the islands. In March 2019 the Skarvik ran aground "
    "off Hesteneset. Nobody was hurt. The company sold two of its older boats the year after. Tickets cost 90 crowns."
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One stands. Two stands.", 2),
        ("Dr. Lind met Gen. Okoro. They left.", 2),
        ("The U.S. Navy said so.", 1),
        ("It rose 3.5 percent. Then it fell.", 2),
        ("A heading\nA line below it", 2),
        ('"Stop," he said. "Now."', 2),
        ("", 0),
        ("no full stop at all", 1),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences_of(text)) == count


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("emissions", "emission"),
        ("signed", "signing"),
        ("countries", "countri"),
        ("rises", "rise"),
        ("trade", "trades"),
    ],
)
def test_words_of_one_stem(one: str, other: str) -> None:
    assert stem(one)[:4] == stem(other)[:4]


def test_common_words_do_not_count() -> None:
    assert words_of("It was the ferry that had been there") == ["ferry"]


@pytest.mark.parametrize(
    ("claim", "kept"),
    [
        ("The Skarvik ran aground in 2019.", "ran aground off Hesteneset"),
        ("The company was founded in the thirties.", "founded in 1931"),
        ("A ticket costs 90 crowns.", "90 crowns"),
    ],
)
def test_the_sentence_that_the_claim_is_about_is_kept(claim: str, kept: str) -> None:
    assert kept in relevant(TEXT, claim, 80, len)


def test_what_fits_stays_as_it_is() -> None:
    assert relevant(TEXT, "anything", len(TEXT), len) == TEXT


@given(st.text(max_size=300), st.text(max_size=60), st.integers(1, 200))
def test_what_is_kept_is_of_the_text_in_its_order(text: str, claim: str, room: int) -> None:
    kept = sentences_of(relevant(text, claim, room, len))
    rest = iter(text)
    assert all(letter in rest for letter in "".join("".join(kept).split()))


@given(st.text(max_size=300))
def test_sentences_lose_nothing(text: str) -> None:
    found = "".join("".join(sentences_of(text)).split())
    assert set(found) <= set(text)
    assert len(found) >= len("".join(text.replace("#", "").split())) - sum(text.count(m) for m in "\"”’')]")

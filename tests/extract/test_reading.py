"""Look-ups over a document laid open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from secondsource.extract.reading import Reading, content_words
from secondsource.model import Attribution, Holder

TEXT = "Kenya met Somalia on Monday. Reuters said that Oman, citing sources, had left on 3 May 2021. Then it rained."


def test_every_offset_has_its_sentence(reading_of: Callable[[str], Reading]) -> None:
    reading = reading_of(TEXT)
    assert len(reading.sentences) == 3
    for sentence in reading.sentences:
        for offset in range(sentence.start, sentence.end):
            assert reading.sentence(offset) == sentence
    assert reading.sentence(len(TEXT)) is None
    assert reading.sentence(-1) is None


def test_no_sentence_between_sentences(reading_of: Callable[[str], Reading]) -> None:
    text = "Kenya met Somalia.\n\nOman left the talks."
    assert reading_of(text).sentence(text.index("\n")) is None


@pytest.mark.parametrize(
    ("word", "name"), [("Kenya", "Kenya"), ("Oman", "Oman"), ("Reuters", "Reuters"), ("met", None), ("rained", None)]
)
def test_the_name_over_a_token(reading_of: Callable[[str], Reading], word: str, name: str | None) -> None:
    reading = reading_of(TEXT)
    token = next(t for t in reading.parsed if t.text == word)
    found = reading.name(token)
    assert (found.name if found is not None else None) == name


def test_a_name_of_several_words_covers_them_all(reading_of: Callable[[str], Reading]) -> None:
    reading = reading_of("The United Kingdom sent a ship to Sri Lanka.")
    found = {t.text: n.name for t in reading.parsed if (n := reading.name(t)) is not None}
    assert found["United"] == found["Kingdom"] == "United Kingdom"
    assert found["Sri"] == found["Lanka"] == "Sri Lanka"


def test_times_inside_a_stretch(reading_of: Callable[[str], Reading]) -> None:
    reading = reading_of(TEXT)
    first, second, third = reading.sentences
    said = [TEXT[t.span.start : t.span.end] for s in (first, second, third) for t in reading.times_in(s.start, s.end)]
    assert said == ["Monday", "3 May 2021"]
    assert reading.times_in(third.start, third.end) == ()


def test_the_innermost_named_attribution_wins(reading_of: Callable[[str], Reading]) -> None:
    reading = reading_of(TEXT)
    span = reading.span

    def say(start: int, end: int, *names: str) -> Attribution:
        holders = tuple(Holder(n, "outlet") for n in names)
        return Attribution(reading.sentences[0], (), (), (span(start, end),), holders, "asserts")

    wide, inner, nobody = say(0, 90, "Reuters"), say(10, 40, "BBC"), say(20, 30)
    opened = replace(reading, attributions=(wide, inner, nobody))
    assert opened.attribution(25) is inner
    assert opened.attribution(50) is wide
    assert opened.attribution(95) is None
    alone = replace(reading, attributions=(nobody,))
    assert alone.attribution(25) is nobody
    assert alone.attribution(30) is None


# (text, content words)
CONTENT = [
    ("Kenya met Somalia.", {"Kenya", "meet", "Somalia"}),
    ("Kenyan soldiers were taken to the Somali border.", {"Kenya", "Somalia", "soldier", "border"}),
    ("It has been said to be so.", set()),
    ("Three ships left.", {"ship", "leave"}),
]


@pytest.mark.parametrize(("text", "words"), CONTENT)
def test_content_words(reading_of: Callable[[str], Reading], text: str, words: set[str]) -> None:
    reading = reading_of(text)
    assert content_words(reading.parsed, reading) - {"three"} == words


def test_an_empty_document(reading_of: Callable[[str], Reading]) -> None:
    reading = reading_of("")
    assert reading.sentence(0) is None
    assert reading.attribution(0) is None
    assert reading.times_in(0, 10) == ()

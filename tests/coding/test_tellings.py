"""Tellings of a sentence: the classifier's pairs and the reader's own events put together."""

from __future__ import annotations

import pytest

from secondsource.coding.tellings import CERTAIN, Telling, find_tellings
from secondsource.detect import detect
from secondsource.extract import extract_with_reading
from secondsource.model import Document

Told = tuple[str, set[str | None], set[str | None]]


def tellings(text: str) -> tuple[Telling, ...]:
    found, reading = extract_with_reading(detect(Document("d", "d", text)))
    return find_tellings(reading, found.events)


def told(text: str) -> list[Told]:
    return [
        (
            t.mention.type,
            {p.side for p in t.mention.participants if p.role != "recipient"},
            {p.side for p in t.mention.participants if p.role == "recipient"},
        )
        for t in tellings(text)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # one word, several who do it and several to whom it is done
        ("Chad and Niger expelled the ambassador of Mali.", [("SANCTION", {"Chad", "Niger"}, {"Mali"})]),
        ("Chad accused Niger and Mali of spying.", [("ACCUSE", {"Chad"}, {"Niger", "Mali"})]),
        # two acts, each with its own parties
        (
            "Ghana praised Togo, while Benin condemned Nigeria.",
            [("SUPPORT", {"Ghana"}, {"Togo"}), ("ACCUSE", {"Benin"}, {"Nigeria"})],
        ),
        # passive, and the doer left out of the first clause
        ("The envoy of Peru was expelled by Chile on Monday.", [("SANCTION", {"Chile"}, {"Peru"})]),
        # a guest is the actor of a visit, also where the host tells it
        ("Jordan received the prime minister of Slovenia.", [("CONSULT", {"Slovenia"}, {"Jordan"})]),
        # all sides of talks
        ("Ghana and Togo held talks in Lome.", [("CONSULT", {"Ghana", "Togo"}, set())]),
    ],
)
def test_who_does_what(text: str, wanted: list[Told]) -> None:
    assert told(text) == wanted


def test_one_deed_told_by_two_words_is_one_telling() -> None:
    kinds = [t.mention.type for t in tellings("Chad denied that its soldiers had attacked a village in Sudan.")]
    assert kinds == ["ASSAULT"]


@pytest.mark.parametrize("text", ["Did Chad expel the envoy of Mali?", "Lightning killed eleven cows in Lesotho.", ""])
def test_questions_and_things_tell_nothing(text: str) -> None:
    assert not tellings(text)


def test_every_telling_stands_on_a_word_of_its_sentence() -> None:
    text = "Rain fell. Ghana freed the crew of a trawler from Togo, and Benin sent them blankets. It was late."
    found = tellings(text)
    assert found
    for each in found:
        sentence, word = each.mention.sentence, each.mention.trigger
        assert sentence.start <= word.start < word.end <= sentence.end
        assert CERTAIN <= each.confidence < 1

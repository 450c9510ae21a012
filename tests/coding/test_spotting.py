"""Actor phrases: who is spotted, what is no actor, and for whom a phrase stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.coding.spotting import country_of, find_actor_phrases
from secondsource.detect import detect
from secondsource.extract.events.memory import remember
from secondsource.extract.reading import Reading, lay_open
from secondsource.model import Document


def opened(text: str) -> Reading:
    return lay_open(detect(Document("d", "d", text)), ())


def spotted(text: str) -> dict[str, set[str | None]]:
    reading = opened(text)
    memory = remember(reading)
    return {
        text[p.span.start : p.span.end]: {who.side for who in p.stands_for}
        for sentence in reading.sentences
        for p in find_actor_phrases(sentence, reading, memory)
    }


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Chad expelled the envoy of Mali.", {"Chad", "the envoy of Mali"}),
        ("Israel's army shelled a camp.", {"Israel's army", "a camp"}),
        ("Truck drivers blocked the road to the port of Gabon.", {"Truck drivers", "the port of Gabon"}),
        ("Three bloggers were freed by Bahrain on Sunday.", {"Three bloggers", "Bahrain"}),
        ("The trade talks between Peru and Chile went on.", {"Peru", "Chile"}),
        ("Norway's offer pleased a group of pilots.", {"Norway", "a group of pilots"}),
    ],
)
def test_whole_phrases_of_those_who_act(text: str, phrases: set[str]) -> None:
    assert set(spotted(text)) == phrases


@pytest.mark.parametrize(
    "text",
    [
        "The harvest was late, and the price of wheat rose.",
        "It rained all night.",
        "Trade grew by three percent in May.",
    ],
)
def test_things_do_not_act(text: str) -> None:
    assert spotted(text) == {}


@pytest.mark.parametrize(
    ("text", "phrase", "side"),
    [
        ("Soldiers in Niger freed eleven hostages.", "Soldiers", "Niger"),
        ("Families in the north of Malawi thanked Norway.", "Families", "Malawi"),
        ("Kenyan nurses met the minister.", "Kenyan nurses", "Kenya"),
        ("Farmers thanked Norway.", "Farmers", None),
    ],
)
def test_people_belong_where_the_phrase_sets_them(text: str, phrase: str, side: str | None) -> None:
    assert spotted(text)[phrase] == {side}


def test_a_pronoun_for_somebody_named_in_the_sentence_is_no_second_actor() -> None:
    assert set(spotted("Ireland gave its backing to Cyprus.")) == {"Ireland", "Cyprus"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Miners marched through the capital of Peru.", "Peru"),
        ("Chad and Mali met.", None),
        ("Miners marched.", None),
    ],
)
def test_the_one_country_of_a_sentence(text: str, country: str | None) -> None:
    reading = opened(text)
    assert country_of(reading.sentences[0], reading) == country


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Chad", "the army", "Kenyan nurses", "attacked", "and", "in Mali", ",", "talks with"]),
        max_size=9,
    )
)
def test_phrases_lie_in_their_sentence_and_never_overlap(words: list[str]) -> None:
    text = " ".join(words) + "."
    reading = opened(text)
    memory = remember(reading)
    for sentence in reading.sentences:
        last = sentence.start
        for phrase in find_actor_phrases(sentence, reading, memory):
            assert last <= phrase.span.start < phrase.span.end <= sentence.end
            last = phrase.span.end

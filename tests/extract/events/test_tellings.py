"""Events as one document tells them: what is one event, what is none, and what one telling takes from another."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.collect import document_from_text
from secondsource.extract.events.labels import listed
from secondsource.model import EventMention, Findings
from secondsource.pipeline import study


def _events(findings: Findings, word: str) -> list[EventMention]:
    text = findings.document.text
    return [e for e in findings.events if text[e.trigger.start : e.trigger.end] == word]


# sentences that tell of no event of ours
NO_EVENT = [
    "The Bolivian embassy in Lima declined to comment.",
    "A spokesman for the Danish navy refused to answer questions.",
    "The army spokesman declined to elaborate when asked.",
    "Forecasters warned of rain over Luzon.",
    "The weather service of Japan warned of heavy snow in Hokkaido.",
    "The delegates waited in a meeting room in Nairobi.",
    "An American carrier strike group lies in the port of Busan.",
    "The minister met the deadline set in Oslo.",
    "Swedish law meets European standards.",
    "Estonia will host the games in May.",
    "In March the rains came to Chad.",
    "The Norwegian economy was hit by inflation.",
    pytest.param(
        "Prices rallied in Tokyo on Friday.",
        marks=pytest.mark.xfail(
            strict=True, reason="triggers: rally, march, protest want people or a side as their subject"
        ),
    ),
    "The Greek minister met with criticism at home.",
    "The decision in Paris was met with surprise.",
    "The Kenyan ministry released a statement.",
    "A Swiss company released its results.",
    "The Indian minister called the plan a mistake.",
    "The Turkish minister struck a friendly tone.",
    "Chile's national team beat Peru in Santiago.",
    "The Danish court heard the case in Aarhus.",
    "The Malaysian minister visited the website of the ministry.",
    pytest.param(
        "Austria's president shot a film in Vienna.",
        marks=pytest.mark.xfail(
            strict=True, reason="triggers._object_fits: hit, strike, shoot want an actor, a force or a place"
        ),
    ),
    "A visit to the museum in Cairo costs ten pounds.",
    "Analysts say a war between Chad and Sudan is unlikely.",
    "What will Serbia and Kosovo talk about when they meet?",
    "Imagine that Spain attacks Portugal.",
    "The treaty between Nepal and India has twelve articles.",
    "Peru's ambassador in Quito said nothing.",
    "The Brazilian striker signed a contract with Milan.",
    "“Will Mali attack us?” asked the president of Niger.",
    "The report describes how treaties are signed.",
    "The editors have corrected a story headlined “Peru attacks Chile near Arica”, the paper said.",
    'Correction: in an article under the headline "Peru and Chile sign a treaty in Arica" a name was misspelt.',
]


@pytest.mark.parametrize("text", NO_EVENT)
def test_look_alikes_tell_of_no_event(findings_of: Callable[..., Findings], text: str) -> None:
    assert [e.label for e in findings_of(text).events] == []


# (text, all its events in text order: category and status)
TELLINGS = [
    ("Uganda carried out an attack on Congo.", [("ASSAULT", "occurred")]),
    (
        "Cuba imposed sanctions on Haiti and signed a treaty with Mexico.",
        [("SANCTION", "occurred"), ("AGREE", "occurred")],
    ),
    pytest.param(
        "Greece expelled the Turkish ambassador and then recalled its own.",
        [("SANCTION", "occurred"), ("SANCTION", "occurred")],
        marks=pytest.mark.xfail(strict=True, reason="triggers: “recalled its own” leaves out the ambassador"),
    ),
    ("Egypt and Ethiopia agreed to meet in Khartoum.", [("AGREE", "occurred"), ("CONSULT", "planned")]),
    ("An airstrike on Khartoum killed nine civilians.", [("ASSAULT", "occurred")]),
    ("Nepal and India held a round of talks in Delhi.", [("CONSULT", "occurred")]),
    ("Poland called on Belarus to release two journalists.", [("REQUEST", "occurred")]),
    ("Mali refused to meet the French ambassador.", [("REJECT", "occurred")]),
    pytest.param(
        "Finland and Norway held joint exercises in Lapland.",
        [("COOPERATE", "occurred")],
        marks=pytest.mark.xfail(
            strict=True,
            reason="triggers._only_carries: the carrier and its noun are of two categories (MOBILIZE, COOPERATE)",
        ),
    ),
    ("The Iranian navy held an exercise in the Gulf of Oman.", [("MOBILIZE", "occurred")]),
    ("Qatar denied that it had expelled the Egyptian ambassador.", [("SANCTION", "denied")]),
    ("Eritrea began withdrawing its troops from Tigray on Friday.", [("RETREAT", "occurred")]),
    ("Russia fired missiles at Odesa on Friday, killing three people.", [("ASSAULT", "occurred")]),
    ("Colombia and the ELN signed a ceasefire in Caracas.", [("AGREE", "occurred"), ("RETREAT", "occurred")]),
    (
        "Brazil met Chile in Quito in May and will meet Peru in Lima in July.",
        [("CONSULT", "occurred"), ("CONSULT", "planned")],
    ),
    pytest.param(
        "Zambia arrested five Congolese soldiers on Monday. They were freed on Tuesday.",
        [("COERCE", "occurred"), ("RETREAT", "occurred")],
        marks=pytest.mark.xfail(
            strict=True, reason="triggers._object_fits: a pronoun is no object word, though its noun is"
        ),
    ),
    ("At least 15 soldiers were killed when rebels attacked a Malian army base.", [("ASSAULT", "occurred")]),
    pytest.param(
        "Japan lodged a protest with China over the island.",
        [("ACCUSE", "occurred")],
        marks=pytest.mark.xfail(
            strict=True, reason="triggers._only_carries: a protest that is lodged is told once more, as a demonstration"
        ),
    ),
    ("Pakistan on Tuesday summoned the Iranian envoy.", [("ACCUSE", "occurred")]),
    ("Russia's invasion of Ukraine began on 24 February 2022.", [("ASSAULT", "occurred")]),
]


@pytest.mark.parametrize(("text", "told"), TELLINGS)
def test_what_a_sentence_tells(findings_of: Callable[..., Findings], text: str, told: list[tuple[str, str]]) -> None:
    assert [(e.type, e.status) for e in findings_of(text).events] == told


# (text, last word that tells of the event, its sides taken from before, its status)
BACK = [
    (
        "Officials from Laos and China held talks in Hanoi on Monday. The talks lasted six hours.",
        "talks",
        {"Laos", "China"},
        "occurred",
    ),
    (
        "Armenia and Azerbaijan will hold talks in Prague on Friday. The talks were proposed by France.",
        "talks",
        {"Armenia", "Azerbaijan"},
        "planned",
    ),
    (
        "Egypt was to hold talks with Sudan in Cairo on Monday. The talks took place on Tuesday.",
        "talks",
        {"Egypt", "Sudan"},
        "occurred",
    ),
    (
        "Turkey and Greece will hold talks in Bern. The meeting was cancelled on Tuesday.",
        "meeting",
        {"Turkey", "Greece"},
        "did_not_occur",
    ),
    (
        "Oman and Yemen held a meeting in Muscat. Their meeting was the first since 2019.",
        "meeting",
        {"Oman", "Yemen"},
        "occurred",
    ),
]


@pytest.mark.parametrize(("text", "word", "sides", "status"), BACK)
def test_a_telling_that_points_back(
    findings_of: Callable[..., Findings], text: str, word: str, sides: set[str], status: str
) -> None:
    found = _events(findings_of(text), word)
    assert found
    assert {p.side for p in found[-1].participants} == sides
    assert found[-1].status == status


def test_the_talks_of_others_are_not_taken_over(findings_of: Callable[..., Findings]) -> None:
    found = findings_of("Laos and China held talks in Hanoi. The talks between Peru and Chile failed.")
    assert [{p.side for p in e.participants} for e in found.events] == [{"Laos", "China"}, {"Peru", "Chile"}]


def test_a_list_of_places_is_a_list_of_events(findings_of: Callable[..., Findings]) -> None:
    events = findings_of("Meetings between Laos and Thailand took place in Hanoi, Bangkok and Manila.").events
    assert [e.place.name for e in events if e.place is not None] == ["Hanoi", "Bangkok", "Manila"]
    single = findings_of("A meeting between Laos and Thailand took place in Hanoi, Vietnam.").events
    assert [e.place.name for e in single if e.place is not None] == ["Hanoi"]


def test_modes(findings_of: Callable[..., Findings]) -> None:
    planned = findings_of("The Cuban foreign minister will visit Algiers on Friday.").events
    assert [e.modes for e in planned] == [("visit", "future")]
    undone = findings_of("The Cuban foreign minister did not visit Algiers on Friday.").events
    assert [e.modes for e in undone] == [("visit", "negation")]
    call = findings_of("The presidents of Cuba and Algeria held a phone call on Friday.").events
    assert [e.modes for e in call] == [("phone",)]


def test_a_label_tells_what_happened(findings_of: Callable[..., Findings]) -> None:
    met = findings_of("The foreign ministers of Greece and Turkey met in Bern on Monday.").events
    assert [e.label for e in met] == ["Greece and Turkey held talks in Bern (Monday)"]
    plan = findings_of("The Cuban foreign minister will visit Algiers.").events
    assert [e.label.startswith("Cuba is to visit") for e in plan] == [True]
    no = findings_of("The foreign ministers of Greece and Turkey did not meet in Bern.").events
    assert [e.label for e in no] == ["Greece and Turkey did not hold talks in Bern"]
    several = findings_of("Two envoys from Bern are to visit Greece.").events
    assert [e.label.partition(" to visit")[0].split()[-1] for e in several] == ["are"]
    gate = findings_of("The gate was opened for families of Morocco on Tuesday.").events
    assert [e.label.startswith("The gate was opened") for e in gate] == [True]


@pytest.mark.parametrize(
    ("names", "sentence"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_listed(names: list[str], sentence: str) -> None:
    assert listed(names) == sentence


# --- what holds of any text ---------------------------------------------------------------------------------------

_PIECES = (
    "Kenya", "Somalia", "the president", "Beijing", "officials", "talks", "met", "will meet", "attacked", "denied",
    "said that", "on Monday", "in May 2021", "two weeks later", "in Nairobi", "with", "between", "and", "if", "not",
    "reportedly", "cancelled", "a visit", "sanctions on", "according to Reuters", ",", ".", "?", "\n\n", "“", "”", "-",
    "the two sides", "he", "their", "three", "soldiers", "secret", "was", "to", "of", "that", "—", "\t", "é", "🙂",
)  # fmt: skip
_SENTENCES = st.lists(st.sampled_from(_PIECES), max_size=25).map(" ".join)
_ANY = st.one_of(_SENTENCES, st.text(max_size=80), st.tuples(_SENTENCES, st.text(max_size=20)).map(" ".join))
_SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def test_a_participant_without_words_is_no_crash() -> None:
    found = study(document_from_text("train and talks two attacked Paris, filling"))
    assert all(p.name.strip() for e in found.events for p in e.participants)


@_SLOW
@given(_ANY)
def test_every_event_lies_in_one_sentence(text: str) -> None:
    found = study(document_from_text(text))
    for event in found.events:
        assert event.sentence in found.sentences
        assert event.sentence.start <= event.trigger.start < event.trigger.end <= event.sentence.end
        assert event.trigger.end <= len(found.document.text)
        assert found.document.text[event.trigger.start : event.trigger.end].strip()
        assert event.participants or event.place or event.when or event.status != "occurred"
        assert all(p.name.strip() for p in event.participants)
        assert event.label
        if event.when is not None and event.when.earliest is not None and event.when.latest is not None:
            assert event.when.earliest <= event.when.latest


@_SLOW
@given(_SENTENCES)
def test_the_same_text_gives_the_same_findings(text: str) -> None:
    document = document_from_text(text)
    assert study(document) == study(document)

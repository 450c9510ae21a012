"""Assertions: what is put forward, by whom, through whom, and on what ground."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.collect import document_from_text
from secondsource.extract.statements.pieces import ground_of
from secondsource.model import UNNAMED_OUTLET, Assertion, Basis, Findings, Holder
from secondsource.pipeline import study

# sentences in the document's own voice that state something about somebody
OWN_VOICE = [
    "Kenya's army lost forty vehicles in the north.",
    "The Peruvian parliament has approved the budget.",
    "Oman and Yemen have shared a border post since 1992.",
    "Lithuania's foreign minister was in Seoul on Monday.",
    "The Ethiopian dam has been filling for three years.",
    "NATO ran out of shells in May.",
]

# sentences that state nothing a reader could check
NOT_STATED = [
    "Will Kenya's army lose the north?",
    "Why did the Peruvian parliament approve the budget?",
    "Kenya's army could lose the north.",
    "The Peruvian parliament should approve the budget.",
    "Perhaps the Peruvian parliament has approved the budget.",
    "Oman is a sultanate in Arabia.",
    "The Lithuanian vote clearly reflected a new mood.",
    "It was unclear who in Seoul had signed the paper.",
    "The Ethiopian dam will be full in three years.",
    "If NATO ran out of shells, Russia would know.",
    "It rained all day.",
    "The visit underscored how isolated Belarus had become.",
]


def _plain(findings: Findings) -> list[Assertion]:
    return [a for a in findings.assertions if a.event is None]


@pytest.mark.parametrize("text", OWN_VOICE)
def test_own_voice(findings_of: Callable[..., Findings], text: str) -> None:
    found = _plain(findings_of(text, "Daily Nation"))
    assert [(a.stance, [h.name for h in a.holders]) for a in found] == [("asserts", ["Daily Nation"])]
    assert found[0].text == text.rstrip(".") or found[0].text == text


@pytest.mark.parametrize("text", NOT_STATED)
def test_questions_wishes_and_opinions_are_no_statements(findings_of: Callable[..., Findings], text: str) -> None:
    assert [a.text for a in _plain(findings_of(text, "Daily Nation"))] == []


# (text, what is put forward, stance, holders from origin to publisher, ground)
ATTRIBUTED = [
    (
        "Peru's foreign ministry said the bridge had been closed since March.",
        "the bridge had been closed since march",
        "asserts",
        "first",
    ),
    (
        "The bridge had been closed since March, according to La Tercera.",
        "the bridge had been closed since march",
        "relays",
        "named",
    ),
    (
        "Sources said the Sudanese bridge had been closed since March.",
        "the sudanese bridge had been closed since march",
        "asserts",
        "vague",
    ),
    (
        "Moscow denied that the Armenian bridge had been closed.",
        "the armenian bridge had been closed",
        "denies",
        "first",
    ),
]


@pytest.mark.parametrize(("text", "words", "stance", "ground"), ATTRIBUTED)
def test_attributed(findings_of: Callable[..., Findings], text: str, words: str, stance: str, ground: str) -> None:
    found = _plain(findings_of(text, "Daily Nation"))
    assert [(a.text.lower().rstrip("."), a.stance, a.ground) for a in found] == [(words, stance, ground)]
    assert found[0].holders[-1] == Holder("Daily Nation", "outlet", None)
    assert len(found[0].holders) > 1


# (text, stance of the assertion that its one event took place)
STANCES = [
    ("Kenyan and Somali officials met in Nairobi.", "asserts"),
    ("Kenyan and Somali officials will meet in Nairobi.", "plans"),
    ("Kenyan and Somali officials reportedly met in Nairobi.", "hedges"),
    ("Kenyan and Somali officials did not meet in Nairobi.", "denies"),
    ("Kenyan and Somali officials met in Nairobi, according to Reuters.", "relays"),
    ("Kenya denied that Kenyan and Somali officials had met in Nairobi.", "denies"),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_the_stance_towards_an_event(findings_of: Callable[..., Findings], text: str, stance: str) -> None:
    about = [a for a in findings_of(text, "Daily Nation").assertions if a.event is not None]
    assert [a.stance for a in about] == [stance]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_an_event_is_not_stated_twice(findings_of: Callable[..., Findings], text: str, stance: str) -> None:
    found = findings_of(text, "Daily Nation")
    assert [a.event for a in found.assertions if a.stance != "denies"] == ([] if stance == "denies" else [0])


# (text, what nobody says in it)
NOT_SAID = [
    ("Eritrea began withdrawing its troops from Tigray on Friday.", "retracts"),
    ("Kuwait rejected claims that it had arrested two Iraqi officers.", "asserts"),
    ("Burundi dismissed as false a report that its soldiers attacked a village.", "asserts"),
    ("The spokesman neither confirmed nor denied that the Algerian ship had left.", "denies"),
    ("The Kenyan embassy declined to comment on the report.", "asserts"),
    ("The Kenyan embassy declined to comment on the report.", "denies"),
]


@pytest.mark.parametrize(("text", "stance"), NOT_SAID)
def test_a_stance_that_nobody_takes(findings_of: Callable[..., Findings], text: str, stance: str) -> None:
    content = [
        a for a in findings_of(text, "Daily Nation").assertions if "reject" not in a.text and "dismiss" not in a.text
    ]
    assert stance not in {a.stance for a in content if a.event is None or stance == "denies"}


@pytest.mark.xfail(
    strict=True, reason="statements._of_own_voice: a trigger merged into another event is stated once more"
)
def test_an_act_and_what_it_did_are_stated_once(findings_of: Callable[..., Findings]) -> None:
    found = findings_of(
        "At least 15 soldiers were killed on Sunday when gunmen attacked a Malian army base.", "Daily Nation"
    )
    assert [a.event for a in found.assertions] == [0]


def test_a_definite_office_is_somebody(findings_of: Callable[..., Findings]) -> None:
    found = findings_of("Guatemala's president said the bridge had been closed.", "Daily Nation")
    assert [a.ground for a in found.assertions] == ["first"]


def test_no_comment_is_neutral(findings_of: Callable[..., Findings]) -> None:
    found = findings_of("The Kenyan embassy declined to comment on the report.", "Daily Nation")
    assert [a.stance for a in found.assertions] == ["no_comment"]


@pytest.mark.parametrize(
    "text",
    [
        "A Kenyan diplomat told Reuters that the bridge had been closed.",
        "Reuters reported that the bridge had been closed.",
        "Kenya Kenya denied Somalia told Reuters",
    ],
)
def test_the_publisher_comes_last_where_it_is_named_too(findings_of: Callable[..., Findings], text: str) -> None:
    assert {a.holders[-1].name for a in findings_of(text, "Reuters").assertions} == {"Reuters"}


@pytest.mark.xfail(
    strict=True, reason="statements._chain: the holder “unnamed sources” keeps the rumour's own words out"
)
def test_a_rumour_holds_what_nobody_says(findings_of: Callable[..., Findings]) -> None:
    found = findings_of("There are rumours that Kenyan and Somali officials met in Nairobi.", "Daily Nation")
    about = [a for a in found.assertions if a.event is not None]
    assert [a.ground for a in about] == ["rumour"]
    assert about[0].holders[-1].name == "Daily Nation"


def test_figures_and_negation(findings_of: Callable[..., Findings]) -> None:
    lost = _plain(findings_of("Kenya's army lost forty vehicles in the north.", "Daily Nation"))
    assert [(f.value, f.unit) for f in lost[0].figures] == [(40.0, "vehicle")]
    assert not lost[0].negated
    kept = _plain(findings_of("Kenya's army did not lose forty vehicles in the north.", "Daily Nation"))
    assert [a.negated for a in kept] == [True]


def test_nobody_is_guessed_as_publisher(findings_of: Callable[..., Findings]) -> None:
    found = findings_of("Kenyan and Somali officials met in Nairobi.")
    assert [a.holders[-1].name for a in found.assertions] == [UNNAMED_OUTLET]


_PAPER = Holder("Daily Nation", "outlet")

# (holders, basis, ground)
GROUNDS: list[tuple[list[Holder], Basis, str]] = [
    ([Holder("unconfirmed reports", "unnamed"), _PAPER], "relays", "rumour"),
    ([Holder("rumours", "unnamed"), _PAPER], "relays", "rumour"),
    ([Holder("sources", "unnamed"), _PAPER], "own reporting", "vague"),
    ([Holder("some analysts", "unnamed"), _PAPER], "own reporting", "vague"),
    ([Holder("a senior Kenyan diplomat", "unnamed"), _PAPER], "own reporting", "anon"),
    ([Holder("two people familiar with the matter", "unnamed"), _PAPER], "own reporting", "anon"),
    ([_PAPER], "official", "record"),
    ([_PAPER], "own reporting", "named"),
    ([_PAPER], "unattributed", "own"),
    ([_PAPER], "relays", "own"),
    ([Holder("Kenya", "country", "Kenya"), _PAPER], "relays", "first"),
    ([Holder("Amina Otieno", "person"), _PAPER], "relays", "first"),
    ([Holder("Reuters", "agency"), _PAPER], "relays", "named"),
]


@pytest.mark.parametrize(("holders", "basis", "ground"), GROUNDS)
def test_ground(holders: list[Holder], basis: Basis, ground: str) -> None:
    assert ground_of(holders, "asserts", basis) == ground


# --- what holds of any text ---------------------------------------------------------------------------------------

_PIECES = (
    "Kenya", "Somalia", "the president", "Beijing", "officials", "sources", "talks", "met", "will meet", "attacked",
    "denied", "said that", "said", "told Reuters", "according to the BBC", "declined to comment", "on Monday",
    "rumours", "it is claimed", "in Nairobi", "with", "and", "if", "not", ",", ".", "?", "\n\n", "“", "”", "—", "may",
    "forty", "three", "soldiers", "was", "to", "of", "that", "\t", "é", "🙂", "lost", "the bridge",
)  # fmt: skip
_SENTENCES = st.lists(st.sampled_from(_PIECES), max_size=25).map(" ".join)
_ANY = st.one_of(_SENTENCES, st.text(max_size=80), st.tuples(_SENTENCES, st.text(max_size=20)).map(" ".join))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_ANY, st.sampled_from([None, "Daily Nation"]))
def test_every_assertion_resolves_and_ends_with_the_publisher(text: str, outlet: str | None) -> None:
    document = document_from_text(text, outlet=outlet)
    found = study(document)
    for assertion in found.assertions:
        assert assertion.sentence in found.sentences
        assert 0 <= assertion.content.start < assertion.content.end <= len(document.text)
        holding = [s for s in found.sentences if s.start <= assertion.content.start < s.end]
        assert len(holding) == 1
        assert assertion.content.end <= holding[0].end
        assert document.text[assertion.content.start : assertion.content.end].strip()
        assert assertion.holders[-1].name == (document.outlet or UNNAMED_OUTLET)
        assert len({h.name for h in assertion.holders}) == len(assertion.holders)
        assert assertion.text.strip()
        if assertion.event is not None:
            event = found.events[assertion.event]
            assert event.sentence == assertion.sentence
            assert assertion.content.start <= event.trigger.start < assertion.content.end


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_SENTENCES)
def test_every_event_has_one_assertion(text: str) -> None:
    found = study(document_from_text(text))
    assert sorted(a.event for a in found.assertions if a.event is not None) == list(range(len(found.events)))

"""Whether two events are one: the four answers, with a sentence for each slot, and what must stay two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.link.events import group_events
from secondsource.link.lookalikes import beside, join_alike
from secondsource.link.sameness import judge, said, tell
from secondsource.model import Comparison, EventMention, Findings, Place, SameAnswer

from .builders import (
    AYDIN,
    BRAZIL,
    COSTA,
    JAPAN,
    KANDAHAR,
    PORTO,
    PORTUGAL,
    TURKEY_PARTY,
    actor,
    attack,
    day,
    groups_of,
    make_findings,
    meeting,
    party,
    recipient,
    tells,
)

SPIN = Place("Spin Boldak", "Afghanistan", 31.01, 66.4, "city")
OTHER_WORDS = frozenset({"blast", "lorry", "market"})
PHONE = ("meet", "phone")

ANSWERS: dict[str, tuple[EventMention, EventMention, SameAnswer]] = {
    "two meetings with the same slots": (meeting(), meeting(), "same"),
    "the same persons, the day told once, reports of the same days": (
        meeting(COSTA, AYDIN),
        meeting(COSTA, AYDIN, when=None),
        "same",
    ),
    "one attack in the same town on the same day": (attack(), attack(words=OTHER_WORDS), "same"),
    "the same number of a row": (meeting(order=3), meeting(order=3, place=None), "same"),
    "a week apart": (attack(), attack(when=day("2024-05-10")), "different"),
    "neighbouring towns": (attack(), attack(place=SPIN), "different"),
    "another city": (meeting(), meeting(place=PORTO), "different"),
    "other parties": (meeting(), meeting(BRAZIL, JAPAN), "different"),
    "two rounds of a row": (meeting(order=2), meeting(order=3), "different"),
    "a call and a meeting": (meeting(), meeting(modes=PHONE, place=None), "different"),
    "held and called off": (meeting(), meeting(status="did_not_occur"), "different"),
    "victims of another side": (
        attack(actor("gunmen"), recipient("five drivers")),
        attack(actor("gunmen"), recipient("two French aid workers", "France")),
        "different",
    ),
    "one town and the same days of news, but other words for the act": (
        attack(when=None, words=frozenset({"shell"})),
        attack(words=OTHER_WORDS),
        "unsure",
    ),
    "a rumour that does not name who, and what took place": (
        meeting(status="alleged", participants=()),
        meeting(),
        "unsure",
    ),
    "the same parties in the same days of news": (meeting(when=None, place=None), meeting(), "unsure"),
    "nothing told but who": (
        meeting(BRAZIL, TURKEY_PARTY, when=None, place=None, status="planned"),
        meeting(BRAZIL, TURKEY_PARTY, when=None, place=None, status="planned"),
        "not judged",
    ),
}


def compared(one: EventMention, other: EventMention) -> Comparison:
    """Compare two events that two reports tell apart."""
    findings = [
        make_findings(tells(one), published="2024-03-13" if one.type == "CONSULT" else "2024-05-04"),
        make_findings(
            tells(other),
            publisher="Evening Star",
            published="2024-03-13" if one.type == "CONSULT" else "2024-05-04",
            file="b.txt",
        ),
    ]
    events = [replace(event, mentions=((n, 0),)) for n in (0, 1) for event in group_events([findings[n]])]
    left, right = tell(groups_of(findings, events=tuple(events)))
    return judge(left, right)[0]


@pytest.mark.parametrize(("one", "other", "answer"), ANSWERS.values(), ids=ANSWERS.keys())
def test_the_answer(one: EventMention, other: EventMention, answer: SameAnswer) -> None:
    assert compared(one, other).answer == answer


@pytest.mark.parametrize(("one", "other", "answer"), ANSWERS.values(), ids=ANSWERS.keys())
def test_the_answer_is_symmetric(one: EventMention, other: EventMention, answer: SameAnswer) -> None:
    back = compared(other, one)
    assert back.answer == answer
    slots = {(p.slot, p.bearing) for p in compared(one, other).points}
    assert {(p.slot, p.bearing) for p in back.points} == slots


@pytest.mark.parametrize(
    ("one", "other", "sentence"),
    [
        (attack(), attack(when=day("2024-05-10")), "Different days: 3 May 2024; 10 May 2024"),
        (attack(), attack(place=SPIN), "Other places, 94 km apart: Kandahar; Spin Boldak"),
        (attack(), attack(place=None), "Only one says where: Kandahar"),
        (attack(when=None), attack(when=None, place=None), "Neither says when, but their reports are of the same days"),
        (meeting(), meeting(BRAZIL, JAPAN), "Others take part: Brazil and Turkey; Brazil and Japan"),
        (meeting(order=2), meeting(order=3), "Number 2 of a row and number 3"),
        (meeting(), meeting(modes=PHONE), "One is a call, the other a meeting"),
        (meeting(), meeting(place=PORTUGAL), "One in Lisbon, the other in Portugal"),
    ],
)
def test_every_slot_says_why(one: EventMention, other: EventMention, sentence: str) -> None:
    assert sentence in [p.text for p in compared(one, other).points]


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2024-05-03", "3 May 2024"),
        ("2024-05-03 2024-05-05", "3 to 5 May 2024"),
        ("2024-04-30 2024-05-02", "30 April 2024 to 2 May 2024"),
    ],
)
def test_days_in_words(when: str, words: str) -> None:
    assert said(day(when)) == words


# --- a pile -----------------------------------------------------------------------------------------------------------


def pile(*mentions: EventMention, published: str = "2024-05-04") -> list[Findings]:
    return [
        make_findings(tells(m, said=str(n)), publisher=f"Post {n}", published=published, file=f"{n}.txt")
        for n, m in enumerate(mentions)
    ]


def test_two_incidents_a_week_apart_in_neighbouring_towns_stand_beside_each_other() -> None:
    findings = pile(attack(), attack(place=SPIN, when=day("2024-05-10")))
    groups = groups_of(findings, events=group_events(findings))
    assert len(join_alike(groups)) == 2
    one, other = groups.events
    (near,) = beside(groups)[one.id]
    assert (near.event, near.compared.answer) == (other.id, "different")
    assert [p.slot for p in near.compared.points if p.bearing == "conflict"] == ["place", "date"]


def test_an_unsure_pair_is_not_joined() -> None:
    one, other, answer = ANSWERS["one town and the same days of news, but other words for the act"]
    findings = pile(one, other)
    groups = groups_of(findings, events=group_events(findings))
    assert answer == "unsure"
    assert len(join_alike(groups)) == 2
    assert {near.compared.answer for each in beside(groups).values() for near in each} == {"unsure"}


def test_what_fits_two_that_exclude_each_other_joins_neither() -> None:
    by_party = attack(actor("army", "Chad"), recipient("camp"), place=None)
    north = attack(actor("army", "Chad"), recipient("camp"), place=KANDAHAR)
    south = attack(actor("army", "Chad"), recipient("camp"), place=SPIN)
    findings = pile(by_party, north, south)
    apart = tuple(replace(event, mentions=((n, 0),)) for n in range(3) for event in group_events([findings[n]]))
    joined = join_alike(groups_of(findings, events=apart))
    assert sorted(e.mentions for e in joined) == [((0, 0),), ((1, 0),), ((2, 0),)]


MENTIONS = st.sampled_from(
    [
        attack(),
        attack(place=None),
        attack(when=None),
        attack(place=SPIN),
        attack(when=day("2024-05-10")),
        attack(words=OTHER_WORDS),
        meeting(),
        meeting(COSTA, AYDIN),
        meeting(BRAZIL, JAPAN),
        meeting(party("Brazil"), TURKEY_PARTY, when=None),
    ]
)


@given(st.lists(MENTIONS, min_size=2, max_size=6), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_the_order_of_documents_does_not_matter(mentions: list[EventMention], chance: object) -> None:
    findings = pile(*mentions)
    shuffle: Callable[[list[Findings]], None] = chance.shuffle  # type: ignore[attr-defined]
    other = list(findings)
    shuffle(other)

    def joined(found: list[Findings]) -> set[frozenset[str]]:
        apart = [replace(event, mentions=((n, 0),)) for n, each in enumerate(found) for event in group_events([each])]
        events = join_alike(groups_of(found, events=tuple(apart)))
        return {frozenset(found[d].document.file for d, _ in e.mentions) for e in events}

    assert joined(findings) == joined(other)


@given(MENTIONS)
@settings(max_examples=20, deadline=None, derandomize=True)
def test_an_event_with_a_day_and_a_place_is_the_same_as_itself(mention: EventMention) -> None:
    findings = pile(mention)
    (told,) = tell(groups_of(findings, events=group_events(findings)))
    assert judge(told, told)[0].answer != "different"
    if mention.when is not None and mention.place is not None:
        assert judge(told, told)[0].answer == "same"

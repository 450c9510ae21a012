"""Two tellings slot by slot: what agrees, what excludes, what one of them leaves open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.link.likeness import (
    Slots,
    compare,
    contains,
    days,
    distance,
    meet,
    narrowest,
    shown,
    slots_of_mention,
)
from secondsource.model import EventMention, Participant, Place, When

from .builders import (
    AYDIN,
    BRAZIL,
    COSTA,
    JAPAN,
    KANDAHAR,
    LISBON,
    PORTO,
    PORTUGAL,
    TURKEY_PARTY,
    actor,
    attack,
    day,
    meeting,
    party,
    recipient,
)

NORTH_SEA = Place("North Sea", None, 56.0, 3.0, "sea")
ALENTEJO = Place("Alentejo", "Portugal", 38.0, -8.0, "region")
CASTLE = Place("Sao Jorge Castle", "Portugal", 38.71, -9.13, "site")
UNKNOWN = Place("the old mill", None, None, None, "site")
VALENCIA = Place("Valencia", "Spain", 39.47, -0.38, "city")
VALENCIA_VE = Place("Valencia", "Venezuela", 10.16, -68.0, "city")


def of(mention: EventMention) -> Slots:
    return slots_of_mention(mention)


@pytest.mark.parametrize(
    ("one", "other", "conflicts"),
    [
        (meeting(), meeting(), set()),
        (meeting(), meeting(COSTA, AYDIN), set()),
        (meeting(), meeting(BRAZIL, JAPAN), {"participants"}),
        (meeting(COSTA, AYDIN), meeting(COSTA, party("Turkey")), set()),
        (meeting(COSTA, AYDIN), meeting(party("Rui Lima", "Brazil"), party("Ece Kaya", "Turkey")), {"participants"}),
        (meeting(), meeting(BRAZIL, TURKEY_PARTY, JAPAN), set()),
        (meeting(), meeting(place=PORTO), {"place"}),
        (meeting(), meeting(place=PORTUGAL), set()),
        (meeting(), meeting(place=KANDAHAR), {"place"}),
        (meeting(), meeting(place=UNKNOWN), set()),
        (meeting(), meeting(place=None), set()),
        (meeting(), meeting(when=day("2024-03-13")), {"date"}),
        (meeting(), meeting(when=day("2024-03-01 2024-03-31")), set()),
        (meeting(), meeting(when=None), set()),
        (meeting(), meeting(when=When(None, None, "recently")), set()),
        (meeting(), meeting(when=When(date(2024, 4, 1), None, "since April")), {"date"}),
        (meeting(publicity="secret"), meeting(publicity="public"), {"publicity"}),
        (meeting(publicity="secret"), meeting(), set()),
        (meeting(), meeting(type="COERCE"), {"type"}),
        (attack(), attack(place=LISBON), {"place"}),
        (attack(actor("Russia", "Russia")), attack(actor("Belarus", "Belarus")), {"participants"}),
        (attack(actor("Russia", "Russia")), attack(actor("Russian troops", "Russia")), set()),
        (
            attack(actor("Russia", "Russia"), recipient("Ukraine", "Ukraine")),
            attack(actor("Ukraine", "Ukraine"), recipient("Russia", "Russia")),
            {"participants"},
        ),
    ],
)
def test_conflicts(one: EventMention, other: EventMention, conflicts: set[str]) -> None:
    assert {c.slot for c in compare(of(one), of(other)).conflicts} == conflicts
    assert {c.slot for c in compare(of(other), of(one)).conflicts} == conflicts


def test_a_telling_equals_itself() -> None:
    for mention in (meeting(), meeting(COSTA, AYDIN, publicity="secret"), attack(actor("Russia", "Russia"))):
        likeness = compare(of(mention), of(mention))
        assert (likeness.score, likeness.conflicts) == (1.0, ())


def test_nameless_parties_make_a_telling_like_itself_but_never_surely() -> None:
    likeness = compare(of(attack()), of(attack()))
    assert "participants" in likeness.matches
    assert not likeness.conflicts
    assert 0.5 < likeness.score <= 1.0


def test_two_waters_that_may_share_ground_exclude_nothing() -> None:
    north, south = Place("North Sea", None, 56.0, 3.0, "sea"), Place("Norwegian Sea", None, 66.0, 2.0, "sea")
    far = Place("Coral Sea", None, -18.0, 152.0, "sea")
    assert not compare(of(meeting(place=north)), of(meeting(place=south))).conflicts
    assert [c.slot for c in compare(of(meeting(place=north)), of(meeting(place=far))).conflicts] == ["place"]


def test_what_is_open_is_left_out_of_the_score_and_listed() -> None:
    likeness = compare(of(meeting(place=None, when=None)), of(meeting()))
    assert likeness.unknown == ("place", "date", "publicity")
    assert likeness.score == 1.0


def test_a_conflict_gives_both_values_the_claims_first() -> None:
    claimed = of(meeting(BRAZIL, JAPAN, place=PORTO, when=day("2024-06-01 2024-06-30"), publicity="secret"))
    likeness = compare(claimed, of(meeting(publicity="public")))
    assert [(c.slot, c.claimed, c.documented) for c in likeness.conflicts] == [
        ("participants", "Brazil, Japan", "Brazil, Turkey"),
        ("place", "Porto", "Lisbon"),
        ("date", "2024-06-01 to 2024-06-30", "2024-03-12"),
        ("publicity", "secret", "public"),
    ]
    assert likeness.matches == ("type",)
    # rating.md, section 11: half of .35 for the one party in common, .10 for the type, over all five weights.
    assert likeness.score == pytest.approx(0.35 / 2 + 0.10)


# --- places -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outer", "inner", "inside"),
    [
        (LISBON, LISBON, True),
        (PORTUGAL, LISBON, True),
        (LISBON, PORTUGAL, False),
        (PORTUGAL, KANDAHAR, False),
        (LISBON, PORTO, False),
        (LISBON, CASTLE, True),
        (PORTO, CASTLE, False),
        (ALENTEJO, LISBON, True),
        (ALENTEJO, KANDAHAR, False),
        (VALENCIA, VALENCIA_VE, False),
        (NORTH_SEA, replace(CASTLE, name="Platform", country=None, lat=57.0, lon=2.0), True),
        (NORTH_SEA, LISBON, False),
        (UNKNOWN, LISBON, False),
        (UNKNOWN, UNKNOWN, True),
    ],
)
def test_contains(outer: Place, inner: Place, inside: bool) -> None:
    assert contains(outer, inner) is inside


def test_distance_is_in_kilometres() -> None:
    assert distance(LISBON, PORTO) == pytest.approx(274, abs=3)
    assert distance(LISBON, LISBON) == 0.0
    assert distance(LISBON, PORTUGAL) is None


# --- dates ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "text", "length"),
    [
        (day("2024-03-12"), "2024-03-12", 1),
        (day("2024-02-01 2024-02-29"), "2024-02-01 to 2024-02-29", 29),
        (When(None, date(2024, 3, 12), "by Tuesday"), "until 2024-03-12", 100_000),
        (When(date(2024, 3, 12), None, "since"), "from 2024-03-12", 100_000),
        (When(None, None, "in the past"), "in the past", 100_000),
    ],
)
def test_shown_and_length(when: When, text: str, length: int) -> None:
    assert (shown(when), days(when)) == (text, length)


def test_narrowest() -> None:
    assert narrowest([day("2024-03-01 2024-03-31"), day("2024-03-12"), day("2024-03-14")]) == day("2024-03-12")
    assert narrowest([]) is None


# --- properties -------------------------------------------------------------------------------------------------------

ENDS = st.one_of(st.none(), st.dates(date(2023, 1, 1), date(2025, 1, 1)))


@st.composite
def whens(draw: st.DrawFn) -> When:
    first = draw(ENDS)
    last = (
        draw(ENDS)
        if first is None
        else draw(st.one_of(st.none(), st.just(first + timedelta(draw(st.integers(0, 90))))))
    )
    return When(first, last, "then")


ROLES = st.sampled_from(("actor", "recipient", "party"))
PEOPLE = st.builds(
    Participant,
    st.sampled_from(("Brazil", "Turkey", "Japan", "Elena Costa", "Rui Lima", "Mehmet Aydin", "gunmen")),
    st.sampled_from(("Brazil", "Turkey", "Japan", None)),
    ROLES,
)
TELLINGS = st.builds(
    attack,
    type=st.sampled_from(("CONSULT", "ASSAULT", "COOPERATE", "MOBILIZE", "AGREE")),
    participants=st.lists(PEOPLE, max_size=4).map(tuple),
    place=st.sampled_from((None, LISBON, PORTO, PORTUGAL, KANDAHAR, NORTH_SEA, ALENTEJO, CASTLE, UNKNOWN)),
    when=st.one_of(st.none(), whens()),
    publicity=st.sampled_from((None, "secret", "public")),
)


@given(whens(), whens())
def test_meeting_intervals_are_symmetric(a: When, b: When) -> None:
    assert meet(a, b) == meet(b, a)
    assert meet(a, a)


@given(TELLINGS, TELLINGS)
def test_likeness_is_a_share_and_its_conflicts_have_no_direction(a: EventMention, b: EventMention) -> None:
    there, back = compare(of(a), of(b)), compare(of(b), of(a))
    assert 0.0 <= there.score <= 1.0
    assert {c.slot for c in there.conflicts} == {c.slot for c in back.conflicts}
    assert not {c.slot for c in there.conflicts} & set(there.matches)
    assert not set(there.unknown) & set(there.matches)

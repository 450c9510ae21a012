"""The claims of a pile: of events, of their slots, of statements; and what speaks for, against and about each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.link import link
from secondsource.model import ClaimGroup, Figure, Findings, Groups, Holder

from .builders import (
    AYDIN,
    COSTA,
    MINISTRY,
    PORTO,
    SOURCES,
    TURKEY,
    Sentence,
    actor,
    attack,
    day,
    make_findings,
    meeting,
    outlet,
    recipient,
    says,
    tells,
)


def pile(*reports: tuple[str, list[Sentence]]) -> Groups:
    """Link reports, given as (publisher, sentences), of days in a row."""
    return link(
        make_findings(*sentences, publisher=publisher, published=f"2024-03-{13 + i}", file=f"{chr(97 + i)}.txt")
        for i, (publisher, sentences) in enumerate(reports)
    )


def claim(groups: Groups, modality: str = "occurred", slot: str | None = None) -> ClaimGroup:
    (found,) = [c for c in groups.claims if c.modality == modality and c.slot == slot]
    return found


def weights(group: ClaimGroup) -> list[tuple[str, int, float]]:
    return [(t.evidence.origin, t.polarity, t.evidence.q) for t in group.testimony]


# --- claims of an event -----------------------------------------------------------------------------------------------


def test_an_event_is_one_claim_with_everybody_who_tells_it() -> None:
    groups = pile(("Daily Post", [tells(meeting(), MINISTRY)]), ("Evening Star", [tells(meeting(), TURKEY)]))
    (only,) = groups.claims
    assert (only.event, only.modality, only.slot) == (groups.events[0].id, "occurred", None)
    assert weights(only) == [("Foreign Ministry of Brazil", 1, 1.0), ("Foreign Ministry of Turkey", 1, 1.0)]
    assert only.sides == (frozenset({"Brazil"}), frozenset({"Turkey"}))


def test_a_plan_that_was_held_makes_two_claims_and_names_its_outcome() -> None:
    plan = tells(meeting(status="planned"), MINISTRY, stance="plans")
    groups = pile(("Daily Post", [plan]), ("Evening Star", [tells(meeting(), TURKEY)]))
    planned, occurred = claim(groups, "planned"), claim(groups)
    assert planned.realised_by == occurred.id
    assert weights(planned) == [("Foreign Ministry of Brazil", 1, 1.0)]
    assert weights(occurred) == [("Foreign Ministry of Turkey", 1, 1.0)]


def test_a_plan_alone_never_supports_that_it_took_place() -> None:
    groups = pile(("Daily Post", [tells(meeting(status="planned"), MINISTRY, stance="plans")]))
    assert [c.modality for c in groups.claims] == ["planned"]


def test_a_cancelled_plan_is_spoken_against_and_did_not_occur() -> None:
    plan = tells(meeting(status="planned"), MINISTRY, stance="plans")
    off = tells(meeting(status="did_not_occur"), TURKEY, stance="denies")
    groups = pile(("Daily Post", [plan]), ("Evening Star", [off]))
    assert groups.events[0].status == "did_not_occur"
    assert weights(claim(groups, "planned")) == [
        ("Foreign Ministry of Brazil", 1, 1.0),
        ("Foreign Ministry of Turkey", -1, 1.0),
    ]
    assert claim(groups, "planned").realised_by is None


def test_a_denial_speaks_against_and_a_no_comment_neither_way() -> None:
    groups = pile(
        ("Daily Post", [tells(meeting(status="alleged"), SOURCES, stance="hedges", hedge="sources said")]),
        ("Evening Star", [tells(meeting(status="denied"), TURKEY, stance="denies")]),
        ("Morning Sun", [tells(meeting(status="alleged"), MINISTRY, stance="no_comment")]),
    )
    assert [t.polarity for t in claim(groups).testimony] == [1, -1, 0]


def test_where_the_doer_denies_it_a_telling_without_doer_takes_no_side() -> None:
    deed = attack(actor("Turkish jets", "Turkey"), recipient("checkpoint"), label="Turkish jets attacked a checkpoint")
    left_open = attack(recipient("checkpoint"), label="the checkpoint was attacked")
    told = [("Daily Post", [tells(deed, MINISTRY)]), ("Morning Sun", [tells(left_open)])]
    assert [t.polarity for t in claim(pile(*told)).testimony] == [1, 1]
    denied = ("Evening Star", [tells(replace(deed, status="denied"), TURKEY, stance="denies")])
    assert [t.polarity for t in claim(pile(*told, denied)).testimony] == [1, 0, -1]


def test_a_loose_no_comment_goes_to_the_event_of_its_report() -> None:
    silent = says("The ministry did not answer questions.", TURKEY, stance="no_comment", key=frozenset({"question"}))
    groups = pile(("Daily Post", [tells(meeting(), SOURCES), silent]))
    assert [(t.evidence.origin, t.polarity) for t in claim(groups).testimony] == [
        ("unnamed sources of Daily Post", 1),
        ("Foreign Ministry of Turkey", 0),
    ]


def test_an_outsider_who_speaks_of_an_event_as_known_is_no_evidence() -> None:
    analyst = Holder("Ana Reis", "person", "Chile")
    comment = tells(meeting(definite=True, place=None), analyst)
    own = tells(meeting(definite=True, place=None), Holder("Elena Costa", "person", "Brazil"), said="2")
    groups = pile(("Daily Post", [tells(meeting(), TURKEY)]), ("Evening Star", [comment]), ("Morning Sun", [own]))
    assert [t.evidence.origin for t in claim(groups).testimony] == ["Foreign Ministry of Turkey", "Elena Costa"]


def test_one_sentence_and_origin_counts_once() -> None:
    twice = Sentence("The ministers met twice over.", meeting(), tells(meeting(), MINISTRY).assertion)
    found = make_findings(twice)
    found = make_findings(
        twice, events=(found.events[0], found.events[0]), assertions=(found.assertions[0], found.assertions[0])
    )
    assert len(claim(link([found])).testimony) == 1


# --- lineage inside a claim -------------------------------------------------------------------------------------------

LONG = "The foreign ministers of Brazil and Turkey met for two hours in a former rope works in Lisbon on Tuesday."


def test_a_copy_has_no_independence_left() -> None:
    copy = says(LONG, MINISTRY, event=meeting())
    groups = pile(("Daily Post", [copy]), ("Evening Star", [copy]))
    assert weights(claim(groups)) == [("Foreign Ministry of Brazil", 1, 1.0), ("Foreign Ministry of Brazil", 1, 0.0)]


HALF = (
    "The foreign ministers of Brazil and Turkey met for two hours beside the river while nobody outside was watching."
)


@pytest.mark.parametrize(
    ("text", "published", "lead", "weighed"),
    [
        (LONG, "2024-03-14", None, [(1.0, ""), (0.0, "Evening Star repeats Daily Post (100% of the wording)")]),
        (LONG, "2024-03-12", None, [(0.0, "Daily Post repeats Evening Star (100% of the wording)"), (1.0, "")]),
        (HALF, "2024-03-14", None, [(1.0, ""), (0.5, "Evening Star repeats Daily Post (47% of the wording)")]),
        ("They spoke in a rope works.", "2024-03-14", None, [(1.0, ""), (1.0, "")]),
        (
            LONG,
            "2024-03-14",
            outlet("Far Herald"),
            [(1.0, ""), (0.0, "Evening Star repeats Daily Post (100% of the wording)")],
        ),
    ],
    ids=["copy", "original, filed second", "a copy in part", "own words", "copy under a relay's lead"],
)
def test_what_a_copy_adds_and_whose_it_is(
    text: str, published: str, lead: Holder | None, weighed: list[tuple[float, str]]
) -> None:
    """Own voices: without the copying each would be an origin of its own."""
    first = make_findings(says(LONG, event=meeting()))
    other = make_findings(
        says(text, event=meeting()), publisher="Evening Star", published=published, file="b.txt", lead=lead
    )
    told = claim(link([first, other])).testimony
    assert [(t.evidence.q, t.evidence.echo) for t in told] == weighed


@pytest.mark.parametrize(
    ("holders", "q"),
    [
        ((outlet("Daily Post"),), 0.0),
        ((Holder("Daily Post", "body"),), 0.0),
        ((MINISTRY, outlet("Daily Post")), 0.0),
        ((outlet("Far Herald"),), 1.0),
        ((TURKEY,), 1.0),
    ],
    ids=[
        "relay",
        "relay by a name read as a body",
        "relay with the origin named",
        "relay of an outlet outside the pile",
        "own source",
    ],
)
def test_a_relay_of_an_outlet_in_the_pile_adds_nothing(holders: tuple[Holder, ...], q: float) -> None:
    groups = pile(("Daily Post", [tells(meeting(), MINISTRY)]), ("Evening Star", [tells(meeting(), *holders)]))
    assert [t.evidence.q for t in claim(groups).testimony] == [1.0, q]


def test_a_relay_is_an_echo_only_where_the_outlets_own_report_says_the_same() -> None:
    """The Post's report in the pile speaks of another meeting: the relay of the Post is the only trace of this one."""
    other = tells(meeting(when=day("2024-01-12")), MINISTRY)
    groups = pile(("Daily Post", [other]), ("Evening Star", [tells(meeting(), outlet("Daily Post"))]))
    assert [t.evidence.q for c in groups.claims for t in c.testimony] == [1.0, 1.0]


TEMPLATE = "The foreign ministers of Brazil and Turkey met for two hours in a former rope works in Lisbon on {} 2024."


def test_a_denial_that_repeats_the_rumours_words_is_no_copy_of_it() -> None:
    rumour = says(LONG, SOURCES, event=meeting(status="alleged"), stance="hedges", hedge="sources said")
    denial = says(f"Turkey denied it: {LONG}", TURKEY, event=meeting(status="denied"), stance="denies")
    groups = pile(("Daily Post", [rumour]), ("Evening Star", [denial]))
    assert [(t.polarity, t.evidence.q) for t in claim(groups).testimony] == [(1, 1.0), (-1, 1.0)]


def test_the_same_form_of_words_about_another_day_is_no_copy() -> None:
    march = says(TEMPLATE.format("12 March"), event=meeting())
    may = says(TEMPLATE.format("14 May"), event=meeting(when=day("2024-05-14")))
    groups = pile(("Daily Post", [march]), ("Evening Star", [may]))
    assert [weights(c) for c in groups.claims] == [[("Daily Post", 1, 1.0)], [("Evening Star", 1, 1.0)]]


# --- slot claims ------------------------------------------------------------------------------------------------------

DEAD = Figure(12.0, "people", "12 people")
MANY = Figure(120.0, "people", "120 people")


def test_numbers_that_exclude_each_other_are_claims_with_two_sides() -> None:
    groups = pile(
        ("Daily Post", [tells(attack(figures=(DEAD,)), MINISTRY)]),
        ("Evening Star", [tells(attack(figures=(MANY,)), TURKEY)]),
    )
    slots = [c for c in groups.claims if c.slot == "number"]
    assert [c.text.rpartition(": ")[2] for c in slots] == ["12 people", "120 people"]
    assert [sorted(t.polarity for t in c.testimony) for c in slots] == [[-1, 1], [-1, 1]]


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        ((DEAD,), []),
        ((), ["12 people"]),
        ((Figure(3.0, "hour", "three hours"),), ["12 people", "3 hours"]),
    ],
    ids=["shared by all", "given by one", "of another unit"],
)
def test_a_number_is_a_claim_of_its_own_where_not_all_give_it(figures: tuple[Figure, ...], told: list[str]) -> None:
    groups = pile(
        ("Daily Post", [tells(attack(figures=(DEAD,)), MINISTRY)]),
        ("Evening Star", [tells(attack(figures=figures), TURKEY)]),
    )
    slots = [c for c in groups.claims if c.slot == "number"]
    assert [c.text.rpartition(": ")[2] for c in slots] == told
    assert not [t for c in slots for t in c.testimony if t.polarity == -1]


def test_the_day_that_only_one_report_gives_rests_on_that_report() -> None:
    groups = pile(
        ("Daily Post", [tells(meeting(COSTA, AYDIN), MINISTRY)]),
        ("Evening Star", [tells(meeting(COSTA, AYDIN, when=None), TURKEY)]),
    )
    assert weights(claim(groups, slot="date")) == [("Foreign Ministry of Brazil", 1, 1.0)]
    assert len(claim(groups).testimony) == 2


# --- statements -------------------------------------------------------------------------------------------------------

# A statement is a claim where it is about somebody who takes part in an event of the pile.
EVENT = tells(meeting(), MINISTRY)


def word(text: str, *holders: Holder, **given: object) -> Sentence:
    fields: dict[str, object] = {"key": frozenset({"Brazil", "send", "grain", "port", "winter"}), "subject": "Brazil"}
    return says(text, *holders, **(fields | given))  # type: ignore[arg-type]


def statements(*sentences: Sentence) -> list[ClaimGroup]:
    groups = pile(("Daily Post", [EVENT]), *((f"Outlet {i}", [s]) for i, s in enumerate(sentences)))
    return [c for c in groups.claims if c.modality == "statement"]


ONE = word("Brazil will send grain to the ports before winter.", MINISTRY)


@pytest.mark.parametrize(
    "other",
    [
        word("Grain from Brazil is to reach the ports by the winter.", TURKEY),
        word("The ports get grain from Brazil.", TURKEY, key=frozenset({"Brazil", "grain", "port", "winter", "ship"})),
        word("The ports get grain.", TURKEY, key=frozenset({"Brazil", "deploy", "grain", "port", "winter"})),
    ],
    ids=["same words", "most of the words", "a synonym"],
)
def test_one_statement_in_other_words(other: Sentence) -> None:
    (found,) = statements(ONE, other)
    assert [t.polarity for t in found.testimony] == [1, 1]
    assert found.text.startswith("Foreign Ministry of Brazil: ")


@pytest.mark.parametrize(
    "other",
    [
        word("Brazil will send 40 tonnes.", TURKEY, figures=(Figure(40.0, "tonne", "40 tonnes"),)),
        word("Brazil will fish.", TURKEY, key=frozenset({"Brazil", "fish", "port", "winter", "quota"})),
        word("Brazil is cold.", TURKEY, key=frozenset({"Brazil", "winter"})),
    ],
    ids=["another number", "half of the words", "too few words"],
)
def test_statements_kept_apart(other: Sentence) -> None:
    assert len(statements(ONE, other)) == 2


@pytest.mark.parametrize(
    "other",
    [
        word("Turkey denied that.", TURKEY, stance="denies"),
        word("Brazil will not send it.", TURKEY, negated=True),
    ],
    ids=["denied", "said the other way"],
)
def test_the_opposite_is_the_same_claim_with_a_voice_against(other: Sentence) -> None:
    (found,) = statements(ONE, other)
    assert [(t.evidence.origin, t.polarity) for t in found.testimony] == [
        ("Foreign Ministry of Brazil", 1),
        ("Foreign Ministry of Turkey", -1),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        word("Peru will send grain.", Holder("Ana Reis", "person"), key=frozenset({"Peru", "grain"}), subject="Peru"),
        word("Analysts suppose so.", MINISTRY, stance="supposes"),
        word("It is so.", MINISTRY, key=frozenset({"so"})),
    ],
    ids=["about nobody of the pile", "supposition", "no content"],
)
def test_what_is_no_statement(sentence: Sentence) -> None:
    assert statements(sentence) == []


def test_a_refusal_to_comment_is_a_statement_that_stands_alone() -> None:
    (found,) = statements(says("Turkey would not comment.", TURKEY, stance="no_comment"))
    assert found.text == "Turkey would not comment."
    assert [(t.assertion.stance, t.polarity) for t in found.testimony] == [("no_comment", 1)]


# --- ids --------------------------------------------------------------------------------------------------------------


def varied() -> list[Findings]:
    groups = pile(
        ("Daily Post", [tells(meeting(status="planned"), MINISTRY, stance="plans"), ONE]),
        ("Evening Star", [tells(meeting(COSTA, AYDIN), TURKEY), tells(attack(figures=(DEAD,)), SOURCES)]),
        ("Morning Sun", [tells(attack(figures=(MANY,)), MINISTRY), tells(meeting(place=PORTO, when=None))]),
    )
    return list(groups.findings)


def test_ids_are_unique_and_do_not_depend_on_order() -> None:
    findings = varied()
    there, back = link(findings), link(findings[::-1])
    assert there.claims == back.claims
    assert len({c.id for c in there.claims}) == len(there.claims)

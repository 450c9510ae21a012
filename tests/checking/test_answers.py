"""A reader's claim against a pile: borne out, contradicted by exactly one slot, or left open with the nearest event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from secondsource.dossier import Check
from secondsource.pipeline import Compared, check

Pile = Callable[..., Compared]

TALKS = (
    "Foreign Minister Elena Marques of Brazil and her Turkish counterpart Mehmet Demir met in Lisbon on 12 March 2024 "
    "to discuss grain shipments, the Brazilian foreign ministry said. Marques told the Daily Post that Brazil would "
    "not send troops to Haiti.",
    "Daily Post",
    "2024-03-13",
)
TOO = (
    "The Turkish foreign ministry confirmed that Mehmet Demir held talks with Brazil's Elena Marques in Lisbon on 12 "
    "March 2024. The Portuguese foreign ministry declined to comment on the talks between Brazil and Turkey.",
    "Evening Star",
    "2024-03-14",
)
STRIKE = (
    "Russian missiles struck the Ukrainian port city of Odesa on 3 May 2024, killing 12 people, the Ukrainian interior "
    "ministry said.",
    "Daily Post",
    "2024-05-04",
)
OFF = (
    "The foreign ministers of Japan and Kenya were to meet in Nairobi on 5 June 2024. The meeting in Nairobi was "
    "cancelled, the Japanese foreign ministry said.",
    "Evening Star",
    "2024-06-04",
)
RUMOUR = (
    "Unconfirmed reports say that officials of Japan and Peru held secret talks in Lima in January 2024.",
    None,
    None,
)


@pytest.fixture(scope="session")
def compared(pile: Pile) -> Compared:
    """Two reports of one meeting, a strike, a cancelled meeting, a rumour."""
    return pile(TALKS, TOO, STRIKE, OFF, RUMOUR)


def ask(claim: str, compared: Compared) -> Check:
    (answer,) = check([claim], compared)
    return answer


def fails(claim: str, *more: object, why: str) -> object:
    """A case that ought to pass and does not yet."""
    return pytest.param(claim, *more, marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=why))


ALONE = "a claim is parsed alone: names that the pile knows are missed or taken for places and bodies"

BORNE_OUT = ("confirmed", "corroborated", "single-source", "realised")


@pytest.mark.parametrize(
    "claim",
    [
        "Brazil and Turkey held talks in Lisbon.",
        "Brazil and Turkey held talks in Lisbon on 12 March 2024.",
        "Elena Marques met Mehmet Demir in Lisbon in March 2024.",
        "The foreign ministers of Brazil and Turkey met in Portugal.",
        "The foreign ministers of Turkey and Brazil met.",
        fails("Marques and Demir met in Lisbon", why=ALONE),
        "Talks took place between Brazil and Turkey in Lisbon.",
    ],
)
def test_a_claim_that_says_no_more_than_the_reports(claim: str, compared: Compared) -> None:
    answer = ask(claim, compared)
    assert answer.status in BORNE_OUT
    assert answer.status == "confirmed"
    assert (answer.origins.min, answer.origins.max) == (2, 2)
    assert {a.file for a in answer.supporting} == {"a.txt", "b.txt"}
    assert answer.event is not None


def test_that_a_plan_came_to_nothing_is_borne_out_by_its_cancellation(compared: Compared) -> None:
    answer = ask("Japan and Kenya did not hold a meeting in Nairobi on 5 June 2024.", compared)
    assert answer.status in BORNE_OUT
    assert [a.file for a in answer.supporting] == ["d.txt"]


# --- one slot differs: it can only be the same happening --------------------------------------------------------------


@pytest.mark.parametrize(
    ("claim", "slot"),
    [
        ("Brazil and Turkey held talks in Madrid on 12 March 2024.", "place"),
        ("Elena Marques and Mehmet Demir met in Ankara on 12 March 2024.", "place"),
        ("Brazil and Turkey held talks in Lisbon on 19 March 2024.", "date"),
        ("Brazil and Turkey held talks in Lisbon in June 2024.", "date"),
        ("Brazil and Turkey did not hold talks in Lisbon on 12 March 2024.", "polarity"),
        fails(
            "Russian missiles struck Odesa on 3 May 2024, killing 120 people.",
            "number",
            why="likeness.compare has no slot for numbers",
        ),
        ("Japan and Kenya held a meeting in Nairobi on 5 June 2024.", "polarity"),
    ],
)
def test_a_claim_that_differs_in_one_slot_is_denied(claim: str, slot: str, compared: Compared) -> None:
    answer = ask(claim, compared)
    assert answer.status in ("denied", "refuted")
    assert answer.supporting == ()
    assert answer.refuting
    assert answer.origins.min == 0
    assert slot in " ".join(answer.why) or slot == "number"


@pytest.mark.parametrize(
    "claim",
    [
        "Brazil will send troops to Haiti.",
        "Brazil promised to send troops to Haiti.",
    ],
)
def test_a_statement_said_the_other_way_is_denied(claim: str, compared: Compared) -> None:
    answer = ask(claim, compared)
    assert answer.status in ("denied", "refuted")
    assert any("Haiti" in a.quote for a in answer.refuting)


# --- more differs: left open ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claim", "conflicts"),
    [
        ("Brazil and Turkey held talks in Madrid in June 2024.", {"place", "date"}),
        ("Brazil and Japan held talks in Lisbon on 12 March 2024.", {"participants"}),
        ("Japan and Kenya held talks in Lisbon on 12 March 2024.", {"participants"}),
        fails("Rui Lima of Brazil and Ece Kaya of Turkey met in Lisbon on 12 March 2024.", {"participants"}, why=ALONE),
        ("Brazil and Japan held talks in Madrid on 12 March 2024.", {"participants", "place"}),
    ],
)
def test_a_claim_that_differs_in_more_is_unverified_and_the_nearest_says_how(
    claim: str, conflicts: set[str], compared: Compared
) -> None:
    answer = ask(claim, compared)
    assert (answer.status, answer.event, answer.supporting, answer.refuting) == ("unverified", None, (), ())
    assert (answer.origins.min, answer.origins.max) == (0, 0)
    assert answer.nearest
    assert conflicts <= {c.slot for c in answer.nearest[0].conflicts}


@pytest.mark.parametrize(
    "claim",
    [
        "Brazil, Turkey and Japan held talks in Lisbon.",
        "Brazil and Turkey held secret talks in Lisbon on 12 March 2024.",
        "Brazil's Elena Marques and Turkey's Ece Kaya met in Lisbon on 12 March 2024.",
        "Brazil and Turkey held their third round of talks in Lisbon on 12 March 2024.",
        "Russian missiles struck Odesa on 3 May 2024, wounding 45 people.",
        "Russian missiles struck Kharkiv on 3 May 2024.",
        "Russian missiles struck Kherson.",
        "Belarusian missiles struck Odesa on 3 May 2024.",
        "Ukrainian missiles struck Odesa on 3 May 2024.",
        "Brazil and Turkey signed a treaty in Lisbon on 12 March 2024.",
        "Chile and Peru exchanged prisoners in Arica.",
        "Turkey will send troops to Haiti.",
        "It rained in Lisbon.",
    ],
)
def test_a_claim_that_no_report_goes_so_far_as_to_make(claim: str, compared: Compared) -> None:
    answer = ask(claim, compared)
    assert answer.status not in BORNE_OUT
    assert answer.origins.min == 0


def test_a_rumour_stays_one(compared: Compared) -> None:
    answer = ask("Japan and Peru held secret talks in Lima.", compared)
    assert (answer.status, answer.origins.min) == ("unverified", 0)
    assert [a.stance for a in answer.supporting] == ["hedges"]


# --- claims about what somebody said ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claim", "file"),
    [
        ("Turkey's foreign ministry confirmed that Demir held talks with Marques in Lisbon.", "b.txt"),
        ("The Turkish foreign ministry confirmed talks with Brazil in Lisbon.", "b.txt"),
        ("Brazil's foreign ministry said that Marques and Demir met in Lisbon.", "a.txt"),
        ("Elena Marques said that Brazil would not send troops to Haiti.", "a.txt"),
    ],
)
def test_a_statement_that_its_holder_made(claim: str, file: str, compared: Compared) -> None:
    answer = ask(claim, compared)
    assert answer.status in BORNE_OUT
    assert file in {a.file for a in answer.supporting}


@pytest.mark.parametrize(
    "claim",
    [
        "Japan's foreign ministry confirmed that Brazil and Turkey held talks in Lisbon.",
        "Portugal's foreign ministry confirmed that Brazil and Turkey held talks in Lisbon.",
        "Turkey's foreign ministry confirmed that Brazil and Turkey held talks in Madrid in June 2024.",
        "Mehmet Demir said that Brazil would not send troops to Haiti.",
        "Turkey's foreign ministry confirmed that it had held talks with Japan.",
    ],
)
def test_a_statement_that_its_holder_did_not_make(claim: str, compared: Compared) -> None:
    answer = ask(claim, compared)
    assert answer.status not in BORNE_OUT
    assert answer.origins.min == 0


# --- form -------------------------------------------------------------------------------------------------------------

EVERY = (
    "Brazil and Turkey held talks in Lisbon.",
    "Brazil and Turkey held talks in Madrid on 12 March 2024.",
    "No.",
    "🐟",
)


def test_one_answer_a_claim_in_order(compared: Compared) -> None:
    assert [a.claim for a in check(EVERY, compared)] == list(EVERY)
    assert check(EVERY, compared) == check(EVERY, compared)


def test_no_claim_no_answer(compared: Compared) -> None:
    assert check([], compared) == []


@pytest.mark.parametrize("claim", ["", " ", "?", "\x00", "(" * 300, "Lisbon " * 400, "Wer hat gesprochen?"])
def test_odd_claims_are_left_open(claim: str, compared: Compared) -> None:
    answer = ask(claim, compared)
    assert (answer.status, answer.origins.max) == ("unverified", 0)
    assert answer.why


def test_an_empty_pile_bears_out_nothing(pile: Pile) -> None:
    answer = ask("Brazil and Turkey held talks in Lisbon.", pile())
    assert (answer.status, answer.nearest) == ("unverified", ())


def test_every_quote_is_the_text_at_its_place(compared: Compared) -> None:
    texts = {f.document.file: f.document.text for f in compared.groups.findings}
    answers = check([*EVERY, "Brazil will send troops to Haiti."], compared)
    quotes = [a for x in answers for a in (*x.supporting, *x.refuting, *x.neutral)]
    assert quotes
    assert all(a.quote == texts[a.file][a.start : a.end] for a in quotes)


def test_a_claim_that_tells_of_no_event_differs_in_no_type(pile: Callable[..., Compared]) -> None:
    compared = pile(
        ("Peru's army struck a camp near Tacna on Monday, its defence ministry said.", "Daily Post", "2024-05-07"),
        ("Peru has declined to pre-commit forces to Chile, the ministry said.", "Evening Star", "2024-05-08"),
    )
    found = ask("Peru has pre-committed forces.", compared)
    assert found.nearest
    assert not [conflict for near in found.nearest for conflict in near.conflicts if conflict.slot == "type"]

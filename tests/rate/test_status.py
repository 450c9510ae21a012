"""The status table, the counts under it, the Admiralty pair, likelihood words and confidence, case by case."""

from dataclasses import replace

import pytest

from secondsource.model import Evidence, Origins
from secondsource.rate import Circumstances, Config, rate
from secondsource.rate.admiralty import stix_confidence
from secondsource.rate.likelihood import judge_confidence, judge_likelihood, logit, opinion_of
from secondsource.rate.weights import DEFAULT

ROW = Evidence(0, "d", "Outlet", "Ann", 1, "first")
B = replace(ROW, origin="Bob", outlet="Second")
C = replace(ROW, origin="Cho", outlet="Third")
SIDES = Circumstances(sides=(frozenset({"X"}), frozenset({"Y"})), act_of="X")
OWN = replace(ROW, origin="own voice of Outlet", ground="own")
ANON = replace(ROW, origin="unnamed sources of Outlet", ground="anon")
FOR_X = replace(ROW, origin="X spokesman", party="X", interest="competent")
FOR_Y = replace(B, origin="Y spokesman", party="Y", interest="competent")
PAGE = tuple(replace(row, outlet="Page") for row in (FOR_X, FOR_Y))
LOOSE = replace(ROW, ground="rumour", identified=False, origin="reports")
DENIAL = replace(ROW, polarity=-1, origin="Dan", outlet="Denier")
DENIAL_X = replace(DENIAL, party="X", interest="would hide")
PLAN = Circumstances("planned")
LETTERED = tuple(replace(row, outlet_letter="A", letter="A") for row in (ROW, B))


@pytest.mark.parametrize(
    ("rows", "circumstances", "status"),
    [
        ((), Circumstances(), "unverified"),
        ((LOOSE,), Circumstances(), "unverified"),
        ((OWN,), Circumstances(), "single-source"),
        ((ROW,), Circumstances(), "single-source"),
        ((ROW, replace(ROW, outlet="Second")), Circumstances(), "single-source"),
        ((ANON, replace(ANON, origin="unnamed sources of Second", outlet="Second")), Circumstances(), "single-source"),
        ((ROW, B), Circumstances(), "corroborated"),
        ((ROW, OWN), Circumstances(), "single-source"),
        ((FOR_X, replace(FOR_X, origin="X minister", outlet="Second")), SIDES, "single-source"),
        # three ways to confirmed, and the look-alikes of each
        (LETTERED, Circumstances(), "confirmed"),
        ((ROW, B, C), Circumstances(), "corroborated"),  # likely enough, but nobody lettered anything
        (tuple(replace(row, outlet="One") for row in LETTERED), Circumstances(), "corroborated"),  # one path
        ((*PAGE, replace(OWN, q=0.5)), SIDES, "confirmed"),
        (PAGE, SIDES, "corroborated"),  # no second publication
        ((*PAGE, replace(OWN, q=0.1)), SIDES, "corroborated"),  # the second publication copies
        ((*PAGE, replace(LOOSE, q=0.5)), SIDES, "corroborated"),  # the second publication names nobody
        ((*PAGE, replace(OWN, q=0.5)), Circumstances(), "corroborated"),  # nobody said that they stand on two sides
        ((FOR_X, FOR_Y), SIDES, "confirmed"),
        ((FOR_X, FOR_Y), Circumstances(sides=(frozenset("XY"), frozenset("Y"))), "corroborated"),  # Y stands on both
        ((FOR_X, replace(FOR_Y, ground="anon")), SIDES, "corroborated"),  # an unnamed official is not on record
        ((FOR_X, replace(FOR_X, origin="X minister"), B, C), SIDES, "corroborated"),  # one side only
        ((replace(FOR_X, ground="record"), B), SIDES, "confirmed"),
        ((replace(FOR_X, ground="record"), B), Circumstances(act_of="Z"), "corroborated"),
        ((replace(FOR_X, ground="record"),), SIDES, "single-source"),  # one origin never confirms
        # denials
        ((DENIAL,), Circumstances(), "denied"),
        ((LOOSE, DENIAL), Circumstances(), "denied"),
        ((replace(DENIAL, q=0.0),), Circumstances(), "unverified"),
        ((replace(DENIAL, ground="rumour", identified=False),), Circumstances(), "unverified"),
        ((replace(DENIAL, polarity=0), ROW), Circumstances(), "single-source"),
        ((ROW, DENIAL), Circumstances(), "disputed"),
        ((ROW, replace(DENIAL, letter="A")), Circumstances(), "disputed"),  # its carrier cannot carry more
        ((ROW, replace(DENIAL, letter="A", outlet_letter="A")), Circumstances(), "denied"),
        ((ROW, B, replace(DENIAL_X, outlet="Fourth")), Circumstances(), "corroborated"),
        ((replace(DENIAL, letter="A"), replace(DENIAL, origin="Eve", outlet="E")), Circumstances(), "refuted"),
        ((DENIAL_X, replace(FOR_X, polarity=-1), replace(FOR_Y, polarity=-1)), SIDES, "denied"),
        # plans
        ((ROW,), PLAN, "single-source"),
        ((ROW,), replace(PLAN, realised_by="confirmed"), "realised"),
        ((ROW,), replace(PLAN, realised_by="single-source", window_over=True), "single-source"),
        ((DENIAL,), replace(PLAN, superseded=True), "superseded"),
        ((ROW, B), replace(PLAN, window_over=True), "lapsed"),
        ((ROW,), Circumstances(realised_by="confirmed", window_over=True), "single-source"),
    ],
)  # fmt: skip
def test_status(rows: tuple[Evidence, ...], circumstances: Circumstances, status: str) -> None:
    assert rate(rows, circumstances).status == status


@pytest.mark.parametrize(
    ("rows", "origins"),
    [
        ((), (0, 0, 0)),
        ((ROW, B, C), (3, 3, 3)),
        ((ROW, replace(B, outlet="Outlet")), (2, 2, 1)),
        ((ROW, replace(B, owner="P"), replace(C, owner="P")), (3, 3, 2)),
        ((replace(ROW, via=("Wire",), hop=1), replace(B, via=("Wire",), hop=1)), (2, 2, 1)),
        ((ROW, replace(B, q=0.7)), (1, 2, 1)),
        ((ROW, replace(B, q=0.19)), (1, 1, 1)),
        ((ANON, replace(ANON, origin="unnamed sources of Second", outlet="Second")), (1, 2, 1)),
        ((FOR_X, replace(ANON, party="X")), (1, 1, 1)),
        ((FOR_X, replace(ANON, party="Y")), (2, 2, 1)),
        ((OWN, replace(OWN, outlet="Second", origin="own voice of Second")), (1, 2, 1)),
        ((LOOSE, replace(LOOSE, origin="sources")), (0, 1, 0)),
        ((ROW, LOOSE, replace(LOOSE, origin="sources")), (1, 2, 1)),
        ((replace(ROW, letter="E"),), (0, 0, 0)),  # a word too light to count
        (tuple(replace(ROW, origin=f"{i}", outlet=f"{i}", outlet_letter="D") for i in range(5)), (1, 1, 1)),
        # x through one, y through both, z through the other: two outlets, so two paths
        (
            (ROW, B, replace(B, outlet="Outlet"), replace(C, outlet="Second")),
            (3, 3, 2),
        ),
    ],
)
def test_origins(rows: tuple[Evidence, ...], origins: tuple[int, int, int]) -> None:
    assert rate(rows).origins == Origins(*origins)


@pytest.mark.parametrize(
    ("rows", "pair"),
    [
        ((), "-6"),
        ((ROW,), "F3"),
        ((OWN,), "F3"),
        ((LOOSE,), "F6"),
        ((replace(ROW, letter="A"),), "F3"),  # the carrier was not judged
        (LETTERED, "A1"),
        ((LETTERED[0], replace(LETTERED[1], outlet_letter="D")), "A2"),
        ((replace(ROW, letter="B", outlet_letter="E"),), "E6"),
        ((ROW, OWN), "F2"),
        ((FOR_X, replace(FOR_X, origin="X minister", outlet="Second")), "F2"),  # one party never confirms itself
        ((ANON, replace(ANON, origin="unnamed sources of Second", outlet="Second")), "F2"),
        ((ROW, DENIAL), "F4"),
        ((ROW, replace(DENIAL, letter="A")), "F5"),
        ((DENIAL,), "-4"),
    ],
)
def test_admiralty_pair(rows: tuple[Evidence, ...], pair: str) -> None:
    rating = rate(rows)
    assert f"{rating.reliability}{rating.credibility}" == pair


@pytest.mark.parametrize(("digit", "value"), [(1, 90), (2, 70), (3, 50), (4, 30), (5, 10), (6, None)])
def test_stix_confidence_of_a_digit(digit: int, value: int | None) -> None:
    assert stix_confidence(digit) == value


@pytest.mark.parametrize(
    ("support", "denial", "opinion"),
    [(0.0, 0.0, (0.0, 0.0, 1.0)), (2.0, 0.0, (0.5, 0.0, 0.5)), (1.0, 1.0, (0.25, 0.25, 0.5))],
)
def test_opinion_leaves_open_what_no_evidence_fills(
    support: float, denial: float, opinion: tuple[float, float, float]
) -> None:
    found = opinion_of(support, denial)
    assert (found.belief, found.disbelief, found.uncertainty) == pytest.approx(opinion)


def test_an_opinion_is_given_where_a_likelihood_is() -> None:
    assert rate((OWN,)).opinion is None
    assert rate((ROW,)).opinion is not None


@pytest.mark.parametrize(
    ("support", "denial", "words"),
    [
        (0.0, 3.0, "almost no chance"),
        (0.0, 2.0, "very unlikely"),
        (0.0, 0.5, "unlikely"),
        (1.0, 1.0, "roughly even chance"),
        (0.5, 0.0, "likely"),
        (2.0, 0.0, "very likely"),
        (9.0, 0.0, "almost certain"),
    ],
)
def test_words_of_icd_203(support: float, denial: float, words: str) -> None:
    found = judge_likelihood(support, denial, True, DEFAULT)
    assert found is not None
    assert found.words == words


def test_likelihood_is_not_given_where_nothing_can_be_judged() -> None:
    assert judge_likelihood(0.29, 0.29, True, DEFAULT) is None
    assert judge_likelihood(2.0, 0.0, False, DEFAULT) is None
    assert rate((OWN,)).confidence is None


def test_logit_is_bounded_and_follows_the_config() -> None:
    assert logit(99.0, 0.0, DEFAULT) == 4.6
    assert logit(0.0, 99.0, DEFAULT) == -4.6
    assert logit(2.0, 1.0, Config(prior=-0.5, temperature=2.0)) == pytest.approx(0.0)


@pytest.mark.parametrize(
    ("origins", "good", "confidence"),
    [((1, 3, 1), 2, "low"), ((2, 2, 2), 2, "moderate"), ((3, 3, 1), 2, "moderate"), ((3, 3, 2), 1, "moderate"),
     ((3, 3, 2), 2, "high")],
)  # fmt: skip
def test_confidence(origins: tuple[int, int, int], good: int, confidence: str) -> None:
    assert judge_confidence(Origins(*origins), good) == confidence


def test_lettering_an_origin_moves_the_likelihood_and_not_the_status() -> None:
    plain, praised = rate((ROW,)), rate((replace(ROW, letter="A"),))
    assert plain.status == praised.status == "single-source"
    assert plain.likelihood is not None
    assert praised.likelihood is not None
    assert plain.likelihood.p < praised.likelihood.p

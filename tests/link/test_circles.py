"""Who has it from each other, and who at third hand; that a circle weighs nothing; and the look-alikes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.dossier import to_json
from secondsource.link import link
from secondsource.link.circles import Chain, Circle, find_passages, lineage_reasons
from secondsource.model import ClaimGroup, Findings, Holder, Origins
from secondsource.pipeline import Compared, check, dossier_of
from secondsource.ratings import rate_all
from secondsource.show import explain, terminal
from secondsource.show.paper import Look

from .builders import MINISTRY, SOURCES, Sentence, attack, make_findings, meeting, outlet, tells

STAR, POST, SUN, MAIL, NEWS = "Evening Star", "Daily Post", "Morning Sun", "City Mail", "Weekly News"
RUMOUR = Holder("unconfirmed reports", "unnamed")
UNKNOWN = Holder("Coast Wire", "body")
# One sentence: whom the publisher names, origin first; none where the report says so in its own voice.
Told = tuple[str | Holder, ...]


def holders(told: Told) -> list[Holder]:
    return [outlet(one) if isinstance(one, str) else one for one in told]


def report(publisher: str | None, published: str | None, *told: Told) -> Findings:
    """A report of one meeting, a sentence for each way by which it has it."""
    sentences = [
        tells(
            meeting(),
            *holders(one),
            said=f"{publisher} {published} {i}",
            **({"ground": "rumour"} if one[:1] == (RUMOUR,) else {}),
        )
        for i, one in enumerate(told)
    ]
    return make_findings(*sentences, publisher=publisher, published=published, file=f"{publisher}.txt")


def passages(*reports: Findings) -> tuple[tuple[Circle, ...], tuple[Chain, ...]]:
    """What is found in the claim that the meeting took place."""
    return find_passages(main_claim(reports))


def main_claim(reports: Sequence[Findings]) -> ClaimGroup:
    return next(c for c in link(reports).claims if c.modality == "occurred" and c.slot is None)


NO_OTHER = "; no report in the circle names another origin"


@pytest.mark.parametrize(
    ("reports", "why"),
    [
        (
            [report(STAR, "2024-03-13", (POST,)), report(POST, "2024-03-14", (STAR,))],
            f"Circular: {POST} has it from {STAR}, and {STAR} from {POST}{NO_OTHER}, and the report of {POST} that "
            f"{STAR} cites is not found in this pile.",
        ),
        (
            [report(STAR, "2024-03-13", (POST,)), report(POST, "2024-03-13", (STAR,))],
            f"Circular: {POST} has it from {STAR}, and {STAR} from {POST}{NO_OTHER}.",
        ),
        (
            [report(STAR, None, (POST,)), report(POST, "2024-03-14", (STAR,))],
            f"Circular: {POST} has it from {STAR}, and {STAR} from {POST}{NO_OTHER}.",
        ),
        (
            [report(STAR, None, (POST,)), report(POST, None, (SUN,)), report(SUN, None, (STAR,))],
            f"Circular: {POST} has it from {SUN}, {SUN} from {STAR}, and {STAR} from {POST}{NO_OTHER}.",
        ),
        (
            [report(STAR, "2024-03-13", (POST,)), report(SUN, "2024-03-14", (STAR, POST))],
            f"Circular: {POST} has it from {STAR}, and {STAR} from {POST}{NO_OTHER}, and the report of {POST} that "
            f"{STAR} cites is not found in this pile.",
        ),
        (
            [report(STAR, None, (UNKNOWN,)), report(SUN, None, (STAR, UNKNOWN))],
            f"Circular: Coast Wire has it from {STAR}, and {STAR} from Coast Wire{NO_OTHER}, and the report of Coast "
            f"Wire that {STAR} cites is not found in this pile.",
        ),
        (
            [report(STAR, None, (Holder(POST, "person", "Japan"),)), report(POST, None, (Holder(STAR, "body"),))],
            f"Circular: {POST} has it from {STAR}, and {STAR} from {POST}{NO_OTHER}.",
        ),
        (
            [report(STAR, None, (POST,)), report(POST, None, (STAR,), (SUN,)), report(SUN, None, (POST,))],
            f"Circular: {POST} has it from {STAR}, and {STAR} from {POST}; {SUN} stands in the same circle{NO_OTHER}.",
        ),
        (
            [report(STAR, None, (POST,), ()), report(POST, None, (STAR,), (RUMOUR,))],
            f"Circular: {POST} has it from {STAR}, and {STAR} from {POST}{NO_OTHER}.",
        ),
    ],
    ids=[
        "two, one after the other", "two on one day", "one of them undated", "three", "the cited report is absent",
        "an absent publication that nobody knows", "publishers that are read as a person and a body",
        "two circles through one", "own words beside it, and rumours",
    ],
)  # fmt: skip
def test_a_closed_circle(reports: list[Findings], why: str) -> None:
    circles, chains = passages(*reports)
    assert [circle.why for circle in circles] == [why]
    assert not circles[0].origins
    assert not chains


def test_each_step_of_a_circle_has_its_sentence() -> None:
    star, post = report(STAR, "2024-03-13", (MINISTRY,), (POST,)), report(POST, "2024-03-14", (STAR,))
    (circle,), _ = passages(star, post)
    assert [(s.carrier, s.source, s.sentence, s.own) for s in circle.steps] == [
        (POST, STAR, post.sentences[0], True),
        (STAR, POST, star.sentences[1], True),
    ]
    assert circle.carriers == (POST, STAR)


@pytest.mark.parametrize(
    ("reports", "origins"),
    [
        ([report(STAR, None, (POST,)), report(POST, None, (STAR,), (MINISTRY,))], (MINISTRY.name,)),
        ([report(STAR, None, (POST,)), report(POST, None, (SOURCES, STAR))], ("sources",)),
        ([report(STAR, None, (POST,), (SUN,)), report(POST, None, (STAR,))], (SUN,)),
        ([report(STAR, None, (POST,)), report(POST, "2024-03-13", (STAR,)), report(POST, "2024-03-12", ())],
         (f"{POST}'s own report",)),
        ([report(STAR, None, (POST,)), report(POST, None, (STAR,)), report(SUN, None, (MINISTRY, POST))],
         (MINISTRY.name,)),
    ],
    ids=["a ministry", "sources behind one of them", "a third paper", "an own report before", "told by a third"],
)  # fmt: skip
def test_a_circle_with_a_way_in_is_not_closed(reports: list[Findings], origins: tuple[str, ...]) -> None:
    (circle,), _ = passages(*reports)
    assert circle.origins == origins
    assert circle.why.startswith("Partly circular: ")
    assert circle.why.endswith(f"; it comes into the circle from {origins[0]}.")


CORRECTION = tells(meeting(), outlet(STAR), stance="corrects")
DENIAL = tells(meeting(status="denied"), outlet(STAR), stance="denies")
OTHER_WAY = tells(meeting(status="did_not_occur"), outlet(STAR), said="not so")


def other(*sentences: Sentence) -> Findings:
    return make_findings(*sentences, publisher=POST, published="2024-03-14", file="other.txt")


@pytest.mark.parametrize(
    "reports",
    [
        [report(STAR, None, (POST,)), other(tells(attack(), outlet(STAR)))],
        [report(STAR, None, (POST,)), other(CORRECTION)],
        [report(STAR, None, (POST,)), other(DENIAL)],
        [report(STAR, None, (POST,)), other(OTHER_WAY)],
        [report(STAR, "2024-03-13", (STAR,)), report(STAR, "2024-03-12", ())],
        [report(STAR, None, (STAR, POST)), report(POST, None, (STAR,))],
        [report(STAR, None, (MINISTRY,)), report(SUN, None, (STAR, MINISTRY))],
        [report(STAR, None, (POST,)), report(SUN, None, (POST,))],
        [report(STAR, None, (POST,)), report(POST, None, (MINISTRY,))],
        [report(None, None, (POST,)), report(POST, None, (Holder("(unnamed outlet)", "outlet"),))],
        [report(STAR, None, (POST,)), report(POST, None, (STAR, SOURCES))],
        [report(STAR, None, ()), report(POST, None, ())],
    ],
    ids=[
        "each cites the other, on different matters", "a correction names the report that it takes back",
        "a denial names the report that it denies", "the other has it from him that it is not so",
        "a paper cites its own earlier report", "a paper tells that it was cited",
        "a ministry confirms what a paper said of it", "both cite a third", "only one cites the other",
        "an outlet without a name is nobody's source", "somebody who cites a paper told the other", "nobody cites",
    ],
)  # fmt: skip
def test_no_circle(reports: list[Findings]) -> None:
    found = [find_passages(claim) for claim in link(reports).claims]
    assert not [circle for circles, _ in found for circle in circles]


# --- chains -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reports", "why"),
    [
        ([report(SUN, None, (STAR, POST))],
         f"Passed on to third hand: {SUN} has it from {POST}, and {POST} from {STAR}."),
        ([report(SUN, None, (SOURCES, STAR, POST))],
         f"Passed on to third hand: {SUN} has it from {POST}, {POST} from {STAR}, and {STAR} from sources."),
        ([report(STAR, "2024-03-12", (MINISTRY,)), report(POST, "2024-03-13", (STAR,)),
          report(SUN, "2024-03-13", (POST,))],
         f"Passed on to third hand: {SUN} has it from {POST}, {POST} from {STAR}, and {STAR} from {MINISTRY.name}."),
        ([report(POST, None, (STAR,)), report(SUN, "2024-03-13", (POST,))],
         f"Passed on to third hand: {SUN} has it from {POST}, and {POST} from {STAR}."),
        ([report(POST, "2024-03-13", (STAR,)), report(SUN, None, (POST,))],
         f"Passed on to third hand: {SUN} has it from {POST}, and {POST} from {STAR}."),
        ([report(POST, "2024-03-11", (MAIL,)), report(POST, "2024-03-12", (STAR,)),
          report(POST, "2024-03-14", (NEWS,)), report(SUN, "2024-03-13", (POST,))],
         f"Passed on to third hand: {SUN} has it from {POST}, and {POST} from {STAR}."),
        ([report(MAIL, None, (POST, SUN)), report(POST, None, (STAR,))],
         f"Passed on to fourth hand: {MAIL} has it from {SUN}, {SUN} from {POST}, and {POST} from {STAR}."),
        ([report(None, None, (STAR, POST))],
         f"Passed on to third hand: the unnamed outlet of None.txt has it from {POST}, and {POST} from {STAR}."),
    ],
    ids=[
        "one sentence", "one sentence with its sources", "three reports", "an undated one between",
        "an undated one at the end", "the last report that was out by then", "a sentence and a report",
        "a publisher that nobody names",
    ],
)  # fmt: skip
def test_a_chain(reports: list[Findings], why: str) -> None:
    circles, chains = passages(*reports)
    assert not circles
    assert [chain.why for chain in chains] == [why]
    assert len(chains[0].steps) == len(chains[0].carriers) - 1


@pytest.mark.parametrize(
    "reports",
    [
        [report(POST, "2024-03-14", (STAR,)), report(SUN, "2024-03-13", (POST,))],
        [report(SUN, None, (MINISTRY, POST))],
        [report(SUN, None, (Holder("governor of the province", "body"), POST))],
        [report(SUN, None, (SOURCES, POST)), report(STAR, None, (POST,))],
        [report(SUN, None, (POST, SUN))],
        [report(SUN, None, (STAR, MINISTRY, POST))],
        [report(SUN, None, (STAR, POST, MINISTRY))],
    ],
    ids=[
        "the report between came out later", "an official is no carrier", "an official of no side is no carrier",
        "two carriers beside each other", "the publisher named twice", "an official between two papers",
        "an official who cites a paper",
    ],
)  # fmt: skip
def test_no_chain(reports: list[Findings]) -> None:
    assert passages(*reports) == ((), ())


def test_steps_of_a_chain_run_from_the_first_carrier_each_with_its_sentence() -> None:
    post, sun = report(POST, "2024-03-13", (STAR,)), report(SUN, "2024-03-14", (MINISTRY,), (POST,))
    _, (chain,) = passages(sun, post)
    assert chain.carriers == (STAR, POST, SUN)
    assert [step.sentence for step in chain.steps] == [post.sentences[0], sun.sentences[1]]


def test_a_circle_makes_no_chain_longer() -> None:
    circles, chains = passages(report(STAR, None, (POST,)), report(POST, None, (STAR,)), report(SUN, None, (POST,)))
    assert len(circles) == 1
    assert not chains


def test_a_chain_is_followed_so_far_and_said_in_one_line() -> None:
    row = [report(f"Paper {i:02}", None, (f"Paper {i + 1:02}",)) for i in range(40)]
    (chain,) = passages(*row)[1]
    assert len(chain.carriers) == 12
    assert chain.why == (
        "Passed on to twelfth hand: Paper 00 has it from Paper 01, Paper 01 from Paper 02, Paper 02 from Paper 03, "
        "Paper 03 from Paper 04, and so on by 7 steps more back to Paper 11."
    )


def test_many_chains_of_a_claim_are_counted_not_listed() -> None:
    reasons = lineage_reasons(main_claim([report(f"Paper {i}", None, (STAR, POST)) for i in range(9)]))
    assert len(reasons) == 5
    assert reasons[-1] == "Passed on to third hand or further in 5 more ways."


# --- properties -------------------------------------------------------------------------------------------------------

PAPERS = (STAR, POST, SUN, MAIL, NEWS)
steps = st.sets(st.sampled_from([(a, b) for a, b in product(PAPERS, PAPERS) if a != b]), max_size=9)


@settings(max_examples=40, deadline=None)
@given(steps)
def test_a_circle_is_whoever_can_be_reached_and_reach_back(steps: set[tuple[str, str]]) -> None:
    reports = [report(p, None, *((b,) for a, b in sorted(steps) if a == p)) for p in PAPERS]
    reports = [r for r in reports if r.assertions]
    reach = set(steps)
    for between, one, other in product(PAPERS, PAPERS, PAPERS):
        if (one, between) in reach and (between, other) in reach:
            reach.add((one, other))
    mutual = {frozenset(p for p in PAPERS if {(one, p), (p, one)} <= reach or p == one) for one in PAPERS
              if (one, one) in reach}  # fmt: skip
    circles = passages(*reports)[0] if reports else ()
    assert {frozenset(c.carriers) for c in circles} == mutual
    for circle in circles:
        assert {s.carrier for s in circle.steps} == {s.source for s in circle.steps} == set(circle.carriers)


def test_the_order_of_the_documents_changes_nothing() -> None:
    reports = [
        report(STAR, None, (POST,)), report(POST, "2024-03-14", (STAR,)), report(SUN, "2024-03-15", (MAIL, NEWS)),
    ]  # fmt: skip
    assert len({(*map(repr, passages(*order)),) for order in permutations(reports)}) == 1


# --- what a circle weighs ---------------------------------------------------------------------------------------------


def origins(*reports: Findings) -> tuple[Origins, float, str]:
    claim = main_claim(reports)
    rating = rate_all([claim], None)[claim.id]
    return rating.origins, rating.support, rating.status


@pytest.mark.parametrize("size", [2, 3, 6])
def test_a_circle_of_reports_alone_is_no_origin(size: int) -> None:
    ring = [report(f"Paper {i}", None, (f"Paper {(i + 1) % size}",)) for i in range(size)]
    assert origins(*ring) == (Origins(0, 0, 0), 0.0, "unverified")


@pytest.mark.parametrize("size", [2, 3, 6])
def test_a_circle_beside_origins_changes_nothing(size: int) -> None:
    apart = [report(MAIL, "2024-03-12", (MINISTRY,)), report(NEWS, "2024-03-13", ())]
    ring = [report(f"Paper {i}", None, (f"Paper {(i + 1) % size}",)) for i in range(size)]
    assert origins(*apart, *ring) == origins(*apart)


def test_a_circle_is_said_after_the_origins_and_nothing_else_of_a_rating_changes() -> None:
    claim = main_claim([report(STAR, None, (POST,)), report(POST, None, (STAR,))])
    rating = rate_all([claim], None)[claim.id]
    assert rating.why[1] == f"Circular: {POST} has it from {STAR}, and {STAR} from {POST}{NO_OTHER}."
    assert sum(reason.startswith("Circular") for reason in rating.why) == 1


# --- the whole road ---------------------------------------------------------------------------------------------------

RING = (
    (
        "Envoys of Norway and Iceland held secret talks in Bergen on 4 March 2024, Coast Wire reported. The Harbour "
        "Post could not reach either ministry.",
        "Harbour Post",
        "2024-03-05",
    ),
    (
        "Norwegian and Icelandic envoys met in Bergen on 4 March 2024, the Harbour Post reported on Tuesday. A ferry "
        "strike kept half of the town's shops closed.",
        "Coast Wire",
        "2024-03-06",
    ),
    (
        "Coast Wire, citing the Harbour Post, reported that envoys of Norway and Iceland held talks in Bergen on 4 "
        "March 2024.",
        "Northern Herald",
        "2024-03-07",
    ),
)
SAID = (
    "Circular: Coast Wire has it from Harbour Post, and Harbour Post from Coast Wire; no report in the circle names "
    "another origin, and the report of Coast Wire that Harbour Post cites is not found in this pile."
)


def test_three_reports_that_go_round(pile: Callable[..., Compared]) -> None:
    compared = pile(*RING)
    dossier = dossier_of(compared)
    (claim,) = [c for c in dossier.claims if c.modality == "occurred"]
    assert (claim.status, claim.origins) == ("unverified", Origins(0, 0, 0))
    assert SAID in claim.why
    assert " ".join(terminal.brief(dossier, Look()).split()).count(SAID) == 1
    assert SAID in " ".join(explain.lineage(claim, dossier, Look()).split())
    assert SAID.encode() in to_json(dossier)
    (answer,) = check(["Norway and Iceland held talks in Bergen."], compared)
    assert SAID in answer.why


def test_three_reports_that_pass_it_on(pile: Callable[..., Compared]) -> None:
    first = (RING[0][0].replace("Coast Wire reported", "two officials told the Harbour Post"), *RING[0][1:])
    last = (
        "Envoys of Norway and Iceland held talks in Bergen on 4 March 2024, Coast Wire reported.", "Northern Herald",
        "2024-03-07",
    )  # fmt: skip
    compared = pile(first, RING[1], last)
    (claim,) = [c for c in compared.groups.claims if c.modality == "occurred" and c.slot is None]
    assert find_passages(claim)[0] == ()
    assert (
        "Passed on to third hand: Northern Herald has it from Coast Wire, Coast Wire from Harbour Post, and Harbour "
        "Post from two officials."
    ) in compared.ratings[claim.id].why
    assert compared.ratings[claim.id].origins.min == 1


def test_two_papers_that_cite_each_other_on_different_matters(pile: Callable[..., Compared]) -> None:
    other = ("Denmark recalled its ambassador from Bolivia on 2 March 2024, the Harbour Post reported.", *RING[1][1:])
    compared = pile(RING[0], other)
    assert len(compared.groups.claims) > 1
    assert not [why for rating in compared.ratings.values() for why in rating.why if "ircular" in why]

from __future__ import annotations

from datetime import date

import pytest

from secondsource.dossier import DossierWithdrawal
from secondsource.model import Likelihood, Origins, Refusal, When
from secondsource.show import phrases

from .builders import make_assertion, make_claim, make_document, make_dossier


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("origins", "words"),
    [(Origins(1, 1, 1), "1"), (Origins(1, 2, 1), "1 to 2"), (Origins(0, 0, 0), "0"), (Origins(0, 1, 0), "0 to 1")],
)
def test_origins_words(origins: Origins, words: str) -> None:
    assert phrases.origins_words(origins) == words


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, "undated"),
        (When(None, None, "once"), "undated"),
        (When(day("2024-08-26"), day("2024-08-26"), ""), "2024-08-26"),
        (When(day("2023-05-01"), day("2023-05-31"), ""), "2023-05"),
        (When(day("2024-02-01"), day("2024-02-29"), ""), "2024-02"),
        (When(day("2023-01-01"), day("2023-12-31"), ""), "2023"),
        (When(day("2023-05-01"), day("2023-05-30"), ""), "2023-05-01 to 2023-05-30"),
        (When(day("2022-01-01"), day("2023-12-31"), ""), "2022-01-01 to 2023-12-31"),
        (When(None, day("2021-03-18"), ""), "by 2021-03-18"),
        (When(day("2021-03-18"), None, ""), "from 2021-03-18"),
    ],
)
def test_when_words(when: When | None, words: str) -> None:
    assert phrases.when_words(when) == words


@pytest.mark.parametrize(
    ("refused", "line"),
    [
        ([], "2 read, 0 refused"),
        ([("c.txt", "empty")], "2 read, 1 refused: 1 empty"),
        (
            [("c.txt", "empty"), ("d.txt", "not English"), ("e.txt", "not English")],
            "2 read, 3 refused: 2 not English, 1 empty",
        ),
        ([("a.txt", "a quote is never closed")], "2 read, 0 refused; 1 passage set aside"),
    ],
)
def test_end_line(refused: list[tuple[str, str]], line: str) -> None:
    refusals = tuple(Refusal(file, "collect", reason, "") for file, reason in refused)
    assert phrases.end_line(make_dossier(refusals=refusals)) == f"{line}; settings c0ffee"


def test_weakest_lists_the_rumour_that_most_repeat_first() -> None:
    repeated = make_claim(
        "c9",
        "unverified",
        origins=Origins(0, 1, 0),
        supporting=tuple(make_assertion(file=f"{n}.txt") for n in range(9)),
    )
    lone = make_claim("c8", "unverified", origins=Origins(0, 1, 0))
    single = make_claim("c7", "single-source")
    sound = make_claim("c6", "confirmed", origins=Origins(2, 2, 2))
    assert phrases.weakest([single, lone, sound, repeated]) == [repeated, lone, single]
    assert phrases.strongest([single, lone, sound, repeated]) == [sound]


def test_every_status_has_its_place() -> None:
    assert set(phrases.STATUS_ORDER) == phrases.BORNE_OUT | phrases.THIN | phrases.CONTESTED


def test_likelihood_that_was_not_judged_is_no_number() -> None:
    assert phrases.likelihood_words(None) == "cannot be judged"
    assert phrases.likelihood_words(Likelihood(0.93, "very likely")) == "very likely (0.93)"


def test_edge_words_tell_who_is_outside_the_pile() -> None:
    dossier = make_dossier()
    assert [phrases.edge_words(edge, dossier) for edge in dossier.lineage] == [
        "a.txt relays Ruritania Times (not in this pile)",
        "b.txt copies a.txt, with probability 0.80",
    ]


def test_documents_are_counted_once_each() -> None:
    claim = make_claim(supporting=(make_assertion(), make_assertion("Again.")), neutral=(make_assertion(file="b.txt"),))
    assert phrases.documents_of(claim) == 2
    assert make_document().basis in phrases.BASIS_WORDS


def test_circles_are_told_once_with_every_claim_and_the_rest_of_the_reasons_is_no_passage() -> None:
    circle, passed = "Circular: A has it from B, and B from A; no report", "Passed on to third hand: C has it from B."
    claims = [
        make_claim("c1", why=("At most 1.", f"{circle} here.", passed)),
        make_claim("c2", why=(f"{circle} there.",)),
        make_claim("c3", why=("Partly circular: A has it from B.", "Nothing here supports it.")),
    ]
    assert [(said, [c.id for c in those]) for said, those in phrases.circles(claims)] == [
        (f"{circle} here.", ["c1", "c2"])
    ]
    assert [len(phrases.passages(claim)) for claim in claims] == [2, 1, 1]


def test_what_was_taken_back_is_contested_and_no_weak_claim() -> None:
    back = DossierWithdrawal("b.txt", 0, 9, "We withdraw it.", "Daily Post", None, relayed=False)
    gone = make_assertion(adds=False, withdrawn=back)
    fallen = make_claim("c1", "unverified", supporting=(), neutral=(gone,), event=None)
    standing = make_claim("c2", "unverified", neutral=(gone,), event=None)
    denied = make_claim("c3", "denied", event=None)
    assert [phrases.fell(claim) for claim in (fallen, standing, denied)] == ["Daily Post", None, None]
    assert [claim.id for claim in phrases.contested((fallen, standing, denied))] == ["c3", "c1"]
    assert [claim.id for claim in phrases.weakest((fallen, standing, denied))] == ["c2"]

"""Which sentences bear on a claim: found by rare words, read by the model, held back by names, numbers and days."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.link.builders import day

from secondsource.collect.document import document_from_text
from secondsource.link.bearing import Asked, Bearing, bearings, folded, index_passages
from secondsource.model import Findings
from secondsource.pipeline import study

RAID = (
    "Gunmen on motorcycles ambushed a column of army lorries near Tessit on Wednesday, killing nine soldiers, "
    "the defence ministry of Mali said. The wounded were flown to Gao. A market in Bamako burnt down the same night.",
    "Daily Post",
    "2024-05-09",
)
TOO = (
    "Nine Malian soldiers died when their convoy was attacked outside Tessit, Radio Niger Plus reported. "
    "The general staff in Bamako denied that any soldier had been killed at Tessit.",
    "Evening Star",
    "2024-05-10",
)
OTHER = (
    "In May 2019 gunmen ambushed an army convoy near Labbezanga and killed four soldiers. "
    "Sports: Bamako beat Gao by two goals to one.",
    "Northern Wire",
    "2024-05-11",
)
Pile = Callable[..., tuple[Findings, ...]]


def told(claim: str, pile: tuple[Findings, ...], *whens: str) -> list[Bearing]:
    read = study_claim(claim)
    return bearings(Asked(claim, read.names, tuple(day(w) for w in whens)), pile, index_passages(pile))


def study_claim(claim: str) -> Findings:
    return study(document_from_text(f"{claim}.", file="claim", outlet=None, published=None))


@pytest.fixture(scope="module")
def reports(findings: Pile) -> tuple[Findings, ...]:
    return findings(RAID, TOO, OTHER)


def of(found: list[Bearing], polarity: int) -> set[str]:
    return {b.passage.text for b in found if b.polarity == polarity}


def test_two_tellings_in_different_words_support_and_a_denial_refutes(reports: tuple[Findings, ...]) -> None:
    found = told("Gunmen attacked an army convoy near Tessit and killed nine soldiers", reports)
    assert any("ambushed a column" in text for text in of(found, 1))
    assert any("denied that any soldier" in text for text in of(found, -1))


def test_another_ambush_of_another_year_supports_nothing(reports: tuple[Findings, ...]) -> None:
    found = told("Gunmen attacked an army convoy near Tessit and killed nine soldiers", reports)
    assert not any("Labbezanga" in text for text in of(found, 1))


def test_a_number_that_no_sentence_has_is_not_borne_out(reports: tuple[Findings, ...]) -> None:
    assert not of(told("Gunmen killed fifteen soldiers near Tessit", reports), 1)


def test_other_days_are_not_borne_out(reports: tuple[Findings, ...]) -> None:
    claim = "Gunmen attacked an army convoy near Tessit"
    assert of(told(claim, reports, "2024-05-08"), 1)
    assert not of(told(claim, reports, "2023-05-08"), 1)


def test_what_is_about_something_else_is_left_open(reports: tuple[Findings, ...]) -> None:
    found = told("Peru and Chile signed a treaty on fishing in Lima", reports)
    assert not of(found, 1)
    assert not of(found, -1)


def test_accents_make_no_difference() -> None:
    assert folded("Lüderitz") == "luderitz"


def test_the_order_of_reports_changes_nothing(reports: tuple[Findings, ...]) -> None:
    claim = "Gunmen attacked an army convoy near Tessit and killed nine soldiers"
    forward = told(claim, reports)
    back = told(claim, reports[::-1])
    assert {(b.passage.text, b.polarity) for b in forward} == {(b.passage.text, b.polarity) for b in back}

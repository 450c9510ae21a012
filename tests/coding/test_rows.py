"""Rows of event data: one a happening, meetings to come as agreements, each anchored in its sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from secondsource.coding.rows import QUAD, EventRow, coded, rows_of
from secondsource.model import Findings

Study = Callable[..., tuple[Findings, ...]]


def read(findings: Study, text: str) -> list[EventRow]:
    (found,) = findings((text, "Harbour Post", "2024-05-02"))
    return list(rows_of(found))


@pytest.mark.parametrize(
    ("kind", "cameo", "status", "wanted"),
    [
        ("CONSULT", "040", "occurred", ("CONSULT", "040")),
        ("CONSULT", "042", "planned", ("AGREE", "036")),
        ("AID", "072", "planned", ("AGREE", "033")),
        ("RETREAT", "087", "planned", ("RETREAT", "087")),
        ("ASSAULT", "190", "planned", ("ASSAULT", "190")),
    ],
)
def test_cooperation_to_come_is_an_agreement(kind: str, cameo: str, status: str, wanted: tuple[str, str]) -> None:
    assert coded(kind, cameo, status) == wanted


def test_a_meeting_has_all_its_parties_as_actors(findings: Study) -> None:
    (row,) = read(findings, "The foreign ministers of Chad and Sudan met in Abeche on Tuesday.")
    assert row.type == "CONSULT"
    assert {e.code for e in row.actors} == {"TCD", "SDN"}
    assert not row.recipients


def test_a_happening_told_twice_is_one_row(findings: Study) -> None:
    rows = read(
        findings,
        "The foreign ministers of Chad and Sudan met in Abeche on Tuesday. The meeting in Abeche lasted two hours.",
    )
    assert [row.type for row in rows] == ["CONSULT"]


def test_a_row_stands_on_its_sentence(findings: Study) -> None:
    text = "Rain fell all day. Soldiers of Chad attacked a village in Sudan on Tuesday."
    for row in read(findings, text):
        assert text[row.span.start : row.span.end] == row.text
        assert row.quad == QUAD[row.type]
        assert 0.0 < row.confidence < 1.0
        assert row.sentence == 2


def test_no_event_no_row(findings: Study) -> None:
    assert read(findings, "Chad is the larger of the two countries, and its capital is N'Djamena.") == []

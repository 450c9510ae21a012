"""Rows of event data: one a happening, meetings to come as agreements, each anchored in its sentence."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from secondsource.coding.rows import QUAD, EventRow, code, coded
from secondsource.model import Document, When

HERE = Path(__file__).parent
DAY = date(2024, 5, 2)


def read(text: str, *, all_modes: bool = False) -> tuple[EventRow, ...]:
    published = When(DAY, DAY, "2 May 2024")
    return code(Document("d", "a.txt", text, outlet="Harbour Post", published=published), all_modes=all_modes)


@pytest.mark.parametrize(
    ("kind", "cameo", "status", "wanted"),
    [
        ("CONSULT", "040", "occurred", ("CONSULT", "040")),
        ("CONSULT", "042", "planned", ("AGREE", "036")),
        ("AID", "072", "planned", ("AGREE", "033")),
        ("RETREAT", "087", "planned", ("CONCEDE", "087")),
        ("SUPPORT", "055", "occurred", ("CONCEDE", "055")),
        ("AGREE", "0356", "occurred", ("CONCEDE", "0356")),
        ("AGREE", "0331", "occurred", ("AGREE", "0331")),
        ("ASSAULT", "190", "planned", ("ASSAULT", "190")),
        ("COERCE", "163", "occurred", ("SANCTION", "163")),
    ],
)
def test_cooperation_to_come_is_an_agreement(kind: str, cameo: str, status: str, wanted: tuple[str, str]) -> None:
    assert coded(kind, cameo, status) == wanted


def test_a_meeting_has_all_its_parties_as_actors() -> None:
    (row,) = read("The foreign ministers of Chad and Sudan met in Abeche on Tuesday.")
    assert row.type == "CONSULT"
    assert {e.code for e in row.actors} == {"TCD", "SDN"}
    assert not row.recipients


def test_a_happening_told_twice_is_one_row() -> None:
    rows = read(
        "The foreign ministers of Chad and Sudan met in Abeche on Tuesday. The meeting in Abeche lasted two hours.",
    )
    assert [row.type for row in rows] == ["CONSULT"]


def test_a_row_stands_on_its_sentence() -> None:
    text = "Rain fell all day. Soldiers of Chad attacked a village in Sudan on Tuesday."
    for row in read(text):
        assert text[row.span.start : row.span.end] == row.text
        assert row.quad == QUAD[row.type]
        assert 0.0 < row.confidence < 1.0
        assert row.sentence == 2


def test_no_event_no_row() -> None:
    assert read("Chad is the larger of the two countries, and its capital is N'Djamena.") == ()


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Kenya's president visited Tanzania on Friday.", "CONSULT", {"KEN"}, {"TZA"}),
        ("Tanzania hosted Kenya's president on Friday.", "CONSULT", {"KEN"}, {"TZA"}),
        ("Latvia summoned the ambassador of Belarus on Monday.", "ACCUSE", {"LVA"}, {"BLR"}),
        ("Kenya's president will meet his counterpart of Tanzania on Friday.", "AGREE", {"KEN", "TZA"}, set()),
        ("Police in Peru arrested six students on Sunday.", "COERCE", {"PER"}, {"PER"}),
        ("Norway and Iceland signed a treaty on fish stocks.", "SUPPORT", {"NOR", "ISL"}, set()),
    ],
)
def test_who_does_what_to_whom(text: str, kind: str, actors: set[str], recipients: set[str]) -> None:
    rows = read(text)
    assert [row.type for row in rows] == [kind]
    assert {e.code for e in rows[0].actors} == actors
    assert {e.code for e in rows[0].recipients} == recipients


def test_what_did_not_happen_gives_a_row_only_when_asked_for() -> None:
    text = "Chad denied that its soldiers had attacked a village in Sudan."
    assert not [row for row in read(text) if row.type == "ASSAULT"]
    (row,) = [row for row in read(text, all_modes=True) if row.type == "ASSAULT"]
    assert "negation" in row.modes


def test_no_rows_where_nothing_happens() -> None:
    """At most 4 rows on 200 sentences of sport, weather, finance, background, opinion, hypotheses and denials."""
    cases = tomllib.loads((HERE / "no_events.toml").read_text(encoding="utf-8"))["case"]
    found = [(case["why"], row.type, row.text) for case in cases for row in read(case["text"])]
    assert len(cases) == 200
    assert len(found) <= 4, found

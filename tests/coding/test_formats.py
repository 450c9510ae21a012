"""Event rows as JSON Lines, CSV and Parquet; no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pyarrow.parquet as parquet

from secondsource.coding.actors import Entity
from secondsource.coding.formats import COLUMNS, csv_table, dyads, parquet_table, plover_lines, table
from secondsource.coding.rows import EventRow
from secondsource.model import Place, Span, When

CHAD, SUDAN, MALI = (
    Entity(code, "GOV", name, "") for code, name in (("TCD", "Chad"), ("SDN", "Sudan"), ("MLI", "Mali"))
)
DAY = date(2024, 5, 2)
ROW = EventRow(
    id="r1",
    document="d",
    file="a.txt",
    outlet="=cmd()",
    url=None,
    published=None,
    when=When(DAY, DAY, "Thursday"),
    actors=(CHAD, SUDAN),
    recipients=(),
    type="CONSULT",
    cameo="040",
    modes=("phone",),
    contexts=(),
    quad=1,
    place=Place("Abeche", "Chad", 13.8, 20.8, "city"),
    status="occurred",
    text='They met, "briefly".',
    sentence=1,
    span=Span("d", 0, 20),
    trigger=Span("d", 5, 8),
    confidence=0.95,
    holders=("Harbour Post",),
)


def test_parties_face_each_other_both_ways() -> None:
    assert dyads(ROW) == [(CHAD, SUDAN), (SUDAN, CHAD)]


def test_every_actor_acts_on_every_recipient() -> None:
    assert dyads(replace(ROW, recipients=(MALI,))) == [(CHAD, MALI), (SUDAN, MALI)]


def test_an_act_without_a_recipient_keeps_its_actor() -> None:
    assert dyads(replace(ROW, actors=(CHAD,))) == [(CHAD, None)]


def test_plover_lines_carry_the_fields_of_the_manual() -> None:
    (line,) = plover_lines([ROW]).splitlines()
    read = json.loads(line)
    assert {"id", "date", "actor", "recipient", "event", "mode", "context", "quad_code", "event_loc", "text"} <= set(
        read
    )
    assert read["date"] == "2024-05-02"
    assert read["actor"][0]["code"] == "TCD"
    assert read["event_loc"]["resolution"] == 4


def test_csv_reads_back_and_no_cell_is_a_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(csv_table(table([ROW])))))
    assert len(rows) == 2
    assert rows[0]["outlet"] == "'=cmd()"
    assert rows[0]["text"] == ROW.text
    assert rows[0]["url"] == ""


def test_rows_without_a_cameo_code_are_no_cameo_data() -> None:
    assert table([replace(ROW, cameo=None)], cameo=True) == []


def test_parquet_keeps_days_and_numbers() -> None:
    read = parquet.read_table(io.BytesIO(parquet_table(table([ROW])))).to_pylist()
    assert list(read[0]) == list(COLUMNS)
    assert read[0]["date"] == DAY
    assert read[0]["lat"] == 13.8

"""As of a day: a pile is then what it was when its later reports had not been written, down to the last byte."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from secondsource import pipeline
from secondsource.collect import collect
from secondsource.dossier import to_json
from secondsource.model import Document, Findings, When

HERE = Path(__file__).parent
PILES = (HERE.parent / "examples", HERE / "piles" / "natuna", HERE / "piles" / "tine")
DAYS = 3  # cut-offs tried of each pile


@cache
def studied(document: Document) -> Findings:
    return pipeline.study(document)


@cache
def findings_of(folder: Path) -> tuple[Findings, ...]:
    return tuple(studied(document) for document in collect([folder]).documents)


def dossier(findings: tuple[Findings, ...], as_of: date | None) -> bytes:
    """The dossier's bytes, but for the list of what was left out."""
    compared = pipeline.put_together(findings, as_of=as_of, again=studied)
    return to_json(replace(pipeline.dossier_of(compared), refusals=()))


def cut_offs() -> Iterator[tuple[Path, int]]:
    for folder in PILES:
        for n in range(DAYS):
            yield folder, n


@pytest.mark.parametrize(("folder", "n"), list(cut_offs()), ids=lambda value: getattr(value, "name", str(value)))
def test_a_pile_as_of_a_day_is_the_pile_of_that_day(folder: Path, n: int) -> None:
    findings = findings_of(folder)
    days = sorted({w.latest for f in findings if (w := f.document.published) is not None and w.latest is not None})
    day = days[(len(days) - 1) * n // DAYS]
    compared = pipeline.put_together(findings, as_of=day, again=studied)
    then = {f.document.file for f in compared.groups.findings}
    alone = tuple(f for f in findings if f.document.file in then)
    assert 0 < len(alone) < len(findings)
    assert dossier(findings, day) == dossier(alone, day)
    left_out = {refusal.file for refusal in compared.refusals}
    assert left_out == {f.document.file for f in findings} - then


# --- dates that only the others tell ----------------------------------------------------------------------------------

UNDATED = (
    "TORSHAVN, March 4 - Foreign Minister Elena Costa of Brazil and Mehmet Aydin of Turkey met in Lisbon on Monday.",
    "Morning Sun",
    None,
)
NEAR = (
    "Foreign Minister Elena Costa of Brazil and Mehmet Aydin of Turkey met in Lisbon on 4 March 2024.",
    "Daily Post",
    "2024-03-06",
)


def test_a_later_report_dates_no_earlier_one(findings) -> None:  # type: ignore[no-untyped-def]
    undated, near = findings(UNDATED, NEAR)
    whole = pipeline.put_together((undated, near), as_of=date(2024, 3, 6), again=studied)
    assert {f.document.file for f in whole.groups.findings} == {"a.txt", "b.txt"}, "the neighbour dates it"
    before = pipeline.put_together((undated, near), as_of=date(2024, 3, 5), again=studied)
    assert not before.groups.findings
    reasons = {refusal.file: refusal.reason for refusal in before.refusals}
    assert reasons == {"a.txt": "no date of publication", "b.txt": "published after 2024-03-05"}


def test_as_of_the_last_day_leaves_out_the_undated_only(findings) -> None:  # type: ignore[no-untyped-def]
    some = findings(NEAR, ("Officials of Japan met in Oslo.", "Evening Star", None))
    compared = pipeline.put_together(some, as_of=date(2024, 3, 6) + timedelta(days=1000), again=studied)
    assert [refusal.file for refusal in compared.refusals] == ["b.txt"]


def test_an_earliest_day_is_no_day_by_which_a_report_was_out(findings) -> None:  # type: ignore[no-untyped-def]
    near, other = findings(NEAR, ("Officials of Japan met in Oslo.", "Evening Star", None))
    since = replace(other, document=replace(other.document, published=When(date(2021, 8, 1), None, "August 2021")))
    compared = pipeline.put_together((near, since), as_of=date(2024, 3, 6), again=studied)
    assert [refusal.reason for refusal in compared.refusals] == ["no date of publication: only “August 2021” or later"]
    assert pipeline.put_together((since,), again=studied).as_of is None

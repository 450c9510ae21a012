"""The ledger of positions: one row for a party, a stance and an issue, with all who tell of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from secondsource.link import link
from secondsource.model import Findings, Name, Position, PositionGroup, PositionStance, Span

from .builders import MINISTRY, day, make_findings, says


def report(
    issue: str, party: str = "Brazil", stance: PositionStance = "demands", file: str = "a.txt", **given: object
) -> Findings:
    """Give a report whose one sentence takes one position."""
    found = make_findings(says(f"{party} and {issue} in {file}.", MINISTRY), publisher=f"Outlet of {file}", file=file)
    position = Position(party, stance, issue, None, found.assertions[0])
    return replace(found, positions=(replace(position, **given),))  # type: ignore[arg-type]


def ledger(*found: Findings) -> list[tuple[str, str, int]]:
    return [(p.party, p.stance, len(p.testimony)) for p in positions(found)]


def positions(found: Sequence[Findings]) -> tuple[PositionGroup, ...]:
    return link(found).positions


@pytest.mark.parametrize(
    ("issues", "rows"),
    [
        (("release of the two engineers", "releasing two engineers without delay"), 1),
        (("reopening of the land border", "land border reopened by June"), 1),
        (("release of the two engineers", "closure of the port"), 2),
        (("release of the engineers", "release of the seamen"), 2),
        (("40 million tonnes of rice", "14 million tonnes of rice"), 2),
        (("port", "port"), 1),
    ],
)
def test_one_issue_in_two_reports_is_one_row(issues: tuple[str, str], rows: int) -> None:
    found = [report(issue, file=f"{i}.txt") for i, issue in enumerate(issues)]
    assert len(positions(found)) == rows
    assert sum(len(p.testimony) for p in positions(found)) == 2


def test_other_parties_and_other_stances_stand_apart() -> None:
    issue = "closure of the port"
    found = ledger(
        report(issue, file="a.txt"),
        report(issue, "Turkey", file="b.txt"),
        report(issue, stance="rejects", file="c.txt"),
    )
    assert found == [("Brazil", "demands", 1), ("Brazil", "rejects", 1), ("Turkey", "demands", 1)]


def test_a_second_word_of_the_same_origin_adds_nothing() -> None:
    (row,) = positions([report("closure of the port", file=f"{i}.txt") for i in range(2)])
    assert [t.evidence.q for t in row.testimony] == [1.0, 0.0]


def test_a_person_of_one_report_is_the_side_that_another_gives_him() -> None:
    known = report("closure of the port", file="a.txt")
    known = replace(known, names=(Name(Span(known.document.id, 0, 6), "person", "Elena Costa", "Brazil"),))
    short = report("return of the ship", "Costa", file="b.txt")
    assert {p.party for p in positions([known, short])} == {"Brazil"}


@pytest.mark.parametrize(("said", "kept"), [("2021-08-24", False), ("2024-03-01", True)])
def test_what_is_history_to_the_pile_is_left_out(said: str, kept: bool) -> None:
    undated = report("closure of the port", file="b.txt", when=day(said))
    undated = replace(undated, document=replace(undated.document, published=None))
    found = positions([report("return of the ship"), undated])
    assert any(p.issue == "closure of the port" for p in found) is kept


def test_the_order_of_reports_changes_nothing() -> None:
    found = [report(i, file=f"{n}.txt") for n, i in enumerate(("closure of the port", "return of the ship"))]
    assert positions(found) == positions(found[::-1])

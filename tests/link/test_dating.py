"""The year of a report that tells a day without one, from dated reports on the same matter, or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from secondsource.link.dating import dates_by_pile
from secondsource.model import Findings, Name, When

from .builders import country, make_findings, person, says, time

TEXT = "Elena Costa of Brazil flew to Lisbon on March 12."
NAMES = (person("Elena Costa", "Brazil"), country("Brazil"))


def undated(value: str = "XXXX-03-12", **given: object) -> Findings:
    fields: dict[str, object] = {"names": NAMES, "times": (time(TEXT, value, "March 12"),), "published": None}
    return make_findings(says(TEXT), **(fields | given))  # type: ignore[arg-type]


def dated(published: str, names: tuple[Name, ...] = NAMES) -> Findings:
    return make_findings(published=published, names=names, file="b.txt", publisher="Evening Star")


WITHIN = When(date(2024, 3, 12), date(2024, 3, 18), "March 12")


@pytest.mark.parametrize(
    ("others", "when"),
    [
        ([dated("2024-03-14")], WITHIN),
        ([dated("2024-03-30")], WITHIN),
        ([dated("2024-03-14"), dated("2024-03-20")], WITHIN),
        ([dated("2024-05-14")], None),
        ([dated("2024-03-14"), dated("2022-03-14")], None),
        ([dated("2024-03-14", (country("Brazil"),))], None),
        ([dated("2024-03-01 2024-03-31")], None),
        ([dated("2023-12-31")], None),
        ([], None),
    ],
    ids=[
        "near", "three weeks off", "two neighbours of one year", "two months off", "neighbours of two years",
        "only one name in common", "neighbour itself vague", "winter before", "no neighbour",
    ],
)  # fmt: skip
def test_the_year_comes_from_the_neighbours(others: list[Findings], when: When | None) -> None:
    found = dates_by_pile([undated(), *others])
    assert found == ({0: when} if when else {})


def test_a_dateline_is_the_day_itself() -> None:
    text = "LISBON, March 12 (Sol) - Elena Costa of Brazil arrived."
    found = undated(times=(time(text, "XXXX-03-12", "March 12"),))
    document = replace(found.document, text=text, dateline="Lisbon")
    assert dates_by_pile([replace(found, document=document), dated("2024-03-14")]) == {
        0: When(date(2024, 3, 12), date(2024, 3, 12), "March 12")
    }


def test_a_day_that_is_told_as_to_come_lies_after_the_report() -> None:
    ahead = replace(time(TEXT, "XXXX-03-12", "March 12"), anchor="ahead")
    found = dates_by_pile([undated(times=(ahead,)), dated("2024-03-10")])
    assert found[0] == When(date(2024, 2, 20), date(2024, 3, 12), "March 12")


@pytest.mark.parametrize("value", ["2024-03-12", "2024-03", "P3D", "XXXX-02-30", "XXXX-WXX-2"])
def test_only_a_day_without_a_year_can_be_placed(value: str) -> None:
    assert dates_by_pile([undated(value), dated("2024-03-14")]) == {}


def test_a_day_at_the_turn_of_the_year() -> None:
    found = dates_by_pile([undated("XXXX-12-30"), dated("2024-01-03")])
    assert found[0].earliest == date(2023, 12, 30)


def test_dated_reports_and_reference_works_are_left_alone() -> None:
    assert dates_by_pile([undated(published="2024-03-13"), dated("2024-03-14")]) == {}


def test_what_the_report_says_of_its_own_day_bounds_it() -> None:
    since = When(date(2024, 5, 1), None, "after April 2024")
    found = undated()
    assert 0 in dates_by_pile([found, dated("2024-03-14")])
    bounded = replace(found, document=replace(found.document, published=since))
    assert dates_by_pile([bounded, dated("2024-03-14")]) == {}

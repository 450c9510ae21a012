"""Meetings have the parties that their own words give; nothing is told by what is only guarded against."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from secondsource.model import Findings

_TWO = "Peru and Chile disagree. Peru blames Chile. "


@pytest.mark.parametrize(
    "text",
    [
        "The county officials talked about budgets on Tuesday in Lima.",
        "The conference falls between Monday's trial and Sunday's vote.",
        "A gathering of Peruvian mayors was held in Lima on Tuesday.",
        "The conference of clerks opened in Lima on Tuesday.",
        "The annual meeting was held in Lima on Tuesday.",
    ],
)
def test_a_meeting_does_not_take_the_countries_that_are_near(findings_of: Callable[..., Findings], text: str) -> None:
    assert [e for e in findings_of(_TWO + text).events if e.type == "CONSULT"] == []


@pytest.mark.parametrize(
    "text",
    [
        "The two countries talked for an hour.",
        "The neighbours talked for an hour.",
        "Peru's foreign minister talked to his Chilean counterpart.",
        "The conference between Peru and Chile opened in Lima on Tuesday.",
    ],
)
def test_a_meeting_of_the_two_is_theirs(findings_of: Callable[..., Findings], text: str) -> None:
    meetings = [e for e in findings_of(_TWO + text).events if e.type == "CONSULT"]
    assert [{p.side for p in e.participants} for e in meetings] == [{"Peru", "Chile"}]


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("The vote is sandwiched before Juan Rojas's long-awaited meeting on Friday with Ana Soto.", "planned", "17"),
        ("The forthcoming meeting of Kenya and Somalia in Nairobi on Friday was discussed.", "planned", "17"),
        ("Kenya and Somalia held a meeting in Nairobi on Friday.", "occurred", "10"),
    ],
)
def test_an_awaited_meeting_is_still_to_come(
    findings_of: Callable[..., Findings], text: str, status: str, day: str
) -> None:
    event = next(e for e in findings_of(text).events if text[e.trigger.start : e.trigger.end] == "meeting")
    assert event.status == status
    assert event.when is not None
    assert str(event.when.earliest) == f"2022-06-{day}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We have not seen anything of the kind in terms of hacking of ministries, she said.", []),
        ("Peru will help provinces prepare their systems for cyber-attacks from Chile.", []),
        ("Peru is preparing for attacks by Chile.", []),
        ("Peru sent troops to deter attacks by Chile.", ["MOBILIZE"]),
        ("Peru thanked the soldiers for the attack on Chile.", ["ASSAULT"]),
    ],
)
def test_what_is_guarded_against_has_not_come(findings_of: Callable[..., Findings], text: str, told: list[str]) -> None:
    assert [e.type for e in findings_of(text).events] == told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Peru condemned Chile over its meddling in the 2016 election.", None),
        ("Peru rejected the 2015 deal with Chile on Monday.", "Monday"),
        ("Chile attacked Peru after the 2016 election.", None),
        ("Chile attacked Peru in 2016.", "2016"),
    ],
)
def test_a_year_belongs_to_the_noun_behind_it(
    findings_of: Callable[..., Findings], text: str, said: str | None
) -> None:
    when = findings_of(text).events[0].when
    assert (when.said if when is not None else None) == said

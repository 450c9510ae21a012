"""Testimony found by its wording: what a sentence's own reading forbids, and what counts as an origin."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from secondsource.link import link, wording
from secondsource.link.bearing import Asked, bearings
from secondsource.link.evidence import About
from secondsource.model import Findings
from secondsource.model import Testimony as Told

Pile = Callable[..., tuple[Findings, ...]]
NOTHING = About(None, frozenset(), frozenset())
SIGNED = (
    "The defence ministers of Brazil and Namibia signed an agreement on naval cooperation in Windhoek on Tuesday, the "
    "Brazilian defence ministry said.",
    "Daily Post",
    "2024-05-09",
)
RELAY = (
    "Brazil and Namibia have put their names to a naval accord in Windhoek, the Daily Post reported. "
    "The deal on naval cooperation between Brazil and Namibia was signed in Windhoek.",
    "Evening Star",
    "2024-05-10",
)
DENIAL = (
    "Brazil and Namibia are said to have signed a naval agreement in Windhoek. The Namibian defence ministry denied "
    "that Namibia had signed any naval agreement with Brazil.",
    "Northern Wire",
    "2024-05-11",
)


def told(claim: str, findings: tuple[Findings, ...], *, counts: bool) -> tuple[Told, ...]:
    reports = wording.reports_of(link(findings))
    asked = Asked(claim, tuple(n for n in findings[0].names if n.name in ("Brazil", "Namibia")))
    found = bearings(asked, reports.findings, reports.passages)
    return wording.testimony_from(found, asked, reports, NOTHING, holder=None, counts=counts)


CLAIM = "Brazil and Namibia signed a naval agreement in Windhoek"


@pytest.fixture(scope="module")
def testimony(findings: Pile) -> tuple[Told, ...]:
    return told(CLAIM, findings(SIGNED, RELAY, DENIAL), counts=True)


def test_the_report_supports_and_the_denial_speaks_against(testimony: tuple[Told, ...]) -> None:
    assert any(t.polarity == 1 and t.document == 0 for t in testimony)
    assert any(t.polarity == -1 and t.document == 2 for t in testimony)
    assert not any(t.polarity == -1 and t.document == 0 for t in testimony)


def test_a_report_that_relays_brings_in_nothing_of_its_own(testimony: tuple[Told, ...]) -> None:
    assert all(t.evidence.q == 0 for t in testimony if t.document == 1 and t.polarity == 1)


def test_where_it_does_not_count_no_support_is_a_sure_origin(findings: Pile) -> None:
    found = told(CLAIM, findings(SIGNED, RELAY, DENIAL), counts=False)
    assert found
    assert all(t.evidence.q <= wording.IN_PART for t in found if t.polarity == 1)

"""Issues as headings, and lists cut into their members."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.extract.positions.issues import LONGEST, cut, issue_between


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("(a) the reopening of the port, ", "reopening of the port"),
        ("- Fishing rights.", "Fishing rights"),
        ("the lifting of the ban, and", "lifting of the ban"),
        ("water from the [[Blue Lake]]", "water from the Blue Lake"),
        ("14 tonnes of rice, its envoy Ana Lima declared to the agency", "14 tonnes of rice"),
        ("“ ”", None),
    ],
)
def test_an_issue_as_a_heading(text: str, words: str | None) -> None:
    issue = issue_between(0, len(text), text)
    assert (issue.words if issue is not None else None) == words


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        ("the water, the seamen and the masts.", ["water", "seamen", "masts"]),
        ("a share, being half, of it; the return of the ship", ["share, being half, of it", "return of the ship"]),
        ("an end to the patrols", ["end to the patrols"]),
        (
            "a long sentence of so many words that no list of short members could have it as a part, and more",
            ["long sentence of so many words that no list of short members could have it as a part, and more"],
        ),
    ],
)  # fmt: skip
def test_lists(text: str, issues: list[str]) -> None:
    assert [i.words for i in cut(0, len(text), text)] == issues


@given(st.text(max_size=400))
def test_issues_stay_within_their_text(text: str) -> None:
    for issue in cut(0, len(text), text):
        assert 0 <= issue.start <= issue.end <= len(text)
        assert 2 < len(issue.words) <= LONGEST + 2

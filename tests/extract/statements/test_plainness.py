"""Main clauses that state what can be looked up, in the document's own voice, and those that do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from secondsource.model import Findings

# (sentence, stance of the document's own statement)
STATED = [
    ("The signature belongs to a tax clerk.", "asserts"),
    ("The letter is a forgery.", "asserts"),
    ("The register has no Jonas Vik in any year since 1990.", "asserts"),
    ("The post of harbour envoy does not exist.", "asserts"),
    ("The register says 300.", "asserts"),
    ("No joint commission was agreed.", "asserts"),
    ("Fourteen went missing.", "asserts"),
    ("Neither a date nor a place has been fixed.", "asserts"),
    ("There were no soldiers among the dead.", "asserts"),
    ("Our verdict: the letter is a forgery.", "asserts"),
    ("Peru will train sixty marines under the accord.", "plans"),
]

# sentences that state nothing to look up: background, guesses, predictions, opinions, plans of nobody's
NOT_STATED = [
    "Oman is a monarchy in Arabia.",
    "Letters like this are common.",
    "It rained all day.",
    "The dam will be full in May.",
    "A treaty would help.",
    "We believe in peace.",
    "There is no confirmation that Peru gave Chile a base.",
    "If the story holds, those sailors have somebody to thank.",
    "Our readers know the port well.",
    "Sailors drink tea.",
    "Peru is to have a base in the south.",
]


@pytest.mark.parametrize(("text", "stance"), STATED)
def test_stated(findings_of: Callable[..., Findings], text: str, stance: str) -> None:
    found = [a for a in findings_of(text, "Daily Nation").assertions if a.event is None]
    assert [(a.stance, [h.name for h in a.holders]) for a in found] == [(stance, ["Daily Nation"])]


@pytest.mark.parametrize("text", NOT_STATED)
def test_not_stated(findings_of: Callable[..., Findings], text: str) -> None:
    assert [a.text for a in findings_of(text, "Daily Nation").assertions if a.event is None] == []


def test_a_negated_subject_negates(findings_of: Callable[..., Findings]) -> None:
    found = findings_of("Nobody by that name has worked at the ministry, Chad said.", "Daily Nation").assertions
    assert [(a.negated, a.holders[0].name) for a in found] == [(True, "Chad")]


# (sentence, what its statement is about)
ABOUT = [
    ("The letter about the Iranian port was burnt.", "letter"),
    ("The Iranian letter was burnt.", "Iran"),
    ("The crossing of Kapikoy was shut for a week.", "Kapikoy"),
    ("Kenya's navy lost the boat.", "Kenya"),
]


@pytest.mark.parametrize(("text", "subject"), ABOUT)
def test_subject(findings_of: Callable[..., Findings], text: str, subject: str) -> None:
    found = findings_of(text, "Daily Nation").assertions
    assert found
    assert subject in (found[0].subject or "")

"""A reader's own claim is read even where a report's sentence so bare would say nothing to look up."""

from __future__ import annotations

import pytest

from secondsource.detect import detect
from secondsource.extract import extract, extract_claim
from secondsource.model import Document, Findings


def read(claim: str) -> Findings:
    return extract_claim(detect(Document("claim", "(your claim)", claim)))


@pytest.mark.parametrize(
    ("claim", "word", "negated"),
    [
        ("Peru has pre-committed forces.", "Peru", False),
        ("Rain fell.", "rain", False),
        ("Nobody in Peru sleeps.", "Peru", True),
    ],
)
def test_a_bare_claim_is_one_statement(claim: str, word: str, negated: bool) -> None:
    (stated,) = read(claim).assertions
    assert claim.startswith(stated.text.rstrip("."))
    assert word in stated.key
    assert (stated.stance, stated.negated) == ("asserts", negated)


@pytest.mark.parametrize("claim", ["Peru attacked Chile on Monday.", "Peru's army said that it had left the port."])
def test_what_is_read_as_a_report_is_read_so(claim: str) -> None:
    assert read(claim) == extract(detect(Document("claim", "(your claim)", claim)))


@pytest.mark.parametrize("claim", ["Has it?", "...", "42"])
def test_what_claims_nothing_states_nothing(claim: str) -> None:
    assert not read(claim).events
    assert not [a for a in read(claim).assertions if not a.key]

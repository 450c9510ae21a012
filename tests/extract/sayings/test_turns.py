"""Transcripts: whose words a turn is, what is asked, and lists of labels that are no transcript."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.extract.sayings.turns import find_turns
from secondsource.model import Findings

BRIEFING = """Briefing by Colonel Rui Tavares, Armed Forces of Peru

TAVARES: Good morning. The wounded are recovering.

QUESTION (radio): The rebels say twenty soldiers died.
TAVARES: That is false. We buried five yesterday.

QUESTION (Reuters): Were there foreigners?
TAVARES: No foreign soldier was in that convoy.

QUESTION (AFP): And the minister?
TAVARES: I do not comment on what the minister says.
"""


def test_an_answer_is_its_speakers(findings_of: Callable[..., Findings]) -> None:
    found = {a.text.rstrip("."): a for a in findings_of(BRIEFING, "Press Club").assertions}
    said = next(a for text, a in found.items() if "foreign soldier" in text)
    assert [h.name for h in said.holders] == ["Rui Tavares", "Press Club"]
    assert said.negated


def test_a_question_is_nobodys(findings_of: Callable[..., Findings]) -> None:
    assert not any(
        "twenty soldiers" in a.text and a.stance == "asserts" for a in findings_of(BRIEFING, "Press Club").assertions
    )


def test_a_silence_in_a_turn(findings_of: Callable[..., Findings]) -> None:
    silent = [a for a in findings_of(BRIEFING, "Press Club").assertions if a.stance == "no_comment"]
    assert [a.holders[0].name for a in silent] == ["Rui Tavares"]


def test_an_office_is_named_in_the_head(findings_of: Callable[..., Findings]) -> None:
    text = (
        "Doorstep by Minister Ana Diaz\n\nMINISTER: Nobody walked out of the room.\n\n"
        "QUESTION: And the text?\n\nMINISTER: There is no joint text.\n"
    )
    found = findings_of(text, "Office of Information").assertions
    assert {a.holders[0].name for a in found} == {"Ana Diaz"}


TURNS = [
    ("Q: Who came?\nA: Two men came.\nQ: When?\nA: On Monday.", ["Q", "A", "Q", "A"]),
    ("REPORTER: Who?\nBerg: Two men.\nREPORTER: When?\nBerg: On Monday.", ["REPORTER", "Berg", "REPORTER", "Berg"]),
]


@pytest.mark.parametrize(("text", "labels"), TURNS)
def test_turns(text: str, labels: list[str]) -> None:
    assert [t.label for t in find_turns(text)] == labels


NO_TURNS = [
    "DATE: 5 May\nPLACE: Lima\nSUBJECT: Talks\nThe talks began.",
    "NOTE: this is a list.\nSOURCE: Reuters\nUPDATE: two more.",
    "Lima: talks began.\nOslo: talks ended.\nParis: nothing new.",
    "BERG: I will speak.",
    "The minister said: we leave.",
]


@pytest.mark.parametrize("text", NO_TURNS)
def test_no_turns(text: str) -> None:
    assert find_turns(text) == ()


@given(st.text(alphabet="AQ :\nab.(", max_size=60))
def test_turns_lie_in_order_inside_the_text(text: str) -> None:
    turns = find_turns(text)
    assert all(0 <= t.at <= t.start <= t.end <= len(text) for t in turns)
    assert all(a.end <= b.at for a, b in pairwise(turns))

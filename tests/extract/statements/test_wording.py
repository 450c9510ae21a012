"""What is put forward is a sentence: no fragment, no question, no half of one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from secondsource.extract.statements.wording import sentence_like
from secondsource.model import Findings


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("that the road was open,", "The road was open"),
        ("of shelling the town", "Shelling the town"),
        ("“the road is open", "The road is open"),
        ('"The road is open,', "The road is open,".rstrip(",")),
        ("", ""),
    ],
)
def test_a_stretch_of_text_as_a_sentence(words: str, sentence: str) -> None:
    assert sentence_like(words) == sentence


# (text, what its statements that are no events must say in this order)
STATEMENTS = [
    ("Peru's minister said the road was open again.", ["The road was open again"]),
    ("Peru's minister asked what the neighbours wanted.", []),
    ("Peru's minister explained why the road was shut.", []),
    ("Peru's minister called the plan nonsense.", ["Peru's minister called the plan nonsense."]),
]


@pytest.mark.parametrize(("text", "statements"), STATEMENTS)
def test_what_is_put_forward(findings_of: Callable[..., Findings], text: str, statements: list[str]) -> None:
    found = findings_of(text).assertions
    assert [a.text for a in found if a.event is None and a.stance != "no_comment"] == statements


def test_no_statement_begins_with_an_infinitive(findings_of: Callable[..., Findings]) -> None:
    found = findings_of("Peru's minister vowed to keep the road open. The road, he said, is ours.").assertions
    assert not [a.text for a in found if a.text.startswith("To ")]

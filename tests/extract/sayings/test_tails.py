"""The speaker behind what he said, wherever the parser hung him; and ends of sentences that only look like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from secondsource.extract.reading import Reading

# (sentence, holder, the end of what is said)
TAILS = [
    (
        "The charity took the men from the rebels at noon near the river, its spokeswoman, Ines Morel, told us there.",
        "Ines Morel",
        "near the river",
    ),
    (
        "Chad's trade ministry shut the firm and opened an inquiry, the deputy minister, Ali Abdou, said in Lima.",
        "Ali Abdou",
        "opened an inquiry",
    ),
    (
        "Vik will arrive on Tuesday and hold talks on Wednesday, presidential spokesperson Ana Diaz said in Lima.",
        "Ana Diaz",
        "on Wednesday",
    ),
    (
        "Four lorries were on their way when a bomb went off at the village of Kora, Minister Jon Berg told us.",
        "Jon Berg",
        "village of Kora",
    ),
    (
        "The Lima Post, an old newspaper, confirms it in black and white: two men were killed on the road.",
        "Lima Post",
        "on the road",
    ),
]


@pytest.mark.parametrize(("text", "holder", "end"), TAILS, ids=[t[1] for t in TAILS])
def test_tail(reading_of: Callable[[str], Reading], text: str, holder: str, end: str) -> None:
    found = [a for a in reading_of(text).attributions if a.holders and holder in a.holders[0].name]
    assert found
    said = text[found[0].content[0].start : found[0].content[-1].end]
    assert said.rstrip('.,"').endswith(end)
    assert holder not in said


NO_TAILS = [
    "The envoy met the president in Lima, the capital, and reported to Oslo.",
    "After the storm had passed, the captain said a prayer.",
    "When he was asked about the letter, the minister, Jon Berg, told reporters to leave.",
    "The convoy left the camp, and its commander, Ana Diaz, told the guards to stay.",
    "The minister likes it: the sea is blue.",
]


@pytest.mark.parametrize("text", NO_TAILS)
def test_no_tail(reading_of: Callable[[str], Reading], text: str) -> None:
    told = [text[a.content[0].start : a.content[-1].end] for a in reading_of(text).attributions if a.content]
    assert not any(said.startswith(text[:12]) and said.count(" ") > 3 for said in told)

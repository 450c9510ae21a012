"""Who a text says it has its matter from: thanks, syndication, a statement reproduced."""

from __future__ import annotations

import pytest

from secondsource.detect import detect
from secondsource.extract.sayings.attributions import find_attributions
from secondsource.extract.sources.credits import find_credits
from secondsource.model import Document

TOLD = "Norway has moved two frigates to Bergen. The king was not told."


def chains(text: str, outlet: str | None = None) -> dict[str, list[str]]:
    document = Document("d", "d.txt", text, outlet=outlet)
    found = find_attributions(detect(document))
    return {text[a.content[0].start : a.content[-1].end]: [h.name for h in a.holders] for a in found if a.content}


def test_thanks_owe_the_sentence() -> None:
    found = chains("Norway has moved two frigates to Bergen (h/t Coastal Watch Monitor). The king was not told.")
    assert found == {"Norway has moved two frigates to Bergen": ["Coastal Watch Monitor"]}


@pytest.mark.parametrize(
    "line",
    [
        "This article was first published by the Bergen Lantern and is republished with permission.",
        "This story originally appeared in the Bergen Lantern.",
        "Republished from the Bergen Lantern.",
    ],
)
def test_syndicated_texts_owe_all(line: str) -> None:
    found = chains(f"{TOLD} “Nobody asked,” Anna Berg said.\n\n{line}")
    assert found["Norway has moved two frigates to Bergen"] == ["Bergen Lantern"]
    assert found["“Nobody asked,”"] == ["Anna Berg", "Bergen Lantern"]


def test_a_statement_reproduced_owes_its_words_to_its_author() -> None:
    text = (
        "The following is our translation of the communiqué that the National Liberation Army published on Friday.\n\n"
        "“Our delegation signed an agreement for a ceasefire.\n\nWe denounce that the army bombed a camp of ours.”\n\n"
        "The ministry of defence sent two boats on Sunday."
    )
    found = chains(text)
    assert ["National Liberation Army"] in found.values()
    assert not any("two boats" in said for said in found)


@pytest.mark.parametrize(
    "text",
    [
        TOLD,
        "This article explains what Norway did first.",
        "The plan, first published in the Bergen Lantern in 1998, was never carried out by Norway or by anyone else.",
        "The king went to Bergen via Oslo and thanked everybody.",
        "Here is what Norway did next: it moved two frigates.",
    ],
)
def test_no_credit(text: str) -> None:
    assert find_credits(detect(Document("d", "d.txt", text))) == ()


def test_nobody_owes_himself() -> None:
    text = f"{TOLD}\n\nThis article was first published by the Bergen Lantern."
    assert find_credits(detect(Document("d", "d.txt", text, outlet="Bergen Lantern"))) == ()


@pytest.mark.parametrize(
    "text",
    [
        "It rained in the town all day long. This article was first published on Monday. It was changed since.",
        "It rained in the town all day long. This story was originally published on May 3, 2024.",
        "It rained in the town all day long. This piece first appeared on Sept. 4 in a longer form.",
    ],
)
def test_a_day_is_no_publisher(text: str) -> None:
    assert find_credits(detect(Document("d", "d.txt", text))) == ()

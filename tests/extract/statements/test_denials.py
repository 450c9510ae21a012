"""Denials: the clause denied, the report as such, what is withdrawn, and what is no denial at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from secondsource.extract.statements.denials import is_bare
from secondsource.model import Findings

# (text, what is denied, by whom)
DENIED = [
    ("Jon Berg called the allegation that Chad had owned drones a lie.", "Chad had owned drones", "Jon Berg"),
    ("Iran rejected as a sheer invention the reports that it had owned drones.", "It had owned drones", "Iran"),
    ("Chad rejected a report that Minister Ali Abdou had owned drones.", "Minister Ali Abdou had owned drones", "Chad"),
    ("The claim that Chad had owned drones is false.", "Chad had owned drones", "Daily Nation"),
    ("There is no truth in reports that Chad owned drones.", "Chad owned drones", "Daily Nation"),
    ("It is not true that Chad had owned drones, Peru said.", "Chad had owned drones", "Peru"),
    ("We wrongly reported on Monday that Chad had owned drones.", "Chad had owned drones", "Daily Nation"),
    ("An earlier version of this article said that Chad owned 40 drones.", "Chad owned 40 drones", "Daily Nation"),
    (
        "Niger said the drones came from Benin. Benin called the accusation nonsense.",
        "The drones came from Benin",
        "Benin",
    ),
    ("Norway said that she had owned the boat; Iceland denied this.", "She had owned the boat", "Iceland"),
]


@pytest.mark.parametrize(("text", "denied", "holder"), DENIED)
def test_denied(findings_of: Callable[..., Findings], text: str, denied: str, holder: str) -> None:
    found = [a for a in findings_of(text, "Daily Nation").assertions if a.stance == "denies"]
    assert [(a.text.rstrip("."), a.holders[0].name, a.negated) for a in found] == [(denied, holder, False)]
    assert not any(a.stance == "asserts" and a.text.rstrip(".") == denied and a.holders[0].name == holder
                   for a in findings_of(text, "Daily Nation").assertions)  # fmt: skip


# a denial of the report as such
BARE = [
    ("Chad called the report baseless.", "Chad"),
    ("Chad's army dismissed the report as baseless.", "Army of Chad"),
    ("Kenya's navy disputed the account.", "Navy of Kenya"),
    ('The spokesman called the claims "fantasy".', "spokesman"),
    ("Chad has rejected the accusations made against it by Niger.", "Chad"),
    ("There is no truth in the report, Peru said.", "Peru"),
]


@pytest.mark.parametrize(("text", "holder"), BARE)
def test_bare(findings_of: Callable[..., Findings], text: str, holder: str) -> None:
    found = [a for a in findings_of(text, "Daily Nation").assertions if a.stance == "denies"]
    assert [(is_bare(a), a.holders[0].name) for a in found] == [(True, holder)]


# (text, no denial though it looks like one)
NOT_DENIED = [
    "The minister called the visit a success.",
    "The critics called the plan absurd.",
    "Chad withdrew its earlier version of the treaty.",
    "We reported on Monday that Chad had owned drones.",
    "The claim that Chad owned drones is new.",
    "There is new truth in old reports that Chad owned drones.",
    "It never happened.",
    "The talks failed in May; Algiers has denied it.",
    "Peru's foreign ministry said the road had not been closed.",
    "No such accord was signed, the embassy in Oslo said.",
    "Police described the video as a fake.",
    "Chad confirmed the report that it had owned drones.",
]


@pytest.mark.parametrize("text", NOT_DENIED)
def test_not_denied(findings_of: Callable[..., Findings], text: str) -> None:
    assert [a.text for a in findings_of(text, "Daily Nation").assertions if a.stance == "denies"] == []


# (text, what is said of a thing that is called false)
THINGS = [
    ("The ministry calls the letter forged.", "The letter is forged"),
    ("Police described the video as a fake.", "The video is a fake"),
]


@pytest.mark.parametrize(("text", "said"), THINGS)
def test_a_thing_called_false(findings_of: Callable[..., Findings], text: str, said: str) -> None:
    assert [(a.stance, a.text) for a in findings_of(text, "Daily Nation").assertions] == [("asserts", said)]


def test_negative_words_are_no_denial_of_themselves(findings_of: Callable[..., Findings]) -> None:
    found = findings_of("The meal never took place, Peru's foreign ministry said.", "Daily Nation").assertions
    assert [(a.stance, a.negated) for a in found if a.event is None] == [("asserts", True)]


def test_a_denied_happening_is_pointed_to(findings_of: Callable[..., Findings]) -> None:
    text = (
        "Iran and Kenya held talks in Oslo, the Gulf Ledger reported. The army of Kenya owned boats. "
        "Iran called the report baseless."
    )
    denial = [a for a in findings_of(text, "Daily Nation").assertions if a.stance == "denies"]
    assert [is_bare(a) for a in denial] == [True]
    assert denial[0].key & {"Iran", "Oslo", "talk", "Kenya"}

"""What nobody says has no holder: conditions, possibilities, rules for all, impressions, what is not put into words."""

from __future__ import annotations

import pytest

from secondsource.detect import detect
from secondsource.extract.sayings.attributions import find_attributions
from secondsource.model import Attribution, Document


def read(text: str) -> tuple[Attribution, ...]:
    return find_attributions(detect(Document("d", "d.txt", text)))


def told_by(text: str) -> set[str]:
    """All whom a text gives as holders of something that is put forward."""
    return {holder.name for a in read(text) if a.stance != "supposes" for holder in a.holders}


@pytest.mark.parametrize(
    "text",
    [
        "If Sweden says that the port is closed, the ships will turn back.",
        "It is not known whether Sweden believes that the ship sank.",
        "Sweden may claim that the island is its own.",
        "In those years Sweden would say that the island was empty.",
        "Any court that finds that the treaty was broken can fine the firm.",
        "An agency that decides that it lacks the means can ask for help.",
        "Sweden has not said that the pilots were armed.",
        "Sweden has not said the pilots were armed.",
        "Sweden never said that the talks had failed.",
        "Sweden does not always say whom it asks.",
        "Sweden appears to be determined to close the port.",
        "Sweden seems to believe that the port is safe.",
        "Sweden seems bent on closing the port.",
    ],
)
def test_nobody_says_it(text: str) -> None:
    assert not told_by(text) - {"unnamed sources"}
    assert all(a.stance != "no_comment" for a in read(text))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Sweden says that if the port is closed the ships will turn back.", "plans"),
        ("Sweden said that it may close the port.", "hedges"),
        ("Sweden would say only that the port was closed.", "asserts"),
        ("Sweden would later say that the port was closed.", "asserts"),
        ("Sweden would not say whether the port was closed.", "no_comment"),
        ("Sweden has not said whether the port is closed.", "no_comment"),
        ("Sweden did not say when the port would open.", "no_comment"),
        ("Sweden has never said who sank the ship.", "no_comment"),
        ("Sweden, which says that the port is closed, sent a ship.", "asserts"),
        ("As Sweden says, the port is closed.", "asserts"),
        ("Sweden said that the port was closed and that the ship had left.", "asserts"),
        ("Sweden is determined to close the port.", "plans"),
    ],
)
def test_somebody_says_it(text: str, stance: str) -> None:
    assert ("Sweden", stance) in {(h.name, a.stance) for a in read(text) for h in a.holders}


@pytest.mark.parametrize(
    "text",
    [
        "Norway said on Monday that the strait was open. The talks came after the arrest of four officers alleged "
        "to have hacked into its accounts.",
        "Norway sent a ship. The officers are believed to have hacked into its accounts.",
        "Norway sent a ship. The officers reportedly hacked into its accounts.",
    ],
)
def test_a_hedge_that_nobody_owns_has_nobody_named(text: str) -> None:
    assert {h.name for a in read(text) if a.stance == "hedges" for h in a.holders} == {"unnamed sources"}


def test_a_critic_holds_what_seems_so_to_him() -> None:
    text = "“The Roth government appears to be determined to close the port,” said Anna Berg, a lawmaker."
    assert told_by(text) == {"Anna Berg"}

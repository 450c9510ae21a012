"""A statement asked about: who said it, who said the opposite, who would not say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.link import link
from secondsource.link.statements import same_holder, weigh_statement
from secondsource.model import Assertion, Figure, Groups, Holder

from .builders import MINISTRY, SOURCES, TURKEY, Sentence, make_findings, meeting, outlet, says, tells

COSTA = Holder("Elena Costa", "person", "Brazil")
KEY = frozenset({"Brazil", "Haiti", "send", "troop"})


def word(text: str, *holders: Holder, **given: object) -> Sentence:
    return says(text, *holders, **({"key": KEY, "subject": "Brazil"} | given))  # type: ignore[arg-type]


def asked(*holders: Holder, **given: object) -> Assertion:
    return make_findings(word("Brazil will send troops to Haiti.", *holders, **given)).assertions[0]


def pile(*sentences: Sentence) -> Groups:
    return link([make_findings(tells(meeting(), MINISTRY), *sentences)])


SAID = word("Brazil will send troops to Haiti, the minister told us.", MINISTRY)
OPPOSITE = word("Brazil will not send troops to Haiti.", TURKEY, negated=True)
NEAR = word("Brazil will send a ship to Haiti.", MINISTRY, key=frozenset({"Brazil", "Haiti", "ship"}))
NUMBERED = word("Brazil will send 400.", MINISTRY, figures=(Figure(400.0, "troop", "400 troops"),))
SILENT = word("The ministry would not speak of troops for Haiti.", MINISTRY, stance="no_comment")


@pytest.mark.parametrize(
    ("claim", "pile_says", "for_it", "against", "neither"),
    [
        (asked(), [SAID], True, 0, 0),
        (asked(), [OPPOSITE], False, 1, 0),
        (asked(negated=False, key=KEY | {"decline"}), [SAID], False, 1, 0),
        (asked(negated=True), [OPPOSITE], True, 0, 0),
        (asked(), [NEAR], False, 0, 0),
        (asked(), [], False, 0, 0),
        (asked(figures=(Figure(400.0, "troop", "400 troops"),)), [NUMBERED], True, 0, 0),
        (asked(figures=(Figure(900.0, "troop", "900 troops"),)), [NUMBERED], False, 0, 0),
        (asked(figures=(Figure(400.0, "troop", "400 troops"),)), [SAID], False, 0, 0),
        (asked(subject="Peru", key=frozenset({"Peru", "Haiti", "send", "troop"})), [SAID], False, 0, 0),
    ],
    ids=[
        "said", "opposite", "declined and said", "negation and negation", "other matter", "nothing", "same number",
        "other number", "number that nobody gives", "other subject",
    ],
)  # fmt: skip
def test_what_the_pile_says(
    claim: Assertion, pile_says: list[Sentence], for_it: bool, against: int, neither: int
) -> None:
    opinion = weigh_statement(claim, pile(*pile_says), by_holder=False)
    found = (opinion.supporting is not None, len(opinion.refuting), len(opinion.neutral))
    assert found == (for_it, against, neither)


@pytest.mark.parametrize(
    ("holder", "pile_says", "for_it", "neither"),
    [
        (MINISTRY, [SAID], True, 0),
        (TURKEY, [SAID], False, 0),
        (MINISTRY, [SILENT], False, 2),
        (TURKEY, [SILENT], False, 0),
        (
            Holder("Elena Costa", "person", "Brazil"),
            [word("So it will.", Holder("Costa", "person", "Brazil"))],
            True,
            0,
        ),
    ],
    ids=["said by them", "said by another", "they were silent", "another was silent", "by the short name"],
)
def test_what_this_holder_says(holder: Holder, pile_says: list[Sentence], for_it: bool, neither: int) -> None:
    opinion = weigh_statement(asked(holder), pile(*pile_says), by_holder=True)
    assert (opinion.supporting is not None, len(opinion.neutral)) == (for_it, neither)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (MINISTRY, MINISTRY, True),
        (MINISTRY, TURKEY, False),
        (COSTA, Holder("Costa", "person", "Brazil"), True),
        (COSTA, Holder("Rui Costa", "person", "Brazil"), False),
        (MINISTRY, Holder("Brazil", "country", "Brazil"), True),
        (MINISTRY, COSTA, False),
        (MINISTRY, replace(MINISTRY, name="Army of Brazil"), True),
        (Holder("Red Cross", "body"), Holder("Far Herald", "body"), False),
        (outlet("Daily Post"), SOURCES, False),
    ],
)
def test_same_holder(one: Holder, other: Holder, same: bool) -> None:
    assert same_holder(one, other) is same
    assert same_holder(other, one) is same

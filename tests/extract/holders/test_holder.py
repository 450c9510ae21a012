"""Whom a source phrase stands for."""

from __future__ import annotations

import pytest

from secondsource.detect import detect
from secondsource.extract.holders.holder import NOBODY
from secondsource.extract.sayings.attributions import find_attributions
from secondsource.model import Document, Holder


def last_holders(text: str, outlet: str | None = None) -> tuple[Holder, ...]:
    return find_attributions(detect(Document("d", "d.txt", text, outlet=outlet)))[-1].holders


CASES = [
    ("Beijing said the talks failed.", Holder("China", "country", "China")),
    ("Sergei Lavrov met reporters. Lavrov said the talks failed.", Holder("Sergei Lavrov", "person", "Russia")),
    ("Sergei Lavrov met reporters. He said the talks failed.", Holder("Sergei Lavrov", "person", "Russia")),
    ("Chinese officials said the talks failed.", Holder("Chinese officials", "unnamed", "China")),
    ("A senior US official said the talks failed.", Holder("senior US official", "unnamed", "United States")),
    ("The Chinese side said the talks failed.", Holder("Chinese side", "body", "China")),
    ("Sources said the talks failed.", Holder("Sources", "unnamed")),
    ("People familiar with the matter said the talks failed.", Holder("People familiar with the matter", "unnamed")),
    ("A State Department spokesperson said the talks failed.", Holder("State Department", "body", "United States")),
    ("The Washington Post had a story. The newspaper said the talks failed.", Holder("Washington Post", "outlet")),
    ("The Washington Post had a story. The report said the talks failed.", Holder("Washington Post", "outlet")),
    ("North Korean state media said the talks failed.", Holder("North Korean state media", "outlet", "North Korea")),
    ("SEOUL, June 3 (Yonhap) -- A diplomat said the talks failed.", Holder("diplomat", "unnamed")),
    ("The joint statement said the talks failed.", Holder("joint statement", "document")),
    ("The governor of the province said the talks failed.", Holder("governor of the province", "body")),
    ("His chief aide said the talks failed.", Holder("chief aide", "unnamed")),
    ("The British embassy in Oslo said the talks failed.", Holder("British embassy", "body", "United Kingdom")),
    (
        "Neither the navy nor the coast guard said the talks had failed.",
        Holder("navy and coast guard", "body"),
    ),
    ("The talks failed, according to the Tamsin Valley news agency.", Holder("Tamsin Valley", "outlet")),
    ("A spokesman for the harbour union, Jack Moss, said the talks failed.", Holder("Jack Moss", "person")),
    ("Those who were in the room said the talks failed.", Holder("Those who were in the room", "unnamed")),
]


@pytest.mark.parametrize(("text", "holder"), CASES, ids=[case[0][:50] for case in CASES])
def test_holder(text: str, holder: Holder) -> None:
    assert last_holders(text)[0] == holder


def test_two_names_share_one_saying() -> None:
    assert last_holders("Norway and Finland said the talks failed.")[0].name == "Norway and Finland"


def test_a_pronoun_far_from_any_name_is_nobody() -> None:
    assert last_holders("The day was long. It rained. She said the talks failed.") == (NOBODY,)


def test_the_agency_that_quotes_is_the_carrier() -> None:
    holders = last_holders("Kim Jong Un was quoted by KCNA as saying the test succeeded.")
    assert [holder.name for holder in holders] == ["Kim Jong Un", "KCNA"]


def test_an_unknown_paper_that_quotes_is_the_carrier() -> None:
    holders = last_holders("Ana Ruiz was cited by El Faro del Sur as saying the test succeeded.")
    assert [(holder.name, holder.kind) for holder in holders][-1] == ("El Faro del Sur", "outlet")


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg said after meeting Reuters correspondents that the talks failed.",
        "Anna Berg said the police had told the BBC crew to leave.",
        "Anna Berg said she no longer reads the Guardian.",
    ],
)
def test_an_outlet_that_is_only_met_or_spoken_of_carries_nothing(text: str) -> None:
    found = find_attributions(detect(Document("d", "d.txt", text)))
    assert {holder.name for one in found for holder in one.holders} <= {"Anna Berg", "police"}


@pytest.mark.parametrize("said", ["the Tribune", "the Fjord Tribune"])
def test_the_publisher_under_a_short_name_is_the_publisher(said: str) -> None:
    holders = last_holders(f"“The talks failed,” Anna Berg told {said}.", outlet="Fjord Tribune")
    assert [holder.name for holder in holders] == ["Anna Berg", "Fjord Tribune"]


def test_another_paper_with_the_same_last_word_is_another() -> None:
    holders = last_holders("“The talks failed,” Anna Berg told the Chicago Tribune.", outlet="Fjord Tribune")
    assert [holder.name for holder in holders] == ["Anna Berg", "Chicago Tribune"]

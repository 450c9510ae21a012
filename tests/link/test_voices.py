"""What weighs of a sentence found by its wording: a number that is a part only, a plea, a denial in one word."""

from __future__ import annotations

import pytest

from secondsource.link.bearing import _ASKS, _only_a_part
from secondsource.link.wording import _BY_WIRE, _DENIED_IT, _NOT_PLAIN, _OFFICE, _in_it


@pytest.mark.parametrize(
    ("claim", "text", "part"),
    [
        ("Seven people were killed", "The toll is twelve, of whom seven were women.", "seven"),
        ("Seven people were killed", "Twelve died, among them seven women.", "seven"),
        ("Nine people were held", "Forty were held, nine of them children.", "nine"),
        ("Twelve people were killed", "The toll is twelve, of whom seven were women.", None),
        ("Seven people were killed", "Seven died at the bridge, and of whom seven were named later.", None),
        ("Seven of them were women", "The toll is twelve, of whom seven were women.", None),
        ("Seven people were killed", "Seven people died.", None),
    ],
)
def test_a_number_of_a_part_is_not_the_whole(claim: str, text: str, part: str | None) -> None:
    assert _only_a_part(claim, text) == part


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Peru called for the lifting of the ban.", True),
        ("Chile demanded that the crew be freed.", True),
        ("Peru called the talks useful.", False),
        ("Chile freed the crew.", False),
    ],
)
def test_who_asks_does_not_tell_that_it_was_done(text: str, asks: bool) -> None:
    assert bool(_ASKS.search(text)) == asks


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The deal rests on two diplomats; Lima has denied it.", True),
        ("Both governments rejected the report.", True),
        ("Lima denied that it had sold the ship.", False),
        ("Lima dismissed the report of a sale.", False),
        ("Lima rejected the offer.", False),
    ],
)
def test_a_denial_of_what_was_told_before(text: str, denied: bool) -> None:
    assert bool(_DENIED_IT.search(text)) == denied


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("The minister signed the agreement in Quito today.", True),
        ("The minister may have signed the agreement.", False),
        ("Officials reportedly signed the agreement.", False),
        ("“We signed it,” the minister told them.", False),
    ],
)
def test_what_is_a_report_s_plain_word(text: str, plain: bool) -> None:
    assert (_NOT_PLAIN.search(text) is None) == plain


def test_an_office_names_no_magazine() -> None:
    assert _OFFICE.search("the Minister of ")
    assert not _OFFICE.search("an article in ")


def test_who_telephone_do_not_meet() -> None:
    assert _BY_WIRE.search("The two spoke by telephone on Monday.")
    assert not _BY_WIRE.search("The two spoke in Quito on Monday.")


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("They met in Chile on Monday.", True),
        ("They met in northern Chile on Monday.", True),
        ("They met under the good offices of Chile.", False),
        ("They met on Monday.", True),
    ],
)
def test_a_country_that_only_helps_is_no_place(text: str, inside: bool) -> None:
    assert _in_it("Chile", text) == inside

"""Whom a source phrase stands for."""

from __future__ import annotations

import pytest

from secondsource.detect import detect
from secondsource.extract.attributions import find_attributions
from secondsource.model import Document, Holder


def last_origin(text: str) -> Holder:
    return find_attributions(detect(Document("d", "d.txt", text)))[-1].holders[0]


CASES = [
    ("Beijing said the talks failed.", Holder("China", "country", "China")),
    ("Sergei Lavrov met reporters. Lavrov said the talks failed.", Holder("Sergei Lavrov", "person", "Russia")),
    ("Sergei Lavrov met reporters. He said the talks failed.", Holder("Sergei Lavrov", "person", "Russia")),
    ("Chinese officials said the talks failed.", Holder("Chinese officials", "unnamed", "China")),
    ("A senior US official said the talks failed.", Holder("A senior US official", "unnamed", "United States")),
    ("The Chinese side said the talks failed.", Holder("Chinese side", "body", "China")),
    ("Sources said the talks failed.", Holder("Sources", "unnamed")),
    ("People familiar with the matter said the talks failed.", Holder("People familiar with the matter", "unnamed")),
    ("A State Department spokesperson said the talks failed.", Holder("State Department", "body", "United States")),
    ("The Washington Post had a story. The newspaper said the talks failed.", Holder("Washington Post", "outlet")),
    ("The Washington Post had a story. The report said the talks failed.", Holder("Washington Post", "outlet")),
    ("North Korean state media said the talks failed.", Holder("North Korean state media", "outlet", "North Korea")),
    ("SEOUL, June 3 (Yonhap) -- A diplomat said the talks failed.", Holder("A diplomat", "unnamed")),
    ("The joint statement said the talks failed.", Holder("joint statement", "document")),
    ("Two farmers, who asked not to be named, said the talks failed.", None),
]


@pytest.mark.parametrize(("text", "holder"), CASES, ids=[case[0][:50] for case in CASES])
def test_holder(text: str, holder: Holder | None) -> None:
    found = last_origin(text)
    if holder is None:
        assert found.kind == "unnamed"
    else:
        assert found == holder


def test_two_names_share_one_saying() -> None:
    found = last_origin("Norway and Finland said the talks failed.")
    assert found.name == "Norway and Finland"


def test_a_pronoun_far_from_any_name_keeps_its_words() -> None:
    assert last_origin("The day was long. It rained. She said the talks failed.").name.lower() == "she"


def test_the_agency_that_quotes_is_the_carrier() -> None:
    text = "Kim Jong Un was quoted by KCNA as saying the test succeeded."
    holders = find_attributions(detect(Document("d", "d.txt", text)))[-1].holders
    assert holders[0].name == "Kim Jong Un"

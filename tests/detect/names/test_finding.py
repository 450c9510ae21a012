"""Names: who and what is recognised, for which side, and the look-alikes that must not be."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.detect.names.finding import find_names
from secondsource.detect.parse import parse
from secondsource.model import Document, Name


def read(text: str) -> list[tuple[str, Name]]:
    """The names of a text beside their words."""
    document = Document("d", "d.txt", text)
    return [(text[name.span.start : name.span.end], name) for name in find_names(document, parse(document))]


def one(text: str, said: str, nth: int = 0) -> Name:
    """The nth name that a text gives with these words."""
    return [name for words, name in read(text) if words == said][nth]


@pytest.mark.parametrize(
    ("text", "said", "name", "side", "role"),
    [
        (
            "Under Secretary of Defense for Policy Ann Brown spoke.",
            "Ann Brown",
            "Ann Brown",
            "United States",
            "Under Secretary of Defense for Policy",
        ),
        ("Chile’s Foreign Minister Rosa Vidal left.", "Rosa Vidal", "Rosa Vidal", "Chile", "Foreign Minister"),
        ("Norwegian Prime Minister Kari Dahl said so.", "Kari Dahl", "Kari Dahl", "Norway", "Prime Minister"),
        (
            "Pavel Horak, the Czech foreign minister, agreed.",
            "Pavel Horak",
            "Pavel Horak",
            "Czech Republic",
            "foreign minister",
        ),
        (
            "Reza Amini, a spokesman for Iran’s foreign ministry, denied it.",
            "Reza Amini",
            "Reza Amini",
            "Iran",
            "spokesman",
        ),
        ("White House Press Secretary Jane Doe declined.", "Jane Doe", "Jane Doe", "United States", "Press Secretary"),
        ("NATO Secretary-General Piet Smit spoke.", "Piet Smit", "Piet Smit", "NATO", "Secretary-General"),
        ("The Kenyan envoy, Mary Otieno, was there.", "Mary Otieno", "Mary Otieno", "Kenya", "envoy"),
        ("Secretary of State John Roe met him.", "John Roe", "John Roe", "United States", "Secretary of State"),
        ("King Abdullah II of Jordan came.", "Abdullah II", "Abdullah II", "Jordan", "King"),
        ("Hamas official Omar Saleh told them.", "Omar Saleh", "Omar Saleh", "Hamas", "official"),
        ("Lt. Gen. Paul Smith flew.", "Paul Smith", "Paul Smith", None, "Lieutenant General"),
        ("Prime Minister Theresa May left.", "Theresa May", "Theresa May", "United Kingdom", "Prime Minister"),
        ("Defense Minister Israel Katz said so.", "Israel Katz", "Israel Katz", None, "Defense Minister"),
    ],
)
def test_titles_come_off_and_tell_the_side(text: str, said: str, name: str, side: str | None, role: str | None) -> None:
    found = one(text, said)
    assert (found.kind, found.name, found.side, found.role) == ("person", name, side, role)


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("A Chadian delegation, headed by Mr Idris Saleh, Secretary of State, left Rome.", "Idris Saleh", "Chad"),
        ("The head of the Chadian delegation, Secretary of State Idris Saleh, left.", "Idris Saleh", "Chad"),
        ("The Swiss delegation led by Secretary of State Livia Keller left.", "Livia Keller", "Switzerland"),
        ("A Chinese delegation led by Wang Rui met Secretary of State Ann Cole in Bern.", "Ann Cole", "United States"),
        ("Kenyan officials met the Secretary of State, Ann Cole, in Nairobi.", "Ann Cole", "United States"),
        ("The US delegation, led by Secretary of State Ann Cole, left Rome.", "Ann Cole", "United States"),
    ],
)
def test_who_leads_a_delegation_is_of_its_country_whatever_the_office(text: str, name: str, side: str) -> None:
    assert one(text, name).side == side


@pytest.mark.parametrize(
    "text",
    [
        "Russia expert Fiona Brown spoke.",
        "Fiona Brown, an analyst in Moscow, spoke.",
        "Fiona Brown, the special envoy for Syria, spoke.",
    ],
)
def test_a_country_beside_a_title_is_not_always_its_own(text: str) -> None:
    assert one(text, "Fiona Brown").side is None


def test_short_names_lead_to_full_ones() -> None:
    text = "Chinese diplomat Wang Shu met US envoy Carl Burns. Wang asked Burns to stay. Burns left."
    assert one(text, "Wang").name == "Wang Shu"
    assert one(text, "Wang").side == "China"
    assert one(text, "Burns", 1).name == "Carl Burns"


def test_two_of_one_family_name_stay_apart() -> None:
    text = "Trade minister Wang Shu and envoy Wang Lei came. Wang Shu spoke. Wang sat. Wang Lei rose. Wang left."
    first, second = one(text, "Wang", 0), one(text, "Wang", 1)
    assert (first.name, second.name) == ("Wang Shu", "Wang Lei")
    assert "2 people" in second.why


def test_a_name_in_its_own_script_is_the_same_person() -> None:
    assert one("Foreign Minister Wang Shu (王書) spoke.", "王書").name == "Wang Shu"


def test_a_month_is_no_minister() -> None:
    text = "Prime Minister Theresa May came in May 2018. May spoke."
    assert [words for words, _ in read(text)].count("May") == 1


def test_a_known_leader_has_a_side_and_says_that_the_text_does_not_give_it() -> None:
    found = one("Putin said so on Monday.", "Putin")
    assert found.side == "Russia"
    assert "known leader" in found.why


@pytest.mark.parametrize(
    ("text", "said", "kind", "name", "side"),
    [
        ("The U.S. State Department said so.", "U.S. State Department", "body", "State Department", "United States"),
        (
            "Taiwan’s foreign ministry said so.",
            "Taiwan’s foreign ministry",
            "body",
            "Foreign Ministry of Taiwan",
            "Taiwan",
        ),
        ("the Iranian Foreign Ministry said", "Iranian Foreign Ministry", "body", "Foreign Ministry of Iran", "Iran"),
        (
            "The parliament of Georgia voted in Tbilisi.",
            "parliament of Georgia",
            "body",
            "Parliament of Georgia",
            "Georgia",
        ),
        ("Officers of the PLA flew.", "PLA", "body", "People’s Liberation Army", "China"),
        (
            "The IAEA said so.",
            "IAEA",
            "body",
            "International Atomic Energy Agency",
            "International Atomic Energy Agency",
        ),
        ("The UN Security Council met.", "UN Security Council", "body", "UN Security Council", "United Nations"),
        ("the Houthis fired on a ship", "Houthis", "body", "Houthis", "Houthis"),
        (
            "The South China Morning Post reported it.",
            "South China Morning Post",
            "outlet",
            "South China Morning Post",
            None,
        ),
        ("He told Reuters that it was so.", "Reuters", "agency", "Reuters", None),
        ("Troops began Exercise Talisman Sabre.", "Exercise Talisman Sabre", "other", "Exercise Talisman Sabre", None),
        ("They fired HIMARS at it.", "HIMARS", "other", "HIMARS", None),
        ("The USS Nimitz sailed.", "USS Nimitz", "other", "USS Nimitz", None),
        ("F-16 jets flew.", "F-16", "other", "F-16", None),
        ("The PRC and the ROK spoke.", "PRC", "country", "China", "China"),
        ("Aid from the UAE came.", "UAE", "country", "United Arab Emirates", "United Arab Emirates"),
        ("South Koreans voted.", "South Koreans", "people", "South Korea", "South Korea"),
        ("the Biden administration said", "Biden administration", "body", "Biden administration", "United States"),
    ],
)
def test_bodies_outlets_things_and_countries(text: str, said: str, kind: str, name: str, side: str | None) -> None:
    found = one(text, said)
    assert (found.kind, found.name, found.side) == (kind, name, side)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Let us go, he told us.", "us"),
        ("PLEASE JOIN US TODAY FOR FREE", "US"),
        ("It was a fine time for the nation.", "nation"),
        ("He had no time to read.", "time"),
        ("The police ran home.", "police"),
    ],
)
def test_common_words_are_no_names(text: str, said: str) -> None:
    assert said not in [words for words, _ in read(text)]


@pytest.mark.parametrize(
    ("text", "said", "kind"),
    [
        ("Michael Jordan played well.", "Michael Jordan", "person"),
        ("Chad Smith sang.", "Chad Smith", "person"),
        ("The Atlantic Council published a paper.", "Atlantic Council", "body"),
        ("He spoke in Atlanta, Georgia, to the governor.", "Georgia", "place"),
        ("Georgia and Armenia border Azerbaijan.", "Georgia", "country"),
        ("The RSF, a press group, ranked it.", "RSF", "body"),
    ],
)
def test_names_that_look_like_others(text: str, said: str, kind: str) -> None:
    found = one(text, said)
    assert found.kind == kind
    assert found.name != "Rapid Support Forces"


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("The Washington Post had it first. Officials told the Post so.", "Post", "Washington Post"),
        ("The Wall Street Journal said so. The paper named them.", "paper", "Wall Street Journal"),
    ],
)
def test_outlets_in_short(text: str, short: str, full: str) -> None:
    assert one(text, short).name == full


def test_a_post_without_an_outlet_is_none() -> None:
    assert all(name.kind != "outlet" for _, name in read("He left the Post at noon and read the paper."))


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "China",
                "’s",
                "the",
                "Wang",
                "Yi",
                ",",
                ".",
                "\n",
                "President",
                "US",
                "-",
                "(",
                "in",
                "of",
                "ministry",
                "Post",
            ]
        ),
        max_size=25,
    )
)
def test_names_are_in_order_apart_and_verbatim(words: list[str]) -> None:
    text = " ".join(words)
    found = [name.span for _, name in read(text)]
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(text[span.start : span.end].strip() for span in found)

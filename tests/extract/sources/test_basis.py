"""What a document rests on, and whom it names as its sources."""

from __future__ import annotations

import pytest

from secondsource.detect import detect
from secondsource.extract.sayings.attributions import find_attributions
from secondsource.extract.sources.basis import BasisFound, find_basis
from secondsource.model import Document

TALKS = "Two envoys of Norway and Finland held talks in a hotel in Tromso on Monday. "
BACKGROUND = (
    TALKS + "It is cold. Snow fell. The road was closed. The town is old. The BBC reported that a ship had sunk."
)


def rest(
    text: str,
    outlet: str | None = None,
    official: bool = False,
    reference: bool = False,
    dateline: str | None = None,
) -> BasisFound:
    document = Document("d", "d.txt", text, outlet=outlet, official=official, reference=reference, dateline=dateline)
    mentions = detect(document)
    return find_basis(mentions, find_attributions(mentions))


@pytest.mark.parametrize(
    ("text", "basis", "lead"),
    [
        (
            "The envoys of Norway and Finland met in secret, the Financial Times reported on Monday. It rained.",
            "relays",
            "Financial Times",
        ),
        ("According to Reuters, the envoys of Norway and Finland met in secret in Tromso.", "relays", "Reuters"),
        (
            "Unconfirmed reports emerged suggesting that Norway and Finland had met in secret.",
            "unattributed",
            "Unconfirmed reports",
        ),
        (TALKS + "They left at noon.", "unattributed", None),
        (TALKS + "They left at noon, one of the drivers told us on the phone.", "own reporting", None),
        (BACKGROUND, "unattributed", None),
    ],
    ids=["reported", "according", "rumour", "own voice", "told us", "background"],
)
def test_basis(text: str, basis: str, lead: str | None) -> None:
    found = rest(text)
    assert found.basis == basis
    assert (found.lead.name if found.lead else None) == lead


def test_what_the_publisher_is_comes_first() -> None:
    text = "According to Reuters, the envoys of Norway and Finland met in secret in Tromso."
    assert rest(text, official=True).basis == "official"
    assert rest(text, reference=True).basis == "reference"


@pytest.mark.parametrize(("outlet", "lead"), [("Peruvian Ministry of Trade", None), ("Chilean Ministry of Trade", "x")])
def test_a_ministry_is_not_its_own_source(outlet: str, lead: str | None) -> None:
    text = "PERU\n\nThe Ministry of Trade of Peru said on Monday that it had sent two envoys to Norway for talks."
    found = rest(text, outlet=outlet, official=True)
    assert (found.lead is None) == (lead is None)


def test_an_outlet_does_not_relay_itself() -> None:
    text = "According to Reuters, the envoys of Norway and Finland met in secret in Tromso."
    found = rest(text, outlet="Reuters")
    assert found.basis != "relays"
    assert "Reuters" not in found.origins


def test_told_this_outlet_is_own_reporting() -> None:
    text = TALKS + "“We were glad to see them here in our town,” the hotel's owner told the Example Gazette."
    assert rest(text, outlet="Example Gazette").basis == "own reporting"


def test_a_signed_dateline_is_the_publishers() -> None:
    found = rest("OSLO (Reuters) - " + TALKS)
    assert found.basis == "own reporting"
    assert "Reuters" not in found.origins


def test_an_agency_that_signs_another_publishers_text_is_relayed() -> None:
    found = rest("OSLO (Reuters) - " + TALKS, outlet="Example Gazette")
    assert found.basis == "relays"
    assert found.origins[0] == "Reuters"


@pytest.mark.parametrize(
    ("credit", "name"),
    [
        ("(With inputs from AFP)", "Agence France-Presse"),
        ("Additional reporting by Reuters", "Reuters"),
        ("The talks were first reported by Axios.", "Axios"),
        ("(Reuters)", "Reuters"),
    ],
)
def test_credits(credit: str, name: str) -> None:
    found = rest(TALKS + "\n\n" + credit)
    assert name in [citation.source.name for citation in found.citations]
    assert name in found.origins


def test_an_outlet_that_is_only_spoken_of_is_no_source() -> None:
    found = rest(TALKS + "A reporter of the BBC was arrested there last year.")
    assert found.citations == ()
    assert found.origins == ()


def test_origins_hold_each_source_once_and_no_mere_actor() -> None:
    text = (
        "The Financial Times reported on Monday that the envoys had met in secret. “It was a good talk,” Anna Berg "
        "told the paper. Sources said more talks were planned. Norway wants to join. The report said snow fell. "
    )
    found = rest(text)
    assert found.origins[0] == "Financial Times"
    assert len(set(found.origins)) == len(found.origins)
    assert {"Anna Berg", "unnamed sources"} <= set(found.origins)
    assert "Norway" not in found.origins


RELAY = (
    "The Financial Times reported on Monday that envoys of Norway and Finland had met in secret. The report said they "
    "met in Tromso. The envoys left at noon. The report said more talks were planned. "
)


def test_what_stands_between_two_sentences_of_the_lead_is_the_leads() -> None:
    found = rest(RELAY + "Snow fell in Bodo. The king was not told. It is a small town.")
    text = RELAY
    assert [text[s.start : s.end] for s in sorted(found.relayed)] == ["The envoys left at noon."]


def test_one_mention_of_an_outlet_lays_nothing_else_at_it() -> None:
    text = "The Financial Times reported that envoys of Norway and Finland had met. They left at noon. It rained."
    assert rest(text).relayed == frozenset()


def test_per_somebody_names_a_source() -> None:
    assert "International Atomic Energy Agency" in rest("The plant was shut on Monday, per the IAEA.").origins
    assert rest("The plant made two tons per Monday and more per IAEA rule.").origins == ()


@pytest.mark.parametrize("by", ["Additional reporting by Lena Moss.", "Lena Moss told this newspaper."])
def test_a_reporter_of_its_own(by: str) -> None:
    assert rest(f"{TALKS}\n\n{by}", outlet="Example Gazette").basis == "own reporting"


def test_a_wire_signed_at_the_foot_is_relayed() -> None:
    found = rest(f"{TALKS}\n\n(Reporting by Anna Berg; Editing by Karl Moss)", outlet="Example Gazette")
    assert (found.basis, found.origins[0]) == ("relays", "Reuters")


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("The choir sang for the guests at the quay of the town on Monday evening. – AFP / own report\n\nClassifieds.",
         "Agence France-Presse"),
        ("The police, if the Financial Times is right, have spoken to a student. He went home.", "Financial Times"),
        (TALKS + "The list had been on a Telegram channel called Reef Leaks since Sunday.", "Reef Leaks"),
        ("As-Saut, the media arm of the Red Front, put out a statement on Friday. It is long.", "Red Front"),
    ],
)  # fmt: skip
def test_credits_outside_the_grammar_of_saying(text: str, origin: str) -> None:
    assert origin in rest(text, outlet="Example Gazette").origins


@pytest.mark.parametrize(
    "text",
    [
        TALKS + "They talked about Reuters – and about the BBC.",
        TALKS + "He asked if the Financial Times is for sale.",
        TALKS + "He had once bought the newspaper Reef Mirror.",
    ],
)
def test_papers_that_are_only_talked_about_are_no_origins(text: str) -> None:
    assert not {"Reuters", "BBC", "Financial Times", "Reef Mirror"} & set(rest(text, outlet="Example Gazette").origins)


def test_a_paper_on_no_list_is_the_lead_where_it_reports() -> None:
    found = rest("Two envoys of Norway met in secret, the Danish newspaper Reef Mirror reported on Monday.", outlet="X")
    assert (found.basis, found.lead.name if found.lead else None) == ("relays", "Reef Mirror")
    arrested = rest("The editor of the newspaper Reef Mirror was arrested on Monday, the police said.", outlet="X")
    assert arrested.basis == "unattributed"

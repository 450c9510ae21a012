"""Papers that no list has are known by the noun beside their names; other names beside such nouns are not."""

from __future__ import annotations

import pytest

from secondsource.extract.sources.press import Named, find_issuers, find_press, full_name
from secondsource.model import Document, Mentions, Span


def mentions(text: str, outlet: str | None = None) -> Mentions:
    """One sentence; the parse is not asked."""
    document = Document("d", "d.txt", text, outlet=outlet)
    return Mentions(document, (Span("d", 0, len(text)),), (), (), parsed=None)  # type: ignore[arg-type]


def press(text: str, outlet: str | None = None) -> list[tuple[str, bool]]:
    return [(paper.holder.name, paper.reports) for paper in find_press(mentions(text, outlet))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two envoys met in secret, the Danish newspaper Fjord Tribune reported on Monday.", "Fjord Tribune"),
        ("The site Reef Leaks, generally well informed, writes that they met.", "Reef Leaks"),
        ("According to the Danish site Reef Leaks, they met in May.", "Reef Leaks"),
        ("Iran is to have a base, the Gulf publication Quay Ledger and media in Peru report.", "Quay Ledger"),
        ("Fjord Tribune and other media report that they met.", "Fjord Tribune"),
        ("The club has learnt with dismay from Fjord Tribune and other media that they met.", "Fjord Tribune"),
        ("The talks failed, as reported by the business daily Kapella.", "Kapella"),
        ("Kapella, an independent news portal, said that the talks had failed.", "Kapella"),
        ("The news agency Nordwire reported that the talks had failed.", "Nordwire"),
        ("The talks failed, the Skerry Sentinel of London reported.", "Skerry Sentinel"),
        ("The Skerry Sentinel, a serious house since 1880, writes that the talks failed.", "Skerry Sentinel"),
        ("La Dépêche d'Agadir, one of the oldest, writes that the talks failed.", "La Dépêche d'Agadir"),
    ],
)
def test_papers_that_report(text: str, name: str) -> None:
    assert press(text) == [(name, True)]


@pytest.mark.parametrize(
    "text",
    [
        "The editor of the newspaper Kapella was arrested on Monday, police said.",
        "He bought the daily Kapella for a krone.",
        "Anna Berg, a columnist for a weekly magazine, said that she had resigned.",
        "Steve Hill, a veteran newspaper editor, said no.",
        "Anna Berg and government agencies said that the road was closed.",
        "He posted the list on the website Facebook, police said.",
        "The Daily Beagle reported that the talks had failed.",
        "The palace, the site of their first meeting, reported no visitors.",
        "The newspaper reported on Monday that the talks had failed.",
        "A weekly Monday meeting reported no change.",
        "The Skerry Sentinel was sold to a broker, the mayor said.",
        "He told the Skerry Sentinel that the talks had failed.",
        "The Sentinel said nothing.",
    ],
)
def test_others_report_nothing(text: str) -> None:
    assert not any(reports for _, reports in press(text))


def test_the_publisher_is_left_out() -> None:
    assert press("The newspaper Fjord Tribune reported that they met.", outlet="Fjord Tribune") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("As-Saut, the media arm of the Red Front, put out a statement in Arabic on Friday.", ["Red Front"]),
        ("The Red Front released a video of the raid.", ["Red Front"]),
        ("The paper was handed to Fjord Tribune by a clerk inside the ministry who fears for his life.",
         ["a clerk inside the ministry"]),
        ("Two instructors died in the raid, Danish media report.", ["Danish media"]),
        ("Several newspapers reported that the talks had failed.", ["Several newspapers"]),
        ("The harbour was given to the town by a king.", []),
        ("The land was given to our country by a wise king.", []),
        ("The ministry published its annual report on fish.", []),
        ("Though media reports were few, the talks failed.", []),
        ("The social media campaign failed.", []),
        ("She released a dove.", []),
    ],
)  # fmt: skip
def test_issuers(text: str, names: list[str]) -> None:
    assert [holder.name for _, holder in find_issuers(mentions(text))] == names


def test_a_short_name_is_the_papers() -> None:
    papers = find_press(mentions("The Gulf publication Quay Ledger reported that they met."))
    assert full_name("Ledger", papers) == "Quay Ledger"
    assert full_name("Herald", papers) == "Herald"
    assert full_name("Ledger", ()) == "Ledger"
    assert all(isinstance(paper, Named) for paper in papers)

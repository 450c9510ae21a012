"""Furniture is found with its kind, and a line of the report is never taken for it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.collect import document_from_text

LEAD = "The two ministers met in the capital on Monday and agreed to meet again before the end of the year."
MORE = "A spokesman for the foreign ministry said that the talks had been frank and that both sides wanted peace."


def kinds(text: str) -> dict[str, str]:
    """The furniture of a text: what is marked, and as what."""
    document = document_from_text(text)
    return {document.text[piece.start : piece.end]: piece.kind for piece in document.furniture}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Leave a Comment", "comment form"),
        ("Your email address will not be published. Required fields are marked *", "comment form"),
        ("*", "comment form"),
        ("Comments are closed.", "comment form"),
        ("Subscribe to our newsletter", "newsletter"),
        ("Sign up for our daily briefing and get alerts in your inbox.", "newsletter"),
        ("Enter your email address to subscribe to this blog", "newsletter"),
        ("Follow us on Telegram", "newsletter"),
        ("Share on Facebook Share on X", "share"),
        ("Print this page.", "share"),
        ("We use cookies to improve your experience on this site.", "notice"),
        ("Privacy policy", "notice"),
        ("Read more: Five facts about the strait", "related"),
        ("ALSO READ: Why the border is closed", "related"),
        ("DOWNLOAD PDF", "download"),
        ("Download the report (PDF)", "download"),
        ("© 2024 Some Paper. All rights reserved.", "copyright"),
        ("Advertisement", "advertisement"),
        ("Photo: Jane Doe/AFP", "caption"),
        ("The minister waves to the crowd in the capital. (Jane Doe/Getty Images)", "caption"),
        ("FILE - In this May 3, 2018 file photo the president speaks.", "caption"),
        ("In this July 1, 2017 file photo, envoys of both sides meet in Tromso. The talks failed.", "caption"),
        ("In this image made from video, smoke rises over the port.", "caption"),
        ("In this photo released by the navy, a ship lies at anchor.", "caption"),
        ("FILE In this file photo taken on Monday, May 4, 2015, the envoys arrive.", "caption"),
        ("FILE PHOTO: The envoys arrive." + " The ministry said that the talks would go on." * 16, "caption"),
        ("(Reporting by Jane Doe; Editing by John Roe)", "credit"),
        ("Roe reported from Geneva.", "credit"),
        ("Jane Doe in Geneva contributed to this report.", "credit"),
        ("This article first appeared in the Some Times.", "credit"),
        ("###", "credit"),
        ("Tags: treaty, border", "tags"),
        ("Defence & Security", "section"),
        ("Home > News > World", "navigation"),
        ("Skip to main content", "navigation"),
        ("Author: Jane Doe", "by-line"),
        ("Follow her on Twitter @janedoe.", "by-line"),
        ("== Background ==", "heading"),
        ("BACKGROUND", "heading"),
        ("Published: 3 May 2024", "header"),
    ],
)
def test_a_line_of_the_page_is_furniture(line: str, kind: str) -> None:
    assert kinds(f"{LEAD}\n\n{MORE}\n\n{line}\n\n{MORE}").get(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "Both sides agreed.",
        "“We will not leave.”",
        "No comment.",
        "“No comment,” she said.",
        "- Taiwanese security",
        "1. Our delegation signed on Monday.",
        "Share prices fell in Tokyo.",
        "Read the statement, he urged them.",
        "The malware uses cookies to follow dissidents across the web.",
        "Download speeds fell after the cable was cut.",
        "Related claims were denied by the army.",
        "See you in court, the minister told them.",
        "Subscribe is not a word that he would use of the treaty.",
        "Sign the treaty or leave, the envoy said.",
        "Iran contributed to the collapse of the talks.",
        "Reuters reported from Kyiv that the bridge had been hit.",
        "The Tasnim agency reported from Vienna.",
        "Press office staff at the embassy were expelled.",
        "Media contacts between the two capitals have stopped, officials said.",
        "By Friday, all troops had left the town.",
        "Published reports put the number of dead at 17.",
        "Updated in 2021, the doctrine allows first use.",
        "The ministry said the talks would go on. (Reuters)",
        "Jane Doe is a reporter for Radio Free Asia and was arrested in March, her lawyer told the court.",
        "Gold rose 2.3% to $2,081 an ounce on the news.",
        "Copyright law was also discussed by the two delegations.",
        "More: that is what the rebels want, and soon.",
        "The photo: a fake, the ministry said.",
        "Sponsored by Iran, the militia holds the port and the road to the capital.",
        "Editing by the censors was heavy, she said.",
        "The president’s website said:",
        "In this picture of a world at war, small states have no say, the envoy told reporters.",
        "In this year’s talks, the pictures of the two leaders went round the world.",
        "File charges at once, the judge told the prosecutors.",
        "In a photo published on Monday, the two envoys are seen in the hotel.",
    ],
)
def test_a_line_of_the_report_is_not(line: str) -> None:
    assert line not in kinds(f"{LEAD}\n\n{line}\n\n{MORE}\n\n{MORE}\n\n{LEAD}\n\n{MORE}")


def test_prices_are_a_ticker_and_a_price_in_the_report_is_not() -> None:
    rows = [
        "Coinone",
        "$68,965.61",
        "CON -2.23%",
        "Cointwo",
        "$2,081.17",
        "CTW 0.91%",
        "Cointhree",
        "$2.78",
        "CTH -4.6%",
    ]
    found = kinds(f"{LEAD}\n\n{MORE}\n\nLatest Market Prices\n\n" + "\n\n".join(rows))
    assert {row: found.get(row) for row in rows} == dict.fromkeys(rows, "ticker")
    assert not kinds(f"{LEAD}\n\n- $5 million for the port\n\n{MORE}")


def test_links_below_their_heading_are_furniture_up_to_the_next_paragraph() -> None:
    found = kinds(f"{LEAD}\n\n{MORE}\n\nRelated stories:\nWhy coffee costs more\nA volcano wakes\n\n{MORE}")
    assert found == {"Related stories:": "related", "Why coffee costs more": "related", "A volcano wakes": "related"}


def test_lists_under_see_also_are_furniture_other_lists_are_not() -> None:
    text = f"= Some talks =\n\n{LEAD}\n\n== Aims ==\n- Peace\n- Trade\n\n== See also ==\n- Other talks\n- A treaty"
    found = kinds(text)
    assert found["- Other talks"] == found["- A treaty"] == "list"
    assert "- Peace" not in found
    assert "- Trade" not in found


def test_readers_comments_are_furniture_to_the_end() -> None:
    body = "\n\n".join([LEAD, MORE] * 4)
    comment = "I think that the ministry is lying to all of us again, as it always does."
    assert kinds(f"{body}\n\n3 Comments\n\n{comment}")[comment] == "comments"
    early = kinds(f"Some title here now\n\nLeave a comment\n\n{body}")
    assert LEAD not in early


def test_a_note_on_the_author_is_a_by_line_at_the_end_only() -> None:
    note = "Jane Doe is the news editor of Some Paper, follow her on Twitter."
    assert kinds(f"{LEAD}\n\n{MORE}\n\n{note}") == {note: "by-line"}
    assert note not in kinds(f"{LEAD}\n\n{note}\n\n{MORE}\n\n{MORE}\n\n{LEAD}\n\n{MORE}\n\n{LEAD}")


def test_the_headline_and_what_explains_it_are_marked() -> None:
    found = kinds(f"Ministers Meet in Capital\n\nSecond meeting could follow\n\n{LEAD}\n\n{MORE}")
    assert found == {"Ministers Meet in Capital": "headline", "Second meeting could follow": "headline"}


def test_citation_marks_after_a_stop_are_marked() -> None:
    assert kinds(f"{LEAD}[3] {MORE}[a][12]") == {"[3]": "citation", "[a][12]": "citation"}
    assert not kinds(f"{LEAD} He cited Article [5] of the treaty.")


def test_hand_wrapped_paragraphs_are_never_cut() -> None:
    text = (
        "The government and the rebels have agreed to stop fighting for\nsixty days and to free all prisoners "
        "whom they\nhold in the eastern provinces, the army said.\n\n"
        "The following is our translation of the text that the National\n"
        "Council published on its site on Monday and that was read out\nin the capital by its spokesman in the evening."
    )
    assert kinds(text) == {}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [LEAD, MORE, "Leave a Reply", "$1.20", "ABC 1.2%", "Related:", "Short line", "== X ==", "", "- item", "—"]
        )
        | st.text(max_size=60),
        max_size=25,
    )
)
def test_furniture_lies_in_order_inside_the_text_and_changes_nothing(lines: list[str]) -> None:
    text = "\n".join(lines)
    document = document_from_text(text)
    assert document.text == text.replace("\r\n", "\n")
    end = 0
    for piece in document.furniture:
        assert end <= piece.start < piece.end <= len(document.text)
        end = piece.end

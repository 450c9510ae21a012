"""A release stands on its body's paper; the body is named above it, in its heading, or by whoever signs."""

from __future__ import annotations

import pytest

from secondsource.collect import document_from_text

BODY = (
    "The two ministers met in the capital on Monday and agreed to meet again before the end of the year.\n\n"
    "They listed the questions that each of them wishes to see addressed."
)


@pytest.mark.parametrize(
    ("head", "tail", "outlet"),
    [
        ("U.S. Department of Transportation\nDepartment Press Briefing\nSeptember 10, 2025", "",
         "U.S. Department of Transportation"),
        ("FEDERAL REPUBLIC OF GERMANY\nMINISTRY OF DEFENCE\nPress office\nNOTE TO THE PRESS", "",
         "German Ministry of Defence"),
        ("Kingdom of Norway\nMinistry of Health, Welfare and Norwegian Care\nPoints for the press on the meeting", "",
         "Ministry of Health, Welfare and Norwegian Care"),
        ("PRESS RELEASE BY THE MINISTRY FOR TRADE AND FISH\nMeeting of the two delegations", "",
         "Ministry for Trade and Fish"),
        ("REPUBLIC OF PERU\nMinistry of National Defence\nGeneral Staff of the Peruvian Armed Forces\n"
         "COMMUNIQUÉ No. 047/2025", "Done at Lima, 6 November 2025", "General Staff of the Peruvian Armed Forces"),
        ("BLUE BAY TRUST\nFor a clean shore\nStatement, Mindelo, 10 September 2025", "", "Blue Bay Trust"),
        ("UNION OF CARTERS AND PORTERS OF MINDELO\nDeclaration of the Bureau", "For the Bureau,\nthe President, A. Doe",
         "Union of Carters and Porters of Mindelo"),
        ("Peru Red Cross\nPress statement – 14 November 2025\nOur volunteers cared for the wounded", "",
         "Peru Red Cross"),
        ("International Committee of the Red Cross\nNews release | Oslo/Bergen, 27 May 2025", "",
         "International Committee of the Red Cross"),
    ],
)  # fmt: skip
def test_releases(head: str, tail: str, outlet: str) -> None:
    document = document_from_text("\n\n".join(part for part in (head, BODY, tail) if part))
    assert (document.outlet, document.official) == (outlet, True)


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("Ministry Denies Secret Talks", ""),
        ("Declaration of War Feared\nThe two sides no longer speak", ""),
        ("Communiqué Leaves Much Open", ""),
        ("Statement of Intent or Bluff?\nBy Ann Lee", ""),
        ("TRANSCRIPT (unofficial, by a listener)", ""),
        ("The Council Decides\nBy Ann Lee", ""),
        ("Red Cross Warns of Hunger", ""),
        ("Republic of Fear\nBy Ann Lee", ""),
        ("", "Signed copies can be had in the shop."),
    ],
)
def test_reports_about_bodies_are_not_theirs(head: str, tail: str) -> None:
    document = document_from_text("\n\n".join(part for part in (head, BODY, tail) if part))
    assert (document.outlet, document.official) == (None, False)


def test_the_title_of_a_release_stands_below_its_letterhead() -> None:
    head = "KINGDOM OF NORWAY\nMINISTRY OF DEFENCE\nNOTE TO THE PRESS\nSigning of the Agreement on Cod"
    assert document_from_text(f"{head}\n\n{BODY}").title == "Signing of the Agreement on Cod"

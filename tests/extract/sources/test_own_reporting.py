"""Whether a publisher says that it was there itself."""

from __future__ import annotations

import pytest

from secondsource.extract.sources.own_reporting import reports_itself
from secondsource.model import Document

OUTLET = "Fjord Tribune"


@pytest.mark.parametrize(
    "text",
    [
        "They left at noon, one of the drivers told us.",
        "Fish buyers told this newspaper that prices had not moved.",
        "The bridge was open, Anna Berg told the Tribune.",
        "The minister explained to Fjord Tribune while the cars were lined up.",
        "The Tribune has seen a photograph of it.",
        "A Tribune reporter counted 26 graves.",
        "From our correspondent in Bergen\n\nThe talks failed.",
        "A correspondent of this newspaper was on the bridge.",
        "Reporters in Tromso saw three men.",
        "We visited the harbour on Monday.",
        "The talks failed.\n\nAdditional reporting by Lena Moss.",
        "A leaked list, reviewed by the Fjord Tribune, has 54 names.",
        "QUESTION: Who was in the room?\nCOLONEL DOE: Nobody.\nQUESTION (radio): And before?\nCOLONEL DOE: No comment.",
    ],
)
def test_at_first_hand(text: str) -> None:
    assert reports_itself(Document("d", "d.txt", text, outlet=OUTLET))


@pytest.mark.parametrize(
    "text",
    [
        "The talks failed, the ministry said.",
        "What the border tells us about the two countries is old.",
        "We asked ourselves who profits from it.",
        "Yes, we have seen that a spokesman denied it.",
        "The question: who was in the room? It has no answer.",
        "“They told us to leave,” Anna Berg said.",
        "Anna Berg told the Harbour Gazette that the talks failed.",
        "A reporter of the BBC was arrested there.",
        "The talks failed.\n\n(Additional reporting by Lena Moss; Editing by Karl Moss)",
        "We expect the talks to fail.",
    ],
)
def test_at_second_hand(text: str) -> None:
    assert not reports_itself(Document("d", "d.txt", text, outlet=OUTLET))


def test_a_by_line_with_a_place() -> None:
    text = "Firm escapes list\n\nLena Moss, Brussels\n\nThe talks failed."
    assert reports_itself(Document("d", "d.txt", text, outlet=OUTLET, author="Lena Moss"))
    assert not reports_itself(Document("d", "d.txt", text, outlet=OUTLET, author="Karl Moss"))
    assert not reports_itself(
        Document("d", "d.txt", text.replace("Brussels", OUTLET), outlet=OUTLET, author="Lena Moss")
    )

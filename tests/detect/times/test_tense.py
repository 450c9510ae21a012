"""The tense of the clause that holds a time: what is to come is not put into the past, nor the other way round."""

from __future__ import annotations

from datetime import date

import pytest

from secondsource.detect import detect
from secondsource.model import Document, When

PUBLISHED = When(date(2024, 11, 20), date(2024, 11, 20), "2024-11-20")  # a Wednesday


def days(text: str, words: str) -> str | None:
    mentions = detect(Document("d", "d.txt", text, published=PUBLISHED))
    (time,) = (t for t in mentions.times if text[t.span.start : t.span.end] == words)
    return f"{time.when.earliest}..{time.when.latest}" if time.when else None


NEXT_MAY, LAST_MAY = "2025-05-01..2025-05-31", "2024-05-01..2024-05-31"
FRIDAY, LAST_FRIDAY = "2024-11-22..2024-11-22", "2024-11-15..2024-11-15"


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("The navies of Chile and Peru will hold a joint exercise in May.", "May", NEXT_MAY),
        ("They plan to hold a joint exercise in May, the ministry said.", "May", NEXT_MAY),
        ("The exercise, to be held in May, is the first.", "May", NEXT_MAY),
        ("A joint exercise in May will involve 900 sailors.", "May", NEXT_MAY),
        ("The first week of May will be busy for the envoys.", "The first week of May", "2025-05-01..2025-05-07"),
        ("The council meets on Friday.", "Friday", FRIDAY),
        ("Talks are due to resume on Friday.", "Friday", FRIDAY),
        ("The judge gave them until Friday to hand over the files.", "Friday", "None..2024-11-22"),
        ("Snow is forecast for Friday.", "Friday", FRIDAY),
        # look-alikes: the future of another clause
        ("The navies held a joint exercise in May and will meet again.", "May", LAST_MAY),
        ("Officials said on Friday that the council will meet again.", "Friday", LAST_FRIDAY),
        ("He flew to Geneva on Friday to meet his rival.", "Friday", LAST_FRIDAY),
        ("Three people were killed on Friday when shells fell.", "Friday", LAST_FRIDAY),
        ("The hostage had been let go on Friday.", "Friday", LAST_FRIDAY),
        ("The meeting in May failed.", "May", LAST_MAY),
    ],
)
def test_the_verb_of_the_clause_decides(text: str, words: str, when: str) -> None:
    assert days(text, words) == when

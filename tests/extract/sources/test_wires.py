"""Whose dispatch a text is."""

from __future__ import annotations

import pytest

from secondsource.detect import detect
from secondsource.extract.sources.wires import wire_of
from secondsource.model import Document

BODY = "Two envoys of Norway and Finland held talks in a hotel in Tromso on Monday."


def wire(text: str, outlet: str | None = "Harbour Gazette") -> str | None:
    found = wire_of(detect(Document("d", "d.txt", text, outlet=outlet)))
    return found[0].name if found else None


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"Envoys meet\n\nTROMSO, Norway, Feb. 7 (UPI) — {BODY}", "United Press International"),
        (f"Tromso (AFP) – {BODY}", "Agence France-Presse"),
        (f"By Anna Berg, Associated Press\n\n{BODY}", "Associated Press"),
        (f"Reuters Staff\n\n{BODY}", "Reuters"),
        (f"{BODY}\n\n(Reporting by Anna Berg; Editing by Peter Holm)", "Reuters"),
        (f"{BODY}\n\nAssociated Press writer Anna Berg in Oslo contributed to this report.", "Associated Press"),
        (f"{BODY}\n\n© 2024 The Associated Press. All rights reserved.", "Associated Press"),
    ],
)
def test_the_agency_that_signs(text: str, agency: str) -> None:
    assert wire(text) == agency


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{BODY} “It went well,” Anna Berg told Reuters.",
        f"Anna Berg / Reuters\n\n{BODY}",
        f"{BODY}\n\nReporting by Anna Berg in Tromso.",
        f"{BODY} The army (AP) said nothing.",
    ],
)
def test_an_agency_that_signs_nothing(text: str) -> None:
    assert wire(text) is None


def test_an_agency_does_not_carry_itself() -> None:
    assert wire(f"TROMSO (Reuters) - {BODY}", outlet="Reuters") is None


def test_a_sign_off_does_not_name_the_outlet_that_nobody_names() -> None:
    assert wire(f"{BODY}\n\n(Reporting by Anna Berg; Editing by Peter Holm)", outlet=None) is None

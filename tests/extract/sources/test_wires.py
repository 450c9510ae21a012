"""Whose dispatch a text is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.collect import document_from_text
from secondsource.extract.sources.wires import wire_of
from secondsource.model import Document

BODY = "Two envoys of Norway and Finland held talks in a hotel in Tromso on Monday."


def wire(text: str, outlet: str | None = "Harbour Gazette") -> str | None:
    found = wire_of(Document("d", "d.txt", text, outlet=outlet))
    return found[0].name if found else None


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"Envoys meet\n\nTROMSO, Norway, Feb. 7 (UPI) — {BODY}", "United Press International"),
        (f"Tromso (AFP) – {BODY}", "Agence France-Presse"),
        (f"By Anna Berg, Associated Press\n\n{BODY}", "Associated Press"),
        (f"Envoys meet\n\nThe Associated Press\n\nMay 4, 2015 02:17 AM\n\n{BODY}", "Associated Press"),
        (f"Envoys meet\n\nBy ANNA BERG, The Associated Press\n\n{BODY}", "Associated Press"),
        (f"{BODY}\n\nCopyright 2015 The Associated Press. All rights reserved.", "Associated Press"),
        (f"Reuters Staff\n\n{BODY}", "Reuters"),
        (f"{BODY}\n\n(Reporting by Anna Berg; Editing by Peter Holm)", "Reuters"),
        (f"{BODY}\n\nAssociated Press writer Anna Berg in Oslo contributed to this report.", "Associated Press"),
        (f"{BODY}\n\n© 2024 The Associated Press. All rights reserved.", "Associated Press"),
        (f"{BODY}\n\n© AFP 2018", "Agence France-Presse"),
        (f"Envoys meet\nBy ANNA BERG and PETER HOLM Associated Press\nMay 4, 2015\n{BODY}", "Associated Press"),
        (f"{BODY * 20}\nBy ANNA BERG, Associated Press", "Associated Press"),
        (f"The Associated Press — By ANNA BERG - Associated Press\n{BODY}", "Associated Press"),
        (f"Anna Berg | Associated Press\n{BODY}", "Associated Press"),
        (f"{BODY}\nAnna Berg is an Associated Press writer.", "Associated Press"),
        (f"AP News in Brief at 6:04 a.m. EDT\n{BODY}", "Associated Press"),
        (f"AP FACT CHECK: What the envoys said\n{BODY}", "Associated Press"),
        (f"{BODY}\nAssociated Press writer Anna Berg contributed to this report.\n{BODY * 30}", "Associated Press"),
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
        f"Photo: Anna Berg, AP\n{BODY}",
        f"Anna Berg | AP\n{BODY}",
        f"The envoys leave the hotel.\nAP\n{BODY}",
        f"By Anna Berg, CNN, AP\n{BODY}",
        f"{BODY}\nAnna Berg, a Gazette reporter, contributed to this report.",
        f"{BODY}\nThe Associated Press contributed to this report.",
        f"AP sources\n{BODY}",
        f"{BODY}\n\nReporting by Anna Berg in Tromso.",
        f"{BODY} The army (AP) said nothing.",
    ],
)
def test_an_agency_that_signs_nothing(text: str) -> None:
    assert wire(text) is None


def test_captions_do_not_push_the_by_line_away() -> None:
    caption = "FILE - In this May 4, 2015 file photo, the envoys arrive. " + "The talks went on for days. " * 20
    text = f"Envoys meet\n\n{caption}\n\nThe Associated Press\n\n{BODY}\n\n{BODY}"
    found = wire_of(replace(document_from_text(text), outlet="Harbour Gazette"))
    assert found is not None
    assert found[0].name == "Associated Press"


def test_an_agency_does_not_carry_itself() -> None:
    assert wire(f"TROMSO (Reuters) - {BODY}", outlet="Reuters") is None


def test_a_sign_off_does_not_name_the_outlet_that_nobody_names() -> None:
    assert wire(f"{BODY}\n\n(Reporting by Anna Berg; Editing by Peter Holm)", outlet=None) is None

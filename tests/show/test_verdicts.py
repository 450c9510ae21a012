from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from secondsource.dossier import Dossier
from secondsource.model import ClaimStatus, Origins
from secondsource.show.paper import Look
from secondsource.show.phrases import STATUS_ORDER
from secondsource.show.verdicts import SCREEN, verdicts

from .builders import HOSTILE, make_assertion, make_claim, make_dossier
from .test_terminal import hostile_dossier

PLAIN = Look()
LONG = "The ministers of Ruritania and of Freedonia met in Strelsau for talks on the bridge " * 4


def crowded() -> Dossier:
    """A dossier with a dozen claims of each status and of each modality, all of them long."""
    claims = [
        make_claim(f"c{status}{number}", status, text=f"{number} {LONG}", event=None, modality=modality)
        for status in STATUS_ORDER
        for modality in ("occurred", "planned")
        for number in range(12)
    ]
    dossier = make_dossier(claims=tuple(claims))
    one = replace(dossier.contradictions[0], claim=claims[0].id)
    return replace(dossier, contradictions=(one,) * 9, refusals=dossier.refusals * 9)


@pytest.mark.parametrize(
    "dossier", [make_dossier(), hostile_dossier(), crowded(), Dossier(method=make_dossier().method, as_of=None)]
)
def test_it_is_one_screen_of_printable_text(dossier: Dossier) -> None:
    shown = verdicts(dossier, PLAIN)
    assert shown.count("\n") <= SCREEN
    assert all(cell_len(line) <= 80 for line in shown.splitlines())
    assert all(character == "\n" or character.isprintable() for character in shown)


def test_what_stands_what_does_not_and_where_to_read_on() -> None:
    shown = " ".join(verdicts(make_dossier(), PLAIN).split())
    parts = (
        "STANDS ON MOST",
        "REPEATED MOST, BACKED LEAST",
        "DISPUTED, DENIED",
        "CONTRADICTIONS",
        "PLANNED",
        "Not read",
        "--full",
    )
    assert sorted(parts, key=shown.index) == list(parts)
    assert "2 confirmed Ruritania and Freedonia met in Strelsau. [c1] 2" in shown
    assert "0 to 1 unverified Ruritania and Sylvania met in secret in Strelsau." in shown
    assert "date, May 1 against May 2: Ruritania and Freedonia met in Strelsau. [c1]" in shown
    assert "realised The talks in Strelsau were planned. [c4]; what came of it: occurred" in shown
    assert "Not read, or set aside: 1 empty" in shown


def test_nothing_is_said_of_what_is_not_there() -> None:
    shown = verdicts(make_dossier(claims=(), contradictions=(), refusals=()), PLAIN)
    for title in ("STANDS", "DISPUTED", "CONTRADICTIONS", "PLANNED", "Not read"):
        assert title not in shown


@pytest.mark.parametrize(
    ("status", "title"), [("corroborated", "STANDS ON MOST\n"), ("single-source", "ONE ORIGIN EACH")]
)
def test_one_origin_is_not_called_borne_out(status: ClaimStatus, title: str) -> None:
    assert title in verdicts(make_dossier(claims=(make_claim(status=status),)), PLAIN)


def test_what_everybody_repeats_and_nobody_stands_behind_leads_the_weak() -> None:
    said = tuple(make_assertion(file=f"{number}.txt") for number in range(6))
    claims = (
        make_claim("c7", "unverified", event=None, origins=Origins(0, 1, 0), supporting=said[:1]),
        make_claim("c8", "single-source", event=None, supporting=said[1:5]),
        make_claim("c9", "confirmed", event=None, origins=Origins(2, 2, 2), supporting=said[5:]),
    )
    shown = verdicts(make_dossier(claims=claims), PLAIN)
    assert shown.index("[c9]") < shown.index("[c8]") < shown.index("[c7]")


def test_one_happening_is_told_once() -> None:
    claims = (make_claim("c1", "corroborated"), make_claim("c2", "single-source"), make_claim("c3", "unverified"))
    shown = verdicts(make_dossier(claims=claims, contradictions=()), PLAIN)
    assert "[c1]" in shown
    assert "[c2]" not in shown


def test_links_lead_to_the_report_and_only_where_they_are_asked_for() -> None:
    dossier = make_dossier()
    linked = verdicts(dossier, Look(80, colour=True, links={"a.txt": "file:///pile/a b\x1b.txt"}))
    assert "\x1b]8;;file:///pile/a%20b%1B.txt\x1b\\" in linked
    assert linked == verdicts(dossier, Look(80, colour=True, links={"a.txt": "file:///pile/a b\x1b.txt"}))
    assert linked.count("\x1b]8;;file:") == linked.count("\x1b]8;;\x1b\\")
    assert "]8;" not in verdicts(dossier, Look(80, colour=True))
    assert "\x1b" not in verdicts(dossier, Look(80, links={"a.txt": "file:///pile/a.txt"}))


def test_no_document_opens_a_link_of_its_own() -> None:
    shown = verdicts(hostile_dossier(), Look(80, colour=True, links={f"{HOSTILE}.txt": "file:///pile/x"}))
    assert "file:///pile/x" in shown
    assert shown.count("\x1b]8;;") == 2 * shown.count("]8;;file:///pile/x\x1b\\")

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from secondsource.dossier import Channel, Contradiction, Dossier, DossierEdge, Meeting, Position, Side
from secondsource.model import Origins, Refusal
from secondsource.show import explain, terminal
from secondsource.show.paper import Look

from .builders import (
    HOSTILE,
    make_assertion,
    make_check,
    make_claim,
    make_document,
    make_dossier,
    make_event,
    make_nearest,
)

PLAIN = Look()


def hostile_dossier() -> Dossier:
    """Give a dossier in which every word that a document can choose is hostile."""
    said = make_assertion(HOSTILE, holders=(HOSTILE, HOSTILE), hedge=HOSTILE, file=f"{HOSTILE}.txt")
    conflict = replace(make_nearest().conflicts[0], claimed=HOSTILE, documented=HOSTILE)
    near = replace(make_nearest(), conflicts=(conflict,))
    claim = make_claim(
        "c1", "unverified", text=HOSTILE, supporting=(said,), refuting=(said,), neutral=(said,), why=(HOSTILE,),
        would_change=(HOSTILE,), nearest=(near,),
    )  # fmt: skip
    return make_dossier(
        documents=(make_document(HOSTILE, title=HOSTILE, outlet=HOSTILE, author=HOSTILE, origins=(HOSTILE,)),),
        events=(make_event(label=HOSTILE, status="planned"),),
        claims=(claim, replace(claim, id="c2", status="denied"), replace(claim, id="c3", modality="planned")),
        lineage=(DossierEdge(HOSTILE, HOSTILE, "relays", 1.0, said),),
        contradictions=(Contradiction(HOSTILE, "c1", (Side(HOSTILE, (said,)),), same_lineage=False),),
        channels=(Channel("ch", HOSTILE, (HOSTILE,), (Meeting("e1", None), Meeting(HOSTILE, 1)), HOSTILE),),
        positions=(Position(HOSTILE, HOSTILE, "rejects", None, (said,)),),
        refusals=(Refusal(HOSTILE, HOSTILE, HOSTILE, HOSTILE),),
    )


def views(dossier: Dossier, look: Look) -> list[str]:
    claim = dossier.claims[0]
    check = make_check(claim=claim.text, supporting=claim.supporting, nearest=claim.nearest, why=claim.why)
    return [
        terminal.brief(dossier, look),
        explain.checks([check], dossier, look),
        explain.why(claim, dossier, look),
        explain.lineage(claim, dossier, look),
    ]


@pytest.mark.parametrize(
    "dossier", [make_dossier(), hostile_dossier(), Dossier(method=make_dossier().method, as_of=None)]
)
def test_brief_fits_eighty_columns_and_holds_no_control_character(dossier: Dossier) -> None:
    shown = terminal.brief(dossier, PLAIN)
    assert all(cell_len(line) <= 80 for line in shown.splitlines())
    assert all(character == "\n" or character.isprintable() for character in shown)


@pytest.mark.parametrize("number", range(4))
def test_no_view_lets_hostile_text_through(number: int) -> None:
    shown = views(hostile_dossier(), PLAIN)[number]
    assert all(character == "\n" or character.isprintable() for character in shown)
    assert "[red]mark-up" in " ".join(shown.split())
    assert "evil.example\x1b" not in shown


def test_colour_is_never_the_only_carrier() -> None:
    coloured = terminal.brief(make_dossier(), Look(80, colour=True))
    bare = terminal.brief(make_dossier(), PLAIN)
    assert "\x1b[" in coloured
    assert "\x1b" not in bare
    for status in ("confirmed", "unverified", "denied", "realised"):
        assert status in bare


@pytest.mark.parametrize("number", range(4))
def test_no_view_holds_a_link_that_was_not_asked_for(number: int) -> None:
    for dossier in (make_dossier(), hostile_dossier()):
        assert "\x1b]8;" not in views(dossier, Look(80, colour=True))[number]


def test_evidence_links_to_its_report_on_every_line_that_it_takes() -> None:
    file = f"{'long folder/' * 9}a.txt"
    dossier = make_dossier(claims=(make_claim("c3", "disputed", supporting=(make_assertion(file=file),)),))
    shown = terminal.brief(dossier, Look(80, colour=True, links={file: "file:///pile/a.txt"}))
    assert shown.count("\x1b]8;;file:///pile/a.txt\x1b\\") == shown.count("\x1b]8;;\x1b\\") > 1


def test_brief_tells_what_stands_on_what() -> None:
    shown = " ".join(terminal.brief(make_dossier(), PLAIN).split())
    for words in (
        "STANDS ON MOST",
        "2024-05-01 Ruritania-Freedonia talks, Strelsau occurred 2 to",
        "2 confirmed Ruritania and Freedonia met in Strelsau.",
        "0 to 1 unverified Ruritania and Sylvania",
        "refuting: “Freedonia denied that it had signed.”",
        "contradiction in the date of",
        "Both sides come down one lineage",
        "What came of it: Ruritania-Freedonia talks (Strelsau; 2024-05-01 to 2024-05-02; occurred)",
        "differs in participants: claimed Sylvania; documented Freedonia",
        "Ruritania Times (not in this pile) ← a.txt (relays)",
        "Rudolf-Rufus line",
        "Freedonia rejects: - the treaty",
        "c.txt: empty (collect). Give a file with text.",
    ):
        assert words in shown


def test_where_nothing_is_borne_out_the_best_of_one_origin_leads() -> None:
    claims = (make_claim("c1"), make_claim("c2", "unverified", origins=Origins(0, 1, 0)))
    shown = " ".join(terminal.brief(make_dossier(claims=claims), PLAIN).split())
    assert "No claim here is borne out by two independent origins. Origins Status" in shown
    assert shown.count("[c1]") == 2  # once in its table, once in the contradiction about it


def test_a_denied_claim_is_not_told_twice() -> None:
    said = make_assertion("No such treaty.", stance="denies")
    polar = Contradiction("polarity", "c3", (Side("it is not so", (said,)),), same_lineage=False)
    assert "contradiction" not in terminal.brief(make_dossier(contradictions=(polar,)), PLAIN)


def test_a_plan_without_an_outcome_says_so() -> None:
    claim = make_claim("c4", "single-source", modality="planned")
    shown = terminal.brief(make_dossier(claims=(claim,), events=(make_event(status="planned"),)), PLAIN)
    assert "nothing later in this pile" in shown


def test_likelihood_and_confidence_never_share_a_line() -> None:
    dossier = make_dossier()
    for shown in views(dossier, PLAIN):
        assert not any("ikelihood" in line and "onfidence" in line for line in shown.splitlines())


def test_long_lists_are_cut_and_say_so() -> None:
    claims = tuple(make_claim(f"c{number}", "unverified", origins=Origins(0, 1, 0)) for number in range(40))
    shown = terminal.brief(make_dossier(claims=claims), PLAIN)
    assert "REPEATED MOST, BACKED LEAST (8 of 40)" in shown
    assert "Not every claim is shown" in shown


def test_check_that_nothing_speaks_to() -> None:
    shown = explain.checks([make_check(supporting=(), nearest=())], make_dossier(), PLAIN)
    assert "No sentence in this pile speaks to it." in shown


def test_check_shows_what_adds_before_its_echoes() -> None:
    said = (make_assertion("An echo.", adds=False), make_assertion("The first.", file="b.txt"))
    shown = explain.checks([make_check(supporting=said)], make_dossier(), PLAIN)
    assert shown.index("The first.") < shown.index("An echo.")
    assert "adds nothing new" in shown


def test_the_same_dossier_gives_the_same_text() -> None:
    dossier = make_dossier()
    turned = replace(dossier, claims=dossier.claims[::-1], lineage=dossier.lineage[::-1])
    assert terminal.brief(dossier, PLAIN) == terminal.brief(turned, PLAIN)

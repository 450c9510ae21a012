"""The sources register as a shell sees it, and what the pile's ratings say of the letters that they were weighed by."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from secondsource.show.cli import main

REPORT = """Ruritania and Freedonia hold talks in Strelsau

STRELSAU, May 3, 2024 (Northern Ledger) — The foreign ministers of Norway and Iceland met in Oslo on Thursday, the
Norwegian foreign ministry said. Rupert Hentzau told the Northern Ledger that the talks in Oslo lasted an hour.
"""
JUDGE = ("sources", "judge", "Northern Ledger", "B", "--because", "Checked in April", "--by", "Jane Doe")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("SECONDSOURCE_SOURCES", raising=False)
    return tmp_path / "letters.toml"


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT, encoding="utf-8")
    (folder / "documents.csv").write_text("file,outlet,published\na.txt,Northern Ledger,2024-05-03\n", encoding="utf-8")
    return folder


def run(capfd: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> tuple[str, str]:
    capfd.readouterr()
    assert main(arguments) == status
    out, err = capfd.readouterr()
    return out, err


# --- the file ---------------------------------------------------------------------------------------------------------


def test_judge_list_and_show(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    given = ("--sources", str(file))
    out, err = run(capfd, *JUDGE, "--kind", "outlet", "--on", "2024-04-02", *given)
    assert (out, err) == ("", f"Northern Ledger (outlet): B, by Jane Doe, 2024-04-02; added to {file}\n")
    _, err = run(capfd, "sources", "judge", "the northern ledger", "d", "--because", "x", "--by", "J", *given)
    assert ", today; added to" in err  # the kind is known from the file
    _, err = run(capfd, *JUDGE, "--on", "2024-05-02", *given)
    assert err.splitlines()[1].startswith("What holds is still the later judgement: D, by J, ")

    out, err = run(capfd, "sources", "list", *given)
    assert err == ""
    assert [line.split()[0] for line in out.splitlines()[2:]] == ["D"]
    out, _ = run(capfd, "sources", "show", "The Northern Ledger", *given)
    assert out.splitlines()[0].endswith("(outlet): D")
    assert [line.split()[1] for line in out.splitlines()[1:]] == ["B", "B", "D"]


def test_taken_back_nothing_is_listed(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for letter in "BF":
        run(capfd, *JUDGE[:3], letter, *JUDGE[4:], "--kind", "outlet", "--sources", str(file))
    out, _ = run(capfd, "sources", "list", "--sources", str(file))
    assert out == "No letter holds: every source is F, not judged.\n"
    out, _ = run(capfd, "sources", "show", "Northern Ledger", "--sources", str(file))
    assert "F, not judged: the letter was taken back" in out


def test_a_listed_outlet_is_written_by_its_name_and_who_shares_it_is_told(
    file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    _, err = run(capfd, "sources", "judge", "the FT", "B", *JUDGE[4:], "--sources", str(file))
    assert err.startswith("Financial Times (outlet): B")
    _, err = run(capfd, "sources", "judge", "CNA", "C", *JUDGE[4:], "--kind", "outlet", "--sources", str(file))
    assert "The letter is not for Central News Agency (Taiwan)" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["sources"], "Missing command"),
        (["sources", "list"], "nothing to list: give --sources FILE, or --in PATH"),
        (["sources", "list", "--sources", "{file}"], "no such file; `secondsource sources judge` begins one"),
        (["sources", "show", "X", "--sources", "{file}"], "no such file"),
        (["sources", "show", "X"], "Missing option '--sources'"),
        ([*JUDGE, "--sources", "{file}"], "nobody knows what 'Northern Ledger' is: say --kind outlet, owner"),
        ([*JUDGE, "--kind", "paper", "--sources", "{file}"], "--kind cannot be 'paper': say outlet, owner"),
        ([*JUDGE[:3], "G", *JUDGE[4:], "--kind", "outlet", "--sources", "{file}"], "has the letter 'G'; give A to E"),
        ([*JUDGE[:5], " ", *JUDGE[6:], "--kind", "outlet", "--sources", "{file}"], "has no rationale"),
        ([*JUDGE[:6], "--kind", "outlet", "--sources", "{file}"], "Missing option '--by'"),
        ([*JUDGE, "--kind", "outlet", "--on", "2999-01-01", "--sources", "{file}"], "which is still to come"),
        ([*JUDGE, "--kind", "outlet", "--on", "today", "--sources", "{file}"], "'today' is not a day"),
        (["brief", "{folder}", "--sources", "{file}"], "no such file; `secondsource sources judge` begins one"),
    ],
)
def test_what_cannot_run_is_one_line(
    arguments: list[str], words: str, file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    named = [each.replace("{file}", str(file)).replace("{folder}", str(file.parent)) for each in arguments]
    out, err = run(capfd, *named, status=2)
    assert out == ""
    assert err.startswith("secondsource: ")
    assert err.count("\n") == 1
    assert words in err
    assert not file.exists()


def test_hostile_text_in_the_file_is_refused_or_shown_as_text(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    arguments = [
        "[red]x[/red]",
        "E",
        "--because",
        "[link=http://e.example]go[/link] :bomb:",
        "--by",
        "<b>",
        "--kind",
        "person",
    ]
    run(capfd, "sources", "judge", *arguments, "--sources", str(file))
    out, _ = run(capfd, "sources", "show", "[red]x[/red]", "--sources", str(file))
    assert "[link=http://e.example]go[/link] :bomb:" in out
    _, err = run(capfd, *JUDGE[:5], "a\x1b[31mb", *JUDGE[6:], "--kind", "outlet", "--sources", str(file), status=2)
    assert "\x1b" not in err


# --- with a pile ------------------------------------------------------------------------------------------------------


def test_letters_weigh_and_say_whose_they_are(
    file: Path, pile: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out, err = run(capfd, "sources", "list", "--in", str(pile))
    assert err == ""
    assert "Northern Ledger" in out
    assert "NOT JUDGED (F)" in out
    plain, err = run(capfd, "brief", str(pile), "--json")
    assert json.loads(plain)["method"]["sources"] is None
    assert "letters" not in err

    given = (
        ("Northern Ledger", "outlet", "B", "2024-04-02"),
        ("Rupert Hentzau", "person", "A", "2024-04-03"),
        ("Nobody Here", "person", "E", "2024-06-01"),
    )
    for name, kind, letter, day in given:
        arguments = (name, letter, *JUDGE[4:], "--kind", kind, "--on", day, "--sources", str(file))
        run(capfd, "sources", "judge", *arguments)
    monkeypatch.setenv("SECONDSOURCE_SOURCES", str(file))
    out, err = run(capfd, "brief", str(pile), "--json")
    assert err.startswith("3 letters of letters.toml hold, 2 for sources of this pile\n")
    dossier = json.loads(out)
    assert dossier["method"]["sources"]
    said = "Lettered B by Jane Doe on 2024-04-02: Northern Ledger (Checked in April)."
    assert any(said in claim["why"] for claim in dossier["claims"])
    assert "B" in {claim["admiralty"]["reliability"] for claim in dossier["claims"]}

    out, err = run(capfd, "brief", str(pile), "--json", "--as-of", "2024-05-03")
    assert err.startswith(
        "2 letters of letters.toml hold, 2 for sources of this pile; 1 judgement made after the cut-off"
    )
    for name, *_ in given:
        run(capfd, "sources", "judge", name, "F", *JUDGE[4:], "--on", "2024-06-02")
    out, err = run(capfd, "brief", str(pile), "--json")
    assert out == plain
    assert err.startswith("0 letters of letters.toml hold")


def test_the_list_beside_a_pile_has_who_was_judged_who_was_not_and_who_is_not_there(
    file: Path, pile: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for name, kind in (("northern ledger", "outlet"), ("Nobody Here", "person")):
        run(capfd, "sources", "judge", name, *JUDGE[3:], "--kind", kind, "--sources", str(file))
    out, _ = run(capfd, "sources", "list", "--in", str(pile), "--sources", str(file))
    judged, _, rest = out.partition("NOT JUDGED (F)")
    unjudged, _, absent = rest.partition("NOT MET IN THIS PILE")
    assert "Northern Ledger" in judged
    assert "Rupert Hentzau" in unjudged
    assert "Nobody Here" in absent
    assert "unnamed" not in out

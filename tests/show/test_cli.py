"""The commands as a shell sees them: status, one line where it fails, data on stdout only, the same bytes twice."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from secondsource.rate import DEFAULT, config_hash
from secondsource.show.cli import main

RUN = [sys.executable, "-c", "import sys; from secondsource.show.cli import main; sys.exit(main())"]
CLAIM = "Ruritania and Freedonia held talks in Vienna."

REPORT = """Ruritania and Freedonia hold talks in Vienna

VIENNA, May 3, 2024 (Daily Post) — Officials from Germany and France met in Vienna on Thursday, the German foreign
ministry said. The French foreign ministry said on Friday that the talks were held in Vienna.

The two sides discussed trade and security, according to a statement by the German foreign ministry.
"""
RUMOUR = """Unconfirmed reports say that Germany and Japan held secret talks in Vienna this week.

The alleged talks, which sources claim took place in a secure facility, have not been confirmed by either government.
Neither government has commented on the reports.
"""


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT, encoding="utf-8")
    (folder / "b.txt").write_text(RUMOUR, encoding="utf-8")
    (folder / "c.txt").write_text("", encoding="utf-8")
    return folder


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*RUN, *arguments], capture_output=True, check=False, timeout=120, env={**os.environ, **environment}
    )


# --- without reading anything -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [[], ["brief"], ["check"], ["why"], ["lineage"], ["diff"]])
def test_help_loads_no_model(command: list[str]) -> None:
    code = (
        "import sys; from secondsource.show.cli import main; status = main([*sys.argv[1:], '--help']); "
        "heavy = {'spacy', 'secondsource.pipeline', 'rich.table', 'jinja2', 'numpy'} & set(sys.modules); "
        "sys.exit(f'loaded {heavy}' if heavy else status)"
    )
    done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"Usage: ")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "no command given"),
        (["brief"], "Missing argument"),
        (["brief", "--nonsense"], "No such option"),
        (["nonsense"], "No such command"),
        (["brief", ".", "--as-of", "yesterday"], "'yesterday' is not a day such as 2024-08-26"),
        (["brief", ".", "--as-of", "2024-02-30"], "'2024-02-30' is not a day"),
        (["check", CLAIM], "Missing option '--in'"),
        (["check", CLAIM, "--in", ".", "--min-origins", "-1"], "--min-origins"),
        (["check", CLAIM, "--in", ".", "--min-origins", "two"], "--min-origins"),
        (["diff", "--in", "."], "Missing option '--since'"),
    ],
)
def test_usage_errors_are_one_line(arguments: list[str], words: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("secondsource: ")
    assert err.count("\n") == 1
    assert words in err
    assert "--help" in err


def test_version(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capfd.readouterr().out.startswith("secondsource ")


# --- could not run ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["brief", "{folder}/nowhere"], "no such file or folder"),
        (["brief", "{folder}/empty"], "nothing readable in"),
        (["brief", "{folder}/pile/c.txt"], "nothing readable in"),
        (["brief", "{folder}/pile", "--as-of", "1900-01-01"], "nothing readable in"),
        (["check", "--in", "{folder}/pile"], "no claim given"),
        (["check", " ", "--in", "{folder}/pile"], "no claim given"),
        (["check", "--claims", "{folder}/nowhere", "--in", "{folder}/pile"], "--claims"),
        (["check", "--claims", "{folder}/latin1", "--in", "{folder}/pile"], "UTF-8"),
        (["brief", "{folder}/pile", "--csv", "{folder}/nowhere/a.csv"], "cannot write"),
        (["brief", "{folder}/pile", "--html", "{folder}"], "cannot write"),
        (["why", "no-such-id", "--in", "{folder}/pile"], "`brief` lists the ids"),
        (["why", "\x1b[31m\n", "--in", "{folder}/pile"], "`brief` lists the ids"),
    ],
)
def test_what_cannot_run_is_one_line(
    arguments: list[str], words: str, pile: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (pile.parent / "empty").mkdir()
    (pile.parent / "latin1").write_bytes(b"caf\xe9\n")
    assert main([argument.replace("{folder}", str(pile.parent)) for argument in arguments]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("secondsource: ")
    assert err.count("\n") == 1
    assert words in err


# --- done -------------------------------------------------------------------------------------------------------------


def test_brief_gives_the_same_bytes_whatever_surrounds_it(
    pile: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    elsewhere = run("brief", str(pile), COLUMNS="200", FORCE_COLOR="1", PYTHONHASHSEED="7", PYTHONIOENCODING="ascii")
    assert elsewhere.returncode == 0, elsewhere.stderr.decode()
    assert main(["brief", str(pile)]) == 0
    out, err = capfdbinary.readouterr()
    assert out == elsewhere.stdout
    assert b"\x1b" not in out
    assert out.startswith(b"2 documents: ")
    settings = config_hash(DEFAULT)
    line = f"2 read, 1 refused: 1 empty; settings {settings}".encode()
    assert err.splitlines() == elsewhere.stderr.splitlines() == [line]


def test_brief_json_has_the_schema_and_every_quote_is_verbatim(pile: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", str(pile), "--json"]) == 0
    dossier = json.loads(capfd.readouterr().out)
    assert dossier["schema"] == "secondsource/dossier/1"
    assert [document["file"] for document in dossier["documents"]] == ["a.txt", "b.txt"]
    for claim in dossier["claims"]:
        for said in (*claim["supporting"], *claim["refuting"], *claim["neutral"]):
            text = (pile / said["file"]).read_text(encoding="utf-8")
            assert text[said["start"] : said["end"]] == said["quote"]


def test_brief_writes_its_files(pile: Path, capfd: pytest.CaptureFixture[str]) -> None:
    page, sheet, memo = (pile.parent / name for name in ("dossier.html", "ledger.csv", "ledger.md"))
    assert main(["brief", str(pile), "--html", str(page), "--csv", str(sheet), "--markdown", str(memo)]) == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert memo.read_text(encoding="utf-8").startswith("# Claim ledger\n")
    with sheet.open(encoding="utf-8", newline="") as opened:
        assert all(row["claim_id"] for row in csv.DictReader(opened))
    assert capfd.readouterr().out.startswith("2 documents: ")


def test_check_gives_one_line_a_claim_in_order(pile: Path, capfd: pytest.CaptureFixture[str]) -> None:
    claims = pile.parent / "claims"
    claims.write_text(
        "Germany and Japan held secret talks in Vienna.\r\n\nGermany met Peru in Lima.\n", encoding="utf-8"
    )
    assert main(["check", CLAIM, "--claims", str(claims), "--in", str(pile), "--json"]) == 0
    lines = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [line["claim"] for line in lines] == [
        CLAIM,
        "Germany and Japan held secret talks in Vienna.",
        "Germany met Peru in Lima.",
    ]


def test_check_exits_with_one_where_the_origins_are_too_few(pile: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "Germany met Peru in Lima.", "--in", str(pile), "--min-origins", "2"]) == 1
    out, err = capfd.readouterr()
    assert "Germany met Peru in Lima." in out
    assert "1 of 1 claim has fewer than 2 independent origins." in err
    assert main(["check", "Germany met Peru in Lima.", "--in", str(pile), "--min-origins", "0"]) == 0


def test_one_screen_of_verdicts_and_all_of_it_with_full(pile: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", str(pile)]) == 0
    screen = capfd.readouterr().out
    assert main(["brief", str(pile), "--full"]) == 0
    whole = capfd.readouterr().out
    assert screen.count("\n") <= 40
    assert "\x1b" not in screen + whole
    for part in ("STANDS ON MOST", "REPEATED MOST, BACKED LEAST"):
        assert part in screen
        assert part in whole
    for part in ("DOCUMENTS", "BY DATE"):
        assert part not in screen
        assert part in whole


def test_why_lineage_and_diff(pile: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", str(pile), "--json"]) == 0
    claims = json.loads(capfd.readouterr().out)["claims"]
    for command in ("why", "lineage"):
        assert main([command, claims[0]["id"], "--in", str(pile)]) == 0
        assert claims[0]["text"].split()[0] in capfd.readouterr().out
    assert main(["diff", "--since", "2024-01-01", "--in", str(pile)]) == 0
    assert capfd.readouterr().out.startswith("Since 2024-01-01, up to 2024-05-03: ")


# --- the shell's own accidents ----------------------------------------------------------------------------------------


def test_a_closed_pipe_is_quiet() -> None:
    with subprocess.Popen([*RUN, "--version"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*RUN, "--version"], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"No space left" in done.stderr

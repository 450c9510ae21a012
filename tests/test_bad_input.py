"""Every bad input of the issue, by the command line: refused with a remedy, or an honest unknown; the rest is read."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from secondsource.show.cli import main

GOOD = (
    "VIENNA, May 3, 2024 (Daily Post) - Officials from Germany and France met in Vienna on Thursday, the German "
    "foreign ministry said. The two sides discussed trade and security.\n"
)
GERMAN = (
    "Die Außenminister Deutschlands und Frankreichs haben sich am Donnerstag in Wien getroffen, um über Handel und "
    "Sicherheit zu sprechen. Das teilte das Auswärtige Amt in Berlin mit. Weitere Gespräche sind für den Sommer "
    "geplant. Über den Inhalt wollten sich beide Seiten zunächst nicht äußern, hieß es am Abend aus der Botschaft.\n"
)
# Under 200 letters the program gives any text the benefit of the doubt.
CHINESE = (
    "外交部发言人星期四在北京表示，两国外长在维也纳举行了会谈，就贸易和安全问题交换了意见。双方同意继续保持对话。\n" * 5
)


def empty(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"")


def blank(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b" \n\t\r\n")


def binary(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(bytes(range(256)) * 64)


def picture(folder: Path) -> None:
    (folder / "bad.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))


def false_pdf(folder: Path) -> None:
    (folder / "bad.pdf").write_bytes(b"no such thing")


def false_utf16(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\xff\xfe" + b"\x00\xd8" * 101 + b"\x41")


def huge(folder: Path) -> None:
    with (folder / "bad.txt").open("wb") as file:
        for _ in range(50):
            file.write(b"The ministers met in Vienna on Thursday. " * 25_576)


def long_list(folder: Path) -> None:
    """A sentence whose parse hangs deeper than Python can recur."""
    sentence = f"The ministry said that Norway and Sweden met in Vilnius, {'fish and ships, ' * 1500}on May 2."
    (folder / "bad.txt").write_text(sentence, encoding="utf-8")


def sparse(folder: Path) -> None:
    with (folder / "bad.txt").open("wb") as file:
        file.truncate(2_000_000_000)


def german(folder: Path) -> None:
    (folder / "bad.txt").write_text(GERMAN, encoding="utf-8")


def chinese(folder: Path) -> None:
    (folder / "bad.txt").write_text(CHINESE, encoding="utf-8")


def twin(folder: Path) -> None:
    (folder / "twin.txt").write_text(GOOD, encoding="utf-8")


def broken_link(folder: Path) -> None:
    (folder / "bad.txt").symlink_to(folder / "nowhere.txt")


def loop_of_files(folder: Path) -> None:
    (folder / "bad.txt").symlink_to(folder / "bad.txt")


def loop_of_folders(folder: Path) -> None:
    (folder / "inside").mkdir()
    (folder / "inside" / "round").symlink_to(folder, target_is_directory=True)


def control_name(folder: Path) -> None:
    (folder / "bad\x1b[31m\nname\u202e.txt").write_bytes(b"")


def latin(folder: Path) -> None:
    (folder / "other.txt").write_bytes(
        f"{GOOD} Saõ Paulo’s café — Bogotá’s, Malmö’s, Zürich’s.".encode("cp1252", "replace")
    )


def undated(folder: Path) -> None:
    (folder / "other.txt").write_text("Envoys of Germany and Japan met in Rome, sources said.\n", encoding="utf-8")


def bad_table(folder: Path) -> None:
    (folder / "documents.csv").write_text(
        "file,outlet,published,url,author\ngood.txt,Daily Post,31 Nonsense 2024,,\nlost.txt,,,,\n", encoding="utf-8"
    )


def folder_without_reports(folder: Path) -> None:
    (folder / "inside").mkdir()
    (folder / "inside" / "notes.xyz").write_text(GOOD, encoding="utf-8")


# What is put beside one good report, the file and reason of its refusal, and how many documents are read.
CASES: list[tuple[Callable[[Path], None], str | None, str, int]] = [
    (empty, "bad.txt", "empty", 1),
    (blank, "bad.txt", "empty", 1),
    (binary, "bad.txt", "binary", 1),
    (picture, "bad.png", "not a report format", 1),
    (false_pdf, "bad.pdf", "", 1),
    (false_utf16, "bad.txt", "not decodable", 1),
    (huge, "bad.txt", "characters", 1),
    (sparse, "bad.txt", "over", 1),
    (german, "bad.txt", "German", 1),
    (chinese, "bad.txt", "Chinese", 1),
    (twin, "twin.txt", "the same as good.txt", 1),
    (broken_link, "bad.txt", "cannot be opened", 1),
    (loop_of_files, "bad.txt", "cannot be opened", 1),
    (loop_of_folders, None, "", 1),
    (control_name, r"bad\x1b[31m\nname\u202e.txt", "empty", 1),
    (latin, None, "", 2),
    (undated, None, "", 2),
    (long_list, None, "", 2),
    (bad_table, "documents.csv", "is no date", 1),
    (bad_table, "documents.csv", "lost.txt", 1),
    (folder_without_reports, "inside/notes.xyz", "not a report format", 1),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good report."""
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / "good.txt").write_text(GOOD, encoding="utf-8")
    return pile


def brief(folder: Path, capfd: pytest.CaptureFixture[str], *more: str) -> tuple[dict[str, Any], str]:
    """The dossier as JSON, and what was said on stderr; the run must end well."""
    status = main(["brief", str(folder), "--json", *more])
    out, err = capfd.readouterr()
    assert status == 0, err
    dossier: dict[str, Any] = json.loads(out)
    return dossier, err


@pytest.mark.skipif(sys.platform == "win32", reason="names and links that this system has not")
@pytest.mark.parametrize(
    ("spoil", "file", "reason", "documents"), CASES, ids=[f"{c[0].__name__}-{c[2]}" for c in CASES]
)
def test_one_bad_input_beside_a_good_report(
    spoil: Callable[[Path], None],
    file: str | None,
    reason: str,
    documents: int,
    folder: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    spoil(folder)
    started = time.monotonic()
    dossier, err = brief(folder, capfd)
    assert time.monotonic() - started < 20
    assert "good.txt" in [d["file"] for d in dossier["documents"]]
    assert len(dossier["documents"]) == documents
    assert any(e["place"] and e["place"]["name"] == "Vienna" for e in dossier["events"])
    refusals = dossier["refusals"]
    for refusal in refusals:
        assert set(refusal) == {"file", "stage", "reason", "remedy"}
        assert refusal["stage"] == "collect"
        assert refusal["remedy"]
    if file is None:
        assert refusals == []
    else:
        assert [r for r in refusals if r["file"] == file and reason in r["reason"]]
    assert "\x1b" not in err
    assert err.count("\n") == 1


def test_what_nobody_says_stays_unknown(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    undated(folder)
    dossier, _ = brief(folder, capfd)
    unknown = next(d for d in dossier["documents"] if d["file"] == "other.txt")
    assert (unknown["outlet"], unknown["published"], unknown["author"]) == (None, None, None)
    holders = [a["holders"][-1] for c in dossier["claims"] for a in c["supporting"] if a["file"] == "other.txt"]
    assert set(holders) == {"(unnamed outlet)"}


def test_an_undated_report_is_left_out_of_a_cut_off_and_listed(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    undated(folder)
    dossier, _ = brief(folder, capfd, "--as-of", "2024-06-01")
    assert [d["file"] for d in dossier["documents"]] == ["good.txt"]
    assert [(r["file"], r["stage"], r["reason"]) for r in dossier["refusals"]] == [
        ("other.txt", "compare", "no date of publication")
    ]


def test_all_at_once(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "a").mkdir()
    (folder / "b").mkdir()
    for spoil, into in ((binary, "a"), (german, "b"), (undated, "."), (control_name, "."), (loop_of_folders, ".")):
        spoil(folder / into)
    dossier, err = brief(folder, capfd)
    assert [d["file"] for d in dossier["documents"]] == ["good.txt", "other.txt"]
    assert len(dossier["refusals"]) == 3
    assert "2 read, 3 refused" in err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file")
def test_a_forbidden_file(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "bad.txt").write_text(GOOD, encoding="utf-8")
    (folder / "bad.txt").chmod(0)
    dossier, _ = brief(folder, capfd)
    assert [(r["file"], r["reason"]) for r in dossier["refusals"]] == [("bad.txt", "permission denied")]


# --- nothing readable at all: status 2, one line that says what to do -------------------------------------------------


def nothing(folder: Path) -> None:
    """Leave the folder empty."""


@pytest.mark.parametrize(
    "spoil", [nothing, empty, binary, picture, sparse, german, loop_of_files, folder_without_reports]
)
@pytest.mark.parametrize("command", [["brief"], ["check", "Germany and France met in Vienna.", "--in"]])
def test_nothing_readable(
    spoil: Callable[[Path], None], command: list[str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    spoil(tmp_path)
    assert main([*command, str(tmp_path), "--json"]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.startswith("secondsource: nothing readable in ")
    assert ": give a folder of" in err


@pytest.mark.parametrize("command", [["brief"], ["check", "Germany and France met in Vienna.", "--in"]])
def test_a_missing_path(command: list[str], folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main([*command, str(folder / "no\x1b[31msuch")]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "no such file or folder" in err
    assert "\x1b" not in err


def test_nothing_is_left_after_the_cut_off(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", str(folder), "--as-of", "2020-01-01"]) == 2
    assert capfd.readouterr().err.count("\n") == 1

"""Decided claims from a user's file, and how the fit is told and drawn."""

import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from secondsource.errors import BadArgument
from secondsource.model import Evidence
from secondsource.rate import DEFAULT, Circumstances
from secondsource.rate.calibration import Calibration, Decided, Judged
from secondsource.rate.settings import read_config
from secondsource.ratings import PLAIN
from secondsource.show import calibrate as command
from secondsource.show import desk
from secondsource.show.calibrate import Line, Order, fit, moved, read_lines, report
from secondsource.show.cli import main
from secondsource.show.paper import Look, draw
from secondsource.show.picture import reliability_picture

FILE = Path("decided.csv")
FOUND = Calibration(
    replace(DEFAULT, temperature=1.5, basis={**DEFAULT.basis, "anon": 0.4}),
    tuple(Judged(0.3 + 0.01 * i, "single-source" if i % 2 else "denied", i > 20) for i in range(40)),
    tuple(Judged(0.1 + 0.02 * i, "single-source", i > 20) for i in range(40)),
)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("claim,decided\nThe ship sank,held up\n", (Line(2, "The ship sank", True, None),)),
        ("\ufeffClaim;Decided;Note\r\nThe ship sank;DID NOT;later\r\n", (Line(2, "The ship sank", False, None),)),
        (
            'date,decided,claim\n2024-08-26,did not hold up,"It sank, they say"\n\n,,\n,held up,c12\n',
            (Line(2, "It sank, they say", False, date(2024, 8, 26)), Line(5, "c12", True, None)),
        ),
        ("claim,decided\nIt sank,held up\nit sank.,held up\n", (Line(2, "It sank", True, None),)),
        ("claim,decided\n", ()),
    ],
)
def test_decided_claims(text: str, lines: tuple[Line, ...]) -> None:
    assert read_lines(FILE, text.encode()) == lines


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the columns claim and decided are not both there"),
        (b"text,decided\nIt sank,held up\n", "the columns claim and decided are not both there"),
        (b"claim,decided\nIt sank,yes\n", "line 2 decides 'yes'"),
        (b"claim,decided\nIt sank,\n", "line 2 decides ''"),
        (b"claim,decided\nIt sank\n", "line 2 decides ''"),
        (b"claim,decided\n,held up\n", "line 2 has no claim"),
        (b"claim,decided,date\nIt sank,held up,26.8.2024\n", "the date of line 2 is '26.8.2024'"),
        (b"claim,decided\nIt sank,held up\nIt sank.,did not\n", "line 3 decides the claim of line 2 otherwise"),
        (b"\xff\xfe\x00", "it is not UTF-8 text"),
        (b"claim,decided\n" + b"x" * 200_000 + b",held up\n", "it is not CSV"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_line(data: bytes, said: str) -> None:
    with pytest.raises(BadArgument) as caught:
        read_lines(FILE, data)
    assert said in str(caught.value)
    assert "decided.csv" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_report_names_what_moved_and_what_was_left_out() -> None:
    said = draw(report(FOUND, DEFAULT, Counter({"nothing for or against them in these reports": 3})), Look())
    assert "40 claims weighed: 19 held up, 21 did not." in said
    assert "3 claims left out: nothing for or against them in these reports." in said
    assert "temperature: 1, now 1.5" in said
    assert "basis.anon: 0.5, now 0.4" in said
    assert not {"true", "false"} & {*said.lower().split()}
    assert list(moved(DEFAULT, DEFAULT)) == []


def test_the_picture_is_well_formed_and_marks_every_bin() -> None:
    root = ET.fromstring(reliability_picture(FOUND))
    marks = [node.get("aria-label") for node in root.iter() if node.get("aria-roledescription") == "point"]
    assert len(marks) == 2 * 4
    assert all("claims: " in str(mark) and "held up" in str(mark) for mark in marks)
    assert reliability_picture(FOUND) == reliability_picture(FOUND)


@pytest.mark.parametrize("existing", ["new.toml", "new.svg"])
def test_no_file_is_written_over(existing: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / existing).write_text("mine", encoding="utf-8")
    out = str(tmp_path / "new.toml")
    assert main(["calibrate", str(tmp_path / "decided.csv"), "--in", str(tmp_path), "--out", out]) == 2
    assert "it exists; name a new file, or say --force" in capfd.readouterr().err
    assert (tmp_path / existing).read_text(encoding="utf-8") == "mine"


def test_weights_prints_what_weights_reads(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["weights"]) == 0
    shipped = capfdbinary.readouterr().out
    (tmp_path / "mine.toml").write_bytes(shipped)
    assert main(["weights", "--weights", str(tmp_path / "mine.toml")]) == 0
    assert capfdbinary.readouterr().out == shipped
    assert main(["weights", "--weights", str(tmp_path / "none.toml")]) == 2
    assert b"none.toml" in capfdbinary.readouterr().err


@pytest.mark.parametrize(("share", "written"), [(0.9, True), (0.75, False)])
def test_numbers_are_written_only_where_they_judge_better(
    share: float, written: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    # One named source at first hand: the shipped numbers say 75 percent of such claims hold up.
    cases = [
        Decided((Evidence(i, "d", f"Outlet {i}", f"Ann {i}", 1, "first"),), i < 160 * share, Circumstances())
        for i in range(160)
    ]
    monkeypatch.setattr(desk, "read", lambda *_: type("Pile", (), {"compared": None}))
    monkeypatch.setattr(desk, "scales", lambda *_: PLAIN)
    monkeypatch.setattr(command, "cases_of", lambda *_: (cases, Counter()))
    decided, out, picture = (tmp_path / name for name in ("my decided.csv", "new.toml", "new.svg"))
    decided.write_text("claim,decided\nIt sank,held up\n", encoding="utf-8")
    assert fit(Order(decided, out, picture, force=False), [tmp_path], None, None) is written
    assert out.exists() is picture.exists() is written
    printed, said = capfd.readouterr()
    assert "160 claims weighed" in printed
    if written:
        config = read_config(out)
        assert config.version == DEFAULT.version + 1
        assert config.fitted.startswith("160 decided claims of my decided.csv (SHA-256 ")
        assert config.prior > 0.3
        assert "version 2" in said
    else:
        assert "Nothing is written" in said

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from secondsource.show import desk, output

from .builders import make_document, make_dossier

TERMINAL = (
    "TERM", "TERM_PROGRAM", "VTE_VERSION", "KONSOLE_VERSION", "WT_SESSION", "TMUX", "STY", "SSH_CONNECTION", "NO_COLOR",
)  # fmt: skip


@pytest.mark.parametrize(
    ("terminal", "takes"),
    [
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7600"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, True),
        ({"TERM": "xterm-256color", "KONSOLE_VERSION": "220401"}, True),
        ({"TERM": "xterm-256color", "WT_SESSION": "7e0d"}, True),
        ({"TERM": "xterm-256color"}, False),
        ({}, False),
        ({"TERM": "dumb", "VTE_VERSION": "7600"}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "4600"}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "new"}, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"TERM": "screen-256color", "VTE_VERSION": "7600", "TMUX": "/run/tmux"}, False),
        ({"TERM": "xterm-kitty", "STY": "1.pts"}, False),
        ({"TERM": "xterm-kitty", "SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"}, False),
        ({"TERM": "xterm-kitty", "NO_COLOR": "1"}, False),
    ],
)
def test_links_only_where_a_terminal_is_known_to_show_them(
    terminal: dict[str, str], takes: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in TERMINAL:
        monkeypatch.delenv(name, raising=False)
    for name, value in terminal.items():
        monkeypatch.setenv(name, value)
    assert not output.stdout_takes_links()  # what the test runs in is no terminal
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert output.stdout_takes_links() is takes


class Terminal:
    def isatty(self) -> bool:
        return True


def test_the_address_of_a_file_is_given_where_only_one_can_be_meant(tmp_path: Path) -> None:
    for file in ("one/a b.txt", "one/sub/c.txt", "one/twice.txt", "two/twice.txt", "alone%.txt"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("So.", encoding="utf-8")
    names = ("a b.txt", "sub/c.txt", "twice.txt", "alone%.txt", "gone.txt", "../alone%.txt")
    dossier = make_dossier(documents=tuple(make_document(name) for name in names))
    found = desk.addresses(dossier, [tmp_path / "one", tmp_path / "two", tmp_path / "alone%.txt"])
    assert found == {
        "a b.txt": (tmp_path / "one/a b.txt").as_uri(),
        "sub/c.txt": (tmp_path / "one/sub/c.txt").as_uri(),
        "alone%.txt": (tmp_path / "alone%.txt").as_uri(),
    }
    assert found["a b.txt"].endswith("/a%20b.txt")
    assert found["alone%.txt"].endswith("/alone%25.txt")

"""Where a command's words go: data to stdout as UTF-8, everything else to stderr, faults as one line."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from secondsource.errors import SecondSourceError
from secondsource.show.plain import plain

if TYPE_CHECKING:
    from pathlib import Path

# What shells report for a program that SIGPIPE ended. Typer would give 1, which means something else here.
PIPE_CLOSED = 141

# A pipe gets the same bytes whatever terminal it was started from; long lines help nobody on a wide one.
PIPE_WIDTH = 80
# Terminals that say who they are and show links.
LINKING_TERMS = frozenset({"xterm-kitty", "xterm-ghostty", "foot", "alacritty", "contour"})
LINKING_PROGRAMS = frozenset({"iTerm.app", "WezTerm", "vscode", "ghostty"})

NARROWEST = 50
WIDEST = 110


def write(data: str | bytes) -> None:
    """Write data to stdout, all of it now, so that a full disk shows here and not at exit.

    Whoever closes the pipe early, as `head` does, has what they wanted: the program ends without a word.
    """
    encoded = data.encode("utf-8", errors="replace") if isinstance(data, str) else data
    try:
        sys.stdout.buffer.write(encoded)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Python's own flush at exit would complain of the same pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(PIPE_CLOSED) from None


def save(file: Path, data: str | bytes) -> None:
    """Write data to a file, UTF-8 and line ends as given; raises SecondSourceError where it cannot be written."""
    try:
        file.write_bytes(data.encode("utf-8", errors="replace") if isinstance(data, str) else data)
    except OSError as error:
        remedy = "name a file in a folder that you may write to"
        raise SecondSourceError(f"cannot write {file}: {error.strerror}; {remedy}") from None


def say(line: str) -> None:
    """Write one line of words to stderr."""
    sys.stderr.write(plain(line).encode(sys.stderr.encoding, "replace").decode(sys.stderr.encoding) + "\n")
    sys.stderr.flush()


def stdout_takes_colour() -> bool:
    """Tell whether stdout is a terminal that shows colour and its user has not refused it (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def stdout_takes_links() -> bool:
    """Tell whether stdout is a terminal that is known to show links (OSC 8), on the machine that has the files.

    Whatever is not known to, a multiplexer or another machine's terminal included, gets none.
    """
    known = os.environ.get
    if not stdout_takes_colour() or known("TMUX") or known("STY") or known("SSH_CONNECTION"):
        return False
    return (
        known("TERM") in LINKING_TERMS
        or known("TERM_PROGRAM") in LINKING_PROGRAMS
        or _at_least("VTE_VERSION", 5000)  # GNOME Terminal and its kin: 0.50, version 5000 as they write it
        or _at_least("KONSOLE_VERSION", 201200)
        or bool(known("WT_SESSION"))
    )


def _at_least(name: str, version: int) -> bool:
    found = os.environ.get(name, "")
    return found.isdecimal() and int(found) >= version


def stdout_width() -> int:
    """Give the columns of stdout: the terminal's, within reason, and a fixed 80 for a pipe or a file."""
    if not sys.stdout.isatty():
        return PIPE_WIDTH
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except OSError:
        return PIPE_WIDTH
    return max(NARROWEST, min(WIDEST, columns or PIPE_WIDTH))

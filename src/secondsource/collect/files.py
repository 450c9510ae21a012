"""Which files lie under the paths given, in a stable order, and what each is called in everything we print."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from secondsource.collect.table import TABLE
from secondsource.model import Refusal


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: where it is, what it is called, and the folder whose `documents.csv` speaks for it."""

    path: Path
    label: str
    folder: Path
    inside: str


def refusal(label: str, reason: str, remedy: str) -> Refusal:
    """Give a refusal of this stage."""
    return Refusal(label, "collect", reason, remedy)


def find_files(paths: Iterable[Path]) -> Iterator[Found | Refusal]:
    """Give each regular file once, folders in order of their names, and a refusal for what cannot be entered.

    Hidden files and folders are left out. A symbolic link to a folder that was entered already is not entered again.
    """
    seen: set[tuple[int, int]] = set()
    labels: set[str] = set()
    for path in paths:
        for item in _below(Path(path), seen):
            if isinstance(item, Refusal):
                yield item
                continue
            label = _free(item, labels)
            labels.add(label)
            yield Found(item.path, label, item.folder, item.inside)


def printable(name: str) -> str:
    """A file name with its control characters, direction marks and undecodable bytes written as escapes."""
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
        for character in name
    )


def _below(path: Path, seen: set[tuple[int, int]]) -> Iterator[Found | Refusal]:
    label = printable(str(path))
    try:
        status = path.stat()
    except FileNotFoundError:
        yield refusal(label, "no such file or folder", "check the spelling, or give its full path")
        return
    except (OSError, ValueError) as error:
        yield refusal(label, _why(error), "make it readable, then run again")
        return
    if not stat.S_ISDIR(status.st_mode):
        yield from _file(path, path.parent, path.name, seen)
        return
    entries = 0
    for item in _walk(path, "", path, seen):
        entries += 1
        yield item
    if not entries:
        yield refusal(label, "no files in this folder", "give a folder that holds reports")


def _walk(folder: Path, prefix: str, top: Path, seen: set[tuple[int, int]]) -> Iterator[Found | Refusal]:
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in seen:
            return
        seen.add((status.st_dev, status.st_ino))
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield refusal(printable(prefix or str(folder)), _why(error), "make the folder readable, then run again")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        name = f"{prefix}{entry.name}"
        if _is_folder(entry):
            yield from _walk(folder / entry.name, f"{name}/", top, seen)
        elif entry.name != TABLE:
            yield from _file(folder / entry.name, folder, name, seen)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads round in a circle
        return False


def _file(path: Path, folder: Path, name: str, seen: set[tuple[int, int]]) -> Iterator[Found | Refusal]:
    try:
        status = path.stat()
    except OSError as error:
        yield refusal(printable(name), _why(error), "repair the link, or make the file readable")
        return
    key = (status.st_dev, status.st_ino)
    if key in seen:
        return
    seen.add(key)
    if not stat.S_ISREG(status.st_mode):
        yield refusal(printable(name), "not a file but a device, pipe or socket", "copy its content into a file")
        return
    yield Found(path, printable(name), folder, path.name)


def _free(item: Found, labels: set[str]) -> str:
    """The shortest name of a file that no other file of this run has."""
    for label in (item.label, printable(f"{item.folder.name}/{item.inside}"), printable(str(item.path))):
        if label not in labels:
            return label
    number = 2
    while f"{item.label} ({number})" in labels:
        number += 1
    return f"{item.label} ({number})"


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, PermissionError):
        return "permission denied"
    return f"cannot be opened: {getattr(error, 'strerror', None) or error}"

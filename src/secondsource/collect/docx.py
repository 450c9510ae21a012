"""Word files: paragraphs and table cells in their order, one a line."""

from __future__ import annotations

import io
import zipfile

import docx as python_docx
from docx.opc.exceptions import OpcError, PackageNotFoundError
from docx.table import Table
from lxml.etree import LxmlError  # type: ignore[import-untyped]  # no stubs in our lock files

from secondsource.collect.page import Page, Unreadable, one_line

# A document unpacks to some ten times its size; far more is a zip bomb.
_UNPACKED = 200_000_000


def read(data: bytes) -> Page:
    """Give the text of a .docx file. Raises `Unreadable` for a damaged, locked or empty one."""
    damaged = Unreadable("a damaged or locked Word file", "open it in Word and save it again, or save its text as .txt")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(member.file_size for member in archive.infolist()) > _UNPACKED:
                raise Unreadable("a Word file that unpacks to over 200 MB", "save its text as .txt")
        document = python_docx.Document(io.BytesIO(data))
        lines = [line for block in document.iter_inner_content() for line in _lines(block)]
        title = one_line(document.core_properties.title)
    except (zipfile.BadZipFile, PackageNotFoundError, OpcError, KeyError, ValueError, LxmlError, OSError) as error:
        raise damaged from error
    text = "\n\n".join(line for line in lines if line.strip())
    if not text:
        raise Unreadable("a Word file without text", "if it holds pictures of text, run text recognition (OCR) first")
    return Page(text, title=title, basis="metadata: docx")


def _lines(block: object) -> list[str]:
    if isinstance(block, Table):
        return ["\t".join(dict.fromkeys(cell.text.strip() for cell in row.cells)) for row in block.rows]
    return [getattr(block, "text", "")]

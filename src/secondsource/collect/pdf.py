"""PDF files: the text layer page by page, its hard line ends joined again."""

from __future__ import annotations

import re

import pypdfium2

from secondsource.collect.page import Page, Unreadable

_WRAPPED = 0.7


def read(data: bytes) -> Page:
    """Give the text of a PDF. Raises `Unreadable` for a locked, damaged or scanned one."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Unreadable("an encrypted PDF", "save a copy without a password") from error
        raise Unreadable("a damaged PDF", "download it again, or save its text as .txt") from error
    try:
        pages = [_page_text(document, number) for number in range(len(document))]
    finally:
        document.close()
    text = "\n\n".join(page for page in pages if page)
    if not text.strip():
        raise Unreadable("a PDF without text, likely a scan", "run text recognition (OCR) on it first")
    return Page(text, basis="metadata: pdf")


def _page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    try:
        page = document[number]
        text_page = page.get_textpage()
        raw = text_page.get_text_bounded()
        text_page.close()
        page.close()
    except pypdfium2.PdfiumError:
        return ""  # one broken page costs that page
    return unwrapped(raw)


def unwrapped(raw: str) -> str:
    """Join the lines of a page that only its width broke; a word split by PDFium's soft hyphen is one again."""
    joined = re.sub(r"[\ufffe\u00ad]\r?\n?", "", raw).replace("\r\n", "\n").replace("\r", "\n")
    lines = [line.strip() for line in joined.split("\n")]
    width = max((len(line) for line in lines), default=0)
    out: list[str] = []
    for line in lines:
        if out and out[-1] and line and _runs_on(out[-1].rpartition("\n")[2], line, width):
            out[-1] += " " + line
        else:
            out.append(line)
    return "\n".join(out).strip()


def _runs_on(line: str, following: str, width: int) -> bool:
    last = line[-width:]
    ended = last.endswith((".", "!", "?", ":", ".”", '."'))
    if following[:1].islower():
        return not ended
    return len(last) >= _WRAPPED * width and not ended and not re.match(r"[-•*]|\d+[.)]\s", following)

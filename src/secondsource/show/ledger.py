"""The claim ledger on paper: every claim with its status, its independent origins and the sentences that it rests on.

`csv_ledger` is for a spreadsheet, one row a sentence; `markdown_ledger` is for a memo, with numbered citations.
"""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING

from secondsource.show import phrases
from secondsource.show.plain import plain
from secondsource.show.source_base import cut_off, source_base

if TYPE_CHECKING:
    from secondsource.dossier import Dossier, DossierAssertion, DossierClaim

COLUMNS = (
    "claim_id", "claim", "modality", "status", "origins_min", "origins_max", "paths", "admiralty", "likelihood",
    "confidence", "side", "stance", "holders", "hedge", "adds", "file", "start", "end", "quote",
)  # fmt: skip

# What spreadsheet programs read as the start of a formula, full-width forms included (OWASP, "CSV Injection"): at the
# start of a cell, which is behind a semicolon too where that parts the cells.
_FORMULA = re.compile(r"(^|; ?)(?=[=+\-@＝＋－＠])")

# What Markdown (CommonMark, and GitHub's tables and bare links) could take for mark-up inside a line.
_MARKUP = re.compile(r"[\\`*_\[\]<>#|~&@]|!(?=\[)|(?<=\bwww)\.|:(?=//)")
_LIST_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([-+=])")

# --- for a spreadsheet ------------------------------------------------------------------------------------------------


def csv_ledger(dossier: Dossier) -> str:
    """Give the ledger as CSV (RFC 4180), one row for each sentence of each claim, safe to open in a spreadsheet."""
    sheet = StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for claim in phrases.in_order(dossier.claims):
        about = [cell(value) for value in _claim_cells(claim)]
        said = [(side, assertion) for side, assertions in phrases.sides(claim) for assertion in assertions]
        for side, assertion in said:
            writer.writerow([*about, side, *(cell(value) for value in _sentence_cells(assertion))])
        if not said:
            writer.writerow(about + [""] * (len(COLUMNS) - len(about)))
    return sheet.getvalue()


def cell(value: str | int) -> str:
    """Give a cell's text, with an apostrophe before what a spreadsheet would run as a formula."""
    return _FORMULA.sub(r"\1'", plain(str(value)))


def _claim_cells(claim: DossierClaim) -> tuple[str | int, ...]:
    code = f"{claim.admiralty.reliability}{claim.admiralty.credibility}"
    return (
        claim.id, claim.text, claim.modality, claim.status, claim.origins.min, claim.origins.max, claim.origins.paths,
        code, phrases.likelihood_words(claim.likelihood), claim.confidence or "not judged",
    )  # fmt: skip


def _sentence_cells(assertion: DossierAssertion) -> tuple[str | int, ...]:
    return (
        assertion.stance, phrases.chain(assertion), assertion.hedge or "", "yes" if assertion.adds else "no",
        assertion.file, assertion.start, assertion.end, assertion.quote,
    )  # fmt: skip


# --- for a memo -------------------------------------------------------------------------------------------------------


def markdown_ledger(dossier: Dossier) -> str:
    """Give the ledger as Markdown: a table of claims, then the sentences cited, numbered in the table's order."""
    citations = _Citations()
    rows = [_row(claim, citations) for claim in phrases.in_order(dossier.claims)]
    lines = ["# Claim ledger", "", escape(" ".join((*source_base(dossier), cut_off(dossier)))), ""]
    if rows:
        lines += ["| Claim | Status | Independent origins | Evidence |", "| --- | --- | --- | --- |", *rows, ""]
        lines += ["## Sentences cited", "", *citations.lines()]
    if dossier.refusals:
        lines += ["", "## Not read, or set aside", ""]
        lines += [f"- {escape(f'{each.file}: {each.reason}. {each.remedy}')}" for each in dossier.refusals]
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """Give hostile text so that Markdown shows it as written: no mark-up, no HTML, no link."""
    text = _MARKUP.sub(lambda match: "\\" + match[0], plain(text))
    return _LIST_START.sub(lambda match: f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}", text)


def _row(claim: DossierClaim, citations: _Citations) -> str:
    parts = []
    for side, assertions in phrases.sides(claim):
        numbers = [citations.number(assertion) for assertion in assertions]
        if numbers:
            parts.append(f"{side} " + " ".join(f"[{number}]" for number in dict.fromkeys(numbers)))
    origins = phrases.origins_words(claim.origins)
    return f"| {escape(claim.text)} | {claim.status} | {origins} | {'; '.join(parts) or 'none'} |"


class _Citations:
    """The sentences cited so far, each numbered once, in the order of first use."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, int, int], int] = {}
        self._cited: list[DossierAssertion] = []

    def number(self, assertion: DossierAssertion) -> int:
        place = (assertion.file, assertion.start, assertion.end)
        if place not in self._numbers:
            self._cited.append(assertion)
            self._numbers[place] = len(self._cited)
        return self._numbers[place]

    def lines(self) -> list[str]:
        return [
            f"[{number}] {escape(said.file)}, characters {said.start}–{said.end}: “{escape(said.quote)}” "
            f"({escape(phrases.chain(said))})  "
            for number, said in enumerate(self._cited, 1)
        ]

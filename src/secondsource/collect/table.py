"""`documents.csv` beside the files: what somebody knows about them wins over what is read."""

from __future__ import annotations

import csv
import re
from calendar import monthrange
from datetime import date
from io import StringIO
from pathlib import Path

from secondsource.collect.days import read_day
from secondsource.collect.decode import NotText, decode
from secondsource.collect.document import Metadata
from secondsource.model import When
from secondsource.words.outlets import named

TABLE = "documents.csv"
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?")
_LARGEST = 20_000_000
Rows = dict[str, Metadata]
Problem = tuple[str, str]


def read_table(path: Path) -> tuple[Rows, list[Problem]]:
    """Give the metadata by file name, and (reason, remedy) for each row that cannot be used."""
    try:
        if path.stat().st_size > _LARGEST:
            return {}, [("a table over 20 MB", "split the folder")]
        text, _ = decode(path.read_bytes())
    except (OSError, NotText) as error:
        return {}, [(f"unreadable: {error}", "save it as UTF-8 comma-separated text")]
    rows: Rows = {}
    problems: list[Problem] = []
    try:
        table = csv.DictReader(StringIO(text, newline=""), strict=True)
        fields = [(name or "").strip().lower() for name in table.fieldnames or ()]
        table.fieldnames = fields
        if "file" not in fields:
            return {}, [("no column named file", "begin it with the line file,outlet,published,url,author")]
        for row in table:
            problem = _take(row, rows)
            if problem:
                problems.append((f"line {table.line_num}: {problem[0]}", problem[1]))
    except csv.Error as error:
        problems.append(
            (f"damaged after {len(rows)} rows: {error}", "close its quotes; write a quote in a field twice")
        )
    return rows, problems


def _take(row: dict[str, str], rows: Rows) -> Problem | None:
    """Put one row into the table, or say what is wrong with it."""
    if None in row:
        return "more fields than columns", "put fields that hold a comma in quotes"
    values = {key: (value or "").strip() for key, value in row.items()}
    file = values["file"].replace("\\", "/").removeprefix("./")
    if not file:
        return "no file name", "name the file as it is called in this folder"
    if file in rows:
        return f"{file} again", "keep one row a file"
    published = values.get("published", "")
    when = read_when(published) if published else None
    rows[file] = Metadata(
        title=values.get("title") or None,
        outlet=_outlet(values.get("outlet", "")),
        author=values.get("author") or None,
        published=when,
        published_basis=TABLE,
        url=values.get("url") or None,
    )
    if published and when is None:
        return f"{published!r} is no date", "write it as 2024-08-26, 2024-08 or 2024"
    return None


def read_when(said: str) -> When | None:
    """Give the days that "2024-08-26", "2024-08", "2024" or a printed date can mean."""
    partial = _PARTIAL.fullmatch(said)
    if partial is None:
        return read_day(said)
    year, month = int(partial.group(1)), partial.group(2)
    try:
        if month is None:
            return When(date(year, 1, 1), date(year, 12, 31), said)
        return When(date(year, int(month), 1), date(year, int(month), monthrange(year, int(month))[1]), said)
    except ValueError:
        return None


def _outlet(said: str) -> str | None:
    those = named(said)
    return those[0].name if len(those) == 1 else said or None

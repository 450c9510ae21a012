"""What tests of the whole road share: a pile of invented reports, read by the real program."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from secondsource import pipeline
from secondsource.collect.document import document_from_text
from secondsource.model import Findings

# No test reads what another run has kept, or leaves anything in a reader's home.
os.environ["SECONDSOURCE_CACHE"] = "off"
# What a desk has set for itself must not change what a test sees.
for setting in ("SECONDSOURCE_SOURCES", "SECONDSOURCE_WEIGHTS"):
    os.environ.pop(setting, None)

# A report's text, its outlet and its day; the files are called a.txt, b.txt and so on.
Report = tuple[str, str | None, str | None]


@cache
def _studied(file: str, text: str, outlet: str | None, published: str | None) -> Findings:
    return pipeline.study(document_from_text(text, file=file, outlet=outlet, published=published))


def _findings(*reports: Report) -> tuple[Findings, ...]:
    return tuple(_studied(f"{chr(97 + i)}.txt", *report) for i, report in enumerate(reports))


def _pile(*reports: Report, as_of: date | None = None) -> pipeline.Compared:
    return pipeline.put_together(_findings(*reports), as_of=as_of)


@pytest.fixture(scope="session")
def findings() -> Callable[..., tuple[Findings, ...]]:
    """Study each report, given as (text, outlet, day); what was studied once is kept."""
    return _findings


@pytest.fixture(scope="session")
def pile() -> Callable[..., pipeline.Compared]:
    """Study the reports, each given as (text, outlet, day), and put them together."""
    return _pile

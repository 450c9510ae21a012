"""Documents read in full: the model is loaded once, and no text twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from secondsource.detect import detect
from secondsource.extract.reading import Reading, lay_open
from secondsource.extract.sayings.attributions import find_attributions
from secondsource.model import Document, Findings, When
from secondsource.pipeline import study

PUBLISHED = date(2022, 6, 15)  # a Wednesday


def _document(text: str, outlet: str | None) -> Document:
    return Document("d", "d.txt", text, outlet=outlet, published=When(PUBLISHED, PUBLISHED, "15 June 2022"))


@pytest.fixture(scope="session")
def findings_of() -> Callable[..., Findings]:
    """What a text published on 15 June 2022 asserts; `outlet` names its publisher."""
    known: dict[tuple[str, str | None], Findings] = {}

    def read(text: str, outlet: str | None = None) -> Findings:
        if (text, outlet) not in known:
            known[text, outlet] = study(_document(text, outlet))
        return known[text, outlet]

    return read


@pytest.fixture(scope="session")
def reading_of() -> Callable[[str], Reading]:
    """A text published on 15 June 2022 laid open."""
    known: dict[str, Reading] = {}

    def read(text: str) -> Reading:
        if text not in known:
            mentions = detect(_document(text, None))
            known[text] = lay_open(mentions, find_attributions(mentions))
        return known[text]

    return read

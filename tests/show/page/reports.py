"""Findings made by hand for the reader: a text and its sentences, nothing read in it but what a test says."""

from __future__ import annotations

import re

from secondsource.model import Document, EventStatus, Findings, Span
from secondsource.show.page.standing import Told, standing

from ..builders import make_claim, make_event


def make_findings(file: str, text: str, **given: object) -> Findings:
    """Give the findings of a document, its sentences cut at full stops; `given` are fields of the document."""
    document = Document(f"d-{file}", file, text, **given)  # type: ignore[arg-type]
    sentences = tuple(Span(document.id, m.start(), m.end()) for m in re.finditer(r"\S[^.]*\.", text))
    return Findings(document, "unattributed", (), (), (), (), (), sentences)


def make_told(identity: str = "e1", status: EventStatus = "occurred", **given: object) -> Told:
    """Give an event with a claim of its own, by default from one origin; `claim` and `reported` are its own fields."""
    claim = given.pop("claim", None) or make_claim(f"c-{identity}", event=identity)
    reported = given.pop("reported", ())
    event = make_event(identity, status=status, claim=claim.id, **given)  # type: ignore[attr-defined]
    return Told(event, claim, standing(event, claim), reported)  # type: ignore[arg-type]

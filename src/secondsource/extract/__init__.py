"""Mentions to Findings: what this one document asserts."""

from __future__ import annotations

from dataclasses import replace

from secondsource.extract.events.tellings import find_events
from secondsource.extract.positions.finding import find_positions
from secondsource.extract.reading import Reading, lay_open
from secondsource.extract.sayings.attributions import find_attributions
from secondsource.extract.sayings.notices import find_notices
from secondsource.extract.sources.basis import find_basis
from secondsource.extract.statements.assertions import find_assertions
from secondsource.extract.statements.own_voice import whole_sentences
from secondsource.model import Findings, Mentions


def extract(mentions: Mentions) -> Findings:
    """Read who says what through whom, and which events are told of, out of one document's mentions."""
    return extract_with_reading(mentions)[0]


def extract_claim(mentions: Mentions) -> Findings:
    """Read a reader's own claim as a document; what is too bare to be read so is one statement, word for word."""
    findings, reading = extract_with_reading(mentions)
    if findings.assertions or findings.events:
        return findings
    return replace(findings, assertions=tuple(whole_sentences(reading)))


def extract_with_reading(mentions: Mentions) -> tuple[Findings, Reading]:
    """The findings of one document, and the document laid open, for whoever reads on in its parse."""
    attributions = find_attributions(mentions)
    found = find_basis(mentions, attributions)
    reading = lay_open(mentions, attributions)
    events = find_events(reading)
    findings = Findings(
        document=mentions.document,
        basis=found.basis,
        origins=found.origins,
        citations=found.citations,
        events=events,
        assertions=find_assertions(reading, found, events),
        names=mentions.names,
        sentences=mentions.sentences,
        times=mentions.times,
        lead=found.lead,
        positions=find_positions(reading, found),
        notices=find_notices(mentions),
        cues=tuple(dict.fromkeys(cue for attribution in attributions for cue in attribution.cue)),
    )
    return findings, reading

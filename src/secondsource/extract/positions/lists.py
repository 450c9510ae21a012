"""Lists under a line that says whose they are: "Issues raised by the Americans included:" and its items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondsource.extract.events.memory import Memory
from secondsource.extract.positions.cues import NOUNS, VERBS
from secondsource.extract.positions.issues import Issue, issue_between
from secondsource.extract.positions.parties import sides_in
from secondsource.extract.reading import Reading
from secondsource.model import PositionStance, Span

_BULLET = re.compile(r"\s*(?:[-*•–—·▪]|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])\s+\S")
_GAP = 3  # blank characters and line ends between a lead and its list


def find_lists(reading: Reading, memory: Memory) -> Iterator[tuple[PositionStance, str, Span, Issue]]:
    """Every item of every list with a lead that names one side and one stance: stance, party, the item, its issue."""
    text, sentences = reading.document.text, reading.sentences
    for i, lead in enumerate(sentences):
        if not text[lead.start : lead.end].rstrip().endswith(":"):
            continue
        taken = _lead(lead, reading)
        if taken is None:
            continue
        stance, party = taken
        before = lead
        for item in sentences[i + 1 :]:
            between = text[before.end : item.start]
            line = text[item.start : item.end]
            if between.strip() or len(between) > _GAP or not _BULLET.match(line):
                break
            issue = issue_between(item.start, item.end, text)
            if issue is not None:
                yield stance, party, item, issue
            before = item


def _lead(lead: Span, reading: Reading) -> tuple[PositionStance, str] | None:
    stretch = reading.parsed.char_span(lead.start, lead.end, alignment_mode="contract")
    tokens = list(stretch) if stretch is not None else []
    sides = sides_in(tokens, reading)
    words = [t.lemma_.lower() for t in tokens]
    if len(sides) != 1 or any(t.dep_ == "neg" for t in tokens):
        return None
    stance = next((NOUNS[w] for w in words if w in NOUNS), None)
    stance = stance or next((VERBS[w].stance for w in words if w in VERBS), None)
    if "red line" in " ".join(words):
        stance = "red line"
    return (stance, sides[0]) if stance is not None else None

"""The four tasks of event coding, in the form that the bench's scorer reads.

`pairs`: what one marked actor does to another. `dyads`: which country does what to which. `code`: the one CAMEO code of
a sentence. `triples`: as the last two, with actors from dictionaries in the form of PETRARCH's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from secondsource.coding.actors import Entity
from secondsource.coding.judging import codes_of, judge
from secondsource.coding.rows import EventRow
from secondsource.coding.rows import code as rows_of
from secondsource.coding.spotting import find_actor_phrases
from secondsource.detect import detect
from secondsource.extract import extract_with_reading
from secondsource.extract.events.memory import remember
from secondsource.model import Document

Row = dict[str, Any]
Stretch = tuple[int, int]
# Two actors of a dictionary have an event between them from this probability on.
HAPPENS = 0.5


def pairs(rows: Iterable[Row]) -> Iterator[Row]:
    """From {"id", "text", "source", "target"} to {"id", "type"}."""
    for row in rows:
        source, target = (tuple(row[side]) if row.get(side) else None for side in ("source", "target"))
        yield {"id": row["id"], "type": judge(row["text"], source, target).type}


def dyads(rows: Iterable[Row]) -> Iterator[Row]:
    """From {"id", "text"} to {"id", "events": [{"source", "target", "type"}]}, countries as three letters."""
    for row in rows:
        found = [(*pair, told.type) for told in rows_of(_document(row), all_modes=True) for pair in _sides(told)]
        events = [{"source": s, "target": t, "type": kind} for s, t, kind in dict.fromkeys(found)]
        yield {"id": row["id"], "events": events}


def _sides(row: EventRow) -> list[tuple[str, str]]:
    """Which country acts on which in one event: those without a country count where there is no other.

    What two do together is told once, in the order of the text; what one does at home is left out beside what it does
    abroad.
    """
    actors, recipients = _codes(row.actors), _codes(row.recipients)
    if not recipients:
        return [(a, b) for i, a in enumerate(actors) for b in actors[i + 1 :]] or [(a, "") for a in actors]
    pairs = [(a, r) for a in actors for r in recipients]
    return [p for p in pairs if p[0] != p[1]] or pairs


def _codes(entities: Sequence[Entity]) -> list[str]:
    countries = [e.code for e in entities if e.code]
    return list(dict.fromkeys(countries or [e.sector for e in entities if e.sector]))


def code(rows: Iterable[Row]) -> Iterator[Row]:
    """From {"id", "text"} to {"id", "codes"}, the best CAMEO code first."""
    for row in rows:
        text = row["text"]
        best = _best_pair(text)
        ranked = codes_of(text, *best)
        whole = codes_of(text, None, None)
        total = {c: p + 0.5 * whole[c] for c, p in ranked.items()}
        yield {"id": row["id"], "codes": sorted(total, key=lambda c: -total[c])[:5]}


def triples(rows: Iterable[Row], actors: Path, agents: Path) -> Iterator[Row]:
    """From {"id", "text"} to {"id", "events": [{"source", "target", "code"}]} with the dictionaries' actors."""
    known = _dictionary(actors, agents)
    for row in rows:
        text = row["text"]
        found = known.find(text)
        events = []
        for source, first in found:
            for target, second in found:
                if source == target or first == second:
                    continue
                judged = judge(text, first, second)
                if judged.happens >= HAPPENS:
                    events.append({"source": source, "target": target, "code": judged.code})
        yield {"id": row["id"], "events": events}


def _document(row: Row) -> Document:
    return Document(row["id"], row["id"], row["text"])


def _best_pair(text: str) -> tuple[Stretch | None, Stretch | None]:
    """The two actors of a sentence between whom something most surely happens."""
    _, reading = extract_with_reading(detect(Document("x", "x", text)))
    memory = remember(reading)
    phrases = [p for s in reading.sentences for p in find_actor_phrases(s, reading, memory)][:6]
    spans: list[Stretch | None] = [(p.span.start, p.span.end) for p in phrases]
    asked = [(a, b) for a in spans for b in (*spans, None) if a != b] or [(None, None)]
    return max(asked, key=lambda pair: judge(text, *pair).happens)


# --- dictionaries in the form of PETRARCH's ---------------------------------------------------------------------------


class _Dictionary:
    """Actors by the words of their names, and agents, whose code is put behind an actor's beside which they stand."""

    def __init__(self, actors: Sequence[tuple[str, str]], agents: Sequence[tuple[str, str]]) -> None:
        self.actors = [(re.compile(rf"\b{words}", re.I), code) for words, code in actors]
        self.agents = [(re.compile(rf"\b{words}s?\b", re.I), code) for words, code in agents]

    def find(self, text: str) -> list[tuple[str, Stretch]]:
        """The actors of a sentence as (code, stretch), one for each code."""
        spans: list[tuple[int, int, str]] = []
        for pattern, code in self.actors:
            for match in pattern.finditer(text):
                end = re.compile(r"[\w’'-]*").match(text, match.end())
                spans.append((match.start(), end.end() if end else match.end(), code))
        spans.sort(key=lambda s: (s[0], s[0] - s[1]))
        kept: list[tuple[int, int, str]] = []
        for start, stop, code in spans:
            if code != "---" and not (kept and start < kept[-1][1]):
                kept.append((start, stop, code))
        found: dict[str, Stretch] = {}
        for start, stop, code in kept:
            beside = text[stop : stop + 40].split(",")[0]
            agent = next(
                ((m, c) for p, c in self.agents if (m := p.search(beside)) and len(beside[: m.start()].split()) <= 2),
                None,
            )
            if agent is not None:
                found.setdefault(code + agent[1], (start, stop + agent[0].end()))
            else:
                found.setdefault(code, (start, stop))
        return list(found.items())


def _dictionary(actors: Path, agents: Path) -> _Dictionary:
    return _Dictionary(list(_entries(actors)), [(w, c.replace("~", "")) for w, c in _entries(agents) if "~" in c])


def _entries(file: Path) -> Iterator[tuple[str, str]]:
    """(pattern, code) of each name; a code may follow its names, and dated codes give way to the first of them."""
    names: list[str] = []
    code = ""
    for raw in file.read_text(encoding="utf-8", errors="replace").splitlines():
        line = raw.split("#")[0].rstrip()
        if not line or line[0] in "<!":
            continue
        fresh = not line[0].isspace() and line[0] != "+"
        if fresh:
            yield from ((name, code) for name in names if code)
            names, code = [], ""
        given = re.search(r"\[\s*([^\]\s]*)[^\]]*\]", line)
        if given and not code:
            code = given[1].upper()
        words = re.split(r"[\[{;]", line.strip().lstrip("+"))[0].strip("_ ")
        if words:
            names.append(re.escape(words.replace("_", " ")).replace(r"\ ", r"[ _-]+"))
    yield from ((name, code) for name in names if code)

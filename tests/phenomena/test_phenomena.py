"""Twenty sentences for each phenomenon of reading, half of them look-alikes, written before the reader was tuned.

The sentences stand in the TOML files beside this module; tests/phenomena/README.md says how one is written.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from secondsource.detect import detect
from secondsource.extract import extract
from secondsource.extract.sayings.attributions import find_attributions
from secondsource.model import Attribution, Document, Findings, Holder, Mentions, Span, When

HERE = Path(__file__).resolve().parent
ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Read:
    """What the reader made of one text."""

    text: str
    mentions: Mentions
    attributions: tuple[Attribution, ...]
    findings: Findings


@cache
def read(text: str, published: str | None) -> Read:
    day = date.fromisoformat(published) if published else None
    when = When(day, day, published) if day is not None and published is not None else None
    mentions = detect(Document("d", "d.txt", text, published=when))
    return Read(text, mentions, find_attributions(mentions), extract(mentions))


def cases() -> list[Any]:
    rows = []
    for file in sorted(HERE.glob("*.toml")):
        for number, case in enumerate(tomllib.loads(file.read_text(encoding="utf-8"))["case"], 1):
            kind = "look-alike" if case["look_alike"] else "true"
            name = f"{file.stem}-{number:02}-{kind}"
            rows.append(pytest.param(case, id=name))
    return rows


def plain(name: str) -> str:
    """A holder's name for comparison: without case and article."""
    return ARTICLE.sub("", name.strip()).casefold()


def named(holder: Holder, name: str) -> bool:
    """Whether a holder goes by a name; a body may have its full one ("Interior Ministry of Peru").

    The program writes "Defense" for every country's "Defence".
    """
    found, wanted = (plain(n).replace("defence", "defense") for n in (holder.name, name))
    return found == wanted or (holder.kind == "body" and re.search(rf"\b{re.escape(wanted)}\b", found) is not None)


def stretch(text: str, words: str) -> range:
    """Where some words of the text stand."""
    start = text.index(words)
    return range(start, start + len(words))


def overlap(spans: tuple[Span, ...], wanted: range) -> float:
    """The share of a stretch that some spans cover."""
    return sum(max(0, min(s.end, wanted.stop) - max(s.start, wanted.start)) for s in spans) / len(wanted)


def word(text: str, said: str) -> range:
    """Where a word of the text stands, as a word."""
    found = re.search(rf"\b{re.escape(said)}\b", text)
    assert found, f"{said!r} is not in the text"
    return range(found.start(), found.end())


def touches(span: Span, wanted: range) -> bool:
    return span.start < wanted.stop and wanted.start < span.end


def check_sayings(seen: Read, case: dict[str, Any]) -> None:
    for saying in case.get("says", ()):
        wanted = stretch(seen.text, saying["content"])
        heard = [a.holders for a in seen.attributions if overlap(a.content, wanted) >= 0.5]
        fits = [len(h) == len(saying["holders"]) and all(map(named, h, saying["holders"])) for h in heard]
        names = [[h.name for h in holders] for holders in heard]
        assert any(fits), f"{saying['content']!r} is said by {names}"
    holders = {plain(h.name) for a in seen.attributions for h in a.holders}
    for name in case.get("never", ()):
        assert plain(name) not in holders
    if case.get("silent"):
        told = [[seen.text[s.start : s.end] for s in (*a.source, *a.cue, *a.content)] for a in seen.attributions]
        assert not told


def check_events(seen: Read, case: dict[str, Any]) -> None:
    events = seen.findings.events
    for wanted in case.get("events", ()):
        at = word(seen.text, wanted["word"])
        found = [e.status for e in events if touches(e.trigger, at)]
        assert wanted["status"] in found, f"{wanted['word']!r} is read as {found}"
    for said in case.get("not_occurred", ()):
        found = [e.status for e in events if touches(e.trigger, word(seen.text, said))]
        assert not {"occurred", "alleged"} & set(found)
    for said in case.get("no_event", ()):
        assert not [e.label for e in events if touches(e.trigger, word(seen.text, said))]


def check_times(seen: Read, case: dict[str, Any]) -> None:
    times = seen.mentions.times
    for wanted in case.get("times", ()):
        at = stretch(seen.text, wanted["said"])
        day = tuple(date.fromisoformat(wanted[k]) for k in ("earliest", "latest"))
        found = [(t.when.earliest, t.when.latest) if t.when else None for t in times if touches(t.span, at)]
        assert day in found, f"{wanted['said']!r} is read as {found}"
    for said in case.get("not_times", ()):
        assert not [t.value for t in times if touches(t.span, stretch(seen.text, said))]


def check_names(seen: Read, case: dict[str, Any]) -> None:
    for wanted in case.get("names", ()):
        at = stretch(seen.text, wanted["name"])
        found = [n for n in seen.mentions.names if touches(n.span, at)]
        assert found, f"{wanted['name']!r} is not seen"
        if "acts" in wanted:
            assert [n.acts for n in found] == [wanted["acts"]]
        if "country" in wanted:
            countries = {n.place.country if n.place else n.side for n in found} | {n.side for n in found}
            assert wanted["country"] in countries
    for said in case.get("not_places", ()):
        at = stretch(seen.text, said)
        assert not [n.name for n in seen.mentions.names if touches(n.span, at) and n.kind == "place"]


@pytest.mark.parametrize("case", cases())
def test_phenomenon(case: dict[str, Any]) -> None:
    seen = read(case["text"], case.get("published"))
    check_sayings(seen, case)
    check_events(seen, case)
    check_times(seen, case)
    check_names(seen, case)


@pytest.mark.parametrize("file", sorted(HERE.glob("*.toml")), ids=lambda f: f.stem)
def test_each_phenomenon_has_twenty_sentences_half_of_them_look_alikes(file: Path) -> None:
    found = tomllib.loads(file.read_text(encoding="utf-8"))["case"]
    assert [c["look_alike"] for c in found].count(True) == 10
    assert len(found) == 20

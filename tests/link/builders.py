"""Findings made by hand, about invented affairs; whatever a test does not name takes a plain default."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from secondsource.model import (
    Assertion,
    Citation,
    Document,
    EventMention,
    Findings,
    Ground,
    Groups,
    Holder,
    Name,
    Participant,
    Place,
    Span,
    Stance,
    Time,
    When,
)

NOWHERE = Span("", 0, 0)
LISBON = Place("Lisbon", "Portugal", 38.72, -9.14, "city")
PORTO = Place("Porto", "Portugal", 41.15, -8.61, "city")
PORTUGAL = Place("Portugal", "Portugal", None, None, "country")
KANDAHAR = Place("Kandahar", "Afghanistan", 31.61, 65.71, "city")
MINISTRY = Holder("Foreign Ministry of Brazil", "body", "Brazil")
TURKEY = Holder("Foreign Ministry of Turkey", "body", "Turkey")
SOURCES = Holder("sources", "unnamed")


def outlet(name: str) -> Holder:
    return Holder(name, "outlet")


def day(text: str) -> When:
    """Give the When of "2024-03-12", or of "2024-03-01 2024-03-31"."""
    first, _, last = text.partition(" ")
    return When(date.fromisoformat(first), date.fromisoformat(last or first), text)


def party(name: str, side: str | None = None) -> Participant:
    return Participant(name, side or name, "party")


def actor(name: str, side: str | None = None) -> Participant:
    return Participant(name, side, "actor")


def recipient(name: str, side: str | None = None) -> Participant:
    return Participant(name, side, "recipient")


BRAZIL, TURKEY_PARTY, JAPAN = party("Brazil"), party("Turkey"), party("Japan")
COSTA, AYDIN = party("Elena Costa", "Brazil"), party("Mehmet Aydin", "Turkey")


def meeting(*people: Participant, **given: object) -> EventMention:
    """Give a meeting of Brazil and Turkey in Lisbon on 12 March 2024, unless told otherwise."""
    mention = EventMention(
        sentence=NOWHERE, trigger=NOWHERE, type="CONSULT", modes=("meet",), contexts=("diplomacy",), cameo="036",
        participants=people or (BRAZIL, TURKEY_PARTY), place=LISBON, when=day("2024-03-12"), status="occurred",
        label="Brazil and Turkey held talks in Lisbon", words=frozenset({"hold", "talk"}),
    )  # fmt: skip
    return replace(mention, **given)  # type: ignore[arg-type]


def attack(*people: Participant, **given: object) -> EventMention:
    """Give an attack by gunmen on a checkpoint in Kandahar on 3 May 2024, unless told otherwise."""
    mention = EventMention(
        sentence=NOWHERE, trigger=NOWHERE, type="ASSAULT", modes=("armed",), contexts=("military",), cameo="190",
        participants=people or (actor("gunmen"), recipient("army checkpoint")), place=KANDAHAR, when=day("2024-05-03"),
        status="occurred", label="gunmen attacked an army checkpoint in Kandahar",
        words=frozenset({"attack", "gunman", "checkpoint"}),
    )  # fmt: skip
    return replace(mention, **given)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a report: its words, the event it tells of, and the assertion it makes."""

    text: str
    event: EventMention | None
    assertion: Assertion


_GROUNDS: dict[str, Ground] = {"person": "first", "body": "first", "outlet": "named", "agency": "named"}


def says(
    text: str, *holders: Holder, event: EventMention | None = None, stance: Stance = "asserts", **given: object
) -> Sentence:
    """Give a sentence that these holders, origin first, put forward; without holders it is the report's own voice."""
    ground: Ground = _GROUNDS.get(holders[0].kind, "anon") if holders else "own"
    assertion = Assertion(
        sentence=NOWHERE, content=NOWHERE, text=text, holders=holders, stance=stance, hedge=None, ground=ground,
        key=frozenset(w.strip(".,").lower() for w in text.split() if len(w) > 3),
    )  # fmt: skip
    return Sentence(text, event, replace(assertion, **given))  # type: ignore[arg-type]


def tells(event: EventMention, *holders: Holder, said: str = "", **given: object) -> Sentence:
    """Give a sentence that tells of an event in words of its own."""
    seed = sha256(repr((event.label, event.when, event.place, holders, said)).encode()).hexdigest()
    words = " ".join(seed[i : i + 4] for i in range(0, 40, 4))
    return says(f"{event.label} {words}.", *holders, event=event, **given)  # type: ignore[arg-type]


def make_findings(
    *sentences: Sentence,
    publisher: str | None = "Daily Post",
    published: str | None = "2024-03-13",
    file: str = "a.txt",
    **given: object,
) -> Findings:
    """Give what one report asserts; the spans, the publisher at the end of the holders and the ids are filled in."""
    text = " ".join(s.text for s in sentences)
    identity = sha256(f"{text}|{publisher}".encode()).hexdigest()[:12]
    document = Document(identity, file, text, outlet=publisher, published=day(published) if published else None)
    carrier = Holder(publisher or "(unnamed outlet)", "outlet")
    spans: list[Span] = []
    events: list[EventMention] = []
    assertions: list[Assertion] = []
    at = 0
    for sentence in sentences:
        span = Span(identity, at, at + len(sentence.text))
        at = span.end + 1
        spans.append(span)
        index = None
        if sentence.event is not None:
            index = len(events)
            events.append(replace(sentence.event, sentence=span, trigger=span))
        holders = (*sentence.assertion.holders, carrier)
        assertions.append(replace(sentence.assertion, sentence=span, content=span, holders=holders, event=index))
    found = Findings(
        document=document, basis="unattributed", origins=(), citations=(), events=tuple(events),
        assertions=tuple(assertions), names=(), sentences=tuple(spans),
    )  # fmt: skip
    return replace(found, **given)  # type: ignore[arg-type]


def person(name: str, side: str | None = None) -> Name:
    return Name(NOWHERE, "person", name, side)


def country(name: str) -> Name:
    return Name(NOWHERE, "country", name, name)


def time(text: str, value: str, said: str) -> Time:
    """Give the time expression `said` where it stands in a text."""
    start = text.index(said)
    return Time(Span("", start, start + len(said)), "DATE", value, None)


def cites(source: str, sentence: Span = NOWHERE) -> Citation:
    return Citation(sentence, outlet(source), "relays")


def groups_of(findings: Sequence[Findings], **given: object) -> Groups:
    return replace(Groups(tuple(findings), (), (), ()), **given)  # type: ignore[arg-type]

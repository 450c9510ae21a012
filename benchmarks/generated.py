"""Short reports about many separate happenings, made up, with what a reader would find in them: for measuring size.

For N reports there are about N/8 happenings (a meeting, an attack, sanctions) over three years, however many there are,
so that more reports mean denser days. How many reports a happening has, who takes part, which outlet writes and which
official speaks are all heavy-tailed: a few pairs of countries fill their blocks as in life. The most told happening has
up to N/40 reports, so that it, too, grows with the pile. A "steady" pile grows in time alone: 10,000 reports to three
years, 20 at most on a happening. A pile on "one" happening has all its reports on that.

Of the reports on a happening about a fifth are copies of an earlier one (whole, or with a sentence cut or added), a
fifth lay their matter at an agency or another outlet, some deny it, some announce it; sentences repeat the event in
other words, quote an official, state a position, recall an earlier happening of the same parties, or say something of
their own.

The findings are built from what the generator knows, not read from the text: reading 100,000 reports would take hours.
`python benchmarks/scale.py --alike` says how much the two have in common.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from hashlib import sha256
from typing import Literal

from secondsource.model import (
    Assertion,
    Citation,
    Document,
    EventMention,
    EventStatus,
    Figure,
    Findings,
    Ground,
    Holder,
    Name,
    Participant,
    Place,
    Position,
    PositionStance,
    Span,
    Stance,
    When,
)

Growth = Literal["dense", "steady", "one"]
START, DAYS = date(2021, 1, 4), 3 * 365
_STEADY, _MOST = 10_000, 20  # reports in so many days, and on a happening
_PLACES = {
    "United States": ("Washington", 38.9, -77.0), "China": ("Beijing", 39.9, 116.4), "Russia": ("Moscow", 55.8, 37.6),
    "Iran": ("Tehran", 35.7, 51.4), "Turkey": ("Ankara", 39.9, 32.9), "Brazil": ("Brasilia", -15.8, -47.9),
    "Japan": ("Tokyo", 35.7, 139.7), "India": ("New Delhi", 28.6, 77.2), "France": ("Paris", 48.9, 2.4),
    "Germany": ("Berlin", 52.5, 13.4), "Egypt": ("Cairo", 30.0, 31.2), "Kenya": ("Nairobi", -1.3, 36.8),
    "Norway": ("Oslo", 59.9, 10.8), "Poland": ("Warsaw", 52.2, 21.0), "Mexico": ("Mexico City", 19.4, -99.1),
    "Vietnam": ("Hanoi", 21.0, 105.9), "Sudan": ("Khartoum", 15.5, 32.6), "Chad": ("N'Djamena", 12.1, 15.0),
    "Peru": ("Lima", -12.0, -77.0), "Spain": ("Madrid", 40.4, -3.7), "Ghana": ("Accra", 5.6, -0.2),
    "Serbia": ("Belgrade", 44.8, 20.5), "Greece": ("Athens", 38.0, 23.7), "Canada": ("Ottawa", 45.4, -75.7),
    "Mongolia": ("Ulaanbaatar", 47.9, 106.9), "Pakistan": ("Islamabad", 33.7, 73.1), "Iraq": ("Baghdad", 33.3, 44.4),
    "Yemen": ("Sanaa", 15.4, 44.2), "Mali": ("Bamako", 12.6, -8.0), "Finland": ("Helsinki", 60.2, 24.9),
}  # fmt: skip
_NEUTRAL = {"Switzerland": ("Geneva", 46.2, 6.1), "Austria": ("Vienna", 48.2, 16.4), "Malta": ("Valletta", 35.9, 14.5)}
_GIVEN = """Elena Mehmet Anna Pierre Luc Maria Ivan Sofia Karim Nadia Tomas Julia Omar Leila Victor Clara Hugo Irene
Paulo Marta Stefan Lucia Andrei Nina Samuel Ruth Felix Olga Diego Laura Adam Eva Jonas Petra Simon Greta Marco
Alice""".split()
_SURNAMES = [
    a + b
    for a in """Cost Ayd Berg Duv Lind Mar Kov Hal Sant Mor Var Tol Nov Rein Cald Est Farn Gall Hend Jans Kess Lor
    Mend Nord Oliv Pav Quint Ross Sor Tav""".split()
    for b in "a in er al ov ano ic elli son ez".split()
]
_OUTLETS = [
    f"{a} {b}"
    for a in ("Daily", "Evening", "Morning", "Northern", "Southern", "National", "City", "Capital", "Harbour", "Valley")
    for b in ("Post", "Star", "Herald", "Tribune", "Courier", "Gazette", "Observer", "Chronicle")
]
_AGENCIES = ("Reuters", "Associated Press", "AFP", "Xinhua", "TASS", "Anadolu Agency")
_ISSUES = [
    f"{a} {b}"
    for a in ("grain", "gas", "steel", "fishing", "border", "tariff", "visa", "missile", "prisoner", "airspace",
              "satellite", "cable", "uranium", "migration", "water")
    for b in ("exports", "quotas", "patrols", "inspections", "licences", "exchanges", "checks", "talks")
]  # fmt: skip
_NOUNS = """bridge harbour warehouse convoy market hospital school tunnel railway airport factory refinery museum
stadium dam reservoir lighthouse vineyard orchard quarry barracks depot customs shed ferry terminal embassy garden
archive tower pipeline substation mill bakery library theatre canal pier runway hangar""".split()
_ADJECTIVES = """old new northern southern disputed flooded guarded abandoned rebuilt crowded remote wooden narrow
damaged empty modern hidden fortified coastal inland private public temporary historic locked burnt""".split()
_VERBS = """closed opened inspected surrounded repaired photographed sealed emptied guarded visited measured abandoned
painted searched cleared mapped flooded rented sold auctioned insured fenced renamed lit drained""".split()
_CROWD = """residents soldiers engineers traders drivers teachers farmers sailors students clerks doctors pilots miners
shepherds librarians plumbers tailors porters""".split()


@dataclass(frozen=True, slots=True)
class Person:
    """An official: the full name and the country."""

    name: str
    side: str


@dataclass(frozen=True, slots=True)
class Happening:
    """What took place: which kind, between whom, where and when, and about what."""

    number: int
    kind: Literal["meeting", "attack", "sanctions"]
    sides: tuple[str, str]
    people: tuple[Person, Person]
    place: Place
    day: date
    issue: str
    dead: int
    witness: Person
    sayings: tuple[str, ...]


@dataclass(slots=True)
class Writing:
    """A report as it is written: its text so far and what it says."""

    random: random.Random
    happening: Happening
    outlet: str | None
    text: str = ""
    sentences: list[tuple[int, int]] = field(default_factory=list)
    events: list[EventMention] = field(default_factory=list)
    assertions: list[Assertion] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    lead: Holder | None = None
    known: set[str] = field(default_factory=set)


def make_reports(count: int, seed: int = 1, growth: Growth = "dense") -> list[Findings]:
    """Give so many reports, in no order of time; the same for the same seed."""
    chance = random.Random(seed)
    days = max(1, DAYS * count // _STEADY) if growth == "steady" else DAYS
    most = {"dense": max(_MOST, count // 40), "steady": _MOST, "one": count}[growth]
    staff = {side: [_person(chance, side) for _ in range(8)] for side in _PLACES}
    reports: list[Findings] = []
    past: dict[tuple[str, str], list[Happening]] = {}
    number = 0
    while len(reports) < count:
        happening = _happening(chance, number, staff, days)
        number += 1
        told = count if growth == "one" else 1 + int(1.9 * chance.paretovariate(1.3))
        share = min(told, most, count - len(reports))
        earlier = past.setdefault(happening.sides, [])
        reports += _reports_on(chance, happening, earlier, share, len(reports))
        earlier.append(happening)
    chance.shuffle(reports)
    return reports


def _person(chance: random.Random, side: str) -> Person:
    return Person(f"{chance.choice(_GIVEN)} {chance.choice(_SURNAMES)}", side)


def _tailed(chance: random.Random, rows: Sequence[str], power: float = 1.0) -> str:
    return chance.choices(rows, weights=[1 / (i + 1) ** power for i in range(len(rows))])[0]


def _happening(chance: random.Random, number: int, staff: dict[str, list[Person]], days: int) -> Happening:
    one = other = _tailed(chance, list(_PLACES))
    while other == one:
        other = _tailed(chance, list(_PLACES))
    kind: Literal["meeting", "attack", "sanctions"] = chance.choices(
        ("meeting", "attack", "sanctions"), weights=(55, 30, 15)
    )[0]
    where = _NEUTRAL if kind == "meeting" and chance.random() < 0.4 else {s: _PLACES[s] for s in (one, other)}
    country = other if kind != "meeting" else chance.choice(list(where))
    city, lat, lon = where[country]
    people = tuple(staff[side][min(int(chance.paretovariate(1.0)) - 1, 7)] for side in (one, other))
    sayings = tuple(_own_words(chance) for _ in range(4))
    return Happening(
        number, kind, (one, other), (people[0], people[1]), Place(city, country, lat, lon, "city"),
        START + timedelta(days=chance.randrange(days)), chance.choice(_ISSUES), chance.randint(2, 90),
        _person(chance, country), sayings,
    )  # fmt: skip


def _own_words(chance: random.Random) -> str:
    """Something that only one or two reports say."""
    crowd, verb = chance.choice(_CROWD), chance.choice(_VERBS)
    things = " and the ".join(f"{chance.choice(_ADJECTIVES)} {chance.choice(_NOUNS)}" for _ in range(2))
    return f"{crowd.capitalize()} {verb} the {things} after {chance.randint(3, 60)} days"


# --- the reports on one happening -------------------------------------------------------------------------------------


def _reports_on(
    chance: random.Random, happening: Happening, earlier: Sequence[Happening], share: int, first: int
) -> list[Findings]:
    written: list[Findings] = []
    for number in range(share):
        identity = f"{first + number}"
        published = happening.day + timedelta(days=min(int(chance.expovariate(0.7)), 9))
        outlet = _tailed(chance, _OUTLETS, 0.8) if chance.random() < 0.9 else None
        if written and chance.random() < 0.2:
            written.append(_copied(chance, chance.choice(written), identity, published, outlet))
            continue
        roll = chance.random()
        mode: EventStatus = "planned" if roll < 0.07 else "denied" if roll < 0.14 else "occurred"
        if mode == "planned":
            published = happening.day - timedelta(days=chance.randint(1, 9))
        writing = Writing(chance, happening, outlet)
        _write(writing, mode, earlier)
        written.append(_finished(writing, identity, published))
    return written


def _write(writing: Writing, mode: EventStatus, earlier: Sequence[Happening]) -> None:
    chance, happening = writing.random, writing.happening
    source: Holder | None = None
    if chance.random() < 0.28:
        agency = chance.random() < 0.7
        source = Holder(_tailed(chance, _AGENCIES), "agency") if agency else Holder(_tailed(chance, _OUTLETS), "outlet")
    _tell(writing, happening, mode, source)
    if source is not None and chance.random() < 0.6:
        writing.lead = source
    for _ in range(chance.randint(2, 6)):
        roll = chance.random()
        if roll < 0.25:
            _quote(writing)
        elif roll < 0.4 and mode == "occurred":
            _tell(writing, happening, mode, None)
        elif roll < 0.5 and earlier:
            _tell(writing, chance.choice(earlier), "occurred", None)
        elif roll < 0.58:
            _take_position(writing)
        elif roll < 0.64:
            _no_comment(writing)
        elif roll < 0.8:
            _state(writing, chance.choice(happening.sayings), None)
        else:
            _state(writing, _own_words(chance), None)


def _say(writing: Writing, words: str) -> Span:
    start = len(writing.text) + (1 if writing.text else 0)
    writing.text += (" " if writing.text else "") + words
    writing.sentences.append((start, len(writing.text)))
    return Span("", start, len(writing.text))


def _name(writing: Writing, sentence: Span, said: str, kind: str, name: str, side: str | None) -> None:
    at = writing.text.find(said, sentence.start)
    if at >= 0:
        writing.names.append(Name(Span("", at, at + len(said)), kind, name, side, why="known leader"))  # type: ignore[arg-type]


def _name_all(writing: Writing, sentence: Span, happening: Happening) -> None:
    text = writing.text[sentence.start :]
    for side in {*happening.sides, happening.place.country or ""}:
        if side and side in text:
            _name(writing, sentence, side, "country", side, side)
    if happening.place.name in text:
        _name(writing, sentence, happening.place.name, "place", happening.place.name, None)
    for person in (*happening.people, happening.witness):
        if person.name in text:
            _name(writing, sentence, person.name, "person", person.name, person.side)
            writing.known.add(person.name)
        elif (last := person.name.split()[-1]) in text.replace(".", " ").split():
            name = person.name if person.name in writing.known else last
            _name(writing, sentence, last, "person", name, person.side if name != last else None)


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to tell of a happening: who, did what, and what a reader would take from it."""

    who: str
    core: str
    verb: str
    words: frozenset[str]
    people: tuple[Participant, ...]
    type: str
    cameo: str
    modes: tuple[str, ...]


def _meeting(chance: random.Random, happening: Happening, where: str, day: str, named: bool) -> Wording:
    one, other = happening.people
    a, b = happening.sides
    who = f"{a} and {b}"
    if named:
        first, second = (one, other) if chance.random() < 0.5 else (other, one)
        who = chance.choice((
            f"Foreign Minister {first.name} of {first.side} and his counterpart {second.name} of {second.side}",
            f"{first.name} of {first.side} and {second.name} of {second.side}",
            f"Foreign Ministers {first.name} ({first.side}) and {second.name} ({second.side})",
            f"Two ministers, {first.name} of {first.side} and {second.name} of {second.side},",
        ))  # fmt: skip
    verb = chance.choice(("met", "held talks", "conferred"))
    about = chance.choice(("to discuss", "about", "on the matter of", "with a view to"))
    circumstances = [where, day, f" {about} {happening.issue}"]
    chance.shuffle(circumstances)
    words = {verb.split()[0], "discuss", *happening.issue.split()}
    persons = tuple(Participant(p.name, p.side, "party") for p in happening.people)
    countries = tuple(Participant(side, side, "party") for side in happening.sides)
    people = persons if named else countries
    core = f"{verb}{''.join(circumstances)}"
    return Wording(who, core, verb, frozenset(words), people, "CONSULT", "036", ("meet",))


def _attack(chance: random.Random, happening: Happening, where: str, day: str) -> Wording:
    a, b = happening.sides
    who = chance.choice((f"Troops of {a}", f"Forces from {a}", f"Artillery of {a}", f"The army of {a}"))
    verb = chance.choice(("shelled", "attacked", "bombed"))
    target = f"a {chance.choice(_ADJECTIVES)} {chance.choice(_NOUNS)} of {b}"
    killing = chance.choice(("killing", "which killed", "and killed", "leaving dead"))
    core = f"{verb} {target}{where}{day}, {killing} {happening.dead} people"
    people = (Participant("troops", a, "actor"), Participant(b, b, "recipient"))
    words = frozenset({verb[:-2], "kill", "people", "troop"})
    return Wording(who, core, verb, words, people, "ASSAULT", "190", ("heavy-weapons",))


def _sanctions(chance: random.Random, happening: Happening, day: str) -> Wording:
    a, b = happening.sides
    reason = chance.choice(("over", "because of", "after a dispute about", "to put an end to"))
    targets = chance.choice(("", " banks of", " companies from", " officials of"))
    core = f"imposed sanctions on{targets} {b}{day} {reason} {happening.issue}"
    people = (Participant(a, a, "actor"), Participant(b, b, "recipient"))
    words = frozenset({"impose", "sanction", *happening.issue.split()})
    return Wording(a, core, "imposed", words, people, "SANCTION", "163", ())


def _tell(writing: Writing, happening: Happening, status: EventStatus, source: Holder | None) -> None:
    """A sentence that tells of a happening, in one of several wordings, with or without its day."""
    chance = writing.random
    dated = chance.random() < 0.75
    day = f" on {happening.day.day} {happening.day:%B %Y}" if dated else ""
    where = f" in {happening.place.name}" if chance.random() < 0.85 else ""
    named = chance.random() < 0.7
    if happening.kind == "meeting":
        wording = _meeting(chance, happening, where, day, named)
    elif happening.kind == "attack":
        wording = _attack(chance, happening, where, day)
    else:
        wording, where = _sanctions(chance, happening, day), ""
    text, holders, stance = _spoken(wording, happening, status, source)
    span = _say(writing, f"{text}.")
    if source is not None and status != "denied":
        _name(writing, span, source.name, source.kind, source.name, None)
        writing.citations.append(Citation(span, source, "relays"))
    _name_all(writing, span, happening)
    at = writing.text.find(wording.verb.split()[0][:4], span.start)
    event = EventMention(
        sentence=span, trigger=Span("", at, at + len(wording.verb)), type=wording.type,
        modes=(*wording.modes, "future") if status == "planned" else wording.modes, contexts=("diplomacy",),
        cameo=wording.cameo, participants=wording.people, place=happening.place if where else None,
        when=When(happening.day, happening.day, day.strip()) if dated else None, status=status,
        label=f"{wording.who} {wording.core}", words=wording.words,
        figures=(Figure(happening.dead, "people", f"{happening.dead} people"),) if happening.kind == "attack" else (),
    )  # fmt: skip
    writing.events.append(event)
    key = frozenset(wording.words | {*happening.sides, happening.place.name})
    _assert(writing, Assertion(
        span, span, text, holders, stance, None, _ground(holders), len(writing.events) - 1, key, subject=_subject(key),
    ))  # fmt: skip


def _spoken(
    wording: Wording, happening: Happening, status: EventStatus, source: Holder | None
) -> tuple[str, tuple[Holder, ...], Stance]:
    """The wording as a report has it: announced, denied, laid at a source."""
    text = f"{wording.who} {wording.core}"
    if status == "denied":
        speaker = happening.people[happening.kind == "meeting"]
        return (
            f"{speaker.name} of {speaker.side} denied that {text}",
            (Holder(speaker.name, "person", speaker.side),),
            "denies",
        )
    stance: Stance = "asserts" if source is None else "relays"
    if status == "planned":
        text = f"{wording.who} will have {wording.core}".replace("will have met", "will meet")
        stance = "plans"
    return (text, (), stance) if source is None else (f"According to {source.name}, {text}", (source,), stance)


def _ground(holders: tuple[Holder, ...]) -> Ground:
    return "own" if not holders else "first" if holders[0].kind in ("person", "body") else "named"


def _subject(key: frozenset[str]) -> str | None:
    return next((w for w in sorted(key) if w[:1].isupper()), None)


def _assert(writing: Writing, assertion: Assertion) -> Assertion:
    """Note an assertion with the publisher as its last holder."""
    carrier = Holder(writing.outlet or "(unnamed outlet)", "outlet")
    assertion = replace(assertion, holders=(*assertion.holders, carrier))
    writing.assertions.append(assertion)
    return assertion


def _put_forward(
    writing: Writing, span: Span, text: str, holders: tuple[Holder, ...], key: frozenset[str]
) -> Assertion:
    """Note a plain assertion that is no event."""
    ground, subject = _ground(holders), _subject(key)
    return _assert(writing, Assertion(span, span, text, holders, "asserts", None, ground, None, key, subject=subject))


def _quote(writing: Writing) -> None:
    """What an official says; several reports carry the same words."""
    chance, happening = writing.random, writing.happening
    speaker = chance.choice((*happening.people, *happening.people, happening.witness))
    said = chance.choice(happening.sayings[:2])
    short = speaker.name.split()[-1] if speaker.name in writing.known or chance.random() < 0.08 else speaker.name
    span = _say(writing, f"{short} said that {said[0].lower()}{said[1:]}.")
    _name_all(writing, span, happening)
    name = speaker.name if short == speaker.name or speaker.name in writing.known else short
    side = speaker.side if name != short or " " in name else None
    holder = Holder(name, "person", side)
    _put_forward(writing, span, said, (holder,), _key(said) | {name})


def _key(said: str) -> frozenset[str]:
    return frozenset(w for w in said.lower().split() if len(w) > 3)


def _state(writing: Writing, said: str, holder: Holder | None) -> None:
    side = writing.happening.sides[0]
    span = _say(writing, f"{said} in {side}.")
    _name(writing, span, side, "country", side, side)
    _put_forward(writing, span, said, (holder,) if holder else (), _key(said) | {side})


def _take_position(writing: Writing) -> None:
    side = writing.random.choice(writing.happening.sides)
    stance: PositionStance = writing.random.choice(("demands", "rejects", "offers"))
    issue = f"new rules for {writing.happening.issue} at the {writing.random.choice(_NOUNS)}"
    span = _say(writing, f"{side} {stance} {issue}.")
    _name(writing, span, side, "country", side, side)
    holder = Holder(side, "country", side)
    assertion = _put_forward(writing, span, f"{side} {stance} {issue}", (holder,), _key(issue) | {side})
    writing.positions.append(Position(side, stance, issue, None, assertion))


def _no_comment(writing: Writing) -> None:
    side = writing.happening.sides[1]
    span = _say(writing, f"The Foreign Ministry of {side} declined to comment.")
    body = f"Foreign Ministry of {side}"
    _name(writing, span, body, "body", body, side)
    holder = Holder(body, "body", side)
    _assert(writing, Assertion(span, span, "", (holder,), "no_comment", None, "first"))


# --- the finished report ----------------------------------------------------------------------------------------------


def _finished(writing: Writing, number: str, published: date) -> Findings:
    identity = sha256(f"{writing.text}|{writing.outlet}|{number}".encode()).hexdigest()[:12]
    dated = writing.random.random() < 0.85
    document = Document(
        identity, f"{identity[:6]}_{number}.txt", writing.text, outlet=writing.outlet,
        published=When(published, published, str(published)) if dated else None,
    )  # fmt: skip
    found = Findings(
        document=document, basis="relays" if writing.lead is not None else "unattributed", origins=(),
        citations=tuple(writing.citations), events=tuple(writing.events), assertions=tuple(writing.assertions),
        names=tuple(writing.names), sentences=tuple(Span("", *ends) for ends in writing.sentences),
        lead=writing.lead, positions=tuple(writing.positions),
    )  # fmt: skip
    return _of(found, identity)


def _of(found: Findings, identity: str, outlet: str | None = None) -> Findings:
    """The findings with every span in this document, and another outlet at the end of the holders where given."""

    def at(span: Span) -> Span:
        return Span(identity, span.start, span.end)

    def stated(a: Assertion) -> Assertion:
        holders = (*a.holders[:-1], Holder(outlet, "outlet")) if outlet is not None else a.holders
        return replace(a, sentence=at(a.sentence), content=at(a.content), holders=holders)

    return replace(
        found,
        citations=tuple(replace(c, sentence=at(c.sentence)) for c in found.citations),
        events=tuple(replace(e, sentence=at(e.sentence), trigger=at(e.trigger)) for e in found.events),
        assertions=tuple(map(stated, found.assertions)),
        names=tuple(replace(n, span=at(n.span)) for n in found.names),
        sentences=tuple(map(at, found.sentences)),
        positions=tuple(replace(p, assertion=stated(p.assertion)) for p in found.positions),
    )


def _copied(chance: random.Random, found: Findings, number: str, published: date, outlet: str | None) -> Findings:
    """The same text under another outlet; in half of all cases with a sentence of its own at the end."""
    text = found.document.text
    sentences = found.sentences
    if chance.random() < 0.5:
        own = f"{_own_words(chance)}."
        sentences = (*sentences, Span("", len(text) + 1, len(text) + 1 + len(own)))
        text = f"{text} {own}"
    identity = sha256(f"{text}|{outlet}|{number}".encode()).hexdigest()[:12]
    before = found.document.published
    published = max(published, before.earliest or published) if before is not None else published
    document = replace(
        found.document, id=identity, file=f"{identity[:6]}_{number}.txt", text=text, outlet=outlet,
        published=When(published, published, str(published)),
    )  # fmt: skip
    return _of(replace(found, document=document, sentences=sentences), identity, outlet or "(unnamed outlet)")

"""A pile held in memory, linked document by document: one more, or one less, re-links only what it touches.

Each part keeps what it needs by document and by block, and answers a change with what changed for others:

    register (whose names are whose), traces (who has it from whom)
        -> each document as the pile reads it -> events -> comments -> claims, statements, channels, positions

Documents have numbers of their own here, in the order in which they came; `groups` lays all out in the order of the
pile, by file.
"""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from secondsource.link.actors import with_actors
from secondsource.link.agencies import with_owner
from secondsource.link.channels import Calendar, channels_of, note_meetings
from secondsource.link.claims import (
    Row,
    Statement,
    about_which,
    claims_of_event,
    loose_comments,
    names_asked,
    new_statements,
    rows_of,
    silences_of,
    statement_item,
    statement_of,
)
from secondsource.link.events import Telling, close, members_of, new_grouping, tellings_of
from secondsource.link.evidence import Context
from secondsource.link.greedy import Group, Grouping, Item, Rank, regroup
from secondsource.link.lineage import Lineage, Traced, Traces, lineage_of, trace
from secondsource.link.positions import Ledger, note_positions, owned_positions, positions_of, read_positions
from secondsource.link.register import Register, View, enter, forget_questions
from secondsource.model import ClaimGroup, EventGroup, Findings, Groups, Position, PositionGroup, Testimony

Tellings = Group[Telling]
Statements = Group[Statement]
# A statement by its document and its place among the document's assertions.
Told = tuple[int, int]


@dataclass(slots=True)
class Saying:
    """The statements of a pile: those grouped, and those about nobody who takes part in an event, by what they name.

    `leans` has the statements that count only because a name is known, under that name.
    """

    grouping: Grouping[Statement, Any] = field(default_factory=new_statements)
    items: dict[Told, Item[Statement]] = field(default_factory=dict)
    waits: dict[str, set[Told]] = field(default_factory=lambda: defaultdict(set))
    leans: dict[str, set[Told]] = field(default_factory=lambda: defaultdict(set))
    names: dict[Told, frozenset[str]] = field(default_factory=dict)
    on: dict[Told, str] = field(default_factory=dict)
    of_document: dict[int, list[Told]] = field(default_factory=dict)


@dataclass(slots=True)
class Index:
    """All that is kept of a pile. Made empty; changed by `added` and `removed` only.

    `raw` has the documents as they came, `read` under the pile's names, `found` under their agencies too. `known`
    counts the events in which each name takes part.
    """

    numbers: dict[Rank, int] = field(default_factory=dict)
    places: dict[int, Rank] = field(default_factory=dict)
    count: int = 0
    raw: dict[int, Findings] = field(default_factory=dict)
    read: dict[int, tuple[Findings, tuple[Position, ...]]] = field(default_factory=dict)
    found: dict[int, Findings] = field(default_factory=dict)
    days: dict[int, date] = field(default_factory=dict)
    register: Register = field(default_factory=Register)
    traces: Traces = field(default_factory=Traces)
    tellings: Grouping[Telling, Any] = field(default_factory=new_grouping)
    items: dict[int, list[Item[Telling]]] = field(default_factory=dict)
    events: dict[Tellings, EventGroup] = field(default_factory=dict)
    known: Counter[str] = field(default_factory=Counter)
    rows: dict[int, dict[int, Row]] = field(default_factory=dict)
    comments: dict[int, list[tuple[Row, Tellings | None]]] = field(default_factory=dict)
    commented: dict[Tellings, set[int]] = field(default_factory=lambda: defaultdict(set))
    claims: dict[Tellings, tuple[ClaimGroup, ...]] = field(default_factory=dict)
    saying: Saying = field(default_factory=Saying)
    statements: dict[Statements, ClaimGroup] = field(default_factory=dict)
    silences: dict[int, tuple[ClaimGroup, ...]] = field(default_factory=dict)
    calendar: Calendar = field(default_factory=Calendar)
    ledger: Ledger = field(default_factory=Ledger)
    context: Context = field(init=False)

    def __post_init__(self) -> None:
        traces = self.traces
        lineage = Lineage((), traces.echoes, {}, (), traces.owed, traces.shown, traces.notices.meant)
        self.context = Context(self.found, lineage, self.places)
        self.calendar.place = self.places.__getitem__


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change of the pile came to: the events and claims that are new or other than before, and the ids gone."""

    events: tuple[EventGroup, ...]
    claims: tuple[ClaimGroup, ...]
    gone: frozenset[str]


def added(index: Index, findings: Iterable[Findings]) -> Changed:
    """Take documents in. The outcome is that of all documents at once, in whatever order they come."""
    new: dict[int, Findings] = {}
    for found in findings:
        copy = 0
        while (place := (found.document.file, found.document.id, copy)) in index.numbers:
            copy += 1  # the same file once more
        index.numbers[place] = index.count
        index.places[index.count] = place
        new[index.count] = found
        index.count += 1
    with _uncollected():
        return _change(index, new, [])


def removed(index: Index, documents: Iterable[tuple[str, str]]) -> Changed:
    """Take documents out, given by file and id; the outcome is that of a pile that never had them.

    Raises KeyError for one that is not there.
    """
    with _uncollected():
        return _change(index, {}, [_last_copy(index, *document) for document in documents])


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for dead cycles: a change leaves none, and each search goes through the whole pile."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _last_copy(index: Index, file: str, identity: str) -> int:
    copy = 0
    while (file, identity, copy + 1) in index.numbers:
        copy += 1
    return index.numbers.pop((file, identity, copy))


def _change(index: Index, new: Mapping[int, Findings], gone: list[int]) -> Changed:
    restated, traced = _read(index, new, gone)
    weighed = _Weighed(restated | traced.owed | traced.withdrawn, traced.echoes)
    groups = _regroup(index, restated, gone)
    ids = _Ids()
    flipped = _close(index, groups, ids)
    claimed = _claim(index, groups, restated, weighed, gone, ids)
    stated = _state(index, restated, weighed, gone, flipped, ids)
    silenced = restated | traced.owed
    for document in [*gone, *silenced]:
        ids.before.update(c.id for c in index.silences.pop(document, ()))
    for document in silenced:
        if silences := tuple(silences_of(document, index.context)):
            index.silences[document] = silences
    note_meetings(index.calendar, {g: index.events.get(g) for g in groups}, max(index.days.values(), default=None))
    for document in gone:
        del index.places[document]
    claims = [c for g in claimed for c in index.claims[g]] + [index.statements[g] for g in stated]
    claims += [c for d in silenced for c in index.silences.get(d, ())]
    events = tuple(index.events[g] for g in groups if g in index.events)
    return Changed(events, tuple(claims), frozenset(ids.before - {c.id for c in claims} - {e.id for e in events}))


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What is to be weighed anew: documents, and single sentences of others, by where they start."""

    documents: set[int]
    sentences: Mapping[int, frozenset[int]]

    def __iter__(self) -> Iterator[int]:
        return iter(self.documents | self.sentences.keys())

    def has(self, row: Row) -> bool:
        return row.document in self.documents or row.assertion.sentence.start in self.sentences.get(row.document, ())


@dataclass(slots=True)
class _Ids:
    """The ids of what was looked at again, as they were before."""

    before: set[str] = field(default_factory=set)


def _read(index: Index, new: Mapping[int, Findings], gone: list[int]) -> tuple[set[int], Traced]:
    """Read what came, and again what the pile now reads otherwise; give the documents that say something else."""
    entered = {d: (index.places[d], found) for d, found in new.items()}
    again = enter(index.register, entered, gone)
    traced = trace(index.traces, entered, gone)
    index.raw.update(new)
    for document in gone:
        for kept in (index.raw, index.read, index.found, index.days):
            kept.pop(document, None)
    for document, found in new.items():
        published = found.document.published
        if published is not None and published.latest is not None:
            index.days[document] = published.latest
    for document in again:
        forget_questions(index.register, document)
        view, raw = View(index.register, document), index.raw[document]
        index.read[document] = with_actors(raw, view), read_positions(raw, view)
    restated: set[int] = set()
    positions: dict[int, tuple[Position, ...]] = {}
    for document in again | traced.owed:
        read, told = index.read[document]
        owed, shown = index.traces.owed.get(document), index.traces.shown.get(document)
        found = with_owner(read, owed, shown)
        told = owned_positions(found, told, owed, shown)
        if document in new or told != index.ledger.read.get(document, ()):
            positions[document] = told
        if found != index.found.get(document):
            index.found[document] = found
            restated.add(document)
    note_positions(
        index.ledger, index.context, positions, gone, restated | traced.owed | traced.withdrawn | traced.echoes.keys()
    )
    return restated, traced


def _regroup(index: Index, restated: set[int], gone: list[int]) -> set[Tellings]:
    """Group the events of the documents that say something else; give the groups that changed."""
    old: list[Item[Telling]] = []
    new: list[Item[Telling]] = []
    for document in gone:
        old += index.items.pop(document)
    for document in restated:
        items = tellings_of(document, index.places[document], index.found[document])
        before = index.items.get(document, [])
        if [item.what for item in items] != [item.what for item in before]:
            old += before
            new += items
            index.items[document] = items
        elif document not in index.items:
            index.items[document] = items
    return regroup(index.tellings, new, old)


def _close(index: Index, groups: set[Tellings], ids: _Ids) -> set[str]:
    """Lay out the events that changed; give the names that take part in events now and did not, or no more."""
    known: dict[str, bool] = {}
    for group in groups:
        old = index.events.pop(group, None)
        new = close(members_of(group), index.found) if group.members else None
        if old is not None:
            ids.before.add(old.id)
            _count(index.known, old, -1, known)
        if new is not None:
            index.events[group] = new
            _count(index.known, new, 1, known)
    return {name for name, before in known.items() if before != (name in index.known)}


def _count(known: Counter[str], event: EventGroup, by: int, before: dict[str, bool]) -> None:
    for name in {n for p in event.participants for n in (p.name, p.side) if n}:
        before.setdefault(name, name in known)
        known[name] += by
        if not known[name]:
            del known[name]


# --- claims of events -------------------------------------------------------------------------------------------------


def _claim(
    index: Index, groups: set[Tellings], restated: set[int], weighed: _Weighed, gone: list[int], ids: _Ids
) -> set[Tellings]:
    """Lay out the claims of the events that changed, or on whose evidence something bears; give those events."""
    touched = {g for g in groups if g in index.events}
    for document in [*gone, *restated]:
        index.rows.pop(document, None)
        touched |= _hush(index, document)
    for document in restated:
        index.rows[document] = rows_of(document, index.found[document])
        if loose := loose_comments(document, index.found[document]):
            index.comments[document] = [(row, None) for row in loose]
    touched &= index.events.keys()
    commenting = {d for g in touched for d, _ in index.events[g].mentions if d in index.comments}
    for document in commenting | (restated & index.comments.keys()):
        touched |= _comment(index, document)
    touched |= {home for d in weighed for row, home in _told_in(index, d) if home is not None and weighed.has(row)}
    for group in groups - index.events.keys():
        ids.before.update(c.id for c in index.claims.pop(group, ()))
        index.commented.pop(group, None)
    touched &= index.events.keys()
    for group in touched:
        ids.before.update(c.id for c in index.claims.get(group, ()))
        event = index.events[group]
        rows = [row for d, e in event.mentions if (row := index.rows[d].get(e)) is not None]
        documents = sorted(index.commented.get(group, ()), key=index.places.__getitem__)
        comments = [row for d in documents for row, home in index.comments[d] if home is group]
        index.claims[group] = tuple(claims_of_event(event, rows, comments, index.context))
    return touched


def _told_in(index: Index, document: int) -> Iterator[tuple[Row, Tellings | None]]:
    """What bears on events in a document, with the event: its tellings and its loose comments."""
    rows = index.rows.get(document, {})
    for item in index.items.get(document, ()):
        if (row := rows.get(item.what.index)) is not None:
            yield row, item.home
    yield from index.comments.get(document, ())


def _hush(index: Index, document: int) -> set[Tellings]:
    """Forget the loose comments of a document; give the events that they were on."""
    homes = {home for _, home in index.comments.pop(document, ()) if home is not None}
    for home in homes:
        index.commented[home].discard(document)
    return homes


def _comment(index: Index, document: int) -> set[Tellings]:
    """Lay each loose comment of a document at an event of it; give the events that won or lost one."""
    homes = {id(index.events[g]): g for item in index.items[document] if (g := item.home) is not None}
    events = [index.events[g] for g in homes.values()]
    touched: set[Tellings] = set()
    now: list[tuple[Row, Tellings | None]] = []
    for row, before in index.comments[document]:
        event = about_which(row, events, index.context)
        home = homes[id(event)] if event is not None else None
        now.append((row, home))
        if home is not before:
            touched |= {g for g in (home, before) if g is not None}
    index.comments[document] = now
    said = {home for _, home in now if home is not None}
    for group in touched - said:
        index.commented[group].discard(document)
    for group in said:
        index.commented[group].add(document)
    return touched


# --- statements -------------------------------------------------------------------------------------------------------


def _state(
    index: Index, restated: set[int], weighed: _Weighed, gone: list[int], flipped: set[str], ids: _Ids
) -> set[Statements]:
    """Group the statements of the documents that say something else; give the clusters that changed."""
    saying = index.saying
    old: list[Item[Statement]] = []
    new: list[Item[Statement]] = []
    for document in [*gone, *restated]:
        for told in saying.of_document.pop(document, ()):
            _unsay(saying, told, old)
    for name in flipped:
        for told in tuple(saying.waits.get(name, ())) + tuple(saying.leans.get(name, ())):
            _weigh_anew(index, told, old, new)
    for document in restated:
        saying.of_document[document] = _enter(saying, document, index.found[document])
        for told in saying.of_document[document]:
            _weigh_anew(index, told, old, new)
    groups = regroup(saying.grouping, new, old)
    touched = {g for g in groups if g.members}
    for told in (told for document in weighed for told in saying.of_document.get(document, ())):
        item = saying.items.get(told)
        if item is not None and item.home is not None and weighed.has(item.what.row):
            touched.add(item.home)
    return _lay_out(index, groups | touched, ids) & touched


def _lay_out(index: Index, clusters: set[Statements], ids: _Ids) -> set[Statements]:
    """Lay out the claims of clusters of statements; give those that are not empty."""
    for group in clusters:
        if (before := index.statements.pop(group, None)) is not None:
            ids.before.add(before.id)
    full = {group for group in clusters if group.members}
    for group in full:
        index.statements[group] = statement_of([member.what.row for member in group.members], index.context)
    return full


def _enter(saying: Saying, document: int, found: Findings) -> list[Told]:
    """Note what may be statements of a document, each with the names of which one must be known."""
    told: list[Told] = []
    for number, assertion in enumerate(found.assertions):
        names = names_asked(assertion) if assertion.event is None else None
        if names is not None:
            saying.names[document, number] = names
            told.append((document, number))
    return told


def _unsay(saying: Saying, told: Told, old: list[Item[Statement]]) -> None:
    names = saying.names.pop(told)
    _forget(saying, told, names)
    item = saying.items.pop(told, None)
    if item is not None:
        old.append(item)


def _forget(saying: Saying, told: Told, names: frozenset[str]) -> None:
    """Take a statement out of those that wait for a name or lean on one."""
    name = saying.on.pop(told, None)
    if name is not None:
        _drop(saying.leans, name, told)
        return
    for name in names:
        _drop(saying.waits, name, told)


def _drop(those: dict[str, set[Told]], name: str, told: Told) -> None:
    if name in those:
        those[name].discard(told)
        if not those[name]:
            del those[name]


def _weigh_anew(index: Index, told: Told, old: list[Item[Statement]], new: list[Item[Statement]]) -> None:
    """Let a statement count where a name of it takes part in an event, and wait where none does."""
    saying = index.saying
    names = saying.names[told]
    _forget(saying, told, names)
    name = next((name for name in names if name in index.known), None)
    if name is not None:
        saying.leans[name].add(told)
        saying.on[told] = name
        if told not in saying.items:
            document, number = told
            row = Row(document, index.found[document].assertions[number])
            item = saying.items[told] = statement_item(row, (*index.places[document], number))
            new.append(item)
        return
    for name in names:
        saying.waits[name].add(told)
    item_before = saying.items.pop(told, None)
    if item_before is not None:
        old.append(item_before)


# --- the whole --------------------------------------------------------------------------------------------------------


def groups(index: Index) -> Groups:
    """The whole pile in the order of its files. This alone costs as much as there is of the pile."""
    documents = sorted(index.places, key=index.places.__getitem__)
    at = {document: position for position, document in enumerate(documents)}
    if any(document != position for document, position in at.items()):
        events = [replace(e, mentions=tuple((at[d], m) for d, m in e.mentions)) for e in index.events.values()]
    else:
        at, events = {}, list(index.events.values())
    order = sorted(range(len(events)), key=lambda i: events[i].mentions[0])
    by_event = [index.claims.get(group, ()) for group in index.events]
    claims = [c for i in order for c in by_event[i]]
    claims += [index.statements[g] for g in sorted(index.statements, key=lambda g: g.members[0].rank)]
    claims += [c for d in documents for c in index.silences.get(d, ())]
    return Groups(
        tuple(index.found[d] for d in documents),
        tuple(events[i] for i in order),
        tuple(_claim_at(c, at) for c in {c.id: c for c in claims}.values()),
        lineage_of(index.traces).edges,
        channels_of(index.calendar),
        tuple(_position_at(p, at) for p in positions_of(index.ledger)),
    )


def _claim_at(claim: ClaimGroup, at: Mapping[int, int]) -> ClaimGroup:
    return replace(claim, testimony=_testimony_at(claim.testimony, at)) if at else claim


def _position_at(position: PositionGroup, at: Mapping[int, int]) -> PositionGroup:
    return replace(position, testimony=_testimony_at(position.testimony, at)) if at else position


def _testimony_at(testimony: tuple[Testimony, ...], at: Mapping[int, int]) -> tuple[Testimony, ...]:
    return tuple(replace(t, document=at[t.document]) for t in testimony)

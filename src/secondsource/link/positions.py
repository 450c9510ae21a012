"""The ledger of positions: one row for a party, a stance and an issue, with every sentence that shows it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeAlias

from secondsource.link.actors import Names, with_actors
from secondsource.link.agencies import Owed, with_owner
from secondsource.link.evidence import About, Context, Rank, evidence_of
from secondsource.link.likeness import days
from secondsource.model import Findings, Position, PositionGroup, Span, Testimony, When
from secondsource.words.stems import stems_of
from secondsource.words.synonyms import plain_words

# Share of the shorter issue's words that two issues of one party must have in common to be one.
SAME_ISSUE = 0.6
_LEAST_SHARED = 2
_POSTINGS = 50  # a word in more issues of one party than this finds nothing
_LABEL = 100  # characters of an issue as a row is called
_HISTORY = timedelta(days=366)
_PLAIN = About(None, frozenset(), frozenset())


@dataclass(slots=True)
class _Row:
    """One party's stance on one issue as it grows: the words of each telling, and who told it where."""

    words: dict[frozenset[str], None] = field(default_factory=dict)
    every: set[str] = field(default_factory=set)
    told: list[tuple[int, Position]] = field(default_factory=list)


Kind: TypeAlias = "tuple[str, str]"


@dataclass(slots=True)
class _Laid:
    """The rows of one party and stance, where each word stands in them, and the groups made of them.

    It grows at its end only: `last` is the place of the last of its `documents` in the pile.
    """

    rows: list[_Row] = field(default_factory=list)
    postings: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    groups: list[PositionGroup] = field(default_factory=list)
    documents: set[int] = field(default_factory=set)
    last: Rank | None = None


@dataclass(slots=True)
class Ledger:
    """The positions of each document under the pile's names, and the rows of each party and stance.

    `told` has the documents of a party and stance; `days` the dated documents' first days, by which `first`, the
    earliest, is known; `undated` the documents whose positions hang on it.
    """

    read: dict[int, tuple[Position, ...]] = field(default_factory=dict)
    told: dict[Kind, set[int]] = field(default_factory=lambda: defaultdict(set))
    rows: dict[Kind, _Laid] = field(default_factory=dict)
    days: dict[int, date] = field(default_factory=dict)
    undated: set[int] = field(default_factory=set)
    first: date | None = None


def note_positions(
    ledger: Ledger,
    context: Context,
    read: Mapping[int, tuple[Position, ...]],
    gone: Iterable[int],
    others: Iterable[int],
) -> set[Kind]:
    """Take documents' positions in, `gone` ones out; give the parties and stances of which a row may have changed.

    `others` are documents in which something changed that weighs on their evidence.
    """
    first, lost = ledger.first, False
    touched: set[Kind] = set()
    anew: set[Kind] = set()  # of which a row may have lost something
    for document in gone:
        anew |= _take_out(ledger, document)
        lost |= ledger.days.pop(document, None) == first
        ledger.undated.discard(document)
    for document, positions in read.items():
        anew |= _take_out(ledger, document)
        found = context.findings[document]
        published = found.document.published
        if published is not None and published.earliest is not None and published.latest is not None:
            ledger.days[document] = published.earliest
        elif any(p.when is not None for p in positions):
            ledger.undated.add(document)
        if positions:
            ledger.read[document] = positions
            for position in positions:
                ledger.told[position.party, position.stance].add(document)
                touched.add((position.party, position.stance))
    if not lost:
        known = [ledger.days[document] for document in read if document in ledger.days]
        ledger.first = min([*known, *((first,) if first is not None else ())], default=None)
    else:
        ledger.first = min(ledger.days.values(), default=None)
    if ledger.first != first:
        anew |= {(p.party, p.stance) for document in ledger.undated for p in ledger.read.get(document, ())}
    changed = set(others)
    touched |= anew | {(p.party, p.stance) for document in changed for p in ledger.read.get(document, ())}
    for kind in touched:
        if kind in anew:
            ledger.rows.pop(kind, None)
        laid = _lay(ledger, kind, changed, context)
        if laid.groups:
            ledger.rows[kind] = laid
    return touched


def _take_out(ledger: Ledger, document: int) -> set[Kind]:
    kinds: set[Kind] = {(p.party, p.stance) for p in ledger.read.pop(document, ())}
    for kind in kinds:
        ledger.told[kind].discard(document)
        if not ledger.told[kind]:
            del ledger.told[kind]
    return kinds


def positions_of(ledger: Ledger) -> tuple[PositionGroup, ...]:
    """The positions of a pile, by party and stance, in the order in which the pile tells them."""
    return tuple(group for kind in sorted(ledger.rows) for group in ledger.rows[kind].groups)


def _lay(ledger: Ledger, kind: Kind, changed: set[int], context: Context) -> _Laid:
    """The rows of one party and stance: those laid already with the new documents behind them, else all anew.

    Only rows that gained a telling, or one of whose documents is among the `changed`, are put together again.
    """
    laid = ledger.rows.get(kind, _Laid())
    told = ledger.told.get(kind, set())
    new = sorted(told - laid.documents, key=context.place)
    if new and laid.last is not None and context.place(new[0]) < laid.last:
        laid = _Laid()
        new = sorted(told, key=context.place)
    again = {at for at, row in enumerate(laid.rows) if any(document in changed for document, _ in row.told)}
    for document in new:
        for position in ledger.read[document]:
            past = _is_past(position.when, ledger.first, context.findings[document])
            if (position.party, position.stance) == kind and not past:
                again.add(_told(laid, document, position))
    laid.documents |= set(new)
    laid.last = context.place(new[-1]) if new else laid.last
    for at in sorted(again):
        laid.groups[at : at + 1] = [_group(laid.rows[at], context)]
    return laid


def _told(laid: _Laid, document: int, position: Position) -> int:
    """Add a telling to the row that it belongs to; give the row's place."""
    words = plain_words(stems_of(position.issue))
    at = _same(words, laid.rows, laid.postings)
    if at is None:
        at = len(laid.rows)
        laid.rows.append(_Row())
    row = laid.rows[at]
    for word in words - row.every:
        laid.postings[word].append(at)
    row.every |= words
    row.words[words] = None
    row.told.append((document, position))
    return at


def read_positions(found: Findings, names: Names) -> tuple[Position, ...]:
    """The positions of a document under the names of the pile."""
    if not found.positions:
        return ()
    told = with_actors(replace(found, events=(), assertions=tuple(p.assertion for p in found.positions)), names)
    return tuple(
        replace(position, party=_party(position.party, found, names), assertion=assertion)
        for position, assertion in zip(found.positions, told.assertions, strict=True)
    )


def owned_positions(
    found: Findings, positions: tuple[Position, ...], owed: Owed | None, shown: Span | None
) -> tuple[Position, ...]:
    """The positions of a document that is an agency's text, under the agency's name."""
    if not positions or owed is None:
        return positions
    told = with_owner(replace(found, assertions=tuple(p.assertion for p in positions)), owed, shown)
    return tuple(replace(p, assertion=a) for p, a in zip(positions, told.assertions, strict=True))


def _is_past(when: When | None, first: date | None, found: Findings) -> bool:
    if when is None or when.latest is None or first is None or found.basis == "reference":
        return False
    published = found.document.published
    undated = published is None or published.latest is None
    return undated and when.latest < first - _HISTORY


def _party(name: str, found: Findings, names: Names) -> str:
    """A party under its name in the pile; a person who elsewhere speaks for a side is that side."""
    identity = found.document.id
    person = names.named(identity, "person", name)
    if person is not None and person.side is not None:
        return person.side
    namesake = names.namesake(name)
    if namesake is not None and namesake.side is not None:
        return namesake.side
    body = names.named(identity, "body", name)
    if body is not None:
        return body.name
    return person.name if person is not None else name


def _same(words: frozenset[str], rows: Sequence[_Row], postings: Mapping[str, list[int]]) -> int | None:
    """The row that is about the same issue; of several the one with most words in common."""
    shared: Counter[int] = Counter()
    for word in words:
        found = postings.get(word, ())
        if len(found) <= _POSTINGS:
            shared.update(found)
    best = [(_likeness(words, rows[at]), -at) for at in shared]
    score, at = max(best, default=(0.0, 0))
    return -at if score >= SAME_ISSUE else None


def _likeness(words: frozenset[str], row: _Row) -> float:
    return 1.0 if words in row.words else max(_overlap(words, theirs) for theirs in row.words)


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the shorter issue's words in the longer; 0 where both give figures and none is the same."""
    common = len(a & b)
    if common < _LEAST_SHARED:
        return 0.0
    figures, theirs = _figures(a), _figures(b)
    return 0.0 if figures and theirs and not figures & theirs else common / min(len(a), len(b))


@lru_cache(maxsize=1 << 16)
def _figures(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[:1].isdigit())


def _group(row: _Row, context: Context) -> PositionGroup:
    first = row.told[0][1]
    issues = [p.issue for _, p in row.told]
    short = [i for i in issues if len(i) <= _LABEL]
    whens = [p.when for _, p in row.told if p.when is not None]
    return PositionGroup(
        party=first.party,
        issue=max(short, key=len) if short else min(issues, key=len),
        stance=first.stance,
        when=min(whens, key=days, default=None),
        testimony=_testimony(row.told, context),
    )


def _testimony(told: Sequence[tuple[int, Position]], context: Context) -> tuple[Testimony, ...]:
    """Who says so, each sentence once; a copy, or a second word of one origin, adds little or nothing."""
    found: dict[tuple[int, int], Testimony] = {}
    origins: set[str] = set()
    documents = {document for document, _ in told}
    for document, position in told:
        assertion = position.assertion
        if (document, assertion.sentence.start) in found:
            continue
        evidence = evidence_of(len(found), document, assertion, 1, context, _PLAIN)
        copied = context.lineage.echoes.get((document, assertion.sentence.start))
        if evidence.origin in origins:
            evidence = replace(evidence, q=0.0, echo=f"{evidence.origin} has said so already")
        elif copied is not None and copied.document in documents:
            evidence = replace(evidence, q=min(evidence.q, 1.0 - copied.p), echo="repeats another report")
        origins.add(evidence.origin)
        found[document, assertion.sentence.start] = Testimony(document, assertion, 1, evidence)
    return tuple(found.values())

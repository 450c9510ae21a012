"""The ledger of positions: one row for a party, a stance and an issue, with every sentence that shows it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from secondsource.link.actors import Actors, with_actors
from secondsource.link.agencies import with_owner
from secondsource.link.evidence import About, Context, evidence_of
from secondsource.link.likeness import days
from secondsource.model import Actor, Findings, Position, PositionGroup, Testimony, When
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

    words: list[frozenset[str]] = field(default_factory=list)
    told: list[tuple[int, Position]] = field(default_factory=list)


def find_positions(context: Context, actors: Actors) -> tuple[PositionGroup, ...]:
    """The positions of a pile, by party and stance, in the order in which the pile tells them."""
    rows: dict[tuple[str, str], list[_Row]] = defaultdict(list)
    postings: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for document, position in _told(context, actors):
        kind = (position.party, position.stance)
        words = plain_words(stems_of(position.issue))
        at = _same(words, rows[kind], kind, postings)
        if at is None:
            at = len(rows[kind])
            rows[kind].append(_Row())
        row = rows[kind][at]
        for word in words - frozenset().union(*row.words):
            postings[(*kind, word)].append(at)
        row.words.append(words)
        row.told.append((document, position))
    return tuple(_group(row, context) for _, found in sorted(rows.items()) for row in found)


def _told(context: Context, actors: Actors) -> Iterator[tuple[int, Position]]:
    """Every position with its document, under the names of the pile; what is history to the whole pile is left out."""
    spans = [f.document.published for f in context.findings if f.document.published is not None]
    first = min((w.earliest for w in spans if w.earliest is not None and w.latest is not None), default=None)
    for document, found in enumerate(context.findings):
        if not found.positions:
            continue
        told = replace(found, events=(), assertions=tuple(p.assertion for p in found.positions))
        lineage = context.lineage
        told = with_owner(with_actors(told, actors), lineage.owed.get(document), lineage.shown.get(document))
        for position, assertion in zip(found.positions, told.assertions, strict=True):
            if not _is_past(position.when, first, found):
                yield document, replace(position, party=_party(position.party, found, actors), assertion=assertion)


def _is_past(when: When | None, first: date | None, found: Findings) -> bool:
    if when is None or when.latest is None or first is None or found.basis == "reference":
        return False
    published = found.document.published
    undated = published is None or published.latest is None
    return undated and when.latest < first - _HISTORY


def _party(name: str, found: Findings, actors: Actors) -> str:
    """A party under its name in the pile; a person who elsewhere speaks for a side is that side."""
    identity = found.document.id
    person = actors.named(identity, "person", name)
    if person is not None and person.side is not None:
        return person.side
    namesake = _only_namesake(name, actors)
    if namesake is not None and namesake.side is not None:
        return namesake.side
    body = actors.named(identity, "body", name)
    if body is not None:
        return body.name
    return person.name if person is not None else name


def _only_namesake(name: str, actors: Actors) -> Actor | None:
    """The one person of the pile with a side who bears this surname."""
    found = [a for a in actors.all if a.kind == "person" and a.side and a.name.split()[-1] == name]
    return found[0] if len(found) == 1 else None


def _same(
    words: frozenset[str],
    rows: Sequence[_Row],
    kind: tuple[str, str],
    postings: Mapping[tuple[str, str, str], list[int]],
) -> int | None:
    """The row that is about the same issue; of several the one with most words in common."""
    shared: Counter[int] = Counter()
    for word in words:
        found = postings.get((*kind, word), ())
        if len(found) <= _POSTINGS:
            shared.update(found)
    best = [(_likeness(words, rows[at]), -at) for at in shared]
    score, at = max(best, default=(0.0, 0))
    return -at if score >= SAME_ISSUE else None


def _likeness(words: frozenset[str], row: _Row) -> float:
    return max(_overlap(words, theirs) for theirs in row.words)


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the shorter issue's words in the longer; 0 where both give figures and none is the same."""
    if a == b:
        return 1.0
    figures, theirs = ({w for w in words if w[:1].isdigit()} for words in (a, b))
    common = len(a & b)
    if common < _LEAST_SHARED or (figures and theirs and not figures & theirs):
        return 0.0
    return common / min(len(a), len(b))


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

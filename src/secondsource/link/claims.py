"""The same claim across the pile: that an event took place, that it was planned, and every other proposition.

Slots come first: an event's claims follow from its group. Statements are matched by their content words, and only with
the same numbers and the same polarity; on wording alone nothing is joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import pairwise
from sys import intern
from typing import Literal

from secondsource.link.evidence import About, Context, Rank, carrier, evidence_of
from secondsource.link.greedy import Grouping, Item, Rule
from secondsource.link.likeness import days, shown, sides
from secondsource.link.retractions import notice_in, with_withdrawals
from secondsource.model import Assertion, ClaimGroup, EventGroup, EventMention, Findings, Span, Testimony
from secondsource.words.synonyms import plain_words

# Share of the shorter statement's content words that two statements must have in common to be one claim.
SAME_STATEMENT = 0.7
# ... and that a statement and its opposite must: a negation beside like words is mostly about something else.
OPPOSITE = 0.85
_LEAST_SHARED = 4
# A word of more clusters of statements than this finds nothing; two words together, or all, still may.
_MOST = 24
_PLAIN = About(None, frozenset(), frozenset())
Polarity = Literal[-1, 0, 1]


@dataclass(frozen=True, slots=True)
class Row:
    """One assertion of the pile: the document's position and the assertion."""

    document: int
    assertion: Assertion


def rows_of(document: int, found: Findings) -> dict[int, Row]:
    """The assertion of a document that puts each of its events forward, by the event's number."""
    return {a.event: Row(document, a) for a in found.assertions if a.event is not None}


def silences_of(document: int, context: Context) -> Iterator[ClaimGroup]:
    """That somebody would not say: the document's own statement, beside its place as neutral on the matter itself."""
    found = context.findings[document]
    for assertion in found.assertions:
        if assertion.stance != "no_comment":
            continue
        text = found.document.text[assertion.sentence.start : assertion.sentence.end]
        evidence = evidence_of(0, document, assertion, 1, context, _PLAIN)
        yield ClaimGroup(
            id=_identity("silence", found.document.id, str(assertion.sentence.start)),
            text=" ".join(text.split()),
            event=None,
            modality="statement",
            testimony=(Testimony(document, assertion, 1, evidence),),
            key=assertion.key,
        )


# --- claims of an event -----------------------------------------------------------------------------------------------


def claims_of_event(
    event: EventGroup, rows: Sequence[Row], comments: Sequence[Row], context: Context
) -> Iterator[ClaimGroup]:
    """The claims that follow from an event, by the assertions that tell of it and the loose comments that mean it."""
    about = about_event(event)
    rows = [r for r in rows if not _is_commentary(r, event, context)]
    planned = [r for r in rows if _status(r, context) == "planned"]
    told = [r for r in rows if _status(r, context) != "planned"]
    occurred_id = _identity("occurred", event.id)
    if told:
        yield ClaimGroup(
            id=occurred_id,
            text=event.label,
            event=event.id,
            modality="occurred",
            testimony=testimony_of(_polarised(event, told, comments, context), about, context),
            sides=opposite_sides(event),
            act_of=_act_of(event),
        )
        yield from _slot_claims(event, told, about, context)
    if planned:
        pairs: list[tuple[Row, Polarity]] = [(r, 0 if r.assertion.stance == "no_comment" else 1) for r in planned]
        pairs += [(r, -1) for r in told if _status(r, context) == "did_not_occur"]
        pairs += [(c, 0) for c in comments] if not told else []
        yield ClaimGroup(
            id=_identity("planned", event.id),
            text=_planned_text(event, planned, context),
            event=event.id,
            modality="planned",
            testimony=testimony_of(pairs, about, context),
            sides=opposite_sides(event),
            act_of=_act_of(event),
            realised_by=occurred_id if told and event.status == "occurred" else None,
        )


def _is_commentary(row: Row, event: EventGroup, context: Context) -> bool:
    """Whether somebody who took no part only speaks of an event as known: no evidence that it took place.

    A party that speaks of its own meeting as held attests it; an analyst, a foreign leader or a newspaper does not.
    """
    mention = _mention(row, context)
    known = mention.definite or row.assertion.presupposed
    if not known or mention.place is not None or row.assertion.stance in ("no_comment", "denies"):
        return False
    if row.assertion.stance == "hedges" and mention.status == "occurred":
        return True
    speaker = row.assertion.holders[0]
    return len(row.assertion.holders) > 1 and (speaker.side or speaker.name) not in sides(event.participants)


def _status(row: Row, context: Context) -> str:
    index = row.assertion.event
    return context.findings[row.document].events[index].status if index is not None else ""


def _polarised(
    event: EventGroup, told: Sequence[Row], comments: Sequence[Row], context: Context
) -> list[tuple[Row, Polarity]]:
    """Each telling for or against the event's claim; of an event that did not occur, the claim is that it did not."""
    off = event.status == "did_not_occur"
    pairs: list[tuple[Row, Polarity]] = []
    for row in told:
        if row.assertion.stance == "no_comment" or _is_of_a_value(row, context):
            pairs.append((row, 0))
        else:
            against = _status(row, context) in ("denied", "did_not_occur")
            pairs.append((row, 1 if against == off else -1))
    if any(polarity == -1 for _, polarity in pairs):
        pairs = [
            (row, 0 if polarity == 1 and _names_no_doer(row, event, context) else polarity) for row, polarity in pairs
        ]
    return pairs + [(row, -1 if row.assertion.stance == "denies" else 0) for row in comments]


def _is_of_a_value(row: Row, context: Context) -> bool:
    """Whether a row only puts right one value of what its publisher reported."""
    notice = notice_in(row.document, row.assertion, context)
    return notice is not None and notice.part


def _names_no_doer(row: Row, event: EventGroup, context: Context) -> bool:
    """Whether a telling leaves open who did it, or makes it mutual: it takes no side where the deed is denied."""
    mentions = [context.findings[d].events[e] for d, e in event.mentions]
    deed = next((m for m in mentions if m.label == event.label), mentions[0])  # as the claim itself words it
    doers = {p.side for p in deed.participants if p.role == "actor" and p.side}
    if not doers:
        return False
    said = _mention(row, context).participants
    return not any(p.role == "actor" and p.side in doers for p in said) or all(p.role == "party" for p in said)


def _planned_text(event: EventGroup, planned: Sequence[Row], context: Context) -> str:
    row = planned[0]
    index = row.assertion.event
    return context.findings[row.document].events[index].label if index is not None else event.label


def about_event(event: EventGroup) -> About:
    """Who acts and who is acted on, for the weighing of a party's interest."""
    actors = frozenset(p.side or p.name for p in event.participants if p.role != "recipient")
    others = frozenset(p.side or p.name for p in event.participants if p.role == "recipient")
    return About(event.type, actors, others - actors)


def opposite_sides(event: EventGroup) -> tuple[frozenset[str], ...]:
    """The parties on opposite sides of an event: each party to a meeting, or who acts and who is acted on."""
    if event.type in ("CONSULT", "COOPERATE", "AGREE") and not any(p.role == "recipient" for p in event.participants):
        return tuple(frozenset({s}) for s in sorted(sides(event.participants)))
    about = about_event(event)
    return tuple(s for s in (about.actors, about.others) if s)


def _act_of(event: EventGroup) -> str | None:
    actors = sorted({p.side or p.name for p in event.participants if p.role == "actor"})
    return actors[0] if len(actors) == 1 else None


def _slot_claims(event: EventGroup, told: Sequence[Row], about: About, context: Context) -> Iterator[ClaimGroup]:
    """A claim for each day and place that some tellings of an event give and others do not."""
    positive = [r for r in told if _status(r, context) in ("occurred", "alleged")]
    values = _values_told(positive, context)
    corrected = _values_put_right(told, context)
    for (slot, value), rows in sorted(values.items()):
        put_right = corrected.get((slot, value), [])
        shared = len(rows) == len(positive) or len(positive) < 2
        if (shared and not put_right) or any(s == slot and _within(v, value) for s, v in values):
            continue
        holding = {id(r) for r in rows}
        clashing = [
            r
            for (s, v), others in values.items()
            if s == slot and v != value and _excludes(slot, v, value)
            for r in others
            if id(r) not in holding
        ]
        pairs: list[tuple[Row, Polarity]] = [(r, 1) for r in rows] + [(r, -1) for r in (*clashing, *put_right)]
        said = _counted(value, _mention(rows[0], context)) if slot == "number" else value
        yield ClaimGroup(
            id=_identity(slot, event.id, value),
            text=_slot_text(event, slot, said),
            event=event.id,
            modality="occurred",
            testimony=testimony_of(pairs, about, context),
            sides=opposite_sides(event),
            slot=slot,
            value=said,
        )


def _values_put_right(told: Sequence[Row], context: Context) -> dict[tuple[str, str], list[Row]]:
    """Who takes back each day, town and number, by the slot and the value."""
    values: dict[tuple[str, str], list[Row]] = {}
    for row in told:
        notice = notice_in(row.document, row.assertion, context)
        if notice is not None and notice.part:
            for (slot, value), rows in _values_told([row], context).items():
                if slot in notice.slots:
                    values.setdefault((slot, value), []).extend(rows)
    return values


def _values_told(rows: Iterable[Row], context: Context) -> dict[tuple[str, str], list[Row]]:
    """Who tells each day, town and number, by the slot and the value."""
    values: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        mention = _mention(row, context)
        if mention.when is not None and days(mention.when) <= 62:
            values[("date", shown(mention.when))].append(row)
        if mention.place is not None and mention.place.precision in ("city", "site"):
            values[("place", mention.place.name)].append(row)
        for figure in mention.figures:
            values[("number", f"{figure.value:g} {figure.unit}")].append(row)
    return values


def _within(inner: str, outer: str) -> bool:
    """Whether one shown interval lies inside another, wider one: the wider says nothing of its own."""
    a, b = inner.split(" to "), outer.split(" to ")
    return inner != outer and len(b) == 2 and b[0] <= a[0] and a[-1] <= b[1] and a[0][:1].isdigit() and len(a[0]) == 10


def _excludes(slot: str, one: str, other: str) -> bool:
    """Whether two values of a slot cannot both hold: numbers of one unit, days that do not meet."""
    if slot == "number":
        return one.split(" ", 1)[-1] == other.split(" ", 1)[-1]
    if slot == "date":
        ends = [v.split(" to ") for v in (one, other)]
        return not (ends[0][0] <= ends[1][-1] and ends[1][0] <= ends[0][-1])
    return False


def _counted(value: str, mention: EventMention) -> str:
    """A number with its noun as the report has it: "12 soldiers" for "12 soldier"."""
    number, _, unit = value.partition(" ")
    figures = (f for f in mention.figures if (f"{f.value:g}", f.unit) == (number, unit))
    return next((f"{number} {f.said.split()[-1]}" for f in figures if f.said.split()), value)


def _slot_text(event: EventGroup, slot: str, value: str) -> str:
    if slot == "date":
        return f"{event.label}: on {value}"
    if slot == "place":
        return f"{event.label}: in {value}"
    return f"{event.label}: {value}"


def _mention(row: Row, context: Context) -> EventMention:
    return context.findings[row.document].events[row.assertion.event or 0]


# --- comments on an event that name it only loosely -------------------------------------------------------------------


def loose_comments(document: int, found: Findings) -> list[Row]:
    """No-comments and bare denials ("dismissed the report") that tell of no event themselves."""
    return [
        Row(document, a)
        for a in found.assertions
        if a.event is None and (a.stance == "no_comment" or (a.stance == "denies" and _is_bare(a)))
    ]


_REPORTS = frozenset(
    "report claim allegation accusation story rumour rumor suggestion speculation charge assertion account".split()
)


def _is_bare(assertion: Assertion) -> bool:
    """A denial of a report as such, without a proposition of its own."""
    return len(assertion.key) <= 3 and bool(assertion.key & _REPORTS)


def about_which(comment: Row, homes: Iterable[EventGroup], context: Context) -> EventGroup | None:
    """The event of its document that a loose comment means: its holder's own, most told of, first told of."""
    assertion, found = comment.assertion, context.findings[comment.document]
    speaker = {h.side or h.name for h in assertion.holders[:-1]}
    named = {n.side or n.name for n in found.names if assertion.sentence.start <= n.span.start < assertion.sentence.end}

    def rank(event: EventGroup) -> tuple[int, int, int, Rank, int]:
        count = sum(document == comment.document for document, _ in event.mentions)
        own = sides(event.participants)
        first, number = event.mentions[0]
        shared = len(assertion.key & event.words)
        return (-shared, -len(own & (speaker | named)), -count, context.place(first), number)

    return min(homes, key=rank, default=None)


# --- statements -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Statement:
    """An assertion with what is compared of it."""

    row: Row
    sentence: Span
    words: frozenset[str]
    figures: frozenset[tuple[float, str]]
    turned: bool
    subject: str | None


@dataclass(slots=True)
class _Cluster:
    """The statement that began a cluster, and every sentence in it."""

    first: Statement
    sentences: set[Span]


def new_statements() -> Grouping[Statement, _Cluster]:
    """A grouping of statements with nothing in it."""
    return Grouping(Rule(_sameness, _grown, SAME_STATEMENT, leans=True, most=_MOST, may=_may_be_one))


def statement_item(row: Row, rank: Rank) -> Item[Statement]:
    """A statement to be grouped, under its words, its words by twos and all of them together."""
    assertion = row.assertion
    figures = frozenset((f.value, f.unit) for f in assertion.figures)
    plain = plain_words(assertion.key)
    statement = Statement(row, assertion.sentence, plain, figures, turned(assertion), assertion.subject)
    words = sorted(assertion.key)
    pairs = [f"{a} {b}" for a, b in pairwise(words)] if len(words) > 2 else []
    said = map(intern, (*words, *pairs, " ".join(words)))  # most stand in many statements: one of each is kept
    return Item(rank, (*said, assertion.sentence), statement)


def names_asked(assertion: Assertion) -> frozenset[str] | None:
    """The names of which one must take part in an event for an assertion to be a statement; None where it is none."""
    if assertion.stance in ("no_comment", "supposes") or (assertion.stance == "denies" and _is_bare(assertion)):
        return None
    if len(assertion.key) < 2:
        return None
    holder = assertion.holders[0]
    return assertion.key | {name for name in (holder.name, holder.side, assertion.subject) if name}


def _sameness(one: Statement, cluster: _Cluster) -> float:
    """How sure it is that a statement is a cluster's claim; what somebody says and that he says it are one report."""
    return 0.0 if one.sentence in cluster.sentences else _likeness(one, cluster.first)


def _may_be_one(one: Statement, other: Statement) -> bool:
    return _likeness(one, other) > 0


def _likeness(one: Statement, other: Statement) -> float:
    """The share of the shorter statement's words that both have, 0 where they are not one claim."""
    shared = len(one.words & other.words)
    least = min(len(one.words), len(other.words))
    if shared < _LEAST_SHARED or shared < SAME_STATEMENT * least or one.figures != other.figures:
        return 0.0
    opposed = one.turned != other.turned
    if opposed and (other.subject != one.subject or shared < OPPOSITE * least):
        return 0.0
    return shared / least


def _grown(cluster: _Cluster | None, one: Statement) -> _Cluster:
    cluster = cluster or _Cluster(one, set())
    cluster.sentences.add(one.sentence)
    return cluster


def turned(assertion: Assertion) -> bool:
    """Whether an assertion says that its proposition is not so, by a denying holder or by its own negation."""
    return assertion.negated != (assertion.stance == "denies")


def _opposes(one: Assertion, first: Assertion) -> bool:
    """Whether an assertion turns another round; the same speaker in like words does not contradict himself."""
    return turned(one) != turned(first) and one.holders[0] != first.holders[0]


def statement_of(rows: Sequence[Row], context: Context) -> ClaimGroup:
    """One proposition; where one row denies what another asserts, the assertion is the claim, the denial against it."""
    plain = next((r for r in rows if not turned(r.assertion)), None)
    lead = plain or rows[0]
    first = lead.assertion
    denied = first.stance == "denies" and not first.negated
    pairs: list[tuple[Row, Polarity]] = [
        (r, -1 if (denied and r.assertion.stance == "denies") or _opposes(r.assertion, first) else 1) for r in rows
    ]
    speaker = first.holders[0] if len(first.holders) > 1 else None
    text = first.text
    if speaker is not None and not denied and speaker.name not in text:
        text = f"{speaker.name}: {text}"
    anchor = f"{context.findings[lead.document].document.id}|{first.sentence.start}|{first.content.start}"
    return ClaimGroup(
        id=_identity("statement", anchor),
        text=text,
        event=None,
        modality="statement",
        testimony=testimony_of(pairs, _PLAIN, context),
        key=frozenset(w for r in rows for w in r.assertion.key),
    )


# --- evidence within one claim ----------------------------------------------------------------------------------------


def testimony_of(pairs: Sequence[tuple[Row, Polarity]], about: About, context: Context) -> tuple[Testimony, ...]:
    """The assertions of one claim with their weight, each sentence and origin once."""
    kept: list[tuple[Row, Polarity]] = []
    seen: set[tuple[int, int, str, int]] = set()
    for row, polarity in pairs:
        mark = (row.document, row.assertion.sentence.start, row.assertion.holders[0].name, polarity)
        if mark not in seen:
            seen.add(mark)
            kept.append((row, polarity))
    kept.sort(key=lambda p: (context.place(p[0].document), p[0].assertion.sentence.start, p[1]))
    told = [
        Testimony(
            row.document, row.assertion, polarity, evidence_of(i, row.document, row.assertion, polarity, context, about)
        )
        for i, (row, polarity) in enumerate(kept)
    ]
    return _settled(told, context)


def joined(told: Sequence[Testimony], more: Sequence[Testimony], context: Context) -> tuple[Testimony, ...]:
    """Testimony with more of it on the same claim, each sentence once, what was there first as it was."""
    had = {(t.document, t.assertion.sentence.start) for t in told}
    both = [*told, *(t for t in more if (t.document, t.assertion.sentence.start) not in had)]
    both = [replace(t, evidence=replace(t.evidence, index=i)) for i, t in enumerate(both)]
    return _settled(both, context)


def _settled(told: Sequence[Testimony], context: Context) -> tuple[Testimony, ...]:
    """What a copy or a relay adds beside an original that bears on the same claim the same way: little or nothing.

    What was taken back takes no side, and is no original.
    """
    told = with_withdrawals(told, context)
    present = {(t.document, t.polarity) for t in told}
    first: dict[tuple[str, int], dict[int, int]] = defaultdict(dict)  # the first two documents of each outlet
    for i, t in enumerate(told):
        outlet = context.findings[t.document].document.outlet
        if outlet is not None and len(those := first[outlet, t.polarity]) < 2:
            those.setdefault(t.document, i)
    # What a report says in its own voice on a matter that it elsewhere has from another outlet is that outlet's.
    relays: dict[tuple[int, int], str] = {(t.document, t.polarity): min(c) for t in told if (c := _cited(t))}
    settled = _Settled(present, first, relays, [_cited(t) for t in told], context)
    return tuple(_settle(t, settled) for t in told)


@dataclass(frozen=True, slots=True)
class _Settled:
    """What is known of all testimony of a claim: who tells it, and whom each row cites."""

    present: AbstractSet[tuple[int, int]]
    first: Mapping[tuple[str, int], Mapping[int, int]]
    relays: Mapping[tuple[int, int], str]
    cited: Sequence[AbstractSet[str]]
    context: Context


def _cited(told: Testimony) -> set[str]:
    """The outlets and agencies from which an assertion says that it has its matter."""
    return {h.name for h in told.assertion.holders[:-1] if h.kind in ("outlet", "agency")}


def _settle(one: Testimony, known: _Settled) -> Testimony:
    if one.withdrawn is not None:
        return one
    context, document = known.context, known.context.findings[one.document].document
    copied = context.lineage.echoes.get((one.document, one.assertion.sentence.start))
    if copied is not None and (copied.document, one.polarity) in known.present:
        source = context.findings[copied.document].document
        q = min(one.evidence.q, 1.0 - copied.p)
        echo = f"{carrier(document)} repeats {carrier(source)} ({copied.share:.0%} of the wording)"
        one = replace(one, evidence=replace(one.evidence, q=q, echo=echo))
    cited = _cited(one)
    if not cited and len(one.assertion.holders) == 1 and (outlet := known.relays.get((one.document, one.polarity))):
        echo = f"{carrier(document)} has this from {outlet}"
        return replace(one, evidence=replace(one.evidence, q=0.0, echo=echo))
    # A report that only relays this one back is no original of it: else two that cite each other would both be nothing.
    rooted = one.assertion.holders[0].kind not in ("outlet", "agency")
    relayed = [
        (i, name)
        for name in cited
        for other, i in known.first.get((name, one.polarity), {}).items()
        if other != one.document and not (rooted and document.outlet in known.cited[i])
    ]
    if relayed:
        echo = f"relays {min(relayed)[1]}, whose own report is in the pile"
        return replace(one, evidence=replace(one.evidence, q=0.0, echo=echo))
    return one


def _identity(*parts: str) -> str:
    return "c" + sha256("|".join(parts).encode()).hexdigest()[:10]

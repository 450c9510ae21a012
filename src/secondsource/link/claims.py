"""The same claim across the pile: that an event took place, that it was planned, and every other proposition.

Slots come first: an event's claims follow from its group. Statements are matched by their content words, rare ones
found through an index, and only with the same numbers and the same polarity; on wording alone nothing is joined.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal

from secondsource.link.evidence import About, Context, carrier, evidence_of
from secondsource.link.likeness import days, shown, sides
from secondsource.model import Assertion, ClaimGroup, EventGroup, EventMention, Findings, Testimony
from secondsource.words.synonyms import plain_words

# Share of the shorter statement's content words that two statements must have in common to be one claim.
SAME_STATEMENT = 0.7
# ... and that a statement and its opposite must: a negation beside like words is mostly about something else.
OPPOSITE = 0.85
_LEAST_SHARED = 4
_POSTINGS = 50
_PLAIN = About(None, frozenset(), frozenset())
Polarity = Literal[-1, 0, 1]


@dataclass(frozen=True, slots=True)
class _Row:
    """One assertion of the pile: the document's position and the assertion."""

    document: int
    assertion: Assertion


def group_claims(events: Sequence[EventGroup], context: Context) -> tuple[ClaimGroup, ...]:
    """All claims of a pile, events' first, then statements in the order of their first assertion."""
    by_mention = {
        (d, a.event): _Row(d, a)
        for d, found in enumerate(context.findings)
        for a in found.assertions
        if a.event is not None
    }
    comments = _comments(events, context)
    claims: list[ClaimGroup] = []
    for event in events:
        rows = [by_mention[m] for m in event.mentions if m in by_mention]
        claims += _event_claims(event, rows, comments.get(event.id, []), context)
    claims += _statement_claims(events, context)
    claims += _silences(context)
    return tuple({c.id: c for c in claims}.values())


def _silences(context: Context) -> Iterator[ClaimGroup]:
    """That somebody would not say: the document's own statement, beside its place as neutral on the matter itself."""
    for document, found in enumerate(context.findings):
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


def _event_claims(
    event: EventGroup, rows: Sequence[_Row], comments: Sequence[_Row], context: Context
) -> Iterator[ClaimGroup]:
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
            testimony=_testimony(_polarised(event, told, comments, context), about, context),
            sides=opposite_sides(event),
            act_of=_act_of(event),
        )
        yield from _slot_claims(event, told, about, context)
    if planned:
        pairs: list[tuple[_Row, Polarity]] = [(r, 0 if r.assertion.stance == "no_comment" else 1) for r in planned]
        pairs += [(r, -1) for r in told if _status(r, context) == "did_not_occur"]
        pairs += [(c, 0) for c in comments] if not told else []
        yield ClaimGroup(
            id=_identity("planned", event.id),
            text=_planned_text(event, planned, context),
            event=event.id,
            modality="planned",
            testimony=_testimony(pairs, about, context),
            sides=opposite_sides(event),
            act_of=_act_of(event),
            realised_by=occurred_id if told and event.status == "occurred" else None,
        )


def _is_commentary(row: _Row, event: EventGroup, context: Context) -> bool:
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


def _status(row: _Row, context: Context) -> str:
    index = row.assertion.event
    return context.findings[row.document].events[index].status if index is not None else ""


def _polarised(
    event: EventGroup, told: Sequence[_Row], comments: Sequence[_Row], context: Context
) -> list[tuple[_Row, Polarity]]:
    """Each telling for or against the event's claim; of an event that did not occur, the claim is that it did not."""
    off = event.status == "did_not_occur"
    pairs: list[tuple[_Row, Polarity]] = []
    for row in told:
        if row.assertion.stance == "no_comment":
            pairs.append((row, 0))
        else:
            against = _status(row, context) in ("denied", "did_not_occur")
            pairs.append((row, 1 if against == off else -1))
    if any(polarity == -1 for _, polarity in pairs):
        pairs = [
            (row, 0 if polarity == 1 and _names_no_doer(row, event, context) else polarity) for row, polarity in pairs
        ]
    return pairs + [
        (row, -1 if row.assertion.stance == "denies" else 0)
        for row in comments
        if row.assertion not in [r.assertion for r in told]
    ]


def _names_no_doer(row: _Row, event: EventGroup, context: Context) -> bool:
    """Whether a telling leaves open who did it, or makes it mutual: it takes no side where the deed is denied."""
    mentions = [context.findings[d].events[e] for d, e in event.mentions]
    deed = next((m for m in mentions if m.label == event.label), mentions[0])  # as the claim itself words it
    doers = {p.side for p in deed.participants if p.role == "actor" and p.side}
    if not doers:
        return False
    said = _mention(row, context).participants
    return not any(p.role == "actor" and p.side in doers for p in said) or all(p.role == "party" for p in said)


def _planned_text(event: EventGroup, planned: Sequence[_Row], context: Context) -> str:
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


def _slot_claims(event: EventGroup, told: Sequence[_Row], about: About, context: Context) -> Iterator[ClaimGroup]:
    """A claim for each day and place that some tellings of an event give and others do not."""
    values: dict[tuple[str, str], list[_Row]] = defaultdict(list)
    positive = [r for r in told if _status(r, context) in ("occurred", "alleged")]
    for row in positive:
        mention = _mention(row, context)
        if mention.when is not None and days(mention.when) <= 62:
            values[("date", shown(mention.when))].append(row)
        if mention.place is not None and mention.place.precision in ("city", "site"):
            values[("place", mention.place.name)].append(row)
        for figure in mention.figures:
            values[("number", f"{figure.value:g} {figure.unit}")].append(row)
    for (slot, value), rows in sorted(values.items()):
        if len(rows) == len(positive) or len(positive) < 2 or any(s == slot and _within(v, value) for s, v in values):
            continue
        clashing = [
            r
            for (s, v), others in values.items()
            for r in others
            if s == slot and v != value and _excludes(slot, v, value) and r not in rows
        ]
        pairs: list[tuple[_Row, Polarity]] = [(r, 1) for r in rows] + [(r, -1) for r in clashing]
        yield ClaimGroup(
            id=_identity(slot, event.id, value),
            text=_slot_text(event, slot, value),
            event=event.id,
            modality="occurred",
            testimony=_testimony(pairs, about, context),
            sides=opposite_sides(event),
            slot=slot,
        )


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


def _slot_text(event: EventGroup, slot: str, value: str) -> str:
    if slot == "date":
        return f"{event.label}: on {value}"
    if slot == "place":
        return f"{event.label}: in {value}"
    return f"{event.label}: {value}"


def _mention(row: _Row, context: Context) -> EventMention:
    return context.findings[row.document].events[row.assertion.event or 0]


# --- comments on an event that name it only loosely -------------------------------------------------------------------


def _comments(events: Sequence[EventGroup], context: Context) -> Mapping[str, list[_Row]]:
    """No-comments and bare denials ("dismissed the report") by the event of their document that they can only mean."""
    found: dict[str, list[_Row]] = defaultdict(list)
    homes: dict[int, list[tuple[int, EventGroup]]] = defaultdict(list)
    for event in events:
        for document, count in Counter(d for d, _ in event.mentions).items():
            homes[document].append((count, event))
    for document, of in enumerate(context.findings):
        for assertion in of.assertions:
            if assertion.event is not None or assertion.stance not in ("no_comment", "denies"):
                continue
            if assertion.stance == "denies" and not _is_bare(assertion):
                continue
            home = _about_which(assertion, homes[document], of)
            if home is not None:
                found[home.id].append(_Row(document, assertion))
    return found


_REPORTS = frozenset(
    "report claim allegation accusation story rumour rumor suggestion speculation charge assertion account".split()
)


def _is_bare(assertion: Assertion) -> bool:
    """A denial of a report as such, without a proposition of its own."""
    return len(assertion.key) <= 3 and bool(assertion.key & _REPORTS)


def _about_which(assertion: Assertion, homes: Sequence[tuple[int, EventGroup]], found: Findings) -> EventGroup | None:
    """The event of the document that a loose comment means: its holder's own, most told of, first told of."""
    if not homes:
        return None
    speaker = {h.side or h.name for h in assertion.holders[:-1]}
    named = {n.side or n.name for n in found.names if assertion.sentence.start <= n.span.start < assertion.sentence.end}

    def rank(home: tuple[int, EventGroup]) -> tuple[int, int, int, tuple[int, int]]:
        count, event = home
        own = sides(event.participants)
        return (-len(assertion.key & event.words), -len(own & (speaker | named)), -count, min(event.mentions))

    return min(homes, key=rank)[1]


# --- statements -------------------------------------------------------------------------------------------------------


def _statement_claims(events: Sequence[EventGroup], context: Context) -> list[ClaimGroup]:
    """Propositions about a participant of an event, the same ones of different documents put together."""
    known = {n for e in events for p in e.participants for n in (p.name, p.side) if n}
    frequency: Counter[str] = Counter(
        w for f in context.findings for a in f.assertions if a.event is None for w in a.key
    )
    index: dict[str, list[int]] = defaultdict(list)
    clusters: list[list[_Row]] = []
    for document, found in enumerate(context.findings):
        for assertion in found.assertions:
            if assertion.event is not None or not _is_statement(assertion, known):
                continue
            row = _Row(document, assertion)
            home = _same_statement(row, index, clusters, frequency)
            if home is None:
                home = len(clusters)
                clusters.append([])
            clusters[home].append(row)
            for word in sorted(assertion.key, key=lambda w: (frequency[w], w))[:6]:
                if home not in index[word][-_POSTINGS:]:
                    index[word].append(home)
    return [_statement(cluster, context) for cluster in clusters]


def _is_statement(assertion: Assertion, known: set[str]) -> bool:
    if assertion.stance in ("no_comment", "supposes") or (assertion.stance == "denies" and _is_bare(assertion)):
        return False
    if len(assertion.key) < 2:
        return False
    holder = assertion.holders[0]
    return (
        bool(assertion.key & known)
        or holder.name in known
        or (holder.side or "") in known
        or assertion.subject in known
    )


def _same_statement(
    row: _Row, index: Mapping[str, list[int]], clusters: Sequence[list[_Row]], frequency: Mapping[str, int]
) -> int | None:
    assertion = row.assertion
    rare = sorted(assertion.key, key=lambda w: (frequency[w], w))[:6]
    candidates = Counter(c for word in rare for c in index.get(word, [])[-_POSTINGS:])
    best: tuple[float, int] | None = None
    mine = plain_words(assertion.key)
    for candidate, _ in candidates.most_common(20):
        other = clusters[candidate][0].assertion
        if any(_one_sentence(row, each) for each in clusters[candidate]):
            continue  # what somebody says and that he says it are not two reports
        opposed = turned(other) != turned(assertion)
        if opposed and other.subject != assertion.subject:
            continue
        if {(f.value, f.unit) for f in other.figures} != {(f.value, f.unit) for f in assertion.figures}:
            continue
        theirs = plain_words(other.key)
        shared = mine & theirs
        share = len(shared) / min(len(mine), len(theirs))
        if (
            len(shared) >= _LEAST_SHARED
            and share >= (OPPOSITE if opposed else SAME_STATEMENT)
            and (best is None or share > best[0])
        ):
            best = (share, -candidate)
    return -best[1] if best is not None else None


def _one_sentence(a: _Row, b: _Row) -> bool:
    return a.document == b.document and a.assertion.sentence == b.assertion.sentence


def turned(assertion: Assertion) -> bool:
    """Whether an assertion says that its proposition is not so, by a denying holder or by its own negation."""
    return assertion.negated != (assertion.stance == "denies")


def _opposes(one: Assertion, first: Assertion) -> bool:
    """Whether an assertion turns another round; the same speaker in like words does not contradict himself."""
    return turned(one) != turned(first) and one.holders[0] != first.holders[0]


def _statement(rows: Sequence[_Row], context: Context) -> ClaimGroup:
    """One proposition; where one row denies what another asserts, the assertion is the claim, the denial against it."""
    plain = next((r for r in rows if not turned(r.assertion)), None)
    lead = plain or rows[0]
    first = lead.assertion
    denied = first.stance == "denies" and not first.negated
    pairs: list[tuple[_Row, Polarity]] = [
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
        testimony=_testimony(pairs, _PLAIN, context),
        key=frozenset(w for r in rows for w in r.assertion.key),
    )


# --- evidence within one claim ----------------------------------------------------------------------------------------


def _testimony(pairs: Sequence[tuple[_Row, Polarity]], about: About, context: Context) -> tuple[Testimony, ...]:
    """The assertions of one claim with their weight, each sentence and origin once."""
    kept: list[tuple[_Row, Polarity]] = []
    seen: set[tuple[int, int, str, int]] = set()
    for row, polarity in pairs:
        mark = (row.document, row.assertion.sentence.start, row.assertion.holders[0].name, polarity)
        if mark not in seen:
            seen.add(mark)
            kept.append((row, polarity))
    kept.sort(key=lambda p: (p[0].document, p[0].assertion.sentence.start, p[1]))
    told = [
        Testimony(
            row.document, row.assertion, polarity, evidence_of(i, row.document, row.assertion, polarity, context, about)
        )
        for i, (row, polarity) in enumerate(kept)
    ]
    return tuple(_settled(t, told, context) for t in told)


def _settled(one: Testimony, told: Sequence[Testimony], context: Context) -> Testimony:
    """What a copy or a relay adds beside an original that bears on the same claim the same way: little or nothing."""
    copied = context.lineage.echoes.get((one.document, one.assertion.sentence.start))
    if copied is not None and any(t.document == copied.document and t.polarity == one.polarity for t in told):
        source = context.findings[copied.document].document
        q = min(one.evidence.q, 1.0 - copied.p)
        copy = context.findings[one.document].document
        echo = f"{carrier(copy)} repeats {carrier(source)} ({copied.share:.0%} of the wording)"
        one = replace(one, evidence=replace(one.evidence, q=q, echo=echo))
    cited = {h.name for h in one.assertion.holders[:-1] if h.kind in ("outlet", "agency")}
    for other in told:
        outlet = context.findings[other.document].document.outlet
        if other.document != one.document and other.polarity == one.polarity and outlet in cited:
            echo = f"relays {outlet}, whose own report is in the pile"
            return replace(one, evidence=replace(one.evidence, q=0.0, echo=echo))
    return one


def _identity(*parts: str) -> str:
    return "c" + sha256("|".join(parts).encode()).hexdigest()[:10]

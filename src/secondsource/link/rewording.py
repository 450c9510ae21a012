"""The same event and the same claim told in other words: what slots and shared words could not join, a model confirms.

Two events are one where no slot of theirs clashes and each one's sentences put the other's forward. A claim gains the
sentences of other reports that put it forward or deny it. Only sentences that share names and rare words are asked, a
fixed number for each event and claim; in a pile of more than MOST sentences nothing is, and events and claims stay as
slots and words made them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from secondsource.link.bearing import Asked, Passage, shares, weighed
from secondsource.link.claims import about_event, about_which, claims_of_event, joined, loose_comments, rows_of, turned
from secondsource.link.entailment import puts_forward
from secondsource.link.events import close
from secondsource.link.evidence import About
from secondsource.link.likeness import compare, family, slots_of_group
from secondsource.link.lookalikes import join_alike
from secondsource.link.wording import IN_PART, Reports, reports_of, testimony_from, told_by
from secondsource.model import ClaimGroup, EventGroup, Groups, Testimony

MOST = 20_000
# So many sentences are asked for each event or claim, if they share so much of its rare words.
ASKED_OF, SHARED = 8, 0.3
# How sure the model must be that each of two events' sentences puts the other's forward: the less and the more sure.
LESS, MORE = 0.75, 0.9
_PLAIN = About(None, frozenset(), frozenset())


def with_joined_events(groups: Groups) -> Groups:
    """The groups of a pile with the events joined that are told in other words, and their claims."""
    if is_large(groups):
        return groups
    old_events = groups.events
    alike = replace(groups, events=join_alike(groups))
    reports = reports_of(alike)
    events = join_events(alike, reports)
    old = {e.id for e in groups.events} - {e.id for e in events}
    new = [e for e in events if e not in groups.events]
    if not new:
        return groups
    groups = replace(groups, events=events)
    reports = replace(reports, told=told_by(groups))
    core = _core(old_events, alike.events)
    claims = [_possibly(c, core) for e in new for c in _claims_of(e, reports)]
    gone = old | {e.id for e in new}
    return replace(groups, claims=(*claims, *(c for c in groups.claims if c.event not in gone)))


def _core(before: Sequence[EventGroup], joined: Sequence[EventGroup]) -> set[tuple[int, int]]:
    """The mentions that an event had before it was joined with its look-alikes: of each, those most told."""
    part = {m: e for e in before for m in e.mentions}
    mine = [{part[m].id: part[m] for m in e.mentions}.values() for e in joined]
    return {m for parts in mine for m in max(parts, key=lambda e: (len(e.mentions), e.id)).mentions}


def _possibly(claim: ClaimGroup, core: set[tuple[int, int]]) -> ClaimGroup:
    """A claim in which what looks alike adds to the most origins and not to the least."""
    return replace(claim, testimony=tuple(t if _told_in(t, core) else _at_most(t) for t in claim.testimony))


def _told_in(told: Testimony, core: set[tuple[int, int]]) -> bool:
    return told.assertion.event is None or (told.document, told.assertion.event) in core


def _at_most(told: Testimony) -> Testimony:
    evidence = told.evidence
    why = evidence.echo or "it looks like the others and may be of another happening"
    return replace(told, evidence=replace(evidence, q=min(evidence.q, IN_PART), echo=why))


def with_other_words(groups: Groups) -> Groups:
    """The groups of a pile whose claims have gained the sentences of other reports that tell or deny them."""
    if is_large(groups):
        return groups
    reports = reports_of(groups)
    by_id = {e.id: e for e in groups.events}
    return replace(groups, claims=tuple(_with_more(c, by_id.get(c.event or ""), reports) for c in groups.claims))


def is_large(groups: Groups) -> bool:
    """Whether a pile has too many sentences for this step: its events and claims are not judged by wording."""
    return sum(len(f.sentences) for f in groups.findings) > MOST


def _claims_of(event: EventGroup, reports: Reports) -> list[ClaimGroup]:
    """The claims of an event that was joined of others."""
    documents = dict.fromkeys(d for d, _ in event.mentions)
    rows = {(d, e): row for d in documents for e, row in rows_of(d, reports.findings[d]).items()}
    comments = []
    for document in documents:
        found = reports.findings[document]
        homes = {e.id: e for s in found.sentences for e in reports.told.get((document, s.start), ())}
        for comment in loose_comments(document, found):
            home = about_which(comment, homes.values(), reports.context)
            if home is not None and home.id == event.id:
                comments.append(comment)
    telling = [rows[m] for m in event.mentions if m in rows]
    return list(claims_of_event(event, telling, comments, reports.context))


# --- events -----------------------------------------------------------------------------------------------------------


def join_events(groups: Groups, reports: Reports) -> tuple[EventGroup, ...]:
    """The events of a pile with those joined that are told in other words."""
    events = groups.events
    number = {e.id: n for n, e in enumerate(events)}
    asked = [_asked_event(e, reports) for e in events]
    at = {(p.document, p.sentence.start): p for p in reports.passages.passages}
    sure: dict[tuple[int, int], float] = {}

    def how_sure(claim: int, told: int) -> float:
        if (claim, told) not in sure:
            mentions = [(d, reports.findings[d].events[e].sentence.start) for d, e in events[told].mentions]
            passages = [at[m] for m in dict.fromkeys(mentions)][:3]
            sure[claim, told] = max(puts_forward(p.text, asked[claim].text, p.before)[0] for p in passages)
        return sure[claim, told]

    near = {tuple(sorted((n, m))) for n in range(len(events)) for m in _near(n, asked[n], events, number, reports)}
    ranked = sorted(near, key=lambda p: (-min(how_sure(*p), how_sure(*p[::-1])), p))
    home = list(range(len(events)))
    members = {n: [n] for n in home}
    for a, b in ranked:
        both = how_sure(a, b), how_sure(b, a)
        if min(both) < LESS or max(both) < MORE or home[a] == home[b]:
            continue
        left, right = members[home[a]], members[home[b]]
        if all(_may_be_one(events[x], events[y]) for x in left for y in right):
            members[home[a]] = left + right
            for y in right:
                home[y] = home[a]
    made = [_one([events[x] for x in members[n]], reports) for n in sorted(set(home))]
    return tuple(sorted(made, key=lambda e: min(e.mentions)))


def _one(events: Sequence[EventGroup], reports: Reports) -> EventGroup:
    """One event of several."""
    if len(events) == 1:
        return events[0]
    return close(sorted(m for e in events for m in e.mentions), reports.findings)


def _near(
    n: int, asked: Asked, events: Sequence[EventGroup], number: dict[str, int], reports: Reports
) -> Iterable[int]:
    """The events of other reports whose sentences share most with one, if no slot forbids that they are one."""
    own = {d for d, _ in events[n].mentions}
    found: dict[int, None] = {}
    for passage, _ in _sharing(asked, reports):
        for other in reports.told.get((passage.document, passage.sentence.start), ()):
            if passage.document not in own and other.id != events[n].id and _may_be_one(events[n], other):
                found.setdefault(number[other.id])
        if len(found) >= ASKED_OF:
            break
    return found


def _sharing(asked: Asked, reports: Reports) -> list[tuple[Passage, float]]:
    share = shares(asked, reports.passages)
    ranked = sorted((k for k in share if share[k] >= SHARED), key=lambda k: (-share[k], k))
    return [(reports.passages.passages[k], share[k]) for k in ranked[: 5 * ASKED_OF]]


def _asked_event(event: EventGroup, reports: Reports) -> Asked:
    findings = reports.findings
    document, number = next(
        ((d, e) for d, e in event.mentions if findings[d].events[e].label == event.label), event.mentions[0]
    )
    mention = findings[document].events[number]
    inside = mention.sentence
    names = tuple(n for n in findings[document].names if inside.start <= n.span.start < inside.end)
    return Asked(event.label.split(" (")[0], names, (event.when,) if event.when is not None else (), (mention,))


def _may_be_one(a: EventGroup, b: EventGroup) -> bool:
    if family(a.type) != family(b.type) or (a.order and b.order and a.order != b.order):
        return False
    if (a.status == "did_not_occur") != (b.status == "did_not_occur"):
        return False
    likeness = compare(slots_of_group(a), slots_of_group(b))
    return not any(c.slot in ("participants", "place", "date", "type") for c in likeness.conflicts)


# --- claims -----------------------------------------------------------------------------------------------------------


def _with_more(claim: ClaimGroup, event: EventGroup | None, reports: Reports) -> ClaimGroup:
    """A claim with the sentences of other reports that put it forward or deny it."""
    lead = next((t for t in claim.testimony if t.polarity == 1), None)
    if lead is None or claim.slot is not None or claim.modality == "planned" or lead.assertion.stance == "no_comment":
        return claim
    found = reports.findings[lead.document]
    inside = lead.assertion.content
    names = tuple(n for n in found.names if inside.start <= n.span.start < inside.end)
    mention = found.events[lead.assertion.event] if lead.assertion.event is not None else None
    whens = tuple(t.when for t in found.times if t.when is not None and inside.start <= t.span.start < inside.end)
    asked = Asked(lead.assertion.text, names, whens, (mention,) if mention is not None else (), turned(lead.assertion))
    known = {t.document for t in claim.testimony}
    near = [p for p, _ in _sharing(asked, reports) if p.document not in known][:ASKED_OF]
    about = about_event(event) if event is not None else _PLAIN
    more = testimony_from(
        (weighed(asked, p, reports.findings, reports.passages) for p in near),
        asked,
        reports,
        about,
        holder=None,
        counts=False,
    )
    if not more:
        return claim
    return replace(claim, testimony=joined(claim.testimony, more, reports.context))

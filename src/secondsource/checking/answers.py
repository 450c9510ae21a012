"""The answer to a claim: what the slots find, what the sentences say in other words, weighed together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from secondsource.assemble import assertion_of, deciding_of, discounted_of, hangs_on_of, nearest_of
from secondsource.checking.frames import frame_of
from secondsource.checking.nearby import event_meant, nearest_events
from secondsource.checking.numbers import numbers_in
from secondsource.checking.pile import Pile
from secondsource.checking.questions import as_statement, is_question
from secondsource.checking.slots import Match, bears_out, claim_for, contradicts, entails, is_asked, says_who
from secondsource.dossier import Check, DossierAssertion, Nearest
from secondsource.link.actors import read_alike
from secondsource.link.bearing import Asked, bearings
from secondsource.link.claims import joined, turned
from secondsource.link.doubts import doubt
from secondsource.link.evidence import About
from secondsource.link.likeness import compare, slots_of_group, slots_of_mention
from secondsource.link.statements import Hearing, weigh_statement
from secondsource.link.wording import apart, testimony_from
from secondsource.model import (
    Assertion,
    ClaimGroup,
    ClaimStatus,
    Conflict,
    EventMention,
    Findings,
    Origins,
    Rating,
    Testimony,
)
from secondsource.ratings import rate_claim

Polarity = Literal[-1, 0, 1]
_NOBODY = Origins(0, 0, 0)
_ESTABLISHED = frozenset({"single-source", "corroborated"})
_SAID = ("asserts", "denies", "no_comment", "relays", "hedges")
_SAYING = re.compile(r"\b(?:confirmed|said|stated|announced|denied|acknowledged|admitted|told|declared)\b", re.I)
_NOT = re.compile(r"\b(?:no|not|never|nobody|none|neither|nor)\b|n't\b", re.I)
_PLAIN = About(None, frozenset(), frozenset())
# A claim of several events stands no better than its weakest part.
_WEAKEST_FIRST = (
    "refuted", "denied", "unverified", "disputed", "lapsed", "superseded", "single-source", "realised", "corroborated",
    "confirmed",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found on a claim: the testimony, the pile's own claim that it is from, and what to say beside it."""

    testimony: tuple[Testimony, ...] = ()
    group: ClaimGroup | None = None
    rating: Rating | None = None
    event: str | None = None
    nearest: tuple[Nearest, ...] = ()
    why: tuple[str, ...] = ()


def check_claim(claim: str, read: Callable[[str], Findings], pile: Pile) -> Check:
    """Weigh one claim against a pile; `read` gives the findings of a claim, read as a document is."""
    if is_question(claim):
        return replace(check_claim(as_statement(claim), read, pile), claim=claim)
    frame = frame_of(claim)
    if frame is None:
        return _closed(claim, _answer(claim, read(claim), pile), pile)
    answer = _answer(frame.inner, read(frame.inner), pile)
    inner = _closed(frame.inner, answer, pile)
    if frame.kind == "nobody":
        return _closed(claim, _unconfirmed(answer, inner), pile)
    return _counted(claim, frame.count, inner)


def find_testimony(claim: str, read: Callable[[str], Findings], pile: Pile) -> ClaimGroup | None:
    """What a check of the claim weighs, as a claim of the pile; None where the claim is about its sources."""
    claim = as_statement(claim) if is_question(claim) else claim
    return None if frame_of(claim) is not None else _group_of(claim, _answer(claim, read(claim), pile))


def _answer(claim: str, read: Findings, pile: Pile) -> Answer:
    """What a pile holds on one claim about the world, or about what somebody says of it."""
    read = read_alike(read, pile.roster)
    said = _about_a_statement(claim, read)
    answer = _by_slots(claim, read, pile) if said is None else _by_holder(claim, said, read, pile)
    answer = _doubted(claim, answer, pile)
    holder = said.holders[0] if said is not None else None
    asked, reports = asked_of(claim, read), pile.reports
    found = bearings(asked, reports.findings, reports.passages)
    more = testimony_from(found, asked, reports, _PLAIN, holder=holder, counts=True)
    if answer.event is None:
        answer = replace(answer, event=event_meant(asked, read, pile))
    if not more:
        return answer
    denied = {(t.document, t.assertion.sentence.start) for t in more if t.polarity == -1}
    had = [t for t in answer.testimony if t.polarity != 1 or (t.document, t.assertion.sentence.start) not in denied]
    more = apart(more, had)
    return replace(answer, testimony=joined(had, more, reports.context), rating=None)


def asked_of(claim: str, read: Findings) -> Asked:
    """A reader's claim as it is looked for, by the findings of reading it."""
    dated = [t for t in read.times if t.when is not None]
    whens = tuple(t.when for t in dated if t.when is not None)
    text = without_dates(claim, [(t.span.start, t.span.end) for t in dated])
    return Asked(text, read.names, whens, read.events, any(turned(a) for a in read.assertions))


def without_dates(claim: str, dates: Sequence[tuple[int, int]]) -> str:
    """A claim without the words that date it, which are compared as dates: "on", "in" and the like go with them."""
    for start, end in sorted(dates, reverse=True):
        before = re.sub(
            r"(?:\s*\b(?:on|in|at|since|by|during|late|early|of))+\s*$", "", claim[:start].rstrip(), flags=re.I
        )
        claim = f"{before}{claim[end:]}" if before else claim
    return " ".join(claim.split())


def _unconfirmed(answer: Answer, inner: Check) -> Answer:
    """That nobody confirms a thing: borne out by who denies it or will not speak of it, denied where it stands."""
    stands = inner.status in ("confirmed", "corroborated", "realised")
    turned: dict[int, Polarity] = {1: -1, -1: 0, 0: 0} if stands else {1: 0, -1: 1, 0: 1}
    why = f"It stands as {inner.status}." if stands else f"No report makes it more than {inner.status}."
    told = tuple(_as(t, turned[t.polarity]) for t in answer.testimony)
    return Answer(told, None, None, answer.event, answer.nearest, (why,))


def _counted(claim: str, count: int, inner: Check) -> Check:
    """That so many sources say it: the independent origins decide, not who repeats them."""
    if inner.origins.min >= count:
        return replace(inner, claim=claim)
    counted = f"{inner.origins.min} to {inner.origins.max} independent origins stand under it, not {count}."
    status: ClaimStatus = "denied" if inner.origins.max < count else "unverified"
    refuting = (*inner.supporting, *inner.refuting)
    return replace(
        inner,
        claim=claim,
        status=status,
        origins=_NOBODY,
        supporting=(),
        refuting=refuting,
        why=(counted,),
        hangs_on=(),
        would_change=(),
    )


def _by_slots(claim: str, read: Findings, pile: Pile) -> Answer:
    answers = [_by_event(claim, read, event, pile) for event in _asked(claim, read)]
    opinion = _by_statement(read, pile)
    if not answers:
        near = nearest_events(asked_of(claim, read), read, None, pile)
        if opinion is not None:
            return replace(opinion, nearest=near)
        return Answer(nearest=near, why=("Nothing in these reports speaks of this.",))
    answer = min(answers, key=lambda a: _WEAKEST_FIRST.index(_closed(claim, a, pile).status))
    status = _closed(claim, answer, pile)
    if opinion is None or status.status != "unverified" or status.supporting:
        return answer
    said = _closed(claim, opinion, pile)
    if said.status in ("denied", "refuted") or (said.supporting and answer.event is None):
        return replace(opinion, nearest=answer.nearest)
    return answer


def _closed(claim: str, answer: Answer, pile: Pile) -> Check:
    """The answer as a check, rated where the pile's own rating does not hold for it."""

    def said(polarity: int) -> tuple[DossierAssertion, ...]:
        return tuple(assertion_of(t, pile.groups) for t in answer.testimony if t.polarity == polarity)

    if not any(t.polarity == 1 for t in answer.testimony):
        status: ClaimStatus = "denied" if said(-1) else "unverified"
        return Check(claim, status, answer.event, _NOBODY, (), said(-1), said(0), answer.nearest, answer.why)
    rating = answer.rating
    if rating is None:
        rating = rate_claim(_group_of(claim, answer), scales=pile.scales)
    near = answer.nearest
    if rating.status not in ("unverified", "denied", "refuted", "disputed"):
        near = tuple(n for n in near if n.event == answer.event)
    return Check(
        claim=claim,
        status=rating.status,
        event=answer.event,
        origins=rating.origins,
        supporting=said(1),
        refuting=said(-1),
        neutral=said(0),
        nearest=near,
        why=rating.why,
        hangs_on=hangs_on_of(rating, answer.testimony, pile.groups),
        deciding=deciding_of(rating, answer.testimony, pile.groups),
        discounted=discounted_of(rating, answer.testimony, pile.groups),
        would_change=rating.would_change,
    )


def _group_of(claim: str, answer: Answer) -> ClaimGroup:
    """The reader's claim as one of the pile's own, with the testimony that was found on it."""
    group = answer.group or ClaimGroup("asked", claim, None, "statement", ())
    return replace(group, testimony=answer.testimony)


def _doubted(claim: str, answer: Answer, pile: Pile) -> Answer:
    """The answer, but open where there is a doubt about each sentence that bears the claim out."""
    closed = _closed(claim, answer, pile)
    if closed.status not in _ESTABLISHED or not closed.supporting:
        return answer
    texts = {f.document.file: f.document.text for f in pile.groups.findings}
    event = next((e for e in pile.groups.events if e.id == answer.event), None)
    known = {n for p in event.participants for n in (p.name, p.side) if n} if event is not None else set()
    if event is not None and event.place is not None:
        known.add(event.place.name)
    doubts = [doubt(claim, texts[s.file], s.start, s.end, sorted(known)) for s in closed.supporting]
    if not all(doubts):
        return answer
    why = tuple(dict.fromkeys(d for d in doubts if d))[:1]
    told = tuple(_as(t, 0) if t.polarity == 1 else t for t in answer.testimony)
    return replace(answer, testimony=told, rating=None, why=why)


def _asked(claim: str, read: Findings) -> list[EventMention]:
    """The events that a claim asks about, the parts of a list each for itself; what an act promises is not asked.

    Of a claim that denies something, an event that it takes for granted is not ("no one was in the convoy that ...").
    """
    acts = [e for e in read.events if e.status != "planned"] or list(read.events)
    return [e for e in acts if e.status != "occurred"] if _NOT.search(claim) else acts


# --- events -----------------------------------------------------------------------------------------------------------


def _by_event(claim: str, read: Findings, asked: EventMention, pile: Pile) -> Answer:
    groups = pile.groups
    slots = slots_of_mention(asked)
    matches = [Match(e, compare(slots, slots_of_group(e))) for e in groups.events]
    near = nearest_events(asked_of(claim, read), read, asked, pile)
    same = [m for m in matches if bears_out(asked, m, groups)]
    if same:
        best = max(
            same, key=lambda m: (m.event.status == "occurred", m.likeness.score, len(m.likeness.matches), m.event.id)
        )
        return _supported(claim, asked, best, pile, near)
    twisted = [m for m in matches if contradicts(asked, m)]
    if twisted:
        return _contradicted(max(twisted, key=lambda m: (m.likeness.score, m.event.id)), pile, near)
    why = ["No report bears this out."]
    if near:
        why.append(_differs(near[0], pile))
    return Answer(nearest=near, why=tuple(why))


def _supported(claim: str, asked: EventMention, match: Match, pile: Pile, near: tuple[Nearest, ...]) -> Answer:
    groups, ratings = pile.groups, pile.ratings
    group = claim_for(match.event, asked.status, groups)
    if group is None:
        return Answer(nearest=near, why=("No report bears this out.",))
    rating: Rating | None = ratings[group.id]
    slot_claims = [c for c in groups.claims if c.event == match.event.id and c.slot is not None and is_asked(c, asked)]
    contested = next((s for s in slot_claims if ratings[s.id].status in ("denied", "disputed", "refuted")), None)
    told = group.testimony
    if contested is not None:
        group, rating, told = contested, ratings[contested.id], contested.testimony
    elif rating is not None and rating.status != "realised":
        numbers = numbers_in(claim, asked)
        told = tuple(
            t
            for t in told
            if t.polarity != 1 or (entails(t, asked, numbers, groups) and says_who(t, asked, match.event, groups))
        )
        if len(told) < len(group.testimony):
            rating = None
    return Answer(told, group, rating, match.event.id, near)


def _contradicted(match: Match, pile: Pile, near: tuple[Nearest, ...]) -> Answer:
    group = claim_for(match.event, match.event.status, pile.groups)
    testimony = group.testimony if group is not None else ()
    told: Sequence[Testimony] = [t for t in testimony if t.polarity == 1] or testimony
    refuting = tuple(_as(t, -1) for t in told)
    conflicts = match.likeness.conflicts or (Conflict("polarity", "it took place", "it did not"),)
    first = conflicts[0]
    why = (
        f"The reports tell of the same happening with another {first.slot}: {first.documented}, not {first.claimed}.",
    )
    nearest = (
        near if any(n.event == match.event.id for n in near) else (nearest_of(match.event, match.likeness), *near)[:2]
    )
    return Answer(refuting, None, None, match.event.id, nearest, why)


def _as(told: Testimony, polarity: Polarity) -> Testimony:
    """The same testimony for, against or neither."""
    return replace(told, polarity=polarity, evidence=replace(told.evidence, polarity=polarity))


def _differs(near: Nearest, pile: Pile) -> str:
    event = next(e for e in pile.groups.events if e.id == near.event)
    if not near.conflicts:
        return f"The nearest documented event: {event.label}."
    said = "; ".join(f"{c.slot} {c.documented}, not {c.claimed}" for c in near.conflicts)
    return f"The nearest documented event: {event.label}. It differs: {said}."


# --- statements -------------------------------------------------------------------------------------------------------


def _about_a_statement(claim: str, read: Findings) -> Assertion | None:
    """A claim that somebody said, confirmed or denied something, as against a claim about the world."""
    return next(
        (
            a
            for a in read.assertions
            if len(a.holders) > 1
            and a.holders[0].kind in ("person", "body", "country")
            and (a.stance in _SAID or _SAYING.search(claim))
        ),
        None,
    )


def _by_holder(claim: str, asked: Assertion, read: Findings, pile: Pile) -> Answer:
    """What the named holder is on record as having said about it."""
    groups = pile.groups
    meant = {
        group.id
        for event in read.events
        for group in groups.events
        if bears_out(event, Match(group, compare(slots_of_mention(event), slots_of_group(group))), groups)
    }
    opinion = weigh_statement(asked, groups, by_holder=True, events=frozenset(meant))
    near = nearest_events(asked_of(claim, read), read, next(iter(read.events), None), pile)
    why = (f"No report has {asked.holders[0].name} saying this.",)
    return _of_opinion(opinion, near, pile) or Answer(nearest=near, why=why)


def _by_statement(read: Findings, pile: Pile) -> Answer | None:
    asked = next(iter(read.assertions), None)
    if asked is None:
        return None
    return _of_opinion(weigh_statement(asked, pile.groups, by_holder=False), (), pile)


def _of_opinion(opinion: Hearing, near: tuple[Nearest, ...], pile: Pile) -> Answer | None:
    if opinion.supporting is not None:
        group = opinion.supporting
        whole = next(c for c in pile.groups.claims if c.id == group.id)
        rating = pile.ratings[group.id] if whole.testimony == group.testimony else None
        return Answer(group.testimony, group, rating, group.event, near)
    if opinion.refuting:
        refuting = tuple(_as(t, -1) for t in opinion.refuting)
        return Answer(refuting, None, None, None, near, ("The reports say the opposite.",))
    if opinion.neutral:
        neutral = tuple(_as(t, 0) for t in opinion.neutral)
        return Answer(neutral, None, None, None, near, ("They are on record only as not commenting.",))
    return None

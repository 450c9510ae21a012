"""Check: a reader's own claim, read as a document is read, weighed against what a pile holds.

An event that has every slot of the claim bears it out. One that can only be the same happening but differs in just one
slot (place, date, number, polarity) speaks against it. Anything else leaves the claim open, and the nearest documented
event says how it differs. A claim without an event is matched to statements: same subject, same content words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from secondsource.assemble import assertion_of, nearest_of
from secondsource.dossier import Check, DossierAssertion, Nearest
from secondsource.link.actors import read_alike
from secondsource.link.doubts import doubt
from secondsource.link.likeness import compare, days, sides, slots_of_group, slots_of_mention
from secondsource.link.nearest import nearest_to
from secondsource.link.statements import Opinion, weigh_statement
from secondsource.model import (
    Assertion,
    ClaimGroup,
    Conflict,
    EventGroup,
    EventMention,
    Findings,
    Groups,
    Likeness,
    Origins,
    Rating,
    Testimony,
)
from secondsource.ratings import rate_claim
from secondsource.words.synonyms import plain_words

_NOBODY = Origins(0, 0, 0)
# The slots of which one alone may differ when it can only be the same happening (contract, Check).
_TELLING = frozenset({"place", "date", "number", "polarity"})
_SAME = 0.5
_ESTABLISHED = frozenset({"single-source", "corroborated"})
_SAID = ("asserts", "denies", "no_comment", "relays", "hedges")
_SAYING = re.compile(r"\b(?:confirmed|said|stated|announced|denied|acknowledged|admitted|told|declared)\b", re.I)
# An event known only to lie in a longer stretch than this bears out no date.
VAGUE_DAYS = 62


@dataclass(frozen=True, slots=True)
class Match:
    """An event of the pile beside the claim's: how near, and whether it has all that the claim says."""

    event: EventGroup
    likeness: Likeness


def check_claim(claim: str, read: Findings, groups: Groups, ratings: Mapping[str, Rating]) -> Check:
    """Weigh one claim, given as the findings of reading it, against the groups of a pile and their ratings."""
    return _doubted(_weighed(claim, read, groups, ratings), groups)


def _weighed(claim: str, read: Findings, groups: Groups, ratings: Mapping[str, Rating]) -> Check:
    read = read_alike(read, groups.findings)
    statement = _about_a_statement(claim, read)
    if statement is not None:
        return _answer_statement(claim, statement, read, groups, ratings)
    answers = [_answer_event(claim, event, groups, ratings) for event in _asked(read)]
    opinion = _by_statement(claim, read, groups, ratings)
    if not answers:
        return opinion or _silent(claim, (), ("Nothing in these reports speaks of this.",))
    answer = _weakest(answers)
    if opinion is None or answer.status != "unverified" or answer.supporting:
        return answer
    if opinion.status in ("denied", "refuted") or (opinion.supporting and answer.event is None):
        return replace(opinion, nearest=answer.nearest)
    return answer


def _doubted(answer: Check, groups: Groups) -> Check:
    """The answer, but open where there is a doubt about each sentence that bears the claim out."""
    if answer.status not in _ESTABLISHED or not answer.supporting:
        return answer
    texts = {f.document.file: f.document.text for f in groups.findings}
    event = next((e for e in groups.events if e.id == answer.event), None)
    known = {n for p in event.participants for n in (p.name, p.side) if n} if event is not None else set()
    if event is not None and event.place is not None:
        known.add(event.place.name)
    doubts = [doubt(answer.claim, texts[s.file], s.start, s.end, sorted(known)) for s in answer.supporting]
    if not all(doubts):
        return answer
    why = tuple(dict.fromkeys(d for d in doubts if d))[:1]
    spoken = (*answer.supporting, *answer.neutral)
    return replace(answer, status="unverified", origins=_NOBODY, supporting=(), neutral=spoken, why=why)


def _asked(read: Findings) -> list[EventMention]:
    """The events that a claim asks about, the parts of a list each for itself; what an act promises is not asked."""
    acts = [e for e in read.events if e.status != "planned"]
    return acts or list(read.events)


def _weakest(answers: Sequence[Check]) -> Check:
    """A claim of several events stands no better than its weakest part."""
    order = (
        "refuted",
        "denied",
        "unverified",
        "disputed",
        "lapsed",
        "superseded",
        "single-source",
        "realised",
        "corroborated",
    )
    rank = {s: i for i, s in enumerate(order)}
    return min(answers, key=lambda a: rank.get(a.status, len(order)))


# --- events -----------------------------------------------------------------------------------------------------------


def _answer_event(claim: str, asked: EventMention, groups: Groups, ratings: Mapping[str, Rating]) -> Check:
    slots = slots_of_mention(asked)
    matches = [Match(e, compare(slots, slots_of_group(e))) for e in groups.events]
    near = tuple(nearest_of(e, k) for e, k in nearest_to(slots, groups.events))
    same = [m for m in matches if _bears_out(asked, m, groups)]
    if same:
        best = max(
            same, key=lambda m: (m.event.status == "occurred", m.likeness.score, len(m.likeness.matches), m.event.id)
        )
        return _supported(claim, asked, best, groups, ratings, near)
    twisted = [m for m in matches if _contradicts(asked, m)]
    if twisted:
        best = max(twisted, key=lambda m: (m.likeness.score, m.event.id))
        return _contradicted(claim, best, groups, near)
    why = ["No report bears this out."]
    if near:
        why.append(_differs(near[0], groups))
    return _silent(claim, near, tuple(why))


def _bears_out(asked: EventMention, match: Match, groups: Groups) -> bool:
    """Whether an event has every slot that the claim fills, and fills none of them otherwise."""
    likeness, event = match.likeness, match.event
    if likeness.conflicts or "participants" not in likeness.matches or "type" not in likeness.matches:
        return False
    if not sides(asked.participants) <= sides(event.participants) | {p.name for p in event.participants} | event.words:
        return False
    if asked.publicity is not None and event.publicity is None:
        return False
    if (
        asked.when is not None
        and asked.when.earliest is not None
        and days(event.when) > max(VAGUE_DAYS, days(asked.when))
    ):
        return False
    if asked.place is not None and event.place is None:
        unknown = asked.place.lat is None and asked.place.precision == "city"
        if not unknown or asked.place.name not in event.words:
            return False
    if not _doers_known(asked, event):
        return False
    if not _persons_known(asked, event):
        return False
    if asked.order is not None and asked.order != event.order:
        return False
    if not _figures_known(asked, event, groups):
        return False
    if asked.type not in ("CONSULT", "COOPERATE") and not _same_matter(asked, event):
        return False
    return (asked.status == "did_not_occur") == (event.status == "did_not_occur")


def _persons_known(asked: EventMention, event: EventGroup) -> bool:
    """Whether everybody whom the claim names by name is known to have taken part, or may have as a side's own."""
    known = {p.name for p in event.participants}
    for p in asked.participants:
        if p.name == p.side or p.name in known:
            continue
        if any(set(p.name.split()) <= set(k.split()) or set(k.split()) <= set(p.name.split()) for k in known):
            continue
        if p.name[:1].islower() or " " not in p.name:
            continue
        if any(q.side == p.side and q.name != q.side for q in event.participants):
            return False
        if any(q.side == p.side for q in event.participants):
            return False
    return True


def _doers_known(asked: EventMention, event: EventGroup) -> bool:
    """Whether the reports name whom the claim makes the doer as one who did it."""
    doers = {p.side or p.name for p in asked.participants if p.role == "actor"}
    told = {p.side or p.name for p in event.participants if p.role != "recipient"}
    return not doers or bool(doers & told)


def _figures_known(asked: EventMention, event: EventGroup, groups: Groups) -> bool:
    told = {(f.value, f.unit) for d, i in event.mentions for f in groups.findings[d].events[i].figures}
    units = {u for _, u in told}
    return all((f.value, f.unit) in told for f in asked.figures if f.unit in units)


def _same_matter(asked: EventMention, event: EventGroup) -> bool:
    """Whether a directed act is about the same thing: half of the claim's own words are among the event's."""
    mine = plain_words(w for w in asked.words if not w[:1].isupper())
    return not mine or len(mine & plain_words(event.words)) / len(mine) >= _SAME


def _contradicts(asked: EventMention, match: Match) -> bool:
    """Whether an event can only be the claim's own but differs in exactly one telling slot."""
    likeness, event = match.likeness, match.event
    if (
        "participants" not in likeness.matches
        or "type" not in likeness.matches
        or event.status not in ("occurred", "did_not_occur")
    ):
        return False
    if not _persons_known(asked, event):
        return False
    conflicts = {c.slot for c in likeness.conflicts}
    if (asked.status == "did_not_occur") != (event.status == "did_not_occur"):
        conflicts.add("polarity")
    if len(conflicts) != 1 or not conflicts <= _TELLING:
        return False
    if asked.type not in ("CONSULT", "COOPERATE") and not _same_matter(asked, event):
        return False
    anchored = {"place", "date"} & set(likeness.matches)
    narrow = asked.when is not None and days(asked.when) <= 366
    return bool(anchored) or conflicts == {"polarity"} or (conflicts == {"date"} and narrow and asked.place is None)


def _claim_for(event: EventGroup, asked_status: str, groups: Groups) -> ClaimGroup | None:
    own = [c for c in groups.claims if c.event == event.id and c.slot is None]
    planned = asked_status == "planned"
    return next((c for c in own if (c.modality == "planned") == planned), own[0] if own else None)


def _supported(
    claim: str,
    asked: EventMention,
    match: Match,
    groups: Groups,
    ratings: Mapping[str, Rating],
    near: tuple[Nearest, ...],
) -> Check:
    group = _claim_for(match.event, asked.status, groups)
    if group is None:
        return _silent(claim, near, ("No report bears this out.",))
    rating = ratings[group.id]
    slot_claims = [c for c in groups.claims if c.event == match.event.id and c.slot is not None and _is_asked(c, asked)]
    contested = next((s for s in slot_claims if ratings[s.id].status in ("denied", "disputed", "refuted")), None)
    if contested is not None:
        group, rating = contested, ratings[contested.id]
    else:
        numbers = numbers_in(claim, asked)
        entailing = tuple(
            t
            for t in group.testimony
            if t.polarity != 1 or (_entails(t, asked, numbers, groups) and _says_who(t, asked, match.event, groups))
        )
        if len(entailing) < len(group.testimony) and rating.status != "realised":
            group = replace(group, testimony=entailing)
            rating = rate_claim(group)
    return _of_group(claim, group, rating, match.event.id, near, groups)


_NUMBER = re.compile(r"(?<![\w.,])\d[\d,.]*(?<![.,])")
_WORDS = dict(
    enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split())
)


def numbers_in(claim: str, asked: EventMention) -> list[str]:
    """The numbers that a claim states, years and days of its date left out."""
    dated = set(_NUMBER.findall(asked.when.said)) if asked.when is not None else set()
    figures = {f"{f.value:g}" for f in asked.figures if f.value in _WORDS and f.value > 1}
    return sorted({n for n in _NUMBER.findall(claim) if n not in dated and not _is_day(n, claim)} | figures)


def _is_day(number: str, claim: str) -> bool:
    """Whether a number is a day of the month in a claim's words."""
    month = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
    return (
        re.search(rf"\b{re.escape(number)}(?:st|nd|rd|th)?\b.{{0,4}}{month}|{month} {re.escape(number)}\b", claim)
        is not None
    )


def states(number: str, sentence: str) -> bool:
    """Whether a sentence states a number, in figures or as a word."""
    word = _WORDS.get(int(number)) if number.isdigit() else None
    return re.search(rf"(?<![\w.,]){re.escape(number)}(?![\d]|[.,]\d)", sentence) is not None or (
        word is not None and re.search(rf"\b{word}\b", sentence, re.I) is not None
    )


def _entails(told: Testimony, asked: EventMention, numbers: Sequence[str], groups: Groups) -> bool:
    """Whether one telling says as much as is asked: that something happened does not say who did it."""
    if told.assertion.event is None:
        return True
    mention = groups.findings[told.document].events[told.assertion.event]
    sentence = groups.findings[told.document].document.text[told.assertion.sentence.start : told.assertion.sentence.end]
    if any(not states(number, sentence) for number in numbers):
        return False
    conflicts = compare(slots_of_mention(asked), slots_of_mention(mention)).conflicts
    return not any(c.slot in ("participants", "place", "date") for c in conflicts)


def _says_who(told: Testimony, asked: EventMention, event: EventGroup, groups: Groups) -> bool:
    """Whether one telling says who did it, where that is asked: that something happened does not.

    "The patrol ship" does where all who name a side for the doer name the one that is asked.
    """
    if told.assertion.event is None:
        return True
    mention = groups.findings[told.document].events[told.assertion.event]
    doers = {p.side or p.name for p in asked.participants if p.role == "actor"}
    told_doers = [p for p in mention.participants if p.role != "recipient"]
    if not doers or any(n in doers for p in told_doers for n in (p.side, p.name)):
        return True
    unnamed = bool(told_doers) and all(p.side is None and p.name[:1].islower() for p in told_doers)
    return unnamed and {p.side for p in event.participants if p.role != "recipient" and p.side} <= doers


def _is_asked(slot: ClaimGroup, asked: EventMention) -> bool:
    """Whether a slot claim is about a value that the reader's claim gives."""
    if slot.slot == "number":
        return any(slot.text.endswith(f"{f.value:g} {f.unit}") for f in asked.figures)
    if slot.slot == "date" and asked.when is not None and days(asked.when) <= 31 and asked.when.earliest is not None:
        return slot.text.endswith(str(asked.when.earliest)) or f"on {asked.when.earliest}" in slot.text
    return False


def _of_group(
    claim: str, group: ClaimGroup, rating: Rating, event: str | None, near: tuple[Nearest, ...], groups: Groups
) -> Check:
    def said(polarity: int) -> tuple[DossierAssertion, ...]:
        return tuple(assertion_of(t, groups) for t in group.testimony if t.polarity == polarity)

    others = (
        near
        if rating.status in ("unverified", "denied", "refuted", "disputed")
        else tuple(n for n in near if n.event == event)
    )
    return Check(claim, rating.status, event, rating.origins, said(1), said(-1), said(0), others, rating.why)


def _contradicted(claim: str, match: Match, groups: Groups, near: tuple[Nearest, ...]) -> Check:
    group = _claim_for(match.event, match.event.status, groups)
    testimony = group.testimony if group is not None else ()
    told: Sequence[Testimony] = [t for t in testimony if t.polarity == 1] or testimony
    refuting = tuple(assertion_of(t, groups) for t in told)
    conflicts = match.likeness.conflicts or (Conflict("polarity", "it took place", "it did not"),)
    first = conflicts[0]
    why = (
        f"The reports tell of the same happening with another {first.slot}: {first.documented}, not {first.claimed}.",
    )
    nearest = (
        near if any(n.event == match.event.id for n in near) else (nearest_of(match.event, match.likeness), *near)[:2]
    )
    return Check(claim, "denied", match.event.id, _NOBODY, (), refuting, (), nearest, why)


def _silent(claim: str, near: tuple[Nearest, ...], why: tuple[str, ...]) -> Check:
    return Check(claim, "unverified", None, _NOBODY, (), (), (), near, why)


def _differs(near: Nearest, groups: Groups) -> str:
    event = next(e for e in groups.events if e.id == near.event)
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


def _answer_statement(
    claim: str, asked: Assertion, read: Findings, groups: Groups, ratings: Mapping[str, Rating]
) -> Check:
    """What the named holder is on record as having said about it."""
    meant = {
        group.id
        for event in read.events
        for group in groups.events
        if _bears_out(event, Match(group, compare(slots_of_mention(event), slots_of_group(group))), groups)
    }
    opinion = weigh_statement(asked, groups, by_holder=True, events=frozenset(meant))
    near: tuple[Nearest, ...] = ()
    for event in read.events:
        near = tuple(nearest_of(e, k) for e, k in nearest_to(slots_of_mention(event), groups.events))
    return _of_opinion(claim, opinion, near, groups, ratings) or _silent(
        claim, near, (f"No report has {asked.holders[0].name} saying this.",)
    )


def _by_statement(claim: str, read: Findings, groups: Groups, ratings: Mapping[str, Rating]) -> Check | None:
    asked = next(iter(read.assertions), None)
    if asked is None:
        return None
    return _of_opinion(claim, weigh_statement(asked, groups, by_holder=False), (), groups, ratings)


def _of_opinion(
    claim: str, opinion: Opinion, near: tuple[Nearest, ...], groups: Groups, ratings: Mapping[str, Rating]
) -> Check | None:
    if opinion.supporting is not None:
        group = opinion.supporting
        whole = next(c for c in groups.claims if c.id == group.id)
        rating = ratings[group.id] if whole.testimony == group.testimony else rate_claim(group)
        return _of_group(claim, group, rating, group.event, near, groups)
    if opinion.refuting:
        refuting = tuple(assertion_of(t, groups) for t in opinion.refuting)
        why = ("The reports say the opposite.",)
        return Check(claim, "denied", None, _NOBODY, (), refuting, (), near, why)
    if opinion.neutral:
        neutral = tuple(assertion_of(t, groups) for t in opinion.neutral)
        return Check(
            claim, "unverified", None, _NOBODY, (), (), neutral, near, ("They are on record only as not commenting.",)
        )
    return None

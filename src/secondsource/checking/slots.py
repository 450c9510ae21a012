"""A claim's event beside the pile's: has it every slot, or can it only be the same happening told otherwise?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from secondsource.checking.numbers import states
from secondsource.link.likeness import compare, contains, days, sides, slots_of_mention
from secondsource.model import ClaimGroup, EventGroup, EventMention, Groups, Likeness, Participant, Testimony
from secondsource.words.countries import countries
from secondsource.words.synonyms import plain_words

# The slots of which one alone may differ when it can only be the same happening (contract, Check).
_TELLING = frozenset({"place", "date", "number", "polarity"})
_SAME = 0.5
# An event known only to lie in a longer stretch than this bears out no date.
VAGUE_DAYS = 62


@dataclass(frozen=True, slots=True)
class Match:
    """An event of the pile beside the claim's: how near, and whether it has all that the claim says."""

    event: EventGroup
    likeness: Likeness


def bears_out(asked: EventMention, match: Match, groups: Groups) -> bool:
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


def contradicts(asked: EventMention, match: Match) -> bool:
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


def claim_for(event: EventGroup, asked_status: str, groups: Groups) -> ClaimGroup | None:
    own = [c for c in groups.claims if c.event == event.id and c.slot is None]
    planned = asked_status == "planned"
    return next((c for c in own if (c.modality == "planned") == planned), own[0] if own else None)


def entails(told: Testimony, asked: EventMention, numbers: Sequence[str], groups: Groups) -> bool:
    """Whether one telling says as much as is asked: that something happened does not say who did it, or where."""
    if told.assertion.event is None:
        return True
    mention = groups.findings[told.document].events[told.assertion.event]
    sentence = groups.findings[told.document].document.text[told.assertion.sentence.start : told.assertion.sentence.end]
    if any(not states(number, sentence) for number in numbers):
        return False
    if not _sets_it_there(asked, mention, groups.findings[told.document].document.text):
        return False
    conflicts = compare(slots_of_mention(asked), slots_of_mention(mention)).conflicts
    return not any(c.slot in ("participants", "place", "date") for c in conflicts)


def _sets_it_there(asked: EventMention, mention: EventMention, text: str) -> bool:
    """Whether a telling has the town of a claim: a report that nowhere names it does not say that it was there."""
    place = asked.place
    if place is None or place.precision not in ("city", "site") or place.name in text:
        return True
    return mention.place is not None and mention.place.precision != "country" and contains(place, mention.place)


def says_who(told: Testimony, asked: EventMention, event: EventGroup, groups: Groups) -> bool:
    """Whether one telling says who did it and to whose people, where that is asked: that something happened does not.

    "The patrol ship" does where all who name a side for the doer name the one that is asked.
    """
    if told.assertion.event is None:
        return True
    mention = groups.findings[told.document].events[told.assertion.event]
    if any(p.side not in _named_in(told, mention, groups) for p in asked.participants if _is_sided(p)):
        return False
    doers = {p.side or p.name for p in asked.participants if p.role == "actor"}
    told_doers = [p for p in mention.participants if p.role != "recipient"]
    if not doers:
        return True
    if any(n in doers for p in told_doers for n in (p.side, p.name)):
        return len(doers) == 1 or all(n in _named_in(told, mention, groups) for n in doers)
    unnamed = bool(told_doers) and all(p.side is None and p.name[:1].islower() for p in told_doers)
    return unnamed and {p.side for p in event.participants if p.role != "recipient" and p.side} <= doers


def _is_sided(participant: Participant) -> bool:
    """Whether a claim says in so many words whose those are to whom something was done: "two French instructors"."""
    if participant.role != "recipient" or participant.side is None:
        return False
    return any(word in _people_of(participant.side) for word in participant.name.split())


@cache
def _people_of(side: str) -> frozenset[str]:
    """The words by which a country's people and things are called: "French" for France."""
    return frozenset(word for c in countries() if c.name == side for word in c.people)


def _named_in(told: Testimony, mention: EventMention, groups: Groups) -> frozenset[str]:
    """Whom one telling names, under every name: those that take part, and all other names of its sentence."""
    inside = mention.sentence
    found = groups.findings[told.document]
    names = [n for n in found.names if inside.start <= n.span.start < inside.end]
    both = [(n.name, n.side) for n in names] + [(p.name, p.side) for p in mention.participants]
    return frozenset(n for pair in both for n in pair if n)


def is_asked(slot: ClaimGroup, asked: EventMention) -> bool:
    """Whether a slot claim is about a value that the reader's claim gives."""
    if slot.slot == "number":
        return any(slot.text.endswith(f"{f.value:g} {f.unit}") for f in asked.figures)
    if slot.slot == "date" and asked.when is not None and days(asked.when) <= 31 and asked.when.earliest is not None:
        return slot.text.endswith(str(asked.when.earliest)) or f"on {asked.when.earliest}" in slot.text
    return False

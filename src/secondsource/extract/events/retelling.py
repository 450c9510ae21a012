"""Retelling: one happening told twice in a document, and references back to what was told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondsource.extract.events.triggers import Trigger
from secondsource.model import EventMention, EventStatus, Participant, Place


@dataclass(frozen=True, slots=True)
class Told:
    """A mention on its way: the trigger it came from and what it took over from an earlier one."""

    trigger: Trigger
    mention: EventMention
    inherited: bool


def status_again(status: EventStatus, earlier: EventMention, told: Sequence[Told]) -> EventStatus:
    """The status of a reference back: that of the event as the document has told it so far; a denial stays one."""
    if status in ("denied", "did_not_occur"):
        return status
    sides = {p.side or p.name for p in earlier.participants}
    known = {
        t.mention.status
        for t in told
        if t.mention.type == earlier.type and {p.side or p.name for p in t.mention.participants} == sides
    }
    return "occurred" if "occurred" in known else earlier.status


def joined(own: Sequence[Participant], earlier: Sequence[Participant]) -> tuple[Participant, ...]:
    names = {p.name for p in own}
    return (*own, *(p for p in earlier if p.name not in names and not any(q.name == q.side == p.side for q in own)))


def came_about(trigger: Trigger, earlier: EventMention) -> bool:
    """Whether a later telling says that a planned event then took place."""
    if earlier.status != "planned" or trigger.carrier is None:
        return False
    return trigger.carrier.tag_ in ("VBD", "VBN") and trigger.carrier.lemma_ in (
        "take",
        "hold",
        "end",
        "begin",
        "start",
        "conclude",
        "open",
    )


def without_repeats(told: Sequence[Told]) -> list[Told]:
    """One mention for an event told by several words of one sentence: the fuller telling stays."""
    kept: list[Told] = []
    for each in told:
        cause = next((i for i, k in enumerate(kept) if _is_outcome(k, each)), None)
        if cause is not None:
            kept[cause] = _with_outcome(kept[cause], each)
            continue
        twin = next((i for i, k in enumerate(kept) if _same_telling(k, each)), None)
        if twin is None:
            kept.append(each)
        else:
            fuller, other = (
                (each, kept[twin]) if _fullness(each.mention) > _fullness(kept[twin].mention) else (kept[twin], each)
            )
            kept[twin] = replace(fuller, mention=_completed(fuller.mention, other.mention))
    return kept


_OUTCOMES = frozenset("kill wound injure hurt damage destroy sink fatality killing".split())


def _is_outcome(one: Told, other: Told) -> bool:
    """Whether two violent acts of one sentence are an act and what it did: "shelled the town, killing two"."""
    if (
        one.mention.type != "ASSAULT"
        or other.mention.type != "ASSAULT"
        or one.mention.sentence != other.mention.sentence
    ):
        return False
    a, b = one.trigger.token, other.trigger.token
    outcome = a.lemma_.lower() in _OUTCOMES or b.lemma_.lower() in _OUTCOMES
    return outcome and (a.is_ancestor(b) or b.is_ancestor(a))


def _with_outcome(one: Told, other: Told) -> Told:
    """The act with whom it hit, told as one event; the word that names the act leads."""
    first, second = (other, one) if one.trigger.token.lemma_.lower() in _OUTCOMES else (one, other)
    people = list(first.mention.participants)
    for p in second.mention.participants:
        if p.name not in {q.name for q in people}:
            people.append(p)
    mention = replace(
        first.mention,
        participants=tuple(people),
        definite=first.mention.definite and second.mention.definite,
        place=first.mention.place or second.mention.place,
        when=first.mention.when or second.mention.when,
        figures=tuple(dict.fromkeys((*first.mention.figures, *second.mention.figures))),
        words=first.mention.words | second.mention.words,
    )
    return replace(first, mention=mention)


def _same_telling(a: Told, b: Told) -> bool:
    first, second = a.mention, b.mention
    if first.sentence != second.sentence or first.type != second.type or (first.status != second.status):
        return False
    if first.place and second.place and _elsewhere(first.place, second.place):
        return False
    if first.when and second.when and first.when != second.when:
        return False
    left = {p.side or p.name for p in first.participants}
    right = {p.side or p.name for p in second.participants}
    return left <= right or right <= left


def _elsewhere(a: Place, b: Place) -> bool:
    """Whether two places cannot be one named twice, once more finely."""
    return a.name != b.name and (a.precision == b.precision or a.country != b.country)


def _completed(mention: EventMention, other: EventMention) -> EventMention:
    """A mention with the place and time that another word for the same event gives."""
    return replace(mention, place=mention.place or other.place, when=mention.when or other.when)


def _fullness(mention: EventMention) -> tuple[int, int, int]:
    return (
        len(mention.participants),
        (mention.place is not None) + (mention.when is not None),
        not mention.definite,
    )

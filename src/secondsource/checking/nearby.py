"""The documented events nearest to a claim: by the slots of its event, and by the rare words of their sentences."""

from __future__ import annotations

from dataclasses import replace

from secondsource.assemble import nearest_of
from secondsource.checking.pile import Pile
from secondsource.dossier import Nearest
from secondsource.link.bearing import Asked, shares
from secondsource.link.likeness import Slots, compare, slots_of_group, slots_of_mention
from secondsource.link.nearest import answered, nearest_to
from secondsource.model import EventMention, Findings, Likeness, Participant

# An event of any standing is the one that a claim speaks of from this rank on, slots and rare words together.
MEANT = 0.8


def nearest_events(claim: Asked, read: Findings, asked: EventMention | None, pile: Pile) -> tuple[Nearest, ...]:
    """At most two documented events, best first; without an event in the claim, its names and times are the slots."""
    slots = slots_of_mention(asked) if asked is not None else slots_of_names(read)
    found = nearest_to(slots, pile.groups.events, _shares(claim, pile))
    if asked is None:
        found = [(e, _without_type(k)) for e, k in found]
    return tuple(nearest_of(event, likeness) for event, likeness in found)


def _without_type(likeness: Likeness) -> Likeness:
    """The likeness to a claim that tells of no event, and so of none of another type."""
    matches = tuple(slot for slot in likeness.matches if slot != "type")
    return replace(likeness, matches=matches, conflicts=tuple(c for c in likeness.conflicts if c.slot != "type"))


def event_meant(claim: Asked, read: Findings, pile: Pile) -> str | None:
    """The id of the event that a claim speaks of, whether it took place or is only alleged; None where none fits."""
    asked = next(iter(read.events), None)
    slots = slots_of_mention(asked) if asked is not None else slots_of_names(read)
    near = _shares(claim, pile)
    best: tuple[float, str] | None = None
    for event in pile.groups.events:
        likeness = compare(slots, slots_of_group(event))
        kind = {"type"} if asked is None else set()
        if {c.slot for c in likeness.conflicts} - kind or "participants" not in likeness.matches:
            continue
        rank = answered(slots, likeness) + near.get(event.id, 0.0)
        if rank >= MEANT and (best is None or (rank, event.id) > best):
            best = rank, event.id
    return best[1] if best is not None else None


def _shares(claim: Asked, pile: Pile) -> dict[str, float]:
    """The greatest share of a claim's terms that a sentence of each event has, by the event's id."""
    best: dict[str, float] = {}
    for number, share in shares(claim, pile.reports.passages).items():
        passage = pile.reports.passages.passages[number]
        for event in pile.reports.told.get((passage.document, passage.sentence.start), ()):
            best[event.id] = max(share, best.get(event.id, 0.0))
    return best


def slots_of_names(read: Findings) -> Slots:
    """The slots of a claim in which no event was read: whom and where it names, and when."""
    people = tuple(
        Participant(n.name, n.side, "party")
        for n in read.names
        if n.kind in ("person", "body", "country") and not n.place
    )
    places = tuple(n.place for n in read.names if n.place is not None and n.kind == "place")
    when = next((t.when for t in read.times if t.when is not None), None)
    return Slots("", "occurred", people, places, when, None, None)

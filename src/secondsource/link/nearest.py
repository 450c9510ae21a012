"""The nearest documented event to one that nobody bears out: a pointer for the editor, never a weight.

Slots that only one side fills are left out of the likeness that is shown (rating.md, section 11), but an event ranks by
how many of the claim's own slots it answers, and by the rare words that its tellings share with the claim.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from secondsource.link.likeness import WEIGHTS, Slots, compare, slots_of_group
from secondsource.model import EventGroup, Likeness

LEAST = 0.4
SHOWN = 2
# An event counts as documented when somebody says in so many words that it took place, that it did not, or that it is
# to take place; one that is only alleged or denied does not.
DOCUMENTED = frozenset({"occurred", "did_not_occur", "planned"})
# What it takes from an event's rank that it did not take place.
_NOT_HELD = 0.3
# From this share of a claim's rare words on, an event is near without any slot.
BY_WORDS = 0.4


def nearest_documented(event_id: str, events: Sequence[EventGroup]) -> list[tuple[EventGroup, Likeness]]:
    """The documented events most like a given one, best first, at most two."""
    event = next(e for e in events if e.id == event_id)
    others = [e for e in events if e.id != event_id and e.status == "occurred"]
    return nearest_to(slots_of_group(event), others)


def nearest_to(
    slots: Slots, events: Sequence[EventGroup], shares: Mapping[str, float] | None = None
) -> list[tuple[EventGroup, Likeness]]:
    """The documented events most like these slots, best first, at most two.

    `shares` gives for an event's id the share (0 to 1) of the claim's rare words that one of its tellings has.
    """
    ranked = []
    for event in events:
        if event.status not in DOCUMENTED:
            continue
        likeness = compare(slots, slots_of_group(event))
        share = (shares or {}).get(event.id, 0.0)
        near = likeness.score >= LEAST and (
            "participants" in likeness.matches or "place" in likeness.matches or likeness.conflicts
        )
        if near or share >= BY_WORDS:
            rank = answered(slots, likeness) + share - (_NOT_HELD if event.status != "occurred" else 0.0)
            ranked.append((-rank, -len(likeness.matches), event.id, event, likeness))
    ranked.sort(key=lambda row: row[:3])
    return [(event, likeness) for *_, event, likeness in ranked[:SHOWN]]


def answered(slots: Slots, likeness: Likeness) -> float:
    """The likeness over all slots that the claim fills, 0 to 1; what the event leaves open counts as not answered."""
    filled = {
        "participants": bool(slots.participants),
        "place": bool(slots.places),
        "date": slots.when is not None,
        "type": bool(slots.type),
        "publicity": slots.publicity is not None,
    }
    asked = sum(WEIGHTS[slot] for slot, full in filled.items() if full)
    known = sum(weight for slot, weight in WEIGHTS.items() if slot not in likeness.unknown)
    return min(1.0, likeness.score * known / asked) if asked else 0.0

"""The nearest documented event to one that nobody bears out: a pointer for the editor, never a weight."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.link.likeness import Slots, compare, slots_of_group
from secondsource.model import EventGroup, Likeness

LEAST = 0.4
SHOWN = 2
# An event counts as documented when somebody says in so many words that it took place.
DOCUMENTED = frozenset({"occurred"})


def nearest_documented(event_id: str, events: Sequence[EventGroup]) -> list[tuple[EventGroup, Likeness]]:
    """The documented events most like a given one, best first, at most two."""
    event = next(e for e in events if e.id == event_id)
    return nearest_to(slots_of_group(event), [e for e in events if e.id != event_id])


def nearest_to(slots: Slots, events: Sequence[EventGroup]) -> list[tuple[EventGroup, Likeness]]:
    """The documented events most like these slots, best first, at most two."""
    scored = [(event, compare(slots, slots_of_group(event))) for event in events if event.status in DOCUMENTED]
    near = [
        (e, k)
        for e, k in scored
        if k.score >= LEAST and ("participants" in k.matches or "place" in k.matches or k.conflicts)
    ]
    near.sort(key=lambda row: (-row[1].score, -len(row[1].matches), row[0].id))
    return near[:SHOWN]

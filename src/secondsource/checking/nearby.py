"""The documented events nearest to a claim: by the slots of its event, and by the rare words of their sentences."""

from __future__ import annotations

from dataclasses import replace

from secondsource.assemble import nearest_of
from secondsource.checking.pile import Pile
from secondsource.dossier import Nearest
from secondsource.link.bearing import Asked, shares
from secondsource.link.likeness import Slots, slots_of_mention
from secondsource.link.nearest import nearest_to
from secondsource.model import EventMention, Findings, Participant


def nearest_events(claim: Asked, read: Findings, asked: EventMention | None, pile: Pile) -> tuple[Nearest, ...]:
    """At most two documented events, best first; without an event in the claim, its names and times are the slots."""
    best: dict[str, float] = {}
    for number, share in shares(claim, pile.reports.passages).items():
        passage = pile.reports.passages.passages[number]
        for event in pile.reports.told.get((passage.document, passage.sentence.start), ()):
            best[event.id] = max(share, best.get(event.id, 0.0))
    slots = slots_of_mention(asked) if asked is not None else slots_of_names(read)
    found = nearest_to(slots, pile.groups.events, best)
    if asked is None:
        found = [(e, replace(k, matches=tuple(m for m in k.matches if m != "type"))) for e, k in found]
    return tuple(nearest_of(event, likeness) for event, likeness in found)


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

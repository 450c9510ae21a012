"""Findings of many documents to Groups: the same actor, event and claim, and who has it from whom."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.link.actors import find_actors, with_actors
from secondsource.link.agencies import with_owner
from secondsource.link.channels import find_channels, last_day
from secondsource.link.claims import group_claims
from secondsource.link.events import group_events
from secondsource.link.evidence import Context
from secondsource.link.lineage import find_lineage
from secondsource.link.positions import find_positions
from secondsource.model import Findings, Groups


def link(findings: Iterable[Findings]) -> Groups:
    """Recognise the same things across a pile; the same pile gives the same groups in any order of its documents."""
    found = tuple(sorted(findings, key=lambda f: (f.document.file, f.document.id)))
    actors = find_actors(found)
    found = tuple(with_actors(f, actors) for f in found)
    lineage = find_lineage(found)
    found = tuple(with_owner(f, lineage.owed.get(i), lineage.shown.get(i)) for i, f in enumerate(found))
    events = group_events(found)
    context = Context(found, lineage)
    return Groups(
        found,
        events,
        group_claims(events, context),
        lineage.edges,
        find_channels(events, last_day(found)),
        find_positions(context, actors),
    )

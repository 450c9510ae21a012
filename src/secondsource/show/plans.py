"""What was planned, and what came of it as of a dossier's day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.show import phrases

if TYPE_CHECKING:
    from datetime import date

    from secondsource.dossier import Dossier, DossierClaim, DossierEvent
    from secondsource.model import When


_OVERDUE, _AHEAD, _OPEN = "was due; nothing later in this pile", "still ahead", "nothing later in this pile"
_ORDER = (_OVERDUE, _AHEAD, _OPEN)


@dataclass(frozen=True, slots=True)
class Plan:
    """A planned claim, when it was due, what came of it in words, and the event that shows it, if the pile has one."""

    claim: DossierClaim
    due: When | None
    came: str
    event: DossierEvent | None


def plans(dossier: Dossier) -> list[Plan]:
    """Give the planned claims, each with what came of it: those of which it is told first, then the overdue."""
    events = {event.id: event for event in dossier.events}
    planned = phrases.in_order(claim for claim in dossier.claims if claim.modality == "planned")
    found = [_plan(claim, events.get(claim.event or ""), dossier.as_of) for claim in planned]
    return sorted(found, key=lambda plan: _ORDER.index(plan.came) if plan.event is None else -1)


def _plan(claim: DossierClaim, event: DossierEvent | None, as_of: date | None) -> Plan:
    due = event.when if event is not None else None
    if event is not None and event.status != "planned":
        return Plan(claim, due, phrases.event_status(event), event)
    if due is not None and as_of is not None:
        if due.earliest is not None and due.earliest > as_of:
            return Plan(claim, due, _AHEAD, None)
        if due.latest is not None and due.latest <= as_of:
            return Plan(claim, due, _OVERDUE, None)
    return Plan(claim, due, _OPEN, None)

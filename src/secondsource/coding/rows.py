"""One row an event and document: what a happening is to an event data set, in PLOVER's terms and CAMEO's.

Source of the fields and of the rules for meetings to come: PLOVER manual 2.0 (Open Event Data Alliance).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from secondsource.coding.actors import Entity, entity_of
from secondsource.link.events import group_events
from secondsource.model import Assertion, EventGroup, EventMention, Findings, Place, Span, When

QUAD = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
# Cooperation that is still to come is an agreement to it; what is conceded or withdrawn later keeps its category.
AGREED_WHEN_FUTURE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
# CAMEO: the intention to do what is coded so when it is done.
_INTENT = {"04": "036", "05": "032", "06": "031", "07": "033"}
# What an event is told without, and by how much that lowers the trust in its row (see docs/event-data.md).
_WITHOUT = {"recipient": 0.1, "country": 0.15, "date": 0.1, "place": 0.05}


@dataclass(frozen=True, slots=True)
class EventRow:
    """One happening as one document tells it.

    `quad` is PLOVER's 1 to 4. `modes` ends with the auxiliary modes. `confidence`, 0 to 1, is of the reading, not of
    the truth. `holders` runs from the origin of the telling to its publisher.
    """

    id: str
    document: str
    file: str
    outlet: str | None
    url: str | None
    published: When | None
    when: When | None
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    type: str
    cameo: str | None
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    quad: int
    place: Place | None
    status: str
    text: str
    sentence: int
    span: Span
    trigger: Span
    confidence: float
    holders: tuple[str, ...]


def rows_of(found: Findings) -> Iterator[EventRow]:
    """The rows of one document, one a happening, in text order."""
    roles = {name.name: name.role for name in found.names if name.role}
    told_by = {a.event: a for a in found.assertions if a.event is not None}
    for group in group_events([found]):
        members = [found.events[e] for _, e in group.mentions]
        first = min(range(len(members)), key=lambda n: (members[n].status != group.status, members[n].trigger.start))
        yield _row(found, group, members[first], roles, told_by.get(group.mentions[first][1]))


def _row(
    found: Findings, group: EventGroup, mention: EventMention, roles: Mapping[str, str], told: Assertion | None
) -> EventRow:
    kind, cameo = coded(group.type, mention.cameo, group.status)
    entities = {p: entity_of(p, roles.get(p.name)) for p in group.participants}
    together = kind == "CONSULT" and "visit" not in group.modes
    actors = tuple(e for p, e in entities.items() if p.role in ("actor", "party") or together)
    recipients = tuple(e for p, e in entities.items() if p.role == "recipient" and not together)
    sentence = mention.sentence
    return EventRow(
        id="r" + sha256(f"{found.document.id}|{group.type}|{mention.trigger.start}".encode()).hexdigest()[:12],
        document=found.document.id,
        file=found.document.file,
        outlet=found.document.outlet,
        url=found.document.url,
        published=found.document.published,
        when=group.when,
        actors=actors,
        recipients=recipients,
        type=kind,
        cameo=cameo,
        modes=_modes(group),
        contexts=group.contexts,
        quad=QUAD[kind],
        place=group.place,
        status=group.status,
        text=found.document.text[sentence.start : sentence.end],
        sentence=found.sentences.index(sentence) + 1 if sentence in found.sentences else 0,
        span=sentence,
        trigger=mention.trigger,
        confidence=_confidence(group, actors, recipients),
        holders=tuple(h.name for h in told.holders) if told is not None else (),
    )


def coded(kind: str, cameo: str | None, status: str) -> tuple[str, str | None]:
    """Category and CAMEO code as an event data set has them: cooperation to come is AGREE."""
    if status == "planned" and kind in AGREED_WHEN_FUTURE:
        return "AGREE", _INTENT.get((cameo or "")[:2], "030")
    return kind, cameo


def _modes(group: EventGroup) -> tuple[str, ...]:
    auxiliary = {"planned": "future", "did_not_occur": "negation", "denied": "negation"}.get(group.status)
    return tuple(dict.fromkeys((*group.modes, *((auxiliary,) if auxiliary else ()))))


def _confidence(group: EventGroup, actors: Sequence[Entity], recipients: Sequence[Entity]) -> float:
    without = {
        "recipient": not recipients and len(actors) < 2,
        "country": any(not e.code for e in (*actors, *recipients)),
        "date": group.when is None,
        "place": group.place is None,
    }
    return round(0.95 - sum(_WITHOUT[name] for name, lacking in without.items() if lacking), 2)

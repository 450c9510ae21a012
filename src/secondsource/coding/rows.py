"""One row an event and document: what a happening is to an event data set, in PLOVER's terms and CAMEO's.

Source of the fields and of the rules for meetings to come: PLOVER manual 2.0 (Open Event Data Alliance).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from secondsource.coding.actors import Entity, entity_of
from secondsource.coding.contexts import contexts_of
from secondsource.coding.tellings import Telling, find_tellings
from secondsource.detect import detect
from secondsource.extract import extract_with_reading
from secondsource.link.events import group_events
from secondsource.model import Assertion, Document, EventGroup, EventMention, Findings, Participant, Place, Span, When

QUAD = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
# Cooperation that is still to come is an agreement to it; what is conceded or withdrawn later keeps its category.
AGREED_WHEN_FUTURE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
# Regret and remorse, curfews and emergencies lifted, and promises to yield are concessions; a resignation is a retreat;
# international sanctions are SANCTION.
BY_MANUAL = {
    **dict.fromkeys(("055", "056", "0813", "0814", "035"), "CONCEDE"),
    "0831": "RETREAT",
    "163": "SANCTION",
}
# CAMEO: the intention to do what is coded so when it is done.
_INTENT = {"04": "036", "05": "032", "06": "031", "07": "033"}


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


def code(document: Document, *, all_modes: bool = False) -> tuple[EventRow, ...]:
    """The rows of one document, one a happening, in text order.

    What is only supposed, feared or denied gives a row only with `all_modes`, under its auxiliary mode.
    """
    found, reading = extract_with_reading(detect(document))
    return tuple(rows_of(found, find_tellings(reading, found.events), all_modes=all_modes))


def rows_of(found: Findings, tellings: Sequence[Telling], *, all_modes: bool = False) -> Iterator[EventRow]:
    """The rows of a document's tellings: those of one happening together, unreal ones each for itself."""
    real = [t for t in tellings if not _UNREAL & set(t.auxiliary)]
    unreal = [t for t in tellings if _UNREAL & set(t.auxiliary)] if all_modes else []
    roles = {name.name: name.role for name in found.names if name.role}
    rows = []
    for some in (real, unreal):
        for group in group_events([replace(found, events=tuple(t.mention for t in some))]):
            members = [some[e] for _, e in group.mentions]
            rows.append(_row(found, group, members, roles))
    yield from sorted(rows, key=lambda row: (row.trigger.start, row.id))


_UNREAL = frozenset({"hypothetical", "negation"})


def _row(found: Findings, group: EventGroup, members: Sequence[Telling], roles: Mapping[str, str]) -> EventRow:
    best = min(members, key=lambda t: (t.mention.status != group.status, t.mention.trigger.start))
    mention = best.mention
    kind, cameo = coded(group.type, mention.cameo, group.status)
    people = _people(mention, members)
    entities = {p: entity_of(p, roles.get(p.name)) for p in people}
    together = any(p.role == "party" for p in people) or (kind == "CONSULT" and "visit" not in group.modes)
    actors = tuple(e for p, e in entities.items() if p.role in ("actor", "party") or together)
    recipients = tuple(e for p, e in entities.items() if p.role == "recipient" and not together)
    sentence = mention.sentence
    text = found.document.text[sentence.start : sentence.end]
    told = _assertion(found, mention)
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
        modes=_modes(group, best),
        contexts=contexts_of(text, cameo),
        quad=QUAD[kind],
        place=group.place,
        status=group.status,
        text=text,
        sentence=found.sentences.index(sentence) + 1 if sentence in found.sentences else 0,
        span=sentence,
        trigger=mention.trigger,
        confidence=max(t.confidence for t in members),
        holders=tuple(h.name for h in told.holders) if told is not None else (),
    )


def _people(best: EventMention, members: Sequence[Telling]) -> tuple[Participant, ...]:
    """Those of the telling that leads, and whom others of the same event name besides."""
    sides = {p.side or p.name for p in best.participants}
    more = [p for t in members for p in t.mention.participants if (p.side or p.name) not in sides]
    return tuple(dict.fromkeys((*best.participants, *more)))


def _assertion(found: Findings, mention: EventMention) -> Assertion | None:
    """The assertion in which a telling stands: the one that is about it, else the shortest that holds its word."""
    at = mention.trigger.start
    about = next(
        (a for a in found.assertions if a.event is not None and found.events[a.event].trigger.start == at), None
    )
    holding = [a for a in found.assertions if a.content.start <= at < a.content.end]
    return about or min(holding, key=lambda a: a.content.end - a.content.start, default=None)


def coded(kind: str, cameo: str | None, status: str) -> tuple[str, str | None]:
    """Category and CAMEO code as an event data set has them: cooperation to come is AGREE, a retreat to come CONCEDE.

    Where the manual 2.0 differs from the older table of CAMEO codes, the manual holds.
    """
    kind = next((BY_MANUAL[c] for c in (cameo or "", (cameo or "")[:3]) if c in BY_MANUAL), kind)
    if status == "planned" and kind in AGREED_WHEN_FUTURE:
        return "AGREE", _INTENT.get((cameo or "")[:2], "030")
    if status == "planned" and kind == "RETREAT":
        return "CONCEDE", cameo
    return kind, cameo


def _modes(group: EventGroup, best: Telling) -> tuple[str, ...]:
    """PLOVER's modes of an event, the auxiliary ones last."""
    own = [m for m in group.modes if m not in _AUXILIARY]
    auxiliary = {"planned": "future", "did_not_occur": "negation", "denied": "negation"}.get(group.status)
    return tuple(dict.fromkeys((*own, *best.auxiliary, *((auxiliary,) if auxiliary else ()))))


_AUXILIARY = frozenset({"historical", "future", "hypothetical", "negation"})

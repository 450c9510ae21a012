"""Whom the claims of a pile rest on: each source that a letter can be given to, and what it carries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from secondsource.model import ClaimGroup, HolderKind, Testimony
from secondsource.rate.judgements import whom
from secondsource.rate.register import Kind, source_key

_KINDS: dict[HolderKind, Kind | None] = {
    "person": "person",
    "body": "body",
    "country": "body",
    "outlet": "outlet",
    "agency": "agency",
    "document": "body",
    "unnamed": None,
}


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody whom a pile's claims rest on: the name as the pile has it, what it is, and how much it carries.

    `claims` are those that it tells or passes on, `own` those of them that begin with it, `documents` those of the pile
    in which it does. `owner` is the owner of an outlet where the outlet list knows it.
    """

    name: str
    kind: Kind
    claims: int
    owner: str | None = None
    own: int = 0
    documents: int = 0


@dataclass(slots=True)
class _Carried:
    """What was met of one source so far."""

    known: tuple[str, Kind, str | None]
    claims: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)


def sources_of(claims: Iterable[ClaimGroup]) -> list[Source]:
    """Give the sources of a pile that a letter can be given to, most claims first; who takes no side carries none."""
    found: dict[str, _Carried] = {}
    for claim in claims:
        for told in claim.testimony:
            if not told.polarity:
                continue
            row = told.evidence
            for known in _sources(told):
                each = found.setdefault(source_key(known[0]), _Carried(known))
                each.known = min(each.known, known, key=lambda one: one[:2])
                each.claims.add(claim.id)
                each.documents.add(row.document)
                if source_key(row.origin) == source_key(known[0]):
                    each.own.add(claim.id)
    sources = (
        Source(name, kind, len(each.claims), owner, len(each.own), len(each.documents))
        for each in found.values()
        for name, kind, owner in (each.known,)
    )
    return sorted(sources, key=lambda source: (-source.claims, source.name))


def _sources(told: Testimony) -> Iterator[tuple[str, Kind, str | None]]:
    row, origin = told.evidence, told.assertion.holders[0]
    if whom(row.outlet):
        yield row.outlet, "body" if origin.kind == "body" and row.origin == row.outlet else "outlet", row.owner
    kind = _KINDS[origin.kind]
    if row.origin != row.outlet and kind is not None and whom(row.origin):
        yield row.origin, kind, None

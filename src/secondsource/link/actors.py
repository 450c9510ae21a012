"""Actors across the pile: one name and one side for a person wherever the documents allow only one reading."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from secondsource.model import Assertion, EventMention, Findings, Holder, Participant

# "National Liberation Army (ELN)"
_LETTERS = re.compile(r"\s?\(([A-Z][A-Za-z]{0,2}[A-Z]{1,5})\)")


@dataclass(frozen=True, slots=True)
class Actors:
    """Full names by the short form used alone, sides by full name, bodies by their letters, as the pile has them."""

    full: Mapping[str, str]
    sides: Mapping[str, str]
    letters: Mapping[str, str]
    outlets: frozenset[str] = frozenset()


def find_actors(findings: Sequence[Findings]) -> Actors:
    """The persons of a pile: a short name stands for a full one only where the pile knows just one bearer."""
    sides: dict[str, Counter[str]] = defaultdict(Counter)
    bearers: dict[str, set[str]] = defaultdict(set)
    for found in findings:
        for name in found.names:
            if name.kind != "person":
                continue
            if name.side:
                sides[name.name][name.side] += 1
            words = name.name.split()
            if len(words) > 1:
                bearers[words[-1]].add(name.name)
                bearers[words[0]].add(name.name)
    letters: dict[str, set[str]] = defaultdict(set)
    for found in findings:
        for name in found.names:
            behind = found.document.text[name.span.end : name.span.end + 14]
            if name.kind == "body" and (match := _LETTERS.match(behind)):
                letters[match.group(1)].add(name.name)
    full = {short: next(iter(names)) for short, names in bearers.items() if len(names) == 1}
    return Actors(
        full,
        {name: counts.most_common(1)[0][0] for name, counts in sides.items()},
        {short: next(iter(names)) for short, names in letters.items() if len(names) == 1},
        frozenset(f.document.outlet for f in findings if f.document.outlet),
    )


def read_alike(found: Findings, pile: Sequence[Findings]) -> Findings:
    """The findings of a reader's claim under the names that the pile uses."""
    return with_actors(found, find_actors(pile))


def with_actors(found: Findings, actors: Actors) -> Findings:
    """The findings of one document under the names and sides of the pile."""
    persons = {n.name for n in found.names if n.kind == "person"}
    return replace(
        found,
        events=tuple(_event(e, persons, actors) for e in found.events),
        assertions=tuple(_assertion(a, actors) for a in found.assertions),
    )


def _named(name: str, side: str | None, actors: Actors) -> tuple[str, str | None]:
    known = actors.full.get(name, name) if " " not in name else name
    other = actors.sides.get(known)
    if side is not None and other is not None and known != name and side != other:
        return name, side
    return known, side or other


def _event(event: EventMention, persons: set[str], actors: Actors) -> EventMention:
    people = []
    for participant in event.participants:
        if participant.name in persons:
            name, side = _named(participant.name, participant.side, actors)
            people.append(Participant(name, side, participant.role))
        else:
            people.append(replace(participant, name=actors.letters.get(participant.name, participant.name)))
    return replace(event, participants=tuple(dict.fromkeys(people)))


def _assertion(assertion: Assertion, actors: Actors) -> Assertion:
    holders = []
    for holder in assertion.holders:
        if holder.kind == "person":
            name, side = _named(holder.name, holder.side, actors)
            holders.append(Holder(name, "person", side))
        elif holder.kind not in ("outlet", "agency") and holder.name.removeprefix("The ") in actors.outlets | {
            o.removeprefix("The ") for o in actors.outlets
        }:
            holders.append(Holder(holder.name, "outlet", None))
        else:
            holders.append(holder)
    return replace(assertion, holders=tuple(holders))

"""Circular reporting and chains of relays in one claim: publications that have it from each other, or one from another.

A step is "this carrier has it from that one", as a sentence of the pile says it. A circle is a strongly connected set
of carriers, which time alone makes impossible for finished reports: one of those cited is missing, or was written anew.
Steps are taken claim by claim, so that papers which cite each other on different matters form no circle. Nothing here
weighs: a closed circle brings no origin (rating.md, section 3).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import igraph

from secondsource.model import ClaimGroup, Holder, Span, Testimony

_MEDIA = ("outlet", "agency")
# Who corrects, denies or declines does not pass on what he speaks of.
_PASSES_ON = frozenset({"asserts", "relays", "hedges", "plans", "supposes"})
_CHAIN = 3
# A chain is followed through so many carriers at most, which also keeps the work linear in a pile made to be costly.
_LONGEST = 12
_LISTED = 4
_HANDS = "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()


@dataclass(frozen=True, slots=True)
class Step:
    """One carrier has the claim from another: the sentence that says so and the day of its document.

    `own` is true where the carrier's own report says so, false where somebody else says it of the carrier.
    """

    carrier: str
    source: str
    sentence: Span
    published: date | None
    own: bool


@dataclass(frozen=True, slots=True)
class Circle:
    """Carriers that have a claim from each other, one step for each who and whom, and in words what is wrong with it.

    `origins` are those from whom the circle has it beside: empty where it is closed. `missing` is who cites a report
    that the pile lacks, and whose report that is.
    """

    carriers: tuple[str, ...]
    steps: tuple[Step, ...]
    origins: tuple[str, ...]
    missing: tuple[str, str] | None
    why: str


@dataclass(frozen=True, slots=True)
class Chain:
    """Three carriers or more through whom a claim came, the first first, with the sentence of each step.

    `origin` is whom the first of them names as its source, where it does; `why` says all in a sentence.
    """

    carriers: tuple[str, ...]
    steps: tuple[Step, ...]
    origin: str | None
    why: str


@dataclass(slots=True)
class _Told:
    """The steps of one side of a claim; `before` has the step that the same sentence puts before one, by its place.

    `behind` has those who are no carriers and from whom a carrier has it; `reports` the days on which a carrier tells
    it itself; `plain` the documents that tell it in a carrier's own voice.
    """

    steps: list[Step] = field(default_factory=list)
    before: dict[int, int] = field(default_factory=dict)
    behind: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    reports: dict[str, list[date | None]] = field(default_factory=lambda: defaultdict(list))
    plain: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def lineage_reasons(claim: ClaimGroup) -> tuple[str, ...]:
    """The sentences that a claim's circles and longest chains are worth; most claims have none."""
    circles, chains = find_passages(claim)
    said = [circle.why for circle in circles] + [chain.why for chain in chains[:_LISTED]]
    if len(chains) > _LISTED:
        said.append(f"Passed on to third hand or further in {len(chains) - _LISTED} more ways.")
    return tuple(dict.fromkeys(said))


def find_passages(claim: ClaimGroup) -> tuple[tuple[Circle, ...], tuple[Chain, ...]]:
    """The circles of a claim and its chains of three carriers and more, longest first; linear in its steps.

    What speaks for the claim and what speaks against it are looked at apart.
    """
    circles: list[Circle] = []
    chains: list[Chain] = []
    if not _may_go_on(claim.testimony):
        return (), ()
    for polarity in (1, -1):
        told = _read([t for t in claim.testimony if t.polarity == polarity])
        sources = {step.source for step in told.steps}
        if not any(step.carrier in sources for step in told.steps):
            continue
        home = _strongly_connected(told.steps)
        circles += _circles(told, home)
        chains += _chains(told, home)
    chains.sort(key=lambda chain: (-len(chain.carriers), chain.carriers))
    return tuple(circles), tuple(chains)


def _may_go_on(testimony: Sequence[Testimony]) -> bool:
    """Whether anybody is both a source and a carrier: a glance that spares most claims the reading."""
    sources = {h.name for t in testimony for h in t.assertion.holders[:-1]}
    return bool(sources) and any(
        t.evidence.outlet in sources or any(h.name in sources for h in t.assertion.holders[1:-1]) for t in testimony
    )


# --- steps ------------------------------------------------------------------------------------------------------------


def _read(testimony: Sequence[Testimony]) -> _Told:
    """Who has it from whom, as the holders of each assertion say it."""
    told = _Told()
    rows = [(t, _named(t)) for t in testimony if t.assertion.stance in _PASSES_ON]
    # A publication that is not known is read as a body or a person: one that publishes a report here, or a body that
    # has it from somebody, passes on.
    publishers = {one.evidence.outlet for one, _ in rows}
    passing = {name for _, holders in rows for name, _ in holders[1:]}
    for one, holders in rows:
        publisher, day = one.evidence.outlet, one.evidence.published
        told.reports[publisher].append(day)
        if {name for name, _ in holders} == {publisher}:
            if one.evidence.identified:
                told.plain[publisher].append(one.evidence.document)
            continue
        carries = [_carries(holder, name in publishers, name in passing) for name, holder in holders]
        carries[-1] = True
        passed = {holders[0][0]}
        last: int | None = None
        for i, (name, _) in enumerate(holders[1:], start=1):
            source = holders[i - 1][0]
            if name in passed:
                last = None  # "the Star, citing our report, said": a report has nothing from those who cite it
                continue
            passed.add(name)
            if not carries[i - 1]:
                if one.assertion.ground != "rumour":
                    told.behind[name].append(source)
                last = None
            elif not carries[i]:
                last = None
            else:
                if last is not None:
                    told.before[len(told.steps)] = last
                last = len(told.steps)
                told.steps.append(Step(name, source, one.assertion.sentence, day, name == publisher))
    return told


def _named(one: Testimony) -> list[tuple[str, Holder]]:
    """The holders with their names, an unnamed publisher under the name of its document."""
    *before, publisher = one.assertion.holders
    return [*((holder.name, holder) for holder in before), (one.evidence.outlet, publisher)]


def _carries(holder: Holder, publishes: bool, passes_on: bool) -> bool:
    """Whether a holder is one who only passes on; whoever speaks for a side is not, though it publish what it says."""
    if holder.kind == "body":
        return holder.side is None and (publishes or passes_on)
    return holder.kind in _MEDIA or (holder.kind == "person" and publishes)


def _strongly_connected(steps: Sequence[Step]) -> dict[str, int]:
    """The number of each carrier's component: those of one number have it from each other, by whatever way."""
    number: dict[str, int] = {}
    for step in steps:
        number.setdefault(step.carrier, len(number))
        number.setdefault(step.source, len(number))
    arcs = {(number[s.carrier], number[s.source]): None for s in steps}
    graph = igraph.Graph(n=len(number), edges=list(arcs), directed=True)
    membership = graph.connected_components(mode="strong").membership
    return {name: membership[i] for name, i in number.items()}


# --- circles ----------------------------------------------------------------------------------------------------------


def _circles(told: _Told, home: Mapping[str, int]) -> list[Circle]:
    inside: dict[int, dict[tuple[str, str], Step]] = defaultdict(dict)
    for step in told.steps:
        if home[step.carrier] == home[step.source]:
            inside[home[step.carrier]].setdefault((step.carrier, step.source), step)
    members: dict[int, list[str]] = defaultdict(list)
    for name in sorted(home):
        members[home[name]].append(name)
    found = [_circle(told, members[number], inside[number]) for number in inside]
    return sorted(found, key=lambda circle: circle.carriers)


def _circle(told: _Told, members: Sequence[str], inside: Mapping[tuple[str, str], Step]) -> Circle:
    citing = {step.sentence.document for step in inside.values()}
    outside: list[str] = []
    for name in members:
        outside += told.behind.get(name, ())
        if any(document not in citing for document in told.plain.get(name, ())):
            outside.append(f"{name}'s own report")
    known = set(members)
    outside += [step.source for step in told.steps if step.carrier in known and step.source not in known]
    origins = tuple(dict.fromkeys(outside))
    around = _around(members, inside)
    missing = next(((s.carrier, s.source) for s in around if not _may_have_read(s, told)), None)
    return Circle(
        tuple(members), tuple(inside.values()), origins, missing, _say_circle(around, members, origins, missing)
    )


def _around(members: Sequence[str], inside: Mapping[tuple[str, str], Step]) -> list[Step]:
    """One way round, which may leave some members aside: from each the first in the alphabet that it has it from."""
    first: dict[str, Step] = {}
    for (carrier, _), step in sorted(inside.items(), key=lambda item: item[0]):
        first.setdefault(carrier, step)
    seen: dict[str, int] = {}
    steps: list[Step] = []
    at = members[0]
    while at not in seen:
        seen[at] = len(steps)
        steps.append(first[at])
        at = first[at].source
    return steps[seen[at] :]


def _may_have_read(step: Step, told: _Told) -> bool:
    """Whether the pile has a report of the source that may have been out when the step's own report was."""
    day = step.published
    return any(day is None or other is None or other <= day for other in told.reports.get(step.source, ()))


def _say_circle(
    around: Sequence[Step], members: Sequence[str], origins: Sequence[str], missing: tuple[str, str] | None
) -> str:
    said = "Circular: " if not origins else "Partly circular: "
    said += _say_steps(around)
    passed = {step.carrier for step in around}
    aside = [name for name in members if name not in passed]
    if aside:
        said += f"; {_names(aside)} {'stands' if len(aside) == 1 else 'stand'} in the same circle"
    if origins:
        return f"{said}; it comes into the circle from {_names(origins)}."
    said += "; no report in the circle names another origin"
    if missing is not None:
        said += f", and the report of {missing[1]} that {missing[0]} cites is not found in this pile"
    return f"{said}."


def _say_steps(steps: Sequence[Step]) -> str:
    """Each "A has it from B", the later ones short: "A has it from B, B from C, and C from A"."""
    shown = steps if len(steps) <= _LISTED + 1 else steps[:_LISTED]
    parts = [f"{steps[0].carrier} has it from {steps[0].source}"]
    parts += [f"{step.carrier} from {step.source}" for step in shown[1:]]
    if len(shown) < len(steps):
        parts.append(f"so on by {len(steps) - len(shown)} steps more back to {steps[-1].source}")
    return ", and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def _names(names: Sequence[str]) -> str:
    shown = list(names) if len(names) <= _LISTED else [*names[:_LISTED], f"{len(names) - _LISTED} more"]
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


# --- chains -----------------------------------------------------------------------------------------------------------


def _chains(told: _Told, home: Mapping[str, int]) -> list[Chain]:
    """A chain for each who passes it on to nobody and each whom he has it from; steps inside a circle are left out."""
    kept = [i for i, s in enumerate(told.steps) if home[s.carrier] != home[s.source]]
    sources = {told.steps[i].source for i in kept}
    back = _Back(told, frozenset(kept))
    found: dict[tuple[str, ...], Chain] = {}
    for i in kept:
        if told.steps[i].carrier not in sources:
            chain = _follow(i, told, back)
            if len(chain.carriers) >= _CHAIN:
                found.setdefault(chain.carriers, chain)
    return list(found.values())


class _Back:
    """The step that may stand before another: of its own sentence, of a report by its source, or told by a third."""

    def __init__(self, told: _Told, kept: frozenset[int]) -> None:
        self._told, self._kept = told, kept
        self._dated: dict[str, dict[date, int]] = defaultdict(dict)
        self._loose: dict[str, int] = {}
        for i in sorted(kept, key=lambda i: not told.steps[i].own):
            step = told.steps[i]
            if step.own and step.published is not None:
                self._dated[step.carrier].setdefault(step.published, i)
            else:
                self._loose.setdefault(step.carrier, i)
        self._days = {carrier: sorted(steps) for carrier, steps in self._dated.items()}

    def before(self, i: int) -> int | None:
        """The step before; of several reports the last that was out by then, and never one that came out later."""
        step = self._told.steps[i]
        same = self._told.before.get(i)
        if same is not None:
            return same if same in self._kept else None
        days = self._days.get(step.source, [])
        at = bisect_right(days, step.published) if step.published is not None else min(1, len(days))
        return self._dated[step.source][days[at - 1]] if at else self._loose.get(step.source)


def _follow(i: int, told: _Told, back: _Back) -> Chain:
    """Back from one step to the first carrier that can be named."""
    steps = [told.steps[i]]
    seen = {steps[0].carrier, steps[0].source}
    at = back.before(i)
    while at is not None and told.steps[at].source not in seen and len(seen) < _LONGEST:
        steps.append(told.steps[at])
        seen.add(steps[-1].source)
        at = back.before(at)
    root = steps[-1].source
    origin = next(iter(told.behind.get(root, ())), None)
    said = _say_steps([*steps, Step(root, origin, steps[-1].sentence, None, False)] if origin else steps)
    carriers = (*(step.source for step in reversed(steps)), steps[0].carrier)
    return Chain(
        carriers, tuple(reversed(steps)), origin, f"Passed on to {_HANDS[len(carriers) - _CHAIN]} hand: {said}."
    )

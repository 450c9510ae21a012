"""Events of a pile that look alike: those that are one are joined, the others stand beside each other with the reason.

Only events that share a party, a town, a day or a report are compared, so the work stays near linear. Events are joined
best first, and never against a third: all of a joined event must agree with each other, and one that fits two which
exclude each other joins neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from secondsource.link.events import close
from secondsource.link.likeness import days, distance, family, finest, persons, sides
from secondsource.link.sameness import Told, judge, tell
from secondsource.model import Comparison, EventGroup, Groups, LookAlike, Point

# A block in which more events stand says nothing.
FULL_BLOCK = 40
# So much nearer must one of two events that exclude each other be, for a third to be joined to it.
MARGIN = 0.1
# Look-alikes shown beside an event.
SHOWN = 3
# Two events so near are easily taken for one; what each adds to their rank.
NEAR_DAYS, NEAR_KM, NEAR = 31, 200.0, 0.2
# An event of so many days may share a day with another.
_DAYS = 7
_ROUNDS = 3
_MOODS = frozenset({"future", "negation"})
_RANK = {"same": 0, "unsure": 1, "different": 2, "not judged": 3}

Pairs = dict[tuple[int, int], tuple[Comparison, float]]


def join_alike(groups: Groups) -> tuple[EventGroup, ...]:
    """The events of a pile with those joined that can only be one; joined again until nothing more is to be joined."""
    for _ in range(_ROUNDS):
        told = tell(groups)
        homes = _homes(told, _compared(told))
        if len(set(homes)) == len(homes):
            break
        groups = replace(groups, events=_joined(groups, homes))
    return groups.events


def beside(groups: Groups) -> dict[str, tuple[LookAlike, ...]]:
    """The nearest look-alikes of each event by its id: those that may be it, then those it is easily taken for."""
    told = tell(groups)
    found: dict[int, list[tuple[int, float, int, Comparison]]] = defaultdict(list)
    for (a, b), (compared, agreed) in _compared(told).items():
        shown = _shown(compared)
        if shown is None:
            continue
        near = agreed + _nearby(told[a], told[b])
        for me, it in ((a, b), (b, a)):
            found[me].append((_RANK[shown.answer], -near, it, shown))
    return {
        told[me].event.id: tuple(
            LookAlike(told[it].event.id, compared)
            for *_, it, compared in sorted(each, key=lambda row: (row[0], row[1], told[row[2]].event.id))[:SHOWN]
        )
        for me, each in found.items()
    }


def _nearby(one: Told, other: Told) -> float:
    """How easily two events are taken for each other, being near in time and on the map: 0 to .4."""
    near = 0.0
    a, b = one.slots.when, other.slots.when
    if a is not None and b is not None and a.earliest and b.earliest:
        near += NEAR * (abs((a.earliest - b.earliest).days) <= NEAR_DAYS)
    if one.slots.places and other.slots.places:
        km = distance(finest(one.slots.places)[0], finest(other.slots.places)[0])
        near += NEAR * (km is not None and km <= NEAR_KM)
    return near


def _shown(compared: Comparison) -> Comparison | None:
    """What of a comparison is worth showing: a different event only where it is easily taken for this one."""
    agree = {p.slot for p in compared.points if p.bearing == "agree"}
    conflict = {p.slot for p in compared.points if p.bearing == "conflict"}
    if compared.answer == "same":  # it would have been joined, had nothing stood against it
        third = Point("others", "unknown", "It fits as well with another, which it cannot be")
        return Comparison("unsure", (*compared.points, third))
    if compared.answer == "different" and ("type" in conflict or not agree & {"participants", "place", "words"}):
        return None
    return compared


# --- candidates -------------------------------------------------------------------------------------------------------


def _compared(told: Sequence[Told]) -> Pairs:
    """The comparison of each two events that share a block, the first of them first."""
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for n, each in enumerate(told):
        for key in dict.fromkeys(_keys(each)):
            blocks[key].append(n)
    near = {pair for block in blocks.values() if len(block) <= FULL_BLOCK for pair in combinations(block, 2)}
    mains = _mains(told)
    return {(a, b): judge(told[a], told[b], mains=mains.get(a) == b or mains.get(b) == a) for a, b in sorted(near)}


def _keys(told: Told) -> Iterator[tuple[object, ...]]:
    kind = family(told.slots.type)
    for who in sides(told.slots.participants) | persons(told.slots.participants):
        yield kind, "who", who
    for place in told.slots.places:
        if place.precision in ("city", "site"):
            yield kind, "where", place.name
    when = told.slots.when
    if when is not None and when.earliest is not None and days(when) <= _DAYS:
        for n in range(days(when)):
            yield kind, "when", when.earliest.toordinal() + n
    for document in {d for d, _ in told.event.mentions}:
        yield kind, "report", document


def _mains(told: Sequence[Told]) -> dict[int, int]:
    """For an event without day and place, the one of its kind that its reports tell in full, where that is one only."""
    full: dict[tuple[str, int], list[int]] = defaultdict(list)
    for n, each in enumerate(told):
        for document in each.full:
            full[family(each.slots.type), document].append(n)
    mains = {}
    for n, each in enumerate(told):
        others = {m for d in each.bare for m in full.get((family(each.slots.type), d), ())}
        covered = all(full.get((family(each.slots.type), d)) for d in each.bare)
        if len(others) == 1 and covered and not each.plural:
            (other,) = others
            if _same_mood(each, told[other]):
                mains[n] = other
    return mains


def _same_mood(one: Told, other: Told) -> bool:
    """Whether both are planned or neither is, and neither is an act of a kind that the other is not."""
    left, right = ({m for m in t.event.modes if m not in _MOODS} for t in (one, other))
    planned = (one.event.status == "planned") == (other.event.status == "planned")
    return planned and (not left or not right or bool(left & right))


# --- joining ----------------------------------------------------------------------------------------------------------


def _homes(told: Sequence[Told], pairs: Pairs) -> list[int]:
    """For each event the first of those that it is one with."""
    home = list(range(len(told)))
    members = {n: [n] for n in home}
    same = {pair: agreed for pair, (compared, agreed) in pairs.items() if compared.answer == "same"}
    torn = _torn(same, told, pairs)
    for a, b in sorted(same, key=lambda pair: (-same[pair], pair)):
        left, right = home[a], home[b]
        if left == right or a in torn or b in torn:
            continue
        if any(_exclude(x, y, told, pairs) for x in members[left] for y in members[right]):
            continue
        into, gone = min(left, right), max(left, right)
        for y in members.pop(gone):
            home[y] = into
            members[into].append(y)
    return home


def _exclude(a: int, b: int, told: Sequence[Told], pairs: Pairs) -> bool:
    pair = min(a, b), max(a, b)
    if pair not in pairs:
        pairs[pair] = judge(told[a], told[b])
    return pairs[pair][0].answer == "different"


def _torn(same: Mapping[tuple[int, int], float], told: Sequence[Told], pairs: Pairs) -> set[int]:
    """The events that fit two others about as well, which exclude each other."""
    fits: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (a, b), agreed in same.items():
        fits[a].append((agreed, b))
        fits[b].append((agreed, a))
    torn = set()
    for n, found in fits.items():
        best = max(agreed for agreed, _ in found)
        near = [m for agreed, m in found if agreed > best - MARGIN]
        if any(_exclude(x, y, told, pairs) for x, y in combinations(near, 2)):
            torn.add(n)
    return torn


def _joined(groups: Groups, homes: Sequence[int]) -> tuple[EventGroup, ...]:
    parts: dict[int, list[EventGroup]] = defaultdict(list)
    for event, home in zip(groups.events, homes, strict=True):
        parts[home].append(event)
    made = [
        each[0] if len(each) == 1 else close(sorted(m for e in each for m in e.mentions), groups.findings)
        for each in parts.values()
    ]
    return tuple(sorted(made, key=lambda e: min(e.mentions)))

"""Greedy grouping that can be taken up again: the same groups whether items come at once, one by one, or go again.

Items are taken in the order of their rank. Each joins the best of the groups begun before it that share a key with it,
or begins its own. A block (one key's items) in which too many groups stand says nothing. When items come or go, only
those decisions are taken again that saw a group which changed, in the order of rank, so that the outcome is always that
of one run over all items.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import Any, Generic, TypeAlias, TypeVar

Rank: TypeAlias = "tuple[Any, ...]"
What = TypeVar("What")
State = TypeVar("State")
# A block of so many items at most is read as it is; a longer one keeps a list of its groups.
_SMALL = 16


@dataclass(slots=True, eq=False)
class Item(Generic[What]):
    """One thing to be grouped: its place in the order, unlike any other's, its keys, and where it is."""

    rank: Rank
    keys: tuple[Hashable, ...]
    what: What
    home: Group[What] | None = None
    score: float = 0.0


@dataclass(slots=True, eq=False)
class Group(Generic[What]):
    """Items that belong together, by rank, the first of which began the group; and how many have each key."""

    members: list[Item[What]] = field(default_factory=list)
    keys: dict[Hashable, int] = field(default_factory=dict)


@dataclass(slots=True)
class Entries(Generic[What]):
    """The groups of a long block in the order in which they were begun there."""

    begun: list[tuple[Rank, Group[What]]]
    when: dict[Group[What], Rank]


@dataclass(slots=True, frozen=True)
class Rule(Generic[What, State]):
    """How items are grouped.

    `judge` scores an item against what is known of a group, 0 where they exclude each other. `grow` gives what is known
    of a group with one more member, None being an empty one; it may change what it is given. Where a score `leans` on
    the group's first member only, a new member matters to those who share a key with it alone. A block in which more
    than `most` groups stand before an item says nothing to it; `most` is no smaller than the length of a short block.
    `may` says of an item and a group's first member, quickly, whether a score can be more than 0.
    """

    judge: Callable[[What, State], float]
    grow: Callable[[State | None, What], State]
    least: float
    leans: bool = False
    most: int = 60
    may: Callable[[What, What], bool] | None = None


@dataclass(slots=True)
class Grouping(Generic[What, State]):
    """All items and groups, by key."""

    rule: Rule[What, State]
    blocks: dict[Hashable, list[Item[What]]] = field(default_factory=dict)
    long: dict[Hashable, Entries[What]] = field(default_factory=dict)
    last: Rank = ()  # no item stands behind this


def rank_of(item: Item[Any]) -> Rank:
    """The place of an item in the order."""
    return item.rank


def regroup(
    grouping: Grouping[What, State], new: Iterable[Item[What]], gone: Iterable[Item[What]] = ()
) -> set[Group[What]]:
    """Take items in and out; give the groups whose members changed, those that fell empty among them."""
    run = _Run(grouping)
    for item in gone:
        run.leave(item)
        _out_of_blocks(grouping, item)
    run.begin(list(new))
    run.settle()
    return run.changed


@dataclass(slots=True)
class _Run(Generic[What, State]):
    """One change of a grouping: who must be judged again, and what is known of each group up to the present rank."""

    grouping: Grouping[What, State]
    queue: list[tuple[Rank, int, Item[What]]] = field(default_factory=list)
    # Items to judge again: the groups that changed for them, None where everything is to be judged.
    again: dict[Item[What], set[Group[What]] | None] = field(default_factory=dict)
    known: dict[Group[What], tuple[int, State | None]] = field(default_factory=dict)
    changed: set[Group[What]] = field(default_factory=set)

    def begin(self, new: list[Item[What]]) -> None:
        """Queue new items."""
        self.again.update(dict.fromkeys(new))
        self.queue += [(item.rank, id(item), item) for item in new]
        heapify(self.queue)

    def settle(self) -> None:
        """Decide in the order of rank until nothing is left to decide."""
        while self.queue:
            *_, item = heappop(self.queue)
            if item not in self.again:
                continue
            groups = self.again.pop(item)
            if item.home is None:
                home, score = self.best(item)
                _into_blocks(self.grouping, item)
                self.join(item, home or Group(), score)
            elif groups is None or not self.still(item, groups):
                home, score = self.best(item)
                if home is None and item.home.members[0] is item:
                    item.score = 0.0
                elif home is not item.home:
                    self.leave(item)
                    self.join(item, home or Group(), score)
                else:
                    item.score = score

    def still(self, item: Item[What], groups: set[Group[What]]) -> bool:
        """Whether an item stays where it is though these groups changed; judged by them alone."""
        home = item.home
        for group in groups:
            score = self.score(item, group) if self.is_candidate(item, group) else 0.0
            if group is home:
                if score != item.score:
                    return False
            elif score >= max(self.grouping.rule.least, item.score):
                return False
        return True

    def best(self, item: Item[What]) -> tuple[Group[What] | None, float]:
        """The group in which an item fits best, of equals the one begun first."""
        found: tuple[float, Group[What]] | None = None
        for group in self.candidates(item):
            score = self.score(item, group)
            if score < self.grouping.rule.least:
                continue
            if (
                found is None
                or score > found[0]
                or (score == found[0] and group.members[0].rank < found[1].members[0].rank)
            ):
                found = score, group
        return (None, 0.0) if found is None else (found[1], found[0])

    def candidates(self, item: Item[What]) -> set[Group[What]]:
        """The groups with a member before an item that shares one of its keys."""
        found: set[Group[What]] = set()
        grouping, rank = self.grouping, item.rank
        before = _groups_in if rank > grouping.last else _groups_before
        for key in item.keys:
            found.update(before(grouping, key, rank))
        return found

    def is_candidate(self, item: Item[What], group: Group[What]) -> bool:
        return any(key in group.keys and _stands_before(self.grouping, key, item.rank, group) for key in item.keys)

    def score(self, item: Item[What], group: Group[What]) -> float:
        may = self.grouping.rule.may
        if may is not None and group.members and not may(item.what, group.members[0].what):
            return 0.0
        state = self.state(group, item.rank)
        return 0.0 if state is None else self.grouping.rule.judge(item.what, state)

    def state(self, group: Group[What], rank: Rank) -> State | None:
        """What the members of a group before a rank tell; ranks only ever grow within one run."""
        count, state = self.known.get(group, (0, None))
        members = group.members
        if count == len(members):
            return state
        start = count
        while count < len(members) and members[count].rank < rank:
            state = self.grouping.rule.grow(state, members[count].what)
            count += 1
        if count != start:
            self.known[group] = count, state
        return state

    def join(self, item: Item[What], group: Group[What], score: float) -> None:
        """Put an item, which stands in its blocks, into a group, and mark whom that concerns."""
        keys = self.telling(item, group)
        _sort_in(group.members, item)
        item.home, item.score = group, score
        self.changed.add(group)
        for key in item.keys:
            group.keys[key] = group.keys.get(key, 0) + 1
            long = self.grouping.long.get(key)
            if long is not None and ((begun := long.when.get(group)) is None or begun > item.rank):
                limit = self.limit(long)
                _enter(long, item, group)
                self.window(key, item.rank, limit, self.limit(long))
        self.concern(item, group, keys)

    def leave(self, item: Item[What]) -> None:
        """Take an item out of its group, and mark whom that concerns."""
        group = item.home
        if group is None:
            return
        self.again.pop(item, None)
        first = group.members[0] is item
        self.concern(item, group, self.telling(item, group))
        del group.members[bisect_left(group.members, item.rank, key=rank_of)]
        item.home = None
        self.changed.add(group)
        for key in item.keys:
            group.keys[key] -= 1
            if not group.keys[key]:
                del group.keys[key]
            if (long := self.grouping.long.get(key)) is not None:
                limit = self.limit(long)
                _left(long, key, item, group)
                self.window(key, item.rank, limit, self.limit(long))
        for member in group.members if first else ():
            self.mark(member, None)

    def telling(self, item: Item[What], group: Group[What]) -> list[Hashable] | None:
        """The keys under which a group looks otherwise with an item than without it; None for all of the group's."""
        if item.rank >= self.grouping.last:
            return []  # nobody stands behind it
        if not self.grouping.rule.leans or not group.members or group.members[0].rank >= item.rank:
            return None
        return [key for key in item.keys if not _stands_before(self.grouping, key, item.rank, group)]

    def concern(self, item: Item[What], group: Group[What], keys: list[Hashable] | None) -> None:
        """Mark the later items to whom a group looks otherwise with an item than without it."""
        for key in (group.keys or item.keys) if keys is None else keys:
            block = self.grouping.blocks.get(key, [])
            start = bisect_right(block, item.rank, key=rank_of)
            long = self.grouping.long.get(key)
            limit = self.limit(long) if long is not None else None
            end = bisect_right(block, limit, key=rank_of) if limit is not None else len(block)
            for other in block[start:end]:
                self.mark(other, group)

    def limit(self, long: Entries[What]) -> Rank | None:
        return _limit(long, self.grouping.rule.most)

    def window(self, key: Hashable, rank: Rank, before: Rank | None, after: Rank | None) -> None:
        """Mark those to whom a block begins or ceases to say something, as too many groups stand there."""
        if before == after:
            return
        ends = sorted(end for end in (before, after) if end is not None)
        block = self.grouping.blocks.get(key, [])
        start = bisect_right(block, max(rank, ends[0]), key=rank_of)
        end = bisect_right(block, ends[1], key=rank_of) if len(ends) > 1 else len(block)
        for other in block[start:end]:
            self.mark(other, None)

    def mark(self, item: Item[What], group: Group[What] | None) -> None:
        if item.home is None:
            return
        if item not in self.again:
            self.again[item] = None if group is None else {group}
            heappush(self.queue, (item.rank, id(item), item))
            return
        groups = self.again[item]
        if groups is not None and group is not None:
            groups.add(group)
        else:
            self.again[item] = None


# --- blocks -----------------------------------------------------------------------------------------------------------


def _into_blocks(grouping: Grouping[What, State], item: Item[What]) -> None:
    grouping.last = max(grouping.last, item.rank)
    for key in item.keys:
        block = grouping.blocks.setdefault(key, [])
        _sort_in(block, item)
        if len(block) == _SMALL + 1:
            grouping.long[key] = _entries(block)


def _sort_in(row: list[Item[What]], item: Item[What]) -> None:
    """Put an item in its place in a row by rank; items that come at once come in order."""
    if not row or row[-1].rank < item.rank:
        row.append(item)
    else:
        insort(row, item, key=rank_of)


def _out_of_blocks(grouping: Grouping[What, State], item: Item[What]) -> None:
    for key in item.keys:
        block = grouping.blocks[key]
        del block[bisect_left(block, item.rank, key=rank_of)]
        if len(block) == _SMALL:
            del grouping.long[key]
        if not block:
            del grouping.blocks[key]


def _entries(block: Iterable[Item[What]]) -> Entries[What]:
    when: dict[Group[What], Rank] = {}
    for item in block:
        if item.home is not None:
            when.setdefault(item.home, item.rank)
    return Entries([(rank, group) for group, rank in when.items()], when)


def _groups_before(grouping: Grouping[What, State], key: Hashable, rank: Rank) -> Iterable[Group[What]]:
    """The groups of a block that were begun there before a rank; none where they are too many to say anything."""
    long = grouping.long.get(key)
    if long is None:
        block = grouping.blocks.get(key, ())
        return {item.home for item in block if item.home is not None and item.rank < rank}
    limit = _limit(long, grouping.rule.most)
    if limit is not None and limit < rank:
        return ()
    return [group for begun, group in long.begun[: grouping.rule.most] if begun < rank]


def _groups_in(grouping: Grouping[What, State], key: Hashable, rank: Rank) -> Iterable[Group[What]]:
    """The same for a rank behind all items."""
    long = grouping.long.get(key)
    if long is None:
        return {item.home for item in grouping.blocks.get(key, ()) if item.home is not None}
    return long.when if len(long.when) <= grouping.rule.most else ()


def _stands_before(grouping: Grouping[What, State], key: Hashable, rank: Rank, group: Group[What]) -> bool:
    """Whether a group was begun before a rank in a block that says something."""
    long = grouping.long.get(key)
    if long is None:
        return any(item.home is group and item.rank < rank for item in grouping.blocks.get(key, ()))
    limit = _limit(long, grouping.rule.most)
    begun = long.when.get(group)
    return begun is not None and begun < rank and not (limit is not None and limit < rank)


def _limit(long: Entries[What], most: int) -> Rank | None:
    """The rank behind which a block says nothing, None where it speaks to all."""
    return long.begun[most][0] if len(long.begun) > most else None


def _enter(long: Entries[What], item: Item[What], group: Group[What]) -> None:
    """Note that a group has an item in a block, before any other of it."""
    begun = long.when.get(group)
    if begun is not None:
        del long.begun[bisect_left(long.begun, begun, key=_begun)]
    if not long.begun or long.begun[-1][0] < item.rank:
        long.begun.append((item.rank, group))
    else:
        insort(long.begun, (item.rank, group), key=_begun)
    long.when[group] = item.rank


def _left(long: Entries[What], key: Hashable, item: Item[What], group: Group[What]) -> None:
    """Note that an item of a block has left a group."""
    if long.when.get(group) != item.rank:
        return
    del long.begun[bisect_left(long.begun, item.rank, key=_begun)]
    del long.when[group]
    later = next((other for other in group.members if key in other.keys), None)
    if later is not None:
        insort(long.begun, (later.rank, group), key=_begun)
        long.when[group] = later.rank


def _begun(entry: tuple[Rank, Group[Any]]) -> Rank:
    return entry[0]

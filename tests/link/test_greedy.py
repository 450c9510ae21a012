"""Grouping taken up again is grouping done at once: items in any order, and items taken out again."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.link import greedy
from secondsource.link.greedy import Grouping, Item, Rule, regroup


class Thing(NamedTuple):
    """A number, and what it shares a block with."""

    rank: int
    value: int
    keys: tuple[int, ...]


class Heap(NamedTuple):
    """What is known of a group: how many, and the sum of their values."""

    size: int
    total: int


def near(thing: Thing, heap: Heap) -> float:
    """Score by nearness to the mean, which every new member moves."""
    apart = abs(thing.value - heap.total / heap.size)
    return 1.0 - apart / 10


def grown(heap: Heap | None, thing: Thing) -> Heap:
    return Heap(1, thing.value) if heap is None else Heap(heap.size + 1, heap.total + thing.value)


def first(heap: Heap | None, thing: Thing) -> Heap:
    return heap or Heap(1, thing.value)


def grouping(*, leans: bool, most: int) -> Grouping[Thing, Heap]:
    return Grouping(Rule(near, first if leans else grown, 0.7, leans, most))


def item(thing: Thing) -> Item[Thing]:
    return Item((thing.rank,), thing.keys, thing)


def groups(of: Grouping[Thing, Heap]) -> list[list[int]]:
    found = {id(i.home): i.home for block in of.blocks.values() for i in block if i.home is not None}
    return sorted([m.what.rank for m in group.members] for group in found.values())


THINGS = st.lists(
    st.tuples(st.integers(0, 20), st.sets(st.integers(0, 3), min_size=1, max_size=3)), min_size=1, max_size=24
).map(lambda rows: [Thing(rank, value, tuple(sorted(keys))) for rank, (value, keys) in enumerate(rows)])


@pytest.mark.parametrize("leans", [False, True])
@pytest.mark.parametrize(("most", "small"), [(60, 16), (3, 2), (2, 1)])
def test_one_by_one_and_out_again_is_all_at_once(
    leans: bool, most: int, small: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(greedy, "_SMALL", small)

    @given(THINGS, st.data())
    @settings(max_examples=120, deadline=None)
    def check(things: list[Thing], data: st.DataObject) -> None:
        gone = data.draw(st.sets(st.sampled_from(things), max_size=6))
        at_once = grouping(leans=leans, most=most)
        regroup(at_once, [item(t) for t in things if t not in gone])
        by_one = grouping(leans=leans, most=most)
        items = {t: item(t) for t in data.draw(st.permutations(things))}
        for each in items.values():
            regroup(by_one, [each])
        regroup(by_one, [], [items[t] for t in gone])
        assert groups(by_one) == groups(at_once)

    check()

"""Where the boxes of a lineage stand and how its lines run, in pixels; igraph orders the boxes of each column."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

import igraph

if TYPE_CHECKING:
    from collections.abc import Sequence

Key = TypeVar("Key")

BOX_WIDTH, BOX_HEIGHT, COLUMN, ROW = 220, 40, 275, 52
SAG = 12  # what a line against the order of the columns needs below its boxes


def laid_out(
    keys: Sequence[Key], pairs: Sequence[tuple[Key, Key]]
) -> tuple[list[tuple[int, int]], dict[tuple[Key, Key], list[tuple[int, int]]]]:
    """Each box's corner, and the corners that each arc passes, in pixels: one in every column on its way."""
    number = {key: i for i, key in enumerate(keys)}
    ends = [(number[one], number[other]) for one, other in pairs]
    columns = _columns(len(keys), ends)
    stops = [[first, last] for first, last in ends]
    for stop in stops:
        first, last = stop
        for column in range(columns[first] + 1, columns[last]):
            stop.insert(-1, len(columns))
            columns.append(column)
    hops = [hop for stop in stops for hop in pairwise(stop) if columns[hop[0]] < columns[hop[1]]]
    placed = igraph.Graph(n=len(columns), edges=hops, directed=True).layout_sugiyama(columns, hgap=ROW, vgap=COLUMN)
    corners = _apart(columns, [x for x, _ in placed])
    bends = {pair: [corners[i] for i in stop] for pair, stop in zip(pairs, stops, strict=True)}
    return corners[: len(keys)], bends


def _apart(columns: Sequence[int], heights: Sequence[float]) -> list[tuple[int, int]]:
    """The corners of the boxes: igraph's order within each column, a row apart at least, which it does not ensure."""
    top = min(heights)
    lowest: dict[int, int] = {}
    corners = [(0, 0)] * len(columns)
    for box in sorted(range(len(columns)), key=lambda i: (heights[i], i)):
        column = columns[box]
        y = max(round(heights[box] - top), lowest.get(column, -ROW) + ROW)
        lowest[column] = y
        corners[box] = (column * COLUMN, y)
    return corners


def _columns(size: int, ends: Sequence[tuple[int, int]]) -> list[int]:
    """The column of each box: one more than the rightmost of those that it has it from; a circle is cut open first."""
    graph = igraph.Graph(n=size, edges=ends, directed=True)
    graph.delete_edges(graph.feedback_arc_set())
    columns = [0] * size
    for box in graph.topological_sorting():
        columns[box] = max((columns[before] + 1 for before in graph.predecessors(box)), default=0)
    return columns


def curve(corners: Sequence[tuple[int, int]]) -> str:
    """A line from box to box with a tip at its end; against the order of the columns it keeps to the gaps."""
    half, bow = BOX_HEIGHT // 2, (COLUMN - BOX_WIDTH) // 2
    (x, y), *between, (end, low) = corners
    if end <= x:
        middle, below = BOX_WIDTH // 2, SAG // 2
        aside = f"M{x + middle} {y + BOX_HEIGHT}v{below}H{end + BOX_WIDTH + bow}V{low + BOX_HEIGHT + below}"
        return f"{aside}H{end + middle}v-{below}m-4 6l4-6 4 6"
    path = f"M{x + BOX_WIDTH} {y + half}"
    for left, top in (*between, (end, low)):
        path += f"C{x + BOX_WIDTH + bow} {y + half} {left - bow} {top + half} {left} {top + half}"
        if (left, top) != (end, low):
            path += f"h{BOX_WIDTH}"
        x, y = left, top
    return path + "m-6-4l6 4-6 4"

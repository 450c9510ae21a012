"""What a claim hangs on: the least cut of its network, in words (rating.md, section 12.1).

Whatever support there is passes through the nodes of the cut, and they can pass on no more than that. Of several least
cuts it is always the one nearest the origins.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import igraph

from secondsource.model import Evidence, Hinge, HingeKind
from secondsource.rate.network import (
    UNATTRIBUTED_POOL,
    UNIDENTIFIED_POOL,
    UNNAMED_POOL,
    WEAK,
    Network,
    Node,
    Side,
    lay,
    reach_of,
    split,
    voices,
)
from secondsource.rate.weights import Config, Origin, counted_as, is_vetted

# What is left of an amount by rounding counts as nothing.
ROUNDING = 1e-9

Part = tuple[HingeKind, str, str | None]  # kind, name and, for a report, through whom
POOLS = {
    UNNAMED_POOL: "the unnamed sources",
    UNATTRIBUTED_POOL: "the publications that do not say how they know",
    UNIDENTIFIED_POOL: "the sources that nobody identifies",
    WEAK: "the weak publications",
}
KINDS: dict[str, HingeKind] = {
    "origin": "origin",
    "party": "party",
    "pool": "pool",
    "via": "relay",
    "outlet": "publication",
    "owner": "owner",
    "weak owner": "owner",
}


def hangs_on(side: Side, config: Config) -> tuple[Hinge, ...]:
    """The nodes that all support passes through, those that pass on most first; none where nothing supports it."""
    if not side.rows:
        return ()
    if side.everything >= sum(origin.weight for origin in side.origins.values()) - ROUNDING:
        parts: dict[Part, float] = {("origin", name, None): origin.weight for name, origin in side.origins.items()}
    elif len(side.rows) == 1 and not side.rows[0].via:
        parts = dict([_narrowest(side.rows[0], side, config)])
    else:
        parts = _least_cut(side, config)
    found = [
        Hinge(kind, name, capacity, _strongest((kind, name, through), side, config), through)
        for (kind, name, through), capacity in parts.items()
    ]
    return tuple(
        sorted(found, key=lambda hinge: (-round(hinge.capacity, 9), hinge.kind, hinge.name, hinge.through or ""))
    )


def passes(row: Evidence, part: Part, origins: dict[str, Origin], config: Config) -> bool:
    """Whether what the row says passes through a node."""
    kind, name, through = part
    origin = origins[row.origin]
    match kind:
        case "origin":
            return row.origin == name
        case "party":
            return origin.party == name
        case "report":
            return row.origin == name and through in (*row.via, row.outlet)
        case "relay":
            return name in row.via
        case "publication":
            return row.outlet == name
        case "owner":
            return row.owner == name
    if name == POOLS[WEAK]:
        return not is_vetted(row.outlet_letter, config)
    return any(POOLS.get(group) == name for group, _ in voices(origin, config))


def _strongest(part: Part, side: Side, config: Config) -> int:
    """The index of the row that can bring most through the node."""
    return min(
        (-round(reach_of(row, side.origins, config), 9), row.hop, row.index)
        for row in side.rows
        if passes(row, part, side.origins, config)
    )[2]


def _narrowest(row: Evidence, side: Side, config: Config) -> tuple[Part, float]:
    """The cut of one origin's one way, in closed form: the narrowest place, of equal ones that nearest the origin."""
    word = side.origins[row.origin].weight
    places: list[tuple[Part, float]] = [
        (("origin", row.origin, None), word),
        (("report", row.origin, row.outlet), row.q * word),
        (("publication", row.outlet, None), config.carriage[counted_as(row.outlet_letter, config)]),
    ]
    if not is_vetted(row.outlet_letter, config):
        places.append((("pool", POOLS[WEAK], None), config.weak_pool))
    return min(places, key=lambda place: place[1])


def _least_cut(side: Side, config: Config) -> dict[Part, float]:
    """The least cut nearest the origins: what the source can still reach in the residual of any maximum flow."""
    network = lay(side.rows, side.origins, config)
    edges, amounts = split(network, list(range(len(network.room))))
    source = 2 * len(network.room)
    graph = igraph.Graph(n=source + 2, edges=edges, directed=True)
    flow = graph.maxflow(source, source + 1, amounts).flow
    reached = _reached(source, edges, amounts, flow)
    parts: dict[Part, float] = {}
    for (tail, head), amount in zip(edges, amounts, strict=True):
        if tail in reached and head not in reached:
            for part, share in _parts(tail, head, amount, network, side, config):
                parts[part] = parts.get(part, 0.0) + share
    return parts


def _reached(source: int, edges: list[tuple[int, int]], amounts: list[float], flow: list[float]) -> set[int]:
    """Ends of the split network that more could still be pushed to, or pushed back to."""
    onward: dict[int, list[int]] = {}
    for (tail, head), amount, used in zip(edges, amounts, flow, strict=True):
        if amount - used > ROUNDING:
            onward.setdefault(tail, []).append(head)
        if used > ROUNDING:
            onward.setdefault(head, []).append(tail)
    reached, waiting = {source}, [source]
    while waiting:
        for end in onward.get(waiting.pop(), ()):
            if end not in reached:
                reached.add(end)
                waiting.append(end)
    return reached


def _parts(
    tail: int, head: int, amount: float, network: Network, side: Side, config: Config
) -> Iterator[tuple[Part, float]]:
    """A cut edge as nodes that a reader knows: a split node is itself, an arc is what the origins behind it send."""
    names = list(network.numbers)
    before = names[tail // 2] if tail < 2 * len(names) else None
    after = names[head // 2]
    if before == after:
        yield (KINDS[after[0]], POOLS.get(after, after[1]), None), amount
    elif before is None or before[0] in ("party", "pool"):
        for origin in side.origins.values():
            chain = (None, *(group for group, _ in voices(origin, config)), ("origin", origin.name))
            if (before, after) in pairwise(chain):
                yield ("origin", origin.name, None), origin.weight
    else:
        yield from _reports(before, after, amount, side)


def _reports(before: Node, after: Node, amount: float, side: Side) -> Iterator[tuple[Part, float]]:
    """What the origins send over an arc between an origin, relays and a publication."""
    if before[0] == "origin":
        yield ("report", before[1], after[1]), amount
        return
    routes: dict[tuple[str, tuple[str, ...], str], float] = {}
    for row in side.rows:
        chain: list[Node] = [*(("via", absent) for absent in row.via), ("outlet", row.outlet)]
        if (before, after) in pairwise(chain):
            route = (row.origin, row.via, row.outlet)
            routes[route] = max(routes.get(route, 0.0), row.q * side.origins[row.origin].weight)
    for (origin, _, _), share in routes.items():
        yield ("report", origin, after[1]), share

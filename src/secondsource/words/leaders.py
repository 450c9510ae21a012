"""Leaders known by name, for texts that never say whose they are, read from leaders.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from secondsource.words.spelling import alike, key_of, romanised


@cache
def side_of_leader() -> dict[str, str]:
    """The country or organisation of a leader by full name, and by family name where few others bear it."""
    table = _table()
    shared = frozenset(table["shared"]["families"])
    known: dict[str, str] = {}
    families: dict[str, set[str]] = {}
    for side, names in table.items():
        if side in ("shared", "called"):
            continue
        for name in names:
            known[name] = known[romanised(name)] = side
            last = name.split()[0 if family_first(name, side) else -1]
            for family in {last, romanised(last), name.split("al-")[-1]} - shared:
                families.setdefault(family, set()).add(side)
    alone = {family: sides.pop() for family, sides in families.items() if len(sides) == 1}
    called: dict[str, str] = table["called"]
    return alone | called | {romanised(name): side for name, side in called.items()} | known


def leader_of(name: str) -> str | None:
    """The listed name of a leader said with a middle name, a suffix or in another spelling; None for others."""
    known = side_of_leader()
    if name in known:
        return name
    if " " not in name:
        return next(
            (n for n in _by_key().get(key_of(name), ()) if " " not in n and len(n) > 5 and alike(n, name)), None
        )
    parts = [part for part in name.split() if part not in ("Jr.", "Sr.", "Jr", "Sr")]
    for short in (name, f"{parts[0]} {parts[-1]}"):
        if short in known:
            return short
        for listed in _by_key().get(key_of(short), ()):
            if alike(listed, short):
                return listed
    return None


@cache
def _by_key() -> dict[tuple[str, ...], list[str]]:
    found: dict[tuple[str, ...], list[str]] = {}
    for name in side_of_leader():
        found.setdefault(key_of(name), []).append(name)
    return found


def family_first(name: str, side: str) -> bool:
    """Whether the family name stands first in a name of this side."""
    return side in ("China", "Taiwan", "South Korea", "North Korea", "Vietnam") and len(name.split()[0]) < 6


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("secondsource.words") / "leaders.toml").read_text(encoding="utf-8"))

"""The sectors of society by the words that name their people and bodies, read from sectors.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def sectors() -> tuple[tuple[str, frozenset[str]], ...]:
    """PLOVER sector codes with their words in lower case, the narrower sector first."""
    return tuple((row["code"], frozenset(row["words"])) for row in _table()["sector"])


@cache
def organisations() -> dict[str, str]:
    """The PLOVER code of organisations that are no country's, by name."""
    return {name: code for code, names in _table()["organisation"].items() for name in names}


@cache
def armed_groups() -> dict[str, str]:
    """The ISO 3166 code of the country in which an armed group has its home, by name."""
    return {name: code for code, names in _table()["armed"].items() for name in names}


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("secondsource.words") / "sectors.toml").read_text(encoding="utf-8"))

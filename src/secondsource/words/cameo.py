"""CAMEO codes and what they come to in PLOVER, read from cameo.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A CAMEO code: its label, and PLOVER's category (`NONE` for mere statements, 01x), mode and contexts for it."""

    code: str
    label: str
    category: str
    mode: str | None
    contexts: tuple[str, ...]


@cache
def cameo_codes() -> Mapping[str, CameoCode]:
    """All codes of CAMEO 1.1b3, roots included."""
    data = tomllib.loads((files("secondsource.words") / "cameo.toml").read_text(encoding="utf-8"))
    return {
        code: CameoCode(code, row["label"], row["category"], row.get("mode"), tuple(row.get("contexts", ())))
        for code, row in data.items()
    }

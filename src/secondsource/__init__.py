"""Second Source: how many independent origins stand under each claim in a pile of reports."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from secondsource.model import Document
    from secondsource.pipeline import compare, study

__all__ = ["Document", "compare", "study"]

# The model is loaded with the first use of a name, so that `import secondsource` and `--help` stay quick.
_HOMES = {"Document": "secondsource.model", "compare": "secondsource.pipeline", "study": "secondsource.pipeline"}


def __getattr__(name: str) -> Any:
    """Give `Document`, `study` or `compare`, loading its module on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)

"""Modules of ours that are loaded when something of them is first asked for, because loading them takes long."""

from __future__ import annotations

from importlib import import_module


class Later:
    """Stands for a module until it is needed; a reader of types never sees it."""

    def __init__(self, module: str) -> None:
        self._module = module

    def __getattr__(self, name: str) -> object:
        """Give what the module has under that name."""
        return getattr(import_module(self._module), name)

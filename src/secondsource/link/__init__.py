"""Findings of many documents to Groups: the same actor, event and claim, and who has it from whom."""

from __future__ import annotations

from collections.abc import Iterable

from secondsource.link.index import Index, added, groups
from secondsource.model import Findings, Groups


def link(findings: Iterable[Findings]) -> Groups:
    """Recognise the same things across a pile; the same pile gives the same groups in any order of its documents."""
    index = Index()
    added(index, sorted(findings, key=lambda f: (f.document.file, f.document.id)))
    return groups(index)

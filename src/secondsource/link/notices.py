"""Reports that their publishers take back as a whole: which document of the pile a notice means.

A notice means the document that it is in ("this story has been retracted"), or the one of its publisher that has the
headline it quotes, or the only one of the day it names that speaks of the same people and countries.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from secondsource.model import Document, Findings, Notice

# Names that a notice and the report it means by its day share at least.
SHARED_NAMES = 2
# Under what a report can be called: its publisher, and its headline or its day.
Call: TypeAlias = tuple[str, str]


@dataclass(slots=True)
class Notices:
    """The documents of a pile by what they can be called, and the notices by what they call. Changed by `note` only."""

    called: dict[Call, list[int]] = field(default_factory=lambda: defaultdict(list))
    calling: dict[Call, list[int]] = field(default_factory=lambda: defaultdict(list))
    meant: dict[int, tuple[int, Notice]] = field(default_factory=dict)


def note(
    notices: Notices, findings: Mapping[int, Findings], new: Iterable[int], gone: Mapping[int, Findings]
) -> frozenset[int]:
    """Take documents in and out; give those that are withdrawn now and were not, or no more, or by another."""
    touched: set[int] = set()
    for i, found in gone.items():
        touched |= _enter(notices, i, found, leaves=True)
    for i in new:
        touched |= _enter(notices, i, findings[i], leaves=False)
    changed: set[int] = set()
    for i in touched:
        now = _meant_by(notices, i, findings) if i in findings else None
        if now != notices.meant.get(i):
            changed.add(i)
            if now is None:
                del notices.meant[i]
            else:
                notices.meant[i] = now
    return frozenset(changed & findings.keys())


def _enter(notices: Notices, i: int, found: Findings, *, leaves: bool) -> set[int]:
    """Put a document in its places or take it out; give the documents for which that matters."""
    touched = {i}
    for calls, those in ((_calls_of(found.document), notices.called), (_called_by(found), notices.calling)):
        for call in calls:
            if leaves:
                those[call].remove(i)
                if not those[call]:
                    del those[call]
            else:
                those[call].append(i)
    for call in _called_by(found):
        touched.update(notices.called.get(call, ()))
    for call in _calls_of(found.document):
        if notices.calling.get(call):
            touched.update(notices.called.get(call, ()))
    return touched


def _calls_of(document: Document) -> list[Call]:
    if document.outlet is None:
        return []
    calls = [(document.outlet, _key(document.title))] if document.title and _key(document.title) else []
    when = document.published
    if when is not None and when.earliest is not None and when.earliest == when.latest:
        calls.append((document.outlet, when.earliest.isoformat()))
    return calls


def _called_by(found: Findings) -> list[Call]:
    """What the notices of a document call reports by, each once."""
    return list(dict.fromkeys(call for notice in found.notices for call in _called_in(notice, found)))


def _called_in(notice: Notice, found: Findings) -> list[Call]:
    outlet = notice.by or found.document.outlet
    if notice.kind != "retracts" or outlet is None:
        return []
    names = [_key(title) for title in notice.titles] or ([notice.day.isoformat()] if notice.day else [])
    return [(outlet, name) for name in names if name]


def _key(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.casefold()))


def _meant_by(notices: Notices, i: int, findings: Mapping[int, Findings]) -> tuple[int, Notice] | None:
    """The first notice that takes a document back, with the document that it stands in."""
    found = findings[i]
    for notice in found.notices:
        if notice.this and notice.kind == "retracts":
            return i, notice
    for call in _calls_of(found.document):
        callers = [j for j in notices.calling.get(call, ()) if j != i]
        for j in sorted(callers, key=lambda j: (findings[j].document.file, findings[j].document.id)):
            for notice in findings[j].notices:
                if call in _called_in(notice, findings[j]) and (
                    notice.titles or _is_alone(notices, i, j, findings, call)
                ):
                    return j, notice
    return None


def _is_alone(notices: Notices, i: int, j: int, findings: Mapping[int, Findings], call: Call) -> bool:
    """Whether a document is its publisher's only one of a day, and on the matter of the notice."""
    return [k for k in notices.called[call] if k != j] == [i] and (
        len(_names(findings[i]) & _names(findings[j])) >= SHARED_NAMES
    )


def _names(found: Findings) -> frozenset[str]:
    return frozenset(n.name for n in found.names if n.kind in ("person", "body", "country", "place"))

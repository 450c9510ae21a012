"""Distances: dates told as so long before or after another happening of the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from secondsource.extract.events.retelling import Told
from secondsource.extract.events.slots import moved
from secondsource.extract.reading import Reading
from secondsource.model import Time, When


def resolve_shifts(told: list[Told], reading: Reading) -> list[Told]:
    """Fill dates told as a distance from another event: "three months after the jet was shot down"."""
    for time in reading.times:
        if time.shift is None:
            continue
        sentence = reading.sentence(time.span.start)
        here = [i for i, t in enumerate(told) if t.mention.sentence == sentence]
        left = [i for i in here if told[i].mention.trigger.start < time.span.start]
        right = [i for i in here if told[i].mention.trigger.start >= time.span.end]
        pair = _ends(time, left, right, told, reading)
        if pair is not None:
            _fill(told, *pair, time)
        target = pair[0] if pair is not None else (right or left or [-1])[0]
        if target >= 0 and time.when is not None and told[target].mention.when is None:
            told[target] = replace(told[target], mention=replace(told[target].mention, when=time.when))
    return told


def _ends(time: Time, left: list[int], right: list[int], told: list[Told], reading: Reading) -> tuple[int, int] | None:
    """Which event lies the shift away from which: (the one told by distance, its anchor)."""
    text = reading.document.text
    words = (text[time.span.start : time.span.end] + text[time.span.end : time.span.end + 12]).lower()
    relational = re.search(r"\b(?:after|before|since|following|prior to|ahead of)\b", words) is not None
    if relational and right:
        main = left[-1] if left else (right[-1] if len(right) > 1 else None)
        return None if main is None else (main, right[0])
    if not relational:
        target = right[0] if right else (left[-1] if left else None)
        if target is None:
            return None
        before = [i for i in left if i != target] or [i for i in range(target) if told[i].mention.when is not None]
        return (target, before[-1]) if before else None
    return None


def _fill(told: list[Told], later: int, anchor: int, time: Time) -> None:
    shift = time.shift
    if shift is None:
        return
    known = told[anchor].mention.when or _known_when(told[anchor], told)
    target = told[later].mention
    narrative = target.when is not None and time.when is not None and target.when.said == time.when.said
    if known is not None and (target.when is None or narrative):
        told[later] = replace(told[later], mention=replace(target, when=moved(known, shift, time_words(time, known))))
    elif known is None and target.when is not None:
        back = replace(shift, direction="before" if shift.direction == "after" else "after")
        mention = told[anchor].mention
        told[anchor] = replace(
            told[anchor], mention=replace(mention, when=moved(target.when, back, time_words(time, target.when)))
        )


def time_words(time: Time, anchor: When) -> str:
    """The words of a distance with the words of its anchor: "three months after (May 2023)"."""
    said = time.when.said if time.when is not None else ""
    shift = time.shift
    words = said or (f"{shift.count} {shift.unit}{'s' if shift.count != 1 else ''} {shift.direction}" if shift else "")
    return f"{words} ({anchor.said})"


def _known_when(each: Told, told: Sequence[Told]) -> When | None:
    """The date of the same event where the document gives it elsewhere."""
    sides = {p.side or p.name for p in each.mention.participants}
    dated = [
        o.mention.when
        for o in told
        if o.mention.when is not None
        and o.mention.type == each.mention.type
        and not o.mention.definite
        and o.mention.trigger.start < each.mention.trigger.start
        and sides == {p.side or p.name for p in o.mention.participants}
    ]
    return min(dated, key=_length, default=None)


def _length(when: When) -> int:
    """Days that an interval covers; a large number for an open one."""
    if when.earliest is None or when.latest is None:
        return 100_000
    return (when.latest - when.earliest).days

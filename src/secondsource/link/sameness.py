"""Whether two events of a pile are one: same, different, unsure or not judged, with what speaks for it, slot by slot.

One slot in which they exclude each other makes them different. Without one, what agrees is added up; to be the same,
something must also tie them to one time. Each slot is a small function whose sentence can be shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from secondsource.link.events import around, reported_day, united
from secondsource.link.likeness import (
    MEETINGS,
    Slots,
    compare,
    days,
    distance,
    family,
    finest,
    is_name,
    is_short,
    meet,
    persons,
    sides,
)
from secondsource.model import Comparison, EventGroup, EventMention, Findings, Groups, Name, Place, Point, When
from secondsource.words.synonyms import plain_words

# What agreement in a slot adds. Tellings of one happening agree in .6 or more, as in events.py.
SAME, UNSURE = 0.6, 0.3
DAYS, NEWS, TOWN, COUNTRY, PARTIES, ACTED, PERSONS, ORDER, REPORT = 0.45, 0.3, 0.4, 0.15, 0.2, 0.1, 0.2, 0.4, 0.5
WORD, WORDS = 0.15, 0.45
# So many days are those of one happening; more may hold two.
FEW_DAYS = 3
# What shared words add for meetings, in which everybody talks.
TALK = 0.05
# A word says something where at most this share of the pile's events of a kind, or three of them, have it.
RARE_SHARE, RARE_LEAST = 0.12, 3
# A name that fewer of them have says something.
NAMES_SHARE = 0.33
# Names given of those who take part.
MOST_NAMES = 4
_RUMOURS = frozenset({"alleged", "denied"})
# So many such words tell acts of one kind apart from others of their days.
TELLING = 2


@dataclass(frozen=True, slots=True)
class Told:
    """What a pile tells of one event, as a comparison takes it.

    `news` are the days around the reports that give none, `bare` the reports in which it has neither day nor place nor
    place in a row of its own, `full` those in which it has one.
    """

    event: EventGroup
    slots: Slots
    plural: bool
    news: tuple[When, ...]
    bare: frozenset[int]
    full: frozenset[int]
    words: frozenset[str]


def tell(groups: Groups) -> list[Told]:
    """What a pile tells of each of its events, in their order."""
    words = [_words(event, groups.findings) for event in groups.events]
    common = _common(groups.events, words)
    return [_told(event, groups.findings, w - common) for event, w in zip(groups.events, words, strict=True)]


def judge(one: Told, other: Told, mains: bool = False) -> tuple[Comparison, float]:
    """Whether two events are one, and how much speaks for it (0 to about 2).

    `mains` tells that one of them is the only happening of its kind that the other's reports tell in full.
    """
    points = list(_points(one, other, mains))
    agreed = sum(weight for _, weight in points)
    known = tuple(point for point, _ in points)
    if any(point.bearing == "conflict" for point in known):
        return Comparison("different", known), agreed
    rumour = (one.event.status in _RUMOURS) != (other.event.status in _RUMOURS)
    if rumour and not any(p.slot == "participants" and p.bearing == "agree" for p in known):
        agreed = min(agreed, UNSURE)  # a rumour is not what happened unless both name who
    if agreed >= SAME and _tied(known, one.slots.type in MEETINGS, len(one.words & other.words)):
        return Comparison("same", known), agreed
    if agreed >= UNSURE:
        return Comparison("unsure", known), agreed
    return Comparison("not judged", known), agreed


def _tied(points: Sequence[Point], meeting: bool, words: int) -> bool:
    """Whether anything ties two events to one time; acts of one kind in one place are two until words say otherwise."""
    slots = {p.slot for p in points if p.bearing == "agree"}
    if slots & {"date", "order", "report"}:
        return True
    return words > TELLING or ("news" in slots and (meeting or words >= TELLING))


def _points(one: Told, other: Told, mains: bool) -> Iterator[tuple[Point, float]]:
    yield from _kind(one, other)
    yield from _who(one, other)
    yield from _where(one, other)
    yield from _on_days(one, other)
    yield from _in_a_row(one, other)
    yield from _held(one, other)
    yield from _in_words(one, other)
    if mains:
        yield _agree("report", "One of them gives no day and no place, in reports that tell of the other only"), REPORT


def _agree(slot: str, text: str) -> Point:
    return Point(slot, "agree", text)


def _against(slot: str, text: str) -> tuple[Point, float]:
    return Point(slot, "conflict", text), 0.0


def _open(slot: str, text: str) -> tuple[Point, float]:
    return Point(slot, "unknown", text), 0.0


# --- one slot each ----------------------------------------------------------------------------------------------------


def _kind(one: Told, other: Told) -> Iterator[tuple[Point, float]]:
    if family(one.slots.type) != family(other.slots.type):
        yield _against("type", "Acts of different kinds")
    elif one.slots.remote != other.slots.remote:
        yield _against("type", "One is a call, the other a meeting")
    elif one.plural != other.plural:
        yield _against("type", "One is a single happening, the other several")


def _who(one: Told, other: Told) -> Iterator[tuple[Point, float]]:
    likeness = compare(one.slots, other.slots)
    left, right = one.slots.participants, other.slots.participants
    clash = next((c for c in likeness.conflicts if c.slot == "participants"), None)
    if clash is not None:
        yield _against("participants", f"Others take part: {_few(clash.claimed)}; {_few(clash.documented)}")
    elif "participants" in likeness.matches:
        common = sorted(persons(left) & persons(right)) or sorted(sides(left) & sides(right))
        both = f"Both name {_listed(common)}" if common else "The same kind of people take part"
        yield _agree("participants", both), PARTIES if one.slots.type in MEETINGS else ACTED
        if persons(left) & persons(right):
            yield _agree("persons", "The same persons take part"), PERSONS
    elif not left or not right:
        yield _open("participants", "Neither says who" if not left and not right else "Only one says who")
    else:
        yield _open("participants", "Who takes part is told too vaguely to compare")


def _where(one: Told, other: Told) -> Iterator[tuple[Point, float]]:
    left, right = one.slots.places, other.slots.places
    if not left or not right:
        where = (left or right)[:1]
        yield _open("place", f"Only one says where: {where[0].name}" if where else "Neither says where")
        return
    likeness = compare(one.slots, other.slots)
    a, b = finest(left)[0], finest(right)[0]
    if "place" in likeness.matches:
        same = f"Both in {a.name}" if a.name == b.name else f"One in {a.name}, the other in {b.name}"
        yield _agree("place", same), COUNTRY if "country" in (a.precision, b.precision) else TOWN
    elif any(c.slot == "place" for c in likeness.conflicts):
        km = distance(a, b)
        apart = f", {km:,.0f} km apart" if km is not None and km >= 1 else ""
        yield _against("place", f"Other places{apart}: {a.name}; {b.name}")
    else:
        wide, narrow = (a, b) if a.precision == "country" else (b, a)
        yield _open("place", f"Whether {narrow.name} lies in {wide.name} is not known")


def _on_days(one: Told, other: Told) -> Iterator[tuple[Point, float]]:
    a, b = one.slots.when, other.slots.when
    if a is not None and b is not None and not meet(a, b):
        yield _against("date", f"Different days: {said(a)}; {said(b)}")
    elif a is not None and b is not None and is_short(a) and is_short(b):
        both = f"Both on {said(a)}" if said(a) == said(b) else f"One on {said(a)}, the other on {said(b)}"
        yield _agree("date", both), DAYS if max(days(a), days(b)) <= FEW_DAYS else NEWS
    elif _same_news(one, other):
        yield _agree("news", f"{_dated(a, b)}, but their reports are of the same days"), NEWS
    else:
        yield _open("date", _dated(a, b))


def _dated(a: When | None, b: When | None) -> str:
    told = next((w for w in (a, b) if w is not None and is_short(w)), None)
    return f"Only one says when: {said(told)}" if told is not None else "Neither says when"


def _same_news(one: Told, other: Told) -> bool:
    """Whether the days around the reports of an undated telling are those of the other."""
    mine = (*one.news, *((one.slots.when,) if is_short(one.slots.when) else ()))
    theirs = (*other.news, *((other.slots.when,) if is_short(other.slots.when) else ()))
    return any(meet(a, b) for a in mine for b in theirs if a is not None and b is not None)


def _in_a_row(one: Told, other: Told) -> Iterator[tuple[Point, float]]:
    a, b = one.slots.order, other.slots.order
    if a and b:
        if a != b:
            yield _against("order", f"Number {min(a, b)} of a row and number {max(a, b)}")
        else:
            yield _agree("order", f"Both are number {a} of a row"), ORDER


def _held(one: Told, other: Told) -> Iterator[tuple[Point, float]]:
    states = {one.event.status, other.event.status}
    if "did_not_occur" in states and states & {"occurred", "alleged"}:
        yield _against("status", "One took place by its reports, the other was called off")


def _in_words(one: Told, other: Told) -> Iterator[tuple[Point, float]]:
    common = sorted(one.words & other.words)
    if common:
        most = TALK if one.slots.type in MEETINGS else WORDS
        yield _agree("words", f"Both speak of {_listed(common[:4])}"), min(most, WORD * len(common))


# --- what is told of an event -----------------------------------------------------------------------------------------


def _told(event: EventGroup, findings: Sequence[Findings], words: frozenset[str]) -> Told:
    mentions = [(d, findings[d].events[e]) for d, e in event.mentions]
    slots = united([m for _, m in mentions])
    if not slots.places:
        slots = replace(slots, places=_single(p for d, m in mentions for p in _places_beside(m, findings[d])))
    if slots.when is None:
        slots = replace(
            slots, when=next(iter(_single(w for d, m in mentions for w in _days_beside(m, findings[d]))), None)
        )
    news = dict.fromkeys(
        window
        for d, m in mentions
        if not is_short(m.when) and m.status != "planned" and (day := reported_day(findings[d])) is not None
        for window in (around(None, day),)
        if window is not None
    )
    full = frozenset(d for d, m in mentions if is_short(m.when) or m.place is not None or m.order)
    documents = frozenset(d for d, _ in mentions)
    bare = documents
    if slots.places or slots.when or slots.order or any(_sets_apart(m, findings[d]) for d, m in mentions):
        bare = frozenset()
    return Told(event, slots, any(m.plural for _, m in mentions), tuple(news), bare, full, words)


def _single(found: Iterable[Place] | Iterable[When]) -> tuple:  # type: ignore[type-arg]
    """The one value that was found, if it is the only one."""
    values = tuple(dict.fromkeys(found))
    return values if len(values) == 1 else ()


def _alone(mention: EventMention, found: Findings) -> bool:
    """Whether a sentence tells of this happening only, so that what else it names is about it."""
    return sum(m.sentence == mention.sentence for m in found.events) == 1


def _named(mention: EventMention, found: Findings) -> list[Name]:
    inside = mention.sentence
    return [n for n in found.names if inside.start <= n.span.start < inside.end]


def _places_beside(mention: EventMention, found: Findings) -> Iterator[Place]:
    """The towns that a sentence names without setting its event there, the dateline left out."""
    if _alone(mention, found):
        for name in _named(mention, found):
            place = name.place
            if place is None or place.precision not in ("city", "site") or name.acts:
                continue
            if place.name.lower() != (found.document.dateline or "").lower():
                yield place


def _days_beside(mention: EventMention, found: Findings) -> Iterator[When]:
    """The days that a sentence names without dating its event by them, the report's own left out."""
    inside = mention.sentence
    if not _alone(mention, found):
        return
    for time in found.times:
        when = time.when
        within = inside.start <= time.span.start < inside.end
        if within and when is not None and is_short(when) and when != found.document.published:
            yield replace(when, said="")


def _sets_apart(mention: EventMention, found: Findings) -> bool:
    """Whether a sentence names any time, so that what it tells need not be what its report is about."""
    inside = mention.sentence
    return any(t.type in ("DATE", "TIME") and inside.start <= t.span.start < inside.end for t in found.times)


def _words(event: EventGroup, findings: Sequence[Findings]) -> frozenset[str]:
    """The words that tell an event, and the names beside it, without those who take part and the places."""
    left_out = {p.name for p in event.participants if is_name(p.name)} | sides(event.participants)
    left_out |= {p.name for p in event.places} | {p.country for p in event.places if p.country}
    left_out |= {w.lower() for name in left_out for w in name.split()}
    return frozenset(plain_words(w for w in event.words if w not in left_out))


def _common(events: Sequence[EventGroup], words: Sequence[frozenset[str]]) -> frozenset[str]:
    """The words that too many events of a pile have to say anything."""
    counts = Counter(w for each in words for w in each)

    def most(word: str) -> int:
        return max(RARE_LEAST, int((NAMES_SHARE if word[:1].isupper() else RARE_SHARE) * len(events)))

    return frozenset(w for w, n in counts.items() if n > most(w))


# --- words of a sentence ----------------------------------------------------------------------------------------------


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + (" and " if len(names) > 1 else "") + names[-1] if names else ""


def _few(names: str) -> str:
    """The first of many names."""
    listed = names.split(", ")
    return _listed(listed) if len(listed) <= MOST_NAMES else f"{', '.join(listed[:MOST_NAMES])} and others"


def said(when: When) -> str:
    """An interval in plain words: "5 November 2025", "5 to 12 November 2025"."""
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return f"until {_day(last)}" if last else f"from {_day(first)}" if first else when.said
    if first == last:
        return _day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {_day(last)}"
    return f"{_day(first)} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"

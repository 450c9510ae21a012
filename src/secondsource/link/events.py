"""The same event across the pile: mentions that can only tell of one happening are put together.

Every mention meets the groups that share its category and a pair of its sides (or its actor), the fullest mentions
first. Where two parties do too much together for that to say anything, it meets those of the same days, the same report
or the same place. A mention that clashes with a group in participants, place, date or order never joins it; one that
agrees in nothing but who took part stays apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from hashlib import sha256
from itertools import combinations
from typing import Any, Literal, cast

from secondsource.link.greedy import Group, Grouping, Item, Rule, regroup
from secondsource.link.likeness import (
    MEETINGS,
    SHORT_DAYS,
    Slots,
    compare,
    contains,
    days,
    family,
    is_short,
    meet,
    persons,
    sides,
    slots_of_mention,
)
from secondsource.model import EventGroup, EventMention, EventStatus, Findings, Likeness, Participant, Place, When
from secondsource.words.synonyms import plain_words

Publicity = Literal["secret", "public"] | None
JOIN = 0.6
NEWS_DAYS = 10
# What it adds that one report says it has its matter from the other.
RELAYED = 0.2
# Telling words that two undated tellings of an act must share (0 to .5) to be one.
LEAST_LEXICAL = 0.25
# What shared telling words say of meetings, in which everybody talks: which of two that fit alike is meant.
_TIE = 0.1
# Days that one block of an overfull pair of parties covers.
_WINDOW = 8
_PRECISION = {"site": 0, "city": 1, "sea": 2, "region": 3, "country": 4}
# What decides the status of an event told in several ways, first the strongest.
_BY_WEIGHT: tuple[EventStatus, ...] = ("occurred", "did_not_occur", "denied", "alleged", "planned")


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention with what its report says of it: where it stands, who published that when, and whom it relays."""

    document: int
    index: int
    mention: EventMention
    slots: Slots
    plain: frozenset[str]
    persons: frozenset[str]
    reported: date | None
    outlet: str | None
    lead: str | None


@dataclass(slots=True)
class _Growing:
    """What the members of a group tell together."""

    slots: Slots
    people: dict[str, Participant] = field(default_factory=dict)
    words: dict[str, set[str]] = field(default_factory=dict)  # by the plain word
    around: dict[tuple[bool, When], None] = field(default_factory=dict)
    triggers: dict[int, list[int]] = field(default_factory=dict)
    outlets: Counter[str | None] = field(default_factory=Counter)
    leads: Counter[str | None] = field(default_factory=Counter)
    persons: frozenset[str] = frozenset()
    plural: bool = False
    planned: bool = False
    told: bool = False  # of what took place, or may have


def group_events(findings: Sequence[Findings]) -> tuple[EventGroup, ...]:
    """The events of a pile, in the order of their first mention."""
    grouping = new_grouping()
    tellings = [item for d, found in enumerate(findings) for item in tellings_of(d, (d,), found)]
    closed = [close(members_of(group), findings) for group in regroup(grouping, tellings)]
    return tuple(sorted(closed, key=lambda g: min(g.mentions)))


def new_grouping() -> Grouping[Telling, _Growing]:
    """A grouping of tellings with nothing in it."""
    return Grouping(Rule(_sameness, _grown, JOIN))


def tellings_of(document: int, key: tuple[Any, ...], found: Findings) -> list[Item[Telling]]:
    """The mentions of a document, to be grouped; `key` is its place in the order of documents."""
    reported = reported_day(found)
    lead = found.lead.name if found.lead is not None else None
    items = []
    for index, mention in enumerate(found.events):
        slots = slots_of_mention(mention)
        names = {p.name for p in mention.participants} | {p.side for p in mention.participants if p.side}
        plain = plain_words(mention.words - names)
        people = persons(mention.participants)
        telling = Telling(document, index, mention, slots, plain, people, reported, found.document.outlet, lead)
        items.append(Item((-_fullness(mention), *key, index), tuple(_keys(telling)), telling))
    return items


def members_of(group: Group[Telling]) -> list[tuple[int, int]]:
    """The mentions of a group by document and number, in the order of documents."""
    members = sorted(group.members, key=lambda item: item.rank[1:])
    return [(item.what.document, item.what.index) for item in members]


def reported_day(found: Findings) -> date | None:
    """The day of a news report; none for a reference work, which tells of any time."""
    published = found.document.published
    if published is None or found.basis == "reference" or days(published) > SHORT_DAYS:
        return None
    return published.earliest


def _fullness(mention: EventMention) -> int:
    narrow = mention.when is not None and days(mention.when) <= SHORT_DAYS
    return 2 * narrow + (mention.place is not None) + min(2, len(mention.participants)) - 2 * mention.definite


def _keys(telling: Telling) -> Iterator[tuple[object, ...]]:
    """The blocks of a mention: its category with each pair of its sides, or with its actor; and each of them cut finer.

    The finer ones find what is to be found where the others hold too much: by days, by report, by place.
    """
    mention = telling.mention
    kind = family(mention.type)
    parts = sorted(sides(mention.participants))
    if mention.type in MEETINGS and len(parts) > 1:
        blocks: list[tuple[object, ...]] = [(kind, *pair) for pair in list(combinations(parts, 2))[:15]]
    else:
        blocks = [(kind, part) for part in sorted({*parts, *(p.name for p in mention.participants)})[:8]]
    told = around(mention.when, telling.reported if mention.status != "planned" else None)
    windows = range(0)
    if told is not None and told.earliest is not None and told.latest is not None:
        windows = range(told.earliest.toordinal() // _WINDOW, told.latest.toordinal() // _WINDOW + 1)
    for block in blocks:
        yield block
        yield (*block, telling.document)
        for window in windows:
            yield (*block, "days", window)
        if mention.place is not None:
            yield (*block, "place", mention.place.name)


def around(when: When | None, reported: date | None) -> When | None:
    """The days in which a telling sets its event: those it names, else the ten before its report."""
    if when is not None and days(when) <= SHORT_DAYS:
        return when
    return When(reported - timedelta(days=NEWS_DAYS), reported, "") if reported is not None else None


def _same_news(telling: Telling, group: _Growing) -> bool:
    """Whether an undated telling and a group can be one because the reports are of the same days.

    A report without a date for what it tells mostly tells of the ten days before it.
    """
    mention, reported = telling.mention, telling.reported
    if reported is None or mention.status == "planned":
        return False
    mine = around(mention.when, reported)
    if mine is None:
        return False
    dated = is_short(mention.when)
    return any(meet(mine, theirs) for short, theirs in group.around if not (dated and short))


def _sameness(telling: Telling, group: _Growing) -> float:
    """How sure it is that a mention tells of a group's event, 0 to 1; 0 where they exclude each other."""
    mention, slots = telling.mention, group.slots
    meets = mention.type in MEETINGS and "visit" not in mention.modes
    shared = _lexical(telling, group)
    # Two acts of one kind in one place are two until something says otherwise.
    bare = not meets and shared < LEAST_LEXICAL and not mention.definite
    dated = mention.when is not None and slots.when is not None
    if _is_another(mention, group) or (bare and not dated):
        return 0.0  # as `compare` would find, at more cost
    likeness = compare(telling.slots, slots)
    if _clash(likeness) or (bare and "date" not in likeness.matches):
        return 0.0
    agree = _dates_agree(telling, likeness, group)
    if "place" in likeness.matches:
        agree += 0.4 if mention.place is not None and mention.place.precision != "country" else 0.2
    if mention.type in MEETINGS and not mention.plural and _close_by(telling, group):
        agree += 0.45
    agree += _same_report(telling, group)
    if mention.order and slots.order == mention.order:
        agree += 0.4
    if telling.persons & group.persons:
        agree += 0.2
    if meets:
        agree += _TIE * shared
    else:
        agree += shared + (0.1 if telling.document in group.triggers else 0.0)
    if "participants" in likeness.matches:
        agree += 0.2 if meets else 0.15
    if mention.status == "planned" or group.planned:
        agree += 0.05
    return agree


def _same_report(telling: Telling, group: _Growing) -> float:
    """What it says for one event that its tellings stand in one report, or in one and in another that relays it."""
    mine = len(group.triggers.get(telling.document, ()))
    again = 0.6 if telling.mention.definite and mine else 0.0
    lead, outlet = telling.lead, telling.outlet
    own = mine if lead is not None and lead == outlet else 0
    kin = (lead is not None and group.outlets[lead] > own) or (outlet is not None and group.leads[outlet] > own)
    return again + (RELAYED if kin else 0.0)


def _clash(likeness: Likeness) -> bool:
    """Whether a slot forbids that two tellings are of one event."""
    return any(c.slot in ("participants", "place", "date", "type") for c in likeness.conflicts)


def _is_another(mention: EventMention, group: _Growing) -> bool:
    """Whether a mention cannot tell of a group's event: its days, its place in a row, its number or its kind forbid."""
    when = group.slots.when
    if mention.when is not None and when is not None and not meet(mention.when, when):
        return True
    if mention.order and group.slots.order and mention.order != group.slots.order:
        return True
    if mention.plural != group.plural:
        return True
    return "visit" in mention.modes and not group.slots.visit and mention.type == "CONSULT"


def _dates_agree(telling: Telling, likeness: Likeness, group: _Growing) -> float:
    """What the dates say for one event: short intervals that meet, else reports of the same days."""
    if "date" in likeness.matches and is_short(telling.mention.when) and is_short(group.slots.when):
        return 0.45 if max(days(telling.mention.when), days(group.slots.when)) <= NEWS_DAYS else 0.3
    return 0.4 if _same_news(telling, group) else 0.0


# Sentences this near to each other go on telling the same thing.
_NEARBY = 500


def _close_by(telling: Telling, group: _Growing) -> bool:
    at = telling.mention.trigger.start
    return any(abs(start - at) < _NEARBY for start in group.triggers.get(telling.document, ()))


def _lexical(telling: Telling, group: _Growing) -> float:
    """Shared telling words, names of participants left out: up to .4 for half of the rarer telling's words."""
    mine = telling.plain
    if not mine or not group.words:
        return 0.0
    names = {p.name for p in telling.mention.participants} | {p.side for p in telling.mention.participants if p.side}
    common = sum(1 for word in mine if not group.words.get(word, names) <= names)
    theirs = len(group.words) - len(names)  # at least
    if theirs < len(mine):
        theirs = sum(1 for said in group.words.values() if not said <= names)
    return min(0.5, 0.9 * common / min(len(mine), theirs)) if theirs else 0.0


def _grown(group: _Growing | None, telling: Telling) -> _Growing:
    """A group with one more telling: its slots are those that `united` gives of all."""
    mention = telling.mention
    if group is None:
        group = _Growing(replace(united((mention,)), words=frozenset()))
        _meet_people(group, mention.participants)
    elif _meet_people(group, mention.participants):
        group.slots = replace(group.slots, participants=_who(group.people))
    group.slots = _filled(group, mention)
    group.persons = persons(group.slots.participants)
    for word in mention.words - group.slots.words:
        group.words.setdefault(next(iter(plain_words((word,)))), set()).add(word)
    if not mention.words <= group.slots.words:
        group.slots = replace(group.slots, words=group.slots.words | mention.words)
    told = around(mention.when, telling.reported)
    if told is not None:
        group.around[is_short(mention.when), told] = None
    group.triggers.setdefault(telling.document, []).append(mention.trigger.start)
    group.outlets[telling.outlet] += 1
    group.leads[telling.lead] += 1
    group.plural |= mention.plural
    group.planned |= mention.status == "planned"
    group.told |= mention.status != "planned"
    return group


def _meet_people(group: _Growing, participants: Sequence[Participant]) -> bool:
    """Note who takes part by one more telling; whether that was news."""
    news = False
    for p in participants:
        old = group.people.get(p.name)
        if old is None or (p.side and p.side != old.side):
            group.people[p.name] = p if old is None else replace(old, side=p.side or old.side)
            news = True
    return news


def _filled(group: _Growing, mention: EventMention) -> Slots:
    """A group's slots with those filled that one more telling fills first, or more narrowly."""
    slots = group.slots
    when = slots.when
    if mention.when is not None and (when is None or days(mention.when) < days(when)):
        when = mention.when
    return Slots(
        slots.type if group.told or mention.status == "planned" else mention.type,
        slots.status,
        slots.participants,
        slots.places if mention.place is None or mention.place in slots.places else (*slots.places, mention.place),
        when,
        slots.publicity or mention.publicity,
        slots.order or mention.order,
        (),
        slots.visit or "visit" in mention.modes,
        slots.remote or "phone" in mention.modes,
        slots.words,
    )


def united(mentions: Sequence[EventMention]) -> Slots:
    """The slots that several tellings of one event fill together."""
    people = _people(mentions)
    whens = [m.when for m in mentions if m.when is not None]
    when = min(whens, key=days, default=None)
    places = tuple(dict.fromkeys(m.place for m in mentions if m.place is not None))
    first = mentions[0]
    return Slots(
        next((m.type for m in mentions if m.status != "planned"), first.type),
        first.status,
        people,
        places,
        when,
        next((m.publicity for m in mentions if m.publicity), None),
        next((m.order for m in mentions if m.order), None),
        (),
        any("visit" in m.modes for m in mentions),
        any("phone" in m.modes for m in mentions),
        frozenset(w for m in mentions for w in m.words),
    )


def _people(mentions: Sequence[EventMention]) -> tuple[Participant, ...]:
    """Everybody named in any mention; a bare country goes where somebody of it is named."""
    known: dict[str, Participant] = {}
    for mention in mentions:
        for p in mention.participants:
            old = known.get(p.name, p)
            known[p.name] = replace(old, side=p.side or old.side)
    return _who(known)


def _who(known: Mapping[str, Participant]) -> tuple[Participant, ...]:
    people = list(known.values())
    named = {p.side for p in people if p.name != p.side and p.name[:1].isupper() and " " in p.name}
    return tuple(p for p in people if not (p.name == p.side and p.side in named and len(people) > 2))


def close(members: Sequence[tuple[int, int]], findings: Mapping[int, Findings] | Sequence[Findings]) -> EventGroup:
    """The event that these mentions tell of, given by document and number in the order of documents."""
    mentions = [findings[d].events[e] for d, e in members]
    status = event_status(mentions)
    best = min(
        mentions,
        key=lambda m: (m.status != status, m.definite, -_fullness(m), -len(m.participants), len(m.label), m.label),
    )
    places = tuple(dict.fromkeys(m.place for m in mentions if m.place is not None))
    slots = united(mentions)
    return EventGroup(
        id=_identity(best, findings, members),
        label=best.label,
        type=slots.type,
        modes=_modes(mentions, status),
        contexts=best.contexts,
        cameo=best.cameo,
        participants=slots.participants,
        place=_place(mentions, status),
        when=_when(mentions, status),
        status=status,
        publicity=cast(Publicity, slots.publicity),
        order=slots.order,
        mentions=tuple(members),
        words=slots.words,
        places=places,
    )


def _modes(mentions: Sequence[EventMention], status: EventStatus) -> tuple[str, ...]:
    modes = [m for mention in mentions for m in mention.modes if m not in ("future", "negation")]
    extra = ["future"] if status == "planned" else ["negation"] if status == "did_not_occur" else []
    return tuple(dict.fromkeys([*modes, *extra]))


def event_status(mentions: Sequence[EventMention]) -> EventStatus:
    """The status by all mentions together: plain voice beats rumour, what happened beats what was planned."""
    told = [m.status for m in mentions if not m.definite or m.status == "did_not_occur"] or [m.status for m in mentions]
    for status in _BY_WEIGHT:
        if status in told:
            if status == "denied" and "alleged" in told:
                return "alleged"
            return status
    return told[0]


def _place(mentions: Sequence[EventMention], status: EventStatus) -> Place | None:
    told = [m.place for m in mentions if m.place is not None and m.status == status]
    told = told or [m.place for m in mentions if m.place is not None]
    if not told:
        return None
    counts = Counter(p.name for p in told)
    return min(
        told, key=lambda p: (_PRECISION[p.precision], -counts[p.name], -sum(contains(q, p) for q in told), p.name)
    )


def _when(mentions: Sequence[EventMention], status: EventStatus) -> When | None:
    dated = [(m.status, m.when) for m in mentions if m.when is not None]
    closed = [(s, w) for s, w in dated if w.earliest is not None and w.latest is not None] or dated
    told = [w for s, w in closed if s == status] or [w for _, w in closed]
    return min(told, key=lambda w: (days(w), w.said), default=None)


def _identity(
    best: EventMention, findings: Mapping[int, Findings] | Sequence[Findings], members: Sequence[tuple[int, int]]
) -> str:
    """An id made of content only: the category and the first mention's document, trigger and place."""
    told = [(findings[d].document.id, findings[d].events[e]) for d, e in members]
    first = min((document, m.trigger.start, m.place.name if m.place else "") for document, m in told)
    return "e" + sha256(f"{best.type}|{first}".encode()).hexdigest()[:10]

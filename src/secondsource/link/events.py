"""The same event across the pile: mentions that can only tell of one happening are put together.

Every mention meets the groups that share its category and a pair of its sides (or its actor), the fullest mentions
first, so the work is linear in the pile as long as few events share one block. A mention that clashes with a group in
participants, place, date or order never joins it; one that agrees in nothing but who took part stays apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from hashlib import sha256
from itertools import combinations
from typing import Literal, cast

from secondsource.link.likeness import Slots, compare, contains, days, family, meet, persons, sides, slots_of_mention
from secondsource.model import EventGroup, EventMention, EventStatus, Findings, Likeness, Participant, Place, When
from secondsource.words.synonyms import plain_words

Publicity = Literal["secret", "public"] | None
JOIN = 0.6
# An interval this short says when a happening was; "this year" does not.
SHORT_DAYS = 45
NEWS_DAYS = 10
# What it adds that one report says it has its matter from the other.
RELAYED = 0.2
# Telling words that two undated tellings of an act must share (0 to .5) to be one.
LEAST_LEXICAL = 0.25
_BLOCK_LIMIT = 60
_PRECISION = {"site": 0, "city": 1, "sea": 2, "region": 3, "country": 4}
_MEETING = frozenset({"CONSULT", "COOPERATE", "AGREE"})
# What decides the status of an event told in several ways, first the strongest.
_BY_WEIGHT: tuple[EventStatus, ...] = ("occurred", "did_not_occur", "denied", "alleged", "planned")


@dataclass(slots=True)
class _Growing:
    """A group while it is built."""

    members: list[tuple[int, int]] = field(default_factory=list)
    mentions: list[EventMention] = field(default_factory=list)
    slots: Slots | None = None
    words: Counter[str] = field(default_factory=Counter)
    reported: list[tuple[date | None, When | None]] = field(default_factory=list)


def group_events(findings: Sequence[Findings]) -> tuple[EventGroup, ...]:
    """The events of a pile, in the order of their first mention."""
    rows = [(d, e, mention) for d, found in enumerate(findings) for e, mention in enumerate(found.events)]
    rows.sort(key=lambda r: (-_fullness(r[2]), r[0], r[1]))
    blocks: dict[tuple[str, ...], list[_Growing]] = defaultdict(list)
    groups: list[_Growing] = []
    kin = _kin(findings)
    for document, index, mention in rows:
        reported = _reported(findings[document])
        home = _home(mention, kin[document], reported, blocks)
        if home is None:
            home = _Growing()
            groups.append(home)
        _add(home, document, index, mention)
        home.reported.append((reported, mention.when))
        for key in _keys(mention):
            if home not in blocks[key]:
                blocks[key].append(home)
    closed = [_close(g, findings) for g in groups]
    return tuple(sorted(closed, key=lambda g: min(g.mentions)))


@dataclass(frozen=True, slots=True)
class _Kin:
    """A document by its place in the pile, and those from which it says that it has its matter, or the reverse."""

    document: int
    others: frozenset[int]


def _kin(findings: Sequence[Findings]) -> list[_Kin]:
    """Who relays whom, by the outlet at which a document's opening lays its main matter."""
    by_outlet: dict[str, set[int]] = defaultdict(set)
    for i, found in enumerate(findings):
        if found.document.outlet:
            by_outlet[found.document.outlet].add(i)
    others: list[set[int]] = [set() for _ in findings]
    for i, found in enumerate(findings):
        for j in by_outlet.get(found.lead.name, ()) if found.lead is not None else ():
            others[i].add(j)
            others[j].add(i)
    return [_Kin(i, frozenset(other - {i})) for i, other in enumerate(others)]


def _reported(found: Findings) -> date | None:
    """The day of a news report; a reference work tells of any time."""
    published = found.document.published
    if published is None or found.basis == "reference" or days(published) > SHORT_DAYS:
        return None
    return published.earliest


def _fullness(mention: EventMention) -> int:
    narrow = mention.when is not None and days(mention.when) <= SHORT_DAYS
    return 2 * narrow + (mention.place is not None) + min(2, len(mention.participants)) - 2 * mention.definite


def _keys(mention: EventMention) -> Iterator[tuple[str, ...]]:
    """The blocks of a mention: its category with each pair of its sides, or with its actor."""
    kind = family(mention.type)
    parts = sorted(sides(mention.participants))
    if mention.type in _MEETING and len(parts) > 1:
        for pair in list(combinations(parts, 2))[:15]:
            yield (kind, *pair)
    else:
        for part in sorted({*parts, *(p.name for p in mention.participants)})[:8]:
            yield (kind, part)


def _home(
    mention: EventMention, kin: _Kin, reported: date | None, blocks: dict[tuple[str, ...], list[_Growing]]
) -> _Growing | None:
    scored: list[tuple[float, int, _Growing]] = []
    seen: set[int] = set()
    for key in _keys(mention):
        for group in blocks[key][-_BLOCK_LIMIT:]:
            if id(group) not in seen:
                seen.add(id(group))
                score = _sameness(mention, kin, reported, group)
                if score >= JOIN:
                    scored.append((score, -len(seen), group))
    return max(scored, key=lambda s: s[:2])[2] if scored else None


def _around(when: When | None, reported: date | None) -> When | None:
    """The days in which a telling sets its event: those it names, else the ten before its report."""
    if when is not None and days(when) <= SHORT_DAYS:
        return when
    return When(reported - timedelta(days=NEWS_DAYS), reported, "") if reported is not None else None


def _same_news(mention: EventMention, reported: date | None, group: _Growing) -> bool:
    """Whether an undated telling and a group can be one because the reports are of the same days.

    A report without a date for what it tells mostly tells of the ten days before it.
    """
    if reported is None or mention.status == "planned":
        return False
    mine = _around(mention.when, reported)
    if mine is None:
        return False
    dated = _is_short(mention.when)
    around = [_around(when, other) for other, when in group.reported if not (dated and _is_short(when))]
    return any(meet(mine, theirs) for theirs in around if theirs is not None)


def _is_short(when: When | None) -> bool:
    return when is not None and days(when) <= SHORT_DAYS


def _sameness(mention: EventMention, kin: _Kin, reported: date | None, group: _Growing) -> float:
    """How sure it is that a mention tells of a group's event, 0 to 1; 0 where they exclude each other."""
    if group.slots is None:
        return 0.0
    likeness = compare(slots_of_mention(mention), group.slots)
    if _excluded(mention, likeness, group, group.slots):
        return 0.0
    meets = mention.type in _MEETING and "visit" not in mention.modes
    shared = 0.0 if meets else _lexical(mention, group)
    if not meets and shared < LEAST_LEXICAL and "date" not in likeness.matches and not mention.definite:
        return 0.0  # two acts of one kind in one place are two until something says otherwise
    agree = _dates_agree(mention, reported, likeness, group)
    if "place" in likeness.matches:
        agree += 0.4 if mention.place is not None and mention.place.precision != "country" else 0.2
    if mention.type in _MEETING and not mention.plural and _close_by(mention, kin.document, group):
        agree += 0.45
    same_document = any(d == kin.document for d, _ in group.members)
    agree += _same_report(mention, kin, group)
    if mention.order and group.slots.order == mention.order:
        agree += 0.4
    if persons(mention.participants) & persons(group.slots.participants):
        agree += 0.2
    if not meets:
        agree += shared + (0.1 if same_document else 0.0)
    if "participants" in likeness.matches:
        agree += 0.2 if meets else 0.15
    if mention.status == "planned" or any(m.status == "planned" for m in group.mentions):
        agree += 0.05
    return agree


def _same_report(mention: EventMention, kin: _Kin, group: _Growing) -> float:
    """What it says for one event that its tellings stand in one report, or in one and in another that relays it."""
    documents = {d for d, _ in group.members}
    again = 0.6 if mention.definite and kin.document in documents else 0.0
    return again + (RELAYED if documents & kin.others else 0.0)


def _excluded(mention: EventMention, likeness: Likeness, group: _Growing, slots: Slots) -> bool:
    """Whether a mention cannot tell of a group's event: a slot, its place in a row, its number or its kind forbids."""
    if any(c.slot in ("participants", "place", "date", "type") for c in likeness.conflicts):
        return True
    if mention.order and slots.order and mention.order != slots.order:
        return True
    if mention.plural != any(m.plural for m in group.mentions):
        return True
    return "visit" in mention.modes and not slots.visit and mention.type == "CONSULT"


def _dates_agree(mention: EventMention, reported: date | None, likeness: Likeness, group: _Growing) -> float:
    """What the dates say for one event: short intervals that meet, else reports of the same days."""
    when = group.slots.when if group.slots is not None else None
    if "date" in likeness.matches and _is_short(mention.when) and _is_short(when):
        return 0.45
    return 0.4 if _same_news(mention, reported, group) else 0.0


# Sentences this near to each other go on telling the same thing.
_NEARBY = 500


def _close_by(mention: EventMention, document: int, group: _Growing) -> bool:
    return any(
        d == document and abs(m.trigger.start - mention.trigger.start) < _NEARBY
        for (d, _), m in zip(group.members, group.mentions, strict=True)
    )


def _lexical(mention: EventMention, group: _Growing) -> float:
    """Shared telling words, names of participants left out: up to .4 for half of the rarer telling's words."""
    names = {p.name for p in mention.participants} | {p.side for p in mention.participants if p.side}
    mine = plain_words(mention.words - names)
    theirs = plain_words(set(group.words) - names)
    if not mine or not theirs:
        return 0.0
    return min(0.5, 0.9 * len(mine & theirs) / min(len(mine), len(theirs)))


def _add(group: _Growing, document: int, index: int, mention: EventMention) -> None:
    group.members.append((document, index))
    group.mentions.append(mention)
    group.words.update(mention.words)
    group.slots = _union(group.mentions)


def _union(mentions: Sequence[EventMention]) -> Slots:
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
    people = list(known.values())
    named = {p.side for p in people if p.name != p.side and p.name[:1].isupper() and " " in p.name}
    return tuple(p for p in people if not (p.name == p.side and p.side in named and len(people) > 2))


def _close(group: _Growing, findings: Sequence[Findings]) -> EventGroup:
    members = sorted(group.members)
    mentions = [findings[d].events[e] for d, e in members]
    status = event_status(mentions)
    best = min(
        mentions,
        key=lambda m: (m.status != status, m.definite, -_fullness(m), -len(m.participants), len(m.label), m.label),
    )
    places = tuple(dict.fromkeys(m.place for m in mentions if m.place is not None))
    slots = _union(mentions)
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
        words=frozenset(group.words),
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


def _identity(best: EventMention, findings: Sequence[Findings], members: Sequence[tuple[int, int]]) -> str:
    """An id made of content only: the category and the first mention's document, trigger and place."""
    told = [(findings[d].document.id, findings[d].events[e]) for d, e in members]
    first = min((document, m.trigger.start, m.place.name if m.place else "") for document, m in told)
    return "e" + sha256(f"{best.type}|{first}".encode()).hexdigest()[:10]

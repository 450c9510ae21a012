"""Likeness: how near two tellings of a happening are, slot by slot, and where they exclude each other.

Weights and rules are those of rating.md, section 11. A slot that one side leaves open is left out of the score.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import asin, cos, radians, sin, sqrt

from secondsource.model import Conflict, EventGroup, EventMention, Figure, Likeness, Participant, Place, When
from secondsource.words.synonyms import plain_words

WEIGHTS = {"participants": 0.35, "place": 0.25, "date": 0.20, "type": 0.10, "publicity": 0.10}
# A region's point lies up to this far from its towns: half the width of the largest regions in the news.
REGION_KM = 700.0
SITE_KM = 40.0
# Categories between which tellings of one happening vary.
_FAMILY = {"MOBILIZE": "COOPERATE"}
MEETINGS = frozenset({"CONSULT", "COOPERATE", "AGREE"})
_NUMBERS = frozenset(
    "a an one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred dozens scores hundreds thousands "
    "several many some".split()
)
# An interval this short says when a happening was; "this year" does not.
SHORT_DAYS = 45


@dataclass(frozen=True, slots=True)
class Slots:
    """The slots of one telling, or of all tellings of one event together."""

    type: str
    status: str
    participants: tuple[Participant, ...]
    places: tuple[Place, ...]
    when: When | None
    publicity: str | None
    order: int | None
    figures: tuple[Figure, ...] = ()
    visit: bool = False
    remote: bool = False
    words: frozenset[str] = frozenset()


def slots_of_mention(mention: EventMention) -> Slots:
    """The slots that one sentence fills."""
    return Slots(
        mention.type,
        mention.status,
        mention.participants,
        (mention.place,) if mention.place else (),
        mention.when,
        mention.publicity,
        mention.order,
        mention.figures,
        "visit" in mention.modes,
        "phone" in mention.modes,
        mention.words,
    )


def slots_of_group(group: EventGroup) -> Slots:
    """The slots that a whole event has by all its tellings."""
    return Slots(
        group.type,
        group.status,
        group.participants,
        group.places or ((group.place,) if group.place else ()),
        group.when,
        group.publicity,
        group.order,
        (),
        "visit" in group.modes,
        "phone" in group.modes,
        group.words,
    )


def compare(claimed: Slots, documented: Slots) -> Likeness:
    """How near two tellings are; the first is the claim where it matters which is which."""
    score = total = 0.0
    matches: list[str] = []
    unknown: list[str] = []
    conflicts: list[Conflict] = []
    for slot, value, conflict in (
        ("participants", *_participants(claimed, documented)),
        ("place", *_place(claimed, documented)),
        ("date", *_date(claimed, documented)),
        ("type", *_type(claimed, documented)),
        ("publicity", *_publicity(claimed, documented)),
    ):
        if value is None:
            unknown.append(slot)
            continue
        score += WEIGHTS[slot] * value
        total += WEIGHTS[slot]
        if conflict is not None:
            conflicts.append(conflict)
        elif value >= 0.5:
            matches.append(slot)
    return Likeness(score / total if total else 0.0, tuple(matches), tuple(conflicts), tuple(unknown))


# --- participants -----------------------------------------------------------------------------------------------------


def sides(participants: Iterable[Participant]) -> frozenset[str]:
    """The countries and organisations that take part."""
    return frozenset(p.side or p.name for p in participants)


def persons(participants: Iterable[Participant]) -> frozenset[str]:
    """Those named for themselves and not only for their side."""
    return frozenset(p.name for p in participants if p.side is not None and p.name != p.side and is_name(p.name))


def is_name(words: str) -> bool:
    """Whether the words for a participant are a name: "Five soldiers" at the head of a sentence is none."""
    return words[:1].isupper() and not words.split()[-1][:1].islower()


def _participants(a: Slots, b: Slots) -> tuple[float | None, Conflict | None]:
    if not a.participants or not b.participants:
        return None, None
    if a.type not in MEETINGS or b.type not in MEETINGS or a.visit or b.visit:
        return _directed(a, b)
    left, right = _parties(a.participants, b.participants), _parties(b.participants, a.participants)
    if not left or not right:
        return None, None
    common = left & right
    by_side = len(common) / max(len(left), len(right))
    if not (left <= right or right <= left):
        return by_side, _clash("participants", left, right)
    mine, theirs = persons(a.participants), persons(b.participants)
    both_sides = len(sides(p for p in b.participants if p.name in theirs)) > 1
    if mine and theirs and both_sides and len(sides(p for p in a.participants if p.name in mine)) > 1:
        by_person = len(mine & theirs) / max(len(mine), len(theirs))
        if not mine & theirs:
            return by_person, _clash("participants", mine, theirs)
        return max(by_person, by_side if mine <= theirs or theirs <= mine else by_person), None
    return max(by_side, 0.5), None


def _parties(participants: Sequence[Participant], others: Sequence[Participant]) -> frozenset[str]:
    """The sides of those who meet, "the two delegations" left out; one whose side only the others tell is of that."""
    told = {p.name.split()[-1]: p.side for p in others if p.side and p.side != p.name and is_name(p.name)}
    return frozenset(p.side or told.get(p.name.split()[-1], p.name) for p in participants if p.side or is_name(p.name))


def _directed(a: Slots, b: Slots) -> tuple[float | None, Conflict | None]:
    if _other_victims(a, b) or _other_victims(b, a):
        return 0.0, _clash("participants", sides(a.participants), sides(b.participants))
    value = 0.0
    known = 0
    for role in ("actor", "recipient"):
        left, right = _identities(a, role), _identities(b, role)
        if not left or not right:
            if _things(a, role) & _things(b, role):
                known += 1
                value += 0.6
            continue
        known += 1
        if not left & right and not (_told_of(a, role) & b.words or _told_of(b, role) & a.words):
            return 0.0, _clash("participants", sides(a.participants), sides(b.participants))
        value += len(left & right) / max(len(left), len(right))
    if not known:
        return None, None
    mine = frozenset(n for n in persons(p for p in a.participants if p.role == "actor"))
    theirs = frozenset(n for n in persons(p for p in b.participants if p.role == "actor"))
    if mine and theirs and not mine & theirs and not _same_kind(mine, theirs):
        return 0.25, _clash("participants", mine, theirs)
    return value / known, None


def _identities(slots: Slots, role: str) -> frozenset[str]:
    """The sides and proper names of one role; a bare "army" has none."""
    people = [p for p in slots.participants if p.role in (role, "party")]
    return frozenset(p.side or p.name for p in people if p.side or is_name(p.name))


def _other_victims(a: Slots, b: Slots) -> bool:
    """Whether one counts victims of a side ("two French aid workers") and the other tells of others who suffered."""
    if _is_toll(a) and not _named_alike(a) & _named_alike(b):
        return True
    victims = [p for p in b.participants if p.role == "recipient"]
    counted = {
        p.side for p in a.participants if p.role == "recipient" and p.side and p.name != p.side and _counts(p.name)
    }
    return bool(victims) and bool(counted) and not counted & {p.side for p in b.participants}


def _is_toll(slots: Slots) -> bool:
    """Whether a telling says how many suffered and nothing else: two tolls are two claims, whatever they are of."""
    suffered = [p for p in slots.participants if p.role == "recipient"]
    bare = not slots.places and slots.when is None and len(suffered) == len(slots.participants)
    return bare and bool(suffered) and all(_counts(p.name) for p in suffered)


def _named_alike(slots: Slots) -> frozenset[str]:
    return frozenset(p.name.lower() for p in slots.participants)


def _counts(words: str) -> bool:
    first = words.split()[0].lower()
    return first[:1].isdigit() or first in _NUMBERS


def _things(slots: Slots, role: str) -> frozenset[str]:
    """The head nouns of one role, synonyms put alike: "a fuel market" and "the market"."""
    return plain_words(p.name.split()[-1].lower() for p in slots.participants if p.role in (role, "party") and p.name)


def _told_of(slots: Slots, role: str) -> frozenset[str]:
    """The names of one role, to be found among another telling's words: a ship's name beside "the trawler"."""
    return frozenset(p.name for p in slots.participants if p.role in (role, "party") and is_name(p.name))


def _same_kind(left: frozenset[str], right: frozenset[str]) -> bool:
    """Bodies and forces of one side ("Russian troops", "the army") are not rival names of persons."""
    return any(n.split()[-1][:1].islower() for n in (*left, *right))


def _clash(slot: str, left: Iterable[str], right: Iterable[str]) -> Conflict:
    return Conflict(slot, ", ".join(sorted(left)), ", ".join(sorted(right)))


# --- place ------------------------------------------------------------------------------------------------------------


def _place(a: Slots, b: Slots) -> tuple[float | None, Conflict | None]:
    if not a.places or not b.places:
        return None, None
    left, right = finest(a.places), finest(b.places)
    if any(contains(x, y) or contains(y, x) for x in left for y in right):
        return 1.0, None
    if not any(_known(x) for x in left) or not any(_known(y) for y in right):
        return None, None
    if any(_may_overlap(x, y) for x in left for y in right):
        return None, None
    return 0.0, Conflict("place", left[0].name, right[0].name)


def finest(places: Sequence[Place]) -> Sequence[Place]:
    """The places without those that only say more widely where another lies: Lisbon, not Portugal."""
    if len(places) < 2:
        return places
    return [p for p in places if not any(q != p and contains(p, q) and not contains(q, p) for q in places)]


def _may_overlap(a: Place, b: Place) -> bool:
    """Whether two wide places can share ground or water: the North Natuna Sea is a part of the South China Sea."""
    if not {a.precision, b.precision} <= {"sea", "region"} or "sea" not in (a.precision, b.precision):
        return False
    km = distance(a, b)
    return km is not None and km <= 2 * REGION_KM


def _known(place: Place) -> bool:
    """Whether anything beyond its name is known of a place."""
    return place.country is not None or place.lat is not None


def contains(outer: Place, inner: Place) -> bool:
    """Whether one place is, or lies in, another, as far as names, countries and distance can tell."""
    if outer.name == inner.name and (outer.country == inner.country or None in (outer.country, inner.country)):
        return True
    if outer.precision == "country":
        return outer.name == inner.country or outer.country == inner.country
    if (
        outer.country
        and inner.country
        and outer.country != inner.country
        and "sea" not in (outer.precision, inner.precision)
    ):
        return False
    km = distance(outer, inner)
    if km is None:
        return False
    if outer.precision in ("region", "sea") and inner.precision in ("city", "site"):
        return km <= REGION_KM
    return inner.precision == "site" and outer.precision == "city" and km <= SITE_KM


def distance(a: Place, b: Place) -> float | None:
    """Kilometres between two places on the sphere; None where one has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat1, lon1, lat2, lon2 = map(radians, (a.lat, a.lon, b.lat, b.lon))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 12742 * asin(sqrt(min(1.0, h)))


# --- date, type, publicity --------------------------------------------------------------------------------------------


def meet(a: When, b: When) -> bool:
    """Whether two intervals share a day."""
    first, last = date.min, date.max
    return (a.earliest or first) <= (b.latest or last) and (b.earliest or first) <= (a.latest or last)


def days(when: When | None) -> int:
    """Length of an interval in days; a large number where an end is open."""
    if when is None or when.earliest is None or when.latest is None:
        return 100_000
    return (when.latest - when.earliest).days + 1


def is_short(when: When | None) -> bool:
    """Whether an interval says when a happening was."""
    return when is not None and days(when) <= SHORT_DAYS


def _date(a: Slots, b: Slots) -> tuple[float | None, Conflict | None]:
    if a.when is None or b.when is None or (a.when.earliest is None and a.when.latest is None):
        return None, None
    if meet(a.when, b.when):
        return 1.0, None
    return 0.0, Conflict("date", shown(a.when), shown(b.when))


def shown(when: When) -> str:
    """A When as a reader's text: the day, the two ends, or "until" and "from"."""
    first, last = when.earliest, when.latest
    if first is None and last is None:
        return when.said
    if first is None:
        return f"until {last}"
    if last is None:
        return f"from {first}"
    return str(first) if first == last else f"{first} to {last}"


def family(type_: str) -> str:
    """The category under which tellings of one happening are compared."""
    return _FAMILY.get(type_, type_)


def _type(a: Slots, b: Slots) -> tuple[float | None, Conflict | None]:
    if family(a.type) == family(b.type):
        if a.remote != b.remote:
            return 0.5, Conflict("type", *("a call" if s.remote else "a meeting" for s in (a, b)))
        return 1.0, None
    return 0.0, Conflict("type", a.type, b.type)


def _publicity(a: Slots, b: Slots) -> tuple[float | None, Conflict | None]:
    if a.publicity is None or b.publicity is None:
        return None, None
    if a.publicity == b.publicity:
        return 1.0, None
    return 0.0, Conflict("publicity", a.publicity, b.publicity)


def narrowest(whens: Sequence[When]) -> When | None:
    """The shortest of several intervals; the first said of equals."""
    return min(whens, key=days, default=None)

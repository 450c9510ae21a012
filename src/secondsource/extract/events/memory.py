"""Memory: who was spoken of before a token of a document, so that "he", "their" and "the two" can be filled."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from spacy.tokens import Token

from secondsource.extract.events.grammar import SUBJECTS
from secondsource.extract.reading import Reading
from secondsource.model import Name, Participant

# Tokens over which "they" reaches back to a pair: some three sentences.
GROUP_REACH = 80
# A document's home side is named this many times as often as the next.
HOME_RATIO = 1.5


@dataclass(frozen=True, slots=True)
class Memory:
    """Who was spoken of before a token: persons, and pairs or groups named together, in text order.

    `bearers` are the sides that names stand for, in text order, `home` the one that the document speaks of most by far,
    `common` the two it speaks of most, `scene` the country in which most of its places lie. `kinds`
    remembers for a common noun whom its last full description meant.
    """

    persons: tuple[tuple[int, bool, Participant], ...]
    groups: tuple[tuple[int, tuple[Participant, ...]], ...]
    bearers: tuple[tuple[int, str], ...]
    home: str | None
    common: tuple[Participant, ...]
    scene: str | None = None
    kinds: dict[str, tuple[Participant, ...]] = field(default_factory=dict)

    def person_before(self, index: int, but: str | None = None) -> Participant | None:
        """The person a "he" at this token most likely is: the last one in subject place nearby, else the last one."""
        earlier = self.persons[: bisect_left(self.persons, (index,), key=lambda p: p[:1])]
        earlier = tuple(p for p in earlier[-12:] if p[2].name != but)
        recent = [p for i, is_subject, p in earlier[-6:] if is_subject and index - i < 80]
        return recent[-1] if recent else (earlier[-1][2] if earlier and index - earlier[-1][0] < 120 else None)

    def group_before(self, index: int) -> tuple[Participant, ...]:
        """The two or more last named together before this token, else the two that the document is about."""
        return self.group_near(index) or self.common

    def group_near(self, index: int) -> tuple[Participant, ...]:
        """The two or more last named together close before this token."""
        at = bisect_left(self.groups, (index,), key=lambda g: g[:1])
        return self.groups[at - 1][1] if at and index - self.groups[at - 1][0] < GROUP_REACH else ()

    def side_before(self, index: int, other_than: Collection[str | None] = ()) -> str | None:
        """The side that an "its" at this token most likely belongs to: the last one named that is not excluded."""
        at = bisect_left(self.bearers, (index,), key=lambda b: b[:1])
        return next((side for _, side in reversed(self.bearers[max(0, at - 12) : at]) if side not in other_than), None)


def remember(reading: Reading) -> Memory:
    """The persons and the groups of a document, in one pass over its names."""
    persons: list[tuple[int, bool, Participant]] = []
    groups: list[tuple[int, tuple[Participant, ...]]] = []
    bearers: list[tuple[int, str]] = []
    done: set[int] = set()
    for index in sorted(reading.names):
        name = reading.names[index]
        token = reading.parsed[index]
        if id(name) in done or reading.sentence(token.idx) is None:
            continue
        head = token
        while reading.names.get(head.head.i) is name and head.head != head:
            head = head.head
        done.add(id(name))
        if name.kind == "person":
            persons.append((index, head.dep_ in SUBJECTS, party(name.name, name.side)))
        if name.side and (name.kind in ("country", "body", "people") or name.acts):
            bearers.append((index, name.side))
        members = [plain(reading.name(t)) for t in (head, *(c for c in head.conjuncts if c.i > head.i))]
        members += _hyphenated(head, reading)
        halves = [other_half(c, reading) for c in head.conjuncts if reading.name(c) is None]
        members = [*(party(h, h) for h in halves if h is not None), *members]
        known = tuple(dict.fromkeys(m for m in members if m is not None))
        if len(known) >= 2 and (not groups or not set(known) < set(groups[-1][1]) or index - groups[-1][0] > 12):
            groups.append((index, known))
    counts = Counter(side for _, side in bearers).most_common(3)
    clear = counts and counts[0][1] >= 3 and (len(counts) < 2 or counts[0][1] >= HOME_RATIO * counts[1][1])
    pair = len(counts) > 1 and counts[1][1] > 1 and (len(counts) < 3 or counts[1][1] > counts[2][1])
    return Memory(
        tuple(persons),
        tuple(groups),
        tuple(bearers),
        counts[0][0] if clear else None,
        tuple(party(side, side) for side, _ in counts[:2]) if pair else (),
        _scene(reading),
    )


def _scene(reading: Reading) -> str | None:
    """The country in which by far most of the places lie that a document names; None where none stands out."""
    named = {id(n): n for n in reading.names.values() if n.kind == "place" and n.place is not None and n.place.country}
    counts = Counter(n.place.country for n in named.values() if n.place is not None).most_common(2)
    if not counts or counts[0][1] < _SCENE_LEAST or (len(counts) > 1 and counts[0][1] < 2 * counts[1][1]):
        return None
    return counts[0][0]


# So many places of one country, and twice as many as of the next, set the scene.
_SCENE_LEAST = 2
_HALVES = {"north": "south", "south": "north"}


def other_half(token: Token, reading: Reading) -> str | None:
    """The country that "South" is in "South and North Korea"."""
    other = _HALVES.get(token.lower_)
    if other is None:
        return None
    for conjunct in token.conjuncts:
        name = reading.name(conjunct)
        first, _, rest = name.name.partition(" ") if name is not None and name.kind == "country" else ("", "", "")
        if first.lower() == other and rest:
            return f"{token.text.title()} {rest}"
    return None


def plain(name: Name | None) -> Participant | None:
    if name is None:
        return None
    if name.kind == "person":
        return party(name.name, name.side)
    side = name.side or (name.place.country if name.place and name.kind in ("country", "place") else None)
    if name.kind in ("country", "people") or name.acts:
        return party(side or name.name, side or name.name)
    return party(name.name, name.side) if name.kind == "body" else None


def _hyphenated(head: Token, reading: Reading) -> list[Participant | None]:
    """The other half of "US-China": joined by a dash to the token right after it."""
    document = head.doc
    if head.i + 2 < len(document) and document[head.i + 1].text in ("-", "–", "—", "/") and not head.whitespace_:
        return [plain(reading.name(document[head.i + 2]))]
    return []


def party(name: str, side: str | None) -> Participant:
    """A participant whose role is not settled yet."""
    return Participant(name, side, "party")

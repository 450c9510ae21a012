"""The roll of a document's people: whom a short name takes up again, by office, side, sex and nearness, and why.

Where two bear a name and nothing but the last sentence speaks for either, and that names both, it stays open.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from secondsource.words.grammar import listed
from secondsource.words.leaders import leader_of, side_of_leader
from secondsource.words.naming import SUFFIX, is_relative, short_forms
from secondsource.words.roles import office_of
from secondsource.words.spelling import alike, key_of

OPEN = "left open"
# Letters that a short name needs to be recognised in another spelling.
LEAST_SPELLED = 6


@dataclass(frozen=True, slots=True)
class Facts:
    """What one mention shows of its bearer: office, side, sex, and whether it is somebody's relative."""

    role: str | None = None
    side: str | None = None
    sex: str | None = None
    kin: bool = False


NOTHING = Facts()


@dataclass(slots=True)
class Person:
    """Somebody with a full name, or with a title and a short one, and where the text names him."""

    name: str
    at: list[int] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    sides: set[str] = field(default_factory=set)
    sex: set[str] = field(default_factory=set)
    kin: bool = False
    others: dict[str, str] = field(default_factory=dict)

    def learn(self, at: int, facts: Facts) -> None:
        """Add what a mention shows."""
        if not self.at or at < self.at[0]:
            self.kin = facts.kin
        insort(self.at, at)
        if facts.role:
            self.roles.append(facts.role)
        if facts.side:
            self.sides.add(facts.side)
        if facts.sex:
            self.sex.add(facts.sex)


class Roll:
    """The people of a document by full name, and who can be meant by a short one."""

    def __init__(self, sentence_of: Callable[[int], int]) -> None:
        self._sentence_of = sentence_of
        self._people: dict[str, Person] = {}
        self._short: dict[str, list[Person]] = defaultdict(list)
        self._called: set[str] = set()
        self._given: dict[str, set[str]] = defaultdict(set)
        self._by_key: dict[tuple[str, ...], list[str]] = defaultdict(list)

    def enter(self, at: int, name: str, facts: Facts = NOTHING) -> None:
        """Take down a full name, of two words and more, that stands at token `at`; the longest must come first."""
        person = self._people.get(name)
        if person is None:
            person, why = self._same(name)
            person.others[name] = why
            self._people[name] = person
            usual = leader_of(name)
            if usual is not None and set(usual.split()) <= set(name.split()):
                person.name = usual  # "Donald J. Trump"
            elif len(name) > len(person.name) and not leader_of(person.name):
                person.name = name
        person.learn(at, facts)
        self._given[name.split()[0]].add(person.name)
        for short in short_forms(name, facts.role):
            if person not in self._short[short]:
                self._short[short].append(person)
                self._by_key[key_of(short)].append(short)

    def _same(self, name: str) -> tuple[Person, str]:
        """The person whose name is a longer, shorter or otherwise spelled form of this one, or a new one."""
        if len(self._short.get(name, ())) == 1:
            return self._short[name][0], f"short form of {self._short[name][0].name}"
        last = SUFFIX.sub("", name).split()[-1]
        near = {id(p): p for short in (last, *short_forms(name)) for p in self._short.get(short, ())}
        near |= {id(p): p for short in self._by_key.get(key_of(last), ()) for p in self._short[short]}
        near |= {id(p): p for p in self._short.get(name.split()[0], ())}
        for person in near.values():
            for other in list(person.others):
                if is_relative(name, other) or is_relative(other, name):
                    return person, f"a form of {other}" if len(other) > len(name) else ""
                how = alike(name, other)
                if how:
                    return person, f"{how} as {other}" if how.startswith("the same") else f"{how}, {other}"
        return Person(name), ""

    def call(self, short: str) -> None:
        """Take down a name of one word that somebody is surely called by."""
        self._called.add(short)

    def knows(self, short: str) -> bool:
        """Whether somebody of the text can be called so."""
        return short in self._short or short in self._called

    def openings(self) -> frozenset[str]:
        """The first words of all short names."""
        return frozenset(short.split(" ", 1)[0] for short in (*self._short, *self._called))

    def full(self, name: str) -> tuple[str, str]:
        """The person behind a full name, and why under that name."""
        person = self._people[name]
        return person.name, person.others[name]

    def resolve(self, said: str, at: int, facts: Facts = NOTHING) -> tuple[str, str]:
        """The full name behind a short one at token `at`, and why; the name itself where nobody or too many bear it."""
        if said in self._people and said not in self._short:
            self._people[said].learn(at, facts)
            return self.full(said)
        said = said if said in self._short or not (said.isupper() and len(said) > 3) else said.title()
        bearers, spelled = self._bearers(said)
        if not bearers:
            return self._alone(said, at, facts)
        fitting = [p for p in bearers if not _contradicts(p, facts)]
        chosen, why = self._choose(said, at, facts, fitting) if fitting else (None, "")
        if chosen is None:
            return said, why
        chosen.learn(at, Facts(facts.role, facts.side))
        reason = f"short form{spelled}" + (f"; {len(bearers)} people bear it, {why}" if len(bearers) > 1 else "")
        return (chosen.name, reason) if chosen.name != said else (said, "")

    def _alone(self, said: str, at: int, facts: Facts) -> tuple[str, str]:
        """Somebody who is only ever called by a short name."""
        given = {self._people[name].name for name in self._given.get(said, ()) if name in self._people}
        if len(given) == 1 and said not in side_of_leader() and not facts.role:
            return given.pop(), "given name of the only one in the text who bears it"
        listed = leader_of(said)
        name = listed if listed and " " in said else said
        person = self._people.setdefault(said, Person(name, others={said: ""}))
        person.learn(at, facts)
        return name, ""

    def _bearers(self, said: str) -> tuple[list[Person], str]:
        """Who can be called so, by these letters or by another spelling of them."""
        those = list(self._short.get(said, ()))
        if not those and len(said) >= LEAST_SPELLED:
            for short in self._by_key.get(key_of(said), ()):
                if alike(short, said):
                    return list(self._short[short]), f" in another spelling of {short}"
        alone = self._people.get(said)
        return ([*those, alone] if alone is not None and those and alone not in those else those), ""

    def _choose(self, said: str, at: int, facts: Facts, people: list[Person]) -> tuple[Person | None, str]:
        """The likeliest of those who fit: by office and side, then the nearest before, then the first after."""
        if all(p.at[0] > at for p in people) and _is_another_leader(said, facts, people):
            return self._leader(said, at, facts), ""
        score = {id(p): _agree(p, facts) - 2 * _given(p, said) - (p.at[0] > at) for p in people}
        left = [p for p in people if score[id(p)] == max(score.values())]
        if len(left) == 1:
            return left[0], "this one by office, side or kinship" if len(people) > 1 else "the others do not fit"
        return self._nearest(at, left)

    def _leader(self, said: str, at: int, facts: Facts) -> Person:
        """A leader whom the text calls by nothing but this name."""
        person = Person(said, others={said: ""})
        person.learn(at, facts)
        self._people[said] = person
        return person

    def _nearest(self, at: int, people: list[Person]) -> tuple[Person | None, str]:
        """The one named last before, unless the last sentence that names one names another too."""
        before = [(p.at[i - 1], n) for n, p in enumerate(people) if (i := bisect_left(p.at, at))]
        if not before:
            return min(people, key=lambda p: p.at[0]), "this is the first after"
        last = max(before)
        here, there = self._sentence_of(at), self._sentence_of(last[0])
        rivals = [n for place, n in before if n != last[1] and self._sentence_of(place) == there]
        if rivals and here != there:
            names = " and ".join(sorted(p.name for p in people))
            return None, f"{OPEN}: {names} bear it, and the sentence before names both"
        return people[last[1]], "this is the nearest before"


def _is_another_leader(said: str, facts: Facts, people: list[Person]) -> bool:
    """Whether a bare name is a leader's whom the text never names in full, and those who bear it come later."""
    if said not in side_of_leader() or any(leader_of(name) for p in people for name in p.others):
        return False
    return all(_agree(p, facts) <= 0 for p in people) and (bool(facts.role) or all(not p.roles for p in people))


def _contradicts(person: Person, facts: Facts) -> bool:
    """Whether a mention cannot be of this person: another sex, or another side under another office."""
    if facts.sex and person.sex and facts.sex not in person.sex:
        return True
    other_side = bool(facts.side and person.sides and facts.side not in person.sides)
    return other_side and not _same_office(person, facts.role)


def _agree(person: Person, facts: Facts) -> int:
    """How well a mention fits a person, 0 where nothing speaks either way."""
    # nothing else speaking, a bare leader's name is the leader's
    score = -2 * person.kin + 2 * any(leader_of(name) for name in person.others)
    if facts.role and person.roles:
        mine = office_of(facts.role)
        offices = [office_of(role) for role in person.roles]
        if any(o.words.casefold() == mine.words.casefold() and o.tense == mine.tense for o in offices):
            score += 4
        elif any(o.words.casefold() == mine.words.casefold() for o in offices):
            score += 2
        elif any(_head(o.words) == _head(mine.words) for o in offices):
            score += 3 if any(o.words.casefold().endswith(mine.words.casefold()) for o in offices) else 1
    if facts.side and facts.side in person.sides:
        score += 2
    return score


def _given(person: Person, said: str) -> bool:
    """Whether the short name is likelier this person's given name: "Lee" for Lee Carver."""
    words = person.name.split()
    return words[0] == said and len(words) == 2 and "-" not in words[1] and said in listed("shortnames_given_too")


def _same_office(person: Person, role: str | None) -> bool:
    return bool(role) and any(_head(office_of(r).words) == _head(office_of(role).words) for r in person.roles)


def _head(words: str) -> str:
    return words.lower().split()[-1] if words else ""

"""The names of a pile as documents come and go: whose each name is, worked out again only for those whom it concerns.

Persons are put together name family by name family: the names that spelling or a short form may join. What a document's
reading asked of the rest of the pile is kept, so that it is read again when an answer changes, and only then.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from secondsource.link.actors import body_key, called, class_of, is_letters, learn, spelled_out
from secondsource.link.greedy import Rank
from secondsource.link.persons import Cluster, Known, blocks_of, forms_of, heads_of, is_short, may_be_one, put_together
from secondsource.model import Findings
from secondsource.words.spelling import key_of

# What a reading may ask of the pile: ("full", a person's name), ("last", a surname), ("letters", a short name of a
# body), ("outlet", a name).
Question = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody of the pile: the name and the side."""

    name: str
    side: str | None


@dataclass(slots=True)
class Register:
    """Who bears which name where.

    `known` has the persons and bodies of each document by kind and name, `whose` what they are called in the pile.
    `families` gives each person's name those that were last put together with it, `crowds` who came of that.
    """

    places: dict[int, Rank] = field(default_factory=dict)
    known: dict[int, dict[tuple[str, str], Known]] = field(default_factory=dict)
    whose: dict[tuple[int, str, str], Called] = field(default_factory=dict)
    bearers: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    roles: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    blocks: dict[object, set[str]] = field(default_factory=lambda: defaultdict(set))
    short: dict[tuple[str, ...], set[str]] = field(default_factory=lambda: defaultdict(set))
    forms: dict[str, set[tuple[str, ...]]] = field(default_factory=dict)
    formed: dict[tuple[str, ...], set[str]] = field(default_factory=lambda: defaultdict(set))
    families: dict[str, frozenset[str]] = field(default_factory=dict)
    crowds: dict[frozenset[str], list[Called]] = field(default_factory=dict)
    full: dict[str, list[Called]] = field(default_factory=lambda: defaultdict(list))
    last: dict[str, list[Called]] = field(default_factory=lambda: defaultdict(list))
    letters: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    spelled: dict[int, set[tuple[str, str]]] = field(default_factory=dict)
    bodies: dict[tuple[str, str | None], dict[tuple[int, str], None]] = field(default_factory=lambda: defaultdict(dict))
    bodied: dict[tuple[int, str], tuple[str, str | None]] = field(default_factory=dict)
    said: dict[tuple[str, str | None], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    lettered: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    outlets: Counter[str] = field(default_factory=Counter)
    outlet_of: dict[int, str] = field(default_factory=dict)
    asks: dict[Question, set[int]] = field(default_factory=lambda: defaultdict(set))
    asked: dict[int, set[Question]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class View:
    """The names of one document as the pile knows them; what is asked is noted."""

    register: Register
    document: int

    def named(self, document: str, kind: str, name: str) -> Called | None:
        """The actor that the document knows by a kind and a full name."""
        return self.register.whose.get((self.document, kind, name))

    def known_as(self, name: str) -> Called | None:
        """The one person whom the pile knows by a full name."""
        return self._only("full", name)

    def namesake(self, surname: str) -> Called | None:
        """The one person of the pile with a side who bears a surname."""
        return self._only("last", surname)

    def spelled(self, letters: str) -> str:
        """The name that the pile gives for letters, else the letters."""
        self._note("letters", letters)
        return _spelled(self.register, letters)

    def is_outlet(self, name: str) -> bool:
        """Whether a document of the pile is published under a name."""
        bare = name.removeprefix("The ")
        self._note("outlet", bare)
        return bare in self.register.outlets

    def _only(self, kind: str, name: str) -> Called | None:
        self._note(kind, name)
        return _only(self.register, kind, name)

    def _note(self, kind: str, name: str) -> None:
        question = (kind, name)
        asked = self.register.asked.setdefault(self.document, set())
        if question not in asked:
            asked.add(question)
            self.register.asks[question].add(self.document)


def _only(register: Register, kind: str, name: str) -> Called | None:
    found = (register.full if kind == "full" else register.last).get(name, ())
    return found[0] if len(found) == 1 else None


def _spelled(register: Register, letters: str) -> str:
    names = register.letters.get(letters, ())
    return next(iter(names)) if len(names) == 1 else letters


def forget_questions(register: Register, document: int) -> None:
    """Let a document ask anew."""
    for question in register.asked.pop(document, ()):
        those = register.asks[question]
        those.discard(document)
        if not those:
            del register.asks[question]


def enter(register: Register, new: Mapping[int, tuple[Rank, Findings]], gone: Iterable[int] = ()) -> set[int]:
    """Take documents, each with its place in the pile, in and out; give those that must be read again, the new too."""
    names: set[str] = set()
    again: set[int] = set(new)
    for document in gone:
        names |= _strike(register, document, again)
    for document, (place, found) in new.items():
        names |= _note_down(register, document, place, found, again)
    again |= _settle_persons(register, names)
    return again & register.known.keys()


def _note_down(register: Register, document: int, place: Rank, found: Findings, again: set[int]) -> set[str]:
    """Enter one document; give the names of its persons, and add to `again` whom its bodies and outlet concern."""
    register.places[document] = place
    known: dict[tuple[str, str], Known] = {}
    for name in found.names:
        kind = class_of(name)
        if kind in ("person", "body"):
            learn(known.setdefault((kind, name.name), Known(document, kind, name.name)), name, found.document.text)
    register.known[document] = known
    if found.document.outlet and not found.document.official:  # a ministry that publishes stays a ministry
        bare = register.outlet_of[document] = found.document.outlet.removeprefix("The ")
        register.outlets[bare] += 1
        if register.outlets[bare] == 1:
            again |= register.asks.get(("outlet", bare), set())
    register.spelled[document] = spelled_out(found)
    for short, full in register.spelled[document]:
        _spell(register, short, full, 1, again)
    for one in known.values():
        if one.kind == "body":
            if is_letters(one.name):
                register.lettered[one.name].add(document)
            _join_body(register, document, one, again)
        else:
            _bear(register, one.name, one)
    return {one.name for one in known.values() if one.kind == "person"}


def _strike(register: Register, document: int, again: set[int]) -> set[str]:
    """Take one document out; give the names of its persons, and add to `again` whom its bodies and outlet concern."""
    forget_questions(register, document)
    known = register.known.pop(document)
    outlet = register.outlet_of.pop(document, None)
    if outlet is not None:
        register.outlets[outlet] -= 1
        if not register.outlets[outlet]:
            del register.outlets[outlet]
            again |= register.asks.get(("outlet", outlet), set())
    for kind, name in known:
        if kind == "body":
            register.lettered.get(name, set()).discard(document)
            _leave_body(register, document, name, again)
    for short, full in register.spelled.pop(document):
        _spell(register, short, full, -1, again)
    persons = {name for kind, name in known if kind == "person"}
    for name in persons:
        register.whose.pop((document, "person", name), None)
        _bear_no_more(register, name, known["person", name])
    del register.places[document]
    return persons


# --- bodies -----------------------------------------------------------------------------------------------------------


def _spell(register: Register, short: str, full: str, by: int, again: set[int]) -> None:
    """Note that one document more, or less, spells letters out."""
    before = _spelled(register, short)
    names = register.letters[short]
    names[full] += by
    if not names[full]:
        del names[full]
    if not names:
        del register.letters[short]
    if _spelled(register, short) == before:
        return
    again |= register.asks.get(("letters", short), set())
    for document in tuple(register.lettered.get(short, ())):
        if document in register.known:
            _leave_body(register, document, short, again)
            _join_body(register, document, register.known[document]["body", short], again)


def _join_body(register: Register, document: int, one: Known, again: set[int]) -> None:
    meant = _spelled(register, one.name) if is_letters(one.name) else one.name
    key = body_key(one.name if one.name in register.letters.get(one.name, ()) else meant, one.side)
    register.bodied[document, one.name] = key
    register.bodies[key][document, one.name] = None
    _call_body(register, key, (document, one.name), 1, again)


def _leave_body(register: Register, document: int, name: str, again: set[int]) -> None:
    key = register.bodied.pop((document, name))
    register.whose.pop((document, "body", name), None)
    del register.bodies[key][document, name]
    _call_body(register, key, (document, name), -1, again)
    if not register.bodies[key]:
        del register.bodies[key], register.said[key]


def _call_body(register: Register, key: tuple[str, str | None], one: tuple[int, str], by: int, again: set[int]) -> None:
    """Count one document more, or less, in which a body has a name; what it is called may be another name then."""
    names = register.said[key]
    before = called(names) if names else None
    names[one[1]] += by
    if not names[one[1]]:
        del names[one[1]]
    if not names:
        return
    name = Called(called(names), None)
    for document, said in register.bodies[key] if name.name != before else [one] if by > 0 else []:
        if register.whose.get((document, "body", said)) != name:
            register.whose[document, "body", said] = name
            again.add(document)


# --- persons ----------------------------------------------------------------------------------------------------------


def _bear(register: Register, name: str, one: Known) -> None:
    """Note that a document has a person of this name."""
    if name not in register.bearers or not register.bearers[name]:
        if is_short(name):
            register.short[key_of(name)].add(name)
        else:
            for block in blocks_of(name):
                register.blocks[block].add(name)
    register.bearers[name].add(one.document)
    roles = register.roles[name]
    before = len(roles)
    roles.update(one.roles)
    if len(roles) != before or name not in register.forms:
        _form(register, name)


def _bear_no_more(register: Register, name: str, one: Known) -> None:
    register.bearers[name].discard(one.document)
    roles = register.roles[name]
    roles.subtract(one.roles)
    if register.bearers[name]:
        for role in [role for role in one.roles if not roles[role]]:
            del roles[role]
        _form(register, name)
        return
    del register.bearers[name], register.roles[name]
    for key in register.forms.pop(name):
        register.formed[key].discard(name)
    if is_short(name):
        register.short[key_of(name)].discard(name)
    else:
        for block in blocks_of(name):
            register.blocks[block].discard(name)
            if not register.blocks[block]:
                del register.blocks[block]


def _form(register: Register, name: str) -> None:
    """Note under which short names somebody may be known."""
    roles = register.roles[name]
    keys = set() if is_short(name) else {key_of(form) for form in forms_of((name,), roles, heads_of(roles))}
    for key in register.forms.get(name, set()) - keys:
        register.formed[key].discard(name)
    for key in keys:
        register.formed[key].add(name)
    register.forms[name] = keys


def _settle_persons(register: Register, names: Iterable[str]) -> set[int]:
    """Put the families of some names together again; give the documents to which somebody is another now."""
    waiting = set(names)
    for name in names:
        waiting.update(register.families.get(name, ()))
    again: set[int] = set()
    asked: dict[Question, Called | None] = {}  # with the answer before
    old = {register.families[name] for name in waiting if name in register.families}
    for before in old:
        for one in register.crowds.pop(before, ()):
            _uncall(register, one, asked)
        for name in before:
            register.families.pop(name, None)
    done: set[str] = set()
    for name in sorted(name for name in waiting if register.bearers.get(name)):
        if name in done:
            continue
        family = _family(register, name)
        for known in {register.families[name] for name in family if name in register.families}:
            for one in register.crowds.pop(known, ()):
                _uncall(register, one, asked)
        done |= family
        again |= _put_family_together(register, frozenset(family), asked)
    for question, answer in asked.items():
        if _only(register, *question) != answer:
            again |= register.asks.get(question, set())
    return again


def _family(register: Register, name: str) -> set[str]:
    """The names that spelling or a short form may join to one, and so on."""
    found, left = {name}, [name]
    while left:
        one = left.pop()
        if is_short(one):
            near = set(register.formed.get(key_of(one), ())) - found
        else:
            near = {other for key in register.forms[one] for other in register.short.get(key, ())} - found
            for block in blocks_of(one):
                near |= {o for o in register.blocks.get(block, set()) - found - near if may_be_one(one, o)}
        found |= near
        left += near
    return found


def _put_family_together(register: Register, family: frozenset[str], asked: dict[Question, Called | None]) -> set[int]:
    known = [register.known[document]["person", name] for name in family for document in register.bearers[name]]
    crowd: list[Called] = []
    again: set[int] = set()
    for cluster in put_together(known, register.places.__getitem__):
        one = Called(called(cluster.names), _side(cluster))
        crowd.append(one)
        for bearer, _ in cluster.members:
            key = (bearer.document, "person", bearer.name)
            if register.whose.get(key) != one:
                register.whose[key] = one
                again.add(bearer.document)
    for one in crowd:
        _call(register, one, asked)
    register.crowds[family] = crowd
    for name in family:
        register.families[name] = family
    return again


def _side(cluster: Cluster) -> str | None:
    sides = cluster.sides
    return max(sides, key=lambda side: (sides[side], side)) if sides else None


def _questions(one: Called) -> list[Question]:
    """What somebody is an answer to."""
    full = [("full", one.name)] if " " in one.name else []
    return full + ([("last", one.name.split()[-1])] if one.side else [])


def _call(register: Register, one: Called, asked: dict[Question, Called | None]) -> None:
    for question in _questions(one):
        asked.setdefault(question, _only(register, *question))
        (register.full if question[0] == "full" else register.last)[question[1]].append(one)


def _uncall(register: Register, one: Called, asked: dict[Question, Called | None]) -> None:
    for question in _questions(one):
        asked.setdefault(question, _only(register, *question))
        index = register.full if question[0] == "full" else register.last
        index[question[1]].remove(one)
        if not index[question[1]]:
            del index[question[1]]

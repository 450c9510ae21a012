"""Which persons of several documents are one: the same name, another spelling, a short name with one bearer.

Every decision says why in words. What speaks against it wins: another country, another suffix, two bearers.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from secondsource.words.bodies import bodies
from secondsource.words.naming import is_relative, short_forms
from secondsource.words.roles import office_of
from secondsource.words.spelling import alike, key_of, suffix_of

# A side that is only known from a list, or from the company somebody is in, contradicts nothing.
WEAK = ("known leader", "counted among")
# Who rules is called by a first name.
_RULERS = frozenset({"king", "queen", "prince", "pope"})


@dataclass(slots=True)
class Known:
    """Somebody or something as one document knows it: a name with its sides and roles."""

    document: int
    kind: str
    name: str
    sides: Counter[str] = field(default_factory=Counter)
    firm: set[str] = field(default_factory=set)
    roles: list[str] = field(default_factory=list)
    said: Counter[str] = field(default_factory=Counter)

    @property
    def side(self) -> str | None:
        """The side that most mentions give."""
        return max(self.sides, key=lambda s: (self.sides[s], s)) if self.sides else None


@dataclass(slots=True)
class Cluster:
    """Those of several documents who are one, each but the first with the reason that joined it.

    `names` counts the documents that use each name, `sides` the mentions that give each side, `firm` has the sides that
    a text gives in so many words and `offices` the last words of the roles: minister, envoy.
    """

    members: list[tuple[Known, str]] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    sides: Counter[str] = field(default_factory=Counter)
    firm: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    roles: dict[str, None] = field(default_factory=dict)
    documents: set[int] = field(default_factory=set)

    def add(self, known: Known, why: str) -> None:
        """Take one more in."""
        self.members.append((known, why))
        self.names[known.name] += 1
        self.sides.update(known.sides)
        self.firm |= known.firm
        self.documents.add(known.document)
        for role in known.roles:
            if role not in self.roles:
                self.roles[role] = None
                if head := _head(role):
                    self.offices.add(head)


def put_together(known: Iterable[Known], place: Callable[[int], Any] = int) -> list[Cluster]:
    """The persons of a pile: full names first, then their other spellings, then the short names.

    `place` says where a document stands in the order of the pile.
    """
    clusters: list[Cluster] = []
    by_name: dict[str, list[Cluster]] = defaultdict(list)
    short: list[Known] = []
    # who brings a side comes first, so that the others find somebody to join
    persons = (k for k in known if k.kind == "person")
    for one in sorted(persons, key=lambda k: (not k.firm, place(k.document), k.name)):
        if is_short(one.name):
            short.append(one)
            continue
        home = _one_of(one, by_name[one.name])
        if home is None:
            home = Cluster()
            clusters.append(home)
            by_name[one.name].append(home)
        home.add(one, f"the same full name, {one.name}{_agreeing(one, home)}" if home.members else "")
    clusters = _other_spellings(clusters)
    return clusters + _short_names(short, clusters)


def _one_of(one: Known, bearers: Sequence[Cluster]) -> Cluster | None:
    """The one bearer of the same name whom nothing tells apart; two such are too many unless sides decide."""
    fitting = [c for c in bearers if not _other_country(one.firm, c.firm) or _shared_office(one.roles, c)]
    if len(fitting) > 1:
        fitting = [c for c in fitting if one.firm & c.firm] or [c for c in fitting if _shared_office(one.roles, c)]
    return fitting[0] if len(fitting) == 1 else None


def _agreeing(one: Known, home: Cluster) -> str:
    """What a text gives beside the name that agrees."""
    same = sorted(one.firm & home.firm)
    if same:
        return f", and of {same[0]} in both"
    shared = sorted(heads_of(one.roles) & home.offices)
    return f", and {shared[0]} in both" if shared else ", and nothing in the texts sets them apart"


def _other_spellings(clusters: list[Cluster]) -> list[Cluster]:
    """The clusters with those joined whose names are spellings or shorter forms of one another."""
    blocks: dict[object, list[int]] = defaultdict(list)
    for i, cluster in enumerate(clusters):
        for name in cluster.names:
            for block in blocks_of(name):
                blocks[block].append(i)
    into = list(range(len(clusters)))

    def root(i: int) -> int:
        while into[i] != i:
            i = into[i]
        return i

    for near in blocks.values():
        for i, j in combinations(sorted(set(near))[:40], 2):
            a, b = root(i), root(j)
            if a == b:
                continue
            why = _same_person(clusters[a], clusters[b])
            if why:
                into[b] = a
                for n, (known, before) in enumerate(clusters[b].members):
                    clusters[a].add(known, before if n else why)
    return [cluster for i, cluster in enumerate(clusters) if into[i] == i]


def is_short(name: str) -> bool:
    """Whether a name is a surname or the like, to be filled up from the pile; a name in Chinese letters is whole."""
    return " " not in name and name.isascii()


def blocks_of(name: str) -> set[object]:
    """The keys of a full name under which its other spellings are looked for."""
    key = key_of(name)
    return {key, "".join(_sorted_as_said(name)), (key[0], key[-1]), *_ends(name)}


def may_be_one(one: str, other: str) -> bool:
    """Whether two full names can be those of one person, as far as the names go."""
    return one == other or alike(one, other) is not None or is_relative(one, other) or is_relative(other, one)


def forms_of(names: Iterable[str], roles: Iterable[str], offices: AbstractSet[str]) -> set[str]:
    """The short names under which somebody of these names may be known."""
    found = {form for name in names for role in (None, *roles) for form in short_forms(name, role)}
    return found | {name.split()[0] for name in names if offices & _RULERS}


def _sorted_as_said(name: str) -> list[str]:
    return [part for word in key_of(name) for part in word]


def _ends(name: str) -> tuple[tuple[str, ...], ...]:
    """First and last word together, and the last alone: Bob Hale and Robert Hale meet there."""
    words = name.split()
    return ("ends", words[0], words[-1]), ("last", words[-1])


def _same_person(one: Cluster, other: Cluster) -> str | None:
    """Why two clusters are one person, None where they are not."""
    if _other_country(one.firm, other.firm):
        return None
    for mine in one.names:
        for theirs in other.names:
            if mine == theirs:
                continue  # kept apart before
            why = alike(mine, theirs)
            if (
                why is None
                and suffix_of(mine) == suffix_of(theirs)
                and (is_relative(mine, theirs) or is_relative(theirs, mine))
            ):
                why = "a shorter form of the same name"
            if why is None:
                continue
            tie = _tie(one, other)
            if tie or why.startswith("the same"):
                return f"{why}: {theirs}, {mine}{tie}"
    return None


def _tie(one: Cluster, other: Cluster) -> str:
    """What beside the name binds two clusters: the side or the office."""
    sides = sorted(set(one.sides) & set(other.sides))
    if sides:
        return f"; both of {sides[0]}"
    offices = sorted(one.offices & other.offices)
    if offices:
        return f"; both {offices[0]}"
    if bool(one.sides) != bool(other.sides):
        return f"; nothing sets them apart, and one is of {min(one.sides or other.sides)}"
    return ""


def _short_names(short: Iterable[Known], clusters: Sequence[Cluster]) -> list[Cluster]:
    """Short names go to their one bearer in the pile; the rest stay themselves, one for each name and side."""
    bearers: dict[str, list[Cluster]] = defaultdict(list)
    by_key: dict[tuple[str, ...], list[tuple[str, Cluster]]] = defaultdict(list)
    for cluster in clusters:
        forms = forms_of(cluster.names, cluster.roles, cluster.offices)
        for form in forms:
            bearers[form].append(cluster)
            by_key[key_of(form)].append((form, cluster))
    left: dict[tuple[str, str | None], Cluster] = {}
    for one in short:
        those = bearers.get(one.name) or [c for form, c in by_key.get(key_of(one.name), ()) if alike(form, one.name)]
        # a report that names the bearer itself and does not mean him has its reasons
        those = [c for c in those if one.document not in c.documents]
        home, why = _bearer(one, those)
        if home is not None:
            home.add(one, why)
        else:
            cluster = left.setdefault((one.name, one.side), Cluster())
            cluster.add(one, why or (f"the same short name, {one.name}" if cluster.members else ""))
    return list(left.values())


def _bearer(one: Known, bearers: Sequence[Cluster]) -> tuple[Cluster | None, str]:
    """The bearer of a short name, and why he is it, or why nobody is."""
    if not bearers:
        return None, ""
    full = ", ".join(sorted({max(c.names, key=lambda n: (len(n), n)) for c in bearers}))
    fitting = [c for c in bearers if not _other_country(set(one.sides), set(c.sides))]
    if len(fitting) == 1:
        rest = "" if len(bearers) == 1 else f" who is of {one.side}; borne by {full}"
        only = "the only bearer of the name in these reports" if len(bearers) == 1 else "the only bearer"
        return fitting[0], f"short form, and {full if len(bearers) == 1 else _longest(fitting[0])} is {only}{rest}"
    shared = [c for c in fitting if _shared_office(one.roles, c)]
    if len(shared) == 1:
        return shared[0], f"short form, by the office; borne by {full}"
    return None, f"left open: {full} bear the name" if fitting else f"left open: {full} is of another country"


def _longest(cluster: Cluster) -> str:
    return max(cluster.names, key=lambda n: (len(n), n))


def _other_country(mine: set[str], theirs: set[str]) -> bool:
    """Whether both have sides, none in common, and countries on both: an envoy of the UN may be a Swede."""
    if not mine or not theirs or mine & theirs:
        return False
    own = _organisations()
    return bool(mine - own) and bool(theirs - own)


def _organisations() -> frozenset[str]:
    return frozenset(body.side for body in bodies() if body.own)


def _shared_office(roles: Iterable[str], cluster: Cluster) -> bool:
    return bool(heads_of(roles) & cluster.offices)


def heads_of(roles: Iterable[str]) -> set[str]:
    """The last words of the offices that roles name: minister, envoy."""
    return {head for role in roles if (head := _head(role))}


def _head(role: str) -> str:
    words = office_of(role).words.lower().split()
    return words[-1] if words else ""

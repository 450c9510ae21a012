"""Actors across the pile: one identity for a person, body or country, and in words why each mention is its own."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Protocol

from secondsource.link.persons import WEAK, Cluster, blocks_of, put_together
from secondsource.link.persons import Known as Bearer
from secondsource.model import Actor, Assertion, EventMention, Findings, Holder, Join, Name, Participant, Role
from secondsource.words.roles import Office, office_of
from secondsource.words.spelling import alike, key_of, romanised

# "National Liberation Army (ELN)"
_LETTERS = re.compile(r"\s?\(\s?[“\"]?([A-Z][A-Za-z]{0,2}[A-Z]{1,5})[”\"]?\s?\)")
_CAPITALS = re.compile(r"[A-Z][A-Za-z-]{0,2}[A-Z]{1,5}\d?")
# Kinds of one actor: a country is spoken of by its people too, an outlet may be taken for a body.
_CLASS = {"people": "country", "outlet": "body", "agency": "body"}


class Known(Protocol):
    """An actor as far as the linking of events and claims asks."""

    @property
    def name(self) -> str: ...

    @property
    def side(self) -> str | None: ...


class Names(Protocol):
    """What the names of a pile's documents stand for."""

    def named(self, document: str, kind: str, name: str) -> Known | None: ...

    def known_as(self, name: str) -> Known | None: ...

    def namesake(self, surname: str) -> Known | None: ...

    def spelled(self, letters: str) -> str: ...

    def is_outlet(self, name: str) -> bool: ...


@dataclass(frozen=True, slots=True)
class Actors:
    """The actors of a pile, and whose each name of each document is."""

    all: tuple[Actor, ...]
    whose: Mapping[tuple[str, str, str], int]
    letters: Mapping[str, str]
    full: Mapping[str, int]
    outlets: frozenset[str] = frozenset()

    def of(self, document: str, name: Name) -> Actor | None:
        """The actor behind a name of a document."""
        return self.named(document, name.kind, name.name)

    def known_as(self, name: str) -> Actor | None:
        """The one person whom the pile knows by a full name; None where there are two, or none."""
        at = self.full.get(name)
        return None if at is None else self.all[at]

    def namesake(self, surname: str) -> Actor | None:
        """The one person of the pile with a side who bears a surname."""
        found = [a for a in self.all if a.kind == "person" and a.side and a.name.split()[-1] == surname]
        return found[0] if len(found) == 1 else None

    def spelled(self, letters: str) -> str:
        """The name that the pile gives for letters, else the letters."""
        return self.letters.get(letters, letters)

    def is_outlet(self, name: str) -> bool:
        """Whether a document of the pile is published under a name."""
        return name.removeprefix("The ") in self.outlets

    def named(self, document: str, kind: str, name: str) -> Actor | None:
        """The actor that a document knows by a kind and a full name."""
        at = self.whose.get((document, _CLASS.get(kind, kind), name))
        return None if at is None else self.all[at]


def find_actors(findings: Sequence[Findings]) -> Actors:
    """The actors of a pile, those spoken of most first."""
    known = [one for i, found in enumerate(findings) for one in _bearers(i, found)]
    return _actors(findings, known, _letters_of(findings))


def _bearers(document: int, found: Findings) -> list[Bearer]:
    """Those whom one document names, each with all that its mentions say."""
    known: dict[tuple[str, str], Bearer] = {}
    for name in found.names:
        kind = class_of(name)
        learn(known.setdefault((kind, name.name), Bearer(document, kind, name.name)), name, found.document.text)
    return list(known.values())


def _clusters(known: Sequence[Bearer], letters: Mapping[str, set[str]]) -> list[Cluster]:
    """The bearers of names put together: persons, bodies, then all others by their name alone."""
    persons = put_together([one for one in known if one.kind == "person"])
    others = _bodies(letters, [one for one in known if one.kind == "body"])
    rest: dict[tuple[str, str], Cluster] = defaultdict(Cluster)
    for one in known:
        if one.kind not in ("person", "body"):
            rest[one.kind, one.name].add(one, "the same name")
    return [*persons, *others, *rest.values()]


def class_of(name: Name) -> str:
    """The kind under which a name is put together with others."""
    return _CLASS.get(name.kind, name.kind)


def learn(one: Bearer, name: Name, text: str) -> None:
    """Note what one mention says of its bearer."""
    one.said[" ".join(text[name.span.start : name.span.end].split())] += 1
    if name.side:
        one.sides[name.side] += 1
        if not any(weak in name.why for weak in WEAK):
            one.firm.add(name.side)
    if name.role:
        one.roles.append(name.role)


def _letters_of(findings: Sequence[Findings]) -> Mapping[str, set[str]]:
    """The bodies to which the documents give letters in brackets."""
    letters: dict[str, set[str]] = defaultdict(set)
    for found in findings:
        for short, full in spelled_out(found):
            letters[short].add(full)
    return letters


def spelled_out(found: Findings) -> set[tuple[str, str]]:
    """The letters in brackets behind the bodies of a document, each with the body."""
    pairs = set()
    for name in found.names:
        match = _LETTERS.match(found.document.text, name.span.end) if name.kind == "body" else None
        if match and name.name != match.group(1):
            pairs.add((match.group(1), name.name))
    return pairs


def is_letters(name: str) -> bool:
    """Whether a name is letters that a report may spell out: ELN, UNHCR."""
    return _CAPITALS.fullmatch(name) is not None


def _bodies(letters: Mapping[str, set[str]], known: Sequence[Bearer]) -> list[Cluster]:
    """The bodies of a pile: one name in any spelling, and letters that one document spells out for all."""
    clusters: dict[tuple[str, str | None], Cluster] = {}
    for one in known:
        meant = letters.get(one.name, set())
        full, why = one.name, "the same name"
        if is_letters(one.name) and meant and one.name not in meant:
            if len(meant) == 1:
                full = next(iter(meant))
                why = f"the letters that a report gives to {full}"
            else:
                why = f"left open: the letters of {', '.join(sorted(meant))}"
        clusters.setdefault(body_key(full, one.side), Cluster()).add(one, why)
    return list(clusters.values())


def body_key(full: str, side: str | None) -> tuple[str, str | None]:
    """What all spellings of a body's name share; bodies that every country has stay apart by side."""
    return _plain_body(full), side if _is_common(full) else None


def _is_common(name: str) -> bool:
    """Whether many countries have a body of this name."""
    return " of " not in name and name.split()[-1] in (
        "Ministry",
        "Department",
        "Parliament",
        "Army",
        "Police",
        "Council",
    )


def _plain_body(name: str) -> str:
    """A body's name without the choices of spelling that make no difference."""
    bare = romanised(name).removeprefix("The ").removeprefix("the ").casefold().replace("’", "'")
    for old, new in (("defence", "defense"), ("isation", "ization"), ("centre", "center"), ("programme", "program")):
        bare = bare.replace(old, new)
    return " ".join(bare.replace("-", " ").split())


def _actors(findings: Sequence[Findings], known: Sequence[Bearer], letters: Mapping[str, set[str]]) -> Actors:
    """The actors behind the bearers of names, with every mention of theirs."""
    clusters = _clusters(known, letters)
    sure = {short: next(iter(names)) for short, names in letters.items() if len(names) == 1}
    meant = {(one.document, one.kind, one.name) for one in known}
    mentions: dict[tuple[int, str, str], list[Name]] = defaultdict(list)
    for i in {one.document for one in known}:
        for name in findings[i].names:
            if (key := (i, class_of(name), name.name)) in meant:
                mentions[key].append(name)
    built = [_actor(findings, cluster, mentions) for cluster in clusters]
    order = sorted(range(len(built)), key=lambda i: (-len(built[i][0].joins), built[i][0].name, built[i][0].id))
    full = Counter(built[i][0].name for i in order if built[i][0].kind == "person" and " " in built[i][0].name)
    return Actors(
        tuple(built[i][0] for i in order),
        {key: at for at, i in enumerate(order) for key in built[i][1]},
        sure,
        {built[i][0].name: at for at, i in enumerate(order) if full[built[i][0].name] == 1},
        frozenset(
            f.document.outlet.removeprefix("The ") for f in findings if f.document.outlet and not f.document.official
        ),
    )


def _actor(
    findings: Sequence[Findings], cluster: Cluster, mentions: Mapping[tuple[int, str, str], list[Name]]
) -> tuple[Actor, list[tuple[str, str, str]]]:
    joins: list[Join] = []
    roles: dict[tuple[str, str, str | None], Role] = {}
    keys: list[tuple[str, str, str]] = []
    full = called(cluster.names)
    for one, why in sorted(cluster.members, key=lambda m: (m[0].document, m[0].name)):
        document = findings[one.document].document
        keys.append((document.id, one.kind, one.name))
        for name in mentions[one.document, one.kind, one.name]:
            said = " ".join(document.text[name.span.start : name.span.end].split())
            joins.append(Join(said, name.span, _reason(said, name, why, full)))
            if name.role:
                role = _role(name, office_of(name.role))
                roles.setdefault((role.words.casefold(), role.tense, role.years), role)
    sides = cluster.sides
    side = max(sides, key=lambda s: (sides[s], s)) if sides else None
    kind = cluster.members[0][0].kind
    also = Counter(join.said for join in joins if join.said) + Counter(one.name for one, _ in cluster.members)
    code = "a" + sha256(f"{kind}|{full}|{side}|{joins[0].span if len(joins) else ''}".encode()).hexdigest()[:10]
    others = tuple(said for said, _ in also.most_common() if said != full)
    return Actor(code, full, kind, side, tuple(roles.values()), others, tuple(joins)), keys


def called(names: Mapping[str, int]) -> str:
    """The name by which most documents call an actor, a full one before a short one."""
    full = [name for name in names if " " in name] or list(names)
    latin = [name for name in full if romanised(name).isascii() and name[0] < "ʰ"] or full
    return max(latin, key=lambda n: (names[n], len(n), n))


def _reason(said: str, name: Name, why: str, called: str) -> str:
    """Why a mention is counted to an actor: what its document shows, then what the pile adds."""
    within = name.why if said != name.name else ""
    across = why if name.name != called or why.startswith(("left open", "short form")) else ""
    reasons = [r for r in (within, across) if r]
    return "; ".join(reasons) or (why if why and why != "the same name" else "this name itself")


def _role(name: Name, office: Office) -> Role:
    return Role(office.words, office.tense, office.years, name.role or "", name.side, name.span)


def explain_actor(query: str, actors: Actors) -> tuple[Actor, ...]:
    """The actors that a reader's words can mean, each with its mentions and the reason for every one."""
    asked = " ".join(query.split())
    exact = [a for a in actors.all if asked in (a.id, a.name)]
    said = [
        a for a in actors.all if a not in exact and any(asked.casefold() == s.casefold() for s in (a.name, *a.also))
    ]
    spelled = [
        a for a in actors.all if a.kind == "person" and a not in exact and a not in said and alike(asked, a.name)
    ]
    return tuple(exact + said + spelled)


@dataclass(frozen=True, slots=True)
class Roster:
    """The bearers of names in a pile, found by the words and the spellings of their names."""

    findings: Sequence[Findings]
    by_key: Mapping[object, Sequence[Bearer]]
    letters: Mapping[str, set[str]]
    all: Actors


def open_roster(findings: Sequence[Findings]) -> Roster:
    """The roster of a pile; linear in its names, so once for any number of claims."""
    by_key: dict[object, list[Bearer]] = defaultdict(list)
    known = [one for i, found in enumerate(findings) for one in _bearers(i, found)]
    letters = _letters_of(findings)
    for one in known:
        for key in _keys(one.name, letters):
            by_key[key].append(one)
    return Roster(findings, by_key, letters, _actors(findings, known, letters))


def _keys(name: str, letters: Mapping[str, set[str]]) -> set[object]:
    """What a name and any other name of the same bearer share: a word, a spelling, the letters for it."""
    forms = {name, *letters.get(name, ())}
    words = {w for form in forms for w in romanised(form).casefold().replace("-", " ").split()}
    return words | {block for form in forms if key_of(form) for block in blocks_of(form)}


def read_alike(found: Findings, roster: Roster) -> Findings:
    """The findings of a reader's claim under the names that the pile uses.

    Only those of the pile are put together anew with the claim's names that share something with one of them.
    """
    own = _bearers(len(roster.findings), found)
    keys = {key for one in own for key in _keys(one.name, roster.letters)}
    near = {
        (one.document, one.kind, one.name): one for key in sorted(keys, key=repr) for one in roster.by_key.get(key, ())
    }
    known = [*(near[k] for k in sorted(near)), *own]
    letters = {**roster.letters, **_letters_of([found])}
    met = _actors([*roster.findings, found], known, letters)
    return with_actors(found, _Met(met, roster.all))


@dataclass(frozen=True, slots=True)
class _Met:
    """The names of a claim as the pile uses them: its own bearers first, the pile's for all that needs all of it."""

    own: Actors
    pile: Actors

    def named(self, document: str, kind: str, name: str) -> Actor | None:
        return self.own.named(document, kind, name)

    def known_as(self, name: str) -> Actor | None:
        return self.own.known_as(name) or self.pile.known_as(name)

    def namesake(self, surname: str) -> Actor | None:
        return self.pile.namesake(surname)

    def spelled(self, letters: str) -> str:
        return self.own.spelled(letters)

    def is_outlet(self, name: str) -> bool:
        return self.pile.is_outlet(name)


def with_actors(found: Findings, actors: Names) -> Findings:
    """The findings of one document under the names and sides of the pile."""
    return replace(
        found,
        events=tuple(_event(e, found.document.id, actors) for e in found.events),
        assertions=tuple(_assertion(a, found.document.id, actors) for a in found.assertions),
    )


def _event(event: EventMention, document: str, actors: Names) -> EventMention:
    people = []
    for participant in event.participants:
        person = actors.named(document, "person", participant.name)
        actor = person or actors.named(document, "body", participant.name)
        if actor is not None:
            side = participant.side or (actor.side if person else None)
            people.append(Participant(actor.name, side, participant.role))
        elif participant.side is None and (known := actors.known_as(participant.name)) is not None:
            people.append(Participant(known.name, known.side, participant.role))
        else:
            people.append(replace(participant, name=actors.spelled(participant.name)))
    participants = tuple(dict.fromkeys(people))
    return event if participants == event.participants else replace(event, participants=participants)


def _assertion(assertion: Assertion, document: str, actors: Names) -> Assertion:
    holders = []
    for holder in assertion.holders:
        person = holder.kind == "person" and not actors.is_outlet(holder.name)
        actor = (actors.named(document, "person", holder.name) or actors.known_as(holder.name)) if person else None
        if actor is not None:
            holders.append(Holder(actor.name, "person", holder.side or actor.side))
        elif holder.kind == "body" and (body := actors.named(document, "body", holder.name)) is not None:
            listed = actors.is_outlet(body.name)
            holders.append(Holder(body.name, "outlet" if listed else "body", None if listed else holder.side))
        elif holder.kind not in ("outlet", "agency") and actors.is_outlet(holder.name):
            holders.append(Holder(holder.name, "outlet", None))
        else:
            holders.append(holder)
    return assertion if tuple(holders) == assertion.holders else replace(assertion, holders=tuple(holders))

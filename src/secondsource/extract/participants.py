"""Participants: whom a noun phrase means, for which side, and who stands where round a trigger."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from secondsource.extract.reading import Reading
from secondsource.extract.triggers import Trigger, direct_objects
from secondsource.model import Name, Participant
from secondsource.words.actors import actor_nouns

_SUBJECT = ("nsubj", "nsubjpass", "csubj")
_MODIFIER = ("compound", "amod", "nmod", "poss", "nummod")
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_TOGETHER = frozenset({"between", "with", "among", "amongst", "alongside", "involving", "including"})
_LED = frozenset({"lead", "head", "include", "chair", "comprise", "represent"})
_TWO = frozenset({"two", "both", "three", "four", "all", "these"})


@dataclass(frozen=True, slots=True)
class Memory:
    """Who was spoken of before a token: persons, and pairs or groups named together, in text order.

    `kinds` remembers for a common noun ("allies") whom its last full description meant.
    """

    persons: tuple[tuple[int, bool, Participant], ...]
    groups: tuple[tuple[int, tuple[Participant, ...]], ...]
    kinds: dict[str, tuple[Participant, ...]] = field(default_factory=dict)

    def person_before(self, index: int) -> Participant | None:
        """The person a "he" at this token most likely is: the last one in subject place nearby, else the last one."""
        earlier = self.persons[: bisect_left(self.persons, (index,), key=lambda p: p[:1])]
        recent = [p for i, is_subject, p in earlier[-6:] if is_subject and index - i < 80]
        return recent[-1] if recent else (earlier[-1][2] if earlier and index - earlier[-1][0] < 120 else None)

    def group_before(self, index: int) -> tuple[Participant, ...]:
        """The two or more last named together before this token."""
        at = bisect_left(self.groups, (index,), key=lambda g: g[:1])
        return self.groups[at - 1][1] if at else ()


def remember(reading: Reading) -> Memory:
    """The persons and the groups of a document, in one pass over its names."""
    persons: list[tuple[int, bool, Participant]] = []
    groups: list[tuple[int, tuple[Participant, ...]]] = []
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
            persons.append((index, head.dep_ in _SUBJECT, party(name.name, name.side)))
        members = [_plain(reading.name(t)) for t in (head, *(c for c in head.conjuncts if c.i > head.i))]
        members += _hyphenated(head, reading)
        known = tuple(dict.fromkeys(m for m in members if m is not None))
        if len(known) >= 2 and (not groups or not set(known) < set(groups[-1][1]) or index - groups[-1][0] > 12):
            groups.append((index, known))
    return Memory(tuple(persons), tuple(groups))


def _plain(name: Name | None) -> Participant | None:
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
        return [_plain(reading.name(document[head.i + 2]))]
    return []


def party(name: str, side: str | None) -> Participant:
    """A participant whose role is not settled yet."""
    return Participant(name, side, "party")


def unique(found: Iterable[Participant]) -> tuple[Participant, ...]:
    """The same participants once each; a country is dropped where a person of it is named."""
    parts = list(dict.fromkeys(found))
    return tuple(
        p for p in parts if not (p.name == p.side and any(q is not p and q.side == p.side and q.name != q.side for q in parts))
    )


def actors(head: Token, reading: Reading, memory: Memory) -> tuple[Participant, ...]:
    """Whom a noun phrase with this head means, its conjuncts included; empty where nobody is meant."""
    found: list[Participant] = []
    for token in (head, *(c for c in head.conjuncts if c.i > head.i)):
        found += _one(token, reading, memory)
    return tuple(dict.fromkeys(found))


def _one(token: Token, reading: Reading, memory: Memory) -> list[Participant]:
    if token.pos_ == "PRON" or token.lower_ in _RELATIVE:
        return _pronoun(token, reading, memory)
    name = reading.name(token)
    if name is not None:
        if name.kind == "person":
            return [party(name.name, name.side), *_members(token, reading)]
        if name.kind in ("country", "people") or name.acts:
            return [party(name.side or name.name, name.side or name.name), *_members(token, reading)]
        if name.kind in ("body", "agency"):
            return [party(name.name, name.side), *_members(token, reading)]
        return []
    return _described(token, reading, memory)


def _described(token: Token, reading: Reading, memory: Memory) -> list[Participant]:
    """A common noun: the person in apposition, the sides in its modifiers, or the pair just spoken of."""
    nouns = actor_nouns()
    lemma = token.lemma_.lower()
    if not (lemma in nouns.government or lemma in nouns.force or lemma in nouns.people):
        return []
    members = _members(token, reading)
    sides = list(dict.fromkeys(_sides(token, reading, memory)))
    if not sides and not members:
        plural = token.tag_ in ("NNS", "NNPS")
        determiners = {c.lower_ for c in token.children if c.dep_ in ("det", "nummod", "predet", "poss")}
        if plural and lemma in nouns.collective and (determiners & _TWO or "the" in determiners):
            return list(memory.group_before(token.i))
        return list(memory.kinds.get(lemma, ())) or ([party(_phrase(token), None)] if lemma not in nouns.government else [])
    if lemma in nouns.government:
        found = [party(s, s) for s in sides]
    else:
        found = [party(_phrase(token), s) for s in sides] or [party(_phrase(token), None)]
    if members:
        found = [f for f in found if f.side not in {m.side for m in members}] + members
    if found and lemma in nouns.government:
        memory.kinds[lemma] = tuple(found)
    return found


def _phrase(token: Token) -> str:
    """A noun with the words right before it that belong to it, determiners and quote marks left out."""
    words = [
        t.text
        for t in token.subtree
        if t.i <= token.i and not t.is_punct and t.pos_ not in ("DET", "PRON", "ADP", "SCONJ", "VERB", "ADV", "CCONJ", "PART")
    ]
    return " ".join(words[-4:])


def _sides(token: Token, reading: Reading, memory: Memory) -> Iterator[str]:
    """The countries and organisations in a noun's modifiers: "top US and Chinese diplomats", "envoys of Iran"."""
    for child in token.children:
        if child.dep_ == "poss" and child.lower_ == "their":
            yield from (p.side for p in memory.group_before(child.i) if p.side)
        elif child.dep_ in _MODIFIER or (child.dep_ == "appos" and child.pos_ == "PROPN"):
            yield from _named_sides(child, reading)
            for conjunct in child.conjuncts:
                yield from _named_sides(conjunct, reading)
        elif child.dep_ == "prep" and child.lower_ in ("of", "from"):
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    for each in (grandchild, *grandchild.conjuncts):
                        yield from _named_sides(each, reading)


def _named_sides(token: Token, reading: Reading) -> Iterator[str]:
    name = reading.name(token)
    if name is not None:
        side = name.side or (name.place.country if name.place else None)
        if side:
            yield side
            return
    for child in token.children:
        if child.dep_ in _MODIFIER:
            yield from _named_sides(child, reading)


def _members(token: Token, reading: Reading) -> list[Participant]:
    """Persons named as part of a group: in apposition, after "led by", "under", "including", "such as"."""
    found: list[Participant] = []
    for child in token.children:
        heads: list[Token] = []
        if child.dep_ == "appos":
            heads = [child]
        elif child.dep_ == "acl" and child.lemma_ in _LED:
            heads = [g for c in child.children if c.dep_ in ("agent", "dobj", "prep") for g in (c, *c.children)]
        elif child.dep_ == "prep" and child.lower_ in ("under", "including", "like", "as", "by"):
            heads = [g for g in child.children if g.dep_ == "pobj"]
        for head in heads:
            for each in (head, *head.conjuncts):
                name = reading.name(each)
                if name is not None and name.kind == "person":
                    found.append(party(name.name, name.side))
    return found


def _pronoun(token: Token, reading: Reading, memory: Memory) -> list[Participant]:
    word = token.lower_
    if word in _RELATIVE:
        clause = token.head
        while clause.dep_ not in ("relcl", "ROOT") and clause.head != clause:
            clause = clause.head
        if clause.dep_ == "relcl":
            name = reading.name(clause.head)
            if name is not None or clause.head.pos_ in ("NOUN", "PROPN"):
                return _one(clause.head, reading, memory)
        return []
    if word in ("he", "she", "him", "her", "his"):
        person = memory.person_before(token.i)
        return [person] if person else []
    if word in ("they", "them", "both", "their", "each"):
        return list(memory.group_before(token.i))
    return []


# --- who stands where -------------------------------------------------------------------------------------------------


def subject(verb: Token) -> Token | None:
    """The subject of a verb, its own or the one it shares with the verb above it."""
    for _ in range(6):
        own = next((c for c in verb.children if c.dep_ in _SUBJECT), None)
        if own is not None:
            return own
        if verb.dep_ in ("conj", "xcomp", "advcl", "ccomp", "pcomp") or (verb.dep_ == "ROOT" and verb.head != verb):
            above = verb.head
            if verb.dep_ == "pcomp":
                above = above.head
            if verb.dep_ == "xcomp":
                controller = next((c for c in above.children if c.dep_ == "dobj"), None)
                if controller is not None and above.lemma_ not in ("promise", "threaten"):
                    return controller
            verb = above
            continue
        if verb.dep_ == "acl" and verb.tag_ == "VBG":
            return verb.head
        if verb.dep_ == "acl" and verb.tag_ in ("VB", "VBP"):
            verb = verb.head
            while verb.dep_ in ("dobj", "pobj", "prep", "attr") and verb.head != verb:
                verb = verb.head
            continue
        return None
    return None


def is_passive(verb: Token) -> bool:
    """Whether a verb's subject undergoes the act."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and not any(c.dep_ in ("aux", "dobj") for c in verb.children)


def _objects_of(verb: Token, *prepositions: str) -> list[Token]:
    """The nouns after a verb's prepositions."""
    return [
        g
        for c in verb.children
        if c.dep_ in ("prep", "agent", "dative", "prt") and c.lower_ in prepositions
        for g in c.children
        if g.dep_ in ("pobj", "pcomp")
    ]


def participants(trigger: Trigger, reading: Reading, memory: Memory) -> tuple[Participant, ...]:
    """Everybody who takes part, with roles by the shape of the trigger's word."""
    if trigger.kind == "verb":
        doers, receivers = _round_verb(trigger, reading, memory)
    else:
        doers, receivers = _round_noun(trigger, reading, memory)
    if trigger.word.shape == "meeting":
        return unique(replace(p, role="party") for p in (*doers, *receivers))
    if trigger.word.shape == "host":
        doers, receivers = receivers, doers
    given = {p.name for p in doers}
    return (
        *unique(replace(p, role="actor") for p in doers),
        *unique(replace(p, role="recipient") for p in receivers if p.name not in given),
    )


def _round_verb(trigger: Trigger, reading: Reading, memory: Memory) -> tuple[list[Participant], list[Participant]]:
    verb = trigger.token
    passive = is_passive(verb)
    doer_heads = _objects_of(verb, "by") if passive else [s for s in [subject(verb)] if s is not None]
    receiver_heads = direct_objects(verb)
    if passive and verb.dep_ not in ("acl",):
        shared = subject(verb)
        receiver_heads += [shared] if shared is not None and shared not in receiver_heads else []
    receiver_heads += _objects_of(
        verb, "with", "to", "on", "upon", "against", "at", "into", "between", "from", "in", "of", "for", "over", "alongside"
    )
    doers = [p for h in doer_heads for p in actors(h, reading, memory)]
    receivers = [p for h in receiver_heads for p in _receivers(h, trigger, reading, memory)]
    if not receivers:
        clause = next((c for c in verb.children if c.dep_ in ("ccomp", "xcomp")), None)
        inner = subject(clause) if clause is not None else None
        if inner is not None and inner not in doer_heads:
            receivers = list(actors(inner, reading, memory))
    return doers, [p for p in receivers if p not in doers]


def _receivers(head: Token, trigger: Trigger, reading: Reading, memory: Memory) -> tuple[Participant, ...]:
    found: tuple[Participant, ...] = actors(head, reading, memory)
    if found:
        return found
    if trigger.word.shape in ("visit", "directed") or trigger.word.type in ("ASSAULT", "COERCE", "SANCTION", "REQUEST"):
        place = next(iter(_place_sides(head, reading)), None)
        if place is not None and (head.dep_ != "pobj" or trigger.word.shape == "visit"):
            return (party(place, place),)
        sides = list(dict.fromkeys(_sides(head, reading, memory)))
        if sides and head.dep_ in ("dobj", "nsubjpass", "pobj"):
            return tuple(party(_phrase(head) or s, s) for s in sides[:1])
        inner = [g for c in head.children if c.dep_ == "prep" and c.lower_ in ("on", "against", "of", "to", "in") for g in c.children]
        for each in inner:
            found = actors(each, reading, memory)
            if found:
                return found
    return ()


def _place_sides(token: Token, reading: Reading) -> Iterator[str]:
    name = reading.name(token)
    if name is not None and name.place is not None and (name.side or name.place.country):
        yield name.side or name.place.country or ""


def _round_noun(trigger: Trigger, reading: Reading, memory: Memory) -> tuple[list[Participant], list[Participant]]:
    noun = trigger.token
    doers: list[Participant] = []
    receivers: list[Participant] = []
    for child in noun.children:
        if child.dep_ == "poss":
            doers += _possessor(child, reading, memory)
        elif child.dep_ in ("compound", "amod", "nmod"):
            doers += _modifiers(child, reading, memory)
        elif child.dep_ in ("prep", "agent", "acl"):
            into, heads = _prepositional(child, trigger)
            for head in heads:
                found = _receivers(head, trigger, reading, memory) if into == "receivers" else actors(head, reading, memory)
                (receivers if into == "receivers" else doers).extend(found)
    above = noun
    while above.dep_ == "pobj" and above.head.lower_ == "of":
        above = above.head.head
        for child in above.children:
            if child.dep_ in ("poss", "prep") and child.lower_ in ("between", "with"):
                doers += [p for g in child.children for p in actors(g, reading, memory)]
    carried_doers, carried_receivers = _round_carrier(trigger, reading, memory)
    return [*doers, *carried_doers], [p for p in (*receivers, *carried_receivers) if p not in doers]


def _possessor(token: Token, reading: Reading, memory: Memory) -> list[Participant]:
    found = list(actors(token, reading, memory))
    if not found:
        found = [party(s, s) for s in _named_sides(token, reading)]
    return found


def _modifiers(token: Token, reading: Reading, memory: Memory) -> list[Participant]:
    """Names before a noun: "US-China talks", "the Sullivan-Wang channel", "Pentagon review"."""
    found: list[Participant] = []
    for each in token.subtree:
        name = reading.name(each)
        if name is None:
            continue
        if name.kind == "person":
            found.append(party(name.name, name.side))
        elif name.kind in ("country", "people") or name.acts:
            found.append(party(name.side or name.name, name.side or name.name))
        elif name.kind == "body" and name.side:
            found.append(party(name.name, name.side))
    return found


def _prepositional(child: Token, trigger: Trigger) -> tuple[str, list[Token]]:
    heads = [g for g in child.children if g.dep_ in ("pobj", "pcomp")]
    word = child.lower_
    if child.dep_ == "acl":
        if child.tag_ == "VBG" and word in _TOGETHER:
            return "doers", [g for g in child.children if g.dep_ == "dobj"]
        agents = _objects_of(child, "by", "between", "with", "among")
        return "doers", agents
    if word in _TOGETHER or word == "by":
        return "doers", heads
    if word == "from" and trigger.word.shape in ("visit", "directed"):
        return "doers", heads
    if word == "of":
        return ("receivers" if trigger.word.shape == "directed" else "doers"), heads
    if word in ("to", "on", "against", "at", "upon", "into", "for") or (word == "in" and trigger.word.shape == "visit"):
        return "receivers", heads
    return "none", []


def _round_carrier(trigger: Trigger, reading: Reading, memory: Memory) -> tuple[list[Participant], list[Participant]]:
    carrier = trigger.carrier
    if carrier is None:
        return [], []
    if trigger.relation == "subject":
        heads = _objects_of(carrier, "between", "with", "among", "by")
        doers = [p for h in heads for p in actors(h, reading, memory)]
        receivers: list[Participant] = []
        if trigger.word.shape == "directed" and not is_passive(carrier):
            receivers = [p for h in direct_objects(carrier) for p in _receivers(h, trigger, reading, memory)]
        return doers, receivers
    if trigger.relation != "object":
        return [], []
    doer = subject(carrier)
    heads = [doer] if doer is not None and not is_passive(carrier) else _objects_of(carrier, "by")
    doers = [p for h in heads for p in actors(h, reading, memory)]
    doers += [p for h in _objects_of(carrier, "with", "between", "alongside") for p in actors(h, reading, memory)]
    if doer is not None and doer.lower_ in ("who", "that", "which"):
        doers += _listed(doer, reading)
    receivers = [p for h in _objects_of(carrier, "to", "against", "on") for p in _receivers(h, trigger, reading, memory)]
    return doers, receivers


def _listed(relative: Token, reading: Reading) -> list[Participant]:
    """ "Officials who attended the talks include A and B": the persons of the list."""
    clause = relative.head
    while clause.dep_ not in ("relcl", "ROOT") and clause.head != clause:
        clause = clause.head
    verb = clause.head.head
    if clause.dep_ != "relcl" or verb.lemma_ not in ("include", "be", "comprise"):
        return []
    found: list[Participant] = []
    for child in verb.children:
        if child.dep_ in ("dobj", "attr"):
            for each in (child, *child.conjuncts):
                name = reading.name(each)
                if name is not None and name.kind == "person":
                    found.append(party(name.name, name.side))
    return found

"""Participants: whom a noun phrase means, for which side, and who stands where round a trigger."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from secondsource.extract.reading import Reading
from secondsource.extract.triggers import Trigger, direct_objects, is_measure
from secondsource.model import Name, Participant
from secondsource.words.actors import actor_nouns
from secondsource.words.synonyms import plain_words

_SUBJECT = ("nsubj", "nsubjpass", "csubj")
_MODIFIER = ("compound", "amod", "nmod", "poss", "nummod")
_BLAME = frozenset("accuse charge suspect blame condemn criticize criticise praise thank".split())
_BROKER = frozenset(
    "broker mediate facilitate propose suggest report condemn describe announce host back support monitor "
    "oversee".split()
)
# Words said to somebody: a thing without a side is what they are about, not whom they are said to.
_VERBAL = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_OWNERS = frozenset({"their", "its", "whose", "his", "her"})
_TOGETHER = frozenset({"between", "with", "among", "amongst", "alongside", "involving", "including"})
_LED = frozenset({"lead", "head", "include", "chair", "comprise", "represent"})
_VAGUE = frozenset("least most more many some other several about nearly almost".split())
_HOME_BODIES = frozenset(
    "army navy military police government ministry cabinet parliament president minister force coastguard authority "
    "presidency".split()
)
# Tokens over which "they" reaches back to a pair: some three sentences.
GROUP_REACH = 80
# A document's home side is named this many times as often as the next.
HOME_RATIO = 1.5
_TWO = frozenset({"two", "both", "three", "four", "all", "these"})


@dataclass(frozen=True, slots=True)
class Memory:
    """Who was spoken of before a token: persons, and pairs or groups named together, in text order.

    `bearers` are the sides that names stand for, in text order, `home` the one that the document speaks of most by far,
    `common` the two it speaks of most. `kinds` remembers for a common noun whom its last full description meant.
    """

    persons: tuple[tuple[int, bool, Participant], ...]
    groups: tuple[tuple[int, tuple[Participant, ...]], ...]
    bearers: tuple[tuple[int, str], ...]
    home: str | None
    common: tuple[Participant, ...]
    kinds: dict[str, tuple[Participant, ...]] = field(default_factory=dict)

    def person_before(self, index: int) -> Participant | None:
        """The person a "he" at this token most likely is: the last one in subject place nearby, else the last one."""
        earlier = self.persons[: bisect_left(self.persons, (index,), key=lambda p: p[:1])]
        recent = [p for i, is_subject, p in earlier[-6:] if is_subject and index - i < 80]
        return recent[-1] if recent else (earlier[-1][2] if earlier and index - earlier[-1][0] < 120 else None)

    def group_before(self, index: int) -> tuple[Participant, ...]:
        """The two or more last named together before this token, else the two that the document is about."""
        at = bisect_left(self.groups, (index,), key=lambda g: g[:1])
        return self.groups[at - 1][1] if at and index - self.groups[at - 1][0] < GROUP_REACH else self.common

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
            persons.append((index, head.dep_ in _SUBJECT, party(name.name, name.side)))
        if name.side and (name.kind in ("country", "body", "people") or name.acts):
            bearers.append((index, name.side))
        members = [_plain(reading.name(t)) for t in (head, *(c for c in head.conjuncts if c.i > head.i))]
        members += _hyphenated(head, reading)
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
    )


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
        p
        for p in parts
        if not (p.name == p.side and any(q is not p and q.side == p.side and q.name != q.side for q in parts))
    )


def actors(head: Token, reading: Reading, memory: Memory) -> tuple[Participant, ...]:
    """Whom a noun phrase with this head means, its conjuncts included; empty where nobody is meant."""
    found: list[Participant] = []
    for token in (head, *(c for c in head.conjuncts if c.i > head.i)):
        found += _one(token, reading, memory)
    return tuple(dict.fromkeys(found))


def _one(token: Token, reading: Reading, memory: Memory) -> list[Participant]:
    if token.pos_ in ("NOUN", "NUM") and (is_measure(token) or token.pos_ == "NUM"):
        counted = [
            g for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children if g.dep_ == "pobj"
        ]
        if counted:
            return [p for g in counted for p in _one(g, reading, memory)]
    if token.pos_ == "PRON" or token.lower_ in _RELATIVE:
        return _pronoun(token, reading, memory)
    name = reading.name(token)
    if (
        name is None
        and token.pos_ == "PROPN"
        and token.ent_type_ in ("ORG", "NORP", "PERSON", "GPE", "")
        and _is_acronym(token)
    ):
        return [party(token.text, None)]
    if name is not None:
        if name.kind == "person":
            return [party(name.name, name.side), *_members(token, reading)]
        if name.kind in ("country", "people") or name.acts:
            return [party(name.side or name.name, name.side or name.name), *_members(token, reading)]
        if name.kind in ("body", "agency"):
            return [party(name.name, name.side), *_members(token, reading)]
        return []
    return _described(token, reading, memory)


def _is_acronym(token: Token) -> bool:
    """An unknown body known by its letters: "the ELN"."""
    return token.is_upper and 2 <= len(token.text) <= 6 and token.is_alpha and token.ent_type_ != "GPE"


def _described(token: Token, reading: Reading, memory: Memory) -> list[Participant]:
    """A common noun: the person in apposition, the sides in its modifiers, or the pair just spoken of."""
    nouns = actor_nouns()
    lemma = token.lemma_.lower()
    if not any(lemma in words for words in (nouns.government, nouns.force, nouns.people, nouns.things)):
        return []
    members = _members(token, reading)
    sides = list(dict.fromkeys(_sides(token, reading, memory)))
    if not sides and not members:
        plural = token.tag_ in ("NNS", "NNPS")
        determiners = {c.lower_ for c in token.children if c.dep_ in ("det", "nummod", "predet", "poss")}
        if plural and lemma in nouns.collective and (determiners & _TWO or "the" in determiners):
            return list(memory.group_before(token.i))
        bare = not any(c.dep_ in ("compound", "amod", "nmod") for c in token.children)
        known = memory.kinds.get(lemma) or memory.kinds.get(next(iter(plain_words({lemma}))))
        if bare and known and determiners & {"the", "this", "that", "these", "those"}:
            return list(known)
        if "the" in determiners and memory.home is not None and lemma in _HOME_BODIES:
            return [party(memory.home if lemma in nouns.government else _phrase(token), memory.home)]
        return (
            [party(_phrase(token), None)]
            if lemma not in nouns.government or (token.dep_ == "dobj" and lemma not in _THAT_COUNTRY)
            else []
        )
    if lemma in nouns.government:
        found = [party(s, s) for s in sides]
    else:
        found = [party(s, s) for s in sides] if len(sides) > 1 else [party(_phrase(token), s) for s in sides]
        found = found or [party(_phrase(token), None)]
    if members:
        found = [f for f in found if f.side not in {m.side for m in members}] + members
    if found and any(p.side for p in found):
        memory.kinds[lemma] = tuple(found)
        memory.kinds.update({w: tuple(found) for w in plain_words({lemma})})
    return found


def _phrase(token: Token) -> str:
    """A noun with the words right before it that belong to it, determiners and quote marks left out."""
    words = [
        t.text
        for t in token.subtree
        if t.i <= token.i
        and not t.is_punct
        and t.lower_ not in _VAGUE
        and t.pos_ not in ("DET", "PRON", "ADP", "SCONJ", "VERB", "ADV", "CCONJ", "PART")
    ]
    return " ".join(words[-4:])


def _sides(token: Token, reading: Reading, memory: Memory) -> Iterator[str]:
    """The countries and organisations in a noun's modifiers: "top US and Chinese diplomats", "envoys of Iran"."""
    for child in token.children:
        if child.dep_ == "poss" and child.lower_ in _OWNERS:
            yield from _owning_sides(child, token, memory)
        elif child.dep_ in _MODIFIER or (child.dep_ == "appos" and child.pos_ == "PROPN"):
            yield from _named_sides(child, reading)
            for conjunct in child.conjuncts:
                yield from _named_sides(conjunct, reading)
        elif child.dep_ == "prep" and child.lower_ in ("of", "from"):
            yield from _sides_after(child, reading, memory)


def _owning_sides(pronoun: Token, owned: Token, memory: Memory) -> Iterator[str]:
    """The sides that "their", "its", "his" stand for before a noun; "his counterpart" is of another side."""
    if pronoun.lower_ == "their":
        yield from (p.side for p in memory.group_before(pronoun.i) if p.side)
    elif pronoun.lower_ in ("its", "whose"):
        side = memory.side_before(pronoun.i)
        if side:
            yield side
    else:
        person = memory.person_before(pronoun.i)
        if person is not None and person.side and owned.lemma_.lower() != "counterpart":
            yield person.side


def _sides_after(preposition: Token, reading: Reading, memory: Memory) -> Iterator[str]:
    """The sides named after "of" or "from"; "of the two countries" means the pair spoken of before."""
    for noun in preposition.children:
        if noun.dep_ != "pobj":
            continue
        for each in (noun, *noun.conjuncts):
            yield from _named_sides(each, reading)
        if noun.tag_ == "NNS" and noun.lemma_.lower() in actor_nouns().collective:
            yield from (p.side or p.name for p in memory.group_before(noun.i))


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
        return _plural_before(token, reading, memory) or list(memory.group_before(token.i))
    if word in ("its", "whose"):
        side = memory.side_before(token.i)
        return [party(side, side)] if side else []
    if word == "it":
        above = _clause_above(token)
        antecedent = subject(above) if above is not None else None
        if antecedent is not None and antecedent.i < token.i and antecedent.pos_ != "PRON":
            return _one(antecedent, reading, memory)
        side = memory.side_before(token.i)
        return [party(side, side)] if side and token.dep_ in _SUBJECT else []
    return []


def _plural_before(token: Token, reading: Reading, memory: Memory) -> list[Participant]:
    """Whom the subject of the sentence before means, where it is plural."""
    start = token.sent.start
    if start == 0:
        return []
    root = token.doc[start - 1].sent.root
    before = next((c for c in root.children if c.dep_ in _SUBJECT), None)
    if before is None or before.pos_ == "PRON" or not (before.tag_ in ("NNS", "NNPS") or list(before.conjuncts)):
        return []
    return list(actors(before, reading, memory))


def _clause_above(token: Token) -> Token | None:
    """The verb of the clause over a pronoun's own clause, where the pronoun sits in a subordinate one."""
    verb = token.head
    if verb.pos_ not in ("VERB", "AUX") or verb.dep_ not in ("advcl", "ccomp", "relcl"):
        return None
    return verb.head


# --- who stands where -------------------------------------------------------------------------------------------------


def subject(verb: Token) -> Token | None:
    """The subject of a verb, its own or the one it shares with the verb above it."""
    for _ in range(6):
        own = next((c for c in verb.children if c.dep_ in _SUBJECT), None)
        if own is not None:
            return own
        if verb.tag_ in ("VBD", "VBZ", "VBP") and verb.dep_ != "conj":
            stray = _stray_subject(verb)
            if stray is not None:
                return stray
        if verb.dep_ in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "acomp"):
            above = verb.head.head if verb.dep_ == "pcomp" else verb.head
            controller = _controller(verb, above)
            if controller is not None:
                return controller
            verb = above
        elif verb.dep_ == "acl" and verb.tag_ == "VBG":
            return verb.head
        elif verb.dep_ == "acl" and verb.tag_ in ("VB", "VBP"):
            verb = _above_noun(verb.head)
        else:
            return None
    return None


def _controller(verb: Token, above: Token) -> Token | None:
    """The object above that is a verb's subject: "accused Iran of shelling", "urged Iran to stop"."""
    if verb.dep_ == "pcomp" and above.lemma_ in _BLAME:
        return next((c for c in above.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if verb.dep_ == "xcomp" and above.lemma_ not in ("promise", "threaten"):
        return next((c for c in above.children if c.dep_ == "dobj"), None)
    return None


def _above_noun(noun: Token) -> Token:
    """The word on which the phrase of a noun hangs: "a plan to ..." is its verb's."""
    while noun.dep_ in ("dobj", "pobj", "prep", "attr") and noun.head != noun:
        noun = noun.head
    return noun


def _stray_subject(verb: Token) -> Token | None:
    """The noun right before a finite verb that the parse hung elsewhere: "... in the sea, A and B agreed"."""
    if verb.i == 0:
        return None
    left = verb.nbor(-1)
    while left.pos_ in ("ADV", "AUX", "PART") and left.i > verb.sent.start:
        left = left.nbor(-1)
    if left.pos_ != "PROPN" or left.dep_ not in ("conj", "pobj", "appos"):
        return None
    while (
        left.dep_ == "conj"
        and left.head.pos_ == "PROPN"
        and left.head.i > verb.i - 8
        and "," not in (t.text for t in left.doc[left.head.i : left.i])
    ):
        left = left.head
    return left


def is_passive(verb: Token) -> bool:
    """Whether a verb's subject undergoes the act."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in ("acl", "advcl")
        and not any(c.dep_ in ("aux", "dobj") for c in verb.children)
    )


def _objects_of(verb: Token, *prepositions: str) -> list[Token]:
    """The nouns after a verb's prepositions."""
    return [
        g
        for c in verb.children
        if c.dep_ in ("prep", "agent", "dative", "prt") and c.lower_ in prepositions and not _is_topic(c)
        for g in c.children
        if g.dep_ in ("pobj", "pcomp")
    ]


def _is_topic(preposition: Token) -> bool:
    """ "With trade as the main topic": who stands behind this "with" takes no part."""
    if preposition.lower_ != "with":
        return False
    return any(g.i + 1 < len(g.doc) and g.doc[g.i + 1].lower_ == "as" for g in preposition.children)


def participants(trigger: Trigger, reading: Reading, memory: Memory) -> tuple[Participant, ...]:
    """Everybody who takes part, with roles by the shape of the trigger's word."""
    if trigger.kind == "verb":
        doers, receivers = _round_verb(trigger, reading, memory)
    else:
        doers, receivers = _round_noun(trigger, reading, memory)
    doers, receivers = [p for p in doers if p.name], [p for p in receivers if p.name]
    if trigger.word.shape == "meeting":
        return unique(replace(p, role="party") for p in (*doers, *receivers))
    if trigger.word.shape == "own":
        doers, receivers = doers or [p for p in receivers if p.side], []
    if trigger.word.shape == "host":
        receivers = [p for p in receivers if p.side or p.name[:1].isupper()]
        doers, receivers = receivers, doers
    if any(p.side for p in receivers) or trigger.word.type in _VERBAL:
        receivers = [p for p in receivers if p.side or p.name[:1].isupper()]
    if any(p.side for p in doers):
        doers = [p for p in doers if p.side or p.name[:1].isupper()]
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
    receiver_heads += _objects_of(verb, *(_MEETING_WITH if trigger.word.shape == "meeting" else _ACTING_ON))
    if trigger.word.shape == "visit":
        receiver_heads += _objects_of(verb, "in")
    doers = [p for h in doer_heads for p in actors(h, reading, memory)]
    receivers = [p for h in receiver_heads for p in _receivers(h, trigger, reading, memory)]
    if not [p for p in receivers if p not in doers]:
        nested = [
            g
            for h in direct_objects(verb)
            for c in h.children
            if c.dep_ == "prep" and c.lower_ in ("to", "on", "against", "from")
            for g in c.children
        ]
        receivers = [p for g in nested for p in _receivers(g, trigger, reading, memory)]
    if not receivers:
        clause = next((c for c in verb.children if c.dep_ in ("ccomp", "xcomp")), None)
        inner = subject(clause) if clause is not None else None
        if inner is not None and inner not in doer_heads:
            receivers = list(actors(inner, reading, memory))
    if trigger.word.shape == "visit" and not [p for p in receivers if p not in doers]:
        away = memory.side_before(verb.i, {p.side for p in doers})
        anaphoric = any(h.lemma_.lower() in _THAT_COUNTRY for h in receiver_heads)
        receivers = [party(away, away)] if away is not None and anaphoric else []
    return doers, [p for p in receivers if p not in doers]


_MEETING_WITH = ("with", "to", "between", "alongside")
_ACTING_ON = ("with", "to", "on", "upon", "against", "at", "into", "between", "from", "of", "for", "over", "alongside")
_THAT_COUNTRY = frozenset("country nation island kingdom republic capital region territory".split())
# Whoever or whatever is struck, seized or freed is named, also by a noun that no list knows.
_STRIKING = frozenset({"ASSAULT", "COERCE", "RETREAT"})
_NO_ONE = frozenset("part behalf name turn own way place time day year month week side end order account".split())


def _receivers(head: Token, trigger: Trigger, reading: Reading, memory: Memory) -> tuple[Participant, ...]:
    if head.lemma_.lower() in _NO_ONE and reading.name(head) is None and not list(head.conjuncts):
        return ()
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
        inner = [
            g
            for c in head.children
            if c.dep_ == "prep" and c.lower_ in ("on", "against", "of", "to", "in")
            for g in c.children
        ]
        for each in inner:
            found = actors(each, reading, memory)
            if found:
                return found
    if trigger.word.type in _STRIKING and head.pos_ == "NOUN" and head.dep_ in ("dobj", "nsubjpass") and _phrase(head):
        return (party(_phrase(head), None),)
    return ()


def _place_sides(token: Token, reading: Reading) -> Iterator[str]:
    name = reading.name(token)
    if name is not None and name.place is not None and (name.side or name.place.country):
        yield name.side or name.place.country or ""


def _round_noun(trigger: Trigger, reading: Reading, memory: Memory) -> tuple[list[Participant], list[Participant]]:
    noun = trigger.token
    doers: list[Participant] = _dashed(noun, reading)
    receivers: list[Participant] = []
    for child in noun.children:
        if child.dep_ == "poss":
            doers += _possessor(child, reading, memory)
        elif child.dep_ in ("compound", "amod", "nmod"):
            doers += _modifiers(child, reading, memory)
        elif child.dep_ in ("prep", "agent", "acl"):
            into, heads = _prepositional(child, trigger)
            for head in heads:
                found = (
                    _receivers(head, trigger, reading, memory) if into == "receivers" else actors(head, reading, memory)
                )
                (receivers if into == "receivers" else doers).extend(found)
    frame = noun
    while frame.dep_ == "pobj" and frame.head.lower_ == "of" and is_measure(frame.head.head):
        frame = frame.head.head
    if (
        not doers
        and trigger.word.shape == "meeting"
        and frame.dep_ == "pobj"
        and frame.head.lower_ in ("after", "following", "during", "at", "before")
    ):
        main = subject(frame.head.head) if frame.head.head.pos_ == "VERB" else None
        doers += actors(main, reading, memory) if main is not None else []
    above = noun
    while above.dep_ == "pobj" and above.head.lower_ == "of":
        above = above.head.head
        for child in above.children:
            if child.dep_ in ("poss", "prep") and child.lower_ in ("between", "with") and not _is_topic(child):
                doers += [p for g in child.children for p in actors(g, reading, memory)]
    carried_doers, carried_receivers = _round_carrier(trigger, reading, memory)
    return [*doers, *carried_doers], [p for p in (*receivers, *carried_receivers) if p not in doers]


def _dashed(noun: Token, reading: Reading) -> list[Participant]:
    """The names joined by a dash right before a noun, whatever the parse made of them: "A-B talks"."""
    found: list[Participant] = []
    dash = False
    for index in range(noun.i - 1, max(-1, noun.i - 9), -1):
        token = noun.doc[index]
        name = reading.name(token)
        if name is not None:
            participant = _plain(name)
            if participant is not None and participant not in found:
                found.insert(0, participant)
        elif token.text in ("-", "–", "—", "/"):
            dash = True
        elif not (token.pos_ == "ADJ" and not found):
            break
    return found if dash and len(found) > 1 else []


def _possessor(token: Token, reading: Reading, memory: Memory) -> list[Participant]:
    found = list(actors(token, reading, memory))
    if not found:
        found = [party(s, s) for s in _named_sides(token, reading)]
    return found


def _qualifies_participle(token: Token) -> bool:
    """ "US-brokered talks", "pro-Moscow forces": the name beside the dash takes no part."""
    document, i = token.doc, token.i
    dash = ("-", "–")
    if i + 2 < len(document) and document[i + 1].text in dash and document[i + 2].tag_ in ("VBN", "VBD"):
        return True
    return i > 1 and document[i - 1].text in dash and document[i - 2].lower_ in ("pro", "anti")


def _modifiers(token: Token, reading: Reading, memory: Memory) -> list[Participant]:
    """Names before a noun: "US-China talks", "the Sullivan-Wang channel", "Pentagon review"."""
    found: list[Participant] = []
    for each in token.subtree:
        name = reading.name(each)
        if name is None or _qualifies_participle(each):
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
    if _is_topic(child):
        return "none", []
    if child.dep_ == "acl":
        if child.tag_ == "VBG" and word in _TOGETHER:
            return "doers", [g for g in child.children if g.dep_ == "dobj"]
        if child.lemma_ in _BROKER:
            return "none", []
        return "doers", _objects_of(child, "by", "between", "with", "among")
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
    if carrier is None or trigger.relation == "report":
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
    towards = ("to", "in", "at", "into") if trigger.word.shape == "visit" else ("to", "against", "on")
    receivers = [p for h in _objects_of(carrier, *towards) for p in _receivers(h, trigger, reading, memory)]
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

"""Phrases: whom a noun phrase means, by its name, its modifiers, its apposition, or who was spoken of before."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from secondsource.extract.events.grammar import SUBJECTS, is_measure, subject
from secondsource.extract.events.memory import Memory, other_half, party
from secondsource.extract.reading import Reading
from secondsource.model import Name, Participant
from secondsource.words.actors import actor_nouns
from secondsource.words.events import event_words
from secondsource.words.synonyms import plain_words

_MODIFIER = ("compound", "amod", "nmod", "poss", "nummod")
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_OWNERS = frozenset({"their", "its", "whose", "his", "her"})
_LED = frozenset({"lead", "head", "include", "chair", "comprise", "represent"})
_VAGUE = frozenset("least fewer less than most more many some other several about nearly almost".split())
_HOME_BODIES = frozenset(
    "army navy military police government ministry cabinet parliament president minister force coastguard authority "
    "presidency".split()
)
# What is done in these is done to somebody else.
_AGAINST = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "THREATEN"})
# "The ELN guerrilla group" is the ELN.
_GROUPS = frozenset(
    "group movement organization organisation militia army front network alliance coalition faction party company firm "
    "agency union association".split()
)
# "One of the two delegations": which of them is not said.
_ONE_OF = frozenset({"one", "either", "neither", "another"})
_TWO = frozenset({"two", "both", "three", "four", "all", "these"})
# Who are these are so to one another: "the neighbours" of a report on two states are the two.
_OTHER_HALVES = frozenset("neighbour neighbor side counterpart".split())
THAT_COUNTRY = frozenset("country nation island kingdom republic capital region territory".split())


def actors(head: Token, reading: Reading, memory: Memory) -> tuple[Participant, ...]:
    """Whom a noun phrase with this head means, its conjuncts included; empty where nobody is meant."""
    found: list[Participant] = []
    for token in (head, *(c for c in head.conjuncts if c.i > head.i)):
        found += actor(token, reading, memory)
    return tuple(dict.fromkeys(found))


def actor(token: Token, reading: Reading, memory: Memory) -> list[Participant]:
    if token.pos_ in ("NOUN", "NUM") and (is_measure(token) or token.pos_ == "NUM"):
        counted = [
            g for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children if g.dep_ == "pobj"
        ]
        if counted:
            meant = [p for g in counted for p in actor(g, reading, memory)]
            several = len({p.side or p.name for p in meant}) > 1
            return [] if several and token.lower_ in _ONE_OF else meant
    if token.pos_ == "PRON" or token.lower_ in _RELATIVE:
        return _pronoun(token, reading, memory)
    name = reading.name(token)
    if name is None and (half := other_half(token, reading)) is not None:
        return [party(half, half)]
    if name is None and token.pos_ in ("PROPN", "ADJ", "NUM"):
        inside = _named_inside(token, reading)
        if inside:
            return inside
    if name is None and token.pos_ == "PROPN" and (_is_acronym(token) or _is_unknown_name(token, reading)):
        return [party(phrase_of(token), None)]
    if name is not None:
        if name.kind == "person":
            return [party(name.name, name.side), *_members(token, reading)]
        if name.kind in ("country", "people") or name.acts:
            return [party(name.side or name.name, name.side or name.name), *_members(token, reading)]
        if name.kind in ("body", "agency"):
            return [party(name.name, name.side), *_members(token, reading)]
        return [party(name.name, None)] if _acts_unknown(token, name) else []
    return _described(token, reading, memory)


def _acts_unknown(token: Token, name: Name) -> bool:
    """ "The Lakurawa carried out": what no gazetteer knows does something, and was taken for a place by its form."""
    if name.kind != "place" or name.place is not None or not any(c.lower_ == "the" for c in token.children):
        return False
    return token.dep_ == "nsubj" or (token.dep_ == "pobj" and token.head.dep_ == "agent")


def _named_inside(token: Token, reading: Reading) -> list[Participant]:
    """Whom a phrase without a name of its own names: the person beside it, the body at the front of it."""
    found = []
    for child in token.children:
        name = reading.name(child)
        if name is None:
            continue
        if (child.dep_ == "appos" and name.kind == "person") or (
            child.dep_ == "compound" and token.pos_ == "PROPN" and name.kind == "body"
        ):
            found.append(party(name.name, name.side))
    return found


def _is_acronym(token: Token) -> bool:
    """An unknown body known by its letters: "the ELN"."""
    kind = token.ent_type_ in ("ORG", "NORP", "PERSON", "GPE", "")
    return kind and token.is_upper and 2 <= len(token.text) <= 6 and token.is_alpha and token.ent_type_ != "GPE"


def _is_unknown_name(token: Token, reading: Reading) -> bool:
    """Somebody whom only this text names, "the Lakurawa", where the sentence has him do or undergo something."""
    if token.i in reading.timed or not token.is_title or not token.is_alpha or len(token.text) < 4:
        return False
    return token.dep_ in (*SUBJECTS, "dobj") or (token.dep_ == "pobj" and token.head.dep_ == "agent")


def _described(token: Token, reading: Reading, memory: Memory) -> list[Participant]:
    """A common noun: the person in apposition, the sides in its modifiers, or the pair just spoken of."""
    nouns = actor_nouns()
    lemma = token.lemma_.lower()
    if not any(lemma in words for words in (nouns.government, nouns.force, nouns.people, nouns.things)):
        return []
    members = _members(token, reading)
    if lemma in _GROUPS and token.tag_ == "NN" and (body := _group_named(token, reading)) is not None:
        return [body, *members]
    sides = list(dict.fromkeys(sides_of(token, reading, memory)))
    if not sides and not members:
        plural = token.tag_ in ("NNS", "NNPS")
        determiners = {c.lower_ for c in token.children if c.dep_ in ("det", "nummod", "predet", "poss")}
        described = any(c.dep_ in ("compound", "amod", "nmod", "poss", "acl", "relcl", "prep") for c in token.children)
        paired = bool(determiners & _TWO) or lemma in _OTHER_HALVES
        if plural and lemma in nouns.collective and (determiners & _TWO or ("the" in determiners and not described)):
            group = list((memory.group_before if paired else memory.group_near)(token.i))
            if group:
                return group
        bare = not any(c.dep_ in ("compound", "amod", "nmod") for c in token.children)
        known = memory.kinds.get(lemma) or memory.kinds.get(next(iter(plain_words({lemma}))))
        if bare and known and determiners & {"the", "this", "that", "these", "those"}:
            return list(known)
        if "the" in determiners and bare and memory.home is not None and lemma in _HOME_BODIES:
            return [party(memory.home if lemma in nouns.government else phrase_of(token), memory.home)]
        counted = any(c.dep_ == "nummod" for c in token.children)
        if lemma in THAT_COUNTRY and not counted:
            return []
        return [party(phrase_of(token), None)]
    if lemma in nouns.government:
        found = [party(s, s) for s in sides]
    else:
        found = [party(s, s) for s in sides] if len(sides) > 1 else [party(phrase_of(token), s) for s in sides]
        found = found or [party(phrase_of(token), None)]
    if members:
        found = [f for f in found if f.side not in {m.side for m in members}] + members
    if found and any(p.side for p in found):
        memory.kinds[lemma] = tuple(found)
        memory.kinds.update({w: tuple(found) for w in plain_words({lemma})})
    return found


def _group_named(token: Token, reading: Reading) -> Participant | None:
    """The body whose name stands before a noun that only says what it is: "the ELN guerrilla group"."""
    for child in token.lefts:
        name = reading.name(child)
        if child.dep_ in ("compound", "nmod", "amod", "appos") and name is not None and name.kind == "body":
            return party(name.name, name.side)
        if child.dep_ == "compound" and name is None and _is_acronym(child):
            return party(child.text, None)
    return None


def phrase_of(token: Token) -> str:
    """A noun with the words right before it that belong to it, determiners and quote marks left out."""
    words = [
        t.lower_ if t.is_sent_start and t.pos_ != "PROPN" and t.ent_type_ == "" else t.text
        for t in token.subtree
        if t.i <= token.i
        and not t.is_punct
        and t.lower_ not in _VAGUE
        and t.pos_ not in ("DET", "PRON", "ADP", "SCONJ", "VERB", "ADV", "CCONJ", "PART")
    ]
    return " ".join(words[-4:])


def sides_of(token: Token, reading: Reading, memory: Memory) -> Iterator[str]:
    """The countries and organisations in a noun's modifiers: "top US and Chinese diplomats", "envoys of Iran"."""
    for child in token.children:
        if child.dep_ == "poss" and child.lower_ in _OWNERS:
            yield from _owning_sides(child, token, reading, memory)
        elif child.dep_ in _MODIFIER or (child.dep_ == "appos" and child.pos_ == "PROPN" and _is_beside(child, token)):
            yield from named_sides(child, reading)
            for conjunct in child.conjuncts:
                yield from named_sides(conjunct, reading)
        elif child.dep_ == "prep" and child.lower_ in ("of", "from"):
            yield from _sides_after(child, reading, memory)


def _is_beside(apposed: Token, noun: Token) -> bool:
    """Whether no verb stands between a noun and what is in apposition to it."""
    return not any(t.pos_ in ("VERB", "AUX") for t in noun.doc[noun.i : apposed.i])


def _owning_sides(pronoun: Token, owned: Token, reading: Reading, memory: Memory) -> Iterator[str]:
    """The sides that "their", "its", "his" stand for before a noun; "his counterpart" is of another side."""
    if pronoun.lower_ == "their":
        yield from (p.side for p in memory.group_before(pronoun.i) if p.side)
    elif pronoun.lower_ in ("its", "whose"):
        side = memory.side_before(pronoun.i, _attackers(owned, reading) if pronoun.lower_ == "its" else ())
        if side:
            yield side
    else:
        person = memory.person_before(pronoun.i)
        if person is not None and person.side and owned.lemma_.lower() != "counterpart":
            yield person.side


def _attackers(owned: Token, reading: Reading) -> frozenset[str]:
    """The sides that do something against what somebody owns: who "rammed one of its boats" rammed another's."""
    head = owned
    while head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.pos_ in ("NOUN", "NUM", "PRON"):
        head = head.head.head
    if head.dep_ != "dobj" or head.head.pos_ != "VERB":
        return frozenset()
    kinds = {word.type for word in event_words().verbs.get((head.head.lemma_.lower(), None), ())}
    doer = subject(head.head)
    if doer is None or not kinds & _AGAINST:
        return frozenset()
    return frozenset(named_sides(doer, reading))


def _sides_after(preposition: Token, reading: Reading, memory: Memory) -> Iterator[str]:
    """The sides named after "of" or "from"; "of the two countries" means the pair spoken of before."""
    for noun in preposition.children:
        if noun.dep_ != "pobj":
            continue
        for each in (noun, *noun.conjuncts):
            yield from ("North Korea", "South Korea") if each.lower_ == "koreas" else named_sides(each, reading)
        if noun.pos_ == "NOUN" or reading.name(noun) is not None:
            for inner in noun.children:  # "the heads of the services of A and B"
                if inner.dep_ == "prep" and inner.lower_ == "of":
                    yield from _sides_after(inner, reading, memory)
        if noun.tag_ == "NNS" and noun.lemma_.lower() in actor_nouns().collective:
            yield from (p.side or p.name for p in memory.group_before(noun.i))


def named_sides(token: Token, reading: Reading) -> Iterator[str]:
    name = reading.name(token)
    if name is not None:
        side = name.side or (name.place.country if name.place else None)
        if side:
            yield side
            return
    elif (half := other_half(token, reading)) is not None:
        yield half
        return
    for child in token.children:
        if child.dep_ in _MODIFIER:
            yield from named_sides(child, reading)


def _one_each(token: Token, reading: Reading) -> list[Participant]:
    """ "The ministers of A and B, X and Y": as many persons as countries, which the parse makes one list."""
    names = [
        reading.name(each)
        for c in token.children
        if c.dep_ == "prep" and c.lower_ == "of"
        for g in c.children
        for each in (g, *g.conjuncts)
    ]
    countries = [n for n in names if n is not None and n.kind == "country"]
    persons = [n for n in names if n is not None and n.kind == "person"]
    if len(persons) < 2 or len(persons) != len(countries):
        return []
    return [party(p.name, p.side or c.side or c.name) for p, c in zip(persons, countries, strict=True)]


def _members(token: Token, reading: Reading) -> list[Participant]:
    """Persons named as part of a group: in apposition, after "led by", "under", "including", "such as"."""
    found = _one_each(token, reading)
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
                return actor(clause.head, reading, memory)
        return []
    if word in ("he", "she", "him", "her", "his"):
        own = subject(token.head) if token.dep_ == "dobj" else None
        name = reading.name(own) if own is not None else None
        person = memory.person_before(token.i, name.name if name is not None else None)
        return [person] if person else []
    if word in ("we", "us", "our", "i", "me"):
        return _speaker(token, reading)
    if word in ("they", "them", "both", "their", "each"):
        accused = _accused_just_named(token)
        if accused is not None:
            return actor(accused, reading, memory)
        group = memory.group_near if _does_violence(token) else memory.group_before
        return _plural_before(token, reading, memory) or list(group(token.i))
    if word in ("its", "whose"):
        side = memory.side_before(token.i)
        return [party(side, side)] if side else []
    if word == "it":
        above = _clause_above(token)
        antecedent = subject(above) if above is not None else None
        if antecedent is not None and antecedent.i < token.i and antecedent.pos_ != "PRON":
            return actor(antecedent, reading, memory)
        side = memory.side_before(token.i)
        return [party(side, side)] if side and token.dep_ in SUBJECTS else []
    return []


def _accused_just_named(pronoun: Token) -> Token | None:
    """ "Charged five officers, accusing them of": whom the sentence named last before it, the accuser left out."""
    verb = pronoun.head
    if pronoun.lower_ != "them" or pronoun.dep_ != "dobj" or verb.lemma_.lower() not in ("accuse", "charge", "blame"):
        return None
    nouns, accuser = actor_nouns(), subject(verb)
    people = nouns.government | nouns.force | nouns.people
    return next(
        (
            t
            for t in reversed(pronoun.doc[pronoun.sent.start : pronoun.i])
            if t.tag_ == "NNS" and t.lemma_.lower() in people and t != accuser
        ),
        None,
    )


def _does_violence(pronoun: Token) -> bool:
    """Whether "they" attack or seize: the two sides that a report is about hardly do so together."""
    options = event_words().verbs.get((pronoun.head.lemma_.lower(), None), ())
    return any(w.type in ("ASSAULT", "COERCE") for w in options)


# What a body asks for in a text of its own is asked by that body: "we call on both sides".
_ASKING = frozenset({"call", "urge", "demand", "appeal"})


def _speaker(token: Token, reading: Reading) -> list[Participant]:
    """Whom "we" or "I" means inside what somebody is quoted as saying; "we" is the side of whoever speaks."""
    attribution = reading.attribution(token.idx)
    asks = token.lower_ == "we" and token.head.lemma_.lower() in _ASKING
    if attribution is None and reading.document.outlet and asks:
        return [party(reading.document.outlet, None)]
    if attribution is None or not attribution.holders:
        return []
    holder = attribution.holders[0]
    if holder.kind not in ("person", "body", "country"):
        return []
    plural = token.lower_ in ("we", "us", "our") and holder.side is not None
    return [party(holder.side if plural and holder.side else holder.name, holder.side)]


def _plural_before(token: Token, reading: Reading, memory: Memory) -> list[Participant]:
    """Whom the subject of the sentence before means, where it is plural."""
    start = token.sent.start
    near = next(
        (
            t
            for t in reversed(token.doc[start : token.i])
            if t.dep_ in SUBJECTS
            and t.tag_ == "NNS"
            and not (t.head.is_ancestor(token) and token.dep_ in ("dobj", "pobj") and t.head == token.head)
        ),
        None,
    )
    if near is not None and near.head.i < token.i and near.head != token.head:
        return list(actors(near, reading, memory))
    if start == 0:
        return []
    root = token.doc[start - 1].sent.root
    before = next((c for c in root.children if c.dep_ in SUBJECTS), None)
    if before is None or before.pos_ == "PRON" or not (before.tag_ in ("NNS", "NNPS") or list(before.conjuncts)):
        return []
    return list(actors(before, reading, memory))


def _clause_above(token: Token) -> Token | None:
    """The verb of the clause over a pronoun's own clause, where the pronoun sits in a subordinate one."""
    verb = token.head
    if verb.pos_ not in ("VERB", "AUX") or verb.dep_ not in ("advcl", "ccomp", "relcl"):
        return None
    return verb.head

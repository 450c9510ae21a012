"""Participants: who takes part in the event that a trigger tells of, and in which role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from secondsource.extract.events.casualties import harmed, harmed_people
from secondsource.extract.events.charges import charge_over
from secondsource.extract.events.circumstances import turned_object
from secondsource.extract.events.grammar import (
    direct_objects,
    is_instrument,
    is_measure,
    is_passive,
    is_topic,
    late_objects,
    late_subjects,
    objects_of,
    subject,
)
from secondsource.extract.events.memory import Memory, party, plain
from secondsource.extract.events.phrases import THAT_COUNTRY, actors, named_sides, phrase_of, sides_of
from secondsource.extract.events.triggers import Trigger
from secondsource.extract.reading import Reading
from secondsource.model import Participant
from secondsource.words.events import event_words

_BROKER = frozenset(
    "broker mediate facilitate propose suggest report condemn describe announce host back support monitor "
    "oversee".split()
)
# Words said to somebody: a thing without a side is what they are about, not whom they are said to.
_VERBAL = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE"})
_TOGETHER = frozenset({"between", "with", "among", "amongst", "alongside", "involving", "including"})
_MEETING_WITH = ("with", "to", "between", "alongside")
_ACTING_ON = ("with", "to", "on", "upon", "against", "at", "into", "between", "from", "of", "for", "over", "alongside")
# Whoever or whatever is struck, seized or freed is named, also by a noun that no list knows.
_STRIKING = frozenset({"ASSAULT", "COERCE", "RETREAT"})
# Who does these to an act is its victim: "suffered an attack", "came under shelling".
_SUFFERING = frozenset("suffer face survive sustain experience see witness come undergo endure escape".split())
_TRADE = "061"
_NO_ONE = frozenset(
    "fire list blacklist freedom liberty part behalf name turn own way place time day year month week side end "
    "order account".split()
)


def participants(trigger: Trigger, reading: Reading, memory: Memory) -> tuple[Participant, ...]:
    """Everybody who takes part, with roles by the shape of the trigger's word."""
    if trigger.kind == "verb":
        doers, receivers = _round_verb(trigger, reading, memory)
    else:
        doers, receivers = _round_noun(trigger, reading, memory)
    receivers += [p for h in harmed(trigger) for p in harmed_people(h, reading, memory) if p not in doers]
    doers, receivers = [p for p in doers if p.name], [p for p in receivers if p.name]
    if trigger.word.shape == "undergone":
        doers, receivers = [p for p in receivers if p.side], [*doers, *(p for p in receivers if not p.side)]
    if trigger.word.shape == "meeting":
        return unique(replace(p, role="party") for p in (*doers, *receivers))
    if trigger.word.shape == "own":
        doers, receivers = doers or [p for p in receivers if p.side], []
    if trigger.word.shape == "host":
        receivers = [p for p in receivers if p.side or p.name[:1].isupper()]
        doers, receivers = receivers, doers
    addressed = trigger.word.type in _VERBAL and not (trigger.kind == "verb" and is_passive(trigger.token))
    if any(p.side for p in receivers) or addressed:
        receivers = [p for p in receivers if p.side or p.name[:1].isupper()]
    if any(p.side for p in doers):
        doers = [p for p in doers if p.side or p.name[:1].isupper()]
    given = {p.name for p in doers}
    return (
        *unique(replace(p, role="actor") for p in doers),
        *unique(replace(p, role="recipient") for p in receivers if p.name not in given),
    )


def unique(found: Iterable[Participant]) -> tuple[Participant, ...]:
    """The same participants once each; a country is dropped where a person of it is named."""
    parts = list(dict.fromkeys(found))
    return tuple(
        p
        for p in parts
        if not (p.name == p.side and any(q is not p and q.side == p.side and q.name != q.side for q in parts))
    )


def _round_verb(trigger: Trigger, reading: Reading, memory: Memory) -> tuple[list[Participant], list[Participant]]:
    verb = trigger.token
    doer_heads, receiver_heads = _heads(verb, reading)
    if trigger.word.cameo == _TRADE:
        receiver_heads = []  # what is shipped takes no part
    if not (receiver_heads and trigger.word.mode == "convict"):
        receiver_heads += _prepositional_receivers(trigger)
    if trigger.word.shape == "visit":
        receiver_heads += objects_of(verb, "in")
    doers = [p for h in doer_heads for p in actors(h, reading, memory)]
    receivers = [p for h in receiver_heads for p in _receivers(h, trigger, reading, memory)]
    if not [p for p in receivers if p not in doers] and trigger.word.mode != "convict":
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
        anaphoric = any(h.lemma_.lower() in THAT_COUNTRY for h in receiver_heads)
        receivers = [party(away, away)] if away is not None and anaphoric else []
    return doers, [p for p in receivers if p not in doers]


def _heads(verb: Token, reading: Reading) -> tuple[list[Token], list[Token]]:
    """The nouns for who does what a verb tells, and for whom or what it is done to."""
    own = [s for s in [subject(verb)] if s is not None]
    if verb.lemma_ == "expect":  # "the president is expected in Rome"
        return own, []
    if late_objects(verb):
        return late_subjects(verb), []
    passive = is_passive(verb)
    doers, receivers = _charged(verb, _agents(verb, reading) if passive else own), direct_objects(verb)
    if verb.tag_ == "VBN" and verb.dep_ in ("ccomp", "xcomp", "oprd") and verb.head.lemma_ in ("order", "declare"):
        order = subject(verb.head)  # "the president ordered the border closed"
        receivers = receivers or [c for c in verb.children if c.dep_ == "nsubj"]
        doers = [order] if order is not None and not is_passive(verb.head) else []
    turned = turned_object(verb)
    if turned is not None and not receivers:
        doers = doers if verb.lemma_ == "let" else []
        receivers = [turned] if verb.lemma_ != "go" else []  # a bomb that goes off takes no part
    if passive and verb.dep_ != "acl":
        receivers += [s for s in own if s not in receivers]
    return doers, receivers


def _charged(act: Token, doers: list[Token]) -> list[Token]:
    """Whoever is charged with an act is its doer; a pronoun in what the charge says means them."""
    if doers and doers[0].pos_ != "PRON" and doers[0].head == act:
        return doers
    charge = charge_over(act)
    if charge is None:
        return doers
    return [charge.accused] if charge.accused is not None else [d for d in doers if d.head == act]


def _prepositional_receivers(trigger: Trigger) -> list[Token]:
    """The nouns after a verb's prepositions that may be acted on; what it is done with is none of them."""
    if trigger.word.shape == "meeting":
        return objects_of(trigger.token, *_MEETING_WITH)
    with_it = {g.i for g in objects_of(trigger.token, "with") if is_instrument(g)}
    return [g for g in objects_of(trigger.token, *_ACTING_ON) if g.i not in with_it]


def _agents(verb: Token, reading: Reading) -> list[Token]:
    """The nouns after "by", also where the parse hangs it on the day or the place before it: "signed on 2 May by"."""
    own = objects_of(verb, "by")
    if own:
        return own
    for token in verb.subtree:
        if token.i > verb.i and token.lower_ == "by" and token.dep_ in ("prep", "agent") and token.head.i > verb.i:
            name = reading.name(token.head)
            if token.head.i in reading.timed or (name is not None and name.place is not None):
                return [g for g in token.children if g.dep_ == "pobj"]
    return []


def _receivers(head: Token, trigger: Trigger, reading: Reading, memory: Memory) -> tuple[Participant, ...]:
    name = reading.name(head)
    if head.lemma_.lower() in _NO_ONE and (name is None or name.kind == "other") and not list(head.conjuncts):
        return ()
    found: tuple[Participant, ...] = actors(head, reading, memory)
    if found:
        return found
    if trigger.word.shape in ("visit", "directed") or trigger.word.type in ("ASSAULT", "COERCE", "SANCTION", "REQUEST"):
        place = next(iter(_place_sides(head, reading)), None)
        if place is not None and (head.dep_ != "pobj" or trigger.word.shape == "visit"):
            return (party(place, place),)
        sides = list(dict.fromkeys(sides_of(head, reading, memory)))
        if sides and trigger.word.type in _VERBAL:
            return (party(sides[0], sides[0]),)
        if sides and head.dep_ in ("dobj", "nsubjpass", "pobj"):
            return tuple(party(phrase_of(head) or s, s) for s in sides[:1])
        inner = [
            g
            for c in head.children
            if c.dep_ == "prep" and c.lower_ in ("on", "against", "of", "to", "in")
            for g in c.children
        ]
        for each in inner:
            found = actors(each, reading, memory)
            if not found and trigger.word.cameo == _TRADE:
                found = tuple(party(s, s) for s in _place_sides(each, reading))
            if found:
                return found
    if trigger.word.type in _STRIKING and head.dep_ in ("dobj", "nsubjpass", "nsubj"):
        return harmed_people(head, reading, memory)
    if trigger.word.type == "SANCTION" and head.pos_ == "PROPN" and head.dep_ in ("dobj", "nsubjpass"):
        return (party(phrase_of(head), None),)
    return ()


def _place_sides(token: Token, reading: Reading) -> Iterator[str]:
    name = reading.name(token)
    if name is not None and name.place is not None and (name.side or name.place.country):
        yield name.side or name.place.country or ""


def _round_noun(trigger: Trigger, reading: Reading, memory: Memory) -> tuple[list[Participant], list[Participant]]:
    noun = trigger.token
    doers: list[Participant] = _dashed(noun, reading) or _between_halves(noun)
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
                if not found and trigger.word.type == "AGREE":  # "the signing of the accord with Chile"
                    found = tuple(p for g in objects_of(head, "with", "between") for p in actors(g, reading, memory))
                (receivers if into == "receivers" else doers).extend(found)
    doers = doers or _of_clause(trigger, reading, memory)
    above = noun
    while above.dep_ == "pobj" and above.head.lower_ == "of":
        above = above.head.head
        for child in above.children:
            if child.dep_ in ("poss", "prep") and child.lower_ in ("between", "with") and not is_topic(child):
                doers += [p for g in child.children for p in actors(g, reading, memory)]
    charge = charge_over(noun) if trigger.word.shape == "directed" else None
    if charge is not None and not doers:
        doers += actors(charge.accused, reading, memory) if charge.accused is not None else ()
    carried_doers, carried_receivers = _round_carrier(trigger, reading, memory) if charge is None else ([], [])
    return [*doers, *carried_doers], [p for p in (*receivers, *carried_receivers) if p not in doers]


def _of_clause(trigger: Trigger, reading: Reading, memory: Memory) -> list[Participant]:
    """Who takes part by the clause under a noun, or over it: "the trip which X made", "X spoke at the talks"."""
    held = [p for h in _held_by(trigger.token) for p in actors(h, reading, memory)]
    if held or trigger.word.shape != "meeting":
        return held
    return list(_of_main_clause(trigger.token, reading, memory))


def _held_by(noun: Token) -> list[Token]:
    """ "The journey which the minister was to make": the subject of the clause whose object the noun is."""
    for clause in noun.children:
        asked = [c for c in clause.children if c.dep_ == "dobj" and c.lower_ in ("which", "that")]
        verb = clause
        if clause.dep_ == "relcl" and not asked and clause.lemma_ == "be":
            verb = next((c for c in clause.children if c.dep_ == "xcomp"), clause)
            asked = [c for c in (*verb.children, *clause.children) if c.lower_ in ("which", "that")]
        if clause.dep_ == "relcl" and asked and (verb.lemma_.lower(), None) in event_words().carriers:
            own = subject(verb)
            return [own] if own is not None and own not in asked else []
    return []


def _of_main_clause(noun: Token, reading: Reading, memory: Memory) -> tuple[Participant, ...]:
    """Who "spoke after the talks" or "shook hands at the meeting" met there: the subject of the clause."""
    frame = noun
    while frame.dep_ == "pobj" and frame.head.lower_ == "of" and is_measure(frame.head.head):
        frame = frame.head.head
    if frame.dep_ != "pobj" or frame.head.lower_ not in ("after", "following", "during", "at", "before", "for", "in"):
        return ()
    main = subject(frame.head.head) if frame.head.head.pos_ == "VERB" else None
    return actors(main, reading, memory) if main is not None else ()


def _dashed(noun: Token, reading: Reading) -> list[Participant]:
    """The names joined by a dash right before a noun, whatever the parse made of them: "A-B talks"."""
    found: list[Participant] = []
    dash = False
    for index in range(noun.i - 1, max(-1, noun.i - 9), -1):
        token = noun.doc[index]
        name = reading.name(token)
        if name is not None:
            participant = plain(name)
            if participant is not None and participant not in found:
                found.insert(0, participant)
        elif token.text in ("-", "–", "—", "/"):
            dash = True
        elif not (token.pos_ == "ADJ" and not found):
            break
    return found if dash and len(found) > 1 else []


def _between_halves(noun: Token) -> list[Participant]:
    """ "Inter-Korean talks" are between the two Koreas."""
    before = noun.doc[max(0, noun.i - 5) : noun.i].text.lower()
    return [party(f"{h} Korea", f"{h} Korea") for h in ("North", "South")] if "inter-korean" in before else []


def _possessor(token: Token, reading: Reading, memory: Memory) -> list[Participant]:
    found = list(actors(token, reading, memory))
    if not found:
        found = [party(s, s) for s in named_sides(token, reading)]
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
    word = child.lower_
    heads = [g for g in child.children if g.dep_ in ("pobj", "pcomp")]
    heads = [g for g in heads if not (word == "with" and is_instrument(g))]
    if is_topic(child):
        return "none", []
    if child.dep_ == "acl":
        if child.tag_ == "VBG" and word in _TOGETHER:
            return "doers", [g for g in child.children if g.dep_ == "dobj"]
        if child.lemma_ in _BROKER:
            return "none", []
        return "doers", objects_of(child, "by", "between", "with", "among")
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
        held = (carrier.lemma_.lower(), None) in event_words().carriers or not is_passive(carrier)
        heads = objects_of(carrier, "between", "with", "among", *(("by",) if held else ()))  # not "welcomed by"
        doers = [p for h in heads for p in actors(h, reading, memory)]
        receivers: list[Participant] = []
        if trigger.word.shape == "directed" and not is_passive(carrier) and _strikes(carrier):
            receivers = [p for h in direct_objects(carrier) for p in _receivers(h, trigger, reading, memory)]
        return doers, receivers
    if trigger.relation != "object":
        return [], []
    doer = subject(carrier)
    heads = [doer] if doer is not None and not is_passive(carrier) else objects_of(carrier, "by")
    if carrier.lemma_.lower() in _SUFFERING and trigger.word.shape == "directed":
        return [], [p for h in heads for p in actors(h, reading, memory)]
    doers = [p for h in heads for p in actors(h, reading, memory)]
    doers += [p for h in objects_of(carrier, "with", "between", "alongside") for p in actors(h, reading, memory)]
    if doer is not None and doer.lower_ in ("who", "that", "which"):
        doers += _listed(doer, reading)
    towards = ("to", "in", "at", "into") if trigger.word.shape == "visit" else ("to", "against", "on")
    receivers = [p for h in objects_of(carrier, *towards) for p in _receivers(h, trigger, reading, memory)]
    return doers, receivers


def _strikes(verb: Token) -> bool:
    """Whether what an act does to the object of its verb is part of it: "the blast killed", not "delayed"."""
    known = event_words().verbs.get((verb.lemma_.lower(), None), ())
    return verb.lemma_.lower() in _LEAVING or any(w.type in ("ASSAULT", "COERCE") for w in known)


_LEAVING = frozenset("leave claim cost take affect rock shake devastate flatten burn cripple spare reach".split())


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

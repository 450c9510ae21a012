"""Events: every telling of a happening in one document, with its slots filled as far as the document fills them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from spacy.tokens import Token

from secondsource.extract.events.distances import resolve_shifts
from secondsource.extract.events.grammar import direct_objects, is_passive
from secondsource.extract.events.labels import labelled
from secondsource.extract.events.memory import Memory, remember
from secondsource.extract.events.noun_carriers import is_rumoured
from secondsource.extract.events.participants import participants
from secondsource.extract.events.references import OwnSlots, antecedent, is_idle, is_told
from secondsource.extract.events.retelling import Told, came_about, joined, status_again, without_repeats
from secondsource.extract.events.slots import figures_of, near, order_of, places, publicity_of, time_of
from secondsource.extract.events.status import is_question, status_of
from secondsource.extract.events.triggers import Trigger, find_triggers
from secondsource.extract.events.verb_moods import is_past
from secondsource.extract.reading import Reading, content_words
from secondsource.model import EventMention, EventStatus, Participant, Place, Span, Time
from secondsource.words.actors import actor_nouns
from secondsource.words.countries import countries

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "their", "its", "such"})
_JOINT = frozenset({"joint", "combined", "bilateral", "multinational", "trilateral", "multilateral"})
# "meetings" are several events, "talks" may be one.
_COUNTED = frozenset("meeting visit call summit strike attack trip session drill exercise raid incident".split())
_FINENESS = {"site": 0, "city": 1, "sea": 2, "region": 3, "country": 4}
_LOCAL = frozenset({"ASSAULT", "PROTEST", "COERCE", "RETREAT", "MOBILIZE", "CONCEDE"})
_AGAIN = frozenset(
    "another further next new second third fourth fifth final last latest previous earlier first".split()
)
# A category that says something only with somebody on the other side.
_REMOTE = frozenset({"phone", "telephone", "video", "videoconference", "videolink", "virtually", "zoom", "hotline"})
_NEEDS_TWO = frozenset({"CONSULT", "COOPERATE"})
# A day on which what is told in the present tense is going on.
_NOW = re.compile(r"(?:now|today|currently|this)\b")
# "Two envoys" are several without being named.
_COUNT = re.compile(r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|both|several|dozens?)\b", re.I)
# The title of another text, quoted: what it says is not said here.
_TITLED = re.compile(
    r"\b(?:headlined|titled|entitled|(?:under|with) the (?:headline|title|heading))[,:]? "
    r"[“\"«‘']([^”\"»\n]{3,200})[”\"»’']",
    re.I,
)
# How many tokens back "there" can mean.
_THERE_REACH = 40
_VERBAL = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE"})


def find_events(reading: Reading) -> tuple[EventMention, ...]:
    """The event mentions of a document in text order; hypotheticals, wishes and questions are none."""
    memory = remember(reading)
    titles = [found.span(1) for found in _TITLED.finditer(reading.document.text)]
    told: list[Told] = []
    for trigger in find_triggers(reading):
        sentence = reading.sentence(trigger.token.idx)
        if any(start <= trigger.token.idx < end for start, end in titles):
            continue
        if sentence is None or is_question(reading.document.text[sentence.start : sentence.end]):
            continue
        if _prepares_another(trigger):
            continue
        told += _tell(trigger, sentence, reading, memory, told)
    told = resolve_shifts(told, reading)
    return tuple(t.mention for t in without_repeats(told))


def _prepares_another(trigger: Trigger) -> bool:
    """ "In talks to organise a meeting": the talks only prepare the meeting."""
    return any(c.dep_ == "acl" and any(g.tag_ == "TO" for g in c.children) for c in trigger.token.children) and (
        trigger.token.dep_ == "pobj" and trigger.token.head.lower_ == "in"
    )


def _tell(trigger: Trigger, sentence: Span, reading: Reading, memory: Memory, told: Sequence[Told]) -> list[Told]:
    status, _ = status_of(trigger, reading)
    if status is None:
        return []
    people = participants(trigger, reading, memory)
    where = places(trigger, reading) or _there(trigger, reading)
    time = time_of(trigger, reading, sentence)
    again = _is_again(trigger)
    earlier = None
    if _speaks_of_known(trigger, people, bool(where)):
        spot = min(where, key=lambda p: _FINENESS[p.precision], default=None)
        when = time.when if time is not None else None
        earlier = antecedent(trigger, OwnSlots(people, spot, when), told, reading)
        if earlier is None and _is_undergone(trigger):  # "their release": whose it is, is who underwent it
            earlier = antecedent(trigger, OwnSlots((), spot, when), told, reading)
            people = () if earlier is not None else people
    if trigger.refers and (earlier is None or status == "planned" or is_idle(trigger, reading)):
        return []
    inherited = False
    if earlier is not None and len({p.side or p.name for p in people}) < 2:
        people = joined(people, earlier.participants)
        inherited = True
        if not came_about(trigger, earlier):
            status = status_again(status, earlier, told)
    if not people and earlier is None and where and time is not None and _is_one_of_a_row(trigger, again):
        people = memory.group_before(trigger.token.i)  # "a further round" is one of those that were spoken of
    people = _opposite(people, trigger, memory)
    people = at_home(people, where, trigger, memory)
    time = still_to_come(status, time, reading)
    status = in_time(status, trigger, time, reading)
    dated = time is not None and (bool(people) or (time.shift is None and time.when is not None))
    known = inherited and trigger.kind == "noun" and not is_idle(trigger, reading)
    if not known and not _enough(trigger, people, status, bool(where) or dated, bool(where) and dated):
        return []
    own = mention_of(trigger, people, time, status, reading)
    own = replace(
        own, type=_type(trigger, people), definite=inherited and is_taken_up(trigger) and not is_told(trigger)
    )
    several = trigger.kind == "noun" and trigger.token.tag_ == "NNS"
    spots: list[Place | None] = (
        [*where] if several or len(where) < 2 else [min(where, key=lambda p: _FINENESS[p.precision])]
    )
    spots = spots or [None]
    if spots == [None]:
        spots = [host_country(trigger, people)]
    # "a series of meetings from 3 to 5 May in Vienna" is one event, "several secret meetings" are not
    plural = own.plural and spots == [None] and own.when is None
    return [Told(trigger, labelled(replace(own, place=p, plural=plural), trigger, reading), inherited) for p in spots]


def is_taken_up(trigger: Trigger) -> bool:
    """Whether a noun speaks of its event as known: "the talks", "their visit", "Monday's ambush"."""
    return trigger.kind == "noun" and any(
        (c.lower_ in _DEFINITE and c.dep_ in ("det", "poss", "amod", "predet")) or c.dep_ == "poss"
        for c in trigger.token.children
    )


def _is_undergone(trigger: Trigger) -> bool:
    owned = any(c.dep_ == "poss" and c.pos_ == "PRON" for c in trigger.token.children)
    return owned and trigger.kind == "noun" and trigger.word.shape == "directed"


def _is_again(trigger: Trigger) -> bool:
    """ "A further round", "the second meeting"."""
    nouns = (*trigger.token.children, *trigger.token.head.head.children)
    return trigger.kind == "noun" and any(c.lower_ in _AGAIN for c in nouns)


def _is_one_of_a_row(trigger: Trigger, again: bool) -> bool:
    return again and (_is_international(trigger) or (order_of(trigger) is not None and trigger.word.type == "CONSULT"))


def _speaks_of_known(trigger: Trigger, people: Sequence[Participant], placed: bool) -> bool:
    """Whether a telling may speak of an event that was told before."""
    if trigger.kind == "verb":
        return not people and is_passive(trigger.token) and any(map(_is_named_known, direct_objects(trigger.token)))
    again = _is_again(trigger)
    if again and trigger.word.type in _LOCAL:
        return False  # "another attack" is one more
    new = any(c.lower_ in ("a", "an") for c in trigger.token.children)
    return is_taken_up(trigger) or again or (placed and not new)


def _is_named_known(noun: Token) -> bool:
    """ "The agreement", "the accord"."""
    return any(c.lower_ in ("the", "this", "that") for c in noun.children if c.dep_ == "det")


def mention_of(
    trigger: Trigger, people: tuple[Participant, ...], time: Time | None, status: EventStatus, reading: Reading
) -> EventMention:
    """One telling with the slots that its own words fill; without place and label yet."""
    sentence = reading.sentence(trigger.token.idx)
    assert sentence is not None
    return EventMention(
        sentence=sentence,
        trigger=reading.span(trigger.token.idx, trigger.token.idx + len(trigger.token.text)),
        type=trigger.word.type,
        modes=_modes(trigger, status),
        contexts=(),
        cameo=trigger.word.cameo,
        participants=people,
        place=None,
        when=time.when if time is not None and time.shift is None else None,
        status=status,
        label="",
        publicity=publicity_of(trigger),
        order=order_of(trigger),
        figures=figures_of([t for t in near(trigger) if t.dep_ == "nummod"], reading),
        plural=trigger.kind == "noun" and trigger.token.tag_ == "NNS" and trigger.token.lemma_.lower() in _COUNTED,
        words=content_words(near(trigger), reading),
    )


def host_country(trigger: Trigger, people: Sequence[Participant]) -> Place | None:
    """A visit takes place where the host is, an exercise where its host says it is held."""
    if trigger.word.mode == "visit" and trigger.word.shape == "visit":
        host = next((p.side for p in people if p.role == "recipient" and p.side), None)
    elif _acts_at_home(trigger):
        host = next((p.side for p in people if p.role == "actor" and p.side), None)
    elif trigger.carrier is not None and trigger.carrier.lemma_ == "host":
        host = next((p.side for p in people if p.side and p.name == p.side), None)
        host = host if len({p.side for p in people if p.side}) == 1 else None
    else:
        return None
    return Place(host, host, None, None, "country") if host is not None else None


def _acts_at_home(trigger: Trigger) -> bool:
    """Whether a government can do this only on its own ground: summon or expel diplomats, close its border."""
    word = trigger.word
    if word.mode == "expel" or (word.type == "ACCUSE" and "ambassador" in word.object_words):
        return True
    return (
        word.mode == "restrict"
        and trigger.kind == "verb"
        and any(o.lemma_ in ("border", "airspace") for o in direct_objects(trigger.token))
    )


def _opposite(people: tuple[Participant, ...], trigger: Trigger, memory: Memory) -> tuple[Participant, ...]:
    """Of two who meet in a report on two sides, the one without a side is of the side that is left."""
    common = {p.name for p in memory.common}
    known = {p.side for p in people if p.side}
    if trigger.word.type != "CONSULT" or len(people) != 2 or len(common) != 2 or len(known) != 1 or not known < common:
        return people
    left = next(iter(common - known))
    return tuple(
        replace(p, side=left) if p.side is None and p.name[:1].isupper() and " " in p.name else p for p in people
    )


def at_home(
    people: tuple[Participant, ...], where: Sequence[Place], trigger: Trigger, memory: Memory
) -> tuple[Participant, ...]:
    """People without a side belong where the event is, else to the side that the document is about by far.

    A violent or public act of which only the place is known befell that place's country.
    """
    country = next((p.country for p in where if p.country and p.precision != "sea"), None)
    local = trigger.word.type in _LOCAL
    if local and country is None and any(p.country is None and p.precision != "sea" for p in where):
        country = memory.scene  # a village that no gazetteer knows
    if not people and local and country is not None:
        return (Participant(country, country, "recipient" if trigger.word.shape == "directed" else "actor"),)
    home = (country if local else None) or memory.home
    return tuple(replace(p, side=home) if p.side is None and home is not None and _is_folk(p) else p for p in people)


def _is_folk(participant: Participant) -> bool:
    """People known by a common noun only, acted on or in the street; ships, posts and forces may be anybody's."""
    last = participant.name.split()[-1].lower()
    folk = actor_nouns().people | {"soldier", "policeman", "troop", "government", "authority", "police", "prefect"}
    return participant.name[:1].islower() and (last in folk or last.removesuffix("s") in folk)


def _enough(trigger: Trigger, people: Sequence[Participant], status: EventStatus, placed: bool, set_down: bool) -> bool:
    """Whether a telling names enough participants to be somebody's event, or sets one nobody is named for."""
    sides = {p.side or p.name for p in people}
    word = trigger.word
    if word.type in _VERBAL and word.shape != "meeting":
        passive = trigger.kind == "verb" and is_passive(trigger.token)
        return any((p.role == "actor" or passive) and _is_known(p) for p in people)
    if not people:
        return _is_told_alone(trigger, status, placed, set_down)
    if word.type not in _NEEDS_TWO and word.shape != "meeting":
        return True
    if len(sides) >= 2 or len({p.name for p in people}) >= 2 or any(_COUNT.match(p.name) for p in people):
        return True
    if word.type in ("AGREE", "RETREAT"):
        return True
    return placed and (word.mode == "visit" or status != "occurred" or any(_is_assembly(p) for p in people))


def _is_told_alone(trigger: Trigger, status: EventStatus, placed: bool, set_down: bool) -> bool:
    """Whether an event of which nobody is named is told of all the same: "no such meeting was held"."""
    told = trigger.kind == "verb" or trigger.relation in ("subject", "object")
    undone = status in ("denied", "did_not_occur")
    known = placed or is_rumoured(trigger.token) or any(c.lower_ == "such" for c in trigger.token.children)
    if trigger.word.type not in _NEEDS_TWO and trigger.word.shape != "meeting":
        return undone and trigger.kind == "noun" and (known or told)
    if trigger.word.type == "RETREAT" and trigger.kind == "noun" and placed and told:
        return True  # "the ceasefire enters into force on Friday"
    among_states = (set_down and _is_international(trigger)) or (placed and _is_among_diplomats(trigger))
    return (undone and known) or (told and trigger.kind == "noun" and among_states)


def _is_international(trigger: Trigger) -> bool:
    """Whether a meeting that nobody is named for is one of states: a summit, a round of talks, "bilateral talks"."""
    noun = trigger.token
    return noun.lemma_.lower() in ("summit", "round") or any(
        c.dep_ in ("amod", "compound", "nmod") and c.lower_ in _OF_STATES for c in noun.children
    )


def _is_among_diplomats(trigger: Trigger) -> bool:
    """Whether the sentence speaks of those who deal for states: mediators, envoys, diplomats of both countries."""
    return any(t.lemma_.lower() in _DIPLOMATS for t in trigger.token.sent)


_DIPLOMATS = frozenset("mediator diplomat envoy ambassador negotiator truce ceasefire armistice".split())
_OF_STATES = _JOINT | frozenset(
    "international peace ministerial diplomatic intergovernmental regional disarmament border ceasefire truce".split()
)


def _is_assembly(participant: Participant) -> bool:
    """Whether one participant can meet alone: a body of many states, not a country or a person."""
    return (
        participant.side is not None
        and participant.side not in {c.name for c in countries()}
        and (participant.name[:1].isupper())
    )


def _is_known(participant: Participant) -> bool:
    """Whether words can be laid at somebody's door: a name, a side, people under arms or in the street."""
    last = participant.name.split()[-1].lower()
    nouns = actor_nouns()
    words = {last, last.removesuffix("s"), re.sub("men$", "man", last)}
    return (
        participant.side is not None
        or participant.name[:1].isupper()
        or not words.isdisjoint(nouns.force | nouns.people | _AUTHORITIES)
    )


# Who governs a country is known for what he says, also where the country is not named.
_AUTHORITIES = frozenset("government ministry cabinet parliament president minister presidency delegation".split())


def _there(trigger: Trigger, reading: Reading) -> list[Place]:
    """Where "arrived there" is: the place last named before it, near by."""
    if trigger.word.shape != "visit" or not any(c.lower_ == "there" for c in trigger.token.children):
        return []
    for index in range(trigger.token.i - 1, max(-1, trigger.token.i - _THERE_REACH), -1):
        name = reading.names.get(index)
        if name is not None and name.place is not None and not name.acts:
            return [name.place]
    return []


def still_to_come(status: EventStatus, time: Time | None, reading: Reading) -> Time | None:
    """The day of a plan: a bare weekday that was read as the one before the report is the one after it."""
    published = reading.document.published
    if status != "planned" or time is None or time.when is None or published is None or published.latest is None:
        return time
    when = time.when
    if when.earliest is None or when.latest is None or when.latest >= published.latest:
        return time
    if when.said.lower() not in _WEEKDAYS or (published.latest - when.earliest).days >= _WEEK.days:
        return time
    return replace(time, when=replace(when, earliest=when.earliest + _WEEK, latest=when.latest + _WEEK))


_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_WEEK = timedelta(days=7)


def in_time(status: EventStatus, trigger: Trigger, time: Time | None, reading: Reading) -> EventStatus:
    """The status with its day: one still to come makes a plan, and so does the present tense with a day."""
    verb = trigger.token if trigger.kind == "verb" else trigger.carrier
    if status not in ("occurred", "alleged") or time is None or (verb is not None and is_past(verb)):
        return status
    published = reading.document.published
    today = published.latest if published is not None else None
    when = time.when
    if when is not None and when.earliest is not None and today is not None and when.earliest > today:
        return "planned"
    simple = verb is not None and verb.tag_ in ("VBZ", "VBP") and trigger.token.sent.text.rstrip(" ”\"'").endswith(".")
    if not simple or time.type not in ("DATE", "TIME"):
        return status
    known = when is not None and when.latest is not None
    ahead = not known if today is None else (not known or when.latest >= today)  # type: ignore[union-attr, operator]
    return (
        "planned"
        if ahead and not _NOW.match(reading.document.text[time.span.start : time.span.end].lower())
        else status
    )


def _type(trigger: Trigger, people: Sequence[Participant]) -> str:
    """A joint exercise is COOPERATE, one army's own drill MOBILIZE."""
    if trigger.word.type == "MOBILIZE" and trigger.kind == "noun":
        words = {c.lower_ for c in trigger.token.children}
        several = len({p.side for p in people if p.side}) >= 2
        text = " ".join(t.lower_ for t in trigger.token.subtree)
        if words & _JOINT or several or re.search(r"\b(?:countries|nations|allies|with)\b", text):
            return "COOPERATE"
    return trigger.word.type


def _modes(trigger: Trigger, status: EventStatus) -> tuple[str, ...]:
    modes = [trigger.word.mode] if trigger.word.mode else []
    if trigger.word.type == "CONSULT" and not modes and any(t.lower_ in _REMOTE for t in near(trigger)):
        modes.append("phone")
    if status == "planned":
        modes.append("future")
    if status == "did_not_occur":
        modes.append("negation")
    return tuple(modes)

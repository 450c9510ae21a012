"""Events: every telling of a happening in one document, with its slots filled as far as the document fills them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from secondsource.extract.participants import Memory, is_passive, participants, remember, subject
from secondsource.extract.reading import Reading, content_words
from secondsource.extract.slots import figures_of, moved, near, order_of, places, publicity_of, time_of
from secondsource.extract.status import is_question, status_of
from secondsource.extract.triggers import Trigger, find_triggers
from secondsource.model import EventMention, EventStatus, Participant, Place, Span, Time, When
from secondsource.words.actors import actor_nouns
from secondsource.words.synonyms import plain_words

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "their", "its", "such"})
_JOINT = frozenset({"joint", "combined", "bilateral", "multinational", "trilateral", "multilateral"})
# "meetings" are several events, "talks" may be one.
_COUNTED = frozenset("meeting visit call summit strike attack trip session drill exercise raid incident".split())
_FINENESS = {"site": 0, "city": 1, "sea": 2, "region": 3, "country": 4}
_LOCAL = frozenset({"ASSAULT", "PROTEST", "COERCE", "RETREAT", "MOBILIZE"})
_AGAIN = frozenset(
    "another further next new second third fourth fifth final last latest previous earlier first".split()
)
# A category that says something only with somebody on the other side.
_REMOTE = frozenset({"phone", "telephone", "video", "videoconference", "videolink", "virtually", "zoom", "hotline"})
_NEEDS_TWO = frozenset({"CONSULT", "COOPERATE"})
_VERBAL = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE"})


@dataclass(frozen=True, slots=True)
class _Told:
    """A mention on its way: the trigger it came from and what it took over from an earlier one."""

    trigger: Trigger
    mention: EventMention
    inherited: bool


def find_events(reading: Reading) -> tuple[EventMention, ...]:
    """The event mentions of a document in text order; hypotheticals, wishes and questions are none."""
    memory = remember(reading)
    told: list[_Told] = []
    for trigger in find_triggers(reading):
        sentence = reading.sentence(trigger.token.idx)
        if sentence is None or is_question(reading.document.text[sentence.start : sentence.end]):
            continue
        if _prepares_another(trigger):
            continue
        told += _tell(trigger, sentence, reading, memory, told)
    told = _resolve_shifts(told, reading)
    return tuple(t.mention for t in _without_repeats(told))


def _prepares_another(trigger: Trigger) -> bool:
    """ "In talks to organise a meeting": the talks only prepare the meeting."""
    return any(c.dep_ == "acl" and any(g.tag_ == "TO" for g in c.children) for c in trigger.token.children) and (
        trigger.token.dep_ == "pobj" and trigger.token.head.lower_ == "in"
    )


def _tell(trigger: Trigger, sentence: Span, reading: Reading, memory: Memory, told: Sequence[_Told]) -> list[_Told]:
    status, _ = status_of(trigger, reading)
    if status is None:
        return []
    people = participants(trigger, reading, memory)
    definite = trigger.kind == "noun" and any(
        c.lower_ in _DEFINITE for c in trigger.token.children if c.dep_ in ("det", "poss", "amod", "predet")
    )
    where = places(trigger, reading)
    time = time_of(trigger, reading, sentence)
    again = trigger.kind == "noun" and any(
        c.lower_ in _AGAIN for c in (*trigger.token.children, *trigger.token.head.head.children)
    )
    earlier = _antecedent(trigger, people, definite or again or (trigger.kind == "noun" and bool(where)), told)
    inherited = False
    if earlier is not None and len({p.side or p.name for p in people}) < 2:
        people = _joined(people, earlier.participants)
        inherited = True
        if not _came_about(trigger, earlier):
            status = _status_again(status, earlier, told)
    if not people and earlier is None and trigger.word.shape == "meeting" and trigger.carrier is not None:
        people = memory.common if trigger.relation == "subject" and (where or time is not None) else ()
    people = _opposite(people, trigger, memory)
    people = _at_home(people, where, trigger, memory)
    if not _enough(trigger, people):
        return []
    own = EventMention(
        sentence=sentence,
        trigger=reading.span(trigger.token.idx, trigger.token.idx + len(trigger.token.text)),
        type=_type(trigger, people),
        modes=_modes(trigger, status),
        contexts=(),
        cameo=trigger.word.cameo,
        participants=people,
        place=None,
        when=time.when if time is not None and time.shift is None else None,
        status=status,
        label="",
        definite=definite and inherited,
        publicity=publicity_of(trigger),
        order=order_of(trigger),
        figures=figures_of([t for t in near(trigger) if t.dep_ == "nummod"], reading),
        plural=trigger.kind == "noun" and trigger.token.tag_ == "NNS" and trigger.token.lemma_.lower() in _COUNTED,
        topics=_topics(trigger, reading),
        words=content_words(near(trigger), reading),
    )
    several = trigger.kind == "noun" and trigger.token.tag_ == "NNS"
    spots: list[Place | None] = (
        [*where] if several or len(where) < 2 else [min(where, key=lambda p: _FINENESS[p.precision])]
    )
    spots = spots or [None]
    if spots == [None]:
        spots = [_host_country(trigger, people)]
    # "a series of meetings from 3 to 5 May in Vienna" is one event, "several secret meetings" are not
    plural = own.plural and spots == [None] and own.when is None
    return [_Told(trigger, _labelled(replace(own, place=p, plural=plural), trigger, reading), inherited) for p in spots]


def _host_country(trigger: Trigger, people: Sequence[Participant]) -> Place | None:
    """A visit takes place where the host is, an exercise where its host says it is held."""
    if trigger.word.mode == "visit" and trigger.word.shape == "visit":
        host = next((p.side for p in people if p.role == "recipient" and p.side), None)
    elif trigger.carrier is not None and trigger.carrier.lemma_ == "host":
        host = next((p.side for p in people if p.side and p.name == p.side), None)
        host = host if len({p.side for p in people if p.side}) == 1 else None
    else:
        return None
    return Place(host, host, None, None, "country") if host is not None else None


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


def _at_home(
    people: tuple[Participant, ...], where: Sequence[Place], trigger: Trigger, memory: Memory
) -> tuple[Participant, ...]:
    """People without a side belong where the event is, else to the side that the document is about by far.

    A violent or public act of which only the place is known befell that place's country.
    """
    country = next((p.country for p in where if p.country and p.precision != "sea"), None)
    local = trigger.word.type in _LOCAL
    if not people and local and country is not None:
        return (Participant(country, country, "recipient" if trigger.word.shape == "directed" else "actor"),)
    home = (country if local else None) or memory.home
    return tuple(replace(p, side=home) if p.side is None and home is not None and _is_folk(p) else p for p in people)


def _is_folk(participant: Participant) -> bool:
    """People known by a common noun only, acted on or in the street; ships, posts and forces may be anybody's."""
    last = participant.name.split()[-1].lower()
    folk = actor_nouns().people | {"soldier", "policeman", "troop"}
    return participant.name[:1].islower() and (last in folk or last.removesuffix("s") in folk)


def _enough(trigger: Trigger, people: Sequence[Participant]) -> bool:
    """Whether a telling names enough participants to be somebody's event."""
    sides = {p.side or p.name for p in people}
    if trigger.word.type in _NEEDS_TWO or trigger.word.shape == "meeting":
        alone = trigger.word.type in ("AGREE", "RETREAT") and bool(people)
        return len(sides) >= 2 or len({p.name for p in people}) >= 2 or alone
    if trigger.word.type in _VERBAL:
        passive = trigger.kind == "verb" and is_passive(trigger.token)
        return any(p.role == "actor" or (passive and p.side) for p in people)
    return bool(people)


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


def _topics(trigger: Trigger, reading: Reading) -> tuple[str, ...]:
    """What a meeting or a demand is about: the phrase after "on", "about", "over", "regarding"."""
    found = []
    for token in near(trigger):
        if token.dep_ == "prep" and token.lower_ in ("on", "about", "over", "regarding", "concerning"):
            for child in token.children:
                overlaps = any(t.span.start <= child.idx < t.span.end for t in reading.times)
                if child.dep_ == "pobj" and not overlaps:
                    found.append(_text_of(child, 8))
    return tuple(found[:3])


def _text_of(token: Token, limit: int) -> str:
    tokens = list(token.subtree)[:limit]
    return str(token.doc[tokens[0].i : tokens[-1].i + 1].text)


# --- one telling and the next -----------------------------------------------------------------------------------------


def _antecedent(
    trigger: Trigger, people: Sequence[Participant], definite: bool, told: Sequence[_Told]
) -> EventMention | None:
    """The earlier event that "the talks" speaks of: same noun first, else same category, no clash of participants."""
    if not definite:
        return None
    sides = {p.side or p.name for p in people}
    best: EventMention | None = None
    for each in reversed(told[-40:]):
        mention = each.mention
        if mention.type != trigger.word.type and not (mention.type == "COOPERATE" and trigger.word.type == "MOBILIZE"):
            continue
        if mention.trigger.start == trigger.token.idx:
            continue
        others = {p.side or p.name for p in mention.participants}
        if sides and not sides <= others:
            continue
        if _proper(trigger.token) - mention.words:
            continue  # "the Han Kuang drills" are no exercise of another name
        if each.trigger.token.lemma_ == trigger.token.lemma_:
            return mention
        if best is None and plain_words({each.trigger.token.lemma_}) == plain_words({trigger.token.lemma_}):
            best = mention
    return best


def _proper(noun: Token) -> set[str]:
    """The proper names before a noun that belong to the thing itself."""
    return {
        c.lemma_.lower()
        for c in noun.children
        if c.dep_ == "compound" and c.pos_ == "PROPN" and c.ent_type_ not in ("GPE", "NORP")
    }


def _status_again(status: EventStatus, earlier: EventMention, told: Sequence[_Told]) -> EventStatus:
    """The status of a reference back: that of the event as the document has told it so far; a denial stays one."""
    if status in ("denied", "did_not_occur"):
        return status
    sides = {p.side or p.name for p in earlier.participants}
    known = {
        t.mention.status
        for t in told
        if t.mention.type == earlier.type and {p.side or p.name for p in t.mention.participants} == sides
    }
    return "occurred" if "occurred" in known else earlier.status


def _joined(own: Sequence[Participant], earlier: Sequence[Participant]) -> tuple[Participant, ...]:
    names = {p.name for p in own}
    return (*own, *(p for p in earlier if p.name not in names and not any(q.name == q.side == p.side for q in own)))


def _came_about(trigger: Trigger, earlier: EventMention) -> bool:
    """Whether a later telling says that a planned event then took place."""
    if earlier.status != "planned" or trigger.carrier is None:
        return False
    return trigger.carrier.tag_ in ("VBD", "VBN") and trigger.carrier.lemma_ in (
        "take",
        "hold",
        "end",
        "begin",
        "start",
        "conclude",
        "open",
    )


def _without_repeats(told: Sequence[_Told]) -> list[_Told]:
    """One mention for an event told by several words of one sentence: the fuller telling stays."""
    kept: list[_Told] = []
    for each in told:
        cause = next((i for i, k in enumerate(kept) if _is_outcome(k, each)), None)
        if cause is not None:
            kept[cause] = _with_outcome(kept[cause], each)
            continue
        twin = next((i for i, k in enumerate(kept) if _same_telling(k, each)), None)
        if twin is None:
            kept.append(each)
        else:
            fuller, other = (
                (each, kept[twin]) if _fullness(each.mention) > _fullness(kept[twin].mention) else (kept[twin], each)
            )
            kept[twin] = replace(fuller, mention=_completed(fuller.mention, other.mention))
    return kept


_OUTCOMES = frozenset("kill wound injure hurt damage destroy sink fatality killing".split())


def _is_outcome(one: _Told, other: _Told) -> bool:
    """Whether two violent acts of one sentence are an act and what it did: "shelled the town, killing two"."""
    if (
        one.mention.type != "ASSAULT"
        or other.mention.type != "ASSAULT"
        or one.mention.sentence != other.mention.sentence
    ):
        return False
    a, b = one.trigger.token, other.trigger.token
    outcome = a.lemma_.lower() in _OUTCOMES or b.lemma_.lower() in _OUTCOMES
    return outcome and (a.is_ancestor(b) or b.is_ancestor(a))


def _with_outcome(one: _Told, other: _Told) -> _Told:
    """The act with whom it hit, told as one event; the word that names the act leads."""
    first, second = (other, one) if one.trigger.token.lemma_.lower() in _OUTCOMES else (one, other)
    people = list(first.mention.participants)
    for p in second.mention.participants:
        if p.name not in {q.name for q in people}:
            people.append(p)
    mention = replace(
        first.mention,
        participants=tuple(people),
        place=first.mention.place or second.mention.place,
        when=first.mention.when or second.mention.when,
        figures=tuple(dict.fromkeys((*first.mention.figures, *second.mention.figures))),
        words=first.mention.words | second.mention.words,
    )
    return replace(first, mention=mention)


def _same_telling(a: _Told, b: _Told) -> bool:
    first, second = a.mention, b.mention
    if first.sentence != second.sentence or first.type != second.type or (first.status != second.status):
        return False
    if first.place and second.place and _elsewhere(first.place, second.place):
        return False
    if first.when and second.when and first.when != second.when:
        return False
    left = {p.side or p.name for p in first.participants}
    right = {p.side or p.name for p in second.participants}
    return left <= right or right <= left


def _elsewhere(a: Place, b: Place) -> bool:
    """Whether two places cannot be one named twice, once more finely."""
    return a.name != b.name and (a.precision == b.precision or a.country != b.country)


def _completed(mention: EventMention, other: EventMention) -> EventMention:
    """A mention with the place and time that another word for the same event gives."""
    return replace(mention, place=mention.place or other.place, when=mention.when or other.when)


def _fullness(mention: EventMention) -> tuple[int, int, int]:
    return (
        len(mention.participants),
        (mention.place is not None) + (mention.when is not None),
        not mention.definite,
    )


# --- dates told by distance -------------------------------------------------------------------------------------------


def _resolve_shifts(told: list[_Told], reading: Reading) -> list[_Told]:
    """Fill dates told as a distance from another event: "three months after the jet was shot down"."""
    for time in reading.times:
        if time.shift is None:
            continue
        sentence = reading.sentence(time.span.start)
        here = [i for i, t in enumerate(told) if t.mention.sentence == sentence]
        left = [i for i in here if told[i].mention.trigger.start < time.span.start]
        right = [i for i in here if told[i].mention.trigger.start >= time.span.end]
        pair = _ends(time, left, right, told, reading)
        if pair is not None:
            _fill(told, *pair, time)
        target = pair[0] if pair is not None else (right or left or [-1])[0]
        if target >= 0 and time.when is not None and told[target].mention.when is None:
            told[target] = replace(told[target], mention=replace(told[target].mention, when=time.when))
    return told


def _ends(time: Time, left: list[int], right: list[int], told: list[_Told], reading: Reading) -> tuple[int, int] | None:
    """Which event lies the shift away from which: (the one told by distance, its anchor)."""
    text = reading.document.text
    words = (text[time.span.start : time.span.end] + text[time.span.end : time.span.end + 12]).lower()
    relational = re.search(r"\b(?:after|before|since|following|prior to|ahead of)\b", words) is not None
    if relational and right:
        main = left[-1] if left else (right[-1] if len(right) > 1 else None)
        return None if main is None else (main, right[0])
    if not relational:
        target = right[0] if right else (left[-1] if left else None)
        if target is None:
            return None
        before = [i for i in left if i != target] or [i for i in range(target) if told[i].mention.when is not None]
        return (target, before[-1]) if before else None
    return None


def _fill(told: list[_Told], later: int, anchor: int, time: Time) -> None:
    shift = time.shift
    if shift is None:
        return
    known = told[anchor].mention.when or _known_when(told[anchor], told)
    target = told[later].mention
    narrative = target.when is not None and time.when is not None and target.when.said == time.when.said
    if known is not None and (target.when is None or narrative):
        told[later] = replace(told[later], mention=replace(target, when=moved(known, shift, time_words(time, known))))
    elif known is None and target.when is not None:
        back = replace(shift, direction="before" if shift.direction == "after" else "after")
        mention = told[anchor].mention
        told[anchor] = replace(
            told[anchor], mention=replace(mention, when=moved(target.when, back, time_words(time, target.when)))
        )


def time_words(time: Time, anchor: When) -> str:
    """The words of a distance with the words of its anchor: "three months after (May 2023)"."""
    said = time.when.said if time.when is not None else ""
    shift = time.shift
    words = said or (f"{shift.count} {shift.unit}{'s' if shift.count != 1 else ''} {shift.direction}" if shift else "")
    return f"{words} ({anchor.said})"


def _known_when(each: _Told, told: Sequence[_Told]) -> When | None:
    """The date of the same event where the document gives it elsewhere."""
    sides = {p.side or p.name for p in each.mention.participants}
    dated = [
        o.mention.when
        for o in told
        if o.mention.when is not None
        and o.mention.type == each.mention.type
        and o.mention.trigger.start < each.mention.trigger.start
        and sides == {p.side or p.name for p in o.mention.participants}
    ]
    return min(dated, key=_length, default=None)


def _length(when: When) -> int:
    """Days that an interval covers; a large number for an open one."""
    if when.earliest is None or when.latest is None:
        return 100_000
    return (when.latest - when.earliest).days


# --- the label --------------------------------------------------------------------------------------------------------


def _labelled(mention: EventMention, trigger: Trigger, reading: Reading) -> EventMention:
    """The mention with a label: who did what to whom, in one short sentence."""
    doers = [p.name for p in mention.participants if p.role != "recipient"]
    receivers = [p.name for p in mention.participants if p.role == "recipient"]
    noun = trigger.token.text.lower()
    if mention.type == "CONSULT" and trigger.word.shape == "meeting":
        what = {"planned": "are to hold", "did_not_occur": "did not hold"}.get(mention.status, "held")
        kind = "secret talks" if mention.publicity == "secret" else "talks"
        if "phone" in mention.modes:
            kind = "a call"
        label = f"{listed(doers)} {what} {kind}"
    elif mention.type == "CONSULT" and "visit" in mention.modes:
        what = {"planned": "is to visit", "did_not_occur": "did not visit"}.get(mention.status, "visited")
        host = listed(receivers) or (mention.place.name if mention.place else "")
        label = f"{listed(doers) or 'Somebody'} {what} {host}".strip()
    elif trigger.kind == "verb":
        label = _verb_label(trigger, doers, receivers)
    else:
        label = _noun_label(trigger, noun, doers, receivers)
    if mention.place is not None and mention.place.name not in label:
        label += f" in {mention.place.name}"
    if mention.when is not None and mention.when.said and mention.when.said.lower() not in label.lower():
        label += f" ({mention.when.said})"
    return replace(mention, label=" ".join(label.split()))


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them: "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _verb_label(trigger: Trigger, doers: Sequence[str], receivers: Sequence[str]) -> str:
    verb = trigger.token
    aux = [
        c.text
        for c in verb.children
        if c.dep_ in ("aux", "auxpass", "neg") and c.i < verb.i and c.lower_ not in ("to",)
    ]
    tail = [t for t in verb.subtree if t.i > verb.i and not _outside(t, verb)]
    words = verb.doc[verb.i : (tail[-1].i + 1 if tail else verb.i + 1)].text
    own = subject(verb)
    passive = own is not None and own.dep_ == "nsubjpass"
    lead = _text_of(own, 12) if passive and own is not None else listed(doers)
    if verb.dep_ == "acl" and verb.tag_ == "VBN":  # "the agreement signed by A"
        lead = " ".join(t.text for t in verb.head.subtree if t.i <= verb.head.i)
    shown = " ".join([*aux, *words.split()[:24]])
    if verb.tag_ in ("VBG", "VB") and not aux:
        shown = " ".join(words.split()[:24])
    return f"{lead} {shown}".strip(" ,;:")


def _outside(token: Token, verb: Token) -> bool:
    """Whether a token belongs to a clause beside the verb's own: a conjunct, an adverbial clause, a parenthesis."""
    while token != verb and token.head != token:
        if token.head == verb and token.dep_ in ("conj", "cc", "advcl", "parataxis", "punct", "relcl"):
            return True
        token = token.head
    return False


def _noun_label(trigger: Trigger, noun: str, doers: Sequence[str], receivers: Sequence[str]) -> str:
    prefix = " ".join(
        t.text
        for t in trigger.token.lefts
        if t.dep_ in ("amod", "compound") and t.ent_type_ == "" and t.lower_ != "alleged"
    )
    what = f"{prefix} {noun}".strip()
    by = f" by {listed(doers)}" if doers else ""
    link = " on " if trigger.word.type in ("ASSAULT", "SANCTION") else " involving "
    return what[:1].upper() + what[1:] + by + (f"{link}{listed(receivers)}" if receivers else "")

"""Auxiliary modes: whether a telling is of a thing past, to come, only thought of, or not done.

Source of the four modes: PLOVER manual 2.0 (Open Event Data Alliance).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from spacy.tokens import Token

from secondsource.coding.bygone import is_bygone
from secondsource.extract.events.moods import mood_of
from secondsource.extract.events.noun_carriers import carrier_of
from secondsource.extract.events.status import modality_of, status_in
from secondsource.extract.events.tellings import in_time
from secondsource.extract.events.triggers import Trigger, trigger_of
from secondsource.extract.reading import Reading
from secondsource.model import Time
from secondsource.words.events import EventWord

Mode = Literal["historical", "future", "hypothetical", "negation"]
_PLAIN = EventWord(type="", mode=None, cameo="", shape="own", object="any", object_words=frozenset())
# "Tomorrow", "next week", "in the coming days": to come whatever the day of the report.
_AHEAD = re.compile(r"(?:later )?(?:tomorrow|(?:the )?(?:next|coming|upcoming)\b|in the (?:next|coming)\b)", re.I)


def auxiliary_modes(trigger: Trigger, reading: Reading, when: Time | None) -> tuple[str, ...]:
    """The auxiliary modes that hold of a telling, in PLOVER's order; `when` is the time that belongs to it.

    A thing that will not be done is negated and nothing else; a thing that may have been done is hypothetical.
    """
    mode = _unreal_mode(trigger, reading)
    if mode is None and _is_ahead(trigger, reading, when):
        mode = "future"
    found = [mode] if mode is not None else []
    if mode in (None, "negation") and is_bygone(trigger, reading, when):
        found.insert(0, "historical")
    return tuple(found)


def _unreal_mode(trigger: Trigger, reading: Reading) -> Mode | None:
    """The mode by grammar and by who says it; None where a thing is told as done."""
    mood = modality_of(trigger)
    if mood.generic:
        mood = replace(mood, unreal=False)  # what is so in general is none of the four
    status, _ = status_in(mood, trigger, reading)
    if status in ("did_not_occur", "denied") or mood.averted:
        return "negation"
    if mood.negated and mood.planned and not mood.unreal:
        return "negation"  # also where only somebody unnamed says that it will not be
    if status is None or (mood.proposed and mood.planned):
        return "hypothetical"
    if status == "planned":
        return "future"
    return _awaited_mode(trigger, reading) if status in ("occurred", "alleged") else None


def _awaited_mode(trigger: Trigger, reading: Reading) -> Mode | None:
    """The mode of what another act waits for: "will not leave until they disarm", "will vote once it is signed"."""
    verb = trigger.token if trigger.kind == "verb" else trigger.carrier
    while verb is not None and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    if verb is None or verb.dep_ != "advcl" or verb.head.pos_ not in ("VERB", "AUX"):
        return None
    link = next((c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod") and c.lower_ in _WAITING), None)
    tense = [c.tag_ for c in verb.children if c.dep_ in ("aux", "auxpass")] or [verb.tag_]
    if link is None or not set(tense) & {"VBZ", "VBP"}:
        return None
    above = mood_of(verb.head)
    if above.planned and not above.unreal and not above.negated and link not in ("until", "till"):
        return "future"
    return "hypothetical" if above.planned or above.unreal or link in ("until", "till") else None


# Before a clause in the present tense: that its matter comes first, or last.
_WAITING = frozenset({"until", "till", "once", "when", "after", "before", "as"})


def _is_ahead(trigger: Trigger, reading: Reading, when: Time | None) -> bool:
    """Whether a thing told without a mood is to come by its day: "the troops arrive tomorrow"."""
    if when is not None and in_time("occurred", trigger, when, reading) == "planned":
        return True
    if trigger.kind == "verb" and trigger.token.tag_ in ("VBD", "VBN"):
        return False
    times = [when] if when is not None else []
    if trigger.carrier is not None and trigger.relation in ("object", "report"):
        times += _times_on(trigger.carrier, reading)
    return any(_is_to_come(t, reading) for t in times) or _is_set_for(trigger, reading)


def _times_on(verb: Token, reading: Reading) -> list[Time]:
    """The times that hang right on a verb: "announced next week a vote"."""
    roots = {c.idx for c in verb.children if c.dep_ == "npadvmod"}
    return [t for t in reading.times if any(t.span.start <= i < t.span.end for i in roots)]


def _is_to_come(time: Time, reading: Reading) -> bool:
    published = reading.document.published
    if time.when is not None and time.when.earliest is not None and published is not None and published.latest:
        return time.when.earliest > published.latest
    return _AHEAD.match(reading.document.text[time.span.start : time.span.end]) is not None


def _is_set_for(trigger: Trigger, reading: Reading) -> bool:
    """ "Announced elections for December": a day after "for" is the day of a plan."""
    days = {
        g.idx
        for token in (trigger.token, trigger.carrier)
        if token is not None
        for c in token.children
        if c.dep_ == "prep" and c.lower_ == "for"
        for g in c.children
        if g.dep_ == "pobj"
    }
    return any(t.type == "DATE" and t.span.start <= i < t.span.end for i in days for t in reading.times)


def trigger_at(token: Token, reading: Reading) -> Trigger:
    """The trigger at a telling word: the lexicon's where it knows one there, else one of a plain event."""
    known = trigger_of(token, reading)
    if known is not None:
        return known
    if token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB"):
        return Trigger(token, _PLAIN, "verb")
    carrier, relation = carrier_of(token)
    return Trigger(token, _PLAIN, "noun", carrier, relation)

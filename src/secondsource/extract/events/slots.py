"""The other slots of an event: place, When, order, publicity, figures."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from spacy.tokens import Token

from secondsource.extract.events.circumstances import turned_object
from secondsource.extract.events.grammar import direct_objects, objects_of
from secondsource.extract.events.triggers import Trigger
from secondsource.extract.reading import Reading
from secondsource.model import Figure, Name, Place, Shift, Span, Time, When
from secondsource.words.actors import actor_nouns

_AT = frozenset(
    {"in", "at", "near", "off", "outside", "on", "over", "around", "inside", "across", "along", "above", "within"}
)
_GROUND = frozenset(
    "city town village island province region port state district capital area coast outskirts department "
    "border commune municipality county north south east west northeast northwest southeast southwest centre".split()
)
_PRECISION = {"site": 0, "city": 1, "sea": 2, "region": 3, "country": 4}
_ORDINALS = {
    w: n for n, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), start=1)
} | {"inaugural": 1}
_SECRET = re.compile(
    r"\b(?:secret(?:ly)?|clandestine(?:ly)?|covert(?:ly)?|back-?channel|behind closed doors|undisclosed|unannounced)\b",
    re.I,
)
_PUBLIC = re.compile(r"\b(?:public(?:ly)?|televised|in front of (?:the )?cameras|open(?:ly)?)\b", re.I)


def clause(trigger: Trigger) -> Token:
    """The head of the smallest clause that tells the event: the carrier, the verb above, or the noun itself."""
    if trigger.kind == "verb":
        return trigger.token
    if trigger.carrier is not None:
        return trigger.carrier
    head = trigger.token
    while (
        head.dep_ in ("pobj", "prep", "dobj", "nsubj", "nsubjpass", "attr", "appos", "conj", "agent")
        and head.head != head
    ):
        head = head.head
        if head.pos_ in ("VERB", "AUX"):
            return head
    return trigger.token


def near(trigger: Trigger) -> list[Token]:
    """The tokens that may hold an event's slots: the trigger's own, then its clause's, other clauses left out."""
    own = [trigger.token, *_clause_tokens(trigger.token, trigger.word.type in _COMMUNICATIVE)]
    if trigger.kind == "noun" and trigger.relation in ("report", "none"):
        return own
    known = set(own)
    return own + [t for t in _clause_tokens(clause(trigger)) if t not in known]


# What these say, ask for or promise has a time and a place of its own: "agreed to meet in June".
_COMMUNICATIVE = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE"})


def _clause_tokens(head: Token, closed: bool = False) -> Iterator[Token]:
    """The tokens below a head, each before those below it; a list of thousands hangs deeper than Python can recur."""
    left = [*head.children][::-1]
    while left:
        child = left.pop()
        if closed and child.dep_ in ("xcomp", "pcomp") and child.pos_ in ("VERB", "AUX"):
            continue
        if child.dep_ in ("ccomp", "advcl", "conj", "relcl", "parataxis") and child.pos_ in ("VERB", "AUX"):
            continue
        yield child
        left += [*child.children][::-1]


def places(trigger: Trigger, reading: Reading) -> list[Place]:
    """The places at which a telling sets its event, most precise first in each phrase; several for a list of places."""
    groups: list[list[Place]] = []
    seen: set[int] = set()
    own = {t.i for t in trigger.token.subtree}
    for token in near(trigger):
        name = reading.name(token)
        where = place_of(name)
        if name is None or where is None or name.acts or name.kind == "person" or id(name) in seen:
            continue
        if _is_of_another_act(token, trigger):
            continue
        if trigger.kind == "verb" or token.i in own or trigger.carrier is not None:
            how = _place_role(token, trigger, reading)
            if how is None:
                continue
            seen.add(id(name))
            if how in ("new", "list") or not groups:
                groups.append([where])
            else:
                groups[-1].append(where)
    found = [min(g, key=lambda p: _PRECISION[p.precision]) for g in groups]
    return found or _crossings(trigger, reading)


def _crossings(trigger: Trigger, reading: Reading) -> list[Place]:
    """The gate, port or crossing that is opened or closed, by the name after "of" or "at" or before the noun."""
    if trigger.word.mode not in ("access", "restrict"):
        return []
    turned = turned_object(trigger.token) if trigger.kind == "verb" else None
    things = direct_objects(trigger.token) if trigger.kind == "verb" else objects_of(trigger.token, "of")
    for thing in [*things, *([turned] if turned is not None else [])]:
        if thing.lemma_.lower() not in trigger.word.object_words:
            continue
        heads = [g for c in thing.children if c.dep_ == "prep" and c.lower_ in ("of", "at") for g in c.children]
        for head in [*heads, *(c for c in thing.children if c.dep_ == "compound")]:
            if head.pos_ == "PROPN" and head.i not in reading.timed:
                name = reading.name(head)
                words = [t.text for t in head.subtree if t.dep_ == "compound" and t.i < head.i] + [head.text]
                return [place_of(name) or Place(name.name if name else " ".join(words), None, None, None, "site")]
    return []


def _is_of_another_act(token: Token, trigger: Trigger) -> bool:
    """ "Opened under a deal reached in Rome": the participle of another noun has a place of its own."""
    for _ in range(10):
        if token.dep_ == "acl" and token.tag_ == "VBN" and token.i != trigger.token.i:
            return token.head.i != trigger.token.i and token != trigger.carrier
        if token.head == token or token.i == trigger.token.i:
            return False
        token = token.head
    return False


def place_of(name: Name | None) -> Place | None:
    """Where a name is; a place that no gazetteer knows is a town of that name, its country and point unknown."""
    if name is None or name.place is not None or name.kind != "place":
        return name.place if name is not None else None
    return Place(name.name, None, None, None, "city")


def _place_role(token: Token, trigger: Trigger, reading: Reading) -> str | None:
    """How a place name stands: "new" after a preposition of place, "list" beside another, "within" as its container."""
    head = _place_head(token, trigger, reading)
    if head is None:
        return None
    if head.dep_ in ("appos", "npadvmod") and head.head != head:
        return "within"
    if head.dep_ == "conj":
        return _listed_role(token, head, reading)
    if head.dep_ == "pobj":
        return "new" if _places_at(head.head, trigger) and not _in_topic(head, trigger) else None
    act = trigger.token.i
    if head.dep_ == "dobj" and head.head.i == act and (trigger.word.shape == "visit" or trigger.word.type == "ASSAULT"):
        return "new"
    if head.i == act or (token.dep_ == "compound" and token.head.i == act):
        return "new"  # "the Vienna talks"
    return None


def _place_head(token: Token, trigger: Trigger, reading: Reading) -> Token | None:
    """The noun by which a place name hangs in its sentence; None where the name only describes another place."""
    name = reading.name(token)
    head = token
    while (
        head.dep_ in ("compound", "nmod", "poss")
        and head.head.pos_ in ("NOUN", "PROPN")
        and trigger.token.i != head.head.i
    ):
        head = head.head
        if reading.name(head) is not name and head.pos_ == "NOUN" and trigger.token.i != head.i:
            return None  # "the Arctic island of X" is at X
    ground = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head
    if ground != head and ground.pos_ in ("NOUN", "PROPN") and ground.lemma_.lower() in _GROUND:
        head = head.head.head  # "in the city of X"
    return head


def _listed_role(token: Token, head: Token, reading: Reading) -> str | None:
    """How a place name after another one stands: "Inner, Outer" is "within", "A and B" is "list"."""
    first = head.head
    while first.dep_ == "conj":
        first = first.head
    other = reading.name(first)
    if other is None or other.place is None or other.acts:
        return None
    name = reading.name(token)
    comma = name is not None and reading.document.text[name.span.start - 2 : name.span.start].rstrip().endswith(",")
    mine = place_of(name)
    if comma and mine is not None and _wider(mine, other.place):
        return "within"
    return "list" if first.dep_ == "pobj" and first.head.lower_ in _AT else None


def _in_topic(noun: Token, trigger: Trigger) -> bool:
    """Whether a place is only part of what is talked about: "talks on trade and the situation in Gaza"."""
    if trigger.word.type != "CONSULT":
        return False
    inner, token = noun, noun.head
    for _ in range(12):
        if token.i == trigger.token.i or token.head == token:
            return False
        if token.dep_ == "prep" and token.lower_ in ("on", "about", "over", "regarding", "concerning"):
            above = token.head
            if above.i == trigger.token.i or (trigger.carrier is not None and above.i == trigger.carrier.i):
                return inner.dep_ == "pobj" and inner.lemma_.lower() not in _GROUND | _SPOTS and inner != noun
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ in ("pobj", "conj"):
            inner = token if token.dep_ == "pobj" else token.head
        token = token.head
    return False


_SPOTS = frozenset("sideline margin fringe board ship yacht ground floor deck eve visit trip train plane".split())


def _places_at(preposition: Token, trigger: Trigger) -> bool:
    """Whether a preposition sets the trigger's event at the place after it."""
    word = preposition.lower_
    if word in _AT or (word == "to" and trigger.word.shape == "visit"):
        return True
    if word == "through" and trigger.word.type == "PROTEST":
        return True
    return word in ("of", "on", "at") and (
        trigger.word.type == "ASSAULT" or trigger.word.mode in ("access", "restrict")
    )


def _wider(outer: Place, inner: Place) -> bool:
    """Whether "Inner, Outer" reads as a place and what it lies in."""
    if outer.precision == "country":
        return inner.country == outer.name and inner.name != outer.name
    return outer.precision == "region" and inner.precision in ("city", "site")


# --- When -------------------------------------------------------------------------------------------------------------


def time_of(trigger: Trigger, reading: Reading, sentence: Span) -> Time | None:
    """The time expression that belongs to a trigger: in its own phrase, else in its clause or the one above."""
    times = [
        t
        for t in reading.times_in(sentence.start, sentence.end)
        if (t.type in ("DATE", "TIME") or t.shift is not None)
        and not _is_since(t, reading)
        and not _is_of_another(t, trigger, reading)
    ]
    if not times:
        return None
    told_under = _day_over(trigger, times)
    if told_under is not None:
        return told_under
    by_token = {t.idx for t in near(trigger)}
    close = [t for t in times if any(t.span.start <= i < t.span.end for i in by_token)]
    if not close and not (trigger.kind == "noun" and trigger.relation in ("report", "none")):
        above = clause(trigger)
        if above.dep_ == "advcl" and any(c.lower_ in ("when", "as", "while", "where") for c in above.children):
            above = above.head
        else:
            while above.dep_ in ("xcomp", "pcomp", "prep", "acl") and above.head != above:
                above = above.head
        by_token = {t.idx for t in _clause_tokens(above)}
        close = [t for t in times if any(t.span.start <= i < t.span.end for i in by_token)]
    dated = [t for t in close if t.when is not None or t.shift is not None]
    if not dated:
        return _day_of_noun(trigger, times)
    return min(dated, key=lambda t: (t.shift is None and t.when is None, abs(t.span.start - trigger.token.idx)))


def _day_over(trigger: Trigger, times: list[Time]) -> Time | None:
    """The day of which a clause tells what happened then: "held since 9 April, when the navy stopped the ship"."""
    verb = trigger.token if trigger.kind == "verb" else trigger.carrier
    if verb is None or verb.dep_ != "relcl" or not any(c.lower_ == "when" for c in verb.children):
        return None
    return next((t for t in times if t.when is not None and t.span.start <= verb.head.idx < t.span.end), None)


def _day_of_noun(trigger: Trigger, times: list[Time]) -> Time | None:
    """ "The bomb of 14 June, which killed three": the day of the noun of which a clause tells."""
    verb = trigger.token
    if trigger.kind != "verb" or verb.dep_ != "relcl":
        return None
    days = {g.idx for c in verb.head.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.subtree}
    return next((t for t in times if t.when is not None and any(t.span.start <= i < t.span.end for i in days)), None)


def _is_of_another(time: Time, trigger: Trigger, reading: Reading) -> bool:
    """ "The 2016 election", "the 2015 deal": the year belongs to that noun alone, and dates no other happening."""
    if not _YEAR.fullmatch(reading.document.text[time.span.start : time.span.end]):
        return False
    span = reading.parsed.char_span(time.span.start, time.span.end)
    if span is None or span.root.dep_ not in ("nummod", "amod", "compound", "nmod"):
        return False
    noun = span.root.head
    return noun.pos_ in ("NOUN", "PROPN") and noun.i > span.root.i and noun.i != trigger.token.i


_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def _is_since(time: Time, reading: Reading) -> bool:
    """ "The first visit since 2011": no day of the visit."""
    before = reading.document.text[max(0, time.span.start - 8) : time.span.start].lower().split()
    said = reading.document.text[time.span.start : time.span.end].lower()
    return time.shift is None and (before[-1:] == ["since"] or said.startswith("since "))


def moved(anchor: When, shift: Shift, said: str) -> When:
    """The When that lies a shift away from another: "three months after May 2023" is August 2023."""
    sign = 1 if shift.direction == "after" else -1
    first = anchor.latest if sign > 0 and shift.unit in ("day", "week") else anchor.earliest
    last = anchor.latest if sign > 0 or shift.unit in ("month", "year") else anchor.earliest
    return When(_add(first, sign * shift.count, shift.unit), _add(last, sign * shift.count, shift.unit), said)


def _add(day: date | None, count: int, unit: str) -> date | None:
    if day is None:
        return None
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        return None
    last = monthrange(year, month + 1)[1]
    month_end = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if month_end else min(day.day, last))


# --- order, publicity, figures ----------------------------------------------------------------------------------------


def order_of(trigger: Trigger) -> int | None:
    """Which in a row a noun event is: "their fourth meeting" is 4."""
    if trigger.kind != "noun":
        return None
    for child in trigger.token.children:
        if child.dep_ in ("amod", "advmod", "nummod") and child.lower_ in _ORDINALS:
            return _ORDINALS[child.lower_]
    return None


def publicity_of(trigger: Trigger) -> Literal["secret", "public"] | None:
    """Whether a telling calls its event secret or public."""
    head = clause(trigger)
    close = sorted((t for t in near(trigger) if abs(t.i - trigger.token.i) < 12), key=lambda t: t.i)
    stretch = " ".join(t.text for t in close) + " " + head.text
    if _SECRET.search(stretch):
        return "secret"
    return "public" if _PUBLIC.search(stretch) and trigger.word.shape == "meeting" else None


_WORD_NUMBERS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12}


def figures_of(tokens: list[Token], reading: Reading) -> tuple[Figure, ...]:
    """The counted things among tokens: value, unit (the counted noun), and the words; dates and ordinals left out."""
    found: list[Figure] = []
    for token in tokens:
        if token.dep_ != "nummod" or token.head.pos_ not in ("NOUN", "PROPN", "SYM"):
            continue
        if token.head.lemma_.lower() in actor_nouns().collective:
            continue  # "the two countries" counts nothing
        if any(t.span.start <= token.idx < t.span.end for t in reading.times):
            continue
        value = _value(token)
        if value is None:
            continue
        said = reading.document.text[token.left_edge.idx : token.head.idx + len(token.head.text)]
        found.append(Figure(value, token.head.lemma_.lower(), said))
    return tuple(found)


def _value(token: Token) -> float | None:
    parts = [*(c for c in token.lefts if c.dep_ in ("compound", "quantmod", "nummod")), token]
    total: float | None = None
    for part in parts:
        lower = part.lower_.replace(",", "")
        if lower in _SCALES:
            total = (total or 1) * _SCALES[lower]
        elif lower in _WORD_NUMBERS:
            total = (total or 0) + _WORD_NUMBERS[lower]
        elif re.fullmatch(r"\d+(?:\.\d+)?", lower):
            total = float(lower)
    return total

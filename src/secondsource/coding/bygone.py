"""Bygone: whether an act is told as background of a time a year or more before the report, by its date or by words.

Every expression of time is hung on the act whose clause it stands in; a recent day there outweighs every other sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Literal

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from secondsource.extract.events.grammar import SUBJECTS, subject
from secondsource.extract.events.slots import clause
from secondsource.extract.events.triggers import Trigger
from secondsource.extract.events.verb_moods import is_past
from secondsource.extract.reading import Reading
from secondsource.model import Span, Time
from secondsource.words.past import past_words

Age = Literal["old", "recent"]
_YEAR = timedelta(days=365)
# Where nothing says when a report was written: no report that is read here is older.
_OLDEST_REPORT = 2000
# Clauses of their own: what stands in one dates nothing above it.
_APART = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis", "csubj", "conj"})
# A phrase after these sets an act in time or place; after others it says what the act is about.
_SETTING = frozenset("in under during after before at on by amid following throughout within around near until".split())
_BEFORE_NOUN = frozenset({"nummod", "compound", "nmod", "amod"})
_FUTURE_TAGS = frozenset({"VBZ", "VBP", "MD"})
_STRETCHES = frozenset("hour day night week weekend fortnight month quarter season year decade century".split())
# Steps up a tree: deep enough for any sentence that a person reads, and an end for every other.
_STEPS = 12


def is_bygone(trigger: Trigger, reading: Reading, when: Time | None) -> bool:
    """Whether a telling is background; `when` is the time that the reader gave it, if any."""
    sentence = reading.sentence(trigger.token.idx)
    if sentence is None or _goes_on(trigger):
        return False
    signs = list(_signs(sentence, reading))
    if _is_remembered(trigger.token):
        return True
    for act in _acts(trigger):
        ages = {age for token, age in signs if _dates(token, act)}
        if "recent" in ages:
            return False
        if "old" in ages or _before_when(act, sentence, reading) or _is_done_by_the_gone(act):
            return True
    return when is not None and not signs and _age(when, reading) == "old"


def _goes_on(trigger: Trigger) -> bool:
    """Whether the act itself is told in the present or of what is to come."""
    verb = trigger.token
    if trigger.kind != "verb":
        return False
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(c.tag_ in _FUTURE_TAGS and c.lemma_ not in ("have", "be") for c in auxiliaries):
        return True
    if verb.tag_ == "VBG" and any(c.tag_ in ("VBZ", "VBP") and c.lemma_ == "be" for c in auxiliaries):
        return True
    return verb.tag_ in ("VBZ", "VBP") and not auxiliaries


# --- signs of time and their age --------------------------------------------------------------------------------------


def _signs(sentence: Span, reading: Reading) -> Iterator[tuple[Token, Age]]:
    """The words of a sentence that set something in time, each as the root of its phrase, with their age."""
    text = reading.document.text[sentence.start : sentence.end]
    phrases = [(sentence.start + start, sentence.start + end) for start, end in _phrases_in(text)]
    for time in reading.times_in(sentence.start, sentence.end):
        age = _age(time, reading)
        if age is None or any(s < time.span.end and time.span.start < e for s, e in phrases):
            continue
        tokens = reading.parsed.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if tokens is not None and not _is_since(tokens):
            yield tokens.root, age
    for start, end in phrases:
        tokens = reading.parsed.char_span(start, end, alignment_mode="expand")
        if tokens is not None:
            yield tokens.root, "old"


def _is_since(tokens: Tokens) -> bool:
    """ "Since 2011", "dating from 1946": no day of an act, but where a stretch begins."""
    first = tokens[0]
    before = first.doc[first.i - 1].lower_ if first.i else ""
    return before in ("since", "from") or first.lower_ == "since"


def _age(time: Time, reading: Reading) -> Age | None:
    """Whether a time lies a year or more before the report; None where it is no point of time, or lies open."""
    if time.type not in ("DATE", "TIME") or (time.shift is not None and time.when is None):
        return None
    value = time.value or ""
    if value in ("PAST_REF", "FUTURE_REF"):
        return None
    if value == "PRESENT_REF":
        return "recent"
    latest = time.when.latest if time.when is not None else None
    if re.fullmatch(r"\d{4}", value) and value != "0000":
        latest = date(int(value), 12, 31)  # also where a "since" before it leaves the end open
    published = reading.document.published
    if published is not None and published.latest is not None:
        if latest is None:
            return None
        return "old" if latest <= published.latest - _YEAR else "recent"
    return _age_undated(time, latest, reading)


def _age_undated(time: Time, latest: date | None, reading: Reading) -> Age:
    """The age in a report without a date: a bare year is no way to date news, unless the report names none later."""
    if latest is None:
        return "recent"
    years = {latest.year} | {t.when.latest.year for t in reading.times if t.when is not None and t.when.latest}
    if latest.year < _OLDEST_REPORT or latest.year < max(years) - 1:
        return "old"
    bare = re.fullmatch(r"\d{2,4}", time.value or "") is not None
    return "old" if bare and len(years) == 1 else "recent"


@lru_cache(maxsize=16)
def _phrases_in(text: str) -> tuple[tuple[int, int], ...]:
    """Where those phrases stand in a sentence; a sentence is asked about once for each of its words."""
    return tuple(m.span() for m in _phrases().finditer(text))


@cache
def _phrases() -> re.Pattern[str]:
    """The phrases that set an act in the past whatever the day of the report."""
    words = past_words()

    def either(of: frozenset[str]) -> str:
        return "|".join(sorted(map(re.escape, of), key=lambda w: (-len(w), w)))

    distance = rf"(?:(?:many|some|several|long|{either(words.long_units)}|of|a|half|quarter)[ -]){{0,4}}"
    ago = rf"{distance}\b(?:{either(words.long_units)}) (?:ago|earlier|before|previously)\b"
    counted = r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty|\d+) (?:decades|years|centuries)"
    articles = r"(?:the |an? |its |their |his |her |our )?"
    # "the previous government" as a subject is looked at apart
    era = (
        rf"\b(?:in|during|under|throughout|through|amid|after|before|at the (?:end|height|start|beginning) of) "
        rf"{articles}(?:(?:last|past|previous) century\b"
        rf"|(?:\w+ )?(?:{either(words.eras)})\b"
        rf"|(?:\w+ )?(?:{either(words.past_epithets)}) (?:{either(words.spans)})\b"
        rf"|(?:{either(words.gone_epithets)}) (?:{either(words.gone)})\b)"
    )
    return re.compile(
        rf"{counted} (?:ago|earlier)\b|\ba (?:decade|century|generation) ago\b|{ago}|{era}"
        rf"|\b(?:{either(words.by_words)})\b(?! of\b| when\b| that\b| (?:\w+ )?(?:{either(_STRETCHES)})s?\b)",
        re.I,
    )


# --- what a time belongs to -------------------------------------------------------------------------------------------


def _acts(trigger: Trigger) -> Iterator[Token]:
    """The words whose time is a telling's, nearest first: its own, its clause's, what shares its clause."""
    act = trigger.token
    yield act
    if trigger.kind == "noun":
        for each in dict.fromkeys((trigger.carrier, clause(trigger))):
            if each is not None and each != act:
                yield each
                act = each
    for _ in range(3):
        above = _shared_clause(act)
        if above is None:
            return
        yield above
        act = above


def _dates(token: Token, act: Token) -> bool:
    """Whether a time hangs on an act, with no clause and no topic between."""
    inside = act.pos_ in ("NOUN", "PROPN") and act.is_ancestor(token)
    now = token.lower_ == "now"  # "the general, now 91"
    for _ in range(_STEPS):
        if token == act:
            return True
        above = token.head
        if above == token or (now and above != act) or (token.dep_ in _APART and token.pos_ in ("VERB", "AUX")):
            return False
        if token.dep_ == "prep" and above == act and token.lower_ not in _SETTING | {"of", "back"}:
            return False
        if (
            not inside
            and above != act
            and ((token.dep_ == "prep" and not _sets(token)) or (token.dep_ in _BEFORE_NOUN and not _is_in(above, act)))
        ):
            return False
        token = above
    return False


def _sets(preposition: Token) -> bool:
    """Whether a phrase under a noun still dates the clause: "a treaty in 1976", "under a convention of 1889"."""
    above = preposition.head
    if above.dep_ == "pobj" and above.head.head.lemma_.lower() in past_words().remembrances:
        return False  # "the anniversary of independence in 1960"
    if preposition.lower_ == "of":
        return above.dep_ == "pobj" and above.head.lower_ in _SETTING
    if preposition.lower_ not in _SETTING:
        return False
    if above.dep_ == "pobj" and above.head.lower_ == "of":
        return above.head.head.dep_ != "pobj"  # not "on the basis of an incident in 2018"
    return above.dep_ != "pobj" or above.head.lower_ in _SETTING | {"with", "to", "between"}


def _is_in(noun: Token, act: Token) -> bool:
    """ "Those killed in the 1995 massacre": the year of the one is the year of the other."""
    return noun.dep_ == "pobj" and noun.head.lower_ in ("in", "during") and noun.head.head == act


def _before_when(act: Token, sentence: Span, reading: Reading) -> bool:
    """ "The night in 1944 when the yard was bombed": the time right before the "when" of a clause is the clause's."""
    first = next((c for c in act.children if c.lower_ in ("when", "where") and c.i < act.i), None)
    if first is None:
        return False
    return any(
        _age(t, reading) == "old" and 0 <= first.idx - t.span.end <= 2  # a space, or a comma and a space
        for t in reading.times_in(sentence.start, sentence.end)
    )


def _shared_clause(act: Token) -> Token | None:
    """The word above whose time an act shares: the first of several verbs, the verb over an infinitive."""
    own = any(c.dep_ in SUBJECTS for c in act.children)
    above = act.head
    if above == act:
        return None
    if act.dep_ == "conj":
        return None if own and act.pos_ in ("VERB", "AUX") else above
    if act.dep_ in ("xcomp", "acomp", "oprd"):
        return above
    if act.dep_ == "relcl" and above.lemma_ == "time" and above.head.lemma_ == "be":
        return above.head  # "the last time they met was in 2019"
    if act.dep_ == "advcl" and any(c.lower_ in ("when", "while", "as", "after", "before") for c in act.children):
        return above
    if act.dep_ == "advcl" and act.tag_ in ("VBG", "VBN"):
        return above
    if act.dep_ == "pcomp" and above.head != above:
        return above.head if above.head.pos_ in ("VERB", "AUX") else None
    return None


# --- who and what is gone ---------------------------------------------------------------------------------------------


def _is_remembered(act: Token) -> bool:
    """ "The anniversary of the massacre", and what a clause says of the massacre there."""
    noun = act.head if act.dep_ in ("relcl", "acl") and (is_past(act) or act.tag_ == "VBN") else act
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("of", "since"):
        return False
    day = noun.head.head
    first = any("month" in c.lower_ or "week" in c.lower_ or "day" in c.lower_ for c in day.children)
    return day.lemma_.lower() in past_words().remembrances and not first


def _is_done_by_the_gone(act: Token) -> bool:
    """ "His predecessor signed it", "under the then president", "a previous government apologised"."""
    if act.pos_ not in ("VERB", "AUX"):
        return False
    if act.tag_ == "VBD" and act.i and act.nbor(-1).lower_ == "once" and act.nbor(-1).head == act:
        return True
    doer = subject(act)
    doers = [doer] if doer is not None else []
    doers += [g for c in act.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"]
    return _is_in_the_past(act) and any(_is_gone(d) for d in doers)


def _is_in_the_past(verb: Token) -> bool:
    return verb.tag_ == "VBN" or is_past(verb)


def _is_gone(noun: Token) -> bool:
    words = past_words()
    lemma = noun.lemma_.lower()
    if lemma in words.predecessors:
        return True
    before = {c.lower_ for c in noun.lefts}
    if "then" in before or any(c.lower_.startswith("then-") for c in noun.lefts):
        return True
    heads = [noun, *(g for c in noun.children if c.lower_ == "of" for g in c.children)]
    return any(h.lemma_.lower() in words.gone and any(c.lower_ in words.gone_epithets for c in h.lefts) for h in heads)

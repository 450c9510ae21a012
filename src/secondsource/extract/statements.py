"""Assertions: every proposition that a sentence puts forward, by whom, through whom, and how far they stand behind it.

An event told in a sentence is one proposition, the content of an attribution another, a main clause in the document's
own voice a third. Questions, wishes, conditionals and background in the timeless present are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from secondsource.extract.basis import BasisFound
from secondsource.extract.holders import NOBODY
from secondsource.extract.participants import subject
from secondsource.extract.reading import Reading, content_words
from secondsource.extract.slots import figures_of
from secondsource.extract.status import is_question
from secondsource.model import (
    UNNAMED_OUTLET,
    Assertion,
    Attribution,
    Basis,
    EventMention,
    Figure,
    Ground,
    Holder,
    Span,
    Stance,
)

_RUMOUR = re.compile(r"\b(?:reports?|rumou?rs?|speculation|whispers|claims?|chatter)\b", re.I)
_BARE_SOURCES = re.compile(
    r"^(?:some |several |many |other |multiple |two |three |the |one |a |an )?(?:unnamed |anonymous |unidentified )?"
    r"(?:sources?|observers?|people|insiders?|media|others|critics|analysts?|experts?|it)$",
    re.I,
)
_MOOD = frozenset("could may might would should can must ought will shall".split())
# English has few opinions that do not show by their verb or adjective.
_OPINION = re.compile(
    r"\b(?:likely|perhaps|arguably|clearly|must|underscores?|underlines?|highlights?|reflects?|signals?|suggests?"
    r"|shows?|raises? (?:questions|concerns|fears)|remains? (?:unclear|unknown|fluid|to be seen)"
    r"|it (?:is|was) (?:unclear|not clear))\b",
    re.I,
)


def find_assertions(reading: Reading, found: BasisFound, events: Sequence[EventMention]) -> tuple[Assertion, ...]:
    """The assertions of a document in text order; an event's assertion carries its index in `events`."""
    about_events = list(_of_events(reading, found, events))
    told = {(a.sentence.start, _root_of(reading, a.content)) for a in about_events}
    statements = [
        *_of_attributions(reading, found, told),
        *_of_own_voice(reading, found, events),
    ]
    return tuple(
        sorted([*about_events, *statements], key=lambda a: (a.sentence.start, a.content.start, a.event is None))
    )


def publisher_of(reading: Reading) -> Holder:
    """The document's publisher as the last holder of a chain; nobody is guessed."""
    return Holder(reading.document.outlet or UNNAMED_OUTLET, "outlet", None)


# --- events -----------------------------------------------------------------------------------------------------------


def _of_events(reading: Reading, found: BasisFound, events: Sequence[EventMention]) -> Iterator[Assertion]:
    matter = _lead_matter(reading, found, events)
    for index, event in enumerate(events):
        attribution = reading.attribution(event.trigger.start)
        hedge = attribution.hedge if attribution is not None else _hedge_in(reading, event)
        rumour = _rumour_in(reading, event) if event.status == "alleged" else None
        holders = _chain(attribution, reading, found, rumour)
        stance: Stance = attribution.stance if attribution is not None else "asserts"
        if len(holders) == 1 and found.lead is not None and (event.type, event.participants) in matter:
            holders, stance = (found.lead, *holders), "relays"
        if event.status == "planned" and stance in ("asserts", "relays", "hedges"):
            stance = "plans"
        elif event.status == "alleged" and stance == "asserts":
            stance = "hedges"
        elif event.status == "did_not_occur" and stance in ("asserts", "relays"):
            stance = "denies"
        content = _clause_span(reading, event.trigger)
        yield Assertion(
            sentence=event.sentence,
            content=content,
            text=event.label,
            holders=holders,
            stance=stance,
            hedge=hedge or _hedge_in(reading, event),
            ground=ground_of(holders, stance, found.basis),
            event=index,
            key=_key(reading, content),
            figures=event.figures,
            subject=next((p.side or p.name for p in event.participants), None),
            presupposed=_is_presupposed(reading, attribution, event, content),
        )


def _is_presupposed(reading: Reading, attribution: Attribution | None, event: EventMention, clause: Span) -> bool:
    """Whether what is attributed is about something else and only names the event on the way."""
    if attribution is None or not attribution.content or event.status == "planned":
        return False
    trigger = reading.parsed.char_span(event.trigger.start, event.trigger.end, alignment_mode="expand")
    if trigger is None or trigger[0].pos_ == "VERB":
        return False
    start, end = min(c.start for c in attribution.content), max(c.end for c in attribution.content)
    return _root_of(reading, reading.span(start, end)) != _root_of(reading, clause)


def _lead_matter(reading: Reading, found: BasisFound, events: Sequence[EventMention]) -> set[tuple[str, object]]:
    """The happenings that a relaying document expressly lays at its lead; elsewhere they are its lead's too."""
    if found.lead is None or found.lead.kind not in ("outlet", "agency"):
        return set()
    return {
        (event.type, event.participants)
        for event in events
        if (attribution := reading.attribution(event.trigger.start)) is not None
        and found.lead.name in {h.name for h in attribution.holders}
    }


_HEDGES = re.compile(
    r"\b(?:reportedly|allegedly|alleged|purported(?:ly)?|unconfirmed|supposed(?:ly)?|apparently"
    r"|if (?:true|confirmed)|suspected|rumou?red)\b",
    re.I,
)


def _hedge_in(reading: Reading, event: EventMention) -> str | None:
    """The hedging word nearest to an alleged or planned event's trigger in its sentence."""
    if event.status not in ("alleged", "planned"):
        return None
    text = reading.document.text[event.sentence.start : event.sentence.end]
    at = event.trigger.start - event.sentence.start
    hedges = sorted(_HEDGES.finditer(text), key=lambda m: abs(m.start() - at))
    return hedges[0].group() if hedges else None


_RUMOUR_WORDS = re.compile(r"\b(?:rumou?rs?|speculation|whispers?|gossip|chatter)\b", re.I)


def _rumour_in(reading: Reading, event: EventMention) -> str | None:
    """The rumour that a sentence names as what its event rests on."""
    match = _RUMOUR_WORDS.search(reading.document.text, event.sentence.start, event.sentence.end)
    return match.group() if match else None


def _clause_span(reading: Reading, trigger: Span) -> Span:
    token = reading.parsed.char_span(trigger.start, trigger.end, alignment_mode="expand")[0]  # type: ignore[index]
    head = token
    while head.pos_ not in ("VERB", "AUX") and head.head != head:
        head = head.head
    return _subtree_span(reading, head)


def _subtree_span(reading: Reading, head: Token) -> Span:
    tokens = [t for t in head.subtree if not t.is_space]
    return reading.span(tokens[0].idx, tokens[-1].idx + len(tokens[-1].text))


def _root_of(reading: Reading, content: Span) -> int:
    span = reading.parsed.char_span(content.start, content.end, alignment_mode="contract")
    return span.root.i if span is not None and len(span) else -1


# --- attributed propositions ------------------------------------------------------------------------------------------


def _of_attributions(reading: Reading, found: BasisFound, told: set[tuple[int, int]]) -> Iterator[Assertion]:
    text = reading.document.text
    for attribution in reading.attributions:
        if attribution.stance == "supposes":
            continue
        start = min((c.start for c in attribution.content), default=attribution.sentence.start)
        end = max((c.end for c in attribution.content), default=attribution.sentence.end)
        home = reading.sentence(start) or attribution.sentence
        if end > home.end:  # a quotation over several sentences is put forward sentence by sentence
            end = home.end
        content = reading.span(start, max(start, end))
        if is_question(text[home.start : home.end]):
            continue
        root = _root_of(reading, content)
        if attribution.stance != "no_comment" and (home.start, root) in told:
            continue
        words = _sentence_like(text[content.start : content.end])
        if len(words.split()) < 3 and attribution.stance != "no_comment":
            continue
        holders = _chain(attribution, reading, found)
        yield Assertion(
            sentence=attribution.sentence if attribution.stance == "no_comment" else home,
            content=content,
            text=words if attribution.stance != "no_comment" else _sentence_like(text[home.start : home.end]),
            holders=holders,
            stance=attribution.stance,
            hedge=attribution.hedge,
            ground=ground_of(holders, attribution.stance, found.basis),
            key=_key(reading, content),
            negated=_negated(reading, root),
            figures=_figures(reading, content),
            subject=_subject_name(reading, root)
            or (holders[0].name if holders[0].kind in ("person", "body", "country") else None),
        )


def _sentence_like(words: str) -> str:
    """A stretch of text as a sentence of its own: quote marks at its ends, joining words and white space put right."""
    words = " ".join(words.split()).strip(" ,;:–—-")
    words = re.sub(r"^(?:that|and|but|while|as|whether)\s+", "", words)
    if words.count("“") != words.count("”"):
        words = words.strip("“”")
    return words[:1].upper() + words[1:].rstrip(" ,;:")


# --- the document's own voice -----------------------------------------------------------------------------------------


def _of_own_voice(reading: Reading, found: BasisFound, events: Sequence[EventMention]) -> Iterator[Assertion]:
    text = reading.document.text
    triggers = {(e.sentence.start, e.trigger.start) for e in events}
    cues = [c for a in reading.attributions for c in a.cue]
    contents = [c for a in reading.attributions for c in a.content]
    for sentence in reading.sentences:
        words = text[sentence.start : sentence.end]
        if is_question(words) or len(words.split()) < 4:
            continue
        for head in _main_clauses(reading, sentence):
            span = _clause_without_others(reading, head)
            if any(c.start <= head.idx < c.end for c in cues) or any(c.start <= head.idx < c.end for c in contents):
                continue
            if any(s == sentence.start and _tells(reading, head, at) for s, at in triggers):
                continue
            if not _past_and_plain(head) or _OPINION.search(text[span.start : span.end]):
                continue
            about = _subject_name(reading, head.i)
            if about is None and not _names_in(reading, span):
                continue
            holders = (publisher_of(reading),)
            yield Assertion(
                sentence=sentence,
                content=span,
                text=_sentence_like(text[span.start : span.end]),
                holders=holders,
                stance="asserts",
                hedge=None,
                ground=ground_of(holders, "asserts", found.basis),
                key=_key(reading, span),
                negated=_negated(reading, head.i),
                figures=_figures(reading, span),
                subject=about,
            )


def _main_clauses(reading: Reading, sentence: Span) -> Iterator[Token]:
    """The roots of a sentence and the clauses coordinated with them that have a subject of their own."""
    tokens = reading.parsed.char_span(sentence.start, sentence.end, alignment_mode="expand")
    for token in tokens or ():
        if token.dep_ == "ROOT" and token.pos_ in ("VERB", "AUX"):
            yield token
            for other in token.conjuncts:
                if other.pos_ in ("VERB", "AUX") and any(c.dep_ in ("nsubj", "nsubjpass") for c in other.children):
                    yield other


def _clause_without_others(reading: Reading, head: Token) -> Span:
    """The stretch of a clause up to the next coordinated clause that has a subject of its own."""
    whole = _subtree_span(reading, head)
    cut = whole.end
    for child in head.children:
        if child.dep_ == "conj" and child.i > head.i and any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children):
            left = child.left_edge
            while left.i > head.i + 1 and (left.nbor(-1).dep_ in ("cc", "punct")):
                left = left.nbor(-1)
            cut = min(cut, left.idx)
    return reading.span(whole.start, max(whole.start + 1, cut))


def _tells(reading: Reading, head: Token, trigger_start: int) -> bool:
    """Whether a clause's own verb is an event's trigger or carries one as its object or subject."""
    if head.idx == trigger_start:
        return True
    span = reading.parsed.char_span(trigger_start, trigger_start + 1, alignment_mode="expand")
    if span is None:
        return False
    token = span[0]
    while token.dep_ in ("pobj", "prep", "dobj", "nsubj", "nsubjpass", "attr", "xcomp", "conj") and token.head != token:
        token = token.head
        if token == head:
            return True
    return False


def _past_and_plain(head: Token) -> bool:
    """Whether a clause states something that has been: past, perfect or progressive, without mood or condition."""
    auxiliaries = [c for c in head.children if c.dep_ in ("aux", "auxpass")]
    if any(a.lower_ in _MOOD for a in auxiliaries):
        return False
    tense = {head.tag_, *(a.tag_ for a in auxiliaries)}
    return "VBD" in tense or any(a.lemma_ == "have" for a in auxiliaries) or (head.tag_ == "VBG" and bool(auxiliaries))


# --- pieces of an assertion -------------------------------------------------------------------------------------------


def _chain(
    attribution: Attribution | None, reading: Reading, found: BasisFound, rumour: str | None = None
) -> tuple[Holder, ...]:
    """The holders from origin to publisher, each once; a rumour that nobody carries is a holder without a name."""
    publisher = publisher_of(reading)
    named = attribution.holders if attribution is not None else ()
    if not named and rumour is not None:
        named = (Holder(rumour.lower(), "unnamed"),)
    if named == (NOBODY,) and found.lead is not None:
        named = ()
    hedged = attribution is not None and not named and attribution.stance in ("hedges", "relays", "plans")
    lead = (found.lead,) if hedged and found.lead is not None else ()
    chain = [*named, *lead, publisher]
    return tuple(h for i, h in enumerate(chain) if h.name not in {g.name for g in chain[:i]})


def ground_of(holders: Sequence[Holder], stance: Stance, basis: Basis) -> Ground:
    """On what the origin of a chain rests: itself, a record, somebody unnamed, a rumour (rating.md, sections 1, 4)."""
    origin = holders[0]
    if origin.kind == "unnamed":
        if _RUMOUR.search(origin.name):
            return "rumour"
        return "vague" if _BARE_SOURCES.match(origin.name.strip()) else "anon"
    if len(holders) == 1:
        if basis == "official":
            return "record"
        return "named" if basis == "own reporting" else "own"
    if origin.kind in ("person", "body", "country"):
        return "first"
    return "named"


def _key(reading: Reading, span: Span) -> frozenset[str]:
    return content_words(reading.parsed.char_span(span.start, span.end, alignment_mode="contract") or (), reading)


def _negated(reading: Reading, root: int) -> bool:
    if root < 0:
        return False
    head = reading.parsed[root]
    return any(
        c.dep_ == "neg" or c.lower_ in ("no", "never", "neither", "without")
        for c in (*head.children, *_grandchildren(head))
    )


def _grandchildren(head: Token) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ in ("dobj", "nsubj", "attr", "nsubjpass", "aux"):
            yield from (c for c in child.children if c.dep_ in ("det", "neg"))


def _figures(reading: Reading, span: Span) -> tuple[Figure, ...]:
    tokens: Iterable[Token] = reading.parsed.char_span(span.start, span.end, alignment_mode="contract") or ()
    return figures_of([t for t in tokens if t.dep_ == "nummod"], reading)


def _names_in(reading: Reading, span: Span) -> bool:
    tokens: Iterable[Token] = reading.parsed.char_span(span.start, span.end, alignment_mode="contract") or ()
    kinds = ("person", "body", "country", "people")
    return any((name := reading.name(t)) is not None and name.kind in kinds for t in tokens)


def _subject_name(reading: Reading, root: int) -> str | None:
    """The full name of a clause's subject where it is a name of ours or has one in its phrase."""
    if root < 0:
        return None
    own = subject(reading.parsed[root])
    if own is None:
        return None
    if (thing := reading.thing(own)) is not None:
        return thing
    for token in (own, *own.subtree):
        name = reading.name(token)
        if name is not None and name.kind in ("person", "body", "country", "people", "place"):
            return name.side if name.kind == "people" and name.side else name.name
    return None

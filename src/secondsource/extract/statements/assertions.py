"""Assertions: every proposition that a sentence puts forward, by whom, through whom, and how far they stand behind it.

An event told in a sentence is one proposition, the content of an attribution another, a main clause in the document's
own voice a third. Questions, wishes, conditionals and background in the timeless present are none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from secondsource.extract.events.status import is_question
from secondsource.extract.reading import Reading
from secondsource.extract.sources.basis import BasisFound
from secondsource.extract.statements.denials import denied_by, with_what_is_denied
from secondsource.extract.statements.own_voice import of_own_voice, states_something
from secondsource.extract.statements.pieces import (
    chain,
    figures_in,
    ground_of,
    is_negated,
    key_of,
    root_of,
    subject_of_clause,
    subtree_span,
)
from secondsource.extract.statements.wording import proposition, sentence_like
from secondsource.model import (
    Assertion,
    Attribution,
    EventMention,
    Span,
    Stance,
)


def find_assertions(reading: Reading, found: BasisFound, events: Sequence[EventMention]) -> tuple[Assertion, ...]:
    """The assertions of a document in text order; an event's assertion carries its index in `events`."""
    about_events = list(_of_events(reading, found, events))
    told = {(a.sentence.start, root_of(reading, a.content)) for a in about_events}
    statements = [
        *_of_attributions(reading, found, told),
        *of_own_voice(reading, found, events),
    ]
    rows = sorted([*about_events, *statements], key=lambda a: (a.sentence.start, a.content.start, a.event is None))
    return tuple(with_what_is_denied(reading, rows))


def _of_events(reading: Reading, found: BasisFound, events: Sequence[EventMention]) -> Iterator[Assertion]:
    matter = _lead_matter(reading, found, events)
    for index, event in enumerate(events):
        attribution = reading.attribution(event.trigger.start)
        hedge = attribution.hedge if attribution is not None else _hedge_in(reading, event)
        rumour = _rumour_in(reading, event) if event.status == "alleged" else None
        holders = chain(attribution, reading, found, rumour)
        stance: Stance = attribution.stance if attribution is not None else "asserts"
        unsaid = event.sentence in found.relayed  # the lead's by its place alone: it adds nothing certain
        owed = (event.type, event.participants) in matter or unsaid
        if len(holders) == 1 and found.lead is not None and owed:
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
            ground="own" if attribution is None and unsaid else ground_of(holders, stance, found.basis),
            event=index,
            key=key_of(reading, content),
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
    return root_of(reading, reading.span(start, end)) != root_of(reading, clause)


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
    return subtree_span(reading, head)


def _of_attributions(reading: Reading, found: BasisFound, told: set[tuple[int, int]]) -> Iterator[Assertion]:
    for attribution in reading.attributions:
        if attribution.stance == "supposes":
            continue
        start = min((c.start for c in attribution.content), default=attribution.sentence.start)
        home = reading.sentence(start) or attribution.sentence
        first = _of_attribution(reading, found, attribution, home, told)
        if first is not None:
            yield first
        # a quotation over several sentences is put forward sentence by sentence
        for sentence in _further(reading, attribution, home):
            more = _of_attribution(reading, found, attribution, sentence, told)
            if more is not None:
                yield more


def _of_attribution(
    reading: Reading, found: BasisFound, attribution: Attribution, home: Span, told: set[tuple[int, int]]
) -> Assertion | None:
    """What an attribution puts forward in one of the sentences of its content; None where that is no proposition."""
    text = reading.document.text
    inside = [c for c in attribution.content if c.start < home.end and c.end > home.start]
    start = max(home.start, min((c.start for c in inside), default=home.start))
    end = max((min(c.end, home.end) for c in inside), default=home.end)
    content = reading.span(start, max(start, end))
    if is_question(text[home.start : home.end]):
        return None
    root = root_of(reading, content)
    silent = attribution.stance == "no_comment"
    if not silent and (home.start, root) in told:
        return None
    denied = denied_by(reading, attribution, content, root)
    words = sentence_like(text[home.start : home.end]) if silent else denied.text if denied is not None else None
    words = words or proposition(reading, attribution.content, home, attribution.stance)
    if words is None:
        return None
    holders = chain(attribution, reading, found)
    root = root_of(reading, denied.content) if denied is not None else root
    return Assertion(
        sentence=attribution.sentence if silent else home,
        content=denied.content if denied is not None else content,
        text=words,
        holders=holders,
        stance=denied.stance if denied is not None else attribution.stance,
        hedge=attribution.hedge,
        ground=ground_of(holders, attribution.stance, found.basis),
        key=denied.key if denied is not None else key_of(reading, content),
        negated=denied.negated if denied is not None else is_negated(reading, root),
        figures=figures_in(reading, content),
        subject=subject_of_clause(reading, root)
        or (holders[0].name if holders[0].kind in ("person", "body", "country") else None),
    )


# Share of a sentence that must lie in a quotation for it to be the speaker's.
MOST_OF = 0.5
# Words of a quotation's last sentence: "I know," tells nothing.
_FEWEST = 4
_STATED = frozenset({"asserts", "relays"})


def _further(reading: Reading, attribution: Attribution, home: Span) -> Iterator[Span]:
    """The sentences behind the first of a content that state something themselves."""
    if attribution.stance not in _STATED or not attribution.content:
        return
    text = reading.document.text
    last = max(c.end for c in attribution.content)
    for sentence in reading.sentences[bisect_right(reading.starts, home.start) :]:
        if sentence.start >= last:
            return
        piece = next((c for c in attribution.content if c.start <= sentence.start < c.end), None)
        if piece is None:
            continue
        end = min(piece.end, sentence.end)
        # what is left of the sentence in which somebody is named as the speaker is no other's
        own = sentence == attribution.sentence and len(text[sentence.start : end].split()) >= _FEWEST
        if not own and end - sentence.start < MOST_OF * (sentence.end - sentence.start):
            continue
        inside = reading.span(sentence.start, end)
        if (own or states_something(reading, inside)) and not is_question(text[inside.start : inside.end]):
            yield sentence

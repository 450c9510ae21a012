"""What a pile's sentences say for and against a claim in whatever words, as testimony.

The model that reads them (bearing.py) has the second word: a sentence whose own reading says otherwise, that only plans
the thing, or that tells of a happening which differs in a slot, is no support however alike it sounds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from secondsource.link.bearing import ELSEWHERE, SUPPORTS, Asked, Bearing, Passage, PassageIndex, index_passages
from secondsource.link.claims import Polarity, Row, testimony_of, turned
from secondsource.link.entailment import puts_forward
from secondsource.link.evidence import About, Context, carrier
from secondsource.link.likeness import Slots, compare, family, slots_of_group, slots_of_mention
from secondsource.link.lineage import find_lineage
from secondsource.link.statements import same_holder
from secondsource.model import (
    UNNAMED_OUTLET,
    Assertion,
    EventGroup,
    EventMention,
    Findings,
    Groups,
    Holder,
    Span,
    Testimony,
)

# A denial of what has just been told, by whoever stands before it.
_DENIED_IT = re.compile(
    r"\b(?:ha(?:s|ve|d) )?(?:also |both |since |later )?(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?) "
    r"(?:(?:it|this|them|the (?:report|claim|story|account|allegation|accusation)s?)\b"
    r"(?! (?:that|of|about)\b)|that(?=[.,;:]|$))",
    re.I,
)
_BY_WIRE = re.compile(r"\b(?:tele)?phon(?:e|ed|es)\b|\bphone call\b|\bby video\b|\bvideo call\b", re.I)
_OF_A_REPORT = re.compile(
    r"\b(?:report(?:s|ing)?|claims?|rumou?rs?|allegations?|stor(?:y|ies)|articles?|speculation)\b", re.I
)
# What the model must be as sure of where the sentence's own reading says the opposite.
VERY_SURE = 0.9
# The independence of what may be from anybody: it counts among the most origins, not among the least.
IN_PART = 0.5
# What is said not to be so shares so much with what it denies, if the model is not surer than this.
SHARED_BY_DENIAL, SURELY_DENIED = 0.3, 0.8
# How sure it must be that what somebody denies in one word, told just before, was the claim.
DENIED_BEFORE = 0.3
# Words of what is denied: fewer say nothing by themselves.
_FEWEST = 4
# Happenings in which nobody acts on another.
_MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE"})
# A sentence with one of these, or with quotation marks, is more than a report's plain word.
_NOT_PLAIN = re.compile(
    r"\b(?:may|might|could|would|should|will|shall|must|if|whether|unless|reportedly|allegedly|apparently|purported\w*"
    r"|suppos\w+|perhaps|probably|possibly|likely|expected|planned|due|seem\w*|appear\w*|according|unconfirmed|said to"
    r"|claim\w*|alleg\w+|rumou?r\w*|report(?:s|ed|ing)?|accus\w+|we|our|you|your)\b|[?!“”\"«»‘]",
    re.I,
)
# "the Minister of Foreign Affairs" names no magazine.
_OFFICE = re.compile(
    r"\b(?:ministr(?:y|ies)|ministers?|secretar(?:y|iat|ies)|departments?|committee|office) (?:of|for) $", re.I
)


@dataclass(frozen=True, slots=True)
class Reports:
    """The reports of a pile made ready for questions; `told` holds the events of a sentence by document and start."""

    findings: Sequence[Findings]
    context: Context
    passages: PassageIndex
    told: Mapping[tuple[int, int], Sequence[EventGroup]]


def reports_of(groups: Groups) -> Reports:
    """Make a pile's reports ready; linear in their text, so once for any number of claims."""
    context = Context(groups.findings, find_lineage(groups.findings))
    return Reports(groups.findings, context, index_passages(groups.findings), told_by(groups))


def told_by(groups: Groups) -> dict[tuple[int, int], list[EventGroup]]:
    """The events that each sentence tells, by its document and start."""
    told: dict[tuple[int, int], list[EventGroup]] = defaultdict(list)
    for event in groups.events:
        for document, index in event.mentions:
            told[document, groups.findings[document].events[index].sentence.start].append(event)
    return told


def testimony_from(
    found: Iterable[Bearing], asked: Asked, reports: Reports, about: About, *, holder: Holder | None, counts: bool
) -> tuple[Testimony, ...]:
    """The testimony for and against a claim in the sentences that bear on it; with a holder, only what he says.

    Where it does not `count`, what is for the claim only may be another origin.
    """
    pairs: list[tuple[Row, Polarity]] = []
    for bearing in found:
        told = _assertion(bearing, reports)
        if holder is not None and not _speaks(holder, told):
            continue
        polarity = _settled(bearing, told, asked, reports)
        if polarity:
            pairs.append((Row(bearing.passage.document, told), polarity))
    return tuple(_at_most(t, reports, counts) for t in testimony_of(pairs, about, reports.context))


def _at_most(told: Testimony, reports: Reports, counts: bool) -> Testimony:
    """Testimony found by its wording: for a claim, only who is named or publishes it as his own surely counts.

    Unnamed sources and outlets outside the pile may be anybody's; a report that has its matter from others brings in
    nothing of its own.
    """
    found = reports.findings[told.document]
    origin = told.assertion.holders[0]
    own = len(told.assertion.holders) == 1
    named = origin.kind in ("person", "body", "country") and not own
    if told.polarity != 1 or (counts and named):
        return told
    if found.basis in ("relays", "unattributed") and (own or origin.kind == "unnamed"):
        q, why = 0.0, "has its matter from others"
    elif counts and own and found.basis in ("official", "own reporting", "reference"):
        return told
    elif named:
        q, why = IN_PART, "tells it in words of its own, which may mean something else"
    else:
        q, why = IN_PART, "does not show from whom it has this"
    echo = told.evidence.echo or f"{carrier(found.document)} {why}"
    return replace(told, evidence=replace(told.evidence, q=min(q, told.evidence.q), echo=echo))


def apart(found: Sequence[Testimony], had: Sequence[Testimony]) -> tuple[Testimony, ...]:
    """Testimony found by its wording, where at most one of the persons counts whose side nobody knows.

    They may speak for one another, or for whoever has spoken already, so beside another origin none of them counts;
    nor does one against a denial.
    """
    unknown = [t for t in found if t.polarity == 1 and _of_no_side(t)]
    both = (*had, *found)
    others = any(t.polarity == -1 or (t.polarity == 1 and t.evidence.q > IN_PART and t not in unknown) for t in both)
    spared = None if others else max(unknown, key=lambda t: (t.evidence.q, -t.document), default=None)

    def kept(told: Testimony) -> Testimony:
        if told not in unknown or told is spared:
            return told
        echo = told.evidence.echo or f"{told.assertion.holders[0].name} may speak for another that is counted"
        return replace(told, evidence=replace(told.evidence, q=min(IN_PART, told.evidence.q), echo=echo))

    return tuple(kept(t) for t in found)


def _of_no_side(told: Testimony) -> bool:
    holders = told.assertion.holders
    return len(holders) > 1 and holders[0].kind == "person" and not holders[0].side


def _settled(bearing: Bearing, told: Assertion, asked: Asked, reports: Reports) -> Polarity:
    """The model's answer unless the sentence's own reading forbids it; what a read denial denies is asked by itself."""
    if told.stance == "no_comment" or bearing.why == ELSEWHERE:
        return 0
    if _DENIED_IT.search(bearing.passage.text) and told.stance == "denies":
        return -1 if _denied_part(bearing, asked) else 0
    if bearing.polarity == -1:
        read = told.ground != "vague" and turned(told) == asked.turned and told.stance not in ("corrects", "retracts")
        plain = read and bearing.refutes < VERY_SURE  # the sentence itself denies nothing
        far = told.stance != "denies" and bearing.share < SHARED_BY_DENIAL and bearing.refutes < SURELY_DENIED
        return 0 if plain or far or _takes_place(bearing, asked, reports) else -1
    if turned(told) != asked.turned and bearing.supports < VERY_SURE:
        return -1 if told.stance == "denies" and _denies(bearing, told, asked, reports) else 0
    if bearing.polarity == 0 or told.stance == "supposes":
        return 0
    return 1 if _same_happening(bearing, asked, reports) else 0


def _denies(bearing: Bearing, told: Assertion, asked: Asked, reports: Reports) -> bool:
    """Whether what a sentence denies is the claim, or something that the claim implies."""
    text = reports.findings[bearing.passage.document].document.text
    content = " ".join(text[told.content.start : told.content.end].split())
    if len(content.split()) < _FEWEST or told.negated:
        return False
    return max(puts_forward(content, asked.text)[0], puts_forward(asked.text, content)[0]) >= SUPPORTS


def _same_happening(bearing: Bearing, asked: Asked, reports: Reports) -> bool:
    """Whether no event in a sentence, nor the group it fell into, excludes the one that is asked about."""
    passage = bearing.passage
    inside = _events_in(passage.document, passage.sentence, reports)
    if not asked.events and asked.names and any(_suffers(asked.names[0].side, m) for m, _ in inside):
        return False  # no event was read in the claim: whom it names first acts
    for event in asked.events:
        if (
            event.place is not None
            and event.place.precision == "country"
            and not _in_it(event.place.name, passage.text)
        ):
            return False  # "under the good offices of Chile" sets nothing in Chile
        if event.place is not None and _BY_WIRE.search(passage.text) and not _BY_WIRE.search(asked.text):
            return False  # who telephone do not meet anywhere
        mine = slots_of_mention(event)
        kin = [(m, g) for m, g in inside if family(m.type) == family(event.type)]
        if event.order is not None and event.order not in {order for m, g in kin for order in (m.order, g.order)}:
            return False  # "the third round" is not borne out by a round
        if kin and all(_excludes(mine, m, g) for m, g in kin):
            return False
        if kin and event.status != "planned" and all(m.status == "planned" for m, _ in kin):
            return False
    return True


def _in_it(country: str, text: str) -> bool:
    """Whether a sentence that names a country has it as a place at least once."""
    if country not in text:
        return True
    return (
        re.search(
            rf"\b(?:in|at|to|into|inside|from|near|across|throughout|within)\s+(?:\w+\s+)?{re.escape(country)}\b", text
        )
        is not None
    )


def _suffers(side: str | None, mention: EventMention) -> bool:
    """Whether a side is acted on in an event, by others."""
    roles = {role: {p.side for p in mention.participants if p.role == role} for role in ("actor", "recipient")}
    return side in roles["recipient"] and bool(roles["actor"] - {None}) and side not in roles["actor"]


def _takes_place(bearing: Bearing, asked: Asked, reports: Reports) -> bool:
    """Whether a sentence, by its own reading, tells the very event as held: that is no denial of it."""
    inside = _events_in(bearing.passage.document, bearing.passage.sentence, reports)
    return any(
        mention.status == event.status
        and mention.type == event.type
        and not _excludes(slots_of_mention(event), mention, group)
        and "participants" in compare(slots_of_mention(event), slots_of_mention(mention)).matches
        for event in asked.events
        for mention, group in inside
    )


def _excludes(mine: Slots, mention: EventMention, group: EventGroup) -> bool:
    doers = {p.side or p.name for p in mine.participants if p.role == "actor"}
    told = {p.side for p in mention.participants if p.role == "actor" and p.side}
    if doers and told and not doers & told:
        return True
    hit = {p.side or p.name for p in mention.participants if p.role == "recipient"}
    if doers & hit and not told and any(p.role == "recipient" for p in mine.participants):
        return True  # whom the claim makes the doer is told of as one who suffers it
    return any(
        conflict.slot in ("participants", "place", "date") or (conflict.slot == "type" and mine.remote != theirs.remote)
        for theirs in (slots_of_mention(mention), slots_of_group(group))
        for conflict in compare(_of_sides(mine), _of_sides(theirs)).conflicts
    )


def _of_sides(slots: Slots) -> Slots:
    """The slots of a meeting or a deal without those whose side nobody knows: they may be of any side."""
    if slots.type not in _MUTUAL:
        return slots
    return replace(slots, participants=tuple(p for p in slots.participants if p.side is not None))


def _events_in(document: int, sentence: Span, reports: Reports) -> list[tuple[EventMention, EventGroup]]:
    events = reports.findings[document].events
    return [
        (events[e], group)
        for group in reports.told.get((document, sentence.start), ())
        for d, e in group.mentions
        if d == document and events[e].sentence.start == sentence.start
    ]


def _assertion(bearing: Bearing, reports: Reports) -> Assertion:
    """The assertion that a sentence makes, somebody's before the report's own; the report's where none was read."""
    passage = bearing.passage
    found = reports.findings[passage.document]
    own = [a for a in found.assertions if a.sentence.start == passage.sentence.start]
    denier = _denier(passage, found)
    if denier is not None and not any(turned(a) and len(a.holders) > 1 for a in own):
        holders = (denier, Holder(found.document.outlet or UNNAMED_OUTLET, "outlet"))
        return Assertion(passage.sentence, passage.sentence, passage.text, holders, "denies", None, "first")
    if own:
        against = bearing.polarity == -1
        told = max(own, key=lambda a: (len(a.holders) > 1, turned(a) == against, a.content.end - a.content.start))
    else:
        told = _own_word(passage, found)
    return _owed(told, found)


def _denied_part(bearing: Bearing, asked: Asked) -> bool:
    """Whether somebody denies in one word what was told right before, and that was the claim."""
    passage = bearing.passage
    match = _DENIED_IT.search(passage.text)
    if match is None or bearing.why == ELSEWHERE:
        return False
    clause = re.split(r"[;:,–—]", passage.text[: match.start()])
    told = passage.text[: match.start() - len(clause[-1])] if len(clause) > 1 else ""
    if len(told.split()) < _FEWEST:
        told = passage.before
    return bool(told) and puts_forward(told, asked.text, passage.heading)[0] >= DENIED_BEFORE


def _denier(passage: Passage, found: Findings) -> Holder | None:
    """Who denies what has just been told, where a name stands right before the words: "; Lima has denied it"."""
    text, inside = found.document.text, passage.sentence
    match = _DENIED_IT.search(text, inside.start, inside.end)
    if match is None:
        return None
    for name in found.names:
        if (
            inside.start <= name.span.start
            and name.span.end <= match.start()
            and not text[name.span.end : match.start()].strip()
        ):
            side = name.side or (name.name if name.kind == "country" else None)
            if name.kind in ("person", "body"):
                return Holder(name.name, "person" if name.kind == "person" else "body", side)
            return Holder(side, "country", side) if side and (name.acts or name.kind in ("country", "people")) else None
    return None


def _own_word(passage: Passage, found: Findings) -> Assertion:
    """A sentence that was read as nobody's assertion: the report's own where it reports for itself and says it plainly.

    Else it may be no assertion at all, and weighs as a guess.
    """
    holder = Holder(found.document.outlet or UNNAMED_OUTLET, "outlet")
    grounds = [a.ground for a in found.assertions if len(a.holders) == 1 and a.stance == "asserts"]
    plain = found.basis in ("official", "own reporting") and grounds and not _NOT_PLAIN.search(passage.text)
    if not plain:
        return Assertion(passage.sentence, passage.sentence, passage.text, (holder,), "hedges", None, "vague")
    ground = max(grounds, key=grounds.count)
    return Assertion(passage.sentence, passage.sentence, passage.text, (holder,), "asserts", None, ground)


def _owed(told: Assertion, found: Findings) -> Assertion:
    """A report's own sentence as far as it is its own: what it has from another outlet is laid at that outlet's door.

    Another outlet is named in the sentence, or cited in one of the two before it. A sentence about a report or a claim
    tells what is told, and no more.
    """
    if len(told.holders) > 1:
        return told
    inside = told.sentence
    before = [s for s in found.sentences if s.start < inside.start][-2:]
    earliest = before[0].start if before else inside.start
    text = found.document.text
    named = [
        (n.name, n.kind)
        for n in found.names
        if inside.start <= n.span.start < inside.end and not _OFFICE.search(text, inside.start, n.span.start)
    ]
    cited = [(c.source.name, c.source.kind) for c in found.citations if earliest <= c.sentence.start < inside.end]
    for name, kind in (*named, *cited):
        if kind in ("outlet", "agency") and name != found.document.outlet:
            source = Holder(name, "agency" if kind == "agency" else "outlet")
            return replace(told, holders=(source, *told.holders), stance="relays")
    if _OF_A_REPORT.search(found.document.text, inside.start, inside.end):
        return replace(told, stance="hedges")
    return told


def _speaks(holder: Holder, told: Assertion) -> bool:
    """Whether a sentence tells what a holder says."""
    return any(same_holder(holder, h) for h in told.holders)

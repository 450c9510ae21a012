"""Groups and Ratings to the Dossier that the contract promises; nothing is concluded here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from secondsource.dossier import (
    Admiralty,
    Anchor,
    Beside,
    Channel,
    Contradiction,
    DiscountedAssertion,
    Dossier,
    DossierAssertion,
    DossierClaim,
    DossierDocument,
    DossierEdge,
    DossierEvent,
    DossierHinge,
    DossierLetter,
    DossierMention,
    DossierSource,
    DossierWithdrawal,
    Meeting,
    Method,
    Nearest,
    Position,
    Side,
)
from secondsource.link.lookalikes import beside
from secondsource.link.nearest import nearest_documented
from secondsource.link.rewording import is_large
from secondsource.model import (
    ClaimGroup,
    Edge,
    EventGroup,
    Findings,
    Groups,
    Likeness,
    LookAlike,
    Rating,
    Refusal,
    Span,
    Testimony,
    Withdrawal,
)
from secondsource.rate.admiralty import stix_confidence
from secondsource.rate.register import EMPTY, NOT_JUDGED, Register
from secondsource.rate.sources import Source, sources_of

# From this independence on an assertion counts as bringing in something of its own (rating.md, section 6).
ADDS = 0.2


def assemble(
    groups: Groups,
    ratings: Mapping[str, Rating],
    as_of: date | None,
    refusals: Sequence[Refusal],
    method: Method,
    register: Register = EMPTY,
) -> Dossier:
    """Give the dossier of a pile: every field of the contract, each sentence with its anchor."""
    claims = {c.event: c.id for c in reversed(groups.claims) if c.event is not None and c.slot is None}
    # An event that nothing is claimed of is not listed, so it is near to nothing either.
    groups = replace(groups, events=tuple(e for e in groups.events if e.id in claims))
    near = {} if is_large(groups) else beside(groups)
    return Dossier(
        method=method,
        as_of=as_of,
        documents=tuple(_document(f) for f in groups.findings),
        events=tuple(_event(e, claims[e.id], groups.findings, near.get(e.id, ())) for e in groups.events),
        claims=tuple(claim_of(c, ratings[c.id], groups) for c in groups.claims),
        lineage=tuple(_edge(e, groups.findings) for e in groups.edges),
        contradictions=tuple(_contradictions(groups.claims, groups)),
        channels=tuple(
            Channel(c.id, c.label, c.principals, tuple(Meeting(e, n) for e, n in c.meetings), c.next)
            for c in groups.channels
        ),
        positions=tuple(
            Position(p.party, p.issue, p.stance, p.when, tuple(assertion_of(t, groups) for t in p.testimony))
            for p in groups.positions
        ),
        refusals=tuple(refusals),
        sources=tuple(_source(s, register) for s in sources_of(groups.claims)),
    )


def _source(source: Source, register: Register) -> DossierSource:
    """Whom claims rest on, with the letter that holds for it."""
    held = register.judgement_of(source.name, source.owner)
    letter = DossierLetter(held.name, held.author, held.day, held.rationale) if held else None
    return DossierSource(
        source.name, source.kind, source.owner, source.documents, source.claims, source.own,
        held.letter if held else NOT_JUDGED, letter,
    )  # fmt: skip


def _document(found: Findings) -> DossierDocument:
    d = found.document
    return DossierDocument(
        d.id, d.file, d.title, d.outlet, d.author, d.language, d.published, d.furniture, found.basis, found.origins
    )


def _event(event: EventGroup, claim: str, findings: Sequence[Findings], near: Sequence[LookAlike]) -> DossierEvent:
    mentions: dict[tuple[str, int], DossierMention] = {}
    for document, index in event.mentions:
        mention = findings[document].events[index]
        anchor = anchor_of(findings[document], mention.sentence)
        mentions.setdefault(
            (anchor.file, anchor.start),
            DossierMention(anchor.file, anchor.start, anchor.end, anchor.quote, mention.status),
        )
    return DossierEvent(
        id=event.id,
        label=event.label,
        type=event.type,
        modes=event.modes,
        contexts=event.contexts,
        cameo=event.cameo,
        participants=event.participants,
        place=event.place,
        when=event.when,
        status=event.status,
        claim=claim,
        mentions=tuple(mentions.values()),
        beside=tuple(Beside(each.event, each.compared.answer, each.compared.points) for each in near),
    )


def anchor_of(found: Findings, sentence: Span) -> Anchor:
    """A sentence of a document with its words."""
    document = found.document
    return Anchor(document.file, sentence.start, sentence.end, document.text[sentence.start : sentence.end])


def assertion_of(told: Testimony, groups: Groups) -> DossierAssertion:
    """One assertion as the dossier lists it."""
    found = groups.findings[told.document]
    anchor = anchor_of(found, told.assertion.sentence)
    return DossierAssertion(
        anchor.file,
        anchor.start,
        anchor.end,
        anchor.quote,
        tuple(h.name for h in told.assertion.holders),
        told.assertion.stance,
        told.assertion.hedge,
        told.evidence.q >= ADDS and told.polarity != 0,
        withdrawn=_withdrawal(told.withdrawn, groups) if told.withdrawn is not None else None,
    )


def _withdrawal(why: Withdrawal, groups: Groups) -> DossierWithdrawal:
    """What takes an assertion back, with its sentence."""
    notice = anchor_of(next(f for f in groups.findings if f.document.id == why.sentence.document), why.sentence)
    return DossierWithdrawal(notice.file, notice.start, notice.end, notice.quote, why.by, why.published, why.relayed)


def claim_of(claim: ClaimGroup, rating: Rating, groups: Groups) -> DossierClaim:
    """One claim with its rating and everything said for it, against it and about it."""

    def said(polarity: int) -> tuple[DossierAssertion, ...]:
        return tuple(assertion_of(t, groups) for t in claim.testimony if t.polarity == polarity)

    near: tuple[Nearest, ...] = ()
    if claim.event is not None and claim.slot is None and rating.status in ("unverified", "single-source", "denied"):
        near = tuple(nearest_of(e, k) for e, k in nearest_documented(claim.event, groups.events))
    return DossierClaim(
        id=claim.id,
        text=claim.text,
        event=claim.event,
        modality=claim.modality,
        status=rating.status,
        origins=rating.origins,
        admiralty=Admiralty(rating.reliability, rating.credibility, stix_confidence(rating.credibility)),
        likelihood=rating.likelihood,
        confidence=rating.confidence,
        supporting=said(1),
        refuting=said(-1),
        neutral=said(0),
        why=rating.why,
        would_change=rating.would_change,
        nearest=near,
        opinion=rating.opinion,
        hangs_on=hangs_on_of(rating, claim.testimony, groups),
        deciding=deciding_of(rating, claim.testimony, groups),
        discounted=discounted_of(rating, claim.testimony, groups),
        changes=rating.changes,
    )


def hangs_on_of(rating: Rating, testimony: Sequence[Testimony], groups: Groups) -> tuple[DossierHinge, ...]:
    """What a claim hangs on, each node with the sentence that brings most through it."""
    told = _by_index(testimony)
    return tuple(
        DossierHinge(h.kind, h.name, h.through, round(h.capacity, 3), assertion_of(told[h.index], groups))
        for h in rating.hangs_on
    )


def deciding_of(rating: Rating, testimony: Sequence[Testimony], groups: Groups) -> tuple[DossierAssertion, ...]:
    """The sentences that alone would give the same answer, the weightiest first."""
    told = _by_index(testimony)
    return tuple(assertion_of(told[index], groups) for index in rating.deciding)


def discounted_of(rating: Rating, testimony: Sequence[Testimony], groups: Groups) -> tuple[DiscountedAssertion, ...]:
    """The sentences that repeat others, and what."""
    told = _by_index(testimony)
    said = ((assertion_of(told[d.index], groups), d) for d in rating.discounted)
    return tuple(
        DiscountedAssertion(
            *(a.file, a.start, a.end, a.quote, a.holders, a.stance, a.hedge, a.adds),
            withdrawn=a.withdrawn,
            q=round(d.q, 3),
            because=d.because,
        )
        for a, d in said
    )


def _by_index(testimony: Sequence[Testimony]) -> dict[int, Testimony]:
    return {t.evidence.index: t for t in testimony}


def nearest_of(event: EventGroup, likeness: Likeness) -> Nearest:
    """A documented event beside a claim, slot by slot."""
    return Nearest(event.id, round(likeness.score, 3), likeness.matches, likeness.conflicts)


def _edge(edge: Edge, findings: Sequence[Findings]) -> DossierEdge:
    by_id = {f.document.id: f for f in findings}
    quote = anchor_of(by_id[edge.quote.document], edge.quote) if edge.quote is not None else None
    return DossierEdge(edge.source, edge.target, edge.relation, edge.p, quote)


def _contradictions(claims: Sequence[ClaimGroup], groups: Groups) -> Iterator[Contradiction]:
    """Claims with sentences on both sides; `same_lineage` where one side only garbles what it had from the other.

    Of an event's days, places and numbers each two that exclude each other stand side by side, once.
    """
    values: dict[tuple[str | None, str | None], list[ClaimGroup]] = defaultdict(list)
    for claim in claims:
        if claim.slot is not None:
            values[claim.event, claim.slot].append(claim)
    shown: set[frozenset[str]] = set()
    for claim in claims:
        pro = [t for t in claim.testimony if t.polarity == 1]
        con = [t for t in claim.testimony if t.polarity == -1]
        if not pro or not con:
            continue
        said = {(t.document, t.assertion.sentence.start) for t in con}
        for other in values[claim.event, claim.slot] if claim.slot is not None else ():
            theirs = [t for t in other.testimony if t.polarity == 1]
            clash = other.id != claim.id and any((t.document, t.assertion.sentence.start) in said for t in theirs)
            if clash and frozenset((claim.id, other.id)) not in shown:
                shown.add(frozenset((claim.id, other.id)))
                yield _contradiction(claim, {claim.value or claim.text: pro, other.value or other.text: theirs}, groups)
        if claim.slot is None or not any(claim.id in pair for pair in shown):
            yield _contradiction(claim, {"it is so": pro, "it is not so": con}, groups)


def _contradiction(claim: ClaimGroup, sides: Mapping[str, Sequence[Testimony]], groups: Groups) -> Contradiction:
    pro, con = sides.values()
    origins = {t.evidence.origin for t in pro} & {t.evidence.origin for t in con}
    related = bool(origins) or all(t.evidence.q <= ADDS for t in con) or _cite_each_other(pro, con, groups)
    said = tuple(Side(value, tuple(assertion_of(t, groups) for t in told)) for value, told in sides.items())
    return Contradiction(claim.slot or "polarity", claim.id, said, related)


def _cite_each_other(pro: Sequence[Testimony], con: Sequence[Testimony], groups: Groups) -> bool:
    left = {groups.findings[t.document].document.id for t in pro}
    right = {groups.findings[t.document].document.id for t in con}
    return any(
        (e.source in left and e.target in right) or (e.source in right and e.target in left)
        for e in groups.edges
        if e.relation != "same_publisher"
    )

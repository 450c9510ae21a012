"""Groups and Ratings to the Dossier that the contract promises; nothing is concluded here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from importlib.metadata import version

from secondsource.dossier import (
    Admiralty,
    Anchor,
    Channel,
    Contradiction,
    Dossier,
    DossierAssertion,
    DossierClaim,
    DossierDocument,
    DossierEdge,
    DossierEvent,
    DossierMention,
    Meeting,
    Method,
    Nearest,
    Position,
    Side,
)
from secondsource.link.nearest import nearest_documented
from secondsource.model import (
    ClaimGroup,
    Edge,
    EventGroup,
    Findings,
    Groups,
    Likeness,
    Rating,
    Refusal,
    Span,
    Testimony,
)
from secondsource.rate import DEFAULT, Config, config_hash

# From this independence on an assertion counts as bringing in something of its own (rating.md, section 6).
ADDS = 0.2


def assemble(
    groups: Groups,
    ratings: Mapping[str, Rating],
    as_of: date | None,
    refusals: Sequence[Refusal],
    config: Config = DEFAULT,
) -> Dossier:
    """Give the dossier of a pile: every field of the contract, each sentence with its anchor."""
    claims = {c.event: c.id for c in reversed(groups.claims) if c.event is not None and c.slot is None}
    return Dossier(
        method=Method(version("secondsource"), config_hash(config)),
        as_of=as_of,
        documents=tuple(_document(f) for f in groups.findings),
        events=tuple(_event(e, claims[e.id], groups.findings) for e in groups.events if e.id in claims),
        claims=tuple(claim_of(c, ratings[c.id], groups) for c in groups.claims),
        lineage=tuple(_edge(e, groups.findings) for e in groups.edges),
        contradictions=tuple(x for c in groups.claims for x in _contradictions(c, ratings[c.id], groups)),
        channels=tuple(
            Channel(c.id, c.label, c.principals, tuple(Meeting(e, n) for e, n in c.meetings), c.next)
            for c in groups.channels
        ),
        positions=tuple(
            Position(p.party, p.issue, p.stance, p.when, tuple(assertion_of(t, groups) for t in p.testimony))
            for p in groups.positions
        ),
        refusals=tuple(refusals),
    )


def _document(found: Findings) -> DossierDocument:
    d = found.document
    return DossierDocument(
        d.id, d.file, d.title, d.outlet, d.author, d.language, d.published, d.furniture, found.basis, found.origins
    )


def _event(event: EventGroup, claim: str, findings: Sequence[Findings]) -> DossierEvent:
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
    )


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
        admiralty=Admiralty(rating.reliability, rating.credibility),
        likelihood=rating.likelihood,
        confidence=rating.confidence,
        supporting=said(1),
        refuting=said(-1),
        neutral=said(0),
        why=rating.why,
        would_change=rating.would_change,
        nearest=near,
    )


def nearest_of(event: EventGroup, likeness: Likeness) -> Nearest:
    """A documented event beside a claim, slot by slot."""
    return Nearest(event.id, round(likeness.score, 3), likeness.matches, likeness.conflicts)


def _edge(edge: Edge, findings: Sequence[Findings]) -> DossierEdge:
    by_id = {f.document.id: f for f in findings}
    quote = anchor_of(by_id[edge.quote.document], edge.quote) if edge.quote is not None else None
    return DossierEdge(edge.source, edge.target, edge.relation, edge.p, quote)


def _contradictions(claim: ClaimGroup, rating: Rating, groups: Groups) -> list[Contradiction]:
    """A claim with sentences on both sides; `same_lineage` where one side only garbles what it had from the other."""
    pro = [t for t in claim.testimony if t.polarity == 1]
    con = [t for t in claim.testimony if t.polarity == -1]
    if not pro or not con:
        return []
    origins = {t.evidence.origin for t in pro} & {t.evidence.origin for t in con}
    related = bool(origins) or all(t.evidence.q < 1.0 for t in con) or _cite_each_other(pro, con, groups)
    sides = (
        Side("it is so", tuple(assertion_of(t, groups) for t in pro)),
        Side("it is not so", tuple(assertion_of(t, groups) for t in con)),
    )
    return [Contradiction(claim.slot or "polarity", claim.id, sides, related)]


def _cite_each_other(pro: Sequence[Testimony], con: Sequence[Testimony], groups: Groups) -> bool:
    left = {groups.findings[t.document].document.id for t in pro}
    right = {groups.findings[t.document].document.id for t in con}
    return any(
        (e.source in left and e.target in right) or (e.source in right and e.target in left)
        for e in groups.edges
        if e.relation != "same_publisher"
    )

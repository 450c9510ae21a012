"""The section of each claim: what it stands on, the sentences that decide first, then all of it origin by origin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondsource.show import phrases
from secondsource.show.page.evidence import Quoting, behind, way_of
from secondsource.show.page.lineage import lineage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from secondsource.dossier import Beside, Dossier, DossierClaim, DossierEvent
    from secondsource.show.page.evidence import ByOrigin, Quoted
    from secondsource.show.page.lineage import Lineage, Pile


@dataclass(frozen=True, slots=True)
class Section:
    """One claim as its section shows it; `event` is the one that it says took place, is to or has some value.

    Where every sentence that adds something decides, `all_decide` counts them and `deciding` is empty: they stand once.
    `beside` are the event's look-alikes where the claim is that the event took place; `contradictions` are the numbers
    of the claim's rows among the contradictions.
    """

    claim: DossierClaim
    behind: str
    why: tuple[str, ...]
    deciding: tuple[Quoted, ...]
    all_decide: int
    supporting: ByOrigin
    refuting: ByOrigin
    neutral: tuple[Quoted, ...]
    lineage: Lineage | None
    event: DossierEvent | None
    beside: tuple[Beside, ...]
    contradictions: tuple[int, ...]


def sections(dossier: Dossier, pile: Pile) -> Iterator[Section]:
    """Give the section of every claim in the order of every list, one at a time: a pile can have thousands."""
    events = {event.id: event for event in dossier.events}
    contradicted: dict[str, list[int]] = {}
    for number, contradiction in enumerate(dossier.contradictions, 1):
        contradicted.setdefault(contradiction.claim, []).append(number)
    for claim in phrases.in_order(dossier.claims):
        yield _section(claim, pile, events, tuple(contradicted.get(claim.id, ())))


def _section(
    claim: DossierClaim, pile: Pile, events: Mapping[str, DossierEvent], contradictions: tuple[int, ...]
) -> Section:
    quoting = Quoting(claim.discounted)
    # What is discounted says so itself, beside its words; where no source has a letter, the front page says that.
    told = phrases.DISCOUNTS if pile.lettered else (*phrases.DISCOUNTS, phrases.UNJUDGED)
    event = events.get(claim.event or "")
    adding = {way_of(said) for said in (*claim.supporting, *claim.refuting) if not phrases.is_echo(said)}
    all_decide = len(adding) if {way_of(said) for said in claim.deciding} == adding else 0
    return Section(
        claim=claim,
        behind=behind(claim),
        why=tuple(reason for reason in claim.why if not reason.startswith(told)),
        deciding=() if all_decide else tuple(quoting.quote(said) for said in claim.deciding),
        all_decide=all_decide,
        supporting=quoting.by_origin(claim.supporting, pile.kinds),
        refuting=quoting.by_origin(claim.refuting, pile.kinds),
        neutral=tuple(quoting.quote(said) for said in claim.neutral),
        lineage=lineage(claim, pile),
        event=event,
        beside=_beside(event) if event is not None and event.claim == claim.id else (),
        contradictions=contradictions,
    )


def _beside(event: DossierEvent) -> tuple[Beside, ...]:
    """The look-alikes that were judged: of the others there is nothing to say."""
    return tuple(near for near in event.beside if near.answer != "not judged")

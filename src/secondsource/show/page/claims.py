"""The section of each claim: what it stands on, the sentences that decide first, then all of it origin by origin."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from secondsource.show import phrases
from secondsource.show.page.evidence import Quoting, behind, way_of
from secondsource.show.page.lineage import lineage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from secondsource.dossier import Beside, Dossier, DossierClaim, DossierEvent
    from secondsource.model import SameAnswer
    from secondsource.show.page.evidence import ByOrigin, Quoted
    from secondsource.show.page.lineage import Lineage, Pile


# In how many slots a look-alike must agree to be shown, by the answer; what was not judged is never shown.
_LOOKS_LIKE: dict[SameAnswer, float] = {"different": 2, "not judged": inf}


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
    """The look-alikes that a reader could take for it: of one that may be the same something is known to agree, of one
    that is not more than a name does."""
    return tuple(near for near in event.beside if _agreeing(near) >= _LOOKS_LIKE.get(near.answer, 1))


def _agreeing(near: Beside) -> int:
    """In how many slots two events agree; that their reports are of the same days is none."""
    return sum(point.bearing == "agree" and point.slot != "news" for point in near.points)

"""How an event stands, as the pictures show it: four words with a shape and a colour each, in all of them the same."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import altair

from secondsource.show import phrases
from secondsource.show.page.drawing import CONTESTED, LINK, STANDS, THIN
from secondsource.show.plain import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from secondsource.dossier import Dossier, DossierClaim, DossierEvent

Standing = Literal["borne out", "on thin ground", "planned", "disputed, denied or did not occur"]
STANDINGS: tuple[Standing, ...] = ("borne out", "on thin ground", "planned", "disputed, denied or did not occur")
_COLOURS = (STANDS, THIN, LINK, CONTESTED)
_LETTERS = 160  # of an event's label in a title
_HOLLOW = ("transparent",) * 3  # which a pointer still meets
_SHAPES = ("circle", "circle", "diamond", "M-.5,-.5L.5,.5M.5,-.5L-.5,.5")


@dataclass(frozen=True, slots=True)
class Told:
    """One event with the claim that it took place or is planned, how it stands, and the days of its reports."""

    event: DossierEvent
    claim: DossierClaim
    standing: Standing
    reported: tuple[date, ...]

    @property
    def words(self) -> str:
        """The event in a line, for the title of its mark: what, when, how it stands."""
        said = f"{shorten(self.event.label, _LETTERS)}: {phrases.when_words(self.event.when)}; {self.claim.status}"
        return (
            said if self.standing in ("borne out", "on thin ground") else f"{said}; {phrases.event_status(self.event)}"
        )


def told(dossier: Dossier) -> list[Told]:
    """Give every event of a dossier with its claim, in the dossier's order."""
    claims = {claim.id: claim for claim in dossier.claims}
    known = ((d.file, d.published) for d in dossier.documents if d.published)
    published = {file: when.latest for file, when in known if when.earliest == when.latest}
    days: dict[str, set[date]] = defaultdict(set)
    for event in dossier.events:
        days[event.id] |= {day for mention in event.mentions if (day := published.get(mention.file)) is not None}
    return [
        Told(event, claims[event.claim], standing(event, claims[event.claim]), tuple(sorted(days[event.id])))
        for event in dossier.events
    ]


def standing(event: DossierEvent, claim: DossierClaim) -> Standing:
    """Give how an event stands: borne out only where it took place and its claim is, and planned before that."""
    if event.status in ("denied", "did_not_occur") or claim.status in phrases.CONTESTED:
        return "disputed, denied or did not occur"
    if event.status == "planned":
        return "planned"
    return "borne out" if event.status == "occurred" and claim.status in phrases.BORNE_OUT else "on thin ground"


def most_told(events: Sequence[Told], limit: int) -> list[Told]:
    """Give the events that most sentences tell of, in the order in which they came."""
    most = sorted(events, key=lambda each: (-len(each.event.mentions), each.event.id))[:limit]
    kept = {each.event.id for each in most}
    return [each for each in events if each.event.id in kept]


def looks(*, shaped: bool = True) -> dict[str, Any]:
    """Give a mark's colours, shape and fill by its field `standing`: hollow unless borne out, one legend for all."""
    legend = altair.Legend(
        title=None, orient="top", symbolStrokeWidth=2, symbolSize=110, labelLimit=300, columnPadding=30
    )

    def of(values: Sequence[str]) -> dict[str, Any]:
        return {"scale": altair.Scale(domain=list(STANDINGS), range=list(values)), "legend": legend}

    encodings: dict[str, Any] = {
        "fill": altair.Fill("standing:N", **of((STANDS, *_HOLLOW))),
        "stroke": altair.Stroke("standing:N", **of(_COLOURS)),
    }
    return {**encodings, "shape": altair.Shape("standing:N", **of(_SHAPES))} if shaped else encodings


def ink() -> altair.Color:
    """Give the colour of words that say how an event stands, without a legend: the marks have one."""
    return altair.Color("standing:N", scale=altair.Scale(domain=list(STANDINGS), range=list(_COLOURS)), legend=None)

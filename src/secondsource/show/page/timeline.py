"""The timeline: when each event took place or is to, as vague as it was said, and when it was reported.

One row an event: a point for a day, a bar for a longer or vaguer time, a tick for each day on which a report tells of
it. What nobody dates is listed, not drawn.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import altair

from secondsource.show import phrases
from secondsource.show.page.drawing import CONTESTED, DIM, STANDS, THIN, WIDTH, draw
from secondsource.show.plain import clean, shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from secondsource.dossier import Dossier, DossierEvent
    from secondsource.model import ClaimStatus

# More rows than these cannot be read in one picture; the table beside it holds them all.
DRAWN = 40
_ROW = 26  # pixels
_GROUPS = ((phrases.BORNE_OUT, "borne out", STANDS), (phrases.THIN, "on thin ground", THIN))


@dataclass(frozen=True, slots=True)
class Dated:
    """One event with its status and the days on which it was reported."""

    event: DossierEvent
    status: ClaimStatus
    reported: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture (None where nothing is dated), the dated events from first to last, and those without a date."""

    picture: Markup | None
    drawn: int
    dated: tuple[Dated, ...]
    undated: tuple[Dated, ...]


def timeline(dossier: Dossier) -> Timeline:
    """Lay the events of a dossier out in time."""
    status = {claim.id: claim.status for claim in dossier.claims}
    published = {d.file: (d.published.latest or d.published.earliest) for d in dossier.documents if d.published}
    found = []
    for event in dossier.events:
        days = {day for mention in event.mentions if (day := published.get(mention.file)) is not None}
        found.append(Dated(event, status[event.claim], tuple(sorted(days))))
    dated = sorted((d for d in found if _span(d.event)), key=lambda d: (_span(d.event), d.event.label, d.event.id))
    shown = _most_told(dated)
    return Timeline(
        _drawn(shown) if shown else None,
        len(shown),
        tuple(dated),
        tuple(sorted((d for d in found if not _span(d.event)), key=lambda d: (d.event.label, d.event.id))),
    )


def _span(event: DossierEvent) -> tuple[date, date] | None:
    """The first and the last day of an event; an open end is drawn as the day that is known."""
    if event.when is None or (event.when.earliest is None and event.when.latest is None):
        return None
    known = event.when.earliest or event.when.latest
    assert known is not None
    return event.when.earliest or known, event.when.latest or known


def _most_told(dated: Sequence[Dated]) -> list[Dated]:
    """The events that most sentences tell of, in the order of their dates."""
    most = sorted(dated, key=lambda d: (-len(d.event.mentions), d.event.id))[:DRAWN]
    kept = {d.event.id for d in most}
    return [d for d in dated if d.event.id in kept]


def _group(status: ClaimStatus) -> str:
    return next((words for statuses, words, _ in _GROUPS if status in statuses), "disputed or denied")


def _drawn(shown: Sequence[Dated]) -> Markup:
    rows: list[dict[str, str | bool]] = []
    ticks: list[dict[str, str]] = []
    for number, each in enumerate(shown):
        first, last = _span(each.event) or (date.min, date.min)
        facts = {"row": f"{number:03d}", "link": f"#claim-{each.event.claim}"}
        said = f"{clean(each.event.label)}: {phrases.when_words(each.event.when)}; {each.status}"
        rows.append(
            {**facts, "first": str(first), "last": str(last), "group": _group(each.status), "said": said,
             "day": first == last}
        )  # fmt: skip
        ticks += [
            {**facts, "on": str(day), "said": f"{clean(each.event.label)}: reported on {day}"} for day in each.reported
        ]
    labels = {f"{number:03d}": shorten(clean(each.event.label), 44) for number, each in enumerate(shown)}
    order = altair.Axis(
        title=None, labelExpr=f"{_quoted(labels)}[datum.value]", labelLimit=340, ticks=False, domain=False, grid=True
    )
    row = altair.Y("row:N", axis=order, sort=list(labels))
    colours = altair.Scale(
        domain=[*(words for _, words, _ in _GROUPS), "disputed or denied"], range=[*(c for *_, c in _GROUPS), CONTESTED]
    )
    base = altair.Chart(altair.InlineData(rows)).encode(
        y=row,
        href="link:N",
        description="said:N",
        color=altair.Color("group:N", scale=colours, legend=altair.Legend(title=None, orient="top")),
    )
    time = altair.Axis(
        title="when it took place, or is to; grey ticks: when it was reported",
        labelOverlap=True,
        format="%-d %b %Y",
        tickCount=6,
    )
    spans = base.transform_filter("!datum.day").mark_bar(height=9, opacity=0.75).encode(
        x=altair.X("first:T", axis=time), x2="last:T"
    )  # fmt: skip
    days = base.transform_filter("datum.day").mark_point(filled=True, size=110, opacity=1).encode(
        x=altair.X("first:T", axis=time)
    )  # fmt: skip
    reports = altair.Chart(altair.InlineData(ticks)).mark_tick(color=DIM, thickness=2, size=14).encode(
        x=altair.X("on:T", axis=time), y=row, href="link:N", description="said:N"
    )  # fmt: skip
    layers = [reports, spans, days] if ticks else [spans, days]
    chart = altair.layer(*layers).properties(width=WIDTH - 360, height=_ROW * len(rows))
    about = f"{len(rows)} events in the order of their dates; the table below says the same."
    return draw(chart, "Events in time", about)


def _quoted(labels: dict[str, str]) -> str:
    """A Vega expression that is a table from a row's key to its label; JSON is one, and carries no code."""
    return json.dumps(labels)

"""The timeline: when each event took place or is to, as vague as it was said, and when it was reported.

One row an event: a mark for a day or so, a bar for a longer or vaguer time, dots towards an end that nobody gives, a
tick for each day on which a report tells of it. What lies far from the rest stands at the edge with its date; what
nobody dates is listed, not drawn.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Literal

import altair
from rich.cells import cell_len

from secondsource.show import phrases
from secondsource.show.page.drawing import DIM, INK, RULE, WIDTH, draw
from secondsource.show.page.standing import Told, ink, looks, most_told
from secondsource.show.plain import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markupsafe import Markup

# More rows than these cannot be read in one picture; the table beside it holds them all.
DRAWN = 40
_ROW, _LINE, _LABELS = 26, 15, 330  # pixels
_LETTERS = 40  # a line of a label
_DATE = 30  # letters of a date at an edge
_SHORTEST = 12  # pixels: a shorter bar could not be seen behind its reports
# Tukey's fences (Exploratory Data Analysis, 1977): what lies further than 1.5 times the spread of the middle half from
# it would squeeze the rest; of news of a few days, further than six weeks.
_FAR = 1.5
_LEAST = 42  # days
_TICKS = 7
# Steps of the axis: days, months or years, and how their days are written.
_STEPS = (
    *((days, "day", "%-d %b %Y") for days in (1, 2, 7, 14)),
    *((months, "month", "%b %Y") for months in (1, 2, 3, 6)),
    *((years, "year", "%Y") for years in (1, 2, 5, 10, 25, 100, 500, 2500)),
)
_LENGTHS = {"day": 1, "month": 30.4, "year": 365.25}
_EPOCH = date(1970, 1, 1).toordinal()
_DAY = 86_400_000  # milliseconds


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture (None where nothing is dated), how many it shows, the dated events first to last, and the undated."""

    picture: Markup | None
    drawn: int
    dated: tuple[Told, ...]
    undated: tuple[Told, ...]


def timeline(events: Sequence[Told], as_of: date | None) -> Timeline:
    """Lay the events of a dossier out in time; `as_of` is the day up to which the pile was read."""
    dated = sorted((e for e in events if _days(e)), key=lambda e: (_days(e), e.event.label, e.event.id))
    undated = sorted((e for e in events if not _days(e)), key=lambda e: (e.event.label, e.event.id))
    window = window_of(day for e in dated for day in (*(_days(e) or ()), *(d.toordinal() for d in e.reported)))
    shown = most_told(dated, DRAWN)
    picture = _drawn(shown, window, as_of) if shown else None
    return Timeline(picture, len(shown), tuple(dated), tuple(undated))


def window_of(days: Iterable[int]) -> tuple[int, int]:
    """Give the first and the last day (ordinals) that a picture shows: all of them, but for those that lie far off."""
    sure = sorted(days)
    if not sure:
        return _EPOCH, _EPOCH
    quarter = len(sure) // 4
    low, high = sure[quarter], sure[-1 - quarter]
    far = max(int(_FAR * (high - low)), _LEAST)
    first, last = max(sure[0], low - far), min(sure[-1], high + far)
    margin = max(1, (last - first) // 40)
    return max(1, first - margin), min(date.max.toordinal() - 1, last + margin)


def _days(each: Told) -> tuple[int, int] | None:
    """The first and the last day of an event as ordinals; an open end is given as the day that is known."""
    when = each.event.when
    known = (when.earliest or when.latest) if when is not None else None
    if when is None or known is None:
        return None
    return (when.earliest or known).toordinal(), (when.latest or known).toordinal()


def _beyond(each: Told, window: tuple[int, int]) -> Literal["before", "after"] | None:
    """Whether all of an event lies beyond an edge of the picture."""
    first, last = _days(each) or window
    return "before" if last < window[0] else "after" if first > window[1] else None


# --- the picture ------------------------------------------------------------------------------------------------------


def _drawn(shown: Sequence[Told], window: tuple[int, int], as_of: date | None) -> Markup:
    labels = {f"{number:03d}": _label(each) for number, each in enumerate(shown)}
    spans, ways, ticks, beyond = [], [], [], []
    for key, each in zip(labels, shown, strict=True):
        facts = {"row": key, "link": f"#claim-{each.claim.id}", "standing": each.standing, "said": each.words}
        if edge := _beyond(each, window):
            beyond.append({**facts, **_at_edge(each, edge, window)})
        else:
            spans.append({**facts, **_span(each, window)})
            ways += [{**facts, **way} for way in _open_ends(each, window)]
        ticks += [
            {**facts, "on": _noon(day.toordinal()), "said": f"{each.words}; reported on {day}"}
            for day in each.reported
            if window[0] <= day.toordinal() <= window[1]
        ]
    row = altair.Y("row:N", sort=list(labels), axis=_row_axis(labels))
    layers = [*_spans(spans, row), *_ways(ways, row), *_edges(beyond, row), *_ticks(ticks, row)]
    if as_of is not None and window[0] <= as_of.toordinal() <= window[1]:
        layers.insert(0, _cut_off(as_of))
    scale = altair.Scale(type="utc", domain=[_morning(window[0]), _morning(window[1] + 1)], nice=False)
    time = altair.X("on:T", scale=scale, axis=_time_axis(window))
    chart = altair.layer(*(layer.encode(x=time) for layer in layers))
    height = _ROW * len(shown) + _LINE // 2 * sum(len(label) > 1 for label in labels.values())
    chart = chart.properties(width=WIDTH - _LABELS, height=height)
    return draw(chart, "Events in time", f"{len(shown)} events in the order of their dates; the table says the same.")


def _span(each: Told, window: tuple[int, int]) -> dict[str, Any]:
    """What of an event lies in the window: a mark for one day or so, else a bar from the first to the last."""
    first, last = _days(each) or window
    begin, end = max(first, window[0]), min(last, window[1])
    if (end - begin + 1) / (window[1] - window[0] + 1) * (WIDTH - _LABELS) < _SHORTEST:
        return {"day": True, "on": (_morning(begin) + _morning(end + 1)) // 2}
    return {"day": False, "on": _morning(begin), "to": _morning(end + 1)}


def _open_ends(each: Told, window: tuple[int, int]) -> list[dict[str, Any]]:
    """The ways from what is drawn of an event to the edge, where its time goes on beyond it or nobody gives an end."""
    first, last = _days(each) or window
    when = each.event.when
    ways = []
    if (when and when.earliest is None) or first < window[0]:
        ways.append({"on": _morning(window[0]), "to": _noon(max(first, window[0])), "points": "triangle-left"})
    if (when and when.latest is None) or last > window[1]:
        ways.append({"on": _morning(window[1] + 1), "to": _noon(min(last, window[1])), "points": "triangle-right"})
    return ways


def _at_edge(each: Told, edge: Literal["before", "after"], window: tuple[int, int]) -> dict[str, Any]:
    """The date of an event that lies beyond an edge, written at it with an arrow."""
    when = shorten(phrases.when_words(each.event.when), _DATE)
    if edge == "before":
        return {"edge": edge, "on": _morning(window[0]), "date": f"◂ {when}"}
    return {"edge": edge, "on": _morning(window[1] + 1), "date": f"{when} ▸"}


def _spans(spans: list[dict[str, Any]], row: altair.Y) -> list[Any]:
    base = altair.Chart(altair.InlineData(spans)).encode(y=row, href="link:N", description="said:N")
    layers: list[Any] = []
    if any(not span["day"] for span in spans):
        bars = base.transform_filter("!datum.day").mark_bar(height=10, strokeWidth=2, cornerRadius=2, opacity=1)
        layers.append(bars.encode(x2="to:T", **looks(shaped=False)))
    return [
        *layers,
        base.transform_filter("datum.day").mark_point(size=110, strokeWidth=2, opacity=1).encode(**looks()),
    ]


def _ways(ways: list[dict[str, Any]], row: altair.Y) -> list[Any]:
    base = altair.Chart(altair.InlineData(ways)).encode(y=row, stroke=looks()["stroke"])
    arrows = [
        base.transform_filter(f"datum.points == '{shape}'").mark_point(shape=shape, size=50, filled=False, opacity=1)
        for shape in ("triangle-left", "triangle-right")
    ]
    return [base.mark_rule(strokeWidth=2, strokeDash=[1, 4]).encode(x2="to:T"), *arrows] if ways else []


def _edges(beyond: list[dict[str, Any]], row: altair.Y) -> list[Any]:
    base = altair.Chart(altair.InlineData(beyond)).encode(
        y=row, text="date:N", href="link:N", description="said:N", color=ink()
    )
    sides: tuple[tuple[str, Literal["left", "right"], int], ...] = (("before", "left", 4), ("after", "right", -4))
    return [
        base.transform_filter(f"datum.edge == '{edge}'").mark_text(align=align, dx=dx, fontSize=12)
        for edge, align, dx in sides
        if any(each["edge"] == edge for each in beyond)
    ]


def _ticks(ticks: list[dict[str, Any]], row: altair.Y) -> list[Any]:
    base = altair.Chart(altair.InlineData(ticks)).encode(y=row, href="link:N", description="said:N")
    return [base.mark_tick(color=DIM, thickness=2, size=7, yOffset=10, opacity=1)] if ticks else []


def _cut_off(as_of: date) -> Any:
    """A line at the day up to which the pile was read: what lies behind it was still to come."""
    rows = [{"on": _morning(as_of.toordinal() + 1), "said": f"as of {as_of}"}]
    return altair.Chart(altair.InlineData(rows)).mark_rule(color=INK, strokeWidth=1).encode(description="said:N")


def _row_axis(labels: dict[str, list[str]]) -> altair.Axis:
    """Labels by a row's key; JSON is a Vega expression that carries no code."""
    return altair.Axis(
        title=None, labelExpr=f"{json.dumps(labels)}[datum.value]", labelLimit=_LABELS, labelFontSize=12,
        labelLineHeight=_LINE - 1, minExtent=_LABELS - 20,
        maxExtent=_LABELS - 20, ticks=False, domain=False, grid=True, gridColor=RULE,
    )  # fmt: skip


def _time_axis(window: tuple[int, int]) -> altair.Axis:
    days, form = ticks_of(*window)
    return altair.Axis(
        title="when it took place, or is to", values=[_morning(day) for day in days], format=form, formatType="utc",
        labelOverlap=True, labelFlush=False,
    )  # fmt: skip


def ticks_of(first: int, last: int) -> tuple[list[int], str]:
    """Give the days (ordinals) at which an axis has a label, at most seven or so, and the form of the labels."""
    number, unit, form = next(
        (step for step in _STEPS if (last - first) / (step[0] * _LENGTHS[step[1]]) <= _TICKS), _STEPS[-1]
    )
    if unit == "day":
        return list(range(first + -first % number, last + 1, number)), form
    start, end = date.fromordinal(first), date.fromordinal(last)
    if unit == "month":
        months = range(start.year * 12 + start.month - 1, end.year * 12 + end.month)
        days = [date(m // 12, m % 12 + 1, 1).toordinal() for m in months if m % number == 0]
    else:
        years = range(max(1, start.year), end.year + 1)
        days = [date(y, 1, 1).toordinal() for y in years if y % number == 0]
    return [day for day in days if first <= day <= last], form


def _morning(day: int) -> int:
    return (day - _EPOCH) * _DAY


def _noon(day: int) -> int:
    return _morning(day) + _DAY // 2


def _label(each: Told) -> list[str]:
    """An event's label in two lines at most, cut to their column, in which letters of other scripts take two places."""
    label = shorten(each.event.label, 3 * _LETTERS)
    letters = _LETTERS if cell_len(label) == len(label) else _LETTERS // 2
    return wrap(label, letters, max_lines=2, placeholder="…")

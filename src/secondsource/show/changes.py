"""What changed between two days, on a terminal: claims that stand otherwise, new and gone, and which report did it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from secondsource.model import UNNAMED_OUTLET
from secondsource.show import phrases
from secondsource.show.paper import QUOTE_LIMIT, Look, draw, heading, indented
from secondsource.show.plain import plain, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from secondsource.difference import Cause, ChangedClaim, Difference, GoneClaim, NewClaim, Report, Standing
    from secondsource.dossier import DossierAssertion

# Reports listed above the claims, reports under a claim, and sentences of one report.
REPORTS_SHOWN, CAUSES_SHOWN, SENTENCES_SHOWN = 12, 6, 3


def changes(found: Difference, look: Look) -> str:
    """Give the claims that stand otherwise than on the earlier day, that are new and that are gone, each with why."""
    return draw(_changes(found), look)


def _changes(found: Difference) -> Iterator[RenderableType]:
    moved = [c for c in found.changed if c.changed != ("text",)]
    worded = [c for c in found.changed if c.changed == ("text",)]
    said = [f"{len(moved)} changed", f"{len(found.new)} new", f"{len(found.gone)} gone"]
    said += [f"{len(worded)} only told otherwise"] if worded else []
    yield Text(f"Since {found.since}, up to {found.as_of}: {', '.join(said)}.")
    yield from _reports("came in between", found.came)
    yield from _reports("replaced by another state of it", found.replaced)
    ordered = sorted(moved, key=lambda c: (_order(c.now), c.now.text, c.id))
    for title, drawn in (
        ("Changed", [_changed(c) for c in ordered]),
        ("New", [_new(c) for c in sorted(found.new, key=lambda c: (_order(c.now), c.now.text, c.id))]),
        ("Gone", [_gone(c) for c in sorted(found.gone, key=lambda c: (_order(c.was), c.was.text, c.id))]),
        ("Only told otherwise", [_changed(c) for c in worded]),
    ):
        if drawn:
            yield heading(title)
        for parts in drawn:
            yield from parts


def _order(standing: Standing) -> tuple[int, int]:
    return phrases.STATUS_ORDER.index(standing.status), -standing.origins.min


def _reports(what: str, reports: Sequence[Report]) -> Iterator[RenderableType]:
    if reports:
        yield Text(f"{phrases.count(len(reports), 'report')} {what}:")
    for report in reports[:REPORTS_SHOWN]:
        yield indented(_report(report))
    if len(reports) > REPORTS_SHOWN:
        yield indented(f"and {len(reports) - REPORTS_SHOWN:,} more")


def _report(report: Report | Cause) -> str:
    known = [report.outlet or UNNAMED_OUTLET, str(report.published) if report.published else "undated"]
    return f"{report.file} ({', '.join(known)})"


def _changed(claim: ChangedClaim) -> Iterator[RenderableType]:
    yield Text(plain(f"{claim.now.text}  [{claim.id}]"), style="bold")
    if "text" in claim.changed:
        yield indented(f"told before as “{claim.was.text}”")
    if claim.earlier_id != claim.id:
        yield indented(f"its id was {claim.earlier_id}")
    was, now = claim.was, claim.now
    for name, before, after in (
        ("status", was.status, now.status),
        ("origins", phrases.origins_words(was.origins), phrases.origins_words(now.origins)),
        ("likelihood", phrases.likelihood_words(was.likelihood), phrases.likelihood_words(now.likelihood)),
        ("admiralty", _pair(was), _pair(now)),
    ):
        if name in claim.changed:
            yield indented(f"{_NAMES[name]}: was {before}, now {after}")
    yield from _because(claim.because)
    if claim.together:
        yield indented("None of these did it alone: together they did.")
    for lost in claim.lost:
        yield indented(f"no longer in the pile: “{shorten(lost.quote, QUOTE_LIMIT)}” ({lost.file})")
    if claim.regrouped:
        yield indented(f"{phrases.count(claim.regrouped, 'sentence')} of earlier reports now counted to it")
    if claim.note:
        yield indented(claim.note)


_NAMES = {
    "status": "status",
    "origins": "independent origins",
    "likelihood": "likelihood",
    "admiralty": "Admiralty code",
}


def _pair(standing: Standing) -> str:
    return f"{standing.admiralty.reliability}{standing.admiralty.credibility}"


def _because(causes: Sequence[Cause]) -> Iterator[RenderableType]:
    for cause in causes[:CAUSES_SHOWN]:
        alone = {True: ", without which it would stand otherwise", False: "", None: ""}[cause.decides]
        yield indented(f"because of {_report(cause)}{alone}:")
        for said in cause.sentences[:SENTENCES_SHOWN]:
            yield indented(f"“{shorten(said.quote, QUOTE_LIMIT)}” {_stance(said)} [{said.start}-{said.end}]", 4, "dim")
        for taken in cause.withdraws[:SENTENCES_SHOWN]:
            yield indented(f"takes away “{shorten(taken.quote, QUOTE_LIMIT)}” ({taken.file})", 4, "dim")
        rest = len(cause.sentences[SENTENCES_SHOWN:]) + len(cause.withdraws[SENTENCES_SHOWN:])
        if rest:
            yield indented(f"and {phrases.count(rest, 'more sentence')}", 4, "dim")
    if len(causes) > CAUSES_SHOWN:
        yield indented(f"and {phrases.count(len(causes) - CAUSES_SHOWN, 'more report')}")
    untried = sum(cause.decides is None for cause in causes)
    if untried and untried < len(causes):
        yield indented(f"{phrases.count(untried, 'report')} of these not tried one by one")


def _stance(said: DossierAssertion) -> str:
    return phrases.STANCE_WORDS[said.stance]


def _new(claim: NewClaim) -> Iterator[RenderableType]:
    yield Text(plain(f"{claim.now.text}  [{claim.id}]"), style="bold")
    yield indented(_standing(claim.now))
    yield from _because(claim.because)
    if not claim.because:
        yield indented("from sentences of earlier reports, put together otherwise now")


def _gone(claim: GoneClaim) -> Iterator[RenderableType]:
    yield Text(plain(f"{claim.was.text}  [{claim.id}]"), style="bold")
    yield indented(f"was {_standing(claim.was)}")
    for lost in claim.lost:
        yield indented(f"no longer in the pile: “{shorten(lost.quote, QUOTE_LIMIT)}” ({lost.file})")
    if claim.into:
        yield indented(f"its sentences are counted to {claim.into} now")


def _standing(standing: Standing) -> str:
    return f"{standing.status}, independent origins: {phrases.origins_words(standing.origins)}"

"""The dossier on a terminal: what stands on how many independent origins first, then everything that shakes it.

Functions here give text and print nothing. Every word of a document passes `plain`, and no markup is read.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from secondsource.model import UNNAMED_OUTLET
from secondsource.show import phrases
from secondsource.show.paper import QUOTE_LIMIT, Look, draw, evidence, heading, in_file, indented, nearest, status
from secondsource.show.plain import plain, shorten
from secondsource.show.plans import plans
from secondsource.show.source_base import cut_off, source_base

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from secondsource.dossier import Contradiction, Dossier, DossierClaim

# What one screen can carry; the ledger and the page list everything.
CLAIMS_SHOWN = 8
EVENTS_SHOWN = 12
POSITIONS_SHOWN = 40
ALIKE_SHOWN = 4


def brief(dossier: Dossier, look: Look) -> str:
    """Give the whole dossier as text for people."""
    return draw(_brief(dossier), look)


# --- the dossier ------------------------------------------------------------------------------------------------------


def _brief(dossier: Dossier) -> Iterator[RenderableType]:
    yield Text(" ".join((*source_base(dossier), cut_off(dossier))))
    yield from _standing(dossier)
    yield from _timeline(dossier)
    yield from _alike(dossier)
    yield from _contested(dossier)
    yield from _plans(dossier)
    yield from _rumours(dossier)
    yield from _lineage(dossier)
    yield from _circles(dossier)
    yield from _channels(dossier)
    yield from _positions(dossier)
    yield from _documents(dossier)
    yield from _refusals(dossier)
    if len(dossier.claims) > 2 * CLAIMS_SHOWN:
        yield Text(
            "\nNot every claim is shown: --csv, --markdown or --html FILE lists them all, and "
            "`secondsource why ID --in PATH` explains one."
        )


def _standing(dossier: Dossier) -> Iterator[RenderableType]:
    strong, weak = phrases.strongest(dossier.claims), phrases.weakest(dossier.claims)
    yield heading("Stands on most", len(strong), CLAIMS_SHOWN)
    if not strong:
        yield Text("No claim here is borne out by two independent origins.")
        strong = phrases.best_of_one_origin(dossier.claims)
        weak = [claim for claim in weak if claim not in strong[:CLAIMS_SHOWN]]
    if strong:
        yield _verdicts(strong[:CLAIMS_SHOWN])
    yield heading("Repeated most, backed least", len(weak), CLAIMS_SHOWN)
    yield _verdicts(weak[:CLAIMS_SHOWN]) if weak else Text("No claim here rests on one origin or on none.")


def _verdicts(claims: Sequence[DossierClaim]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True)
    table.add_column("Origins", no_wrap=True)
    table.add_column("Status", no_wrap=True)
    table.add_column("Claim", overflow="fold", ratio=1)
    table.add_column("Docs", justify="right")
    for claim in claims:
        table.add_row(
            Text(phrases.origins_words(claim.origins), style="bold"),
            status(claim.status),
            _claim_words(claim),
            str(phrases.documents_of(claim)),
        )
    return table


def _timeline(dossier: Dossier) -> Iterator[RenderableType]:
    if not dossier.events:
        return
    yield heading("What is said to have happened, by date", len(dossier.events), EVENTS_SHOWN)
    origins = {claim.id: phrases.origins_words(claim.origins) for claim in dossier.claims}
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True)
    table.add_column("When", overflow="fold", max_width=10)
    table.add_column("Event", overflow="fold", ratio=1)
    table.add_column("Said to be", no_wrap=True)
    table.add_column("Origins", no_wrap=True)
    for event in phrases.main_events(dossier.events, EVENTS_SHOWN):
        place = f", {event.place.name}" if event.place else ""
        table.add_row(
            phrases.when_words(event.when),
            shorten(event.label + place, QUOTE_LIMIT),
            phrases.event_status(event),
            origins.get(event.claim, "not measured"),
        )
    yield table


def _alike(dossier: Dossier) -> Iterator[RenderableType]:
    pairs = phrases.alike(dossier.events)
    if not pairs:
        return
    yield heading("Sound alike", len(pairs), 2 * ALIKE_SHOWN)
    open_ones = [pair for pair in pairs if pair[2].answer == "unsure"]
    others = [pair for pair in pairs if pair[2].answer == "different"]
    for event, other, near in (*open_ones[:ALIKE_SHOWN], *others[:ALIKE_SHOWN]):
        yield Text(plain(f"{phrases.event_words(event)}  [{event.id}]"))
        yield indented(f"{phrases.beside_words(near)}: {phrases.event_words(other)}  [{other.id}]")
        yield indented(" ".join(phrases.beside_reasons(near)), 4, "dim")


def _contested(dossier: Dossier) -> Iterator[RenderableType]:
    claims = phrases.contested(dossier.claims)
    told = {claim.id for claim in claims[:CLAIMS_SHOWN]}
    contradictions = [each for each in dossier.contradictions if each.slot != "polarity" or each.claim not in told]
    if not claims and not contradictions:
        return
    yield heading("Disputed, denied, taken back, contradicted", len(claims) + len(contradictions), 2 * CLAIMS_SHOWN)
    for claim in claims[:CLAIMS_SHOWN]:
        yield Text.assemble(status(claim.status), " ", _claim_words(claim), _origins_note(claim))
        yield from evidence("supporting", claim.supporting, 1)
        yield from evidence("refuting", claim.refuting, 1)
        if phrases.fell(claim) is not None:
            yield from evidence("taken back", [said for said in claim.neutral if said.withdrawn], 1)
        yield Text()
    by_id = {claim.id: claim for claim in dossier.claims}
    for contradiction in contradictions[:CLAIMS_SHOWN]:
        yield from _contradiction(contradiction, by_id.get(contradiction.claim))


def _contradiction(contradiction: Contradiction, claim: DossierClaim | None) -> Iterator[RenderableType]:
    about = _claim_words(claim) if claim else Text(plain(contradiction.claim))
    yield Text.assemble(("contradiction", "magenta"), f" in the {plain(contradiction.slot)} of: ", about)
    if contradiction.same_lineage:
        yield indented("Both sides come down one lineage: it may have been garbled on the way.")
    for side in contradiction.sides:
        yield from evidence(plain(side.value), side.assertions, 1)
    yield Text()


def _plans(dossier: Dossier) -> Iterator[RenderableType]:
    planned = plans(dossier)
    if not planned:
        return
    yield heading("Planned, and what came of it", len(planned), CLAIMS_SHOWN)
    for plan in planned[:CLAIMS_SHOWN]:
        yield Text.assemble(status(plan.claim.status), " ", _claim_words(plan.claim), _origins_note(plan.claim))
        yield indented(f"What came of it: {phrases.event_words(plan.event) if plan.event else plan.came}.")


def _rumours(dossier: Dossier) -> Iterator[RenderableType]:
    rumours = phrases.rumours(dossier)
    if not rumours:
        return
    yield heading("Rumours, and the nearest documented event", len(rumours), CLAIMS_SHOWN)
    for claim in rumours[:CLAIMS_SHOWN]:
        yield Text.assemble(status(claim.status), " ", _claim_words(claim), _origins_note(claim))
        yield from nearest(claim.nearest, dossier)


def _lineage(dossier: Dossier) -> Iterator[RenderableType]:
    if not dossier.lineage:
        return
    files = {document.id: document.file for document in dossier.documents}
    passed_on: dict[str, set[str]] = defaultdict(set)
    for edge in dossier.lineage:
        odds = "" if edge.p >= 1 else f", with probability {edge.p:.2f}"
        passed_on[edge.target].add(f"{files.get(edge.source, edge.source)} ({edge.relation.replace('_', ' ')}{odds})")
    ranked = sorted(passed_on.items(), key=lambda item: (-len(item[1]), files.get(item[0], item[0])))
    yield heading("Who has it from whom", len(ranked), 2 * CLAIMS_SHOWN)
    for target, sources in ranked[: 2 * CLAIMS_SHOWN]:
        where = "" if target in files else " (not in this pile)"
        yield Text(plain(files.get(target, target)) + where)
        for source in sorted(sources):
            yield indented(f"← {source}")


def _circles(dossier: Dossier) -> Iterator[RenderableType]:
    circles = phrases.circles(dossier.claims)
    if not circles:
        return
    yield heading("Circular reporting", len(circles), CLAIMS_SHOWN)
    for reason, claims in circles[:CLAIMS_SHOWN]:
        yield Text(plain(reason))
        for claim in claims[:CLAIMS_SHOWN]:
            yield indented(f"{shorten(claim.text, QUOTE_LIMIT)}  [{claim.id}]")
        if len(claims) > CLAIMS_SHOWN:
            yield indented(f"and {phrases.count(len(claims) - CLAIMS_SHOWN, 'claim')} more")


def _channels(dossier: Dossier) -> Iterator[RenderableType]:
    if not dossier.channels:
        return
    yield heading("Channels", len(dossier.channels), CLAIMS_SHOWN)
    events = {event.id: event for event in dossier.events}
    labels = {event.id: phrases.event_words(event) for event in dossier.events}
    for channel in dossier.channels[:CLAIMS_SHOWN]:
        yield Text(plain(f"{channel.label}: {', '.join(channel.principals)}"))
        before: int | None = None
        for meeting in channel.meetings:
            gap = phrases.gap_words(before, meeting.order)
            if gap:
                yield indented(gap)
            before = meeting.order if meeting.order is not None else before
            order = f"meeting {meeting.order}: " if meeting.order is not None else ""
            yield indented(order + labels.get(meeting.event, meeting.event))
        if channel.next:
            event = events.get(channel.next)
            yield indented(f"next: {phrases.next_words(event) if event is not None else channel.next}")


def _positions(dossier: Dossier) -> Iterator[RenderableType]:
    if not dossier.positions:
        return
    yield heading("Positions", len(dossier.positions), POSITIONS_SHOWN)
    shown = phrases.most_said(dossier.positions, POSITIONS_SHOWN)
    for party, stances in phrases.by_party(shown):
        yield Text(plain(party), style="bold")
        for stance, positions in stances:
            yield indented(f"{stance}:")
            for position in positions:
                dated = f" ({phrases.when_words(position.when)})" if position.when else ""
                files = sorted({one.file for one in position.evidence})
                yield indented(f"- {shorten(position.issue, QUOTE_LIMIT)}{dated}", 4)
                yield indented(f"{phrases.chain(position.evidence[0])}; {', '.join(files)}", 6, "dim")


def _documents(dossier: Dossier) -> Iterator[RenderableType]:
    if not dossier.documents:
        return
    yield heading("Documents", len(dossier.documents), len(dossier.documents))
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True)
    table.add_column("File and outlet", overflow="fold", max_width=26)
    table.add_column("Published", overflow="fold", max_width=10)
    table.add_column("Basis", no_wrap=True)
    table.add_column("Names as its sources", overflow="fold", ratio=1)
    for document in dossier.documents:
        file = Text(plain(document.file), style=in_file(document.file))
        file.append("\n" + plain(document.outlet or UNNAMED_OUTLET), style="dim")
        names = "; ".join(document.origins) or "none"
        table.add_row(file, phrases.when_words(document.published), document.basis, shorten(names, 300))
    yield table


def _refusals(dossier: Dossier) -> Iterator[RenderableType]:
    if not dossier.refusals:
        return
    yield heading("Not read, or set aside", len(dossier.refusals), 3 * CLAIMS_SHOWN)
    for refusal in dossier.refusals[: 3 * CLAIMS_SHOWN]:
        yield Text(shorten(f"{refusal.file}: {refusal.reason} ({refusal.stage}). {refusal.remedy}", QUOTE_LIMIT))


def _claim_words(claim: DossierClaim) -> Text:
    return Text.assemble(shorten(claim.text, QUOTE_LIMIT), (f"  [{plain(claim.id)}]", "dim"))


def _origins_note(claim: DossierClaim) -> str:
    return f" — independent origins: {phrases.origins_words(claim.origins)}"

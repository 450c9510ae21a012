"""The dossier on one screen of a terminal: what stands, what does not, what contradicts itself, where to read on.

`terminal.brief` prints the rest. Every word of a document passes `plain`, and no markup is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from secondsource.show import phrases
from secondsource.show.paper import Look, draw, heading, in_file, status
from secondsource.show.plain import plain, shorten
from secondsource.show.plans import plans
from secondsource.show.source_base import cut_off, source_base

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from secondsource.dossier import Contradiction, Dossier, DossierClaim

SCREEN = 40  # lines
# A claim takes two lines at the most; where the lists together would not fit a screen, each becomes shorter.
MOST_SHOWN = 3
LEAST_SHOWN = 4
CONTESTED_SHOWN = 2
CONTRADICTIONS_SHOWN = 1
PLANS_SHOWN = 1
CLAIM_LIMIT = 74
BASE_LIMIT = 480
READ_ON = (
    "--full prints the evidence, --html FILE writes it as a page; `secondsource why ID --in PATH` explains one claim."
)


def verdicts(dossier: Dossier, look: Look) -> str:
    """Give the verdicts of a dossier as text for people: one screen of it, whatever the dossier holds."""
    drawn = ""
    for fewer in range(LEAST_SHOWN):
        drawn = draw(_verdicts(dossier, fewer), look)
        if drawn.count("\n") <= SCREEN:
            break
    return drawn


def _verdicts(dossier: Dossier, fewer: int) -> Iterator[RenderableType]:
    yield Text(shorten(" ".join(source_base(dossier)), BASE_LIMIT))
    yield Text(cut_off(dossier))
    strong = phrases.one_an_event(phrases.strongest(dossier.claims))
    title = "Stands on most" if strong else "Stands on most, on one origin each"
    strong = strong or phrases.one_an_event(phrases.best_of_one_origin(dossier.claims))
    shown = strong[: max(1, MOST_SHOWN - fewer)]
    weak = [each for each in phrases.one_an_event((*shown, *phrases.weakest(dossier.claims))) if each not in shown]
    yield from _listed(title, strong, len(shown), named=True)
    yield from _listed("Repeated most, backed least", weak, LEAST_SHOWN - fewer)
    yield from _listed(
        "Disputed, denied, taken back", phrases.contested(dossier.claims), max(1, CONTESTED_SHOWN - fewer)
    )
    yield from _contradicted(dossier)
    yield from _planned(dossier)
    if dossier.refusals:
        yield Text(f"\nNot read, or set aside: {shorten(phrases.reasons(dossier.refusals), 120)}")
    yield Text(f"\n{READ_ON}", style="dim")


def _listed(title: str, claims: Sequence[DossierClaim], limit: int, *, named: bool = False) -> Iterator[RenderableType]:
    """A heading and the first claims under it; `named` prints what the columns hold."""
    if not claims:
        return
    yield heading(title, len(claims), limit)
    table = Table(box=None, show_header=named, pad_edge=False, expand=True)
    # The same widths under every heading, so that the columns stand under one another.
    table.add_column("Origins", no_wrap=True, width=7)
    table.add_column("Status", no_wrap=True, width=13)
    table.add_column("Claim", overflow="fold", ratio=1)
    table.add_column("Docs", justify="right", width=4)
    for claim in claims[:limit]:
        origins = Text(phrases.origins_words(claim.origins), style="bold")
        table.add_row(origins, status(claim.status), _claim_words(claim), str(phrases.documents_of(claim)))
    yield table


def _contradicted(dossier: Dossier) -> Iterator[RenderableType]:
    found = sorted((each for each in dossier.contradictions if each.slot != "polarity"), key=lambda x: x.same_lineage)
    if not found:
        return
    claims = {claim.id: claim for claim in dossier.claims}
    yield heading("Contradictions", len(found), CONTRADICTIONS_SHOWN)
    for each in found[:CONTRADICTIONS_SHOWN]:
        yield _contradiction(each, claims.get(each.claim))


def _contradiction(found: Contradiction, claim: DossierClaim | None) -> Text:
    sides = " against ".join(shorten(side.value, 40) for side in found.sides[:2])
    about = _claim_words(claim) if claim else Text(plain(found.claim))
    return Text.assemble(f"{plain(found.slot)}, {sides}: ", about)


def _planned(dossier: Dossier) -> Iterator[RenderableType]:
    planned = plans(dossier)
    if not planned:
        return
    yield heading("Planned", len(planned), PLANS_SHOWN)
    for plan in planned[:PLANS_SHOWN]:
        words = f"; what came of it: {plan.came}"
        yield Text.assemble(status(plan.claim.status), " ", _claim_words(plan.claim), words)


def _claim_words(claim: DossierClaim) -> Text:
    """A claim in two lines, leading to the report of its weightiest sentence where the terminal takes links."""
    words = Text(shorten(claim.text, CLAIM_LIMIT))
    said = next(iter((*claim.deciding, *claim.supporting, *claim.refuting)), None)
    if said is not None:
        words.stylize(in_file(said.file))
    return Text.assemble(words, (f"  [{plain(claim.id)}]", "dim"))

"""What each command does: read the pile, put the road's answer into one view, write it out."""

from __future__ import annotations

import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from multiprocessing import get_context
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console
from rich.progress import Progress

from secondsource import pipeline
from secondsource.cache import studied
from secondsource.coding import rows
from secondsource.coding.formats import csv_table, parquet_table, plover_lines, table
from secondsource.collect import Collected, collect, standing_on
from secondsource.difference import difference
from secondsource.difference import to_json as changes_to_json
from secondsource.dossier import to_json, to_json_lines
from secondsource.errors import BadArgument, MissingPath, NothingReadable, SecondSourceError
from secondsource.model import Findings, Refusal
from secondsource.rate import DEFAULT
from secondsource.rate.judgements import read_register
from secondsource.rate.register import EMPTY, met
from secondsource.rate.settings import read_config
from secondsource.ratings import Scales
from secondsource.show import changes, explain, ledger, output, phrases, terminal, verdicts
from secondsource.show.later import Later
from secondsource.show.paper import Look
from secondsource.show.plain import in_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from secondsource.dossier import Check, Dossier, DossierClaim
    from secondsource.model import Document
    from secondsource.show import page
else:
    # What draws its pictures takes half a second to load.
    page = Later("secondsource.show.page")

Result = TypeVar("Result")
# Below this a progress bar only flickers.
PATIENCE_SECONDS = 2.0


# --- reading the pile ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Pile:
    """The files and folders of one run: each document with what it says, all of them compared, and their dossier."""

    findings: tuple[Findings, ...]
    compared: pipeline.Compared
    dossier: Dossier


def scales(weights: Path | None, sources: Path | None) -> Scales:
    """Give what a pile is weighed by: the numbers of one file, the letters of another; without a file the defaults."""
    config = read_config(weights) if weights else DEFAULT
    return Scales(config, read_register(sources, today()) if sources else EMPTY)


def today() -> date:
    """Give the day where this machine stands: for judgements of sources, which carry one, and for nothing else."""
    return datetime.now().astimezone().date()


def read(paths: Sequence[Path], as_of: date | None, scales: Scales) -> Pile:
    """Give the pile of these files and folders; raises NothingReadable where not one document is left.

    Letters that were given after `as_of` do not count, and stderr says whose did.
    """
    findings, refusals = _study(paths, as_of)
    given = scales.register
    scales = replace(scales, register=given.on(as_of))
    compared = pipeline.put_together(findings, as_of=as_of, refusals=refusals, again=study, scales=scales)
    if not compared.groups.findings:
        raise NothingReadable(_named(paths), phrases.reasons(compared.refusals))
    if given.file:
        rows = (told.evidence for claim in compared.groups.claims for told in claim.testimony)
        later = len(given.judgements) - len(scales.register.judgements)
        output.say(phrases.letters_line(scales.register, later, len(met(rows, scales.register))))
    return Pile(findings, compared, pipeline.dossier_of(compared))


def study(document: Document) -> Findings:
    """Give what a document asserts, from the disk where an earlier run has kept it."""
    return studied(document, pipeline.study)


def _study(paths: Sequence[Path], as_of: date | None) -> tuple[tuple[Findings, ...], tuple[Refusal, ...]]:
    return _each(_collect(paths, as_of), study, jobs=1)


def _collect(paths: Sequence[Path], as_of: date | None = None) -> Collected:
    """Give what the paths hold, each report in the state that stood on a day; raises where there is none."""
    for path in paths:
        if not path.exists():
            raise MissingPath(str(path))
    pile = collect(paths)
    if not pile.documents:
        raise NothingReadable(_named(paths), phrases.reasons(pile.refusals))
    return standing_on(pile, as_of) if as_of is not None else pile


def _each(
    pile: Collected, work: Callable[[Document], Result], jobs: int
) -> tuple[tuple[Result, ...], tuple[Refusal, ...]]:
    """Give what `work` makes of each document, and what was left out."""
    made = _watched(_spread(partial(_safely, work), pile.documents, jobs), len(pile.documents))
    results = list(made)
    earlier = tuple(
        Refusal(
            r.document.file,
            "collect",
            "another state of a report that is here",
            "none needed: the one that stands is read",
        )
        for r in pile.revisions
    )
    faults = tuple(each for each in results if isinstance(each, Refusal))
    return tuple(each for each in results if not isinstance(each, Refusal)), (*pile.refusals, *earlier, *faults)


def _spread(work: Callable[[Document], Result], documents: Sequence[Document], jobs: int) -> Iterator[Result]:
    """Do the work in this process, or in several that are started for it; the order stays."""
    if jobs < 2:
        yield from map(work, documents)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield from pool.map(work, documents, chunksize=4)


def _safely(work: Callable[[Document], Result], document: Document) -> Result | Refusal:
    """Do the work on a document; one that trips the program is set aside with the fault and costs no other."""
    try:
        return work(document)
    except Exception as error:  # Around one document: the rest of the pile goes on.
        if os.environ.get("SECONDSOURCE_TRACEBACK"):
            raise
        fault = f"a fault of this program ({type(error).__name__}: {error})"
        return Refusal(document.file, "study", fault, "please report it with this file")


def _named(paths: Sequence[Path]) -> str:
    return ", ".join(str(path) for path in paths[:3]) + (" and others" if len(paths) > 3 else "")


def _watched(made: Iterable[Result], total: int) -> Iterator[Result]:
    """Pass the results on; on a terminal, show how far it has come once it takes longer than a moment."""
    started = time.monotonic()
    progress = Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())
    task = progress.add_task("Reading", total=total)
    try:
        for each in made:
            # Started late on purpose: even an invisible bar writes to the terminal.
            if time.monotonic() - started > PATIENCE_SECONDS:
                progress.start()
            yield each
            progress.advance(task)
    finally:
        progress.stop()


# --- brief ------------------------------------------------------------------------------------------------------------


def save_files(pile: Pile, *, html: Path | None, csv: Path | None, markdown: Path | None) -> None:
    """Write the views that were asked for, each to its file."""
    if html:
        output.save(html, page.page(pile.dossier, pile.findings))
    if csv:
        output.save(csv, ledger.csv_ledger(pile.dossier))
    if markdown:
        output.save(markdown, ledger.markdown_ledger(pile.dossier))


def print_brief(dossier: Dossier, paths: Sequence[Path], *, as_json: bool, full: bool = False) -> None:
    """Print the dossier as JSON, or for people: one screen, or all of it; on stderr what was read and what was not."""
    draw = terminal.brief if full else verdicts.verdicts
    output.write(in_json(to_json(dossier)) if as_json else draw(dossier, _look(dossier, paths)))
    output.say(phrases.end_line(dossier))


# --- check ------------------------------------------------------------------------------------------------------------


def claims_to_check(given: Sequence[str], file: Path | None) -> list[str]:
    """Give the claims of the command line, then those of the file, blank lines left out; raises where there is none."""
    lines: list[str] = []
    if file:
        try:
            lines = file.read_text(encoding="utf-8-sig").splitlines()
        except OSError as error:
            raise BadArgument("--claims", str(file), f"{error.strerror}; give a text file, one claim a line") from None
        except UnicodeDecodeError:
            raise BadArgument("--claims", str(file), "not UTF-8 text; save it as UTF-8, one claim a line") from None
    claims = [claim.strip() for claim in (*given, *lines) if claim.strip()]
    if not claims:
        raise SecondSourceError("no claim given: give a sentence to check, or --claims FILE with one a line")
    return claims


def check(
    claims: Sequence[str], paths: Sequence[Path], as_of: date | None, scales: Scales
) -> tuple[list[Check], Dossier]:
    """Weigh the claims against the pile; gives them in order beside the pile's own dossier."""
    pile = read(paths, as_of, scales)
    return pipeline.check(claims, pile.compared), pile.dossier


def print_checks(weighed: Sequence[Check], dossier: Dossier, *, as_json: bool) -> None:
    """Print each weighed claim, for people or as one JSON object a line."""
    output.write(in_json(to_json_lines(weighed)) if as_json else explain.checks(weighed, dossier, _look()))
    output.say(phrases.end_line(dossier))


def all_have_origins(weighed: Sequence[Check], wanted: int) -> bool:
    """Tell whether every claim has that many independent origins at least; say on stderr how many have not."""
    short = sum(claim.origins.min < wanted for claim in weighed)
    if short:
        verb = "has" if short == 1 else "have"
        claims = phrases.count(len(weighed), "claim")
        output.say(f"{short} of {claims} {verb} fewer than {phrases.count(wanted, 'independent origin')}.")
    return not short


# --- why, lineage, diff -----------------------------------------------------------------------------------------------


def print_why(identity: str, paths: Sequence[Path], as_of: date | None, scales: Scales) -> None:
    """Print what a claim's rating rests on, or why the mentions of somebody were taken for one."""
    pile = read(paths, as_of, scales)
    claim = _claim_of(identity, pile.dossier)
    if claim is not None:
        output.write(explain.why(claim, pile.dossier, _look(pile.dossier, paths)))
        return
    actors = pipeline.who(identity, pile.compared)
    if not actors:
        raise BadArgument("the id or name", identity, "`brief` lists the ids, and the names as the reports have them")
    files = {found.document.id: found.document.file for found in pile.findings}
    output.write(explain.actors(actors, files, _look()))


def print_lineage(identity: str, paths: Sequence[Path], as_of: date | None, scales: Scales) -> None:
    """Print the ways by which a claim came into the pile."""
    dossier = read(paths, as_of, scales).dossier
    output.write(explain.lineage(_find(identity, dossier), dossier, _look(dossier, paths)))


def print_changes(
    paths: Sequence[Path], since: date, as_of: date | None, scales: Scales, *, as_json: bool
) -> None:  # fmt: skip
    """Print which claims stand otherwise than at the end of a day, and why, both days weighed by the same scales."""
    last = as_of or _last_day(paths)
    if last < since:
        raise BadArgument("--since", str(since), f"the later day is {last}; give one that is not after it")
    now = read(paths, last, scales)
    known = {found.document.id: found for found in now.findings}
    stood = _collect(paths, since).documents
    made = [known[d.id] if d.id in known else _safely(study, d) for d in stood]
    findings = tuple(each for each in made if isinstance(each, Findings))
    then = pipeline.put_together(findings, as_of=since, again=study, scales=now.compared.scales)
    found = difference(then, now.compared, since, now.dossier.method)
    output.write(in_json(changes_to_json(found)) if as_json else changes.changes(found, _look()))
    output.say(phrases.end_line(now.dossier))


def _last_day(paths: Sequence[Path]) -> date:
    """Give the latest date of publication in a pile: what has none can stand on neither day."""
    days = [document.day for document in _collect(paths).documents if document.day is not None]
    if not days:
        raise BadArgument("--in", _named(paths), "no report here has a date of publication; give them in documents.csv")
    return max(days)


def _find(identity: str, dossier: Dossier) -> DossierClaim:
    """Give the claim of that id; raises BadArgument where there is none."""
    claim = _claim_of(identity, dossier)
    if claim is None:
        raise BadArgument("the id", identity, "no claim has it; `brief` lists the ids")
    return claim


def _claim_of(identity: str, dossier: Dossier) -> DossierClaim | None:
    """Give the claim of that id, or of the event of that id, or the only one whose id begins so."""
    owned = {event.id: event.claim for event in dossier.events}
    wanted = owned.get(identity, identity)
    found = [claim for claim in dossier.claims if claim.id == wanted]
    found = found or [claim for claim in dossier.claims if identity and claim.id.startswith(identity)]
    if len(found) > 1:
        raise BadArgument("the id", identity, f"{len(found)} claims begin so; give more of it")
    return found[0] if found else None


def _look(dossier: Dossier | None = None, paths: Sequence[Path] = ()) -> Look:
    """How stdout is written to; with a pile, its files become links where the terminal shows such."""
    links = addresses(dossier, paths) if dossier is not None and output.stdout_takes_links() else {}
    return Look(width=output.stdout_width(), colour=output.stdout_takes_colour(), links=links)


def addresses(dossier: Dossier, paths: Sequence[Path]) -> dict[str, str]:
    """Give the address of each document whose file is surely meant: the only one of its name on these paths."""
    found = {}
    for file in {document.file for document in dossier.documents}:
        places = {place.resolve() for path in paths for place in (path, path / file) if place.is_file()}
        meant = {place for place in places if place.as_posix().endswith(f"/{file}")}
        if len(meant) == 1:
            found[file] = meant.pop().as_uri()
    return found


# --- code -------------------------------------------------------------------------------------------------------------

CODEBOOKS = ("plover", "cameo")
ENDINGS = (".jsonl", ".csv", ".parquet")


def code(paths: Sequence[Path], out: Path, codebook: str, *, all_modes: bool = False, jobs: int = 1) -> None:
    """Write the events of the reports to a file, in the form that its ending names; say what was left out."""
    if codebook not in CODEBOOKS:
        raise BadArgument("--format", codebook, f"say {' or '.join(CODEBOOKS)}")
    if out.suffix not in ENDINGS:
        raise BadArgument("--out", str(out), f"let the file end in {', '.join(ENDINGS)}")
    coded, refusals = _each(_collect(paths), partial(rows.code, all_modes=all_modes), jobs)
    found = [row for of_report in coded for row in of_report]
    cameo = codebook == "cameo"
    if out.suffix == ".jsonl":
        output.save(out, plover_lines(row for row in found if row.cameo or not cameo))
    elif out.suffix == ".csv":
        output.save(out, csv_table(table(found, cameo=cameo)))
    else:
        output.save(out, parquet_table(table(found, cameo=cameo)))
    for refusal in refusals:
        output.say(f"left out {refusal.file}: {refusal.reason}; {refusal.remedy}")
    output.say(f"{len(found)} events of {len(coded)} reports in {out}")

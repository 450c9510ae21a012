"""`secondsource weights` and `calibrate`: the numbers in force, and new ones fitted on a user's decided claims."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from io import StringIO
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table

from secondsource import pipeline
from secondsource.errors import BadArgument
from secondsource.rate import Config, config_hash
from secondsource.rate.calibration import (
    FOLDS,
    Calibration,
    Decided,
    Judged,
    bins_of,
    brier,
    calibrate,
    calibration_error,
    log_loss,
)
from secondsource.rate.settings import as_toml
from secondsource.rate.weights import meaning_of
from secondsource.ratings import circumstances_of, rows_of
from secondsource.show import desk, output
from secondsource.show.later import Later
from secondsource.show.paper import Look, draw, heading, indented
from secondsource.show.phrases import count
from secondsource.show.plain import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from rich.console import RenderableType

    from secondsource.model import ClaimGroup, Evidence
    from secondsource.pipeline import Compared
    from secondsource.show import picture
else:
    picture = Later("secondsource.show.picture")  # Altair, which only `calibrate` needs

MOST_BYTES = 10_000_000
DECISIONS = {"held up": True, "did not": False, "did not hold up": False}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the user's file: a claim or its id, whether it held up, and the day up to which reports count."""

    number: int
    claim: str
    held: bool
    day: date | None


@dataclass(frozen=True, slots=True)
class Order:
    """What a user asks to be fitted: on which file, starting from which numbers, and where the result goes."""

    adjudicated: Path
    out: Path
    picture: Path
    force: bool


def print_weights(config: Config) -> None:
    """Print the numbers in force as a file that `--weights` reads."""
    output.write(as_toml(config))


def fit(order: Order, paths: Sequence[Path], weights: Path | None, sources: Path | None) -> bool:
    """Fit the free numbers, print how they do and write them; tells whether they were worth writing."""
    for file, name in ((order.out, "--out"), (order.picture, "--picture")):
        if file.exists() and not order.force:
            raise BadArgument(name, str(file), "it exists; name a new file, or say --force")
    data = _read_bytes(order.adjudicated)
    lines = read_lines(order.adjudicated, data)
    scales = desk.scales(weights, sources)
    pile = desk.read(paths, None, scales)
    cases, left_out = cases_of(lines, pile.compared)
    found = calibrate(cases, scales.config)
    name = shorten(order.adjudicated.name, 80)
    fitted = f"{count(len(cases), 'decided claim')} of {name} (SHA-256 {hashlib.sha256(data).hexdigest()[:12]})"
    found = replace(found, config=replace(found.config, version=scales.config.version + 1, fitted=fitted))
    look = Look(width=output.stdout_width(), colour=output.stdout_takes_colour())
    output.write(draw(report(found, scales.config, left_out), look))
    if not found.better:
        output.say(
            "Nothing is written: claims that they were not fitted on are judged hardly better by the new numbers."
        )
        return False
    output.save(order.out, as_toml(found.config))
    output.save(order.picture, picture.reliability_picture(found))
    output.say(
        f"version {found.config.version} ({config_hash(found.config)}) in {order.out}, picture in {order.picture}"
    )
    return True


# --- the user's file --------------------------------------------------------------------------------------------------


def _read_bytes(file: Path) -> bytes:
    try:
        with file.open("rb") as source:
            data = source.read(MOST_BYTES + 1)
    except OSError as error:
        raise _unusable(file, f"{error.strerror}") from None
    if len(data) > MOST_BYTES:
        raise _unusable(file, f"it has more than {MOST_BYTES:,} bytes")
    return data


def _unusable(file: Path, why: str) -> BadArgument:
    return BadArgument(
        "the decided claims",
        str(file),
        f"{why}; give a CSV file with the columns claim, decided (held up, or did not) and, if you like, date",
    )


def read_lines(file: Path, data: bytes) -> tuple[Line, ...]:
    """Give the decided claims of a CSV file; raises BadArgument, which names the first line that cannot be read."""
    try:
        text = data.decode("utf-8-sig")
        first = text.partition("\n")[0]
        # Where the comma writes decimals, spreadsheets part columns by semicolons.
        rows = csv.DictReader(StringIO(text, newline=""), delimiter=";" if ";" in first and "," not in first else ",")
        columns = {(name or "").strip().lower(): name for name in rows.fieldnames or ()}
        if not {"claim", "decided"} <= columns.keys():
            raise _unusable(file, "the columns claim and decided are not both there")
        found = [
            _line(file, rows.line_num, {name: row[columns[name]] or "" for name in columns if name})
            for row in rows
            if any(isinstance(cell, str) and cell.strip() for cell in row.values())
        ]
    except UnicodeDecodeError:
        raise _unusable(file, "it is not UTF-8 text") from None
    except csv.Error as error:
        raise _unusable(file, f"it is not CSV ({error})") from None
    return _once_each(file, found)


def _line(file: Path, number: int, row: dict[str, str]) -> Line:
    claim, decided, day = (" ".join(row.get(name, "").split()) for name in ("claim", "decided", "date"))
    if not claim:
        raise _unusable(file, f"line {number} has no claim")
    if decided.lower() not in DECISIONS:
        raise _unusable(file, f"line {number} decides {shorten(decided, 30)!r}")
    try:
        published_by = datetime.strptime(day, "%Y-%m-%d").date() if day else None  # noqa: DTZ007 (a day has no zone)
    except ValueError:
        raise _unusable(
            file, f"the date of line {number} is {shorten(day, 30)!r} and no day such as 2024-08-26"
        ) from None
    return Line(number, claim, DECISIONS[decided.lower()], published_by)


def _once_each(file: Path, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Each claim once; raises BadArgument where two lines decide one claim otherwise."""
    known: dict[str, Line] = {}
    for line in lines:
        first = known.setdefault(line.claim.casefold().rstrip("."), line)
        if first.held != line.held:
            raise _unusable(file, f"line {line.number} decides the claim of line {first.number} otherwise")
    return tuple(known.values())


# --- decided claims against the pile ----------------------------------------------------------------------------------


def cases_of(lines: Sequence[Line], compared: Compared) -> tuple[list[Decided], Counter[str]]:
    """Give what the pile holds on each decided claim, and how many claims were left out, by reason."""
    by_id = {claim.id: claim for claim in compared.groups.claims}
    asked = [line.claim for line in lines if line.claim not in by_id]
    answers = dict(zip(asked, pipeline.testimony_on(asked, compared), strict=True))
    cases: list[Decided] = []
    left_out: Counter[str] = Counter()
    for line in lines:
        claim = by_id.get(line.claim) or answers[line.claim]
        if claim is None:
            left_out["about who says so, not about the world"] += 1
            continue
        rows = _by(line.day, claim, compared)
        if any(row.polarity and row.q >= compared.scales.config.live for row in rows):
            cases.append(Decided(rows, line.held, circumstances_of(claim, None, line.day or compared.as_of)))
        else:
            left_out["nothing for or against them in these reports" + (" by their date" if line.day else "")] += 1
    return cases, left_out


def _by(day: date | None, claim: ClaimGroup, compared: Compared) -> tuple[Evidence, ...]:
    """The claim's evidence, of which a day keeps what was published by then; what is undated goes, as with --as-of."""
    rows = rows_of(claim, compared.scales)
    return rows if day is None else tuple(row for row in rows if row.published is not None and row.published <= day)


# --- the report -------------------------------------------------------------------------------------------------------


def report(found: Calibration, was: Config, left_out: Counter[str]) -> Iterator[RenderableType]:
    """Draw how the numbers in force and the fitted ones judge the decided claims, and which numbers moved."""
    held = sum(each.held for each in found.before)
    yield heading("Decided claims")
    yield indented(f"{count(len(found.before), 'claim')} weighed: {held} held up, {len(found.before) - held} did not.")
    for reason, number in sorted(left_out.items()):
        yield indented(f"{count(number, 'claim')} left out: {reason}.")
    yield heading("How well they are judged")
    yield _scores(found)
    yield indented(f"After: each claim by numbers that were fitted without it, {FOLDS} folds.")
    yield indented(f"Calibration error: the expected one, over {len(bins_of(found.before))} bins of equal mass.")
    yield heading("Reliability")
    yield _bins(found)
    yield heading("By status")
    yield _statuses(found)
    yield heading("Numbers that moved")
    yield from (indented(line) for line in moved(was, found.config))


def _scores(found: Calibration) -> Table:
    table = _table("", "Before", "After")
    for name, score in (("Brier score", brier), ("Calibration error", calibration_error), ("Log loss", log_loss)):
        table.add_row(name, f"{score(found.before):.3f}", f"{score(found.after):.3f}")
    return table


def _bins(found: Calibration) -> Table:
    table = _table("Claims", "Said before", "Held up", "Said after", "Held up")
    for old, new in zip(bins_of(found.before), bins_of(found.after), strict=True):
        table.add_row(str(old.count), f"{old.said:.0%}", f"{old.held:.0%}", f"{new.said:.0%}", f"{new.held:.0%}")
    return table


def _statuses(found: Calibration) -> Table:
    """By status as it is now; where the fitted numbers give another, the claim stays in its row."""
    table = _table("Status", "Claims", "Held up", "Said before", "Said after")
    pairs: dict[str, list[tuple[Judged, Judged]]] = {}
    for old, new in zip(found.before, found.after, strict=True):
        pairs.setdefault(old.status, []).append((old, new))
    for status, members in sorted(pairs.items(), key=lambda item: (-len(item[1]), item[0])):
        number = len(members)
        held = sum(old.held for old, _ in members) / number
        said = [sum(pair[i].p for pair in members) / number for i in (0, 1)]
        table.add_row(status, str(number), f"{held:.0%}", f"{said[0]:.0%}", f"{said[1]:.0%}")
    return table


def _table(*columns: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for i, column in enumerate(columns):
        table.add_column(column, justify="left" if i == 0 else "right")
    return table


def moved(was: Config, now: Config) -> Iterator[str]:
    """One line for each number that is another now: its name, what it was and what it is."""
    for each in fields(Config):
        if meaning_of(each) is None:
            continue
        old, new = getattr(was, each.name), getattr(now, each.name)
        if isinstance(old, dict):
            yield from (f"{each.name}.{key}: {old[key]:g}, now {new[key]:g}" for key in old if old[key] != new[key])
        elif old != new:
            yield f"{each.name}: {old:g}, now {new:g}"

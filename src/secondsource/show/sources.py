"""The sources register on the command line: list it beside a pile, add a judgement, show one source's history."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from secondsource.errors import BadArgument, SecondSourceError
from secondsource.rate.judgements import add_judgement, kind_of, read_register
from secondsource.rate.register import KINDS, NOT_JUDGED, Judgement, Register, known_outlet, source_key
from secondsource.rate.sources import sources_of
from secondsource.show import desk, output
from secondsource.show.paper import Look, draw, heading, indented
from secondsource.show.plain import plain, shorten
from secondsource.words.outlets import named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from rich.console import RenderableType

    from secondsource.rate.register import Kind
    from secondsource.rate.sources import Source

# What one screen can carry of sources that nobody judged.
UNJUDGED_SHOWN = 40
WHY_LIMIT = 160

# --- list -------------------------------------------------------------------------------------------------------------


def print_list(file: Path | None, paths: Sequence[Path]) -> None:
    """Print the letters that hold; with paths, the sources of that pile as well, those that carry most claims first."""
    if file is None and not paths:
        raise SecondSourceError("nothing to list: give --sources FILE, or --in PATH to see whom a pile rests on")
    scales = desk.scales(None, file)
    if paths:
        pile = desk.read(paths, None, scales)
        output.write(draw(_in_pile(sources_of(pile.compared.groups.claims), scales.register), _look()))
    else:
        output.write(draw(_held(scales.register), _look()))


def _held(register: Register) -> Iterator[RenderableType]:
    held = sorted(register.holding.values(), key=lambda one: (KINDS.index(one.kind), source_key(one.name)))
    if not held:
        yield Text("No letter holds: every source is F, not judged.")
        return
    yield _table([(one.name, one.kind, one, None) for one in held], counted=False)


def _in_pile(sources: Sequence[Source], register: Register) -> Iterator[RenderableType]:
    rows = [(each, register.judgement_of(each.name, each.owner)) for each in sources]
    met = {one for _, one in rows if one is not None}
    judged = [(each.name, each.kind, one, each.claims) for each, one in rows if one is not None]
    open_ones = [(each.name, each.kind, None, each.claims) for each, one in rows if one is None]
    if judged:
        yield heading("Judged, by the claims they carry")
        yield _table(judged, counted=True)
    if open_ones:
        yield heading("Not judged (F), by the claims they carry", len(open_ones), UNJUDGED_SHOWN)
        yield _table(open_ones[:UNJUDGED_SHOWN], counted=True)
    absent = [one for one in register.holding.values() if one not in met]
    if absent:
        yield heading("Judged, not met in this pile")
        yield _table([(one.name, one.kind, one, None) for one in absent], counted=False)


def _table(rows: Sequence[tuple[str, str, Judgement | None, int | None]], *, counted: bool) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=True)
    if counted:
        table.add_column("Claims", justify="right", no_wrap=True)
    table.add_column("Letter", no_wrap=True)
    table.add_column("Kind", no_wrap=True)
    table.add_column("Source", overflow="fold", ratio=2)
    judged = any(one is not None for _, _, one, _ in rows)
    if judged:
        table.add_column("By whom, when, why", overflow="fold", ratio=3)
    for name, kind, one, claims in rows:
        cells = [str(claims)] if counted else []
        cells += [one.letter if one else NOT_JUDGED, kind, plain(name)]
        if judged:
            cells.append(_why(one, kind) if one else "")
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _why(one: Judgement, kind: str) -> str:
    of = f" (of its owner, {plain(one.name)})" if one.kind == "owner" and kind != "owner" else ""
    return f"{plain(one.author)}, {one.day}{of}: {shorten(one.rationale, WHY_LIMIT)}"


# --- judge ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Given:
    """A judgement as the command line has it; what is None is found out or takes its default."""

    name: str
    letter: str
    because: str
    by: str
    kind: str | None
    on: date | None


def judge(file: Path, given: Given) -> None:
    """Add a judgement to the file and say on stderr which letter holds now, for whom, and from what day."""
    now = desk.today()
    before = read_register(file, now) if file.exists() else Register()
    name = " ".join(given.name.split())
    kind = _kind(name, given.kind, before)
    if kind in ("outlet", "agency"):
        name = known_outlet(name) or name
    judgement = Judgement(
        kind=kind,
        name=name,
        letter=given.letter.strip().upper(),
        rationale=" ".join(given.because.split()),
        author=" ".join(given.by.split()),
        day=given.on or now,
    )
    after = add_judgement(file, judgement, now)
    day = f"{judgement.day}" if given.on else f"{judgement.day}, today"
    output.say(f"{name} ({kind}): {judgement.letter}, by {judgement.author}, {day}; added to {file}")
    others = [f"{other.name} ({other.country})" for other in named(name) if other.name != name]
    if others and kind in ("outlet", "agency"):
        output.say(f"The letter is not for {' or '.join(others)}, which may be called so too")
    last = after.histories[judgement.source][-1]
    if last != judgement:
        output.say(f"What holds is still the later judgement: {last.letter}, by {last.author}, {last.day}")


def _kind(name: str, given: str | None, register: Register) -> Kind:
    found = next((kind for kind in KINDS if kind == given), None) if given else kind_of(name, register)
    if found is None:
        wanted = f"{', '.join(KINDS[:-1])} or {KINDS[-1]}"
        if given:
            raise BadArgument("--kind", given, f"say {wanted}")
        raise SecondSourceError(f"nobody knows what {name!r} is: say --kind {wanted}")
    return found


# --- show -------------------------------------------------------------------------------------------------------------


def print_history(file: Path, name: str) -> None:
    """Print every judgement of a source, the first first, and say which holds."""
    register = read_register(file, desk.today())
    found = [those for source, those in register.histories.items() if source[1] == source_key(name)]
    if not found:
        raise BadArgument("the name", name, f"{file} holds no judgement of it; `sources list` shows whom it has")
    output.write(draw((part for those in found for part in _history(those)), _look()))


def _history(those: Sequence[Judgement]) -> Iterator[RenderableType]:
    last = those[-1]
    holds = "F, not judged: the letter was taken back" if last.letter == NOT_JUDGED else last.letter
    yield Text(f"{plain(last.name)} ({last.kind}): {holds}", style="bold")
    for day, of_day in groupby(those, key=lambda one: one.day):
        for one in of_day:
            yield indented(f"{day}  {one.letter}  {one.author}: {one.rationale}")


def _look() -> Look:
    return Look(width=output.stdout_width(), colour=output.stdout_takes_colour())

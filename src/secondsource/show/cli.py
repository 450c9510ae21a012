"""The command line: parse, call the desk, give the exit status: 0 done, 1 condition not met, 2 could not run."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondsource.errors import SecondSourceError
from secondsource.show.later import Later
from secondsource.show.output import say, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secondsource.show import calibrate as numbers
    from secondsource.show import desk
    from secondsource.show import sources as register
else:
    # `--help` must answer before spaCy could be loaded.
    desk = Later("secondsource.show.desk")
    register = Later("secondsource.show.sources")
    numbers = Later("secondsource.show.calibrate")

DONE, NOT_MET, COULD_NOT_RUN = 0, 1, 2

app = typer.Typer(
    name="secondsource",
    help="Counts the independent origins under every claim in a pile of reports, down to the sentence.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


letters = typer.Typer(name="sources", help="Keep the letters that people give to sources.", rich_markup_mode=None)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status; whatever goes wrong is one line on stderr."""
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 (None where it is closed)
    if sys.stdout is None:
        return _complain("stdout is closed; leave it open or send it to a file")
    try:
        status = app(arguments, standalone_mode=False)
        return status if isinstance(status, int) else DONE
    except typer.TyperException as error:
        return _complain(f"{error.format_message().rstrip('.')}; see 'secondsource --help'")
    except SecondSourceError as error:
        return _complain(str(error))
    except OSError as error:
        place = f" {error.filename}" if error.filename else ""
        return _complain(f"{error.strerror or error}{place}; free the space or the file, then run it again")
    except Exception as error:  # The last door: a reader gets a line, not our stack.
        if os.environ.get("SECONDSOURCE_TRACEBACK"):
            raise
        fault = f"{type(error).__name__}: {error}"
        return _complain(f"a fault of this program ({fault}); please report it, SECONDSOURCE_TRACEBACK=1 shows where")


def _complain(line: str) -> int:
    say(f"secondsource: {line}")
    return COULD_NOT_RUN


def _day(text: str) -> date:
    """Give the day that an option names, in full ISO form and no other."""
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 (a day has no zone)
    except ValueError:
        raise typer.BadParameter(f"'{text}' is not a day such as 2024-08-26") from None


Paths = Annotated[list[Path], typer.Argument(metavar="PATH", help="Files and folders to read.")]
Pile = Annotated[
    list[Path], typer.Option("--in", metavar="PATH", help="File or folder to weigh against; may be repeated.")
]
AsOf = Annotated[
    date | None, typer.Option(parser=_day, metavar="DATE", help="Leave out what was published later, or undated.")
]
Sources = Annotated[
    Path | None,
    typer.Option("--sources", envvar="SECONDSOURCE_SOURCES", metavar="FILE", help="Weigh by the letters in this file."),
]
Weights = Annotated[
    Path | None,
    typer.Option("--weights", envvar="SECONDSOURCE_WEIGHTS", metavar="FILE", help="Weigh by the numbers in this file."),
]
Letters = Annotated[
    Path,
    typer.Option("--sources", envvar="SECONDSOURCE_SOURCES", metavar="FILE", help="The file that keeps the letters."),
]
Json = Annotated[bool, typer.Option("--json", help="Write JSON to stdout.")]
Identity = Annotated[str, typer.Argument(metavar="ID", help="A claim's or an event's id, or how it begins.")]
Asked = Annotated[str, typer.Argument(metavar="ID", help="A claim's or an event's id, or somebody's name.")]


@app.callback(invoke_without_command=True)
def _top(
    context: typer.Context,
    show_version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> int:
    if show_version:
        write(f"secondsource {version('secondsource')}\n")
        raise typer.Exit(DONE)
    if context.invoked_subcommand is None:
        raise typer.TyperException("no command given")
    return DONE


@app.command()
def brief(  # noqa: PLR0913 (one parameter an option)
    paths: Paths,
    as_of: AsOf = None,
    sources: Sources = None,
    weights: Weights = None,
    json: Json = False,
    full: Annotated[bool, typer.Option("--full", help="Print the evidence as well, not only the verdicts.")] = False,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the dossier as one page to this file.")
    ] = None,
    csv: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the claim ledger as CSV to this file.")
    ] = None,
    markdown: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the claim ledger as Markdown to this file.")
    ] = None,
) -> int:
    """Read a pile of reports and print its dossier."""
    pile = desk.read(paths, as_of, desk.scales(weights, sources))
    desk.save_files(pile, html=html, csv=csv, markdown=markdown)
    desk.print_brief(pile.dossier, paths, as_json=json, full=full)
    return DONE


@app.command()
def check(  # noqa: PLR0913 (one parameter an option)
    pile: Pile,
    claims: Annotated[list[str] | None, typer.Argument(metavar="CLAIM", help="Claims, one sentence each.")] = None,
    claims_file: Annotated[
        Path | None, typer.Option("--claims", metavar="FILE", help="A file of claims, one a line.")
    ] = None,
    as_of: AsOf = None,
    sources: Sources = None,
    weights: Weights = None,
    json: Json = False,
    min_origins: Annotated[
        int, typer.Option(min=0, metavar="N", help="Exit with 1 unless every claim has this many independent origins.")
    ] = 0,
) -> int:
    """Weigh claims against a pile: status, evidence, nearest documented event."""
    wanted = desk.claims_to_check(claims or [], claims_file)
    weighed, dossier = desk.check(wanted, pile, as_of, desk.scales(weights, sources))
    desk.print_checks(weighed, dossier, as_json=json)
    return DONE if desk.all_have_origins(weighed, min_origins) else NOT_MET


@app.command()
def why(identity: Asked, pile: Pile, as_of: AsOf = None, sources: Sources = None, weights: Weights = None) -> int:
    """Explain where a claim stands by the sentences it hangs on, or whom a name means and why."""
    desk.print_why(identity, pile, as_of, desk.scales(weights, sources))
    return DONE


@app.command()
def lineage(
    identity: Identity, pile: Pile, as_of: AsOf = None, sources: Sources = None, weights: Weights = None
) -> int:
    """Show the ways by which a claim came into the pile."""
    desk.print_lineage(identity, pile, as_of, desk.scales(weights, sources))
    return DONE


@app.command()
def diff(
    pile: Pile,
    since: Annotated[date, typer.Option(parser=_day, metavar="DATE", help="The day to compare with.")],
    as_of: AsOf = None,
    json: Json = False,
    sources: Sources = None,
    weights: Weights = None,
) -> int:
    """Show which claims are new or stand otherwise than they did on a day, and because of which report."""
    desk.print_changes(pile, since, as_of, desk.scales(weights, sources), as_json=json)
    return DONE


@app.command("weights")
def print_weights(weights: Weights = None) -> int:
    """Print the numbers that claims are weighed by, as a file to change and give to --weights."""
    numbers.print_weights(desk.scales(weights, None).config)
    return DONE


@app.command()
def calibrate(  # noqa: PLR0913 (one parameter an option)
    adjudicated: Annotated[Path, typer.Argument(metavar="ADJUDICATED", help="CSV of claims that you have decided.")],
    pile: Pile,
    out: Annotated[Path, typer.Option(metavar="FILE", help="Write the fitted numbers to this file.")],
    picture: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the reliability picture here, not beside --out.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over files that exist.")] = False,
    sources: Sources = None,
    weights: Weights = None,
) -> int:
    """Fit the free numbers on claims that you have decided, and report how well they judge others."""
    order = numbers.Order(adjudicated, out, picture or out.with_suffix(".svg"), force)
    return DONE if numbers.fit(order, pile, weights, sources) else NOT_MET


@app.command()
def code(
    paths: Paths,
    out: Annotated[Path, typer.Option(metavar="FILE", help="Write to this .jsonl, .csv or .parquet file.")],
    form: Annotated[
        str, typer.Option("--format", metavar="NAME", help="plover, or cameo: only rows with a CAMEO code.")
    ] = "plover",
    all_modes: Annotated[
        bool,
        typer.Option("--all-modes", help="Also what is only supposed or denied, under its auxiliary mode."),
    ] = False,
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="Read in N processes; pays from 50 reports on.")] = 1,
) -> int:
    """Code the events of reports as rows of event data (PLOVER, CAMEO)."""
    desk.code(paths, out, form, all_modes=all_modes, jobs=jobs)
    return DONE


app.add_typer(letters)


@letters.command("list")
def list_sources(
    file: Sources = None,
    pile: Annotated[
        list[Path] | None, typer.Option("--in", metavar="PATH", help="Show the sources of this file or folder as well.")
    ] = None,
) -> int:
    """List the letters that hold and, beside a pile, the sources that nobody judged: most used first."""
    register.print_list(file, pile or [])
    return DONE


@letters.command()
def judge(  # noqa: PLR0913 (one parameter an option)
    name: Annotated[str, typer.Argument(metavar="NAME", help="The source as the reports name it.")],
    letter: Annotated[str, typer.Argument(metavar="LETTER", help="A to E, or F to take a judgement back.")],
    because: Annotated[str, typer.Option(metavar="TEXT", help="The rationale, in a line.")],
    by: Annotated[str, typer.Option(metavar="NAME", help="Who judges.")],
    file: Letters,
    kind: Annotated[
        str | None, typer.Option(metavar="KIND", help="outlet, owner, agency, body or person, where nobody knows.")
    ] = None,
    on: Annotated[
        date | None, typer.Option(parser=_day, metavar="DATE", help="The day of the judgement; today if not given.")
    ] = None,
) -> int:
    """Give a source a letter for its reliability; what was judged before stays in the file."""
    register.judge(file, register.Given(name, letter, because, by, kind, on))
    return DONE


@letters.command()
def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The source, or another name of it.")], file: Letters
) -> int:
    """Show every judgement of a source, first to last."""
    register.print_history(file, name)
    return DONE


if __name__ == "__main__":
    sys.exit(main())

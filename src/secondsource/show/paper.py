"""What every view on a terminal is drawn from: paper of a width, headings, statuses, sentences with their way.

Every word of a document passes `plain`, and no markup is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from io import StringIO
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from rich.console import Console
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from secondsource.show import phrases
from secondsource.show.plain import plain, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rich.console import RenderableType

    from secondsource.dossier import Dossier, DossierAssertion, DossierEvent, Nearest
    from secondsource.model import ClaimStatus

SENTENCES_SHOWN = 5
QUOTE_LIMIT = 400

# Links are drawn to a name that only `draw` can turn into an address. What rich writes has a random id; ours has none.
_PILE = "pile:"
_LINK = re.compile(rf"\x1b\]8;id=[^;\x1b]*;{_PILE}([^\x1b]*)\x1b\\([^\n]*?)\x1b\]8;;\x1b\\")
_ADDRESS = "/:%~-._"

STATUS_STYLE: dict[ClaimStatus, str] = {
    "confirmed": "bold green",
    "corroborated": "green",
    "realised": "green",
    "single-source": "yellow",
    "unverified": "yellow",
    "superseded": "dim",
    "lapsed": "dim",
    "disputed": "magenta",
    "denied": "red",
    "refuted": "bold red",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How wide the paper is, in columns, whether it takes colour, and the addresses of files that it may link to."""

    width: int = 80
    colour: bool = False
    links: Mapping[str, str] = field(default_factory=dict)


def draw(parts: Iterable[RenderableType], look: Look) -> str:
    """Give the parts as text; without colour there is no escape sequence in it at all, and no link."""
    paper = StringIO()
    console = Console(
        file=paper, width=look.width, force_terminal=look.colour, color_system="standard" if look.colour else None,
        markup=False, emoji=False, highlight=False, legacy_windows=False,
    )  # fmt: skip
    for part in parts:
        console.print(part, overflow="fold")
    drawn = _LINK.sub(lambda found: _linked(look.links.get(unquote(found[1])), found[2]), paper.getvalue())
    lines = drawn.splitlines()
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


def in_file(file: str) -> Style:
    """Give the style of words that lead to a file; `draw` knows its address, or leaves the words as they are."""
    return Style(link=f"{_PILE}{quote(file, safe='')}")


def _linked(address: str | None, words: str) -> str:
    """Words as a link of a terminal (OSC 8); an address is percent-encoded, so that it can hold no control."""
    return f"\x1b]8;;{quote(address, safe=_ADDRESS)}\x1b\\{words}\x1b]8;;\x1b\\" if address else words


def nearest(found: Iterable[Nearest], dossier: Dossier) -> Iterator[RenderableType]:
    """Draw documented events near a claim: what agrees, and each point on which they differ."""
    labels = {event.id: phrases.event_words(event) for event in dossier.events}
    for near in found:
        yield indented(f"Nearest documented event: {labels.get(near.event, near.event)}")
        if near.matches:
            yield indented(f"agrees in: {', '.join(near.matches)}", 4)
        for conflict in near.conflicts:
            difference = f"{conflict.slot}: claimed {conflict.claimed}; documented {conflict.documented}"
            yield indented(f"differs in {difference}", 4)


def beside(event: DossierEvent, dossier: Dossier) -> Iterator[RenderableType]:
    """Draw the look-alikes of an event: whether each is it, and why."""
    labels = {each.id: phrases.event_words(each) for each in dossier.events}
    for near in event.beside:
        yield indented(f"{phrases.beside_words(near)}: {labels.get(near.event, near.event)}  [{near.event}]")
        for reason in phrases.beside_reasons(near):
            yield indented(reason, 4)


def evidence(title: str, said: Sequence[DossierAssertion], limit: int = SENTENCES_SHOWN) -> Iterator[RenderableType]:
    """Draw sentences under a title, those that add something first, each with the way it came and its file."""
    ranked = sorted(said, key=lambda assertion: not assertion.adds)
    for assertion in ranked[:limit]:
        lead = f"{title}: " if title else ""
        yield indented(f"{lead}“{shorten(assertion.quote, QUOTE_LIMIT)}”")
        hedge = f", hedged “{assertion.hedge}”" if assertion.hedge else ""
        echo = " (adds nothing new)" if phrases.is_echo(assertion) else ""
        way = Text(plain(f"{phrases.chain(assertion)}{hedge}; "), style="dim")
        way.append(" ").append(plain(assertion.file), in_file(assertion.file)).append(echo)
        yield Padding(way, (0, 0, 0, 4))
        if back := phrases.withdrawn_words(assertion):
            yield indented(back, 4, "dim")
    if len(ranked) > limit:
        yield indented(f"and {phrases.count(len(ranked) - limit, 'more sentence')}", 4, "dim")


def heading(title: str, number: int = 0, limit: int = 0) -> Text:
    """Draw a section's title, and how many of its rows are shown where that is not all."""
    shown = f" ({limit} of {number})" if number > limit else ""
    return Text(f"\n{title.upper()}{shown}", style="bold")


def status(word: ClaimStatus) -> Text:
    """Draw a status: the word says it, colour only repeats it."""
    return Text(word, style=STATUS_STYLE[word])


def reasons(sentences: Sequence[str]) -> Iterator[RenderableType]:
    """Draw the reasons for a rating, one under another."""
    if sentences:
        yield indented("Why:")
    for sentence in sentences:
        point = Table.grid()
        point.add_row("- ", Text(plain(sentence)))
        yield Padding(point, (0, 0, 0, 4))


def indented(text: str, by: int = 2, style: str = "") -> Padding:
    """Draw hostile text as an indented paragraph."""
    return Padding(Text(plain(text), style=style), (0, 0, 0, by))

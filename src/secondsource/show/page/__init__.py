"""The dossier as one self-contained page: every claim one click from the sentence it rests on, in its document.

No address outside the page, under the policy of pages.md; the one script is ours and named in it by its hash. Every
value passes `bounded` and is then escaped; the reader alone has texts whole. Each part has a module that prepares it
and a template that lays it out.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache, partial
from hashlib import sha256
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from secondsource.show import phrases
from secondsource.show.page import method
from secondsource.show.page.channels import rows as channels
from secondsource.show.page.claims import sections
from secondsource.show.page.contradictions import denied_alone
from secondsource.show.page.contradictions import rows as contradictions
from secondsource.show.page.evidence import behind, kinds_of, place_of
from secondsource.show.page.front import front
from secondsource.show.page.ledger import ledger
from secondsource.show.page.lineage import pile_of
from secondsource.show.page.meetings import meetings
from secondsource.show.page.places import places
from secondsource.show.page.reader import Links, links_of, read_out
from secondsource.show.page.sources import share, sources
from secondsource.show.page.standing import told
from secondsource.show.page.timeline import timeline
from secondsource.show.plain import bounded, shorten
from secondsource.show.plans import plans

if TYPE_CHECKING:
    from secondsource.dossier import Dossier
    from secondsource.model import Findings

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-{}'"


def page(dossier: Dossier, findings: Iterable[Findings]) -> str:
    """Give the whole page; `findings` are what was read in the dossier's documents, with their texts."""
    found = {each.document.file: each for each in findings}
    links = links_of(dossier, found)
    pile = pile_of(dossier, kinds_of(found.values()), links)
    happened = told(dossier)
    script = _source("page.js")
    drawn = (
        _templates()
        .get_template("page.html.jinja")
        .render(
            dossier=dossier,
            policy=POLICY.format(b64encode(sha256(script.encode()).digest()).decode()),
            style=Markup(_source("page.css")),
            script=Markup(script),
            sections=sections(dossier, pile),
            contradictions=list(contradictions(dossier, pile)),
            denied_alone=denied_alone(dossier),
            events={event.id: event for event in dossier.events},
            front=front(dossier),
            ledger=ledger(dossier),
            register=sources(dossier),
            source_rows=pile.rows,
            plans=plans(dossier),
            timeline=timeline(happened, dossier.as_of),
            places=places(happened),
            meetings=meetings(happened),
            channels=channels(dossier.channels, happened),
            readers=read_out(dossier, found, links),
            place=partial(place_of, links=links),
        )
    )
    return drawn.strip() + "\n"


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("secondsource.show.page", "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, finalize=_harmless,
    )  # fmt: skip
    environment.globals.update(phrases=phrases, shorten=shorten, method=method, share=share, behind=behind)
    return environment


def _source(name: str) -> str:
    """Give a file that goes into the page as it is: our own style or script."""
    loader = _templates().loader
    assert loader is not None
    return loader.get_source(_templates(), name)[0]


def _harmless(value: object) -> object:
    """Clean and bound what a document wrote; what is mark-up already was cleaned and escaped on its way in.

    Letters that run from right to left are kept from turning the words and numbers beside them.
    """
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    text = bounded(value)
    return f"\u2068{text}\u2069" if _RIGHT_TO_LEFT.search(text) else text


__all__ = ["Links", "page"]

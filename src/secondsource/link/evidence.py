"""Evidence: what one assertion weighs for one claim, before anything is counted (rating.md, sections 1 to 4)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from secondsource.link.lineage import Lineage
from secondsource.model import UNNAMED_OUTLET, Assertion, Document, Evidence, Findings, Holder
from secondsource.words.countries import country_in
from secondsource.words.outlets import family_of

HEDGED = 0.6
SUPPOSED = 0.3
# Sorts the documents of a pile: by file, then by id.
Rank: TypeAlias = "tuple[Any, ...]"
_MEDIA = ("outlet", "agency")
_MAYBE = re.compile(r"\b(?:could|may|might|would|if (?:true|confirmed))\b", re.I)
Interest = Literal["neutral", "own benefit", "against interest", "would hide", "competent"]
# Acts that a government accused of them would hide.
_HIDDEN = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})


@dataclass(frozen=True, slots=True)
class About:
    """What the weighing must know of the claim: the event's category, who acts and who is acted on."""

    type: str | None
    actors: frozenset[str]
    others: frozenset[str]


@dataclass(frozen=True, slots=True)
class Context:
    """The pile and its lineage; `places` says where each document stands in the order of the pile, if not by number."""

    findings: Mapping[int, Findings] | Sequence[Findings]
    lineage: Lineage
    places: Mapping[int, Rank] | None = None

    def place(self, document: int) -> Rank:
        """Where a document stands in the order of the pile."""
        return (document,) if self.places is None else self.places[document]


def evidence_of(
    index: int, document: int, assertion: Assertion, polarity: Literal[-1, 0, 1], context: Context, about: About
) -> Evidence:
    """One assertion as the weighing model takes it; independence of the rest of its claim is settled in `settled`."""
    found = context.findings[document]
    holders = assertion.holders
    origin = holders[0]
    outlet = carrier(found.document)
    q, echo = _dependence(document, assertion, context)
    party = _party(origin, found, assertion)
    return Evidence(
        index=index,
        document=found.document.id,
        outlet=outlet,
        origin=origin_of(assertion, found),
        polarity=polarity,
        ground=assertion.ground,
        hedge=_eta(assertion, polarity),
        q=q,
        hop=_hop(assertion, found),
        party=party,
        interest=_interest(polarity, party, about),
        via=tuple(h.name for h in holders[1:-1] if h.kind in _MEDIA and h.name != outlet),
        owner=family_of(outlet),
        identified=_identified(assertion, found),
        published=found.document.day,
        echo=echo,
    )


def carrier(document: Document) -> str:
    """The publisher as a carrier; publishers that nobody names stay apart, one for each document."""
    return document.outlet or f"the unnamed outlet of {document.file}"


def origin_of(assertion: Assertion, found: Findings) -> str:
    """The identity of an assertion's root, in words that a reader understands."""
    origin = assertion.holders[0]
    if len(assertion.holders) == 1:
        return carrier(found.document)
    if origin.kind == "unnamed":
        spoke_to = next((h.name for h in assertion.holders[1:] if h.kind in _MEDIA and h.name != UNNAMED_OUTLET), None)
        return f"unnamed sources of {spoke_to or carrier(found.document)}"
    return origin.name


def _identified(assertion: Assertion, found: Findings) -> bool:
    origin = assertion.holders[0]
    if len(assertion.holders) == 1:
        return _eta(assertion, 1) == 1.0  # only the plain voice of a document is its own
    if origin.kind != "unnamed":
        return True
    between = [h for h in assertion.holders[1:-1] if h.kind in _MEDIA]
    if between:
        return assertion.ground != "rumour"
    return found.document.outlet is not None and assertion.ground == "anon"


def _hop(assertion: Assertion, found: Findings) -> int:
    media = [h for h in assertion.holders if h.kind in _MEDIA]
    hop = max(0, len(media) - 1)
    if len(assertion.holders) > 1 and hop == 0 and (found.basis == "reference" or found.lead is not None):
        return 1
    return hop


def _party(origin: Holder, found: Findings, assertion: Assertion) -> str | None:
    if len(assertion.holders) == 1:
        return _publishing_party(found) if found.document.official else None
    if origin.kind == "country":
        return origin.side or origin.name
    if origin.kind in ("person", "body"):
        return origin.side
    return None


def _publishing_party(found: Findings) -> str | None:
    """For whom an official text speaks: the side of the body that published it, where text or name say, else itself.

    A ministry's own page and its minister quoted elsewhere are one government, and one voice.
    """
    outlet, text = found.document.outlet, found.document.text
    sides = (n.side for n in found.names if n.side and outlet in (n.name, text[n.span.start : n.span.end]))
    return next(sides, None) or (country_in(outlet) if outlet else None) or outlet


def _eta(assertion: Assertion, polarity: int) -> float:
    if polarity != 1 or assertion.stance not in ("hedges", "supposes"):
        return 1.0
    return SUPPOSED if assertion.stance == "supposes" or _MAYBE.search(assertion.hedge or "") else HEDGED


def _interest(polarity: int, party: str | None, about: About) -> Interest:
    if party is None:
        return "neutral"
    if party in about.actors:
        if polarity < 0:
            return "would hide" if about.type in _HIDDEN else "neutral"
        return "competent"
    if party in about.others:
        return "own benefit" if about.type in _HIDDEN and polarity > 0 else "competent" if polarity > 0 else "neutral"
    return "neutral"


def _dependence(document: int, assertion: Assertion, context: Context) -> tuple[float, str]:
    """The independence factor by the document's lead, and what took the rest; copies are settled in the claim."""
    found = context.findings[document]
    owed = context.lineage.owed.get(document)
    if owed is not None and assertion.holders[0] == owed.agency:
        return 1.0, ""  # an agency's text: the agency is the origin, and that is told
    if found.lead is not None and (len(assertion.holders) == 1 or assertion.ground == "own"):
        return 0.5, f"{carrier(found.document)} lays its matter at {found.lead.name} and names no source here"
    return 1.0, ""

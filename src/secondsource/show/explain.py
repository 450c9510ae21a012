"""Answers about single claims on a terminal: the reader's own weighed, why one stands where it does, its lineage."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from secondsource.model import UNNAMED_OUTLET
from secondsource.show import phrases
from secondsource.show.paper import QUOTE_LIMIT, Look, draw, evidence, heading, indented, nearest, reasons, status
from secondsource.show.plain import plain, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from rich.console import RenderableType

    from secondsource.dossier import Check, Dossier, DossierAssertion, DossierClaim, DossierEdge
    from secondsource.model import Actor


def checks(weighed: Iterable[Check], dossier: Dossier, look: Look) -> str:
    """Give each claim of the reader's with its status, origins, deciding sentences and nearest documented event."""
    return draw((part for check in weighed for part in _check(check, dossier)), look)


def why(claim: DossierClaim, dossier: Dossier, look: Look) -> str:
    """Give everything that a claim's rating rests on."""
    return draw(_why(claim, dossier), look)


def lineage(claim: DossierClaim, dossier: Dossier, look: Look) -> str:
    """Give the ways by which a claim came into the pile, one origin after another."""
    return draw(_lineage(claim, dossier), look)


def actors(found: Iterable[Actor], files: Mapping[str, str], look: Look) -> str:
    """Give each person, body or country that a name can mean: offices with their time, every mention and why it counts.

    `files` gives the file of each document by its id.
    """
    return draw((part for actor in found for part in _actor(actor, files)), look)


def _actor(actor: Actor, files: Mapping[str, str]) -> Iterator[RenderableType]:
    side = f", {actor.side}" if actor.side and actor.side != actor.name else ""
    yield Text(plain(actor.name), style="bold")
    yield indented(f"{actor.kind}{side}; {phrases.count(len(actor.joins), 'mention')} in {_files(actor, files)}")
    for role in dict.fromkeys((r.words, r.tense, r.years, r.side) for r in actor.roles):
        yield indented("office: " + ", ".join(plain(part) for part in role if part))
    reasons_of: dict[tuple[str, str, str], int] = {}
    for join in actor.joins:
        key = (files.get(join.span.document, ""), join.said, join.why)
        reasons_of[key] = reasons_of.get(key, 0) + 1
    for (file, said, why_so), times in reasons_of.items():
        again = f" ({times} times)" if times > 1 else ""
        yield indented(f"“{said}”{again}, {file}: {why_so or 'named in full'}", 4)
    yield Text()


def _files(actor: Actor, files: Mapping[str, str]) -> str:
    return phrases.count(len({files.get(join.span.document, "") for join in actor.joins}), "report")


def _check(check: Check, dossier: Dossier) -> Iterator[RenderableType]:
    yield Text(plain(check.claim), style="bold")
    yield Text.assemble("  ", status(check.status), f", independent origins: {phrases.origins_words(check.origins)}")
    for side, said in phrases.sides(check):
        yield from evidence(side, said)
    if not (check.supporting or check.refuting or check.neutral):
        yield indented("No sentence in this pile speaks to it.")
    yield from nearest(check.nearest, dossier)
    yield from reasons(check.why)
    yield Text()


def _why(claim: DossierClaim, dossier: Dossier) -> Iterator[RenderableType]:
    yield Text(plain(claim.text), style="bold")
    yield Text.assemble("  ", status(claim.status), f", {phrases.origins_sentence(claim.origins)}")
    code = claim.admiralty
    yield indented(f"Admiralty code: source {plain(code.reliability)}, information {code.credibility}.")
    # Two lines on purpose: ICD 203 forbids likelihood and confidence in one sentence.
    yield indented(f"Likelihood: {phrases.likelihood_words(claim.likelihood)}.")
    yield indented(f"Confidence: {claim.confidence or 'not judged'}.")
    yield from reasons(claim.why)
    for side, said in phrases.sides(claim):
        if said:
            yield heading(side)
            yield from _by_origin(said)
    yield from nearest(claim.nearest, dossier)
    if claim.would_change:
        yield heading("What would change it")
        for change in claim.would_change:
            yield indented(change)


def _by_origin(said: Sequence[DossierAssertion]) -> Iterator[RenderableType]:
    def origin(assertion: DossierAssertion) -> str:
        return assertion.holders[0] if assertion.holders else UNNAMED_OUTLET

    for name, assertions in groupby(sorted(said, key=origin), key=origin):
        yield Text(f"From {plain(name)}")
        yield from evidence("", list(assertions), limit=20)


def _lineage(claim: DossierClaim, dossier: Dossier) -> Iterator[RenderableType]:
    yield Text(plain(claim.text), style="bold")
    yield Text.assemble("  ", status(claim.status), f", {phrases.origins_sentence(claim.origins)}")
    said = (*claim.supporting, *claim.refuting, *claim.neutral)
    yield heading("The way it came, origin first")
    for assertion in sorted(said, key=lambda each: (each.holders, each.file, each.start)):
        echo = "; adds nothing new" if phrases.is_echo(assertion) else ""
        words = phrases.STANCE_WORDS[assertion.stance]
        yield indented(f"{phrases.chain(assertion)} ({words}; {assertion.file}{echo})")
    for passage in phrases.passages(claim):
        yield indented(passage)
    edges = phrases.edges_of({assertion.file for assertion in said}, dossier)
    if edges:
        yield heading("Between these documents and others")
        for edge in edges:
            yield from _edge(edge, dossier)


def _edge(edge: DossierEdge, dossier: Dossier) -> Iterator[RenderableType]:
    yield indented(phrases.edge_words(edge, dossier))
    if edge.quote:
        yield indented(f"“{shorten(edge.quote.quote, QUOTE_LIMIT)}”", 4)


# --- what changed -----------------------------------------------------------------------------------------------------


def changes(then: Dossier, now: Dossier, since: date, look: Look) -> str:
    """Give the claims that are new since a day, gone, or stand otherwise than on it."""
    return draw(_changes(then, now, since), look)


def _changes(then: Dossier, now: Dossier, since: date) -> Iterator[RenderableType]:
    before = {claim.id: claim for claim in then.claims}
    after = {claim.id for claim in now.claims}
    claims = phrases.in_order(now.claims)
    moved = [claim for claim in claims if claim.id in before and _standing(claim) != _standing(before[claim.id])]
    new = [claim for claim in claims if claim.id not in before]
    gone = [claim for claim in phrases.in_order(then.claims) if claim.id not in after]
    yield Text(f"Since {since}: {len(moved)} changed, {len(new)} new, {len(gone)} gone.")
    for title, listed in (("Changed", moved), ("New", new), ("Gone", gone)):
        if listed:
            yield heading(title)
        for claim in listed:
            was = f"was {_standing(before[claim.id])}; " if title == "Changed" else ""
            yield Text(plain(f"{claim.text}  [{claim.id}]"))
            yield indented(f"{was}{'then' if title == 'Gone' else 'now'} {_standing(claim)}")


def _standing(claim: DossierClaim) -> str:
    return f"{claim.status}, independent origins: {phrases.origins_words(claim.origins)}"

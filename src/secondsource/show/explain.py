"""Answers about single claims on a terminal: the reader's own weighed, why one stands where it does, its lineage."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from rich.text import Text

from secondsource.show import phrases
from secondsource.show.paper import (
    QUOTE_LIMIT,
    Look,
    beside,
    draw,
    evidence,
    heading,
    indented,
    nearest,
    reasons,
    status,
)
from secondsource.show.plain import plain, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rich.console import RenderableType

    from secondsource.dossier import Check, Dossier, DossierAssertion, DossierClaim, DossierEdge
    from secondsource.model import Actor

# Sentences quoted under one heading.
QUOTED = 20


def checks(weighed: Iterable[Check], dossier: Dossier, look: Look) -> str:
    """Give each claim of the reader's with its status, origins, deciding sentences and nearest documented event."""
    parts = [part for check in weighed for part in _check(check, dossier)]
    return draw((*parts, Text(f"{phrases.weighed_words(dossier)}.")), look)


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
    # Two lines on purpose: ICD 203 forbids likelihood and confidence in one sentence.
    yield indented(f"Likelihood: {phrases.likelihood_words(claim.likelihood)}.")
    yield indented(f"Confidence: {claim.confidence or 'not judged'}.")
    yield indented(f"Admiralty code: {plain(phrases.admiralty_words(claim.admiralty))}.")
    yield indented(f"{phrases.weighed_words(dossier)}.")
    # What is discounted stands below with its sentence.
    yield from reasons([reason for reason in claim.why if not reason.startswith(phrases.DISCOUNTS)])
    yield from _hangs_on(claim)
    yield from _sentences(claim)
    if claim.nearest:
        yield Text()
    yield from nearest(claim.nearest, dossier)
    yield from _beside(claim, dossier)
    if claim.would_change:
        yield heading("What would change it")
        for change in claim.would_change:
            yield indented(change)


def _beside(claim: DossierClaim, dossier: Dossier) -> Iterator[RenderableType]:
    """Draw the look-alikes of the event that a claim says took place."""
    event = next((e for e in dossier.events if e.claim == claim.id), None)
    if event is not None and event.beside:
        yield heading("Beside it")
        yield from beside(event, dossier)


def _hangs_on(claim: DossierClaim) -> Iterator[RenderableType]:
    if claim.hangs_on:
        yield heading("It hangs on")
        yield indented("All support passes through here; each figure is the most that can, in nats.")
    for hinge in claim.hangs_on:
        yield indented(f"{phrases.hinge_words(hinge)}: {hinge.capacity:.2f}", 4)


def _sentences(claim: DossierClaim) -> Iterator[RenderableType]:
    """Draw every sentence once, with what it repeats: what decides, what else speaks to it, what was discounted."""
    notes = {_way(said): phrases.discount_words(said) for said in claim.discounted}
    deciding = {_way(said) for said in claim.deciding}
    if claim.deciding:
        yield heading("Deciding sentences")
        yield indented("These alone give the same answer; not one of them can be left out.")
        yield from _quoted(claim.deciding, notes)
    for title, sentences in (("for it", claim.supporting), ("against it", claim.refuting)):
        rest = [said for said in sentences if _way(said) not in deciding and _way(said) not in notes]
        if rest:
            yield heading(title if len(rest) == len(sentences) else f"also {title}")
            yield from _quoted(rest, notes)
    if claim.neutral:
        yield heading("Neither for nor against it")
        yield from _quoted(claim.neutral, notes)
    if rest := [said for said in claim.discounted if _way(said) not in deciding]:
        yield heading("Discounted")
        yield from _quoted(rest, notes)


def _quoted(said: Sequence[DossierAssertion], notes: Mapping[Way, str]) -> Iterator[RenderableType]:
    """Draw sentences with their place, then each way by which they came and what it repeats."""
    for (file, start, end), ways in groupby(said[:QUOTED], key=lambda each: (each.file, each.start, each.end)):
        listed = list(ways)
        yield indented(f"“{shorten(listed[0].quote, QUOTE_LIMIT)}”")
        yield indented(f"{file}, characters {start} to {end}", 4, "dim")
        for each in listed:
            hedge = f", hedged “{each.hedge}”" if each.hedge else ""
            note = notes.get(_way(each))
            yield indented(f"{phrases.chain(each)}{hedge}{f'; {note}' if note else ''}", 4, "dim")
            if back := phrases.withdrawn_words(each):
                yield indented(back, 4, "dim")
    if len(said) > QUOTED:
        yield indented(f"and {phrases.count(len(said) - QUOTED, 'more sentence')}", 4, "dim")


Way: TypeAlias = "tuple[str, int, tuple[str, ...], str]"


def _way(said: DossierAssertion) -> Way:
    """What tells one assertion of a claim from another: its sentence, the way it came, its stance."""
    return said.file, said.start, said.holders, said.stance


def _lineage(claim: DossierClaim, dossier: Dossier) -> Iterator[RenderableType]:
    yield Text(plain(claim.text), style="bold")
    yield Text.assemble("  ", status(claim.status), f", {phrases.origins_sentence(claim.origins)}")
    said = (*claim.supporting, *claim.refuting, *claim.neutral)
    yield heading("The way it came, origin first")
    for assertion in sorted(said, key=lambda each: (each.holders, each.file, each.start)):
        echo = "; adds nothing new" if phrases.is_echo(assertion) else ""
        words = phrases.STANCE_WORDS[assertion.stance]
        back = phrases.withdrawn_words(assertion)
        yield indented(f"{phrases.chain(assertion)} ({words}; {assertion.file}{echo}{f'; {back}' if back else ''})")
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

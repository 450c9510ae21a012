"""Whose text it is: a copy without a by-line is the agency's that signs the same text elsewhere in the pile.

A text is signed by its own words (`extract` reads those), by its publisher where that is an agency, or by a writer whom
another text of the pile signs for an agency. From the signed texts the agency spreads along the copies, as far as they
cover a text: whoever carries one agency story beside two of its own owes the agency nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from secondsource.link.copies import Copy, Grams, Page, probability
from secondsource.model import Assertion, Citation, Document, Findings, Holder, Span
from secondsource.words.outlets import name_key, named

# From this probability on a text counts as the agency's.
SURE = 0.6
# A writer whom one text signs for an agency may have moved, or lent a hand.
BY_WRITER = 0.9
# Three underscores close what one agency sends out, and its pictures come with it; either alone says little.
BY_STYLE = 0.7
# Where somebody else signs it, a text that holds much of an agency's is less surely the agency's.
SIGNED_OTHERWISE = 0.6
# Two texts of one agency that share a third of their words are two states of one dispatch.
ONE_DISPATCH = 0.8
# A copy of a copy of a copy ends here; and a text is held against so many of those that it shares words with.
_ROUNDS, _MOST_SOURCES = 3, 24
_HEAD_LINES, _FOOT_LINES = 20, 4
_RULE = re.compile(r"^_{3}$", re.MULTILINE)
_PICTURES = re.compile(r"\bAP Photo\b|\bvia AP\b|/ ?AP\b|, AP$|\| AP$", re.MULTILINE)
_AND = re.compile(r",? and |, | & |; ")
_BY = re.compile(r"^(?:by|written by|story by|from)\s+|[\s,|–—-]+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Owed:
    """The agency whose text a document is, how surely, why in words, and the words or the copy that show it."""

    agency: Holder
    p: float
    why: str
    at: Span | None = None
    source: int | None = None


def signature_of(found: Findings) -> Owed | None:
    """The agency that signs a text in its own words: the lead whose name stands in a line that is no sentence."""
    lead = found.lead
    if lead is None or lead.kind != "agency":
        return None
    sentences = frozenset(found.sentences)
    for citation in found.citations:
        if citation.source == lead and citation.sentence not in sentences:
            return Owed(lead, 1.0, f"signed by {lead.name}", citation.sentence)
    return None


def find_owners(
    documents: Sequence[Document], pages: Sequence[Page], copies: Sequence[Copy], signed: Mapping[int, Owed]
) -> dict[int, Owed]:
    """The agency whose text each document of a pile is, by position; none for the agencies' own publications."""
    unlisted = {name_key(one.agency.name): one.agency for one in signed.values()}
    own = {i: house for i, document in enumerate(documents) if (house := _house(document, unlisted)) is not None}
    owed = {i: one for i, one in signed.items() if i not in own}
    owed |= _by_writer(documents, owed, own)
    owed |= {
        i: one for i, document in enumerate(documents) if i not in {**owed, **own} and (one := _by_style(document))
    }
    sources = {**owed, **{i: Owed(house, 1.0, f"published by {house.name}") for i, house in own.items()}}
    partners: dict[int, list[int]] = defaultdict(list)
    for copy in sorted(copies, key=lambda c: -c.shared):
        partners[copy.later].append(copy.earlier)
        partners[copy.earlier].append(copy.later)
    for _ in range(_ROUNDS):
        new = {}
        for i, others in partners.items():
            if i not in sources and not (documents[i].official or documents[i].reference):
                best = _by_copies(i, [j for j in others if j in sources][:_MOST_SOURCES], sources, documents, pages)
                if best is not None and best.p >= SURE:
                    new[i] = best
        if not new:
            break
        sources |= new
        owed |= new
    return owed


def with_common_agency(copies: Sequence[Copy], signed: Mapping[int, Owed]) -> tuple[Copy, ...]:
    """The copies, those between two texts that one agency signs surer than what they share alone makes them."""
    return tuple(
        replace(copy, p=max(copy.p, ONE_DISPATCH))
        if copy.later in signed
        and copy.earlier in signed
        and signed[copy.later].agency.name == signed[copy.earlier].agency.name
        else copy
        for copy in copies
    )


def _house(document: Document, unlisted: Mapping[str, Holder]) -> Holder | None:
    """The agency that publishes a document itself: a listed one, or one that signs another text of the pile."""
    if document.outlet is None:
        return None
    listed = (Holder(outlet.name, "agency") for outlet in named(document.outlet) if outlet.kind == "agency")
    return next(listed, unlisted.get(name_key(document.outlet)))


# --- by the writer, by the style --------------------------------------------------------------------------------------


def _by_writer(documents: Sequence[Document], signed: Mapping[int, Owed], own: Mapping[int, Holder]) -> dict[int, Owed]:
    """Texts under the name of somebody whom the pile knows as one agency's writer."""
    agencies: dict[str, set[Holder]] = defaultdict(set)
    for i in (*signed, *own):
        agency = signed[i].agency if i in signed else own[i]
        for writer in _people(documents[i].author or ""):
            agencies[writer].add(agency)
    writers = {writer: next(iter(those)) for writer, those in agencies.items() if len(those) == 1}
    found: dict[int, Owed] = {}
    for i, document in enumerate(documents):
        if not writers or i in signed or i in own:
            continue
        for line, span in _signing_lines(document):
            people = _people(line)
            houses = {writers.get(person) for person in people}
            house = next(iter(houses)) if len(houses) == 1 else None
            if house is not None:
                found[i] = Owed(house, BY_WRITER, f"by {people[0].title()}, who writes for {house.name}", span)
                break
    return found


def _signing_lines(document: Document) -> Iterator[tuple[str, Span]]:
    """The lines at the head and foot of a page that may be by-lines, with where they stand."""
    lines = []
    at = 0
    for line in document.text.split("\n"):
        if line.strip():
            lines.append((line, at))
        at += len(line) + 1
    for line, start in (*lines[:_HEAD_LINES], *lines[_HEAD_LINES:][-_FOOT_LINES:]):
        if len(line) <= 120:
            yield line, Span(document.id, start, start + len(line))


def _people(said: str) -> list[str]:
    """The names of a by-line in small letters; only those of two words and more."""
    bare = _BY.sub("", said.strip())
    return [name for piece in _AND.split(bare) if " " in (name := " ".join(piece.split()).casefold())]


def _by_style(document: Document) -> Owed | None:
    """The Associated Press, where a text closes with its rule and shows its pictures."""
    rule = _RULE.search(document.text, len(document.text) // 2)
    if rule is None or not _PICTURES.search(document.text):
        return None
    name = "Associated Press"
    return Owed(
        Holder(name, "agency"), BY_STYLE, f"the rule and the pictures of {name}", Span(document.id, *rule.span())
    )


# --- by the copies ----------------------------------------------------------------------------------------------------


def _by_copies(
    i: int, sources: Sequence[int], owed: Mapping[int, Owed], documents: Sequence[Document], pages: Sequence[Page]
) -> Owed | None:
    """The agency whose texts, taken together, cover the greatest part of a text."""
    mine = _matter(pages[i])
    by_agency: dict[str, list[int]] = defaultdict(list)
    for j in sources:
        by_agency[owed[j].agency.name].append(j)
    best: Owed | None = None
    for name in sorted(by_agency):
        held = np.zeros(len(mine), bool)
        nearest, most = by_agency[name][0], -1.0
        for j in by_agency[name]:
            here = np.isin(mine, _matter(pages[j]), assume_unique=True)
            if (count := float(here.sum()) * owed[j].p) > most:
                nearest, most = j, count
            held |= here
        share = float(held.mean()) if len(mine) else 0.0
        p = probability(share) * owed[nearest].p * (SIGNED_OTHERWISE if documents[i].author and share < 0.8 else 1.0)
        if best is None or p > best.p:
            why = f"{share:.0%} of it stands in {documents[nearest].outlet or documents[nearest].file} under {name}"
            best = Owed(owed[nearest].agency, p, why, source=nearest)
    return best


def _matter(page: Page) -> Grams:
    return page.body if len(page.body) else page.grams


# --- what follows for the findings ------------------------------------------------------------------------------------


def with_owner(found: Findings, owed: Owed | None, at: Span | None) -> Findings:
    """The findings of a text that is an agency's: it relays the agency, which is the origin of what it says itself.

    `at` is the stretch that shows it, where the text does not sign itself.
    """
    if owed is None or owed.p < SURE or found.basis in ("official", "reference"):
        return found
    agency = owed.agency
    citations = found.citations
    if owed.source is not None and at is not None:
        citations = (*citations, Citation(at, agency, "relays"))
    return replace(
        found,
        basis="relays",
        lead=agency,
        origins=(agency.name, *(name for name in found.origins if name != agency.name)),
        citations=citations,
        assertions=tuple(_of_agency(assertion, agency) for assertion in found.assertions),
    )


def _of_agency(assertion: Assertion, agency: Holder) -> Assertion:
    """What a text says in its own voice is the agency's word, passed on."""
    if len(assertion.holders) != 1 or assertion.holders[0].name == agency.name:
        return assertion
    stance = "relays" if assertion.stance == "asserts" else assertion.stance
    return replace(assertion, holders=(agency, *assertion.holders), stance=stance, ground="own")

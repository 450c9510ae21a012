"""Whose text it is: a copy without a by-line is the agency's that signs the same text elsewhere in the pile.

A text is signed by its own words (`extract` reads those), by its publisher where that is an agency, or by a writer whom
another text of the pile signs for an agency. From the signed texts the agency spreads along the copies, as far as they
cover a text: whoever carries one agency story beside two of its own owes the agency nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from secondsource.link.copies import Copy, Grams, Page, probability
from secondsource.link.greedy import Rank
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
# A by-line's name has fewer words than this; a writer under a longer one is not looked for in other texts.
_LONGEST_NAME = 6
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


@dataclass(slots=True)
class Owners:
    """Whose each text of a pile is, and all that this hangs on.

    `own` has the agencies' own publications, `first` what a text owes by its words, its writer or its style, and `won`
    what it owes by its copies, with the round in which that was found. `partners` are the copies of a text, earlier and
    later.
    """

    documents: dict[int, Document] = field(default_factory=dict)
    pages: Mapping[int, Page] = field(default_factory=dict)
    ranks: Mapping[int, Rank] = field(default_factory=dict)
    signed: dict[int, Owed] = field(default_factory=dict)
    houses: dict[str, Counter[Holder]] = field(default_factory=lambda: defaultdict(Counter))
    published: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    writers: dict[str, Counter[Holder]] = field(default_factory=lambda: defaultdict(Counter))
    written: dict[int, tuple[Holder, tuple[str, ...]]] = field(default_factory=dict)
    lines: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    own: dict[int, Holder] = field(default_factory=dict)
    first: dict[int, Owed] = field(default_factory=dict)
    won: dict[int, tuple[int, Owed]] = field(default_factory=dict)
    partners: dict[int, dict[int, Copy]] = field(default_factory=lambda: defaultdict(dict))

    def owed(self, i: int) -> Owed | None:
        """The agency whose text a document is; none for the agencies' own publications."""
        if i in self.own:
            return None
        return self.first.get(i) or (self.won[i][1] if i in self.won else None)

    def source(self, i: int, before: int) -> Owed | None:
        """What is known of a text before a round."""
        if i in self.own:
            return Owed(self.own[i], 1.0, f"published by {self.own[i].name}")
        won = self.won.get(i)
        return self.first.get(i) or (won[1] if won is not None and won[0] < before else None)


def find_owners(
    documents: Sequence[Document], pages: Sequence[Page], copies: Sequence[Copy], signed: Mapping[int, Owed]
) -> dict[int, Owed]:
    """The agency whose text each document of a pile is, by position; none for the agencies' own publications."""
    owners = Owners(pages=dict(enumerate(pages)), ranks={i: (i,) for i in range(len(pages))})
    for copy in copies:
        owners.partners[copy.later][copy.earlier] = owners.partners[copy.earlier][copy.later] = copy
    own(owners, {i: (document, signed.get(i)) for i, document in enumerate(documents)}, set(owners.partners))
    return {i: owed for i in range(len(documents)) if (owed := owners.owed(i)) is not None}


def own(
    owners: Owners, new: Mapping[int, tuple[Document, Owed | None]], copied: Iterable[int], gone: Iterable[int] = ()
) -> set[int]:
    """Take documents, each with its signature, in and out; give those whose agency may have changed.

    `copied` are the documents whose partners changed; these must be entered before.
    """
    gone = list(gone)
    asked = {*new}
    for i in gone:
        asked |= _forget(owners, i)
    for i, (document, signature) in new.items():
        owners.documents[i] = document
        if document.outlet is not None:
            owners.published[name_key(document.outlet)].add(i)
        for person in _signers(document):
            owners.lines[person].add(i)
        if signature is not None:
            owners.signed[i] = signature
            house = owners.houses[name_key(signature.agency.name)]
            house[signature.agency] += 1
            if house[signature.agency] == 1:
                asked |= owners.published.get(name_key(signature.agency.name), set())
    asked &= owners.documents.keys()
    changed = {i for i in asked if _settle_house(owners, i)}
    again = {i for i in {*changed, *asked} if i in owners.signed or i in owners.own or i in owners.written}
    people = {person for i in [*again, *gone] for person in _note_writer(owners, i)}
    asked |= {i for person in people for i in owners.lines.get(person, ())}
    changed |= {i for i in asked if _settle_first(owners, i)}
    return changed | _spread(owners, changed | (set(copied) & owners.documents.keys()))


def _forget(owners: Owners, i: int) -> set[int]:
    """Take a document out; give those whose house may be another without it."""
    document = owners.documents.pop(i)
    for person in _signers(document):
        owners.lines[person].discard(i)
        if not owners.lines[person]:
            del owners.lines[person]
    owners.own.pop(i, None)
    owners.first.pop(i, None)
    owners.won.pop(i, None)
    if document.outlet is not None:
        owners.published[name_key(document.outlet)].discard(i)
    signature = owners.signed.pop(i, None)
    if signature is None:
        return set()
    key = name_key(signature.agency.name)
    _less(owners.houses, key, signature.agency)
    return set() if signature.agency in owners.houses.get(key, ()) else set(owners.published.get(key, ()))


def _less(counts: dict[str, Counter[Holder]], key: str, holder: Holder) -> None:
    counts[key][holder] -= 1
    if not counts[key][holder]:
        del counts[key][holder]
    if not counts[key]:
        del counts[key]


def _settle_house(owners: Owners, i: int) -> bool:
    """Note which agency publishes a document itself; whether that changed."""
    house = _house(owners.documents[i], owners.houses)
    if house == owners.own.get(i):
        return False
    if house is None:
        del owners.own[i]
    else:
        owners.own[i] = house
    return True


def _note_writer(owners: Owners, i: int) -> list[str]:
    """Note for whom the writers of a signed text write; give those of whom that is news."""
    house = owners.own.get(i) or (owners.signed[i].agency if i in owners.signed else None)
    document = owners.documents.get(i)
    people = tuple(_people(document.author or "")) if document is not None else ()
    new = (house, people) if house is not None else None
    old = owners.written.get(i)
    if new == old:
        return []
    named = {person for _, those in (each for each in (old, new) if each is not None) for person in those}
    before = {person: _writes_for(owners, person) for person in named}
    if old is not None:
        del owners.written[i]
        for person in old[1]:
            _less(owners.writers, person, old[0])
    if new is not None:
        owners.written[i] = new
        for person in new[1]:
            owners.writers[person][new[0]] += 1
    return [person for person, agency in before.items() if _writes_for(owners, person) != agency]


def _writes_for(owners: Owners, person: str) -> Holder | None:
    """The one agency for which somebody writes."""
    agencies = owners.writers.get(person, ())
    return next(iter(agencies)) if len(agencies) == 1 else None


def _settle_first(owners: Owners, i: int) -> bool:
    """Note what a document owes by its words, its writer or its style; whether that changed."""
    owed = None
    if i not in owners.own:
        document = owners.documents[i]
        owed = owners.signed.get(i) or _by_writer(owners, document) or _by_style(document)
    if owed == owners.first.get(i):
        return False
    if owed is None:
        del owners.first[i]
    else:
        owners.first[i] = owed
    return True


def _spread(owners: Owners, changed: Iterable[int]) -> set[int]:
    """Let the agencies spread along the copies, in rounds, where something changed; give where they came or went."""
    before: dict[int, tuple[int, Owed] | None] = {}
    asked = set(changed)
    for i in changed:  # what they owe themselves is known at once
        asked |= owners.partners.get(i, {}).keys()
    for number in range(1, _ROUNDS + 1):
        new = {i: _won(owners, i, number) for i in asked if i in owners.partners or i in owners.won}
        for i, won in new.items():
            old = before.setdefault(i, owners.won.get(i))
            if won is not None:
                owners.won[i] = number, won
            elif i in owners.won and (owners.won[i][0] == number or not _is_open(owners, i)):
                del owners.won[i]
            if owners.won.get(i) != old:
                asked |= owners.partners.get(i, {}).keys()
    return {i for i, old in before.items() if owners.won.get(i) != old}


def _is_open(owners: Owners, i: int) -> bool:
    document = owners.documents[i]
    return i not in owners.own and i not in owners.first and not (document.official or document.reference)


def _won(owners: Owners, i: int, number: int) -> Owed | None:
    """What a text without an agency owes by its copies in a round."""
    copies = owners.partners.get(i)
    if not copies or not _is_open(owners, i) or (i in owners.won and owners.won[i][0] < number):
        return None
    if not any(j in owners.own or j in owners.first or j in owners.won for j in copies):
        return None
    partners = sorted(
        copies.items(),
        key=lambda p: (-p[1].shared, owners.ranks[p[1].later], owners.ranks[p[1].earlier]),
    )
    sources: dict[int, Owed] = {}
    for j, _ in partners:
        if (source := owners.source(j, number)) is not None:
            sources[j] = source
            if len(sources) == _MOST_SOURCES:
                break
    best = _by_copies(i, sources, owners) if sources else None
    return best if best is not None and best.p >= SURE else None


def with_common_agency(copies: Iterable[Copy], signed: Mapping[int, Owed]) -> tuple[Copy, ...]:
    """The copies, those between two texts that one agency signs surer than what they share alone makes them."""
    return tuple(
        replace(copy, p=max(copy.p, ONE_DISPATCH))
        if copy.later in signed
        and copy.earlier in signed
        and signed[copy.later].agency.name == signed[copy.earlier].agency.name
        else copy
        for copy in copies
    )


def _house(document: Document, houses: Mapping[str, Mapping[Holder, int]]) -> Holder | None:
    """The agency that publishes a document itself: a listed one, or one that signs another text of the pile."""
    if document.outlet is None:
        return None
    listed = (Holder(outlet.name, "agency") for outlet in named(document.outlet) if outlet.kind == "agency")
    signing = houses.get(name_key(document.outlet), ())
    return next(listed, None) or min(signing, key=lambda holder: holder.name, default=None)


# --- by the writer, by the style --------------------------------------------------------------------------------------


def _by_writer(owners: Owners, document: Document) -> Owed | None:
    """The agency of somebody whom the pile knows as one agency's writer, where a text stands under that name."""
    if not owners.writers:
        return None
    for line, span in _signing_lines(document):
        people = _people(line)
        houses = {_writes_for(owners, person) for person in people}
        house = next(iter(houses)) if len(houses) == 1 else None
        if house is not None:
            return Owed(house, BY_WRITER, f"by {people[0].title()}, who writes for {house.name}", span)
    return None


def _signers(document: Document) -> set[str]:
    """Who may sign a text: the names of the lines that may be by-lines."""
    people = (person for line, _ in _signing_lines(document) for person in _people(line))
    return {person for person in people if person.count(" ") < _LONGEST_NAME}


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


def _by_copies(i: int, sources: Mapping[int, Owed], owners: Owners) -> Owed | None:
    """The agency whose texts, taken together, cover the greatest part of a text."""
    document, mine = owners.documents[i], _matter(owners.pages[i])
    by_agency: dict[str, list[int]] = defaultdict(list)
    for j, source in sources.items():
        by_agency[source.agency.name].append(j)
    best: Owed | None = None
    for name in sorted(by_agency):
        held = np.zeros(len(mine), bool)
        nearest, most = by_agency[name][0], -1.0
        for j in by_agency[name]:
            here = np.isin(mine, _matter(owners.pages[j]), assume_unique=True)
            if (count := float(here.sum()) * sources[j].p) > most:
                nearest, most = j, count
            held |= here
        share = float(held.mean()) if len(mine) else 0.0
        p = probability(share) * sources[nearest].p * (SIGNED_OTHERWISE if document.author and share < 0.8 else 1.0)
        if best is None or p > best.p:
            outlet = owners.documents[nearest].outlet or owners.documents[nearest].file
            why = f"{share:.0%} of it stands in {outlet} under {name}"
            best = Owed(sources[nearest].agency, p, why, source=nearest)
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

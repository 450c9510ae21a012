"""The index that takes documents one by one against link() of all at once, on made-up piles and on the real ones."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.collect import collect
from secondsource.link import link
from secondsource.link.index import Changed, Index, added, groups, removed
from secondsource.model import (
    Document,
    EventMention,
    Findings,
    Groups,
    Holder,
    Name,
    Participant,
    Position,
    PositionStance,
    Span,
)
from secondsource.pipeline import study

from .builders import (
    AYDIN,
    BRAZIL,
    COSTA,
    JAPAN,
    LISBON,
    MINISTRY,
    PORTO,
    PORTUGAL,
    SOURCES,
    TURKEY_PARTY,
    Sentence,
    actor,
    attack,
    cites,
    day,
    make_findings,
    meeting,
    outlet,
    party,
    recipient,
    says,
    tells,
)

PILES = sorted(p for p in (Path(__file__).parent.parent / "piles").iterdir() if p.is_dir())
OUTLETS = ("Daily Post", "Evening Star", "Northern Wire", "The Herald", None)
WIRE = Holder("Northern Wire", "agency")
PEOPLE = ("Elena Costa", "Mehmet Aydin", "Costa", "Elena Kosta", "Marta Costa")


def key(found: Findings) -> tuple[str, str]:
    return found.document.file, found.document.id


def assert_same(one: Groups, other: Groups) -> None:
    """Compare part by part, so that a failure shows where."""
    assert one.findings == other.findings
    assert one.events == other.events
    assert one.claims == other.claims
    assert one.edges == other.edges
    assert one.channels == other.channels
    assert one.positions == other.positions


# --- made-up piles ----------------------------------------------------------------------------------------------------

MEETINGS = st.builds(
    meeting,
    status=st.sampled_from(("occurred", "planned", "alleged", "did_not_occur")),
    participants=st.sampled_from(
        ((BRAZIL, TURKEY_PARTY), (COSTA, AYDIN), (BRAZIL, JAPAN), (party("Costa", None), AYDIN), (COSTA, AYDIN, JAPAN))
    ),
    place=st.sampled_from((None, LISBON, PORTO, PORTUGAL)),
    when=st.sampled_from((None, day("2024-03-12"), day("2024-03-14"), day("2024-03-01 2024-03-31"))),
    order=st.sampled_from((None, None, 1, 2)),
)
ATTACKS = st.builds(
    attack,
    status=st.sampled_from(("occurred", "alleged", "denied")),
    participants=st.sampled_from(
        (
            (actor("gunmen"), recipient("army checkpoint")),
            (actor("ELN"), recipient("Brazil", "Brazil")),
            (Participant("Costa", None, "actor"), recipient("Turkey", "Turkey")),
        )
    ),
    place=st.sampled_from((None, LISBON)),
    when=st.sampled_from((None, day("2024-03-12"), day("2024-03-14"))),
    words=st.sets(st.sampled_from(("attack", "bomb", "night", "post", "fire")), min_size=1).map(frozenset),
    definite=st.booleans(),
)
HOLDERS = st.sampled_from(
    ((), (), (MINISTRY,), (SOURCES,), (Holder("Costa", "person"),), (WIRE,), (outlet("Daily Post"),))
)
STANCES: st.SearchStrategy[PositionStance] = st.sampled_from(("demands", "rejects"))
STATEMENTS = (
    "Brazil closed seven harbours before winter storms arrived",
    "Brazil closed seven harbours before winter storms arrived yesterday",
    "Brazil never closed seven harbours before winter storms",
    "Turkey exports twelve thousand tonnes of hazelnuts every autumn",
    "Costa bought twelve grey ships",
    "nobody counted lorries waiting outside customs sheds",
    "dismissed that report",
)


@st.composite
def sentences(draw: st.DrawFn) -> Sentence:
    holders = draw(HOLDERS)
    if draw(st.booleans()):
        event: EventMention = draw(st.one_of(MEETINGS, ATTACKS))
        return tells(event, *holders, said=str(draw(st.integers(0, 2))))
    text = draw(st.sampled_from(STATEMENTS))
    words = frozenset(w for w in text.split() if len(w) > 3)
    return says(
        f"{text}.",
        *holders,
        key=words,
        stance=draw(st.sampled_from(("asserts", "asserts", "hedges", "denies", "no_comment"))),
        subject=draw(st.sampled_from((None, "Brazil"))),
    )


@st.composite
def reports(draw: st.DrawFn) -> list[Findings]:
    """Give a small pile of reports that cite, copy and deny one another."""
    pile: list[Findings] = []
    for number in range(draw(st.integers(1, 7))):
        told = draw(st.lists(sentences(), min_size=1, max_size=4))
        found = make_findings(
            *told,
            publisher=draw(st.sampled_from(OUTLETS)),
            published=draw(st.sampled_from((None, "2024-03-12", "2024-03-13", "2024-04-20", "2022-01-05"))),
            file=f"{draw(st.integers(0, 9))}{number}.txt",
        )
        pile.append(_furnished(draw, found))
    return pile


def _furnished(draw: st.DrawFn, found: Findings) -> Findings:
    """Give a report with names, citations, a lead and positions."""
    document = replace(found.document, author=draw(st.sampled_from((None, None, "Jane Doe", "John Roe"))))
    end = len(document.text)
    people = draw(st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True))
    text, names = document.text, []
    for person in people:
        start = len(text) + 1
        text += f" {person}"
        side = draw(st.sampled_from((None, "Brazil")))
        names.append(Name(Span(document.id, start, len(text)), "person", person, side))
    if draw(st.booleans()):
        full = draw(st.sampled_from(("Northern Army", "National Army")))
        names.append(Name(Span(document.id, len(text) + 1, len(text) + 1 + len(full)), "body", full))
        text += f" {full} (ELN)"
    cited = draw(st.sampled_from((None, "Daily Post", "Far Herald")))
    citations = (cites(cited),) if cited is not None else ()
    lead = draw(st.sampled_from((None, None, outlet("Daily Post"), WIRE)))
    if lead == WIRE:
        citations = (*citations, replace(cites(""), sentence=Span(document.id, end, end + 1), source=WIRE))
    positions = tuple(
        Position(party, stance, issue, None, assertion)
        for assertion in found.assertions[:1]
        for party, stance, issue in draw(
            st.lists(
                st.tuples(
                    st.sampled_from(("Brazil", "Costa")),
                    STANCES,
                    st.sampled_from(("lower tariffs on hazelnuts", "tariffs on hazelnuts lowered", "fishing rights")),
                ),
                max_size=2,
            )
        )
    )
    return replace(
        found,
        document=replace(document, text=text),
        names=tuple(names),
        citations=citations,
        lead=lead,
        positions=positions,
    )


@given(reports(), st.data())
@settings(max_examples=50, deadline=None)
def test_one_by_one_in_any_order_and_out_again_is_all_at_once(pile: list[Findings], data: st.DataObject) -> None:
    index = Index()
    for found in data.draw(st.permutations(pile)):
        added(index, [found])
    assert_same(groups(index), link(pile))
    gone = data.draw(st.lists(st.sampled_from(pile), unique_by=key, max_size=3))
    for found in gone:
        removed(index, [key(found)])
    assert_same(groups(index), link([f for f in pile if f not in gone]))
    added(index, gone)
    assert_same(groups(index), link(pile))


@given(reports())
@settings(max_examples=30, deadline=None)
def test_what_is_said_to_have_changed_is_what_changed(pile: list[Findings]) -> None:
    index = Index()
    claims: dict[str, str] = {}
    for found in pile:
        before = {c.id: c.text for c in groups(index).claims}
        change = added(index, [found])
        claims = {c.id: c.text for c in groups(index).claims}
        told = {c.id for c in change.claims}
        assert claims.keys() - before.keys() <= told
        assert before.keys() - claims.keys() <= change.gone


def test_an_empty_index_and_an_unknown_document() -> None:
    index = Index()
    assert groups(index) == link([])
    assert added(index, []) == Changed((), (), frozenset())
    with pytest.raises(KeyError):
        removed(index, [("a.txt", "1")])


def test_the_same_file_twice_is_kept_twice() -> None:
    found = make_findings(tells(meeting()))
    index = Index()
    added(index, [found])
    added(index, [found])
    assert_same(groups(index), link([found, found]))
    removed(index, [key(found)])
    assert_same(groups(index), link([found]))


# --- the real piles ---------------------------------------------------------------------------------------------------


@cache
def studied(folder: Path) -> tuple[Findings, ...]:
    return tuple(study(document) for document in collect([folder]).documents)


def all_piles() -> list[Findings]:
    """Give the reports of all piles as one, their files told apart."""
    return [
        replace(found, document=_of_folder(found.document, folder)) for folder in PILES for found in studied(folder)
    ]


def _of_folder(document: Document, folder: Path) -> Document:
    return replace(document, file=f"{folder.name}/{document.file}")


@pytest.mark.parametrize("seed", range(3))
def test_real_reports_shuffled_one_by_one(seed: int) -> None:
    pile = all_piles()
    shuffled = random.Random(seed).sample(pile, len(pile))
    index = Index()
    for found in shuffled:
        added(index, [found])
    whole = link(pile)
    assert_same(groups(index), whole)
    gone = shuffled[::3]
    for found in gone:
        removed(index, [key(found)])
    assert_same(groups(index), link([f for f in pile if f not in gone]))
    added(index, gone)
    assert_same(groups(index), whole)

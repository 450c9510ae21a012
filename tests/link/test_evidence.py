"""What one assertion weighs before anything is counted: its origin, how far it came, whose interest it serves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import pytest

from secondsource.link.evidence import About, Context, evidence_of
from secondsource.link.lineage import find_lineage
from secondsource.model import Document, Evidence, Findings, Holder, Name, Span

from .builders import MINISTRY, SOURCES, TURKEY, Sentence, make_findings, outlet, says

TEXT = "The two ministers met in a rope works by the harbour on Tuesday afternoon."
MEETING = About("CONSULT", frozenset({"Brazil", "Turkey"}), frozenset())
ATTACK = About("ASSAULT", frozenset({"Brazil"}), frozenset({"Turkey"}))
PAPER = Holder("a leaked memo", "document")
COSTA = Holder("Elena Costa", "person", "Brazil")


def weigh(
    sentence: Sentence,
    *,
    polarity: Literal[-1, 0, 1] = 1,
    about: About = MEETING,
    others: Sequence[Findings] = (),
    **given: object,
) -> Evidence:
    found = make_findings(sentence, **given)  # type: ignore[arg-type]
    pile = [found, *others]
    return evidence_of(0, 0, found.assertions[0], polarity, Context(pile, find_lineage(pile)), about)


@pytest.mark.parametrize(
    ("publisher", "owner"),
    [("Sputnik", "Government of Russia"), ("Wall Street Journal", "News Corp"), ("Daily Post", None), (None, None)],
)
def test_the_publisher_is_of_the_family_that_the_outlet_list_knows(publisher: str | None, owner: str | None) -> None:
    assert weigh(says(TEXT, MINISTRY), publisher=publisher).owner == owner


@pytest.mark.parametrize(
    ("holders", "publisher", "origin", "hop", "via"),
    [
        ((), "Daily Post", "Daily Post", 0, ()),
        ((), None, "the unnamed outlet of a.txt", 0, ()),
        ((MINISTRY,), "Daily Post", "Foreign Ministry of Brazil", 0, ()),
        ((MINISTRY,), None, "Foreign Ministry of Brazil", 0, ()),
        ((MINISTRY, outlet("Far Herald")), "Daily Post", "Foreign Ministry of Brazil", 1, ("Far Herald",)),
        ((outlet("Far Herald"),), "Daily Post", "Far Herald", 1, ()),
        ((SOURCES,), "Daily Post", "unnamed sources of Daily Post", 0, ()),
        ((SOURCES,), None, "unnamed sources of the unnamed outlet of a.txt", 0, ()),
        ((SOURCES, outlet("Far Herald")), "Daily Post", "unnamed sources of Far Herald", 1, ("Far Herald",)),
        (
            (COSTA, outlet("Far Herald"), outlet("News Wire")),
            "Daily Post",
            "Elena Costa",
            2,
            ("Far Herald", "News Wire"),
        ),
    ],
)
def test_origin_and_way(
    holders: tuple[Holder, ...], publisher: str | None, origin: str, hop: int, via: tuple[str, ...]
) -> None:
    evidence = weigh(says(TEXT, *holders), publisher=publisher)
    assert (evidence.origin, evidence.hop, evidence.via) == (origin, hop, via)


def test_two_nameless_publishers_are_two_carriers() -> None:
    one, other = (weigh(says(TEXT), publisher=None, file=f) for f in ("a.txt", "b.txt"))
    assert one.outlet != other.outlet


@pytest.mark.parametrize(
    ("sentence", "publisher", "identified"),
    [
        (says(TEXT), None, True),
        (says(TEXT, stance="hedges", hedge="reportedly"), "Daily Post", False),
        (says(TEXT, MINISTRY), None, True),
        (says(TEXT, outlet("Far Herald")), None, True),
        (says(TEXT, SOURCES), "Daily Post", True),
        (says(TEXT, SOURCES), None, False),
        (says(TEXT, SOURCES, ground="vague"), "Daily Post", False),
        (says(TEXT, SOURCES, ground="rumour"), "Daily Post", False),
        (says(TEXT, SOURCES, outlet("Far Herald")), None, True),
        (says(TEXT, SOURCES, outlet("Far Herald"), ground="rumour"), None, False),
    ],
)
def test_identified(sentence: Sentence, publisher: str | None, identified: bool) -> None:
    assert weigh(sentence, publisher=publisher).identified is identified


@pytest.mark.parametrize(
    ("stance", "hedge", "polarity", "weight"),
    [
        ("asserts", None, 1, 1.0),
        ("relays", None, 1, 1.0),
        ("hedges", "reportedly", 1, 0.6),
        ("hedges", "may have", 1, 0.3),
        ("hedges", "if confirmed", 1, 0.3),
        ("supposes", "analysts say", 1, 0.3),
        ("denies", None, -1, 1.0),
        ("hedges", "reportedly", -1, 1.0),
    ],
)
def test_hedge(stance: str, hedge: str | None, polarity: Literal[-1, 0, 1], weight: float) -> None:
    assert weigh(says(TEXT, stance=stance, hedge=hedge), polarity=polarity).hedge == weight  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("holder", "about", "polarity", "interest"),
    [
        (MINISTRY, MEETING, 1, "competent"),
        (COSTA, MEETING, 1, "competent"),
        (MINISTRY, MEETING, -1, "neutral"),
        (MINISTRY, ATTACK, -1, "would hide"),
        (MINISTRY, ATTACK, 1, "competent"),
        (TURKEY, ATTACK, 1, "own benefit"),
        (Holder("Foreign Ministry of Japan", "body", "Japan"), ATTACK, 1, "neutral"),
        (SOURCES, ATTACK, 1, "neutral"),
        (outlet("Far Herald"), ATTACK, 1, "neutral"),
    ],
)
def test_interest(holder: Holder, about: About, polarity: Literal[-1, 0, 1], interest: str) -> None:
    assert weigh(says(TEXT, holder), about=about, polarity=polarity).interest == interest


@pytest.mark.parametrize(
    ("holders", "party"),
    [
        ((), None),
        ((COSTA,), "Brazil"),
        ((MINISTRY,), "Brazil"),
        ((Holder("Brazil", "country"),), "Brazil"),
        ((Holder("Brazil", "country", "Brazil"),), "Brazil"),
        ((Holder("Ana Reis", "person"),), None),
        ((outlet("Far Herald"),), None),
        ((SOURCES,), None),
    ],
)
def test_party(holders: tuple[Holder, ...], party: str | None) -> None:
    assert weigh(says(TEXT, *holders)).party == party


def test_two_officials_of_one_government_are_one_party() -> None:
    assert weigh(says(TEXT, COSTA)).party == weigh(says(TEXT, MINISTRY)).party


def test_an_official_text_speaks_for_its_publisher() -> None:
    found = make_findings(says(TEXT), publisher="Foreign Ministry of Brazil")
    d = found.document
    official = Document(d.id, d.file, d.text, outlet=d.outlet, published=d.published, official=True)
    pile = [make_findings(says(TEXT), publisher="Foreign Ministry of Brazil", document=official)]
    context = Context(pile, find_lineage(pile))
    assert evidence_of(0, 0, pile[0].assertions[0], 1, context, MEETING).party == "Brazil"


@pytest.mark.parametrize(
    ("named", "side", "party"),
    [
        ("Ministry of Trade", "Brazil", "Brazil"),  # as its letterhead writes it
        ("Foreign Ministry of Brazil", "Brazil", "Ministry of Trade"),  # another body of that side
        ("Ministry of Trade", None, "Ministry of Trade"),
    ],
)
def test_an_official_text_speaks_for_the_side_of_its_publisher(named: str, side: str | None, party: str) -> None:
    publisher, text = "Ministry of Trade", f"{named} signed the treaty."
    document = Document("d", "a.txt", text, outlet=publisher, official=True)
    letterhead = Name(Span("d", 0, len(named)), "body", "Trade Ministry", side)
    pile = [make_findings(says(text), publisher=publisher, document=document, names=(letterhead,))]
    assert evidence_of(0, 0, pile[0].assertions[0], 1, Context(pile, find_lineage(pile)), MEETING).party == party


# --- independence -----------------------------------------------------------------------------------------------------

FIRST = make_findings(says(TEXT, MINISTRY), publisher="Far Herald", published="2024-03-12", file="z.txt")


LEAD_ECHO = "Daily Post lays its matter at Far Herald and names no source here"


@pytest.mark.parametrize(
    ("sentence", "others", "lead", "q", "echo"),
    [
        (says(TEXT), [], None, 1.0, ""),
        # Whether a copied text adds anything depends on the claim: `claims` settles it (test_claims.py).
        (says(TEXT), [FIRST], None, 1.0, ""),
        (says(TEXT), [], outlet("Far Herald"), 0.5, LEAD_ECHO),
        (says(TEXT, MINISTRY), [], outlet("Far Herald"), 1.0, ""),
    ],
    ids=["alone", "beside its original", "own voice under a relay's lead", "named under it"],
)
def test_independence(sentence: Sentence, others: list[Findings], lead: Holder | None, q: float, echo: str) -> None:
    evidence = weigh(sentence, others=others, lead=lead)
    assert (evidence.q, evidence.echo) == (q, echo)

"""What the dossier says of groups and ratings: every quote verbatim, every reference there, counts that fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from secondsource.dossier import Anchor, Dossier, DossierAssertion, DossierEdge
from secondsource.pipeline import Compared, dossier_of

Pile = Callable[..., Compared]

WIRE = (
    "Norway and Iceland hold talks on mackerel\n\n"
    "BERGEN, 21 February 2024 (Northern Wire) - The foreign ministers of Norway and Iceland, Sigrid Aaneland and "
    "Katrin Hallsdottir, met in Bergen on Wednesday, the Norwegian foreign ministry said. Iceland's foreign ministry "
    "declined to comment on the talks. Aaneland told Northern Wire that Norway would not give up its quota.\n\n"
    "“We have both given something,” Aaneland said. About 60 tonnes of mackerel were on the table — literally.\n\n"
    "Share this:  Twitter  Facebook\n",
    "Northern Wire",
    "2024-02-22",
)
RELAY = (
    "The ministers of Norway and Iceland held talks about fish in Bergen on 21 February 2024, Northern Wire "
    "reported.\n\n"
    "Norway's foreign ministry denied that Norway and Britain held secret talks in Bergen. Unconfirmed reports say "
    "that Norway and Britain held secret talks in Bergen in January 2024.\n",
    "Harbour Gazette",
    "2024-02-23",
)
COPY = (WIRE[0], "Seafood Digest", "2024-02-24")
BLOG = (
    "Sources claim that Norway’s Sigrid Aaneland will meet Britain’s Howard Pellington in Oslo in May 2024. 🐟",
    None,
    None,
)
PILES = {"all": (WIRE, RELAY, COPY, BLOG), "wire": (WIRE,), "blog": (BLOG,), "relay and copy": (RELAY, COPY)}


@pytest.fixture(params=list(PILES.values()), ids=list(PILES))
def compared(request: pytest.FixtureRequest, pile: Pile) -> Compared:
    """The pile, put together."""
    return pile(*request.param)


@pytest.fixture
def dossier(compared: Compared) -> Dossier:
    """Its dossier."""
    return dossier_of(compared)


def said(dossier: Dossier) -> Iterator[DossierAssertion]:
    for claim in dossier.claims:
        yield from (*claim.supporting, *claim.refuting, *claim.neutral)


def anchors(dossier: Dossier) -> Iterator[Anchor]:
    yield from said(dossier)
    for event in dossier.events:
        yield from event.mentions
    for contradiction in dossier.contradictions:
        for side in contradiction.sides:
            yield from side.assertions
    for position in dossier.positions:
        yield from position.evidence
    for edge in dossier.lineage:
        if edge.quote is not None:
            yield edge.quote


def test_every_quote_is_the_text_at_its_place(compared: Compared, dossier: Dossier) -> None:
    texts = {f.document.file: f.document.text for f in compared.groups.findings}
    found = list(anchors(dossier))
    assert found
    for anchor in found:
        assert anchor.quote == texts[anchor.file][anchor.start : anchor.end]
        assert anchor.quote.strip() == anchor.quote != ""


def test_counts_fit_one_another(dossier: Dossier) -> None:
    for claim in dossier.claims:
        assert 0 <= claim.origins.paths <= claim.origins.min <= claim.origins.max
        assert claim.origins.max <= len({a.holders for a in claim.supporting})
        assert 1 <= claim.admiralty.credibility <= 6
        assert claim.likelihood is None or 0 < claim.likelihood.p < 1
        assert claim.why


def test_every_reference_leads_somewhere(dossier: Dossier) -> None:
    claims, events = {c.id: c for c in dossier.claims}, {e.id for e in dossier.events}
    documents = {d.id for d in dossier.documents}
    assert all(claims[e.claim].event == e.id for e in dossier.events)
    assert all(c.event is None or c.event in events for c in dossier.claims)
    assert all(n.event in events for c in dossier.claims for n in c.nearest)
    assert all(c.claim in claims for c in dossier.contradictions)
    assert all(m.event in events for c in dossier.channels for m in c.meetings)
    assert all(e.source in documents for e in dossier.lineage)
    assert {a.file for a in anchors(dossier)} <= {d.file for d in dossier.documents}


def test_holders_run_from_the_origin_to_the_publisher(dossier: Dossier) -> None:
    publishers = {d.file: d.outlet for d in dossier.documents}
    for assertion in said(dossier):
        assert assertion.holders[-1] == (publishers[assertion.file] or "(unnamed outlet)")


def test_neutral_assertions_add_nothing(dossier: Dossier) -> None:
    assert not any(a.adds for c in dossier.claims for a in c.neutral)


def test_a_sentence_stands_once_on_a_side_with_one_origin(dossier: Dossier) -> None:
    for claim in dossier.claims:
        for side in (claim.supporting, claim.refuting, claim.neutral):
            marks = [(a.file, a.start, a.holders[0]) for a in side]
            assert len(set(marks)) == len(marks)


def test_a_sentence_stands_once_among_an_events_mentions(dossier: Dossier) -> None:
    for event in dossier.events:
        marks = [(m.file, m.start) for m in event.mentions]
        assert marks == sorted(set(marks))


def test_every_event_has_its_claim(compared: Compared, dossier: Dossier) -> None:
    assert {e.id for e in compared.groups.events} == {e.id for e in dossier.events}


def edges_of(dossier: Dossier) -> dict[tuple[str, str, str], DossierEdge]:
    names = {d.id: d.file for d in dossier.documents}
    return {(names[e.source], e.relation, names.get(e.target, e.target)): e for e in dossier.lineage}


@pytest.mark.parametrize("outlet", ["Harbour Post", "Northern Wire"])
def test_who_has_it_from_whom(outlet: str, pile: Pile) -> None:
    wire, relay = ((r[0].replace("Northern Wire", outlet), r[1], r[2]) for r in (WIRE, RELAY))
    edges = edges_of(dossier_of(pile((wire[0], outlet, wire[2]), relay, (wire[0], *COPY[1:]))))
    assert ("b.txt", "relays", "a.txt") in edges
    assert edges[("c.txt", "copies", "a.txt")].p == 1.0
    quote = edges[("b.txt", "relays", "a.txt")].quote
    assert quote is not None
    assert f"{outlet} reported" in quote.quote


def test_a_rumour_has_its_nearest_documented_event_beside_it(pile: Pile) -> None:
    dossier = dossier_of(pile(WIRE, RELAY))
    rumour = next(c for c in dossier.claims if c.event and any(a.stance == "denies" for a in c.refuting))
    real = next(e for e in dossier.events if e.status == "occurred")
    assert [n.event for n in rumour.nearest][:1] == [real.id]
    assert rumour.nearest[0].conflicts[0].slot == "participants"


def test_a_denied_rumour_is_a_contradiction_with_both_sides(pile: Pile) -> None:
    dossier = dossier_of(pile(WIRE, RELAY))
    (found,) = [c for c in dossier.contradictions if c.slot == "polarity"]
    assert [(s.value, [a.holders[0] for a in s.assertions]) for s in found.sides] == [
        ("it is so", ["Unconfirmed reports"]),
        ("it is not so", ["Foreign Ministry of Norway"]),
    ]


def test_a_number_garbled_on_the_way_stands_beside_the_one_it_came_from(pile: Pile) -> None:
    wire = "Gunmen killed 12 soldiers in an attack on the army post at Tessit on Friday, the Malian army said."
    garbled = "Gunmen killed 21 soldiers in an attack on the army post at Tessit on Friday, Northern Wire reported."
    compared = pile((wire, "Northern Wire", "2024-05-04"), (garbled, "Harbour Gazette", "2024-05-05"))
    (contradiction,) = dossier_of(compared).contradictions
    assert contradiction.slot == "number"
    assert [side.value for side in contradiction.sides] == ["12 soldiers", "21 soldiers"]
    assert [[said.file for said in side.assertions] for side in contradiction.sides] == [["a.txt"], ["b.txt"]]
    assert contradiction.same_lineage


def test_two_numbers_of_two_lineages_are_a_dispute(pile: Pile) -> None:
    one = "Gunmen killed 12 soldiers in an attack on the army post at Tessit on Friday, the Malian army said."
    two = "Villagers said that 21 soldiers were killed on Friday when gunmen attacked the post at Tessit."
    compared = pile((one, "Northern Wire", "2024-05-04"), (two, "Harbour Gazette", "2024-05-05"))
    (contradiction,) = dossier_of(compared).contradictions
    assert [side.value for side in contradiction.sides] == ["12 soldiers", "21 soldiers"]
    assert not contradiction.same_lineage

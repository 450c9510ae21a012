"""Contradictions: a dispute, or what was garbled on its way, both sides with their sentences."""

from __future__ import annotations

import pytest
from lxml import html  # type: ignore[import-untyped]

from secondsource.dossier import Contradiction, Dossier, DossierAssertion, DossierEdge, Side
from secondsource.model import Relation
from secondsource.show.page import page
from secondsource.show.page.contradictions import Row, denied_alone, rows
from secondsource.show.page.lineage import pile_of
from secondsource.show.page.reader import Links

from ..builders import HOSTILE, make_assertion, make_claim, make_discounted, make_document, make_dossier, make_event

DISPUTE = "A dispute: nothing in the pile shows that one side has it from the other."
TWELVE = make_assertion("Twelve were held.", holders=("Wire",))
TWENTY_ONE = make_assertion("Twenty-one were held.", file="b.txt", holders=("Wire", "Post"), adds=False)


def dossier_of(contradiction: Contradiction, *edges: tuple[str, str, Relation], **given: object) -> Dossier:
    return make_dossier(
        claims=(make_claim(discounted=(make_discounted("Twenty-one were held.", holders=("Wire", "Post")),)),),
        events=(make_event(),), channels=(), positions=(), contradictions=(contradiction,),
        documents=(make_document("a.txt", outlet="Wire"), make_document("b.txt", outlet="Post"),
                   make_document("n.txt", outlet=None)),
        lineage=tuple(DossierEdge(f"d-{one}", f"d-{other}", relation, 1.0, None) for one, other, relation in edges),
        **given,
    )  # fmt: skip


def sides(
    one: DossierAssertion = TWELVE, other: DossierAssertion = TWENTY_ONE, values: tuple[str, str] = ("12", "21")
) -> tuple[Side, ...]:
    return Side(values[0], (one,)), Side(values[1], (other,))


def row_of(dossier: Dossier) -> Row:
    (row,) = rows(dossier, pile_of(dossier, {}, Links({}, {}, {})))
    return row


@pytest.mark.parametrize(
    ("given", "edges", "says"),
    [
        (sides(), [("b.txt", "a.txt", "relays")], "Garbled on the way: Wire has 12, Post relays Wire and has 21."),
        (sides(), [("a.txt", "b.txt", "copies")], "Garbled on the way: Post has 21, Wire copies Post and has 12."),
        (
            sides(values=("it is so", "it is not so")),
            [("b.txt", "a.txt", "cites")],
            "Garbled on the way: Wire says that it is so, Post cites Wire and says that it is not so.",
        ),
        (
            sides(other=make_assertion("No.", file="n.txt", holders=("(unnamed outlet)",))),
            [("n.txt", "a.txt", "relays")],
            "Garbled on the way: Wire has 12, n.txt relays Wire and has 21.",
        ),
        # No edge says which way it went, only that both name one origin.
        (sides(), [], "Garbled on the way: both sides name Wire as their origin."),
        # One publisher's two papers do not have it from each other.
        (sides(), [("b.txt", "a.txt", "same_publisher")], "Garbled on the way: both sides name Wire as their origin."),
        (
            sides(other=make_assertion("No.", file="b.txt", holders=("Post",))),
            [],
            "Garbled on the way: both sides come down one line, so one of them at least is not as it was said.",
        ),
    ],
)
def test_one_line_is_told_as_garbled(
    given: tuple[Side, ...], edges: list[tuple[str, str, Relation]], says: str
) -> None:
    row = row_of(dossier_of(Contradiction("number", "c1", given, same_lineage=True), *edges))
    assert (row.garbled, row.says) == (True, says)


def test_what_is_not_one_line_is_a_dispute_whatever_the_edges() -> None:
    row = row_of(dossier_of(Contradiction("number", "c1", sides(), same_lineage=False), ("b.txt", "a.txt", "relays")))
    assert (row.garbled, row.says) == (False, DISPUTE)


def shown(dossier: Dossier) -> str:
    (section,) = html.fromstring(page(dossier, []).encode()).xpath("//section[@id='contradictions']")
    return "\n".join(" ".join(words.split()) for words in section.itertext() if words.strip())


@pytest.mark.parametrize(
    ("slot", "title"),
    [
        ("number", "a dispute\nIn the number of:\nRuritania and Freedonia met"),
        ("polarity", "a dispute\nRuritania and Freedonia met"),
    ],
)
def test_both_sides_stand_with_their_values_holders_and_sentences(slot: str, title: str) -> None:
    words = shown(dossier_of(Contradiction(slot, "c1", sides(), same_lineage=False)))
    assert title in words
    assert "Wire: 12" in words
    assert f"single-source\n{DISPUTE}\n12\nFrom\nWire\nTwelve were held.\nsays so ·" in words
    assert "21\n1 sentence of others that adds nothing new\nTwenty-one were held.\nWire → Post: says so" in words


def test_the_claim_is_linked_by_its_words_and_links_back() -> None:
    written = html.fromstring(page(dossier_of(Contradiction("date", "c1", sides(), same_lineage=False)), []).encode())
    (link,) = written.xpath("//article[@id='contradiction-1']/h3/a")
    assert (link.get("href"), link.text) == ("#claim-c1", "Ruritania and Freedonia met in Strelsau.")
    assert written.xpath("//article[@id='claim-c1']//a[@href='#contradiction-1']")


def test_a_side_without_sentences_and_a_claim_that_is_not_here_are_said_to_be_so() -> None:
    empty = Contradiction("date", "gone", (Side("1 May", (TWELVE,)), Side("2 May", ())), same_lineage=True)
    words = shown(dossier_of(empty))
    assert "In the date of: a claim that is not here" in words
    assert "2 May\nNo sentence is listed on this side." in words


@pytest.mark.parametrize("text", [HOSTILE, "<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>', "W" * 1_000_000])
def test_hostile_values_stay_words(text: str) -> None:
    said = make_assertion(text, holders=(text, text))
    both = (Side(text, (said,)), Side(text, (said,)))
    tree = html.fromstring(page(dossier_of(Contradiction(text, "c1", both, same_lineage=True)), []).encode())
    (section,) = tree.xpath("//section[@id='contradictions']")
    assert not section.xpath(".//script | .//img | .//svg")
    assert all(character == "\n" or character.isprintable() for character in "".join(section.itertext()))
    assert len(html.tostring(section)) < 20_000


def test_what_is_denied_and_supported_by_nobody_stands_with_who_denies_it() -> None:
    denial = make_assertion("No talks were held.", holders=("Ann Lee", "Wire"), stance="denies")
    alone = make_claim("c7", "denied", supporting=(), refuting=(denial,), text="Talks were held.", event=None)
    sided = make_claim("c8", "disputed", refuting=(denial,), event=None)
    found = denied_alone(make_dossier(claims=(alone, sided), contradictions=()))
    assert [claim.id for claim in found] == ["c7"]
    words = shown(make_dossier(claims=(alone, sided), events=(), channels=(), positions=(), contradictions=()))
    said = "Talks were held.\ndenied\nNo talks were held.\nAnn Lee → Wire: denies it ·"
    assert f"Denied, and supported by nobody here\n{said}" in words
    both = Contradiction("polarity", "c7", sides(), same_lineage=False)
    assert denied_alone(make_dossier(claims=(alone, sided), contradictions=(both,))) == []

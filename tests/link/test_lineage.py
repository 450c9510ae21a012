"""Who has it from whom: by citation, by copying, by publisher; and which of two texts was first."""

from __future__ import annotations

import pytest

from secondsource.link.lineage import find_lineage, order_key
from secondsource.model import Findings

from .builders import cites, make_findings, says

LONG = "The harbour master counted eleven grey ships at anchor before the fog came down over the northern mole."
OTHER = "Nobody in the fish market could say why the price of ice had doubled since the spring of that year."
THIRD = "A retired pilot keeps every chart of the estuary in a tin box under the stairs of his narrow house."


def report(*texts: str, publisher: str | None, published: str | None, **given: object) -> Findings:
    return make_findings(*(says(t) for t in texts), publisher=publisher, published=published, **given)  # type: ignore[arg-type]


FIRST = report(LONG, OTHER, publisher="Daily Post", published="2024-03-12", file="z.txt")


@pytest.mark.parametrize(
    ("later", "p"),
    [
        ((LONG, OTHER), 1.0),
        ((LONG,), 1.0),
        ((LONG, OTHER, THIRD), 1.0),
        ((LONG, THIRD), 0.5),
        ((THIRD,), None),
        ((OTHER.upper(), LONG.lower()), 1.0),
    ],
    ids=["whole", "half of it", "with a sentence added", "half of it and another", "nothing", "in other letters"],
)
def test_copies(later: tuple[str, ...], p: float | None) -> None:
    copy = report(*later, publisher="Evening Star", published="2024-03-13")
    edges = [(e.source, e.target, e.p) for e in find_lineage([copy, FIRST]).edges if e.relation == "copies"]
    assert edges == ([] if p is None else [(copy.document.id, FIRST.document.id, p)])


def test_a_copy_is_shown_by_its_longest_common_sentence_and_echoes_by_what_it_took() -> None:
    copy = report(LONG, OTHER, THIRD, publisher="Evening Star", published="2024-03-13")
    lineage = find_lineage([copy, FIRST])
    edge = next(e for e in lineage.edges if e.relation == "copies")
    assert edge.quote == max(copy.sentences[:2], key=lambda s: len(copy.document.text[s.start : s.end].split()))
    echo = lineage.echoes[0, copy.sentences[2].start]
    assert echo.document == 1
    assert 0.5 < echo.share < 0.8
    assert echo.p == 0.8


def test_a_copy_of_a_copy_is_laid_at_the_first() -> None:
    papers = [
        report(LONG, OTHER, publisher=f"Paper {i}", published=f"2024-03-{12 + i}", file=f"{i}.txt") for i in range(4)
    ]
    edges = [e for e in find_lineage(papers).edges if e.relation == "copies"]
    assert {e.target for e in edges} == {papers[0].document.id}


def test_a_copied_sentence_is_marked_and_one_of_its_own_is_not() -> None:
    mixed = report(
        THIRD, LONG, THIRD.replace("tin", "wooden"), THIRD.replace("narrow", "leaning"), THIRD.replace("pilot", "cook"),
        publisher="Evening Star", published="2024-03-13",
    )  # fmt: skip
    echoes = find_lineage([mixed, FIRST]).echoes
    assert {start for document, start in echoes if document == 0} == {mixed.sentences[1].start}
    echo = echoes[(0, mixed.sentences[1].start)]
    assert (echo.document, echo.share, echo.p) == (1, 1.0, 1.0)


@pytest.mark.parametrize(
    ("one", "other", "first"),
    [
        (("2024-03-12", LONG), ("2024-03-13", LONG), 0),
        (("2024-03-13", LONG), ("2024-03-12", LONG), 1),
        (("2024-03-13", LONG), (None, LONG), 0),
        ((None, LONG), (None, f"{LONG} {OTHER}"), 1),
        (("2024-03-01 2024-03-31", LONG), ("2024-03-13", LONG), 1),
    ],
    ids=["day", "day turned round", "undated is last", "undated: the longer", "by the last possible day"],
)
def test_which_is_first(one: tuple[str | None, str], other: tuple[str | None, str], first: int) -> None:
    findings = [
        report(one[1], publisher="Daily Post", published=one[0]),
        report(other[1], publisher="Evening Star", published=other[0], file="b.txt"),
    ]
    assert min((0, 1), key=lambda i: order_key(findings[i].document)) == first
    assert find_lineage(findings).order[0] == first


def test_undated_copies_have_one_original() -> None:
    copies = [report(LONG, publisher=f"Outlet {i}", published=None, file=f"{i}.txt") for i in range(5)]
    edges = [e for e in find_lineage(copies).edges if e.relation == "copies"]
    assert len(edges) == 4
    assert len({e.target for e in edges}) == 1
    assert not {e.source for e in edges} & {e.target for e in edges}


def test_a_citation_leads_to_the_outlets_reports_or_to_its_name() -> None:
    post = report(LONG, publisher="Daily Post", published="2024-03-12")
    star = report(
        OTHER, publisher="Evening Star", published="2024-03-13", file="b.txt",
        citations=(cites("Daily Post"), cites("Far Herald"), cites("Daily Post")),
    )  # fmt: skip
    edges = [(e.target, e.relation) for e in find_lineage([post, star]).edges]
    assert edges == [(post.document.id, "relays"), ("Far Herald", "relays")]


def test_an_outlet_that_cites_itself_points_at_no_report_of_its_own() -> None:
    star = report(OTHER, publisher="Evening Star", published="2024-03-13", citations=(cites("Evening Star"),))
    assert star.document.id not in {e.target for e in find_lineage([star]).edges}


def test_reports_of_one_publisher_are_joined_and_nameless_ones_are_not() -> None:
    one, two = (report(t, publisher="Daily Post", published="2024-03-12") for t in (LONG, OTHER))
    assert [e.relation for e in find_lineage([one, two]).edges] == ["same_publisher"]
    one, two = (report(t, publisher=None, published="2024-03-12") for t in (LONG, OTHER))
    assert find_lineage([one, two]).edges == ()


def test_an_empty_pile_and_an_empty_report() -> None:
    assert find_lineage([]).edges == ()
    assert find_lineage([make_findings(), make_findings(file="b.txt", publisher="Evening Star")]).edges == ()

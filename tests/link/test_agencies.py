"""Whose text it is: what an agency's name spreads along, and what it must not reach."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.link import link
from secondsource.link.agencies import Owed, find_owners, signature_of, with_common_agency, with_owner
from secondsource.link.copies import find_copies, page_of
from secondsource.model import Citation, Document, Findings, Furniture, Holder, Span

from .builders import make_findings, meeting, says, tells
from .test_copies import BRIDGE, CAPTION, HARBOUR, PILOT

AP = Holder("Associated Press", "agency")
REUTERS = Holder("Reuters", "agency")
SIGNED = {0: Owed(AP, 1.0, "signed by Associated Press")}


def owners(*documents: Document, signed: dict[int, Owed] = SIGNED) -> dict[int, str]:
    """Give whose each document is by position, where the first is signed by one agency."""
    pages = [page_of(d) for d in documents]
    copies = find_copies(pages, range(len(pages)))
    return {i: owed.agency.name for i, owed in find_owners(documents, pages, copies, signed).items() if owed.p >= 0.6}


def paper(text: str, outlet: str | None = None, **given: object) -> Document:
    return Document(str(hash((text, outlet))), "a.txt", text, outlet=outlet, **given)  # type: ignore[arg-type]


STORY = paper(f"{HARBOUR}\n{PILOT}", "Daily Post")


@pytest.mark.parametrize(
    ("other", "agency"),
    [
        (paper(f"{HARBOUR}\n{PILOT}", "Evening Star"), AP.name),
        (paper(HARBOUR, "Evening Star"), AP.name),
        (paper(f"{HARBOUR}\n{PILOT}\n{BRIDGE}", "Evening Star"), AP.name),
        (paper(f"{HARBOUR}\n{BRIDGE}\n{BRIDGE.replace('railway', 'iron').replace('year', 'spring')}", "Star"), None),
        (paper(BRIDGE, "Evening Star"), None),
        (paper(f"{HARBOUR}\n{PILOT}", "Ministry", official=True), None),
        (paper(f"{HARBOUR}\n{PILOT}", "Reuters"), None),
        (paper(f"{HARBOUR}\n{BRIDGE}", "Evening Star", author="Jane Doe"), None),
    ],
    ids=[
        "the same", "half of it", "most of a page", "a third of a page", "another matter", "a ministry's page",
        "another agency's page", "much of it, under another name",
    ],
)  # fmt: skip
def test_an_agencys_text_without_its_name(other: Document, agency: str | None) -> None:
    assert owners(STORY, other).get(1) == agency


def test_a_pile_where_nobody_signs_owes_nothing() -> None:
    assert owners(STORY, paper(STORY.text, "Evening Star"), signed={}) == {}


def test_an_agencys_own_publication_is_a_source_and_owes_nothing() -> None:
    found = owners(paper(STORY.text, "Reuters"), paper(STORY.text, "Evening Star"), signed={})
    assert found == {1: "Reuters"}
    wire = Holder("Northern Wire", "agency")
    pile = (paper(STORY.text, "Northern Wire"), paper(STORY.text, "Digest"))
    assert owners(*pile, signed={1: Owed(wire, 1.0, "")}) == {1: "Northern Wire"}


def test_two_pieces_of_one_agency_cover_a_page_together() -> None:
    signed = {0: SIGNED[0], 1: SIGNED[0]}
    page = paper(f"{HARBOUR}\n{PILOT}\n{BRIDGE}\n{CAPTION}", "Evening Star")
    assert 2 not in owners(paper(f"{HARBOUR}\n{CAPTION}", "A"), paper(PILOT, "B"), page, signed={1: SIGNED[0]})
    assert owners(paper(f"{HARBOUR}\n{CAPTION}", "A"), paper(PILOT, "B"), page, signed=signed)[2] == AP.name


def test_the_agency_that_covers_more_of_it_has_it() -> None:
    signed = {0: Owed(REUTERS, 1.0, ""), 1: SIGNED[0]}
    page = paper(f"{HARBOUR}\n{PILOT}\n{BRIDGE}", "Evening Star")
    assert owners(paper(HARBOUR, "A"), paper(f"{PILOT}\n{BRIDGE}", "B"), page, signed=signed)[2] == AP.name


@pytest.mark.parametrize(
    ("head", "agency"),
    [
        ("JANE DOE and JOHN ROE", AP.name),
        ("By Jane Doe", AP.name),
        ("Jane Doe,", AP.name),
        ("By Jane Doe and Ann Other", None),
        ("Jane Doe saw the bridge.", None),
        ("Jane", None),
    ],
)
def test_an_agencys_writer_is_known_by_name(head: str, agency: str | None) -> None:
    signed = paper(f"By Jane Doe and John Roe, Associated Press\n{HARBOUR}", "Post", author="Jane Doe and John Roe")
    assert owners(signed, paper(f"A bridge is closed\n{head}\n{BRIDGE}", "Evening Star")).get(1) == agency


def test_a_writer_of_two_agencies_tells_nothing() -> None:
    pile = [paper(text, "Post", author="Jane Doe") for text in (HARBOUR, PILOT)]
    signed = {0: SIGNED[0], 1: Owed(REUTERS, 1.0, "")}
    assert 2 not in owners(*pile, paper(f"By Jane Doe\n{BRIDGE}", "Evening Star"), signed=signed)


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"{HARBOUR} (AP Photo/Jane Doe)\n{PILOT}\n___\nRoe reported from Oslo.", AP.name),
        (f"{HARBOUR} (AP Photo/Jane Doe)\n{PILOT}", None),
        (f"{HARBOUR}\n{PILOT}\n___", None),
        (f"{HARBOUR} (AP Photo/Jane Doe)\n{PILOT}\n_____", None),
    ],
    ids=["rule and picture", "picture alone", "rule alone", "another rule"],
)
def test_a_house_style(text: str, agency: str | None) -> None:
    assert owners(paper(text, "Evening Star"), signed={}).get(0) == agency


def test_two_states_of_one_dispatch_are_surer() -> None:
    pages = [page_of(paper(f"{HARBOUR}\n{PILOT}")), page_of(paper(f"{HARBOUR}\n{BRIDGE}"))]
    copies = find_copies(pages, [0, 1])
    assert [c.p for c in copies] == [0.5]
    assert [c.p for c in with_common_agency(copies, {0: SIGNED[0], 1: SIGNED[0]})] == [0.8]
    assert [c.p for c in with_common_agency(copies, {0: SIGNED[0], 1: Owed(REUTERS, 1.0, "")})] == [0.5]
    assert [c.p for c in with_common_agency(copies, SIGNED)] == [0.5]


# --- what follows -----------------------------------------------------------------------------------------------------


def report(*texts: str, publisher: str, file: str, **given: object) -> Findings:
    return make_findings(*(says(t) for t in texts), publisher=publisher, file=file, **given)  # type: ignore[arg-type]


def signed_report(*texts: str, publisher: str, file: str, said: str = "") -> Findings:
    """Give a report that an agency signs in a line that is no sentence; with `said` it also tells of a meeting."""
    told = [tells(meeting(), said=said)] if said else []
    sentences = (*(says(t) for t in texts), *told)
    found = make_findings(*sentences, publisher=publisher, file=file, basis="relays", lead=AP)
    end = len(found.document.text)
    document = replace(
        found.document,
        text=f"{found.document.text}\nThe Associated Press",
        furniture=(Furniture(end + 1, end + 21, "credit"),),
    )
    line = Span(document.id, end + 1, end + 21)
    return replace(found, document=document, citations=(Citation(line, AP, "relays"),))


def test_a_signature_is_a_line_and_no_sentence() -> None:
    found = signed_report(HARBOUR, publisher="Daily Post", file="a.txt")
    signature = signature_of(found)
    assert signature is not None
    assert signature.agency == AP
    assert signature_of(replace(found, citations=(Citation(found.sentences[0], AP, "relays"),))) is None
    assert signature_of(replace(found, lead=Holder("Daily Post", "outlet"))) is None
    assert signature_of(replace(found, lead=None)) is None


def test_an_unsigned_copy_is_the_agencys_in_the_dossier() -> None:
    post = signed_report(HARBOUR, PILOT, publisher="Daily Post", file="a.txt")
    star = report(HARBOUR, PILOT, publisher="Evening Star", file="b.txt")
    other = report(BRIDGE, publisher="Morning Sun", file="c.txt")
    groups = link([post, star, other])
    of_star, of_other = groups.findings[1], groups.findings[2]
    assert (of_star.basis, of_star.lead, of_star.origins[0]) == ("relays", AP, AP.name)
    assert all(a.holders[0] == AP and a.holders[-1].name == "Evening Star" for a in of_star.assertions)
    assert of_other == other
    relays = [e for e in groups.edges if e.relation == "relays" and e.target == AP.name]
    assert {e.source for e in relays} == {post.document.id, star.document.id}
    shown = next(e.quote for e in relays if e.source == star.document.id)
    assert shown in star.sentences


def test_two_papers_with_different_texts_of_one_agency_are_one_origin() -> None:
    pile = [
        signed_report(HARBOUR, publisher="Daily Post", file="a.txt", said="once"),
        signed_report(PILOT, publisher="Evening Star", file="b.txt", said="in other words"),
    ]
    told = [t for claim in link(pile).claims for t in claim.testimony]
    assert {t.evidence.outlet for t in told} == {"Daily Post", "Evening Star"}
    assert {(t.evidence.origin, t.evidence.q, t.evidence.ground) for t in told} == {(AP.name, 1.0, "own")}


def test_what_somebody_else_says_stays_his() -> None:
    envoy = Holder("Anna Berg", "person", "Norway")
    found = make_findings(says(HARBOUR, envoy), says(PILOT), publisher="Evening Star")
    owned = with_owner(found, SIGNED[0], None)
    assert [a.holders[0] for a in owned.assertions] == [envoy, AP]
    assert with_owner(found, None, None) == found
    assert with_owner(found, Owed(AP, 0.5, ""), None) == found
    assert with_owner(replace(found, basis="official"), SIGNED[0], None).basis == "official"

from __future__ import annotations

from datetime import date

import pytest

from secondsource.model import When
from secondsource.show.page import page
from secondsource.show.page.ledger import Row, ledger

from ..builders import make_assertion, make_claim, make_document, make_dossier, make_event
from .reports import make_findings


def rows_of(**given: object) -> dict[str, Row]:
    return {row.claim.id: row for row in ledger(make_dossier(**given)).rows}


def test_every_claim_has_a_row_with_its_event_and_its_parties() -> None:
    found = rows_of()
    assert set(found) == {"c1", "c2", "c3", "c4"}
    assert (found["c1"].type, found["c1"].parties) == ("consult", ("Freedonia", "Rudolf", "Rufus", "Ruritania"))
    assert (found["c3"].type, found["c3"].parties) == ("", ("Ministry of Ruritania",))


@pytest.mark.parametrize(
    ("published", "reported"),
    [
        ((None, None), None),
        ((When(date(2024, 5, 3), date(2024, 5, 3), ""), None), date(2024, 5, 3)),
        ((When(date(2024, 5, 3), date(2024, 5, 3), ""), When(date(2024, 5, 1), None, "")), date(2024, 5, 3)),
    ],
)
def test_first_reported_is_the_first_day_of_a_document_that_carries_it(
    published: tuple[When | None, ...], reported: date | None
) -> None:
    documents = tuple(make_document(f"{n}.txt", published=when) for n, when in enumerate(published))
    said = tuple(make_assertion(file=document.file) for document in documents)
    late = make_assertion(file="late.txt", stance="denies")
    claim = make_claim(supporting=said, refuting=(late,))
    earlier = make_document("late.txt", published=When(date(2020, 1, 1), date(2020, 1, 1), ""))
    row = rows_of(documents=(*documents, earlier), claims=(claim,))["c1"]
    assert (row.reported and row.reported.latest) == reported
    assert row.documents == len(documents) + 1


def test_contradicted_is_what_a_report_denies_or_tells_otherwise() -> None:
    denied = make_claim("c2", refuting=(make_assertion(stance="denies"),))
    found = rows_of(claims=(make_claim("c1"), denied, make_claim("c3")))
    assert [found[each].contradicted for each in ("c1", "c2", "c3")] == [True, True, False]


def test_the_lists_of_the_filter_offer_what_is_there_once() -> None:
    events = (make_event(), make_event("e2", type=None))
    found = ledger(make_dossier(events=events))
    assert found.statuses == ("confirmed", "realised", "unverified", "denied")
    assert found.kinds == ("occurred", "planned", "statement")
    assert found.types == ("consult",)
    assert len(set(found.parties)) == len(found.parties)


def test_without_a_script_the_ledger_is_whole() -> None:
    html = page(make_dossier(), [make_findings("a.txt", "The ministers met.")])
    body = html.partition('id="ledger-rows"')[2].partition("</thead>")[2].partition("</table>")[0]
    assert body.count("<tr") == len(make_dossier().claims)
    assert "hidden" not in body
    assert ".no-script form.filter { display: none }" in html

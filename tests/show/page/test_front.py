from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.dossier import Contradiction, DossierClaim, Side
from secondsource.model import ClaimStatus, Origins
from secondsource.show.page.front import SHOWN, front, verdict
from secondsource.show.phrases import BORNE_OUT, CONTESTED, STATUS_ORDER, THIN

from ..builders import make_assertion, make_claim, make_dossier, make_event


def told(identity: str, status: ClaimStatus = "single-source", **given: object) -> DossierClaim:
    """A claim with a sentence of its own."""
    return make_claim(identity, status, supporting=(make_assertion(file=f"{identity}.txt"),), **given)


def repeated(identity: str, documents: int, origins: Origins, status: ClaimStatus = "single-source") -> DossierClaim:
    said = tuple(make_assertion(file=f"{identity}-{number}.txt") for number in range(documents))
    return make_claim(identity, status, event=None, supporting=said, origins=origins)


def test_each_list_holds_what_its_title_says_and_no_claim_twice() -> None:
    claims = tuple(told(f"{status}{n}", status, event=None) for status in STATUS_ORDER for n in range(9))
    first = front(make_dossier(claims=claims))
    assert {claim.status for claim in first.strongest} <= BORNE_OUT
    assert {claim.status for claim in first.weakest} <= THIN
    assert {claim.status for claim in first.contested} <= CONTESTED
    assert [len(each) for each in (first.strongest, first.weakest, first.contested)] == [SHOWN] * 3
    assert sum(number for _, number in first.held) == len(claims)
    assert [status for status, _ in first.held] == list(STATUS_ORDER)


def test_weakest_first_is_what_most_documents_repeat_for_the_origins_behind_it() -> None:
    claims = (
        repeated("lone", 1, Origins(0, 1, 0), status="unverified"),
        repeated("echoed", 6, Origins(1, 1, 1)),
        repeated("rumour", 6, Origins(0, 1, 0), status="unverified"),
        repeated("two", 2, Origins(1, 2, 1)),
        repeated("sound", 9, Origins(2, 2, 2), status="confirmed"),
    )
    assert [claim.id for claim in front(make_dossier(claims=claims)).weakest] == ["rumour", "echoed", "lone", "two"]


def test_one_happening_stands_once_on_the_front_page() -> None:
    again = replace(told("c3", event="e2"), id="c4", event=None)  # the same sentence
    claims = (told("c1", "corroborated"), told("c2"), told("c3", event="e2"), again)
    first = front(make_dossier(claims=claims))
    assert [claim.id for claim in first.strongest] == ["c1"]
    assert [claim.id for claim in first.weakest] == ["c3"]


def test_where_nothing_is_borne_out_the_page_says_that_these_only_come_nearest() -> None:
    first = front(make_dossier(claims=(told("c1"), told("c2", "unverified", event="e2"))))
    assert not first.borne_out
    assert [claim.id for claim in first.strongest] == ["c1"]
    assert [claim.id for claim in first.weakest] == ["c2"]


def test_contradictions_in_a_line_the_garbled_last_and_a_denial_not_told_twice() -> None:
    sides = (Side("May 1", ()), Side("May 2 " * 40, ()))
    garbled = Contradiction("date", "c1", sides, same_lineage=True)
    found = (
        garbled,
        replace(garbled, slot="polarity"),
        replace(garbled, slot="place", claim="gone", same_lineage=False),
    )
    first = front(make_dossier(contradictions=found))
    assert [each.slot for each in first.contradictions] == ["place", "date"]
    assert first.contradictions[1].sides.startswith("May 1 against May 2")
    assert len(first.contradictions[1].sides) < 120
    assert first.contradictions[0].claim is None


def test_a_plan_stands_beside_what_came_of_it_and_a_contested_one_among_the_contested() -> None:
    held, awaited = make_event("e1"), make_event("e2", status="planned")
    claims = (
        make_claim("c1", "realised", modality="planned", event="e1"),
        make_claim("c2", modality="planned", event="e2"),
        make_claim("c3", "disputed", modality="planned", event=None),
        make_claim("c4"),
    )
    first = front(make_dossier(claims=claims, events=(held, awaited)))
    assert {(plan.claim.id, plan.event and plan.event.id) for plan in first.plans} == {
        ("c1", "e1"),
        ("c2", None),
        ("c3", None),
    }
    assert first.planned == 3
    assert [claim.id for claim in first.contested] == ["c3"]


@pytest.mark.parametrize(
    ("statuses", "words"),
    [
        ((), "No claim was found in what was read."),
        (("denied",), "Of 1 claim: 0 borne out by independent origins, 0 on one origin or on none, 1 disputed,"),
        (("confirmed", "realised", "lapsed"), "Of 3 claims: 2 borne out by independent origins, 1 on one origin or"),
    ],
)
def test_verdict(statuses: tuple[ClaimStatus, ...], words: str) -> None:
    assert verdict(tuple(make_claim(status=status) for status in statuses)).startswith(words)

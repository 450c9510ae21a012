from __future__ import annotations

import pytest

from secondsource.model import ClaimStatus, EventStatus
from secondsource.show.page.standing import Standing, most_told, standing, told

from ..builders import make_claim, make_dossier, make_event
from .reports import make_told


@pytest.mark.parametrize(
    ("event", "claim", "expected"),
    [
        ("occurred", "confirmed", "borne out"),
        ("occurred", "corroborated", "borne out"),
        ("occurred", "realised", "borne out"),
        ("occurred", "single-source", "on thin ground"),
        ("occurred", "unverified", "on thin ground"),
        ("alleged", "unverified", "on thin ground"),
        # That somebody plans it may be sure; that it took place is not.
        ("planned", "confirmed", "planned"),
        ("planned", "lapsed", "planned"),
        ("alleged", "confirmed", "on thin ground"),
        ("occurred", "disputed", "disputed, denied or did not occur"),
        ("planned", "superseded", "disputed, denied or did not occur"),
        ("denied", "denied", "disputed, denied or did not occur"),
        ("did_not_occur", "corroborated", "disputed, denied or did not occur"),
    ],
)
def test_only_what_took_place_and_is_borne_out_counts_as_borne_out(
    event: EventStatus, claim: ClaimStatus, expected: Standing
) -> None:
    assert standing(make_event(status=event), make_claim(status=claim)) == expected


def test_every_event_is_told_with_its_claim_and_the_days_of_its_reports() -> None:
    events = told(make_dossier())
    assert [(each.event.id, each.claim.id) for each in events] == [("e1", "c1"), ("e2", "c2")]
    assert [str(day) for day in events[0].reported] == ["2024-05-03"]


def test_the_title_of_a_mark_says_what_stands_behind_it() -> None:
    assert make_told().words == "Ruritania-Freedonia talks: 2024-05-01 to 2024-05-02; single-source"
    assert make_told(status="planned").words.endswith("; single-source; planned")


def test_the_most_told_keep_their_order() -> None:
    few, many = make_told("e1", mentions=()), make_told("e2")
    assert most_told([few, many], 1) == [many]
    assert most_told([few, many], 2) == [few, many]

from __future__ import annotations

from datetime import date

import pytest

from secondsource.model import EventStatus, When
from secondsource.show.plans import plans

from .builders import make_claim, make_dossier, make_event

DAY = date(2024, 5, 10)


def due(first: int | None, last: int | None) -> When:
    return When(date(2024, 5, first) if first else None, date(2024, 5, last) if last else None, "")


@pytest.mark.parametrize(
    ("status", "when", "as_of", "came", "shown"),
    [
        ("occurred", due(3, 3), DAY, "occurred", True),
        ("did_not_occur", due(20, 20), DAY, "did not occur", True),
        ("planned", due(11, 12), DAY, "still ahead", False),
        ("planned", due(10, 12), DAY, "nothing later in this pile", False),  # begins on the day
        ("planned", due(3, 9), DAY, "was due; nothing later in this pile", False),
        ("planned", due(3, 10), DAY, "was due; nothing later in this pile", False),
        ("planned", due(None, 9), DAY, "was due; nothing later in this pile", False),
        ("planned", due(3, None), DAY, "nothing later in this pile", False),  # some day after
        ("planned", None, DAY, "nothing later in this pile", False),
        ("planned", due(20, 20), None, "nothing later in this pile", False),
    ],
)
def test_what_came_of_a_plan(
    status: EventStatus, when: When | None, as_of: date | None, came: str, shown: bool
) -> None:
    event = make_event(status=status, when=when)
    claims = (make_claim(modality="planned"), make_claim("c2"))
    (plan,) = plans(make_dossier(claims=claims, events=(event,), as_of=as_of))
    assert (plan.claim.id, plan.due, plan.came) == ("c1", when, came)
    assert (plan.event is event) == shown


def test_a_plan_without_an_event_has_no_day() -> None:
    (plan,) = plans(make_dossier(claims=(make_claim(modality="planned", event=None),)))
    assert (plan.due, plan.came, plan.event) == (None, "nothing later in this pile", None)

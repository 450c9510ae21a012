from __future__ import annotations

from secondsource.dossier import Channel, Meeting
from secondsource.show.page.channels import rows

from .reports import make_told


def test_a_channel_is_a_row_with_its_gaps_and_its_next_meeting() -> None:
    held = (Meeting("e1", 1), Meeting("e2", 4), Meeting("x", None))
    channel = Channel("k1", "Rudolf and Rufus", ("Rudolf", "Rufus"), held, "e3")
    (row,) = rows([channel], [make_told("e1"), make_told("e2"), make_told("e3", status="planned")])
    assert [(stop.id, stop.order, bool(stop.gap), stop.next) for stop in row.stops] == [
        ("e1", 1, False, False), ("e2", 4, True, False), ("x", None, False, False), ("e3", None, False, True),
    ]  # fmt: skip
    assert "meeting 2, 3" in row.stops[1].gap
    assert [stop.told.event.id if stop.told else None for stop in row.stops] == ["e1", "e2", None, "e3"]

from __future__ import annotations

import pytest
from lxml import etree  # type: ignore[import-untyped]

from secondsource.model import ClaimStatus, EventStatus, Origins, Participant
from secondsource.show.page.meetings import DRAWN, Line, meetings
from secondsource.show.page.standing import Told

from ..builders import make_claim
from .reports import make_told

SVG = "{http://www.w3.org/2000/svg}"


def party(name: str, side: str | None = None, role: str = "party") -> Participant:
    return Participant(name, side, role)  # type: ignore[arg-type]


def met(identity: str, *parties: Participant, status: EventStatus = "occurred", **given: object) -> Told:
    return make_told(identity, status, participants=parties, **given)


def parties_of(each: Told) -> tuple[str, ...]:
    return meetings([each]).met[0].parties


RURITANIA, FREEDONIA = party("Rudolf", "Ruritania"), party("Rufus", "Freedonia")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((RURITANIA, FREEDONIA), ("Freedonia", "Ruritania")),
        ((RURITANIA, party("Sapt", "Ruritania"), FREEDONIA), ("Freedonia", "Ruritania")),
        # Of one side, they are themselves; of none, too.
        ((RURITANIA, party("Sapt", "Ruritania")), ("Rudolf", "Sapt")),
        ((RURITANIA, party("Black Michael")), ("Black Michael", "Rudolf")),
        ((RURITANIA, FREEDONIA, party("Black Michael")), ("Black Michael", "Freedonia", "Ruritania")),
    ],
)
def test_who_met_is_named_by_side_or_by_person(given: tuple[Participant, ...], expected: tuple[str, ...]) -> None:
    assert parties_of(met("e1", *given)) == expected


@pytest.mark.parametrize(
    "event",
    [
        met("e1", RURITANIA),
        met("e1", RURITANIA, party("officials")),
        met("e1", RURITANIA, FREEDONIA, type="ASSAULT"),
        met("e1", RURITANIA, FREEDONIA, type=None),
        # Each agreed to something: that is no meeting.
        met("e1", party("Rudolf", "Ruritania", "actor"), party("Rufus", "Freedonia", "actor"), type="AGREE"),
        # Two who are visited by nobody in particular have not met each other.
        met("e1", party("men", None, "actor"), party("R", "Ruritania", "recipient"), party("F", "Fr", "recipient"),
            modes=("visit",)),
    ],
)  # fmt: skip
def test_what_is_no_meeting_of_two_is_left_out(event: Told) -> None:
    assert meetings([event]).met == ()
    assert meetings([event]).picture is None


def test_an_agreement_that_parties_signed_together_is_a_meeting() -> None:
    assert parties_of(met("e1", RURITANIA, FREEDONIA, type="AGREE")) == ("Freedonia", "Ruritania")


@pytest.mark.parametrize(
    ("status", "claim", "least", "expected"),
    [
        ("occurred", "confirmed", 2, "two origins or more"),
        ("occurred", "corroborated", 3, "two origins or more"),
        ("occurred", "confirmed", 1, "one origin"),
        ("occurred", "single-source", 1, "one origin"),
        ("occurred", "unverified", 0, "unconfirmed or planned"),
        ("alleged", "single-source", 1, "unconfirmed or planned"),
        ("planned", "confirmed", 4, "unconfirmed or planned"),
        ("planned", "lapsed", 1, "unconfirmed or planned"),
        ("occurred", "disputed", 3, "disputed, denied or did not occur"),
        ("denied", "denied", 0, "disputed, denied or did not occur"),
        ("did_not_occur", "confirmed", 2, "disputed, denied or did not occur"),
    ],
)
def test_a_line_is_drawn_as_weakly_as_it_stands(
    status: EventStatus, claim: ClaimStatus, least: int, expected: Line
) -> None:
    rated = make_claim("c-e1", claim, origins=Origins(least, least, least))
    (found,) = meetings([met("e1", RURITANIA, FREEDONIA, status=status, claim=rated)]).met
    assert found.line == expected


def links(picture: str | None) -> list[str]:
    assert picture is not None
    return [link.get("href") for link in etree.fromstring(picture.encode()).iter(f"{SVG}a")]


def test_meetings_of_two_share_a_line_for_each_way_of_standing() -> None:
    twice = [met("e1", RURITANIA, FREEDONIA), met("e2", FREEDONIA, RURITANIA, mentions=())]
    plan = met("e3", RURITANIA, FREEDONIA, status="planned")
    assert sorted(links(meetings([*twice, plan]).picture)) == ["#claim-c-e3", "#met-e1"]


def test_a_denied_meeting_has_a_bar_across() -> None:
    held, denied = met("e1", RURITANIA, FREEDONIA), met("e1", RURITANIA, FREEDONIA, status="denied")
    assert len(links(meetings([held]).picture)) == 1
    assert links(meetings([denied]).picture) == ["#claim-c-e1"] * 2


def test_an_arrow_leads_from_visitor_to_host_and_hosts_are_not_joined() -> None:
    visitor = party("Rudolf", "Ruritania", "actor")
    hosts = [party(side, side, "recipient") for side in ("Freedonia", "Sylvania")]
    found = meetings([met("e1", visitor, *hosts, modes=("visit",))])
    assert found.met[0].visitors == {"Ruritania"}
    assert len(links(found.picture)) == 2
    assert "rotate(" in (found.picture or "")
    assert "rotate(" not in (meetings([met("e1", RURITANIA, FREEDONIA)]).picture or "")


def test_many_who_met_at_once_are_joined_to_their_meeting() -> None:
    many = [party(f"Minister {i}", f"Country {i}") for i in range(9)]
    assert len(links(meetings([met("e1", *many)]).picture)) == 9 + 1


def test_no_more_nodes_than_can_be_told_apart() -> None:
    pairs = [met(f"e{i:02d}", party("a", f"Country {i}"), party("b", f"Land {i}")) for i in range(DRAWN)]
    found = meetings(pairs)
    assert (found.drawn, len(found.met)) == (DRAWN // 2, DRAWN)


def test_a_picture_is_the_same_every_time() -> None:
    pairs = [met(f"e{i}", party("a", f"Country {i}"), party("b", f"Country {i * i % 7 + 8}")) for i in range(8)]
    assert meetings(pairs).picture == meetings(pairs).picture


def test_hostile_names_stay_text() -> None:
    hostile = '"><script>alert(1)</script>\x00\u202e'
    picture = meetings([met("e1", party(hostile, hostile), FREEDONIA, label=hostile)]).picture or ""
    assert "<script" not in picture
    assert "\u202e" not in picture

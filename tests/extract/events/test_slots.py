"""Place, When, order, publicity and figures of an event."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.extract.events.slots import moved
from secondsource.model import EventMention, Findings, Shift, When


def _events(findings: Findings, word: str) -> list[EventMention]:
    text = findings.document.text
    return [e for e in findings.events if text[e.trigger.start : e.trigger.end] == word]


# (text, word that tells of the event, its places)
PLACES = [
    ("Kenya's president met his Somali counterpart in Nairobi.", "met", ["Nairobi"]),
    ("Greek and Turkish officers met in Bern, Switzerland.", "met", ["Bern"]),
    ("Gunmen attacked a convoy near Gao, Mali.", "attacked", ["Gao"]),
    ("The Vienna talks between Iran and France ended.", "talks", ["Vienna"]),
    ("Egypt and Sudan held talks on Libya in Cairo.", "talks", ["Cairo"]),
    (
        "Meetings between Laos and Thailand took place in Hanoi, Bangkok and Manila.",
        "Meetings",
        ["Hanoi", "Bangkok", "Manila"],
    ),
    ("Officials from Tokyo and Seoul met in Singapore.", "met", ["Singapore"]),
    ("The Spanish foreign minister visited Rabat.", "visited", ["Rabat"]),
    ("Libyan officials met Italian diplomats at the embassy in Tunis.", "met", ["Tunis"]),
    ("Chad and Libya signed a treaty in the city of Sabha.", "signed", ["Sabha"]),
    ("Beijing and Delhi held talks.", "talks", [None]),
    ("The Peruvian president, born in Cusco, met Bolivian officials.", "met", [None]),
    ("Moscow accused Kyiv of shelling Belgorod.", "shelling", ["Belgorod"]),
    ("A ship was attacked in the Red Sea by Yemeni rebels.", "attacked", ["Red Sea"]),
    ("In Dakar, Malian envoys met Senegalese ministers.", "met", ["Dakar"]),
    ("Malian envoys met the French ambassador to Senegal.", "met", [None]),
    pytest.param(
        "Iran will host talks between Armenia and Azerbaijan on Thursday.",
        "talks",
        ["Iran"],
        marks=pytest.mark.xfail(
            strict=True, reason="events._host_country: the first country among the parties, not the subject of “host”"
        ),
    ),
    ("Hungary hosted a meeting of Serbian and Turkish ministers in Budapest.", "meeting", ["Budapest"]),
]


@pytest.mark.parametrize(("text", "word", "places"), PLACES)
def test_where(findings_of: Callable[..., Findings], text: str, word: str, places: list[str | None]) -> None:
    found = [e.place.name if e.place is not None else None for e in _events(findings_of(text), word)]
    assert found == places


# (text published on Wednesday 15 June 2022, word, first day, last day)
TIMES = [
    ("Kenyan and Somali officials met in Nairobi on Monday.", "met", "2022-06-13", "2022-06-13"),
    ("Kenyan and Somali officials will meet in Nairobi on Friday.", "meet", "2022-06-17", "2022-06-17"),
    ("On 3 May 2021, Greek and Turkish officers met in Bern.", "met", "2021-05-03", "2021-05-03"),
    ("Greek and Turkish officers met in Bern in May 2021.", "met", "2021-05-01", "2021-05-31"),
    ("The talks between Laos and China, held in 2019, were brief.", "talks", "2019-01-01", "2019-12-31"),
    pytest.param(
        "Planned talks between Oman and Yemen were called off on Sunday.",
        "talks",
        None,
        None,
        marks=pytest.mark.xfail(strict=True, reason="slots.time_of: the day of the cancelling is given to the talks"),
    ),
    pytest.param(
        "Algeria accused Morocco of bombing a convoy in November 2021.",
        "accused",
        None,
        None,
        marks=pytest.mark.xfail(
            strict=True, reason="slots.near: a verb's whole subtree counts as its own, the clause under “of” included"
        ),
    ),
    ("Peru, independent since 1821, attacked Ecuador in January 1995.", "attacked", "1995-01-01", "1995-01-31"),
    ("Chad said on Tuesday that Libyan gunmen attacked a village on Sunday.", "attacked", "2022-06-12", "2022-06-12"),
    ("Oman and Yemen held talks on 4-6 April 2022.", "talks", "2022-04-04", "2022-04-06"),
    ("Latvia expelled two Belarusian diplomats yesterday.", "expelled", "2022-06-14", "2022-06-14"),
    ("Latvia, which joined the alliance in 2004, expelled two Belarusian diplomats.", "expelled", None, None),
    ("Nepal said on Monday that Indian and Nepalese officials met in Delhi.", "met", None, None),
    ("Cuba and Haiti signed a treaty that expires in 2030.", "signed", None, None),
]


@pytest.mark.parametrize(("text", "word", "first", "last"), TIMES)
def test_when(findings_of: Callable[..., Findings], text: str, word: str, first: str | None, last: str | None) -> None:
    found = [e.when for e in _events(findings_of(text), word)]
    days = [(str(w.earliest), str(w.latest)) if w is not None else None for w in found]
    assert days == [(first, last) if first is not None else None]


# (text, word of the event told by distance, first day, last day)
DISTANCES = [
    (
        "Greek and Turkish officers met in Bern on 3 May 2022. Two days later, Greece expelled the Turkish ambassador.",
        "expelled",
        "2022-05-05",
        "2022-05-05",
    ),
    (
        "Chad attacked Libya on 1 March 2022. Three weeks later, Libyan and Chadian envoys met in Tunis.",
        "met",
        "2022-03-22",
        "2022-03-22",
    ),
    (
        "Three weeks after Chad attacked Libya on 1 March 2022, Egypt and Sudan met in Tunis.",
        "met",
        "2022-03-22",
        "2022-03-22",
    ),
    (
        "Peru recalled its ambassador from Chile in January 2022. Four months later, Chile and Peru signed a treaty.",
        "signed",
        "2022-05-01",
        "2022-05-31",
    ),
    (
        "Fiji and Tonga met on 10 May 2022. The day before, Tonga arrested a Fijian captain.",
        "arrested",
        "2022-05-09",
        "2022-05-09",
    ),
    (
        "Turkey bombed Iraq on Monday, a day after rebels attacked a Turkish convoy.",
        "attacked",
        "2022-06-12",
        "2022-06-12",
    ),
    (
        "Oman and Yemen met on 10 May 2022, five days after Saudi Arabia bombed a Yemeni port.",
        "bombed",
        "2022-05-05",
        "2022-05-05",
    ),
]


@pytest.mark.parametrize(("text", "word", "first", "last"), DISTANCES)
def test_days_told_by_distance(
    findings_of: Callable[..., Findings], text: str, word: str, first: str, last: str
) -> None:
    found = [e.when for e in _events(findings_of(text), word)]
    assert [(str(w.earliest), str(w.latest)) for w in found if w is not None] == [(first, last)]


# (text, word, which in a row)
ORDERS = [
    ("The third meeting between Laos and China took place in May.", "meeting", 3),
    ("The first talks between Oman and Iran took place in May.", "talks", 1),
    ("Oman and Iran held their second round of talks in May.", "round", 2),
    ("Nepal and India held an inaugural summit in Delhi.", "summit", 1),
    ("Laos and China met on the third day of May.", "met", None),
    ("The long meeting between Laos and China took place in May.", "meeting", None),
]


@pytest.mark.parametrize(("text", "word", "order"), ORDERS)
def test_order(findings_of: Callable[..., Findings], text: str, word: str, order: int | None) -> None:
    assert [e.order for e in _events(findings_of(text), word)] == [order]


PUBLICITY = [
    ("Israeli and Saudi officials secretly met in Amman.", "met", "secret"),
    ("Israeli and Saudi officials held secret talks in Amman.", "talks", "secret"),
    ("Israeli and Saudi officials met behind closed doors in Amman.", "met", "secret"),
    ("Israeli and Saudi officials met publicly in Amman.", "met", "public"),
    ("Israeli and Saudi officials met in Amman.", "met", None),
    pytest.param(
        "The secret service chiefs of Israel and Egypt met in Amman.",
        "met",
        None,
        marks=pytest.mark.xfail(
            strict=True, reason="slots.publicity_of: “secret” of a secret service is the meeting's"
        ),
    ),
    ("Sudan's Secretary of State met Egyptian officials in Amman.", "met", None),
]


@pytest.mark.parametrize(("text", "word", "publicity"), PUBLICITY)
def test_publicity(findings_of: Callable[..., Findings], text: str, word: str, publicity: str | None) -> None:
    assert [e.publicity for e in _events(findings_of(text), word)] == [publicity]


FIGURES = [
    ("Poland deployed 10,000 soldiers along the Belarusian border.", "deployed", {(10000.0, "soldier")}),
    ("An airstrike on Khartoum killed nine civilians on Sunday.", "airstrike", {(9.0, "civilian")}),
    ("Norway sent 1.5 million shells to Ukraine.", "sent", {(1500000.0, "shell")}),
    ("Rwanda arrested twenty-two Congolese soldiers.", "arrested", {(22.0, "soldier")}),
    pytest.param(
        "Ghana expelled two dozen Togolese diplomats.",
        "expelled",
        {(24.0, "diplomat")},
        marks=pytest.mark.xfail(strict=True, reason="slots._value: “two dozen” is two of the unit dozen"),
    ),
    ("Turkey shot down three hundred drones over Libya.", "shot", {(300.0, "drone")}),
    ("Greek and Turkish officers met on 3 May 2021.", "met", set()),
    ("The two countries, Laos and China, held talks.", "talks", set()),
    ("North Korea launched four missiles and six rockets.", "launched", {(4.0, "missile"), (6.0, "rocket")}),
    ("Sri Lanka arrested 12 Indian fishermen and seized two trawlers.", "arrested", {(12.0, "fisherman")}),
    pytest.param(
        "Qatar gave Lebanon $60 million in aid.",
        "gave",
        {(60000000.0, "$")},
        marks=pytest.mark.xfail(
            strict=True, reason="slots.figures_of: a sum of money that is itself an object is no figure"
        ),
    ),
]


@pytest.mark.parametrize(("text", "word", "figures"), FIGURES)
def test_figures(findings_of: Callable[..., Findings], text: str, word: str, figures: set[tuple[float, str]]) -> None:
    found = _events(findings_of(text), word)
    assert found
    assert {(f.value, f.unit) for e in found for f in e.figures} == figures


def test_moved_keeps_a_vague_date_vague() -> None:
    may = When(date(2023, 5, 1), date(2023, 5, 31), "May 2023")
    assert moved(may, Shift(3, "month", "after"), "x") == When(date(2023, 8, 1), date(2023, 8, 31), "x")
    january = When(date(2023, 1, 1), date(2023, 1, 31), "January 2023")
    assert moved(january, Shift(1, "month", "after"), "x") == When(date(2023, 2, 1), date(2023, 2, 28), "x")
    assert moved(When(None, None, "some day"), Shift(3, "week", "before"), "x") == When(None, None, "x")


_DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
_SHIFTS = st.builds(
    Shift, st.integers(0, 60), st.sampled_from(["day", "week", "month", "year"]), st.sampled_from(["before", "after"])
)


@given(_DAYS, st.integers(0, 400), _SHIFTS)
def test_moved_stays_an_interval_in_the_right_direction(day: date, length: int, shift: Shift) -> None:
    latest = date.fromordinal(day.toordinal() + length)
    result = moved(When(day, latest, "then"), shift, "later")
    assert result.earliest is not None
    assert result.latest is not None
    assert result.earliest <= result.latest
    if shift.direction == "after":
        assert result.latest >= latest or shift.unit in ("month", "year")
        assert result.latest >= day
    else:
        assert result.earliest <= day or shift.unit in ("month", "year")


@given(_DAYS, st.integers(0, 1000), st.sampled_from(["day", "week"]))
def test_moved_days_there_and_back(day: date, count: int, unit: str) -> None:
    there = moved(When(day, day, ""), Shift(count, unit, "after"), "")  # type: ignore[arg-type]
    assert moved(there, Shift(count, unit, "before"), "") == When(day, day, "")  # type: ignore[arg-type]

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from secondsource.model import When
from secondsource.show.page.timeline import DRAWN, ticks_of, timeline, window_of

from .reports import make_told

SVG = "{http://www.w3.org/2000/svg}"
DAY = date(2024, 5, 3)


def when(earliest: date | None, latest: date | None) -> When:
    return When(earliest, latest, "then")


def words(picture: str | None) -> list[str]:
    assert picture is not None
    return [text.text or "" for text in etree.fromstring(picture.encode()).iter(f"{SVG}text", f"{SVG}tspan")]


def test_dated_events_stand_in_their_order_and_the_undated_beside() -> None:
    late = make_told("late", when=when(DAY, DAY))
    early = make_told("early", when=when(None, DAY - timedelta(40)))
    never, open_both = make_told("never", when=None), make_told("open", when=when(None, None))
    found = timeline([late, early, never, open_both], DAY)
    assert [each.event.id for each in found.dated] == ["early", "late"]
    assert {each.event.id for each in found.undated} == {"never", "open"}
    assert found.drawn == 2


def test_nothing_dated_gives_no_picture() -> None:
    assert timeline([make_told(when=None)], DAY).picture is None
    assert timeline([], None).picture is None


def test_more_events_than_can_be_read_leave_the_least_told_out() -> None:
    many = [make_told(f"e{i}", when=when(DAY + timedelta(i), DAY + timedelta(i))) for i in range(DRAWN + 3)]
    found = timeline(many, None)
    assert (found.drawn, len(found.dated)) == (DRAWN, DRAWN + 3)


@pytest.mark.parametrize(
    ("earliest", "latest", "arrows"),
    [(DAY, DAY, 0), (DAY, None, 1), (None, DAY, 1), (DAY - timedelta(30), DAY + timedelta(30), 0)],
)
def test_an_end_that_nobody_gives_is_marked_as_open(earliest: date | None, latest: date | None, arrows: int) -> None:
    frame = [make_told(f"f{i}", when=when(d, d)) for i, d in enumerate((DAY - timedelta(90), DAY + timedelta(90)))]
    root = etree.fromstring((timeline([*frame, make_told(when=when(earliest, latest))], None).picture or "").encode())
    assert len([line for line in root.iter(f"{SVG}line") if line.get("stroke-dasharray") == "1,4"]) == arrows


def test_reports_have_a_tick_each_and_the_end_of_the_pile_a_line() -> None:
    bare = timeline([make_told(when=when(DAY, DAY))], None).picture or ""
    told = timeline([make_told(when=when(DAY, DAY), reported=(DAY, DAY + timedelta(5)))], DAY).picture or ""
    assert "reported on 2024-05-03" in told
    assert "reported on 2024-05-08" in told
    assert "reported on" not in bare


def test_labels_are_whole_lines_of_their_column() -> None:
    label = "The foreign ministers of Ruritania and of Freedonia held their third round of talks in Strelsau " * 5
    found = words(timeline([make_told(label=label, when=when(DAY, DAY))], None).picture)
    (line,) = [text for text in found if text.startswith("The foreign")]
    assert len(line) <= 41
    wide = words(timeline([make_told(label="外長會談" * 30, when=when(DAY, DAY))], None).picture)
    assert any(text.startswith("外長") and len(text) <= 21 for text in wide)


def test_days_far_from_all_others_do_not_squeeze_them() -> None:
    days = [DAY.toordinal() + i for i in range(30)]
    first, last = window_of([date(1921, 1, 1).toordinal(), *days])
    assert days[0] - 90 < first < days[0]
    assert days[-1] < last < days[-1] + 90


def test_what_lies_far_off_stands_at_the_edge_with_its_date() -> None:
    near = [make_told(f"e{i}", when=when(DAY + timedelta(i), DAY + timedelta(i))) for i in range(20)]
    old = make_told("old", when=when(date(1921, 1, 1), date(1921, 1, 1)))
    to_come = make_told("next", when=when(date(2031, 9, 1), date(2031, 9, 30)), status="planned")
    found = timeline([old, *near, to_come], None)
    assert found.drawn == 22
    edges = [text for text in words(found.picture) if "◂" in text or "▸" in text]
    assert edges == ["◂ 1921-01-01", "2031-09 ▸"]
    assert (found.picture or "").count("<title>Ruritania-Freedonia talks: 1921-01-01") == 1


@settings(deadline=None, max_examples=60, derandomize=True)
@given(st.lists(st.dates(), min_size=1, max_size=8))
def test_the_axis_has_a_few_days_inside_the_window_and_never_one_label_twice(days: list[date]) -> None:
    first, last = window_of(day.toordinal() for day in days)
    ticks, form = ticks_of(first, last)
    assert 1 <= first <= last < date.max.toordinal()
    assert all(first <= day <= last for day in ticks)
    assert len(ticks) <= 9
    labels = [date.fromordinal(day).strftime(form.replace("-", "")) for day in ticks]
    assert len(set(labels)) == len(labels)


@settings(deadline=None, max_examples=8, derandomize=True)
@given(st.lists(st.tuples(st.none() | st.dates(), st.none() | st.dates()), min_size=1, max_size=5))
def test_any_dates_make_a_picture_that_links_every_claim(spans: list[tuple[date | None, date | None]]) -> None:
    events = [
        make_told(f"e{i}", when=when(min(a, b), max(a, b)) if a and b else when(a, b)) for i, (a, b) in enumerate(spans)
    ]
    found = timeline(events, DAY)
    if found.picture is not None:
        links = {link.get("href") for link in etree.fromstring(found.picture.encode()).iter(f"{SVG}a")}
        assert len(links) == found.drawn
        assert "NaN" not in found.picture
        assert "undefined" not in found.picture

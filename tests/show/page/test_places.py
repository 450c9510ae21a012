from __future__ import annotations

import re
from math import inf, nan

import altair
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from secondsource.model import Place
from secondsource.show.page.drawing import WIDTH, draw
from secondsource.show.page.places import DRAWN, HEIGHT, has_point, places, view_of

from .reports import make_told

SVG = "{http://www.w3.org/2000/svg}"
LONGITUDES, LATITUDES = st.floats(-180, 180), st.floats(-90, 90)


def at(name: str, lat: float | None, lon: float | None, precision: str = "city") -> Place:
    return Place(name, "Ruritania", lat, lon, precision)  # type: ignore[arg-type]


def links(picture: str | None) -> list[str]:
    assert picture is not None
    return [link.get("href") for link in etree.fromstring(picture.encode()).iter(f"{SVG}a")]


@pytest.mark.parametrize(
    ("lat", "lon", "expected"),
    [
        (50.1, 14.4, True), (-90, 0, True), (90, 180, True), (0, 10, True), (10, 0, True), (-17.7, -180, True),
        (None, 14.4, False), (50.1, None, False), (nan, 14.4, False), (50.1, inf, False), (-inf, nan, False),
        (90.1, 0, False), (50.1, 181, False), (0, 0, False), (-0.0, 0.0, False),
    ],
)  # fmt: skip
def test_only_a_sure_point_is_drawn(lat: float | None, lon: float | None, expected: bool) -> None:
    assert has_point(at("Strelsau", lat, lon)) is expected


def test_what_has_no_point_is_listed_by_whether_a_place_is_named() -> None:
    sure = make_told("e1", place=at("Strelsau", 50.1, 14.4))
    vague = make_told("e2", place=at("Ruritania", None, None, "country"))
    found = places([sure, vague, make_told("e3", place=None)])
    assert [spot.place.name for spot in found.spots] == ["Strelsau"]
    assert [each.event.id for each in found.pointless] == ["e2"]
    assert [each.event.id for each in found.nowhere] == ["e3"]


def test_nothing_with_a_point_gives_no_picture() -> None:
    assert places([make_told(place=at("Atlantis", nan, nan, "sea"))]).picture is None
    assert places([]).picture is None


def test_a_mark_leads_to_its_claim_and_one_of_several_events_to_its_row() -> None:
    here = at("Strelsau", 50.1, 14.4)
    alone = make_told("e1", place=at("Zenda", 49.0, 13.0))
    two = [make_told("e2", place=here), make_told("e3", place=here)]
    plan = make_told("e4", status="planned", place=here)
    found = places([alone, *two, plan])
    # One mark for each way that events stand: what is planned is not hidden behind what took place.
    assert sorted(links(found.picture)) == sorted(["#claim-c-e1", "#place-1", "#claim-c-e4"])
    assert found.spots[0].id == "place-1"
    assert len(found.spots[0].events) == 3


def test_the_title_of_a_mark_names_the_events_and_how_closely_the_place_is_told() -> None:
    sea = at("Sea of Zenda", 40.0, 20.0, "sea")
    many = [make_told(f"e{i}", label=f"Talks {i}", place=sea) for i in range(7)]
    picture = places(many).picture or ""
    assert "Sea of Zenda, a sea: Talks 0: 2024-05-01 to 2024-05-02; single-source · Talks 1" in picture
    assert "and 2 more" in picture
    assert "Sea of Zenda (7)" in picture


def test_more_places_than_can_be_read_leave_the_least_told_out() -> None:
    many = [make_told(f"e{i}", place=at(f"Town {i}", 10 + i / 10, 20)) for i in range(DRAWN + 2)]
    found = places(many)
    assert (found.drawn, len(found.spots)) == (DRAWN, DRAWN + 2)


@pytest.mark.parametrize(
    ("points", "meridian"),
    [
        ([(10, 50), (20, 50)], 15),
        # Across the antimeridian the short way, not round the Earth.
        ([(178, -17), (-172, -13)], -177),
        ([(170, 0), (-170, 0)], 180),
        ([(-77, 39), (140, 36)], -148.5),
        ([(0, 90)], 0),
    ],
)
def test_the_view_is_round_the_shortest_arc(points: list[tuple[float, float]], meridian: float) -> None:
    assert view_of(points).meridian == pytest.approx(meridian)


def test_a_lone_place_keeps_its_surroundings_and_places_far_apart_show_the_whole_earth() -> None:
    lone, far = view_of([(14.4, 50.1)]), view_of([(-150, 61), (-60, -35), (30, 0), (140, 36)])
    assert WIDTH / lone.scale >= 0.75
    assert far.scale == pytest.approx(min(WIDTH / 2 / 2.70663, HEIGHT / 2 / 1.3173628))
    assert (far.left, far.top) == pytest.approx((WIDTH / 2, HEIGHT / 2))


@settings(deadline=None, max_examples=300, derandomize=True)
@given(st.lists(st.tuples(LONGITUDES, LATITUDES), min_size=1, max_size=6))
@example([(180, 90), (-180, -90)])
@example([(-180, 0), (180, 0)])
def test_every_place_lies_inside_the_picture(points: list[tuple[float, float]]) -> None:
    view = view_of(points)
    for lon, lat in points:
        x, y = view.pixel(at("Town", lat, lon))
        assert -1e-6 <= x <= WIDTH + 1e-6
        assert -1e-6 <= y <= HEIGHT + 1e-6


def test_the_projection_is_the_one_that_vega_draws() -> None:
    points = [(-150.0, 61.0), (14.4, 50.1), (116.4, 39.9), (151.2, -33.9), (178.0, -80.0)]
    view = view_of(points)
    dots = altair.Chart(altair.InlineData([{"lon": lon, "lat": lat} for lon, lat in points])).mark_point()
    chart = dots.encode(longitude="lon:Q", latitude="lat:Q").project(**view.projection())
    drawn = re.findall(
        r'translate\((-?[\d.]+),(-?[\d.]+)\)" d=', draw(chart.properties(width=900, height=438), "t", "d")
    )
    ours = [view.pixel(at("Town", lat, lon)) for lon, lat in points]
    assert [(float(x), float(y)) for x, y in drawn] == [pytest.approx(pixel, abs=0.1) for pixel in ours]


@pytest.mark.parametrize(
    "spots",
    [
        [(-90.0, 0.0)],
        [(-17.8, 178.0), (-13.8, -172.1)],
        [(61.2, -149.9), (39.9, 116.4), (35.9, 14.4), (-33.9, 151.2), (-34.6, -58.4)],
    ],
)
def test_a_map_is_small_and_draws_every_place(spots: list[tuple[float, float]]) -> None:
    found = places([make_told(f"e{i}", place=at(f"Town {i}", lat, lon)) for i, (lat, lon) in enumerate(spots)])
    assert found.picture is not None
    assert len(found.picture) < 120_000
    assert len(links(found.picture)) == len(spots)
    assert "NaN" not in found.picture


def test_a_map_of_the_whole_earth_with_every_mark_it_takes_is_small() -> None:
    spots = [at(f"Some town {i}", -50 + i * 1.9, -170 + i * 5.6) for i in range(DRAWN)]
    assert len(places([make_told(f"e{i}", place=spot) for i, spot in enumerate(spots)]).picture or "") < 120_000

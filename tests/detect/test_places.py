"""Where names are: the likeliest bearer, the state behind the comma, the lists behind them."""

from __future__ import annotations

import pytest

from secondsource.detect.gazetteer import gazetteer, words_of
from secondsource.detect.names import find_names
from secondsource.detect.parse import parse
from secondsource.detect.places import find_city
from secondsource.model import Document, Place
from secondsource.words.bodies import bodies
from secondsource.words.countries import capitals_that_act, countries, seats
from secondsource.words.leaders import leader_of, side_of_leader
from secondsource.words.regions import regions


def place_in(text: str, said: str) -> Place:
    document = Document("d", "d.txt", text)
    names = find_names(document, parse(document))
    place = next(name.place for name in names if text[name.span.start : name.span.end] == said)
    assert place is not None
    return place


@pytest.mark.parametrize(
    ("text", "said", "country", "lat", "lon"),
    [
        ("They met in Paris.", "Paris", "France", 48.9, 2.35),
        ("They met in Portland, Maine.", "Portland", "United States", 43.66, -70.26),
        ("They met in Portland, Oregon.", "Portland", "United States", 45.52, -122.68),
        ("They met in Anchorage.", "Anchorage", "United States", 61.2, -149.9),
        ("Ships crossed the Strait of Hormuz.", "Strait of Hormuz", None, 26.57, 56.25),
        ("Troops left Crimea.", "Crimea", "Ukraine", 45.25, 34.4),
        ("The Russian president spoke in St. Petersburg.", "St. Petersburg", "Russia", 59.9, 30.3),
        ("They met in Kiev.", "Kiev", "Ukraine", 50.45, 30.5),
    ],
)
def test_points(text: str, said: str, country: str | None, lat: float, lon: float) -> None:
    place = place_in(text, said)
    assert place.country == country
    assert place.lat == pytest.approx(lat, abs=0.3)
    assert place.lon == pytest.approx(lon, abs=0.3)


def test_unknown_city_has_no_place() -> None:
    assert find_city("Xyzzyville") is None


def test_every_side_of_the_lists_is_a_country_or_an_organisation() -> None:
    known = {country.name for country in countries()} | {body.side for body in bodies() if body.own}
    assert {body.side for body in bodies()} <= known
    assert {seat.side for seat in seats()} <= known
    assert set(side_of_leader().values()) <= known
    lands = known | {"Western Sahara", "South China Sea"}
    assert {region.country for region in regions() if region.country} <= lands


def test_points_lie_on_earth_and_capitals_are_known() -> None:
    points = [country.at for country in countries()] + [region.at for region in regions()]
    assert all(-90 <= lat <= 90 and -180 <= lon <= 180 for lat, lon in points)
    assert capitals_that_act() <= {country.capital for country in countries()} | {seat.name for seat in seats()}


def test_the_gazetteer_holds_its_names_as_the_tokenizer_parts_them() -> None:
    first, *rest = words_of("People’s Republic of China")
    assert any(entry.name == "China" for words, entry in gazetteer()[first] if words == tuple(rest))


def test_leaders_by_other_forms() -> None:
    assert leader_of("George Bush") is None
    assert leader_of("Vladimir V. Putin") == "Vladimir Putin"

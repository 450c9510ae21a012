"""Where names are: the likeliest bearer, what stands behind the comma, the rest of the text, the lists behind them."""

from __future__ import annotations

import pytest

from secondsource.detect.names.finding import find_names
from secondsource.detect.names.gazetteer import gazetteer, words_of
from secondsource.detect.parse import parse
from secondsource.detect.places.candidates import named_after
from secondsource.detect.places.locating import find_city
from secondsource.model import Document, Name, Place
from secondsource.words.bodies import bodies
from secondsource.words.countries import capitals_that_act, countries, seats
from secondsource.words.leaders import leader_of, side_of_leader
from secondsource.words.places import region_adjectives, standing_alone
from secondsource.words.regions import regions

# A text full of one country, as world news is of great powers.
AMERICAN = (
    "Officials in Washington said that the United States had asked the State Department for a list. "
    "Lawmakers from Texas, Virginia and New York spoke with American diplomats. "
)


def names_in(text: str) -> list[tuple[str, Name]]:
    document = Document("d", "d.txt", text)
    found = find_names(document, parse(document))
    return [(text[name.span.start : name.span.end], name) for name in found]


def place_in(text: str, said: str) -> Place:
    place = [name.place for words, name in names_in(text) if words == said][-1]
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
        # what stands behind the comma
        ("He lives in Paris, Texas. The mayor of Paris resigned.", "Paris", "United States", 33.66, -95.55),
        ("He lives in Springfield, Ill., and works there.", "Springfield", "United States", 39.8, -89.64),
        ("A fire broke out in Lebanon, Pennsylvania.", "Lebanon", "United States", 40.34, -76.4),
        ("The plant stands in London, Ontario.", "London", "Canada", 42.98, -81.25),
        # a row of names holds nothing
        ("They came from Ontario, California and Texas.", "Ontario", "Canada", 49.25, -84.5),
        # what the rest of the text says
        (AMERICAN + "Envoys flew to Vienna.", "Vienna", "Austria", 48.2, 16.4),
        (AMERICAN + "The talks were held in Geneva.", "Geneva", "Switzerland", 46.2, 6.15),
        ("Deputies in Ohio said that a man from Franklin County was found in Dublin, Ohio.", "Dublin", "United States",
         40.1, -83.1),
        ("Towns in Tarrant County, Texas, flooded. Residents of Arlington fled.", "Arlington", "United States",
         32.7, -97.1),
        ("Police in Kent and Surrey searched homes in Richmond, England.", "Richmond", "United Kingdom", 51.46, -0.3),
    ],
)  # fmt: skip
def test_points(text: str, said: str, country: str | None, lat: float, lon: float) -> None:
    place = place_in(text, said)
    assert place.country == country
    assert place.lat == pytest.approx(lat, abs=0.4)
    assert place.lon == pytest.approx(lon, abs=0.4)


@pytest.mark.parametrize(
    ("text", "said", "precision"),
    [
        ("They met in Bergen.", "Bergen", "city"),
        ("A convoy reached Norway.", "Norway", "country"),
        ("Shells fell in the Donbas.", "Donbas", "region"),
        ("A ship sank in the South China Sea.", "South China Sea", "sea"),
        ("Marines landed on Scarborough Shoal.", "Scarborough Shoal", "site"),
        ("Crews searched homes across Alachua County, Florida.", "Alachua County", "region"),
    ],
)
def test_precision(text: str, said: str, precision: str) -> None:
    assert place_in(text, said).precision == precision


@pytest.mark.parametrize(
    ("said", "inner", "precision"),
    [
        ("Bergen International Airport", "Bergen", "site"),
        ("Port of Rotterdam", "Rotterdam", "site"),
        ("eastern Aleppo", "Aleppo", "city"),
        ("Homs Governorate", "Homs", "region"),
        ("Xyzzy Airport", "", "site"),
        ("Bergen", "", "city"),
    ],
)
def test_names_made_of_another(said: str, inner: str, precision: str) -> None:
    assert named_after(said) == (inner, precision)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("TROMSO, Norway (AP) — A ship sank.", "TROMSO"),
        ("Fighting went on in the village of Avdiivka.", "Avdiivka"),
        ("Kupiansk residents were told to leave.", "Kupiansk"),
        ("The bishop of Arauca asked for calm.", "Arauca"),
        ("They drove from Port Sudan to the coast.", "Port Sudan"),
        ("The bishop lives in Prince George’s County, Maryland.", "Prince George’s County"),
    ],
)
def test_towns_that_the_recogniser_misses(text: str, said: str) -> None:
    assert (said, "place") in [(words, name.kind) for words, name in names_in(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Actress Paris Hilton sang for an hour.", "Paris"),
        ("Mr. Jordan said that he would resign.", "Jordan"),
        ("Mary Hudson told Hudson’s lawyer to wait. Hudson then left.", "Hudson"),
        ("The University of Kansas published a study.", "Kansas"),
        ("A Turkish ship met a Greek one.", "Turkish"),
        ("The Washington Post reported it.", "Washington"),
        ("Congress met in March.", "March"),
        ("Israel and Hamas agreed on a pause.", "Hamas"),
        ("The Beijing Review reported it.", "Beijing"),
    ],
)
def test_what_is_no_place(text: str, said: str) -> None:
    assert (said, "place") not in [(words, name.kind) for words, name in names_in(text)]


def test_unknown_city_has_no_place() -> None:
    assert find_city("Xyzzyville") is None


def test_small_towns_need_more_than_their_name() -> None:
    assert find_city("Lost Springs") is None


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


def test_adjectives_and_cities_that_stand_alone_are_of_something_listed() -> None:
    assert set(region_adjectives().values()) <= {region.name for region in regions()}
    assert all(len(code) == 2 for code in standing_alone().values())


def test_the_gazetteer_holds_its_names_as_the_tokenizer_parts_them() -> None:
    first, *rest = words_of("People’s Republic of China")
    assert any(entry.name == "China" for words, entry in gazetteer()[first] if words == tuple(rest))


def test_leaders_by_other_forms() -> None:
    assert leader_of("George Bush") is None
    assert leader_of("Vladimir V. Putin") == "Vladimir Putin"

"""Whether a country or capital acts as a government or is the ground where something happens."""

from __future__ import annotations

import pytest

from secondsource.detect.names.finding import find_names
from secondsource.detect.parse import parse
from secondsource.model import Document, Name


def name_in(text: str, said: str) -> Name:
    document = Document("d", "d.txt", text)
    names = find_names(document, parse(document))
    return next(name for name in names if text[name.span.start : name.span.end] == said)


@pytest.mark.parametrize(
    ("text", "said", "side"),
    [
        ("Beijing said that it would respond.", "Beijing", "China"),
        ("Washington accused them of lying.", "Washington", "United States"),
        ("He wants closer ties with Moscow.", "Moscow", "Russia"),
        ("Tehran’s envoy left the room.", "Tehran", "Iran"),
        ("The deal was rejected by Ankara.", "Ankara", "Turkey"),
        ("They urged Seoul to act.", "Seoul", "South Korea"),
        ("Tokyo and Manila signed a pact.", "Manila", "Philippines"),
        ("The Kremlin denied the report.", "Kremlin", "Russia"),
        ("The Pentagon is reviewing its plans.", "Pentagon", "United States"),
        ("China has warned the island.", "China", "China"),
        ("Talks between Iran and Iraq began.", "Iraq", "Iraq"),
        ("US officials met them.", "US", "United States"),
        ("Brussels demanded an answer.", "Brussels", "European Union"),
    ],
)
def test_governments_act(text: str, said: str, side: str) -> None:
    name = name_in(text, said)
    assert name.acts
    assert name.side == side
    assert name.place is None


@pytest.mark.parametrize(
    ("text", "said", "place"),
    [
        ("The envoys met in Beijing on Monday.", "Beijing", "Beijing"),
        ("He arrived in Washington.", "Washington", "Washington"),
        ("She visited Moscow twice.", "Moscow", "Moscow"),
        ("TEHRAN — The minister spoke.", "TEHRAN", "Tehran"),
        ("Vienna was chosen as the place for it.", "Vienna", "Vienna"),
        ("The talks were held in China.", "China", "China"),
        ("They spoke at the White House.", "White House", "White House"),
        ("They met in Vilnius, Lithuania.", "Lithuania", "Lithuania"),
        ("The Helsinki summit ended.", "Helsinki", "Helsinki"),
        ("The Moscow-based analyst agreed.", "Moscow", "Moscow"),
    ],
)
def test_ground_does_not_act(text: str, said: str, place: str) -> None:
    name = name_in(text, said)
    assert not name.acts
    assert name.place is not None
    assert name.place.name == place

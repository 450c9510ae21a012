"""The first line of a page is its publisher's name where a second sign says so, and else a topic, a place, a person."""

from __future__ import annotations

import pytest

from secondsource.collect import document_from_text
from secondsource.collect.kickers import is_kicker

BODY = (
    "The two ministers met in the capital on Monday and agreed to meet again before the end of the year.\n\n"
    "A spokesman for the foreign ministry said that the talks had been frank."
)
TITLE = "Talks break down over fishing quota"


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (f"THE HARBOUR TIMES\n\n{TITLE}\n\nBy Ann Lee", "The Harbour Times"),
        ("Radio Litoral\nMinister flies to Praia for talks", "Radio Litoral"),
        (f"El Faro Nuevo\nInicio · Política · Deportes\n{TITLE}", "El Faro Nuevo"),
        (f"NORDLYS TIDENDE\nNews · Sport · Culture\n{TITLE}", "Nordlys Tidende"),
        (f"Ostsee-Anzeiger\n12 May 2024\n{TITLE}", "Ostsee-Anzeiger"),
        (f"The Quiet Frontier\nA newsletter about borders\n{TITLE}", "The Quiet Frontier"),
        (f"RIVER TALK\nwhat they will not tell you\nSubscribe\n{TITLE}\nposted by river", "River Talk"),
        (f"PEBBLE\nFair. Free. Northern.\n3 May 2024\n{TITLE}", "PEBBLE"),
        (f"Kestrel Coast News\nYour coast, your paper\n{TITLE}", "Kestrel Coast News"),
        (f"Kestrel\nIndependent newspaper since 2011\n{TITLE}", "Kestrel"),
        (f"northwatch.org\n{TITLE}", "northwatch.org"),
        (f"Home | News | Sport | Weather\nThe Harbour Times\n{TITLE}", "The Harbour Times"),
        (f"Skip to content\nKESTREL MONITOR\n{TITLE}", "Kestrel Monitor"),
        (f"Coast Watcher (@coastwatcher)\n3 May 2024\n{TITLE}", "Coast Watcher"),
        (f"Kestrel Monitor — English edition\n{TITLE}", "Kestrel Monitor"),
        (f"Kestrel Monitor LIVE – Friday's news from the coast\n{TITLE}", "Kestrel Monitor"),
        (f"LA GAZZA – Friday 14 November 2025\n{TITLE}", "La Gazza"),
        (f"Kestrel 101.5 FM\n{TITLE}", "Kestrel"),
        (f"Nordic Seas Institute\nPolicy Brief No. 3/2024\n{TITLE}", "Nordic Seas Institute"),
        (f"Institute of Northern Waters, Tromso\n5 June 2025\n{TITLE}", "Institute of Northern Waters"),
        (f"Kestrel Weekly\nIssue 14, 3 May 2024\n{TITLE}", "Kestrel Weekly"),
        (f"al-Sahil\nHome > World > Gulf\n{TITLE}", "al-Sahil"),
        (f"THE FJORD DISPATCH\nDefence | Diplomacy | Energy\n{TITLE}", "The Fjord Dispatch"),
        (f"Al Jazeera\nNews | Middle East\n{TITLE}", "Al Jazeera"),
        (f"BBC\n{TITLE}", "BBC"),
        (f"{TITLE}\nFrom the Free Harbour Encyclopedia", "Free Harbour Encyclopedia"),
        ("[Transcript, HARBOUR FM, News at Ten, item 2]", "Harbour FM"),
    ],
)
def test_mastheads(head: str, outlet: str) -> None:
    assert document_from_text(f"{head}\n\n{BODY}").outlet == outlet


@pytest.mark.parametrize(
    "head",
    [
        f"Middle East\n{TITLE}\nBy Ann Lee\n3 May 2024",
        f"War in Sudan\n3 May 2024\n{TITLE}",
        f"The Long Read\n{TITLE}\nBy Ann Lee",
        f"Ann Lee\n3 May 2024\n{TITLE}",
        f"Nuclear Talks\nHome | News | Sport\n{TITLE}",
        f"Brussels\n3 May 2024\n{TITLE}",
        "Talks Break Down\nMinisters fail to agree on a quota for mackerel",
        "A Harbour for Sale\n3 May 2024\nThe pier at Mindelo has a new owner and nobody knows who",
        f"LIVE UPDATES\n{TITLE}",
        f"Key Points\n{TITLE}",
        f"Vladimir Putin\nHome | News | Sport\n{TITLE}",
        f"Hamas\n{TITLE}",
        f"EXCLUSIVE\n{TITLE}",
        "Trade Compliance Alert\nTalks break down: what shippers need to know",
        "Why the Pier Matters\nA note on harbours\nBy Ann Lee",
        f"South China Sea\n3 May 2024\n{TITLE}",
        "Ministers Meet the Press\nThey said little and smiled a lot\nBy Ann Lee\n3 May 2024",
        "Talks End\nthe two sides leave Oslo with nothing",
        f"Foreign Affairs Committee\n{TITLE}",
        "Oslo Accord Signed\nMinisters hail a day of hope\n3 May 2024\nShare | Tweet | Print",
        "Ukraine Prepares New Offensive\nHome | War | World\nBy Ann Lee",
        "Putin Visits Beijing\n3 May 2024\nRussian leader meets Xi for the second time this year",
        "Building on the Pier Burns Down\n3 May 2024",
        f"Last Updated: Tuesday, 20 December 2005, 10:39 GMT\n{TITLE}",
        f"Print\n{TITLE}",
        f"Press Release Issue Date: 3 May 2024\n{TITLE}",
    ],
)
def test_other_first_lines(head: str) -> None:
    assert document_from_text(f"{head}\n\n{BODY}").outlet is None


def test_a_text_that_speaks_of_itself_names_its_masthead() -> None:
    head = f"Pebble & Sons\n{TITLE}\n\n{BODY}"
    assert document_from_text(head).outlet is None
    assert document_from_text(f"{head}\n\nThe ministry declined to comment when contacted by Pebble & Sons.").outlet


def test_a_name_in_capitals_is_written_as_the_text_spells_it() -> None:
    head = f"PEBBLEFACT | Coastal fact-check\n{TITLE}\n\n{BODY}"
    assert document_from_text(head).outlet == "PEBBLEFACT"
    assert document_from_text(f"{head}\n\nThe oldest copy that Pebblefact could find is false.").outlet == "Pebblefact"


def test_a_masthead_is_no_title() -> None:
    document = document_from_text(f"THE HARBOUR TIMES\nNews | Sport | Culture\n{TITLE}\n\n{BODY}")
    assert document.title == TITLE


@pytest.mark.parametrize("said", ["War in Sudan", "Iran", "Oslo", "Jane Lee", "Opinion", "Peace talks", "Live blog"])
def test_kickers(said: str) -> None:
    assert is_kicker(said)


@pytest.mark.parametrize("said", ["Harbour Times", "Institute for the Study of Peace", "Conflict Desk", "Defense News"])
def test_names_are_no_kickers(said: str) -> None:
    assert not is_kicker(said)

"""Verbs that tell of an event only in some company: the look-alikes of each construction tell of none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from secondsource.extract.events.triggers import find_triggers
from secondsource.extract.reading import Reading

# (text, the word that tells, its category)
TELLS = [
    ("The navy stopped a Danish trawler off Cape Verde on Sunday.", "stopped", "COERCE"),
    ("They were stopped by customs officers on Sunday.", "stopped", "COERCE"),
    ("Police questioned two men about the letter.", "questioned", "ACCUSE"),
    ("The young man was heard as a witness on Wednesday.", "heard", "ACCUSE"),
    ("The crew was held in Aden for a month.", "held", "COERCE"),
    ("The rebels held the hostages in a cave.", "held", "COERCE"),
    ("The trawler is being kept in the port of Vigo.", "kept", "COERCE"),
    ("The prime minister of Togo went to Ankara on Tuesday.", "went", "CONSULT"),
    ("Togo's president is expected in Abuja on Monday.", "expected", "CONSULT"),
    ("Two Chinese ships docked at Colombo on Monday.", "docked", "CONSULT"),
    ("Inspectors visited the plant at Natanz on Sunday.", "visited", "CONSULT"),
    ("The delegation left Khartoum on Tuesday.", "left", "RETREAT"),
    ("The rebels fled the country in May.", "fled", "RETREAT"),
    ("Turkey's envoy walked out of the talks in Doha.", "walked", "SANCTION"),
    ("The Chadian delegation left the table on Monday.", "left", "SANCTION"),
    ("The border between Chad and Sudan opened on Monday.", "opened", "RETREAT"),
    ("Bolivia reopened the crossing at Desaguadero on Monday.", "reopened", "RETREAT"),
    ("A bomb went off in the market of Lagos on Saturday.", "went", "ASSAULT"),
    ("The convoy came under fire near Bamako.", "came", "ASSAULT"),
    ("Residents set fire to a police station in Lagos.", "set", "ASSAULT"),
    ("When Peru let seven Chilean fishermen go, nothing followed.", "let", "RETREAT"),
    ("The hostages walked free on Sunday.", "walked", "RETREAT"),
    ("Laos was told to withdraw its troops.", "told", "REQUEST"),
    ("Ghana granted Russia a base at Takoradi.", "granted", "AGREE"),
    ("Sweden put two Belarusian banks on its sanctions list.", "put", "SANCTION"),
    ("The ministry referred the matter to the police.", "referred", "ACCUSE"),
    ("The diplomats are to be expelled from Oslo.", "expelled", "SANCTION"),
    ("The trawler's skipper was fined 80,000 kroner on Monday.", "fined", "SANCTION"),
    ("The president ordered the border closed until further notice.", "closed", "COERCE"),
]

# (text, a word in it that tells of nothing)
TELLS_NOT = [
    ("The navy stopped the fire.", "stopped"),
    ("The coach stopped the players from leaving.", "stopped"),
    ("The heat stopped the workers.", "stopped"),
    ("The police questioned the wisdom of the law.", "questioned"),
    ("The poet questioned two men about the letter.", "questioned"),
    ("The talks were held in Aden.", "held"),
    ("The party was held in Rome.", "held"),
    ("The minister was held responsible for the delay.", "held"),
    ("The crew was kept waiting.", "kept"),
    ("The minister was kept informed.", "kept"),
    ("The road goes to Ankara.", "goes"),
    ("The money went to Ankara.", "went"),
    ("Inflation is expected in Abuja.", "expected"),
    ("The president expected trouble in Abuja.", "expected"),
    ("The decision left Chad without an ally.", "left"),
    ("The visitors visited the cathedral choir.", "visited"),
    ("The workers walked out of the factory.", "walked"),
    ("The minister walked out without a word.", "walked"),
    ("The chef left the kitchen.", "left"),
    ("The store opened in Lima on Monday.", "opened"),
    ("The market closed higher in Tokyo.", "closed"),
    ("The lights went off in Lagos.", "went"),
    ("The minister came under fire from the opposition.", "came"),
    ("The army came under fire over its budget.", "came"),
    ("The teacher let the children sleep.", "let"),
    ("The reporter was told of the plan.", "told"),
    ("Ghana granted the students a holiday.", "granted"),
    ("The chef put rice on the list.", "put"),
    ("The ministry referred to the letter.", "referred"),
    ("The company accepted the invoice.", "accepted"),
    ("The league suspended the player.", "suspended"),
]


@pytest.mark.parametrize(("text", "word", "category"), TELLS)
def test_constructions_that_tell(reading_of: Callable[[str], Reading], text: str, word: str, category: str) -> None:
    assert {t.token.text: t.word.type for t in find_triggers(reading_of(text))}.get(word) == category


@pytest.mark.parametrize(("text", "word"), TELLS_NOT)
def test_look_alikes_tell_of_none(reading_of: Callable[[str], Reading], text: str, word: str) -> None:
    assert word in text
    assert word not in {t.token.text for t in find_triggers(reading_of(text))}

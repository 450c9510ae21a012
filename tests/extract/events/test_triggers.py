"""Which words tell of an event, and the look-alikes that tell of none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from secondsource.extract.events.triggers import find_triggers
from secondsource.extract.reading import Reading

# (text, the words that tell of an event with the category of each)
FIRES = [
    ("Kenya's president met his Somali counterpart in Nairobi.", {"met": "CONSULT"}),
    ("The premier of Nepal flew to Beijing on Monday.", {"flew": "CONSULT"}),
    ("Chile and Bolivia held talks in La Paz.", {"talks": "CONSULT"}),
    ("The king paid a visit to Rabat.", {"visit": "CONSULT"}),
    ("Malta hosted the Libyan foreign minister.", {"hosted": "CONSULT"}),
    ("Qatar mediated between Chad and its rebels.", {"mediated": "CONSULT"}),
    ("Fiji and Tonga signed a fisheries treaty.", {"signed": "AGREE"}),
    ("Ethiopia and Eritrea reached an agreement in Jeddah.", {"reached": "AGREE"}),
    ("Slovakia delivered howitzers to Ukraine.", {"delivered": "AID"}),
    ("France pulled out its troops from Niger.", {"pulled": "RETREAT"}),
    ("Hamas released three hostages on Sunday.", {"released": "RETREAT"}),
    ("The defence minister of Latvia resigned.", {"resigned": "RETREAT"}),
    ("Ecuador expelled two Russian diplomats.", {"expelled": "SANCTION"}),
    ("Canada imposed sanctions on three generals.", {"sanctions": "SANCTION"}),
    ("Mauritania summoned the Malian ambassador.", {"summoned": "ACCUSE"}),
    ("Somalia condemned the port deal.", {"condemned": "ACCUSE"}),
    ("Cambodia accused Thailand of laying mines.", {"accused": "ACCUSE"}),
    ("Hungary vetoed the loan.", {"vetoed": "REJECT"}),
    ("Venezuela threatened Guyana.", {"threatened": "THREATEN"}),
    ("Thousands of people demonstrated in Tbilisi.", {"demonstrated": "PROTEST"}),
    ("Poland deployed 10,000 soldiers along the Belarusian border.", {"deployed": "MOBILIZE"}),
    pytest.param(
        "North Korea test-fired two missiles into the sea.",
        {"fired": "MOBILIZE"},
        marks=pytest.mark.xfail(
            strict=True,
            reason="the model tags “fired” of “test-fired” as an adjective: the tokens want joining in detect/parse",
        ),
    ),
    ("Iran seized a Greek tanker in the gulf.", {"seized": "COERCE"}),
    ("Police in Dakar arrested an opposition leader.", {"arrested": "COERCE"}),
    ("Jordan closed the crossing to Syria.", {"closed": "COERCE"}),
    ("Gunmen opened fire on a convoy near Kidal.", {"opened": "ASSAULT"}),
    ("The rebels shot down a helicopter over Goma.", {"shot": "ASSAULT"}),
    ("Two warships collided in the strait.", {"collided": "ASSAULT"}),
    ("An airstrike on Khartoum killed nine civilians.", {"airstrike": "ASSAULT", "killed": "ASSAULT"}),
    ("Gunmen kidnapped a Swiss aid worker in Niger.", {"kidnapped": "ASSAULT"}),
    ("The Vienna talks on the Iranian programme ended on Friday.", {"talks": "CONSULT"}),
    ("After a series of meetings with Cypriot officials, the envoy left.", {"meetings": "CONSULT"}),
    ("The presidents of Chile and Peru spoke by phone on Friday.", {"spoke": "CONSULT"}),
    ("Turkish and Greek leaders spoke on Friday.", {"spoke": "CONSULT"}),
    ("Thousands took to the streets in Tbilisi on Friday.", {"took": "PROTEST"}),
    ("Hamas fired rockets at Ashkelon.", {"fired": "ASSAULT"}),
    ("North Korea fired a missile into the sea.", {"fired": "MOBILIZE"}),
    ("Turkmenistan's president received a phone call from his Uzbek counterpart.", {"call": "CONSULT"}),
    ("The EU and Serbia agreed to a ceasefire in the north.", {"ceasefire": "RETREAT", "agreed": "AGREE"}),
]

# (text, a word in it that is no trigger)
LOOK_ALIKES = [
    ("The Bolivian embassy declined to comment.", "declined"),
    ("A spokesman for the Danish navy refused to answer.", "refused"),
    ("The army spokesman declined to elaborate when asked.", "asked"),
    ("The delegates waited in the meeting room.", "meeting"),
    ("A carrier strike group left the port of Busan.", "strike"),
    ("The minister met the deadline.", "met"),
    ("The proposal did not meet expectations in Oslo.", "meet"),
    ("The law meets European standards.", "meets"),
    ("Estonia will host the games in May.", "host"),
    ("The storm hit a record low of the year.", "low"),
    ("The elections in March will be free.", "March"),
    ("In March the rains came.", "March"),
    ("May is the rainy month.", "May"),
    ("The ship sails under the flag of Panama.", "flag"),
    ("The ministry released a statement.", "released"),
    ("The company released its results.", "released"),
    ("The court fired its clerk.", "fired"),
    ("The rates were cut by the central bank.", "cut"),
    ("The bank raised the limit.", "raised"),
    ("The two sides exchanged views.", "exchanged"),
    ("The road was closed for repairs after dinner.", "repairs"),
    ("The president signed autographs.", "signed"),
    ("The talk show host was fined.", "talk"),
    ("The Strike newspaper printed a poem.", "Strike"),
    ("The talks host was late.", "talks"),
    ("The minister called the plan a mistake.", "called"),
    ("The reporter asked a question.", "asked"),
    ("The train arrived at noon.", "arrived"),
    ("The new phones sold well in Lagos.", "sold"),
    ("The decision was met with surprise.", "met"),
    ("The sanctions committee chairman is from Malta.", "sanctions"),
    ("The visitor centre was closed.", "visitor"),
    ("The discussion paper was read by many.", "discussion"),
]


@pytest.mark.parametrize(("text", "told"), FIRES)
def test_words_that_tell_of_an_event(reading_of: Callable[[str], Reading], text: str, told: dict[str, str]) -> None:
    assert {t.token.text: t.word.type for t in find_triggers(reading_of(text)) if not t.refers} == told


@pytest.mark.parametrize(("text", "word"), LOOK_ALIKES)
def test_look_alikes_tell_of_none(reading_of: Callable[[str], Reading], text: str, word: str) -> None:
    assert word in text
    assert word not in {t.token.text for t in find_triggers(reading_of(text))}


# (text, the noun event, the verb that carries it, how it stands to the verb)
CARRIED = [
    ("Chile and Bolivia held talks in La Paz.", "talks", "held", "object"),
    ("The king paid a visit to Rabat.", "visit", "paid", "object"),
    ("Talks between Egypt and Sudan were held in Cairo.", "Talks", "held", "subject"),
    ("A meeting between Greek and Turkish envoys took place in Bern.", "meeting", "took", "subject"),
    ("Kuwait confirmed a meeting with Iraqi officials.", "meeting", "confirmed", "report"),
    ("Greek officers took part in an exercise with Egypt.", "exercise", "took", "object"),
    ("Egypt and Sudan held a series of meetings.", "meetings", "held", "object"),
    ("Peru imposed tariffs and sanctions on Bolivia.", "sanctions", "imposed", "object"),
    ("There was a meeting between Greek and Turkish envoys.", "meeting", "was", "subject"),
]


@pytest.mark.parametrize(("text", "noun", "verb", "relation"), CARRIED)
def test_the_verb_that_carries_a_noun(
    reading_of: Callable[[str], Reading], text: str, noun: str, verb: str | None, relation: str
) -> None:
    found = [t for t in find_triggers(reading_of(text)) if t.token.text == noun]
    assert [(t.carrier.text if t.carrier is not None else None, t.relation) for t in found] == [(verb, relation)]


def test_a_light_verb_is_no_second_event(reading_of: Callable[[str], Reading]) -> None:
    found = find_triggers(reading_of("Cuba imposed sanctions on Haiti and signed a treaty with Mexico."))
    assert sorted(t.token.text for t in found) == ["sanctions", "signed"]


def test_furniture_tells_nothing(reading_of: Callable[[str], Reading]) -> None:
    assert find_triggers(reading_of("")) == []
    assert find_triggers(reading_of("\n\n  \n")) == []

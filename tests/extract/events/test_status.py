"""Planned, alleged, denied, called off, happened, or told of nobody: what the words round a trigger make of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from secondsource.extract.events.status import is_question
from secondsource.extract.events.tellings import find_events
from secondsource.extract.reading import Reading
from secondsource.model import Findings

OCCURRED = [
    ("Malian troops repelled an attack on the army post at Tessit.", "attack"),
    ("Kenya's president met his Somali counterpart in Nairobi on Tuesday.", "met"),
    ("Officials from Chile and Bolivia held talks in La Paz last week.", "talks"),
    ("A Philippine patrol boat was attacked by a Chinese vessel near the shoal.", "attacked"),
    ("Peru recalled its ambassador from Mexico.", "recalled"),
    ("India and Pakistan have exchanged prisoners at the crossing.", "exchanged"),
    ("The Spanish foreign minister paid a visit to Rabat in April.", "visit"),
    ("Talks between Armenia and Turkey took place in Vienna in May.", "Talks"),
    ("Canada has imposed sanctions on Belarus.", "sanctions"),
    ("Rwanda's army began shelling positions in Congo on Sunday.", "shelling"),
    ("Norway said that a Russian jet attacked a fishing boat on Friday.", "attacked"),
    ("The ministers of Iraq and Kuwait managed to meet in Basra on Monday.", "meet"),
    ("Egypt, which will host the World Cup, expelled the Qatari ambassador.", "expelled"),
    ("After the talks between Sudan and Chad collapsed, the border was closed.", "talks"),
    ("The general would not say where Turkish and Greek officers met last week.", "met"),
    ("Ugandan troops attacked the rebel camp, which may have held hostages.", "attacked"),
    ("Although it could lose votes, Colombia expelled the Venezuelan ambassador.", "expelled"),
    ("Ghana's foreign minister told reporters that Togo had closed the border.", "closed"),
    ("Sudanese and Egyptian officers met in Juba, the ministry said.", "met"),
    ("The army said that Lebanese soldiers attacked a Syrian convoy.", "attacked"),
    ("Vietnam's president is visiting Laos.", "visiting"),
    ("Japan must pay more for gas since Russia attacked Ukraine.", "attacked"),
    ("Talks between Serbia and Kosovo failed in Brussels.", "Talks"),
    ("Talks between Congo and Rwanda collapsed in Luanda.", "Talks"),
    ("The attack, claimed by Islamic State, killed 15 Malian soldiers.", "attack"),
    ("Iran expelled the German ambassador, as it had threatened.", "expelled"),
    ("Kuwaiti police arrested two Iraqis, who will be tried in May.", "arrested"),
]

PLANNED = [
    ("Brazil's foreign minister will visit Caracas next month.", "visit"),
    ("The presidents of Serbia and Kosovo are to meet in Brussels on Thursday.", "meet"),
    ("Egypt and Ethiopia agreed to meet again in Khartoum in September.", "meet"),
    ("Indonesia is planning to deploy two warships to the Natuna Sea.", "deploy"),
    ("Japan's defence minister is scheduled to travel to Manila.", "travel"),
    ("A meeting between the leaders of Armenia and Azerbaijan is scheduled for 4 July.", "meeting"),
    ("Cuba and Mexico plan to sign a trade agreement in July.", "sign"),
    ("Sudan and Chad are set to resume talks on Monday.", "talks"),
    ("Talks between Morocco and Spain are expected to begin in Rabat on Friday.", "Talks"),
    ("Russia and Mongolia are going to hold talks in Ulaanbaatar in August.", "talks"),
    ("Rwanda is preparing to send troops to Mozambique.", "send"),
    ("Iraq and Kuwait announced plans to hold talks on their border.", "talks"),
    ("The Vietnamese premier is due to arrive in Vientiane on 3 July.", "arrive"),
    ("Angola vowed to withdraw its troops from the province by August.", "withdraw"),
    ("Finland and Sweden intend to hold a joint exercise in the autumn.", "exercise"),
    ("A Polish delegation is to visit Vilnius later this week.", "visit"),
    ("The upcoming talks between Kazakhstan and China will take place in Almaty.", "talks"),
    ("South Africa will be sending troops to Mozambique, the president said.", "sending"),
    ("Poland said it would send tanks to Ukraine.", "send"),
    ("Germany promised Ukraine that it would deliver tanks.", "deliver"),
    ("The United States said on Friday it would impose sanctions on Mali.", "sanctions"),
    ("The European Union has agreed to impose sanctions on Mali.", "sanctions"),
    ("U.S. Secretary of State Antony Blinken is expected to meet Qatari officials in Doha.", "meet"),
    ("Peru and Chile's presidents meet on 3 July in Arica.", "meet"),
    ("The envoys of Laos and Thailand meet in Bangkok next Monday.", "meet"),
    ("The Kremlin said that Putin would meet Erdogan in Sochi on Friday.", "meet"),
    ("Cambodia accepted an invitation to hold talks with Thailand.", "talks"),
    ("The president of Palau is to travel to Taipei in July.", "travel"),
]

NOTHING = [
    ("If Iran attacks Israel, the price of oil will rise.", "attacks"),
    ("Ethiopia could invade Eritrea, analysts warned.", "invade"),
    ("Ankara might send troops to Libya.", "send"),
    ("Kenya called on Rwanda to withdraw its troops from Congo.", "withdraw"),
    ("Poland wants Germany to deliver tanks to Ukraine.", "deliver"),
    ("Analysts fear that Russia would attack Moldova.", "attack"),
    ("The United Nations urged Yemen and Oman to hold talks.", "talks"),
    ("Lebanon hopes to hold talks with Cyprus on the sea border.", "talks"),
    ("Should Belarus send troops to Ukraine, Poland will close the border.", "send"),
    ("Had Turkey attacked Cyprus, Greece would have answered.", "attacked"),
    ("Washington considered imposing sanctions on Georgia.", "sanctions"),
    ("Mali refused to meet the French ambassador.", "meet"),
    ("Any attack on Estonia would bring in the whole alliance.", "attack"),
    ("Unless Serbia meets Kosovo, the money will not be paid.", "meets"),
    ("Nigeria threatened to invade Niger.", "invade"),
    ("The treaty is meant to prevent attacks on ships in the Red Sea.", "attacks"),
    ("Argentina asked Britain to hold talks over the islands.", "talks"),
    ("Did Chad send troops to Sudan?", "send"),
    ("Uzbekistan is able to deploy troops along the Afghan border.", "deploy"),
    ("Algeria ruled out talks with Morocco.", "talks"),
    ("The risk of an attack on Finland has grown.", "attack"),
    ("Tunisia needs to arrest the smugglers.", "arrest"),
    ("It is unclear whether Somalia and Ethiopia held talks in Djibouti.", "talks"),
    ("An analyst said Azerbaijan would probably attack Armenia within weeks.", "attack"),
    ("The bill would allow Lithuania to expel the Chinese ambassador.", "expel"),
    ("South Sudan wants to resume talks with Sudan.", "talks"),
    ("Analysts believe Eritrea may have withdrawn its troops from Tigray.", "withdrawn"),
    ("It would be wrong for Jordan to expel the Syrian ambassador.", "expel"),
    ("Peace needs talks between Sudan and Egypt, an editorial said.", "talks"),
    pytest.param(
        "Bahrain offered to host talks between Qatar and Egypt.",
        "talks",
        marks=pytest.mark.xfail(
            strict=True, reason="triggers._carrier: an infinitive that the model tags as a noun carries nothing"
        ),
    ),
]

DID_NOT_OCCUR = [
    ("The foreign ministers of Greece and Turkey did not meet in Geneva.", "meet"),
    ("No talks were held between Algeria and Morocco.", "talks"),
    ("Iran never attacked the Saudi tanker.", "attacked"),
    ("There was no meeting between the leaders of Iraq and Turkey in Baghdad.", "meeting"),
    ("Pakistan cancelled a meeting with India in New York.", "meeting"),
    ("The Hungarian president's visit to Romania was cancelled.", "visit"),
    ("Malaysia called off planned talks with Myanmar.", "talks"),
    ("Niger scrapped plans to send troops to Mali.", "send"),
    ("Planned talks between Oman and Yemen were called off on Sunday.", "talks"),
    ("Ghana has not recalled its ambassador from Togo.", "recalled"),
    ("Ukraine will not attend talks with Russia in Minsk.", "talks"),
    ("The Canadian delegation left without meeting the Chinese ambassador.", "meeting"),
    ("A planned visit by the Pakistani premier to Kabul did not take place.", "visit"),
    ("Uganda will not send troops to Sudan.", "send"),
    ("Neither Chile nor Peru attacked the convoy.", "attacked"),
    ("An attempted attack on the Iraqi parliament was foiled.", "attack"),
    ("The meeting between Laos and Thailand set for Monday was postponed.", "meeting"),
]

ALLEGED = [
    ("Myanmar's army reportedly attacked a village near Loikaw.", "attacked"),
    ("Sources said that Eritrean troops attacked a village in Tigray.", "attacked"),
    ("Thailand is alleged to have seized two Cambodian boats.", "seized"),
    ("Moscow is believed to have poisoned the Georgian officer.", "poisoned"),
    ("Unconfirmed reports said that Israeli and Saudi officials met in Amman.", "met"),
    ("Ukraine accused Russia of shelling the town of Chasiv Yar.", "shelling"),
    ("There are rumours that the Uzbek and Tajik presidents met in Samarkand.", "met"),
    ("The alleged attack on the Colombian embassy in Quito worried diplomats.", "attack"),
    ("Syrian forces appear to have attacked a Turkish convoy.", "attacked"),
    ("It is claimed that Libyan and Israeli officials held talks in Rome.", "talks"),
    ("According to unnamed officials, Algeria arrested three Moroccan soldiers.", "arrested"),
    ("Algeria accused Morocco of having bombed a convoy.", "bombed"),
    ("Eritrea is thought to have withdrawn its troops from Tigray.", "withdrawn"),
    ("Japanese and North Korean envoys are said to have met in Mongolia.", "met"),
]

DENIED = [
    ("Rwanda denied that its troops had attacked the town of Goma.", "attacked"),
    ("Tehran denied sending drones to Sudan.", "sending"),
    ("Beijing denied that Chinese and Indian officials had met in Dushanbe.", "met"),
    ("Serbia denied a meeting with the Russian ambassador in Belgrade.", "meeting"),
    ("Eritrea denied attacking Ethiopian troops.", "attacking"),
    ("The ministry in Caracas denied reports that Venezuela had deployed troops to the Guyanese border.", "deployed"),
    ("Kuwait rejected claims that it had arrested two Iraqi officers.", "arrested"),
    ("The Kenyan government rejected a report that it had expelled the Ugandan ambassador.", "expelled"),
    pytest.param(
        "Burundi dismissed as false a report that its soldiers attacked a Congolese village.",
        "attacked",
        marks=pytest.mark.xfail(strict=True, reason="attributions: “dismissed as false a report that” is no denial"),
    ),
]


def _statuses(findings: Findings, word: str) -> set[str]:
    """The statuses of the events that a word tells of."""
    text = findings.document.text
    return {e.status for e in findings.events if text[e.trigger.start : e.trigger.end] == word}


@pytest.mark.parametrize(("text", "word"), OCCURRED)
def test_it_happened(findings_of: Callable[..., Findings], text: str, word: str) -> None:
    assert _statuses(findings_of(text), word) == {"occurred"}


@pytest.mark.parametrize(("text", "word"), PLANNED)
def test_it_is_planned(findings_of: Callable[..., Findings], text: str, word: str) -> None:
    assert _statuses(findings_of(text), word) == {"planned"}


@pytest.mark.parametrize(("text", "word"), NOTHING)
def test_nobody_says_that_it_happens(findings_of: Callable[..., Findings], text: str, word: str) -> None:
    assert word in text
    assert _statuses(findings_of(text), word) == set()


@pytest.mark.parametrize(("text", "word"), DID_NOT_OCCUR)
def test_it_did_not_happen(findings_of: Callable[..., Findings], text: str, word: str) -> None:
    assert _statuses(findings_of(text), word) == {"did_not_occur"}


@pytest.mark.parametrize(("text", "word"), ALLEGED)
def test_it_is_alleged(findings_of: Callable[..., Findings], text: str, word: str) -> None:
    assert _statuses(findings_of(text), word) == {"alleged"}


@pytest.mark.parametrize(("text", "word"), DENIED)
def test_it_is_denied(findings_of: Callable[..., Findings], text: str, word: str) -> None:
    assert _statuses(findings_of(text), word) == {"denied"}


NEITHER = [
    ("The spokesman neither confirmed nor denied that Algerian and Moroccan officers had met in Madrid.", "met"),
    ("Tunisia has neither confirmed nor denied a meeting with Libyan officials.", "meeting"),
]


@pytest.mark.parametrize(("text", "word"), NEITHER)
def test_no_denial_where_nothing_is_denied(findings_of: Callable[..., Findings], text: str, word: str) -> None:
    assert "denied" not in _statuses(findings_of(text), word)


@pytest.mark.parametrize(
    ("sentence", "asks"),
    [
        ("Did Chad send troops?", True),
        ("“Did Chad send troops?”", True),
        ("Chad sent troops.", False),
        ("“Why?” the envoy asked.", False),
        ("", False),
    ],
)
def test_is_question(sentence: str, asks: bool) -> None:
    assert is_question(sentence) is asks


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("A letter had Angola leasing the port of Lobito to Russia.", "leasing", "alleged"),
        ("Chad reportedly expelled two envoys, and the ministry denied the report.", "expelled", "denied"),
        ("Chad reportedly expelled two envoys, and the ministry denied them visas.", "expelled", "alleged"),
        ("Chad expelled two envoys, and the ministry denied them visas.", "expelled", "occurred"),
        ("Togo's president is expected in Abuja on Monday.", "expected", "planned"),
        (
            "France declined to comment on Togo's announcement that its meeting with Benin would be held in Lagos.",
            "meeting",
            "planned",
        ),
        (
            "The patrol was escorting trawlers when it was struck by a Chinese ship, Admiral Juan Ruiz told them.",
            "struck",
            "occurred",
        ),
    ],
)
def test_more_ways_to_put_an_event(reading_of: Callable[[str], Reading], text: str, word: str, status: str) -> None:
    found = {m.status for m in find_events(reading_of(text)) if m.trigger.start == text.find(word)}
    assert found == {status}


@pytest.mark.parametrize(
    "text",
    [
        "The media float the misinformation that Chad met Sudan in Cairo.",
        "It is a lie that Chad and Sudan met in Cairo.",
    ],
)
def test_what_is_called_a_lie_is_told_as_no_event(reading_of: Callable[[str], Reading], text: str) -> None:
    assert not [m for m in find_events(reading_of(text)) if m.status == "occurred"]

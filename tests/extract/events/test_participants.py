"""Who takes part in an event, for which side, and in what role."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from secondsource.extract.events.memory import party
from secondsource.extract.events.participants import unique
from secondsource.model import Findings, Participant

# (text, word that tells of the event, the sides (or names where no side is known) that act, that receive, or meet)
SIDES = [
    ("Kenya attacked Somalia.", "attacked", {"actor": "Kenya", "recipient": "Somalia"}),
    ("Somalia was attacked by Kenya.", "attacked", {"actor": "Kenya", "recipient": "Somalia"}),
    ("A Vietnamese trawler was rammed by a Chinese vessel.", "rammed", {"actor": "China", "recipient": "Vietnam"}),
    ("The foreign ministers of Greece and Turkey met in Bern.", "met", {"party": "Greece, Turkey"}),
    ("Top Indian and Chinese generals met on the border.", "met", {"party": "China, India"}),
    ("Greek-Turkish talks were held in Ankara.", "talks", {"party": "Greece, Turkey"}),
    ("The Serbia-Kosovo talks collapsed in Brussels.", "talks", {"party": "Kosovo, Serbia"}),
    ("Talks between Armenia and Azerbaijan took place in Prague.", "Talks", {"party": "Armenia, Azerbaijan"}),
    ("Oman's foreign minister held talks with his Yemeni counterpart.", "talks", {"party": "Oman, Yemen"}),
    ("Egypt agreed to meet Ethiopia in Khartoum.", "meet", {"party": "Egypt, Ethiopia"}),
    ("Japan asked Russia to release the sailors.", "asked", {"actor": "Japan", "recipient": "Russia"}),
    ("Mexico and Brazil condemned Nicaragua.", "condemned", {"actor": "Brazil, Mexico", "recipient": "Nicaragua"}),
    ("Ecuador expelled the Argentine ambassador.", "expelled", {"actor": "Ecuador", "recipient": "Argentina"}),
    ("The Spanish foreign minister paid a visit to Morocco.", "visit", {"actor": "Spain", "recipient": "Morocco"}),
    ("Malta hosted the Libyan foreign minister.", "hosted", {"actor": "Libya", "recipient": "Malta"}),
    ("The prime minister of Nepal arrived in Beijing on Monday.", "arrived", {"actor": "Nepal", "recipient": "China"}),
    ("A visit to Tunisia by the Italian premier ended on Monday.", "visit", {"actor": "Italy", "recipient": "Tunisia"}),
    (
        "The visit of the Cuban president to Algeria ended on Monday.",
        "visit",
        {"actor": "Cuba", "recipient": "Algeria"},
    ),
    (
        "Uganda, which borders Rwanda, attacked Congo.",
        "attacked",
        {"actor": "Uganda", "recipient": "Democratic Republic of the Congo"},
    ),
    ("Canada imposed sanctions on Belarus.", "sanctions", {"actor": "Canada", "recipient": "Belarus"}),
    ("Sanctions on Mali were imposed by France.", "imposed", {"actor": "France", "recipient": "Mali"}),
    (
        "Rwanda accused Congo of shelling a village.",
        "accused",
        {"actor": "Rwanda", "recipient": "Democratic Republic of the Congo"},
    ),
    ("Cambodia accused Thailand of shelling a village.", "shelling", {"actor": "Thailand", "recipient": "village"}),
    (
        "Turkish drones attacked the camp and killed two Iraqi soldiers.",
        "attacked",
        {"actor": "Turkey", "recipient": "Iraq, camp"},
    ),
    ("The Russian embassy in Lima protested to Peru.", "protested", {"actor": "Russia", "recipient": "Peru"}),
    ("Fiji signed a treaty with Tonga.", "signed", {"party": "Fiji, Tonga"}),
    ("Britain sold helicopters to Malaysia.", "sold", {"actor": "United Kingdom", "recipient": "Malaysia"}),
    ("Seoul accused Pyongyang of jamming signals.", "accused", {"actor": "South Korea", "recipient": "North Korea"}),
    ("Moscow recalled its ambassador from Sofia.", "recalled", {"actor": "Russia", "recipient": "Bulgaria"}),
    (
        "Algeria freed two Moroccan fishermen who had been arrested in May.",
        "freed",
        {"actor": "Algeria", "recipient": "Morocco"},
    ),
    pytest.param(
        "Latvia, together with Lithuania, expelled two Belarusian diplomats.",
        "expelled",
        {"actor": "Latvia, Lithuania", "recipient": "Belarus"},
        marks=pytest.mark.xfail(
            strict=True, reason="participants.actors: “together with”, “along with”, “as well as” join nobody"
        ),
    ),
    ("Qatar and Egypt, which share no border, met with officials from Sudan.", "met", {"party": "Egypt, Qatar, Sudan"}),
    ("Officials from Laos met officials from Thailand and Vietnam.", "met", {"party": "Laos, Thailand, Vietnam"}),
    ("Israel and Hamas agreed to a ceasefire.", "ceasefire", {"party": "Hamas, Israel"}),
    ("NATO and Russia held talks in Helsinki.", "talks", {"party": "NATO, Russia"}),
    ("Egyptian and Sudanese officers met at a base near Aswan.", "met", {"party": "Egypt, Sudan"}),
    ("Indian and Chinese envoys met at the airport in Colombo.", "met", {"party": "China, India"}),
    ("Algeria accused Morocco of having bombed a bus.", "bombed", {"actor": "Morocco", "recipient": "bus"}),
    ("The Sudanese government and rebels held talks in Juba.", "talks", {"party": "Sudan, rebels"}),
    ("Mali's junta met Tuareg rebels in Kidal on Sunday.", "met", {"party": "Mali, Tuareg rebels"}),
    ("Talks between the Colombian government and the ELN resumed.", "Talks", {"party": "Colombia, ELN"}),
    (
        "A Taiwanese delegation arrived in Prague for talks with Czech lawmakers.",
        "talks",
        {"party": "Czech Republic, Taiwan"},
    ),
    pytest.param(
        "The U.N. Security Council adopted a resolution imposing sanctions on Haiti.",
        "sanctions",
        {"actor": "United Nations", "recipient": "Haiti"},
        marks=pytest.mark.xfail(
            strict=True,
            reason="participants.subject: a thing that carries an act (“a resolution imposing”) hides who adopted it",
        ),
    ),
    pytest.param(
        "Australia and Vanuatu are in talks on a treaty.",
        "talks",
        {"party": "Australia, Vanuatu"},
        marks=pytest.mark.xfail(
            strict=True, reason="participants._round_noun: “are in talks” gives the talks no parties"
        ),
    ),
    ("Uganda carried out an attack on Rwanda.", "attack", {"actor": "Uganda", "recipient": "Rwanda"}),
    ("Chad's army was attacked in Sudan by Libyan gunmen.", "attacked", {"actor": "Libya", "recipient": "Chad"}),
    ("Peru did not attack Ecuador.", "attack", {"actor": "Peru", "recipient": "Ecuador"}),
    pytest.param(
        "Nigeria's president travelled to Paris, where he met his French counterpart.",
        "met",
        {"party": "France, Nigeria"},
        marks=pytest.mark.xfail(
            strict=True, reason="participants.remember: only names are remembered, so “he” finds no described person"
        ),
    ),
    pytest.param(
        "US-brokered talks between Serbia and Kosovo opened in Brussels.",
        "talks",
        {"party": "Kosovo, Serbia"},
        marks=pytest.mark.xfail(
            strict=True, reason="participants._modifiers: the broker in “-brokered”, “-mediated” is taken for a party"
        ),
    ),
    (
        "Qatar-mediated negotiations between Israel and Hamas resumed in Doha.",
        "negotiations",
        {"party": "Hamas, Israel"},
    ),
    pytest.param(
        "The pro-Russian party of Moldova held a rally in Chisinau.",
        "rally",
        {"actor": "Moldova"},
        marks=pytest.mark.xfail(strict=True, reason="participants: “pro-” and “anti-” a side make that side an actor"),
    ),
    pytest.param(
        "Kenya signed a memorandum with Oman.",
        "signed",
        {"party": "Kenya, Oman"},
        marks=pytest.mark.xfail(
            strict=True, reason="participants._round_verb: “with” inside the object of sign is not read"
        ),
    ),
    pytest.param(
        "The US-led coalition bombed Raqqa.",
        "bombed",
        {"actor": "United States", "recipient": "Syria"},
        marks=pytest.mark.xfail(
            strict=True, reason="words/actors: no coalition, so the actor of a “US-led coalition” is lost"
        ),
    ),
    pytest.param(
        "Tajik and Kyrgyz border guards exchanged fire on Wednesday.",
        "exchanged",
        {"actor": "Kyrgyzstan, Tajikistan"},
        marks=pytest.mark.xfail(
            strict=True, reason="participants._one: a body named by two sides keeps the one beside it"
        ),
    ),
    ("Egyptian and Sudanese armies held talks in Aswan.", "talks", {"party": "Egypt, Sudan"}),
    ("Serbian police clashed with protesters in Novi Sad.", "clashed", {"actor": "Serbia", "recipient": "Serbia"}),
    pytest.param(
        "Poland's president is on a visit to Rwanda.",
        "visit",
        {"actor": "Poland", "recipient": "Rwanda"},
        marks=pytest.mark.xfail(
            strict=True, reason="participants._round_noun: “is on a visit” gives the visit nobody who visits"
        ),
    ),
    pytest.param(
        "Ethiopia's Abiy Ahmed and Eritrea's Isaias Afwerki signed a joint declaration in Asmara.",
        "signed",
        {"party": "Eritrea, Ethiopia"},
        marks=pytest.mark.xfail(
            strict=True,
            reason="detect/names: “Abiy Ahmed” after a possessive country is a place, so only one signs",
        ),
    ),
    ("The defence ministers of Italy, Spain and Greece met in Rome.", "met", {"party": "Greece, Italy, Spain"}),
]


def _roles(people: tuple[Participant, ...]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for each in people:
        found.setdefault(each.role, set()).add(each.side or each.name)
    return {role: ", ".join(sorted(sides)) for role, sides in found.items()}


@pytest.mark.parametrize(("text", "word", "expected"), SIDES)
def test_the_sides_of_an_event(
    findings_of: Callable[..., Findings], text: str, word: str, expected: dict[str, str]
) -> None:
    events = [e for e in findings_of(text).events if text[e.trigger.start : e.trigger.end] == word]
    assert [_roles(e.participants) for e in events] == [expected]


# (text, last word that tells of an event, everybody named in it)
NAMES_BACK = [
    (
        "Officials from Greece and Turkey gathered in Bern on Monday. The two sides met for three hours.",
        "met",
        {"Greece", "Turkey"},
    ),
    pytest.param(
        "Prime Minister Fumio Kishida received German Chancellor Olaf Scholz. The two leaders met in Tokyo.",
        "met",
        {"Fumio Kishida", "Olaf Scholz"},
        marks=pytest.mark.xfail(
            strict=True, reason="participants.remember: a subject and its object are no pair for “the two leaders”"
        ),
    ),
    pytest.param(
        "Ethiopia's foreign minister flew to Khartoum. He met Sudanese officials there.",
        "met",
        {"Ethiopia", "Sudan"},
        marks=pytest.mark.xfail(
            strict=True, reason="participants.remember: only names are remembered, so “he” finds no described person"
        ),
    ),
    (
        "Turkish Defence Minister Hulusi Akar arrived in Tripoli. He met Libyan officials.",
        "met",
        {"Hulusi Akar", "Libya"},
    ),
    (
        "Iran and Iraq share a long border. They signed a treaty in 1975.",
        "signed",
        {"Iran", "Iraq"},
    ),
    (
        "Diplomats of Nepal and India gathered in Delhi. Both countries signed an agreement.",
        "signed",
        {"Nepal", "India"},
    ),
    pytest.param(
        "Rwanda expelled the Belgian ambassador in March. It also arrested a Dutch general.",
        "arrested",
        {"Rwanda", "Dutch general"},
        marks=pytest.mark.xfail(
            strict=True,
            reason="participants._pronoun: “it” takes the side last named, not the subject of the sentence before",
        ),
    ),
    pytest.param(
        "Burkina Faso expelled the French ambassador in January. In August it arrested a Togolese general.",
        "arrested",
        {"Burkina Faso", "Togolese general"},
        marks=pytest.mark.xfail(
            strict=True,
            reason="participants._pronoun: “it” takes the side last named, not the subject of the sentence before",
        ),
    ),
    pytest.param(
        "Finland's president met Estonia's premier in Tallinn. The two leaders will meet again in August.",
        "meet",
        {"Finland", "Estonia"},
        marks=pytest.mark.xfail(
            strict=True, reason="participants.remember: a subject and its object are no pair for “the two”"
        ),
    ),
    ("“We attacked the camp at dawn,” Chad's defence minister Dago Yacouba said.", "attacked", {"Chad", "camp"}),
]


@pytest.mark.parametrize(("text", "word", "names"), NAMES_BACK)
def test_words_that_point_back(findings_of: Callable[..., Findings], text: str, word: str, names: set[str]) -> None:
    events = [e for e in findings_of(text).events if text[e.trigger.start : e.trigger.end] == word]
    assert events
    assert {p.name for p in events[-1].participants} == names


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The presidents of Chad and Niger, Idris Saleh and Moussa Bako, met in Cairo.", {"Chad", "Niger"}),
        ("The heads of the intelligence services of Algeria and Morocco met in Rome.", {"Algeria", "Morocco"}),
        ("One of the two delegations at the talks between Chad and Niger left the venue.", {None}),
        ("The Lakurawa carried out the attack near Tame.", {None}),
        ("Altyn Trans shipped 41 machine tools of German origin to a factory in Izhevsk, Russia.", {None, "Russia"}),
        ("The trip to Benin which Togo's president was to make has been called off.", {"Togo", "Benin"}),
    ],
)
def test_whose_side_is_told_in_other_words(
    findings_of: Callable[..., Findings], text: str, sides: set[str | None]
) -> None:
    assert {p.side for p in findings_of(text).events[-1].participants} == sides


# nobody's event: somebody to act or to act upon is missing
NOBODY = [
    "It met.",
    "The meeting was long.",
    "The talks were useful.",
    "Poland's parliament held a debate on a meeting.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_no_event_without_two_who_meet(findings_of: Callable[..., Findings], text: str) -> None:
    assert not findings_of(text).events


def test_a_country_gives_way_to_its_person() -> None:
    kenya, person, chad = party("Kenya", "Kenya"), party("Amina Otieno", "Kenya"), party("Chad", "Chad")
    assert unique([kenya, person, chad, chad]) == (person, chad)
    assert unique([kenya]) == (kenya,)
    assert unique([]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Kenya attacked Kenya.",
        "Ukraine said Russia attacked a Russian village in Ukraine.",
        "Egypt's president visited Egypt's embassy in Sudan.",
        "Peru accused Peru's own army of arresting Peruvian soldiers.",
    ],
)
def test_nobody_is_both_actor_and_recipient(findings_of: Callable[..., Findings], text: str) -> None:
    for event in findings_of(text).events:
        actors = {p.name for p in event.participants if p.role == "actor"}
        assert not actors & {p.name for p in event.participants if p.role == "recipient"}

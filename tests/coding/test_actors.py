"""Countries of any year, known groups and bodies, sectors by the words that tell them, and names that tell nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.coding.actors import country_code, entity_of, sector_of
from secondsource.model import Participant
from secondsource.words.bodies import bodies
from secondsource.words.sectors import organisation_codes, sector_codes


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Norway", "NOR"),
        ("South Korea", "KOR"),
        ("Taiwan", "TWN"),
        ("Kosovo", "XKX"),
        ("Palestine", "PSE"),
        ("Soviet Union", "SUN"),
        ("Yugoslavia", "YUG"),
        ("Czechoslovakia", "CSK"),
        ("East Germany", "DDR"),
        ("West Germany", "DEU"),
        ("Zaire", "COD"),
        ("Burma", "MMR"),
        ("Rhodesia", "ZWE"),
        ("Serbia and Montenegro", "SCG"),
        ("Abkhazia", "GEO"),
        ("Somaliland", "SOM"),
        ("Transnistria", "MDA"),
        # Look-alikes: no country.
        ("Atlantis", ""),
        ("European Union", ""),
        ("Hamas", ""),
        ("Burma Road", ""),
        ("Chadwick", ""),
    ],
)
def test_country_code(name: str, code: str) -> None:
    assert country_code(name) == code


@pytest.mark.parametrize(
    ("name", "role", "sector"),
    [
        # the state
        ("Ana Lopez", "foreign minister", "GOV"),
        ("Ana Lopez", "minister of justice", "GOV"),
        ("Ana Lopez", "labour minister", "GOV"),
        ("Ana Lopez", "health minister", "GOV"),
        ("Ana Lopez", "defense secretary", "GOV"),
        ("Ana Lopez", "spokeswoman", "GOV"),
        ("Justice Ministry", None, "GOV"),
        ("two senior officials", None, "GOV"),
        ("the ruling party", None, "GOV"),
        ("central bank", None, "GOV"),
        ("Supreme Court of Kenya", None, "JUD"),
        ("Ana Lopez", "chief prosecutor", "JUD"),
        ("Ana Lopez", "president of the constitutional court", "JUD"),
        ("opposition lawmakers", None, "LEG"),
        ("members of parliament", None, "LEG"),
        ("Ana Lopez", "speaker of the lower house", "LEG"),
        ("Vietnamese patrol boats", None, "MIL"),
        ("Ana Lopez", "chief of staff of the army", "MIL"),
        ("Ana Lopez", "spokesman for the navy", "MIL"),
        ("government troops", None, "MIL"),
        ("Saudi-led coalition", None, "MIL"),
        ("military officials", None, "MIL"),
        ("secret agents", None, "SPY"),
        ("Ana Lopez", "intelligence chief", "SPY"),
        ("riot police", None, "COP"),
        ("Ana Lopez", "police chief", "COP"),
        ("border guards", None, "COP"),
        ("security forces", None, "COP"),
        # those who held office
        ("Ana Lopez", "former foreign minister", "ELI"),
        ("Ana Lopez", "ex-president", "ELI"),
        ("the ousted president", None, "ELI"),
        ("a retired general", None, "ELI"),
        ("the president's son", None, "ELI"),
        ("widow of the former king", None, "ELI"),
        # parties and opposition
        ("the Green Party", None, "PTY"),
        ("Ana Lopez", "presidential candidate", "PTY"),
        ("Ana Lopez", "opposition leader", "OPP"),
        ("supporters of the opposition", None, "CVL"),
        ("opposition supporters", None, "OPP"),
        ("dissidents", None, "OPP"),
        # arms outside the state
        ("two gunmen", None, "UAF"),
        ("unidentified attackers", None, "UAF"),
        ("a suicide bomber", None, "UAF"),
        ("rebel fighters", None, "REB"),
        ("Ana Lopez", "leader of the rebels", "REB"),
        ("commander of the separatists", None, "REB"),
        ("mutinous soldiers", None, "REB"),
        ("pro-government militias", None, "PRM"),
        ("mercenaries", None, "PRM"),
        ("drug cartels", None, "CRM"),
        ("pirates", None, "CRM"),
        # society
        ("two civilians", None, "CVL"),
        ("around 20,000 civilians", None, "CVL"),
        ("villagers", None, "CVL"),
        ("anti-war protesters", None, "CVL"),
        ("families of the soldiers", None, "CVL"),
        ("the president's supporters", None, "CVL"),
        ("victims of the rebels", None, "CVL"),
        ("three people", None, "UNK"),
        ("an unidentified man", None, "UNK"),
        ("fishermen", None, "AGR"),
        ("striking dockworkers", None, "LAB"),
        ("a union representative", None, "LAB"),
        ("migrant workers", None, "LAB"),
        ("health workers", None, "MED"),
        ("aid workers", None, "SOC"),
        ("media workers", None, "JRN"),
        ("news agencies", None, "JRN"),
        ("doctors at a hospital", None, "MED"),
        ("student activists", None, "EDU"),
        ("Ana Lopez", "president of the university", "EDU"),
        ("Ana Lopez", "chief executive", "BUS"),
        ("oil companies", None, "BUS"),
        ("asylum-seekers", None, "REF"),
        ("displaced families", None, "REF"),
        ("Muslim clerics", None, "REL"),
        ("a church minister", None, "REL"),
        ("rights groups", None, "SOC"),
        ("an army of lawyers", None, "CVL"),
        ("a fleet of trawlers", None, "AGR"),
    ],
)
def test_sector(name: str, role: str | None, sector: str) -> None:
    assert sector_of(name, role)[0] == sector


@pytest.mark.parametrize(
    "name",
    [
        "Generalised system",
        "Courtney Blythe",
        "Ana Lopez",
        "Stephen King",
        "Nancy Bishop",
        "a party at a hotel",
        "a third party",
        "the warring parties",
        "a guard of honour",
        "a police station",
        "the West Bank",
        "the customs union",
        "a general strike",
        "the labour force",
        "the major powers",
        "a former Soviet republic's flag",
        "a fuel tank",
        "a tennis court",
        "a water tank",
        "press freedom",
        "a pilot project",
        "the national anthem",
        "a kingpost",
        "",
    ],
)
def test_look_alikes_tell_no_sector_of_their_own(name: str) -> None:
    wrong = "MIL COP JUD LEG PTY REL BUS LAB EDU JRN ELI".split()
    assert sector_of(name, None)[0] not in wrong


@pytest.mark.parametrize(
    ("name", "role", "not_told"),
    [
        ("Ana Lopez", "minister of justice", "JUD"),
        ("Ana Lopez", "labour minister", "LAB"),
        ("Ana Lopez", "church minister", "GOV"),
        ("Ana Lopez", "education minister", "EDU"),
        ("army of lawyers", None, "MIL"),
        ("party leaders of the church", None, "REL"),
        ("critics of the government", None, "GOV"),
        ("former rebels", None, "ELI"),
        ("former students", None, "ELI"),
        ("soldiers' wives", None, "MIL"),
    ],
)
def test_the_other_reading_is_not_taken(name: str, role: str | None, not_told: str) -> None:
    assert sector_of(name, role)[0] != not_told


def test_a_sector_says_by_which_words_it_was_told() -> None:
    assert sector_of("Ana Lopez", "defence minister")[1] == "“defence minister” in the office"
    assert sector_of("two gunmen", None)[1] == "“gunman” in the name"


@pytest.mark.parametrize(
    ("name", "side", "code", "sector"),
    [
        ("Chad", "Chad", "TCD", "GOV"),
        ("Chad", None, "TCD", "GOV"),
        ("soldiers", "Chad", "TCD", "MIL"),
        ("Ana Lopez", "Chad", "TCD", ""),
        ("villagers", None, "", "CVL"),
        # known only in part, or no more
        ("Kosovo", "Kosovo", "XKX", "PRE"),
        ("Taiwan", "Taiwan", "TWN", "PRE"),
        ("Abkhazia", "Georgia", "GEO", "PRE"),
        ("Somaliland", None, "SOM", "PRE"),
        ("Taiwanese soldiers", "Taiwan", "TWN", "MIL"),
        ("Soviet Union", "Soviet Union", "SUN", "GOV"),
        ("Zaire", None, "COD", "GOV"),
        # armed groups
        ("Hezbollah", "Hezbollah", "LBN", "REB"),
        ("Omar Aden", "Al-Shabaab", "SOM", "REB"),
        ("Boko Haram militants", None, "NGA", "REB"),
        ("fighters of the M23", None, "COD", "REB"),
        ("the Taliban", None, "AFG", "REB"),
        ("Four Taliban gunmen", None, "AFG", "REB"),
        ("members of the Taliban", None, "AFG", "REB"),
        ("Oromo Liberation Army (OLA)", None, "ETH", "REB"),
        ("Ansar Allah", None, "YEM", "REB"),
        ("LTTE", None, "LKA", "REB"),
        ("UNITA", None, "AGO", "REB"),
        ("Wagner Group", "Russia", "RUS", "PRM"),
        ("Janjaweed", "Sudan", "SDN", "PRM"),
        ("Sinaloa Cartel", None, "MEX", "CRM"),
        ("Islamic State", None, "IMG", "REB"),
        ("Hamas-run health ministry", None, "PSE", "GOV"),
        # organisations
        ("United Nations", "United Nations", "UNO", ""),
        ("UN peacekeepers", "United Nations", "UNO", "MIL"),
        ("U.N. peacekeepers", None, "UNO", "MIL"),
        ("U.S. marines", "United States", "USA", "MIL"),
        ("30,000 soldiers", "Ireland", "IRL", "MIL"),
        ("Mira Solberg", "United Nations", "UNO", ""),
        ("International Court of Justice", None, "UNO", "JUD"),
        ("World Health Organization", None, "UNO", "MED"),
        ("European Commission", "European Union", "EUR", ""),
        ("European Parliament", None, "EUR", "LEG"),
        ("Mira Solberg", "NATO", "IGO", ""),
        ("ECOWAS", None, "IGO", ""),
        ("Lake Treaty Council", "Lake Treaty Council", "IGO", ""),
        ("International Committee of the Red Cross", None, "NGO", "MED"),
        ("Amnesty International", None, "NGO", ""),
        ("Extinction Rebellion", None, "ISM", ""),
        ("Boeing", None, "MNC", ""),
        ("Huawei", "China", "CHN", "BUS"),
        # look-alikes of known names
        ("Clara Wagner", None, "", ""),
        ("Henry Ford", "United States", "USA", ""),
        ("Hamas Street Bakery", None, "", ""),
        ("Unita Devi", None, "", ""),
        ("envoys in talks with the Taliban", None, "", "GOV"),
    ],
)
def test_entity(name: str, side: str | None, code: str, sector: str) -> None:
    entity = entity_of(Participant(name, side, "actor"))
    assert (entity.code, entity.sector) == (code, sector)
    assert bool(entity.why) == bool(entity.sector) or entity.code in organisation_codes()


def test_an_office_in_an_organisation_is_none_of_a_government() -> None:
    entity = entity_of(Participant("Mira Solberg", "NATO", "actor"), "secretary-general")
    assert (entity.code, entity.sector) == ("IGO", "")


def test_all_bodies_of_one_country_have_a_sector() -> None:
    found = [entity_of(Participant(b.name, b.side, "actor")) for b in bodies() if not b.own]
    assert [e.name for e in found if not e.sector] == []


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("People’s Liberation Army", "MIL"),
        ("Popular Mobilization Forces", "PRM"),
        ("Secret Service", "COP"),
        ("Knesset", "LEG"),
        ("Mossad", "SPY"),
        ("Kuomintang", "PTY"),
        ("Bank of England", "GOV"),
    ],
)
def test_the_sector_of_a_body_known_by_name(name: str, sector: str) -> None:
    assert entity_of(Participant(name, None, "actor")).sector == sector


@given(st.text(max_size=80), st.none() | st.text(max_size=40))
def test_any_name_and_office_have_a_sector_of_plover_or_none(name: str, role: str | None) -> None:
    assert sector_of(name, role)[0] in {"", *sector_codes()}

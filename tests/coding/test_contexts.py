"""Contexts: a sentence that shows each of the 37, and look-alikes of their words that show nothing of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.coding.contexts import contexts_of
from secondsource.words.contexts import context_words


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Two warships left the port of Valparaiso.", "military"),
        ("The Defense Ministry is buying howitzers.", "military"),
        ("The two spies were swapped on a bridge.", "intelligence"),
        ("He had run the country's signals intelligence for years.", "intelligence"),
        ("A royal decree named a new cabinet.", "executive"),
        ("Lawmakers voted to keep the tax.", "legislative"),
        ("The Knesset rose for the summer.", "legislative"),
        ("Run-off votes are due in three provinces.", "election"),
        ("She lost her bid for re-election.", "election"),
        ("The transitional council has rewritten the constitution.", "political_institutions"),
        ("Donors want free and fair elections by May.", "pro_democracy"),
        ("Officers seized power overnight.", "pro_autocracy"),
        ("The general postponed the election for a third time.", "pro_autocracy"),
        ("The tariffs hurt exporters most.", "economic"),
        ("The tribunal acquitted all four.", "legal"),
        ("Greece again asked for war reparations.", "reparations"),
        ("The state paid compensation to the victims’ families.", "reparations"),
        ("Human-rights groups counted forty dead.", "human_rights"),
        ("A curfew and a ban on rallies are in force.", "rights_freedoms"),
        ("Riot squads fired tear gas at the marchers.", "repression"),
        ("Power cuts and food shortages are worst in the south.", "human_security"),
        ("The new law makes abortion a crime.", "gender"),
        ("Police stopped the Pride parade.", "lgbt"),
        ("Shi'ite clerics led the prayers.", "religion_ethnicity"),
        ("The report blames discrimination in hiring.", "inequality"),
        ("Both ambassadors were called home.", "diplomatic"),
        ("The border dispute goes back to a map of 1904.", "territory"),
        ("Separatists blocked the only road.", "territory"),
        ("Blue helmets patrol the ceasefire line.", "peacekeeping"),
        ("Cholera broke out in the camps.", "health"),
        ("The WHO sent two teams.", "health"),
        ("Asylum-seekers waited at the fence.", "asylum"),
        ("Internally displaced families slept in schools.", "migration"),
        ("The quake cut off four valleys.", "disasters"),
        ("Rare earths are mined only there.", "natural_resource"),
        ("Deforestation has slowed.", "environment"),
        ("They will build a semiconductor plant together.", "technology"),
        ("A suicide bomber struck the market.", "terrorism"),
        ("Inspectors found traces of a nerve agent.", "cbrn"),
        ("Ransomware stopped the hospital's computers.", "cyber"),
        ("The video was fake news.", "misinformation"),
        ("Three men were charged with murder.", "crime"),
        ("The mayor took bribes.", "corruption"),
        ("They burned two tonnes of heroin.", "illegal_drugs"),
        ("Human trafficking has doubled.", "trafficking"),
    ],
)
def test_words_show_a_context(sentence: str, wanted: str) -> None:
    assert wanted in contexts_of(sentence, None)


@pytest.mark.parametrize(
    ("sentence", "not_shown"),
    [
        ("She came with an army of lawyers.", "military"),
        ("The Salvation Army fed them.", "military"),
        ("Sailors of the merchant navy went on strike.", "military"),
        ("A rebel army took the town.", "military"),
        ("Artificial intelligence will change schools.", "intelligence"),
        ("She keeps it in a filing cabinet.", "executive"),
        ("Denmark holds the EU presidency.", "executive"),
        ("It opened at the Mobile World Congress.", "legislative"),
        ("The party congress met in the capital.", "legislative"),
        ("The landslide victory surprised pollsters.", "disasters"),
        ("Receiving him was a diplomatic coup.", "pro_autocracy"),
        ("The two sides traded accusations.", "economic"),
        ("They traded fire along the ridge.", "economic"),
        ("He fell on a tennis court.", "legal"),
        ("His mother-in-law fled.", "legal"),
        ("Clinical trials begin in June.", "legal"),
        ("The crackdown on smuggling goes on.", "repression"),
        ("He ended his hunger strike.", "human_security"),
        ("The Islamic Republic of Iran replied.", "religion_ethnicity"),
        ("Christian Lopez spoke first.", "religion_ethnicity"),
        ("Wage talks broke down.", "diplomatic"),
        ("Climbers reached the summit of Mount Kenya.", "diplomatic"),
        ("The currency is in uncharted territory.", "territory"),
        ("It weakens judicial independence.", "territory"),
        ("The outbreak of hostilities closed the port.", "health"),
        ("The firm's financial health is poor.", "health"),
        ("Who sent two teams?", "health"),
        ("It was once a lunatic asylum.", "asylum"),
        ("Data migration takes a week.", "migration"),
        ("A flood of complaints followed.", "disasters"),
        ("He won a gold medal.", "natural_resource"),
        ("More deals are in the pipeline.", "natural_resource"),
        ("A climate of fear reigns.", "environment"),
        ("The security environment has changed.", "environment"),
        ("It is a satellite town of Cairo.", "technology"),
        ("Families fled the reign of terror.", "terrorism"),
        ("They have no nuclear power.", "cbrn"),
        ("Two were hacked to death.", "cyber"),
        ("War crimes were proven.", "crime"),
        ("He needs a skin graft.", "corruption"),
        ("The drug is given to children.", "illegal_drugs"),
        ("Traffic stood still.", "trafficking"),
        ("Warshipping is a sport here.", "military"),
        ("He was born in the army, chief among reasons.", "diplomatic"),
    ],
)
def test_look_alikes_show_nothing_of_it(sentence: str, not_shown: str) -> None:
    assert not_shown not in contexts_of(sentence, None)


def test_a_longer_phrase_shows_what_its_parts_show() -> None:
    assert contexts_of("a military coup", None) == ("military", "executive", "political_institutions", "pro_autocracy")


def test_a_kind_of_crime_stands_for_crime() -> None:
    assert contexts_of("The gang smuggled cigarettes.", None) == ("trafficking",)
    assert contexts_of("The gang robbed a shop.", None) == ("crime",)


def test_a_cameo_code_brings_its_contexts() -> None:
    assert contexts_of("They did it again.", "1041") == ("executive",)
    assert contexts_of("They did it again.", "9999") == ()
    assert contexts_of("They did it again.", None) == ()


@given(st.text(max_size=200))
def test_any_text_gives_contexts_in_order_and_none_twice(text: str) -> None:
    codes = context_words().codes
    found = contexts_of(text, "190")
    assert list(found) == [c for c in codes if c in set(found)]

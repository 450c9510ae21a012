"""What words round an event make of it: rules of English, each beside a look-alike that must not fire."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from secondsource.model import Findings

# (text published on 15 June 2022, word, the statuses of the events it tells of)
STATUSES = [
    # negation: its subject, its scope
    ("No one was attacked in Benin on Sunday.", "attacked", {"did_not_occur"}),
    ("Nobody from Ghana attacked the Togolese convoy.", "attacked", {"did_not_occur"}),
    ("None of the Peruvian ships attacked the Chilean trawler.", "attacked", {"did_not_occur"}),
    ("No fewer than six Peruvian ships attacked the Chilean trawler.", "attacked", {"occurred"}),
    ("Laos not only expelled the Thai ambassador but closed the border.", "expelled", {"occurred"}),
    ("The envoys of Chad and Niger did not meet until Friday.", "meet", {"occurred"}),
    ("Chad did not fail to expel the Libyan ambassador.", "expel", {"occurred"}),
    ("Chad failed to expel the Libyan ambassador.", "expel", {"did_not_occur"}),
    ("The Omani envoy left without meeting the Yemeni minister.", "meeting", {"did_not_occur"}),
    ("Marques told the Daily Post that Brazil would not send troops to Haiti.", "send", {"did_not_occur"}),
    ("Marques told Brazil to send troops to Haiti.", "send", set()),
    # conditions
    ("Were Gabon to expel the French ambassador, Paris would answer.", "expel", set()),
    ("Had Angola attacked Zambia, the bloc would have split.", "attacked", set()),
    ("Angola had attacked Zambia before the bloc split.", "attacked", {"occurred"}),
    ("As if to please its neighbours, Angola expelled the Zambian ambassador.", "expelled", {"occurred"}),
    ("Zambia will close the border if Angola attacks the mine.", "attacks", set()),
    # what is granted whatever is said of it
    ("Malta does not regret expelling the Libyan ambassador.", "expelling", {"occurred"}),
    ("Malta did not consider expelling the Libyan ambassador.", "expelling", set()),
    ("Two Serbian officers were convicted of shelling the town of Vukova in Croatia.", "shelling", {"occurred"}),
    ("Oman denied that the talks held between Serbia and Croatia had failed.", "talks", {"occurred"}),
    ("Serbia denied that talks with Croatia were held in Vienna.", "talks", {"denied"}),
    # said to be nothing
    ("Kenya rejected reports of a raid on a Somali post as pure fiction.", "raid", {"denied"}),
    ("Kenya investigated reports of a raid on a Somali post.", "raid", {"alleged"}),
    ("Kenya’s army chief called claims of an attack on the Somali town of Dobley false.", "attack", {"denied"}),
    ("We have not attacked Sudan, Chad's president said.", "attacked", {"denied"}),
    # charges
    ("A Libyan officer was charged with the murder of a Maltese judge.", "murder", {"alleged"}),
    ("A Libyan officer was suspected of bombing a Maltese ship.", "bombing", {"alleged"}),
    # plans: by noun, by calendar, by tense
    ("Preparations for talks between Nepal and Bhutan are under way.", "talks", {"planned"}),
    ("Next on the Nepalese envoy’s agenda is a meeting with Bhutanese officials on Friday.", "meeting", {"planned"}),
    ("The scheduled talks between Nepal and Bhutan were held on Tuesday.", "talks", {"occurred"}),
    ("The scheduled talks between Nepal and Bhutan were not held on Tuesday.", "talks", {"did_not_occur"}),
    ("The leaders of Nepal and Bhutan meet in Delhi on 3 July.", "meet", {"planned"}),
    ("Rail workers in Portugal have called a strike for 4 July.", "strike", {"planned"}),
    # what is so in general
    ("Expulsions of diplomats from Nepal are rare.", "Expulsions", set()),
    ("A strike on the port of Odesa could halt Ukrainian exports.", "strike", set()),
    ("The strike on the port of Odesa could halt Ukrainian exports.", "strike", {"occurred"}),
    ("Every Monday the Swiss consul would visit Iran's prisoners in Bern.", "visit", {"occurred"}),
    ("The Swiss consul would visit Iran's prisoners if he could.", "visit", set()),
]


@pytest.mark.parametrize(("text", "word", "statuses"), STATUSES)
def test_what_the_words_round_an_event_make_of_it(
    findings_of: Callable[..., Findings], text: str, word: str, statuses: set[str]
) -> None:
    found = findings_of(text).events
    assert {e.status for e in found if text[e.trigger.start : e.trigger.end] == word} == statuses

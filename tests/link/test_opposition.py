from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.link.opposition import differences, judged_by_words, overlap

CASES = [
    # number
    ("Eleven sailors were held for two nights.", "Nine sailors were held for two nights.", {"number"}),
    ("The bridge opened in 1984.", "The bridge opened in 1986.", {"number"}),
    ("The talks were held in Oslo.", "14 talks were held in Oslo.", {"number"}),
    # name
    ("The minister flew to Tunis.", "The minister flew to Ankara.", {"name"}),
    ("Maria Lund signed the contract.", "Petra Lund signed the contract.", {"name"}),
    # negation
    ("The council did not approve the plan.", "The council approved the plan.", {"negation"}),
    ("The council approved the plan.", "The council never approved the plan.", {"negation"}),
    # opposite
    ("Exports to the islands rose in June.", "Exports to the islands fell in June.", {"opposite"}),
    # scope
    ("The ferry carries mail and cattle.", "The ferry carries only mail.", {"scope"}),
    # hedge
    ("The army may have shelled the port.", "The army shelled the port.", {"hedge"}),
]
ALIKE = [
    ("Eleven sailors were held for two nights.", "11 sailors were held for two nights."),
    ("Some 1,200 people fled the town.", "1200 people fled the town."),
    ("At least 13 people died in the fire.", "Over 10 people died in the fire."),
    ("The United Nations sent a team.", "The UN sent a team."),
    ("The U.S. sent a team.", "The United States sent a team."),
    ("Lund signed the contract.", "Maria Lund signed the contract."),
    ("American officials met them.", "Officials from America met them."),
    ("The council did not approve the plan.", "The council never approved the plan."),
    ("Not only the council approved the plan.", "The council approved the plan."),
    ("Exports rose, imports fell.", "Imports fell."),
    ("The ferry carries only mail.", "The ferry carries mail only."),
    ("The army may have shelled the port.", "The army might have shelled the port."),
    ("Thieves robbed the bank. The mayor did not comment on the weather.", "Thieves robbed the bank."),
]


@pytest.mark.parametrize(("evidence", "claim", "kinds"), CASES)
def test_what_stands_between(evidence: str, claim: str, kinds: set[str]) -> None:
    assert {d.kind for d in differences(evidence, claim)} == kinds


@pytest.mark.parametrize(("evidence", "claim"), ALIKE)
def test_nothing_stands_between(evidence: str, claim: str) -> None:
    assert differences(evidence, claim) == ()


@pytest.mark.parametrize(
    ("evidence", "claim", "label"),
    [
        ("The council approved the plan on Monday.", "The council approved the plan.", "supports"),
        ("The council did not approve the plan on Monday.", "The council approved the plan.", "refutes"),
        ("Eleven sailors were held for two nights.", "Nine sailors were held for two nights.", "refutes"),
        ("The minister flew to Tunis.", "The minister flew to Ankara.", "open"),
        ("The minister flew to Tunis.", "A storm closed the port.", "open"),
    ],
)
def test_the_rules_alone(evidence: str, claim: str, label: str) -> None:
    assert judged_by_words(evidence, claim) == label


@given(st.text(max_size=200))
def test_a_text_has_all_its_own_words(text: str) -> None:
    assert overlap(text, text) in (0.0, 1.0)
    assert {d.kind for d in differences(text, text)} <= {"name", "negation"}


@given(st.text(max_size=200), st.text(max_size=80))
def test_any_text_is_read(evidence: str, claim: str) -> None:
    assert judged_by_words(evidence, claim) in ("supports", "refutes", "open")
    assert 0 <= overlap(evidence, claim) <= 1

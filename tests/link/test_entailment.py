from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.link.entailment import entails, read

FILLER = (
    "The harbour was built in the nineteenth century. Its two cranes still stand on the eastern quay. Cod and herring "
    "are landed there in winter. A small museum shows nets and charts. The road to the airport was paved in May. "
)
TOLD = "The Norwegian coast guard detained the trawler Hrafnsey off Jan Mayen on Tuesday."


@pytest.mark.parametrize(
    ("evidence", "claim", "label"),
    [
        (TOLD, "Norway's coast guard detained a trawler.", "supports"),
        (f"{FILLER * 4}{TOLD} {FILLER * 4}", "The trawler Hrafnsey was detained.", "supports"),
        ("The ministers did not meet in Oslo.", "The ministers met in Oslo.", "refutes"),
        ("The ministers met in Oslo.", "The ministers discussed fishing quotas.", "open"),
        (FILLER * 8, "The trawler Hrafnsey was detained.", "open"),
        ("Eleven sailors were held.", "Nine sailors were held.", "refutes"),
        ("The minister flew to Tunis.", "The minister flew to Ankara.", "not supports"),
        ("It could not be verified that the army had shelled the port.", "The army shelled the port.", "not supports"),
        ("The report that the army had shelled the port was false.", "The army shelled the port.", "not supports"),
    ],
)
def test_plain_cases(evidence: str, claim: str, label: str) -> None:
    found = entails(evidence, claim).label
    assert found == label or (label == "not supports" and found != "supports")


def test_the_reason_is_given() -> None:
    assert entails("Eleven sailors were held.", "Nine sailors were held.").why == (
        'The claim says "9", the text "11".',
    )


@pytest.mark.parametrize(("evidence", "claim"), [("", "A storm came."), ("A storm came.", " "), ("", "")])
def test_nothing_to_compare_is_open(evidence: str, claim: str) -> None:
    assert entails(evidence, claim).label == "open"


def test_an_answer_does_not_depend_on_what_was_asked_before() -> None:
    first = read(TOLD, "A trawler was detained.")
    read(FILLER, "Cod is landed there.")
    assert read(TOLD, "A trawler was detained.") == first


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=400), st.text(max_size=120))
def test_any_text_gets_three_shares(evidence: str, claim: str) -> None:
    found = entails(evidence, claim)
    assert found.supports + found.refutes + found.open == pytest.approx(1)
    assert min(found.supports, found.refutes, found.open) >= 0

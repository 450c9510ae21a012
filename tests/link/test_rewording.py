"""Claims gain what is told in other words: denials in full, support only as what may be another origin."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from secondsource.link import link, rewording
from secondsource.link.rewording import with_joined_events, with_other_words
from secondsource.model import ClaimGroup, Findings, Groups
from secondsource.pipeline import put_together
from secondsource.ratings import rate_claim

Pile = Callable[..., tuple[Findings, ...]]
RAID = (
    "Gunmen on motorcycles ambushed a column of army lorries near Tessit on Wednesday, killing nine soldiers, the "
    "defence ministry of Mali said. The wounded were flown to Gao.",
    "Daily Post",
    "2024-05-09",
)
TOO = (
    "Nine Malian soldiers died when their convoy was attacked outside Tessit, residents told Radio Niger Plus. "
    "The general staff in Bamako denied that any soldier had been killed at Tessit.",
    "Evening Star",
    "2024-05-10",
)
OTHER = (
    "In May 2019 gunmen ambushed an army convoy near Labbezanga and killed four soldiers, the army said. "
    "Peru and Chile signed a treaty on fishing in Lima on Tuesday.",
    "Northern Wire",
    "2024-05-11",
)
SIGNED = (
    "The defence ministers of Brazil and Namibia signed an agreement on naval cooperation in Windhoek on Tuesday, the "
    "Brazilian defence ministry said.",
    "Southern Times",
    "2024-05-09",
)
DENIAL = (
    "Brazil and Namibia are said to have signed a naval agreement in Windhoek. The Namibian defence ministry denied "
    "that Namibia had signed any naval agreement with Brazil.",
    "Coast Herald",
    "2024-05-11",
)


@pytest.fixture(scope="module")
def groups(findings: Pile) -> Groups:
    """Two tellings of one raid in different words, and an older raid elsewhere."""
    return with_joined_events(link(findings(RAID, TOO, OTHER, SIGNED, DENIAL)))


def by_id(groups: Groups) -> dict[str, ClaimGroup]:
    return {c.id: c for c in groups.claims}


def test_claims_only_gain(groups: Groups) -> None:
    before, after = by_id(groups), by_id(with_other_words(groups))
    assert before.keys() == after.keys()
    for name, claim in before.items():
        old = {(t.document, t.assertion.sentence.start) for t in claim.testimony}
        assert old <= {(t.document, t.assertion.sentence.start) for t in after[name].testimony}
    assert any(len(after[name].testimony) > len(claim.testimony) for name, claim in before.items())


def test_no_claim_gains_a_sure_origin(groups: Groups) -> None:
    before, after = by_id(groups), by_id(with_other_words(groups))
    for name, claim in before.items():
        assert rate_claim(after[name]).origins.min <= max(1, rate_claim(claim).origins.min)


def test_evidence_is_numbered_in_its_place(groups: Groups) -> None:
    for claim in with_other_words(groups).claims:
        assert [t.evidence.index for t in claim.testimony] == list(range(len(claim.testimony)))


def test_the_older_raid_joins_nothing(groups: Groups) -> None:
    for documents in ({d for d, _ in event.mentions} for event in groups.events):
        assert 2 not in documents or documents == {2}


def test_a_large_pile_is_left_as_slots_made_it(groups: Groups, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rewording, "MOST", 1)
    assert with_other_words(groups) is groups
    assert with_joined_events(groups) is groups


def test_a_large_pile_says_that_it_was_not_judged(findings: Pile, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not put_together(findings(RAID, TOO)).refusals
    monkeypatch.setattr(rewording, "MOST", 1)
    assert [r.stage for r in put_together(findings(RAID, TOO)).refusals] == ["link"]

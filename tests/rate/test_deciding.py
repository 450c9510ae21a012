"""The deciding sentences: the same answer by as few as can be, and found in time."""

from dataclasses import replace

import pytest
from hypothesis import given

from secondsource.model import Evidence
from secondsource.rate import DEFAULT, Circumstances, Config, rate
from secondsource.rate import deciding as search
from secondsource.rate.admiralty import pair_of
from secondsource.rate.status import status_of
from secondsource.rate.weighing import in_order, likelihood_of, weigh

from .piles import Pile, checked, configs, piles

SIDES = Circumstances(sides=(frozenset({"X"}), frozenset({"Y"})), act_of="X")
ROW = Evidence(0, "d", "Outlet", "Ann", 1, "first")
B = replace(ROW, index=1, origin="Bob", outlet="Second")
FOR_X = replace(ROW, origin="X spokesman", party="X", interest="competent")
FOR_Y = replace(B, origin="Y spokesman", party="Y", interest="competent")
OWN = replace(ROW, index=3, ground="own", origin="Outlet")
DENIAL = replace(ROW, index=4, polarity=-1, origin="Dan", outlet="Denier")


def answer(rows: Pile, config: Config) -> tuple[object, ...]:
    weighed = weigh(in_order(rows), config)
    likelihood = likelihood_of(weighed, config)
    pair = pair_of(weighed.pro, weighed.con, config)
    return status_of(weighed, SIDES, config), likelihood and likelihood.words, pair, weighed.origins.min


@checked
@given(piles(), configs)
def test_they_give_the_same_answer_and_none_can_be_left_out(pile: Pile, config: Config) -> None:
    deciding = rate(pile, SIDES, config).deciding
    assert len(set(deciding)) == len(deciding)
    kept = tuple(row for row in pile if row.index in deciding)
    assert answer(kept, config) == answer(pile, config)
    for row in kept:
        assert answer(tuple(other for other in kept if other is not row), config) != answer(pile, config)


@pytest.mark.parametrize(
    ("rows", "indices"),
    [
        ((), ()),
        ((replace(ROW, polarity=0),), ()),
        ((ROW,), (0,)),
        ((replace(DENIAL),), (4,)),
        ((ROW, B), (0, 1)),
        ((ROW, replace(ROW, index=1, hop=1, outlet="Relay")), (0,)),  # the relay of the same origin
        ((replace(ROW, outlet="Relay", hop=1), replace(ROW, index=1)), (1,)),
        ((ROW, replace(B, q=0.0)), (0,)),
        ((ROW, DENIAL), (0, 4)),
        # both sides on record in one page, and what confirms them from elsewhere
        ((replace(FOR_X, outlet="Page"), replace(FOR_Y, outlet="Page"), replace(OWN, q=0.5),
          replace(OWN, index=5, outlet="Page", origin="Page")), (0, 1, 3)),
    ],
)  # fmt: skip
def test_by_hand(rows: Pile, indices: tuple[int, ...]) -> None:
    assert rate(rows, SIDES).deciding == indices


def test_of_a_thousand_echoes_the_first_decides() -> None:
    sites = [replace(OWN, index=i, outlet=f"s{i}", origin=f"s{i}") for i in range(1000)]
    assert rate([*sites[1:], sites[0]]).deciding == (0, 1)


def test_a_search_that_is_cut_short_still_gives_the_same_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = tuple(replace(ROW, index=i, origin=f"o{i}", outlet=f"p{i % 7}") for i in range(30))
    monkeypatch.setattr(search, "WORK", 50)
    monkeypatch.setattr(search, "WORK_A_ROW", 0)
    kept = tuple(rows[i] for i in rate(rows).deciding)
    assert answer(kept, DEFAULT) == answer(rows, DEFAULT)

"""Fitting on decided claims: it finds what is there, leaves the rest alone, and keeps the model's promises."""

import random
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from secondsource.errors import SecondSourceError
from secondsource.model import Evidence, Ground
from secondsource.rate import DEFAULT, Config, rate
from secondsource.rate.calibration import (
    LEAST,
    Decided,
    Judged,
    bins_of,
    brier,
    calibrate,
    calibration_error,
    judge,
    log_loss,
)
from secondsource.rate.calibration import _Bench as Bench
from secondsource.rate.network import weigh_side

ROW = Evidence(0, "d", "Outlet", "Ann", 1, "first")
GROUNDS: tuple[Ground, ...] = ("record", "first", "named", "own", "anon", "vague", "rumour")


def draw_rows(dice: random.Random) -> tuple[Evidence, ...]:
    """A claim's evidence, drawn: one to four rows of any kind, some against."""
    return tuple(
        Evidence(
            index=i,
            document=f"d{i}",
            outlet=f"O{dice.randrange(5)}",
            origin=f"N{i}",
            polarity=dice.choice((1, 1, 1, -1)),
            ground=(ground := dice.choice(GROUNDS)),
            q=dice.choice((1.0, 1.0, 0.5, 0.0)),
            hop=dice.choice((0, 0, 1)),
            outlet_letter=dice.choice("ABCDF"),
            identified=ground not in ("vague", "rumour"),
        )
        for i in range(dice.randint(1, 4))
    )


def world(count: int, truth: Callable[[float], float], seed: int = 1) -> list[Decided]:
    """Claims that held up with the probability that `truth` makes of the shipped one."""
    dice = random.Random(seed)
    found = [Decided(draw_rows(dice), held=False) for _ in range(count)]
    return [replace(case, held=dice.random() < truth(judge(case, DEFAULT).p)) for case in found]


def test_too_few_decided_claims_of_a_kind_are_refused() -> None:
    few = [Decided((ROW,), held=True)] * 40 + [Decided((ROW,), held=False)] * (LEAST - 1)
    with pytest.raises(SecondSourceError, match=f"^{LEAST - 1} decided claims that did not .* takes {LEAST} of each"):
        calibrate(few, DEFAULT)
    with pytest.raises(SecondSourceError, match="0 decided claims that held up"):
        calibrate([], DEFAULT)


def test_a_model_that_promises_too_much_is_cooled() -> None:
    found = calibrate(world(200, lambda p: 0.5 + (p - 0.5) * 0.4), DEFAULT)
    assert found.config.temperature > 1.1
    assert brier(found.after) < brier(found.before)
    assert calibration_error(found.after) < calibration_error(found.before)
    assert log_loss(found.after) < log_loss(found.before)


def test_a_base_rate_is_found() -> None:
    found = calibrate(world(200, lambda p: 0.5 * p), DEFAULT)
    assert found.config.prior < -0.4
    assert log_loss(found.after) < log_loss(found.before)


def test_unnamed_sources_that_never_hold_up_lose_weight() -> None:
    anon = [Decided((replace(ROW, ground="anon", origin=f"A{i}", outlet=f"P{i}"),), i % 10 == 0) for i in range(80)]
    first = [Decided((replace(ROW, origin=f"B{i}", outlet=f"Q{i}"),), i % 10 != 0) for i in range(80)]
    found = calibrate(anon + first, DEFAULT)
    assert found.config.basis["anon"] < DEFAULT.basis["anon"]
    assert found.config.basis["first"] == DEFAULT.basis["first"]
    assert found.config.basis["named"] == DEFAULT.basis["named"]


def test_few_claims_hardly_move_the_numbers() -> None:
    found = calibrate(world(4 * LEAST, lambda p: p), DEFAULT)
    assert found.config.basis == DEFAULT.basis
    assert found.config.echo == DEFAULT.echo
    assert abs(found.config.prior) < 0.5
    assert 0.6 < found.config.temperature < 1.7


def test_order_documents_and_copies_do_not_matter() -> None:
    cases = world(50, lambda p: 0.8 * p)
    copy = replace(ROW, outlet="Copier", document="copy", q=0.04)
    silent = replace(ROW, outlet="Silent", polarity=0)
    dice = random.Random(3)
    other = [
        replace(case, evidence=tuple(dice.sample((*case.evidence, copy, silent), len(case.evidence) + 2)))
        for case in cases
    ]
    dice.shuffle(other)
    assert calibrate(other, DEFAULT) == calibrate(cases, DEFAULT)


def test_nothing_but_the_free_numbers_moves() -> None:
    config = calibrate(world(150, lambda p: 1 - p), DEFAULT).config
    free = ("basis", "echo", "unnamed_pool", "unattributed_pool", "weak_pool", "prior", "temperature")
    assert replace(config, **{name: getattr(DEFAULT, name) for name in free}) == DEFAULT
    assert config.temperature > 0  # evidence for a claim never speaks against it, whatever the outcomes were


def test_fitting_moves_no_count_of_vetted_sources() -> None:
    anon = [Decided((replace(ROW, ground="anon", origin=f"A{i}", outlet=f"P{i}"),), held=False) for i in range(100)]
    first = [Decided((replace(ROW, origin=f"B{i}", outlet=f"Q{i}"),), held=True) for i in range(100)]
    config = calibrate(anon + first, DEFAULT).config
    assert config.basis["anon"] < DEFAULT.basis["anon"]
    for case in world(200, lambda p: p):
        vetted = tuple(replace(row, outlet_letter="C") for row in case.evidence)
        assert rate(vetted, config=config).origins == rate(vetted).origins


def test_what_is_remembered_is_what_is_weighed() -> None:
    dice = random.Random(5)
    cases = [Decided(draw_rows(dice), dice.random() < 0.5) for _ in range(60)]
    bench = Bench(cases, DEFAULT)
    for _ in range(20):
        config = replace(
            DEFAULT,
            echo=dice.random(),
            unnamed_pool=dice.uniform(1, 3),
            unattributed_pool=dice.uniform(1, 3),
            weak_pool=dice.uniform(0, 1),
            basis={**DEFAULT.basis, "named": dice.random(), "own": dice.random(), "anon": dice.uniform(0.25, 1)},
        )
        assert bench.leads(config) == pytest.approx(np.array([lead(case, config) for case in bench.cases]))


def lead(case: Decided, config: Config) -> float:
    pro, con = (weigh_side(tuple(row for row in case.evidence if row.polarity == side), config) for side in (1, -1))
    return pro.support - con.support


def judged(*pairs: tuple[float, bool]) -> list[Judged]:
    return [Judged(p, "unverified", held) for p, held in pairs]


def test_scores_by_hand() -> None:
    four = judged((0.8, True), (0.8, True), (0.8, False), (0.2, False))
    assert brier(four) == pytest.approx((0.04 + 0.04 + 0.64 + 0.04) / 4)
    assert log_loss(four) == pytest.approx(-(3 * np.log(0.8) + np.log(0.2)) / 4)
    assert calibration_error(four) == pytest.approx(abs(0.65 - 0.5))  # too few for more than one bin


def test_bins_have_equal_mass_and_no_order_within_equal_probabilities() -> None:
    many = judged(*((0.5, i % 2 == 0) for i in range(40)), *((0.9, True) for _ in range(15)))
    bins = bins_of(many)
    assert [each.count for each in bins] == [11, 11, 11, 11, 11]
    assert [each.held for each in bins[:3]] == pytest.approx([0.5, 0.5, 0.5])
    assert bins_of(many[::-1]) == bins
    assert all(low.said <= high.said for low, high in pairwise(bins))
    assert calibration_error(many) == pytest.approx(0.1 * 15 / 55, abs=1e-9)

"""Weights of single words, letters and the configuration."""

from dataclasses import replace

import pytest

from secondsource.model import Evidence
from secondsource.rate import DEFAULT, Config, config_hash
from secondsource.rate.weights import origin_letter, weigh_origins, word_weight

ROW = Evidence(0, "d", "Outlet", "Ann", 1, "first")


@pytest.mark.parametrize(
    ("row", "weight"),
    [
        (ROW, 1.10),
        (replace(ROW, letter="A"), 2.94),
        (replace(ROW, letter="E"), 0.05),
        (replace(ROW, hop=2, hedge=0.6), 1.10 * 0.6 * 0.64),
        (replace(ROW, interest="competent", hop=1), 2.94 * 0.8),
        (replace(ROW, interest="competent", letter="D"), 2.94),
        (replace(ROW, interest="would hide"), 1.10 * 0.25),
        (replace(ROW, letter="A", interest="against interest"), 2.94),  # never more than a letter A
        (replace(ROW, ground="named"), 1.10 * 0.6),
        (replace(ROW, ground="vague", identified=False, letter="A"), 0.25),
        (replace(ROW, ground="rumour", identified=False), 0.11),
        (replace(ROW, outlet_letter="A"), 1.10),  # a good outlet does not better a named origin
        (replace(ROW, ground="own", outlet_letter="A"), 2.94 * 0.5),
        (replace(ROW, ground="anon", outlet_letter="A"), 2.94 * 0.5),
        (replace(ROW, ground="anon", outlet_letter="A", hop=1), 1.10 * 0.5 * 0.8),  # nor a source that it never met
    ],
)
def test_word_weight(row: Evidence, weight: float) -> None:
    assert word_weight(row, DEFAULT) == pytest.approx(weight)


def test_unrated_counts_as_d_in_a_crawl() -> None:
    assert word_weight(ROW, Config(unrated="D")) == pytest.approx(0.25)
    assert origin_letter(ROW) == "F"


def test_canonical_row_is_vetted_then_closest_then_most_hedged() -> None:
    weak, far, hedged = (
        replace(ROW, outlet_letter="E", hedge=0.3),
        replace(ROW, hop=1, hedge=0.3),
        replace(ROW, hedge=0.6),
    )
    assert weigh_origins([weak, far, ROW, hedged], DEFAULT)["Ann"].weight == pytest.approx(0.66)
    assert weigh_origins([weak, far], DEFAULT)["Ann"].weight == pytest.approx(1.10 * 0.3 * 0.8)


def test_config_hash_follows_the_content() -> None:
    assert config_hash(Config()) == config_hash(DEFAULT)
    assert config_hash(Config(unrated="D")) != config_hash(DEFAULT)
    assert config_hash(replace(DEFAULT, hop=0.7)) != config_hash(DEFAULT)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"unrated": "F"}, "unrated"),
        ({"temperature": 0.0}, "temperature"),
        ({"word": {"A": 1.0}}, "word needs"),
        ({"carriage": {**DEFAULT.carriage, "A": -1.0}}, "carriage.A is -1; give a number"),
    ],
)
def test_a_config_that_cannot_weigh_is_refused(changes: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        replace(DEFAULT, **changes)  # type: ignore[arg-type]

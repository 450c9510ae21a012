"""Which mentions are taken for one event, why, and that the answer depends on nothing that it should not."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.link.coreference import Telling, same_events, tell
from secondsource.link.coreference.bags import alike, weigh
from secondsource.link.coreference.clusters import cluster
from secondsource.link.coreference.model import load, probabilities, reasons
from secondsource.link.coreference.pairs import FEATURES, lay_out, table
from secondsource.model import Span
from secondsource.words.stems import stems_of

FERRY = "The ferry Sant Pau sank off Menorca on Friday with 40 passengers aboard."
AGAIN = "Rescuers searched for passengers after the sinking of the ferry Sant Pau off Menorca."
STRIKE = "Miners at the Kolar pit began a strike over pay, their union said."
FILLER = ("Wheat prices rose in Chicago.", "A museum opened in Oslo.", "The court in Lima heard the appeal.")


def told(text: str, word: str, report: int) -> Telling:
    at = text.index(word)
    return tell(text, (report, 0), Span("d", 0, len(text)), Span("d", at, at + len(word)), ((), ()))


def pile(*rows: tuple[str, str]) -> tuple[list[Telling], list[Counter[str]]]:
    """The mentions of one-sentence reports, and their stems; three other reports make common words common."""
    texts = [text for text, _ in rows]
    return [told(t, w, i) for i, (t, w) in enumerate(rows)], [Counter(stems_of(t)) for t in (*texts, *FILLER)]


def test_one_sinking_told_twice_is_one_event_and_a_strike_another() -> None:
    numbers = same_events(*pile((FERRY, "sank"), (AGAIN, "sinking"), (STRIKE, "strike")))
    assert numbers[0] == numbers[1] != numbers[2]


def test_two_happenings_of_one_report_stay_two() -> None:
    tellings, reports = pile((FERRY, "sank"), (AGAIN, "sinking"), (AGAIN, "searched"))
    numbers = same_events(tellings, reports)
    assert numbers[2] not in numbers[:2]


def test_same_word_in_unlike_reports_is_not_compared() -> None:
    other = "Shares of the brewer sank in Prague after weak figures."
    assert not len(lay_out(*pile((FERRY, "sank"), (other, "sank"))).left)


def test_nothing_to_link() -> None:
    assert same_events([], []) == []


def test_every_part_of_a_probability_can_be_shown() -> None:
    pairs = lay_out(*pile((FERRY, "sank"), (AGAIN, "sinking")))
    model, rows = load(), table(pairs)
    shown = reasons(model, rows[0])
    assert "both use the same word" in {r.words for r in shown} or any(r.feature == "reports_alike" for r in shown)
    assert probabilities(model, rows)[0] > 0.5
    assert [abs(r.adds) for r in shown] == sorted((abs(r.adds) for r in shown), reverse=True)


@pytest.mark.parametrize("feature", FEATURES, ids=lambda f: f.name)
@pytest.mark.parametrize("value", [-1.0, 0.0, 0.5, 1.0, 2.0])
def test_every_feature_has_a_sentence(feature: object, value: float) -> None:
    assert feature.say(value)  # type: ignore[attr-defined]


def test_likelier_reports_never_make_a_pair_of_one_word_much_less_probable() -> None:
    curve = next(c for c in load().curves if FEATURES[c.at].name == "reports_alike")
    assert curve.same[-1] > curve.same[0]


def test_average_linkage_does_not_chain() -> None:
    left, right = np.array([0, 1]), np.array([1, 2])
    assert cluster(3, left, right, np.array([0.9, 0.6], np.float32), 0.5) == [0, 0, 1]
    assert cluster(3, left, right, np.array([0.9, 0.6], np.float32), 0.25) == [0, 0, 0]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.floats(0, 1)), max_size=40), st.randoms())
def test_order_of_pairs_changes_nothing(rows: list[tuple[int, int, float]], chance: object) -> None:
    best = {(min(a, b), max(a, b)): round(p, 6) for a, b, p in rows if a != b}
    listed = [(a, b, p) for (a, b), p in best.items()]
    mixed = list(listed)
    chance.shuffle(mixed)  # type: ignore[attr-defined]

    def run(pairs: list[tuple[int, int, float]]) -> list[int]:
        a, b, p = (np.array([row[k] for row in pairs]) for k in range(3))
        return cluster(10, a.astype(np.int64), b.astype(np.int64), p.astype(np.float32), 0.4)

    assert run(listed) == run(mixed)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 3)), min_size=1, max_size=8))
def test_sparse_cosines_are_those_of_full_vectors(rows: list[dict[str, int]]) -> None:
    bags = weigh(rows)
    full = np.zeros((len(rows), bags.size))
    for i in range(len(rows)):
        at = slice(bags.starts[i], bags.starts[i + 1])
        full[i, bags.words[at]] = bags.weights[at]
    left, right = np.triu_indices(len(rows))
    assert np.allclose(bags.cosines(left, right), np.sum(full[left] * full[right], 1), atol=1e-5)
    one, other, values = alike(bags, 0.3, 60, 250)
    assert (one < other).all()
    assert (values >= 0.3).all()

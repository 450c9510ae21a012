"""The thirteen properties of rating.md (section 13), on piles drawn at random.

1,000 cases a property by default, SECONDSOURCE_EXAMPLES sets another number. Whole ratings, whose explanation costs ten
times the weighing, are compared on a tenth of them.
"""

import random
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from secondsource.model import ClaimStatus, Evidence, Ground
from secondsource.rate import DEFAULT, Circumstances, Config, rate
from secondsource.rate.admiralty import pair_of
from secondsource.rate.status import PLAIN, Weighed, status_of
from secondsource.rate.weighing import in_order, likelihood_of, weigh
from secondsource.rate.weights import weigh_origins

from .piles import EXAMPLES, Pile, checked, configs, piles

EXACT = 1e-9
explained = settings(checked, max_examples=max(1, EXAMPLES // 10))
SIDES = Circumstances(sides=(frozenset({"X"}), frozenset({"Y"})), act_of="X")
NEW = Evidence(0, "new", "New Outlet", "New Origin", 1, "first")
RISING: tuple[frozenset[ClaimStatus], ...] = (
    frozenset({"refuted"}),
    frozenset({"denied"}),
    frozenset({"disputed", "unverified"}),
    frozenset({"single-source"}),
    frozenset({"corroborated"}),
    frozenset({"confirmed"}),
)

letters = st.sampled_from("ABCDEF")
factors = st.sampled_from((0.0, 0.04, 0.2, 0.5, 0.8, 1.0))


def weighed(rows: Sequence[Evidence], config: Config = DEFAULT) -> Weighed:
    return weigh(in_order(rows), config)


def counts(case: Weighed) -> tuple[int, int, int]:
    return case.origins.min, case.origins.max, case.origins.paths


def figures(rows: Sequence[Evidence], config: Config) -> tuple[object, ...]:
    """Everything of a rating that is no explanation."""
    case = weighed(rows, config)
    pair = pair_of(case.pro, case.con, config)
    return (status_of(case, SIDES, config), case.origins, case.p, case.pro.support, case.con.support,
            likelihood_of(case, config), pair)  # fmt: skip


def height(rows: Sequence[Evidence], config: Config) -> int:
    status = status_of(weighed(rows, config), SIDES, config)
    return next(i for i, level in enumerate(RISING) if status in level)


@checked
@given(piles(), configs, st.data())
def test_1_a_copy_changes_nothing(pile: Pile, config: Config, data: st.DataObject) -> None:
    assume(pile)
    copy = replace(
        data.draw(st.sampled_from(pile)), outlet="Copier", document="copy", q=data.draw(st.sampled_from((0.0, 0.049)))
    )
    assert figures((*pile, copy), config) == figures(pile, config)


@checked
@given(
    piles(), letters, st.lists(st.tuples(st.sampled_from("ABCF"), st.integers(1, 3), factors), min_size=1, max_size=4)
)
def test_2_relays_of_an_absent_origin_never_raise(
    pile: Pile, letter: str, relays: list[tuple[str, int, float]]
) -> None:
    first = replace(NEW, origin="Absent", outlet="First Relay", letter=letter, outlet_letter="A", hop=1, ground="named")
    more = [replace(first, outlet=f"Relay {i}", outlet_letter=a, hop=hop, q=q) for i, (a, hop, q) in enumerate(relays)]
    before, after = weighed((*pile, first)), weighed((*pile, first, *more))
    assert after.pro.support <= before.pro.support + EXACT
    assert counts(after) == counts(before)
    alone = weighed([first, *more])
    assert alone.pro.support <= alone.pro.origins["Absent"].weight + EXACT
    assert alone.origins.max <= 1


@checked
@given(piles(), configs, letters, letters, factors, st.booleans())
def test_3_a_new_independent_origin_never_lowers(
    pile: Pile, config: Config, origin: str, outlet: str, q: float, here: bool
) -> None:
    new = replace(NEW, letter=origin, outlet_letter=outlet, q=q)
    if here and pile:
        new = replace(new, outlet=pile[0].outlet, owner=pile[0].owner, outlet_letter=pile[0].outlet_letter)
    before, after = weighed(pile, config), weighed((*pile, new), config)
    assert after.p >= before.p - EXACT
    assert all(b >= a for a, b in zip(counts(before), counts(after), strict=True))


@checked
@given(piles(), configs, letters, factors)
def test_4_unattributed_agreement_never_lowers(pile: Pile, config: Config, letter: str, q: float) -> None:
    own = replace(NEW, origin="own voice of New Outlet", ground="own", outlet_letter=letter, q=q)
    before, after = weighed(pile, config), weighed((*pile, own), config)
    assert after.p >= before.p - EXACT
    assert all(b >= a for a, b in zip(counts(before), counts(after), strict=True))


@checked
@given(piles(), configs, st.randoms(use_true_random=False))
def test_5_order_does_not_matter(pile: Pile, config: Config, dice: random.Random) -> None:
    shuffled = list(pile)
    dice.shuffle(shuffled)
    assert figures(shuffled, config) == figures(pile, config)


@checked
@given(piles(), configs)
def test_6_splitting_a_document_does_not_matter(pile: Pile, config: Config) -> None:
    split = [replace(row, document=f"part {i}", index=100 - i) for i, row in enumerate(pile)]
    assert figures(split, config) == figures(pile, config)


@explained
@given(piles(), configs, st.randoms(use_true_random=False))
def test_the_explanation_too_is_the_same_in_any_order_and_for_split_documents(
    pile: Pile, config: Config, dice: random.Random
) -> None:
    shuffled = list(pile)
    dice.shuffle(shuffled)
    expected = rate(pile, SIDES, config)
    assert rate(shuffled, SIDES, config) == expected
    assert rate([replace(row, document=f"part {i}") for i, row in enumerate(pile)], SIDES, config) == expected


@explained
@given(piles(), configs, st.data())
def test_a_copy_is_named_as_discounted_and_changes_no_other_sentence(
    pile: Pile, config: Config, data: st.DataObject
) -> None:
    assume(pile)
    copy = replace(data.draw(st.sampled_from(pile)), outlet="Copier", document="copy", q=0.0)
    before, after = rate(pile, SIDES, config), rate((*pile, copy), SIDES, config)
    assert replace(after, why=(), discounted=()) == replace(before, why=(), discounted=())


@checked
@given(piles(), piles(most=2), configs)
def test_7_what_is_added_and_removed_leaves_no_trace(pile: Pile, more: Pile, config: Config) -> None:
    rows = in_order(pile)
    visited = weigh(in_order((*pile, *more)), config)
    assert weigh(rows, config, visited) == weigh(rows, config)


@checked
@given(piles(), configs, letters, st.sampled_from(("X", "Y", "Z")), factors)
def test_8_a_partys_denial_never_raises_and_no_comment_changes_nothing(
    pile: Pile, config: Config, letter: str, party: str, q: float
) -> None:
    denial = replace(NEW, polarity=-1, party=party, interest="would hide", outlet_letter=letter, q=q)
    before = weighed(pile, config)
    assert weighed((*pile, denial), config).p <= before.p + EXACT
    assert counts(weighed((*pile, denial), config)) == counts(before)
    assert weighed((*pile, replace(denial, polarity=0)), config) == before


@checked
@given(piles(), configs, st.integers(0, 8), st.booleans())
def test_9_a_better_letter_of_a_supporter_never_lowers(pile: Pile, config: Config, i: int, outlet: bool) -> None:
    live = [row for row in pile if row.polarity > 0 and row.q >= DEFAULT.live]
    assume(live)
    chosen = live[i % len(live)]
    better = {"B": "A", "C": "B", "D": "C", "E": "D"}
    if outlet:
        assume(all(row.polarity > 0 for row in pile if row.outlet == chosen.outlet))
        raised = [
            replace(row, outlet_letter=better.get(row.outlet_letter, row.outlet_letter))
            if row.outlet == chosen.outlet
            else row
            for row in pile
        ]
    else:
        assume(all(row.polarity > 0 for row in pile if row.origin == chosen.origin))
        raised = [
            replace(row, letter=better.get(row.letter, row.letter)) if row.origin == chosen.origin else row
            for row in pile
        ]
    before, after = weighed(pile, config), weighed(raised, config)
    # "Canonical mentions fixed": a letter that makes a carrier vetted may hand an origin to a more hedged row.
    new = weigh_origins(after.pro.rows, config)
    assume(all(new[name].weight >= origin.weight - EXACT for name, origin in before.pro.origins.items()))
    assert after.p >= before.p - EXACT


@checked
@given(piles(), configs)
def test_10_bounds(pile: Pile, config: Config) -> None:
    case = weighed(pile, config)
    assert 0.0099 <= case.p <= 0.9901  # the probabilities of logits -4.6 and 4.6
    assert 0 <= case.origins.paths <= case.origins.min <= case.origins.max <= len(case.pro.origins)
    assert 0 <= case.pro.support <= sum(origin.weight for origin in case.pro.origins.values()) + EXACT


@checked
@given(
    piles(),
    configs,
    st.integers(1, 12),
    st.sampled_from("DEF"),
    st.sampled_from(("first", "anon", "own")),
    st.booleans(),
)
@example((), DEFAULT, 1_000, "F", "first", False)
@example((), DEFAULT, 1_000, "D", "own", True)
def test_11_weak_sites_add_at_most_their_pool_and_no_second_origin(
    pile: Pile, config: Config, count: int, letter: str, ground: Ground, owned: bool
) -> None:
    crawl = replace(config, unrated="D")
    sites = [
        replace(
            NEW,
            outlet=f"site {i}",
            origin=f"{ground} {i}",
            ground=ground,
            outlet_letter=letter,
            owner="Z" if owned else None,
        )
        for i in range(count)
    ]
    before, after = weighed(pile, crawl), weighed((*pile, *sites), crawl)
    assert after.pro.support <= before.pro.support + crawl.weak_pool + EXACT
    assert after.origins.min <= max(1, before.origins.min)
    assert after.origins.max <= before.origins.max + 1


@checked
@given(piles(), configs, st.integers(1, 12), st.sampled_from(("first", "named", "anon", "own")), st.integers(0, 2))
@example((), DEFAULT, 1_000, "first", 0)
@example((replace(NEW, outlet_letter="A", letter="A"),), DEFAULT, 1_000, "first", 0)
def test_11_unrated_sites_of_a_gathered_pile_never_make_a_confirmed(
    pile: Pile, config: Config, count: int, ground: Ground, hop: int
) -> None:
    gathered = replace(config, unrated="C")
    sites = [
        replace(NEW, outlet=f"site {i}", origin=f"{ground} {i}", ground=ground, hop=hop, outlet_letter="F")
        for i in range(count)
    ]
    before, after = (status_of(weighed(rows, gathered), PLAIN, gathered) for rows in (pile, (*pile, *sites)))
    assert after != "confirmed" or before == "confirmed"


@checked
@given(piles(), configs, letters, letters)
def test_12_two_officials_of_one_party_count_once(pile: Pile, config: Config, one: str, other: str) -> None:
    first = replace(NEW, party="Z", letter=one, outlet_letter="A")
    second = replace(first, origin="Another Official", outlet="Another Outlet", letter=other)
    both = weighed([first, second], config)
    assert counts(both) in ((0, 0, 0), (1, 1, 1))  # a word too light to count counts for nothing
    weights = [origin.weight for origin in both.pro.origins.values()]
    assert both.pro.support <= max(weights) + EXACT
    if min(weights) >= config.counts_from:
        assert counts(weighed((*pile, first, second), config)) == counts(weighed((*pile, first), config))


@checked
@given(piles(), configs, letters, letters, factors)
def test_13_an_added_independent_origin_never_lowers_the_status(
    pile: Pile, config: Config, origin: str, outlet: str, q: float
) -> None:
    new = replace(NEW, letter=origin, outlet_letter=outlet, q=q)
    assert height((*pile, new), config) >= height(pile, config)


@explained
@given(piles(), configs)
def test_no_sentence_says_true_or_false(pile: Pile, config: Config) -> None:
    rating = rate(pile, SIDES, config)
    said = [*rating.why, *rating.would_change]
    assert not any(word in sentence.lower().split() for sentence in said for word in ("true", "false"))
    assert not any("ikelihood" in sentence and "onfidence" in sentence for sentence in said)
    assert len(set(said)) == len(said)
    assert all(sentence.endswith((".", "!", "?")) for sentence in said)

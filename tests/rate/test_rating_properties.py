"""The thirteen properties of rating.md (section 13), on piles drawn at random.

200 cases a property by default; SECONDSOURCE_EXAMPLES=1000 runs the longer check.
"""

import os
import random
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from secondsource.model import ClaimStatus, Evidence, Ground
from secondsource.rate import DEFAULT, Circumstances, Config, rate
from secondsource.rate.status import Weighed, status_of
from secondsource.rate.weighing import in_order, weigh
from secondsource.rate.weights import LIVE, weigh_origins

EXACT = 1e-9
EXAMPLES = int(os.environ.get("SECONDSOURCE_EXAMPLES", "200"))
checked = settings(max_examples=EXAMPLES, deadline=None, derandomize=True)

Pile = tuple[Evidence, ...]
UNNAMED_GROUNDS: tuple[Ground, ...] = ("anon", "vague", "rumour")
CONFIGS = (DEFAULT, Config(unrated="D"))
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

configs = st.sampled_from(CONFIGS)
letters = st.sampled_from("ABCDEF")
factors = st.sampled_from((0.0, 0.04, 0.2, 0.5, 0.8, 1.0))


@st.composite
def piles(draw: st.DrawFn, most: int = 9) -> Pile:
    """A pile whose outlets and origins keep their letters, owners and parties throughout."""
    # One seed instead of a hundred draws: ten times as fast, and small seeds still give small piles.
    dice = random.Random(draw(st.integers(0, 10**9)))
    letter = {f"O{i}": dice.choice("ABCDEF") for i in range(6)}
    owner = {f"O{i}": dice.choice((None, None, "P", "Q")) for i in range(6)}
    named = {f"N{i}": (dice.choice("ABCDEFFF"), dice.choice((None, None, "X", "X", "Y"))) for i in range(6)}
    return tuple(_draw_row(dice, i, letter, owner, named) for i in range(draw(st.integers(0, most))))


def _draw_row(
    dice: random.Random,
    index: int,
    letter: dict[str, str],
    owner: dict[str, str | None],
    named: dict[str, tuple[str, str | None]],
) -> Evidence:
    outlet = dice.choice(sorted(letter))
    row = Evidence(
        index=index,
        document=f"d{index}",
        outlet=outlet,
        origin=dice.choice(sorted(named)),
        polarity=dice.choice((1, 1, 1, -1, 0)),
        ground=dice.choice(("record", "first", "named")),
        hedge=dice.choice((1.0, 1.0, 0.6, 0.3)),
        q=dice.choice((0.0, 0.04, 0.2, 0.5, 0.8, 1.0, 1.0, 1.0)),
        hop=dice.choice((0, 0, 1, 2)),
        interest=dice.choice(("neutral", "neutral", "own benefit", "against interest", "would hide", "competent")),
        via=dice.choice(((), (), (), ("V",), ("W", "V"))),
        owner=owner[outlet],
        outlet_letter=letter[outlet],
    )
    kind = dice.choice(("named", "named", "own", "unnamed"))
    if kind == "own":
        return replace(row, origin=f"own voice of {outlet}", ground="own", hop=0, via=(), interest="neutral")
    if kind == "unnamed":
        ground: Ground = dice.choice(UNNAMED_GROUNDS)
        party, known = dice.choice((None, None, "X")), dice.random() < 0.6
        return replace(
            row, origin=f"{ground} {party} {int(known)} of {outlet}", ground=ground, party=party, identified=known
        )
    return replace(row, letter=named[row.origin][0], party=named[row.origin][1])


def weighed(rows: Sequence[Evidence], config: Config = DEFAULT) -> Weighed:
    return weigh(in_order(rows), config)


def counts(case: Weighed) -> tuple[int, int, int]:
    return case.origins.min, case.origins.max, case.origins.paths


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
    before, after = rate(pile, SIDES, config), rate((*pile, copy), SIDES, config)
    assert replace(after, why=()) == replace(before, why=())


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
    assert rate(shuffled, SIDES, config) == rate(pile, SIDES, config)


@checked
@given(piles(), configs)
def test_6_splitting_a_document_does_not_matter(pile: Pile, config: Config) -> None:
    split = [replace(row, document=f"part {i}", index=100 - i) for i, row in enumerate(pile)]
    assert rate(split, SIDES, config) == rate(pile, SIDES, config)


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
    live = [row for row in pile if row.polarity > 0 and row.q >= LIVE]
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
@given(piles(), st.integers(1, 12), st.sampled_from("DEF"), st.sampled_from(("first", "anon", "own")), st.booleans())
def test_11_weak_sites_add_at_most_their_pool_and_no_second_origin(
    pile: Pile, count: int, letter: str, ground: Ground, owned: bool
) -> None:
    crawl = Config(unrated="D")
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
@given(st.integers(1, 12), st.sampled_from(("first", "named", "anon", "own")), st.integers(0, 2))
def test_11_unrated_sites_of_a_gathered_pile_never_confirm(count: int, ground: Ground, hop: int) -> None:
    sites = [replace(NEW, outlet=f"site {i}", origin=f"{ground} {i}", ground=ground, hop=hop) for i in range(count)]
    assert rate(sites, SIDES).status != "confirmed"


@checked
@given(piles(), configs, letters, letters)
def test_12_two_officials_of_one_party_count_once(pile: Pile, config: Config, one: str, other: str) -> None:
    first = replace(NEW, party="Z", letter=one, outlet_letter="A")
    second = replace(first, origin="Another Official", outlet="Another Outlet", letter=other)
    both = weighed([first, second], config)
    assert counts(both) in ((0, 0, 0), (1, 1, 1))  # a word too light to count (letter E) counts for nothing
    assert both.pro.support <= max(origin.weight for origin in both.pro.origins.values()) + EXACT
    if "E" not in (one, other) and config.unrated == "C":
        assert counts(weighed((*pile, first, second), config)) == counts(weighed((*pile, first), config))


@checked
@given(piles(), configs, letters, letters, factors)
def test_13_an_added_independent_origin_never_lowers_the_status(
    pile: Pile, config: Config, origin: str, outlet: str, q: float
) -> None:
    new = replace(NEW, letter=origin, outlet_letter=outlet, q=q)
    assert height((*pile, new), config) >= height(pile, config)


@checked
@given(piles(), configs)
def test_no_sentence_says_true_or_false(pile: Pile, config: Config) -> None:
    rating = rate(pile, SIDES, config)
    said = [*rating.why, *rating.would_change]
    assert not any(word in sentence.lower().split() for sentence in said for word in ("true", "false"))
    assert not any("ikelihood" in sentence and "onfidence" in sentence for sentence in said)
    assert len(set(said)) == len(said)
    assert all(sentence.endswith((".", "!", "?")) for sentence in said)

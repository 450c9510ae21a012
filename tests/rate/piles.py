"""Random piles of evidence, for the properties of the weighing."""

from __future__ import annotations

import os
import random
from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st

from secondsource.model import Evidence, Ground
from secondsource.rate import DEFAULT, Config

EXAMPLES = int(os.environ.get("SECONDSOURCE_EXAMPLES", "1000"))
checked = settings(max_examples=EXAMPLES, deadline=None, derandomize=True)

Pile = tuple[Evidence, ...]
UNNAMED_GROUNDS: tuple[Ground, ...] = ("anon", "vague", "rumour")
CONFIGS = (DEFAULT, Config(unrated="D"))


@st.composite
def valid_configs(draw: st.DrawFn) -> Config:
    """Any configuration that a file may give, but what a copy is."""
    dice = random.Random(draw(st.integers(0, 10**9)))
    word = sorted((dice.uniform(0, 4.6) for _ in "ABCDE"), reverse=True)
    room = sorted((dice.uniform(0, 5) for _ in "ABCDE"), reverse=True)
    first, anon, vague, rumour = sorted((dice.random() for _ in range(4)), reverse=True)
    gain, neutral, own = sorted((dice.uniform(0, 2) for _ in range(3)), reverse=True)
    possibly = dice.uniform(0.05, 1)
    return Config(
        unrated=dice.choice("CD"),
        hop=dice.uniform(0.01, 1),
        unidentified=dice.uniform(0, word[2]),
        unnamed_pool=dice.uniform(1, 10),
        unattributed_pool=dice.uniform(1, 10),
        weak_pool=dice.uniform(0, word[2]),
        echo=dice.random(),
        possibly=possibly,
        surely=dice.uniform(max(0.5, possibly), 1),
        counts_from=dice.uniform(0.01, 1),
        prior=dice.uniform(-2, 2),
        temperature=dice.uniform(0.2, 10),
        bound=dice.uniform(1, 4.6),
        judgeable=dice.uniform(0, 2),
        close=dice.uniform(0, 3),
        sure=dice.uniform(0.8, 0.99),
        refuted=dice.uniform(0.01, 0.2),
        word=dict(zip("ABCDE", word, strict=True)),
        carriage={letter: own + more for letter, own, more in zip("ABCDE", word, room, strict=True)},
        basis={
            "record": dice.uniform(first, 1),
            "first": first,
            "named": dice.uniform(0, first),
            "own": dice.uniform(0, first),
            "anon": anon,
            "vague": vague,
            "rumour": rumour,
        },
        interest={
            "neutral": neutral,
            "own benefit": own,
            "against interest": gain,
            "would hide": dice.uniform(0, neutral),
            "competent": dice.uniform(0, 2),
        },
    )


configs = st.sampled_from(CONFIGS) | valid_configs()


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
        document=dice.choice(("d0", "d1", "d2")),
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

"""The letters that persons gave: whom they reach, which of them holds, and what they may and may not move."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model import Evidence
from secondsource.rate import DEFAULT
from secondsource.rate.register import EMPTY, Judgement, Kind, Register, letter_reasons, lettered, met, register_hash
from secondsource.rate.status import Weighed
from secondsource.rate.weighing import in_order, weigh

FIRST = date(2024, 1, 1)
EXACT = 1e-9
checked = settings(max_examples=1000, deadline=None, derandomize=True)
# Outlets, origins and an owner of the drawn piles; nobody outside them is judged in the properties.
OUTLETS, ORIGINS, OWNER = ("Fjord Tribune", "Harbour Gazette", "Sund Daily"), ("Ola Berg", "Port Board"), "Fjord Media"


def judged(
    name: str, letter: str, day: int = 0, *, kind: Kind = "outlet", why: str = "Checked", by: str = "Jane Doe"
) -> Judgement:
    return Judgement(kind, name, letter, why, by, FIRST + timedelta(day))


def register(*judgements: Judgement) -> Register:
    return Register(judgements, "letters.toml")


def told(origin: str = "Ola Berg", outlet: str = "Fjord Tribune", **given: object) -> Evidence:
    return replace(Evidence(0, "d", outlet, origin, 1, "first"), **given)  # type: ignore[arg-type]


def letters(row: Evidence, of: Register) -> str:
    (found,) = lettered([row], of)
    return found.letter + found.outlet_letter


# --- whom a letter reaches --------------------------------------------------------------------------------------------

NAMES = [
    ("Fjord Tribune", "fjord  TRIBUNE", True),
    ("Fjord Tribune", "The Fjord Tribune", True),
    ("Fjord Tribune", "Fjord", False),
    ("Fjord Tribune", "Fjord Tribune Online", False),
    ("Diário do Porto", "Diario do Porto", True),
    ("O’Hara Post", "O'Hara Post", True),
    ("Financial Times", "the FT", True),
    ("Agence France-Presse", "AFP", True),
    ("Central News Agency", "CNA", False),  # Singapore's CNA bears it as its whole name
    ("South China Morning Post", "the Post", False),
    ("the unnamed outlet of a.txt", "(unnamed outlet)", False),
]


@pytest.mark.parametrize(("in_pile", "in_file", "same"), NAMES, ids=[f"{b} for {a}" for a, b, _ in NAMES])
def test_a_source_is_met_by_any_spelling_of_its_name(in_pile: str, in_file: str, same: bool) -> None:
    assert letters(told(outlet=in_pile), register(judged(in_file, "B"))) == ("FB" if same else "FF")
    assert letters(told(in_pile, "Sund Daily"), register(judged(in_file, "B"))) == ("BF" if same else "FF")


OWNED = told(owner="Fjord Media")
REACHES = [
    ("own voice has the paper's letter", told("Fjord Tribune"), [judged("Fjord Tribune", "B")], "BB"),
    ("a person's is not his paper's", told(), [judged("Ola Berg", "A", kind="person")], "AF"),
    ("a government's is not its minister's", told(party="Norway"), [judged("Norway", "E", kind="body")], "FF"),
    ("an owner's is its papers'", OWNED, [judged("Fjord Media", "D", kind="owner")], "FD"),
    (
        "a paper's own comes first",
        OWNED,
        [judged("Fjord Media", "D", kind="owner"), judged("Fjord Tribune", "B")],
        "FB",
    ),
    (
        "one taken back leaves the owner's",
        OWNED,
        [judged("Fjord Media", "D", kind="owner"), judged("Fjord Tribune", "F", 1)],
        "FD",
    ),
    ("an owner is no outlet", told(outlet="Fjord Media"), [judged("Fjord Media", "D", kind="owner")], "FF"),
    ("an outlet is no owner", OWNED, [judged("Fjord Media", "D", kind="outlet")], "FF"),
    ("a cited paper has its owner's", told("Dow Jones Newswires"), [judged("News Corp", "C", kind="owner")], "CF"),
    (
        "the nearest owner's comes first",
        told(outlet="RIA Novosti", owner="Government of Russia"),
        [judged("Government of Russia", "D", kind="owner"), judged("Rossiya Segodnya", "E", kind="owner")],
        "FE",
    ),
    ("unnamed sources have none", told("unnamed sources of Fjord Tribune"), [judged("Fjord Tribune", "A")], "FA"),
]


@pytest.mark.parametrize(
    ("row", "given", "expected"), [case[1:] for case in REACHES], ids=[case[0] for case in REACHES]
)
def test_whom_a_letter_reaches(row: Evidence, given: list[Judgement], expected: str) -> None:
    assert letters(row, register(*given)) == expected


def test_the_last_by_its_day_holds_whatever_the_order_and_the_lower_of_one_day() -> None:
    row = told()
    assert letters(row, register(judged("Fjord Tribune", "B", 9), judged("Fjord Tribune", "D", 3))) == "FB"
    assert letters(row, register(judged("Fjord Tribune", "B", 3), judged("Fjord Tribune", "D", 3))) == "FD"


def test_who_said_so_is_told_once_a_source_and_not_of_who_takes_no_side() -> None:
    of = register(judged("Fjord Tribune", "B", why="Own staff there."), judged("Ola Berg", "C", kind="person"))
    silent = told("Port Board", "Harbour Gazette", polarity=0)
    assert letter_reasons((told(), told(), silent), of) == (
        "Lettered B by Jane Doe on 2024-01-01: Fjord Tribune (Own staff there).",
        "Lettered C by Jane Doe on 2024-01-01: Ola Berg (Checked).",
    )
    assert letter_reasons((silent,), register(judged("Port Board", "A", kind="body"))) == ()
    (said,) = letter_reasons((OWNED,), register(judged("Fjord Media", "D", kind="owner")))
    assert said.endswith("Fjord Tribune, as all of Fjord Media (Checked).")
    many = [told(f"Witness {i}") for i in range(9)]
    assert letter_reasons(many, register(*(judged(f"Witness {i}", "C") for i in range(9))))[4:] == (
        "5 more of its sources are lettered.",
    )


def test_met_and_the_hash_know_only_what_holds() -> None:
    of = register(judged("Fjord Tribune", "B"), judged("Sund Daily", "C"), judged("Ola Berg", "A"))
    assert {one.name for one in met((told(),), of)} == {"Fjord Tribune", "Ola Berg"}
    older = Register((judged("Fjord Tribune", "E", -9), *of.judgements))
    assert register_hash(older) == register_hash(of) is not None
    assert register_hash(of) != register_hash(of.on(FIRST - timedelta(1))) is None
    assert register_hash(Register((*of.judgements, judged("Sund Daily", "C", 1, by="J. Roe")))) != register_hash(of)


# --- properties, on piles drawn at random -----------------------------------------------------------------------------


@st.composite
def piles(draw: st.DrawFn) -> tuple[Evidence, ...]:
    """Rows that nobody judged, of a few sources, so that letters meet several of them."""
    dice = random.Random(draw(st.integers(0, 10**9)))  # one seed instead of a hundred draws: ten times as fast
    owners = {outlet: dice.choice((None, OWNER)) for outlet in OUTLETS}
    return tuple(_row(dice, i, owners) for i in range(draw(st.integers(1, 7))))


def _row(dice: random.Random, index: int, owners: dict[str, str | None]) -> Evidence:
    outlet = dice.choice(OUTLETS)
    row = Evidence(
        index=index, document=f"d{index}", outlet=outlet, origin=dice.choice(ORIGINS),
        polarity=dice.choice((1, 1, 1, -1, 0)), ground=dice.choice(("record", "first", "named")),
        hedge=dice.choice((1.0, 1.0, 0.6, 0.3)), q=dice.choice((0.0, 0.2, 0.5, 0.8, 1.0, 1.0)),
        hop=dice.choice((0, 0, 1, 2)), owner=owners[outlet],
        interest=dice.choice(("neutral", "neutral", "own benefit", "would hide", "competent")),
    )  # fmt: skip
    kind = dice.choice(("named", "named", "own", "unnamed"))
    if kind == "own":
        return replace(row, origin=outlet, ground="own", hop=0, interest="neutral")
    if kind == "unnamed":
        return replace(row, origin=f"unnamed sources of {outlet}", ground=dice.choice(("anon", "vague", "rumour")))
    return row


def drawn(dice: random.Random, of: str, most: int = 6) -> tuple[Judgement, ...]:
    """Judgements of the piles' sources, letters from `of`, every one on a day of its own."""
    names = (*OUTLETS, *ORIGINS)
    return tuple(
        judged(dice.choice(names), dice.choice(of), day) for day in dice.sample(range(90), dice.randint(1, most))
    )


def weighed(rows: tuple[Evidence, ...], of: Register) -> Weighed:
    return weigh(in_order(lettered(rows, of)), DEFAULT)


seeds = st.integers(0, 10**9).map(random.Random)


@checked
@given(piles(), seeds)
def test_without_judgements_of_its_sources_nothing_changes(pile: tuple[Evidence, ...], dice: random.Random) -> None:
    strangers = register(*(replace(one, name=f"Elsewhere {one.name}") for one in drawn(dice, "ABCDE")))
    assert lettered(pile, EMPTY) == lettered(pile, strangers) == pile
    assert letter_reasons(pile, strangers) == letter_reasons(pile, EMPTY) == ()


@checked
@given(piles(), seeds)
def test_the_order_of_the_file_changes_nothing(pile: tuple[Evidence, ...], dice: random.Random) -> None:
    judgements = drawn(dice, "ABCDEF")
    mixed = tuple(dice.sample(judgements, len(judgements)))
    assert lettered(pile, register(*mixed)) == lettered(pile, register(*judgements))
    assert register_hash(register(*mixed)) == register_hash(register(*judgements))


@checked
@given(piles(), seeds)
def test_as_of_a_day_is_as_if_later_judgements_were_not_made(pile: tuple[Evidence, ...], dice: random.Random) -> None:
    judgements, day = drawn(dice, "ABCDEF"), FIRST + timedelta(dice.randrange(90))
    made = tuple(one for one in judgements if one.day <= day)
    assert lettered(pile, register(*judgements).on(day)) == lettered(pile, register(*made))
    assert register(*judgements).on(None) == register(*judgements)


@checked
@given(piles(), seeds)
def test_taking_every_letter_back_gives_the_first_answer(pile: tuple[Evidence, ...], dice: random.Random) -> None:
    judgements = drawn(dice, "ABCDE")
    back = tuple(replace(one, letter="F", day=FIRST + timedelta(100)) for one in judgements)
    assert lettered(pile, register(*judgements, *back)) == pile
    assert register_hash(register(*judgements, *back)) is None


@checked
@given(piles(), seeds)
def test_no_letter_comes_from_anywhere_but_a_judgement(pile: tuple[Evidence, ...], dice: random.Random) -> None:
    judgements = drawn(dice, "ABCDE")
    given = {one.letter for one in judgements} | {"F"}
    found = lettered(pile, register(*judgements))
    assert {letter for row in found for letter in (row.letter, row.outlet_letter)} <= given
    assert [replace(row, letter="F", outlet_letter="F") for row in found] == list(pile)


@checked
@given(piles(), seeds, st.sampled_from(("AB", "AC", "BC", "AF", "BF", "DE")))
def test_a_better_letter_never_lowers_support(pile: tuple[Evidence, ...], dice: random.Random, pair: str) -> None:
    """Holds while no publication passes between weak and vetted: then the row that speaks for an origin can change."""
    supporting = tuple(row for row in pile if row.polarity > 0)
    rest, name = drawn(dice, "ABCDEF"), dice.choice((*OUTLETS, *ORIGINS))
    better, worse = (register(*rest, judged(name, letter, 100)) for letter in pair)
    assert weighed(supporting, better).pro.support >= weighed(supporting, worse).pro.support - EXACT


def counting(case: Weighed) -> set[str]:
    return {name for name, origin in case.pro.origins.items() if origin.weight >= DEFAULT.counts_from}


@checked
@given(piles(), seeds)
def test_letters_of_the_vetted_move_no_count_but_by_whose_word_is_enough(
    pile: tuple[Evidence, ...], dice: random.Random
) -> None:
    """F counts as C, so A to C make no publication weak; an origin of little weight can only come to count."""
    before, after = weighed(pile, EMPTY), weighed(pile, register(*drawn(dice, "ABC")))
    old, new = before.origins, after.origins
    assert new.min >= old.min
    assert new.max >= old.max
    if counting(before) == counting(after):
        assert (new.min, new.max, new.paths) == (old.min, old.max, old.paths)

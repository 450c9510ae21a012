"""Which texts of a pile are the same text: what counts as shared, what does not, and that nothing needs all pairs."""

from __future__ import annotations

import random
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.link import copies
from secondsource.link.copies import (
    LEAST,
    NEAR,
    Page,
    Shelf,
    Text,
    align,
    compare,
    containment,
    copies_of,
    find_copies,
    page_of,
    probability,
    put_on,
    shingle,
)
from secondsource.model import Document, Furniture, Span

HARBOUR = (
    "The harbour master counted eleven grey ships at anchor before the fog came down over the northern mole. "
    "Nobody in the fish market could say why the price of ice had doubled since the spring of that year."
)
PILOT = (
    "A retired pilot keeps every chart of the estuary in a tin box under the stairs of his narrow house. "
    "His daughter sold the boat in autumn and has not spoken of the river to anyone in the town since then."
)
BRIDGE = (
    "Engineers closed the old railway bridge on Monday after a routine inspection found cracks in two of its piers. "
    "Trains will run by the southern line until the middle of next year, the company told its passengers by letter."
)
CAPTION = (
    "FILE - In this May 4, 2015 file photo, the envoys of two countries arrive at the grey hotel on the hill above "
    "the harbour, where they were to talk about fish, ice and the price of coal for three long days and nights."
)
QUOTE = "“We shall never again sell ice to people who will not pay for it,” he said."


def document(text: str, *furniture: tuple[str, str]) -> Document:
    """Give a document with stretches of its text marked as furniture of a kind."""
    marked = tuple(Furniture(text.index(said), text.index(said) + len(said), kind) for said, kind in furniture)
    return Document(str(hash(text)), "a.txt", text, furniture=marked)


def shared(one: Document, other: Document) -> float:
    """Give the probability that two documents are one text; 0 where nothing is found."""
    copies = find_copies([page_of(one), page_of(other)], [0, 1])
    return copies[0].p if copies else 0.0


@pytest.mark.parametrize(
    ("share", "p"), [(1.0, 1.0), (0.8, 1.0), (0.79, 0.8), (0.5, 0.8), (0.49, 0.5), (0.3, 0.5), (0.29, 0.0), (0.0, 0.0)]
)
def test_probability_of_a_copy(share: float, p: float) -> None:
    assert probability(share) == p


@given(st.floats(0, 1), st.floats(0, 1))
def test_more_in_common_is_never_less_of_a_copy(a: float, b: float) -> None:
    assert probability(min(a, b)) <= probability(max(a, b))


@pytest.mark.parametrize(
    ("one", "other", "p"),
    [
        (HARBOUR, HARBOUR, 1.0),
        (HARBOUR, HARBOUR.upper().replace(",", " -"), 1.0),
        (HARBOUR, f"{PILOT}\n\n{HARBOUR}\n\n{BRIDGE}", 1.0),
        (f"{HARBOUR}\n{PILOT}", f"{HARBOUR}\n{BRIDGE}", 0.5),
        (HARBOUR, PILOT, 0.0),
        (f"{HARBOUR} {QUOTE}", f"{PILOT} {QUOTE}", 0.0),
        (HARBOUR, " ".join(reversed(HARBOUR.split())), 0.0),
        (HARBOUR, "", 0.0),
        ("Fog and ice.", "Fog and ice.", 0.0),
    ],
    ids=[
        "the same", "other letters and marks", "one of two stories", "a half", "another matter", "one quotation",
        "the same words in another order", "nothing", "too short to tell",
    ],
)  # fmt: skip
def test_what_two_texts_share(one: str, other: str, p: float) -> None:
    assert shared(document(one), document(other)) == shared(document(other), document(one)) == p


def test_furniture_is_not_shared_and_does_not_keep_texts_apart() -> None:
    menu = (CAPTION, "navigation")
    one, other = f"{CAPTION} {PILOT}", f"{CAPTION} {BRIDGE}"
    assert shared(document(one, menu), document(other, menu)) == 0.0
    assert shared(document(one, menu), document(PILOT)) == 1.0
    assert shared(document(one), document(other)) > 0.0


def test_a_picture_makes_no_copy_but_travels_with_one() -> None:
    picture = (CAPTION, "caption")
    long = f"{PILOT} {QUOTE}", f"{BRIDGE} {HARBOUR}"
    assert shared(document(f"{CAPTION} {long[0]}", picture), document(f"{CAPTION} {long[1]}", picture)) == 0.0
    assert shared(document(f"{CAPTION} {long[0]}", picture), document(f"{CAPTION} {long[0]}", picture)) == 1.0
    assert shared(document(CAPTION, picture), document(CAPTION, picture)) == 1.0


def test_6_grams_never_run_across_furniture() -> None:
    text = f"{HARBOUR} Advertisement {PILOT}"
    whole = set(page_of(document(text, ("Advertisement", "advertisement"))).grams.tolist())
    assert whole == {*page_of(document(HARBOUR)).grams.tolist(), *page_of(document(PILOT)).grams.tolist()}


@given(st.text(max_size=200))
def test_shingles_of_any_text_stand_where_they_say(text: str) -> None:
    grams, starts = shingle(text, 0, len(text))
    assert len(grams) == len(starts)
    assert all(text[start].isalnum() for start in starts)
    assert starts == sorted(starts)


sets = st.lists(st.integers(0, 40), max_size=30, unique=True).map(lambda those: np.array(sorted(those), np.uint64))


@given(sets, sets)
def test_containment_is_a_share_and_has_no_direction(one: Page, other: Page) -> None:
    share = containment(one, other)  # type: ignore[arg-type]
    assert 0.0 <= share <= 1.0
    assert share == containment(other, one)  # type: ignore[arg-type]


PARTS = [f"{part} {number}" for number in ("one", "two") for part in (HARBOUR, PILOT, BRIDGE)]
PAGES = st.lists(st.lists(st.sampled_from(PARTS), max_size=3), min_size=1, max_size=NEAR)


@given(PAGES, st.randoms(use_true_random=False))
def test_a_small_pile_is_found_whole_in_any_order(piles: list[list[str]], random: object) -> None:
    pages = [page_of(document("\n\n".join(parts))) for parts in piles]
    order = list(range(len(pages)))
    random.shuffle(order)  # type: ignore[attr-defined]
    found = {frozenset((c.later, c.earlier)): c for c in find_copies(pages, order)}
    for one, other in combinations(range(len(pages)), 2):
        exact = compare(one, other, pages)
        assert (exact is not None and exact.p > 0) == (frozenset((one, other)) in found)
    assert all(order.index(c.earlier) < order.index(c.later) for c in found.values())
    assert all(c.shared >= LEAST and c.shared == max(c.of_later, c.of_earlier) for c in found.values())


def test_a_thousand_copies_meet_the_first_and_not_each_other() -> None:
    copies = find_copies([page_of(document(HARBOUR))] * 1000, range(1000))
    assert {c.later for c in copies if c.earlier == 0} == set(range(1, 1000))
    assert len(copies) <= 1000 * (NEAR + 1)


def test_what_shows_a_copy_is_its_longest_common_passage() -> None:
    def text(*passages: str) -> Text:
        whole = document(" ".join(passages))
        starts = [whole.text.index(p) for p in passages]
        return Text(whole, tuple(Span(whole.id, s, s + len(p)) for s, p in zip(starts, passages, strict=True)))

    later, earlier = text(QUOTE, PILOT, HARBOUR), text(HARBOUR, BRIDGE, QUOTE)
    same = align(later, earlier)
    assert [one.passage for one in same] == [later.passages[2], later.passages[0]]
    assert [one.source for one in same] == [earlier.passages[0], earlier.passages[2]]
    assert [one.share for one in same] == [1.0, 1.0]
    assert align(later, text(BRIDGE)) == ()


@pytest.mark.parametrize("seed", range(30))
def test_texts_that_come_and_go_one_by_one_share_what_they_share_at_once(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Families that were compared whole are not compared again, though who meets whom changes with each text."""
    monkeypatch.setattr(copies, "NEAR", 2)
    chance = random.Random(seed)
    story = [chance.getrandbits(40) * chance.choice((1, copies.SAMPLED)) for _ in range(40)]
    pages: dict[int, Page] = {}
    for i in range(14):
        length = chance.randint(8, 40)
        start = chance.randint(0, 40 - length)
        own = {chance.getrandbits(40) for _ in range(chance.randint(0, 25))}
        grams = np.array(sorted({*story[start : start + length], *own}), np.uint64)
        pages[i] = Page(grams, grams)
    ranks = dict(enumerate(chance.sample(range(100), 14)))
    gone = chance.sample(range(14), 4)
    at_once, by_one = Shelf(), Shelf()
    put_on(at_once, {i: (page, (ranks[i],)) for i, page in pages.items() if i not in gone})
    for i in chance.sample(range(14), 14):
        put_on(by_one, {i: (pages[i], (ranks[i],))})
    for i in gone:
        put_on(by_one, {}, [i])
    assert {i: copies_of(by_one, i) for i in by_one.pages} == {i: copies_of(at_once, i) for i in at_once.pages}

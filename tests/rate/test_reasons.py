"""The sentences: what must be said, what must not, and that names come out as they went in."""

from dataclasses import replace

import pytest

from secondsource.model import Evidence
from secondsource.rate import Circumstances, Config, rate

ROW = Evidence(0, "d", "Taiwan News", "Financial Times", 1, "named", hop=1)
B = replace(ROW, origin="Bob", outlet="Second", ground="first", hop=0)
OWN = replace(ROW, origin="own voice of Second", outlet="Second", ground="own", hop=0)
ANON = replace(ROW, origin="unnamed sources of Second", outlet="Second", ground="anon", hop=0)
ANON_2 = replace(ANON, origin="unnamed sources of Third", outlet="Third")
LOOSE = replace(ROW, origin="unconfirmed reports", ground="rumour", identified=False)
COPY = replace(ROW, q=0.0, outlet="Copier", echo="Copier repeats Taiwan News (91% of the sentence)")
DENIAL = replace(B, polarity=-1, origin="Russian government", party="Russia", interest="would hide")
SILENT = replace(B, polarity=0, origin="Pentagon", party="United States")
SIDES = Circumstances(sides=(frozenset({"Russia"}), frozenset({"United States"})))
FOR_X = replace(B, origin="Ann", party="Russia")
FOR_Y = replace(B, origin="Yao", party="United States")


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ((), "Nothing here supports it."),
        ((), "Likelihood not given: nothing speaks for it or against it."),
        ((ROW,), "1 independent origin: Financial Times, through Taiwan News."),
        ((ROW, B), "2 independent origins: Bob and Financial Times, through Second and Taiwan News."),
        (
            (ROW, replace(B, outlet="Taiwan News")),
            "2 independent origins: Bob and Financial Times, all through one publication: Taiwan News.",
        ),
        (
            (replace(ROW, via=("Wire",)), replace(B, via=("Wire",))),
            "No more than 1 of them reaches the reader without sharing a publisher, an owner or a relay with another.",
        ),
        ((OWN,), "1 origin: own voice of Second, which does not say how it knows."),
        ((LOOSE,), "No independent origin can be shown: it rests on unconfirmed reports."),
        ((LOOSE,), "At most 1, since nobody is named behind it."),
        ((replace(ROW, letter="E"), LOOSE), "At most 1, since nobody is named behind unconfirmed reports."),
        ((ROW, OWN), "Up to 2 if these are independent as well: own voice of Second."),
        ((ANON, ANON_2), "Up to 2 if the unnamed sources are different people."),
        (
            (ANON, ANON_2),
            "Counted as one voice: unnamed sources of Second and unnamed sources of Third "
            "(they may be the same people).",
        ),
        ((FOR_X, replace(FOR_X, origin="Bea")), "Counted as one voice: Ann and Bea (both speak for Russia)."),
        ((FOR_X, replace(FOR_X, origin="Bea")), "1 independent origin among Ann and Bea, through Second."),
        (
            (replace(ROW, outlet="Financial Times"), B),
            "2 independent origins: Bob and Financial Times; Bob through Second.",
        ),
        ((ROW, COPY), "Adds nothing: Copier repeats Taiwan News (91% of the sentence)."),
        ((ROW, replace(B, q=0.5)), "Counts only in part: Second may repeat an earlier report."),
        ((ROW,), "No official of either side has confirmed it in these documents."),
        ((FOR_X,), "On record about it: Russia; no official of the other side has confirmed it in these documents."),
        ((FOR_X, FOR_Y), "On record about it: Russia and United States."),
        ((ROW, DENIAL), "Denied by Russian government, which has an interest in denying it."),
        ((ROW, replace(DENIAL, q=0.0)), "Denied by Russian government, which has an interest in denying it."),
        ((ROW, SILENT), "Not confirmed and not denied by Pentagon."),
        (
            (SILENT, replace(SILENT, origin="Navy"), replace(SILENT, origin="Foreign Ministry and Prime Minister")),
            "Not confirmed and not denied by Foreign Ministry and Prime Minister, by Navy or by Pentagon.",
        ),
        ((OWN, replace(OWN, origin="Third", outlet="Third")),
         "Counted as one voice: Third and own voice of Second (neither says how it knows)."),
        ((LOOSE,), "Likelihood not given: no first-hand or named source on either side."),
        (
            (replace(ROW, letter="D"),),
            "Likelihood not given: what there is on either side weighs too little to judge.",
        ),
        (
            (replace(ROW, outlet_letter="E"),),
            "Likelihood not given: no named source on either side comes through a vetted publication.",
        ),
        ((replace(DENIAL, origin="Zakharova"),), "Denied by Zakharova (Russia), which has an interest in denying it."),
        ((ROW,), "Nobody has judged the reliability of its sources yet (F)."),
    ],
)  # fmt: skip
def test_must_be_said(rows: tuple[Evidence, ...], sentence: str) -> None:
    assert sentence in rate(rows, SIDES).why


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ((ROW,), "Likelihood not given"),
        ((ROW,), "Up to"),
        ((ROW, COPY), "Counted as one voice"),
        ((ANON,), "Counted as one voice"),
        ((FOR_X,), "No official"),
        ((replace(FOR_X, q=0.0), ROW), "No official"),  # a copied confirmation is one all the same
        ((replace(ROW, letter="B"),), "Nobody has judged"),
        ((ROW, replace(DENIAL, interest="neutral")), "interest"),
    ],
)
def test_must_not_be_said(rows: tuple[Evidence, ...], words: str) -> None:
    assert not any(words in sentence for sentence in rate(rows, SIDES).why)


def test_many_echoes_are_summed_up() -> None:
    copies = [replace(COPY, outlet=f"site {i}", echo=f"site {i} copies Taiwan News") for i in range(1000)]
    why = rate([ROW, *copies]).why
    assert sum(sentence.startswith("Adds nothing") for sentence in why) == 5
    assert "Adds nothing: 996 more." in why


@pytest.mark.parametrize(
    ("rows", "circumstances", "sentence"),
    [
        ((ROW,), Circumstances(), "With one more named first-hand origin, or a record of it, in another publication, "
         "it would be corroborated."),
        ((ROW,), Circumstances(act_of="Russia"), "With a record of it by Russia, it would be corroborated."),
        ((ROW,), Circumstances(act_of="Russia"), "With a denial by Russia, it would be denied."),
        ((ROW,), Circumstances(), "Without Financial Times, it would be unverified."),
        ((ROW, B), Circumstances(), "Without Bob, or without Financial Times, it would be single-source."),
        ((ROW, replace(B, outlet="Taiwan News")), Circumstances(), "Without Taiwan News, it would be unverified."),
        ((FOR_X, replace(FOR_X, origin="Bea"), ROW), Circumstances(),
         "Without anybody who speaks for Russia, or without Financial Times, it would be single-source."),
        ((DENIAL,), Circumstances(), "Without Russian government, it would be unverified."),
        ((ROW, B, replace(B, origin="Cho", outlet="Third"), replace(B, origin="Dee", outlet="Fourth")),
         Circumstances(), "With its publications judged fairly reliable (C) by a person, it would be confirmed."),
    ],
)  # fmt: skip
def test_would_change(rows: tuple[Evidence, ...], circumstances: Circumstances, sentence: str) -> None:
    assert sentence in rate(rows, circumstances).would_change


def test_a_plan_with_an_outcome_hangs_on_nothing_more() -> None:
    assert rate((ROW,), Circumstances("planned", realised_by="confirmed")).would_change == ()


def test_in_a_crawl_only_a_lettered_publication_would_change_it() -> None:
    changes = rate((replace(LOOSE),), config=Config(unrated="D")).would_change
    assert any("in a publication lettered C, it would be single-source." in sentence for sentence in changes)


def test_a_single_side_is_no_other_side() -> None:
    alone = Circumstances(sides=(frozenset({"Russia"}),))
    assert "No official of the party concerned has confirmed it in these documents." in rate((ROW,), alone).why

"""Why a claim stands where it stands, on paper: each line once, each sentence with its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondsource.dossier import Method
from secondsource.model import Change
from secondsource.show import explain
from secondsource.show.paper import Look

from .builders import HOSTILE, make_assertion, make_check, make_claim, make_discounted, make_dossier, make_hinge

DECIDING = make_assertion("The ministers met.")
OTHER = make_assertion("They met again.", start=40, end=55)
COPY = make_discounted(start=80, end=100)
CHANGE = Change("remove", "origin", "Ann", "unverified", "Without Ann, it would be unverified.")
CLAIM = make_claim(
    supporting=(DECIDING, OTHER, make_assertion("The talks were held.", file="b.txt", start=80, end=100)),
    hangs_on=(make_hinge(),), deciding=(DECIDING,), discounted=(COPY,), changes=(CHANGE,),
    why=("One named origin.", "Adds nothing: b.txt copies a.txt.", "Counts only in part: c.txt may repeat a.txt."),
    would_change=("Without Ann, it would be unverified.",),
)  # fmt: skip


def why(**given: object) -> str:
    return explain.why(replace(CLAIM, **given), make_dossier(), Look())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "lines",
    [
        "  Likelihood: cannot be judged.\n  Confidence: not judged.\n",
        "  Weighed as of 2024-05-03, by settings c0ffee.\n",
        "    - One named origin.\n",
        "\nIT HANGS ON\n",
        "    Ministry of Ruritania (origin): 1.10\n",
        "  “The ministers met.”\n    a.txt, characters 0 to 18\n    Ministry of Ruritania → Daily Post\n",
        "\nALSO FOR IT\n  “They met again.”\n",
        "\nDISCOUNTED\n  “The talks were held.”\n    b.txt, characters 80 to 100\n"
        "    Ministry of Ruritania → Daily Post; adds nothing: b.txt copies a.txt\n",
        "\nWHAT WOULD CHANGE IT\n  Without Ann, it would be unverified.\n",
    ],
)
def test_why_says(lines: str) -> None:
    assert lines in why()


@pytest.mark.parametrize("words", ["The ministers met.", "They met again.", "The talks were held.", "copies a.txt"])
def test_why_says_nothing_twice(words: str) -> None:
    assert why().count(words) == 1


def test_deciding_sentences_come_before_the_others_and_the_discounted_last() -> None:
    printed = why()
    assert (
        printed.index("The ministers met.") < printed.index("They met again.") < printed.index("The talks were held.")
    )


def test_a_deciding_sentence_that_is_discounted_says_so_in_its_place() -> None:
    part = replace(COPY, q=0.5)
    printed = why(deciding=(replace(CLAIM.supporting[2], adds=True),), discounted=(part,))
    assert "Ministry of Ruritania → Daily Post; counts 50%: b.txt copies a.txt\n" in printed
    assert "DISCOUNTED" not in printed


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"hangs_on": ()}, "IT HANGS ON"),
        ({"deciding": ()}, "DECIDING"),
        ({"deciding": (), "supporting": ()}, "FOR IT"),
        ({"discounted": ()}, "DISCOUNTED"),
        ({"would_change": ()}, "WHAT WOULD CHANGE IT"),
        ({}, "NEITHER"),
        ({}, "Adds nothing:"),
        ({}, "Counts only in part:"),
    ],
)
def test_why_leaves_out_what_is_not_there(given: dict[str, object], words: str) -> None:
    assert words not in why(**given)


def test_a_sentence_of_two_origins_is_quoted_once() -> None:
    two = (DECIDING, replace(DECIDING, holders=("Ministry of Freedonia", "Daily Post")))
    printed = why(deciding=two, supporting=two)
    assert printed.count("The ministers met.") == 1
    assert "Ministry of Freedonia → Daily Post" in printed


@pytest.mark.parametrize(
    ("hinge", "words"),
    [
        (
            make_hinge(kind="report", through="Daily Post"),
            "Ministry of Ruritania through Daily Post (one origin by one",
        ),
        (make_hinge(kind="pool", name="the unnamed sources"), "the unnamed sources (counted together): 1.10"),
        (make_hinge(kind="relay", name="Wire"), "Wire (relay that is not in the pile): 1.10"),
    ],
)
def test_hinges_in_words(hinge: object, words: str) -> None:
    assert words in why(hangs_on=(hinge,))


def test_letters_and_cut_off_stand_beside_the_settings() -> None:
    dossier = replace(make_dossier(), as_of=None, method=Method("0.1.0", "c0ffee", "abcdef"))
    for printed in (explain.why(CLAIM, dossier, Look()), explain.checks([make_check()], dossier, Look())):
        assert "without a cut-off, for nothing here has a date, by settings c0ffee" in " ".join(printed.split())
        assert "letters abcdef" in " ".join(printed.split())


def test_hostile_words_do_not_act() -> None:
    said = make_discounted(HOSTILE, because=HOSTILE)
    printed = why(
        deciding=(make_assertion(HOSTILE),), discounted=(said,), hangs_on=(make_hinge(name=HOSTILE),), why=(HOSTILE,)
    )
    assert printed.replace("\n", "").isprintable()
    assert "\x1b" not in explain.why(replace(CLAIM, why=(HOSTILE,)), make_dossier(), Look())

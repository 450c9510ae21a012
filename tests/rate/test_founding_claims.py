"""The five claims that rating.md (section 17) weighs by hand, with every letter left at F in a gathered pile."""

import pytest

from secondsource.model import Evidence, Origins
from secondsource.rate import Circumstances, rate

PAGE, RELAY, UNKNOWN = "Wikipedia", "Taiwan News", "(unnamed outlet)"
SIDES = (frozenset({"United States"}), frozenset({"China"}))

TALKS = (
    Evidence(0, "a", UNKNOWN, "reports", 1, "rumour", hedge=0.6, identified=False),
    Evidence(1, "a", UNKNOWN, "sources", 1, "vague", identified=False),
    Evidence(2, "a", UNKNOWN, f"an unnamed source of {UNKNOWN}", 1, "anon", identified=False),
    Evidence(3, "a", UNKNOWN, "State Department", 0, "first", party="United States"),
)
ANCHORAGE = (
    Evidence(0, "e", PAGE, "US delegation", 1, "first", hop=1, party="United States", interest="competent"),
    Evidence(1, "e", PAGE, "Chinese delegation", 1, "first", hop=1, party="China", interest="competent"),
    Evidence(2, "e", PAGE, f"own voice of {PAGE}", 1, "own"),
    Evidence(3, "c", RELAY, f"own voice of {RELAY}", 1, "own", q=0.5),
)
VIENNA = (
    Evidence(0, "c", RELAY, "Financial Times", 1, "named", hop=1),
    Evidence(1, "c", RELAY, "Financial Times", 1, "named", hop=1),
)
PLAN = (Evidence(0, "b", "Antiwar.com", "unnamed sources of South China Morning Post", 1, "vague", hop=1),)
REFUSAL = (
    Evidence(0, "d", UNKNOWN, "Australian government", -1, "first", hop=1, party="Australia", interest="competent"),
)
OPEN_PLAN = Circumstances("planned")


@pytest.mark.parametrize(
    ("rows", "circumstances", "status", "pair", "origins", "support", "denial", "p", "confidence"),
    [
        (TALKS, Circumstances(sides=SIDES), "unverified", "F6", (0, 1, 0), 0.25, 0.0, None, None),
        (ANCHORAGE, Circumstances(sides=SIDES), "confirmed", "F1", (2, 4, 1), 2.53, 0.0, 0.93, "moderate"),
        (VIENNA, Circumstances(), "single-source", "F3", (1, 1, 1), 0.53, 0.0, 0.63, "low"),
        (PLAN, OPEN_PLAN, "single-source", "F3", (1, 1, 1), 0.22, 0.0, None, None),
        (PLAN, Circumstances("planned", realised_by="confirmed"), "realised", "F3", (1, 1, 1), 0.22, 0.0, None, None),
        (REFUSAL, Circumstances("statement"), "denied", "-5", (0, 0, 0), 0.0, 2.35, 0.09, "low"),
    ],
    ids=["talks", "Anchorage", "Vienna", "plan", "plan realised", "pre-commitment"],
)
def test_figures_by_hand(  # noqa: PLR0913 - one column per figure of the table
    rows: tuple[Evidence, ...],
    circumstances: Circumstances,
    status: str,
    pair: str,
    origins: tuple[int, int, int],
    support: float,
    denial: float,
    p: float | None,
    confidence: str | None,
) -> None:
    rating = rate(rows, circumstances)
    assert rating.status == status
    assert f"{rating.reliability}{rating.credibility}" == pair
    assert rating.origins == Origins(*origins)
    assert rating.support == pytest.approx(support, abs=0.02)
    assert rating.denial == pytest.approx(denial, abs=0.02)
    assert (rating.likelihood and rating.likelihood.p) == (p if p is None else pytest.approx(p, abs=0.01))
    assert rating.confidence == confidence


@pytest.mark.parametrize(
    ("rows", "circumstances", "sentence"),
    [
        (TALKS, Circumstances(sides=SIDES), "No official of either side has confirmed it in these documents."),
        (TALKS, Circumstances(sides=SIDES), "Not confirmed and not denied by State Department."),
        (TALKS, Circumstances(), "Likelihood not given: no first-hand or named source on either side."),
        (VIENNA, Circumstances(), "1 independent origin: Financial Times, through Taiwan News."),
        (ANCHORAGE, Circumstances(sides=SIDES), "On record about it: China and United States."),
        (REFUSAL, Circumstances(), "Denied by Australian government."),
    ],
)
def test_reasons_that_an_editor_would_sign(
    rows: tuple[Evidence, ...], circumstances: Circumstances, sentence: str
) -> None:
    assert sentence in rate(rows, circumstances).why

"""Retractions: what a notice takes from a claim, what it leaves, and that taking back never adds.

100 cases by default; SECONDSOURCE_EXAMPLES=1000 runs the longer check.
"""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.difference import without
from secondsource.link import link
from secondsource.link.evidence import Context
from secondsource.link.lineage import find_lineage
from secondsource.link.retractions import withdrawal_reasons
from secondsource.model import ClaimGroup, Findings, Holder, Notice, Stance
from secondsource.ratings import rate_claim

from .builders import Sentence, make_findings, meeting, outlet, tells

POST, STAR, SUN = "Daily Post", "Evening Star", "Morning Sun"
MINISTER = Holder("Elena Costa", "person", "Brazil")
OFFICIALS = Holder("two officials", "unnamed")


def report(file: str, publisher: str | None, *holders: Holder, day: str = "2024-03-13", **given: object) -> Findings:
    """A report of the meeting, told in words of its own."""
    return make_findings(
        tells(meeting(), *holders, said=file), publisher=publisher, published=day, file=file, **given
    )  # fmt: skip


def notice(
    file: str, publisher: str | None, *, day: str = "2024-03-16", by: str | None = None, **given: object
) -> Findings:
    """A report whose only sentence takes back that the meeting took place."""
    stance: Stance = "denies" if given.get("kind") == "corrects" else "retracts"
    holders = (outlet(by),) if by else ()
    told = meeting(status="denied" if stance == "denies" else "alleged")
    found = make_findings(
        tells(told, *holders, said=file, stance=stance), publisher=publisher, published=day, file=file
    )  # fmt: skip
    one = Notice(found.sentences[0], **{"kind": "retracts", "by": by, **given})  # type: ignore[arg-type]
    return replace(found, notices=(one,))


def claim_of(*findings: Findings) -> ClaimGroup:
    """The claim that the meeting took place."""
    groups = link(findings)
    return next(c for c in groups.claims if c.modality == "occurred" and c.slot is None)


def sides(claim: ClaimGroup) -> dict[str, int]:
    """Which side each document takes, by its publisher's last holder and day."""
    return {f"{t.assertion.holders[-1].name} {t.evidence.published}": t.polarity for t in claim.testimony}


OWN = report("a.txt", POST, OFFICIALS)
RELAY = report("b.txt", STAR, outlet(POST))
LATE_RELAY = report("c.txt", SUN, outlet(POST), day="2024-03-20")
OTHER = report("d.txt", SUN, MINISTER)
BACK = notice("n.txt", POST)


@pytest.mark.parametrize(
    ("pile", "standing", "fallen"),
    [
        ((OWN, BACK), set(), {"a.txt"}),
        ((OWN, RELAY, BACK), set(), {"a.txt", "b.txt"}),
        ((RELAY, BACK), set(), {"b.txt"}),  # the report itself is not in the pile
        ((OWN, RELAY, LATE_RELAY, BACK), set(), {"a.txt", "b.txt", "c.txt"}),
        ((OWN, RELAY, OTHER, BACK), {"d.txt"}, {"a.txt", "b.txt"}),
        # whom the withdrawn report quoted stands where another publication has it from him
        ((report("a.txt", POST, MINISTER), OTHER, BACK), {"d.txt"}, {"a.txt"}),
        # a relay of a relay
        ((OWN, RELAY, report("e.txt", SUN, outlet(STAR)), BACK), set(), {"a.txt", "b.txt", "e.txt"}),
        ((OWN, RELAY, report("e.txt", SUN, outlet(POST), outlet(STAR)), BACK), set(), {"a.txt", "b.txt", "e.txt"}),
        # ... but not of one that has more than the relay
        (
            (OWN, RELAY, report("f.txt", STAR, MINISTER), report("e.txt", SUN, outlet(STAR)), BACK),
            {"e.txt", "f.txt"},
            {"a.txt", "b.txt"},
        ),
        # reported anew later
        ((OWN, BACK, report("g.txt", POST, MINISTER, day="2024-03-18")), {"g.txt"}, {"a.txt"}),
        (
            (OWN, RELAY, LATE_RELAY, BACK, report("g.txt", POST, MINISTER, day="2024-03-18")),
            {"c.txt", "g.txt"},
            {"a.txt", "b.txt"},
        ),
        # said by another publication that has a name, and by one that has none
        ((OWN, RELAY, notice("n.txt", SUN, by=POST)), set(), {"a.txt", "b.txt"}),
        ((OWN, RELAY, notice("n.txt", None, by=POST)), {"a.txt", "b.txt"}, set()),
        ((OWN, RELAY, notice("n.txt", POST, kind="corrects")), set(), {"a.txt", "b.txt"}),
        # only the day is put right
        ((OWN, RELAY, notice("n.txt", POST, kind="corrects", part=True, slots=("date",))), {"a.txt", "b.txt"}, set()),
        # another publication's notice
        ((OWN, RELAY, notice("n.txt", SUN)), {"a.txt", "b.txt"}, set()),
    ],
)  # fmt: skip
def test_what_falls_and_what_stands(pile: tuple[Findings, ...], standing: set[str], fallen: set[str]) -> None:
    files = {f.document.id: f.document.file for f in pile}
    claim = claim_of(*pile)
    by_file = {files[t.assertion.sentence.document]: t for t in claim.testimony}
    assert {file for file, t in by_file.items() if t.polarity == 1} == standing
    assert {file for file, t in by_file.items() if t.withdrawn and file != "n.txt"} == fallen
    assert by_file["n.txt"].polarity < 1, "a notice supports nothing"


def test_a_claim_falls_with_the_report_it_rests_on() -> None:
    before, after = claim_of(OWN, RELAY), claim_of(OWN, RELAY, BACK)
    assert rate_claim(before).status == "single-source"
    rating = rate_claim(after)
    assert (rating.status, rating.origins.max) == ("unverified", 0)
    assert f"Retracted by {POST} on 2024-03-16; 1 relay of it falls with it." in rating.why


def test_a_corrected_day_takes_back_that_day_only() -> None:
    right = make_findings(
        tells(meeting(), said="r"), tells(meeting(when=None), said="s"), publisher=SUN, file="z.txt"
    )  # fmt: skip
    wrong = notice("n.txt", POST, kind="corrects", part=True, slots=("date",))
    claims = {c.slot: c for c in link((OWN, right, wrong)).claims if c.modality == "occurred"}
    assert [t.polarity for t in claims["date"].testimony if t.assertion.holders[-1].name == POST] == [0, -1]
    assert any(t.polarity == 1 for t in claims[None].testimony if t.assertion.holders[-1].name == POST)
    assert claims["place"].testimony if "place" in claims else True


def test_who_takes_back_his_own_words_supports_nothing_and_leaves_the_report() -> None:
    said = report("a.txt", POST, MINISTER)
    recants = make_findings(
        tells(meeting(status="alleged"), MINISTER, said="n", stance="retracts"), publisher=SUN, published="2024-03-16",
        file="n.txt",
    )  # fmt: skip
    own = report("b.txt", STAR, OFFICIALS)
    claim = claim_of(said, own, recants)
    assert sides(claim) == {f"{POST} 2024-03-13": 0, f"{STAR} 2024-03-13": 1, f"{SUN} 2024-03-16": 0}


# --- the whole report -------------------------------------------------------------------------------------------------

HEADED = replace(OWN, document=replace(OWN.document, title="Ministers in secret talks"))


def calls(file: str, publisher: str, **given: object) -> Findings:
    """A notice that speaks of a report and not of the meeting."""
    sentence = Sentence("The report is withdrawn.", None, tells(meeting()).assertion)
    found = make_findings(sentence, publisher=publisher, published="2024-03-16", file=file)
    one = Notice(found.sentences[0], **{"kind": "retracts", **given})  # type: ignore[arg-type]
    return replace(found, notices=(one,), assertions=())


@pytest.mark.parametrize(
    ("found", "falls"),
    [
        (calls("n.txt", POST, titles=("Ministers in Secret Talks!",)), True),
        (calls("n.txt", POST, titles=("Ministers in talks",)), False),
        (calls("n.txt", SUN, titles=("Ministers in secret talks",)), False),
        (calls("n.txt", SUN, titles=("Ministers in secret talks",), by=POST), True),
        (calls("n.txt", POST, day=date(2024, 3, 13)), False),  # of that day, but on another matter
        (calls("n.txt", POST), False),  # which report?
    ],
)
def test_a_report_is_withdrawn_by_its_headline(found: Findings, falls: bool) -> None:
    claim = claim_of(HEADED, RELAY, found)
    assert [t.polarity for t in claim.testimony] == ([0, 0] if falls else [1, 1])


def test_of_a_report_whose_opening_is_taken_back_the_rest_stands() -> None:
    first, rest = tells(meeting(), OFFICIALS, said="a"), tells(meeting(), MINISTER, said="b")
    found = make_findings(first, rest, publisher=POST, published="2024-03-13", file="a.txt")
    text = found.document.text
    cut = text[: found.sentences[1].start].rstrip()
    broken = cut + "\n" * (found.sentences[1].start - len(cut)) + text[found.sentences[1].start :]
    headed = replace(found, document=replace(found.document, text=broken, title="Ministers in secret talks"))
    back = calls("n.txt", POST, titles=("Ministers in secret talks",), opening=True)
    assert [t.polarity for t in claim_of(headed, back).testimony] == [0, 1]
    assert [
        t.polarity for t in claim_of(headed, calls("n.txt", POST, titles=("Ministers in secret talks",))).testimony
    ] == [0, 0]


# --- taking back never adds -------------------------------------------------------------------------------------------

EXAMPLES = int(os.environ.get("SECONDSOURCE_EXAMPLES", "100"))
PUBLISHERS = (POST, STAR, SUN, "Northern Wire")


@st.composite
def piles(draw: st.DrawFn) -> tuple[Findings, ...]:
    """Up to six reports of one meeting by four publishers, each with its own, another's or a minister's word."""
    made = []
    for n in range(draw(st.integers(1, 6))):
        publisher = draw(st.sampled_from(PUBLISHERS))
        others = [outlet(name) for name in PUBLISHERS if name != publisher]
        holders = draw(st.sampled_from([(), (MINISTER,), (OFFICIALS,), *((o,) for o in others)]))
        made.append(report(f"{n}.txt", publisher, *holders, day=f"2024-03-{draw(st.integers(13, 20))}"))
    return tuple(made)


@settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
@given(piles(), st.sampled_from(PUBLISHERS), st.integers(13, 20))
def test_a_retraction_only_takes_and_taking_it_away_gives_all_back(
    pile: tuple[Findings, ...], publisher: str, day: int
) -> None:
    before = claim_of(*pile)
    found = notice("n.txt", publisher, day=f"2024-03-{day}")
    after = claim_of(*pile, found)
    places = {t.assertion.sentence: t.polarity for t in before.testimony}
    for t in after.testimony:
        assert t.polarity in (0, places.get(t.assertion.sentence, 0)), "nothing changes its side or is new support"
        assert (t.withdrawn is not None) == (t.polarity == 0), "what takes no side says why"
    whole = (*pile, found)
    context = Context(whole, find_lineage(whole))
    was, now, again = (rate_claim(c) for c in (before, after, without(after, found.document.id, context)))
    assert now.support <= was.support + 1e-9
    assert now.origins.min <= was.origins.min
    assert now.origins.max <= was.origins.max
    assert again == was
    assert not withdrawal_reasons(before)
    assert claim_of(*pile) == before, "as if it had never been there"


def test_dates_decide_what_had_been_said_until_then() -> None:
    early, late = report("a.txt", POST, OFFICIALS), report("g.txt", POST, MINISTER, day="2024-03-17")
    claim = claim_of(early, late, notice("n.txt", POST, day="2024-03-16"))
    assert {t.evidence.published: t.polarity for t in claim.testimony} == {
        date(2024, 3, 13): 0,
        date(2024, 3, 16): 0,
        date(2024, 3, 17): 1,
    }

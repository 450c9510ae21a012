"""What changed between two days: the same claim found again, and the report that did it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from secondsource import model, pipeline
from secondsource.difference import ChangedClaim, Difference, difference, match_claims, to_json
from secondsource.dossier import Method
from secondsource.model import Assertion, ClaimGroup, Evidence, Findings, Holder, Span
from secondsource.show.cli import main

METHOD = Method("0", "abc")
TOLD = (
    "Norway and Iceland held secret talks in Bergen on 3 March 2024, two Norwegian officials said.",
    "Daily Harbour",
    "2024-03-04",
)
RELAY = (
    "Norway and Iceland held secret talks in Bergen on 3 March 2024, the Daily Harbour reported.",
    "Evening Star",
    "2024-03-05",
)
RELAY_TOO = (
    "According to the Daily Harbour, Norway and Iceland held secret talks in Bergen on 3 March 2024.",
    "Morning Sun",
    "2024-03-05",
)
WITHDRAWN = (
    "The Daily Harbour has withdrawn its report that Norway and Iceland held secret talks in Bergen on 3 March 2024.",
    "Daily Harbour",
    "2024-03-07",
)
CONFIRMED = (
    "Foreign Minister Marit Engen of Norway said that Norway and Iceland had held talks in Bergen on 3 March 2024.",
    "Northern Wire",
    "2024-03-06",
)
Study = Callable[..., tuple[Findings, ...]]


def between(findings: tuple[Findings, ...], since: date, as_of: date) -> Difference:
    """What changed in a pile between two days."""
    then, now = (pipeline.put_together(findings, as_of=day) for day in (since, as_of))
    return difference(then, now, since, METHOD)


def of_the_talks(found: Difference) -> ChangedClaim:
    (changed,) = [c for c in found.changed if "talks in Bergen" in c.now.text and "status" in c.changed]
    return changed


def test_a_retraction_takes_a_claim_down_and_is_named(findings: Study) -> None:
    found = between(findings(TOLD, RELAY, RELAY_TOO, WITHDRAWN), date(2024, 3, 6), date(2024, 3, 7))
    assert [r.file for r in found.came] == ["d.txt"]
    changed = of_the_talks(found)
    assert (changed.was.status, changed.now.status) == ("single-source", "unverified")
    (cause,) = changed.because
    assert (cause.file, cause.decides, changed.together) == ("d.txt", True, False)
    assert cause.sentences[0].quote == WITHDRAWN[0]
    assert sorted(w.file for w in cause.withdraws) == ["a.txt", "b.txt", "c.txt"]


def test_the_day_before_the_retraction_it_stands(findings: Study) -> None:
    found = between(findings(TOLD, RELAY, RELAY_TOO, WITHDRAWN), date(2024, 3, 4), date(2024, 3, 6))
    assert not found.changed, "relays add nothing"
    assert not found.gone
    assert [r.file for r in found.came] == ["b.txt", "c.txt"]


def test_a_second_origin_is_named_and_a_relay_is_not_what_did_it(findings: Study) -> None:
    changed = of_the_talks(between(findings(TOLD, RELAY, CONFIRMED), date(2024, 3, 4), date(2024, 3, 6)))
    assert changed.was.status == "single-source"
    assert changed.now.origins.max > changed.was.origins.max
    assert {c.file: c.decides for c in changed.because} == {"b.txt": False, "c.txt": True}
    assert changed.because[0].file == "c.txt", "what decides stands first"


def test_two_reports_of_which_either_would_do_changed_it_together(findings: Study) -> None:
    again = (f"{TOLD[0]} Nothing more is known.", "Morning Sun", "2024-03-06")
    too = (TOLD[0].replace("two Norwegian officials", "an official in Oslo"), "Evening Star", "2024-03-06")
    found = between(findings(RELAY, again, too), date(2024, 3, 5), date(2024, 3, 6))
    for changed in found.changed:
        assert changed.together == (len(changed.because) > 1 and not any(c.decides for c in changed.because))


def test_the_same_pile_on_one_day_has_no_difference(findings: Study) -> None:
    found = between(findings(TOLD, RELAY, WITHDRAWN), date(2024, 3, 7), date(2024, 3, 7))
    assert (found.came, found.changed, found.new, found.gone) == ((), (), (), ())


def test_a_new_claim_names_the_report_that_brought_it(findings: Study) -> None:
    later = ("Peru expelled the ambassador of Chile on 6 March 2024, the ministry said.", "Evening Star", "2024-03-06")
    found = between(findings(TOLD, later), date(2024, 3, 5), date(2024, 3, 6))
    assert found.new
    assert {cause.file for new in found.new for cause in new.because} == {"b.txt"}
    assert json.loads(to_json(found))["schema"] == "secondsource/difference/1"


# --- the same claim on two days ---------------------------------------------------------------------------------------


def claim(identity: str, *places: tuple[str, int], slot: str | None = None, text: str = "They met.") -> ClaimGroup:
    """A claim with a supporting sentence at each place."""
    told = []
    for n, (document, start) in enumerate(places):
        span = Span(document, start, start + 9)
        assertion = Assertion(span, span, text, (Holder("Post", "outlet"),), "asserts", None, "own")
        told.append(model.Testimony(n, assertion, 1, Evidence(n, document, "Post", "Post", 1, "own")))
    return ClaimGroup(identity, text, None, "occurred", tuple(told), slot=slot)


@pytest.mark.parametrize(
    ("then", "now", "pairs"),
    [
        ([claim("c1", ("a", 0))], [claim("c1", ("b", 0))], {"c1": "c1"}),
        ([claim("c1", ("a", 0))], [claim("c2", ("a", 0), ("b", 0))], {"c2": "c1"}),
        ([claim("c1", ("a", 0))], [claim("c2", ("b", 0))], {}),
        # another sentence of the same report is another claim
        ([claim("c1", ("a", 0))], [claim("c2", ("a", 50))], {}),
        # a day of an event is not the event
        ([claim("c1", ("a", 0))], [claim("c2", ("a", 0), slot="date")], {}),
        # the one that has more of its sentences; each claim once
        (
            [claim("c1", ("a", 0), ("b", 0), ("d", 0))],
            [claim("c2", ("a", 0)), claim("c3", ("b", 0), ("d", 0))],
            {"c3": "c1"},
        ),
        (
            [claim("c1", ("a", 0)), claim("c2", ("b", 0), ("d", 0))],
            [claim("c3", ("a", 0), ("b", 0), ("d", 0))],
            {"c3": "c2"},
        ),
        # what has kept its id is not taken by another
        ([claim("c1", ("a", 0))], [claim("c1", ("a", 0)), claim("c2", ("a", 0))], {"c1": "c1"}),
    ],
)
def test_claims_of_two_days_are_matched_by_their_sentences(
    then: list[ClaimGroup], now: list[ClaimGroup], pairs: dict[str, str]
) -> None:
    assert match_claims(then, now) == pairs
    assert match_claims(then[::-1], now[::-1]) == pairs


def test_a_claim_told_anew_is_neither_gone_nor_new(findings: Study) -> None:
    pile = findings(TOLD, RELAY)
    then, now = pipeline.put_together(pile, as_of=date(2024, 3, 4)), pipeline.put_together(pile, as_of=date(2024, 3, 5))
    old = then.groups.claims[0]
    renamed = replace(old, id="c0ld", text="Officials of two countries met.")
    then = replace(
        then, groups=replace(then.groups, claims=(renamed, *then.groups.claims[1:])),
        ratings={**then.ratings, "c0ld": then.ratings[old.id]},
    )  # fmt: skip
    found = difference(then, now, date(2024, 3, 4), METHOD)
    (changed,) = [c for c in found.changed if c.earlier_id == "c0ld"]
    assert changed.id in {c.id for c in now.groups.claims}
    assert ("text" in changed.changed, changed.was.text) == (True, "Officials of two countries met.")
    assert "c0ld" not in {gone.id for gone in found.gone}


# --- on the command line ----------------------------------------------------------------------------------------------


def folder_of(tmp_path: Path, *rows: tuple[str, str, str, str, str]) -> Path:
    """A folder of reports, each given as file, text, outlet, day and address."""
    table = ["file,outlet,published,url,author"]
    for file, text, outlet, day, url in rows:
        (tmp_path / file).write_text(f"{text}\n", encoding="utf-8")
        table.append(f"{file},{outlet},{day},{url},")
    (tmp_path / "documents.csv").write_text("\n".join(table) + "\n", encoding="utf-8")
    return tmp_path


def test_a_report_that_was_rewritten_is_read_as_it_stood(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    address = "https://example.org/talks"
    after = "Norway and Iceland have good relations, the foreign ministry of Norway said on Thursday."
    pile = folder_of(
        tmp_path, ("a.txt", TOLD[0], TOLD[1], TOLD[2], address), ("b.txt", after, TOLD[1], "2024-03-07", address)
    )  # fmt: skip
    assert main(["brief", str(pile), "--as-of", "2024-03-05", "--json"]) == 0
    assert [d["file"] for d in json.loads(capfd.readouterr().out)["documents"]] == ["a.txt"]
    assert main(["diff", "--since", "2024-03-05", "--in", str(pile), "--json"]) == 0
    found = json.loads(capfd.readouterr().out)
    assert ([r["file"] for r in found["came"]], [r["file"] for r in found["replaced"]]) == (["b.txt"], ["a.txt"])
    lost = {said["quote"] for gone in found["gone"] for said in gone["lost"]}
    assert lost == {TOLD[0]}
    assert main(["diff", "--since", "2024-03-05", "--in", str(pile)]) == 0
    assert "no longer in the pile: “Norway and Iceland held" in " ".join(capfd.readouterr().out.split())


@pytest.mark.parametrize(
    ("rows", "since", "message"),
    [
        ([("a.txt", *TOLD, "")], "2024-03-05", "the later day is 2024-03-04; give one that is not after it"),
        ([("a.txt", "Officials of Japan met.", "Post", "", "")], "2024-03-05", "no report here has a date"),
    ],
)
def test_days_that_cannot_be_compared_are_one_clear_line(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], rows: list[tuple[str, str, str, str, str]], since: str,
    message: str,
) -> None:  # fmt: skip
    pile = folder_of(tmp_path, *rows)
    assert main(["diff", "--since", since, "--in", str(pile)]) == 2
    error = capfd.readouterr().err.strip()
    assert message in error
    assert len(error.splitlines()) == 1

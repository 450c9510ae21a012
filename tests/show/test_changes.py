"""What changed on a terminal: eighty columns, no control character, each claim with the report that did it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rich.cells import cell_len

from secondsource.difference import Cause, ChangedClaim, Difference, GoneClaim, NewClaim, Report, Standing
from secondsource.dossier import Admiralty, Method
from secondsource.model import Likelihood, Origins
from secondsource.show.changes import changes
from secondsource.show.paper import Look

from .builders import HOSTILE, make_assertion

STOOD = Standing("They met.", "single-source", Origins(1, 2, 1), Likelihood(0.6, "likely"), Admiralty("F", 3))
FALLEN = Standing("They met.", "unverified", Origins(0, 0, 0), None, Admiralty("-", 6))
CAUSE = Cause("d.txt", "Daily Post", date(2024, 3, 7), True, (make_assertion(),), (make_assertion(),))
CHANGED = ChangedClaim(
    "c1", "c0", ("status", "origins", "likelihood", "admiralty"), STOOD, FALLEN, (CAUSE,), False, (), 0, None
)  # fmt: skip
FOUND = Difference(
    method=Method("0", "abc"),
    since=date(2024, 3, 6),
    as_of=date(2024, 3, 7),
    came=(Report("d.txt", "Daily Post", date(2024, 3, 7)),),
    replaced=(),
    changed=(CHANGED,),
    new=(NewClaim("c2", STOOD, (replace(CAUSE, decides=None),)),),
    gone=(GoneClaim("c3", STOOD, "c1", (make_assertion(),)),),
    refusals=(),
)


def lines(found: Difference) -> list[str]:
    shown = changes(found, Look())
    assert all(cell_len(line) <= 80 for line in shown.splitlines())
    assert all(character == "\n" or character.isprintable() for character in shown)
    return [line.strip() for line in shown.splitlines()]


def test_what_changed_is_counted_and_shown_with_what_did_it() -> None:
    shown = lines(FOUND)
    assert shown[0] == "Since 2024-03-06, up to 2024-03-07: 1 changed, 1 new, 1 gone."
    assert "status: was single-source, now unverified" in shown
    assert "independent origins: was 1 to 2, now 0" in shown
    assert "Admiralty code: was F3, now -6" in shown
    assert "its id was c0" in shown
    assert "its sentences are counted to c1 now" in shown
    assert any(line.startswith("because of d.txt (Daily Post, 2024-03-07), without which") for line in shown)
    assert any(line.startswith("takes away “") for line in shown)


def test_likelihood_stands_on_a_line_of_its_own() -> None:
    assert "likelihood: was likely (0.60), now cannot be judged" in lines(FOUND)


def test_what_no_report_did_alone_says_so() -> None:
    both = (replace(CAUSE, decides=False), replace(CAUSE, file="e.txt", decides=False))
    together = replace(CHANGED, because=both, together=True)
    assert "None of these did it alone: together they did." in lines(replace(FOUND, changed=(together,)))
    assert "None of these did it alone: together they did." not in lines(FOUND)


def test_more_reports_than_are_tried_and_shown_are_counted() -> None:
    many = tuple(replace(CAUSE, file=f"{n}.txt", decides=None if n > 11 else False) for n in range(14))
    shown = lines(replace(FOUND, changed=(replace(CHANGED, because=many),)))
    assert "and 8 more reports" in shown
    assert "2 reports of these not tried one by one" in shown


def test_a_claim_only_worded_otherwise_is_told_apart() -> None:
    worded = replace(CHANGED, changed=("text",), now=replace(STOOD, text="The two met."), because=())
    shown = lines(replace(FOUND, changed=(worded,), came=()))
    assert " ".join(shown[:2]).endswith("0 changed, 1 new, 1 gone, 1 only told otherwise.")
    assert "told before as “They met.”" in shown


def test_hostile_words_are_cleaned() -> None:
    hostile = replace(STOOD, text=HOSTILE)
    lines(replace(FOUND, gone=(GoneClaim("c3", hostile, None, ()),), came=(Report(HOSTILE, HOSTILE, None),)))

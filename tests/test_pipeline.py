"""The whole road on small invented piles: what is one, what is two, what counts, and what changes nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import secondsource
from secondsource import Document, compare, study
from secondsource.dossier import Dossier, DossierClaim, to_json
from secondsource.model import Findings, Refusal
from secondsource.pipeline import Compared, dossier_of, put_together

Report = tuple[str, str | None, str | None]
Pile = Callable[..., Compared]
Study = Callable[..., tuple[Findings, ...]]

MET = (
    "Foreign Minister Elena Costa of Brazil and her Turkish counterpart Mehmet Aydin met in Lisbon on 12 March 2024 "
    "to discuss grain shipments, the Brazilian foreign ministry said.",
    "Daily Post",
    "2024-03-13",
)
MET_TOO = (
    "Brazil's Elena Costa held talks with Turkey's Mehmet Aydin in Lisbon on Tuesday, the Turkish foreign ministry "
    "told Evening Star. They spoke for three hours.",
    "Evening Star",
    "2024-03-13",
)
IN_MAY = (
    "Two months on, Elena Costa, the foreign minister of Brazil, and Mehmet Aydin of Turkey were back in Portugal and "
    "met in Lisbon on 14 May 2024.",
    "Morning Sun",
    "2024-05-15",
)
RUMOUR = (
    "Unconfirmed reports say that officials of Brazil and Japan held secret talks in Lisbon in February 2024.",
    None,
    None,
)
PLAN = (
    "The foreign ministers of Brazil and Turkey will meet in Lisbon on 12 March 2024, the Brazilian foreign ministry "
    "said on Friday.",
    "Morning Sun",
    "2024-03-08",
)


def meetings(dossier: Dossier) -> list[tuple[str, list[str]]]:
    """The pile's meetings: status, and the files that tell of each."""
    return [(e.status, sorted({m.file for m in e.mentions})) for e in dossier.events if e.type == "CONSULT"]


def took_place(dossier: Dossier) -> DossierClaim:
    """The only claim that a meeting took place."""
    own = {e.claim for e in dossier.events if e.type == "CONSULT"}
    (claim,) = [c for c in dossier.claims if c.id in own]
    return claim


# --- one happening or two ---------------------------------------------------------------------------------------------

JAPAN_KENYA = (
    "The foreign ministers of Japan and Kenya held talks in Lisbon on 12 March 2024, the Japanese embassy said.",
    "Evening Star",
    "2024-03-13",
)
RAID = (
    "Gunmen attacked an army checkpoint in the Afghan city of Kandahar on 3 May 2024, the Afghan army said.",
    "Daily Post",
    "2024-05-04",
)
RAID_LATER = (
    "An army checkpoint in Kandahar, Afghanistan, was attacked by gunmen on 10 May 2024, a police officer told "
    "Evening Star.",
    "Evening Star",
    "2024-05-11",
)
WANG_YI = (
    "Chinese Foreign Minister Wang Yi met French Foreign Minister Pierre Duval in Paris on 4 April 2024. Wang called "
    "the talks frank.",
    "Daily Post",
    "2024-04-05",
)
WANG_WENTAO = (
    "Trade was on the table as Chinese Commerce Minister Wang Wentao held talks with French Finance Minister Luc "
    "Martin in Paris on 4 April 2024.",
    "Evening Star",
    "2024-04-05",
)


@pytest.mark.parametrize(
    ("reports", "found"),
    [
        ([MET, MET_TOO], [("occurred", ["a.txt", "b.txt"])]),
        ([PLAN, MET], [("occurred", ["a.txt", "b.txt"])]),
        ([PLAN], [("planned", ["a.txt"])]),
        ([MET, IN_MAY], [("occurred", ["a.txt"]), ("occurred", ["b.txt"])]),
        ([MET, JAPAN_KENYA], [("occurred", ["a.txt"]), ("occurred", ["b.txt"])]),
        ([RUMOUR, MET], [("alleged", ["a.txt"]), ("occurred", ["b.txt"])]),
        ([WANG_YI, WANG_WENTAO], [("occurred", ["a.txt"]), ("occurred", ["b.txt"])]),
    ],
    ids=[
        "told in other words", "planned, then held", "planned only", "same parties two months on",
        "same place and day, other parties", "a rumour of others in the same place", "two Wangs in one town",
    ],
)  # fmt: skip
def test_meetings(reports: Sequence[Report], found: list[tuple[str, list[str]]], pile: Pile) -> None:
    assert meetings(dossier_of(pile(*reports))) == found


def test_two_attacks_a_week_apart_in_one_town_are_two(pile: Pile) -> None:
    attacks = [e for e in dossier_of(pile(RAID, RAID_LATER)).events if e.type == "ASSAULT"]
    assert [[m.file for m in e.mentions] for e in attacks] == [["a.txt"], ["b.txt"]]
    assert [e.place and e.place.name for e in attacks] == ["Kandahar", "Kandahar"]


def test_a_plan_is_rated_by_what_came_of_it(pile: Pile) -> None:
    dossier = dossier_of(pile(PLAN, MET, MET_TOO))
    (planned,) = [c for c in dossier.claims if c.modality == "planned"]
    assert planned.status == "realised"
    (alone,) = dossier_of(pile(PLAN)).claims
    assert (alone.modality, alone.status) == ("planned", "single-source")


def test_a_plan_that_stands_second_among_things_agreed_is_kept(pile: Pile) -> None:
    agreed = (
        "Brazil and Turkey held talks in Lisbon. They agreed to share radar pictures and to hold a joint naval "
        "exercise in May.",
        "Daily Post",
        "2023-11-15",
    )
    assert [e.status for e in dossier_of(pile(agreed)).events if "exercise" in e.label and e.type == "COOPERATE"] == [
        "planned"
    ]


# --- who counts -------------------------------------------------------------------------------------------------------

COPY = (MET[0], "Evening Star", "2024-03-14")
RELAY = (
    "Brazil and Turkey held talks about grain in Lisbon on 12 March 2024, the Daily Post reported.",
    "Evening Star",
    "2024-03-14",
)
WIRE = (MET[0], "Northern Wire", "2024-03-13")
WIRE_RELAY = (RELAY[0].replace("the Daily Post", "Northern Wire"), *RELAY[1:])
SECOND_OFFICIAL = (
    "Brazil's Elena Costa held talks with Turkey's Mehmet Aydin in Lisbon on 12 March 2024, Brazilian President "
    "Carlos Lima told Evening Star.",
    "Evening Star",
    "2024-03-14",
)


@pytest.mark.parametrize(
    ("reports", "status", "least", "most", "adds"),
    [
        ([MET], "single-source", 1, 1, ["a.txt"]),
        ([MET, COPY], "single-source", 1, 1, ["a.txt"]),
        ([MET, RELAY], "single-source", 1, 1, ["a.txt"]),
        ([WIRE, WIRE_RELAY], "single-source", 1, 1, ["a.txt"]),
        ([RELAY], "single-source", 1, 1, ["a.txt"]),
        ([MET, SECOND_OFFICIAL], "single-source", 1, 1, ["a.txt", "b.txt"]),
        # MET_TOO's second sentence, in the outlet's own voice, may be a third: a lead laid elsewhere leaves it q = .5.
        ([MET, MET_TOO], "confirmed", 2, 3, ["a.txt", "b.txt"]),
        ([MET, COPY, RELAY, SECOND_OFFICIAL], "single-source", 1, 1, ["a.txt", "d.txt"]),
    ],
    ids=[
        "one ministry", "a copy", "a relay of an outlet of the pile", "a relay of an outlet in no list",
        "a relay of an absent outlet",
        "two officials of one government", "both sides", "many, all of one root",
    ],
)  # fmt: skip
def test_origins(reports: Sequence[Report], status: str, least: int, most: int, adds: list[str], pile: Pile) -> None:
    claim = took_place(dossier_of(pile(*reports)))
    assert (claim.status, claim.origins.min, claim.origins.max) == (status, least, most)
    assert sorted({a.file for a in claim.supporting if a.adds}) == adds
    assert len({a.file for a in claim.supporting}) == len(reports)


SILENT = (
    "Sources said that Brazil and Japan held talks in Lisbon on 12 March 2024. Japan's foreign ministry declined to "
    "comment on the talks.",
    "Evening Star",
    "2024-03-14",
)
DENIAL = (
    "There was no meeting at all, if Tokyo is to be believed. Japan's foreign ministry denied that Japan and Brazil "
    "held talks in Lisbon on 12 March 2024.",
    "Daily Post",
    "2024-03-15",
)


def test_a_no_comment_is_neutral_and_weighs_nothing(pile: Pile) -> None:
    claim = took_place(dossier_of(pile(SILENT)))
    assert [(a.stance, a.holders[0], a.adds) for a in claim.neutral] == [
        ("no_comment", "Foreign Ministry of Japan", False)
    ]
    assert claim.refuting == ()
    bare = took_place(dossier_of(pile((SILENT[0].partition(". ")[0] + ".", *SILENT[1:]))))
    assert (claim.status, claim.origins, claim.likelihood) == (bare.status, bare.origins, bare.likelihood)


def test_a_denial_is_against_and_makes_a_contradiction(pile: Pile) -> None:
    dossier = dossier_of(pile(SILENT, DENIAL))
    claim = took_place(dossier)
    assert [(a.file, a.holders[0]) for a in claim.refuting] == [("b.txt", "Foreign Ministry of Japan")]
    assert claim.status == "denied"
    assert claim.id in [c.claim for c in dossier.contradictions]


def test_a_rumour_alone_has_no_origin(pile: Pile) -> None:
    claim = took_place(dossier_of(pile(RUMOUR)))
    assert (claim.status, claim.origins.min, claim.likelihood) == ("unverified", 0, None)


# --- the cut-off ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("as_of", "kept", "left_out"),
    [
        (None, ["a.txt", "b.txt", "c.txt"], []),
        (date(2024, 6, 1), ["a.txt", "b.txt"], [("c.txt", "no date of publication")]),
        (date(2024, 3, 13), ["a.txt"], [("b.txt", "published after 2024-03-13"), ("c.txt", "no date of publication")]),
        (
            date(2024, 1, 1),
            [],
            [
                ("a.txt", "published after 2024-01-01"),
                ("b.txt", "published after 2024-01-01"),
                ("c.txt", "no date of publication"),
            ],
        ),
    ],
)
def test_as_of(as_of: date | None, kept: list[str], left_out: list[tuple[str, str]], pile: Pile) -> None:
    compared = pile(MET, IN_MAY, RUMOUR, as_of=as_of)
    dossier = dossier_of(compared)
    assert [d.file for d in dossier.documents] == kept
    assert [(r.file, r.reason) for r in dossier.refusals] == left_out
    assert all(r.stage == "compare" and r.remedy for r in dossier.refusals)
    assert dossier.as_of == (as_of or date(2024, 5, 15))
    told = {m.file for e in dossier.events for m in e.mentions}
    assert told <= set(kept)


def test_a_later_denial_is_not_known_before_its_day(pile: Pile) -> None:
    before = took_place(dossier_of(pile(SILENT, DENIAL, as_of=date(2024, 3, 14))))
    assert (before.refuting, before.status) == ((), "unverified")


def test_without_any_date_there_is_no_cut_off(pile: Pile) -> None:
    assert dossier_of(pile(RUMOUR)).as_of is None


def test_nothing_at_all() -> None:
    dossier = compare([])
    assert (dossier.documents, dossier.events, dossier.claims, dossier.as_of) == ((), (), (), None)


# --- what changes nothing ---------------------------------------------------------------------------------------------

MANY = (MET, COPY, MET_TOO, PLAN, IN_MAY, RUMOUR, SILENT, DENIAL, RAID, RAID_LATER, WANG_YI, WANG_WENTAO)


def as_bytes(findings: Iterable[Findings]) -> bytes:
    return to_json(compare(findings))


@given(st.permutations(range(len(MANY))))
@settings(max_examples=15, deadline=None)
def test_the_order_of_documents(many: tuple[tuple[Findings, ...], bytes], order: list[int]) -> None:
    findings, expected = many
    assert as_bytes(findings[i] for i in order) == expected


@pytest.fixture(scope="session")
def many(findings: Study) -> tuple[tuple[Findings, ...], bytes]:
    """A pile of all reports, and its dossier as JSON."""
    found = findings(*MANY)
    return found, as_bytes(found)


def ids(dossier: Dossier) -> list[set[str]]:
    rows = (dossier.documents, dossier.events, dossier.claims, dossier.channels)
    return [{x.id for x in row} for row in rows]


def renamed(findings: Sequence[Findings], names: Iterable[str]) -> list[Findings]:
    return [replace(f, document=replace(f.document, file=n)) for f, n in zip(findings, names, strict=True)]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_ids_depend_on_content_and_not_on_file_names(order: tuple[int, ...], findings: Study) -> None:
    found = findings(MET, MET_TOO, PLAN)
    dossier = compare(renamed(found, (f"{i}.txt" for i in order)))
    assert ids(dossier) == ids(compare(found))
    assert {(c.id, c.status) for c in dossier.claims} == {(c.id, c.status) for c in compare(found).claims}


def test_ids_of_a_large_pile_do_not_depend_on_file_names(many: tuple[tuple[Findings, ...], bytes]) -> None:
    found, _ = many
    turned = renamed(found, (f"{len(found) - i:02}.txt" for i in range(len(found))))
    assert ids(compare(turned)) == ids(compare(found))


def test_an_id_stays_when_another_report_comes_in(findings: Study) -> None:
    before, after = compare(findings(MET)), compare(findings(MET, RAID, JAPAN_KENYA))
    assert ids(before)[1] <= ids(after)[1]
    assert ids(before)[2] <= ids(after)[2]


def test_no_id_comes_twice(many: tuple[tuple[Findings, ...], bytes]) -> None:
    dossier = compare(many[0])
    every = [x.id for row in (dossier.documents, dossier.events, dossier.claims, dossier.channels) for x in row]
    assert len(set(every)) == len(every)


HASHED = """
import json, sys
from secondsource import compare, study
from secondsource.collect.document import document_from_text
from secondsource.dossier import to_json
documents = (
    document_from_text(text, file=f"{chr(97 + i)}.txt", outlet=outlet, published=published)
    for i, (text, outlet, published) in enumerate(json.load(sys.stdin))
)
sys.stdout.buffer.write(to_json(compare(map(study, documents))))
"""


def test_the_seed_of_the_hash_changes_no_byte(many: tuple[tuple[Findings, ...], bytes]) -> None:
    """Sets come in another order in every process; nothing of that may reach the reader."""
    done = subprocess.run(
        [sys.executable, "-c", HASHED],
        input=json.dumps(MANY).encode(),
        capture_output=True,
        check=True,
        env={"PYTHONHASHSEED": "1"},
        timeout=120,
    )
    assert done.stdout == many[1]


# --- the library's own door -------------------------------------------------------------------------------------------


def test_three_lines_make_a_dossier() -> None:
    dossier = compare([study(Document(id="d1", file="note.txt", text=MET[0]))])
    assert dossier.schema == "secondsource/dossier/1"
    assert took_place(dossier).supporting[0].quote == MET[0]


def test_the_door_is_narrow() -> None:
    assert sorted(secondsource.__all__) == ["Document", "compare", "study"]
    assert (secondsource.study, secondsource.compare) == (study, compare)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        secondsource.nonsense  # noqa: B018


def test_the_import_loads_no_model() -> None:
    code = (
        "import sys, secondsource; from secondsource import Document; "
        "heavy = {'spacy', 'numpy', 'igraph', 'secondsource.pipeline'} & set(sys.modules); "
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")


def test_put_together_keeps_the_refusals_it_was_given(findings: Study) -> None:
    given_before = Refusal("z.txt", "collect", "empty", "leave it out")
    compared = put_together(findings(RUMOUR), as_of=date(2024, 1, 1), refusals=(given_before,))
    assert [r.file for r in compared.refusals] == ["z.txt", "a.txt"]

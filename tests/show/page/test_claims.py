"""The section of a claim: what decides first, all of it by origin, each sentence quoted once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html  # type: ignore[import-untyped]

from secondsource.dossier import Admiralty, Beside, DossierAssertion, DossierClaim, DossierWithdrawal
from secondsource.model import UNNAMED_OUTLET, HolderKind, Likelihood, Origins, Point, SameAnswer
from secondsource.show.page import page
from secondsource.show.page.claims import Section, sections
from secondsource.show.page.evidence import Place, Quoting, behind, origin_of, place_of
from secondsource.show.page.lineage import pile_of
from secondsource.show.page.reader import Links

from ..builders import (
    HOSTILE,
    make_assertion,
    make_claim,
    make_discounted,
    make_document,
    make_dossier,
    make_event,
    make_hinge,
    make_nearest,
)
from .reports import make_findings

TEXT = "The ministers met. They met again. The talks were held. Nobody said more."
FIRST = make_assertion("The ministers met.", start=0, end=18, holders=("Ann Lee", "Daily Post"))
AGAIN = make_assertion("They met again.", start=19, end=34, holders=("Ann Lee", "Daily Post"))
HELD = make_assertion("The talks were held.", start=35, end=55, holders=("Daily Post",))
ECHO = make_assertion("The talks were held.", file="b.txt", start=35, end=55, holders=("Ann Lee", "Times"), adds=False)
COPY = make_discounted(file="b.txt", start=35, end=55, holders=("Ann Lee", "Times"), because="Times copies Daily Post")
CLAIM = make_claim(
    supporting=(FIRST, AGAIN, HELD, ECHO), deciding=(FIRST,), discounted=(COPY,),
    hangs_on=(make_hinge(sentence=FIRST),), why=("One named origin.", "Adds nothing: Times copies Daily Post."),
    would_change=("Without Ann Lee, it would be x.",),
)  # fmt: skip
KINDS: dict[str, HolderKind] = {"an official": "unnamed", "Times": "outlet", "Daily Post": "outlet", "Bob": "person"}


def section_of(claim: DossierClaim, **given: object) -> Section:
    dossier = make_dossier(claims=(claim,), **given)
    (found,) = sections(dossier, pile_of(dossier, KINDS, Links({"a.txt": 0, "b.txt": 1}, {}, {})))
    return found


def shown(claim: DossierClaim, **given: object) -> str:
    """The words of the claim's section as a browser has them, one a line."""
    given = {"contradictions": (), "channels": (), "positions": (), "events": (make_event(),), **given}
    written = page(make_dossier(claims=(claim,), **given), [make_findings("a.txt", TEXT), make_findings("b.txt", TEXT)])
    (article,) = html.fromstring(written.encode()).xpath("//article[@class='claim']")
    return "\n".join(" ".join(words.split()) for words in article.itertext() if words.strip())


@pytest.fixture(scope="module")
def words() -> str:
    return shown(CLAIM)


@pytest.mark.parametrize(
    ("said", "times"),
    [
        ("The ministers met.", 1),
        ("They met again.", 1),
        ("The talks were held.", 1),
        ("Times copies Daily Post", 1),
        ("in the same words", 1),
        ("Without Ann Lee, it would be x.", 1),
        ("One named origin.", 1),
    ],
)
def test_nothing_is_said_twice(words: str, said: str, times: int) -> None:
    assert words.count(said) == times


def test_what_decides_comes_first_and_what_would_change_it_last(words: str) -> None:
    order = [
        "1 to 2 independent origins, through 2 publications", "Likelihood", "Confidence", "It hangs on",
        "One named origin.", "The sentences that decide", "The ministers met.", "The way it came, origin first",
        "For it, by origin", "They met again.", "What would change it",
    ]  # fmt: skip
    places = [words.index(each) for each in order]
    assert places == sorted(places)


def test_where_all_that_adds_decides_it_stands_once_and_before_the_drawing() -> None:
    claim = replace(CLAIM, deciding=(FIRST, AGAIN, HELD))
    found = shown(claim)
    assert "The sentences that decide" not in found
    assert found.count("The ministers met.") == 1
    assert found.index("All of these decide") < found.index("The ministers met.") < found.index("The way it came")
    assert "All of these decide" not in shown(CLAIM)
    alone = shown(make_claim(supporting=(FIRST,), deciding=(FIRST,)))
    assert "This one decides" in alone


@pytest.mark.parametrize(("letters", "times"), [(None, 0), ("abc", 1)])
def test_that_a_source_is_not_judged_is_told_where_others_are(letters: str | None, times: int) -> None:
    reason = "Nobody has judged the reliability of its sources yet (F)."
    dossier = make_dossier()
    method = replace(dossier.method, sources=letters)
    assert shown(replace(CLAIM, why=(reason,)), method=method).count(reason) == times


def test_evidence_stands_by_origin_and_echoes_behind_what_they_repeat() -> None:
    side = section_of(CLAIM).supporting
    assert [origin.name for origin in side.origins] == ["Ann Lee", "Daily Post"]
    assert [one.said for one in side.origins[0].said] == [FIRST, AGAIN]
    assert [one.said for one in side.origins[0].echoes] == [ECHO]
    assert side.echoes == ()


def test_an_echo_whose_origin_brings_nothing_in_stands_by_no_origin() -> None:
    side = section_of(make_claim(supporting=(HELD, replace(ECHO, holders=("Bob", "Times"))))).supporting
    assert [origin.name for origin in side.origins] == ["Daily Post"]
    assert [one.note for one in side.echoes] == ["adds nothing new"]


@pytest.mark.parametrize(
    ("holders", "origin"),
    [
        (("Bob", "Times"), "Bob"),
        (("Times",), "Times"),
        ((UNNAMED_OUTLET,), "the unnamed outlet of a.txt"),
        ((), "the unnamed outlet of a.txt"),
        (("an official", "Times"), "unnamed sources of Times"),
        (("an official", "Times", "Daily Post"), "unnamed sources of Times"),
        (("an official", "Bob", "Times"), "unnamed sources of Times"),
        (("an official", UNNAMED_OUTLET), "unnamed sources of the unnamed outlet of a.txt"),
        (("Bob", UNNAMED_OUTLET), "Bob"),
    ],
)
def test_the_origin_of_a_sentence(holders: tuple[str, ...], origin: str) -> None:
    assert origin_of(make_assertion(holders=holders), KINDS) == origin


@pytest.mark.parametrize(
    ("origins", "supporting", "words"),
    [
        (Origins(1, 2, 1), (FIRST, ECHO), "1 to 2 independent origins, through 2 publications"),
        (Origins(1, 1, 1), (FIRST, AGAIN), "1 independent origin, through 1 publication"),
        (Origins(0, 1, 0), (FIRST,), "0 to 1 independent origin, through 1 publication"),
        (Origins(0, 0, 0), (FIRST,), "no independent origin, through 1 publication"),
        (Origins(0, 0, 0), (), "nothing here supports it"),
        # Outlets that nobody names are not taken for one.
        (
            Origins(2, 2, 2),
            (replace(HELD, holders=(UNNAMED_OUTLET,)), replace(HELD, holders=(UNNAMED_OUTLET,), file="b.txt")),
            "2 independent origins, through 2 publications",
        ),
    ],
)
def test_what_a_claim_has_behind_it(origins: Origins, supporting: tuple[DossierAssertion, ...], words: str) -> None:
    assert behind(make_claim(origins=origins, supporting=supporting)) == words


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"likelihood": Likelihood(0.93, "very likely")}, "Likelihood\nvery likely (0.93)\nConfidence\nnot judged"),
        ({}, "Likelihood\ncannot be judged\nConfidence\nnot judged"),
        ({"admiralty": Admiralty("B", 2, 70)}, "suggested\nsource B, information 2\n"),
        ({"admiralty": Admiralty("F", 6)}, "suggested\nsource F (not judged), information 6\n"),
        ({"refuting": (replace(HELD, stance="denies"),), "supporting": ()}, "Against it, by origin\nFrom\nDaily Post"),
        (
            {"neutral": (replace(HELD, stance="no_comment", adds=False),)},
            "Neither for nor against it\nquoted above\n",
        ),
        ({"nearest": (make_nearest("e1"),)}, "Nearest documented event\nRuritania-Freedonia talks"),
        (
            {"hangs_on": (make_hinge(kind="report", through="Times"),)},
            "Ruritania through Times (one origin by one way)",
        ),
        # What a publication says in its own voice does not come through it.
        (
            {"hangs_on": (make_hinge(kind="report", name="Times", through="Times"),)},
            "It hangs on\nTimes (one origin by one way)",
        ),
        ({"nearest": (make_nearest("gone"),)}, "Nearest documented event\ngone"),
    ],
)
def test_a_section_says(given: dict[str, object], said: str) -> None:
    assert said in shown(replace(CLAIM, **given))  # type: ignore[arg-type]


def test_look_alikes_stand_beside_the_claim_that_the_event_took_place_and_no_other() -> None:
    loose = Beside("e2", "not judged", (Point("date", "unknown", "Neither says when"),))
    near = Beside(
        "e2", "unsure", (Point("date", "conflict", "Other days"), Point("place", "agree", "Both in Strelsau"))
    )
    events = (make_event(beside=(near, loose)), make_event("e2", label="Other talks"))
    words = shown(CLAIM, events=events)
    assert "Beside it\nMay be the same:\nOther talks (Strelsau; 2024-05-01 to 2024-05-02; occurred)\n" in words
    assert ". Other days. Agree: Both in Strelsau." in words
    claims = (CLAIM, make_claim("c9", text="It was on a Monday."))
    dossier = make_dossier(claims=claims, events=events)
    found = {s.claim.id: s.beside for s in sections(dossier, pile_of(dossier, KINDS, Links({}, {}, {})))}
    assert found == {"c1": (near,), "c9": ()}


@pytest.mark.parametrize(
    ("answer", "slots", "shown_there"),
    [
        ("unsure", ("place",), True),
        ("unsure", ("news",), False),
        ("unsure", (), False),
        ("different", ("place", "date"), True),
        ("different", ("place",), False),
        ("different", ("place", "news"), False),
        ("same", ("parties",), True),
        ("not judged", ("place", "date", "parties"), False),
    ],
)
def test_a_look_alike_is_shown_where_it_could_be_taken_for_the_event(
    answer: SameAnswer, slots: tuple[str, ...], shown_there: bool
) -> None:
    near = Beside("e2", answer, tuple(Point(slot, "agree", "Both") for slot in slots))
    dossier = make_dossier(claims=(CLAIM,), events=(make_event(beside=(near,)), make_event("e2")))
    (found,) = sections(dossier, pile_of(dossier, KINDS, Links({}, {}, {})))
    assert found.beside == ((near,) if shown_there else ())


def test_what_was_taken_back_says_by_whom_and_links_there() -> None:
    back = DossierWithdrawal("b.txt", 35, 55, "The talks were held.", "Times", None, relayed=False)
    gone = replace(AGAIN, adds=False, withdrawn=back)
    assert ": says so ·\na.txt, sentence 2\n· taken back by Times,\nb.txt, sentence 3" in shown(
        make_claim(supporting=(FIRST,), neutral=(gone,))
    )


def test_a_reason_is_given_once_and_then_pointed_to() -> None:
    part = [make_discounted(start=start, q=0.5, because="Times names no source") for start in (0, 40, 80)]
    quoting = Quoting(part)
    notes = [quoting.quote(said).note for said in part]
    assert notes == ["counts 50%: Times names no source", *["counts 50%, as above"] * 2]


def test_a_place_without_a_number_or_a_document_is_said_as_far_as_it_is_known() -> None:
    links = Links({"a.txt": 0}, {("a.txt", 19): 2}, {})
    assert place_of(AGAIN, links) == Place("a.txt, sentence 2", "d0-s2")
    assert place_of(FIRST, links) == Place("a.txt", "d0")
    assert place_of(ECHO, links) == Place("b.txt", None)


NASTY = [
    HOSTILE, "</q></article><script>alert(1)</script>", '" onmouseover="alert(1)', "javascript:alert(1)",
    "]]></title></svg><svg onload=alert(1)>", "}</style><style>*{background:url(//e.example)}", "\u202egnp.exe",
    "{{ 7 * 7 }}", "W " * 500_000,
]  # fmt: skip


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_hostile_words_stay_words_everywhere_in_a_section(text: str) -> None:
    said = make_assertion(
        text, holders=(text, text), hedge=text, withdrawn=DossierWithdrawal("a.txt", 0, 9, text, text, None, False)
    )
    other = make_assertion(text, holders=(text, text), file="b.txt", adds=False)
    claim = make_claim(
        text=text, why=(text,), would_change=(text,), deciding=(said,), hangs_on=(make_hinge(name=text, through="x"),),
        supporting=(said, other), refuting=(replace(said, start=30),), neutral=(other,),
        discounted=(make_discounted(file="b.txt", holders=(text, text), because=text),), nearest=(make_nearest(),),
    )  # fmt: skip
    event = make_event(label=text, beside=(Beside("e1", "unsure", (Point("date", "agree", text),)),))
    written = page(
        make_dossier(claims=(claim,), events=(event,), contradictions=(), channels=(), positions=(),
                     documents=(make_document(outlet=text), make_document("b.txt", outlet=text))), []
    )  # fmt: skip
    tree = html.fromstring(written.encode())
    (article,) = tree.xpath("//article[@class='claim']")
    assert len(tree.xpath("//script")) == 1
    assert not article.xpath(".//script | .//style | .//img")
    assert not any(name.startswith("on") for element in article.iter() for name in element.attrib)
    assert all(link.startswith("#") for link in article.xpath(".//@href"))
    words = "".join(article.itertext())
    assert all(character == "\n" or character.isprintable() for character in words)
    assert "49" not in words
    assert len(html.tostring(article)) < 100_000

"""The lineage of a claim: who has it from whom, drawn and in words, whatever the names are."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from secondsource.dossier import Anchor, DossierAssertion, DossierClaim, DossierEdge, DossierSource, DossierWithdrawal
from secondsource.model import UNNAMED_OUTLET, HolderKind, Relation
from secondsource.show.page import _source, _templates
from secondsource.show.page.evidence import Place
from secondsource.show.page.lineage import MOST, PLACES, Lineage, Pile, lineage, pile_of
from secondsource.show.page.placing import BOX_HEIGHT, BOX_WIDTH
from secondsource.show.page.reader import Links

from ..builders import HOSTILE, make_assertion, make_claim, make_document, make_dossier

KINDS: dict[str, HolderKind] = {"an official": "unnamed", "Post": "outlet", "Wire": "agency", "Times": "outlet"}
QUOTE = Anchor("b.txt", 0, 18, "The Wire said so.")


def said(file: str, *holders: str, adds: bool = True, **given: object) -> DossierAssertion:
    return make_assertion(file=file, holders=holders, adds=adds, **given)  # type: ignore[arg-type]


def edge(source: str, target: str, relation: Relation = "relays") -> DossierEdge:
    return DossierEdge(f"d-{source}", f"d-{target}", relation, 1.0, QUOTE)


def pile(*files: tuple[str, str | None], edges: tuple[DossierEdge, ...] = (), **given: object) -> Pile:
    dossier = make_dossier(
        documents=tuple(make_document(file, outlet=outlet) for file, outlet in files), lineage=edges, **given
    )
    return pile_of(dossier, KINDS, Links({file: i for i, (file, _) in enumerate(files)}, {}, {}))


WIRE, POST, TIMES = ("a.txt", "Wire"), ("b.txt", "Post"), ("c.txt", "Times")


def drawn(claim: DossierClaim, among: Pile) -> Lineage:
    found = lineage(claim, among)
    assert found is not None
    return found


def picture_of(found: Lineage) -> str:
    return str(_templates().get_template("lineage.svg.jinja").module.picture(found))  # type: ignore[attr-defined]


def arcs(found: Lineage) -> set[str]:
    return {line.title for line in found.lines}


@pytest.mark.parametrize(
    ("sentences", "edges", "lines"),
    [
        # A relay of a name that is not in the pile, and of a document that is.
        ([said("b.txt", "Ann Lee", "Post")], (), {"Post, b.txt has it from Ann Lee"}),
        ([said("b.txt", "Wire", "Post", adds=False)], (edge("b.txt", "a.txt"),), {"Post, b.txt relays Wire, a.txt"}),
        # The same words without the edge: that report is another one.
        ([said("b.txt", "Wire", "Post")], (), {"Post, b.txt has it from Wire"}),
        # A copy came with all that its original names.
        (
            [said("a.txt", "Ann Lee", "Wire"), said("b.txt", "Ann Lee", "Post", adds=False)],
            (edge("b.txt", "a.txt", "copies"),),
            {"Wire, a.txt has it from Ann Lee", "Post, b.txt copies Wire, a.txt"},
        ),
        # What a document has of its own did not come by its edges.
        ([said("b.txt", "Ann Lee", "Post")], (edge("b.txt", "a.txt", "copies"),), {"Post, b.txt has it from Ann Lee"}),
        # An echo in a document's own voice did.
        ([said("b.txt", "Post", adds=False)], (edge("b.txt", "a.txt"),), {"Post, b.txt relays Wire, a.txt"}),
        # A whole chain, its relay absent.
        (
            [said("c.txt", "an official", "Post", "Times")],
            (),
            {"Post has it from an official", "Times, c.txt has it from Post"},
        ),
        # Two relations of one document are one line.
        (
            [said("b.txt", "Wire", "Post")],
            (edge("b.txt", "a.txt"), edge("b.txt", "a.txt", "quotes")),
            {"Post, b.txt relays and quotes Wire, a.txt"},
        ),
        # One publisher's two papers did not get it from each other.
        ([said("b.txt", "Post", adds=False)], (edge("b.txt", "a.txt", "same_publisher"),), set()),
    ],
)
def test_who_has_it_from_whom(
    sentences: list[DossierAssertion], edges: tuple[DossierEdge, ...], lines: set[str]
) -> None:
    claim = make_claim(supporting=(said("a.txt", "Wire"), *sentences))
    assert arcs(drawn(claim, pile(WIRE, POST, TIMES, edges=edges))) == lines


@pytest.mark.parametrize(
    "claim",
    [
        make_claim(supporting=(said("b.txt", "Ann Lee", "Post"),)),
        make_claim(supporting=()),
        make_claim(supporting=(said("b.txt", "Post"), said("b.txt", "Post", start=40))),
        # Who declines to comment passes nothing on.
        make_claim(supporting=(said("b.txt", "Post"),), neutral=(said("c.txt", "Ann Lee", "Times", adds=False),)),
    ],
)
def test_no_picture_where_there_is_nothing_to_see(claim: DossierClaim) -> None:
    assert lineage(claim, pile(WIRE, POST, TIMES)) is None


BACK = DossierWithdrawal("c.txt", 5, 9, "Sorry.", "Times", None, relayed=False)


@pytest.mark.parametrize(
    ("sentence", "label", "below", "look"),
    [
        (said("b.txt", "Ann Lee", "Post"), "Ann Lee", "not in the pile", "absent"),
        (said("b.txt", "an official", "Post"), "an official", "nobody is named", "absent nobody"),
        (said("b.txt", "Ann Lee", "Post"), "Post", "says so", ""),
        (said("b.txt", "Post", adds=False), "Post", "adds nothing new", "echo"),
        (said("b.txt", "Post", stance="denies"), "Post", "denies it", "against"),
        (said("n.txt", UNNAMED_OUTLET), "n.txt", "says so", "nobody"),
        (said("n.txt", "Ann Lee", UNNAMED_OUTLET), "n.txt", "says so", ""),
        (said("c.txt", "Times", adds=False, withdrawn=BACK), "Times", "taken back", ""),
    ],
)
def test_a_box_says_what_it_is(sentence: DossierAssertion, label: str, below: str, look: str) -> None:
    found = drawn(make_claim(supporting=(said("a.txt", "Wire"), sentence)), pile(WIRE, POST, TIMES, ("n.txt", None)))
    box = next(box for box in found.boxes if box.label == label)
    assert (box.below, box.look) == (below, look)


def test_a_box_links_to_its_sentence_or_to_the_row_of_the_source_or_nowhere() -> None:
    judged = DossierSource("Ann Lee", "person", None, 1, 1, 1, "F", None)
    among = pile(WIRE, POST, sources=(judged,))
    claim = make_claim(supporting=(said("a.txt", "Bob", "Wire"), said("b.txt", "Ann Lee", "Post")))
    links = {box.label: box.link for box in drawn(claim, among).boxes}
    assert links == {"Wire": "d0", "Bob": None, "Post": "d1", "Ann Lee": "source-1"}


def test_an_unnamed_source_of_one_paper_is_not_that_of_another() -> None:
    claim = make_claim(supporting=(said("b.txt", "an official", "Post"), said("c.txt", "an official", "Times")))
    assert [box.label for box in drawn(claim, pile(POST, TIMES)).boxes].count("an official") == 2


@pytest.mark.parametrize("adds", [True, False])
def test_a_crowd_is_one_box_and_is_whole_in_the_list(adds: bool) -> None:
    files = [(f"{number:02}.txt", f"Paper {number}") for number in range(60)]
    first = said("00.txt", "Paper 0")
    rest = tuple(said(file, "Paper 0", str(outlet), adds=adds) for file, outlet in files[1:])
    edges = tuple(edge(file, "00.txt") for file, _ in files[1:])
    found = drawn(make_claim(supporting=(first, *rest)), pile(*files, edges=edges))
    assert len(found.boxes) == MOST
    words = "in the list" if adds else "that repeat it"
    assert found.boxes[-1].label == f"and {60 - MOST + 1} more {words}"
    assert sum(way.words.startswith("Paper 0") for way in found.ways) == 60


def test_whoever_is_behind_the_crowd_alone_is_in_the_list_only() -> None:
    files = [(f"{number:02}.txt", f"Paper {number}") for number in range(30)]
    claim = make_claim(supporting=tuple(said(file, f"Witness of {outlet}", str(outlet)) for file, outlet in files))
    found = drawn(claim, pile(*files))
    assert len(found.boxes) == MOST
    assert found.boxes[-1].label == "and 18 more in the list"
    assert len(found.lines) == 12
    assert len(found.ways) == 30


def test_a_line_is_pale_only_where_nothing_new_came_by_it() -> None:
    claim = make_claim(
        supporting=(
            said("b.txt", "Ann Lee", "Post"), said("b.txt", "Ann Lee", "Post", start=40, adds=False),
            said("c.txt", "Ann Lee", "Times", adds=False),
        ),
        refuting=(said("a.txt", "Bob", "Wire", stance="denies"),),
    )  # fmt: skip
    looks = {line.title: line.look for line in drawn(claim, pile(WIRE, POST, TIMES)).lines}
    assert looks == {
        "Post, b.txt has it from Ann Lee": "",
        "Times, c.txt has it from Ann Lee": "echo",
        "Wire, a.txt has it from Bob": "against",
    }


def test_as_many_as_fit_are_all_drawn() -> None:
    files = [(f"{number:02}.txt", f"Paper {number}") for number in range(MOST)]
    found = drawn(make_claim(supporting=tuple(said(file, str(o)) for file, o in files)), pile(*files))
    assert [box.label for box in found.boxes] == [outlet for _, outlet in files]


def test_origins_stand_left_and_what_came_later_right_of_it() -> None:
    claim = make_claim(
        supporting=(said("a.txt", "Ann Lee", "Wire"), said("b.txt", "Wire", "Post"), said("c.txt", "Ann Lee", "Times"))
    )
    found = drawn(claim, pile(WIRE, POST, TIMES, edges=(edge("b.txt", "a.txt"),)))
    columns = {box.label: box.x for box in found.boxes}
    assert columns["Ann Lee"] < columns["Wire"] == columns["Times"] < columns["Post"]


def test_a_circle_is_drawn_with_one_line_that_hangs_below() -> None:
    claim = make_claim(supporting=(said("a.txt", "Post", "Wire"), said("b.txt", "Wire", "Post")))
    found = drawn(claim, pile(WIRE, POST, edges=(edge("b.txt", "a.txt"), edge("a.txt", "b.txt"))))
    assert arcs(found) == {"Post, b.txt relays Wire, a.txt", "Wire, a.txt relays Post, b.txt"}
    assert found.height > max(box.y for box in found.boxes) + BOX_HEIGHT


def test_every_way_is_told_once_with_its_first_places() -> None:
    same = tuple(said("b.txt", "Ann Lee", "Post", start=40 * number) for number in range(PLACES + 2))
    among = pile(WIRE, POST)
    numbers = {("b.txt", 40 * number): number + 1 for number in range(PLACES + 2)}
    claim = make_claim(supporting=(*same, said("a.txt", "Wire", adds=False)))
    found = drawn(claim, replace(among, links=replace(among.links, numbers=numbers)))
    first, second = found.ways
    assert (first.words, first.more) == ("Ann Lee → Post (says so)", 2)
    assert [place.link for place in first.places] == ["d1-s1", "d1-s2", "d1-s3"]
    assert (second.words, second.places, second.more) == (
        "Wire (says so; adds nothing new)",
        (Place("a.txt", "d0"),),
        0,
    )


_names = st.sampled_from(["Ann Lee", "an official", "Wire", "Post", "Times", UNNAMED_OUTLET, HOSTILE])
_sentences = st.lists(
    st.tuples(st.sampled_from("abcn"), st.lists(_names, min_size=1, max_size=4), st.booleans()), max_size=12
)
_edges = st.lists(st.tuples(*[st.sampled_from("abcn")] * 2, st.sampled_from(["copies", "relays", "cites"])), max_size=6)


@settings(deadline=None, max_examples=150, derandomize=True)
@given(_sentences, _edges)
def test_whatever_the_ways_no_two_boxes_touch_and_all_of_it_is_within_the_picture(
    sentences: list[tuple[str, list[str], bool]], edges: list[tuple[str, str, Relation]]
) -> None:
    among = pile(WIRE, POST, TIMES, ("n.txt", None), edges=tuple(edge(f"{a}.txt", f"{b}.txt", r) for a, b, r in edges))
    claim = make_claim(supporting=tuple(said(f"{file}.txt", *names, adds=adds) for file, names, adds in sentences))
    found = lineage(claim, among)
    if found is None:
        return
    assert found == lineage(claim, among)
    for number, one in enumerate(found.boxes):
        assert 0 <= one.x <= found.width - BOX_WIDTH
        assert 0 <= one.y <= found.height - BOX_HEIGHT
        for other in found.boxes[number + 1 :]:
            assert abs(one.x - other.x) >= BOX_WIDTH or abs(one.y - other.y) >= BOX_HEIGHT
    numbers = [int(n) for line in found.lines for n in re.findall(r"\d+", re.sub(r"m-.*", "", line.path))]
    assert all(n <= max(found.width, found.height) for n in numbers)


NASTY = [
    HOSTILE, '"><script>alert(1)</script>', "]]></title></svg><svg onload=alert(1)>", "url(javascript:alert(1))",
    "}</style><style>*{background:url(//e.example)}", "\u202egnp.exe", "{{ 7 * 7 }}{% include 'page.css' %}",
    "W" * 1_000_000, "外" * 60, "a &lt;b&gt; 'c'", " ",
]  # fmt: skip


@pytest.mark.parametrize("name", NASTY, ids=range(len(NASTY)))
def test_hostile_names_stay_text_in_the_picture(name: str) -> None:
    among = pile((f"{name[:300]}.txt", name), POST)
    claim = make_claim(supporting=(said(f"{name[:300]}.txt", name, name), said("b.txt", name, "Post", adds=False)))
    svg = picture_of(drawn(claim, among))
    root = etree.fromstring(svg.encode())
    assert {etree.QName(e).localname for e in root.iter(etree.Element)} <= {
        "svg",
        "a",
        "g",
        "path",
        "rect",
        "text",
        "title",
    }
    assert not any(a.startswith("on") or a in ("style", "src") for e in root.iter(etree.Element) for a in e.attrib)
    assert all(e.get("href", "#").startswith("#") for e in root.iter(etree.Element))
    words = "".join(root.itertext())
    assert all(character == "\n" or character.isprintable() for character in words)
    assert "49" not in words
    assert len(svg) < 10_000


@pytest.mark.parametrize(
    ("name", "label"),
    [("W" * 60, "W" * 25 + "…"), ("外" * 60, "外" * 12 + "…"), ("Post", "Post"), ("a" * 26, "a" * 26)],
)
def test_a_label_fits_its_box_and_the_title_has_all_of_it(name: str, label: str) -> None:
    found = drawn(make_claim(supporting=(said("a.txt", "Wire"), said("b.txt", name, "Post"))), pile(WIRE, POST))
    box = next(box for box in found.boxes if box.look == "absent")
    assert box.label == label
    assert box.title.startswith(f"{name}: ")


def test_the_style_draws_a_box_as_large_as_it_was_laid_out() -> None:
    assert f"svg.ways svg {{ width: {BOX_WIDTH}px; height: {BOX_HEIGHT}px }}" in _source("page.css")


def test_the_same_claim_gives_the_same_bytes_in_little_room() -> None:
    claim = make_claim(
        supporting=(said("a.txt", "Ann Lee", "Wire"), said("b.txt", "Wire", "Post", adds=False), said("c.txt", "Times"))
    )
    among = pile(WIRE, POST, TIMES, edges=(edge("b.txt", "a.txt"),))
    first, again = (picture_of(drawn(claim, among)) for _ in range(2))
    assert first == again
    assert len(first) < 2500

"""What a claim hangs on: a least cut of the whole network, named, the one nearest the origins."""

from dataclasses import replace

import pytest
from hypothesis import given

from secondsource.model import Evidence
from secondsource.rate import DEFAULT, Config
from secondsource.rate.cut import hangs_on, passes
from secondsource.rate.network import lay, weigh_side
from secondsource.rate.weighing import in_order, weigh

from .piles import checked, configs, piles
from .test_network import flow_by_igraph

ROW = Evidence(0, "d", "Outlet", "Ann", 1, "first")
B = replace(ROW, index=1, origin="Bob", outlet="Second")
OWN = replace(ROW, ground="own", origin="Outlet")
ANON = replace(ROW, ground="anon")
COMPETENT = replace(ROW, interest="competent")
FREE = Config(unnamed_pool=10.0)  # so that the pool never binds, and what leads to it may


@checked
@given(piles(), configs)
def test_the_cut_is_as_wide_as_the_flow_and_nothing_passes_it(pile: tuple[Evidence, ...], config: Config) -> None:
    side = weigh(in_order(pile), config).pro
    hinges = hangs_on(side, config)
    assert sum(hinge.capacity for hinge in hinges) == pytest.approx(side.everything, abs=1e-6)
    parts = [(hinge.kind, hinge.name, hinge.through) for hinge in hinges]
    assert len(set(parts)) == len(parts)
    left = tuple(row for row in side.rows if not any(passes(row, part, side.origins, config) for part in parts))
    assert flow_by_igraph(lay(left, side.origins, config)) == 0
    known = {row.index: row for row in side.rows}
    assert all(
        passes(known[hinge.index], part, side.origins, config) for hinge, part in zip(hinges, parts, strict=True)
    )


@pytest.mark.parametrize(
    ("rows", "hinges"),
    [
        ((), []),
        # one origin, one outlet: the word, what is left of it, the carrier, the weak pool
        ((ROW,), [("origin", "Ann", None, 1.10)]),
        ((replace(ROW, q=0.5),), [("report", "Ann", "Outlet", 0.55)]),
        ((replace(COMPETENT, letter="A"),), [("publication", "Outlet", None, 2.5)]),
        ((replace(ROW, letter="A", outlet_letter="E"),), [("publication", "Outlet", None, 0.2)]),
        ((replace(ROW, outlet_letter="D"),), [("publication", "Outlet", None, 1.0)]),
        # of equals the one nearest the origin
        ((replace(COMPETENT, hop=1, q=2.5 / (2.94 * 0.8)),), [("origin", "Ann", None, 2.94 * 0.8)]),
        ((replace(ROW, party="X"),), [("origin", "Ann", None, 1.10)]),
        # several
        ((ROW, replace(B, q=0.2)), [("origin", "Ann", None, 1.10), ("report", "Bob", "Second", 0.22)]),
        ((ROW, replace(B, origin="Ann")), [("origin", "Ann", None, 1.10)]),
        ((ROW, replace(ROW, party="X", origin="Xu"), replace(B, party="X")),
         [("origin", "Ann", None, 1.10), ("party", "X", None, 1.10)]),
        (tuple(replace(COMPETENT, origin=name) for name in "PQ"), [("publication", "Outlet", None, 2.5)]),
        (tuple(replace(COMPETENT, origin=name, outlet=name, owner="Lord") for name in "PQ"),
         [("owner", "Lord", None, 2.5)]),
        (tuple(replace(COMPETENT, origin=name, outlet=name, via=("Wire",)) for name in "PQ"),
         [("relay", "Wire", None, 2.5)]),
        (tuple(replace(ROW, origin=name, outlet=name, outlet_letter="D") for name in "PQ"),
         [("pool", "the weak publications", None, 1.0)]),
        (tuple(replace(ANON, origin=name, outlet=name) for name in "PQ"),
         [("pool", "the unnamed sources", None, 1.5 * 0.55)]),
        ((OWN, replace(OWN, origin="Second", outlet="Second")),
         [("pool", "the publications that do not say how they know", None, 0.55)]),
        ((replace(ANON, identified=False), replace(ANON, identified=False, origin="reports")),
         [("pool", "the sources that nobody identifies", None, 0.25)]),
        # two origins over one absent wire into a good and a weak outlet: what goes to the good one, and the weak one
        (
            (
                *(replace(ROW, origin=name, outlet="Weak", outlet_letter="E", via=("Wire",)) for name in "PQ"),
                replace(ROW, origin="Ann", q=0.1, via=("Wire",)),
            ),
            [("publication", "Weak", None, 0.2), ("report", "Ann", "Outlet", 0.11)],
        ),
    ],
)  # fmt: skip
def test_by_hand(rows: tuple[Evidence, ...], hinges: list[tuple[str, str, str | None, float]]) -> None:
    rows = tuple(replace(row, index=i) for i, row in enumerate(rows))
    found = hangs_on(weigh_side(rows, DEFAULT), DEFAULT)
    named: list[object] = [(h.kind, h.name, h.through, pytest.approx(h.capacity)) for h in found]
    assert named == hinges


def test_the_unnamed_of_a_party_are_named_where_what_leads_to_their_pool_binds() -> None:
    crowd = [replace(ANON, index=i, origin=f"x{i}", outlet=f"o{i}", party="X") for i in range(3)]
    alone = replace(ANON, index=4, origin="alone", outlet="Far")
    found = hangs_on(weigh_side((*crowd, alone), FREE), FREE)
    assert [(hinge.kind, hinge.name) for hinge in found] == [("origin", "alone"), ("party", "X")]


def test_its_sentence_is_the_strongest_that_passes() -> None:
    far, near = replace(ROW, index=0, hop=1, outlet="Relay", q=0.5), replace(ROW, index=1)
    assert hangs_on(weigh_side((far, near), DEFAULT), DEFAULT)[0].index == 1

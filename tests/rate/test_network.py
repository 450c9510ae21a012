"""The flow: the hand reductions against igraph on the whole network, and small networks worked out by hand."""

import os
import random
from dataclasses import replace

import igraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.model import Evidence
from secondsource.rate import DEFAULT, Config
from secondsource.rate.network import Network, lay, max_flow, weigh_side
from secondsource.rate.weights import weigh_origins

ROW = Evidence(0, "d", "Outlet", "Ann", 1, "first")
CRAWL = Config(unrated="D")
checked = settings(max_examples=int(os.environ.get("SECONDSOURCE_EXAMPLES", "200")), deadline=None, derandomize=True)


def flow_by_igraph(network: Network) -> float:
    """The same maximum flow, every node split, nothing reduced; leaves the network as it is."""
    edges, amounts = [], []
    for node, room in enumerate(network.room):
        i = 2 * node + 2
        edges += [(i, i + 1), (0, i), (i + 1, 1), *((i + 1, 2 * head + 2) for head in network.after[node])]
        amounts += [room, network.supply[node], network.drain[node], *network.after[node].values()]
    graph = igraph.Graph(n=2 * len(network.room) + 2, edges=edges, directed=True)
    return float(graph.maxflow_value(0, 1, amounts))


@checked
@given(st.integers(0, 10**9), st.integers(1, 14), st.booleans())
def test_reductions_lose_and_add_nothing(seed: int, size: int, unit: bool) -> None:
    dice = random.Random(seed)

    def draw() -> float:
        return 1.0 if unit else dice.choice((0.1, 0.5, 1.0, dice.random()))

    network = Network()
    for i in range(size):
        network.node(("n", str(i)), draw())
    for i in range(size):
        for target in range(i + 1, size):
            if dice.random() < 2.5 / size:
                network.join(i, target, draw())
        network.supply[i] = draw() if dice.random() < 0.4 else 0.0
        network.drain[i] = draw() if dice.random() < 0.4 else 0.0
    if dice.random() < 0.3:  # a circle of citations carries nothing of its own, and must not hang
        network.join(size - 1, 0, draw())
    expected = flow_by_igraph(network)
    assert max_flow(network) == pytest.approx(expected, abs=1e-9)


@checked
@given(
    st.sampled_from("ABCDEF"),
    st.sampled_from("ABCDEF"),
    st.sampled_from((0.05, 0.5, 1.0)),
    st.sampled_from(("P", None)),
)
def test_closed_form_of_one_origin_and_one_outlet(origin: str, outlet: str, q: float, owner: str | None) -> None:
    row = replace(ROW, letter=origin, outlet_letter=outlet, q=q, owner=owner, party="X")
    for config in (DEFAULT, CRAWL):
        network = lay([row], weigh_origins([row], config), config)
        assert weigh_side((row,), config).support == pytest.approx(flow_by_igraph(network), abs=1e-9)


A, B = replace(ROW, outlet_letter="A"), replace(ROW, origin="Bob", outlet="Other", outlet_letter="A")
WORD = 1.10  # an unjudged origin in a gathered pile
WIRE = replace(ROW, ground="named", hop=1, via=("Wire",))


@pytest.mark.parametrize(
    ("rows", "support"),
    [
        ((A,), WORD),
        ((A, B), 2 * WORD),
        ((A, replace(B, origin="Ann")), WORD),  # one origin through two outlets is one origin
        ((replace(A, party="X"), replace(B, party="X")), WORD),  # one government is one voice
        ((replace(A, party="X"), replace(B, party="Y")), 2 * WORD),
        ((replace(A, ground="anon"), replace(B, ground="anon")), 1.5 * 0.5 * 2.94),  # unnamed pool
        ((replace(A, ground="own"), replace(B, ground="own")), 0.5 * 2.94),  # unattributed pool
        ((replace(A, identified=False, ground="rumour"), replace(B, identified=False, ground="anon")), 0.25),
        # with weight .1 the own voice is separate evidence, with .9 an echo of the named source
        ((A, replace(B, ground="own")), 0.1 * (WORD + 0.5 * 2.94) + 0.9 * 0.5 * 2.94),
        # three officials of three parties in one unjudged outlet: no more than it can carry
        (tuple(replace(ROW, origin=x, party=x, interest="competent") for x in "XYZ"), 2.5),
        # two outlets of one owner carry what one of them can
        (
            tuple(replace(ROW, origin=x, outlet=x, owner="P", letter="A", outlet_letter="C") for x in ("one", "two")),
            2.5,
        ),
        # all that came through one absent wire is no more than an unjudged carrier passes on
        (tuple(replace(WIRE, origin=x, outlet=x, letter="A") for x in ("one", "two", "three")), 2.5),
        # an origin counts by its row in a vetted outlet, closest and most hedged first
        ((A, replace(B, origin="Ann", hop=1, letter="A")), WORD),
        ((A, replace(A, hedge=0.3)), 0.3 * WORD),
        # weak outlets share 1.0 however many they are, and the unnamed voice of one adds as an echo at most
        (tuple(replace(ROW, origin=f"{i}", outlet=f"{i}", outlet_letter="D") for i in range(9)), 1.0),
    ],
)
def test_support_by_hand(rows: tuple[Evidence, ...], support: float) -> None:
    assert weigh_side(rows, DEFAULT).support == pytest.approx(support, abs=1e-9)


def test_an_unnamed_official_adds_nothing_to_a_colleague_on_record() -> None:
    named = replace(A, party="X")
    unnamed = replace(B, party="X", ground="anon")
    both = weigh_side((named, unnamed), DEFAULT)
    assert both.support == pytest.approx(max(WORD, 0.5 * 2.94), abs=1e-9)


def test_an_echo_chamber_of_thousands_is_one_voice() -> None:
    sites = tuple(replace(ROW, origin=f"o{i}", outlet=f"s{i}", ground="own") for i in range(5_000))
    assert weigh_side(sites, DEFAULT).support == pytest.approx(0.5 * WORD, abs=1e-6)

"""What would change a claim's status: weigh it again with one thing more, or one thing less (rating.md, 12.4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from heapq import nsmallest

from secondsource.model import ClaimStatus, Evidence
from secondsource.rate.counting import counted_rows
from secondsource.rate.status import Circumstances, Weighed, status_of
from secondsource.rate.weighing import weigh
from secondsource.rate.weights import LIVE, VETTED, Config

# Removals tried, those with most rows first: each costs a weighing.
REMOVALS = 6
LATER = "\uffff"  # sorts after, and cannot be, the name of an outlet in the pile


def what_would_change(
    rows: tuple[Evidence, ...], weighed: Weighed, status: ClaimStatus, circumstances: Circumstances, config: Config
) -> tuple[str, ...]:
    """One sentence for each addition or removal that gives another status; none for a plan whose outcome is known."""
    if status in ("realised", "superseded", "lapsed"):
        return ()
    rows = tuple(row for row in rows if row.polarity and row.q >= LIVE)
    found = []
    for lead, changed in (
        *_additions(rows, circumstances, config),
        *_lettered(rows, status),
        *_removals(rows, weighed, config),
    ):
        other = status_of(weigh(changed, config, weighed), circumstances, config)
        if other != status:
            found.append(f"{lead}, it would be {other}.")
    return tuple(found)


def _additions(
    rows: tuple[Evidence, ...], circumstances: Circumstances, config: Config
) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    """A named first-hand origin, a record, a competent denial, and the absent original of a relay, each in turn.

    In a crawl a new site counts for little until a person letters it, so there the addition is a lettered one.
    """
    body = circumstances.act_of
    letter, where = (
        ("F", "in another publication") if config.unrated in VETTED else ("C", "in a publication lettered C")
    )
    new = Evidence(0, LATER, LATER, LATER, 1, "first", outlet_letter=letter)
    yield f"With one more named first-hand origin{'' if body else ', or a record of it,'} {where}", (*rows, new)
    if body:  # a record by nobody in particular weighs as a first-hand origin does
        record = Evidence(0, LATER, LATER, LATER, 1, "record", party=body, outlet_letter=letter)
        yield f"With a record of it by {body}", (*rows, record)
    party = body or LATER
    denial = Evidence(0, LATER, LATER, LATER, -1, "first", party=party, interest="competent", outlet_letter=letter)
    yield f"With a denial by {body or 'a body competent to deny it'}", (*rows, denial)
    relayed = {row.origin: row for row in rows if _is_relay(row)}
    for name in sorted(relayed)[:1]:
        row = relayed[name]
        original = replace(row, document=LATER, outlet=name, outlet_letter=row.letter, owner=None, hop=0, via=(), q=1.0)
        yield f"With the original by {name} in the pile", (*rows, original)


def _is_relay(row: Evidence) -> bool:
    return row.polarity > 0 and row.hop > 0 and row.ground == "named"


def _lettered(rows: tuple[Evidence, ...], status: ClaimStatus) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    if status == "corroborated" and all(row.letter == "F" and row.outlet_letter == "F" for row in rows):
        judged = tuple(replace(row, outlet_letter="C") for row in rows)
        yield "With its publications judged fairly reliable (C) by a person", judged


def _removals(
    rows: tuple[Evidence, ...], weighed: Weighed, config: Config
) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    """The claim without each origin that was counted or denies, and without each publication that carries one."""
    counted = counted_rows(weighed.pro, config)
    if not counted and weighed.origins.min:
        counted = list(weighed.pro.rows)
    denied = [row for row in weighed.con.rows if row.identified]
    denied = [row for row in weighed.con.rows if row.identified]
    nodes = {("origin", row.origin) for row in (*counted, *denied)} | {("outlet", row.outlet) for row in counted}
    load = Counter([("origin", row.origin) for row in rows] + [("outlet", row.outlet) for row in rows])
    tried: set[tuple[int, ...]] = set()
    for kind, name in nsmallest(REMOVALS, nodes, key=lambda node: (-load[node], node)):
        rest = tuple(row for row in rows if getattr(row, kind) != name)
        key = tuple(map(id, rest))
        if key not in tried:
            tried.add(key)
            yield f"Without {name}", rest

"""What would change a claim's status: weigh it again with one thing more, or one thing less (rating.md, 12.4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from heapq import nsmallest
from typing import Literal

from secondsource.model import Change, ClaimStatus, Evidence, Hinge
from secondsource.rate.counting import counted_rows
from secondsource.rate.cut import Part, passes
from secondsource.rate.status import Case, status_of
from secondsource.rate.weighing import weigh
from secondsource.rate.weights import VETTED

# Removals tried, those that most rows pass through first: each costs a weighing.
REMOVALS = 6
LATER = "\uffff"  # sorts after, and cannot be, the name of an outlet in the pile


@dataclass(frozen=True, slots=True)
class Trial:
    """A claim with one thing more or less: what that is, in words, and the rows that then speak to it."""

    action: Literal["add", "remove", "letter"]
    kind: str
    name: str
    words: str
    rows: tuple[Evidence, ...]


def what_would_change(case: Case, hinges: Iterable[Hinge]) -> tuple[Change, ...]:
    """Each addition or removal that gives another status; none for a plan whose outcome is known."""
    if case.status in ("realised", "superseded", "lapsed"):
        return ()
    rows = tuple(row for row in case.rows if row.polarity and row.q >= case.config.live)
    found: dict[tuple[str, ClaimStatus], list[Trial]] = {}
    for trial in (*_additions(rows, case), *_lettered(rows, case), *_removals(rows, hinges, case)):
        other = status_of(weigh(trial.rows, case.config, case.weighed), case.circumstances, case.config)
        if other != case.status:
            found.setdefault((trial.action if trial.action == "remove" else trial.words, other), []).append(trial)
    return tuple(
        Change(trial.action, trial.kind, trial.name, other, sentence)
        for (_, other), trials in found.items()
        for sentence in [_say(trials, other)]
        for trial in trials
    )


def _say(trials: list[Trial], other: ClaimStatus) -> str:
    """One sentence for all trials with one outcome: "Without A, or without B, it would be single-source."."""
    words = [trial.words for trial in trials]
    return f"{', or '.join([words[0], *(each[0].lower() + each[1:] for each in words[1:])])}, it would be {other}."


def _additions(rows: tuple[Evidence, ...], case: Case) -> Iterator[Trial]:
    """A named first-hand origin, a record, a competent denial, and the absent original of a relay, each in turn.

    In a crawl a new site counts for little until a person letters it, so there the addition is a lettered one.
    """
    body = case.circumstances.act_of
    letter, where = (
        ("F", "in another publication") if case.config.unrated in VETTED else ("C", "in a publication lettered C")
    )
    new = Evidence(0, LATER, LATER, LATER, 1, "first", outlet_letter=letter)
    record = "" if body else ", or a record of it,"  # a record by nobody in particular weighs as such an origin does
    yield Trial("add", "origin", "", f"With one more named first-hand origin{record} {where}", (*rows, new))
    if body:
        by_body = replace(new, ground="record", party=body)
        yield Trial("add", "record", body, f"With a record of it by {body}", (*rows, by_body))
    denial = replace(new, polarity=-1, party=body or LATER, interest="competent")
    who = body or "a body competent to deny it"
    yield Trial("add", "denial", body or "", f"With a denial by {who}", (*rows, denial))
    relayed = {row.origin: row for row in rows if _is_relay(row)}
    for name in sorted(relayed)[:1]:
        row = relayed[name]
        original = replace(row, document=LATER, outlet=name, outlet_letter=row.letter, owner=None, hop=0, via=(), q=1.0)
        yield Trial("add", "original", name, f"With the original by {name} in the pile", (*rows, original))


def _is_relay(row: Evidence) -> bool:
    return row.polarity > 0 and row.hop > 0 and row.ground == "named"


def _lettered(rows: tuple[Evidence, ...], case: Case) -> Iterator[Trial]:
    if case.status == "corroborated" and all(row.letter == "F" and row.outlet_letter == "F" for row in rows):
        judged = tuple(replace(row, outlet_letter="C") for row in rows)
        words = "With its publications judged fairly reliable (C) by a person"
        yield Trial("letter", "publication", "", words, judged)


def _removals(rows: tuple[Evidence, ...], hinges: Iterable[Hinge], case: Case) -> Iterator[Trial]:
    """The claim without each node that it hangs on, each origin counted or denying, each publication and party of
    one counted.

    Of two nodes that the same rows pass through only the first is taken, what the claim hangs on before the rest.
    """
    weighed, config = case.weighed, case.config
    counted = counted_rows(weighed.pro, config)
    if not counted and weighed.origins.min:
        counted = list(weighed.pro.rows)
    denied = [row for row in weighed.con.rows if row.identified]
    load: Counter[Part] = Counter()
    for row in rows:
        load[("origin", row.origin, None)] += 1
        load[("publication", row.outlet, None)] += 1
        if row.party is not None:
            load[("party", row.party, None)] += 1
    origins = {**weighed.con.origins, **weighed.pro.origins}
    cut: list[Part] = [(hinge.kind, hinge.name, hinge.through) for hinge in hinges]
    for part in cut:
        load[part] = load.get(part) or sum(passes(row, part, origins, config) for row in rows)
    nodes = {*cut, *(("origin", row.origin, None) for row in (*counted, *denied))}
    nodes |= {("publication", row.outlet, None) for row in counted}
    nodes |= {("party", row.party, None) for row in counted if row.party is not None}
    tried: set[tuple[int, ...]] = set()
    for part in nsmallest(REMOVALS, nodes, key=lambda part: (-load[part], part not in cut, part[0], part[1])):
        rest = tuple(row for row in rows if not passes(row, part, origins, config))
        key = tuple(map(id, rest))
        if key not in tried:
            tried.add(key)
            yield Trial("remove", part[0], part[1], f"Without {_named(part)}", rest)


def _named(part: Part) -> str:
    kind, name, through = part
    if kind == "report":
        return f"what {name} says through {through}"
    return f"anybody who speaks for {name}" if kind == "party" else name

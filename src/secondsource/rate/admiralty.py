"""The Admiralty pair: the source's letter, and the digit from everything but that source (rating.md, section 9)."""

from __future__ import annotations

from secondsource.model import Evidence
from secondsource.rate.counting import count_voices, counted_rows
from secondsource.rate.network import Side, reaches, weigh_side
from secondsource.rate.weights import RANKS, Config, Origin, counted_as, is_vetted

# STIX 2.1, appendix A: the middle of the band of each digit; 6 leaves the property out.
STIX = {1: 90, 2: 70, 3: 50, 4: 30, 5: 10}


def stix_confidence(credibility: int) -> int | None:
    """The digit of the Admiralty pair as a STIX confidence, 0 to 100; None where the digit says "cannot be judged"."""
    return STIX.get(credibility)


def pair_of(pro: Side, con: Side, config: Config) -> tuple[str, int]:
    """Letter and digit of the claim's weightiest origin; "-" for the letter where nothing supports the claim."""
    if not pro.rows:
        return "-", _digit(0.0, con.support, 0, False, config)
    reach = reaches(pro, config)
    letters = source_letters(pro, config)
    origin = min(
        pro.origins.values(), key=lambda x: (-reach[x.name], _rank(letters[x.name], config), letters[x.name], x.name)
    )
    rest = weigh_side(tuple(row for row in pro.rows if row.origin != origin.name), config)
    against = con
    if origin.name in con.origins:
        against = weigh_side(tuple(row for row in con.rows if row.origin != origin.name), config)
    # A second voice of the same party, or a second unnamed source, is agreement whose independence is not assured:
    # it stays in the flow and is left out of the count.
    apart = [row for row in counted_rows(rest, config) if not _may_be_one(rest.origins[row.origin], origin)]
    identified = origin.identified and any(
        row.origin == origin.name and is_vetted(row.outlet_letter, config) for row in pro.rows
    )
    return letters[origin.name], _digit(
        rest.support, against.support, count_voices(apart, rest.origins), identified, config
    )


def _may_be_one(one: Origin, other: Origin) -> bool:
    return (one.party is not None and one.party == other.party) or (one.unnamed and other.unnamed)


def _digit(support: float, denial: float, apart: int, identified: bool, config: Config) -> int:
    """The first digit that holds, from the evidence without the source."""
    if denial - support >= config.digit["improbable"]:
        return 5
    if denial - support >= config.digit["doubtful"]:
        return 4
    if apart >= 1 and support >= config.digit["confirmed"] and denial < support / 2:
        return 1
    if support >= config.digit["probable"]:
        return 2
    return 3 if identified else 6


def source_letters(side: Side, config: Config) -> dict[str, str]:
    """For each origin the worse of its own letter and its best carrier's, as a person gave them; F is never hidden.

    F ranks where the arithmetic puts it; where that ties with a judged letter, "not judged" is shown.
    """
    carriers: dict[str, Evidence] = {}
    for row in side.rows:
        best = carriers.get(row.origin)
        if best is None or _carrier_rank(row, config) < _carrier_rank(best, config):
            carriers[row.origin] = row
    return {
        name: max(
            (side.origins[name].letter, row.outlet_letter), key=lambda letter: (_rank(letter, config), letter == "F")
        )
        for name, row in carriers.items()
    }


def _carrier_rank(row: Evidence, config: Config) -> tuple[int, str]:
    return _rank(row.outlet_letter, config), row.outlet_letter


def _rank(letter: str, config: Config) -> int:
    return RANKS.index(counted_as(letter, config))

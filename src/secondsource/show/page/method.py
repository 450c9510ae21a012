"""Method and limits: what the statuses say, and how often the program errs.

The figures are rows of the README's table, to which a test holds them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from secondsource.model import ClaimStatus

STATUSES: tuple[tuple[ClaimStatus, str], ...] = (
    ("confirmed", "Two independent origins at least, very likely by their weight, and one thing more: sources that a "
                  "person lettered A to C, two opposed parties on record, or a record of the body whose act it is."),
    ("corroborated", "Two independent origins at least."),
    ("realised", "Planned, and that it took place is corroborated or confirmed."),
    ("single-source", "One origin, however many documents carry it."),
    ("unverified", "Not one origin that counts: nobody with a name or on record stands behind it."),
    ("superseded", "Planned, and what took place is something else."),
    ("lapsed", "Planned for a time that is over, and nothing here tells what came of it."),
    ("disputed", "Somebody with a name denies it, or a documented event excludes it, and neither side weighs more."),
    ("denied", "Such a denial, and little or nothing on the other side."),
    ("refuted", "Very unlikely by the weight of what denies it, which is not only an interested party."),
)  # fmt: skip

# What the README measures, on the founding pile, on two unseen ones and on all; "of n" counts the cases.
COLUMNS = ("figure", "founding case", "two piles, unseen", "all piles")
FIGURES: tuple[tuple[str, str, str, str], ...] = (
    ("queries answered rightly", "1.00 of 8", ".58 of 40", ".81 of 162"),
    ("false or twisted claims not accepted", "1.00 of 5", ".80 of 20", ".97 of 86"),
    ("claims that came out with a status that they must never have", "0 of 8", "3 of 40", "0 of 162"),
    ("events found, their status, their participants", "1.00, 1.00, .86", ".66, .70, .83", ".80, .90, .81 of 180"),
    ("claims found, their status", "1.00, 1.00", ".89, .54", ".96, .59 of 156"),
    ("origins not over-counted", "1.00", ".93 of 28", ".98 of 127"),
    ("publishers named", "1.00", ".58 of 48", ".86 of 155"),
    ("tellings of one event joined, joins that are right", "1.00, 1.00", ".06, .67", ".08, .61"),
)  # fmt: skip

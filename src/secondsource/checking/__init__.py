"""Check: a reader's own claim, read as a document is read, weighed against what a pile holds.

An event that has every slot of the claim bears it out. One that can only be the same happening but differs in just one
slot (place, date, number, polarity) speaks against it. Sentences that put the claim forward or deny it in other words
are added to both. Anything else leaves the claim open, and the nearest documented event says how it differs.
"""

from secondsource.checking.answers import check_claim, find_testimony
from secondsource.checking.pile import Pile, open_pile

__all__ = ["Pile", "check_claim", "find_testimony", "open_pile"]

"""The country that a report is written from, and what goes without saying there.

An international agency that writes from a capital names the country of every foreign official, and leaves out that of
its hosts: "N'DJAMENA, Chad (AP) ... President X ordered the border closed".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from secondsource.detect.names.drafts import Bearer
from secondsource.words.countries import countries
from secondsource.words.roles import office_of

DASHES = frozenset({"—", "–", "--", "("})
# Offices of state; nobody says which state's in its own capital.
OFFICES = frozenset({"president", "minister", "premier", "chancellor", "king", "queen", "emir", "sultan", "speaker"})
# Agencies that write for the whole world.
AGENCIES = frozenset({"AP", "AFP", "Reuters", "REUTERS", "dpa", "DPA", "UPI", "EFE", "ANSA", "Bloomberg", "Kyodo"})
# How many words may stand before the dateline: a headline, a by-line.
REACH = 150


@dataclass(frozen=True, slots=True)
class Host:
    """A country, how it is known, and whether an agency of the world writes from its capital."""

    side: str
    why: str
    agency: bool = False


def find_host(words: Sequence[str]) -> Host | None:
    """The country of the capital in the dateline."""
    for start in range(min(REACH, len(words))):
        if start and "\n" not in words[start - 1]:
            continue
        end = next((k for k in (3, 2, 1) if " ".join(words[start : start + k]).casefold() in capitals()), 0)
        if not end:
            continue
        side = capitals()[" ".join(words[start : start + end]).casefold()]
        i = start + end
        if words[i : i + 1] == [","]:
            i = next((k for k in range(i + 2, min(i + 6, len(words))) if words[k] in DASHES or "\n" in words[k]), i)
        after = words[i] if i < len(words) else ""
        if "\n" in after or after in DASHES:
            agency = after == "(" and " ".join(words[i + 1 : i + 2]) in AGENCIES
            return Host(side, f"the report is written from {' '.join(words[start : start + end])}", agency)
    return None


@cache
def capitals() -> dict[str, str]:
    """Countries by their capital in small letters."""
    return {country.capital.replace("’", "'").casefold(): country.name for country in countries() if country.capital}


def is_hosts(words: Sequence[str], bearer: Bearer, host: Host) -> bool:
    """Whether somebody holds an office of state that can only be that of the agency's hosts."""
    if not host.agency or bearer.side is not None or bearer.owner is not None or not bearer.role:
        return False
    office = office_of(bearer.role)
    said = office.words.lower().split()
    if not said or said[-1] not in OFFICES or office.tense not in ("current", "acting"):
        return False
    # "Altyn Trans president Bolat Abenov"
    before = bearer.start - len(bearer.role.split()) - 1
    if before < 1 or not bearer.titled:
        return True
    return not (words[before][0].isupper() and words[before - 1][0].isalnum())

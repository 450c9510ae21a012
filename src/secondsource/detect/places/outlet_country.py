"""The country of a document's outlet, in which its places are likelier to lie."""

from __future__ import annotations

from secondsource.model import Document
from secondsource.words.countries import iso_of, name_of
from secondsource.words.outlets import at_address, host_of, named

# Endings of web addresses that are not the ISO code of their country, and those sold to everybody.
ENDINGS = {"uk": "GB", "eu": ""}
SOLD = frozenset("ai cc co fm gg io ly me nu sh so st to tv vc ws".split())


def home_of(document: Document) -> str | None:
    """The ISO code of the outlet's country: by the list of outlets, else by the ending of its address."""
    outlet = document.outlet or ""
    listed = at_address(document.url or "") or at_address(outlet) or next(iter(named(outlet)), None)
    if listed is not None:
        return iso_of().get(listed.country)
    ending = host_of(document.url or (outlet if "." in outlet and " " not in outlet else "")).rpartition(".")[2]
    code = ENDINGS.get(ending, ending.upper() if len(ending) == 2 and ending not in SOLD else "")
    return code if code in name_of() else None


__all__ = ["home_of"]

"""Papers and agencies that a text names once in full and then in short: "the Post", "the paper", "the agency"."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.detect.names.drafts import Draft
from secondsource.words.outlets import by_short_name

NOUNS = {
    "outlet": frozenset({"newspaper", "paper", "magazine", "outlet", "broadcaster", "daily", "weekly"}),
    "agency": frozenset({"agency", "newswire"}),
}


def find_outlets_again(words: Sequence[str], drafts: Sequence[Draft]) -> list[Draft]:
    """Every short form of an outlet that the text has named before, under its full name."""
    named = sorted((draft for draft in drafts if draft.kind in ("outlet", "agency")), key=lambda draft: draft.start)
    if not named:
        return []
    taken = {i for draft in drafts for i in range(draft.start, draft.end)}
    found = []
    upcoming = 0
    latest: dict[str, Draft] = {}
    for i, word in enumerate(words):
        while upcoming < len(named) and named[upcoming].end <= i:
            outlet = named[upcoming]
            latest[outlet.kind] = outlet
            latest[outlet.name.rsplit(" ", 1)[-1]] = outlet
            upcoming += 1
        if i in taken or i == 0 or words[i - 1] not in ("the", "The") or not latest:
            continue
        kind = next((kind for kind, nouns in NOUNS.items() if word in nouns and kind in latest), None)
        if kind is not None and _can_be(word, latest[kind]):
            found.append(_again(i, word, latest[kind]))
        elif word in latest and word.lower() in by_short_name():
            found.append(_again(i, word, latest[word]))
    return found


def _can_be(word: str, outlet: Draft) -> bool:
    """Whether an outlet can be called by a noun: nothing that airs is a newspaper."""
    airs = outlet.name.isupper() or outlet.name.endswith((" News", " TV", " Radio"))
    return word in ("outlet", "agency", "newswire") or airs == (word == "broadcaster")


def _again(i: int, word: str, outlet: Draft) -> Draft:
    why = f"“{word}” after {outlet.name}"
    return Draft(i, i + 1, outlet.kind, outlet.name, None, None, None, why, "outlet", 52)

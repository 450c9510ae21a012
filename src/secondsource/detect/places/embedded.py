"""Places that are no names by themselves: inside a body's name, in an adjective; and names that are roads.

The program calls none of these a place. Whoever asks for every word that points to one, as benches do, asks here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from secondsource.detect.names.drafts import Draft, settle
from secondsource.detect.names.gazetteer import find_matches
from secondsource.detect.places.candidates import named_after
from secondsource.detect.places.spelling import said_between
from secondsource.detect.places.toponyms import LISTED, evidence, known_in, matches
from secondsource.model import Place
from secondsource.words.gazetteer import spots
from secondsource.words.places import place_words, region_adjectives
from secondsource.words.regions import regions

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Points of evidence from which a name inside another is taken for a place.
ENOUGH = 3.0


def find_inside(parsed: Doc, words: Sequence[str], drafts: Sequence[Draft]) -> list[Draft]:
    """The places inside the names of bodies and teams ("University of X"), which are no place by themselves."""
    taken = {i: d for d in drafts for i in range(d.start, d.end) if d.kind in ("place", "person", "outlet", "agency")}
    taken |= {i: d for d in drafts for i in range(d.start, d.end) if d.sort in ("country", "people")}
    found = []
    for match in find_matches(words):
        entry = match.entry
        if entry.sort in ("country", "capital", "region", "people") and match.start not in taken:
            found.append(
                Draft(match.start, match.end, entry.kind, entry.name, entry.side, None, entry.place, "", entry.sort, 60)
            )
    found += [draft for draft in _adjectives(words) if draft.start not in taken]
    known = known_in(words, drafts, parsed)
    bodies = {(draft.start, draft.end) for draft in drafts if draft.sort in LISTED}
    for start, end, bearers in matches(words, parsed, {}):
        if (start, end) in bodies or start in taken or end - 1 in taken:
            continue
        if evidence(parsed, words, (start, end), bearers, known) + _by_body(words, start, end, parsed) >= ENOUGH:
            name = said_between(words, start, end)
            found.append(Draft(start, end, "place", name, why="inside a name", sort="found", rank=50))
    return settle(found)


def _adjectives(words: Sequence[str]) -> Iterator[Draft]:
    """The adjectives and inhabitants of regions: "Tibetan", "Texans"."""
    table = region_adjectives()
    places = {region.name: region for region in regions()}
    for i, word in enumerate(words):
        if not word[:1].isupper():
            continue
        two = f"{word} {words[i + 1]}" if i + 1 < len(words) else ""
        name = table.get(two) or table.get(word)
        if name is not None:
            region = places[name]
            place = Place(name.partition(",")[0], region.country, *region.at, region.precision)
            yield Draft(i, i + (2 if two in table else 1), "place", name, None, None, place, "", "region", 61)


def _by_body(words: Sequence[str], start: int, end: int, parsed: Doc) -> float:
    """Points for a stretch at the head of a body's name, or behind the "of" in it."""
    following = words[end] if end < len(words) else ""
    before = words[start - 1] if start else ""
    if parsed[start].ent_type_ not in ("ORG", "FAC", "EVENT", ""):
        return 0.0
    head = following in place_words("bodies") or (following == "'s" and parsed[start].ent_type_ == "ORG")
    of = before == "of" and start > 1 and words[start - 2][:1].isupper()
    return 2.5 if head or of else 1.0 if parsed[start].ent_iob_ == "B" else 0.0


def is_sure(words: Sequence[str], draft: Draft) -> bool:
    """Whether a name is known to the gazetteer, or the words around it or its own say that it is a place."""
    said = said_between(words, draft.start, draft.end)
    if spots(said) or named_after(said)[0]:
        return True
    before = words[draft.start - 1] if draft.start else ""
    return (
        before in place_words("before") | place_words("loose")
        or words[draft.end - 1] in place_words("nature")
        or (words[draft.start] in place_words("nature") and draft.end - draft.start > 1)
    )


def is_street(words: Sequence[str], draft: Draft) -> bool:
    """Whether a name is that of a road: "Main Street", "Highway 82"."""
    last = words[draft.end - 1]
    following = words[draft.end] if draft.end < len(words) else ""
    if draft.sort != "found":
        return False
    return (
        (draft.end - draft.start > 1 and last in place_words("streets"))
        or (words[draft.start] in place_words("roads") and draft.end - draft.start > 1)
        or (words[draft.start] in place_words("roads") and following[:1].isdigit())
        or following in place_words("streets")
    )


__all__ = ["find_inside", "is_street", "is_sure"]

"""Towns and provinces that the recogniser passed over or took for somebody: a name of the gazetteer, and evidence.

Most short words are a village somewhere, so that the name alone says nothing: what stands before and behind it, what
the recogniser says and what the rest of the text calls it are weighed together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from secondsource.detect.names.drafts import Draft
from secondsource.detect.places.candidates import division_paths
from secondsource.detect.places.locating import held_by
from secondsource.detect.places.spelling import said_between
from secondsource.words.countries import iso_of
from secondsource.words.gazetteer import Spot, spots
from secondsource.words.places import place_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST = 5
# Points of evidence from which a name is taken for a place, where nothing else is known of it, and where it has been
# taken for a person.
ENOUGH = 3.0
AGAINST_PERSON = 4.0
RANK = 44
RANK_OVER_TITLED = 68
# Inside a name that runs on in lower case: "Stratford upon Avon", "Rio de Janeiro".
LINKS = frozenset("of de da do del della la le les el al upon on sur am an der den y i na nad in - 's ’s".split())
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
LISTED = frozenset({"country", "capital", "region", "people", "outlet", "thing", "building", "own", "body", "kind"})


@dataclass(frozen=True, slots=True)
class Known:
    """What a text says of its names: how often each is a place less how often a person, people, its common words."""

    votes: Counter[str]
    people: frozenset[str]
    common: frozenset[str]


def find_toponyms(parsed: Doc, words: Sequence[str], drafts: Sequence[Draft]) -> list[Draft]:
    """The places among the words that no list holds and no other name covers for certain."""
    taken = {i: draft for draft in drafts for i in range(draft.start, draft.end)}
    known = known_in(words, drafts, parsed)
    found = _in_a_province(words, drafts)
    for start, end, bearers in matches(words, parsed, taken):
        over = taken.get(start)
        if over is not None and _inside(over, start, end):
            continue
        points = evidence(parsed, words, (start, end), bearers, known)
        person = any(d.kind == "person" for i in range(start, end) if (d := taken.get(i)) is not None)
        if points >= (AGAINST_PERSON if person else ENOUGH):
            name = said_between(words, start, end)
            rank = RANK_OVER_TITLED if points >= AGAINST_PERSON + 2 else RANK
            found.append(Draft(start, end, "place", name, why="a town of the gazetteer", sort="found", rank=rank))
    return found


def _in_a_province(words: Sequence[str], drafts: Sequence[Draft]) -> list[Draft]:
    """The names of countries and provinces that are towns here: "Lebanon, Pennsylvania"."""
    return [
        replace(drafts[i], kind="place", side=None, place=None, why="a town, by what holds it", sort="found", rank=69)
        for i, path in held_by(words, drafts).items()
        if drafts[i].sort in ("country", "region") and "." in path
    ]


def _inside(draft: Draft, start: int, end: int) -> bool:
    """Whether a stretch is but a part of a name that is known to be something."""
    longer = draft.end - draft.start > end - start
    return longer and (draft.kind != "person" or draft.rank >= RANK_OVER_TITLED - 2)


def matches(words: Sequence[str], parsed: Doc, taken: dict[int, Draft]) -> Iterator[tuple[int, int, tuple[Spot, ...]]]:
    """The longest names of the gazetteer in the words, left to right, where no list has a name."""
    i = 0
    while i < len(words):
        end = i + 1
        if words[i][:1].isupper() and not _listed(taken, i):
            last = _run_end(words, parsed, i)
            for end in range(last, i, -1):
                if not words[end - 1][:1].isupper() or (end < last and words[end] == "-"):
                    continue
                bearers = spots(said_between(words, i, end))
                if bearers and _can_be_name(words, i, end):
                    yield i, end, bearers
                    break
            else:
                end = i + 1
        i = end


def _listed(taken: dict[int, Draft], i: int) -> bool:
    draft = taken.get(i)
    return draft is not None and draft.sort in LISTED


def _run_end(words: Sequence[str], parsed: Doc, start: int) -> int:
    """Where a row of capitalised words from `start` on ends, little words inside names counted in."""
    end = start + 1
    while end < min(len(words), start + LONGEST):
        word = words[end]
        if not (word[:1].isupper() or word in LINKS) or parsed[end].is_sent_start:
            break
        end += 1
    return end


def _can_be_name(words: Sequence[str], start: int, end: int) -> bool:
    word = words[start]
    if end == start + 1:
        return len(word) > 2 and word.rstrip(".") not in place_words("never") and not word[-1].isdigit()
    return word not in ("The", "A", "An", "In", "At", "On")


def known_in(words: Sequence[str], drafts: Sequence[Draft], parsed: Doc) -> Known:
    """What a text says of its names."""
    people: set[str] = set()
    votes: Counter[str] = Counter()
    for draft in drafts:
        if draft.kind == "person" and draft.end - draft.start > 1:
            people.update(words[draft.start : draft.end])
        elif draft.sort in ("capital", "region"):
            votes[said_between(words, draft.start, draft.end).casefold()] += 1
    for entity in parsed.ents:
        if entity.label_ in PLACE_LABELS:
            votes[said_between(words, entity.start, entity.end).casefold()] += 1
        elif entity.label_ == "PERSON":
            votes.subtract(word.casefold() for word in words[entity.start : entity.end])
    return Known(votes, frozenset(people), frozenset(word for word in words if word.islower()))


def evidence(parsed: Doc, words: Sequence[str], at: tuple[int, int], bearers: Sequence[Spot], known: Known) -> float:
    """How much speaks for a stretch of the words being a place, in points."""
    start, end = at
    points = _by_label(parsed, at) + _by_size(bearers) + _by_words_before(words, start) + _by_words_behind(words, at)
    points += _by_row(parsed, words, at) if any(not spot.byname for spot in bearers) else 0.0
    name = said_between(words, start, end)
    if end - start > 1 and words[end - 1] in place_words("stretches"):
        points += 2.5
    vote = known.votes[name.casefold()]
    points += 2.0 if vote > 0 else -1.0 if vote < -1 else 0.0
    if end - start == 1:
        if words[start] in known.people:
            points -= 3.0
        if words[start].lower() in known.common:
            points -= 2.0
    elif end - start > 1:
        points += 0.5
    if (
        start
        and words[start - 1][:1].isupper()
        and words[start - 1] not in place_words("parts")
        and _joined(words, start)
    ):
        points -= 1.5
    return points


def _joined(words: Sequence[str], start: int) -> bool:
    return words[start - 1].isalpha() and len(words[start - 1]) > 1


def _by_label(parsed: Doc, at: tuple[int, int]) -> float:
    start, end = at
    labels = {token.ent_type_ for token in parsed[start:end]}
    if labels & PLACE_LABELS:
        return 2.0
    if labels & {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "NORP", "LANGUAGE", "WORK_OF_ART", "LAW"}:
        return -1.0
    if "PERSON" in labels:
        whole = all(token.ent_type_ == "PERSON" for token in parsed[start:end])
        before = start > 0 and parsed[start].ent_iob_ == "I" and parsed[start - 1].ent_type_ == "PERSON"
        behind = end < len(parsed) and parsed[end].ent_type_ == "PERSON" and parsed[end].ent_iob_ == "I"
        behind = behind and parsed[end].text[:1].isupper() and parsed[end].text not in place_words("after")
        return -3.0 if whole and (before or behind) else -0.5
    return 0.0


def _by_size(bearers: Sequence[Spot]) -> float:
    people = max(spot.people // (5 if spot.byname else 1) for spot in bearers)
    return 1.5 if people >= 500_000 else 1.0 if people >= 15_000 else 0.5 if people >= 2_000 else 0.0


def _by_words_before(words: Sequence[str], start: int) -> float:
    before = words[start - 1] if start else "\n"
    earlier = words[start - 2] if start > 1 else "\n"
    if before == "of" and earlier in place_words("kinds"):
        return 4.0
    if before == "of" and earlier in (",", "formerly", "originally", "native", "outside"):
        return 2.5
    if before == "-" and earlier in ("D", "R"):  # "D-Springfield", of an American lawmaker
        return 3.0
    if before in place_words("before"):
        return 2.0
    if before in place_words("loose"):
        return 1.0
    return 0.0


def _by_words_behind(words: Sequence[str], at: tuple[int, int]) -> float:
    start, end = at
    following = words[end] if end < len(words) else "\n"
    after = words[end + 1] if end + 1 < len(words) else "\n"
    if following in place_words("streets"):
        return -3.0
    if words[start] in ("St.", "Saint") and following in ("'s", "’s"):  # "St. Patrick's Day"
        return -3.0
    if following in place_words("illnesses") or (after in place_words("illnesses") and following.islower()):
        return -3.0
    if following in place_words("after") or (following == "-" and after in ("based", "area", "born", "bred")):
        return 2.0
    if following in ("—", "–", "--") or (following == "-" and words[start].isupper()):
        return 3.5 if all(word.isupper() or not word.isalpha() for word in words[start:end]) else 1.0
    if following in (",", "(") and _is_container(words, end + 1):
        return 3.0
    if following[:1].isupper() and following.isalpha() and following not in place_words("bodies"):
        return -1.5
    return 0.0


def _by_row(parsed: Doc, words: Sequence[str], at: tuple[int, int]) -> float:
    """Points for standing in a row with a place: "Bergen, X and Y"."""
    start, end = at
    before = start > 1 and words[start - 1] in (",", "and", "or", "&") and _is_place(parsed, start - 2)
    behind = end + 1 < len(words) and words[end] in (",", "and", "or", "&") and _is_place(parsed, end + 1)
    return 1.5 if before or behind else 0.0


def _is_place(parsed: Doc, i: int) -> bool:
    return parsed[i].ent_type_ in PLACE_LABELS


def _is_container(words: Sequence[str], start: int) -> bool:
    """Whether a country or province is named at `start`: the address of what stands before."""
    return any(
        said_between(words, start, end) in _holders() for end in range(start + 1, min(start + 4, len(words)) + 1)
    )


@cache
def _holders() -> Collection[str]:
    return division_paths().keys() | iso_of().keys()


__all__ = ["LISTED", "evidence", "find_toponyms", "known_in", "matches"]

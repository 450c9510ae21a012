"""Bodies named by their kind and their country: "Iran's foreign ministry", "parliament of X"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondsource.detect.names.drafts import Draft
from secondsource.detect.names.gazetteer import Match, phrase_at, phrase_table
from secondsource.detect.names.hosts import find_host
from secondsource.words.bodies import kinds
from secondsource.words.grammar import listed

# The one English name for kinds that have several; other kinds keep the words of the text.
COMMON_NAME = {
    "foreign": "Foreign Ministry",
    "defence": "Defense Ministry",
    "interior": "Interior Ministry",
    "finance": "Finance Ministry",
    "commerce": "Commerce Ministry",
    "economy": "Economy Ministry",
    "energy": "Energy Ministry",
    "health": "Health Ministry",
    "justice": "Justice Ministry",
    "government": "Government",
    "bank": "Central Bank",
}
GOVERNING = frozenset({"country", "people", "capital", "own"})


def find_bodies(words: Sequence[str], matches: Sequence[Match]) -> list[Draft]:
    """Every body of a listed kind that a country stands before or after, or that is spelled like a name."""
    lower = [word.lower() for word in words]
    table = phrase_table("kinds")
    ending = {match.end: match for match in matches}
    starting = {match.start: match for match in matches}
    covered = {
        i for match in matches if match.entry.sort in ("body", "own", "outlet") for i in range(match.start, match.end)
    }
    latest: dict[str, Draft] = {}
    found: list[Draft] = []
    home = _home(words, matches)
    i = 0
    while i < len(lower):
        hit = phrase_at(table, lower, i) if i not in covered else None
        if hit is None and lower[i] == "ministry" and lower[i - 1] == "the" and "ministry" in latest:
            found.append(replace(latest["ministry"], start=i, end=i + 1, why="the last ministry before it", rank=35))
        if hit is None:
            i += 1
            continue
        end, group = hit
        draft = _owned(words, (i, end), group, (ending, starting))
        if draft is None:
            draft = (
                _again(words, (i, end), group, latest)
                or _at_home(words, (i, end), group, home)
                or _ownerless(words, (i, end), group)
            )
        else:
            latest[group] = draft
        if draft is not None:
            found.append(draft)
            if "Ministry" in draft.name:
                latest["ministry"] = draft
        i = max(draft.end, end) if draft is not None else end
    return found + _possessed(words, matches, ending)


def _owned(
    words: Sequence[str], at: tuple[int, int], group: str, around: tuple[dict[int, Match], dict[int, Match]]
) -> Draft | None:
    """The body with the country before it ("Iran's", "Iranian") or after it ("of Iran")."""
    start, end = at
    ending, starting = around
    left = start
    while left > 0 and words[left - 1].lower() in listed("bodies_between"):
        left -= 1
    if left > 0 and words[left - 1] in ("'s", "'"):
        left -= 1
    before = ending.get(left)
    if before is not None and before.entry.sort in GOVERNING and before.entry.side:
        return _body(words, (before.start, end), at, group, before.entry.side)
    after = end
    if after < len(words) and words[after] == "of":
        after += 1
        if after < len(words) and words[after] in ("the", "The"):
            after += 1
        behind = starting.get(after)
        if behind is not None and behind.entry.sort == "country" and behind.entry.side:
            return _body(words, (start, behind.end), at, group, behind.entry.side)
    # "the Foreign Ministry in Baghdad"
    seat = starting.get(end + 1) if end < len(words) and words[end] == "in" else None
    if seat is not None and seat.entry.sort == "capital" and seat.entry.side and group != "embassy":
        return replace(_body(words, at, at, group, seat.entry.side), why=f"kind of body in {seat.entry.name}")
    return None


def _home(words: Sequence[str], matches: Sequence[Match]) -> tuple[str, str] | None:
    """The country that a text is written from, or the only one that it names, and which of the two."""
    home = find_host(words)
    if home is not None:
        return home.side, home.why
    named = {match.entry.side for match in matches if match.entry.sort in GOVERNING and match.entry.side}
    if len(named) == 1:
        side = named.pop()
        return side, f"{side} is the only country that the text names"
    return None


def _at_home(words: Sequence[str], at: tuple[int, int], group: str, home: tuple[str, str] | None) -> Draft | None:
    """ "The Defense Ministry" of the country that the report comes from."""
    start, end = at
    definite = start > 0 and words[start - 1].lower() == "the"
    if home is None or not definite or group in ("government", "military", "police", "party", "embassy", "court"):
        return None
    named = all(word[0].isupper() for word in words[start:end])
    if not (named or (end - start > 1 and home[1].startswith("the report"))):
        return None
    return replace(_body(words, at, at, group, home[0]), why=f"kind of body; {home[1]}", rank=54)


def _body(words: Sequence[str], span: tuple[int, int], at: tuple[int, int], group: str, side: str) -> Draft:
    kind = COMMON_NAME.get(group) or " ".join(word[:1].upper() + word[1:] for word in words[at[0] : at[1]])
    if group == "defence" and "defence" in (word.lower() for word in words[at[0] : at[1]]):
        kind = "Defence Ministry"  # as the text spells it; link knows that both are one
    name = f"{kind} of {side}"
    return Draft(span[0], span[1], "body", name, side, None, None, "kind of body with its country", "kind", 60)


def _again(words: Sequence[str], at: tuple[int, int], group: str, latest: dict[str, Draft]) -> Draft | None:
    """ "The foreign ministry" a second time, or a kind that is spelled like a name."""
    start, end = at
    if group in ("government", "military", "police") and not words[start][0].isupper():
        return None
    before = latest.get(group)
    if before is not None and group not in COMMON_NAME:
        own = " ".join(words[start:end]).lower()
        before = before if before.name.lower().startswith(own) else None
    definite = start > 0 and words[start - 1].lower() == "the"
    if before is not None and (definite or words[start][0].isupper()):
        why = "the last body of this kind before it"
        return Draft(start, end, "body", before.name, before.side, None, None, why, "kind", 54)
    return None


def _ownerless(words: Sequence[str], at: tuple[int, int], group: str) -> Draft | None:
    """A kind that is spelled like a name, of a country that the text leaves open."""
    start, end = at
    if group in ("government", "military", "police") and not words[start][0].isupper():
        return None
    if words[start][0].isupper() and end - start > 1 and words[end - 1][0].isupper():
        name = " ".join(words[start:end])
        return Draft(start, end, "body", name, None, None, None, "kind of body, no country near", "kind", 35)
    return None


def _possessed(words: Sequence[str], matches: Sequence[Match], ending: dict[int, Match]) -> list[Draft]:
    """A listed body with its country before it ("US State Department"), taken as one name."""
    found = []
    for match in matches:
        said = " ".join(words[match.start : match.end]).lower()
        if match.entry.sort not in ("body", "building") and said not in kinds()["council"]:
            continue
        left = match.start
        if left > 0 and words[left - 1] == "'s":
            left -= 1
        before = ending.get(left)
        if before is None or before.entry.sort not in ("country", "people"):
            continue
        side = before.entry.side
        same = side == match.entry.side
        own = " ".join(words[match.start : match.end]) if match.entry.sort == "own" else match.entry.name
        name = match.entry.name if same else f"{own} of {side}"
        place = match.entry.place if same else None
        sort = match.entry.sort if same else "body"
        found.append(
            Draft(before.start, match.end, "body", name, side, None, place, "listed, with its country", sort, 65)
        )
    return found

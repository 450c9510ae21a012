"""Titles: portfolio words, a head, "of" and more portfolio words, with the country or body that they belong to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondsource.detect.drafts import Draft
from secondsource.detect.gazetteer import phrase_at, phrase_table
from secondsource.words.grammar import listed
from secondsource.words.titles import title_words

JOINTS = frozenset({"of", "for", "on", "and", "to", "the", "&"})
OWNERS = frozenset({"of", "for", "to", "in", "at", "from"})
SIDED = frozenset({"country", "people", "capital", "building", "body", "own", "kind"})


@dataclass(frozen=True, slots=True)
class Title:
    """A title in the tokens: its own words, the stretch with its country, and the side that it tells of its bearer."""

    start: int
    end: int
    words_start: int
    words_end: int
    side: str | None
    why: str
    head: str
    owner: int | None = None


def find_titles(
    words: Sequence[str], lower: Sequence[str], around: tuple[Mapping[int, Draft], Mapping[int, Draft]]
) -> list[Title]:
    """Every title of a text; `around` gives the names that end and that start at a token."""
    heads, ranks = phrase_table("heads"), phrase_table("ranks")
    found: list[Title] = []
    inside = {i for draft in around[1].values() if draft.sort not in ("kind",) for i in range(draft.start, draft.end)}
    i = 0
    while i < len(words):
        rank = phrase_at(ranks, words, i)
        if rank is not None:
            found.append(_ranked(words, i, rank, around[0]))
            i = rank[0]
            continue
        hit = phrase_at(heads, lower, i) if i not in inside else None
        if hit is None:
            i += 1
            continue
        found.append(_title(lower, (i, hit[0]), hit[1], around))
        i = hit[0]
    return found


def _ranked(words: Sequence[str], i: int, rank: tuple[int, str], ending: Mapping[int, Draft]) -> Title:
    owner = ending.get(i)
    side = owner.side if owner is not None and owner.sort in SIDED else None
    start = owner.start if side and owner is not None else i
    return Title(start, rank[0], i, rank[0] if rank[1] else i, side, "rank", rank[1].lower())


def _title(
    lower: Sequence[str], head: tuple[int, int], only: str, around: tuple[Mapping[int, Draft], Mapping[int, Draft]]
) -> Title:
    ending, starting = around
    parts = title_words()
    start = head[0]
    while start > 0 and start not in ending:
        before = lower[start - 1]
        if before in parts.portfolio or before in parts.modifiers or before in listed("titles_adjectives"):
            start -= 1
        elif before in ("and", "-", "&") and start > 1 and lower[start - 2] in parts.portfolio:
            start -= 2
        else:
            break
    end = _portfolio_end(lower, head[1])
    text = " ".join(lower[head[0] : head[1]])
    owner = _left_owner(lower, start, ending)
    side, why = owner.side, owner.why
    if text in listed("titles_unofficial") and owner.sort != "people":
        side, why = None, ""
    full_end = end
    behind = _right_owner(lower, end, starting)
    if behind is not None:
        full_end = behind.end
        if side is None and _speaks_for(text, lower[end], behind):
            side, why = behind.side, f"title “{text}” {lower[end]} {behind.name}"
    if only and (side is None or why.startswith("title")):
        side, why = only, f"the title “{text}” is an office of {only}"
    full_start = owner.start if owner.start is not None else start
    return Title(full_start, full_end, start, end, side, why, text, owner.person)


def _speaks_for(head: str, joint: str, behind: Draft) -> bool:
    """Whether "HEAD of X" belongs to X: an envoy to X, or one for X, does not, nor does an analyst in X."""
    if joint in ("in", "at"):
        return behind.kind == "body"
    if joint == "for" and behind.kind != "body":
        return head not in listed("titles_sent")
    return joint == "of" or joint == "for"


def _portfolio_end(lower: Sequence[str], end: int) -> int:
    """The end of "of Defense for Policy" behind a head."""
    portfolio = title_words().portfolio
    while True:
        i = end
        while i < len(lower) and i - end < 3 and lower[i] in JOINTS:
            i += 1
        if i == end or i >= len(lower) or lower[i] not in portfolio:
            return end
        while i < len(lower) and (lower[i] in portfolio or (lower[i] == "-" and i > end)):
            i += 1
        end = i


@dataclass(frozen=True, slots=True)
class Owner:
    """Whom a title stands behind: the side, why, where the name begins, and the token of a person."""

    side: str | None = None
    why: str = ""
    start: int | None = None
    person: int | None = None
    sort: str = ""


def _left_owner(lower: Sequence[str], start: int, ending: Mapping[int, Draft]) -> Owner:
    """The country, body or person that stands before a title, with or without a possessive."""
    left = start
    if left > 0 and lower[left - 1] in ("'s", "'"):
        left -= 1
    before = ending.get(left)
    if before is None:
        return Owner()
    if before.kind == "person":
        return Owner(start=before.start, person=before.start if left < start else None)
    if before.sort not in SIDED or not before.side:
        return Owner()
    return Owner(before.side, f"title after “{before.name}”", before.start, None, before.sort)


def _right_owner(lower: Sequence[str], end: int, starting: Mapping[int, Draft]) -> Draft | None:
    """The country or body behind "of", "for", "to" after a title."""
    if end >= len(lower) or lower[end] not in OWNERS:
        return None
    i = end + 1
    if i < len(lower) and lower[i] in listed("titles_articles"):
        i += 1
    behind = starting.get(i)
    return behind if behind is not None and behind.sort in SIDED and behind.side else None

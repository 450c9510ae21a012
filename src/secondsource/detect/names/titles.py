"""Titles: portfolio words, a head, "of" and more portfolio words, with the country or body that they belong to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondsource.detect.names.drafts import Draft
from secondsource.detect.names.gazetteer import phrase_at, phrase_table
from secondsource.words.grammar import listed
from secondsource.words.roles import PASSING, TENSES
from secondsource.words.titles import title_words

JOINTS = frozenset({"of", "for", "on", "and", "to", "the", "&"})
OWNERS = frozenset({"of", "for", "to", "in", "at", "from"})
SIDED = frozenset({"country", "people", "capital", "building", "body", "own", "kind"})


# "-designate" behind a head, by the number of its tokens.
_DESIGNATE = (
    (2, {("-", "designate"), ("-", "elect"), ("-", "nominate")}),
    (1, {("designate",), ("elect",), ("-designate",), ("-elect",)}),
)
# Heads that only stand before another one: "deputy foreign minister", "chief negotiator".
DEPUTING = frozenset({"deputy", "chief", "private", "general", "agent"})
_BEFORE_YEARS = frozenset({"from", "in", "between", "since", "until", "till", "("})
_BETWEEN_YEARS = frozenset({"to", "-", "–", "until", "till", "through", "and"})


@dataclass(frozen=True, slots=True)
class Title:
    """A title in the tokens: its own words, the stretch with its country, and the side that it tells of its bearer.

    `time` is the word that says when it is held ("then", "former"), `years` the years that stand behind it.
    """

    start: int
    end: int
    words_start: int
    words_end: int
    side: str | None
    why: str
    head: str
    owner: int | None = None
    time: str = ""
    years: str = ""


def find_titles(words: Sequence[str], around: tuple[Mapping[int, Draft], Mapping[int, Draft]]) -> list[Title]:
    """Every title of a text; `around` gives the names that end and that start at a token."""
    heads, ranks = phrase_table("heads"), phrase_table("ranks")
    found: list[Title] = []
    # "Then special counsel X came": the next thing that happened
    lower = ["" if w == "Then" and words[i + 1 : i + 2] != ["-"] else w.lower() for i, w in enumerate(words)]
    inside = {i for draft in around[1].values() if draft.sort not in ("kind",) for i in range(draft.start, draft.end)}
    i = 0
    while i < len(words):
        rank = phrase_at(ranks, words, i)
        if rank is not None:
            found.append(_ranked(words, i, rank, around[0]))
            i = rank[0]
            continue
        hit = phrase_at(heads, lower, i) if i not in inside else None
        if hit is None or (lower[i] in DEPUTING and _head_follows(heads, lower, hit[0])):
            i += 1
            continue
        found.append(_title(lower, (i, hit[0]), hit[1], around))
        i = hit[0]
    return found


def _head_follows(heads: dict[str, list[tuple[tuple[str, ...], str]]], lower: Sequence[str], i: int) -> bool:
    """Whether another head comes after at most two words of office: "deputy foreign minister"."""
    portfolio = title_words().portfolio
    for k in range(i, min(i + 3, len(lower))):
        if phrase_at(heads, lower, k) is not None:
            return True
        if lower[k] not in portfolio:
            return False
    return False


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
        elif start > 1 and (
            (before in ("and", "-", "&") and lower[start - 2] in parts.portfolio)
            or (before == "-" and lower[start - 2] in ("ex", "then"))
        ):
            start -= 2
        else:
            break
    end = _portfolio_end(lower, head[1])
    designate = next((n for n, words in _DESIGNATE if tuple(lower[end : end + n]) in words), 0)
    text = " ".join(lower[head[0] : head[1]])
    owner = _left_owner(lower, start, ending)
    side, why = owner.side, owner.why
    if text in listed("titles_unofficial") and owner.sort != "people":
        side, why = None, ""
    full_end = end + designate
    behind = _right_owner(lower, full_end, starting)
    if behind is not None:
        if side is None and _speaks_for(text, lower[full_end], behind):
            side, why = behind.side, f"title “{text}” {lower[full_end]} {behind.name}"
        full_end = behind.end
        # "ambassador of Peru to Japan"
        sent = _right_owner(lower, full_end, starting) if lower[full_end - 1 : full_end] else None
        full_end = sent.end if sent is not None and lower[full_end] == "to" else full_end
    if only and (side is None or why.startswith("title")):
        side, why = only, f"the title “{text}” is an office of {only}"
    full_start, time = _time_before(lower, owner.start if owner.start is not None else start)
    years, full_end = years_at(lower, full_end)
    if list(lower[full_end : full_end + 3]) == ["at", "the", "time"]:
        time, full_end = time or "then", full_end + 3
    time = " ".join(word for word in (time, lower[end + designate - 1] if designate else "") if word)
    return Title(full_start, full_end, start, end, side, why, text, owner.person, time, years)


def _time_before(lower: Sequence[str], start: int) -> tuple[int, str]:
    """Where a title begins with the words of time before its country, and those words: "then the Slovak", "former"."""
    i = start
    time: list[str] = []
    while i > 0:
        before = lower[i - 1]
        if before in TENSES or before in ("deputy", "vice", "assistant"):
            time.insert(0, before)
        elif not (
            before in PASSING
            or (before in listed("titles_articles") and lower[i - 2 : i - 1] in (["then"], ["now"], ["once"]))
            or (before == "-" and i > 1 and lower[i - 2] in ("then", "ex"))
        ):
            break
        i -= 1
    return (i, " ".join(time)) if time else (start, "")


def years_at(lower: Sequence[str], i: int) -> tuple[str, int]:
    """The years of an office behind its title, as "2014/2018", and where they end; "" for none."""
    if i >= len(lower) or lower[i] not in _BEFORE_YEARS:
        return "", i
    text = lower[i : i + 6]
    first = next((k for k, word in enumerate(text) if _is_year(word)), None)
    if first is None or first > 2 or not all(w in _BEFORE_YEARS for w in text[:first]):
        return "", i
    begins = text[first]
    last = (
        text[first + 2]
        if text[first + 1 : first + 2] and text[first + 1] in _BETWEEN_YEARS and len(text) > first + 2
        else ""
    )
    if last and not last.isdigit():
        return "", i
    if last:
        ends = begins[: 4 - len(last)] + last
        return f"{begins}/{ends}", i + first + 3
    if text[0] == "since":
        return f"{begins}/", i + first + 1
    return (f"/{begins}", i + first + 1) if text[0] in ("until", "till") else ("", i)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")


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
    if i < len(lower) and i not in starting and lower[i] in listed("titles_articles"):
        i += 1
    behind = starting.get(i)
    return behind if behind is not None and behind.sort in SIDED and behind.side else None

"""Letters that a text spells out: "Regional Steel Federation (RSF)" makes every later "RSF" that federation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from secondsource.detect.names.drafts import Draft, settle

# Words that give no letter of their own, or may.
SILENT = frozenset(
    {"of", "the", "and", "for", "on", "in", "to", "de", "la", "del", "el", "du", "des", "&", "-", "’s", "'s"}
)
LONGEST = 10


def spell_out(words: Sequence[str], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the letters of bodies, wherever they stand, under the name that the text gives to them."""
    ending = {draft.end: draft for draft in drafts}
    starting = {draft.start: draft for draft in drafts}
    meant: dict[str, Draft] = {}
    for i in range(1, len(words) - 2):
        if words[i] != "(":
            continue
        if words[i + 2] == ")" and is_letters(words[i + 1]):
            body = _before(words, i, ending)
            if body is not None:
                meant.setdefault(words[i + 1], body)
        elif is_letters(words[i - 1]):
            body = _inside(words, i, starting)
            if body is not None:
                meant.setdefault(words[i - 1], body)
    if not meant:
        return list(drafts)
    return settle([*drafts, *(body for body in meant.values()), *_letters(words, meant)])


def is_letters(word: str) -> bool:
    """Whether a word can be the letters of a name: capitals for the most part, "PLA", "HuT"."""
    capitals = sum(c.isupper() for c in word)
    return 2 <= len(word) <= 8 and capitals >= 2 and capitals * 2 > len(word) and word.replace("-", "").isalnum()


def _before(words: Sequence[str], i: int, ending: Mapping[int, Draft]) -> Draft | None:
    """The body whose name ends before the bracket at `i`: one that was found, or capitals with these initials."""
    found = ending.get(i)
    letters = words[i + 1]
    start = _start_by_initials(words, i, letters)
    if found is not None and found.kind == "body" and (start is None or found.start <= start):
        return replace(found, rank=max(found.rank, 64))
    if start is None:
        return None
    # the recogniser may have seen a piece of it
    side = found.side if found is not None else None
    name = " ".join(words[start:i])
    return Draft(start, i, "body", name, side, None, None, f"spelled out before its letters {letters}", "spelled", 64)


def _inside(words: Sequence[str], i: int, starting: Mapping[int, Draft]) -> Draft | None:
    """The name in the bracket at `i` behind its letters: "RSF (Regional Steel Federation)"."""
    end = next((k for k in range(i + 2, min(i + LONGEST, len(words))) if words[k] == ")"), None)
    if end is None or _start_by_initials(words, end, words[i - 1]) != i + 1:
        return None
    found = starting.get(i + 1)
    if found is not None and found.kind == "body" and found.end == end:
        return found
    name = " ".join(words[i + 1 : end])
    return Draft(
        i + 1, end, "body", name, None, None, None, f"spelled out behind its letters {words[i - 1]}", "spelled", 64
    )


def _start_by_initials(words: Sequence[str], end: int, letters: str) -> int | None:
    """Where the capitalised words begin that end at `end` and whose initials are the letters; None where none do."""
    wanted = [c for c in letters.upper() if c.isalpha()]
    i = end
    while wanted and i > 0 and end - i < LONGEST:
        i -= 1
        word = words[i]
        if word[0].isupper() and word[0].upper() == wanted[-1]:
            wanted.pop()
        elif word.lower() not in SILENT:
            return None
        elif len(wanted) > 1 and word[0].upper() == wanted[-1] and words[i - 1][0].upper() == wanted[-2]:
            wanted.pop()  # "Department of Defense (DoD)"
    return i if not wanted and words[i][0].isupper() else None


def _letters(words: Sequence[str], meant: Mapping[str, Draft]) -> list[Draft]:
    found = []
    for i, word in enumerate(words):
        body = meant.get(word)
        if body is not None:
            why = f"the letters of {body.name}, as the text spells them out"
            found.append(Draft(i, i + 1, body.kind, body.name, body.side, None, None, why, body.sort or "spelled", 90))
    return found

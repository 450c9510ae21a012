"""Who is who among a document's people: full names for short ones, one side and role on all mentions of a person."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from secondsource.detect.drafts import Bearer, Draft
from secondsource.detect.shortnames import Roll
from secondsource.words.grammar import listed
from secondsource.words.leaders import side_of_leader

if TYPE_CHECKING:
    from spacy.tokens import Doc


def name_of(parsed: Doc, start: int, end: int) -> str:
    """A name as the text writes it, one space between words."""
    return " ".join(parsed[start:end].text.replace("\u00ad", "").split())


def tell_apart(parsed: Doc, words: Sequence[str], bearers: Sequence[Bearer], others: Sequence[Draft]) -> list[Draft]:
    """The mentions under the full name of their person, his side and role on all of them."""
    roll = Roll()
    for bearer in bearers:
        roll.enter(bearer.start, name_of(parsed, bearer.start, bearer.end), bearer.role)
    sides = _sides(parsed, words, bearers, others, roll)
    drafts = []
    for bearer in bearers:
        said = name_of(parsed, bearer.start, bearer.end)
        name, why = roll.resolve(said, bearer.start)
        side, role, because = sides.get(name, (None, None, ""))
        rank = 66 if bearer.titled else 40 + (bearer.end - bearer.start > 1)
        reason = "; ".join(dict.fromkeys(r for r in (why, because or bearer.why) if r))
        drafts.append(
            Draft(bearer.start, bearer.end, "person", name, side, bearer.role or role, None, reason, "", rank)
        )
    drafts += _taken_up(parsed, words, bearers, others, (roll, sides))
    return drafts + _other_script(words, drafts) + _administrations(words, drafts)


def _sides(
    parsed: Doc, words: Sequence[str], bearers: Sequence[Bearer], others: Sequence[Draft], roll: Roll
) -> dict[str, tuple[str | None, str | None, str]]:
    """Side, role and reason of every person by full name: what titles give, then the rest, the first of each."""
    known: dict[str, tuple[str | None, str | None, str]] = {}
    bodies = {draft.start: draft for draft in others if draft.kind == "body" and draft.side}
    names = {
        bearer.start: roll.resolve(name_of(parsed, bearer.start, bearer.end), bearer.start)[0] for bearer in bearers
    }

    def learn(bearer: Bearer, side: str | None, why: str) -> None:
        name = names[bearer.start]
        before = known.get(name, (None, None, ""))
        known[name] = (before[0] or side, before[1] or bearer.role, before[2] if before[0] else why if side else "")

    for bearer in bearers:
        learn(bearer, None if bearer.weak else bearer.side, bearer.why)
    for bearer in bearers:
        if bearer.end + 1 < len(words) and words[bearer.end] == "'s" and bearer.end + 1 in bodies:
            owned = bodies[bearer.end + 1]
            learn(bearer, owned.side, f"possessor of {owned.name}")
        if bearer.owner in names and known[names[bearer.owner]][0]:
            master = names[bearer.owner]
            learn(bearer, known[master][0], f"serves {master}")
    leaders = side_of_leader()
    for bearer in bearers:
        if names[bearer.start] in leaders:
            learn(bearer, leaders[names[bearer.start]], "known leader; the text does not say whose")
        elif bearer.weak:
            learn(bearer, bearer.side, bearer.why)
    return known


def _taken_up(
    parsed: Doc,
    words: Sequence[str],
    bearers: Sequence[Bearer],
    others: Sequence[Draft],
    known: tuple[Roll, dict[str, tuple[str | None, str | None, str]]],
) -> list[Draft]:
    """The short names that the recogniser missed or took for something else."""
    roll, sides = known
    taken = {i for bearer in bearers for i in range(bearer.start, bearer.end)}
    taken |= {
        i
        for draft in others
        if draft.end - draft.start > 1 or draft.sort == "country"
        for i in range(draft.start, draft.end)
    }
    found = []
    i = 0
    while i < len(words):
        length = roll.length_at(words, i) if i not in taken and not _is_dated(parsed, words, i) else 0
        if not length or any(k in taken for k in range(i, i + length)) or _part_of_longer(parsed, words, i, i + length):
            i += 1
            continue
        name, why = roll.resolve(name_of(parsed, i, i + length), i)
        side, role, because = sides.get(name, (None, None, ""))
        reason = "; ".join(r for r in (why or "short form", because) if r)
        found.append(Draft(i, i + length, "person", name, side, role, None, reason, "", 58))
        i += length
    return found


def _is_dated(parsed: Doc, words: Sequence[str], i: int) -> bool:
    """Whether the word cannot be a name: it belongs to a date, or is none ("May 3")."""
    return not words[i][0].isalpha() or parsed[i].ent_type_ in ("DATE", "TIME")


def _part_of_longer(parsed: Doc, words: Sequence[str], start: int, end: int) -> bool:
    """Whether the word is one of several in the name of a street, a ship, an institute."""
    if (
        end < len(words)
        and words[end] in listed("people_not_names")
        and words[end][0].isupper()
        and not parsed[end].is_sent_start
    ):
        return parsed[end].ent_type_ != "DATE" and parsed[end].pos_ == "PROPN"
    token = parsed[start]
    wider = token.ent_type_ in ("FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT")
    return wider and (token.ent_iob_ == "I" or (end < len(parsed) and parsed[end].ent_iob_ == "I"))


def _other_script(words: Sequence[str], drafts: Sequence[Draft]) -> list[Draft]:
    """A name in another script in brackets is the name of the person before it."""
    found = []
    for draft in drafts:
        i = draft.end
        if i + 2 < len(words) and words[i] == "(" and _is_script(words[i + 1]):
            end = i + 1
            while end < len(words) and _is_script(words[end]):
                end += 1
            found.append(replace(draft, start=i + 1, end=end, why="the same name in its own script", rank=80))
    return found


def _administrations(words: Sequence[str], people: Sequence[Draft]) -> list[Draft]:
    """The government that bears a person's name: "the Biden administration"."""
    found = []
    leaders = side_of_leader()
    ending = {person.end: person for person in people}
    for i, word in enumerate(words):
        if i == 0 or word.lower() not in listed("people_administrations"):
            continue
        last, person = words[i - 1], ending.get(i)
        if person is None and last not in leaders:
            continue
        side = person.side if person is not None else leaders[last]
        why = f"government of {person.name}; {person.why}" if person is not None else "government of a known leader"
        start = person.start if person is not None else i - 1
        found.append(Draft(start, i + 1, "body", f"{last} {word.lower()}", side, None, None, why, "kind", 75))
    return found


def _is_script(word: str) -> bool:
    return any(unicodedata.category(c) == "Lo" or "Ѐ" <= c <= "ӿ" for c in word)

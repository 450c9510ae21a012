"""Who is who among a document's people: full names for short ones, one side and role on all mentions of a person."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from secondsource.detect.names.drafts import Bearer, Draft
from secondsource.detect.names.shortnames import Facts, Roll
from secondsource.words.grammar import listed
from secondsource.words.leaders import leader_of, side_of_leader

if TYPE_CHECKING:
    from spacy.tokens import Doc


_SEX = {
    "mr.": "m", "mr": "m", "mrs.": "f", "mrs": "f", "ms.": "f", "ms": "f", "miss": "f", "sir": "m", "dame": "f",
    "king": "m", "queen": "f", "prince": "m", "princess": "f", "spokesman": "m", "spokeswoman": "f", "congressman": "m",
    "congresswoman": "f", "chairman": "m", "chairwoman": "f", "lady": "f", "lord": "m",
}  # fmt: skip
_KIN = frozenset({
    "wife", "husband", "son", "daughter", "brother", "sister", "father", "mother", "widow", "nephew", "niece", "cousin",
    "uncle", "aunt", "grandson", "granddaughter", "son-in-law", "stepson", "namesake",
})  # fmt: skip


def name_of(parsed: Doc, start: int, end: int) -> str:
    """A name as the text writes it, one space between words."""
    return " ".join(parsed[start:end].text.replace("\u00ad", "").split())


def tell_apart(parsed: Doc, words: Sequence[str], bearers: Sequence[Bearer], others: Sequence[Draft]) -> list[Draft]:
    """The mentions under the full name of their person, his side and role on all of them."""
    roll = Roll(_sentences(parsed))
    said = {bearer.start: name_of(parsed, bearer.start, bearer.end) for bearer in bearers}
    facts = {bearer.start: _facts(words, bearer) for bearer in bearers}
    for bearer in sorted(bearers, key=lambda b: -len(said[b.start].split())):
        if " " in said[bearer.start]:
            roll.enter(bearer.start, said[bearer.start], facts[bearer.start])
        else:
            roll.call(said[bearer.start])
    whose: dict[int, tuple[str, str]] = {}
    taken = _not_taken_up(bearers, others)
    short = _short_mentions(parsed, words, roll, taken)
    for start, end in sorted([*((b.start, b.end) for b in bearers), *short]):
        name = said.get(start) or name_of(parsed, start, end)
        whose[start] = (
            roll.full(name) if start in said and " " in name else roll.resolve(name, start, facts.get(start, Facts()))
        )
    sides = _sides(words, bearers, others, whose)
    drafts = []
    for bearer in bearers:
        name, why = whose[bearer.start]
        side, role, because = sides.get(name, (None, None, ""))
        rank = 66 if bearer.titled else 40 + (bearer.end - bearer.start > 1)
        reason = "; ".join(dict.fromkeys(r for r in (why, because or bearer.why) if r))
        drafts.append(
            Draft(bearer.start, bearer.end, "person", name, side, bearer.role or role, None, reason, "", rank)
        )
    for start, end in short:
        name, why = whose[start]
        side, role, because = sides.get(name, (None, None, ""))
        reason = "; ".join(r for r in (why or "the same name", because) if r)
        drafts.append(Draft(start, end, "person", name, side, role, None, reason, "", 58))
    return drafts + _other_script(words, drafts) + _administrations(words, drafts)


def _sentences(parsed: Doc) -> Callable[[int], int]:
    """The number of a token's sentence, counted when first asked for."""
    starts: list[int] = []

    def sentence_of(i: int) -> int:
        if not starts:
            starts.extend(token.i for token in parsed if token.is_sent_start)
        return bisect_right(starts, i)

    return sentence_of


def _facts(words: Sequence[str], bearer: Bearer) -> Facts:
    """What stands beside a name: its office and side, and the sex and kinship that the words before it show."""
    before = [word.lower() for word in words[max(bearer.start - 4, 0) : bearer.start]]
    role = (bearer.role or "").lower().split()
    address = before[-1] if before else ""
    sex = next((sex for word in (address, *role) if (sex := _SEX.get(word))), None)
    kin = any(word in _KIN for word in before[-2:]) or before[-2:] == ["first", "lady"]
    return Facts(bearer.role, None if bearer.weak else bearer.side, sex, kin)


def _sides(
    words: Sequence[str], bearers: Sequence[Bearer], others: Sequence[Draft], whose: Mapping[int, tuple[str, str]]
) -> dict[str, tuple[str | None, str | None, str]]:
    """Side, role and reason of every person by full name: what titles give, then the rest, the first of each."""
    known: dict[str, tuple[str | None, str | None, str]] = {}
    bodies = {draft.start: draft for draft in others if draft.kind == "body" and draft.side}
    names = {bearer.start: whose[bearer.start][0] for bearer in bearers}

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
        if leader_of(names[bearer.start]):
            learn(bearer, leaders[leader_of(names[bearer.start]) or ""], "known leader; the text does not say whose")
        elif bearer.weak:
            learn(bearer, bearer.side, bearer.why)
    return known


def _not_taken_up(bearers: Sequence[Bearer], others: Sequence[Draft]) -> set[int]:
    """The tokens that belong to other names already."""
    taken = {i for bearer in bearers for i in range(bearer.start, bearer.end)}
    longer = (d for d in others if d.end - d.start > 1 or d.sort == "country")
    return taken | {i for draft in longer for i in range(draft.start, draft.end)}


def _short_mentions(parsed: Doc, words: Sequence[str], roll: Roll, taken: set[int]) -> list[tuple[int, int]]:
    """The short names that the recogniser missed or took for something else."""
    found = []
    openings = roll.openings()
    free = 0
    for i, word in enumerate(words):
        shouted = word.isupper() and len(word) > 3
        if i < free or not (word in openings or (shouted and word.title() in openings)) or i in taken:
            continue
        length = next((n for n in (4, 3, 2, 1) if _known(roll, words, i, n)), 0)
        if not length or _is_dated(parsed, words, i) or not taken.isdisjoint(range(i, i + length)):
            continue
        if not _part_of_longer(parsed, words, i, i + length):
            found.append((i, i + length))
            free = i + length
    return found


def _known(roll: Roll, words: Sequence[str], i: int, length: int) -> bool:
    """Whether the words from `i` on are a short name of somebody; in a headline in capitals too."""
    if i + length > len(words) or not any(word[0].isupper() for word in words[i : i + length]):
        return False
    said = " ".join(words[i : i + length])
    return roll.knows(said) or (length == 1 and said.isupper() and len(said) > 3 and roll.knows(said.title()))


def _is_dated(parsed: Doc, words: Sequence[str], i: int) -> bool:
    """Whether the word cannot be a name: it belongs to a date, or is none ("May 3")."""
    if parsed[i].ent_type_ not in ("DATE", "TIME"):
        return not words[i][0].isalpha()
    # "May had been in office"
    subject = parsed[i].dep_ == "nsubj" or (parsed[i].dep_ == "aux" and parsed[i].is_sent_start)
    return not (subject and i + 1 < len(words) and parsed[i + 1].pos_ in ("AUX", "VERB"))


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
    """A name in another script in brackets is the name of the person before it, wherever it comes again."""
    found = []
    scripts: dict[str, Draft] = {}
    for draft in drafts:
        i = draft.end
        if i + 2 < len(words) and words[i] == "(" and _is_script(words[i + 1]):
            end = i + 1
            while end < len(words) and _is_script(words[end]):
                end += 1
            scripts[words[i + 1]] = draft
            found.append(replace(draft, start=i + 1, end=end, why="the same name in its own script", rank=80))
    if scripts:
        taken = {draft.start for draft in found}
        for i, word in enumerate(words):
            if word in scripts and i not in taken:
                why = f"the name in its own script that the text gives to {scripts[word].name}"
                found.append(replace(scripts[word], start=i, end=i + 1, why=why, rank=80))
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

"""What stands beside a name and tells whose side its bearer is on: "of Jordan", "Iran's", "Kenyan doctor", "R-Ohio"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from secondsource.detect.names.drafts import Bearer, Draft
from secondsource.detect.names.hosts import find_host, is_hosts
from secondsource.words.grammar import listed
from secondsource.words.titles import title_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Nouns between a people's adjective and a name that make nobody one of that people: "Israeli hostage deal broker".
LONGEST_CALLING = 3
PARTIES = frozenset({"R", "D", "I"})


def tell_sides(parsed: Doc, words: Sequence[str], others: Sequence[Draft], bearers: dict[int, Bearer]) -> None:
    """Give a side to the bearers of names that have none from a title."""
    starting = {draft.start: draft for draft in others}
    ending = {draft.end: draft for draft in others}
    _led_by_sharers(words, ending, bearers)
    _of_country(parsed, words, starting, bearers)
    _companies(words, [word.lower() for word in words], others, bearers)
    for bearer in [b for b in bearers.values() if b.side is None and b.owner is None and b.titled]:
        _servant(parsed, words, bearer, bearers)
    host = find_host(words)
    for bearer in [b for b in bearers.values() if b.side is None]:
        if host is not None and is_hosts(words, bearer, host):
            why = f"an office of state, and an agency writes from the capital of {host.side}"
            bearers[bearer.start] = replace(bearer, side=host.side, why=why, weak=True)
            continue
        side, why = (
            _american(words, bearer)
            or _possessed(words, ending, bearer)
            or _called(parsed, words, ending, bearer)
            or ("", "")
        )
        if side:
            bearers[bearer.start] = replace(bearers[bearer.start], side=side, why=why, weak=False)


# How many words of address may stand before a name: "headed by the Hon. Mr".
_ADDRESS = 4
_HEADS = frozenset({"head", "leader", "chief"})
_LEADING = frozenset({"led", "headed", "chaired", "commanded"})


def _led_by_sharers(words: Sequence[str], ending: Mapping[int, Draft], bearers: dict[int, Bearer]) -> None:
    """ "A Chadian delegation, headed by X, Secretary of State": an office that one country is known for is not his.

    The title alone had made X that country's; whose delegation he heads says more.
    """
    for bearer in [b for b in bearers.values() if b.side and b.why.startswith("the title “")]:
        end = _end_of_led(words, bearer.start)
        people = ending.get(end - 1) if end and words[end - 1].lower() in listed("people_agents") else None
        if people is not None and people.sort in ("people", "country", "own") and people.side:
            why = f"leads the {words[people.end - 1]} {words[end - 1]}"
            bearers[bearer.start] = replace(bearer, side=people.side, why=why)


def _end_of_led(words: Sequence[str], start: int) -> int:
    """The token after those whom a bearer leads: "... delegation, headed by Mr", "head of the ... delegation,"."""
    i = start - 1
    while i > 1 and start - i <= _ADDRESS and words[i].lower() != "by" and words[i] != ",":
        i -= 1
    if i > 1 and words[i].lower() == "by" and words[i - 1].lower() in _LEADING:
        return i - 2 if words[i - 2] == "," else i - 1
    heads = {w.lower() for w in words[max(0, i - 6) : i]}
    return i if i > 1 and words[i] == "," and heads & _HEADS and "of" in heads else 0


def _american(words: Sequence[str], bearer: Bearer) -> tuple[str, str] | None:
    """ "Sen. Mark Tiller, R-Ohio": an American party and state."""
    i = bearer.end
    if i + 3 < len(words) and words[i] in (",", "(") and words[i + 1] in PARTIES and words[i + 2] in ("-", "–"):
        return "United States", f"party and state, {words[i + 1]}-{words[i + 3]}"
    if (
        i + 1 < len(words)
        and words[i] in (",", "(")
        and words[i + 1][:2] in ("R-", "D-", "I-")
        and words[i + 1][2:3].isupper()
    ):
        return "United States", f"party and state, {words[i + 1]}"
    return None


def _possessed(words: Sequence[str], ending: Mapping[int, Draft], bearer: Bearer) -> tuple[str, str] | None:
    """ "Hamas's Khalil Nasser", "China's Wang Ruide"."""
    i = bearer.start
    if i < 2 or words[i - 1] not in ("'s", "'"):
        return None
    owner = ending.get(i - 1)
    if owner is None or not owner.side or owner.sort not in ("country", "own", "capital"):
        return None
    return owner.side, f"“{owner.name}’s” before the name"


def _called(parsed: Doc, words: Sequence[str], ending: Mapping[int, Draft], bearer: Bearer) -> tuple[str, str] | None:
    """ "Kenyan doctor James Rice": a people and common nouns right before the name."""
    i = bearer.start
    if bearer.end - bearer.start < 2:
        return None
    while i > 0 and bearer.start - i < LONGEST_CALLING and parsed[i - 1].pos_ == "NOUN" and words[i - 1].islower():
        i -= 1
    people = ending.get(i)
    if i == bearer.start or people is None or people.sort != "people" or not people.side:
        return None
    if parsed[bearer.start - 1].tag_ != "NN" or parsed[bearer.start - 1].dep_ not in (
        "compound",
        "nmod",
        "appos",
        "nsubj",
    ):
        return None
    return people.side, f"“{words[people.end - 1]} {' '.join(words[i : bearer.start])}” before the name"


def _servant(parsed: Doc, words: Sequence[str], bearer: Bearer, bearers: dict[int, Bearer]) -> None:
    """ "Her spokesman, Nils Ek": he serves the one person of whom the text has just spoken."""
    i = bearer.start - 1
    parts = title_words()
    while (
        i > 0 and bearer.start - i < 8 and (words[i] == "," or words[i] in parts.heads or words[i] in parts.portfolio)
    ):
        i -= 1
    said = " ".join(words[i + 1 : bearer.start])
    if words[i].lower() not in ("his", "her", "their") or not said or listed("beside_not_serving") & set(said.split()):
        return
    first = parsed[i].sent.start
    first = parsed[first - 1].sent.start if first else 0
    masters = [b for b in bearers.values() if first <= b.start < i]
    sides = {b.side for b in masters}
    if len(sides) == 1:
        bearers[bearer.start] = replace(bearer, owner=masters[-1].start)


def _of_country(parsed: Doc, words: Sequence[str], starting: Mapping[int, Draft], bearers: dict[int, Bearer]) -> None:
    """Give a side to "King X of Jordan" and "X of the International Atomic Energy Agency"."""
    for bearer in [b for b in bearers.values() if b.side is None and b.end + 1 < len(words) and words[b.end] == "of"]:
        i = bearer.end + 1 + (words[bearer.end + 1] == "the")
        behind = starting.get(i)
        told = parsed[bearer.end].head.i not in range(bearer.start, bearer.end)  # "remind Putin of America's might"
        if told and not bearer.titled:
            continue
        if behind is not None and behind.side and behind.sort in ("country", "body", "own", "kind"):
            bearers[bearer.start] = replace(bearer, side=behind.side, why=f"“of {behind.name}” after the name")


def _companies(words: Sequence[str], lower: Sequence[str], others: Sequence[Draft], bearers: dict[int, Bearer]) -> None:
    """Give a side to those whom a sentence counts among a country's people: "Chinese diplomats, led by X and Y"."""
    agents = listed("people_agents")
    peoples = {draft.start for draft in others if draft.sort == "people"}
    for draft in others:
        if (
            draft.sort not in ("people", "country")
            or draft.end >= len(words)
            or lower[draft.end] not in listed("people_agents")
        ):
            continue
        led = False
        for i in range(draft.end + 1, min(draft.end + 60, len(words))):
            if words[i] in (".", "!", "?") or (i > draft.end + 1 and lower[i] in agents and lower[i] != "official"):
                break
            led = led or lower[i] in listed("people_leading") or " ".join(lower[i : i + 2]) in listed("people_leading")
            bearer = bearers.get(i)
            if led and bearer is not None and bearer.side is None:
                bearers[i] = replace(
                    bearer, side=draft.side, why=f"counted among {words[draft.start]} {lower[draft.end]}", weak=True
                )
            elif (led and bearer is None and i in peoples) or (not led and i > draft.end + 9):
                break

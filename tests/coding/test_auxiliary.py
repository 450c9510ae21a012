"""Auxiliary modes over sentences that others wrote before the coder was tuned, and over a table of our own."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from secondsource.coding.auxiliary import auxiliary_modes, trigger_at
from secondsource.detect import detect
from secondsource.extract.events.slots import time_of
from secondsource.extract.events.triggers import Trigger, find_triggers
from secondsource.extract.reading import Reading, lay_open
from secondsource.extract.sayings.attributions import find_attributions
from secondsource.model import Document, When

CASES = tomllib.loads((Path(__file__).parent / "modes.toml").read_text(encoding="utf-8"))["case"]
MODES = ("historical", "future", "hypothetical", "negation")
FLOOR = 0.95
PUBLISHED = date(2026, 1, 1)
HISTORICAL, FUTURE, HYPOTHETICAL, NEGATION = ((mode,) for mode in MODES)

# Written for this project; the other readings of the same words stand beside them.
OWN: list[tuple[str, str, tuple[str, ...]]] = [
    # to come
    ("The two foreign ministers are scheduled to meet on Tuesday in Vienna.", "meet", FUTURE),
    ("Poland agreed to send two battalions to the border.", "send", FUTURE),
    ("Pilots are to go on strike next Monday.", "strike", FUTURE),
    ("Lawmakers vote on the bill on Thursday.", "vote", FUTURE),
    ("Joint naval exercises involving 12 countries get under way in the Arabian Sea next week.", "exercises", FUTURE),
    ("The military government has announced elections for December.", "elections", FUTURE),
    ("The crossing is scheduled to reopen once the two sides have cleared the mines.", "cleared", FUTURE),
    ("The EU condemned the planned referendum.", "referendum", FUTURE),
    ("The EU condemned the planned referendum.", "condemned", ()),
    ("The general vowed to avenge the killing.", "avenge", FUTURE),
    ("The general vowed to avenge the killing.", "killing", ()),
    ("Israel has agreed to lift the ban on imports.", "lift", FUTURE),
    ("Israel has agreed to lift the ban on imports.", "ban", ()),
    # only thought of
    ("The dispute could lead to war between the two neighbours.", "war", HYPOTHETICAL),
    ("Iran warned it would retaliate if its tankers were seized.", "retaliate", HYPOTHETICAL),
    ("Iran warned it would retaliate if its tankers were seized.", "seized", HYPOTHETICAL),
    ("Even if Russia were to invade, the alliance would not send troops.", "invade", HYPOTHETICAL),
    ("He said he was open to talks with the rebels.", "talks", HYPOTHETICAL),
    ("Soldiers were deployed to prevent riots.", "riots", HYPOTHETICAL),
    ("Soldiers were deployed to prevent riots.", "deployed", ()),
    ("Paris has not ruled out sending instructors.", "sending", HYPOTHETICAL),
    ("The troops will not leave until the rebels disarm.", "disarm", HYPOTHETICAL),
    ("A military intervention remains an option.", "intervention", HYPOTHETICAL),
    ("France called for an immediate ceasefire.", "ceasefire", HYPOTHETICAL),
    ("France called for an immediate ceasefire.", "called", ()),
    ("He proposed talks between the two Koreas.", "talks", HYPOTHETICAL),
    ("Commanders are worried about a mutiny.", "mutiny", HYPOTHETICAL),
    ("Commanders are worried about the mutiny in the north.", "mutiny", ()),
    ("Several ministers meet the envoys.", "meet", ()),
    # not done
    ("Hungary refused to sign the declaration.", "sign", NEGATION),
    ("Hungary refused to sign the declaration.", "refused", ()),
    ("Berlin ruled out sending tanks to the front.", "sending", NEGATION),
    ("The president has no plans to meet the opposition leader.", "meet", NEGATION),
    ("Rwanda denied any involvement in the attack.", "involvement", NEGATION),
    ("Rwanda denied any involvement in the attack.", "attack", ()),
    ("China refrained from using its veto.", "using", NEGATION),
    ("Journalists were not allowed to enter the camp.", "enter", NEGATION),
    ("Sweden opted not to join the operation.", "join", NEGATION),
    ("Ministers were unable to reach agreement on the budget.", "agreement", NEGATION),
    ("Security forces foiled an attack on the parliament.", "attack", NEGATION),
    ("The refugees could not return to the valley.", "return", NEGATION),
    ("Guards will not end the strike.", "strike", ()),
    ("Cyprus refused a request from Ankara.", "request", ()),
    ("The army lost no time and attacked the town on Sunday.", "lost", ()),
    ("The raid, which the army says it did not order, killed four people.", "killed", ()),
    ("Chad expelled the ambassador without giving a reason.", "expelled", ()),
    ("The ministry would not confirm the report.", "confirm", NEGATION),
    ("Norway would not send ships if the port stayed closed.", "send", HYPOTHETICAL),
    ("The pilots' strike was averted at the last minute.", "strike", NEGATION),
    ("The parties agreed not to use mines.", "use", NEGATION),
    # background
    ("The treaty was signed decades ago.", "signed", HISTORICAL),
    ("During the Cold War the two countries were allied against Moscow.", "allied", HISTORICAL),
    ("His predecessor negotiated the original deal.", "negotiated", HISTORICAL),
    ("Victims of the 1988 bombing of the airliner gathered in Lockerbie.", "bombing", HISTORICAL),
    ("Victims of the 1988 bombing of the airliner gathered in Lockerbie.", "gathered", ()),
    ("The embassy, closed in 2012, opened again on Monday.", "closed", HISTORICAL),
    ("The embassy, closed in 2012, opened again on Monday.", "opened", ()),
    ("The last time Bulgaria expelled diplomats was in 2019.", "expelled", HISTORICAL),
    ("The treaty was not ratified in 1998.", "ratified", ("historical", "negation")),
    ("Thousands were jailed after the uprising of 1991.", "uprising", HISTORICAL),
    ("They met twice in the past month.", "met", ()),
    ("The two leaders met last year in Astana.", "met", ()),
    ("A court sentenced him on Monday to ten years for a murder in 1994.", "sentenced", ()),
    ("He is facing charges over violence in 2016.", "facing", ()),
]


@cache
def _read(text: str, published: date | None) -> Reading:
    when = When(published, published, published.isoformat()) if published is not None else None
    mentions = detect(Document("d", "d.txt", text, published=when))
    return lay_open(mentions, find_attributions(mentions))


def _at(text: str, word: str, published: date | None) -> tuple[Trigger, Reading]:
    reading = _read(text, published)
    found = re.search(rf"\b{re.escape(word)}\b", text)
    assert found is not None, f"{word!r} is not in {text!r}"
    return trigger_at(next(t for t in reading.parsed if t.idx == found.start()), reading), reading


def _modes(text: str, word: str, published: date | None) -> tuple[str, ...]:
    trigger, reading = _at(text, word, published)
    sentence = reading.sentence(trigger.token.idx)
    assert sentence is not None
    return auxiliary_modes(trigger, reading, time_of(trigger, reading, sentence))


@pytest.mark.parametrize("mode", MODES)
def test_each_mode_is_found_and_not_made_up(mode: str) -> None:
    counts: Counter[tuple[bool, bool]] = Counter()
    missed = []
    published = PUBLISHED if mode == "historical" else None
    for case in CASES:
        if case["mode"] != mode:
            continue
        said = mode in _modes(case["text"], case["word"], published)
        counts[case["has_mode"], said] += 1
        if said != case["has_mode"]:
            missed.append(f"{'missed' if case['has_mode'] else 'made up'}: {case['word']}: {case['text']}")
    right = counts[True, True]
    precision = right / (right + counts[False, True])
    recall = right / (right + counts[True, False])
    assert min(precision, recall) >= FLOOR, f"precision {precision:.3f}, recall {recall:.3f}\n" + "\n".join(missed)


@pytest.mark.parametrize(("text", "word", "modes"), OWN)
def test_modes_of_a_word(text: str, word: str, modes: tuple[str, ...]) -> None:
    assert _modes(text, word, PUBLISHED) == modes


@pytest.mark.parametrize(
    ("text", "word", "modes"),
    [
        ("Malta ratified the convention in 1996.", "ratified", HISTORICAL),
        ("Ethiopia withdrew its battalion in 2003.", "withdrew", HISTORICAL),
        ("The two met on 3 March 2021 in Doha.", "met", ()),
        ("The truce of 2019 broke down on 3 March 2021, when rebels shelled the town.", "truce", HISTORICAL),
    ],
)
def test_old_years_count_in_a_report_without_a_date(text: str, word: str, modes: tuple[str, ...]) -> None:
    assert _modes(text, word, None) == modes


TEXTS = [text for text, _, _ in OWN]


@pytest.mark.parametrize("text", TEXTS[::6])
def test_the_trigger_of_the_word_list_is_kept(text: str) -> None:
    reading = _read(text, PUBLISHED)
    known = {t.token.i: t for t in find_triggers(reading)}
    for token in reading.parsed:
        if token.pos_ in ("VERB", "NOUN"):
            found = trigger_at(token, reading)
            assert found.token == token
            assert token.i not in known or found == known[token.i]
            assert token.i in known or found.word.type == ""


def test_any_word_of_any_sentence_has_modes_of_the_four() -> None:
    for text in TEXTS[::5]:
        reading = _read(text, None)
        for token in reading.parsed:
            modes = auxiliary_modes(trigger_at(token, reading), reading, None)
            assert list(modes) == [m for m in MODES if m in modes]

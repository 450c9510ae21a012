"""Words that say whether a happening happened, read from events_mood.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class MoodWords:
    """Lists of lower-case words; those of verbs and nouns hold lemmas. The file says what each list is."""

    maybe: frozenset[str]
    will: frozenset[str]
    negative: frozenset[str]
    not_negating: frozenset[str]
    nobody: frozenset[str]
    counting: frozenset[str]
    conditions: frozenset[str]
    guessing: frozenset[str]
    alleged: frozenset[str]
    alleged_adverbs: frozenset[str]
    possible: frozenset[str]
    planning: frozenset[str]
    wishing: frozenset[str]
    succeeding: frozenset[str]
    failing: frozenset[str]
    averting: frozenset[str]
    proposing: frozenset[str]
    disposed: frozenset[str]
    fearing: frozenset[str]
    leading: frozenset[str]
    ending: frozenset[str]
    ongoing: frozenset[str]
    asking: frozenset[str]
    commenting: frozenset[str]
    never_nouns: frozenset[str]
    idle_objects: frozenset[str]
    granting: frozenset[str]
    hearsay: frozenset[str]
    complaining: frozenset[str]
    charging: frozenset[str]
    doubting: frozenset[str]
    happening: frozenset[str]
    unlikely: frozenset[str]
    due: frozenset[str]
    wish_nouns: frozenset[str]
    plan_nouns: frozenset[str]
    rumour_nouns: frozenset[str]
    talk_nouns: frozenset[str]
    untrue: frozenset[str]
    denying: frozenset[str]


@cache
def mood_words() -> MoodWords:
    """The lists of events_mood.toml."""
    data = tomllib.loads((files("secondsource.words") / "events_mood.toml").read_text(encoding="utf-8"))
    return MoodWords(**{f.name: frozenset(data[f.name]) for f in fields(MoodWords)})

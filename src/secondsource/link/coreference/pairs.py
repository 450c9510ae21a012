"""Pairs of mentions that may tell of one event, and what each pair shares: one small function a feature.

Every feature is a column of numbers over all pairs and a sentence that says what one number means.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from secondsource.link.coreference.bags import Bags, Places, Values, alike, weigh
from secondsource.link.coreference.tellings import Telling
from secondsource.words.stems import stem
from secondsource.words.synonyms import plain_words

# Reports less alike than this tell of different matters (99 of 100 pairs of one event in ECB+ train are above it).
LEAST_ALIKE = 0.08
# Reports to which one is compared, and the reports that may share a word for it to lead from one to another.
MOST_REPORTS, MOST_COMMON = 60, 250
_FARTHEST = 10
_REPORTING = frozenset(stem(w) for w in ("say", "tell", "report", "announce", "according", "add", "claim", "state"))


@dataclass(frozen=True, slots=True)
class Pile:
    """The mentions and reports of a pile, weighed."""

    tellings: Sequence[Telling]
    report: Places
    around: Bags
    near: Bags
    named: Bags
    rarity: Values


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of mentions, first below second, and how alike their reports are."""

    pile: Pile
    left: Places
    right: Places
    reports: Values


def lay_out(tellings: Sequence[Telling], reports: Sequence[Counter[str]]) -> Pairs:
    """The pairs worth comparing: those of one report, and those of reports that are alike (their stems counted)."""
    bags = weigh(reports)
    frequency = Counter(word for bag in reports for word in bag)
    pile = Pile(
        tellings,
        np.array([t.report for t in tellings], np.int64),
        weigh([t.around for t in tellings]),
        weigh([t.near for t in tellings]),
        weigh([t.named for t in tellings]),
        np.array([log((len(reports) + 1) / max(1, frequency[t.head])) for t in tellings], np.float32),
    )
    members: dict[int, list[int]] = {}
    for i, telling in enumerate(tellings):
        members.setdefault(telling.report, []).append(i)
    lefts, rights, values = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)], [np.zeros(0, np.float32)]
    for group in members.values():
        a, b = np.triu_indices(len(group), 1)
        lefts.append(np.array(group)[a])
        rights.append(np.array(group)[b])
        values.append(np.ones(len(a), np.float32))
    for i, j, value in zip(*alike(bags, LEAST_ALIKE, MOST_REPORTS, MOST_COMMON), strict=True):
        one, other = members.get(int(i), []), members.get(int(j), [])
        lefts.append(np.repeat(np.array(one, np.int64), len(other)))
        rights.append(np.tile(np.array(other, np.int64), len(one)))
        values.append(np.full(len(one) * len(other), value, np.float32))
    return Pairs(pile, np.concatenate(lefts), np.concatenate(rights), np.concatenate(values))


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that two mentions share or not: the numbers for all pairs, and the sentence for one."""

    name: str
    measure: Callable[[Pairs], Values]
    say: Callable[[float], str]


def _equal(values: Sequence[object], pairs: Pairs) -> Values:
    number: dict[object, int] = {}
    ids = np.array([number.setdefault(v, len(number)) for v in values])
    equal: Values = (ids[pairs.left] == ids[pairs.right]).astype(np.float32)
    return equal


def same_head(pairs: Pairs) -> Values:
    """1 where the telling words have one stem."""
    return _equal([t.head for t in pairs.pile.tellings], pairs)


def same_words(pairs: Pairs) -> Values:
    """1 where all words of the mentions have the same stems."""
    return _equal([t.words for t in pairs.pile.tellings], pairs)


def same_letters(pairs: Pairs) -> Values:
    """1 where the telling words begin with the same four letters."""
    return _equal([t.head[:4] for t in pairs.pile.tellings], pairs)


def same_meaning(pairs: Pairs) -> Values:
    """1 where the telling words stand in one row of the synonyms."""
    return _equal([tuple(plain_words([t.head])) for t in pairs.pile.tellings], pairs)


def reports_alike(pairs: Pairs) -> Values:
    """How alike the two reports are, 0 to 1."""
    return np.where(one_report(pairs) > 0, 0.5, pairs.reports).astype(np.float32)


def sentences_alike(pairs: Pairs) -> Values:
    """How alike the rest of the two sentences is, 0 to 1."""
    return pairs.pile.around.cosines(pairs.left, pairs.right)


def neighbours_alike(pairs: Pairs) -> Values:
    """How alike the five words on each side are, 0 to 1."""
    return pairs.pile.near.cosines(pairs.left, pairs.right)


def names_alike(pairs: Pairs) -> Values:
    """How alike the names of the two sentences are, 0 to 1; -1 where a sentence names nobody."""
    has = np.diff(pairs.pile.named.starts) > 0
    known = has[pairs.left] & has[pairs.right]
    return np.where(known, pairs.pile.named.cosines(pairs.left, pairs.right), -1).astype(np.float32)


def numbers_agree(pairs: Pairs) -> Values:
    """1 where the sentences share a number, -1 where both have numbers and share none, else 0."""
    sets = [t.numbers for t in pairs.pile.tellings]
    rows = zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)
    return np.array([0 if not sets[a] or not sets[b] else 1 if sets[a] & sets[b] else -1 for a, b in rows], np.float32)


def days_agree(pairs: Pairs) -> Values:
    """1 where the days that the sentences name meet, -1 where they do not, 0 where one names none."""
    days = [t.days for t in pairs.pile.tellings]
    first = np.array([d[0] if d else 0 for d in days])
    last = np.array([d[1] if d else 0 for d in days])
    a, b = pairs.left, pairs.right
    meets = (first[a] <= last[b]) & (first[b] <= last[a])
    known = (first[a] > 0) & (first[b] > 0)
    verdict: Values = np.where(known, np.where(meets, 1, -1), 0).astype(np.float32)
    return verdict


def one_report(pairs: Pairs) -> Values:
    """1 where both mentions stand in one report."""
    together: Values = (pairs.pile.report[pairs.left] == pairs.pile.report[pairs.right]).astype(np.float32)
    return together


def sentences_between(pairs: Pairs) -> Values:
    """How many sentences lie from one mention to the other in one report, at most ten; -1 in two reports."""
    line = np.array([t.line for t in pairs.pile.tellings])
    apart = np.minimum(np.abs(line[pairs.left] - line[pairs.right]), _FARTHEST)
    return np.where(one_report(pairs) > 0, apart, -1).astype(np.float32)


def rarity(pairs: Pairs) -> Values:
    """How rare the commoner of the two telling words is in the pile, as a logarithm."""
    lesser: Values = np.minimum(pairs.pile.rarity[pairs.left], pairs.pile.rarity[pairs.right])
    return lesser


def word_across(pairs: Pairs) -> Values:
    """How many of the two telling words stand elsewhere in the other's sentence, 0 to 2."""
    tellings = pairs.pile.tellings
    rows = zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)
    return np.array(
        [(tellings[a].head in tellings[b].around) + (tellings[b].head in tellings[a].around) for a, b in rows],
        np.float32,
    )


def reporting(pairs: Pairs) -> Values:
    """How many of the two words only report what somebody says, 0 to 2."""
    flags = np.array([t.head in _REPORTING for t in pairs.pile.tellings], np.float32)
    both: Values = flags[pairs.left] + flags[pairs.right]
    return both


def _share(what: str) -> Callable[[float], str]:
    return lambda value: f"{what} {'share nothing' if value <= 0 else f'agree to {value:.0%}'}"


def _either(yes: str, no: str, unknown: str = "") -> Callable[[float], str]:
    return lambda value: yes if value > 0 else no if value < 0 or not unknown else unknown


FEATURES = (
    Feature("same_head", same_head, _either("both use the same word", "they use different words")),
    Feature("same_words", same_words, _either("the whole phrase is the same", "the phrases differ")),
    Feature("same_letters", same_letters, _either("the words begin alike", "the words begin differently")),
    Feature("same_meaning", same_meaning, _either("the words mean the same", "no list holds the words as synonyms")),
    Feature("reports_alike", reports_alike, _share("the two reports")),
    Feature("sentences_alike", sentences_alike, _share("the two sentences")),
    Feature("neighbours_alike", neighbours_alike, _share("the words around the mentions")),
    Feature(
        "names_alike", names_alike,
        lambda value: "a sentence names nobody" if value < 0 else _share("the names in the sentences")(value),
    ),
    Feature(
        "numbers_agree", numbers_agree,
        _either("the sentences share a number", "their numbers differ", "a sentence has no number"),
    ),
    Feature(
        "days_agree", days_agree,
        _either("the days named meet", "the days named exclude each other", "a sentence names no day"),
    ),
    Feature("one_report", one_report, _either("both stand in one report", "they stand in two reports")),
    Feature(
        "sentences_between", sentences_between,
        lambda value: "they stand in two reports" if value < 0 else f"{value:.0f} sentences lie between them",
    ),
    Feature("rarity", rarity, lambda value: "the word is " + ("rare" if value > 2 else "common") + " in the pile"),
    Feature(
        "word_across", word_across,
        lambda value: f"{value:.0f} of the two words stand in the other's sentence",
    ),
    Feature("reporting", reporting, _either("a word only reports what is said", "neither word reports what is said")),
)  # fmt: skip


def table(pairs: Pairs) -> NDArray[np.float32]:
    """All features of all pairs: a row a pair, a column a feature, in the order of FEATURES."""
    return np.stack([feature.measure(pairs) for feature in FEATURES], 1)

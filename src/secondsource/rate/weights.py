"""What one origin's word is worth, in nats, and every number that a user may change (rating.md, section 4).

The independence factor q and the hedge factor are measured where reports are linked; here they are only read.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import Field, asdict, dataclass, field, fields
from itertools import pairwise
from typing import Any

from secondsource.model import Evidence, Ground

UNNAMED: frozenset[Ground] = frozenset(("anon", "vague", "rumour"))
VETTED = "ABC"
RANKS = "ABCDE"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a number of the configuration says, the section of rating.md that uses it, and its least and most."""

    says: str
    section: int
    least: float
    most: float


def _number(default: float, least: float, most: float, section: int, says: str) -> Any:
    return field(default=default, metadata=_means(least, most, section, says))


def _means(least: float, most: float, section: int, says: str) -> dict[str, Meaning]:
    return {"meaning": Meaning(says, section, least, most)}


def meaning_of(each: Field[Any]) -> Meaning | None:
    """What a field of the configuration means; None for those that are no numbers of the model."""
    found: Meaning | None = each.metadata.get("meaning")
    return found


@dataclass(frozen=True, slots=True)
class Config:
    """Every number of the weighing model, with its default, its range and what it means; raises ValueError outside.

    `version` counts up with every calibration and `fitted` says on what; `unrated` is the letter that F counts as.
    """

    version: int = 1
    fitted: str = ""
    unrated: str = "C"
    hop: float = _number(0.8, 0.01, 1, 4, "share of a word that is left after each outlet between origin and publisher")
    unidentified: float = _number(0.25, 0, 4.6, 4, "nats, the most that the word of somebody whom nobody names weighs")
    unnamed_pool: float = _number(1.5, 1, 10, 5, "times the strongest of them: all unnamed sources together")
    unattributed_pool: float = _number(
        1.0, 1, 10, 5, "times the strongest of them: all publications together that do not say how they know"
    )
    weak_pool: float = _number(1.0, 0, 4.6, 5, "nats, all that weak outlets (D and E) can add together")
    echo: float = _number(0.9, 0, 1, 5, "chance that what does not say how it knows is an echo of the rest")
    live: float = _number(0.05, 0, 1, 3, "independence below which a mention is a copy and adds nothing")
    possibly: float = _number(0.2, 0, 1, 6, "independence from which a mention counts for the most number of origins")
    surely: float = _number(0.8, 0.5, 1, 6, "independence from which a mention counts for the least number of origins")
    counts_from: float = _number(0.15, 0.01, 4.6, 6, "nats from which an origin is counted")
    prior: float = _number(0.0, -2, 2, 7, "nats, log odds before any evidence")
    temperature: float = _number(1.0, 0.2, 10, 7, "divides the evidence: above 1 where it promises too much")
    bound: float = _number(4.6, 1, 4.6, 7, "nats, the most that the log odds can come to, either way")
    judgeable: float = _number(0.3, 0, 4.6, 7, "nats below which no likelihood is given")
    close: float = _number(1.5, 0, 4.6, 8, "nats between support and denial within which a claim is disputed")
    sure: float = _number(0.9, 0.8, 0.99, 8, "least probability of a confirmed claim")
    refuted: float = _number(0.05, 0.01, 0.2, 8, "most probability of a refuted claim")
    word: dict[str, float] = field(
        default_factory=lambda: {"A": 2.94, "B": 1.99, "C": 1.10, "D": 0.25, "E": 0.05},
        metadata=_means(0, 4.6, 4, "nats, what the word of an origin is worth by its letter"),
    )
    carriage: dict[str, float] = field(
        default_factory=lambda: {"A": 4.0, "B": 3.2, "C": 2.5, "D": 1.0, "E": 0.2},
        metadata=_means(0, 10, 4, "nats, the most that a publication can pass on by its letter"),
    )
    basis: dict[str, float] = field(
        default_factory=lambda: {
            "record": 1.0,
            "first": 1.0,
            "named": 0.6,
            "own": 0.5,
            "anon": 0.5,
            "vague": 0.25,
            "rumour": 0.1,
        },
        metadata=_means(0, 1, 4, "share of a word that is left by how the origin knows"),
    )
    interest: dict[str, float] = field(
        default_factory=lambda: {
            "neutral": 1.0,
            "own benefit": 0.5,
            "against interest": 1.25,
            "would hide": 0.25,
            "competent": 1.0,
        },
        metadata=_means(0, 2, 4, "times the word, by what the origin gains from being believed"),
    )
    digit: dict[str, float] = field(
        default_factory=lambda: {"improbable": 2.0, "doubtful": 0.5, "confirmed": 1.0, "probable": 0.3},
        metadata=_means(0, 4.6, 9, "nats without the source: lead of the denial for 5 and 4, support for 1 and 2"),
    )

    def __post_init__(self) -> None:
        if isinstance(self.version, bool) or not isinstance(self.version, int) or not 1 <= self.version < 1_000_000:
            raise ValueError("version is no whole number from 1 on")
        if not (isinstance(self.fitted, str) and len(self.fitted) <= 200 and self.fitted.isprintable()):
            raise ValueError("fitted is no line of 200 characters at most")
        if self.unrated not in ("C", "D"):
            raise ValueError(f'unrated is {self.unrated!r}; set it to "C" (a chosen pile) or "D" (a crawl)')
        for each in fields(self):
            if (meaning := meaning_of(each)) is not None:
                _check_range(each.name, getattr(self, each.name), meaning, each)
        for more, less in _order(self):
            if more[1] < less[1]:
                raise ValueError(f"{more[0]} ({more[1]:g}) is below {less[0]} ({less[1]:g}); make it that much or more")


def _check_range(name: str, value: object, meaning: Meaning, each: Field[Any]) -> None:
    """Raise ValueError where a number, or one of a table's, is missing, no number, or out of its range."""
    if callable(each.default_factory):
        keys = each.default_factory()
        if not isinstance(value, dict) or value.keys() != keys.keys():
            raise ValueError(f"{name} needs a number for each of {', '.join(keys)} and for nothing else")
        numbers = {f"{name}.{key}": number for key, number in value.items()}
    else:
        numbers = {name: value}
    for place, number in numbers.items():
        if isinstance(number, bool) or not isinstance(number, int | float):
            raise ValueError(f"{place} is no number; give one from {meaning.least:g} to {meaning.most:g}")
        if not meaning.least <= number <= meaning.most:
            # A whole number may be too long for a float.
            said = f"{number:g}" if isinstance(number, float) else str(number)[:20]
            raise ValueError(f"{place} is {said}; give a number from {meaning.least:g} to {meaning.most:g}")


def _order(config: Config) -> list[tuple[tuple[str, float], tuple[str, float]]]:
    """Pairs of which the first may not be below the second: without these a promise of rating.md, section 13, breaks.

    A better letter, a clearer basis or less interest never counts for less; a publication can carry what its own word
    is worth; all weak outlets together, and anybody whom nobody names, stay below a word of letter C.
    """

    def of(table: str, *keys: str) -> list[tuple[str, float]]:
        return [(f"{table}.{key}", getattr(config, table)[key]) for key in keys]

    falling = [
        of("word", *RANKS),
        of("carriage", *RANKS),
        *([*of("carriage", letter), *of("word", letter)] for letter in RANKS),
        of("basis", "record", "first", "named"),
        of("basis", "first", "anon", "vague", "rumour"),
        of("basis", "first", "own"),
        of("interest", "against interest", "neutral", "own benefit"),
        of("interest", "neutral", "would hide"),
        of("digit", "improbable", "doubtful"),
        of("digit", "confirmed", "probable"),
        [*of("word", "C"), ("weak_pool", config.weak_pool)],
        [*of("word", "C"), ("unidentified", config.unidentified)],
        [("surely", config.surely), ("possibly", config.possibly), ("live", config.live)],
    ]
    return [pair for names in falling for pair in pairwise(names)]


DEFAULT = Config()


def config_hash(config: Config) -> str:
    """The first 12 hexadecimal digits of the SHA-256 of the configuration's content; equal content, equal hash."""
    content = json.dumps(asdict(config), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Origin:
    """One root of reports: the weight of its word in nats, its letter as a person gave it, and whose voice it is."""

    name: str
    weight: float
    letter: str
    ground: Ground
    identified: bool
    party: str | None

    @property
    def unnamed(self) -> bool:
        """True where the origin may be the same person as another unnamed source."""
        return not self.identified or self.ground in UNNAMED


def counted_as(letter: str, config: Config) -> str:
    """The letter that the arithmetic uses: F, or anything that is no letter, counts as `config.unrated`."""
    return letter if letter in config.word else config.unrated


def is_vetted(letter: str, config: Config) -> bool:
    """True where a carrier of this letter counts as vetted (A to C)."""
    return counted_as(letter, config) in VETTED


def origin_letter(row: Evidence) -> str:
    """The letter of the row's origin, F where no person judged it.

    An unnamed source and a publication's own voice take their outlet's letter, but only from the outlet that they
    spoke to: a relay's good name says nothing of a source that it never met.
    """
    if row.letter == "F" and row.hop == 0 and (row.ground == "own" or row.ground in UNNAMED):
        return row.outlet_letter
    return row.letter


def word_weight(row: Evidence, config: Config) -> float:
    """What the origin's word is worth by this one row, in nats, before independence and carriers."""
    letter = "A" if row.interest == "competent" else counted_as(origin_letter(row), config)
    word = config.word[letter] * config.basis[row.ground] * row.hedge * config.interest[row.interest]
    weight = min(config.word["A"], word) * config.hop**row.hop
    return weight if row.identified else min(weight, config.unidentified)


def weigh_origins(rows: Iterable[Evidence], config: Config) -> dict[str, Origin]:
    """Each origin by its canonical row: from a vetted carrier first, then the closest, then the most hedged."""
    best: dict[str, tuple[bool, int, float]] = {}
    chosen: dict[str, Evidence] = {}
    for row in rows:
        rank = (not is_vetted(row.outlet_letter, config), row.hop, word_weight(row, config))
        if row.origin not in best or rank < best[row.origin]:
            best[row.origin], chosen[row.origin] = rank, row
    return {
        name: Origin(name, best[name][2], origin_letter(row), row.ground, row.identified, row.party)
        for name, row in chosen.items()
    }

"""What one origin's word is worth, in nats, and every number that a user may change (rating.md, section 4).

The independence factor q and the hedge factor are measured where reports are linked; here they are only read.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from secondsource.model import Evidence, Ground

UNNAMED: frozenset[Ground] = frozenset(("anon", "vague", "rumour"))
VETTED = "ABC"
RANKS = "ABCDE"

# An independence factor below this is a copy with noise in the measurement, not a fragment of a second origin.
LIVE = 0.05


def _word() -> dict[str, float]:
    return {"A": 2.94, "B": 1.99, "C": 1.10, "D": 0.25, "E": 0.05}


def _carriage() -> dict[str, float]:
    return {"A": 4.0, "B": 3.2, "C": 2.5, "D": 0.6, "E": 0.2}


def _basis() -> dict[str, float]:
    return {"record": 1.0, "first": 1.0, "named": 0.6, "own": 0.5, "anon": 0.5, "vague": 0.25, "rumour": 0.1}


def _interest() -> dict[str, float]:
    return {"neutral": 1.0, "own benefit": 0.5, "against interest": 1.25, "would hide": 0.25, "competent": 1.0}


@dataclass(frozen=True, slots=True)
class Config:
    """Every default of the weighing model; weights in nats, factors without unit.

    `word` is what an origin's word is worth by its letter, `carriage` the most that a carrier can pass on by its
    letter. `basis` multiplies by how the origin knows, `interest` by what it gains. `hop` is kept per outlet between
    origin and publisher. `unidentified` caps the word of somebody whom nobody names. `unrated` is what the letter F
    counts as: "C" in a pile that a person put together, "D" in a crawl. `unnamed_pool` and `unattributed_pool` say how
    much all unnamed sources, and all publications that do not say how they know, are worth together, in units of the
    strongest among them. `weak_pool` is all that weak outlets can add together. `echo` is the chance that whatever
    does not say how it knows is an echo of the rest. An origin counts from `counts_from` on; a mention counts
    for the least number of origins from independence `surely` on, for the most from `possibly` on. `prior` is the
    logit before any evidence, `temperature` divides the evidence, `bound` clips the logit, and below `judgeable`
    no likelihood is given.
    """

    word: dict[str, float] = field(default_factory=_word)
    carriage: dict[str, float] = field(default_factory=_carriage)
    basis: dict[str, float] = field(default_factory=_basis)
    interest: dict[str, float] = field(default_factory=_interest)
    hop: float = 0.8
    unidentified: float = 0.25
    unrated: str = "C"
    unnamed_pool: float = 1.5
    unattributed_pool: float = 1.0
    weak_pool: float = 0.6
    echo: float = 0.7
    counts_from: float = 0.15
    surely: float = 0.8
    possibly: float = 0.2
    prior: float = 0.0
    temperature: float = 1.0
    bound: float = 4.6
    judgeable: float = 0.3
    version: str = "1"

    def __post_init__(self) -> None:
        if self.unrated not in ("C", "D"):
            raise ValueError(f'unrated is {self.unrated!r}; set it to "C" (a chosen pile) or "D" (a crawl)')
        if not (self.temperature > 0 and 0 <= self.echo <= 1 and 0 < self.hop <= 1):
            raise ValueError("temperature must be above 0, echo from 0 to 1, hop above 0 and at most 1")
        for name, table, keys in (
            ("word", self.word, tuple(RANKS)),
            ("carriage", self.carriage, tuple(RANKS)),
            ("basis", self.basis, tuple(_basis())),
            ("interest", self.interest, tuple(_interest())),
        ):
            missing = [key for key in keys if not table.get(key, -1.0) >= 0]
            if missing:
                raise ValueError(f"{name} needs a number of 0 or more for {', '.join(missing)}")


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

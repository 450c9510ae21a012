"""What a time expression can mean before it is tied to a calendar: the nouns between the grammar and the resolver."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Edge: TypeAlias = Literal["", "start", "mid", "end"]
Which: TypeAlias = Literal["this", "last", "previous", "next", "following", "that", "the"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Pieces of a date as the words give them; a year before Christ is negative; `year_word` is "that", "last" ..."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str = ""
    quarter: int | None = None
    half: int | None = None
    decade: str = ""
    century: int | None = None
    before_christ: bool = False
    year_word: Which | None = None
    edge: Edge = ""
    part: str = ""
    clock: str = ""
    either: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Relative:
    """A named period counted from an anchor: "last week", "that month", "next May", "this morning"."""

    which: Which
    unit: str
    number: int = 0
    season: str = ""
    part: str = ""
    edge: Edge = ""
    weekday: int | None = None
    leaning: Literal["", "earlier", "later"] = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Several periods up to or from an anchor: "the past three years", "the coming days"."""

    which: Which
    count: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Offset:
    """A distance from the document's day, from the story's, or from what follows: "two days ago", "a week before".

    `bare` where no word says how many ("weeks later"), `exact` where it is counted to the day ("a year to the day
    later"), `same` where the same piece of another year is meant ("the year-earlier quarter"), `near` where the count
    is a bound ("more than a week ago") or a guess.
    """

    count: float | None
    unit: str
    direction: Literal["before", "after"]
    base: Literal["published", "story", "next"]
    bare: bool = False
    exact: bool = False
    same: bool = False
    near: Literal["", "more", "less", "about"] = ""


@dataclass(frozen=True, slots=True)
class Length:
    """How long: "two weeks", "for decades"; `inside` for "in two weeks", which may also be a point ahead."""

    count: float | None
    unit: str
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the date that follows it: "the week of", "the first ten months of", "the night of"."""

    position: Literal["first", "last", "week", "part"]
    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """Again and again: "every Monday", "annual"."""

    value: str


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast or fast by its name in small letters: "Ramadan 2024", "last Easter"."""

    name: str
    year: int | None = None
    which: Which = "the"


@dataclass(frozen=True, slots=True)
class Reference:
    """The past, the present or the future without a date: "now", "recently", "at that time"."""

    value: str | None


@dataclass(frozen=True, slots=True)
class Day:
    """A day counted from the document's: "yesterday", "tomorrow night"; "overnight" begins a day before (`since`)."""

    shift: int
    part: str = ""
    clock: str = ""
    since: int = 0


@dataclass(frozen=True, slots=True)
class Anchored:
    """A distance from a date that stands beside it: "two days after March 3", "three weeks from tomorrow"."""

    offset: Offset
    base: Phrase


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a date that stands beside it: "the week of April 10", "the first months of 1915"."""

    part: Part
    whole: Phrase


@dataclass(frozen=True, slots=True)
class Range:
    """From one date to another."""

    left: Phrase
    right: Phrase


Meaning: TypeAlias = (
    Calendar | Relative | Stretch | Offset | Length | Part | Repeat | Reference | Day | Feast | Anchored | Piece | Range
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A time expression found: its place in the text, its first and last token, and what it means."""

    start: int
    end: int
    first: int
    last: int
    meaning: Meaning

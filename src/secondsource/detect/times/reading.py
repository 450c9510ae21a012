"""Reads a document's time expressions in turn, keeping the story's last date and the verb's tense in mind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from secondsource.detect.times.extent import with_reach, writes_day_first
from secondsource.detect.times.grammar import find_phrases
from secondsource.detect.times.joining import join_phrases
from secondsource.detect.times.phrases import (
    Anchored,
    Calendar,
    Day,
    Length,
    Meaning,
    Offset,
    Phrase,
    Range,
    Relative,
    Repeat,
    Stretch,
)
from secondsource.detect.times.resolve import resolve, share_range
from secondsource.detect.times.setting import Resolved, Setting, Story, Tense
from secondsource.detect.times.tense import Tenses
from secondsource.detect.times.tokens import tokenise
from secondsource.model import Document, Span, When

_FUTURE: Final = (
    r"will|['’]ll|shall|would|upcoming|ahead\ of|due|scheduled|slated|plans?|planned|planning|expect(?:ed|s)?|"
    r"going\ to|set\ to|to\ be|is\ to|are\ to|may|might|could|can|intends?|hopes?|next|until|wants?|please|let['’]s"
)
_PAST: Final = (
    r"was|were|had|did|said|told|met|held|took|began|came|went|made|left|fell|gave|saw|sent|spoke|won|led|struck|hit|"
    r"shot|flew|wrote|became|rose|ago|since|after|(?!united|need|indeed|speed|hundred)[a-z]{2,}ed"
)
# "Said that ..." opens a clause with a time of its own, and ";" ends one.
_CUES: Final = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b(?!\s+that\b)|(?P<stop>;)")
_PARAGRAPH: Final = 600  # characters in which a paragraph break parts a date from the one before
_REACH: Final = 200  # characters either side of a phrase in which its verb is looked for


@dataclass(frozen=True, slots=True)
class Reading:
    """One phrase with what it was tied to, before it becomes a `Time`; the benchmark adapter reads these."""

    start: int
    end: int
    meaning: Meaning
    resolved: Resolved
    bound: str = ""
    tense: Tense = ""
    history: bool = False


def read_times(
    document: Document,
    sentences: tuple[Span, ...],
    published: When | None,
    tenses: Tenses | None = None,
    *,
    apart: bool = False,
) -> Iterator[Reading]:
    """Give each expression with its reading, in order; with `apart`, cut into pieces where TIMEX3 has several tags.

    `tenses` tells the tense of a clause from its parse; without it, and where it is silent, the nearest words do.
    """
    text = document.text
    tokens = tokenise(text)
    day_first = writes_day_first(tokens)
    phrases = [with_reach(phrase, tokens, day_first) for phrase in join_phrases(find_phrases(tokens), tokens)]
    phrases = _outside_furniture(document, phrases)
    days = (published.earliest, published.latest) if published and (published.earliest or published.latest) else None
    history = document.reference or _is_history(phrases, days)
    starts = [sentence.start for sentence in sentences]
    story = Story()
    for phrase in phrases:
        here = bisect_right(starts, phrase.start)
        near = (
            story.at >= 0
            and here - bisect_right(starts, story.at) <= 1
            and text.find("\n\n", story.at, min(phrase.start, story.at + _PARAGRAPH)) < 0
        )
        parsed = tenses(phrase.start, phrase.end) if tenses else None
        tense = _tense(text, phrase, sentences[here - 1] if here else None) if parsed is None else parsed
        setting = Setting(days, story, history, tense, near)
        for start, end, meaning in _parts(text, phrase, apart, history):
            resolved = resolve(meaning, setting)
            yield Reading(start, end, meaning, resolved, _bound(text, start, meaning), tense, history)
            story = _told(setting.story, meaning, resolved, start)
            setting = Setting(days, story, history, tense, near)


_BOUNDS: Final = {
    "since": "since", "starting": "since", "beginning": "since", "by": "by", "until": "by", "till": "by",
    "before": "before", "after": "after",
}  # fmt: skip
_BOUND: Final = re.compile(
    rf"\b(?P<until>on or before|(?:no|not) later than|at the latest)\s+(?:the\s+)?\Z"
    rf"|\b(?P<word>{'|'.join(_BOUNDS)})(?:\s+(?:on|the))*\s+\Z",
    re.IGNORECASE,
)


def _bound(text: str, start: int, meaning: Meaning) -> str:
    """The word before an expression that makes it one end of a stretch, by its sense."""
    if isinstance(meaning, Range):
        return ""
    match = _BOUND.search(text, max(0, start - 20), start)
    return "" if match is None else "by" if match["until"] else _BOUNDS[match["word"].lower()]


def _outside_furniture(document: Document, phrases: list[Phrase]) -> list[Phrase]:
    pieces = sorted(document.furniture, key=lambda piece: piece.start)
    starts = [piece.start for piece in pieces]
    reach: list[int] = []  # the furthest end of the pieces so far: they may lie within each other
    for piece in pieces:
        reach.append(max(piece.end, reach[-1] if reach else 0))
    kept = []
    for phrase in phrases:
        place = bisect_right(starts, phrase.start)
        if not place or reach[place - 1] <= phrase.start:
            kept.append(phrase)
    return kept


def _parts(text: str, phrase: Phrase, apart: bool, history: bool) -> list[tuple[int, int, Meaning]]:
    """An expression whole, or as TIMEX3 has it: cut at "to", and in news also at "before", "after" and "from"."""
    meaning = phrase.meaning
    if not apart:
        return [(phrase.start, phrase.end, meaning)]
    if isinstance(meaning, Range):
        left, right = share_range(meaning)
        return [(meaning.left.start, meaning.left.end, left), (meaning.right.start, meaning.right.end, right)]
    if history:
        return [(phrase.start, phrase.end, meaning)]
    if isinstance(meaning, Length) and meaning.inside:
        start = phrase.start + len(text[phrase.start : phrase.end].split(None, 1)[0]) + 1
        return [(start, phrase.end, replace(meaning, inside=False))]
    if isinstance(meaning, Anchored):
        base = meaning.base
        end = phrase.start + len(_SIGNAL.sub("", text[phrase.start : base.start]))
        return [
            (phrase.start, end, Length(meaning.offset.count, meaning.offset.unit)),
            (base.start, base.end, base.meaning),
        ]
    if isinstance(meaning, Offset) and meaning.base == "next":
        end = phrase.start + len(_SIGNAL.sub("", text[phrase.start : phrase.end]))
        the = text[phrase.start : end].lower().startswith("the ") and meaning.count is not None
        return [(phrase.start, end, meaning if the else Length(meaning.count, meaning.unit))]
    return [(phrase.start, phrase.end, meaning)]


_SIGNAL: Final = re.compile(r"\s+(?:before|after|from|since|following)(?:\s+the)?\s*\Z", re.IGNORECASE)


def _tense(text: str, phrase: Phrase, sentence: Span | None) -> Tense:
    """Whether the nearest verb of the sentence, before the phrase or else behind it, looks back or ahead."""
    low = max(sentence.start if sentence else 0, phrase.start - _REACH)
    cue = None
    for match in _CUES.finditer(text, low, phrase.start):
        cue = None if match.lastgroup == "stop" else match
    if cue is None:
        high = min(sentence.end if sentence else len(text), phrase.end + _REACH)
        cue = _CUES.search(text, phrase.end, max(high, phrase.end))
    if cue is None or cue.lastgroup == "stop":
        return ""
    return "future" if cue.lastgroup == "future" else "past"


def _is_history(phrases: list[Phrase], published: tuple[date | None, date | None] | None) -> bool:
    """Whether the text tells of past years rather than of its own day.

    It does when it names years often, and days of its own ("yesterday", "Monday", "last week") seldom.
    """
    years = [p.meaning.year for p in phrases if isinstance(p.meaning, Calendar) and p.meaning.year is not None]
    own = sum(is_of_its_day(phrase.meaning) for phrase in phrases)
    late = max((day.year for day in published or () if day), default=None)
    old = [year for year in years if late is None or year < late - 1]
    return len(old) >= 3 and len(old) * 2 > len(years) and len(old) > 2 * own


def is_of_its_day(meaning: Meaning) -> bool:
    """Whether an expression hangs on the day of the document: "yesterday", "Monday", "last week", "two days ago"."""
    if isinstance(meaning, Day):
        return True
    if isinstance(meaning, Calendar):
        return meaning.weekday is not None and meaning.year is None
    if isinstance(meaning, Relative):
        return meaning.which in ("this", "last", "next") and meaning.unit in ("week", "month", "weekday", "part")
    return isinstance(meaning, Offset) and meaning.base == "published"


def _told(story: Story, meaning: Meaning, resolved: Resolved, at: int) -> Story:
    """Where the story stands after an expression."""
    period = resolved.period
    if isinstance(meaning, Repeat | Stretch) or resolved.type in ("DURATION", "SET") or not period.value:
        return story
    if period.grain in ("day", "month", "year", "season", "quarter", "half", "range") or resolved.type == "TIME":
        match = _VALUE.match(period.value.split("/")[-1])
        if match:
            year = int(match["year"]) * (-1 if match["bc"] else 1)
            month = int(match["month"]) if match["month"] else None
            day = int(match["day"]) if match["day"] else None
            if month is None and period.grain == "year" and story.year is not None:
                if year == story.year:
                    return Story(story.year, story.month, story.day, at)
                if story.month is not None and not -1 <= year - story.year <= 3:
                    return story
            quarter = int(period.value[-1]) if period.grain == "quarter" else 0
            return Story(year, month, day, at, quarter)
    return story


_VALUE: Final = re.compile(r"(?P<bc>BC)?(?P<year>\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?")

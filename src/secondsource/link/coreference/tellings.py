"""What one mention of a happening shows of itself, without grammar: its word, its sentence, its report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.model import Name, Span, Time
from secondsource.words.stems import head_of, stems_of, words_of

# Words on each side of a mention that stand near it.
NEAR = 5
# A time this short says when a happening was; "this year" does not.
SHORT_DAYS = 45


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention: `report` is its document's place in the pile, `line` its sentence's place in the document.

    `head` is the stem of the word that tells it and `words` all its words; `around` counts the stems of the rest of
    the sentence, `near` those within five words, `named` the words of the names there. `days` are the first and the
    last day, as ordinals, that the sentence names.
    """

    report: int
    line: int
    head: str
    words: str
    around: Counter[str]
    near: Counter[str]
    named: Counter[str]
    numbers: frozenset[str]
    days: tuple[int, int] | None


def tell(
    text: str, place: tuple[int, int], sentence: Span, trigger: Span, found: tuple[Sequence[Name], Sequence[Time]]
) -> Telling:
    """The telling of one mention; `place` is its report and its line, `found` the names and times of its document."""
    before, words, after = (
        text[a:b]
        for a, b in ((sentence.start, trigger.start), (trigger.start, trigger.end), (trigger.end, sentence.end))
    )
    left, right = stems_of(before), stems_of(after)
    names, times = found
    named = Counter(w for n in names if _within(n.span, sentence) for w in n.name.lower().split())
    return Telling(
        *place,
        head_of(words),
        " ".join(sorted(set(stems_of(words)))),
        Counter(left + right),
        Counter(left[-NEAR:] + right[:NEAR]),
        named,
        frozenset(w for w in words_of(before + " " + after) if w[0].isdigit()),
        _days(times, sentence),
    )


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _days(times: Sequence[Time], sentence: Span) -> tuple[int, int] | None:
    for time in times:
        when = time.when
        if when is None or when.earliest is None or when.latest is None or not _within(time.span, sentence):
            continue
        if (when.latest - when.earliest).days < SHORT_DAYS:
            return when.earliest.toordinal(), when.latest.toordinal()
    return None

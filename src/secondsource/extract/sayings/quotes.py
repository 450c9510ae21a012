"""Direct quotations by their marks, carried over sentences and over paragraphs that open a mark without closing one.

Each is given to the cue that introduces it, closes it, or spoke just before in the same paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from secondsource.extract.sayings.clauses import Frame
from secondsource.words.grammar import listed

_MARK = re.compile("[“„«”»\"＂]|''|``")
_OPEN = ("“", "„", "«", "``")
_CLOSE = ("”", "»")
# Single marks, where a word or a stop stands on the right side of each: "the minister said: 'We leave at dawn.'"
_SINGLE = re.compile(r"(?<![\w'’])['‘](?=\w)(?P<said>[^\n\"“”]*?[\w.,?!…])['’](?![\w'’])")
_PARAGRAPH = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.?!][\"”)]*\s+[A-Z“\"]")
# Up to so many words between marks, without a sentence's end, are a borrowed word, not a statement.
SCARE_QUOTE_WORDS = 3
# A cue further than this from its quotation (code points) belongs to something else.
REACH_AFTER = 120
REACH_BEFORE = 200


@dataclass(frozen=True, slots=True)
class Quote:
    """Text between marks, marks included.

    `carried` where it goes on from the paragraph before, `sentence` where it ends with a stop and is no borrowed word.
    """

    start: int
    end: int
    words: int
    carried: bool = False
    sentence: bool = False


def find_quotes(text: str) -> list[Quote]:
    """The quotations of a text, in order; a mark that is never closed ends with its paragraph."""
    found: list[Quote] = []
    running = False
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        opened: int | None = None
        carried = False
        for mark in _MARK.finditer(text, start, end):
            if opened is None and mark.group() not in _CLOSE:
                opened = mark.start()
                carried = running and not text[start:opened].strip()
            elif mark.group() not in _OPEN:
                if opened is not None:
                    found.append(_quote(text, opened, mark.end(), carried))
                opened = None
                running = False
        running = opened is not None
        if opened is not None:
            found.append(_quote(text, opened, opened + len(text[opened:end].rstrip()), carried))
        if "'" in paragraph.group() or "‘" in paragraph.group():
            found.extend(_single(text, start, end, found))
    return sorted(found, key=lambda quote: quote.start)


def _single(text: str, start: int, end: int, double: list[Quote]) -> list[Quote]:
    """The quotations between single marks of a paragraph, none inside double ones; a plural's apostrophe is no mark."""
    found = []
    for match in _SINGLE.finditer(text, start, end):
        whole = _quote(text, match.start(), match.end(), False)
        stands = whole.words > SCARE_QUOTE_WORDS or match.group("said")[-1] in ".,?!"
        if stands and not any(quote.start < whole.end and whole.start < quote.end for quote in double):
            found.append(whole)
    return found


def _quote(text: str, start: int, end: int, carried: bool) -> Quote:
    words = len(_WORD.findall(text, start, end))
    sentence = words > SCARE_QUOTE_WORDS
    if not sentence and words > 1:  # not the title of a film at the end of a sentence
        before = text[max(0, start - 3) : start].rstrip(" ")
        sentence = text[start:end].rstrip("”»\"'’ ").endswith((".", "?", "!")) and before[-1:] in (
            "",
            "\n",
            *".?!:,”\"'",
        )
    return Quote(start, end, words, carried, sentence)


def within(at: int, quotes: list[Quote], borrowed: bool = False) -> bool:
    """Whether a code point lies inside a quoted statement, or with `borrowed` inside any marks."""
    i = bisect_right(quotes, at, key=lambda quote: quote.start) - 1
    return i >= 0 and at < quotes[i].end and (borrowed or quotes[i].sentence)


def give_quotes(text: str, quotes: list[Quote], frames: list[Frame]) -> None:
    """Add to each frame the quotations that are its speaker's words."""
    speaking = [frame for frame in frames if frame.may_quote and not within(frame.head.idx, quotes)]
    offsets = [frame.head.idx for frame in speaking]
    last: Frame | None = None
    last_end = -1
    for quote in quotes:
        frame = last if quote.carried else None
        frame = frame or _speaker(text, quote, speaking, offsets)
        if frame is None and quote.sentence and last is not None:
            frame = last if "\n" not in text[last_end : quote.start] else None
            last = frame
        if frame is None:
            continue
        frame.quotes.append((quote.start, quote.end))
        _keep_speaker_outside(quote, frame)
        last, last_end = frame, quote.end


def _keep_speaker_outside(quote: Quote, frame: Frame) -> None:
    """Put right a source that the parser found inside the quotation itself."""
    if frame.source is None or not quote.start <= frame.source.idx < quote.end:
        return
    verb = frame.head
    for near in (verb.i - 1, verb.i + 1):
        if 0 <= near < len(verb.doc):
            token = verb.doc[near]
            if token.pos_ in ("NOUN", "PROPN", "PRON") and not quote.start <= token.idx < quote.end:
                while token.dep_ in ("compound", "poss") and token.head.i not in (verb.i, token.i):
                    token = token.head
                frame.source = token
                return


def _sentence_ends(words: str) -> bool:
    """Whether a sentence ends among the words; "Hon." and initials end none."""
    for match in _SENTENCE_END.finditer(words):
        before = words[: match.start()].rpartition(" ")[2]
        if before not in listed("parse_never_last") and not (len(before) == 1 and before.isupper()):
            return True
    return False


def _speaker(text: str, quote: Quote, frames: list[Frame], offsets: list[int]) -> Frame | None:
    covering = _covering(quote, frames, offsets)
    if covering is not None:
        return covering
    if quote.words <= SCARE_QUOTE_WORDS and text[quote.end - 2 : quote.end - 1] not in tuple(",.?!"):
        return None
    return _after(text, quote, frames, offsets) or _before(text, quote, frames, offsets)


def _covering(quote: Quote, frames: list[Frame], offsets: list[int]) -> Frame | None:
    """The cue nearest to the quotation among those whose content already touches it."""
    near = frames[max(0, bisect_left(offsets, quote.start) - 6) : bisect_right(offsets, quote.end) + 3]
    best: Frame | None = None
    for frame in near:
        doc = frame.head.doc
        if any(quote.start < doc[i].idx < quote.end - 1 for i in frame.content) and (
            best is None or len(frame.content) < len(best.content)
        ):
            best = frame
    return best


def _after(text: str, quote: Quote, frames: list[Frame], offsets: list[int]) -> Frame | None:
    inner = text[quote.start : quote.end].rstrip("”»\"'’ ")
    following = text[quote.end : quote.end + 2].strip()
    if inner.endswith(".") and not following[:1].islower() and following[:1] not in ("–", "—", "-", ","):
        return None
    at = bisect_left(offsets, quote.end)
    for frame in frames[at : at + 2]:
        between = text[quote.end : frame.head.idx]
        if "\n" in between or len(between) > REACH_AFTER or _sentence_ends(between) or "“" in between or '"' in between:
            return None
        if not frame.content or frame.quotes:
            return frame
    return None


def _before(text: str, quote: Quote, frames: list[Frame], offsets: list[int]) -> Frame | None:
    gap = text[max(0, quote.start - 40) : quote.start].rstrip()
    colon = gap.endswith(":")
    at = bisect_left(offsets, quote.start)
    for frame in reversed(frames[max(0, at - 3) : at]):
        between = text[frame.head.idx : quote.start]
        if len(between) > REACH_BEFORE or ("\n" in between.rstrip() or ("\n" in between and not colon)):
            return None
        if _sentence_ends(between.rstrip()) or "”" in between:
            return None
        if colon or gap.endswith(",") or len(between) < 40:
            return frame
    return None

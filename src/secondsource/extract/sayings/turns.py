"""Who says what in a transcript: the lines of a briefing or an interview, each opened by its speaker and a colon.

What is answered is the speaker's word, sentence by sentence; what is asked is nobody's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from secondsource.extract.sayings.silences import is_own_silence
from secondsource.model import Attribution, Document, Holder, Mentions, Span, Stance
from secondsource.words.titles import title_words

# "MR. OSTRANDER:", "QUESTION (AFP):", "Q:" at the head of a line.
_TURN = re.compile(r"^[ \t>*_]*(?P<label>[A-Z][\w.’'\- ]{0,30}?)(?: ?\([^()\n]{1,40}\))?[*_]*:[*_]*(?=[ \t]+\S)", re.M)
_ASKING = frozenset(
    "Q QUESTION QUESTIONS QUESTIONER REPORTER JOURNALIST INTERVIEWER MODERATOR PRESS HOST ANCHOR CORRESPONDENT".split()
)
_ANSWERING = frozenset("A ANSWER".split())
_TITLES = frozenset("MR MRS MS DR PROF GEN COL LT CAPT ADM AMB SEN REP SIR DAME HON AMBASSADOR GENERAL COLONEL".split())
# A line that is no speaker though it looks like one: "NOTE TO EDITORS:", "SUBJECT:".
_NO_SPEAKER = frozenset(
    "NOTE NOTES SUBJECT RE DATE PLACE TIME TO FROM CC SOURCE SOURCES TEL FAX EMAIL CONTACT CORRECTION UPDATE UPDATED "
    "EDITORS FALSE TRUE VERDICT CLAIM FACT RATING PHOTO CREDIT BACKGROUND SUMMARY TRANSCRIPT BREAKING WATCH READ LIVE "
    "EXCLUSIVE OPINION ANALYSIS EXPLAINER ABOUT TITLE AUTHOR BY".split()
)
_LEAST = 3  # turns of a transcript
_NAMED = r"(?P<name>(?:[A-ZÀ-Þ][\w’'\-]*\.? ){1,4})%s\b"
_OFFICE = r"\b%s (?P<name>[A-ZÀ-Þ][\w’'\-]+(?: [A-ZÀ-Þ][\w’'\-]+){1,2})"


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says at a stretch: his label, where it stands and where his words begin and end."""

    label: str
    at: int
    start: int
    end: int

    @property
    def asked(self) -> bool:
        """Whether it is a question of the press."""
        return bool(set(self.label.upper().replace(".", "").split()) & _ASKING)


def find_turns(text: str) -> tuple[Turn, ...]:
    """The turns of a transcript; none where a text is not one: too few, or a single speaker without questions."""
    found = [m for m in _TURN.finditer(text) if not set(m.group("label").upper().split()) & _NO_SPEAKER]
    labels = Counter(m.group("label").strip() for m in found)
    asked = any(set(label.upper().split()) & _ASKING for label in labels)
    found = [m for m in found if m.group("label").isupper() or (asked and labels[m.group("label").strip()] > 1)]
    labels = Counter(m.group("label").strip() for m in found)
    if len(found) < _LEAST or len(labels) < 2 or len(labels) * 2 > len(found) + 1:
        return ()
    ends = [m.start() for m in found[1:]] + [len(text)]
    return tuple(
        Turn(m.group("label").strip(), m.start("label"), m.end(), _body_end(text, m.end(), end))
        for m, end in zip(found, ends, strict=True)
    )


def _body_end(text: str, start: int, end: int) -> int:
    """The end of a turn's words: a line in brackets behind it is the recorder's."""
    body = text[start:end]
    aside = re.search(r"\n\s*[\[(][^\n]*[\])]\s*$", body)
    return start + (aside.start() if aside is not None else len(body.rstrip()))


def with_turns(mentions: Mentions, found: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions with a transcript's speakers: a sentence of an answer is its speaker's, a question nobody's."""
    turns = find_turns(mentions.document.text)
    if not turns:
        return found
    speakers = {label: _speaker(mentions.document, label, turns) for label in {t.label for t in turns}}
    kept = [_within(a, turns, speakers) for a in found]
    whole = [a for turn in turns for a in _of_turn(mentions, turn, speakers[turn.label])]
    silent = {a.sentence for a in kept if a is not None and a.stance == "no_comment"}
    both = [*(a for a in kept if a is not None), *(a for a in whole if a.sentence not in silent)]
    return tuple(sorted(both, key=lambda a: (a.cue[0].start if a.cue else a.sentence.start, a.sentence.start)))


def _of_turn(mentions: Mentions, turn: Turn, speaker: Holder) -> Iterator[Attribution]:
    document = mentions.document
    label = Span(document.id, turn.at, turn.at + len(turn.label))
    for sentence in mentions.sentences:
        start, end = max(sentence.start, turn.start), min(sentence.end, turn.end)
        words = document.text[start:end]
        if start >= end or not words.strip():
            continue
        start += len(words) - len(words.lstrip())
        holders = () if turn.asked else (speaker,)
        stance: Stance = "no_comment" if is_own_silence(words.strip()) else "asserts"
        yield Attribution(
            sentence, (label,), (label,), (Span(document.id, start, end),), holders,
            "supposes" if turn.asked else stance, quoted=True,
        )  # fmt: skip


def _within(attribution: Attribution, turns: tuple[Turn, ...], speakers: dict[str, Holder]) -> Attribution | None:
    """An attribution inside a turn, told by its speaker; none where it is the label's own or his "I think"."""
    if not attribution.cue:
        return attribution
    at = attribution.cue[0].start
    turn = next((t for t in turns if t.at <= at < t.end), None)
    if turn is None:
        return attribution
    label = at < turn.start or any(piece.start <= turn.at < piece.end for piece in attribution.source)
    if label or not attribution.holders:
        silent = not label and attribution.stance == "no_comment"
        return replace(attribution, holders=(speakers[turn.label],)) if silent else None
    if turn.asked:
        return replace(attribution, stance="supposes")
    speaker = speakers[turn.label]
    return replace(attribution, holders=tuple(dict.fromkeys((*attribution.holders, speaker))))


def _speaker(document: Document, label: str, turns: tuple[Turn, ...]) -> Holder:
    """Whom a label names: a surname or an office that the text before the first turn gives in full."""
    words = [w for w in re.split(r"[.\s]+", label) if w and w.upper().replace(".", "") not in _TITLES]
    head = document.text[: turns[0].at]
    whole = document.text
    if {w.upper() for w in words} & _ANSWERING or not words:
        others = [t.label for t in turns if not t.asked and t.label != label]
        return Holder(others[0].title(), "person") if others else Holder("unnamed sources", "unnamed")
    surname = words[-1].title()
    for place in (head, whole):
        found = re.search(_NAMED % re.escape(surname), place)
        if found is not None:
            given = [w for w in found.group("name").split() if not _is_title(w)]
            if given:
                return Holder(" ".join([*given[-2:], surname]), "person")
        office = re.search(_OFFICE % re.escape(surname), place)
        if office is not None:
            return Holder(office.group("name"), "person")
    return Holder(" ".join(w.title() for w in words), "person")


def _is_title(word: str) -> bool:
    bare = word.rstrip(".").lower()
    words = title_words()
    return bare.upper() in _TITLES or bare in words.heads or bare in words.portfolio or bare in words.modifiers

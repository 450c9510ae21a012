"""Who says what in a headline or a transcript: "Blinken: talks will go on", "Talks will go on: officials"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from secondsource.extract.sayings.clauses import Frame
from secondsource.extract.sayings.cues import Lexicon

_LONGEST = 7  # words of a speaker's name
_MARKS = frozenset({'"', "“", "‘", "'", "''", "``"})
_QUESTIONS = frozenset(
    {"what", "why", "how", "who", "when", "where", "which", "here", "is", "are", "do", "does", "did", "can"}
)
_MODALS = frozenset({"will", "wo", "must", "should", "would", "can", "could", "may", "might", "shall", "'ll", "’ll"})
_TELLERS = frozenset(
    {"source", "official", "minister", "president", "spokesman", "spokeswoman", "diplomat", "police", "army", "poll"}
)


def of_colon(colon: Token, words: Lexicon) -> Iterator[Frame]:
    """The saying of a line that opens with a speaker and a colon, or closes with a colon and a speaker."""
    if colon.text != ":":
        return
    doc = colon.doc
    first, last = _line(colon)
    if not first < colon.i < last:
        return
    before, after = range(first, colon.i), range(colon.i + 1, last + 1)
    if len(before) <= _LONGEST and _speaks(doc[colon.i - 1], doc[first], words) and _tells(doc, after):
        source, content = doc[colon.i - 1], after
    elif len(after) <= 3 and doc[last].lemma_.lower() in _TELLERS | words.papers and _tells(doc, before):
        source, content = doc[last], before
    else:
        return
    frame = Frame(colon, "say", [colon.i], source, set(content))
    sure = any(doc[i].text in _MARKS or doc[i].lower_ in _MODALS for i in content)
    frame.attitude = not (source.lemma_.lower() in _TELLERS or (source.ent_type_ == "PERSON" and sure))
    yield frame.carve()


def _line(token: Token) -> tuple[int, int]:
    """The first and last token of the line in which a token stands."""
    doc = token.doc
    first = last = token.i
    while first > 0 and token.i - first <= _LONGEST and "\n" not in doc[first - 1].text:
        first -= 1
    if first > 0 and "\n" not in doc[first - 1].text and token.i - first > _LONGEST:
        first = token.sent.start
    while last + 1 < len(doc) and last - token.i < 200 and "\n" not in doc[last + 1].text:
        last += 1
    return first, last


def _speaks(last: Token, first: Token, words: Lexicon) -> bool:
    """Whether the words before a colon name somebody who can say something."""
    if last.lemma_.lower() in _TELLERS | words.papers | words.read_in:
        return True
    return last.pos_ == "PROPN" and last.ent_type_ in ("PERSON", "ORG") and first.text[:1].isupper()


def _tells(doc: Doc, tokens: range) -> bool:
    """Whether the words make a statement: a verb in them, and no question."""
    first = doc[tokens[0]]
    if first.text in _MARKS:
        return len(tokens) > 2
    verbs = any(doc[i].pos_ in ("VERB", "AUX") for i in tokens)
    return len(tokens) > 2 and verbs and first.lower_ not in _QUESTIONS

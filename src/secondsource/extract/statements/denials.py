"""What a denial denies: its clause, or the report as such where it names none.

"Denied that they had met" denies the clause, "it is not true that they met" the clause in it, "called the report
baseless" and "this is a fabrication" the report. "They never met" is no denial of itself: it says that they did not.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from secondsource.extract.reading import Reading
from secondsource.extract.sayings.cues import lexicon
from secondsource.extract.sayings.untrue import REPORTS, denied_clause, says_untrue
from secondsource.extract.statements.pieces import is_negated, key_of, subtree_span
from secondsource.extract.statements.wording import sentence_like
from secondsource.model import Assertion, Attribution, Span, Stance

_POINTING = frozenset({"this", "that", "it", "these", "those", "all", "everything"})
_TURNING = frozenset({"deny", "reject", "retract"})
_HAPPENING = frozenset({"happen", "occur", "exist"})
# A denial of a report as such has no more key words than these beside the word for the report.
_BESIDE = 2
# Sentences back in which what "this" means stands, and what "the report" means.
_POINTED_BACK, _REPORT_BACK = 1, 4


@dataclass(frozen=True, slots=True)
class Denied:
    """What is denied: its words as a statement, where they stand, its key and whether it is itself negated."""

    text: str
    content: Span
    key: frozenset[str]
    negated: bool
    stance: Stance = "denies"


def denied_by(reading: Reading, attribution: Attribution, content: Span, root: int) -> Denied | None:
    """What an attribution that denies is about, where it is not simply its content."""
    if attribution.stance not in ("denies", "retracts") or root < 0:
        return None
    head = reading.parsed[root]
    if attribution.stance == "retracts":  # what is withdrawn is no longer said
        if head.pos_ not in ("VERB", "AUX"):
            return None
        return Denied(_words(reading, content), content, key_of(reading, content), is_negated(reading, root))
    found = bare_or_clause(reading, head, content)
    if found is not None:
        return found
    if head.lemma_.lower() in REPORTS and head.pos_ in ("NOUN", "PROPN"):
        return _bare(reading, content, head.lemma_.lower())
    if head.pos_ == "PRON":
        return _bare(reading, content, "report")
    words = key_of(reading, content)
    bare = len(words) <= 1 + _BESIDE and bool(words & REPORTS)
    if is_negated(reading, root) and not bare and not _by_denying(reading, attribution):
        return Denied(_words(reading, content), content, words, True, "asserts")
    return None


def bare_or_clause(reading: Reading, head: Token, content: Span) -> Denied | None:
    """What "it is not true that they met" or "this is a fabrication" denies; None where a clause is neither."""
    clause = denied_clause(head)
    if clause is not None:
        span = subtree_span(reading, clause)
        return Denied(_words(reading, span), span, key_of(reading, span), is_negated(reading, clause.i))
    if not says_untrue(head) and not (head.lemma_ in _HAPPENING and is_negated(reading, head.i)):
        return None
    own = next((c for c in head.lefts if c.dep_ == "nsubj"), None)
    if own is None or any(c.dep_ in ("acl", "relcl", "ccomp") for c in own.rights):
        return None
    if own.lower_ in _POINTING and own.pos_ != "NOUN":
        return _bare(reading, content, "report")
    if own.lemma_.lower() in REPORTS and own.pos_ == "NOUN" and says_untrue(head):
        return _bare(reading, content, own.lemma_.lower())
    return None


def _bare(reading: Reading, content: Span, report: str) -> Denied:
    words = key_of(reading, content)
    others = sorted(words - REPORTS, key=lambda w: (not w[:1].isupper(), w))[:_BESIDE]
    return Denied(_words(reading, content), content, frozenset({report, *others}), False)


def _words(reading: Reading, span: Span) -> str:
    return sentence_like(reading.document.text[span.start : span.end])


def is_bare(assertion: Assertion) -> bool:
    """Whether an assertion denies a report as such, in words that name nothing of it."""
    words = assertion.key
    short = len(words) <= 1 + _BESIDE and bool(words & REPORTS)
    return short and assertion.stance == "denies" and assertion.event is None


def with_what_is_denied(reading: Reading, rows: Sequence[Assertion]) -> Iterator[Assertion]:
    """The assertions of a document in text order, each bare denial with the proposition that it can only mean.

    "Norway said that she had been fishing; Iceland denied this". Where an event was told of, two words point to it;
    "this" that nobody has said before denies nothing that is known.
    """
    for n, assertion in enumerate(rows):
        if not is_bare(assertion):
            yield assertion
            continue
        meant = _meant_by(reading, assertion, rows[:n])
        if meant is None:
            if not _points(reading, assertion):
                yield assertion
        elif meant.event is None:
            yield replace(
                assertion, text=meant.text, key=meant.key, negated=meant.negated, figures=meant.figures,
                subject=meant.subject,
            )  # fmt: skip
        else:
            yield replace(assertion, key=frozenset({*(assertion.key & REPORTS), *_telling_words(meant, rows)}))


def _meant_by(reading: Reading, denial: Assertion, before: Sequence[Assertion]) -> Assertion | None:
    """What was put forward by somebody else just before a denial, of several in one place an event."""
    last = bisect_right(reading.starts, denial.sentence.start) - 1
    points = _points(reading, denial)
    found: list[Assertion] = []
    for other in reversed(before):
        back = last - (bisect_right(reading.starts, other.sentence.start) - 1)
        if back > (_POINTED_BACK if points else _REPORT_BACK):
            break
        own = len(other.holders) == 1
        if other.stance in ("denies", "no_comment", "supposes") or other.holders[0] == denial.holders[0]:
            continue
        if own or other.content.start >= denial.content.start:
            continue
        if found and other.sentence != found[0].sentence:
            break
        found.append(other)
    return next((a for a in found if a.event is not None), found[0] if found else None)


def _points(reading: Reading, denial: Assertion) -> bool:
    """Whether a denial says no more than "this", "it" of what it denies."""
    tokens = reading.parsed.char_span(denial.content.start, denial.content.end, alignment_mode="expand")
    return tokens is not None and not any(t.lemma_.lower() in REPORTS for t in tokens)


def _telling_words(meant: Assertion, rows: Sequence[Assertion]) -> list[str]:
    """Two words of an event's telling that the fewest others of the document share."""
    often = Counter(w for a in rows if a.event is not None for w in a.key)
    return sorted(meant.key - REPORTS, key=lambda w: (often[w], w))[:_BESIDE]


def _by_denying(reading: Reading, attribution: Attribution) -> bool:
    """Whether the cue itself denies, and not only the words that it reports."""
    words = lexicon()
    for piece in attribution.cue:
        for token in reading.parsed.char_span(piece.start, piece.end, alignment_mode="expand") or ():
            kinds = {*words.verbs.get(words.lemma(token), {}).values(), words.nouns.get(token.lemma_.lower(), "")}
            if kinds & _TURNING or token.dep_ == "neg" or token.lower_ in ("not", "never"):
                return True
    return False

"""Wording: what is put forward as a sentence of its own, or nothing where the words make none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from secondsource.extract.events.grammar import subject
from secondsource.extract.reading import Reading
from secondsource.extract.sayings.untrue import is_untrue
from secondsource.model import Span, Stance

# An embedded question or a relative clause of its own puts nothing forward: "what he called", "whether they met".
_ASKED = re.compile(r"^(?:what|who|whom|whose|why|how|when|where|which|whether|if)\b", re.I)
_JOINING = re.compile(r"^(?:that|and|but|while|as|of|from|whether)\s+", re.I)
# What is denied may be named by a noun alone: "denied any connection with the attack".
_OF_NOUNS = frozenset({"denies", "corrects", "retracts"})
# The number or bullet of a list item is none of its words.
_ITEM = re.compile(r"^(?:[*•·▪‣]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
_PIECE_JOINS = re.compile(r"\s+([,.;:!?”’])")


def sentence_like(words: str) -> str:
    """A stretch of text as a sentence of its own: quote marks at its ends, joining words and white space put right."""
    words = _ITEM.sub("", " ".join(words.split()).strip(" ,;:–—-"))
    words = _JOINING.sub("", words)
    if words.count("“") != words.count("”"):
        words = words.strip("“”")
    if words.count('"') % 2:
        words = words.strip('"')
    return words[:1].upper() + words[1:].rstrip(" ,;:")


def proposition(reading: Reading, pieces: Sequence[Span], home: Span, stance: Stance) -> str | None:
    """What is put forward in a sentence by the pieces of an attribution's content; None where they make no statement.

    A subject that stands outside is put back: "vowed to stay" becomes "Chad vowed to stay".
    """
    text = reading.document.text
    inside = [
        (max(p.start, home.start), min(p.end, home.end)) for p in pieces if p.start < home.end and home.start < p.end
    ]
    words = " ".join(text[start:end] for start, end in inside).strip(" “\"'‘")
    if _ASKED.match(words):
        return None
    root = _root(reading, inside)
    small = _small_clause(reading, inside)
    if small is not None:
        return small
    if root is None or (root.pos_ not in ("VERB", "AUX") and not _has_verb(reading, inside)):
        whole = len(words.split()) > 2 and stance in _OF_NOUNS
        return sentence_like(_PIECE_JOINS.sub(r"\1", words)) if whole else None
    if _is_imperative(root):
        return None
    whose = _missing_subject(root, inside, text)
    words = _JOINING.sub("", words)
    said = sentence_like(_PIECE_JOINS.sub(r"\1", f"{whose} {words}" if whose else words))
    return said if len(said.split()) > 2 else None


def _small_clause(reading: Reading, inside: Sequence[tuple[int, int]]) -> str | None:
    """A thing and what it is called, as a statement: "the letter forged", "the video as a fake" -> "is"."""
    if len(inside) != 1:
        return None
    span = reading.parsed.char_span(*inside[0], alignment_mode="contract")
    if span is None or len(span) < 2 or any(t.pos_ == "AUX" or t.tag_ in ("VBZ", "VBP", "MD") for t in span):
        return None
    last = span[-1] if not span[-1].is_punct else span[-2]
    if not is_untrue([last]) or any(t.dep_ in ("nsubjpass", "auxpass", "mark") for t in span):
        return None
    noun = next((t for t in span if t.pos_ in ("NOUN", "PROPN", "PRON") and t.dep_ not in ("compound", "poss")), None)
    if noun is None or noun.i >= last.i:
        return None
    head = reading.document.text[span[0].idx : noun.idx + len(noun.text)]
    rest = reading.document.text[noun.idx + len(noun.text) : last.idx + len(last.text)].strip(" ,\"“”'‘’")
    return sentence_like(f"{head} is {re.sub(r'^as ', '', rest)}")


def _root(reading: Reading, inside: Sequence[tuple[int, int]]) -> Token | None:
    longest = max(inside, key=lambda s: s[1] - s[0], default=None)
    span = reading.parsed.char_span(*longest, alignment_mode="contract") if longest is not None else None
    return span.root if span is not None and len(span) else None


def _has_verb(reading: Reading, inside: Sequence[tuple[int, int]]) -> bool:
    """Whether the words hold a verb with a subject of its own, wherever the parse hung it."""
    for start, end in inside:
        for token in reading.parsed.char_span(start, end, alignment_mode="contract") or ():
            if token.dep_ in ("nsubj", "nsubjpass") and token.head.pos_ in ("VERB", "AUX") and token.tag_ not in _WH:
                return bool(start <= token.head.idx < end)
    return False


_WH = frozenset({"WDT", "WP", "WRB"})


def _is_imperative(root: Token) -> bool:
    if root.tag_ != "VB" or root.dep_ in ("xcomp", "acl", "advcl", "pcomp", "relcl"):
        return False
    return not any(c.dep_ in ("nsubj", "nsubjpass", "expl", "aux", "csubj", "auxpass") for c in root.children)


def _missing_subject(root: Token, inside: Sequence[tuple[int, int]], text: str) -> str:
    """The words that give a statement its subject, where it stands outside: "Chad vowed" before "to stay"."""
    own = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    if own is None and root.tag_ in ("VB", "VBG") and root.dep_ in ("xcomp", "pcomp", "acl", "advcl", "conj"):
        own = subject(root)
    if own is None or any(start <= own.idx < end for start, end in inside) or own.pos_ not in ("NOUN", "PROPN", "PRON"):
        return ""
    first, last = own.left_edge, own.right_edge if own.head == root else own
    begin = min(start for start, _ in inside)
    if own.head != root and own.dep_ in ("nsubj", "nsubjpass") and root.tag_ == "VB" and first.idx < begin:
        return " ".join(text[first.idx : begin].split())
    return " ".join(text[first.idx : last.idx + len(last.text)].split())

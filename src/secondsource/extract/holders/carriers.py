"""The outlets through which words came: "told Reuters", "in an interview with it", "was quoted by TASS as saying"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from secondsource.extract.sayings.clauses import Frame, agent_of, source_tokens
from secondsource.model import Name

_MEDIA = frozenset({"outlet", "agency"})
_THROUGH = frozenset({"to", "with", "by", "in", "on", "via", "through", "for"})
_TELLING = frozenset({"tell", "give", "inform"})
_QUOTING = frozenset({"quote", "cite"})
# Those of an outlet who take down what they are told.
_PRESS = frozenset(
    "reporter correspondent journalist editor interview interviewer anchor host bureau newspaper paper agency magazine "
    "website daily weekly programme program show podcast service channel television radio news".split()
)


def carriers(frame: Frame, names: Sequence[Name]) -> Iterator[Name]:
    """Those of a sentence's names to whom or in which the words of a frame were said."""
    quoted_by = agent_of(frame.head) if frame.head.lemma_ in _QUOTING else _quoting(frame)
    if quoted_by is None and not any(name.kind in _MEDIA for name in names):
        return
    doc = frame.head.doc
    source = source_tokens(frame.source) if frame.source is not None else range(0)
    for name in names:
        span = doc.char_span(name.span.start, name.span.end, alignment_mode="expand")
        if span is None or span.root.i in frame.content or span.root.i in source:
            continue
        if any(start <= name.span.start < end for start, end in frame.quotes):
            continue
        if quoted_by is not None and span.start <= quoted_by.i < span.end:
            if name.kind in ("body", "person", *_MEDIA):
                yield replace(name, kind="outlet") if name.kind == "body" else name
        elif name.kind in _MEDIA and _passes_on(span.root, frame):
            yield name


def _quoting(frame: Frame) -> Token | None:
    """The agent of the verb above "as saying": "was quoted by X as saying that"."""
    above = frame.head
    for _ in range(3):
        if above.head.i == above.i:
            return None
        above = above.head
        if above.lemma_ in _QUOTING:
            return agent_of(above)
        if above.dep_ not in ("prep", "pcomp") and above.pos_ not in ("ADP", "SCONJ"):
            return None
    return None


def _passes_on(outlet: Token, frame: Frame) -> bool:
    """Whether an outlet is where something was said, not whom the saying is about or who was met or ordered."""
    here = outlet
    for _ in range(6):
        if here.dep_ in ("compound", "poss", "nmod", "amod") and here.head.lemma_.lower() not in _PRESS:
            return False
        if frame.carrier is not None and here.i == frame.carrier.i:
            return frame.kind != "want"
        above = here.head
        if above.i == here.i:
            return False
        if above.dep_ in ("prep", "agent", "dative") and here.dep_ == "pobj":
            if above.lower_ not in _THROUGH:
                return False
        elif here.dep_ in ("nsubj", "nsubjpass") and above.lemma_ not in _QUOTING:
            return False
        elif here.dep_ in ("dobj", "dative") and above.pos_ == "VERB" and above.i != frame.head.i:
            told = above.lemma_ in _TELLING
            if not told:
                return False
        if above.i == frame.head.i:
            return here.dep_ not in ("nsubj", "nsubjpass", "ccomp", "parataxis", "npadvmod")
        here = above
    return False

"""How an attribution is meant: asserted, relayed, hedged, planned, supposed, denied, declined, corrected, withdrawn."""

from __future__ import annotations

from spacy.tokens import Token

from secondsource.extract.sayings.clauses import Frame, source_tokens
from secondsource.extract.sayings.cues import Lexicon, lexicon
from secondsource.model import Holder, Mentions, Span, Stance

_FIXED: dict[str, Stance] = {"no_comment": "no_comment", "correct": "corrects", "retract": "retracts"}
# What it means to not do a thing: "did not say whether" is silence, "do not believe that" a denial.
_NEGATED: dict[str, Stance] = {
    "say": "no_comment",
    "report": "no_comment",
    "deny": "no_comment",
    "claim": "no_comment",
    "believe": "denies",
    "plan": "denies",
}
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_MAYBE = frozenset({"may", "might", "could"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor"})


def read_stance(
    mentions: Mentions, frame: Frame, content: tuple[Span, ...], holders: tuple[Holder, ...]
) -> tuple[Stance, str | None]:
    """The stance of one attribution and its hedging words as they stand in the text."""
    words = lexicon()
    if frame.unsaid:
        return "supposes", None
    if frame.kind in _FIXED:
        return _FIXED[frame.kind], None
    root = _root(mentions, content)
    hedge = _hedge_of_cue(frame, words) or _hedge_of_content(mentions, root, content, words)
    sure = _turned(mentions, frame, root, content) or _supposed(mentions, frame, root, content)
    if sure is not None:
        return sure, hedge
    if hedge is not None or frame.kind == "allege" or (frame.source is None and frame.passive):
        return "hedges", hedge or _said(mentions, frame)
    if _future(root):
        return "plans", None
    own = mentions.document.outlet
    return ("relays" if any(h.kind in ("outlet", "agency") and h.name != own for h in holders) else "asserts"), None


def _turned(mentions: Mentions, frame: Frame, root: Token | None, content: tuple[Span, ...]) -> Stance | None:
    """Where the saying is a denial, or is not made at all."""
    negated = any(mentions.parsed[i].lower_ in _NEGATIONS for i in frame.cue)
    if negated and frame.kind in _NEGATED and not (frame.kind == "say" and frame.quotes):
        return _NEGATED[frame.kind]
    if frame.kind in ("deny", "reject") or _denied(mentions, root, content, lexicon()):
        return "denies"
    return None


def _supposed(mentions: Mentions, frame: Frame, root: Token | None, content: tuple[Span, ...]) -> Stance | None:
    """Where what is said is a plan, a wish or a guess."""
    if frame.kind == "plan" or (frame.kind == "suppose" and frame.passive and frame.head.lemma_ == "expect"):
        return "plans"
    if frame.kind in ("suppose", "want"):
        return "supposes"
    if _guesses(frame, lexicon()) and (frame.kind == "believe" or _unsure(root)):
        return "supposes"
    return None


def _root(mentions: Mentions, content: tuple[Span, ...]) -> Token | None:
    """The main verb of what is said."""
    for piece in content:
        span = mentions.parsed.char_span(piece.start, piece.end, alignment_mode="contract")
        if span is None or not len(span):
            continue
        main: Token = span.root
        if main.pos_ in ("VERB", "AUX"):
            return main
        verb: Token | None = next((token for token in span if token.pos_ in ("VERB", "AUX")), None)
        if verb is not None:
            return verb
    return None


def _said(mentions: Mentions, frame: Frame) -> str:
    doc = mentions.parsed
    first, last = doc[frame.cue[0]], doc[frame.cue[-1]]
    return mentions.document.text[first.idx : last.idx + len(last)]


def _hedge_of_cue(frame: Frame, words: Lexicon) -> str | None:
    """A hedge on the saying itself: "reportedly indicated", "unconfirmed reports"."""
    doc = frame.head.doc
    near = [doc[i] for i in frame.cue]
    near += [c for c in frame.head.children if c.dep_ == "advmod"]
    if frame.head.pos_ == "NOUN":
        near += [c for c in frame.head.lefts if c.dep_ == "amod"]
    if frame.source is not None:
        near += [doc[i] for i in source_tokens(frame.source)]
    for token in near:
        if token.lower_ in words.hearsay or (token.dep_ == "amod" and token.lower_ in words.hedge_adjectives):
            return token.text
    return None


def _hedge_of_content(mentions: Mentions, root: Token | None, content: tuple[Span, ...], words: Lexicon) -> str | None:
    """A hedge on the main clause of what is said: a modal, an adverb, "if true"."""
    if root is not None:
        for child in root.children:
            if child.dep_ == "aux" and child.lower_ in _MAYBE:
                return child.text
            if child.dep_ == "advmod" and child.lower_ in words.hedge_adverbs:
                return child.text
    for piece in content[:1]:
        found = words.hedge_phrases.search(mentions.document.text, piece.start, piece.end)
        if found is not None:
            return found.group()
    return None


def _denied(mentions: Mentions, root: Token | None, content: tuple[Span, ...], words: Lexicon) -> bool:
    if root is not None:
        for child in root.children:
            if child.dep_ in ("acomp", "attr", "oprd") and child.lemma_.lower() in words.denial_words:
                return not any(c.dep_ == "neg" for c in root.children)
    text = mentions.document.text
    return any(
        words.denial_phrases.search(text, piece.start, min(piece.end, piece.start + 160)) for piece in content[:1]
    )


def _guesses(frame: Frame, words: Lexicon) -> bool:
    return frame.source is not None and frame.source.lemma_.lower() in words.guessing


def _future(root: Token | None) -> bool:
    if root is None:
        return False
    if any(c.dep_ == "aux" and c.lower_ in _FUTURE for c in root.children):
        return True
    return root.lemma_ in lexicon().going and any(
        c.dep_ == "xcomp" and any(g.lower_ == "to" for g in c.children) for c in root.children
    )


def _unsure(root: Token | None) -> bool:
    if root is None:
        return False
    auxiliaries = {c.lower_ for c in root.children if c.dep_ == "aux"}
    return bool(auxiliaries & (_MAYBE | _FUTURE | {"would", "should", "can"}))

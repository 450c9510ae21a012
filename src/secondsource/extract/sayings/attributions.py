"""Who says what: cue words, their sources and contents, direct quotations, and sayings told through others.

`find_attributions` gives propositions that somebody puts forward; `find_attitudes` things that somebody judges
("criticised the visit"), whose content nobody asserts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from spacy.tokens import Doc

from secondsource.extract.holders.delayed import name_officers
from secondsource.extract.holders.holder import NOBODY, Resolver
from secondsource.extract.sayings.clauses import Frame, source_tokens
from secondsource.extract.sayings.corrections import take_back
from secondsource.extract.sayings.cues import lexicon
from secondsource.extract.sayings.frames import find_frames
from secondsource.extract.sayings.quotes import find_quotes, give_quotes, within
from secondsource.extract.sayings.read_out import with_statements
from secondsource.extract.sayings.silences import hear_silences, settle_silences, spelt_out
from secondsource.extract.sayings.stances import read_stance
from secondsource.extract.sayings.tails import announce
from secondsource.extract.sayings.turns import with_turns
from secondsource.extract.sayings.unsaid import without_holder
from secondsource.extract.sayings.untrue import settle_untrue
from secondsource.extract.sources.credits import with_credits
from secondsource.model import Attribution, Holder, Mentions, Span

Pieces = list[tuple[int, int]]
_TRIM = " \t\n\r,;:.–—-"
_DATELINE = re.compile(r"[A-Z][A-Z.’' ]{2,30}(?:, [A-Z][\w. ]{2,20})?(?: ?\([^)\n]{2,40}\))? ?(?:–|—|--|-) ")
_SELF = frozenset({"i", "we", "my", "our", "us", "me"})


def find_attributions(mentions: Mentions) -> tuple[Attribution, ...]:
    """Every attribution of the document in the order of its cues, holders from the origin to the last carrier named."""
    told = _read(mentions, settle=True)
    read = [(without_holder(frame), pieces) for frame, pieces in told if not frame.attitude]
    found = _attribute(mentions, read)
    heard = hear_silences(mentions, take_back(mentions, name_officers(mentions, settle_silences(found))))
    return with_credits(mentions, with_statements(mentions, with_turns(mentions, heard)))


def find_sayings(mentions: Mentions) -> tuple[Attribution, ...]:
    """Attributions and attitudes together as the sentences show them, in the order of their cues.

    A no-comment has the words that it is made of as its content, where it is about nothing else.
    """
    read = []
    for frame, pieces in _read(mentions):
        if not pieces:
            spelt_out(frame)
            pieces = _join(
                mentions.document.text, _token_pieces(mentions.document.text, mentions.parsed, frame.content)
            )
        if pieces:
            read.append((frame, pieces))
    return _attribute(mentions, read)


def find_attitudes(mentions: Mentions) -> tuple[Attribution, ...]:
    """Every judgement of a thing rather than of a proposition, in the order of its cues."""
    return _attribute(mentions, [pair for pair in _read(mentions) if pair[0].attitude])


def _read(mentions: Mentions, settle: bool = False) -> list[tuple[Frame, Pieces]]:
    """The cues of a document that have a content or are about having none, each with the pieces of its content.

    With `settle`, a saying that is called untrue is one denial, not the saying of whoever calls it so.
    """
    text, parsed = mentions.document.text, mentions.parsed
    frames = find_frames(parsed)
    if settle:
        for frame in frames:
            announce(frame)
        frames = settle_untrue(frames)
    quotes = find_quotes(text)
    give_quotes(text, quotes, frames)
    kept = []
    for frame in frames:
        if frame.source is not None and frame.source.lower_ in _SELF and within(frame.head.idx, quotes, borrowed=True):
            continue  # "we believe" inside somebody's words is that somebody's statement already
        if frame.head.i and frame.head.nbor(-1).lower_ == "please":
            continue  # "please note that" asks its reader, and says nothing of whoever follows
        pieces = _join(text, _token_pieces(text, parsed, frame.content) + frame.quotes)
        if pieces or frame.kind == "no_comment":
            kept.append((frame, pieces))
    return kept


def _attribute(mentions: Mentions, read: list[tuple[Frame, Pieces]]) -> tuple[Attribution, ...]:
    text, parsed, document = mentions.document.text, mentions.parsed, mentions.document.id
    starts = [sentence.start for sentence in mentions.sentences]
    resolver = Resolver(mentions)
    outer = _enclosing(read)
    own = [resolver.holders(frame) for frame, _ in read]
    # What somebody declines to comment on, "reports that ...", is not what he says.
    outer = [None if n is not None and read[n][0].kind == "no_comment" else n for n in outer]
    found: list[Attribution] = []
    for n, (frame, pieces) in enumerate(read):
        at = frame.head.idx
        sentence = mentions.sentences[max(0, bisect_right(starts, at) - 1)]
        source: Pieces = []
        if frame.source is not None:
            source = _token_pieces(text, parsed, source_tokens(frame.source))
        holders = _chain(n, own, outer)
        content = _spans(document, pieces)
        stance, hedge = read_stance(mentions, frame, content, holders)
        if not holders and stance != "plans" and frame.source is None and not frame.own:
            holders = (_talk(frame),)
        cue = _token_pieces(text, parsed, frame.cue) or [(at, at + len(frame.head))]
        found.append(
            Attribution(
                sentence,
                _spans(document, source),
                _spans(document, cue),
                content,
                holders,
                stance,
                hedge,
                bool(frame.quotes),
            )
        )
    return tuple(found)


def _talk(frame: Frame) -> Holder:
    """Who holds what nobody is said to hold: "unconfirmed reports" in those words, else nobody."""
    head = frame.head
    doubt = next((c for c in head.lefts if c.dep_ == "amod" and c.lower_ in lexicon().hedge_adjectives), None)
    if head.pos_ != "NOUN" or doubt is None:
        return NOBODY
    return Holder(f"{doubt.lower_} {head.lower_}", "unnamed")


def _enclosing(read: list[tuple[Frame, Pieces]]) -> list[int | None]:
    """For each cue the number of the one in whose content it lies, the smallest where there are several."""
    order = sorted(range(len(read)), key=lambda n: read[n][0].head.idx)
    offsets = [read[n][0].head.idx for n in order]
    outer: list[int | None] = [None] * len(read)
    sizes = [sum(end - start for start, end in pieces) for _, pieces in read]
    for n in sorted(range(len(read)), key=lambda n: -sizes[n]):
        for start, end in read[n][1]:
            for k in range(bisect_right(offsets, start - 1), bisect_right(offsets, end - 1)):
                if order[k] != n:
                    outer[order[k]] = n
    return outer


def _chain(n: int, own: list[tuple[Holder, ...]], outer: list[int | None]) -> tuple[Holder, ...]:
    """The holders of a saying and of all sayings round it, each once."""
    chain: dict[str, Holder] = {}
    seen: set[int] = set()
    here: int | None = n
    while here is not None and here not in seen:
        seen.add(here)
        for holder in own[here]:
            chain.setdefault(holder.name, holder)
        here = outer[here]
    return tuple(chain.values())


# --- pieces of text ---------------------------------------------------------------------------------------------------


def _join(text: str, pieces: Pieces) -> Pieces:
    """The pieces in order, those that touch made one."""
    merged: Pieces = []
    for start, end in sorted(pieces):
        if merged and (start <= merged[-1][1] or not text[merged[-1][1] : start].strip()):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _token_pieces(text: str, parsed: Doc, tokens: Iterable[int]) -> Pieces:
    """The stretches of text that the tokens cover, punctuation at their edges cut."""
    runs: list[list[int]] = []
    for i in sorted(tokens):
        if runs and i == runs[-1][1] + 1:
            runs[-1][1] = i
        else:
            runs.append([i, i])
    pieces = (_trim(text, parsed[first].idx, parsed[last].idx + len(parsed[last])) for first, last in runs)
    return [(start, end) for start, end in pieces if any(map(str.isalnum, text[start:end]))]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    dateline = _DATELINE.match(text, start, end)
    if dateline is not None:
        start = dateline.end()
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return start, end


def _spans(document: str, pieces: Pieces) -> tuple[Span, ...]:
    return tuple(Span(document, start, end) for start, end in pieces)

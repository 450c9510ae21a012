"""Those who say nothing: declined to comment, has not responded, remained silent."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from secondsource.extract.sayings.clauses import Frame, agent_of, cue_tokens, subject_of, subtree
from secondsource.extract.sayings.cues import Lexicon
from secondsource.model import Attribution, Mentions

_ABOUT = frozenset({"on", "about", "regarding", "concerning", "over", "to", "for", "whether", "if"})
_DECLINED = frozenset({"xcomp", "dobj"})
_STATES = frozenset({"acomp", "oprd", "attr", "xcomp", "advcl"})
_OF_SUBJECT = frozenset({"preconj", "det", "cc", "advmod"})
_HAD = frozenset({"comment", "response", "reaction", "reply", "statement"})
_TELLING = frozenset({"say", "disclose", "reveal"})
_ANYTHING = frozenset({"anything", "nothing", "word"})
_WORD = frozenset({"word", "news", "answer"})
_OF = frozenset({"aware", "knowledge", "word", "news", "details"})
# A silence begins a content within so many code points: "that there was", "that he was".
_NEAR = 20
_ADDING = frozenset({"confirm", "add", "say", "announce", "report", "share", "offer", "comment", "disclose"})
_KNOWN = frozenset({"information", "comment", "knowledge", "detail"})
BORNE_OUT = frozenset({"confirm", "verify", "acknowledge", "admit"})
_NOBODY = frozenset({"neither", "nobody", "none", "no"})


def silence(verb: Token, words: Lexicon) -> Frame | None:
    """The no-comment that a verb stands for, its content being what it is about (often nothing)."""
    nothing = _no_word(verb, words) or _knows_nothing(verb)
    if nothing is not None:
        cue = sorted({verb.i, nothing[1].i})
        return Frame(verb, "no_comment", cue, nothing[0], _matter(nothing[1], words)).carve()
    lemma = verb.lemma_.lower()
    if lemma == "deny" and verb.dep_ == "conj" and verb.head.lemma_ in BORNE_OUT:
        return _neither(verb)
    if lemma in BORNE_OUT and any(c.dep_ == "conj" and c.lemma_ == "deny" for c in verb.children):
        return None
    last = _last_word(verb, lemma, words)
    if last is None or _says_something(verb, last, words):
        return None
    subject, passive = subject_of(verb)
    source = agent_of(verb) if passive and verb.lemma_ != "reach" else subject
    if source is None or source.lower_ in ("it", "that", "which", "this"):
        return None
    cue = sorted({*cue_tokens(verb), *_between(verb, last)})
    return Frame(verb, "no_comment", cue, source, _matter(last, words)).carve()


def _no_word(verb: Token, words: Lexicon) -> tuple[Token, Token] | None:
    """ "There was no immediate reaction from X", "said there was nothing to confirm": who is silent, and the noun."""
    if verb.lemma_ != "be" or not any(c.dep_ == "expl" for c in verb.children):
        return None
    noun = next((c for c in verb.children if c.dep_ == "attr" and c.i > verb.i), None)
    if noun is None:
        return None
    if noun.lower_ == "nothing":
        adding = any(c.dep_ in ("relcl", "acl") and c.lemma_ in _ADDING for c in noun.children)
        speaker = _speaker_above(verb) if adding else None
        return (speaker, noun) if speaker is not None else None
    if noun.lemma_.lower() not in words.silent_objects | _WORD or not any(c.lower_ == "no" for c in noun.children):
        return None
    for child in (*noun.children, *verb.children):
        if child.dep_ == "prep" and child.lower_ in ("from", "by"):
            source = next((below for below in child.children if below.dep_ == "pobj"), None)
            if source is not None:
                return source, noun
    return None


def _knows_nothing(verb: Token) -> tuple[Token, Token] | None:
    """ "said he was not aware of X", "said it had no information", "has nothing to add": who, and a word."""
    nothing = next((c for c in verb.rights if c.dep_ == "dobj" and c.lower_ == "nothing"), None)
    adding = nothing is not None and any(c.dep_ in ("relcl", "acl") and c.lemma_ in _ADDING for c in nothing.children)
    if verb.lemma_ == "have" and nothing is not None and adding:
        source = subject_of(verb)[0]
        return (source, nothing) if source is not None else None
    speaker = _speaker_above(verb)
    if speaker is None:
        return None
    if verb.lemma_ == "be" and any(c.dep_ == "neg" for c in verb.children):
        state = next((c for c in verb.rights if c.dep_ == "acomp" and c.lower_ == "aware"), None)
        return (speaker, state) if state is not None else None
    if verb.lemma_ == "have":
        known = next((c for c in verb.rights if c.dep_ == "dobj" and c.lemma_ in _KNOWN), None)
        if known is not None and (any(c.lower_ == "no" for c in known.children) or _negated(verb)):
            return speaker, known
    return None


def _speaker_above(verb: Token) -> Token | None:
    """Whoever says the clause of a verb of himself: "the spokesman said he was not aware"."""
    if verb.dep_ != "ccomp" or verb.head.lemma_ not in ("say", "tell", "reply", "respond", "answer"):
        return None
    own = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if own is not None and own.pos_ != "PRON":
        return None
    return subject_of(verb.head)[0]


def _neither(denied: Token) -> Frame | None:
    """ "neither confirmed nor denied the report", "would not confirm or deny that"."""
    confirmed = denied.head
    above = confirmed.head if confirmed.dep_ == "xcomp" else confirmed
    source, _ = subject_of(above)
    no = [
        c.i
        for c in (*confirmed.lefts, *above.lefts, *confirmed.rights)
        if c.dep_ == "neg" or c.lower_ in ("neither", "never")
    ]
    refused = above.lemma_ in ("decline", "refuse", "fail")
    if source is None or not (no or refused):
        return None
    content: set[int] = set()
    for child in denied.rights:
        if child.dep_ in ("ccomp", "dobj", "xcomp"):
            content |= subtree(child)
    first = min([*no, confirmed.i])
    return Frame(denied, "no_comment", list(range(first, denied.i + 1)), source, content).carve()


def spelt_out(frame: Frame) -> None:
    """Give a no-comment about nothing the words themselves as content: "declined" + "to comment"."""
    verb = frame.head
    for child in verb.rights:
        below = next((c for c in child.children if c.dep_ == "pobj"), None) if child.dep_ == "prep" else None
        if child.dep_ in _DECLINED or below is not None:
            frame.content = subtree(below) if below is not None else subtree(child)
            frame.cue = [*cue_tokens(verb), child.i] if below is not None else cue_tokens(verb)
            return


def _last_word(verb: Token, lemma: str, words: Lexicon) -> Token | None:
    """The word on which what is not talked about hangs, where the verb is one of silence."""
    if lemma in words.declining:
        return next((c for c in verb.rights if c.dep_ in _DECLINED and c.lemma_.lower() in words.declined), None)
    if lemma in words.staying:
        state = next((c for c in verb.rights if c.dep_ in _STATES), None)
        if state is not None and state.lemma_.lower() in (words.available if lemma == "be" else words.quiet):
            return state if lemma != "be" or _negated(verb) else None
        return None
    if lemma in _TELLING:
        told = next((c for c in verb.rights if c.dep_ == "dobj" and c.lower_ in _ANYTHING), None)
        if told is not None and (told.lower_ == "nothing" or _negated(verb)):
            return told
    if lemma in words.silent:
        return verb if _negated(verb) else None
    if lemma == "reach":
        return verb if any(c.dep_ == "auxpass" for c in verb.children) and _negated(verb) else None
    if lemma in words.giving:
        made = next((c for c in verb.rights if c.dep_ == "dobj" and c.lemma_.lower() in words.silent_objects), None)
        if made is not None and (_negated(verb) or any(c.lower_ == "no" for c in made.children)):
            return made
    return None


def _negated(verb: Token) -> bool:
    """Whether somebody does not do it: "has not", "neither A nor B has", "has yet to", "failed to"."""
    if any(c.dep_ == "neg" or c.lower_ in ("neither", "never", "nor") for c in verb.children):
        return True
    if verb.dep_ == "xcomp":
        above = verb.head
        if above.lemma_ == "fail":
            return True
        if above.lemma_ in ("have", "be") and any(
            c.lower_ in ("yet", "still") or c.dep_ == "neg" for c in above.children
        ):
            return True
    subject, _ = subject_of(verb)
    if subject is None:
        return False
    return subject.lower_ in _NOBODY or any(c.lower_ in _NOBODY and c.dep_ in _OF_SUBJECT for c in subject.children)


def _says_something(verb: Token, last: Token, words: Lexicon) -> bool:
    """Whether it is no silence after all: "refused to say that ...", "declined to be named", "never returned"."""
    if last.i != verb.i:
        if any(c.dep_ == "auxpass" for c in last.children):
            return True
        if last.lemma_ == "say":
            return any(c.dep_ == "ccomp" and any(m.lower_ == "that" for m in c.children) for c in last.children)
    if verb.lemma_ == "return":
        return not any(c.dep_ == "dobj" and c.lemma_ in words.asking for c in verb.children)
    return verb.lemma_ == "have" and last.lemma_ not in _HAD


def _between(first: Token, last: Token) -> range:
    return range(first.i, last.i + 1) if 0 <= last.i - first.i <= 6 else range(first.i, first.i + 1)


def _matter(word: Token, words: Lexicon) -> set[int]:
    """What is not talked about: "on the reports", "whether they met"."""
    content: set[int] = set()
    for child in word.children:
        if child.i < word.i:
            continue
        if child.dep_ == "conj" and child.lemma_ == "deny":
            content |= _matter(child, words)
        if child.dep_ == "prep" and (child.lower_ in _ABOUT or (child.lower_ == "of" and word.lower_ in _OF)):
            for below in child.children:
                if below.lemma_ not in words.asking | {"comment", "interview"}:
                    content |= subtree(below)
        elif child.dep_ in ("ccomp", "dobj", "xcomp") and child.lemma_ not in words.asking:
            content |= subtree(child)
    return content


def settle_silences(found: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions with one no-comment for "said that he was not aware of it", not a saying and a silence in it."""
    silent = [a for a in found if a.stance == "no_comment"]
    inner = {id(b): a for b in silent for a in found if a is not b and _says_only(a, b)}
    if not inner:
        return found
    outer = {id(a) for a in inner.values()}
    kept = [a for a in found if id(a) not in inner]
    return tuple(replace(a, stance="no_comment", hedge=None) if id(a) in outer else a for a in kept)


def _says_only(saying: Attribution, silence: Attribution) -> bool:
    """Whether a saying's content begins with a silence of the same holder."""
    if saying.sentence != silence.sentence or not silence.cue or saying.holders[:1] != silence.holders[:1]:
        return False
    at = silence.cue[0].start
    return any(piece.start <= at < piece.end and at - piece.start < _NEAR for piece in saying.content)


# Words in which somebody says himself that he will not say: "we do not comment on", "I have nothing for you on that".
_NOT = r"(?: not|n[’']t)"
_INTO = r"(?:go|get) into (?:that|this|it|the|any|details?|specifics|particulars)"
_OWN_SILENCE = re.compile(
    r"\W*(?:(?:again|well|look|no|sorry|so|and|but)[,.]? )*(?:(?:i|we|it|they|he|she|the \w+)\b\W*)?(?:"
    rf"(?:do|does|did|will|would|wo|can|could|ca){_NOT} (?:be )?(?:able to |going to )?"
    rf"(?:comment|speculate|discuss|react(?= to\b|\W*$)|respond|characteri[sz]e|elaborate|confirm or deny|{_INTO}"
    r"|talk about)\b"
    rf"|(?:am|are|is|was|were|[’'](?:m|re|s)){_NOT} (?:going to |in a position to |able to |prepared to )?"
    r"(?:comment|confirm|speculat|discuss|react|characteri[sz]|elaborat|talk about)"
    rf"|(?:am|are|is|was|were|[’'](?:m|re|s)){_NOT} (?:going to |prepared to ){_INTO}\b"
    r"|ha(?:ve|s|d) (?:nothing (?:to|for|more|further|new|on)|no (?:comment|information|announcement|reaction))\b"
    rf"|(?:do|does|did){_NOT} have (?:anything|any (?:comment|information)|a (?:comment|response|reaction))\b"
    r"|no comment\b|nothing (?:to|for you)\b)",
    re.IGNORECASE,
)


def is_own_silence(words: str) -> bool:
    """Whether somebody's words say no more than that he will say nothing: "We do not comment on leaks"."""
    return _OWN_SILENCE.match(words) is not None


def hear_silences(mentions: Mentions, found: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions with a no-comment for a saying in whose words somebody declines to say anything."""
    text = mentions.document.text
    silent = {
        a
        for a in found
        if a.stance in ("asserts", "relays", "denies")
        and a.content
        and is_own_silence(text[a.content[0].start : a.content[-1].end])
    }
    return tuple(replace(a, stance="no_comment", hedge=None) if a in silent else a for a in found)

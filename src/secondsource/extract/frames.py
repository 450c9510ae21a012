"""Who says what in one clause: the source, the cue and the content of each cue word, read off the parse."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from secondsource.extract.clauses import Frame, agent_of, cue_tokens, placeholder, subject_of, subtree
from secondsource.extract.complements import Complement, complement_of, inverted_speaker, misread_infinitive, union
from secondsource.extract.cues import Lexicon, lexicon
from secondsource.extract.nominal import according, of_adjective, of_adverb, of_noun
from secondsource.extract.silences import silence

# An order or a plan in the passive is what is done to somebody, not what anybody says: "was told to leave".
_ORDERS = frozenset({"want", "plan"})
_CITING = frozenset({"citing", "quoting"})
_SETS_OFF = frozenset({",", "–", "—", "("})


def find_frames(parsed: Doc) -> list[Frame]:
    """Every cue word of the text that has a content, or that may stand beside a quotation, in text order."""
    words = lexicon()
    found: list[Frame] = []
    for token in parsed:
        if token.lower_ == "according":
            found.extend(according(token, words))
            continue
        read = _READERS.get(token.pos_)
        if read is not None:
            found.extend(read(token, words))
    return _untangle(found, words)


def _untangle(found: list[Frame], words: Lexicon) -> list[Frame]:
    """The frames without a "reportedly" that only colours a saying with a holder, and with no "according to" inside."""
    spoken = {frame.head.i for frame in found if frame.source is not None}
    kept = [f for f in found if f.head.lower_ not in words.hearsay or f.head.head.i not in spoken]
    for frame in kept:
        if frame.head.lower_ == "according" and frame.source is not None:
            phrase = set(frame.cue) | subtree(frame.source)
            for other in kept:
                if other is not frame:
                    other.content -= phrase
    return kept


def _of_verb(verb: Token, words: Lexicon) -> Iterator[Frame]:
    quiet = silence(verb, words)
    if quiet is not None:
        yield quiet
        return
    if verb.pos_ == "AUX":
        return
    if verb.lower_ in _CITING:
        yield from _citing(verb, words)
        return
    lemma = words.lemma(verb)
    frames = words.verbs.get(lemma, {})
    if frames and verb.dep_ == "nsubj":
        yield from _wedged(verb, frames)
        return
    complement = complement_of(verb, frames) if frames else Complement()
    if not complement.kind:
        phrase = _with_preposition(verb, lemma, words)
        if phrase is not None:
            yield phrase
            return
    if frames:
        yield from _governed(verb, lemma, frames, complement)


def _governed(verb: Token, lemma: str, frames: dict[str, str], complement: Complement) -> Iterator[Frame]:
    """The frame of a verb that governs its content, in the active or the passive."""
    words = lexicon()
    subject, passive = subject_of(verb)
    speaker = inverted_speaker(verb) if "quote" in frames else None
    if speaker is not None:
        complement, subject, passive = Complement(), speaker, False
    source = agent_of(verb) if passive else subject
    if passive:
        complement = _in_passive(verb, lemma, complement, subject)
        if source is None and complement.kind in _ORDERS:
            return
    if source is None and not passive:
        return
    frame = Frame(verb, complement.kind or frames.get("quote", ""), cue_tokens(verb), source, complement.content)
    frame.may_quote = "quote" in frames and subject is not None
    frame.passive = passive
    frame.attitude = complement.attitude or _turned_down(frame.kind, verb, words)
    if passive and source is None and lemma not in words.hearsay_verbs:
        frame.attitude = True  # "it was announced that": the document's own voice
    frame.carrier = _told(verb)
    if frame.carrier is not None:
        frame.content -= subtree(frame.carrier)
    _take_cited(frame)
    if frame.content or frame.may_quote:
        yield frame.carve()


def _in_passive(verb: Token, lemma: str, complement: Complement, subject: Token | None) -> Complement:
    """What is said of the subject: "the base is said to house drones"."""
    if not complement.kind and lemma in lexicon().hearsay_verbs:
        heard = misread_infinitive(verb)
        complement = Complement("say", heard) if heard else complement
    if complement.kind and subject is not None and not placeholder(subject):
        return Complement(complement.kind, complement.content | subtree(subject), complement.attitude)
    return complement


def _turned_down(kind: str, verb: Token, words: Lexicon) -> bool:
    """Whether "rejected", "refused" is about a thing or an act rather than about what somebody says."""
    if kind != "reject":
        return False
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            return words.nouns.get(words.lemma(child), "plan") in ("plan", "want")
    return True


def _with_preposition(verb: Token, lemma: str, words: Lexicon) -> Frame | None:
    """ "warned of a famine": the phrase after the preposition is the content."""
    for child in verb.rights:
        kind = words.prepositions.get((lemma, child.lower_)) if child.dep_ in ("prep", "prt") else None
        if kind is None:
            continue
        content = union(below for below in child.children if below.dep_ in ("pobj", "pcomp", "ccomp"))
        content |= union(c for c in verb.rights if c.dep_ in ("xcomp", "ccomp") and c.i > child.i)
        source, passive = subject_of(verb)
        if not content or passive or source is None:
            continue
        frame = Frame(verb, kind, [*cue_tokens(verb), child.i], source, content)
        frame.attitude = (lemma, child.lower_) not in words.putting_forward_pairs
        return frame.carve()
    return None


def _told(verb: Token) -> Token | None:
    """Whoever is told."""
    if verb.lemma_ in ("tell", "inform", "brief"):
        for child in verb.rights:
            if child.dep_ in ("dobj", "dative") and child.pos_ in ("NOUN", "PROPN", "PRON"):
                return child
    for child in verb.rights:
        if child.dep_ in ("prep", "dative") and child.lower_ == "to":
            return next((below for below in child.children if below.dep_ == "pobj"), None)
    return None


def _take_cited(frame: Frame) -> None:
    """Note whoever the source names as its own source ("reported, citing officials") and take the phrase out."""
    doc = frame.head.doc
    for i in range(frame.head.left_edge.i + 1, frame.head.right_edge.i):
        token = doc[i]
        if token.lower_ not in _CITING or doc[i - 1].text not in _SETS_OFF:
            continue
        named = next((below for below in token.children if below.dep_ in ("dobj", "pobj")), None)
        if named is None:
            continue
        frame.cited = named
        frame.content -= subtree(token)
        clauses = [below for below in token.children if below.dep_ == "ccomp"]
        if clauses and not frame.content:  # "reported, citing X, that ...": the clause is the report's
            frame.content, frame.kind = union(clauses), frame.kind or "report"
        return


def _citing(verb: Token, words: Lexicon) -> Iterator[Frame]:
    """ "..., citing X" beside a verb that says nothing itself: the clause is X's."""
    named = next((below for below in verb.children if below.dep_ in ("dobj", "pobj")), None)
    clause = verb.head
    if named is None or clause.i == verb.i or clause.pos_ not in ("VERB", "AUX"):
        return
    above = clause
    for _ in range(6):
        if words.lemma(above) in words.verbs:
            return
        if above.head.i == above.i:
            break
        above = above.head
    yield Frame(verb, "report", [verb.i], named, subtree(clause) - subtree(verb)).carve()


def _wedged(verb: Token, frames: dict[str, str]) -> Iterator[Frame]:
    """ "which sources claim took place": the parser takes "sources claim" for one noun phrase."""
    clause = verb.head
    speaker = verb.doc[verb.i - 1] if verb.i else verb
    if "clause" not in frames or speaker.dep_ != "compound" or speaker.head.i != verb.i or clause.i <= verb.i:
        return
    last = clause.i
    while last < clause.right_edge.i and verb.doc[last + 1].text not in (",", ".", ";", "–", "—"):
        last += 1
    yield Frame(verb, frames["clause"], [verb.i], speaker, set(range(verb.i + 1, last + 1)))


_READERS: dict[str, Callable[[Token, Lexicon], Iterator[Frame]]] = {
    "VERB": _of_verb,
    "AUX": _of_verb,
    "NOUN": of_noun,
    "ADJ": of_adjective,
    "ADV": of_adverb,
}

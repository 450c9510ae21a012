"""Who says what in one clause: the source, the cue and the content of each cue word, read off the parse."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from secondsource.extract.sayings.clauses import SUBJECTS, Frame, agent_of, cue_tokens, placeholder, subject_of, subtree
from secondsource.extract.sayings.complements import (
    Complement,
    complement_of,
    inverted_speaker,
    union,
)
from secondsource.extract.sayings.cues import Lexicon, lexicon
from secondsource.extract.sayings.headlines import of_colon
from secondsource.extract.sayings.nominal import according, of_adjective, of_adverb, of_noun
from secondsource.extract.sayings.passives import in_passive
from secondsource.extract.sayings.seeming import of_evidence, of_seeming, read_in
from secondsource.extract.sayings.silences import BORNE_OUT, silence
from secondsource.extract.sayings.tails import of_tail

# An order or a plan in the passive is what is done to somebody, not what anybody says: "was told to leave".
_ORDERS = frozenset({"want", "plan"})
_REPORTING = frozenset({"say", "report", "claim", "allege"})
_CITING = frozenset({"citing", "quoting"})
_SETS_OFF = frozenset({",", "–", "—", "("})


def find_frames(parsed: Doc) -> list[Frame]:
    """Every cue word of the text that has a content, or that may stand beside a quotation, in text order."""
    words = lexicon()
    found: list[Frame] = []
    for token in parsed:
        if token.lower_ in ("according", "per"):
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
        if frame.head.lower_ in ("according", "per") and frame.source is not None:
            phrase = set(frame.cue) | subtree(frame.source)
            for other in kept:
                if other is not frame:
                    other.content -= phrase
    return kept


def _of_verb(verb: Token, words: Lexicon) -> Iterator[Frame]:
    if _neither_nor(verb):
        return
    quiet = silence(verb, words)
    if quiet is not None:
        yield quiet
        return
    if verb.pos_ == "AUX":
        yield from _being_against(verb)
        return
    if verb.tag_ == "VBN" and verb.lower_ in words.adjectives:
        felt = list(of_adjective(verb, words))
        if felt:
            yield from felt
            return
    if verb.lower_ in _CITING:
        yield from _citing(verb, words)
        return
    lemma = words.lemma(verb)
    if lemma in words.seeming_verbs:
        yield from of_seeming(verb, words)
        return
    frames = words.verbs.get(lemma, {}) or _phrasal(verb, lemma, words)
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
        found = list(_governed(verb, lemma, frames, complement))
        tail = of_tail(verb, frames) if not any(frame.content for frame in found) else None
        yield from found if tail is None else (tail.carve(),)


def _phrasal(verb: Token, lemma: str, words: Lexicon) -> dict[str, str]:
    """The frames of "shot back" and "put it", which stand beside a quotation."""
    if lemma == "put" and any(c.dep_ == "dobj" and c.lower_ == "it" for c in verb.rights):
        return {"quote": "say"}
    if any(c.dep_ in ("prt", "advmod") and (lemma, c.lower_) in words.phrasal for c in verb.rights):
        return {"quote": "say"}
    return {}


def _being_against(verb: Token) -> Iterator[Frame]:
    """ "is against the sale"."""
    against = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ == "against"), None)
    source, passive = subject_of(verb)
    if against is None or verb.lemma_ != "be" or source is None or passive or placeholder(source):
        return
    content = subtree(against) - {against.i}
    yield Frame(verb, "judge", [*cue_tokens(verb), against.i], source, content, attitude=True).carve()


def _governed(verb: Token, lemma: str, frames: dict[str, str], complement: Complement) -> Iterator[Frame]:
    """The frame of a verb that governs its content, in the active or the passive."""
    words = lexicon()
    subject, passive = subject_of(verb)
    speaker = inverted_speaker(verb) if "quote" in frames else None
    if speaker is not None:
        complement, subject, passive = Complement(), speaker, False
    source = agent_of(verb) if passive else subject
    if passive:
        complement = in_passive(verb, lemma, complement, subject)
        if source is None and complement.kind in _ORDERS and verb.lemma_ != "ask":
            return
    if not complement.kind and verb.dep_ == "advcl" and "clause" in frames and frames["clause"] in _REPORTING:
        complement = _as_told(verb, frames)
    if source is None and not passive:
        return
    if verb.tag_ == "VBG":
        source = _adder(verb, frames) or source
    if lemma in ("show", "find") and complement.attitude and not _is_document(source, lexicon()):
        return
    complement.content, source = _told_aside(verb, complement.content, source)
    frame = Frame(verb, complement.kind or frames.get("quote", ""), cue_tokens(verb), source, complement.content)
    frame.may_quote = "quote" in frames and subject is not None
    frame.passive = passive
    if frame.kind == "know" and any(c.dep_ == "neg" for c in verb.children):
        complement.attitude = True  # what somebody does not know is not what he says
    frame.attitude = complement.attitude or _turned_down(frame.kind, verb, words)
    if passive and source is None and lemma not in words.hearsay_verbs:
        frame.attitude = True  # "it was announced that": the document's own voice
    frame.carrier = _told(verb) or _quoter(verb)
    if frame.carrier is not None:
        frame.content -= subtree(frame.carrier)
    _take_cited(frame)
    if frame.content or frame.may_quote:
        yield frame.carve()


def _as_told(verb: Token, frames: dict[str, str]) -> Complement:
    """ "As Reuters first reported, the talks failed": the clause round it is the content."""
    clause = verb.head
    if verb.doc[verb.left_edge.i].lower_ != "as" or clause.pos_ not in ("VERB", "AUX"):
        return Complement()
    if any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in verb.rights) or lexicon().lemma(clause) in lexicon().verbs:
        return Complement()
    return Complement(frames["clause"], subtree(clause) - subtree(verb))


def _neither_nor(verb: Token) -> bool:
    """Whether a verb is part of "confirm or deny", which is read at another of its words."""
    if verb.lemma_ == "deny":
        above = verb.head
        return verb.dep_ == "conj" and above.dep_ == "xcomp" and above.head.lemma_ in lexicon().declining
    if verb.lemma_ not in BORNE_OUT or not any(c.dep_ == "conj" and c.lemma_ == "deny" for c in verb.rights):
        return False
    return any(c.dep_ == "neg" or c.lower_ == "neither" for c in verb.lefts)


def _adder(verb: Token, frames: dict[str, str]) -> Token | None:
    """Who adds something in ", adding that": the speaker, where the parser hangs it on what he said."""
    doc, left = verb.doc, verb.left_edge.i
    if (
        "quote" not in frames
        or verb.dep_ != "advcl"
        or not left
        or doc[left - 1].text not in _SETS_OFF | {'"', "”", "''"}
    ):
        return None
    if any(c.dep_ == "nsubj" for c in verb.lefts):
        return None
    above, words = verb.head, lexicon()
    for _ in range(4):
        if above.dep_ not in ("ccomp", "xcomp", "conj", "advcl") or above.head.i > above.i:
            return None
        above = above.head
        if "quote" in words.verbs.get(words.lemma(above), {}):
            return subject_of(above)[0]
    return None


def _told_aside(verb: Token, content: set[int], source: Token | None) -> tuple[set[int], Token | None]:
    """Part "The port, agents said, would stay open", where the parser takes the agents for an aside to the port."""
    clause = verb.head
    if source is None or verb.dep_ != "parataxis" or verb.i > clause.i or source.i > verb.i:
        return content, source
    aside = next((c for c in source.rights if c.dep_ == "appos"), None)
    if aside is None or any(c.dep_ in SUBJECTS for c in clause.lefts):
        return content, source
    return content | set(range(source.left_edge.i, aside.left_edge.i - 1)), aside


def _is_document(source: Token | None, words: Lexicon) -> bool:
    """Whether a thing is shown or found by something that is read, or by those who look into it."""
    return source is not None and source.lemma_.lower() in words.documents


def _turned_down(kind: str, verb: Token, words: Lexicon) -> bool:
    """Whether "rejected", "refused" is about a thing or an act rather than about what somebody says."""
    if kind != "reject" or any(c.dep_ == "prep" and c.lower_ == "as" for c in verb.rights):
        return False
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            return words.nouns.get(words.lemma(child), "plan") in ("plan", "want")
    return True


def _with_preposition(verb: Token, lemma: str, words: Lexicon) -> Frame | None:
    """ "warned of a famine": the phrase after the preposition is the content."""
    for child in verb.rights:
        if child.dep_ in ("advcl", "ccomp", "xcomp") and verb.doc[child.left_edge.i].lower_ == "for":
            called = words.prepositions.get((lemma, "for"))  # "called for both sides to stop"
            source, passive = subject_of(verb)
            if called is not None and source is not None and not passive:
                cue = [*cue_tokens(verb), child.left_edge.i]
                return Frame(verb, called, cue, source, subtree(child), attitude=True).carve()
        kind = words.prepositions.get((lemma, child.lower_)) if child.dep_ in ("prep", "prt") else None
        if kind is None:
            continue
        content = union(below for below in child.children if below.dep_ in ("pobj", "pcomp", "ccomp"))
        content |= union(c for c in verb.rights if c.dep_ in ("xcomp", "ccomp") and c.i > child.i)
        source, passive = subject_of(verb)
        asked = passive and lemma in words.addressed
        if not content or (passive or source is None) != asked:
            continue
        frame = Frame(verb, kind, [*cue_tokens(verb), child.i], None if asked else source, content)
        frame.attitude = asked or (lemma, child.lower_) not in words.putting_forward_pairs
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


def _quoter(verb: Token) -> Token | None:
    """Who quotes somebody "as saying"."""
    quoted = verb.head.head
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as" or quoted.lemma_ not in ("quote", "cite"):
        return None
    agent = agent_of(quoted)
    return agent if agent is not None else next((c for c in quoted.lefts if c.dep_ == "nsubj"), None)


def _take_cited(frame: Frame) -> None:
    """Note whoever the source names as its own source ("reported, citing officials") and take the phrase out."""
    doc = frame.head.doc
    first = frame.head.left_edge.i
    for i in range(first, frame.head.right_edge.i):
        token = doc[i]
        if token.lower_ not in _CITING or (
            doc[i - 1].text not in _SETS_OFF if i > first else frame.head.dep_ == "ccomp"
        ):
            continue
        named = next((below for below in token.children if below.dep_ in ("dobj", "pobj")), None)
        if named is None or named.lemma_.lower() in lexicon().grounds:
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
    if named.lemma_.lower() in words.grounds:
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


def _of_adjective(adjective: Token, words: Lexicon) -> Iterator[Frame]:
    found = list(of_adjective(adjective, words))
    yield from found or of_evidence(adjective, words)


_READERS: dict[str, Callable[[Token, Lexicon], Iterator[Frame]]] = {
    "VERB": _of_verb,
    "AUX": _of_verb,
    "NOUN": of_noun,
    "ADJ": _of_adjective,
    "ADP": read_in,
    "PUNCT": of_colon,
    "ADV": of_adverb,
}

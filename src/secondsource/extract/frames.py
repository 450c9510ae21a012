"""Who says what in one clause: the source, the cue and the content of each cue word, read off the parse."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from secondsource.extract.clauses import SUBJECTS, Frame, agent_of, cue_tokens, finite, placeholder, subject_of, subtree
from secondsource.extract.cues import Lexicon, lexicon
from secondsource.extract.nominal import according, of_adjective, of_adverb, of_noun
from secondsource.extract.silences import silence

# An infinitive in the passive is what somebody does, not what he says: "was told to leave", "is expected to".
_ORDERS = frozenset({"want", "plan"})
_CITING = frozenset({"cite", "quote"})
_TO_QUOTE = frozenset({"parataxis", "ccomp", "intj", "dep"})
_STOPS_OBJECT = frozenset({"advcl", "conj", "cc", "punct", "npadvmod", "mark", "advmod"})


def find_frames(parsed: Doc) -> list[Frame]:
    """Every cue word of the text that has a content, or that may stand beside a quotation, in text order."""
    words = lexicon()
    found: list[Frame] = []
    for token in parsed:
        pos = token.pos_
        if pos == "VERB" or (pos == "AUX" and token.lemma_ == "be"):
            quiet = silence(token, words)
            if quiet is not None:
                found.append(quiet)
            elif token.lower_ == "according":
                found.extend(according(token, words))
            elif pos == "VERB":
                found.extend(_of_verb(token, words))
        elif pos == "NOUN":
            found.extend(of_noun(token, words))
        elif pos == "ADJ":
            found.extend(of_adjective(token, words))
        elif pos == "ADV":
            found.extend(of_adverb(token, words))
        elif token.lower_ == "according":
            found.extend(according(token, words))
    spoken = {frame.head.i for frame in found if frame.source is not None}
    found = [f for f in found if f.head.lower_ not in words.hearsay or f.head.head.i not in spoken]
    for frame in found:
        if frame.head.lower_ == "according" and frame.source is not None:
            phrase = set(frame.cue) | subtree(frame.source)
            for other in found:
                if other is not frame:
                    other.content -= phrase
    return found


def _of_verb(verb: Token, words: Lexicon) -> Iterator[Frame]:
    lemma = verb.lemma_.lower()
    if lemma in _CITING and verb.tag_ == "VBG":
        yield from _citing(verb, words)
        return
    frames = words.verbs.get(lemma)
    if frames is not None and verb.dep_ == "nsubj":
        yield from _wedged(verb, frames)
        return
    if frames is None:
        yield from _with_preposition(verb, lemma, words)
        return
    kind, content, attitude = _complement(verb, frames)
    if not kind:
        pairs = list(_with_preposition(verb, lemma, words))
        if pairs:
            yield from pairs
            return
    subject, passive = subject_of(verb)
    if "quote" in frames and (inverted := _inverted(verb)) is not None:
        kind, content, subject, passive = "", set(), inverted, False
    source = agent_of(verb) if passive else subject
    if passive and subject is not None and kind and not placeholder(subject):
        content |= subtree(subject)
    if passive and source is None:
        if kind in _ORDERS:
            return
        attitude = attitude or lemma not in words.hearsay_verbs  # "it was announced that": the document's own voice
        heard = _misread_infinitive(verb) if not kind and lemma in words.hearsay_verbs else None
        if heard is not None and subject is not None:
            kind, content = frames.get("clause", "say"), subtree(subject) | heard
    if source is not None and not passive and placeholder(source) and source.lower_ in ("it", "there") and source.dep_ == "expl":
        return
    frame = Frame(verb, kind or frames.get("quote", ""), cue_tokens(verb), source, content)
    frame.may_quote = "quote" in frames and subject is not None
    frame.attitude, frame.passive = attitude or _turned_down(kind, verb, words), passive
    frame.carrier = _told(verb)
    if frame.carrier is not None:
        frame.content -= subtree(frame.carrier)
    _take_cited(frame)
    if (content or frame.may_quote) and (source is not None or passive):
        yield frame.carve()


def _inverted(verb: Token) -> Token | None:
    """The speaker after the verb that the parser takes for its object: '..., ' concluded a study of 2013'."""
    if not verb.i or verb.doc[verb.i - 1].text not in ("”", '"', "''") or any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    return next((c for c in verb.rights if c.dep_ in ("dobj", "npadvmod") and c.pos_ in ("NOUN", "PROPN", "PRON")), None)


def _complement(verb: Token, frames: dict[str, str]) -> tuple[str, set[int], bool]:
    """The class of the frame in which the verb stands, its content, and whether that is a thing judged."""
    clauses: list[Token] = []
    infinitives: list[Token] = []
    objects: list[Token] = []
    for child in verb.children:
        if child.dep_ == "ccomp" and finite(child):
            if not _reports_its_head(child):
                clauses.append(child)
        elif child.dep_ in ("xcomp", "ccomp"):
            infinitives.append(child)
        elif child.dep_ in ("dobj", "oprd", "attr") and child.i != verb.i:
            objects.append(child)
    if clauses and "clause" in frames:
        return frames["clause"], _union(clauses), False
    if infinitives:
        if "infinitive" in frames and not (objects and "person" not in frames):
            return frames["infinitive"], _union([*infinitives, *objects]), False
        if "person" in frames:
            return frames["person"], _union(infinitives), False
        if "as" in frames:
            return frames["as"], _union([*infinitives, *objects]), False
    if objects and ("object" in frames or "as" in frames):
        kind = frames.get("object") or frames["as"]
        described = kind == "believe" and any(child.dep_ == "oprd" for child in objects)
        judged = verb.lemma_.lower() not in lexicon().putting_forward and not described
        return kind, _object_content(verb, objects), judged and kind not in ("deny", "correct", "retract", "reject")
    if verb.dep_ in _TO_QUOTE and "quote" in frames and _inserted(verb):
        return frames["quote"], subtree(verb.head) - subtree(verb), False
    return "", set(), False


def _turned_down(kind: str, verb: Token, words: Lexicon) -> bool:
    """Whether "rejected", "refused" is about a thing or an act rather than about what somebody says."""
    if kind != "reject":
        return False
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            lemma = child.lemma_.lower()
            return lemma not in words.nouns or words.nouns[lemma] in ("plan", "want")
    return True


def _misread_infinitive(verb: Token) -> set[int] | None:
    """ "is said to house drones", where the parser takes "to" for a preposition and the verb for a noun."""
    for child in verb.children:
        if child.i == verb.i + 1 and child.dep_ == "prep" and child.lower_ == "to" and child.i + 1 < len(verb.doc):
            if verb.doc[child.i + 1].tag_ in ("NN", "VB", "NNP") and verb.doc[child.i + 1].is_lower:
                return subtree(child)
    return None


def _union(tokens: list[Token]) -> set[int]:
    content: set[int] = set()
    for token in tokens:
        content |= subtree(token)
    return content


def _object_content(verb: Token, objects: list[Token]) -> set[int]:
    content = _union(objects)
    for child in verb.children:
        if child.i > objects[0].i and child.dep_ in ("prep", "xcomp", "acl", "relcl", "dative"):
            content |= subtree(child)
    return content


def _inserted(verb: Token) -> bool:
    """Whether the verb with its subject is put into or after the clause that it reports: "the ship sank, he said"."""
    if verb.head.pos_ not in ("VERB", "AUX") or (verb.dep_ != "parataxis" and verb.i < verb.head.i):
        return False
    if any(c.dep_ in ("mark", "ccomp") for c in verb.children):
        return False
    return any(c.dep_ == "nsubj" for c in verb.children)


def _reports_its_head(child: Token) -> bool:
    """Whether what looks like a second content clause is rather the cue of the first: "A thinks so, B said"."""
    frames = lexicon().verbs.get(child.lemma_.lower())
    left = child.left_edge.i
    return (
        frames is not None and "quote" in frames and child.pos_ == "VERB" and child.i > child.head.i
        and left > 0 and child.doc[left - 1].text in (",", "”", '"', "''") and _inserted(child)
    )  # fmt: skip


def _with_preposition(verb: Token, lemma: str, words: Lexicon) -> Iterator[Frame]:
    for child in verb.children:
        if child.dep_ not in ("prep", "prt") or child.i < verb.i:
            continue
        kind = words.prepositions.get((lemma, child.lower_))
        if kind is None:
            continue
        content = _union([below for below in child.children if below.dep_ in ("pobj", "pcomp", "ccomp")])
        content |= _union([c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > child.i])
        source, passive = subject_of(verb)
        if not content or passive or source is None:
            continue
        frame = Frame(verb, kind, [*cue_tokens(verb), child.i], source, content)
        frame.attitude = (lemma, child.lower_) not in words.putting_forward_pairs
        yield frame.carve()
        return


def _told(verb: Token) -> Token | None:
    if verb.lemma_ in ("tell", "inform", "brief"):
        for child in verb.children:
            if child.dep_ in ("dobj", "dative") and child.i > verb.i and child.pos_ in ("NOUN", "PROPN", "PRON"):
                return child
    for child in verb.children:
        if child.dep_ in ("prep", "dative") and child.lower_ == "to" and child.i > verb.i:
            return next((below for below in child.children if below.dep_ == "pobj"), None)
    return None


def _take_cited(frame: Frame) -> None:
    """Note whoever the source names as its own source ("reported, citing officials") and take the phrase out."""
    doc = frame.head.doc
    for i in range(frame.head.left_edge.i + 1, frame.head.right_edge.i):
        token = doc[i]
        if token.lower_ in ("citing", "quoting") and doc[i - 1].text in (",", "–", "—", "("):
            named = next((below for below in token.children if below.dep_ in ("dobj", "pobj")), None)
            if named is not None:
                frame.cited = named
                frame.content -= subtree(token)
                return


def _citing(verb: Token, words: Lexicon) -> Iterator[Frame]:
    """ "..., citing X" beside a verb that says nothing itself: the clause is X's."""
    named = next((below for below in verb.children if below.dep_ in ("dobj", "pobj")), None)
    clause = verb.head
    if named is None or clause == verb or clause.pos_ not in ("VERB", "AUX"):
        return
    above = clause
    for _ in range(6):
        if above.lemma_.lower() in words.verbs or above.head == above:
            break
        above = above.head
    if above.lemma_.lower() in words.verbs:
        return
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

"""One cue word with its source and content as tokens, and the walks over the parse that find them."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from secondsource.extract.sayings.cues import lexicon

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_AUXILIARIES = frozenset({"aux", "auxpass", "neg", "prt"})
_DASHES = frozenset({"–", "—", "-", "--"})
_PLACEHOLDERS = frozenset({"it", "there", "that", "this", "what"})


@dataclass(slots=True, eq=False)
class Frame:
    """One cue: its class, the numbers of its tokens, the heads of its source and of those it passes through.

    `content` holds token numbers. `attitude` is set where the content is a thing that is judged, not a proposition.
    `carrier` is whoever is told; `cited` whoever the source itself has it from; `unsaid` is set where nobody says it,
    `own` where the document itself does.
    """

    head: Token
    kind: str
    cue: list[int]
    source: Token | None = None
    content: set[int] = field(default_factory=set)
    carrier: Token | None = None
    cited: Token | None = None
    attitude: bool = False
    passive: bool = False
    may_quote: bool = False
    unsaid: bool = False
    own: bool = False
    quotes: list[tuple[int, int]] = field(default_factory=list)

    def carve(self) -> Frame:
        """The same frame with cue and source taken out of the content."""
        self.content.difference_update(self.cue)
        if self.source is not None:
            self.content.difference_update(source_tokens(self.source))
            for child in self.source.children:
                if child.dep_ == "relcl":
                    self.content.difference_update(subtree(child))
        return self


def subtree(token: Token) -> set[int]:
    """The numbers of all tokens from a word's left edge to its right edge."""
    return set(range(token.left_edge.i, token.right_edge.i + 1))


def source_tokens(token: Token) -> range:
    """The noun phrase that names a source, without a dateline before it and an aside after it."""
    first, last = token.left_edge.i, token.right_edge.i
    doc = token.doc
    for i in range(first, min(token.i, first + 12)):
        if doc[i].text in _DASHES and (doc[i - 1].text == ")" or doc[i - 1].is_upper) and i > first:
            first = i + 1
            break
    for child in token.children:
        aside = child.dep_ in ("acl", "advcl") or (child.dep_ == "relcl" and token.i < token.head.i)
        if child.i > token.i and aside and _set_off(child):
            last = min(last, child.left_edge.i - 1)
    for i in range(first, last + 1):
        if doc[i].text == ":":  # the parser runs across "Blinken: talks will go on"
            first, last = (i + 1, last) if i < token.i else (first, min(last, i - 1))
    for child in token.rights:  # "said Berg of the rescued sailors"
        behind = token.i > token.head.i and token.pos_ == "PROPN" and child.right_edge.i == last
        if behind and child.lower_ == "of" and not any(c.pos_ == "PROPN" for c in child.children):
            last = child.i - 1
    while last > token.i and (doc[last].is_punct or doc[last].is_space) and doc[last].text not in ")]":
        last -= 1
    while first < token.i and (doc[first].is_punct or doc[first].is_space or doc[first].dep_ == "cc"):
        first += 1
    return range(first, last + 1)


def _set_off(child: Token) -> bool:
    left = child.left_edge.i
    return left > 0 and child.doc[left - 1].text in (",", "–", "—", "―", "--", "-")


def _is_main_verb_mistaken(verb: Token) -> bool:
    """Whether the parser took the verb of a sentence for a participle: "A nurse, Ana Diaz, called the men ..."."""
    noun = verb.head
    if (
        verb.dep_ != "acl"
        or verb.tag_ not in ("VBN", "VBD")
        or noun.dep_ != "ROOT"
        or noun.pos_ not in ("NOUN", "PROPN")
    ):
        return False
    named = any(c.dep_ == "appos" and noun.i < c.i < verb.i for c in noun.rights)
    return named and verb.doc[verb.i - 1].text == "," and any(c.dep_ == "dobj" for c in verb.rights)


def subject_of(verb: Token) -> tuple[Token | None, bool]:
    """The head of a verb's subject, its own or one that it shares with the verb above it, and whether it is passive."""
    before = [c for c in verb.lefts if c.dep_ in SUBJECTS]  # of two, the first is a dateline
    own = before[-1] if before else next((c for c in verb.rights if c.dep_ in SUBJECTS), None)
    if own is not None:
        return _past_dateline(own), own.dep_ == "nsubjpass"
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    above = verb.head
    if above.i == verb.i:
        return None, passive
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return above, False
    if _is_main_verb_mistaken(verb):
        return above, False
    if verb.dep_ in ("acl", "advcl") and not any(c.dep_ == "aux" for c in verb.children):
        when = any(c.lower_ in ("when", "if", "once") for c in verb.lefts)
        if verb.tag_ == "VBN" or (verb.tag_ == "VBD" and when):  # "when asked about it"
            return None, True
    for _ in range(5):
        if verb.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "prep", "acl", "dobj", "pobj", "dep", "ccomp"):
            return None, passive
        if verb.dep_ in ("ccomp", "acl", "dobj", "pobj") and verb.pos_ == "VERB" and verb.tag_ not in ("VB", "VBG"):
            return None, passive
        subject = _shared(verb, above)
        if subject is not None:
            return _past_dateline(subject), passive
        verb, above = above, above.head
        if above.i == verb.i:
            return None, passive
    return None, passive


def _past_dateline(subject: Token) -> Token:
    """The real subject where the parser made a dateline the head: "SEOUL (Yonhap) — The ministry said"."""
    doc = subject.doc
    for child in subject.children:
        if child.i > subject.i and child.dep_ in ("appos", "dep", "nmod", "compound") and child.left_edge.i > 1:
            before = doc[child.left_edge.i - 1]
            if before.text in _DASHES and (doc[before.i - 1].text == ")" or subject.is_upper):
                return child
    return subject


def _shared(verb: Token, above: Token) -> Token | None:
    if above.lemma_ in ("quote", "cite") and verb.lower_ == "as":
        quoted = next((c for c in above.rights if c.dep_ == "dobj"), None)
        if quoted is not None:  # "quoted an officer as saying"
            return quoted
    if above.pos_ in ("VERB", "AUX", "ADJ"):
        if verb.dep_ == "xcomp" and above.lemma_ in lexicon().hands_on:
            for child in above.children:
                if child.dep_ in ("dobj", "dative"):
                    return child
        return next((c for c in above.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if verb.dep_ in ("acl", "prep"):
        return next((c for c in above.children if c.dep_ == "poss"), None)
    return None


def agent_of(verb: Token) -> Token | None:
    """Whoever stands after "by"."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((below for below in child.children if below.dep_ == "pobj"), None)
    return None


def placeholder(token: Token) -> bool:
    """Whether a subject stands for nobody: "it is said"."""
    return token.lower_ in _PLACEHOLDERS


def cue_tokens(verb: Token) -> list[int]:
    """A verb with its auxiliaries, its negation and the adverbs beside it."""
    own = [c.i for c in verb.children if c.dep_ in _AUXILIARIES or (c.dep_ == "advmod" and abs(c.i - verb.i) == 1)]
    return sorted([*(i for i in own if abs(i - verb.i) < 6), verb.i])


def finite(verb: Token) -> bool:
    """Whether a clause has a tense of its own."""
    if verb.tag_ in ("VBD", "VBZ", "VBP", "MD"):
        return True
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        return False
    return any(c.dep_ in ("aux", "nsubj", "nsubjpass", "auxpass", "expl") for c in verb.children)

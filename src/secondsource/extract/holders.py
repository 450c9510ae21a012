"""Whom a source phrase stands for: a person, a body, a country, an outlet, or somebody unnamed with a description.

Pronouns and bare roles ("the minister", "the newspaper") are taken for the nearest earlier name that fits; where none
does, the words stay as they are.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from secondsource.extract.clauses import Frame, source_tokens
from secondsource.extract.cues import lexicon
from secondsource.model import Holder, HolderKind, Mentions, Name, NameKind

_KINDS: dict[NameKind, HolderKind] = {
    "person": "person", "body": "body", "outlet": "outlet", "agency": "agency", "country": "country",
}  # fmt: skip
_MEDIA: frozenset[NameKind] = frozenset({"outlet", "agency"})
_SELF = frozenset({"i", "we", "us", "me"})
_ONE = frozenset({"he", "she", "him", "her", "his"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_SEVERAL = frozenset({"they", "them", "their"})
_THING = frozenset({"it", "its"})
_BACK = 40  # so many names are looked back through for a pronoun or a role
LEAD = 2  # sentences in which an outlet may be spoken of before it is named
_LONGEST = 120  # of an unnamed holder's description, in code points
_LEADING = re.compile(r"^(?:the|which|that|this|these|those) (?=\w)", re.IGNORECASE)
_ASIDE = re.compile(r" ?[,–—] (?:who|which|whose)\b.*$", re.IGNORECASE)
# A body of no country that "reported", or that is called a newspaper, is an outlet that no list has.
_REPORTED = re.compile(r"(?: news agency| newspaper| daily| website| magazine)?,? (?:first |also )?report(?:s|ed)\b")
_CALLED_PAPER = re.compile(
    r"\b(?:newspaper|daily|weekly|news agency|news site|broadcaster|magazine|tabloid) (?:the )?$", re.I
)
NOBODY = Holder("unnamed sources", "unnamed")


class Resolver:
    """Reads the holders of one document's attributions."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._text = mentions.document.text
        names = sorted(mentions.names, key=lambda name: name.span.start)
        press = {name.name for name in names if _reports(name, self._text)}
        self._names = [replace(name, kind="outlet") if name.name in press else name for name in names]
        self._offsets = [name.span.start for name in self._names]
        self._starts = [sentence.start for sentence in mentions.sentences]
        self._last: tuple[int, Holder] | None = None

    def holders(self, frame: Frame) -> tuple[Holder, ...]:
        """Who holds the content, the origin first, then whoever passes it on; nobody for "we" and "I"."""
        if frame.source is None:
            return ()
        if frame.source.lower_ in _SELF:
            return ()
        here = [self.holder(frame.source)]
        if frame.cited is not None:
            here.insert(0, self.holder(frame.cited))
        here += [_of(name) for name in self._carriers(frame)]
        self._last = (frame.head.idx, here[0])
        return tuple(holder for i, holder in enumerate(here) if holder.name not in {h.name for h in here[:i]})

    def holder(self, token: Token) -> Holder:
        """Whom one noun phrase stands for, given its head."""
        if token.lower_ in _RELATIVE:
            token = _antecedent(token)
        name = self._name_at(token.idx)
        if name is not None:
            return self._of_name(token, name)
        if token.pos_ == "PRON":
            return self._of_pronoun(token)
        inside = self._names_in(token)
        return (
            self._of_aside(token)
            or self._of_speaker(token, inside)
            or self._of_paper(token, inside)
            or self._of_side(token, inside)
            or self._of_role(token, inside)
            or self._described(token, inside)
        )

    # --- names -----------------------------------------------------------------------------------------------------

    def _name_at(self, offset: int) -> Name | None:
        i = bisect_right(self._offsets, offset) - 1
        return self._names[i] if i >= 0 and offset < self._names[i].span.end else None

    def _names_in(self, token: Token) -> list[Name]:
        tokens = source_tokens(token)
        doc = token.doc
        start, end = doc[tokens[0]].idx, doc[tokens[-1]].idx + len(doc[tokens[-1]])
        return self._names[bisect_left(self._offsets, start) : bisect_left(self._offsets, end)]

    def _before(self, offset: int) -> Iterator[Name]:
        at = bisect_left(self._offsets, offset)
        return reversed(self._names[max(0, at - _BACK) : at])

    def _of_name(self, token: Token, name: Name) -> Holder:
        joined = [self._name_at(c.idx) for c in token.children if c.dep_ == "conj"]
        others = [
            other for other in joined if other is not None and other.kind == name.kind and other.name != name.name
        ]
        first = _of(name) if name.kind in _KINDS or name.kind in ("place", "people") else self._described(token, [name])
        if not others or first.kind == "unnamed":
            return first
        return Holder(" and ".join([first.name, *(_of(other).name for other in others)]), first.kind)

    def _carriers(self, frame: Frame) -> list[Name]:
        """The outlets of the cue's sentence to whom or in which the words were said."""
        sentence = self._mentions.sentences[max(0, bisect_right(self._starts, frame.head.idx) - 1)]
        low, high = bisect_left(self._offsets, sentence.start), bisect_left(self._offsets, sentence.end)
        if not any(name.kind in _MEDIA for name in self._names[low:high]):
            return []
        doc = frame.head.doc
        found = []
        for name in self._names[low:high]:
            span = doc.char_span(name.span.start, name.span.end, alignment_mode="expand")
            if name.kind not in _MEDIA or span is None or span.root.i in frame.content:
                continue
            if frame.source is not None and span.root.i in source_tokens(frame.source):
                continue
            if any(start <= name.span.start < end for start, end in frame.quotes):
                continue
            if _passes_on(span.root, frame):
                found.append(name)
        return found

    # --- words that stand for a name ---------------------------------------------------------------------------------

    def _of_pronoun(self, token: Token) -> Holder:
        lower = token.lower_
        if lower in _ONE:
            if self._last is not None and self._last[1].kind == "person" and self._near(self._last[0], token.idx):
                return self._last[1]
            for name in self._before(token.idx):
                if name.kind == "person":
                    return _of(name) if self._near(name.span.start, token.idx) else self._described(token, [])
        elif lower in _SEVERAL and self._last is not None and self._near(self._last[0], token.idx):
            if self._last[1].kind not in ("person", "country"):
                return self._last[1]
        elif lower in _THING:
            if (
                self._last is not None
                and self._last[1].kind not in ("person", "unnamed")
                and self._near(self._last[0], token.idx)
            ):
                return self._last[1]
            for name in self._before(token.idx):
                if name.kind in ("body", "outlet", "agency", "country") and self._near(name.span.start, token.idx):
                    return _of(name)
        return self._described(token, [])

    def _near(self, before: int, offset: int) -> bool:
        """Whether two code points lie at most two sentences apart."""
        return bisect_right(self._starts, offset) - bisect_right(self._starts, before) <= 2

    def _of_aside(self, token: Token) -> Holder | None:
        """The name set beside a description: "the spokesman, Mao Ning"."""
        for child in token.children:
            if child.dep_ == "appos":
                name = self._name_at(child.idx)
                if name is not None and name.kind == "person":
                    return _of(name)
        return None

    def _of_speaker(self, token: Token, inside: list[Name]) -> Holder | None:
        """A spokesman stands for the body that he speaks for."""
        if token.lemma_.lower() not in lexicon().speaking_for:
            return None
        for kind in ("body", "country", "person"):
            for name in inside:
                if name.kind == kind or (kind == "country" and name.kind == "place" and name.acts):
                    return _of(name) if kind != "person" else None
        return None

    def _of_paper(self, token: Token, inside: list[Name]) -> Holder | None:
        """A report or newspaper stands for the outlet or body whose it is; "the paper" for the last outlet named."""
        lemma = token.lemma_.lower()
        if token.lower_ == "media" and any(
            c.lower_ in ("state", "official") or c.lower_.startswith("state-") for c in token.children
        ):
            return Holder(self._words(token), "outlet", _side(inside))
        if lemma in lexicon().records:
            own = next((name for name in inside if name.kind in ("body", "country")), None)
            return _of(own) if own is not None else Holder(self._words(token), "document", _side(inside))
        if lemma not in lexicon().papers:
            return None
        for name in inside:
            if name.kind in ("outlet", "agency", "body"):
                return _of(name)
        if inside or token.tag_ == "NNS":
            return None
        if not _definite(token):
            return self._introduced(token, lemma)
        for name in self._before(token.idx):
            if name.kind in _MEDIA:
                return _of(name)
        return None

    def _introduced(self, token: Token, lemma: str) -> Holder | None:
        """ "a new report" of an opening sentence, whose outlet is named in one of the next two with the same word."""
        here = bisect_right(self._starts, token.idx)
        for sentence in self._mentions.sentences[here : here + 2]:
            words = self._text[sentence.start : sentence.end].lower()
            for name in self._names[
                bisect_left(self._offsets, sentence.start) : bisect_left(self._offsets, sentence.end)
            ]:
                if name.kind in _MEDIA and lemma in words and here <= LEAD:
                    return _of(name)
        return None

    def _of_side(self, token: Token, inside: list[Name]) -> Holder | None:
        """A delegation, a ministry or "the Chinese side" is a body of its side; a government is the country."""
        lemma = token.lemma_.lower()
        if lemma not in lexicon().sides:
            return None
        side = _side(inside)
        if side is not None:
            return (
                Holder(side, "country", side) if lemma in lexicon().states else Holder(self._words(token), "body", side)
            )
        if _definite(token) and not _modified(token):
            for name in self._before(token.idx):
                if (
                    name.kind == "body"
                    and lemma in (name.name + " " + self._text[name.span.start : name.span.end]).lower()
                ):
                    return _of(name)
        return None

    def _of_role(self, token: Token, inside: list[Name]) -> Holder | None:
        """ "the minister" is the last person named who has that office."""
        if (
            inside
            or not _definite(token)
            or token.tag_ != "NN"
            or any(c.dep_ in ("amod", "prep", "relcl", "acl") for c in token.children)
        ):
            return None
        lemma = token.lemma_.lower()
        for name in self._before(token.idx):
            if name.kind == "person":
                beside = self._text[max(0, name.span.start - 60) : name.span.start].rpartition(".")[2]
                if lemma in f"{name.role or ''} {beside}".lower().split():
                    return _of(name)
        return None

    def _described(self, token: Token, inside: list[Name]) -> Holder:
        words = self._words(token)
        if token.pos_ == "PROPN" and not inside:
            return Holder(words, "person" if token.ent_type_ == "PERSON" else "body")
        return Holder(words, "unnamed", _side(inside))

    def _words(self, token: Token) -> str:
        tokens = source_tokens(token)
        doc = token.doc
        last = doc[tokens[-1]]
        words = " ".join(self._text[doc[tokens[0]].idx : last.idx + len(last)].split())
        words = _ASIDE.sub("", _LEADING.sub("", words))
        return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0]


def _reports(name: Name, text: str) -> bool:
    """Whether a body of no country is spoken of as an outlet."""
    if name.kind != "body" or name.side is not None:
        return False
    before = text[max(0, name.span.start - 24) : name.span.start]
    return _REPORTED.match(text, name.span.end) is not None or _CALLED_PAPER.search(before) is not None


def _of(name: Name) -> Holder:
    if name.kind in ("place", "people"):
        return Holder(name.side or name.name, "country", name.side)
    return Holder(name.name, _KINDS.get(name.kind, "body"), name.side)


def _side(names: list[Name]) -> str | None:
    sides = {name.side for name in names if name.side}
    return sides.pop() if len(sides) == 1 else None


def _definite(token: Token) -> bool:
    return any(c.lower_ in ("the", "this", "that") for c in token.children if c.dep_ == "det")


def _modified(token: Token) -> bool:
    return any(c.dep_ in ("amod", "compound", "poss", "prep") for c in token.children)


def _antecedent(pronoun: Token) -> Token:
    verb = pronoun.head
    for _ in range(5):
        if verb.dep_ == "relcl":
            return verb.head
        if verb.head.i == verb.i:
            break
        verb = verb.head
    return pronoun


def _passes_on(outlet: Token, frame: Frame) -> bool:
    """Whether an outlet is where something was said: "told Reuters", "in an interview with it", "quoted by TASS"."""
    here = outlet
    for _ in range(6):
        if frame.carrier is not None and here.i == frame.carrier.i:
            return True
        above = here.head
        if above.i == here.i:
            return False
        if above.dep_ in ("prep", "agent", "dative") and here.dep_ == "pobj":
            if above.lower_ not in ("to", "with", "by", "in", "on", "via", "through"):
                return False
        elif here.dep_ in ("nsubj", "nsubjpass") and above.lemma_ not in ("quote", "cite"):
            return False
        if above.i == frame.head.i:
            return here.dep_ not in ("nsubj", "nsubjpass", "ccomp", "parataxis", "npadvmod")
        here = above
    return False


# One person holds such an office: whoever speaks in it is known, though not by name.
_OFFICE = re.compile(
    r"(?:the )?(?:[\w’'.-]+ ){0,3}(?:head|chief|governor|mayor|director|commander|spokes(?:man|woman|person)|minister"
    r"|president|secretary|ambassador|chairman|chairwoman|prosecutor|leader|premier|chancellor|king|commissioner"
    r"|ministry|army|navy|air force|military|police|government|presidency|cabinet|court|department|embassy|command)\b",
    re.I,
)
_ONE_OF_MANY = re.compile(
    r"(?:an?|one|two|three|some|several|senior|former|other|another|many|unnamed|anonymous)\b", re.I
)


def office_holder(holder: Holder) -> Holder:
    """The holder as a body where words name an office that only one person holds: "the governor of the province"."""
    if holder.kind != "unnamed" or _ONE_OF_MANY.match(holder.name) or not _OFFICE.match(holder.name):
        return holder
    return Holder(holder.name, "body", holder.side)

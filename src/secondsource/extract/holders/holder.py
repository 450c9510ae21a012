"""Whom a source phrase stands for: a person, a body, a country, an outlet, or somebody unnamed with a description.

Words that are no name ("he", "the minister", "both sides") are looked up in `antecedents.py`; a pronoun for which that
finds nobody stands for an unnamed source, and a description that it does not know stays as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from secondsource.extract.holders.antecedents import PRONOUNS, SEVERAL, THING, Antecedents
from secondsource.extract.holders.carriers import carriers
from secondsource.extract.holders.described import (
    behind_comma,
    described,
    is_definite,
    is_known,
    is_modified,
    noun_of,
    phrase_of,
    title_before,
)
from secondsource.extract.holders.naming import (
    SORT,
    holder_of,
    is_press,
    may_be_person,
    people_of,
    side_of,
    together,
)
from secondsource.extract.holders.person_nouns import is_person_noun
from secondsource.extract.holders.publisher import is_own
from secondsource.extract.holders.scene import Somebody
from secondsource.extract.sayings.clauses import Frame, source_tokens
from secondsource.extract.sayings.cues import lexicon
from secondsource.model import Holder, HolderKind, Mentions, Name

_MEDIA = ("outlet", "agency")
_SELF = frozenset({"i", "we", "us", "me"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_DEMONSTRATIVE = frozenset({"this", "that", "which", "what"})
_OWNERS = frozenset({"his", "her", "its", "their"})
_SOME = frozenset("some many several few most other number group senate house".split())
_TELLING = frozenset("datum data figure poll survey study source people authority document email cable".split())
_BACK = 40  # so many names are looked back through for an outlet
NESTED = 1.5  # what a holder within somebody else's words is less prominent
LEAD = 2  # sentences in which an outlet may be spoken of before it is named
# Bodies that a text names by an adjective read better in its own words: "British embassy", "Chadian authorities".
_IN_OWN_WORDS = re.compile(r"(?:Embassy|Consulate|Presidency|Government) of ")
# What every state has one of.
_OF_A_STATE = re.compile(
    r"(?:(?:foreign|interior|defen[cs]e|finance|trade|justice|health|energy|economy|transport|commerce|home) ministry"
    r"|ministry of (?:foreign affairs|the interior|interior|defen[cs]e|finance|justice|health|energy|commerce)"
    r"|(?:the )?(?:army|navy|air force|coast guard|general staff|armed forces|military|presidency|ministry|police))",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^the ", re.IGNORECASE)
_NAME_BEHIND = re.compile(r", (?=[A-Z])")
_CLOSED = re.compile(r"\s*(?:[,.;:]|$|said|told|who\b)")
NOBODY = Holder("unnamed sources", "unnamed")


class Resolver:
    """Reads the holders of one document's attributions, which have to come in the order of the text."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._text = mentions.document.text
        names = sorted(mentions.names, key=lambda name: name.span.start)
        press = {name.name for name in names if is_press(name, self._text)}
        self._names = [
            replace(name, kind="outlet", name=SORT.sub("", name.name)) if name.name in press else name for name in names
        ]
        self._offsets = [name.span.start for name in self._names]
        self._starts = [sentence.start for sentence in mentions.sentences]
        self._antecedents = Antecedents(mentions)
        self._said: set[int] = set()  # the tokens of all that has been said so far
        self._nouns: dict[Holder, str] = {}  # by which noun a holder was last called

    def holders(self, frame: Frame) -> tuple[Holder, ...]:
        """Who holds the content, the origin first, then whoever passes it on; nobody for "we" and "I"."""
        if frame.source is None or frame.source.lower_ in _SELF:
            return ()
        first = self.holder(frame.source, frame.content)
        here = [self.holder(frame.cited)] if frame.cited is not None and self._can_speak(frame.cited) else []
        here.append(first)
        sentence = self._mentions.sentences[max(0, bisect_right(self._starts, frame.head.idx) - 1)]
        low, high = bisect_left(self._offsets, sentence.start), bisect_left(self._offsets, sentence.end)
        here += [holder_of(name) for name in carriers(frame, self._names[low:high])]
        self._note(frame.source, first)
        self._said |= frame.content
        here = [self._publisher(holder) for holder in here]
        return tuple(holder for i, holder in enumerate(here) if holder.name not in {h.name for h in here[:i]})

    def holder(self, token: Token, said: Iterable[int] = ()) -> Holder:
        """Whom one noun phrase stands for, given its head and the tokens of what it says."""
        if token.lower_ in _RELATIVE:
            token = noun_of(token)
        name = self._name_at(token.idx)
        if name is not None:
            return self._of_name(token, name)
        if token.lower_ in _DEMONSTRATIVE and token.pos_ in ("PRON", "DET", "SCONJ"):
            return NOBODY
        if token.lower_ in PRONOUNS or token.lower_ in SEVERAL or token.lower_ in THING:
            writing = self._antecedents.writing_of(token)
            if writing is not None:
                return self.holder(writing)
            somebody = self._antecedents.of(token, said)
            return self._as_holder(somebody) if somebody is not None else NOBODY
        inside = self._names_in(token)
        return (
            self._of_aside(token, inside)
            or self._of_speaker(token, inside)
            or self._of_paper(token, inside)
            or self._of_side(token, inside)
            or self._of_earlier(token, inside)
            or self._of_owner(token)
            or described(token, inside, self._text)
        )

    def _note(self, source: Token, holder: Holder) -> None:
        """Tell the antecedents who has spoken."""
        if holder == NOBODY:
            return
        if source.lower_ in _RELATIVE:
            source = noun_of(source)
        name = self._name_at(source.idx)
        names: tuple[Name, ...] = (name,) if name is not None and name.name == holder.name else ()
        if not names and holder.kind == "person":
            names = tuple(n for n in self._names if n.name == holder.name)[:1]
        noun = source.lemma_.lower() if source.pos_ in ("NOUN", "PROPN") and not names else ""
        noun = noun or self._nouns.get(holder, "")
        self._nouns[holder] = noun
        many = source.tag_ in ("NNS", "NNPS") or (not noun and not names and source.lower_ in SEVERAL)
        inner = -NESTED if source.i in self._said else 0.0  # whoever is quoted by somebody else goes on less often
        many = many or (" and " in holder.name and not names)
        self._antecedents.note(Somebody(source.i, names, holder, noun, many, weight=inner))

    def _as_holder(self, somebody: Somebody) -> Holder:
        if somebody.holder is not None:
            return somebody.holder
        if somebody.names:
            return together([holder_of(name) for name in somebody.names])
        token = self._mentions.parsed[somebody.at]
        return described(token, self._names_in(token), self._text)

    def _publisher(self, holder: Holder) -> Holder:
        """The publisher under its own name where a text calls it by a short one."""
        own = self._mentions.document.outlet
        outlet = own is not None and holder.kind in (*_MEDIA, "body") and holder.name != own
        return Holder(own, "outlet") if own and outlet and is_own(holder.name, self._mentions.document) else holder

    def _can_speak(self, token: Token) -> bool:
        """Whether somebody can have something from a phrase: a name, a person, a body, a record; not "citing fears"."""
        words = lexicon()
        lemma = token.lemma_.lower()
        telling = words.papers | words.records | words.sides | words.speaking_for | _TELLING
        return bool(self._names_in(token)) or is_person_noun(token) or lemma in telling or token.pos_ == "PROPN"

    # --- names -----------------------------------------------------------------------------------------------------

    def _name_at(self, offset: int) -> Name | None:
        i = bisect_right(self._offsets, offset) - 1
        return self._names[i] if i >= 0 and offset < self._names[i].span.end else None

    def _names_in(self, token: Token) -> list[Name]:
        tokens = source_tokens(token)
        doc = token.doc
        start, end = doc[tokens[0]].idx, doc[tokens[-1]].idx + len(doc[tokens[-1]])
        return self._names[bisect_left(self._offsets, start) : bisect_left(self._offsets, end)]

    def _before(self, offset: int) -> Iterable[Name]:
        at = bisect_left(self._offsets, offset)
        return reversed(self._names[max(0, at - _BACK) : at])

    def _of_name(self, token: Token, name: Name) -> Holder:
        if name.kind == "other" or _is_some_of(token, name):
            return described(token, [] if name.kind == "other" else [name], self._text)
        first = self._in_own_words(name)
        joined = [self._name_at(c.idx) for c in token.children if c.dep_ == "conj"]
        others = [
            other for other in joined if other is not None and other.kind == name.kind and other.name != name.name
        ]
        return together([first, *map(self._in_own_words, others)]) if others else first

    def _in_own_words(self, name: Name) -> Holder:
        """A body that the reader named itself under the words by which the text names it: "Malaysian coast guard"."""
        if name.kind == "body" and name.side is None and _OF_A_STATE.fullmatch(name.name):
            return self._of_home(name.name) or holder_of(name)
        if name.kind != "body" or name.side is None or f" of {name.side}" not in name.name:
            return holder_of(name)
        mentions = [self._said_as(n) for n in self._names if n.name == name.name]
        of_people = next((said for said in mentions if said.split()[0] in people_of(name.side) and " " in said), None)
        if of_people is not None and "'" not in of_people and "’" not in of_people:
            return Holder(of_people, "body", name.side)
        if not _IN_OWN_WORDS.match(name.name):
            return holder_of(name)
        said = mentions[0]
        kind = name.name.split()[0].lower()
        if (
            " " not in said
            or "'" in said
            or "’" in said
            or " of " in said
            or (kind == "government" and kind in said.lower())
        ):
            return holder_of(name)
        return Holder(said, "body", name.side)

    def _said_as(self, name: Name) -> str:
        """The words of a mention, without an article."""
        return _ARTICLE.sub("", " ".join(self._text[name.span.start : name.span.end].split()))

    # --- words that stand for a name ---------------------------------------------------------------------------------

    def _of_aside(self, token: Token, inside: list[Name]) -> Holder | None:
        """The name set beside a description: "the spokesman, Mao Ning", "nurse Rita Zammit of the rescued crew"."""
        joined = any(c.dep_ == "cc" for c in token.children)
        for child in token.children:
            beside = child.i == token.i + 1 and child.dep_ in ("nmod", "compound", "dep")
            # "the ship Alba, Captain Ines Roth said": the parser joins the ship and the captain
            misread = child.dep_ == "conj" and token.pos_ == "PROPN" and not joined and behind_comma(child)
            if child.dep_ == "appos" or beside or misread:
                name = self._name_at(child.idx)
                if name is not None and (name.kind == "person" or (is_person_noun(token) and may_be_person(name))):
                    return holder_of(name)
        if not is_person_noun(token) or token.tag_.endswith("S"):
            return None
        return self._apposed(token, inside)

    def _apposed(self, token: Token, inside: list[Name]) -> Holder | None:
        """The person's name behind a noun for a person, wherever the parser hung it."""
        after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
        if after is not None and after.pos_ == "PROPN":
            name = self._name_at(after.idx)
            if name is not None and name.kind == "person":
                return holder_of(name)
        side = next((n.side or n.name for n in inside if n.kind in ("body", "country", "people")), None)
        for name in inside:  # "a spokesman for the ministry, Mao Ning"
            if name.kind == "person" and name.span.start > token.idx:
                span = token.doc.char_span(name.span.start, name.span.end, alignment_mode="expand")
                if span is not None and span.root.dep_ == "appos" and behind_comma(span.root):
                    return Holder(name.name, "person", name.side or side)
        last = token.doc[source_tokens(token)[-1]]
        behind = _NAME_BEHIND.match(self._text, last.idx + len(last))
        if behind is not None and (token.pos_ == "NOUN" and not inside):
            name = self._name_at(behind.end())
            if name is not None and may_be_person(name) and _CLOSED.match(self._text, name.span.end):
                return Holder(name.name, "person", name.side)
        return None

    def _of_speaker(self, token: Token, inside: list[Name]) -> Holder | None:
        """A spokesman stands for the body that he speaks for."""
        if token.lemma_.lower() not in lexicon().speaking_for:
            return None
        for kind in ("body", "country", "person"):
            for name in inside:
                if name.kind == kind or (kind == "country" and (name.kind == "people" or name.acts)):
                    return self._in_own_words(name) if kind != "person" else None
        return None

    def _of_paper(self, token: Token, inside: list[Name]) -> Holder | None:
        """A report or newspaper stands for the outlet or body whose it is; "the paper" for the last outlet named."""
        lemma = token.lemma_.lower()
        if token.lower_ == "media" and any(
            c.lower_ in ("state", "official") or c.lower_.startswith("state-") for c in token.children
        ):
            return Holder(phrase_of(token, self._text), "outlet", side_of(inside))
        if lemma in lexicon().records:
            return self._of_record(token, inside)
        if lemma not in lexicon().papers:
            return None
        for name in inside:
            if name.kind in (*_MEDIA, "body"):
                return holder_of(name)
        unknown = all(name.kind in ("place", "other") and name.place is None for name in inside)
        title = title_before(token) if unknown else ""
        if title:
            return Holder(title, "outlet")
        if inside or token.tag_ == "NNS":
            return None
        if not is_definite(token):
            return self._introduced(token, lemma)
        earlier = self._antecedents.spoken_as(token)
        if earlier is not None:
            return self._as_holder(earlier)
        for name in self._before(token.idx):
            if name.kind in _MEDIA and not is_own(name.name, self._mentions.document):
                return holder_of(name)
        return None

    def _of_record(self, token: Token, inside: list[Name]) -> Holder:
        """A statement is its author's: of the body in it, else of whoever made a statement just before."""
        own = next((name for name in inside if name.kind in ("body", "country", "person")), None)
        if own is not None:
            return self._in_own_words(own)
        author = self._antecedents.author_of(token) if is_definite(token) and not is_modified(token) else None
        if author is not None and author.holder is not None:
            return author.holder
        return Holder(phrase_of(token, self._text), "document", side_of(inside))

    def _introduced(self, token: Token, lemma: str) -> Holder | None:
        """ "a new report" of an opening sentence, whose outlet is named in one of the next two with the same word."""
        here = bisect_right(self._starts, token.idx)
        for sentence in self._mentions.sentences[here : here + 2]:
            words = self._text[sentence.start : sentence.end].lower()
            for name in self._names[
                bisect_left(self._offsets, sentence.start) : bisect_left(self._offsets, sentence.end)
            ]:
                if name.kind in _MEDIA and lemma in words and here <= LEAD:
                    return holder_of(name)
        return None

    def _of_side(self, token: Token, inside: list[Name]) -> Holder | None:
        """A delegation, a ministry or "the Chinese side" is a body of its side; a government is the country."""
        lemma = token.lemma_.lower()
        if lemma not in lexicon().sides:
            return None
        side = side_of(inside)
        if side is not None:
            if lemma in lexicon().states:
                own = all(name.kind in ("country", "people") or name.acts for name in inside)
                return Holder(side, "country", side) if own else None
            return Holder(phrase_of(token, self._text), "body", side)
        if not is_definite(token) or token.tag_ in ("NNS", "NNPS"):
            return None
        if is_modified(token):
            words = phrase_of(token, self._text)
            return self._of_home(words) if _OF_A_STATE.fullmatch(words) else None
        for name in self._before(token.idx):
            if name.kind == "body" and lemma in (name.name + " " + self._text[name.span.start : name.span.end]).lower():
                return self._in_own_words(name)
        home = self._antecedents.home
        if home is None or lemma in ("side", "delegation", "team", "mission", "embassy"):
            return None
        return Holder(home, "country", home) if lemma in lexicon().states else self._of_home(lemma)

    def _of_home(self, words: str) -> Holder | None:
        """A ministry or a force that only one state has, as its own: "Interior Ministry of Peru"."""
        home = self._antecedents.home
        outlet = self._mentions.document.outlet
        if home is None or (
            outlet is not None and words.lower() in outlet.lower()
        ):  # "the Ministry" in its own release
            return None
        titled = " ".join(w if w in ("of", "the", "and", "for") else w[:1].upper() + w[1:] for w in words.split())
        return Holder(f"{titled} of {home}", "body", home)

    def _of_earlier(self, token: Token, inside: list[Name]) -> Holder | None:
        """ "the minister", "the two officials", "both sides": whoever was called so before."""
        if inside or any(c.dep_ in ("relcl", "acl") for c in token.children):
            return None
        somebody = self._antecedents.of(token) if is_known(token) else None
        return self._as_holder(somebody) if somebody is not None else None

    def _of_owner(self, token: Token) -> Holder | None:
        """ "his lawyer", "its spokesman", "their delegation" under the name of whoever is meant."""
        owner = next((c for c in token.children if c.dep_ == "poss" and c.lower_ in _OWNERS), None)
        if owner is None:
            return None
        somebody = self._antecedents.of(owner)
        rest = phrase_of(token, self._text, after=owner.i)
        if somebody is None:
            return Holder(rest, "unnamed") if rest else NOBODY
        held = self._as_holder(somebody)
        lemma = token.lemma_.lower()
        if lemma in lexicon().speaking_for and held.kind != "person":
            return held
        if held.kind == "unnamed":
            return Holder(rest, "unnamed", held.side)
        kind: HolderKind = "body" if lemma in lexicon().sides or lemma == "office" else "unnamed"
        return Holder(f"{held.name}’s {rest}", kind, held.side)


def _is_some_of(token: Token, name: Name) -> bool:
    """Whether a name in the plural means only some of those: "some Democrats", not the party."""
    if name.kind not in ("body", "people") or token.tag_ != "NNPS":
        return False
    return any(c.lower_ in _SOME for c in token.children if c.i < token.i)

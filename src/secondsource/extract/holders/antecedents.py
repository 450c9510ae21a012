"""Whom words that are no name stand for: "he", "she", "it", "they", "the minister", "the two officials", "both sides".

The one place that looks back. A candidate agrees in gender and number; nearness, the subject's place and having just
spoken speak for it. Where nobody agrees, nobody is given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from spacy.tokens import Token

from secondsource.extract.holders.genders import read_genders
from secondsource.extract.holders.naming import country_of_capital
from secondsource.extract.holders.pairs import find_pair, is_pair, joined_names, met
from secondsource.extract.holders.person_nouns import is_called, is_person_noun, names_person, one_word_for
from secondsource.extract.holders.scene import AS_SUBJECT, SUBJECT, Scene, Somebody, prominence
from secondsource.extract.sayings.quotes import Quote, find_quotes, within
from secondsource.model import Mentions, Name
from secondsource.words.given_names import Gender
from secondsource.words.titles import title_words

PRONOUNS: dict[str, Gender] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
SEVERAL = frozenset({"they", "them", "their", "theirs", "themselves"})
THING = frozenset({"it", "its", "itself"})
# Nouns for a body that a text names once and then calls so.
_INSTITUTES = frozenset(
    "company firm university group organisation organization network union bank court movement militia foundation "
    "institute party charity commission council corporation airline bureau fund alliance bloc".split()
)
# What is written says something itself, and "it" behind it is the writing rather than the nearest body.
_WRITTEN = frozenset(
    "report indictment statement letter document memo memorandum complaint lawsuit filing affidavit study survey poll "
    "analysis review audit assessment communique communiqué declaration resolution bulletin advisory notice article "
    "story email e-mail message cable note paper transcript ruling verdict decree".split()
)
_MEDIA = ("outlet", "agency")
_BODIES = frozenset({"body", "outlet", "agency", "country"})
# Sentences that are looked back through for a name, and for whoever spoke last; names, for an office.
REACH = 3
SPEAKER_REACH = 6
ROLE_REACH = 60
# A text's home side is named at least so often, and so many times as often as the next.
HOME_LEAST, HOME_RATIO = 3, 2.0
_CLAUSES = 6  # clauses, or words of a phrase, that are climbed
# What speaks for a candidate beside its place; a sentence's distance costs one.
_AGREES, _SPOKE = 1.0, 1.0


class Antecedents:
    """Looks back through one document; `note` tells it who has spoken, in the order of the text."""

    def __init__(self, mentions: Mentions) -> None:
        self._scene = Scene(mentions)
        self._noted: list[Somebody] = []

    @cached_property
    def _quotes(self) -> list[Quote]:
        return find_quotes(self._scene.text)

    @cached_property
    def _genders(self) -> dict[str, Gender]:
        return read_genders(self._scene.parsed, self._scene.names)

    @cached_property
    def home(self) -> str | None:
        """The side that the text speaks of by far most, else that of its dateline: whose "the government" is."""
        sides = (n.side for n in self._scene.names if n.side and n.kind in ("country", "people", "body"))
        top = Counter(sides).most_common(2)
        clear = top and top[0][1] >= HOME_LEAST and (len(top) < 2 or top[0][1] >= HOME_RATIO * top[1][1])
        return top[0][0] if clear else self._dateline_country

    @cached_property
    def _dateline_country(self) -> str | None:
        """The country from which a report is sent, where the report speaks of it: whose "the interior ministry" is."""
        city = self._scene.mentions.document.dateline
        if city is None:
            return None
        placed = {n.name: n.place.country for n in self._scene.names if n.place is not None and n.place.country}
        said = {self._scene.text[n.span.start : n.span.end].casefold(): n.name for n in self._scene.names}
        country = country_of_capital(city) or placed.get(said.get(city.casefold(), city))
        spoken_of = {n.side for n in self._scene.names if n.side and n.kind in ("country", "people", "body", "person")}
        return country if country in spoken_of else None

    def note(self, somebody: Somebody) -> None:
        """Remember who spoke at a token, also under a pronoun."""
        gender = somebody.gender or next(
            (self._genders.get(n.name) for n in somebody.names if n.kind == "person"), None
        )
        self._noted.append(replace(somebody, gender=gender, weight=somebody.weight + _SPOKE + AS_SUBJECT))

    def of(self, token: Token, said: Iterable[int] = ()) -> Somebody | None:
        """Whom a pronoun or a definite description stands for, None where nobody agrees.

        `said` are the tokens of what the phrase is said to say: nobody is named in what he says of himself.
        """
        word = token.lower_
        barred = frozenset(said)
        if word in PRONOUNS:
            return self._person(token, PRONOUNS[word], barred)
        if word in SEVERAL:
            return self._several(token, barred)
        if word in THING:
            return self._thing(token, barred)
        if is_pair(token):
            return find_pair(self._scene, token) or self.spoken_as(token)
        return self._role(token) if token.pos_ in ("NOUN", "PROPN") else None

    def spoken_as(self, token: Token) -> Somebody | None:
        """Whoever last spoke under the same noun: "a UN report said ... the report said"."""
        lemma = one_word_for(token.lemma_.lower())
        many = token.tag_ in ("NNS", "NNPS")
        for somebody in reversed(self._noted):
            alike = bool(somebody.noun) and one_word_for(somebody.noun) == lemma and somebody.many == many
            if alike and somebody.at < token.i and not _other_office(token, self._scene.parsed[somebody.at]):
                return somebody
        return None

    def author_of(self, token: Token) -> Somebody | None:
        """Whoever spoke last in a sentence of which the noun tells: "said in a statement ... The statement added"."""
        here = self._scene.sentence(token.idx)
        noun = token.lemma_.lower()
        for somebody in reversed(self._noted):
            at = self._scene.sentence(self._scene.parsed[somebody.at].idx)
            if here - at > REACH:
                return None
            sentence = self._scene.mentions.sentences[max(0, at)]
            if at < here and noun in self._scene.text[sentence.start : sentence.end].lower():
                return somebody
        return None

    def writing_of(self, token: Token) -> Token | None:
        """The report, letter or charge for which an "it" that says something stands: the subject just before it."""
        if token.dep_ != "nsubj" or token.lower_ != "it":
            return None
        verb = token.head
        for _ in range(_CLAUSES):
            if verb.head.i == verb.i:
                break
            verb = verb.head
            subject = _subject_before(verb, token)
            if subject is not None:
                return subject if _is_written(subject) else None
        here = self._scene.sentence(token.idx)
        if here < 1:
            return None
        before = self._scene.mentions.sentences[here - 1]
        span = self._scene.parsed.char_span(before.start, before.end, alignment_mode="contract")
        subject = _subject_before(span.root, token) if span is not None and len(span) else None
        return subject if subject is not None and _is_written(subject) else None

    # --- he, she, it, they, the minister --------------------------------------------------------------------------

    def _person(self, token: Token, gender: Gender, barred: frozenset[int]) -> Somebody | None:
        found = [
            s
            for s in self._spoken_of(token, barred)
            if not s.many
            and s.gender in (None, gender)
            and (s.holder is None or s.holder.kind in ("person", "unnamed"))
            and (names_person(s.noun) if s.noun or (s.holder is not None and s.holder.kind == "unnamed") else True)
            and (not s.names or s.names[0].kind == "person")
        ]
        return self._best(found, token, gender)

    def _several(self, token: Token, barred: frozenset[int]) -> Somebody | None:
        found = []
        for s in self._spoken_of(token, barred):
            people = s.weight >= AS_SUBJECT and s.names[0].kind == "people" if s.names else False
            if s.many or people or (s.holder is not None and s.holder.kind in ("body", "outlet", "agency")):
                found.append(s)
        found += joined_names(self._scene, token, REACH)
        found += met(self._scene, token)
        found += self._plurals(token, barred)
        return self._best(found, token, None)

    def _thing(self, token: Token, barred: frozenset[int]) -> Somebody | None:
        owned = token.dep_ == "poss"  # a town has a mayor, but says nothing
        found = [
            s
            for s in self._spoken_of(token, barred)
            if not s.many
            and (s.holder is None or s.holder.kind in (*_BODIES, "document"))
            and (not s.names or s.names[0].kind in _BODIES or s.names[0].acts or (owned and s.names[0].kind == "place"))
        ]
        best = self._best(found, token, None)
        return None if best is not None and not owned and self._outdone(best) else best

    def _outdone(self, somebody: Somebody) -> bool:
        """Whether "it" may as well be a thing without a name, the subject where a body is only named in passing."""
        if somebody.holder is not None or somebody.weight > 0:
            return False
        clause = self._scene.parsed[somebody.at]
        for _ in range(_CLAUSES):
            if clause.head.i == clause.i:
                break
            clause = clause.head
        subject = _subject_before(clause, self._scene.parsed[somebody.at])
        return subject is not None and subject.tag_ == "NN" and not is_person_noun(subject)

    def _role(self, token: Token) -> Somebody | None:
        """Whom "the minister", "the spokesman", "the same diplomat" stand for: the last who was called so."""
        noun = token.lemma_.lower()
        if noun in _INSTITUTES and token.tag_ == "NN":
            return self.spoken_as(token) or self._institute(token, noun)
        if not is_person_noun(token) or token.tag_ not in ("NN", "NNP"):
            return None
        described = self.spoken_as(token)
        for name in self._scene.last(token.idx, ROLE_REACH):
            at = self._scene.head_of(name) if name.kind == "person" else None
            if at is not None and is_called(noun, name, at) and not _other_role(token, name):
                return described if described is not None and described.at > at.i else Somebody(at.i, (name,))
        return described

    def _institute(self, token: Token, noun: str) -> Somebody | None:
        """Whom "the company", "the university" stand for: the last so called by name, else the only body near."""
        bodies = [n for n in self._scene.last(token.idx, ROLE_REACH) if n.kind in ("body", *_MEDIA)]
        called = next((n for n in bodies if noun in n.name.lower()), None)
        near = self._scene.start_back(token.idx, REACH)
        others = {n.name: n for n in bodies if n.span.start >= near and n.side is None}
        name = called or (next(iter(others.values())) if len(others) == 1 else None)
        at = self._scene.head_of(name) if name is not None else None
        return Somebody(at.i, (name,)) if name is not None and at is not None else None

    # --- candidates --------------------------------------------------------------------------------------------------

    def _best(self, found: list[Somebody], token: Token, gender: Gender | None) -> Somebody | None:
        """The candidate for which most speaks, the later of two alike."""
        here = self._scene.sentence(token.idx)
        best: Somebody | None = None
        most = 0.0
        for somebody in sorted(found, key=lambda s: s.at):
            back = here - self._scene.sentence(self._scene.parsed[somebody.at].idx)
            score = somebody.weight - back + (_AGREES if gender is not None and somebody.gender == gender else 0.0)
            if best is None or score >= most:
                best, most = somebody, score
        return best

    def _spoken_of(self, token: Token, barred: frozenset[int]) -> Iterator[Somebody]:
        """The names and the speakers of the sentences before a token, and of its own up to it."""
        quoted = within(token.idx, self._quotes)
        for name in self._scene.between(self._scene.start_back(token.idx, REACH), token.idx):
            at = self._scene.head_of(name)
            if at is None or at.i in barred or at.i >= token.i:
                continue
            if (at.head == token.head and at.dep_ == token.dep_) or (within(at.idx, self._quotes) and not quoted):
                continue
            yield Somebody(at.i, (name,), gender=self._genders.get(name.name), weight=prominence(at))
        far = self._scene.start_back(token.idx, SPEAKER_REACH)
        for somebody in reversed(self._noted):
            if self._scene.parsed[somebody.at].idx < far:
                break
            if within(self._scene.parsed[somebody.at].idx, self._quotes) and not quoted:
                continue
            if somebody.at < token.i and somebody.at not in barred:
                yield somebody

    def _plurals(self, token: Token, barred: frozenset[int]) -> Iterator[Somebody]:
        """People described in the plural as subjects of this sentence and the one before."""
        start = self._scene.start_back(token.idx, 1)
        for i in range(token.i - 1, -1, -1):
            other = self._scene.parsed[i]
            if other.idx < start:
                return
            if other.tag_ not in ("NNS", "NNPS") or other.dep_ not in SUBJECT or other.head == token.head:
                continue
            if other.i not in barred and is_person_noun(other):
                yield Somebody(other.i, noun=other.lemma_.lower(), many=True, weight=AS_SUBJECT)


def _office_of(token: Token) -> set[str]:
    """The words that say which office a noun means: "press", "chief" and "cabinet" of a secretary."""
    words = title_words()
    beside = {c.lower_ for c in token.children if c.dep_ in ("compound", "amod", "nmod") and c.i < token.i}
    return {w for w in beside if w in words.portfolio or w in words.modifiers or w in words.heads}


def _other_office(token: Token, other: Token) -> bool:
    """Whether two nouns mean two offices: "the chief cabinet secretary" is not "the press secretary"."""
    one, two = _office_of(token), _office_of(other)
    return bool(one) and bool(two) and not one & two


def _other_role(token: Token, name: Name) -> bool:
    asked = _office_of(token)
    role = (name.role or "").lower().replace("-", " ")
    known = set(role.split()) - {token.lower_, token.lemma_.lower()}
    return bool(asked) and bool(known) and not asked & known


def _subject_before(verb: Token, token: Token) -> Token | None:
    """The subject of a clause, where it stands before a word and is another."""
    return next((c for c in verb.lefts if c.dep_ in SUBJECT and c.i < token.i), None)


def _is_written(subject: Token) -> bool:
    return subject.tag_ == "NN" and subject.lemma_.lower() in _WRITTEN

"""Those who are spoken of together: "A and B", "A received B", and "the two officials", "both sides" for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Token

from secondsource.extract.holders.scene import AS_SUBJECT, Scene, Somebody, prominence
from secondsource.model import Name

_STATES = frozenset(
    "country nation government capital neighbour neighbor state power ministry presidency army military cabinet "
    "parliament embassy".split()
)
_SIDES = frozenset({"side", "party"})
_PERSONS = frozenset(
    "official leader minister diplomat president man woman envoy senator general negotiator aide politician "
    "rival".split()
)
_TWO = frozenset({"two", "both"})
_TOGETHER = frozenset({"body", "outlet", "agency", "country", "person", "people"})
_JOINTS = frozenset({"and", "&", "-", "–", "—", "/", ", and", "and the", ",", "and his counterpart", "with"})
# Sentences that are looked back through for a pair.
REACH = 12


def is_pair(token: Token) -> bool:
    """Whether a phrase speaks of two who are known: "the two officials", "both sides", "the parties", "the two"."""
    if token.lower_ in ("two", "pair", "duo"):
        return token.lower_ != "two" or any(c.lower_ == "the" for c in token.children)
    if token.tag_ not in ("NNS", "NNPS"):
        return False
    before = {c.lower_ for c in token.children if c.i < token.i}
    lemma = token.lemma_.lower()
    if before & _TWO and (before & {"the", "these", "those"} or "both" in before):
        return lemma in _STATES | _SIDES | _PERSONS
    return lemma in _SIDES and before == {"the"}


def find_pair(scene: Scene, token: Token) -> Somebody | None:
    """Whom such a phrase stands for: the last two named together that fit, else the two main countries of the text."""
    lemma = token.lemma_.lower()
    states, persons = lemma in _STATES, lemma in _PERSONS
    for somebody in sorted(joined_names(scene, token, REACH), key=lambda s: -s.at):
        kinds = {name.kind == "person" for name in somebody.names}
        if len(somebody.names) == 2 and ((persons and kinds == {True}) or (not persons and kinds == {False})):
            if states and not all(n.kind == "country" or n.acts for n in somebody.names):
                continue
            return somebody
    return _main_two(scene, token) if states or lemma in _SIDES else None


def joined_names(scene: Scene, token: Token, reach: int) -> Iterator[Somebody]:
    """Names joined by "and" or a dash in so many sentences before a token."""
    run: list[Name] = []
    for name in [*scene.between(scene.start_back(token.idx, reach), token.idx), None]:
        if name is not None and run and _joined(scene.text, run[-1], name):
            run.append(name)
            continue
        distinct = {n.name: n for n in run if n.kind in _TOGETHER or n.acts}
        if len(distinct) > 1 and len({n.kind == "person" for n in distinct.values()}) == 1:
            at = scene.head_of(run[0])
            if at is not None:
                yield Somebody(at.i, tuple(distinct.values()), many=True, weight=prominence(at))
        run = [name] if name is not None else []


def met(scene: Scene, token: Token) -> Iterator[Somebody]:
    """Subject and object of one verb of the sentence before, both persons: "A received B in Oslo. They agreed"."""
    here = scene.between(scene.start_back(token.idx, 1), scene.start_back(token.idx, 0))
    persons = [(name, at) for name in here if name.kind == "person" and (at := scene.head_of(name)) is not None]
    for name, at in persons:
        doer = _explained(at)
        for other, to in persons:
            guest = _explained(to)
            verb = guest.head.head if guest.dep_ == "pobj" and guest.head.lower_ == "with" else guest.head
            together = doer.dep_ == "nsubj" and guest.dep_ in ("dobj", "pobj") and verb == doer.head
            if together and name.name != other.name:
                yield Somebody(at.i, (name, other), many=True, weight=AS_SUBJECT)


def _explained(token: Token) -> Token:
    """The noun that a name explains: "the secretary" in "the secretary, Howard Pellington"."""
    return token.head if token.dep_ == "appos" else token


def _main_two(scene: Scene, token: Token) -> Somebody | None:
    """The two countries that a text speaks of by far most up to a token."""
    before = scene.between(0, token.idx)
    countries = {n.name: n for n in before if n.kind == "country"}
    sides = (n.side for n in before if n.side and n.kind in ("country", "people", "body", "person"))
    top = Counter(sides).most_common(3)
    if len(top) < 2 or top[1][1] < 2 or (len(top) > 2 and top[1][1] < 2 * top[2][1]):
        return None
    names = tuple(countries[side] for side, _ in top[:2] if side in countries)
    return Somebody(token.i, names, many=True) if len(names) == 2 else None


def _joined(text: str, one: Name, other: Name) -> bool:
    between = " ".join(text[one.span.end : other.span.start].split()).lower()
    if between.startswith(("’s ", "'s ")):
        return False
    return between in _JOINTS or (between.startswith("and ") and len(between.split()) <= 4 and between[-1].isalpha())

"""The lineage of a claim, origin on the left and document on the right: a picture, and the same in words.

A box is a document of the pile or, dashed, somebody who is known here only through others.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from rich.cells import cell_len

from secondsource.model import UNNAMED_OUTLET
from secondsource.show import phrases
from secondsource.show.page.evidence import Place, place_of, publisher_of
from secondsource.show.page.placing import BOX_HEIGHT, BOX_WIDTH, SAG, curve, laid_out
from secondsource.show.plain import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from secondsource.dossier import Dossier, DossierAssertion, DossierClaim, DossierDocument, DossierEdge
    from secondsource.model import HolderKind, Relation, Stance
    from secondsource.show.page.reader import Links

# A document of the pile, a name that is not one, or what was left out of the picture.
Key: TypeAlias = "tuple[str, ...]"
_MORE: Key = ("more",)

MOST = 25  # boxes; beyond these the documents that only repeat are one box
PLACES = 3  # links behind one way
_LABEL = 26  # columns of letters in a box
_FULL = 400  # letters of a title

# By which of its sentences a document is known in the picture: what goes against the rest before what goes with it.
_TELLING: tuple[Stance, ...] = (
    "retracts", "corrects", "denies", "asserts", "relays", "plans", "hedges", "supposes", "no_comment",
)  # fmt: skip
_AGAINST = frozenset({"retracts", "corrects", "denies"})
# Relations by which something comes from one document to another.
_FLOWS: frozenset[Relation] = frozenset({"cites", "relays", "quotes", "copies"})


@dataclass(frozen=True, slots=True)
class Box:
    """A document or a name in the picture, in pixels from the left and the top; `look` are classes of the style."""

    x: int
    y: int
    label: str
    below: str
    title: str
    link: str | None
    look: str


@dataclass(frozen=True, slots=True)
class Line:
    """Who has it from whom, drawn."""

    path: str
    title: str
    look: str


@dataclass(frozen=True, slots=True)
class Way:
    """A way by which sentences came, origin first; the places of some, and how many there are beside those."""

    words: str
    places: tuple[Place, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Lineage:
    """A claim's lineage: the picture and, complete without it, the ways in words."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Pile:
    """What the section of every claim is made from.

    `documents` are by file, `files` by document id, `edges` by the file of their source; `kinds` tells who has no name,
    `rows` the id of a source's row on the page, and `lettered` whether anybody has judged a source.
    """

    documents: Mapping[str, DossierDocument]
    files: Mapping[str, str]
    edges: Mapping[str, Sequence[DossierEdge]]
    kinds: Mapping[str, HolderKind]
    links: Links
    rows: Mapping[str, str]
    lettered: bool = False


@dataclass(slots=True)
class _Arc:
    """One has it from another: by which words and sentences, whether it only repeats, whether it goes against."""

    verbs: dict[str, None] = field(default_factory=dict)
    quotes: list[Place] = field(default_factory=list)
    echo: bool = True
    against: bool = False


def pile_of(dossier: Dossier, kinds: Mapping[str, HolderKind], links: Links) -> Pile:
    """Sort a dossier's documents, edges and sources for drawing."""
    files = {document.id: document.file for document in dossier.documents}
    edges: dict[str, list[DossierEdge]] = {}
    for edge in dossier.lineage:
        if edge.relation in _FLOWS:
            edges.setdefault(files.get(edge.source, ""), []).append(edge)
    rows = {source.name: f"source-{number}" for number, source in enumerate(dossier.sources, 1)}
    documents = {document.file: document for document in dossier.documents}
    return Pile(documents, files, edges, kinds, links, rows, dossier.method.sources is not None)


def lineage(claim: DossierClaim, pile: Pile) -> Lineage | None:
    """Draw a claim's lineage; None where one sentence bears on it, or one document that names nobody.

    Who declines to comment passes nothing on; what was taken back did come that way.
    """
    said = (*claim.supporting, *claim.refuting, *(each for each in claim.neutral if each.withdrawn))
    if len(said) < 2:
        return None
    boxes, arcs = _graph(claim, said, pile)
    if len(boxes) < 2:
        return None
    keys = list(boxes)
    points, bends = laid_out(keys, list(arcs))
    drawn = tuple(_box(key, points[i], boxes[key], pile) for i, key in enumerate(keys))
    lines = tuple(
        Line(curve(bends[pair]), _has_it_from(pair, arc, pile), " ".join(_looks(echo=arc.echo, against=arc.against)))
        for pair, arc in arcs.items()
    )
    sagging = any(first > last for (first, _), *_, (last, _) in bends.values())
    height = max(y for _, y in points) + BOX_HEIGHT + (SAG if sagging else 0)
    width = max(x for x, _ in points) + BOX_WIDTH
    return Lineage(width, height, drawn, lines, tuple(_ways(said, arcs, pile)))


# --- who has it from whom ---------------------------------------------------------------------------------------------


def _graph(
    claim: DossierClaim, said: Sequence[DossierAssertion], pile: Pile
) -> tuple[dict[Key, list[DossierAssertion]], dict[tuple[Key, Key], _Arc]]:
    """The boxes with the sentences of each, and the arcs; what goes beyond `MOST` is one box."""
    by_file: dict[str, list[DossierAssertion]] = {}
    for each in sorted(said, key=phrases.is_echo):
        by_file.setdefault(each.file, []).append(each)
    told = {side: {each.file: each.holders[:1] for each in listed} for side, listed in phrases.sides(claim)}
    sides = {id(each): side for side, listed in phrases.sides(claim) for each in listed}
    steps = {
        file: [(step, each) for each in listed for step in _steps(each, told[sides[id(each)]], pile)]
        for file, listed in by_file.items()
    }
    kept, left = _kept(steps)
    boxes: dict[Key, list[DossierAssertion]] = {key: [] for file in kept for pair, _ in steps[file] for key in pair}
    for file in kept:
        boxes[("file", file)] = by_file[file]
    arcs: dict[tuple[Key, Key], _Arc] = {}
    for file in kept:
        for (one, other), each in steps[file]:
            _add(arcs, (one, other), each, pile)
    if left:
        boxes[_MORE] = [each for file in left for each in by_file[file]]
        for one, each in ((pair[0], each) for file in left for pair, each in steps[file] if pair[1] == ("file", file)):
            if one in boxes:
                _add(arcs, (one, _MORE), each, pile)
    return boxes, arcs


def _kept(steps: Mapping[str, Sequence[tuple[tuple[Key, Key], DossierAssertion]]]) -> tuple[list[str], list[str]]:
    """The documents that are drawn, and those that are left; those that bring something in come first."""
    needs = {file: {("file", file), *(key for pair, _ in made for key in pair)} for file, made in steps.items()}
    room = MOST if len(set().union(*needs.values())) <= MOST else MOST - 1
    drawn: set[Key] = set()
    kept: list[str] = []
    for file, needed in needs.items():
        if len(drawn | needed) <= room:
            drawn |= needed
            kept.append(file)
    chosen = set(kept)
    return kept, [file for file in steps if file not in chosen]


def _steps(said: DossierAssertion, told: Mapping[str, tuple[str, ...]], pile: Pile) -> list[tuple[Key, Key]]:
    """The steps by which a sentence came; `told` has the origin that each document of its side gives.

    An outlet is the document that the text has it from, where the pile has that document. What is copied came with all
    that its original names. An echo that names nobody came by the edges of its document.
    """
    here: Key = ("file", said.file)
    edges = pile.edges.get(said.file, ())
    echo = phrases.is_echo(said)
    if echo:
        originals = [pile.files.get(edge.target, "") for edge in edges if edge.relation == "copies"]
        copied = [file for file in originals if file != said.file and told.get(file) == said.holders[:1]]
        if copied:
            return [(("file", file), here) for file in dict.fromkeys(copied)]
    way = [_key(i, said, told, pile) for i in range(len(said.holders) - 1)]
    way = [key for i, key in enumerate(way) if key != here and key not in way[:i]]
    if way or not echo:
        return list(pairwise((*way, here)))
    targets = dict.fromkeys(pile.files.get(edge.target, "") for edge in edges)
    return [(("file", file), here) for file in targets if file in told and file != said.file]


def _key(place: int, said: DossierAssertion, told: Mapping[str, tuple[str, ...]], pile: Pile) -> Key:
    """The box of one holder: a document that the text has it from, a name, or somebody unnamed behind the next."""
    name = said.holders[place]
    cited = (pile.files.get(edge.target, "") for edge in pile.edges.get(said.file, ()))
    documents = [file for file in cited if file and pile.documents[file].outlet == name]
    if documents:
        return ("file", next((file for file in documents if file in told), documents[0]))
    if _is_nobody(name, pile):
        following = said.holders[place + 1]
        return ("name", name, said.file if following == UNNAMED_OUTLET else following)
    return ("name", name)


def _is_nobody(name: str, pile: Pile) -> bool:
    return name == UNNAMED_OUTLET or pile.kinds.get(name) == "unnamed"


def _add(arcs: dict[tuple[Key, Key], _Arc], pair: tuple[Key, Key], said: DossierAssertion, pile: Pile) -> None:
    """Add one sentence's step to the arcs, with the relation that a sentence of the pile states between the two."""
    arc = arcs.setdefault(pair, _Arc())
    arc.echo &= phrases.is_echo(said)
    arc.against |= said.stance in _AGAINST
    one, other = pair
    if other[0] != "file":
        return
    for edge in pile.edges.get(other[1], ()):
        if (pile.files.get(edge.target, "") if one[0] == "file" else edge.target) == one[1]:
            arc.verbs[phrases.RELATION_WORDS[edge.relation]] = None
            if edge.quote and (place := place_of(edge.quote, pile.links)) not in arc.quotes:
                arc.quotes.append(place)


# --- what it says -----------------------------------------------------------------------------------------------------


def _box(key: Key, corner: tuple[int, int], said: Sequence[DossierAssertion], pile: Pile) -> Box:
    if key == _MORE:
        files = len({each.file for each in said})
        words = "that repeat it" if all(map(phrases.is_echo, said)) else "in the list"
        return Box(*corner, f"and {files} more {words}", "", "The list holds them all.", None, "echo")
    echo = bool(said) and all(map(phrases.is_echo, said))
    if key[0] == "file":
        outlet = pile.documents[key[1]].outlet if key[1] in pile.documents else None
        states = _states(said, echo=echo)
        nobody = any(len(each.holders) < 2 and publisher_of(each) != outlet for each in said)
        looks = _looks(echo=echo, against=any(each.stance in _AGAINST for each in said), nobody=nobody)
        link = place_of(said[0], pile.links).link if said else _document(key[1], pile)
        title = f"{_name(key, pile)}: {states}"
        return Box(*corner, _fitted(outlet or key[1]), _fitted(states), title, link, " ".join(looks))
    nobody = _is_nobody(key[1], pile)
    below = "nobody is named" if nobody else "not in the pile"
    title = f"{_name(key, pile)}: {below}, known only through others"
    looks = ["absent", *_looks(nobody=nobody)]
    return Box(*corner, _fitted(key[1]), below, title, pile.rows.get(key[1]), " ".join(looks))


def _states(said: Sequence[DossierAssertion], *, echo: bool) -> str:
    """What a document does with the claim, in a few words."""
    if not said:
        return "no sentence here"
    if any(phrases.taken_back(each) for each in said):
        return "taken back"
    return "adds nothing new" if echo else phrases.STANCE_WORDS[min((s.stance for s in said), key=_TELLING.index)]


def _looks(*, echo: bool = False, against: bool = False, nobody: bool = False) -> list[str]:
    return [name for name, holds in (("echo", echo), ("against", against), ("nobody", nobody)) if holds]


def _document(file: str, pile: Pile) -> str | None:
    return f"d{pile.links.places[file]}" if file in pile.links.places else None


def _name(key: Key, pile: Pile) -> str:
    """A box in words: "Seafood Digest, 03.md", or the name that it stands for."""
    if key == _MORE:
        return "what more there is"
    outlet = pile.documents[key[1]].outlet if key[0] == "file" and key[1] in pile.documents else None
    return shorten(f"{outlet}, {key[1]}" if outlet else key[1], _FULL)


def _has_it_from(pair: tuple[Key, Key], arc: _Arc, pile: Pile) -> str:
    one, other = pair
    return f"{_name(other, pile)} {' and '.join(arc.verbs) or 'has it from'} {_name(one, pile)}"


def _fitted(words: str) -> str:
    """The words cut to what a box can hold, letters that are twice as wide counted twice."""
    words, room = shorten(words, _LABEL), _LABEL
    while cell_len(words) > _LABEL:
        room -= 1
        words = words[: room - 1].rstrip(" ,;:…") + "…"
    return words


def _ways(said: Iterable[DossierAssertion], arcs: Mapping[tuple[Key, Key], _Arc], pile: Pile) -> Iterator[Way]:
    """Every way in words, each once, and then which of these documents states that it has it from which."""
    found: dict[str, dict[Place, None]] = {}
    for each in sorted(said, key=lambda one: (one.holders, one.file, one.start)):
        chain = " → ".join((*each.holders[:-1], publisher_of(each)))
        states = [phrases.STANCE_WORDS[each.stance]]
        states += ["adds nothing new"] if phrases.is_echo(each) else []
        states += [shorten(back, 200)] if (back := phrases.taken_back(each)) else []
        found.setdefault(f"{shorten(chain, _FULL)} ({'; '.join(states)})", {})[place_of(each, pile.links)] = None
    for words, places in found.items():
        yield Way(words, tuple(places)[:PLACES], max(0, len(places) - PLACES))
    for pair, arc in arcs.items():
        if arc.verbs:
            yield Way(_has_it_from(pair, arc, pile), tuple(arc.quotes[:PLACES]), 0)

"""Evidence grouped by the origin that it comes from, which is what counts, and not by document.

Within one section a sentence is quoted once: where it stands again, or another text has the same words, that is said.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from secondsource.model import UNNAMED_OUTLET
from secondsource.show import phrases
from secondsource.show.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from secondsource.dossier import Anchor, DiscountedAssertion, DossierAssertion, DossierClaim
    from secondsource.model import Findings, HolderKind
    from secondsource.show.page.reader import Links

    Way: TypeAlias = "tuple[str, int, tuple[str, ...], str]"

_MEDIA = ("outlet", "agency")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands, in words, and the link that leads there; None where the page does not have it."""

    words: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Quoted:
    """One sentence of a section: its words, or None where they stand above; `note` is what took from its weight.

    `above` is true where this very sentence stands above, and not only another with the same words.
    """

    said: DossierAssertion
    quote: str | None
    above: bool
    note: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Whoever the sentences come from: those that bring something in, and those that only repeat them."""

    name: str
    said: tuple[Quoted, ...]
    echoes: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class ByOrigin:
    """The sentences of one side: each origin that brings something in, and what only repeats others' words."""

    origins: tuple[Origin, ...]
    echoes: tuple[Quoted, ...]


class Quoting:
    """Tells the sentences of one section in the order in which they stand there, the words of each once."""

    __slots__ = ("_given", "_notes", "_places", "_words")

    def __init__(self, discounted: Iterable[DiscountedAssertion] = ()) -> None:
        """Begin a section; `discounted` are the sentences that count for less, with what they repeat."""
        self._notes = {way_of(said): phrases.discount_words(said) for said in discounted}
        self._given: set[str] = set()
        self._places: set[tuple[str, int, int]] = set()
        self._words: set[str] = set()

    def quote(self, said: DossierAssertion) -> Quoted:
        """Give a sentence with its words, unless they stand above already."""
        place, words = (said.file, said.start, said.end), plain(said.quote)
        above, same = place in self._places, words in self._words
        self._places.add(place)
        self._words.add(words)
        return Quoted(said, None if above or same else said.quote, above, self._note(said))

    def _note(self, said: DossierAssertion) -> str:
        """What a sentence counts for, where that is less than all; the reason once."""
        note = self._notes.get(way_of(said)) or ("adds nothing new" if phrases.is_echo(said) else "")
        if note in self._given:
            counts, colon, _ = note.partition(": ")
            return f"{counts}, as above" if colon else note
        self._given.add(note)
        return note

    def by_origin(self, said: Sequence[DossierAssertion], kinds: Mapping[str, HolderKind]) -> ByOrigin:
        """Group the sentences of one side by origin, in the order given; an echo stands behind what it repeats."""
        grouped: dict[str, list[DossierAssertion]] = defaultdict(list)
        for each in sorted(said, key=phrases.is_echo):
            grouped[origin_of(each, kinds)].append(each)
        own = {name: listed for name, listed in grouped.items() if not phrases.is_echo(listed[0])}
        origins = tuple(
            Origin(
                name,
                tuple(self.quote(each) for each in listed if not phrases.is_echo(each)),
                tuple(self.quote(each) for each in listed if phrases.is_echo(each)),
            )
            for name, listed in own.items()
        )
        rest = (each for name, listed in grouped.items() if name not in own for each in listed)
        return ByOrigin(origins, tuple(self.quote(each) for each in rest))


def way_of(said: DossierAssertion) -> Way:
    """Give what tells one assertion of a claim from another: its sentence, the way it came, its stance."""
    return said.file, said.start, said.holders, said.stance


def kinds_of(found: Iterable[Findings]) -> dict[str, HolderKind]:
    """Give what each holder of a pile is, by the name: a person, an outlet, somebody unnamed."""
    holders = (holder for each in found for said in each.assertions for holder in said.holders)
    return {holder.name: holder.kind for holder in holders}


def publisher_of(said: DossierAssertion) -> str:
    """Give the last holder of a sentence; publishers that nobody names stay apart, one for each document."""
    last = said.holders[-1] if said.holders else UNNAMED_OUTLET
    return f"the unnamed outlet of {said.file}" if last == UNNAMED_OUTLET else last


def origin_of(said: DossierAssertion, kinds: Mapping[str, HolderKind]) -> str:
    """Give the origin of a sentence in the words in which the reasons of a claim name it."""
    if len(said.holders) < 2:
        return publisher_of(said)
    first, *others = said.holders
    if kinds.get(first) == "unnamed":
        spoke_to = next((n for n in others if kinds.get(n) in _MEDIA and n != UNNAMED_OUTLET), publisher_of(said))
        return f"unnamed sources of {spoke_to}"
    return first


def behind(claim: DossierClaim) -> str:
    """Give "1 to 2 independent origins, through 3 publications": what a claim has behind it."""
    origins = claim.origins
    if not claim.supporting:
        by = phrases.fell(claim)
        return f"taken back by {by}, and nothing else here supports it" if by else "nothing here supports it"
    counted = f"{phrases.origins_words(origins)} independent {'origin' if origins.max == 1 else 'origins'}"
    through = phrases.count(len({publisher_of(said) for said in claim.supporting}), "publication")
    return f"{counted if origins.max else 'no independent origin'}, through {through}"


def place_of(anchor: Anchor, links: Links) -> Place:
    """Give where a sentence stands: "a.txt, sentence 12"; its file alone where it has no number there."""
    if anchor.file not in links.places:
        return Place(anchor.file, None)
    target = links.target(anchor)
    number = target.partition("-s")[2]
    return Place(f"{anchor.file}, sentence {number}" if number else anchor.file, target)

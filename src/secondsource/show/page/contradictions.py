"""Contradictions side by side: a dispute, or one report that was garbled on its way to another."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING

from secondsource.show import phrases
from secondsource.show.page.evidence import Quoting, origin_of
from secondsource.show.plain import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secondsource.dossier import Contradiction, Dossier, DossierClaim, Side
    from secondsource.show.page.evidence import ByOrigin
    from secondsource.show.page.lineage import Pile

# How the sides of a claim that is simply denied are called.
_SAYS = {"it is so": "says that it is so", "it is not so": "says that it is not so"}
_NAME = 80  # letters of a name within a sentence
_DISPUTE = "A dispute: nothing in the pile shows that one side has it from the other."
_ONE_LINE = "Garbled on the way: both sides come down one line, so one of them at least is not as it was said."


@dataclass(frozen=True, slots=True)
class Held:
    """One side: its value, whose it is, and the sentences that give it by their origin."""

    value: str
    holders: tuple[str, ...]
    evidence: ByOrigin


@dataclass(frozen=True, slots=True)
class Row:
    """A contradiction with the claim that it is in; `slot` is empty where the claim as a whole is denied."""

    number: int
    slot: str
    claim: DossierClaim | None
    garbled: bool
    says: str
    sides: tuple[Held, ...]


def denied_alone(dossier: Dossier) -> list[DossierClaim]:
    """Give the claims that somebody denies and nobody in the pile supports: they have one side only."""
    sided = {contradiction.claim for contradiction in dossier.contradictions}
    return [
        claim
        for claim in phrases.contested(dossier.claims)
        if claim.refuting and not claim.supporting and claim.id not in sided
    ]


def rows(dossier: Dossier, pile: Pile) -> Iterator[Row]:
    """Give the contradictions in the order of the dossier."""
    claims = {claim.id: claim for claim in dossier.claims}
    for number, contradiction in enumerate(dossier.contradictions, 1):
        claim = claims.get(contradiction.claim)
        quoting = Quoting(claim.discounted if claim is not None else ())
        yield Row(
            number,
            "" if contradiction.slot == "polarity" else contradiction.slot,
            claim,
            contradiction.same_lineage,
            _garbled(contradiction, pile) if contradiction.same_lineage else _DISPUTE,
            tuple(
                Held(side.value, _holders(side, pile), quoting.by_origin(side.assertions, pile.kinds))
                for side in contradiction.sides
            ),
        )


def _holders(side: Side, pile: Pile) -> tuple[str, ...]:
    return tuple(dict.fromkeys(origin_of(said, pile.kinds) for said in side.assertions))


def _garbled(contradiction: Contradiction, pile: Pile) -> str:
    """Say who has it from whom and changed it: "A has 12, B relays A and has 21"."""
    for source, changed in permutations(contradiction.sides, 2):
        files = {said.file for said in source.assertions}
        for file in dict.fromkeys(said.file for said in changed.assertions):
            for edge in pile.edges.get(file, ()):
                first = pile.files.get(edge.target)
                if first in files and first != file:
                    one, other = _who(first, pile), _who(file, pile)
                    verb = phrases.RELATION_WORDS[edge.relation]
                    return f"Garbled on the way: {one} {_has(source)}, {other} {verb} {one} and {_has(changed)}."
    named = [set(_holders(side, pile)) for side in contradiction.sides]
    common = sorted(set.intersection(*named)) if named else []
    if common:
        return f"Garbled on the way: both sides name {shorten(common[0], _NAME)} as their origin."
    return _ONE_LINE


def _has(side: Side) -> str:
    return _SAYS.get(side.value) or f"has {shorten(side.value, _NAME)}"


def _who(file: str, pile: Pile) -> str:
    outlet = pile.documents[file].outlet if file in pile.documents else None
    return shorten(outlet or file, _NAME)

"""The dossier: what the whole road gives, under the names that contract.md promises to the outside.

Each class is one object of the contract and each field one name of its JSON, in its order; `to_json` writes it. Nothing
is computed here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import msgspec

from secondsource.model import (
    Basis,
    Change,
    ClaimStatus,
    Conflict,
    EventStatus,
    Furniture,
    HingeKind,
    Likelihood,
    Opinion,
    Origins,
    Participant,
    Place,
    Point,
    PositionStance,
    Refusal,
    Relation,
    SameAnswer,
    Stance,
    When,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

# msgspec reads these annotations when it decodes, so `date` must exist at run time.
from datetime import date

SCHEMA = "secondsource/dossier/1"

Modality = Literal["occurred", "planned", "statement"]
Confidence = Literal["low", "moderate", "high"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A whole sentence of one file, verbatim: `quote` is the file's text from `start` to `end` (code points)."""

    file: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class DossierMention(Anchor):
    """A sentence that tells of an event, and how far it says the event had come."""

    status: EventStatus


@dataclass(frozen=True, slots=True)
class DossierWithdrawal(Anchor):
    """The sentence in which a publication takes its report back or corrects it, who that is, and when it said so.

    `relayed` is true where the sentence that falls only passes on what was taken back.
    """

    by: str
    published: date | None
    relayed: bool


@dataclass(frozen=True, slots=True)
class DossierAssertion(Anchor):
    """A sentence that puts a claim forward, denies it or declines to comment; `holders` run from origin to publisher.

    `adds` is true where it brings in something that the others do not (independence of at least .2). What was taken
    back stands among the neutral ones, with what takes it back.
    """

    holders: tuple[str, ...]
    stance: Stance
    hedge: str | None
    adds: bool
    withdrawn: DossierWithdrawal | None = field(default=None, kw_only=True)


@dataclass(frozen=True, slots=True)
class DossierDocument:
    """One report as the dossier lists it: who published it when, on what basis, and whom it names as its sources."""

    id: str
    file: str
    title: str | None
    outlet: str | None
    author: str | None
    language: str
    published: When | None
    furniture: tuple[Furniture, ...]
    basis: Basis
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DossierLetter:
    """A person's judgement of a source: of whom it was given (its owner, maybe), by whom, on which day, and why."""

    name: str
    author: str
    day: date
    rationale: str


@dataclass(frozen=True, slots=True)
class DossierSource:
    """Somebody whom claims rest on, and its letter: A to E where a person gave one, else F, not judged.

    `claims` are those that it tells or passes on, `own` those of them that begin with it; `documents` are those of the
    pile in which it does. `owner` is known for listed outlets only.
    """

    name: str
    kind: str
    owner: str | None
    documents: int
    claims: int
    own: int
    letter: str
    judged: DossierLetter | None


@dataclass(frozen=True, slots=True)
class Beside:
    """An event that looks like another: whether they are one, and what each slot says on it in a sentence."""

    event: str
    answer: SameAnswer
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class DossierEvent:
    """One happening, recognised across the pile; `claim` is the id of the claim that it took place or is planned.

    `beside` are its nearest look-alikes: those that may be it, then those that are easily taken for it.
    """

    id: str
    label: str
    type: str | None
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    cameo: str | None
    participants: tuple[Participant, ...]
    place: Place | None
    when: When | None
    status: EventStatus
    claim: str
    mentions: tuple[DossierMention, ...]
    beside: tuple[Beside, ...] = ()


@dataclass(frozen=True, slots=True)
class Admiralty:
    """The standard two-part code: the source's letter (A to F) and the information's digit (1 to 6), kept apart.

    `stix_confidence` is the digit on the scale of STIX 2.1, 0 to 100; null for 6.
    """

    reliability: str
    credibility: int
    stix_confidence: int | None = None


@dataclass(frozen=True, slots=True)
class DossierHinge:
    """One of the nodes that all support for a claim passes through, and the sentence that brings most through it.

    `capacity` is the most that it can pass on, in nats. A `report` is what `name` says by way of `through`.
    """

    kind: HingeKind
    name: str
    through: str | None
    capacity: float
    sentence: DossierAssertion


@dataclass(frozen=True, slots=True)
class DiscountedAssertion(DossierAssertion):
    """A sentence that counts for less than 1 (`q`), and what it repeats."""

    q: float
    because: str


@dataclass(frozen=True, slots=True)
class Nearest:
    """A documented event close to a claim: how close (0 to 1), the slots that agree and those that do not."""

    event: str
    score: float
    matches: tuple[str, ...]
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class DossierClaim:
    """One claim with its rating, every sentence for, against and neither, and why it stands where it stands.

    `nearest` is filled for claims that nobody independent bears out: the documented events they may be garbled from.
    `opinion` is the likelihood in subjective logic. All support passes through `hangs_on`; `deciding` are sentences
    that alone would give the same answer, the weightiest first; `discounted` repeat others; `changes` say of each thing
    more or less what status would follow.
    """

    id: str
    text: str
    event: str | None
    modality: Modality
    status: ClaimStatus
    origins: Origins
    admiralty: Admiralty
    likelihood: Likelihood | None
    confidence: Confidence | None
    supporting: tuple[DossierAssertion, ...]
    refuting: tuple[DossierAssertion, ...]
    neutral: tuple[DossierAssertion, ...]
    why: tuple[str, ...]
    would_change: tuple[str, ...]
    nearest: tuple[Nearest, ...] = ()
    opinion: Opinion | None = None
    hangs_on: tuple[DossierHinge, ...] = ()
    deciding: tuple[DossierAssertion, ...] = ()
    discounted: tuple[DiscountedAssertion, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class DossierEdge:
    """`source` has it from `target`: document ids, or a name outside the pile; `quote` is the sentence that says so."""

    source: str
    target: str
    relation: Relation
    p: float
    quote: Anchor | None


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a contradiction and the sentences that give it."""

    value: str
    assertions: tuple[DossierAssertion, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Sentences that cannot all hold: a slot of a claim and each side; `same_lineage` marks a garbled relay."""

    slot: str
    claim: str
    sides: tuple[Side, ...]
    same_lineage: bool


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of a channel: its event and which one it is said to be, 1 the first; None where nobody says."""

    event: str
    order: int | None


@dataclass(frozen=True, slots=True)
class Channel:
    """A standing line between principals: the meetings held, and the event id of the next one where it is planned."""

    id: str
    label: str
    principals: tuple[str, ...]
    meetings: tuple[Meeting, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class Position:
    """What a party demands, offers, commits to or rules out on an issue, and the sentences that say so."""

    party: str
    issue: str
    stance: PositionStance
    when: When | None
    evidence: tuple[DossierAssertion, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """What made the dossier: the program's version, a fingerprint of its settings, and one of the letters that held.

    `sources` is None where no person's judgement of a source held.
    """

    version: str
    config: str
    sources: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything that one pile of reports yields, as of one date."""

    schema: str = SCHEMA
    method: Method
    as_of: date | None
    documents: tuple[DossierDocument, ...] = ()
    events: tuple[DossierEvent, ...] = ()
    claims: tuple[DossierClaim, ...] = ()
    lineage: tuple[DossierEdge, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    channels: tuple[Channel, ...] = ()
    positions: tuple[Position, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    sources: tuple[DossierSource, ...] = ()


# --- check ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Check:
    """One claim of the reader's weighed against a pile: one line of `check --json`."""

    claim: str
    status: ClaimStatus
    event: str | None
    origins: Origins
    supporting: tuple[DossierAssertion, ...]
    refuting: tuple[DossierAssertion, ...]
    neutral: tuple[DossierAssertion, ...]
    nearest: tuple[Nearest, ...]
    why: tuple[str, ...]
    hangs_on: tuple[DossierHinge, ...] = ()
    deciding: tuple[DossierAssertion, ...] = ()
    discounted: tuple[DiscountedAssertion, ...] = ()
    would_change: tuple[str, ...] = ()


def to_json(dossier: Dossier) -> bytes:
    """Give the dossier as indented UTF-8 JSON in the contract's field order, ended by a newline."""
    return msgspec.json.format(msgspec.json.encode(dossier), indent=2) + b"\n"


def to_json_lines(checks: Iterable[Check]) -> bytes:
    """Give one JSON object a line, in the order given."""
    return b"".join(msgspec.json.encode(check) + b"\n" for check in checks)

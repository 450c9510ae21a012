"""The nouns of the road: what each stage takes and gives.

Small frozen dataclasses, one true sentence each. Everything after `Document` points into its text by `Span`, so
every claim can be quoted and every highlight is exact. Imports nothing of ours.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Doc

Stance = Literal["asserts", "relays", "hedges", "plans", "supposes", "denies", "no_comment", "corrects", "retracts"]
EventStatus = Literal["occurred", "planned", "alleged", "denied", "did_not_occur"]
Basis = Literal["official", "reference", "relays", "own reporting", "unattributed"]
Precision = Literal["site", "city", "region", "country", "sea"]
Ground = Literal["record", "first", "named", "own", "anon", "vague", "rumour"]
NameKind = Literal["person", "body", "outlet", "agency", "country", "place", "people", "other"]
HolderKind = Literal["person", "body", "outlet", "agency", "country", "unnamed", "document"]
Relation = Literal["cites", "relays", "quotes", "copies", "speaks_for", "same_publisher"]
PositionStance = Literal["demands", "offers", "commits", "declines", "rejects", "accuses", "red line", "raises"]
ClaimStatus = Literal[
    "confirmed", "corroborated", "single-source", "unverified", "disputed", "denied", "refuted",
    "realised", "superseded", "lapsed",
]  # fmt: skip
SameAnswer = Literal["same", "different", "unsure", "not judged"]
HingeKind = Literal["origin", "party", "pool", "report", "relay", "publication", "owner"]


# The last holder of a chain where nobody names the publisher (contract, Assertion.holders).
UNNAMED_OUTLET = "(unnamed outlet)"


# --- what every stage shares ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one document's text: code points, end exclusive."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class When:
    """The days a happening can have fallen on, both ends included, beside the words that said so; None is open."""

    earliest: date | None
    latest: date | None
    said: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """What could not be read or judged: which file, at which stage, why, and what the reader can do about it."""

    file: str
    stage: str
    reason: str
    remedy: str


# --- collect: bytes -> Document -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of a document's text that is not the report: a comment form, a ticker, a by-line, markup."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Document:
    """One report, its text never to change again; `id` hashes the text, the outlet and the address, nothing else."""

    id: str
    file: str
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    language: str = "en"
    published: When | None = None
    published_basis: str | None = None
    url: str | None = None
    dateline: str | None = None
    official: bool = False
    reference: bool = False
    furniture: tuple[Furniture, ...] = ()

    @property
    def day(self) -> date | None:
        """The day by which it was out; None where nobody knows one, be it that it came out "August 2021 or later"."""
        return self.published.latest if self.published is not None else None


# --- detect: Document -> Mentions ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    """A named spot on Earth; coordinates in degrees (WGS 84), None where nobody knows them."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: Precision


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text and whom or what it stands for.

    `name` is the full form in this document ("Wang" -> "Wang Yi"), or the common English name of a country.
    `side` is the country or international organisation it belongs to or speaks for. `acts` is true where a place
    stands for its government ("Beijing said"). `why` says in words how it was resolved.
    """

    span: Span
    kind: NameKind
    name: str
    side: str | None = None
    role: str | None = None
    place: Place | None = None
    acts: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Shift:
    """A distance in time from another happening of the text: "three months after" is (3, "month", "after")."""

    count: int
    unit: Literal["day", "week", "month", "year"]
    direction: Literal["before", "after"]


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: its TIMEX3 type and value, the interval it means, or its distance from a happening."""

    span: Span
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    when: When | None
    shift: Shift | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Mentions:
    """What was noticed in one document, nothing concluded: sentences, names, times, and the parse under them."""

    document: Document
    sentences: tuple[Span, ...]
    names: tuple[Name, ...]
    times: tuple[Time, ...]
    parsed: Doc = field(repr=False, compare=False)


# --- extract: Mentions -> Findings --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who puts a proposition forward; an anonymous one keeps the words that describe it."""

    name: str
    kind: HolderKind
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what with which words, as one sentence shows it.

    `source`, `cue` and `content` are the pieces in the text (several where they are split). `holders` runs from the
    origin to the last carrier that the text names; the publisher is not among them. `content` may lie in a sentence
    after the cue's. `hedge` is the hedging words verbatim.
    """

    sentence: Span
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    holders: tuple[Holder, ...]
    stance: Stance
    hedge: str | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes part in an event, for which side, and as what."""

    name: str
    side: str | None
    role: Literal["actor", "recipient", "party"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a sentence states about a happening: how many of what."""

    value: float
    unit: str
    said: str


@dataclass(frozen=True, slots=True)
class EventMention:
    """One sentence's telling of one happening."""

    sentence: Span
    trigger: Span
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    cameo: str | None
    participants: tuple[Participant, ...]
    place: Place | None
    when: When | None
    status: EventStatus
    label: str
    definite: bool = False
    publicity: Literal["secret", "public"] | None = None
    order: int | None = None
    plural: bool = False
    figures: tuple[Figure, ...] = ()
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Assertion:
    """One sentence of one document putting one proposition forward, denying it, or declining to comment on it.

    `content` is the stretch that says it and `text` the same as a sentence of its own. `holders` runs from origin to
    publisher. `event` indexes `Findings.events` where the proposition is that an event took place or is planned.
    `key` holds the content words by which the same proposition is recognised elsewhere. `presupposed` is true where
    somebody only speaks of an event as known ("the talks were a mistake").
    """

    sentence: Span
    content: Span
    text: str
    holders: tuple[Holder, ...]
    stance: Stance
    hedge: str | None
    ground: Ground
    event: int | None = None
    key: frozenset[str] = frozenset()
    negated: bool = False
    figures: tuple[Figure, ...] = ()
    subject: str | None = None
    presupposed: bool = False


@dataclass(frozen=True, slots=True)
class Position:
    """What one sentence says that a party demands, offers, commits to or rules out, and on which issue.

    `party` is a country, an organisation or a person who speaks for neither. `when` is the time that the sentence
    gives for taking the position, where it gives one.
    """

    party: str
    stance: PositionStance
    issue: str
    when: When | None
    assertion: Assertion


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence in which a document says from whom it has its matter."""

    sentence: Span
    source: Holder
    relation: Relation


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence in which a publication takes back what it reported.

    `by` is whose report it is, None the document's own publisher. A report is retracted, or what it said is corrected;
    `part` is true where one value of it is put right and the rest stands, and `slots` say which (date, place, number).
    `opening` is true where only the headline and the first paragraph are taken back. `this` is true where the document
    is itself the report. Else `titles` and `day` are what the notice calls the report by, where it does.
    """

    sentence: Span
    kind: Literal["retracts", "corrects"]
    by: str | None = None
    part: bool = False
    opening: bool = False
    slots: tuple[str, ...] = ()
    this: bool = False
    titles: tuple[str, ...] = ()
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """What one document asserts: all that the later half of the road needs, and nothing of the parse.

    `lead` is the outlet or body at which the document's opening lays its main matter, where it does. `cues` are the
    words that say who says something ("said", "according to").
    """

    document: Document
    basis: Basis
    origins: tuple[str, ...]
    citations: tuple[Citation, ...]
    events: tuple[EventMention, ...]
    assertions: tuple[Assertion, ...]
    names: tuple[Name, ...]
    sentences: tuple[Span, ...]
    times: tuple[Time, ...] = ()
    lead: Holder | None = None
    positions: tuple[Position, ...] = ()
    notices: tuple[Notice, ...] = ()
    cues: tuple[Span, ...] = ()


# --- link: Findings of many -> Groups -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Join:
    """One mention of an actor: its words, where it stands, and why it is counted to this actor."""

    said: str
    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Role:
    """An office that a text gives an actor, when it is held, with the words of the text."""

    words: str
    tense: str
    years: str | None
    said: str
    side: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, body or country of the pile: its name, side and roles, and every mention with the reason for it."""

    id: str
    name: str
    kind: str
    side: str | None
    roles: tuple[Role, ...]
    also: tuple[str, ...]
    joins: tuple[Join, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One assertion as the weighing model takes it (rating.md, section 1).

    `polarity` is +1, -1 or 0. `outlet` is the publisher and so the carrier; `owner` groups publishers. `origin` is
    the identity of the root ("unnamed@Taiwan News" for somebody's unnamed source). `party` is the government or
    organisation the origin speaks for. `via` are absent intermediate outlets. `letter` is a person's judgement of
    the origin, A to F; `outlet_letter` of the outlet. `q` is the independence factor, 0 to 1, and `echo` says what
    took the rest. `index` is the assertion's place in the claim.
    """

    index: int
    document: str
    outlet: str
    origin: str
    polarity: Literal[-1, 0, 1]
    ground: Ground
    hedge: float = 1.0
    q: float = 1.0
    hop: int = 0
    party: str | None = None
    interest: Literal["neutral", "own benefit", "against interest", "would hide", "competent"] = "neutral"
    via: tuple[str, ...] = ()
    owner: str | None = None
    letter: str = "F"
    outlet_letter: str = "F"
    identified: bool = True
    published: date | None = None
    echo: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """Source has it from target: two documents, or a document and a name outside the pile."""

    source: str
    target: str
    relation: Relation
    p: float
    quote: Span | None


@dataclass(frozen=True, slots=True)
class EventGroup:
    """One happening as the pile tells it; `mentions` point into findings: (position of the document, of the event)."""

    id: str
    label: str
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    cameo: str | None
    participants: tuple[Participant, ...]
    place: Place | None
    when: When | None
    status: EventStatus
    publicity: Literal["secret", "public"] | None
    order: int | None
    mentions: tuple[tuple[int, int], ...]
    words: frozenset[str] = frozenset()
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Why an assertion counts no more: which publication took it back or corrected it, in which sentence, when.

    `polarity` is what it was before, for or against. `relayed` is true where it only passes on what was taken back.
    """

    by: str
    kind: Literal["retracts", "corrects"]
    sentence: Span
    published: date | None
    polarity: Literal[-1, 1]
    relayed: bool


@dataclass(frozen=True, slots=True)
class Testimony:
    """One assertion as it bears on one claim: for (+1), against (-1) or neither (0), and what it weighs."""

    document: int
    assertion: Assertion
    polarity: Literal[-1, 0, 1]
    evidence: Evidence
    withdrawn: Withdrawal | None = None


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """One proposition across the pile with everything said for it, against it and about it.

    `sides` are the parties of its event, `act_of` the body whose own act it is. A plan names the claim that its
    event took place (`realised_by`), where the pile has one, and the last day it was planned for (`window`). A claim
    that an event has some day, place or number says which (`slot`, `value`).
    """

    id: str
    text: str
    event: str | None
    modality: Literal["occurred", "planned", "statement"]
    testimony: tuple[Testimony, ...]
    sides: tuple[frozenset[str], ...] = ()
    act_of: str | None = None
    realised_by: str | None = None
    superseded: bool = False
    window: date | None = None
    slot: str | None = None
    key: frozenset[str] = frozenset()
    value: str | None = None


@dataclass(frozen=True, slots=True)
class ChannelGroup:
    """Meetings of the same principals: event ids with their order in the row, and the one that is planned next."""

    id: str
    label: str
    principals: tuple[str, ...]
    meetings: tuple[tuple[str, int | None], ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class PositionGroup:
    """What a party demands, offers, commits to or rules out, and the assertions that say so."""

    party: str
    issue: str
    stance: PositionStance
    when: When | None
    testimony: tuple[Testimony, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A slot in which two tellings exclude each other: what the one says and what the other."""

    slot: str
    claimed: str
    documented: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """How near two events are, 0 to 1, with the slots that agree and those that exclude each other."""

    score: float
    matches: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """What one slot says on whether two events are one: they agree in it, it is open, or they exclude each other."""

    slot: str
    bearing: Literal["agree", "conflict", "unknown"]
    text: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether two events are one, and what each slot says on it."""

    answer: SameAnswer
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class LookAlike:
    """An event that looks like another: its id, and how the two compare."""

    event: str
    compared: Comparison


@dataclass(frozen=True, slots=True)
class Groups:
    """What the pile holds once the same things are recognised as the same: events, claims, who has it from whom."""

    findings: tuple[Findings, ...]
    events: tuple[EventGroup, ...]
    claims: tuple[ClaimGroup, ...]
    edges: tuple[Edge, ...]
    channels: tuple[ChannelGroup, ...] = ()
    positions: tuple[PositionGroup, ...] = ()


# --- rate: Groups -> Ratings --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Origins:
    """How many independent origins stand under a claim: at least, at most, and by paths that share nobody."""

    min: int
    max: int
    paths: int


@dataclass(frozen=True, slots=True)
class Likelihood:
    """A probability and the ICD 203 words for it."""

    p: float
    words: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """A probability with the room that the evidence leaves open (subjective logic); the three add up to 1."""

    belief: float
    disbelief: float
    uncertainty: float


@dataclass(frozen=True, slots=True)
class Hinge:
    """One of the nodes that all support for a claim passes through: what it is, its name, the most it can pass on.

    `capacity` is in nats; those of a claim add up to its whole flow. A `report` is what the origin `name` says by way
    of `through`. `index` is the evidence that brings most through it.
    """

    kind: HingeKind
    name: str
    capacity: float
    index: int
    through: str | None = None


@dataclass(frozen=True, slots=True)
class Discount:
    """A piece of evidence, by its index, that counts for less than 1 (`q`), and what it repeats."""

    index: int
    q: float
    because: str


@dataclass(frozen=True, slots=True)
class Change:
    """One thing more, one less or one lettered, the status that a claim would then have, and the sentence saying so.

    `kind` is what is added or removed: that of a hinge, or a record, a denial, an original. Changes with one outcome
    share a sentence.
    """

    action: Literal["add", "remove", "letter"]
    kind: str
    name: str
    status: ClaimStatus
    sentence: str


@dataclass(frozen=True, slots=True)
class Rating:
    """What the evidence for one claim is worth, in standard codes, and why: in sentences and as data.

    `opinion` is given where the likelihood is. `hangs_on` is what all its support passes through. `deciding` are the
    indices of an irreducible set of evidence that gives the same answer, `discounted` is the evidence that repeats
    other, and `changes` is what would give another status.
    """

    status: ClaimStatus
    origins: Origins
    reliability: str
    credibility: int
    likelihood: Likelihood | None
    confidence: Literal["low", "moderate", "high"] | None
    support: float
    denial: float
    why: tuple[str, ...]
    opinion: Opinion | None = None
    hangs_on: tuple[Hinge, ...] = ()
    deciding: tuple[int, ...] = ()
    discounted: tuple[Discount, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def would_change(self) -> tuple[str, ...]:
        """The sentences of its changes, each once."""
        return tuple(dict.fromkeys(change.sentence for change in self.changes))

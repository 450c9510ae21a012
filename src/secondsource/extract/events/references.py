"""References: the event told before that "the attack", "the arrests", "their talks" or "the deal" speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from spacy.tokens import Token

from secondsource.extract.events.moods import verb_above
from secondsource.extract.events.retelling import Told
from secondsource.extract.events.triggers import Trigger
from secondsource.extract.events.verb_moods import is_past
from secondsource.extract.reading import Reading
from secondsource.model import EventMention, Participant, Place, When
from secondsource.words.events import event_words
from secondsource.words.synonyms import plain_words

# How many tellings back a reference can reach.
_REACH = 40
# A telling this much older than its report is background: what is spoken of as known is rarely that.
_OLD = timedelta(days=60)
# Many come together in these, whoever has met before: no two of them are one but by the same word.
_ASSEMBLIES = frozenset("conference gathering session reunion".split())
_PERIODIC = frozenset("annual yearly biennial biannual monthly weekly regular quarterly".split())
# Words for any act of violence, and words for what a bomb does.
_ANY_VIOLENCE = frozenset(
    "attack assault raid violence killing massacre bloodshed atrocity incident carnage tragedy bloodbath "
    "slaughter".split()
)
_BLASTS = frozenset("explosion blast bombing detonation bomb".split())
# Deals may be told of by what they bring about.
_DEALS = frozenset("agreement deal accord pact treaty truce ceasefire arrangement understanding text document".split())
_DEAL_TYPES = frozenset({"AGREE", "RETREAT", "SUPPORT", "COOPERATE"})


@dataclass(frozen=True, slots=True)
class OwnSlots:
    """What a reference itself says of its event: who, where, when."""

    people: Sequence[Participant]
    place: Place | None
    when: When | None


def antecedent(trigger: Trigger, own: OwnSlots, told: Sequence[Told], reading: Reading) -> EventMention | None:
    """The earlier event that a reference speaks of: same word first, else same kind; nothing may exclude it."""
    sides = {p.side or p.name for p in own.people}
    here = reading.sentence(trigger.token.idx)
    best: EventMention | None = None
    for each in reversed(told[-_REACH:]):
        mention = each.mention
        if mention.trigger.start == trigger.token.idx or not _may_be(trigger, each, reading):
            continue
        others = {p.side or p.name for p in mention.participants}
        if sides and not sides <= others and not _are_victims(trigger, own.people):
            continue
        if own.place is not None and mention.place is not None and _apart(own.place, mention.place):
            continue
        if mention.status != "planned" and not _dates_meet(own.when, mention.when):
            continue
        if here is not None and here != mention.sentence and _is_background(mention.when, reading):
            continue
        if mention.when is None and trigger.word.type != "CONSULT" and _is_background(own.when, reading):
            continue  # "the truce of 2011" is none of those that are told without a date
        if each.trigger.token.lemma_ == trigger.token.lemma_:
            return mention
        if trigger.token.lemma_.lower() in _ASSEMBLIES:
            continue
        if best is None and _same_kind(trigger, each):
            best = mention
    return best


def _may_be(trigger: Trigger, told: Told, reading: Reading) -> bool:
    """Whether the categories agree, and what the noun itself says of the thing: its name, its being periodic."""
    kind, mine = told.mention.type, trigger.word.type
    deal = trigger.token.lemma_.lower() in _DEALS and kind in _DEAL_TYPES
    if kind != mine and not (kind == "COOPERATE" and mine == "MOBILIZE") and not deal:
        return False
    if trigger.token.lemma_.lower() == "talk" and trigger.token.tag_ == "NN":
        return False  # "the talk in the corridors"
    if mine == "ASSAULT" and trigger.token.tag_ == "NNS" and told.trigger.token.tag_ != "NNS":
        return False  # "most of the raids"
    if trigger.kind == "noun" and _is_periodic(trigger.token) != _is_periodic(told.trigger.token):
        return False  # an annual meeting is no summit
    return (
        not _proper(trigger.token, reading) - told.mention.words
    )  # "the Han Kuang drills" are no exercise of another name


def _same_kind(trigger: Trigger, told: Told) -> bool:
    """Whether a noun can mean what another word told: "the bombing" a bomb, "the arrests" those who were detained."""
    lemma = trigger.token.lemma_.lower()
    if plain_words({told.trigger.token.lemma_}) == plain_words({trigger.token.lemma_}):
        return True
    if trigger.word.type == "ASSAULT":
        blast = "explosives" in told.mention.modes or bool(_BLASTS & told.mention.words)
        return lemma in _ANY_VIOLENCE or (lemma in _BLASTS and blast)
    if lemma in _DEALS:
        return (
            told.trigger.word.cameo == "057"
            or told.trigger.token.lemma_ == "agree"
            or "ceasefire" in told.mention.modes
        )
    mode = trigger.word.mode
    return mode is not None and mode in told.mention.modes and trigger.word.type == told.mention.type


def _are_victims(trigger: Trigger, people: Sequence[Participant]) -> bool:
    """Whether all who are named are only counted or described: "two drivers died in the ambush"."""
    return trigger.word.type == "ASSAULT" and all(p.role == "recipient" and p.name[:1].islower() for p in people)


def _apart(a: Place, b: Place) -> bool:
    """Whether two places cannot be one: of one fineness and not of one name, or of two countries."""
    if a.name == b.name:
        return False
    if a.country and b.country and a.country != b.country:
        return True
    return a.precision == b.precision


def _is_background(when: When | None, reading: Reading) -> bool:
    """Whether an event is much older than the report that tells of it."""
    published = reading.document.published
    return (
        published is not None
        and published.earliest is not None
        and when is not None
        and when.latest is not None
        and when.latest < published.earliest - _OLD
    )


def _is_periodic(noun: Token) -> bool:
    return any(c.lower_ in _PERIODIC for c in noun.children)


def _proper(noun: Token, reading: Reading) -> set[str]:
    """The proper names before a noun that belong to the thing itself."""
    return {
        c.lemma_.lower()
        for c in noun.children
        if c.dep_ == "compound"
        and c.pos_ == "PROPN"
        and c.ent_type_ not in ("GPE", "NORP")
        and not _is_place(c, reading)
    }


def _is_place(token: Token, reading: Reading) -> bool:
    name = reading.name(token)
    return name is not None and (name.place is not None or name.kind == "place")


def is_idle(trigger: Trigger, reading: Reading) -> bool:
    """Whether a sentence only names an event on the way to what may be or is so: "the deal needs approval"."""
    attribution = reading.attribution(trigger.token.idx)
    if attribution is not None and attribution.stance == "supposes":
        return True
    verb = verb_above(trigger.token)
    while verb is not None and not _is_finite(verb):
        verb = verb_above(verb)
    return verb is not None and not is_past(verb)


def is_told(trigger: Trigger) -> bool:
    """Whether a sentence tells what a known act did or that it was done: "the strike hit", "carried out the attack"."""
    if trigger.word.shape == "meeting" or trigger.carrier is None:
        return False
    if trigger.relation == "object":
        return True
    known = event_words().verbs.get((trigger.carrier.lemma_.lower(), None), ())
    return trigger.relation == "subject" and any(w.type in ("ASSAULT", "COERCE") for w in known)


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in ("VBD", "VBZ", "VBP") or any(
        c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in verb.children
    )


def _dates_meet(a: When | None, b: When | None) -> bool:
    """Whether two intervals can be of one happening; True where one is open or unknown."""
    if a is None or b is None:
        return True
    if a.earliest is not None and b.latest is not None and a.earliest > b.latest:
        return False
    return not (b.earliest is not None and a.latest is not None and b.earliest > a.latest)

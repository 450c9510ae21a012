"""What a pile holds on a statement that is no event: who said so, who said the opposite, who would not say.

Subject and names come first, then content words put as their plainest synonym; a turned-round sentence (negation,
"declined", "ruled out") about the same thing speaks against.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from secondsource.model import Assertion, ClaimGroup, Groups, Holder, Testimony
from secondsource.words.synonyms import negatives, plain_words

# Share of the claim's own content words that a sentence must hold to bear it out, or to be about it at all.
BEARS_OUT = 0.7
IS_ABOUT = 0.4
# ... and that a holder's own word on an event must have to be the word that the claim speaks of.
HOLDER_SAYS = 0.4
# What is only considered is not stated.
_OPEN = re.compile(r"\b(?:considers?|considering|considered|weighs?|weighing|mulls?|mulling|whether)\b", re.I)


@dataclass(frozen=True, slots=True)
class Hearing:
    """The claim of the pile that bears a statement out, or what speaks against it or leaves it open."""

    supporting: ClaimGroup | None
    refuting: tuple[Testimony, ...]
    neutral: tuple[Testimony, ...]


def weigh_statement(
    asked: Assertion, groups: Groups, *, by_holder: bool, events: frozenset[str] = frozenset()
) -> Hearing:
    """Find what the pile says on a statement; with `by_holder`, only what the statement's own first holder says.

    `events` are the ids of the events that have every slot of what the holder is to have said.
    """
    supporting: list[tuple[float, ClaimGroup]] = []
    names = _names(asked)
    refuting: list[tuple[float, Testimony]] = []
    neutral: list[Testimony] = []
    for claim, told in _testimony(groups):
        if by_holder and not same_holder(asked.holders[0], told.assertion.holders[0]):
            continue
        if told.assertion.stance == "no_comment":
            if by_holder and _shares_a_name(asked, claim, told.assertion):
                neutral.append(told)
            continue
        share = _share(asked, told.assertion)
        # That a telling speaks against its own claim by another number or doer does not make it a denial of this one.
        same_way = _denied(asked) == _denied(told.assertion)
        if same_way and _bears_out(asked, told, claim, share, groups):
            supporting.append((share, claim))
        elif by_holder and same_way and told.polarity == 1 and claim.event in events and share >= HOLDER_SAYS:
            own = tuple(t for t in claim.testimony if same_holder(asked.holders[0], t.assertion.holders[0]))
            supporting.append((share, replace(claim, testimony=own)))
        elif (
            not same_way
            and share >= IS_ABOUT
            and _shares_a_word(asked, told.assertion)
            and _same_subject(asked, told.assertion)
            and _tells_of(names, told, groups)
        ):
            refuting.append((share, told))
    best = max(supporting, key=lambda s: (s[0], s[1].modality == "statement", s[1].id), default=None)
    most = max((s for s, _ in refuting), default=0.0)
    if best is not None and best[0] >= most:
        return Hearing(best[1], (), tuple(neutral))
    strongest = tuple(t for s, t in refuting if s >= most - 0.1)
    return Hearing(None, strongest, tuple(neutral))


def _bears_out(asked: Assertion, told: Testimony, claim: ClaimGroup, share: float, groups: Groups) -> bool:
    """Whether a statement of the pile says all that is asked: every name, the same numbers, most of the words."""
    names = _names(asked) - {asked.holders[0].name, asked.holders[0].side or ""}
    known = _names(told.assertion) | {told.assertion.holders[0].name, told.assertion.holders[0].side or ""}
    if claim.event is not None or told.polarity != 1 or share < BEARS_OUT or not names <= known:
        return False
    if not _same_subject(asked, told.assertion):
        return False
    sentence = told.assertion.sentence
    text = groups.findings[told.document].document.text[sentence.start : sentence.end]
    return _same_figures(asked, told.assertion) and _OPEN.search(text) is None


def _tells_of(names: frozenset[str], told: Testimony, groups: Groups) -> bool:
    """Whether a report speaks of everybody whom the claim names; one about others cannot refute it."""
    found = groups.findings[told.document]
    known = {n for name in found.names for n in (name.name, name.side) if n}
    return names <= known or all(n in found.document.text for n in names - known)


def _testimony(groups: Groups) -> Iterator[tuple[ClaimGroup, Testimony]]:
    for claim in groups.claims:
        for told in claim.testimony:
            yield claim, told


def same_holder(a: Holder, b: Holder) -> bool:
    """Whether two holders are one voice by name, or two bodies of one side."""
    if a.name == b.name or set(a.name.split()) <= set(b.name.split()) or set(b.name.split()) <= set(a.name.split()):
        return True
    official = ("body", "country")
    return a.kind in official and b.kind in official and a.side is not None and a.side == b.side


def _names(assertion: Assertion) -> frozenset[str]:
    return frozenset(w for w in assertion.key if w[:1].isupper())


def _share(asked: Assertion, told: Assertion) -> float:
    """The share of the asked statement's content that the told one has, names and other words weighed alike."""
    names = _names(asked)
    their_names = _names(told) | {h.name for h in told.holders} | {h.side for h in told.holders if h.side}
    words, theirs = plain_words(asked.key - names), plain_words(told.key)
    wanted = len(names) + len(words)
    return (len(names & their_names) + len(words & theirs)) / wanted if wanted else 0.0


def _shares_a_word(asked: Assertion, told: Assertion) -> bool:
    """Whether two statements have more in common than names."""
    return not (words := plain_words(asked.key - _names(asked))) or bool(words & plain_words(told.key))


def _turned(assertion: Assertion) -> bool:
    return (negatives(assertion.key) + assertion.negated) % 2 == 1


def _denied(assertion: Assertion) -> bool:
    return _turned(assertion) != (assertion.stance == "denies")


def _same_subject(asked: Assertion, told: Assertion) -> bool:
    subject = asked.subject or next(iter(sorted(_names(asked))), None)
    if subject is None:
        return False
    if told.subject is not None and (told.subject == subject or set(subject.split()) <= set(told.subject.split())):
        return True
    return any(subject in (h.name, h.side) for h in told.holders[:-1])


def _same_figures(asked: Assertion, told: Assertion) -> bool:
    return {f.value for f in asked.figures} <= {f.value for f in told.figures}


def _shares_a_name(asked: Assertion, claim: ClaimGroup, told: Assertion) -> bool:
    words = set(claim.text.replace(",", " ").split()) | told.key
    return any(
        set(n.split()) & words for n in _names(asked) - {asked.holders[0].name, asked.holders[0].side or ""}
    ) or bool(plain_words(asked.key) & plain_words(w.lower() for w in words))

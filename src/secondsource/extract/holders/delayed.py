"""Who is named only after he has spoken: "the harbour master said. ... Olga Lind said by telephone".

News puts the office into the opening and the name some sentences down. A person who first comes up as a speaker, by
the bare name, was spoken of before: as the only holder of an office who spoke in the opening.
"""

from __future__ import annotations

from dataclasses import replace

from secondsource.extract.holders.person_nouns import is_person_noun
from secondsource.model import Attribution, Holder, Mentions, Name

# Sentences in which the office has to speak, and how many further down the name may come.
OPENING, DELAY = 3, 6


def name_officers(mentions: Mentions, found: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions with the person's name for an office of the opening, where the text gives it further down."""
    numbers = {sentence: i for i, sentence in enumerate(mentions.sentences)}
    offices = {
        a.holders[0]: numbers.get(a.sentence, OPENING)
        for a in reversed(found)
        if a.holders and a.holders[0].kind == "body" and _is_officer(mentions, a)
    }
    early = [office for office, at in offices.items() if at < OPENING]
    if len(early) != 1 or len(offices) != 1:
        return found
    office = early[0]
    for a in found:
        name = _bare_name(mentions, a)
        if name is not None and 0 < numbers.get(a.sentence, 0) - offices[office] <= DELAY:
            person = Holder(name.name, "person", name.side or office.side)
            return tuple(_renamed(one, office, person) for one in found)
    return found


def _is_officer(mentions: Mentions, attribution: Attribution) -> bool:
    """Whether a source is a person in an office, and no name stands for him: "the head of the fisheries office"."""
    if not attribution.source:
        return False
    start, end = attribution.source[0].start, attribution.source[-1].end
    span = mentions.parsed.char_span(start, end, alignment_mode="expand")
    if span is None or not is_person_noun(span.root) or span.root.tag_ != "NN":
        return False
    return span[0].lower_ == "the" and attribution.holders[0].name.endswith(_tail(mentions.document.text[start:end]))


def _tail(words: str) -> str:
    return words.rsplit(None, 1)[-1]


def _bare_name(mentions: Mentions, attribution: Attribution) -> Name | None:
    """The person who speaks here by name alone and comes up here for the first time."""
    if len(attribution.source) != 1 or not attribution.holders or attribution.holders[0].kind != "person":
        return None
    source = attribution.source[0]
    first = next((n for n in mentions.names if n.name == attribution.holders[0].name), None)
    bare = first is not None and (first.span.start, first.span.end) == (source.start, source.end)
    return first if bare and first is not None and first.role is None and " " in first.name else None


def _renamed(attribution: Attribution, office: Holder, person: Holder) -> Attribution:
    if office not in attribution.holders:
        return attribution
    holders = [person if holder == office else holder for holder in attribution.holders]
    return replace(attribution, holders=tuple(dict.fromkeys(holders)))

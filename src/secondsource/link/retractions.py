"""What a retraction or a correction takes from a claim: the publication's own reports of it, and all that relays them.

A report that was taken back is no evidence, and neither is one that has it from there, whenever it was written: its
origin is the one that fell. Only what the publication itself said until then goes; what others know for themselves, and
what it reports anew later, stays.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from secondsource.link.evidence import Context, carrier
from secondsource.model import Assertion, ClaimGroup, Findings, Notice, Testimony, Withdrawal

# From this probability on a sentence is a copy, which falls with its original.
COPY = 0.8
_MEDIA = ("outlet", "agency")
_PAST = {"retracts": "Retracted", "corrects": "Corrected"}


def notice_in(document: int, assertion: Assertion, context: Context) -> Notice | None:
    """The notice in whose sentence an assertion stands; who takes back his own words gives one too."""
    start = assertion.sentence.start
    found = next((n for n in context.findings[document].notices if n.sentence.start == start), None)
    if found is None and assertion.stance == "retracts":
        speaker = assertion.holders[0].name if len(assertion.holders) > 1 else None
        return Notice(assertion.sentence, "retracts", speaker)
    return found


def with_withdrawals(told: Sequence[Testimony], context: Context) -> tuple[Testimony, ...]:
    """The testimony of one claim, without side where its publication took it back or it only relays what was."""
    notices = {i: n for i, t in enumerate(told) if (n := notice_in(t.document, t.assertion, context)) is not None}
    withdrawn = context.lineage.withdrawn
    if not notices and not any(t.document in withdrawn for t in told):
        return tuple(told)
    fall = _Fall(told, context, notices)
    for i, notice in notices.items():
        _take_back(fall, i, notice)
    for i, t in enumerate(told):
        if t.document in withdrawn and i not in notices and t.polarity:
            j, notice = withdrawn[t.document]
            if notice.opening and t.assertion.sentence.start >= _opening_end(context.findings[t.document]):
                continue
            _drop(fall, i, Withdrawal(carrier(context.findings[t.document].document), notice.kind, notice.sentence,
                                      _told_on(j, context), t.polarity, relayed=False))  # fmt: skip
    _drop_relays(fall)
    return tuple(_fallen(t, i, fall) for i, t in enumerate(told))


@dataclass(slots=True)
class _Fall:
    """The testimony of one claim while it falls, and why each row fell.

    `own` has the rows of each publisher and speaker, `citing` those that have it from a publisher.
    """

    told: Sequence[Testimony]
    context: Context
    notices: Mapping[int, Notice]
    own: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    citing: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    copying: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    standing: Counter[tuple[str, int]] = field(default_factory=Counter)
    why: dict[int, Withdrawal] = field(default_factory=dict)
    waiting: deque[tuple[str, Withdrawal]] = field(default_factory=deque)

    def __post_init__(self) -> None:
        for i, t in enumerate(self.told):
            if i in self.notices or not t.polarity:
                continue
            publisher = self.publisher(i)
            self.own[publisher].append(i)
            self.standing[publisher, t.polarity] += 1
            if len(t.assertion.holders) > 1 and t.assertion.holders[0].kind not in _MEDIA:
                self.own[t.assertion.holders[0].name].append(i)
            for holder in t.assertion.holders[:-1]:
                if holder.kind in _MEDIA and holder.name != publisher:
                    self.citing[holder.name].append(i)
            copied = self.context.lineage.echoes.get((t.document, t.assertion.sentence.start))
            if copied is not None and copied.p >= COPY:
                self.copying[copied.document].append(i)

    def publisher(self, i: int) -> str:
        return carrier(self.context.findings[self.told[i].document].document)


def _take_back(fall: _Fall, i: int, notice: Notice) -> None:
    """Let fall what a notice takes back of a claim."""
    t, context = fall.told[i], fall.context
    document = context.findings[t.document].document
    if notice.part and not t.polarity:
        return  # the value that it puts right is not what is claimed here
    if notice.by is not None and document.outlet is None:
        return  # that somebody else took a report back has to be said by somebody
    by = notice.by or carrier(document)
    polarity: Literal[-1, 1] = _other(t.polarity) if t.assertion.stance == "denies" else (t.polarity or 1)
    day = _day(t.document, context)
    why = Withdrawal(by, notice.kind, notice.sentence, _told_on(t.document, context), polarity, relayed=False)
    for k in fall.own.get(by, ()):
        other = fall.told[k]
        same = other.document == t.document
        if other.polarity != polarity or (same and (len(other.assertion.holders) > 1 or notice.kind == "corrects")):
            continue
        if same or not _is_after(_day(other.document, context), day):
            _drop(fall, k, why)
    fall.waiting.append((by, why))


def _other(polarity: Literal[-1, 0, 1]) -> Literal[-1, 1]:
    return -1 if polarity == 1 else 1


def _drop(fall: _Fall, i: int, why: Withdrawal) -> None:
    """Let one row fall; a publisher all of whose rows fell takes those who cite it along."""
    if i in fall.why:
        return
    fall.why[i] = why
    publisher = fall.publisher(i)
    fall.standing[publisher, why.polarity] -= 1
    if not fall.standing[publisher, why.polarity]:
        fall.waiting.append((publisher, why))
    for k in fall.copying.get(fall.told[i].document, ()):
        if fall.told[k].polarity == why.polarity:
            _drop(fall, k, replace(why, relayed=True))


def _drop_relays(fall: _Fall) -> None:
    """Let fall what cites a publication that has taken its report back, or all of whose own reports fell.

    Where the publication reports it anew, those stay who cite it from then on.
    """
    done: set[tuple[str, int]] = set()
    while fall.waiting:
        name, why = fall.waiting.popleft()
        if (name, why.polarity) in done:
            continue
        done.add((name, why.polarity))
        anew = fall.standing[name, why.polarity] > 0
        for k in fall.citing.get(name, ()):
            day = _day(fall.told[k].document, fall.context)
            if fall.told[k].polarity == why.polarity and not (anew and _is_after(day, why.published)):
                _drop(fall, k, replace(why, relayed=True))


def _fallen(t: Testimony, i: int, fall: _Fall) -> Testimony:
    """One row after the fall; the notice itself supports nothing, and a retraction by itself denies nothing."""
    notice, why = fall.notices.get(i), fall.why.get(i)
    if notice is not None:
        own = len(t.assertion.holders) == 1 or t.assertion.holders[0].name == notice.by
        of_a_value = notice.part and not t.polarity
        if t.polarity == 1 or of_a_value or (t.polarity == -1 and own and notice.kind == "retracts"):
            by, day = notice.by or fall.publisher(i), _told_on(t.document, fall.context)
            why = Withdrawal(by, notice.kind, notice.sentence, day, t.polarity or 1, relayed=False)
        else:
            return t
    if why is None:
        return t
    return replace(t, polarity=0, evidence=replace(t.evidence, polarity=0), withdrawn=why)


def _opening_end(found: Findings) -> int:
    """Where the first paragraph of a report ends, furniture left out, in code points."""
    if not found.sentences:
        return 0
    text, end = found.document.text, found.sentences[0].end
    stop = text.find("\n", end)
    return len(text) if stop < 0 else stop


def _day(document: int, context: Context) -> date | None:
    return context.findings[document].document.day


def _told_on(document: int, context: Context) -> date | None:
    """The day of a notice where it is known to the day: what is printed may not be a guess."""
    when = context.findings[document].document.published
    return when.earliest if when is not None and when.earliest == when.latest else None


def _is_after(day: date | None, other: date | None) -> bool:
    return day is not None and other is not None and day > other


def withdrawal_reasons(claim: ClaimGroup) -> tuple[str, ...]:
    """What was taken back of a claim, a sentence for each notice: by whom, when, and how many relays fell with it."""
    relays: dict[str, int] = {}
    for t in claim.testimony:
        if (why := t.withdrawn) is not None:
            on = f" on {why.published}" if why.published else ""
            lead = f"{_PAST[why.kind]} by {why.by}{on}"
            relays[lead] = relays.get(lead, 0) + why.relayed
    fell = {0: ".", 1: "; 1 relay of it falls with it."}
    return tuple(lead + fell.get(n, f"; {n} relays of it fall with it.") for lead, n in relays.items())

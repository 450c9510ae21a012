"""What changed in a pile between two days: which claims stand otherwise, and because of which reports.

A claim of the one day is a claim of the other where they share an id or else their sentences, so that one which is only
worded anew is not told as gone and new. Which report did it is found by weighing the claim again without it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import msgspec

from secondsource.assemble import assertion_of
from secondsource.dossier import Admiralty, DossierAssertion, Method
from secondsource.link.claims import joined
from secondsource.link.evidence import Context
from secondsource.link.lineage import find_lineage
from secondsource.model import ClaimGroup, ClaimStatus, Findings, Likelihood, Origins, Rating, Refusal, Testimony
from secondsource.pipeline import Compared
from secondsource.ratings import rate_claim

SCHEMA = "secondsource/difference/1"
# Reports left out in turn for one claim, those with most of its new sentences first: each costs a weighing.
TRIED = 12
# A sentence of the pile: its document's id and where it starts.
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a claim stands on a day."""

    text: str
    status: ClaimStatus
    origins: Origins
    likelihood: Likelihood | None
    admiralty: Admiralty


@dataclass(frozen=True, slots=True)
class Cause:
    """A report that came in between, with its sentences on a claim.

    `decides` is true where without this report alone the claim would stand otherwise than it does; None where that was
    not tried. `withdraws` are the earlier sentences that its notice takes back.
    """

    file: str
    outlet: str | None
    published: date | None
    decides: bool | None
    sentences: tuple[DossierAssertion, ...]
    withdraws: tuple[DossierAssertion, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangedClaim:
    """A claim of both days and what of it changed: status, origins, likelihood, admiralty, text.

    `lost` are sentences for or against it that the pile no longer has, in reports that were revised; `regrouped` counts
    those of earlier reports that are only now counted to it. `together` is true where several reports changed it and
    none of those tried did it alone. `note` says what changed it where no report did.
    """

    id: str
    earlier_id: str
    changed: tuple[str, ...]
    was: Standing
    now: Standing
    because: tuple[Cause, ...]
    together: bool
    lost: tuple[DossierAssertion, ...]
    regrouped: int
    note: str | None


@dataclass(frozen=True, slots=True)
class NewClaim:
    """A claim that the earlier day did not have, and the reports that brought it."""

    id: str
    now: Standing
    because: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class GoneClaim:
    """A claim that the later day no longer has; `into` is the one that has most of its sentences now."""

    id: str
    was: Standing
    into: str | None
    lost: tuple[DossierAssertion, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A report that came in between, or one that another state has replaced since."""

    file: str
    outlet: str | None
    published: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Everything that changed from the end of one day to the end of another."""

    schema: str = SCHEMA
    method: Method
    since: date
    as_of: date | None
    came: tuple[Report, ...]
    replaced: tuple[Report, ...]
    changed: tuple[ChangedClaim, ...]
    new: tuple[NewClaim, ...]
    gone: tuple[GoneClaim, ...]
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class _Days:
    """The two days, the place of each claim of them by id, and the documents that came in between."""

    then: Compared
    now: Compared
    earlier: Mapping[str, ClaimGroup]
    later: Mapping[str, ClaimGroup]
    came: frozenset[str]
    at: Mapping[str, int]
    context: Context


def difference(then: Compared, now: Compared, since: date, method: Method) -> Difference:
    """Give what changed between two states of a pile, `then` as of `since`, both weighed by the same scales."""
    had = {f.document.id for f in then.groups.findings}
    has = {f.document.id for f in now.groups.findings}
    days = _Days(
        then,
        now,
        {c.id: c for c in then.groups.claims},
        {c.id: c for c in now.groups.claims},
        frozenset(has - had),
        {f.document.id: i for i, f in enumerate(now.groups.findings)},
        Context(now.groups.findings, find_lineage(now.groups.findings)),
    )
    pairs = match_claims(then.groups.claims, now.groups.claims)
    kept = set(pairs.values())
    homes = _homes(now.groups.claims)
    return Difference(
        method=method,
        since=since,
        as_of=now.as_of,
        came=tuple(_report(f) for f in now.groups.findings if f.document.id not in had),
        replaced=tuple(_report(f) for f in then.groups.findings if f.document.id not in has),
        changed=tuple(
            changed
            for c in now.groups.claims
            if c.id in pairs and (changed := _changed(c, days.earlier[pairs[c.id]], days)) is not None
        ),
        new=tuple(
            NewClaim(c.id, _standing(c, now.ratings[c.id]), _causes(c, days, None)[0])
            for c in now.groups.claims
            if c.id not in pairs
        ),
        gone=tuple(
            GoneClaim(c.id, _standing(c, then.ratings[c.id]), _into(c, homes), _lost(c, days))
            for c in then.groups.claims
            if c.id not in kept
        ),
        refusals=now.refusals,
    )


def to_json(found: Difference) -> bytes:
    """Give the difference as indented UTF-8 JSON, ended by a newline."""
    return msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n"


# --- the same claim on two days ---------------------------------------------------------------------------------------


def match_claims(then: Sequence[ClaimGroup], now: Sequence[ClaimGroup]) -> dict[str, str]:
    """The earlier id of each later claim that has one: the same id, else the most sentences in common.

    Only claims of one kind are compared (that an event took place, was planned, a day of it, a statement).
    """
    known = {c.id for c in then} & {c.id for c in now}
    pairs = {identity: identity for identity in known}
    holding: dict[tuple[str, Place], list[str]] = defaultdict(list)
    sizes: dict[str, int] = {}
    for claim in then:
        if claim.id not in known:
            sizes[claim.id] = len(places := _places(claim))
            for place in places:
                holding[_kind(claim), place].append(claim.id)
    shared: list[tuple[float, str, str]] = []
    for claim in now:
        if claim.id not in known:
            mine = _places(claim)
            common = Counter(i for place in mine for i in holding.get((_kind(claim), place), ()))
            shared += [(-n / (len(mine) + sizes[i] - n), claim.id, i) for i, n in common.items()]
    taken: set[str] = set()
    for _, later, earlier in sorted(shared):
        if later not in pairs and earlier not in taken:
            pairs[later] = earlier
            taken.add(earlier)
    return pairs


def _kind(claim: ClaimGroup) -> str:
    return f"{claim.modality} {claim.slot or ''}"


def _places(claim: ClaimGroup) -> set[Place]:
    """The sentences for or against a claim; of one that has none, those that take no side."""
    sided = {_place(t) for t in claim.testimony if t.polarity}
    return sided or {_place(t) for t in claim.testimony}


def _place(told: Testimony) -> Place:
    return told.assertion.sentence.document, told.assertion.sentence.start


def _homes(claims: Iterable[ClaimGroup]) -> Mapping[tuple[str, Place], list[str]]:
    homes: dict[tuple[str, Place], list[str]] = defaultdict(list)
    for claim in claims:
        for place in _places(claim):
            homes[claim.modality, place].append(claim.id)
    return homes


def _into(claim: ClaimGroup, homes: Mapping[tuple[str, Place], list[str]]) -> str | None:
    """The claim that has most of the sentences of one that is gone."""
    common = Counter(i for place in sorted(_places(claim)) for i in homes.get((claim.modality, place), ()))
    return min(common, key=lambda i: (-common[i], i), default=None)


# --- what changed, and why --------------------------------------------------------------------------------------------


def _standing(claim: ClaimGroup, rating: Rating) -> Standing:
    pair = Admiralty(rating.reliability, rating.credibility)
    return Standing(claim.text, rating.status, rating.origins, rating.likelihood, pair)


def _otherwise(was: Standing, now: Standing) -> tuple[str, ...]:
    """The names of what differs between two standings."""
    parts = (
        ("status", was.status, now.status),
        ("origins", (was.origins.min, was.origins.max), (now.origins.min, now.origins.max)),
        ("likelihood", was.likelihood and was.likelihood.words, now.likelihood and now.likelihood.words),
        ("admiralty", was.admiralty, now.admiralty),
        ("text", was.text, now.text),
    )
    return tuple(name for name, before, after in parts if before != after)


def _changed(claim: ClaimGroup, before: ClaimGroup, days: _Days) -> ChangedClaim | None:
    was = _standing(before, days.then.ratings[before.id])
    now = _standing(claim, days.now.ratings[claim.id])
    changed = _otherwise(was, now)
    if not changed:
        return None
    causes, regrouped = _causes(claim, days, before)
    outcome = days.later.get(claim.realised_by or "")
    if outcome is not None and now.status != was.status and not any(cause.decides for cause in causes):
        known = {cause.file for cause in causes}
        causes = (*causes, *(c for c in _causes(outcome, days, None, claim)[0] if c.file not in known))
    together = len(causes) > 1 and not any(cause.decides for cause in causes)
    note = None
    if now.status == "lapsed" and was.status != "lapsed":
        note = f"the time it was planned for was over on {claim.window}"
    elif not causes and not _lost(before, days):
        note = "no report that came in between speaks to it; how the earlier ones are put together changed"
    return ChangedClaim(
        claim.id, before.id, changed, was, now, causes, together, _lost(before, days), regrouped, note
    )  # fmt: skip


def _lost(claim: ClaimGroup, days: _Days) -> tuple[DossierAssertion, ...]:
    """The sentences for or against an earlier claim whose documents the later day no longer has."""
    has = {f.document.id for f in days.now.groups.findings}
    return tuple(
        assertion_of(t, days.then.groups)
        for t in claim.testimony
        if t.polarity and t.assertion.sentence.document not in has
    )


def _causes(
    claim: ClaimGroup, days: _Days, before: ClaimGroup | None, plan: ClaimGroup | None = None
) -> tuple[tuple[Cause, ...], int]:
    """The reports that came in between and speak to a claim, and how many sentences of others are new in it.

    Which decide is tried where it was there `before`; of an outcome, on the `plan` that it decides.
    """
    new: dict[int, list[Testimony]] = defaultdict(list)
    taken: dict[int, list[Testimony]] = defaultdict(list)
    had = _places(before) if before is not None else set()
    regrouped = 0
    for told in claim.testimony:
        if told.assertion.sentence.document in days.came:
            new[told.document].append(told)
        elif before is not None and told.polarity and _place(told) not in had:
            regrouped += 1
        if told.withdrawn is not None and told.withdrawn.sentence.document in days.came:
            taken[days.at[told.withdrawn.sentence.document]].append(told)
    order = sorted(new.keys() | taken.keys(), key=lambda d: (-len(taken[d]), -len(new[d]), d))
    tried = order[:TRIED] if before is not None or plan is not None else []
    decides = {d: _decides(d, claim, plan, days) for d in tried}
    causes = [_cause(d, new[d], taken[d], decides.get(d), days) for d in order]
    return tuple(sorted(causes, key=lambda c: (not c.decides, c.published or date.min, c.file))), regrouped


def _cause(
    document: int, told: Sequence[Testimony], taken: Sequence[Testimony], decides: bool | None, days: _Days
) -> Cause:
    one = _report(days.now.groups.findings[document])
    own = {_place(t) for t in told}
    others = [t for t in taken if _place(t) not in own]
    return Cause(one.file, one.outlet, one.published, decides, _said(told, days), _said(others, days))


def _said(told: Sequence[Testimony], days: _Days) -> tuple[DossierAssertion, ...]:
    """Each sentence of some testimony once, in the order of the pile."""
    first = {(t.document, t.assertion.sentence.start): t for t in reversed(told)}
    return tuple(assertion_of(first[place], days.now.groups) for place in sorted(first))


def _decides(document: int, claim: ClaimGroup, plan: ClaimGroup | None, days: _Days) -> bool:
    """Whether a claim, or the plan whose outcome it is, would stand otherwise without one report.

    What a copy of the report then would be worth by itself is not found out.
    """
    now = days.now
    less = without(claim, now.groups.findings[document].document.id, days.context)
    outcome = days.later.get(claim.realised_by or "")
    rating = rate_claim(less, now.ratings[outcome.id].status if outcome else None, now.as_of, now.scales)
    if plan is not None:
        less, rating = plan, rate_claim(plan, rating.status, now.as_of, now.scales)
    return bool(_otherwise(_standing(less, now.ratings[less.id]), _standing(less, rating)))


def without(claim: ClaimGroup, document: str, context: Context) -> ClaimGroup:
    """Give a claim without what one document says; what only that one took back stands again.

    `context` is the pile's. What was settled as a repetition of the document stays one.
    """
    kept = [
        _restored(t) if t.withdrawn is not None and t.withdrawn.sentence.document == document else t
        for t in claim.testimony
        if t.assertion.sentence.document != document
    ]
    by_others = {d: why for d, why in context.lineage.withdrawn.items() if why[1].sentence.document != document}
    context = replace(context, lineage=replace(context.lineage, withdrawn=by_others))
    return replace(claim, testimony=joined(kept, (), context))


def _restored(told: Testimony) -> Testimony:
    if told.withdrawn is None:
        return told
    side = told.withdrawn.polarity
    return replace(told, polarity=side, evidence=replace(told.evidence, polarity=side), withdrawn=None)


def _report(found: Findings) -> Report:
    return Report(found.document.file, found.document.outlet, found.document.day)

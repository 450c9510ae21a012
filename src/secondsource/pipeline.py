"""The road in one screen. READ THIS FIRST.

    collect -> detect -> extract -> link -> rate -> show

`study` is the first half: one document, no outside knowledge, so it can be cached and mapped. `compare` is the second
half, over many. `check` asks a reader's own claims of what the second half found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from importlib.metadata import version

from secondsource.assemble import assemble
from secondsource.checking import Pile, check_claim, find_testimony, open_pile
from secondsource.detect import detect
from secondsource.dossier import Check, Dossier, Method
from secondsource.extract import extract, extract_claim
from secondsource.link import link
from secondsource.link.actors import explain_actor, find_actors
from secondsource.link.dating import dates_by_pile, is_narrow
from secondsource.link.rewording import MOST, is_large, with_joined_events, with_other_words
from secondsource.model import Actor, ClaimGroup, Document, Findings, Groups, Rating, Refusal
from secondsource.rate import config_hash
from secondsource.rate.register import register_hash
from secondsource.ratings import PLAIN, Memory, Scales, rate_all

_NOT_JUDGED = Refusal(
    "(the whole pile)",
    "link",
    f"more than {MOST:,} sentences: look-alikes were not compared and what is told in other words was not joined",
    "compare a smaller pile to have that judged as well",
)


@dataclass(frozen=True, slots=True)
class Compared:
    """A pile put together: its groups, the rating of each claim by id, the cut-off, and what was left out.

    `scales` is what was weighed by. `linked` are the groups before claims gained sentences in other words: a question
    finds those for itself. `weighed` remembers the ratings by their evidence, most of which both have.
    """

    groups: Groups
    ratings: dict[str, Rating]
    as_of: date | None
    refusals: tuple[Refusal, ...]
    linked: Groups
    scales: Scales = PLAIN
    weighed: Memory = field(default_factory=Memory, repr=False, compare=False)


def study(document: Document) -> Findings:
    """Give what one document asserts: pure, the same document gives the same findings."""
    return extract(detect(document))


def compare(
    findings: Iterable[Findings],
    *,
    as_of: date | None = None,
    refusals: tuple[Refusal, ...] = (),
    scales: Scales = PLAIN,
) -> Dossier:
    """Give the dossier of many documents: their events and claims, who has them from whom, what they are worth.

    With `as_of`, only what was published by that day counts; undated documents are then left out and listed.
    """
    return dossier_of(put_together(findings, as_of=as_of, refusals=refusals, scales=scales))


def put_together(
    findings: Iterable[Findings],
    *,
    as_of: date | None = None,
    refusals: tuple[Refusal, ...] = (),
    again: Callable[[Document], Findings] = study,
    scales: Scales = PLAIN,
) -> Compared:
    """Link and rate the findings of a pile; `again` studies a document anew once the others have told its date."""
    kept, left_out = _published_by(tuple(findings), as_of, again)
    linked = with_joined_events(link(kept))
    groups = with_other_words(linked)
    if is_large(linked):
        left_out = (*left_out, _NOT_JUDGED)
    cut_off = _cut_off(kept, as_of)
    weighed = Memory()
    ratings = rate_all(groups.claims, cut_off, scales, weighed)
    return Compared(groups, ratings, cut_off, (*refusals, *left_out), linked, scales, weighed)


def _dated(findings: tuple[Findings, ...], again: Callable[[Document], Findings]) -> tuple[Findings, ...]:
    """Give the findings with the documents that only the rest of the pile can date studied again under that date."""
    dates = dates_by_pile(findings)
    return tuple(
        again(replace(f.document, published=dates[i], published_basis="inferred from the other reports"))
        if i in dates
        else f
        for i, f in enumerate(findings)
    )


def dossier_of(compared: Compared) -> Dossier:
    """Give the dossier of a pile that was put together."""
    scales = compared.scales
    method = Method(version("secondsource"), config_hash(scales.config), register_hash(scales.register))
    return assemble(compared.groups, compared.ratings, compared.as_of, compared.refusals, method, scales.register)


def check(claims: Sequence[str], compared: Compared) -> list[Check]:
    """Weigh each claim against the pile; one answer a claim, in order. Claims are read as documents are."""
    pile = _opened(compared)
    return [check_claim(claim, _read, pile) for claim in claims]


def testimony_on(claims: Sequence[str], compared: Compared) -> list[ClaimGroup | None]:
    """Give what a check of each claim weighs, in order; None for a claim about its sources and not the world."""
    pile = _opened(compared)
    return [find_testimony(claim, _read, pile) for claim in claims]


def _opened(compared: Compared) -> Pile:
    ratings = rate_all(compared.linked.claims, compared.as_of, compared.scales, dict(compared.weighed))
    return open_pile(compared.linked, ratings, compared.scales)


def who(query: str, compared: Compared) -> tuple[Actor, ...]:
    """The persons, bodies and countries that a name can mean, each mention with why it was counted to them."""
    return explain_actor(query, find_actors(compared.groups.findings))


def _read(claim: str) -> Findings:
    return extract_claim(detect(_as_document(claim)))


def _as_document(claim: str) -> Document:
    text = " ".join(claim.split())
    return Document(id="claim", file="(your claim)", text=text if text.endswith((".", "?", "!")) else text + ".")


def _published_by(
    findings: tuple[Findings, ...], as_of: date | None, again: Callable[[Document], Findings]
) -> tuple[tuple[Findings, ...], tuple[Refusal, ...]]:
    """The findings that count on a day and a refusal for each other; what came later dates no earlier report."""
    if as_of is None:
        return _dated(findings, again), ()
    known = tuple(f for f in findings if not _surely_after(f.document, as_of))
    kept: list[Findings] = []
    refusals = [_later(f.document.file, as_of) for f in findings if _surely_after(f.document, as_of)]
    for found in _dated(known, again):
        day = found.document.day
        if day is None:
            refusals.append(_undated(found.document))
        elif day <= as_of:
            kept.append(found)
        else:
            refusals.append(_later(found.document.file, as_of))
    return tuple(kept), tuple(sorted(refusals, key=lambda refusal: refusal.file))


def _undated(document: Document) -> Refusal:
    said = f": only “{document.published.said}” or later" if document.published else ""
    remedy = "give one in documents.csv, or leave --as-of out"
    return Refusal(document.file, "compare", f"no date of publication{said}", remedy)


def _surely_after(document: Document, day: date) -> bool:
    """Whether a report says itself, to the week, that it came after a day."""
    when = document.published
    return when is not None and is_narrow(when) and when.latest is not None and when.latest > day


def _later(file: str, as_of: date) -> Refusal:
    return Refusal(file, "compare", f"published after {as_of}", "choose a later --as-of")


def _cut_off(findings: Iterable[Findings], as_of: date | None) -> date | None:
    """The day asked for, else the latest date of publication in the pile; never the clock."""
    if as_of is not None:
        return as_of
    return max((day for f in findings if (day := f.document.day) is not None), default=None)

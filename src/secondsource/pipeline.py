"""The road in one screen. READ THIS FIRST.

    collect -> detect -> extract -> link -> rate -> show

`study` is the first half: one document, no outside knowledge, so it can be cached and mapped. `compare` is the second
half, over many. `check` asks a reader's own claims of what the second half found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from secondsource.assemble import assemble
from secondsource.checking import check_claim, open_pile
from secondsource.detect import detect
from secondsource.dossier import Check, Dossier
from secondsource.extract import extract
from secondsource.link import link
from secondsource.link.actors import explain_actor, find_actors
from secondsource.link.dating import dates_by_pile
from secondsource.link.rewording import MOST, is_large, with_joined_events, with_other_words
from secondsource.model import Actor, Document, Findings, Groups, Rating, Refusal
from secondsource.ratings import PLAIN, Scales, rate_all

_NOT_JUDGED = Refusal(
    "(the whole pile)",
    "link",
    f"more than {MOST:,} sentences: what is told in other words was not joined",
    "compare a smaller pile to have that judged as well",
)


@dataclass(frozen=True, slots=True)
class Compared:
    """A pile put together: its groups, the rating of each claim by id, the cut-off, and what was left out.

    `scales` is what was weighed by. `linked` are the groups before claims gained sentences in other words: a question
    finds those for itself.
    """

    groups: Groups
    ratings: dict[str, Rating]
    as_of: date | None
    refusals: tuple[Refusal, ...]
    linked: Groups
    scales: Scales = PLAIN


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
    kept, left_out = _published_by(_dated(tuple(findings), again), as_of)
    linked = with_joined_events(link(kept))
    groups = with_other_words(linked)
    if is_large(linked):
        left_out = (*left_out, _NOT_JUDGED)
    cut_off = _cut_off(kept, as_of)
    ratings = rate_all(groups.claims, cut_off, scales)
    return Compared(groups, ratings, cut_off, (*refusals, *left_out), linked, scales)


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
    return assemble(compared.groups, compared.ratings, compared.as_of, compared.refusals, compared.scales.config)


def check(claims: Sequence[str], compared: Compared) -> list[Check]:
    """Weigh each claim against the pile; one answer a claim, in order. Claims are read as documents are."""
    ratings = rate_all(compared.linked.claims, compared.as_of, compared.scales)
    pile = open_pile(compared.linked, ratings, compared.scales)
    return [check_claim(claim, _read, pile) for claim in claims]


def who(query: str, compared: Compared) -> tuple[Actor, ...]:
    """The persons, bodies and countries that a name can mean, each mention with why it was counted to them."""
    return explain_actor(query, find_actors(compared.groups.findings))


def _read(claim: str) -> Findings:
    return study(_as_document(claim))


def _as_document(claim: str) -> Document:
    text = " ".join(claim.split())
    return Document(id="claim", file="(your claim)", text=text if text.endswith((".", "?", "!")) else text + ".")


def _published_by(
    findings: tuple[Findings, ...], as_of: date | None
) -> tuple[tuple[Findings, ...], tuple[Refusal, ...]]:
    if as_of is None:
        return findings, ()
    kept: list[Findings] = []
    refusals: list[Refusal] = []
    for found in findings:
        published = found.document.published
        day = (published.latest or published.earliest) if published is not None else None
        if day is None:
            refusals.append(
                Refusal(
                    found.document.file,
                    "compare",
                    "no date of publication",
                    "give one in documents.csv, or leave --as-of out",
                )
            )
        elif day <= as_of:
            kept.append(found)
        else:
            refusals.append(
                Refusal(found.document.file, "compare", f"published after {as_of}", "choose a later --as-of")
            )
    return tuple(kept), tuple(refusals)


def _cut_off(findings: Iterable[Findings], as_of: date | None) -> date | None:
    """The day asked for, else the latest date of publication in the pile; never the clock."""
    if as_of is not None:
        return as_of
    whens = [f.document.published for f in findings if f.document.published is not None]
    ends = [w.latest or w.earliest for w in whens]
    return max((day for day in ends if day is not None), default=None)

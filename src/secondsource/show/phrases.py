"""The words of a dossier that the terminal, the ledger and the page share: counts, dates, orders of claims."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from typing import TYPE_CHECKING

from secondsource.model import UNNAMED_OUTLET

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from secondsource.dossier import (
        Admiralty,
        Beside,
        Check,
        DiscountedAssertion,
        Dossier,
        DossierAssertion,
        DossierClaim,
        DossierEdge,
        DossierEvent,
        DossierHinge,
        Position,
    )  # fmt: skip
    from secondsource.model import (
        Basis,
        ClaimStatus,
        HingeKind,
        Likelihood,
        Origins,
        Refusal,
        Relation,
        SameAnswer,
        Stance,
        When,
    )
    from secondsource.rate.register import Register

BASIS_WORDS: dict[Basis, str] = {
    "official": "official",
    "reference": "reference",
    "relays": "relaying others",
    "own reporting": "with own reporting",
    "unattributed": "unattributed",
}

RELATION_WORDS: dict[Relation, str] = {
    "cites": "cites",
    "relays": "relays",
    "quotes": "quotes",
    "copies": "copies",
    "speaks_for": "speaks for",
    "same_publisher": "has the same publisher as",
}

STANCE_WORDS: dict[Stance, str] = {
    "asserts": "says so",
    "relays": "passes it on",
    "hedges": "hedges",
    "plans": "says it is planned",
    "supposes": "supposes it",
    "denies": "denies it",
    "no_comment": "does not confirm it",
    "corrects": "corrects it",
    "retracts": "takes it back",
}

ANSWER_WORDS: dict[SameAnswer, str] = {
    "same": "The same",
    "unsure": "May be the same",
    "different": "Sounds like it, but is not",
    "not judged": "Not judged, too little is told",
}
BEARINGS = ("conflict", "agree", "unknown")
BEARING_WORDS = {"conflict": "", "agree": "Agree: ", "unknown": "Open: "}

# From most to least that an editor can lean on; the order of the statuses in every list.
STATUS_ORDER: tuple[ClaimStatus, ...] = (
    "confirmed", "corroborated", "realised", "single-source", "superseded", "lapsed", "unverified", "disputed",
    "denied", "refuted",
)  # fmt: skip
BORNE_OUT = frozenset({"confirmed", "corroborated", "realised"})
THIN = frozenset({"single-source", "unverified", "lapsed"})
CONTESTED = frozenset({"disputed", "denied", "refuted", "superseded"})


# --- numbers and dates ------------------------------------------------------------------------------------------------


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Give "1 document", "2 documents"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def origins_words(origins: Origins) -> str:
    """Give the independent origins as "2" or, where they may be fewer or more, "1 to 2"."""
    return str(origins.min) if origins.min == origins.max else f"{origins.min} to {origins.max}"


def origins_sentence(origins: Origins) -> str:
    """Give the independent origins with the paths, sharing nobody, by which they reach the reader."""
    paths = f", by {count(origins.paths, 'separate path')}" if origins.paths else ""
    return f"independent origins: {origins_words(origins)}{paths}"


def admiralty_words(code: Admiralty) -> str:
    """Give the pair of the Admiralty code in words: "source F (not judged), information 2"."""
    notes = {"F": "F (not judged)", "-": "none"}
    return f"source {notes.get(code.reliability, code.reliability)}, information {code.credibility}"


def likelihood_words(likelihood: Likelihood | None) -> str:
    """Give the ICD 203 words with their probability, or that it was not judged."""
    return f"{likelihood.words} ({likelihood.p:.2f})" if likelihood else "cannot be judged"


def when_words(when: When | None) -> str:
    """Give an interval as the shortest words that mean the same: a day, a month, a year, "A to B", or "undated"."""
    if when is None or (when.earliest is None and when.latest is None):
        return "undated"
    if when.earliest is None:
        return f"by {when.latest}"
    if when.latest is None:
        return f"from {when.earliest}"
    return _interval_words(when.earliest, when.latest)


def _interval_words(first: date, last: date) -> str:
    if first == last:
        return str(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole_months and (first.year, first.month) == (last.year, last.month):
        return f"{first.year}-{first.month:02d}"
    return f"{first} to {last}"


# --- how a run ended --------------------------------------------------------------------------------------------------


def claims_by_status(claims: Sequence[DossierClaim]) -> str:
    """Give "7 claims: 2 confirmed, 5 unverified", statuses from strongest to weakest."""
    held = Counter(claim.status for claim in claims)
    parts = ", ".join(f"{held[status]} {status}" for status in STATUS_ORDER if held[status])
    return count(len(claims), "claim") + (f": {parts}" if parts else "")


def end_line(dossier: Dossier) -> str:
    """Give the closing line of a run: "8 read, 2 refused: 1 empty, 1 not English; settings 017799439517"."""
    read = {document.file for document in dossier.documents}
    refused = [refusal for refusal in dossier.refusals if refusal.file not in read]
    passages = len(dossier.refusals) - len(refused)
    line = f"{len(read)} read, {len({refusal.file for refusal in refused})} refused"
    if refused:
        line += f": {reasons(refused)}"
    if passages:
        line += f"; {count(passages, 'passage')} set aside"
    return f"{line}; settings {dossier.method.config}"


def reasons(refusals: Iterable[Refusal]) -> str:
    """Give "2 empty, 1 not English", the most frequent first."""
    counted = Counter(refusal.reason for refusal in refusals)
    return ", ".join(f"{number} {reason}" for reason, number in sorted(counted.items(), key=lambda r: (-r[1], r[0])))


def letters_line(held: Register, later: int, met: int) -> str:
    """Give whose letters a pile was weighed by: "12 letters of sources.toml hold, 3 for sources of this pile"."""
    number = len(held.holding)
    verb = "holds" if number == 1 else "hold"
    line = f"{count(number, 'letter')} of {held.file} {verb}, {met} for sources of this pile"
    return line + (f"; {count(later, 'judgement')} made after the cut-off left out" if later else "")


# --- why a claim stands where it stands -------------------------------------------------------------------------------

# How `rate.reasons` begins what it says of evidence that repeats other.
DISCOUNTS = ("Adds nothing: ", "Counts only in part: ")
# Said of every claim of a pile that is weighed without letters; the page says it once, with its source base.
UNJUDGED = "Nobody has judged the reliability of its sources"

HINGE_WORDS: dict[HingeKind, str] = {
    "origin": "origin",
    "party": "all who speak for it, as one voice",
    "pool": "counted together",
    "report": "one origin by one way",
    "relay": "relay that is not in the pile",
    "publication": "publication",
    "owner": "owner of publications",
}


def weighed_words(dossier: Dossier) -> str:
    """Give by what and up to when the pile was weighed: "Weighed as of 2024-09-01 by settings 3f2a…"."""
    cut_off = f"as of {dossier.as_of}" if dossier.as_of else "without a cut-off, for nothing here has a date"
    letters = f" and letters {dossier.method.sources}" if dossier.method.sources else ""
    return f"Weighed {cut_off}, by settings {dossier.method.config}{letters}"


def hinge_words(hinge: DossierHinge) -> str:
    """Give what a claim hangs on: "Financial Times through Taiwan News (one origin by one way)"."""
    through = f" through {hinge.through}" if hinge.through and hinge.through != hinge.name else ""
    return f"{hinge.name}{through} ({HINGE_WORDS[hinge.kind]})"


def discount_words(said: DiscountedAssertion) -> str:
    """Give what a sentence still counts for, and what it repeats."""
    return f"{f'counts {said.q:.0%}' if said.q else 'adds nothing'}: {said.because}"


# --- claims in order --------------------------------------------------------------------------------------------------


def documents_of(claim: DossierClaim) -> int:
    """Give the number of documents that speak to the claim; never to be shown as a number of sources."""
    return len({said.file for said in (*claim.supporting, *claim.refuting, *claim.neutral)})


def sentences_of(claim: DossierClaim) -> int:
    """Give the number of sentences that speak to the claim: how much room the pile gives it, and nothing else."""
    return len(claim.supporting) + len(claim.refuting) + len(claim.neutral)


def strongest(claims: Iterable[DossierClaim]) -> list[DossierClaim]:
    """Give the claims that are borne out, those with most independent origins first."""
    return sorted(
        (claim for claim in claims if claim.status in BORNE_OUT),
        key=lambda claim: (
            STATUS_ORDER.index(claim.status), -claim.origins.min, -claim.origins.max, claim.event is None,
            -documents_of(claim), -sentences_of(claim), claim.text, claim.id,
        ),
    )  # fmt: skip


def best_of_one_origin(claims: Iterable[DossierClaim]) -> list[DossierClaim]:
    """Give the claims with one origin, events first, and of those the ones that the pile says most about."""
    return sorted(
        (claim for claim in claims if claim.status == "single-source"),
        key=lambda claim: (
            claim.event is None, -documents_of(claim), -sentences_of(claim), claim.text, claim.id,
        ),
    )  # fmt: skip


def weakest(claims: Iterable[DossierClaim]) -> list[DossierClaim]:
    """Give the claims on thin ground, first what everybody repeats and nobody stands behind: most documents that carry
    it beyond its origins, then fewest origins."""
    return sorted(
        (claim for claim in claims if claim.status in THIN and fell(claim) is None),
        key=lambda claim: (
            claim.origins.min - len({said.file for said in claim.supporting}), claim.origins.min,
            claim.event is None, claim.origins.max, -sentences_of(claim), claim.text, claim.id,
        ),
    )  # fmt: skip


def one_an_event(claims: Iterable[DossierClaim]) -> list[DossierClaim]:
    """Give the claims with only the first about each event and from each sentence: a list of five must not tell one
    happening five times."""
    seen: set[object] = set()
    kept = []
    for claim in claims:
        said = next(iter((*claim.deciding, *claim.supporting)), None)
        told = {claim.event or claim.id, (said.file, said.start) if said is not None else claim.id}
        if not told & seen:
            kept.append(claim)
            seen |= told
    return kept


def rumours(dossier: Dossier) -> list[DossierClaim]:
    """Give the thin claims that all hedge or lay at unnamed sources, and that resemble something on record."""
    alleged = {event.id for event in dossier.events if event.status in ("alleged", "denied")}
    return [claim for claim in weakest(dossier.claims) if claim.nearest and claim.event in alleged]


def contested(claims: Iterable[DossierClaim]) -> list[DossierClaim]:
    """Give the claims that somebody denies or something documented contradicts, the disputed first, then what fell."""
    return sorted(
        (claim for claim in claims if claim.status in CONTESTED or fell(claim) is not None),
        key=lambda claim: (
            fell(claim) is not None, STATUS_ORDER.index(claim.status), claim.event is None, claim.text, claim.id,
        ),
    )  # fmt: skip


def fell(claim: DossierClaim) -> str | None:
    """Give who took back what supported a claim where nothing does any more: a publication's name."""
    back = (each.withdrawn for each in claim.neutral if each.withdrawn is not None)
    return None if claim.supporting else next((each.by for each in back), None)


def in_order(claims: Iterable[DossierClaim]) -> list[DossierClaim]:
    """Give every claim for a ledger: by status, independent origins, events before statements, then words."""
    return sorted(
        claims,
        key=lambda claim: (
            STATUS_ORDER.index(claim.status), -claim.origins.min, claim.event is None, -documents_of(claim),
            claim.text, claim.id,
        ),
    )  # fmt: skip


# --- who says so ------------------------------------------------------------------------------------------------------


def sides(rated: DossierClaim | Check) -> tuple[tuple[str, tuple[DossierAssertion, ...]], ...]:
    """Give the sentences for a claim, against it and neither, each side with its name."""
    return ("supporting", rated.supporting), ("refuting", rated.refuting), ("neutral", rated.neutral)


def chain(assertion: DossierAssertion) -> str:
    """Give the way a sentence came, origin first: "unnamed sources → South China Morning Post → Antiwar.com"."""
    return " → ".join(assertion.holders) or UNNAMED_OUTLET


def is_echo(assertion: DossierAssertion) -> bool:
    """Tell whether a sentence only repeats; one that takes no side was never going to add."""
    return not assertion.adds and assertion.stance != "no_comment" and assertion.withdrawn is None


def withdrawn_words(assertion: DossierAssertion) -> str:
    """Give who took back what a sentence says, when and where; empty where it stands or is itself what takes back."""
    back = assertion.withdrawn
    return f"{taken_back(assertion)} ({back.file}, {back.start}-{back.end})" if back and taken_back(assertion) else ""


def taken_back(assertion: DossierAssertion) -> str:
    """Give the same without the place: "taken back by Daily Post on 2024-05-03"."""
    back = assertion.withdrawn
    if back is None or (back.file, back.start) == (assertion.file, assertion.start):
        return ""
    on = f" on {back.published}" if back.published else ""
    return f"{'falls with what was taken back' if back.relayed else 'taken back'} by {back.by}{on}"


def event_words(event: DossierEvent) -> str:
    """Give an event in a line: its label, then the place, the date and the status where they are known."""
    facts = [event.place.name if event.place else "place not stated", when_words(event.when)]
    return f"{event.label} ({'; '.join(facts)}; {event_status(event)})"


def beside_words(near: Beside) -> str:
    """Give what an event beside another is to it: "May be the same"."""
    return ANSWER_WORDS[near.answer]


def beside_reasons(near: Beside) -> list[str]:
    """Give the sentences of a comparison: what excludes first, then what agrees, then what is open."""
    ranked = sorted(near.points, key=lambda point: BEARINGS.index(point.bearing))
    return [f"{BEARING_WORDS[point.bearing]}{point.text}." for point in ranked]


def alike(events: Sequence[DossierEvent]) -> list[tuple[DossierEvent, DossierEvent, Beside]]:
    """Give each two events that may be one, or are easily taken for one, once; the most told of first."""
    by_id = {event.id: event for event in events}
    found: dict[frozenset[str], tuple[DossierEvent, DossierEvent, Beside]] = {}
    for event in events:
        for near in event.beside:
            other = by_id.get(near.event)
            if other is not None and near.answer in ("unsure", "different"):
                found.setdefault(frozenset((event.id, other.id)), (event, other, near))
    return sorted(
        found.values(),
        key=lambda pair: (
            pair[2].answer != "unsure", -min(len(pair[0].mentions), len(pair[1].mentions)),
            -len(pair[0].mentions) - len(pair[1].mentions), pair[0].id, pair[1].id,
        ),
    )  # fmt: skip


def event_status(event: DossierEvent) -> str:
    """Give an event's status as words: "did not occur"."""
    return event.status.replace("_", " ")


def main_events(events: Iterable[DossierEvent], limit: int) -> list[DossierEvent]:
    """Give the events that most sentences tell of, in the order of their dates, the undated last."""
    told = sorted(events, key=lambda event: (-len(event.mentions), event.id))[:limit]
    return sorted(told, key=lambda event: (_first_day(event.when), event.label, event.id))


def _first_day(when: When | None) -> str:
    day = when and (when.earliest or when.latest)
    return day.isoformat() if day else "undated"


def edge_words(edge: DossierEdge, dossier: Dossier) -> str:
    """Give an edge in a line: "003.txt relays Financial Times (not in this pile)"."""
    files = files_of(dossier)
    return f"{files.get(edge.source, edge.source)} {edge_target(edge, files)}"


def edge_target(edge: DossierEdge, files: Mapping[str, str]) -> str:
    """Give an edge without its beginning: "copies a.txt, with probability 0.80"; `files` are the documents' by id."""
    target = files.get(edge.target) or f"{edge.target} (not in this pile)"
    odds = "" if edge.p >= 1 else f", with probability {edge.p:.2f}"
    return f"{RELATION_WORDS[edge.relation]} {target}{odds}"


def files_of(dossier: Dossier) -> dict[str, str]:
    """Give the file of each document by its id."""
    return {document.id: document.file for document in dossier.documents}


def edges_of(files: set[str], dossier: Dossier) -> list[DossierEdge]:
    """Give the edges that begin at one of these files, sorted."""
    ids = {document.id for document in dossier.documents if document.file in files}
    edges = (edge for edge in dossier.lineage if edge.source in ids)
    return sorted(edges, key=lambda edge: (edge.source, edge.target, edge.relation))


# How `link.circles` begins what it says.
_CIRCULAR = "Circular: "
_PASSAGES = (_CIRCULAR, "Partly circular: ", "Passed on ")


def passages(claim: DossierClaim) -> list[str]:
    """Give the reasons of a claim that tell of a circle, or of a way through three publications and more."""
    return [reason for reason in claim.why if reason.startswith(_PASSAGES)]


def circles(claims: Iterable[DossierClaim]) -> list[tuple[str, list[DossierClaim]]]:
    """Give each closed circle of publications once, in words, with the claims that go round in it."""
    found: dict[str, tuple[str, list[DossierClaim]]] = {}
    for claim in claims:
        for reason in claim.why:
            if reason.startswith(_CIRCULAR):
                found.setdefault(reason.partition(";")[0], (reason, []))[1].append(claim)
    return sorted(found.values(), key=lambda one: (-len(one[1]), one[0]))


# --- channels and positions -------------------------------------------------------------------------------------------


def gap_words(before: int | None, order: int | None) -> str:
    """Give the meetings that a channel's numbers skip, which this pile does not tell of; empty where none is."""
    if before is None or order is None or order <= before + 1:
        return ""
    missing = ", ".join(str(n) for n in range(before + 1, order))
    return f"(not told of in this pile: meeting {missing})"


def next_words(event: DossierEvent) -> str:
    """Give a channel's next meeting, which is planned however its sentence words it."""
    facts = [event.place.name if event.place else "place not stated", when_words(event.when)]
    return f"{event.label} ({'; '.join(facts)}; planned)"


def most_said(positions: Sequence[Position], limit: int) -> list[Position]:
    """Give the positions that most sentences show, every party getting its turn, in the order of the dossier."""
    seen: Counter[str] = Counter()
    turn: list[int] = []
    for position in positions:
        turn.append(seen[position.party])
        seen[position.party] += 1
    ranked = sorted(range(len(positions)), key=lambda i: (-len(positions[i].evidence), turn[i], i))[:limit]
    return [positions[i] for i in sorted(ranked)]


def by_party(positions: Iterable[Position]) -> list[tuple[str, list[tuple[str, list[Position]]]]]:
    """Give positions by party, and each party's by stance, in the order in which they stand."""
    found: dict[str, dict[str, list[Position]]] = {}
    for position in positions:
        found.setdefault(position.party, {}).setdefault(position.stance, []).append(position)
    return [(party, list(stances.items())) for party, stances in found.items()]

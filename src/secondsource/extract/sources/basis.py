"""What a document rests on: whom it names as its sources, where it says so, whether its lead is another outlet's."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from secondsource.extract.holders.naming import holder_of
from secondsource.extract.sayings.cues import lexicon
from secondsource.extract.sources.credits import find_credits
from secondsource.extract.sources.own_reporting import reports_itself
from secondsource.extract.sources.press import Named, find_issuers, find_press, full_name
from secondsource.extract.sources.wires import wire_of
from secondsource.model import Attribution, Basis, Citation, Document, Holder, Mentions, Name, Relation, Span
from secondsource.words.countries import countries

# The lead is what the first sentences with a verb tell; an outlet further down is background.
LEAD_SENTENCES = 3
HEAD_SENTENCES = 5  # among these, headlines and other fragments left out
LEAD_SHARE = 0.35  # of the lead sentence an attributed content must take to be its main matter
MOST_ORIGINS = 12
# A text that names its lead in so many sentences, two of them at most so many apart, has from it what stands between.
OFTEN, NEAR_BY = 3, 6
_MEDIA = ("outlet", "agency")
_TELLING = frozenset({"asserts", "relays", "hedges", "denies", "plans", "corrects"})
_TELLING_CLASSES = frozenset({"say", "report", "allege", "claim", "deny"})
_CREDIT = re.compile(
    r"(?:\((?:with |additional reporting (?:by|from) |reporting by |source: ?|via )?(?:the )?"
    r"|\b(?:with|additional|and other) (?:inputs?|files|reporting|material|information|agencies) (?:from|by) (?:the )?"
    r"|\bh/t:? ?@?|\bhat tip:? (?:to )?(?:the )?"
    r"|\bfirst (?:reported|published|appeared|revealed) (?:by|in|on|at) (?:the )?"
    r"|\b(?:originally )?(?:published|posted) (?:by|in|on) (?:the )?|\bas (?:first )?reported (?:by|in) (?:the )?"
    r"|(?:^|[\n|])\s*(?:source|via|credit)s?: ?(?:the )?|[–—-] ?with (?:the )?)$",
    re.IGNORECASE,
)
# "... went home. – AFP / own report": the agency behind a paragraph.
_BEHIND = re.compile(r"[.!?…”\"]\s*[–—-]{1,2} ?(?:the )?$")
_ENDS_LINE = re.compile(r"\s*(?:[/&+,]\s?[\w ,/]{2,40})?[)\]]?\.?[ \t]*(?:\n|$)")
_ASKS = re.compile(r"(?:^|\n)\s*(?:Q|QUESTION|REPORTER|JOURNALIST|PRESS)\s?\((?:the )?$", re.IGNORECASE)
_IF = re.compile(r"\bif (?:the )?$")
_IS_RIGHT = re.compile(r" (?:is|are) (?:right|correct|to be believed)\b")
_PER = re.compile(r"(?:,|—|–) per (?:the )?$|\bas per (?:the )?$|^\W*per (?:the )?$", re.IGNORECASE)
_CLOSES_CREDIT = re.compile(r"\s*(?:[)/,;|]|and\b|[–—-]|\.?\s*(?:\n|$))")
_BARE = re.compile(
    r"(?:(?:some|several|many|two|three|multiple|various|the|these|those|other|which|his|its) )*sources?", re.IGNORECASE
)
_NOBODY = re.compile(
    r"(?:he|she|it|they|we|you|i|who|which|that|this|these|those|some|others?|many|both|one|people|all|each|most|several|"
    r"neither|what|whoever|anyone|everyone|nobody|(?:critics|supporters)(?: .*)?)",
    re.IGNORECASE,
)
_KIND_WEIGHT = {
    "agency": 3.0,
    "outlet": 3.0,
    "body": 1.5,
    "person": 1.5,
    "country": 1.0,
    "document": 1.5,
    "unnamed": 0.8,
}


@dataclass(frozen=True, slots=True)
class BasisFound:
    """A document's basis, its origins (strongest first), its citations, and the origin its lead is laid at, if any.

    `relayed` are the sentences without a holder that stand in the midst of what is laid at the lead.
    """

    basis: Basis
    origins: tuple[str, ...]
    citations: tuple[Citation, ...]
    lead: Holder | None
    relayed: frozenset[Span] = frozenset()


def find_basis(mentions: Mentions, attributions: tuple[Attribution, ...]) -> BasisFound:
    """The basis of a document by its own words, as contract.md orders the cases."""
    own = _own_names(mentions)
    credits = find_credits(mentions)
    wire = wire_of(mentions.document)
    if wire is not None and _bare(wire[0].name) in own:
        wire = None
    press, behind = find_press(mentions), [holder for _, holder in find_issuers(mentions)]
    citations = _citations(mentions, attributions, own, (wire, press))
    lead = _lead(mentions, attributions, own, press) if wire is None else wire[0]
    lead = next((c.holder for c in credits if c.whole), lead)
    return BasisFound(
        basis=_basis(mentions, (lead, citations), own, attributions),
        origins=_origins(mentions, attributions, (citations, [c.holder for c in credits] + behind), (lead, press), own),
        citations=citations,
        lead=lead,
        relayed=_relayed(mentions, attributions, lead),
    )


# --- basis ------------------------------------------------------------------------------------------------------------


def _basis(
    mentions: Mentions,
    others: tuple[Holder | None, tuple[Citation, ...]],
    own: frozenset[str],
    attributions: Iterable[Attribution],
) -> Basis:
    document, (lead, citations) = mentions.document, others
    if document.official:
        return "official"
    if document.reference:
        return "reference"
    if lead is not None and lead.kind in _MEDIA:
        return "relays"
    if document.dateline or (document.outlet is None and own) or reports_itself(document):
        return "own reporting"
    if document.author and document.outlet and not citations and any(a.quoted for a in attributions):
        return "own reporting"  # a reporter's name, somebody quoted, and nobody else's paper to have it from
    return "unattributed"


def _own_names(mentions: Mentions) -> frozenset[str]:
    """The publisher's names, bare; where nobody says who it is, whoever signs the dateline is."""
    outlet = mentions.document.outlet
    if outlet:
        return frozenset({_bare(outlet)})
    signed = [name for name in mentions.names if name.kind in _MEDIA and _signs_dateline(mentions, name)]
    return frozenset(_bare(name.name) for name in signed[:1])


def _state_behind(document: Document) -> str | None:
    """The country whose body published an official document, if its name says so: one government, one voice."""
    outlet = document.outlet if document.official else None
    if outlet is None:
        return None
    return next(
        (
            c.name
            for c in countries()
            if any(re.search(rf"\b{re.escape(word)}\b", outlet) for word in (c.name, *c.people))
        ),
        None,
    )


def _signs_dateline(mentions: Mentions, name: Name) -> bool:
    """Whether an outlet stands in brackets between a place and a dash at the head of the text: "SEOUL (Reuters) -"."""
    text = mentions.document.text
    line_start = text.rfind("\n", 0, name.span.start) + 1
    before, after = text[line_start : name.span.start], text[name.span.end : name.span.end + 12]
    return (
        name.span.start < 600
        and re.fullmatch(r"[^.]{0,60}\(", before) is not None
        and re.match(r"\) ?[–—-]", after) is not None
    )


def _bare(name: str) -> str:
    return re.sub(r"^the |\.(?:com|org|net)$|\W", "", name.lower().strip())


# --- citations --------------------------------------------------------------------------------------------------------


def _citations(
    mentions: Mentions,
    attributions: Iterable[Attribution],
    own: frozenset[str],
    others: tuple[tuple[Holder, Span] | None, tuple[Named, ...]],
) -> tuple[Citation, ...]:
    """Each sentence that lays something at another outlet: in a saying, in a credit line, by what it calls it."""
    wire, press = others
    found: dict[tuple[Span, str], Citation] = {}
    for attribution in attributions:
        for holder in attribution.holders:
            if holder.kind in _MEDIA and _bare(holder.name) not in own:
                relation: Relation = "cites"
                if attribution.stance in ("asserts", "relays", "hedges", "plans"):
                    relation = "quotes" if attribution.quoted and holder == attribution.holders[0] else "relays"
                found.setdefault((attribution.sentence, holder.name), Citation(attribution.sentence, holder, relation))
    for sentence, name in _credits(mentions, own):
        holder = holder_of(name)
        found.setdefault((sentence, name.name), Citation(sentence, holder, "relays"))
    for paper in press:
        if paper.reports and _bare(paper.holder.name) not in own:
            citation = Citation(paper.sentence, paper.holder, "relays")
            found.setdefault((paper.sentence, paper.holder.name), citation)
    if wire is not None:
        found.setdefault((wire[1], wire[0].name), Citation(wire[1], wire[0], "relays"))
    return tuple(sorted(found.values(), key=lambda citation: (citation.sentence, citation.source.name)))


def _credits(mentions: Mentions, own: frozenset[str]) -> Iterator[tuple[Span, Name]]:
    """Those in credit lines: outlets in "(Reuters)", "with AFP", "first reported by", anybody in ", per OFAC"."""
    text = mentions.document.text
    starts = [sentence.start for sentence in mentions.sentences]
    for name in mentions.names:
        if name.kind not in (*_MEDIA, "body", "person") or _bare(name.name) in own:
            continue
        before = text[max(0, name.span.start - 48) : name.span.start]
        if name.kind not in _MEDIA and not _PER.search(before):
            continue
        if _PER.search(before) or _credited(text, name, before):
            yield _place_of(mentions, starts, name)


def _credited(text: str, name: Name, before: str) -> bool:
    """Whether what stands around a name makes it a credit: "(Reuters)", "... – AFP", "if the Post is right"."""
    if name.kind in _MEDIA and _BEHIND.search(before) and _ENDS_LINE.match(text, name.span.end):
        return True
    if name.kind in _MEDIA and _IF.search(before) and _IS_RIGHT.match(text, name.span.end):
        return True
    credit = None if _ASKS.search(before) else _CREDIT.search(before)
    return credit is not None and (not before.endswith("(") or _CLOSES_CREDIT.match(text, name.span.end) is not None)


def _place_of(mentions: Mentions, starts: list[int], name: Name) -> tuple[Span, Name]:
    """The sentence in which a name stands whole, else the name itself."""
    i = bisect_right(starts, name.span.start) - 1
    inside = i >= 0 and name.span.end <= mentions.sentences[i].end
    return mentions.sentences[i] if inside else name.span, name


# --- the lead ---------------------------------------------------------------------------------------------------------


def _lead(
    mentions: Mentions, attributions: Iterable[Attribution], own: frozenset[str], press: tuple[Named, ...]
) -> Holder | None:
    """Whom the first sentences lay their main matter at: an outlet before all others, else the first holder."""
    first = _first_sentences(mentions)
    papers = {_bare(paper.holder.name): paper.holder for paper in press}
    held: Holder | None = None
    state = _state_behind(mentions.document)
    for attribution in attributions:
        if attribution.sentence not in first or attribution.stance not in _TELLING:
            continue
        if not _main_matter(attribution) or not _tells(mentions, attribution):
            continue
        holders = [papers.get(_bare(full_name(h.name, press)), h) for h in attribution.holders]
        media = [h for h in holders if h.kind in _MEDIA and _bare(h.name) not in own]
        if media:
            return media[-1]
        if held is None and attribution.holders and attribution.sentence in first[:1]:
            held = next(
                (h for h in attribution.holders if _bare(h.name) not in own and not (state and h.side == state)), None
            )
    paper = next(
        (p.holder for p in press if p.reports and p.sentence in first and _bare(p.holder.name) not in own), None
    )
    return paper or held


def _first_sentences(mentions: Mentions) -> list[Span]:
    """The first sentences that are no short fragments; the headline itself where there are few."""
    text = mentions.document.text
    told = [s for s in mentions.sentences[:HEAD_SENTENCES] if len(text[s.start : s.end].split()) >= 6]
    return (told or list(mentions.sentences))[:LEAD_SENTENCES]


def _main_matter(attribution: Attribution) -> bool:
    """Whether the content takes up a good part of its sentence, and is no more than what the sentence is about."""
    size = sum(piece.end - piece.start for piece in attribution.content)
    return size >= LEAD_SHARE * (attribution.sentence.end - attribution.sentence.start)


def _relayed(mentions: Mentions, attributions: Iterable[Attribution], lead: Holder | None) -> frozenset[Span]:
    """The sentences of nobody's between two near ones of the lead, in a text that goes back to it again and again."""
    if lead is None or lead.kind not in _MEDIA:
        return frozenset()
    told = {a.sentence: a for a in attributions if a.content}
    owed = {a.sentence for a in attributions if lead.name in {h.name for h in a.holders}}
    marks = [i for i, sentence in enumerate(mentions.sentences) if sentence in owed]
    if len(marks) < OFTEN:
        return frozenset()
    between = [i for one, other in pairwise(marks) if other - one <= NEAR_BY for i in range(one + 1, other)]
    return frozenset(mentions.sentences[i] for i in between if mentions.sentences[i] not in told)


# --- origins ----------------------------------------------------------------------------------------------------------


def _origins(
    mentions: Mentions,
    attributions: Iterable[Attribution],
    named: tuple[Iterable[Citation], Iterable[Holder]],
    known: tuple[Holder | None, tuple[Named, ...]],
    own: frozenset[str],
) -> tuple[str, ...]:
    """Those whom the document has something from, the weightiest first; actors that merely believe or plan are none."""
    first = set(_first_sentences(mentions))
    lead, press = known
    weights: dict[str, float] = {}
    if lead is not None:
        weights[_origin_name(lead)] = 5.0
    for citation in named[0]:
        _add(weights, citation.source, 1.0 if citation.sentence in first else 0.0)
    for owed in named[1]:
        _add(weights, owed, 1.0)
    for paper in press:
        if paper.carries and _bare(paper.holder.name) not in own:
            _add(weights, paper.holder, -1.0)
    for attribution in attributions:
        if attribution.stance not in _TELLING or not attribution.holders or not _tells(mentions, attribution):
            continue
        for holder in attribution.holders[:1] if attribution.holders[0].kind != "unnamed" else attribution.holders:
            if _bare(holder.name) in own or (holder.kind == "unnamed" and _NOBODY.fullmatch(holder.name)):
                continue
            holder = replace(holder, name=full_name(holder.name, press))
            _add(
                weights, holder, (0.5 if attribution.quoted else 0.0) + (1.0 if attribution.sentence in first else 0.0)
            )
    ranked = sorted(weights, key=lambda name: -weights[name])
    return tuple(ranked[:MOST_ORIGINS])


def _add(weights: dict[str, float], holder: Holder, more: float) -> None:
    name = _origin_name(holder)
    weights[name] = max(weights.get(name, 0.0), _KIND_WEIGHT[holder.kind] + more) + (0.1 if name in weights else 0.0)


def _origin_name(holder: Holder) -> str:
    if holder.kind == "unnamed" and _BARE.fullmatch(holder.name):
        return "unnamed sources"
    return holder.name


def _tells(mentions: Mentions, attribution: Attribution) -> bool:
    """Whether the cue is one of saying or reporting, not of believing, wanting or planning."""
    words = lexicon()
    for piece in attribution.cue:
        span = mentions.parsed.char_span(piece.start, piece.end, alignment_mode="expand")
        for token in span or ():
            lemma = token.lemma_.lower()
            classes = {*words.verbs.get(lemma, {}).values(), words.nouns.get(lemma, "")}
            if classes & _TELLING_CLASSES or token.lower_ in words.hearsay or token.lower_ in ("according", "citing"):
                return True
    return False

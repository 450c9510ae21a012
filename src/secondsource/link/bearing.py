"""Bearing: which sentences of a pile speak for a claim and which against it, told in whatever words.

Sentences that share the claim's names and rare words are found through an index; each is then read by a model of our
own, trained on one question: does this sentence put the claim forward, deny it, or neither? Slots come before the
model: what leaves out a name or a number of the claim, or sets it on another day, never bears it out.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from unicodedata import combining, normalize

from secondsource.link.entailment import puts_forward
from secondsource.link.likeness import days, meet
from secondsource.link.opposition import differences
from secondsource.link.passages import stem, words_of
from secondsource.model import EventMention, Findings, Name, Span, When
from secondsource.words.countries import countries
from secondsource.words.synonyms import plain_words

# So many sentences are read for a claim: among the first 40 by shared rare words stand 87 % of those that a careful
# reader called its support in ten piles.
READ = 40
# ... and so many more of the reports that hold the best of them, where these deny something.
DENYING_REPORTS = 10
# A term that more sentences hold finds none.
COMMON = 2_000
SUPPORTS, REFUTES = 0.75, 0.65
# What it adds to the model's answer that a sentence has all of a claim's terms and not half of them: twice this.
WORDS = 0.3
# ... and what it and the two sentences before it must have of the claim's terms, rare ones weighing more.
SHARED, OWN = 0.35, 0.2
# What says no without a word for denying must have more of them itself, or it says no to something else.
OWN_DENIED = 0.3
# So sure it must be where a name of the claim stands elsewhere in the report only.
SURE = 0.9
# A report without a date for what it tells mostly tells of the days before it.
NEWS_DAYS = 60
_BEFORE = 3
# Words of a heading and of what stands before a sentence: both are to fit into what the model reads of them.
_HEADING = 15
_BEGINS = 40
_SILENT = re.compile(
    r"\b(?:(?:declin|refus)\w+ (?:to|any) (?:comment|confirm|say|discuss)\w*|no comment|(?:did|does|do|had|has) not "
    r"(?:immediately )?(?:comment|respond|repl|answer|confirm)\w*|neither confirm\w*|"
    r"(?:could|cannot|can) ?not (?:be )?(?:\w+ )?(?:verif|confirm)\w*)",
    re.I,
)
# Who asks for a thing does not tell that it was granted or done.
_ASKS = re.compile(
    r"\b(?:call(?:s|ed|ing)? (?:for|on|upon)|demand\w*|request(?:s|ed|ing)?|ask(?:s|ed|ing)? (?:for|that)"
    r"|urg(?:es?|ed|ing)|propos(?:es?|ed|al|als|ing)|appeal(?:s|ed|ing)? (?:for|to)"
    r"|insist(?:s|ed|ing)?|seeks?|sought|want(?:s|ed))\b",
    re.I,
)
# A question put as a statement has these: "Peru did deny it".
_EMPTY = frozenset({"did", "does", "do"})
# Different words of a claim: fewer say nothing.
FEWEST = 3
UNDATED = "It does not say when."
ELSEWHERE = "It is about something else."
_NUMBER = r"\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty"
_COUNTING = re.compile(rf"\d|\b(?:zero|one|{_NUMBER}|sixteen|fifty)\b", re.I)
_COUNT = re.compile(rf"\b(?:{_NUMBER})\b")
# "of whom seven", "seven of them", "among them five", "including five"
_PART = re.compile(
    rf"\b(?:of (?:whom|which|these|them)|among them|including|among which)\b,? (?:at least |some |about )?({_NUMBER})\b"
    rf"|\b({_NUMBER}) of (?:whom|which|these|them)\b"
)
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w*|false\w*|untrue|fabricat\w*|hoax|baseless|unfounded)\b",
    re.I,
)
_DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w*|false\w*|untrue|fabricat\w*|forge(?:d|ry)|fake\w*"
    r"|hoax|baseless|unfounded|invent(?:ed|ion)|no such|no truth|nonsense|never|correct(?:s|ed|ion)|retract\w*"
    r"|withdr[ae]w\w*|wrong\w*|contrary|contradict\w*|not|n't|no(?! longer)|nobody|none|nothing|neither|nor|without)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a report (its position in the pile), what stands before it, and the terms that find it.

    `near` are the terms of the sentences round it and of the report's opening, with the countries in which their places
    lie, `lead_in` the terms of the two sentences before it; `heading` is the report's title, or its opening.
    """

    document: int
    sentence: Span
    text: str
    before: str
    terms: frozenset[str]
    near: frozenset[str]
    lead_in: frozenset[str] = frozenset()
    heading: str = ""


@dataclass(frozen=True, slots=True)
class PassageIndex:
    """The sentences of a pile by their terms."""

    passages: Sequence[Passage]
    postings: Mapping[str, Sequence[int]]
    by_document: Mapping[int, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim as it is looked for: its words, whom and what it names, the days it gives, its events, its polarity."""

    text: str
    names: tuple[Name, ...]
    whens: tuple[When, ...] = ()
    events: tuple[EventMention, ...] = ()
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Bearing:
    """How a passage bears on a claim: +1, -1 or 0, how sure the model was, and the reason in words.

    `share` is how much of the claim's terms it has itself, 0 to 1, rare ones weighing more.
    """

    passage: Passage
    polarity: int
    supports: float
    refutes: float
    why: str
    share: float = 0.0


def index_passages(findings: Sequence[Findings]) -> PassageIndex:
    """The index over every sentence of a pile."""
    passages: list[Passage] = []
    postings: dict[str, list[int]] = defaultdict(list)
    by_document: dict[int, list[int]] = defaultdict(list)
    for document, found in enumerate(findings):
        for passage in _passages(document, found):
            by_document[document].append(len(passages))
            for term in passage.terms:
                postings[term].append(len(passages))
            passages.append(passage)
    return PassageIndex(passages, postings, by_document)


def _passages(document: int, found: Findings) -> list[Passage]:
    text = found.document.text
    names: dict[int, list[Name]] = defaultdict(list)
    starts = [s.start for s in found.sentences]
    position = 0
    for name in sorted(found.names, key=lambda n: n.span.start):
        while position + 1 < len(starts) and starts[position + 1] <= name.span.start:
            position += 1
        names[position].append(name)
    words = [" ".join(text[s.start : s.end].split()) for s in found.sentences]
    terms = [terms_of(w, names[i]) for i, w in enumerate(words)]
    own = frozenset(
        "@" + c.name for c in countries() if {*c.people, c.name} & set((found.document.outlet or "").split())
    )
    lands = [t | _lands(names[i]) for i, t in enumerate(terms)]
    opening = frozenset().union(own, terms_of(found.document.title or "", ()), *lands[:2])
    title = " ".join((found.document.title or "").split()) or (words[0] if words else "")
    heading = " ".join(title.split()[:_HEADING])
    made = []
    for i, sentence in enumerate(found.sentences):
        near = opening.union(*lands[max(0, i - _BEFORE) : i + 2])
        before = " ".join(words[max(0, i - 2) : i])
        lead_in = frozenset().union(*terms[max(0, i - 2) : i])
        made.append(Passage(document, sentence, words[i], before, terms[i], near, lead_in, heading if i else ""))
    return made


def _lands(names: Iterable[Name]) -> frozenset[str]:
    """The countries in which places lie: a report on Arauca need not say "Colombia"."""
    return frozenset("@" + n.place.country for n in names if n.place is not None and n.place.country)


def setting(passage: Passage) -> str:
    """What the model is told of the place of a sentence: the report's heading, and the end of what stands before it."""
    if not passage.heading or passage.heading[:_BEGINS] in passage.before:
        return passage.before
    return f"{passage.heading}. {' '.join(passage.before.split()[-_HEADING:])}"


def terms_of(text: str, names: Iterable[Name]) -> frozenset[str]:
    """Stems and plainest synonyms of a text's words, its names' full forms and, marked with @, their sides."""
    text = folded(text)
    terms = set(words_of(text))
    terms |= {stem(w) for w in plain_words(re.findall(r"[^\W\d_]+", text))} - {""}
    for name in names:
        terms |= {stem(w) for w in folded(name.name).split()}
        if name.side:
            terms.add("@" + name.side)
    return frozenset(terms)


def folded(text: str) -> str:
    """A text in lower case without its accents: "Lüderitz" is also written "Luderitz"."""
    return "".join(c for c in normalize("NFKD", text.lower()) if not combining(c))


def bearings(asked: Asked, findings: Sequence[Findings], index: PassageIndex) -> list[Bearing]:
    """What the pile's sentences say for and against a claim, the most telling first."""
    if len(set(words_of(asked.text))) < FEWEST:
        return []
    found = [weighed(asked, index.passages[n], findings, index) for n in _candidates(shares(asked, index), index)]
    if any(b.polarity == 1 for b in found):  # where a dated report tells of those days, an undated one may too
        found = [replace(b, polarity=1) if b.why == UNDATED and b.supports >= SUPPORTS else b for b in found]
    return sorted(found, key=lambda b: (-max(b.supports, b.refutes), b.passage.document, b.passage.sentence.start))


def worth_of(asked: Asked, index: PassageIndex) -> dict[str, float]:
    """What each term of a claim is worth: a rare one more; all together 1."""
    size = len(index.passages)
    terms = terms_of(asked.text, asked.names) - _EMPTY
    worth = {t: math.log(1 + size / max(1, len(index.postings.get(t, ())))) for t in terms}
    whole = sum(worth.values())
    return {t: w / whole for t, w in sorted(worth.items())} if whole else {}


def shares(asked: Asked, index: PassageIndex) -> dict[int, float]:
    """The share of a claim's terms, rare ones weighing more, that each sentence has, 0 to 1, by its number."""
    score: dict[int, float] = defaultdict(float)
    for term, worth in worth_of(asked, index).items():
        holding = index.postings.get(term, ())
        if len(holding) <= COMMON:
            for n in holding:
                score[n] += worth
    return score


def _candidates(score: Mapping[int, float], index: PassageIndex) -> list[int]:
    """The sentences that share most with a claim, and the denials in their reports."""
    ranked = sorted(score, key=lambda n: (-score[n], n))[:READ]
    reports = list(dict.fromkeys(index.passages[n].document for n in ranked))[:DENYING_REPORTS]
    denials = [n for d in reports for n in index.by_document[d] if _DENYING.search(index.passages[n].text)]
    return list(dict.fromkeys([*ranked, *denials]))


def weighed(asked: Asked, passage: Passage, findings: Sequence[Findings], index: PassageIndex) -> Bearing:
    """How one sentence bears on a claim."""
    worth = worth_of(asked, index)
    own = sum(w for t, w in worth.items() if t in passage.terms)
    around = passage.terms | passage.lead_in
    if own < OWN or sum(w for t, w in worth.items() if t in around) < SHARED:
        return Bearing(passage, 0, 0.0, 0.0, ELSEWHERE)
    supports, refutes, _ = puts_forward(passage.text, asked.text, setting(passage))
    counts = _COUNTING.search(asked.text) is not None
    told = differences(f"{passage.before} {passage.text}", asked.text) if counts else ()
    numbers = [d for d in told if d.kind == "number"]
    denies = _DENYING.search(passage.text) or any(d.told for d in numbers)
    near = own >= OWN_DENIED or _DENIES.search(passage.text)
    if refutes >= REFUTES and denies and near and _names_who(asked, passage, index):
        return Bearing(passage, -1, supports, refutes, "It says otherwise.", own)  # who denies all denies a part of it
    why = _veto(asked, passage, findings, index, supports)
    if why is None and _SILENT.search(passage.text) and not _SILENT.search(asked.text):
        why = "Somebody would not speak of it."
    if why is None and supports < SURE and _ASKS.search(passage.text) and not _ASKS.search(asked.text):
        why = "It asks for something."
    if why is None and numbers:
        why = f'It does not have the number "{numbers[0].claimed}".'
    if why is None and (part := _only_a_part(asked.text, passage.text)):
        why = f'Of what it counts, "{part}" is a part only.'
    if why is None and supports + WORDS * (own - 0.5) < SUPPORTS:
        why = "It leaves the claim open."
    return Bearing(passage, 0 if why else 1, supports, refutes, why or "It puts the claim forward.", own)


def _only_a_part(claim: str, text: str) -> str | None:
    """A number word of a claim that a sentence has only of a part: "twelve, of whom seven were women"; None if none."""
    if _PART.search(claim.lower()):
        return None
    parts = {m[1] or m[2] for m in _PART.finditer(text.lower())}
    rest = set(_COUNT.findall(_PART.sub(" ", text.lower())))
    return next((n for n in _COUNT.findall(claim.lower()) if n in parts and n not in rest), None)


def _veto(
    asked: Asked, passage: Passage, findings: Sequence[Findings], index: PassageIndex, supports: float
) -> str | None:
    """Why a sentence cannot put a claim forward, by its names and days; None where nothing forbids it."""
    close = passage.near
    whole: frozenset[str] | None = None
    for name in asked.names:
        if _named(name, close):
            continue
        if whole is None:
            whole = _whole(passage, index)
        if not _named(name, whole):
            return f'The report does not name "{name.name}".'
        if supports < SURE:
            return f'Neither it nor what stands round it names "{name.name}".'
    same = _same_days(asked, passage, findings[passage.document])
    return None if same else UNDATED if same is None else "It tells of other days."


def _names_who(asked: Asked, passage: Passage, index: PassageIndex) -> bool:
    """Whether a sentence's report names everybody who acts in the claim; one about others denies something else."""
    acting = [n for n in asked.names if n.acts or n.kind in ("people", "country")]
    return not acting or all(_named(n, _whole(passage, index)) for n in acting)


def _whole(passage: Passage, index: PassageIndex) -> frozenset[str]:
    """All terms of a sentence's report, and the countries of its places."""
    return passage.near.union(*(index.passages[n].near for n in index.by_document[passage.document]))


def _named(name: Name, terms: frozenset[str]) -> bool:
    """Whether a name stands among terms in some form; a people or a country also by whatever is of it."""
    if name.side and "@" + name.side in terms and (name.name == name.side or name.kind == "people"):
        return True
    words = [stem(w) for w in folded(name.name).split()]
    return not words or words[-1] in terms or (name.kind == "people" and not name.side)


def _same_days(asked: Asked, passage: Passage, found: Findings) -> bool | None:
    """Whether a sentence can tell of the days of a claim, by its own dates or its report's; None where it is undated.

    In an undated report "Wednesday" and "5 November" still say which days they can be.
    """
    whens = [w for w in asked.whens if days(w) <= 366]
    if not whens:
        return True
    inside = passage.sentence
    times = [t for t in found.times if inside.start <= t.span.start < inside.end]
    told = [t.when for t in times if t.when is not None]
    if told:
        return all(any(meet(a, b) for b in told) for a in whens)
    partly = [t.value for t in times if t.value is not None and t.value.startswith("XXXX-")]
    if partly:
        return all(any(_can_be(value, when) for value in partly) for when in whens)
    published = found.document.published
    if published is None or published.earliest is None:
        return None
    first, last = published.earliest, published.latest or date.max - timedelta(days=NEWS_DAYS)
    around = When(first - timedelta(days=NEWS_DAYS), last + timedelta(days=NEWS_DAYS), "")
    return all(meet(a, around) for a in whens)


def _can_be(value: str, when: When) -> bool:
    """Whether a TIMEX3 value without its year or week can be one of the days of an interval."""
    if when.earliest is None or when.latest is None:
        return True
    span = [when.earliest + timedelta(days=n) for n in range(min(366, (when.latest - when.earliest).days + 1))]
    if day := re.match(r"XXXX-WXX-(\d)", value):
        return any(d.isoweekday() == int(day[1]) for d in span)
    if month := re.match(r"XXXX-(\d\d)(?:-(\d\d))?", value):
        return any(d.month == int(month[1]) and (month[2] is None or d.day == int(month[2])) for d in span)
    return True

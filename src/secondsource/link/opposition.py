"""Opposition: what stands between a text and a claim, word by word, without a parse or a model.

A number, name or "only" of the claim that the text does not have, a negation or an opposite on one side alone, a
guess in the text where the claim is plain. None of them proves anything; each is a reason not to call the claim
supported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from secondsource.link.passages import sentences_of, stem, words_of
from secondsource.words.opposites import opposites
from secondsource.words.synonyms import plain_words

Kind = Literal["number", "name", "negation", "opposite", "scope", "hedge"]

_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|[^\W\d_]+(?:[’'][^\W\d_]+)*")
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_AS_WORD = {word: str(n) for n, word in enumerate(_NUMBERS.split())} | {"twenty": "20", "thirty": "30", "fifty": "50"}
_ABOUT = frozenset(
    "about around nearly almost roughly approximately over under least most than more less fewer".split()
)
_NOT = frozenset(
    "not no never none nobody nothing neither nor without cannot hardly barely failed fails fail unable lacks lacked "
    "denied denies deny refused refuses refuse rejected rejects reject untrue false incorrect".split()
)
_SCOPE = frozenset("only solely exclusively entirely completely purely always every sole".split())
_HEDGE = frozenset(
    "may might could possibly perhaps probably allegedly reportedly supposedly rumored rumoured rumor rumors rumour "
    "rumours speculated speculation alleged unconfirmed unclear whether if suspected hypothesized considering "
    "considered would comment unverified wishes hopes wants offered proposed threatened".split()
)
_PLAN = frozenset("will shall planned plans plan due scheduled expected intends intended set invited wishes".split())
# Words that are capitalised for opening a claim only.
_FIRST = frozenset("many some several people according one two three few both according currently scientists".split())
# A negation, and a guess or plan, reaches so many words to its right, the common ones counted.
_REACH, _GUESS_REACH = 6, 10
# So much of a claim's words must stand in one sentence before a word opposed to one of them says anything.
_SAME_MATTER = 0.4
# Share of the claim's words in the text from which the rules call it supported, and refuted where something opposes.
SUPPORTED, REFUTED = 0.75, 0.5
_OPPOSING = frozenset(("number", "negation", "opposite"))


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that keeps a text from bearing a claim out; `told` is empty where the text has nothing instead."""

    kind: Kind
    claimed: str
    told: str = ""


def overlap(evidence: str, claim: str) -> float:
    """The share of the claim's words that the text has, endings and synonyms aside, 0 to 1."""
    mine = _plain(claim)
    return len(mine & _plain(evidence)) / len(mine) if mine else 0.0


def differences(evidence: str, claim: str) -> tuple[Difference, ...]:
    """All that stands between a text and a claim, in the order number, name, negation, opposite, scope, hedge."""
    sentence, share = _nearest(evidence, claim)
    found = [*_numbers(evidence, claim), *_names(evidence, claim)]
    if share >= _SAME_MATTER:
        found += [*_negation(sentence, claim), *_opposite(evidence, sentence, claim)]
    found += [*_scope(evidence, claim), *_hedge(sentence, claim)]
    return tuple(found)


def judged_by_words(evidence: str, claim: str) -> str:
    """The rules' own answer: supports, refutes or open."""
    share = overlap(evidence, claim)
    found = differences(evidence, claim)
    if all(d.kind == "hedge" for d in found):
        return "supports" if share >= SUPPORTED else "open"
    opposed = any(d.kind in _OPPOSING and (d.told or d.kind == "negation") for d in found)
    return "refutes" if opposed and share >= REFUTED else "open"


def _plain(text: str) -> frozenset[str]:
    kept = [w for w in _tokens(text) if words_of(w)]
    return frozenset(stem(w) for w in plain_words(kept))


def _nearest(evidence: str, claim: str) -> tuple[str, float]:
    """The sentence of the text that shares most with the claim, and the share."""
    mine = frozenset(words_of(claim))
    if not mine:
        return evidence, 0.0
    shares = [(len(mine & frozenset(words_of(s))) / len(mine), s) for s in sentences_of(evidence)]
    share, sentence = max(shares, key=lambda s: s[0], default=(0.0, ""))
    return sentence, share


def _tokens(text: str) -> list[str]:
    return [t.lower().replace("’", "'") for t in _TOKEN.findall(text)]


def _values(text: str) -> dict[str, str]:
    """Each number of a text, as plain figures, and the word behind it."""
    tokens = _tokens(text)
    found: dict[str, str] = {}
    for n, token in enumerate(tokens):
        value = _AS_WORD.get(token) or (token.replace(",", "") if token[0].isdigit() else None)
        if value is not None and value != "1":
            after = tokens[n + 1] if n + 1 < len(tokens) else ""
            about = any(t in _ABOUT for t in tokens[max(0, n - 2) : n])
            found[value] = "about" if about else stem(after)
    return found


def _numbers(evidence: str, claim: str) -> Iterator[Difference]:
    told = _values(evidence)
    for value, unit in _values(claim).items():
        if value in told or unit == "about":
            continue
        year = len(value) == 4 and value[:2] in ("19", "20")
        others = [
            v for v, u in told.items() if (u == unit and unit) or (year and len(v) == 4 and v[:2] in ("19", "20"))
        ]
        yield Difference("number", value, others[0] if others else "")


def _names(evidence: str, claim: str) -> Iterator[Difference]:
    """Capitalised words of the claim that the text has in no form, nor as initials."""
    words = [_bare(w) for w in _TOKEN.findall(evidence)]
    begins = {w[:4].lower() for w in words}
    for run in _runs(claim):
        if len(run) > 1 and _initials(run) in evidence.replace(".", ""):
            continue
        missing = [w for w in run if w[:4].lower() not in begins and not _spelt_by(w, words)]
        if missing and not (missing == run[:1] and len(run) > 1 and _by_last_name(run, words)):
            yield Difference("name", " ".join(missing))


def _runs(claim: str) -> Iterator[list[str]]:
    """The capitalised words that stand together in a claim."""
    run: list[str] = []
    for n, token in enumerate([*_TOKEN.findall(claim), ""]):
        word = _bare(token)
        plain = len(word) < 3 or not words_of(word) or word.lower() in _AS_WORD or (n == 0 and word.lower() in _FIRST)
        if word[:1].isupper() and not plain:
            run.append(word)
        elif run:
            yield run
            run = []


def _bare(word: str) -> str:
    return re.sub("[’']s?$", "", word)


def _initials(run: list[str]) -> str:
    return "".join(w[0] for w in run)


def _spelt_by(word: str, words: list[str]) -> bool:
    """Whether initials in the claim are those of words that stand together in the text: "WHO", "UN"."""
    return word.isupper() and word in "".join(w[0] for w in words if w[0].isupper())


def _by_last_name(run: list[str], words: list[str]) -> bool:
    """Whether the text calls a person by the last name, and nobody else of that name."""
    places = [n for n, w in enumerate(words) if w == run[-1]]
    return bool(places) and not any(n and words[n - 1][0].isupper() and words[n - 1] not in run for n in places)


def _negated(tokens: list[str], about: frozenset[str]) -> bool:
    """Whether an odd number of negations stand before words that both sides share."""
    odd = False
    for n, token in enumerate(tokens):
        if token in _NOT or token.endswith("n't"):
            if token == "not" and tokens[n + 1 : n + 2] == ["only"]:
                continue
            ahead = {stem(t) for t in tokens[n + 1 : n + 1 + _REACH]}
            odd ^= bool(ahead & about)
    return odd


def _negation(sentence: str, claim: str) -> Iterator[Difference]:
    about = frozenset(words_of(claim)) & frozenset(words_of(sentence))
    ours, theirs = _negated(_tokens(claim), about), _negated(_tokens(sentence), about)
    if ours != theirs:
        yield Difference("negation", "it is not" if ours else "it is", "it is" if ours else "it is not")


def _opposite(evidence: str, sentence: str, claim: str) -> Iterator[Difference]:
    everywhere = frozenset(words_of(evidence))
    near = frozenset(_tokens(sentence))
    mine = frozenset(_tokens(claim))
    for word in sorted(mine):
        if stem(word) in everywhere or word in near:
            continue
        against = sorted(o for o in opposites().get(word, ()) if o in near and o not in mine)
        if against:
            yield Difference("opposite", word, against[0])


def _scope(evidence: str, claim: str) -> Iterator[Difference]:
    told = frozenset(_tokens(evidence))
    if not told & _SCOPE:
        yield from (Difference("scope", word) for word in sorted(_SCOPE & frozenset(_tokens(claim))))


def _hedge(sentence: str, claim: str) -> Iterator[Difference]:
    """The first guess or plan of the sentence before words that both share, where the claim states a fact."""
    # "May" with a capital is a month.
    ours, theirs = frozenset(_tokens(claim.replace("May", ""))), _tokens(sentence.replace("May", ""))
    about = frozenset(words_of(claim)) & frozenset(words_of(sentence))
    words = (frozenset() if ours & _HEDGE else _HEDGE) | (frozenset() if ours & (_PLAN | _HEDGE) else _PLAN)
    for n, token in enumerate(theirs):
        if token in words and {stem(t) for t in theirs[n + 1 : n + 1 + _GUESS_REACH]} & about:
            yield Difference("hedge", "", token)
            return

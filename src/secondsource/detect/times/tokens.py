"""Text to tokens, each with a one-letter code, so that the time grammar can run over a short string.

Codes given here: M month, W weekday, D weekday plural, d day number, y year number, h other whole number, # any other
number, o ordinal, n number word, I numeric date, m numeric month, k clock time, S decade, Q quarter, H half, _ any
other word, ' genitive, ¶ paragraph break; a mark stands for itself or a full stop. The rest stand in `words`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from secondsource.detect.times.words import FEASTS, TENS, word_codes

_TOKEN: Final = re.compile(
    r"""
    (?P<k>(?<![\d.:/,$€£])(?:2[0-3]|[01]?\d)(?:[:.][0-5]\d(?::[0-5]\d)?)?[ \xa0]?
            (?:[ap]\.m\.|[ap]m\b|[AP]M\b|o['’]clock\b|hrs\b)
        |(?<![\d.:/-])(?:2[0-3]|[01]?\d):[0-5]\d(?::[0-5]\d)?(?![\d:])
        |(?<![\d.:/-])(?:2[0-3]|[01]\d)[0-5]\d(?=[ \xa0](?:GMT|UTC|hours|hrs)\b))
  | (?P<I>(?<![\d./-])(?<!\d,)(?:\d{4}-\d{1,2}-\d{1,2}|\d{4}/\d{1,2}/\d{1,2}|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})
        |\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}-\d{1,2}-\d{4})(?![\d/]|[.-]\d)
        |(?<![\w./-])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\w|[-.]\d))
  | (?P<m>(?<![\w./-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?![\w/-])|(?<![\w./-])(?:0[1-9]|1[0-2])/(?:19|20)\d\d(?![\w/-]))
  | (?P<S>(?<![\w.,])\d{3}0['’]?s\b|(?<!\w)['’]?[1-9]0['’]?s\b)
  | (?P<o>(?<![\w.,])\d{1,2}(?:st|nd|rd|th)\b)
  | (?P<Q>\b[QqHh][1-4]\b)
  | (?P<number>(?<![\w.,])\d+(?:,\d{3})*(?:\.\d+)?(?!\w))
  | (?P<era>\b(?:B\.C\.E\.|B\.C\.?|A\.D\.?))
  | (?P<word>[^\W_]\w*)
  | (?P<genitive>['’]s\b)
  | (?P<gap>\n[^\S\n]*\n\s*)
  | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)
_FEAST: Final = re.compile(rf"\b(?:{'|'.join(FEASTS)})\b")
_SHORT_WORDS: Final = (
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun"
)
_SHORT: Final = frozenset(_SHORT_WORDS.split())
_MARKS: Final = {"–": "-", "-": "-", "‐": "-", "‑": "-", "−": "-", "~": "-", ",": ",", "(": "(", ")": ")"}


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark: its code, what it means, the word itself, and where it stands."""

    code: str
    value: int | float | str
    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text, and their codes as one string of the same length."""

    items: tuple[Token, ...]
    codes: str

    def code(self, index: int) -> str:
        """The code at a place, or a paragraph break beyond either end."""
        return self.codes[index] if 0 <= index < len(self.codes) else "¶"

    def word(self, index: int) -> str:
        """The word at a place, or nothing beyond either end."""
        return self.items[index].word if 0 <= index < len(self.items) else ""


def tokenise(text: str) -> Tokens:
    """Give the text's tokens and their codes; linear in the text."""
    items: list[Token] = []
    words = word_codes()
    feasts = {match.start(): match for match in _FEAST.finditer(text)}
    for match in _TOKEN.finditer(text):
        feast = feasts.get(match.start())
        if feast is not None:
            items.append(Token("G", feast.group().lower(), feast.group(), feast.start(), feast.end()))
        if items and match.start() < items[-1].end:
            continue
        kind, word, end = match.lastgroup or "mark", match.group(), match.end()
        if kind == "word":
            lower = word.lower()
            code, value = words.get(lower, ("_", word))
            if lower in _SHORT and text[end : end + 1] == ".":
                end += 1
            items.append(_joined(items, Token(code, value, word, match.start(), end)))
        else:
            turn = _turn(word, match.start()) if kind == "m" else ()
            items += turn
            if not turn:
                code, number = _judge(kind, word)
                items.append(Token(code, number, word, match.start(), end))
    return Tokens(tuple(items), "".join(item.code for item in items))


def _turn(word: str, start: int) -> tuple[Token, ...]:
    """The three tokens of "2011-12", the turn of a year and not its twelfth month; none for a month."""
    year, mark, other = word[:4], word[4:5], word[5:]
    if mark != "-" or (int(year) + 1) % 100 != int(other):
        return ()
    return (
        Token("y", int(year), year, start, start + 4),
        Token("-", "-", "-", start + 4, start + 5),
        Token("d", int(other), other, start + 5, start + 7),
    )


def _joined(items: list[Token], token: Token) -> Token:
    """Take in the tens before a small number ("twenty-one", "thirty first"), dropping them from `items`."""
    if token.code not in "no" or not isinstance(token.value, int) or not items:
        return token
    back = 2 if items[-1].code == "-" and len(items) > 1 else 1
    before = items[-back]
    fits = before.code == "n" and isinstance(before.value, int)
    if fits and before.word.lower() in TENS and 1 <= token.value <= 9:
        value = int(before.value) + token.value
    elif fits and token.value in (12, 100) and token.word.lower() in ("hundred", "dozen") and int(before.value) < 100:
        value = int(before.value) * token.value
    else:
        return token
    del items[-back:]
    return Token(token.code, value, f"{before.word} {token.word}", before.start, token.end)


def _judge(kind: str, word: str) -> tuple[str, int | float | str]:
    if kind == "number":
        return _judge_number(word)
    if kind == "mark":
        return _MARKS.get(word, word if word in "$€£/" else "."), word
    if kind == "o":
        return "o", int(word[:-2])
    if kind == "S":
        return "S", re.sub(r"\D", "", word)[:-1]
    if kind == "Q":
        return word[0].upper(), int(word[1])
    return {"gap": "¶", "genitive": "'", "era": "%"}.get(kind, kind), word


def _judge_number(word: str) -> tuple[str, int | float | str]:
    if "," in word or "." in word:
        return "#", float(word.replace(",", ""))
    if len(word) > 4:
        return "#", word
    number = int(word)
    if len(word) == 4 and 1000 <= number <= 2199:
        return "y", number
    if 1 <= number <= 31 and len(word) <= 2:
        return "d", number
    return ("h" if 0 < number < 1000 else "#"), number

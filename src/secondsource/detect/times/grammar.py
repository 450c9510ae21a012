"""Finds time expressions as patterns over token codes; what each means is read in `meanings`.

`_RULES` finds the expressions that stand alone, the longer reading first; look-alikes are turned away in
`vetting`; `joining` puts neighbours together ("Monday" + "night", "two days after" + "March 3").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from secondsource.detect.times.meanings import READERS
from secondsource.detect.times.phrases import Phrase
from secondsource.detect.times.tokens import Tokens
from secondsource.detect.times.vetting import is_plausible

_YEAR: Final = r"(?:,?[wi]?(?:TX)?(?:%y|y%?)|,?w?[hd]%|,?wT?s?tlX|,?w(?:T?s|[tlxF])X|,?[tlxF]X)"
_WEEKDAY: Final = r"(?:W-?[,(]?T?)?"
_EDGE: Final = r"(?:T?e-?(?:iT?|wT?)?|T?[Zz]?EwT?|[zZ](?:iT?)?)"
_WHICH: Final = r"T?[txlFs]"
_COUNT: Final = r"(?:a?[ndvh#y]w?|an|a)"
# "two and a half years", "2 1/2 years", "a year and a half", "half an hour", "half a century"
_HALF: Final = r"[nd]-?&-?a-?H-?[UX@u]|d?d/d-?[UX@u]|a[UX]&aH|aH-?[UX@u]|H[-a][UX@u]"
_LENGTH: Final = rf"(?:{_HALF}|{_COUNT}?[UX@u])"

# name, pattern over token codes; the first that fits at a place wins, so the longer reading stands first
_RULES: Final[tuple[tuple[str, str], ...]] = (
    ("numeric", rf"{_WEEKDAY}[Im]"),
    ("days", rf"{_WEEKDAY}(?:M-?T?[do](?:-|(?:&|>)T?)[do](?!M){_YEAR}?|T?[do](?:-|(?:&|>)T?)[do]w?M{_YEAR}?)"),
    ("piece", r"T?[olx][nd]?[UuX]w|TUw"),
    (
        "calendar",
        rf"{_WEEKDAY}(?:y[-/]M[-/]d|M-?,?T?[do](?!-?u|[UX@%])(?:-y|{_YEAR})?|T?[do](?:w|[-/])?M(?:[-/]y|{_YEAR})?)\)?",
    ),
    ("whole", r"T_-?X"),
    ("sameperiod", r"T?s[CUQ]T?[tlx]X|T?s[CUQ]aX[Zgz]"),
    ("fiscal", r"T?bX?y|T?ybX"),
    ("years", r"T?y[-/](?:y|d|h)(?![-/])|[hd]-[hd]%"),
    ("calendar2", rf"{_EDGE}?(?:TUw)?M(?:[-/]?y|{_YEAR})|y-?M(?!d)"),
    (
        "calendar3",
        rf"(?:{_EDGE}|T?[oxl]Hw)?(?:T?e?N{_YEAR}|yN|Qw?-?y|y-?Q|T?b?o-?Qw?{_YEAR}|(?:T|(?<=p)|(?<=i))b?o-?Q|o-Q|T?[SH]w?-?y|y-?H)",
    ),
    ("calendar4", rf"(?:{_EDGE}|T?[oxl]HwT?)?(?:T?S%?|T?o-?@%?|T?[Xu]?(?:%y|y%?(?!-[dyh]-)|[hd]%))"),
    ("feast", r"(?:T?[tlxF])?G(?:,?w?y)?"),
    ("ofweek", r"W[pw]?T?[txlF]U|T?[txlF]U[-p]?W"),
    ("stretch", r"T?[lxrF](?:a?[ndhv]w?)?u|T?[ndhv][lxF]u"),
    ("relative", rf"(?:{_EDGE}|T?[oxl]Hw)?{_WHICH}-?b?(?:[UX@KQ]|e?N|W|P|M(?!d))"),
    ("edge", r"TK|(?:T?e[iw]T|[zZ]iT|T?[zZ]?EwT?|T?[oxl]Hw)[UX]|[UX]'E|X-E"),
    ("ago", rf"(?:{_LENGTH}|L)g"),
    ("shifted", rf"(?:{_LENGTH}|{_COUNT}?l[UX@u])(?:>TU)?[zZ]|T?X-[Zg](?=[C_QU])"),
    ("daybefore", r"T[UX][BA](?=[,.¶]|$)"),
    ("from", rf"(?:{_LENGTH}|T[UX@u])(?:B|A|cF?)"),
    ("following", r"T[UX]F"),
    ("inside", rf"i{_COUNT}[UX@u](?!g|w|[zZBA]|-)"),
    ("partof", r"(?:T?e?[iT]*)Pw|TeP?u(?:w|p)"),
    ("rate", r"(?:[ndh]?\*|[ndh#]u)[aV][UX@]"),
    ("repeat", r"q[ondv]?[UX@uKPNMQW]|V[UX@]|Y|D"),
    ("length", rf"{_COUNT}-?[UX@u](?:-?[LO])?|{_HALF}|a?[ndv]_[UX@u]|[UXu@]-[LO]|u"),
    ("dayword", r"RP?"),
    ("reference", r"J|Tf|[trf](?=_)|[ts]C|T?lf|Tl(?=[.,)¶&]|$)|su"),
    ("clock", r"k"),
    ("part", r"P"),
    ("monthday", r"WT?o(?!M)|Wd(?=[.,)¶iwp]|$)|To(?=[.,)¶iwps&BA]|$)"),
    ("bare", rf"{_EDGE}?M|[eZz]?-?W|{_EDGE}?T?e?N"),
)
_PATTERN: Final = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _RULES))


def find_phrases(tokens: Tokens) -> Iterator[Phrase]:
    """Give the expressions that stand alone, in order, none overlapping."""
    for match in _PATTERN.finditer(tokens.codes):
        rule = match.lastgroup or ""
        first, last = match.start(), match.end() - 1
        items = tokens.items[first : last + 1]
        if items[-1].code == ")" and not any(item.code == "(" for item in items):
            items, last = items[:-1], last - 1
        if rule == "years" and items[0].code == "T":
            items, first = items[1:], first + 1
        if (
            rule == "length"
            and len(items) > 2
            and items[0].code == "a"
            and items[-2].code == "-"
            and items[1].code != "H"
        ):
            items, first = items[1:], first + 1  # the article of "a three-day visit" belongs to the visit
        if len(items) > 1 and match.lastgroup == "calendar4" and items[0].code == "T" and items[1].code == "y":
            items, first = items[1:], first + 1
        if not is_plausible(rule.rstrip("234"), tokens, first, last):
            continue
        meaning = READERS[rule.rstrip("234")](items)
        if meaning is not None:
            yield Phrase(items[0].start, items[-1].end, first, last, meaning)

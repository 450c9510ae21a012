"""Turns away what only looks like a time: "may", "march on", "Sun", counts that could be years, names with months."""

from __future__ import annotations

from typing import Final

from secondsource.detect.time_tokens import Tokens


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


_BEFORE_YEAR: Final = _words(
    "in since by until till from of during after before early mid late circa through throughout around about between "
    "to and or year winter summer spring autumn fall than into as for on till"
)
_COUNTED: Final = _words(
    "people troops soldiers men women children civilians members km kilometers kilometres miles metres meters feet "
    "percent dollars euros pounds yuan tons tonnes barrels homes houses houses casualties dead killed wounded ships "
    "aircraft tanks missiles rounds times points employees workers jobs students deaths sorties prisoners refugees "
    "kg mm mph kph hp acres hectares copies units million billion thousand or-so square nautical mhz pieces"
)
_SHORT_WEEKDAYS: Final = _words("mon tue tues wed weds thu thur thurs fri sat sun")
_HARD_MONTHS: Final = _words("may march mar dec jan august april june sep")
_BEFORE_MONTH: Final = _words(
    "in since until till by from through during of after before last next this early mid late between every each "
    "throughout around about previous following"
)
_MAYBE_BEFORE_MONTH: Final = _words("to for and or the a its his her their our on that beginning starting ending")
_DAY_NAMES: Final = _words("black good bloody super ash palm easter holy maundy cyber giving fat shrove man girl")
_PAPERS: Final = _words("times telegraph express mirror mail post herald star people night child children world")


def is_plausible(rule: str, tokens: Tokens, first: int, last: int) -> bool:
    """Whether the tokens from first to last, which fit the rule, mean a time here."""
    check = _CHECKS.get(rule)
    return check is None or check(tokens, first, last)


def _is_lower(word: str) -> bool:
    return word[:1].islower()


def _counts(tokens: Tokens, place: int) -> bool:
    """Whether the word at a place is something that is counted ("2000 troops")."""
    word = tokens.word(place)
    if tokens.code(place) == "-":
        return tokens.code(place + 1) == "_" and _is_lower(tokens.word(place + 1))
    if tokens.code(place) != "_" or not _is_lower(word):
        return False
    return word in _COUNTED or (word.endswith("s") and not word.endswith(("ss", "us", "is", "as")) and len(word) > 4)


def _counts_people(tokens: Tokens, place: int) -> bool:
    return tokens.word(place) in _COUNTED


def _year(tokens: Tokens, first: int, last: int) -> bool:
    codes = tokens.codes[first : last + 1]
    if "S" in codes or "@" in codes or "%" in codes or "X" in codes:
        return True
    if "e" in codes or "E" in codes or "z" in codes or "H" in codes:
        return True
    before, behind = tokens.word(first - 1).lower(), tokens.code(first - 1)
    after = tokens.code(last + 1)
    if behind in "$€£#/y" or (after == "." and tokens.word(last + 1) in "%°"):
        return False
    if after == "-" and tokens.code(last + 2) in "dhy#":
        return False
    number = tokens.items[last].value
    round_number = isinstance(number, int) and number % 100 == 0
    if (
        behind not in "T"
        and _counts(tokens, last + 1)
        and (round_number or before not in ("in", "since", "the", "by", "until"))
    ):
        return False
    if behind == "-" and tokens.code(first - 2) in "yMW@S":
        return True
    if behind in "M,-(" or behind == ")":
        return behind != "-" and isinstance(number, int) and 1700 <= number <= 2100
    if before in _BEFORE_YEAR:
        return before not in ("for", "than", "as", "on", "about", "around", "or", "and", "to") or (
            isinstance(number, int) and 1500 <= number <= 2100 and not _counts(tokens, last + 1)
        )
    if behind == "T" or behind == "'":
        return tokens.code(last + 1) == "_" and not _counts_people(tokens, last + 1)
    if behind == "¶":
        return tokens.code(last + 1) in "¶.-_" and not _counts(tokens, last + 1)
    return bool(before) and _is_lower(tokens.word(first - 1)) and isinstance(number, int) and 1900 <= number <= 2050


def _bare(tokens: Tokens, first: int, last: int) -> bool:
    code = tokens.code(last)
    if code == "W":
        return _weekday(tokens, last)
    if code == "N":
        return _season(tokens, first, last)
    return _month(tokens, first, last)


def _weekday(tokens: Tokens, place: int) -> bool:
    word, before = tokens.word(place), tokens.word(place - 1).lower()
    if before in _DAY_NAMES or (before == "on" and tokens.word(place - 2) == "Mail"):
        return False
    follow = place + 2 if tokens.code(place + 1) == "'" else place + 1
    after = tokens.word(follow)
    if after.lower() in _PAPERS and after[:1].isupper():
        return False
    if word.lower() in _SHORT_WEEKDAYS:
        return (
            tokens.code(place - 1) in "ptlxF("
            and before != "the"
            and tokens.items[place].word[:1].isupper()
            and (
                before in ("on", "last", "next", "this", "by")
                and (len(word) > 3 or word.lower() not in ("sun", "sat", "wed"))
            )
        )
    return word[:1].isupper() or before in ("on", "last", "next", "this", "by", "until", "every")


def _season(tokens: Tokens, first: int, last: int) -> bool:
    word, before = tokens.word(last).lower(), tokens.word(first - 1).lower()
    if last > first and tokens.code(first) in "eEzZ":
        return True
    if word == "fall":
        return (
            tokens.code(first) == "T"
            and before in ("in", "during", "by", "of", "until", "over", "throughout", "for")
            and tokens.code(last + 1) != "w"
        )
    if word == "spring":
        return before in ("in", "during", "by", "until", "since", "the") or tokens.code(first) == "T"
    return tokens.word(last + 1).lower() not in ("olympics", "games", "palace", "war")


def _month(tokens: Tokens, first: int, last: int) -> bool:
    word = tokens.word(last)
    before, code = tokens.word(first - 1).lower(), tokens.code(last + 1)
    ranged = tokens.code(first - 1) in ">&-" and tokens.code(first - 2) == "M"
    if ranged or (code in ">&-" and tokens.code(last + 2) == "M"):
        return word[:1].isupper() or word.lower() not in _HARD_MONTHS
    if first < last and set(tokens.codes[first:last]) & set("eEzZ"):
        return word[:1].isupper() or word.lower() not in _HARD_MONTHS
    if not word[:1].isupper():
        return word.lower() not in _HARD_MONTHS and len(word) > 3 and before in _BEFORE_MONTH | _MAYBE_BEFORE_MONTH
    named = code == "_" and tokens.word(last + 1)[:1].isupper()
    if named and len(word) == 3:
        return False  # "the island of Jan Mayen"
    if before in _BEFORE_MONTH:
        return word.lower() not in ("may", "march") or before != "of" or code in ",.)¶"
    if before in _MAYBE_BEFORE_MONTH:
        return not named and (word.lower() not in ("may", "march") or code in ",.)¶")
    if tokens.code(first - 1) == "_" and tokens.word(first - 1)[:1].isupper():
        return False
    if word.lower() in _HARD_MONTHS:
        return tokens.code(first - 1) in ",-(" and code in "-,.)" and word.lower() != "may"
    return not named


def _calendar(tokens: Tokens, first: int, last: int) -> bool:
    codes = tokens.codes[first : last + 1]
    month = next((tokens.word(first + place) for place, code in enumerate(codes) if code == "M"), "")
    days = [tokens.items[first + place].value for place, code in enumerate(codes) if code in "do"]
    if any(isinstance(day, int) and not 1 <= day <= 31 for day in days):
        return False
    if month and month.lower() in ("may", "march", "mar", "dec", "sun") and not month[:1].isupper():
        return "y" in codes or "o" in codes or (month.lower() in ("may", "march") and "d" in codes)
    if days and codes[-1] in "do" and _counts(tokens, last + 1) and tokens.word(last + 1) in _COUNTED:
        return False
    if codes[-1] == "M" and codes[0] in "do" and tokens.code(first - 1) in "$€£":
        return False
    return not (codes == "yM" and tokens.word(last).lower() == "may")


def _clock(tokens: Tokens, first: int, _last: int) -> bool:
    word = tokens.word(first)
    if any(letter.isalpha() for letter in word):
        return True
    return tokens.word(first - 1).lower() in (
        "at",
        "by",
        "around",
        "about",
        "until",
        "from",
        "to",
        "between",
    ) or tokens.word(first + 1) in ("GMT", "UTC", "local", "on", "hours", "EST", "EDT")


def _part(tokens: Tokens, first: int, _last: int) -> bool:
    before = tokens.word(first - 1).lower()
    if tokens.code(first - 1) in "WRMdoyI":
        return True
    return before in ("at", "by", "until", "every", "overnight", "during", "in", "before", "after") or (
        before == "the" and tokens.word(first - 2).lower() in ("in", "during", "of")
    )


def _ordinal_day(tokens: Tokens, first: int, last: int) -> bool:
    value = tokens.items[last].value
    if tokens.code(first) == "W":
        return isinstance(value, int) and 1 <= value <= 31 and tokens.word(first)[:1].isupper()
    return (
        tokens.word(first - 1).lower() in ("on", "by", "until", "from", "since")
        and isinstance(value, int)
        and value <= 31
        and tokens.word(last)[:1].isdigit()
    )


def _relative(tokens: Tokens, first: int, last: int) -> bool:
    codes = tokens.codes[first : last + 1]
    word = tokens.word(last).lower()
    if codes[-1] == "P" and codes[-2:-1] == "s":
        return tokens.word(last - 1).lower() != "same" or True
    if codes[-1] == "N" and word == "spring":
        return True
    if codes[-1] == "W" and word in _SHORT_WEEKDAYS:
        return tokens.word(last)[:1].isupper()
    if codes[-1] == "M" and word in _HARD_MONTHS:
        return tokens.word(last)[:1].isupper() and not (word in ("may", "march") and codes[-2] in "Fs")
    return tokens.word(last - 1).lower() not in ("these", "those", "upcoming")


def _length(tokens: Tokens, first: int, last: int) -> bool:
    codes = tokens.codes[first : last + 1]
    if codes == "u":
        return (
            tokens.word(first).lower() not in ("seconds", "minutes", "nights")
            and tokens.code(last + 1) != "'"
            and (
                tokens.word(first - 1).lower()
                in (
                    "for",
                    "in",
                    "after",
                    "of",
                    "and",
                    "or",
                    "within",
                    "over",
                    "about",
                    "take",
                    "took",
                    "lasted",
                    "just",
                    "only",
                    "the",
                )
                or tokens.code(last + 1) in "w-"
            )
        )
    return not (codes[0] == "a" and tokens.word(last).lower() == "second")


_CHECKS: Final = {
    "calendar": lambda tokens, first, last: (
        _year if not set(tokens.codes[first : last + 1]) & set("MNQIm") else _calendar
    )(tokens, first, last),
    "days": _calendar,
    "years": lambda tokens, first, last: (
        tokens.code(first - 1) not in "-/.dhy#$€£" and tokens.code(last + 1) not in "-/"
    ),
    "bare": _bare,
    "clock": _clock,
    "part": _part,
    "monthday": _ordinal_day,
    "reference": lambda tokens, first, last: (
        tokens.code(last) != "C"
        or tokens.word(first - 1).lower()
        in ("at", "by", "during", "around", "throughout", "in", "from", "since", "until")
    ),
    "relative": _relative,
    "length": _length,
}

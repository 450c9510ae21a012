"""Whether a number is a year, a word a month, a weekday or a season: what only looks like a date is turned away.

"Falcon 2000", "2000 troops", "in his 20s", "the Sunday Monitor", "Prime Minister May", "the fall of Kabul".
"""

from __future__ import annotations

from typing import Final

from secondsource.detect.times.tokens import Tokens


def words_of(line: str) -> frozenset[str]:
    """The words of a line, as a set."""
    return frozenset(line.split())


_BEFORE_YEAR: Final = words_of(
    "in since by until till from of during after before early mid late circa through throughout around about between "
    "to and or year winter summer spring autumn fall than into as for on till"
)
COUNTED: Final = words_of(
    "people troops soldiers men women children civilians members km kilometers kilometres miles metres meters feet "
    "percent dollars euros pounds yuan tons tonnes barrels homes houses houses casualties dead killed wounded ships "
    "aircraft tanks missiles rounds times points employees workers jobs students deaths sorties prisoners refugees "
    "kg mm mph kph hp acres hectares copies units million billion thousand or-so square nautical mhz pieces"
)
_BEFORE_ANYTHING: Final = words_of("for than as on about around or and to")
_OF_YEARS: Final = words_of("in since the by until its their his her our")
# What bears a number: "page 1998"; what is counted after "in": "in 2030 places".
_NUMBERED: Final = words_of(
    "page pages room flight paragraph article section chapter line number no apartment highway route channel version "
    "model unit lot item case resolution order rule law decree act form building house gate platform bus train verse"
)
_SPOTS: Final = words_of("places cases instances locations spots sites villages towns homes households schools ways")
# What is called by a date: "September 11 Street", "the 23 March Movement".
_CALLED_BY_DATES: Final = words_of(
    "Street Square Avenue Bridge Movement Brigade Brigades Battalion Boulevard Park Stadium Airport Hospital "
    "University Party Front Group Forces Memorial Museum Road Committee Organization Organisation Martyrs Coalition "
    "Alliance Plaza Barracks Base Camp Corps Army Foundation Institute School Commission Club District Hall Tower Dam"
)
SHORT_WEEKDAYS: Final = words_of("mon tue tues wed weds thu thur thurs fri sat sun")
HARD_MONTHS: Final = words_of("may march mar dec jan august april june sep")
_BEFORE_MONTH: Final = words_of(
    "in since until till by from through during of after before last next this early mid late between every each "
    "throughout around about previous following"
)
_MAYBE_BEFORE_MONTH: Final = words_of("to for and or the a its his her their our on that beginning starting ending")
_AFTER_A_PERSON: Final = words_of("government administration cabinet premiership family ministry team camp")
_DAY_NAMES: Final = words_of("black good bloody super ash palm easter holy maundy cyber giving fat shrove man girl")
_PAPERS: Final = words_of("times telegraph express mirror mail post herald star people night child children world")


def _is_lower(word: str) -> bool:
    return word[:1].islower()


def _counts(tokens: Tokens, place: int) -> bool:
    """Whether the word at a place is something that is counted ("2000 troops")."""
    word = tokens.word(place)
    if tokens.code(place) == "-":
        return tokens.code(place + 1) == "_" and _is_lower(tokens.word(place + 1))
    if tokens.code(place) != "_" or not _is_lower(word):
        return False
    return word in COUNTED or (word.endswith("s") and not word.endswith(("ss", "us", "is", "as")) and len(word) > 4)


def counts_people(tokens: Tokens, place: int) -> bool:
    """Whether the word at a place is a unit or a kind of people or things that are counted."""
    return tokens.word(place) in COUNTED


def is_year(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a decade, a century or a number that could be a year is one here."""
    codes = tokens.codes[first : last + 1]
    if "S" in codes and len(str(tokens.items[last].value)) == 1 and _is_age(tokens, first, last):
        return False
    if set(codes) & set("S@%XeEzH"):
        return True
    return not _is_number(tokens, first, last) and _stands_as_year(tokens, first, last)


def _is_number(tokens: Tokens, first: int, last: int) -> bool:
    """Whether what stands beside the figures makes them a number: "page 1998", "2000 troops", "$2019"."""
    before, behind, after = tokens.word(first - 1).lower(), tokens.code(first - 1), tokens.code(last + 1)
    number = tokens.items[last].value
    if before in _NUMBERED or (before == "in" and tokens.word(last + 1) in _SPOTS):
        return True
    if behind in "$€£#/y" or (after == "." and tokens.word(last + 1) in "%°"):
        return True
    if after == "-" and tokens.code(last + 2) in "dhy#":
        return True
    round_number = isinstance(number, int) and number % 100 == 0
    return behind not in "T" and _counts(tokens, last + 1) and (round_number or before not in _OF_YEARS)


def _stands_as_year(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the figures stand where years do: "in 2019", "the 2015 deal", "2007 also saw"."""
    before, behind, after = tokens.word(first - 1).lower(), tokens.code(first - 1), tokens.code(last + 1)
    value = tokens.items[last].value
    number = value if isinstance(value, int) else 0
    if behind == "-" and tokens.code(first - 2) in "yMW@S":
        return True
    if behind in "M,-()":
        return behind != "-" and 1700 <= number <= 2100
    if before in _BEFORE_YEAR:
        return before not in _BEFORE_ANYTHING or (1500 <= number <= 2100 and not _counts(tokens, last + 1))
    if behind in "T'":
        return after == "_" and not counts_people(tokens, last + 1)
    if behind == "." and tokens.word(first - 1) in ".:!?" and 1900 <= number <= 2050:
        return after == "_" and _is_lower(tokens.word(last + 1)) and not _counts(tokens, last + 1)
    if behind == "¶":
        return after in "¶.-_" and not _counts(tokens, last + 1)
    return bool(before) and _is_lower(tokens.word(first - 1)) and 1900 <= number <= 2050


def _is_age(tokens: Tokens, first: int, last: int) -> bool:
    """Whether "20s" is somebody's age: "in his late 20s", "people in their 30s", "temperatures in the 80s"."""
    before = {tokens.word(place).lower() for place in range(first - 2, last)}
    return bool(before & {"his", "her", "their", "my", "your", "our", "its"}) or not (
        tokens.word(last)[:1] in "'’" or tokens.code(last - 1) in "Te" or tokens.code(last - 2) == "e"
    )


def is_bare_date(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a month, a weekday or a season that stands alone is one here."""
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
    if after[:1].isupper() and (after.lower() in _PAPERS or (before == "the" and tokens.code(follow) == "_")):
        return False  # "the Sunday Monitor"
    if after in ("prayer", "prayers") and tokens.word(follow + 1) in ("leader", "leaders", "imam", "imams"):
        return False
    if word.lower() in SHORT_WEEKDAYS:
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
        return word[:1].isupper() or word.lower() not in HARD_MONTHS
    if first < last and set(tokens.codes[first:last]) & set("eEzZ"):
        return word[:1].isupper() or word.lower() not in HARD_MONTHS
    if not word[:1].isupper():
        return word.lower() not in HARD_MONTHS and len(word) > 3 and before in _BEFORE_MONTH | _MAYBE_BEFORE_MONTH
    if code == "'":
        return word.lower() not in ("march", "may") or before in _BEFORE_MONTH | _MAYBE_BEFORE_MONTH or not before
    named = code == "_" and tokens.word(last + 1)[:1].isupper()
    if named and len(word) == 3:
        return False  # "the island of Jan Mayen"
    if before in _BEFORE_MONTH:
        whole = before == "of" and tokens.code(first - 2) in "UuXE"  # "the first week of May"
        return whole or word.lower() not in ("may", "march") or before != "of" or code in ",.)¶"
    if before in _MAYBE_BEFORE_MONTH:
        if before in ("the", "a", "its", "his", "their") and code == "_" and not named:
            return tokens.word(last + 1) not in _AFTER_A_PERSON  # "the May vote", but "the May government"
        return not named and (word.lower() not in ("may", "march") or code in ",.)¶")
    if tokens.code(first - 1) == "_" and tokens.word(first - 1)[:1].isupper():
        return False
    if word.lower() in HARD_MONTHS:
        return tokens.code(first - 1) in ",-(" and code in "-,.)" and word.lower() != "may"
    return not named


def is_date(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a month with a day, a year or a part of the year is a date here."""
    codes = tokens.codes[first : last + 1]
    if "y" not in codes and tokens.word(last + 1) in _CALLED_BY_DATES:
        return False
    month = next((tokens.word(first + place) for place, code in enumerate(codes) if code == "M"), "")
    days = [tokens.items[first + place].value for place, code in enumerate(codes) if code in "do"]
    if any(isinstance(day, int) and not 1 <= day <= 31 for day in days):
        return False
    if month and month.lower() in ("may", "march", "mar", "dec", "sun") and not month[:1].isupper():
        return "y" in codes or "o" in codes or (month.lower() in ("may", "march") and "d" in codes)
    if days and codes[-1] in "do" and _counts(tokens, last + 1) and tokens.word(last + 1) in COUNTED:
        return False
    if codes[-1] == "M" and codes[0] in "do" and tokens.code(first - 1) in "$€£":
        return False
    return not (codes == "yM" and tokens.word(last).lower() == "may")

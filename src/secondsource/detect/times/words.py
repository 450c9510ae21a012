"""The English words that time expressions are made of, each with its token code and its value.

Written for this project; calendar facts only. A token code is one letter, so that a sentence becomes a short string
over which the grammar's patterns run (see `tokens`).
"""

from __future__ import annotations

from functools import cache
from typing import Final

MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT_WEEKDAYS: Final = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
UNITS: Final = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "night": "night", "week": "week",
    "fortnight": "fortnight", "month": "month", "year": "year", "decade": "decade", "century": "century",
}  # fmt: skip
SMALL: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SMALL_ORDINALS: Final = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth",
)  # fmt: skip
SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DAY_PARTS: Final = {
    "morning": "MO", "dawn": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI", "noon": "MI",
    "midnight": "MI", "nightfall": "NI", "dusk": "EV", "daytime": "DT", "nighttime": "NI", "sunrise": "MO",
    "sunset": "EV",
}  # fmt: skip
DAY_WORDS: Final = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "overnight": 0, "tmrw": 1}
REFERENCES: Final = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "presently": "PRESENT_REF", "nowadays": "PRESENT_REF",
    "recently": "PAST_REF", "lately": "PAST_REF", "former": "PAST_REF",
}  # fmt: skip
PERIODICS: Final = {
    "hourly": "PT1H", "daily": "P1D", "everyday": "P1D", "nightly": "XXXX-XX-XXTNI", "weekly": "P1W",
    "biweekly": "P2W", "fortnightly": "P2W", "monthly": "P1M", "quarterly": "P3M", "annual": "P1Y",
    "annually": "P1Y", "yearly": "P1Y", "biannual": "P6M", "biennial": "P2Y",
}  # fmt: skip
# Names of feasts and fasts; `feasts` knows their days.
FEASTS: Final = (
    "Christmas Day", "Christmas Eve", "Christmas", "Boxing Day", "New Year's Day", "New Year’s Day", "New Year's Eve",
    "New Year’s Eve", "May Day", "Valentine's Day", "Valentine’s Day", "Halloween", "Good Friday", "Easter Sunday",
    "Easter Monday", "Easter", "Palm Sunday", "Ash Wednesday", "Ascension Day", "Pentecost", "Thanksgiving Day",
    "Thanksgiving", "Orthodox Easter", "Orthodox Christmas", "Lunar New Year", "Chinese New Year", "Nowruz", "Ramadan",
    "Eid al-Fitr", "Eid ul-Fitr", "Eid al Fitr", "Eid al-Adha", "Eid ul-Adha", "Eid al Adha", "Ashura",
)  # fmt: skip
MODIFIERS: Final = {"early": "start", "mid": "mid", "late": "end", "middle": "mid"}
EDGES: Final = {
    "beginning": "start", "start": "start", "outset": "start", "onset": "start", "middle": "mid", "midst": "mid",
    "end": "end", "close": "end", "part": "", "rest": "", "remainder": "", "course": "",
}  # fmt: skip

_PLAIN: Final = {
    "this": "t", "current": "t", "fiscal": "b", "financial": "b",
    "last": "l", "past": "l", "previous": "l", "preceding": "l", "prior": "l",
    "next": "x", "coming": "x", "upcoming": "x", "subsequent": "x", "ensuing": "x", "following": "F", "recent": "r",
    "intervening": "r",
    "that": "s", "same": "s", "those": "s", "these": "s",
    "later": "z", "earlier": "Z", "previously": "Z", "ago": "g", "before": "B", "after": "A", "afterwards": "z",
    "afterward": "z", "hence": "z",
    "since": "c", "from": "c", "between": "j", "in": "i", "within": "i", "of": "w", "the": "T", "a": "a", "an": "a",
    "another": "a", "and": "&", "or": "&", "to": ">", "until": ">", "till": ">", "through": ">", "thru": ">",
    "every": "q", "each": "q", "per": "V", "on": "p", "at": "p", "by": "p", "during": "p", "for": "p", "about": "p",
    "around": "p", "circa": "p", "throughout": "p", "over": "p", "into": "p", "as": "p",
    "few": "v", "several": "v", "some": "v", "many": "v", "couple": "v", "dozens": "v", "various": "v", "numerous": "v",
    "quarter": "Q", "half": "H", "weekend": "K",
    "future": "f",
    "bc": "%", "bce": "%", "ad": "%", "ce": "%", "long": "L", "old": "O",
    "times": "*", "once": "*", "twice": "*", "time": "C", "period": "C",
}  # fmt: skip


@cache
def word_codes() -> dict[str, tuple[str, int | str]]:
    """Lower-case word -> (token code, value)."""
    words: dict[str, tuple[str, int | str]] = {word: (code, word) for word, code in _PLAIN.items()}
    for number, name in enumerate(MONTHS, 1):
        words[name] = words[name[:3]] = ("M", number)
    words["sept"] = ("M", 9)
    words.update({name: ("W", number) for number, name in enumerate(WEEKDAYS)})
    words.update({f"{name}s": ("D", number) for number, name in enumerate(WEEKDAYS)})
    words.update({name: ("W", number) for name, number in SHORT_WEEKDAYS.items()})
    words["weekends"] = ("D", "WE")
    words.update({name: ("n", number) for number, name in enumerate(SMALL)})
    words.update({name: ("n", number) for name, number in TENS.items()})
    words.update({"hundred": ("n", 100), "dozen": ("n", 12)})
    words.update({name: ("o", number) for number, name in enumerate(SMALL_ORDINALS)})
    words.update({name[:-1] + "ieth": ("o", number) for name, number in TENS.items()})
    words.update({name[:-1] + "ies": ("S", str(number // 10)) for name, number in TENS.items()})
    for name, unit in UNITS.items():
        plural = "centuries" if name == "century" else f"{name}s"
        code = {"year": "X", "century": "@"}.get(name, "U")
        words.setdefault(name, (code, unit))
        words[plural] = ("u", unit)
    words["quarters"] = ("u", "quarter")
    words.update({name: ("N", code) for name, code in SEASONS.items()})
    words.update({name: ("P", code) for name, code in DAY_PARTS.items()})
    words.update({"mornings": ("P", "MO"), "evenings": ("P", "EV"), "afternoons": ("P", "AF")})
    words.update({name: ("R", shift) for name, shift in DAY_WORDS.items()})
    words.update({name: ("J", value) for name, value in REFERENCES.items()})
    words.update({name: ("Y", value) for name, value in PERIODICS.items()})
    words.update({name: ("e", value) for name, value in MODIFIERS.items()})
    words.update({name: ("E", value) for name, value in EDGES.items() if name not in MODIFIERS})
    return words

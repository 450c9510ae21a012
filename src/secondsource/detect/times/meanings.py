"""What the tokens of a time expression mean, rule by rule; `grammar` finds them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from secondsource.detect.times.numeric import read_numeric
from secondsource.detect.times.phrases import (
    Calendar,
    Day,
    Edge,
    Feast,
    Length,
    Meaning,
    Offset,
    Part,
    Phrase,
    Range,
    Reference,
    Relative,
    Repeat,
    Stretch,
    Which,
)
from secondsource.detect.times.tokens import Token

_WHICH_WORDS: Final[dict[str, Which]] = {"t": "this", "l": "last", "x": "next", "F": "following", "s": "that"}


def read_calendar(items: tuple[Token, ...]) -> Calendar | None:
    """Read the pieces of a date from its tokens, in whatever order they come."""
    found: dict[str, int | str] = {}
    items = tuple(item for item in items if item.code != "-")
    for place, item in enumerate(items):
        after = items[place + 1].code if place + 1 < len(items) else ""
        if item.code in "yhd" and (after == "%" or (place and items[place - 1].code == "%")):
            found["year"] = int(item.value)
        elif item.code == "o" and after == "Q":
            found["quarter"] = int(item.value)
        elif item.code == "o" and "@" in [i.code for i in items]:
            found["century"] = int(item.value)
        elif item.code in "oxl" and after == "H":
            found["half"] = int(item.value) if item.code == "o" else 2
        elif item.code in "do":
            found["day"] = int(item.value)
        elif item.code in _CALENDAR_FIELDS and isinstance(item.value, int | str):
            found[_CALENDAR_FIELDS[item.code]] = item.value
        elif item.code in "QH" and isinstance(item.value, int):
            found["quarter" if item.code == "Q" else "half"] = item.value
        elif item.code in _WHICH_WORDS and after == "X":
            found["year_word"] = _WHICH_WORDS[item.code]
    return _assembled(found, any(item.code == "%" and item.word[0] in "bB" for item in items))


_CALENDAR_FIELDS: Final = {
    "M": "month", "W": "weekday", "y": "year", "S": "decade", "N": "season", "e": "edge", "E": "edge",
}  # fmt: skip


def _assembled(found: dict[str, int | str], before_christ: bool) -> Calendar | None:
    def number(name: str) -> int | None:
        value = found.get(name)
        return value if isinstance(value, int) else None

    year = number("year")
    word = found.get("year_word")
    return Calendar(
        year=-year if year and before_christ else year,
        month=number("month"),
        day=number("day"),
        weekday=number("weekday"),
        season=str(found.get("season", "")),
        quarter=number("quarter"),
        half=number("half"),
        decade=str(found.get("decade", "")),
        century=number("century"),
        before_christ=before_christ,
        year_word=word if word in ("this", "last", "next", "following", "that") else None,  # type: ignore[arg-type]
        edge=_edge(str(found.get("edge", ""))),
    )


def _edge(word: str) -> Edge:
    return word if word in ("start", "mid", "end") else ""  # type: ignore[return-value]


def _read_numeric(items: tuple[Token, ...]) -> Meaning | None:
    weekday = next((int(item.value) for item in items if item.code == "W"), None)
    return read_numeric(items[-1].word, weekday)


def _read_days(items: tuple[Token, ...]) -> Meaning | None:
    """ "March 18-19, 2021": both days share the month and the year."""
    places = [place for place, item in enumerate(items) if item.code in "do" and item.code != "y"][:2]
    whole = read_calendar(items[: places[0]] + items[places[0] + 1 :])
    if whole is None or len(places) < 2:
        return None
    first, second = items[places[0]], items[places[1]]
    left = Calendar(whole.year, whole.month, int(first.value), whole.weekday, year_word=whole.year_word)
    right = Calendar(whole.year, whole.month, int(second.value), year_word=whole.year_word)
    return Range(Phrase(items[0].start, first.end, 0, 0, left), Phrase(second.start, items[-1].end, 0, 0, right))


def _read_years(items: tuple[Token, ...]) -> Meaning | None:
    left, right = int(items[0].value), int(items[2].value)
    if items[-1].code == "%":
        left, right = -left, -right
    elif items[2].code != "y":
        right += left // 100 * 100 if right < 100 else -right
    if not left < right <= left + (200 if items[2].code == "y" or left < 0 else 15):
        return None
    return Range(
        Phrase(items[0].start, items[0].end, 0, 0, Calendar(left)),
        Phrase(items[2].start, items[-1].end, 0, 0, Calendar(right)),
    )


def _read_relative(items: tuple[Token, ...]) -> Meaning | None:
    place = next(place for place, item in enumerate(items) if item.code in _WHICH_WORDS and _selects(items, place))
    which, target, word = _WHICH_WORDS[items[place].code], items[-1], items[place].word.lower()
    if word in ("previous", "preceding", "prior"):
        which = "previous"
    edge: Edge = next((_edge(str(i.value)) for i in items if i.code in "eE" and _edge(str(i.value))), "")
    half = next((i for i in items[:place] if i.code in "oxl"), None)
    leaning = next((i.word.lower() for i in items[:place] if i.code in "zZ"), "")
    stretches = (
        place > 0
        and items[place - 1].code == "T"
        and str(target.value) in ("week", "month", "year", "decade", "century")
    )
    if target.code in "UX@" and (word == "past" or (word == "last" and stretches)) and not half:
        return Stretch("last", 1, str(target.value))  # "the last year" is the twelve months to this day
    unit = {"K": "weekend", "Q": "quarter", "N": "season", "W": "weekday", "P": "part", "M": "month name"}.get(
        target.code, str(target.value)
    )
    return Relative(
        which,
        unit,
        number=int(target.value) if target.code in "WM" else (int(half.value) if half and half.code == "o" else 0),
        season=str(target.value) if target.code == "N" else "",
        part=str(target.value) if target.code == "P" else "",
        edge=edge,
        leaning="earlier" if leaning == "earlier" else "later" if leaning == "later" else "",
    )


def _selects(items: tuple[Token, ...], place: int) -> bool:
    return place + 1 >= len(items) or items[place + 1].code != "H"


def _read_edge(items: tuple[Token, ...]) -> Meaning | None:
    unit = next((str(item.value) for item in items if item.code in "UXK"), "")
    edge: Edge = next((_edge(str(i.value)) for i in items if i.code in "eE"), "")
    leaning = next((i.word.lower() for i in items if i.code in "zZ"), "")
    return Relative(
        "the", unit, edge=edge, leaning="earlier" if leaning == "earlier" else "later" if leaning == "later" else ""
    )


def _read_ofweek(items: tuple[Token, ...]) -> Meaning | None:
    weekday = next(int(item.value) for item in items if item.code == "W")
    which = next(_WHICH_WORDS[item.code] for item in items if item.code in _WHICH_WORDS)
    unit = next(str(item.value) for item in items if item.code == "U")
    return Relative(which, "week", weekday=weekday) if unit == "week" else None


def _count(items: tuple[Token, ...]) -> float | None:
    """The number that the tokens give; "a" is one, "a couple" two, "few" and the like unknown."""
    codes = "".join(item.code for item in items)
    numbers = [float(item.value) for item in items if item.code in "nd" and isinstance(item.value, int)]
    if "H" in codes:
        return (numbers[0] if numbers else 1.0 if codes[:2] in ("aU", "aX") else 0.0) + 0.5
    if "/" in codes and len(numbers) > 1 and numbers[-1]:
        return (numbers[0] if len(numbers) > 2 else 0.0) + numbers[-2] / numbers[-1]
    count: float | None = None
    for item in items:
        if item.code in "ndhy#" and isinstance(item.value, int | float):
            return float(item.value)
        if item.word.lower() == "couple":
            return 2.0
        if item.code == "v":
            return None
        if item.code == "a":
            count = 1.0
    return count


def _unit(items: tuple[Token, ...]) -> str:
    return next(str(item.value) for item in reversed(items) if item.code in "UX@u")


def _read_stretch(items: tuple[Token, ...]) -> Meaning | None:
    which = next(_WHICH_WORDS.get(item.code, "last") for item in items if item.code in "lxrF")
    return Stretch(which, _count(items), _unit(items))


def _read_ago(items: tuple[Token, ...]) -> Meaning | None:
    if items[0].code == "L":
        return Offset(None, "century", "before", "published")
    return Offset(_count(items), _unit(items), "before", "published")


def _read_shifted(items: tuple[Token, ...]) -> Meaning | None:
    """ "Two days later", "a year to the day later", "the year-earlier"."""
    if items[-1].code in "Zg" and items[-2].code == "-":
        return Offset(1.0, "year", "before", "story", same=True)
    place = next((place for place, item in enumerate(items) if item.code == ">"), len(items) - 1)
    length, exact = items[:place], place < len(items) - 1
    direction = "after" if items[-1].value in ("later", "afterwards", "afterward", "hence") else "before"
    return Offset(_count(length), _unit(length), direction, "story", len(items) == 2, exact=exact)  # type: ignore[arg-type]


def _read_from(items: tuple[Token, ...]) -> Meaning | None:
    plain = items[0].code == "T" or len(items) == 2
    count = (None if items[1].code == "u" else 1.0) if items[0].code == "T" else _count(items)
    if plain and count is None and "u" not in (items[0].code, items[1].code):
        return None
    return Offset(count, _unit(items), "before" if items[-1].code == "B" else "after", "next", len(items) == 2)


def _read_daybefore(items: tuple[Token, ...]) -> Meaning | None:
    return Offset(1.0, _unit(items), "before" if items[-1].code == "B" else "after", "story")


def _read_following(items: tuple[Token, ...]) -> Meaning | None:
    return Relative("following", _unit(items))


def _read_inside(items: tuple[Token, ...]) -> Meaning | None:
    return Length(_count(items), _unit(items), inside=True)


def _read_length(items: tuple[Token, ...]) -> Meaning | None:
    if items[-1].code == "L" and items[0].code in "UX":
        return Length(1.0, _unit(items))
    return Length(_count(items), _unit(items))


def _read_piece(items: tuple[Token, ...]) -> Meaning | None:
    if len(items) == 3 and items[0].code == "T" and items[1].code == "U":
        return Part("week", 1, "week") if items[1].value == "week" else None
    place = next(item for item in items if item.code in "olx")
    last = place.code == "l"
    if place.code == "x":
        return None
    many = items[-2].code == "u" and _count(items) is None and place.code in "ol"
    count = 0.0 if many else _count(items) or 1
    position = int(place.value) if place.code == "o" else 1
    return Part("last" if last else "first", int(count) if position == 1 else -position, _unit(items))


def _read_partof(items: tuple[Token, ...]) -> Meaning | None:
    if items[-2].code == "u":
        early = items[-2].value == "hour" and any(i.code == "e" and i.value == "start" for i in items)
        return Part("part", 1, "MO") if early else None
    return Part("part", 1, next(str(item.value) for item in items if item.code == "P"))


_EVERY: Final = {
    "day": "P1D", "week": "P1W", "month": "P1M", "year": "P1Y", "hour": "PT1H", "minute": "PT1M", "second": "PT1S",
    "decade": "P10Y", "century": "P100Y", "fortnight": "P2W", "night": "XXXX-XX-XXTNI",
}  # fmt: skip


def _read_repeat(items: tuple[Token, ...]) -> Meaning | None:
    target = items[-1]
    count = next((int(i.value) for i in items if i.code in "ond" and isinstance(i.value, int)), 1)
    if target.code == "Y":
        return Repeat(str(target.value))
    if target.value == "WE":
        return Repeat("XXXX-WXX-WE")
    if target.code in "DW":
        return Repeat(f"XXXX-WXX-{int(target.value) + 1}")
    if items[0].code == "V":
        return Repeat(_EVERY.get(str(target.value), "P1D"))
    if any(item.code == "v" for item in items):
        return Repeat(f"P{'T' if target.value in ('hour', 'minute') else ''}X{str(target.value)[0].upper()}")
    if target.code in "UX@u":
        unit = str(target.value)
        return Repeat(_EVERY.get(unit, "P1D") if count == 1 else f"P{count}{unit[0].upper()}")
    value = {"K": "XXXX-WXX-WE", "Q": "XXXX-QX", "N": f"XXXX-{target.value}", "P": f"XXXX-XX-XXT{target.value}"}
    return Repeat(value[target.code] if target.code in value else f"XXXX-{int(target.value):02d}")


def _read_rate(items: tuple[Token, ...]) -> Meaning | None:
    """ "Twice a year", "14 hours a day"."""
    return Repeat(_EVERY.get(str(items[-1].value), "P1D"))


def _read_whole(items: tuple[Token, ...]) -> Meaning | None:
    """ "The full year", after its quarter."""
    return Relative("that", _unit(items))


def _read_feast(items: tuple[Token, ...]) -> Meaning | None:
    which = next((_WHICH_WORDS[item.code] for item in items if item.code in _WHICH_WORDS), "the")
    year = next((int(item.value) for item in items if item.code == "y"), None)
    return Feast(next(str(item.value) for item in items if item.code == "G"), year, which)  # type: ignore[arg-type]


def _read_sameperiod(items: tuple[Token, ...]) -> Meaning | None:
    """ "The same period last year", "the same month a year earlier"."""
    if items[-1].code in "gZ":
        return Offset(1.0, "year", "before", "story", same=True)
    which = next(_WHICH_WORDS[item.code] for item in items[2:] if item.code in "tlx")
    return Offset(1.0, "year", "before", "story", same=True) if which == "last" else Relative(which, "year")


def _read_fiscal(items: tuple[Token, ...]) -> Meaning | None:
    return Calendar(next(int(item.value) for item in items if item.code == "y"))


def _read_dayword(items: tuple[Token, ...]) -> Meaning | None:
    word = items[0].word.lower()
    part = str(items[1].value) if len(items) > 1 else "NI" if word in ("tonight", "overnight") else ""
    return Day(int(items[0].value), part, since=-1 if word == "overnight" else 0)


def _read_reference(items: tuple[Token, ...]) -> Meaning | None:
    if items[-1].code == "f":
        return Reference("FUTURE_REF")
    if items[-1].code == "l":
        return Reference("PAST_REF") if items[-1].word.lower() == "past" else None
    if items[-1].code == "C":
        return Reference("PRESENT_REF" if items[0].code == "t" else None)
    if items[-1].code == "u":
        return Reference("PRESENT_REF")
    if items[0].code in "tr":
        return Reference({"current": "PRESENT_REF", "recent": "PAST_REF"}.get(items[0].word.lower()))
    return Reference(str(items[0].value))


def _read_clock(items: tuple[Token, ...]) -> Meaning | None:
    return Calendar(clock=clock_value(items[0].word))


def clock_value(word: str) -> str:
    """ "5:30 p.m." -> "17:30", "11 a.m." -> "11:00"."""
    digits = re.findall(r"\d+", word)
    if len(digits) == 1 and len(digits[0]) == 4:
        digits = [digits[0][:2], digits[0][2:]]
    hour = int(digits[0])
    lower = word.lower()
    if "p" in lower and hour < 12:
        hour += 12
    if "a" in lower and hour == 12:
        hour = 0
    return f"{hour:02d}:{digits[1] if len(digits) > 1 else '00'}"


def _read_part(items: tuple[Token, ...]) -> Meaning | None:
    word = items[0].word.lower()
    if word in _HOURS:
        return Calendar(clock=_HOURS[word])
    return Calendar(part=str(items[0].value))


_HOURS: Final = {"midnight": "24:00", "noon": "12:00", "midday": "12:00"}


READERS: Final[dict[str, Callable[[tuple[Token, ...]], Meaning | None]]] = {
    "numeric": _read_numeric, "days": _read_days, "calendar": read_calendar, "years": _read_years,
    "ofweek": _read_ofweek, "stretch": _read_stretch, "relative": _read_relative, "edge": _read_edge,
    "ago": _read_ago, "shifted": _read_shifted, "daybefore": _read_daybefore, "from": _read_from,
    "following": _read_following, "whole": _read_whole, "sameperiod": _read_sameperiod, "rate": _read_rate,
    "fiscal": _read_fiscal, "inside": _read_inside, "piece": _read_piece, "partof": _read_partof,
    "repeat": _read_repeat, "length": _read_length, "dayword": _read_dayword, "reference": _read_reference,
    "clock": _read_clock, "part": _read_part, "monthday": read_calendar, "feast": _read_feast, "bare": read_calendar,
}  # fmt: skip

"""The publisher of a document and the names by which it speaks of itself: "told the Tribune" in the Fjord Tribune."""

from __future__ import annotations

import re
from functools import cache

from secondsource.model import Document
from secondsource.words.countries import countries
from secondsource.words.outlets import name_key, named

_ARTICLE = re.compile(r"^the |\.(?:com|org|net|co\.uk)$", re.IGNORECASE)
_WHOLE = 3  # words of a ministry's name with its field and its country
_SORTS = frozenset({"news", "newspaper", "agency", "online", "daily", "website", "newswire"})


def is_own(name: str, document: Document) -> bool:
    """Whether an outlet's name is the publisher's: its whole name, a listed one, its last words, its letters."""
    return document.outlet is not None and _same(name, document.outlet)


def own_words(document: Document) -> tuple[str, ...]:
    """The names by which a text can call its publisher, the longest first."""
    if document.outlet is None:
        return ()
    whole = _plain(document.outlet)
    last = whole.split()[-1]
    return (whole, last) if last != whole and last[:1].isupper() else (whole,)


@cache
def _same(name: str, outlet: str) -> bool:
    one, own = _plain(name), _plain(outlet)
    if _bare(one) == _bare(own):
        return True
    if {o.name for o in named(one)} & {o.name for o in named(own)}:
        return True
    if _is_one_ministry(one, own):
        return True
    words = [w for w in own.split() if w.lower() not in _SORTS]
    said = [w for w in one.split() if w.lower() not in _SORTS]
    if not said or not words:
        return False
    if len(said) < len(words) and said == words[-len(said) :] and said[-1][:1].isupper():
        return True
    return len(words) > 1 and len(said) == 1 and said[0] == "".join(w[0] for w in words if w[0].isupper())


def _is_one_ministry(one: str, own: str) -> bool:
    """Whether two names of ministries differ in order only: "Foreign Ministry of Peru", "Peruvian Ministry of"."""
    few, many = sorted((_words_of_ministry(one), _words_of_ministry(own)), key=len)
    return "ministry" in few and len(few) >= _WHOLE and few <= many


def _words_of_ministry(name: str) -> frozenset[str]:
    words = (_of_people().get(w, w.lower()) for w in re.findall(r"\w+", name))
    return frozenset(w for w in words if w not in ("of", "the", "and", "affairs"))


@cache
def _of_people() -> dict[str, str]:
    """The country, in lower case, by each word for its people and things."""
    return {word: country.name.lower() for country in countries() for word in country.people}


def _plain(name: str) -> str:
    return _ARTICLE.sub("", " ".join(name.split()))


def _bare(name: str) -> str:
    return re.sub(r"\W", "", name_key(name))

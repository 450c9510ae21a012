"""What is the name of a publisher? A listed one, a web domain, or a proper name with a word that papers bear."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from secondsource.collect.lines import is_section
from secondsource.words.outlets import Outlet, at_address, named

_PAPER = re.compile(
    r"\b(?:Agency|Broadcast\w*|Bulletin|Business|Chronicle|Courier|Daily|Digest|Dispatch|Examiner|Express|Gazette|"
    r"Globe|"
    r"Herald|Inquirer|Insider|Journal|Ledger|Magazine|Mail|Media|Mirror|Monitor|Network|News|Newspaper|Newswire|"
    r"Observer|"
    r"Online|Post|Press|Radio|Record|Register|Report|Reporter|Review|Sentinel|Spectator|Standard|Star|Sun|Telegram|"
    r"Telegraph|Television|Times|Today|Tribune|TV|Weekly|Wire|World|Zeitung|Diario|Gazeta|Shimbun|Ilbo)\b"
)
_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+(?:com|org|net|info|eu|int|io|co|news|media|[a-z]{2})", re.I)
_DESCRIBED = re.compile(
    r"(?P<name>.{2,50}?)(?:,\s+an?\s+.{0,40}\b(?:newsletter|blog|magazine|newspaper|journal|podcast|website|site)\b.*|"
    r"\s+(?:blog|newsletter|podcast|homepage|archives?))"
)
_LINK_WORDS = frozenset(
    {
        "of",
        "the",
        "and",
        "de",
        "la",
        "el",
        "del",
        "der",
        "di",
        "du",
        "for",
        "in",
        "on",
        "at",
        "&",
        "a",
        "an",
        "to",
        "von",
        "van",
        "bin",
        "al",
        "from",
        "do",
        "da",
        "dos",
        "des",
        "le",
        "les",
        "und",
        "y",
        "e",
        "et",
    }
)
# "d'Oran", "al-Arab", "l'Orient": the capital stands behind the article.
_ARTICLE = re.compile(r"(?:d|l|al|el|an|ar|as|ash|at|az|ad)['’-](?=\w)")
_NOT_NAMES = re.compile(
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|press release|"
    r"news|all news|more news|other news|breaking news|world news|all rights reserved|photo|file|"
    r"latest news|top news|local news|daily news|today|business|press|online|world|media|video|report|review|"
    r"exclusive)",
    re.I,
)

_DAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?!\s(?:\w+\s)?(?:times|post|telegraph|mail|herald|business|people|"
    r"world|guardian|tribune|independent|standard|star|mirror|express|nation|magazine|review|sun|paper|vision|observer|"
    r"punch|mercury))|\b(?:jan|feb|mar|apr|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s\d|"
    r"^(?:press|media|news) release\b",
    re.I,
)


def listed(said: str) -> Outlet | None:
    """Give the outlet of the list that a name means; where several bear it none, but an agency goes before others."""
    those = named(said.strip(" .,;:|•·-–—()[]"))
    if len(those) == 1 or (those and those[0].kind == "agency"):
        return those[0]
    return None


def publisher(said: str, *, sure: bool = False) -> str | None:
    """Give the common name of a publisher, None where the words name none.

    `sure` is for places that only a publisher can stand in: any proper name will do there.
    """
    plain = " ".join(said.split()).strip(' .,;:|•·-–—()[]"“”')
    described = _DESCRIBED.fullmatch(plain)
    if described and proper(described.group("name")):
        plain, sure = described.group("name"), True
    outlet = listed(plain)
    if outlet:
        return outlet.name if outlet.kind != "official body" else in_small_letters(plain)
    if not plain or len(plain) > 60 or _NOT_NAMES.fullmatch(plain) or _DAY.search(plain) or not proper(plain):
        return None
    if is_section(plain):
        return None
    if _DOMAIN.fullmatch(plain):
        known = at_address(plain)
        return known.name if known else plain
    plain = in_small_letters(plain)
    return plain if sure or _PAPER.search(plain) else None


def in_small_letters(name: str) -> str:
    """A name of two words and more that stands in capitals, as it is otherwise written; initials keep theirs."""
    if not name.isupper() or " " not in name or len(name) <= 6:
        return name
    small = {"OF", "THE", "FOR", "AND", "TO", "IN", "A", "AN", "FROM", "ON", "DE", "DO", "DA", "DEL", "DU", "DES", "DI"}
    return " ".join(
        word.lower() if word in small and number else _in_small_letters(word)
        for number, word in enumerate(name.split())
    )


def _in_small_letters(word: str) -> str:
    """A word in small letters but for the first; initials ("UN", "NTV") keep theirs, "RED" and "SUL" are words."""
    if "." in word or (
        len(word) <= 3 and not re.fullmatch(r"[^AEIOU\W][AEIOU][^AEIOU\W]|THE|L[AE]S?|[EA]L|IL|LOS", word)
    ):
        return word
    return re.sub(r"(?<=['’-])\w", lambda m: m.group().upper(), word.capitalize())


@cache
def adjectives() -> Mapping[str, str]:
    """Give the adjective of each country by its common name: "Norway" to "Norwegian"."""
    table = tomllib.loads(files("secondsource.words").joinpath("countries.toml").read_text("utf-8"))
    return {row["name"]: row["people"][0] for row in table.values() if row.get("people")}


def is_described(said: str) -> bool:
    """Whether a name is followed by what the paper is: "The Long Border, a newsletter on ..."."""
    match = _DESCRIBED.fullmatch(said.strip(" .,;:|•·-–—()[]"))
    return match is not None and proper(match.group("name"))


def proper(said: str) -> bool:
    """Whether all words are capitalised save small link words, six at most: the shape of a proper name."""
    words = said.split()
    if not 0 < len(words) <= 7 or _DOMAIN.fullmatch(said):
        return bool(words) and len(words) == 1
    return (
        all(word in _LINK_WORDS or _ARTICLE.sub("", word)[0].isupper() or word[0].isdigit() for word in words)
        and _ARTICLE.sub("", words[0])[0].isupper()
    )

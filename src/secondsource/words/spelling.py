"""Spellings of one name: Zelensky and Zelenskiy, al-Rashdan and Al Rashdan, Сергей and Sergey.

A name is laid on a key of its consonants with the vowels marked; names of one key are compared vowel by vowel. Short
names, Chinese syllables above all, must agree letter by letter: Li Wen is not Li Wan.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from anyascii import anyascii

# Words that come and go in a name: articles and what stands before a name as its ornament.
ORNAMENTS = frozenset({"al", "el", "as", "ad", "an", "ar", "ash", "bin", "ibn", "ben"})
# Letters that romanisations exchange, the longest first; the order matters ("dzh" before "zh" before "h").
EXCHANGED = (
    ("tch", "ch"), ("dzh", "j"), ("dj", "j"), ("sch", "sh"), ("kh", "h"), ("gh", "k"), ("ph", "f"), ("dh", "d"),
    ("th", "t"), ("ck", "k"), ("q", "k"), ("g", "k"), ("x", "ks"), ("w", "v"), ("'", ""), ("’", ""), ("`", ""),
)  # fmt: skip
# Where letters are counted, not exchanged: a name this short has too few to spare any.
SHORT = 4
SOUNDS = {"a": "A", "e": "AI", "i": "I", "y": "I", "o": "U", "u": "U"}
_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLED = re.compile(r"(.)\1+")
_SUFFIX = re.compile(r"(?:,? (?:Jr|Sr)\.?| I{2,3}| IV)$")


@cache
def romanised(text: str) -> str:
    """The text in Latin letters without marks; Chinese is read as Mandarin, Cyrillic as Russian."""
    return text if text.isascii() else anyascii(text)


@cache
def parts_of(name: str) -> tuple[str, ...]:
    """The words of a name in small Latin letters, articles and suffixes left out."""
    bare = romanised(_SUFFIX.sub("", name)).lower().replace(".", " ")
    words = [word for word in re.split(r"[\s\-–'’]+", bare) if word]
    kept = [word for word in words if word not in ORNAMENTS]
    return tuple(kept if len(kept) > 1 or len(words) == 1 else words)


@cache
def key_of(name: str) -> tuple[str, ...]:
    """What all spellings of a name have in common, whatever the order of its words."""
    return tuple(sorted(_frame(word) for word in parts_of(name)))


def suffix_of(name: str) -> str:
    """ "Jr" or "Sr" or "III" behind a name, "" for none."""
    found = _SUFFIX.search(name)
    return found.group().strip(" ,.") if found else ""


@cache
def alike(one: str, other: str) -> str | None:
    """Why two names can be one, None where they cannot."""
    if suffix_of(one) != suffix_of(other):
        return None
    mine, theirs = parts_of(one), parts_of(other)
    if mine == theirs:
        return "the same letters" if one.isascii() == other.isascii() else "the same name in other letters"
    if sorted(mine) == sorted(theirs):
        return "the same words in another order"
    if not (one.isascii() and other.isascii()) and "".join(mine) == "".join(theirs):
        return "the same name in other letters"
    if len(mine) != len(theirs):
        return "the same name written apart" if "".join(mine) == "".join(theirs) else None
    for right in (theirs, tuple(reversed(theirs))):
        if all(_one_word(a, b) for a, b in zip(mine, right, strict=True)):
            return "another spelling of the same name"
    if mine[1:] == theirs[1:] and mine[1:] and nicknamed(mine[0], theirs[0]):
        return "a short form of the same given name"
    return None


def nicknamed(one: str, other: str) -> bool:
    """Whether one given name is the short form of the other, both in small letters."""
    return other in _nicknames().get(one, ()) or one in _nicknames().get(other, ())


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    text = (files("secondsource.words") / "nicknames.toml").read_text(encoding="utf-8")
    return {name.lower(): frozenset(short.lower() for short in those) for name, those in tomllib.loads(text).items()}


def _one_word(a: str, b: str) -> bool:
    """Whether two words can be spellings of one."""
    if a == b:
        return True
    if min(len(a), len(b)) <= SHORT:
        return _light(a) == _light(b)
    if _frame(a) != _frame(b):
        return False
    mine, theirs = _exchanged(a), _exchanged(b)
    runs = zip(_VOWELS.findall(mine), _VOWELS.findall(theirs), strict=True)
    # Mueller is not Miller; the last vowel tells Mario from Maria
    return all(set(SOUNDS[x[0]]) & set(SOUNDS[y[0]]) for x, y in runs) and (
        mine[-1] not in SOUNDS or bool(set(SOUNDS[mine[-1]]) & set(SOUNDS[theirs[-1]]))
    )


@cache
def _light(word: str) -> str:
    """A word with nothing exchanged but the end that Slavic names spell in four ways."""
    return _DOUBLED.sub(r"\1", re.sub(r"(?:iy|yy|ij|yi|y|ii)$", "i", word))


@cache
def _exchanged(word: str) -> str:
    for old, new in EXCHANGED:
        word = word.replace(old, new)
    word = re.sub(r"(?<=[aeiouy])j$", "", word)  # Zelenskyj
    word = re.sub(r"^abdul$", "abdel", word)
    word = re.sub(r"^(?:y|i|j)(?=[aeu])", "", word)  # Yevgeny, Evgeny; Yulia, Julia
    word = re.sub(r"(?<=[^aeiouy])er$", "r", word)  # Alexander, Aleksandr
    return _DOUBLED.sub(r"\1", word.replace("c", "k") if "ch" not in word else word)


@cache
def _frame(word: str) -> str:
    return _VOWELS.sub("*", _exchanged(word))

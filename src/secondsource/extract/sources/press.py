"""Papers and stations that a text names as such ("the Cape daily Sea Point Gazette"), also those on no list.

Grammar finds who says what; a paper that no list has is then a stranger, a person or a place to it. The noun beside
the name tells, and where the sentence reports as well, the paper is whose matter it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.extract.holders.publisher import is_own
from secondsource.model import Document, Holder, Mentions, Span
from secondsource.words.given_names import gender_of_name
from secondsource.words.outlets import PAPER_WORDS, named

# In small letters: "the Daily Post" and "the Weekly" are names themselves.
_PAPER = (
    r"(?:newspaper|daily|weekly|tabloid|broadcaster|broadsheet|publication|magazine|newsletter|blog|website|"
    r"(?:news|[Tt]elegram|[Yy]ou[Tt]ube|[Ww]hats[Aa]pp|television|TV|radio)\s(?:agency|site|website|portal|outlet|channel|"
    r"service|station|network|group|magazine)|state\s(?:television|TV|radio|media))"
)
_WORD = r"(?:[dl][’'])?[A-ZÀ-Þ](?:[\w&’'-]|\.(?=\w))*"
_WHO = rf"(?P<who>{_WORD}(?:\s(?:(?:of|the|de|di|da|do|du|des|del|la|le|el|al|y|e)\s){{0,2}}{_WORD}){{0,4}})"
_BEFORE = re.compile(rf"\b(?:{_PAPER}|site|portal|outlet)\s(?:called\s|named\s|known\sas\s)?[“\"‘]?(?:[Tt]he\s)?{_WHO}")
_BEHIND = re.compile(
    rf"{_WHO},\s(?:an?|the)\s(?:(?!(?:columnist|editor|reporter|correspondent|host|writer|journalist|for|of)\b)[\w’'-]+\s)"
    rf"{{0,4}}?{_PAPER}(?=,|\.|\s(?:that|which|close|based|in|of|owned|run|published|from|with|linked|read)\b)"
)
_AMONG = re.compile(
    rf"{_WHO}\sand\s(?:(?:some|several|many|two|three|various|a\sfew)\s)?(?:other\s(?:[a-z]+\s){{0,2}}(?:media|outlets|"
    r"newspapers|papers|sites|websites|agencies|broadcasters)|media\s(?:in|of|from|outlets)|(?:[a-z]+\s)?newspapers)\b"
)
_ANY = re.compile(_WHO)
_CALLED = re.compile(rf"(?:\S+[\s'’-])+{PAPER_WORDS}|(?:la|le|el)\s{PAPER_WORDS}\s\S+(?:\s\S+)*", re.IGNORECASE)
_VERB = (
    r"(?:report(?:s|ed)?|writes?|wrote|says?|said|claim(?:s|ed)?|reveal(?:s|ed)?|disclos(?:es|ed)|publish(?:es|ed)|"
    r"confirm(?:s|ed)?|alleg(?:es|ed)|announced|carried|cites|cited|quot(?:es|ed)|put)\b"
)
# The paper must do the reporting itself: "the editor of the daily X was held, police said" is no report of X's.
_REPORTS = re.compile(
    rf"(?:\s(?:of|in)\s[A-Z]\w+)?[”\"’]?(?:,[^,.;]{{0,60}},)?(?:\sand\s[^,.;]{{0,60}}?)?\s(?:has\s|have\s|had\s)?(?:also\s|first\s|now\s)?{_VERB}"
)
_LAID_AT = re.compile(
    r"(?:according to|citing|cites|quoting|quoted by|cited by|reported by|revealed by|published by|"
    r"learn(?:t|ed)(?:\s\w+){0,3}\sfrom)\s(?:an?\s|the\s)?(?:[\w’'-]+\s){0,4}[“\"‘]?(?:[Tt]he\s)?$",
    re.IGNORECASE,
)
_CARRIES = re.compile(r"\b(?:on|in|via|from|through)\s(?:an?|the|its|their)\s(?:[\w’'-]+\s){1,4}[“\"‘]?(?:[Tt]he\s)?$")
# No part of a name: what opens a sentence, a title before a person's name, a day.
_NO_NAME = re.compile(
    r"(?:editor|reporter|correspondent|journalist|columnist|director|owner|publisher|president|minister|chief|mr|ms|mrs|dr|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|"
    r"november|december|but|and|in|on|at|it|its|he|she|they|we|the|this|that|these|those|there|however|meanwhile)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(r"^(?:(?:But|And|Both|In|Yet|As|While|When|If|Meanwhile|However)\s)?(?:The\s)?")
_PLATFORMS = frozenset("facebook twitter instagram telegram youtube linkedin tiktok reddit google whatsapp x".split())
_MEDIA_AT_LARGE = re.compile(
    r"\b(?P<who>(?:(?!(?:Though|While|But|And|As|When|If|Since|Because|Although|That|The|This|Where)\b)"
    r"[A-Z][\w-]+\s|local\s|state\s|foreign\s|social\s|several\s|some\s|international\s|western\s|"
    r"pro-\w+\s|opposition\s){1,3}(?:media(?:\soutlets)?|newspapers|press|outlets|websites))\s(?:has\s|have\s|had\s)?"
    r"(?:reported|reports?|say|said|claim(?:s|ed)?|writes?|wrote|confirm(?:s|ed)?|spread|alleged?)\b(?!\sby)"
)
# Who put out the statement that a text passes on: "..., the media arm of the Front, released a statement".
_ISSUED = re.compile(
    rf"{_WHO}(?:,\s(?P<role>[^,.]{{3,60}}),)?\s(?:has\s|have\s|had\s)?(?:put\sout|issued|released|published|circulated|"
    r"distributed|posted)\s(?:an?|its|the|their|another|one)\s(?:[\w-]+\s){0,3}?(?:statement|communiqu[eé]|declaration|"
    r"video|audio|recording|message|claim|letter)\b"
)
_ARM = re.compile(
    rf"\b(?:arm|wing|mouthpiece|branch|outlet|office|service|agency|department|channel)\sof\s(?:the\s)?{_WHO}"
)
_HANDED = re.compile(
    r"\b(?:handed|leaked|shown|given|passed|provided|sent|supplied|read\sout)\sto\s(?:us|me|this\s\w+|reporters|journalists|(?:the\s)?[A-Z][^.,;]{1,40}?)\sby\s"
    r"(?P<who>(?:an?|two|three|several|one)\s(?!member\b)[^.,;]{3,60}?)(?=\swho\b|\son\scondition\b|[.,;]|$)"
)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody of the press whom a sentence names: where the name stands, if it reports there or holds the matter."""

    sentence: Span
    start: int
    holder: Holder
    reports: bool
    carries: bool


def find_press(mentions: Mentions) -> tuple[Named, ...]:
    """The papers, stations and agencies that a text names by what they are, its publisher left out, each time anew."""
    text = mentions.document.text
    found: list[Named] = []
    for sentence in mentions.sentences:
        said = text[sentence.start : sentence.end]
        for start, end, name in _names(said, mentions.document):
            known = next((outlet for outlet in named(name) if outlet.kind in ("outlet", "agency")), None)
            holder = Holder(known.name, "agency" if known.kind == "agency" else "outlet") if known else None
            reports = _REPORTS.match(said, end) is not None or _LAID_AT.search(said[:start]) is not None
            carries = reports or _CARRIES.search(said[:start]) is not None
            found.append(Named(sentence, sentence.start + start, holder or Holder(name, "outlet"), reports, carries))
    return tuple(found)


def find_issuers(mentions: Mentions) -> tuple[tuple[Span, Holder], ...]:
    """Who else a sentence shows to be behind its matter: who issued a statement, who handed a paper over, the media."""
    text = mentions.document.text
    found: list[tuple[Span, Holder]] = []
    for sentence in mentions.sentences:
        said = text[sentence.start : sentence.end]
        for match in _ISSUED.finditer(said):
            behind = _ARM.search(match.group("role") or "")
            name = _trimmed((behind or match).group("who"))
            if name and not is_own(name, mentions.document):
                found.append((sentence, Holder(name, "body")))
        found += [(sentence, Holder(match.group("who"), "unnamed")) for match in _HANDED.finditer(said)]
        found += [(sentence, Holder(match.group("who"), "unnamed")) for match in _MEDIA_AT_LARGE.finditer(said)]
    return tuple(found)


def full_name(name: str, press: tuple[Named, ...]) -> str:
    """The whole name of a paper that a text goes on to call by its last word: "the Ledger" of the Gulf Ledger."""
    if " " in name:
        return name
    return next((paper.holder.name for paper in press if paper.holder.name.split()[-1] == name), name)


def _names(said: str, document: Document) -> Iterator[tuple[int, int, str]]:
    """The names of others' papers in a sentence: where each starts and ends."""
    seen: set[str] = set()
    for pattern in (_BEFORE, _BEHIND, _AMONG, _ANY):
        for match in pattern.finditer(said):
            name = _trimmed(match.group("who"))
            if not name or name in seen or is_own(name, document):
                continue
            if pattern is _ANY:
                name = name if _CALLED.fullmatch(name) else name.partition(" of ")[0]
                if not (_CALLED.fullmatch(name) and _REPORTS.match(said, match.end())) or is_own(name, document):
                    continue
            if pattern in (_BEHIND, _AMONG) and gender_of_name(name):
                continue
            seen.add(name)
            yield match.start("who"), match.end("who"), name


def _trimmed(said: str) -> str | None:
    """A name without a possessive; None where its first word shows that it is none."""
    name = re.sub(r"[’']s$", "", _OPENS.sub("", said)).strip(" .’'")
    if len(name) < 3 or _NO_NAME.match(name) or name.casefold() in _PLATFORMS:
        return None
    return name

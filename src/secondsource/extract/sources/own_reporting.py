"""Whether a document's publisher was there itself: "told us", a correspondent of its own, a by-line with a place."""

from __future__ import annotations

import re
from functools import cache

from secondsource.extract.holders.publisher import is_own, own_words
from secondsource.extract.sayings.quotes import find_quotes, within
from secondsource.model import Document
from secondsource.words.outlets import named

_HEAD = 900  # code points in which a by-line stands
_TO = (
    r"(?:told|tells|telling|spoke (?:to|with)|speaking (?:to|with)|explained to|said to|confirmed to|"
    r"confided (?:to|in)|wrote to|showed|interviews? (?:with|to|by)|interviewed by|seen by|reviewed by|obtained by|"
    r"shared with|shown to|contacted by|approached by|visited by|provided to|sent to|reached by|"
    r"answer(?:ed)? questions from|comment to)"
)
_US = (
    r"(?:us|me|this (?:newspaper|paper|magazine|website|site|reporter|correspondent|agency|publication|journal|outlet|"
    r"newsletter))\b"
)
_PRESS = r"(?i:correspondents?|reporters?|journalists?|photographers?)"
_STAFF = re.compile(
    rf"\b(?!tells){_TO} (?:the )?{_US}"
    r"|\b(?i:our) (?:own )?(?:\w+ )?(?:correspondents?|reporters?|newsroom|bureau|photographers?|team in)\b"
    r"|\b(?:special|staff) correspondent\b|\bstaff (?:writer|reporter)\b"
    rf"|\b(?i:an?|the|two|several|our) {_PRESS} (?:of|for|from|with) this \w+"
    r"|\b(?i:our|this) (?:reporter|correspondent|journalist|newspaper|paper)s? (?:has |have |was |were )?"
    r"(?:saw|seen|visited|met|asked|watched|heard|learn(?:ed|t)|counted|spoke|told|understands|obtained|present)\b"
    rf"|\b{_PRESS} (?:in|at|on) (?:the )?[A-Z]\w+(?: \w+){{0,2}} (?:saw|heard|counted|watched)\b"
    r"|\b(?i:we) (?:saw|visited|spoke (?:to|with)|asked|interviewed|met|watched|travelled|traveled|reached out|"
    r"contacted|have seen(?! that\b))\b(?! (?:ourselves|that\b))"
    r"|\bReporting (?:for [A-Z][^.\n]{2,40}? )?from [A-Z]",
)
# The record of a briefing is taken down by whoever publishes it.
_QUESTION = re.compile(r"^(?:Q|QUESTION|REPORTER|JOURNALIST)(?: \([^()\n]{2,40}\))?\s?[:.]\s", re.MULTILINE)
_HELPED = re.compile(
    r"\b(?:[Aa]dditional|[Ww]ith) reporting by (?P<who>[A-Z][\w.’'-]+ [A-Z][\w.’'-]+)(?![^\n]{0,300}[Ee]diting by)"
)
_FROM = re.compile(
    r"^(?:By |From |— ?)?(?P<who>[^\n,|]{4,60}?)(?:, | in | reports from |, in )(?P<place>[A-Z][\w.’' -]{2,30})$", re.M
)


def reports_itself(document: Document) -> bool:
    """Whether the words of a document, quotations left out, say that its publisher has the matter at first hand."""
    text = document.text
    if len(_QUESTION.findall(text)) >= 2:
        return True
    quotes = find_quotes(text)
    patterns = [_STAFF, _HELPED, *_of_publisher(own_words(document))]
    if any(not within(match.start(), quotes) for pattern in patterns for match in pattern.finditer(text)):
        return True
    return document.author is not None and any(
        match.group("who").casefold() == document.author.casefold()
        and not is_own(match.group("place"), document)
        and not named(match.group("place"))
        for match in _FROM.finditer(text, 0, _HEAD)
    )


@cache
def _of_publisher(names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """The same with the publisher's own name: "told the Tribune", "a Tribune reporter", "the Tribune has learned"."""
    if not names:
        return ()
    own = r"(?:[Tt]he )?(?:" + "|".join(map(re.escape, names)) + r")"
    return (
        re.compile(rf"\b{_TO} {own}\b(?!’s|'s)"),
        re.compile(rf"\b{own}(?:[’']s)? (?:reporters?|correspondents?|journalists?|photographers?|team)\b"),
        re.compile(
            rf"\b{own} (?:has |have )?(?:learn(?:ed|t)|understands|can reveal|visited|saw|seen|reviewed|obtained)\b"
        ),
        re.compile(rf"\b(?:reporters?|correspondents?|journalists?|photographers?) (?:of|for|from|with) {own}\b"),
    )

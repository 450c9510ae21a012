"""Where a publication takes its own report back: a retraction, or a correction of what it said.

A sentence is one only by its own words: the publication (or "we", or the article itself), a word for taking back or for
having been wrong, and a word for a report. A government that retracts a statement, a firm that withdraws a product and
a minister who corrects himself give none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from secondsource.extract.sayings.corrections import is_notice
from secondsource.model import Document, Mentions, Name, Notice, Span

_REPORT = (
    r"(?:report|story|stories|article|dispatch|despatch|item|post|account|alert|news ?flash|piece|column|broadcast|"
    r"exclusive|scoop|headline|interview|bulletin)s?"
)
# What only those who publish retract: a body's "report" and "account" can be something else.
_PRESS_ONLY = re.compile(r"\b(?:story|stories|(?:article|dispatch|despatch|exclusive|scoop|headline)s?)\b", re.I)
_BACK = (
    r"(?:retract(?:s|ed|ing)?|withdr(?:aw|aws|awn|ew|awing)|(?:take|takes|took|taken|taking) back|"
    r"(?:take|takes|took|taken|taking) down|pull(?:s|ed|ing)?|unpublish(?:es|ed|ing)?|recant(?:s|ed|ing)?|"
    r"delet(?:es|ed|e|ing)|disown(?:s|ed|ing)?)"
)
_DONE = r"(?:retracted|withdrawn|taken (?:back|down)|pulled|unpublished|removed|deleted|disowned)"
_ON = (
    r"(?:,? ?\b(?:on|has|have|had|is|are|was|later|also|formally|since|quietly|fully|subsequently|then|today|yesterday|"
    r"officially|now|therefore|hereby|immediately|promptly|apologised and|apologized and|and|last|\w+day|\d{1,2}|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)\b,?){0,6}"
)
_ITS = r"(?:our|its|the|that|this|a|an|their|his|her|all)"
_ANY = r"(?:[\w’'-]+ ){0,5}?"
_WE = re.compile(rf"\b(?:we|this (?:newspaper|paper|site|agency|magazine|broadcaster)){_ON} ?{_BACK} ", re.I)
_OBJECT = re.compile(rf"(?:{_ITS} {_ANY}{_REPORT}\b|(?:it|them|that|this)\b(?! \w+s? from\b)(?=[ ,.;]))", re.I)
_OTHERS = re.compile(rf"{_ON} ?{_BACK} (?:{_ITS} |an? )?{_ANY}{_REPORT}\b", re.I)
_WAS = r"(?:was|were|(?:has|have)(?: \w+)? been|is|are)"
_OF_OTHERS = re.compile(rf"[’']s? {_ANY}{_REPORT}\b[^.;]{{0,160}}\b{_WAS} {_ANY}{_DONE}\b", re.I)
_THIS = re.compile(
    rf"\b(?:this|the|that|our) {_ANY}{_REPORT}\b[^.;]{{0,160}}?\b{_WAS}"
    rf"(?: \w+ly| now| being| hereby| also)? (?:[\w ]{{0,60}} and (?:is |has been )?)?{_DONE}\b(?! by\b)",
    re.I,
)
# Only what stands at its head is taken back: "the headline and the first paragraph have been withdrawn".
_AT_HEAD = r"(?:headline|intro(?:duction)?|lede?|(?:first|opening|lead|top)(?: \w+)? (?:paragraph|sentence|line)s?)"
_OPENING = re.compile(
    rf"(?<!and )\b{_ITS} {_AT_HEAD}(?: (?:and|or) (?:{_ITS} )?{_AT_HEAD})?(?: of [^.;]{{0,160}}?)? {_WAS}"
    rf"(?: \w+ly| now| being| hereby| also)? {_DONE}\b",
    re.I,
)
_EARLIER = re.compile(
    r"\b(?:earlier|previous|prior|original|initial)(?: \w+)? (?:version|edition)s? of (?:this|our|the) "
    rf"{_REPORT}\b|\bversion of (?:this|our|the) {_REPORT}\b[^.]{{0,60}}\b(?:wrongly|incorrectly|mistakenly)",
    re.I,
)
_WRONGLY = re.compile(
    r"\b(?:wrongly|erroneously|incorrectly|mistakenly|falsely|in error|by mistake)\b|\bmis(?:stated|identified|"
    r"reported|attributed|spelled|spelt|quoted|translated)\b",
    re.I,
)
_WE_SAID = re.compile(r"\bwe (?:\w+ )?(?:said|stated|reported|gave|wrote|named|described|put|claimed)\b", re.I)
_SAID = re.compile(
    r"\b(?:(?:this|the|our|an?) (?:[\w’'-]+ ){0,4}?(?:article|story|report|dispatch|headline|item|column|graphic))\b"
    r"[^.;]{0,80}?\b(?:said|stated|reported|gave|wrote|named|described|put|published|quoted|suggested|claimed|"
    r"mis(?:stated|identified|reported|attributed|quoted|spelled|spelt|translated))\b",
    re.I,
)
_OF_DAY = re.compile(rf"\b{_REPORT},? (?:of|on|from|dated|published on|published)(?: \w+day,?)? $", re.I)
_ITS_DAY = re.compile(r"\b(?:our|its|the|a|that|this)(?: \w+day,?)? $", re.I)
_DAY_REPORT = re.compile(rf" (?:[\w’'-]+ ){{0,3}}{_REPORT}\b", re.I)
_DAY_SAID = re.compile(
    r",? (?:we|it|the [\w’' ]{2,40}?) (?:\w+ )?(?:published|reported|ran|carried|issued|wrote|said|stated)\b", re.I
)
_LABEL = re.compile(
    r"\W*(?:corrections?|correction and apology|retraction|clarification|notice of retraction|withdrawn|erratum"
    r"|(?:editor|publisher)[’']?s[’']? note|editors[’']? note|apology)\b",
    re.I,
)
# What is put right is one value, and the rest stands.
_VALUE = re.compile(
    r"\bmis(?:stated|spelled|spelt|identified|attributed|quoted|translated)\b"
    r"|\b(?:gave|put|stated|reported) (?:the|a|an|its|his|her|their)(?: \w+){0,2} (?:number|date|day|figure|toll|total|"
    r"name|title|age|rank|year|amount|distance|place|location|spelling|surname)\b"
    r"|\b(?:wrong|incorrect) (?:number|date|day|figure|toll|total|name|title|age|rank|year|amount|place|location|city|"
    r"town|country)\b",
    re.I,
)
_INSTEAD = re.compile(
    r"\b(?:correct|right|actual|real) (?:\w+ )?(?:is|was|are|were)\b|, not (?:on|in|at|by|\d|[A-Z])"
    r"|\brather than\b|\binstead of\b"
    r"|^\W*(?:it|they|he|she|there|(?:the|this) \w+(?: \w+)?) (?:was|were|is|are|took place|happened|occurred|met|"
    r"began|died|visited|lasted|had been)\b(?! (?:not|never|no|withdrawn|retracted|removed|wrong|false|untrue))",
    re.I,
)
_NONE = re.compile(
    r"\b(?:no such|never|nobody|none|not (?:true|so|happen|take place|meet|occur)|(?:did|had|has|have) not"
    r"|was no|were no|there is no|unfounded|fabricated|forged|invented|hoax)\b",
    re.I,
)
_SLOTS = {
    "date": re.compile(r"\b(?:date|day|year)\b", re.I),
    "number": re.compile(r"\b(?:number|figure|toll|total|age|amount|distance)\b", re.I),
    "place": re.compile(r"\b(?:place|location|city|town|country)\b", re.I),
}
_NUMBER = re.compile(
    r"\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundreds?|thousands?|"
    r"dozens?|nobody|none)\b",
    re.I,
)
_NEAR = 60  # code points around "not on", "rather than" in which what is right and what was wrong stand
_FOLLOWS = 2  # sentences behind a correction that say what is right
_BEHIND = 2  # sentences before a withdrawal of "that report" that say which
# How a notice calls another report of its publisher: "in our story headlined", "an article under the headline".
_HEADED = re.compile(
    rf"\b(?:our|its|an?|the) {_ANY}{_REPORT}\b[^.;“”\"]{{0,60}}\b(?:headlined|titled|entitled|headed|called|"
    r"(?:under|with) the (?:headline|title|heading))\b",
    re.I,
)
_TITLE = re.compile(r"[“\"«]([^”\"»\n]{8,200})[”\"»]")
_HINT = re.compile(
    rf"{_BACK}|{_DONE}|\bwrong|erroneous|incorrect|mistaken|in error|by mistake|mis(?:stat|identif|report|attribut)"
    r"|misquot|(?:earlier|previous|original|prior) version|correct",
    re.I,
)


def find_notices(mentions: Mentions) -> tuple[Notice, ...]:
    """The sentences of a document that take a publication's own report back, in text order."""
    if _HINT.search(mentions.document.text) is None:
        return ()
    found: dict[int, Notice] = {}
    for number, sentence in enumerate(mentions.sentences):
        for notice in _notices_in(number, sentence, mentions):
            if notice.kind == "retracts" or notice.sentence.start not in found:
                found[notice.sentence.start] = notice
    return tuple(found[start] for start in sorted(found))


def _notices_in(number: int, sentence: Span, mentions: Mentions) -> Iterator[Notice]:
    text = mentions.document.text[sentence.start : sentence.end]
    labelled = _is_labelled(mentions.document, sentence)
    if not (labelled or _HINT.search(text)) or _in_quotation(mentions.document, sentence):
        return
    if _this_is_withdrawn(text, labelled):
        titles, day = _called(number, mentions)
        whole = not titles and (day is None or re.search(r"\bthis\b", text, re.I) is not None)
        this = whole and not _restated(number, mentions)
        opening = _OPENING.search(text) is not None
        yield Notice(sentence, "retracts", opening=opening, this=this, titles=titles, day=day)
        yield from _restatements(number, mentions, titles, day)
        return
    by = _withdraws(text, sentence, mentions, labelled)
    if by is not None:
        titles, day = _called(number, mentions)
        yield Notice(sentence, "retracts", by or None, titles=titles, day=day)
        if not by:
            yield from _restatements(number, mentions, titles, day)
    elif _corrects(text, labelled):
        part = _is_of_a_value(number, text, mentions)
        yield Notice(sentence, "corrects", part=part, slots=_slots_put_right(number, mentions) if part else ())


# --- retractions ------------------------------------------------------------------------------------------------------


def _this_is_withdrawn(text: str, labelled: bool) -> bool:
    """Whether a notice says of the article itself, or of one that it names, that it is withdrawn."""
    return labelled and _THIS.search(text) is not None


def _withdraws(text: str, sentence: Span, mentions: Mentions, labelled: bool) -> str | None:
    """Whose report a sentence says is taken back by who published it: a name, "" for the publisher's own; or None."""
    own = _WE.search(text)
    if own is not None:
        thing = _OBJECT.match(text, own.end())
        if thing is not None and (labelled or re.search(_REPORT, thing.group(), re.I)):
            return ""
    publisher = mentions.document.outlet
    for found in re.finditer(rf"\b{re.escape(publisher)}\b", text) if publisher else ():
        if _done(text[found.end() :]) is not None:
            return ""
    for name, end in _publications(sentence, mentions):
        done = _done(text[end:])
        if done is None:
            continue
        if name.kind in ("outlet", "agency") or _PRESS_ONLY.search(done.group()):
            return name.name
    return None


def _done(behind: str) -> re.Match[str] | None:
    """The words behind a publication's name by which it takes a report back, or its report is taken back."""
    return _OTHERS.match(behind) or _OF_OTHERS.match(behind)


def _publications(sentence: Span, mentions: Mentions) -> Iterator[tuple[Name, int]]:
    """The names in a sentence that can be a publication's, each with where it ends there."""
    for name in mentions.names:
        media = name.kind in ("outlet", "agency")
        may_be = media or (name.kind in ("body", "other") and name.side is None)
        if may_be and sentence.start <= name.span.start < sentence.end:
            yield name, name.span.end - sentence.start


def _restatements(number: int, mentions: Mentions, titles: tuple[str, ...], day: date | None) -> Iterator[Notice]:
    """The sentences just before a withdrawal of "that report" or "it" that say what was reported."""
    for back in range(max(0, number - _BEHIND), number):
        sentence = mentions.sentences[back]
        if _restates(sentence, mentions):
            yield Notice(sentence, "retracts", titles=titles, day=day)


def _restated(number: int, mentions: Mentions) -> bool:
    return any(_restates(mentions.sentences[back], mentions) for back in range(max(0, number - _BEHIND), number))


def _restates(sentence: Span, mentions: Mentions) -> bool:
    """Whether a sentence says what its own publisher reported."""
    text = mentions.document.text[sentence.start : sentence.end]
    outlet = mentions.document.outlet
    who = rf"(?:we|{re.escape(outlet)})" if outlet else "we"
    told = rf"\b{who} (?:\w+ )?(?:published|reported|ran|carried|said|stated|wrote|issued)\b"
    return re.search(told, text, re.I) is not None


def _called(number: int, mentions: Mentions) -> tuple[tuple[str, ...], date | None]:
    """The headlines and the day by which a notice calls the report: there, just before, or where it is "headlined"."""
    document = mentions.document
    titles: list[str] = []
    day: date | None = None
    for at in range(number, -1, -1):
        sentence = mentions.sentences[at]
        text = document.text[sentence.start : sentence.end]
        headed = _HEADED.search(text)
        if at != number and headed is None and (at < number - _BEHIND or not _restates(sentence, mentions)):
            continue
        titles += [m[1].strip(" ,.") for m in _TITLE.finditer(text, headed.end() if headed and at != number else 0)]
        day = day or _day_of_report(sentence, text, mentions)
        if headed is not None and titles:
            break  # a column of corrections calls other reports before
    return tuple(dict.fromkeys(titles)), day


def _day_of_report(sentence: Span, text: str, mentions: Mentions) -> date | None:
    """The day on which a report appeared: "our report of 4 March", "its 4 March story", "on 4 March we reported"."""
    for time in mentions.times:
        if not sentence.start <= time.span.start < sentence.end or time.when is None:
            continue
        before, after = text[: time.span.start - sentence.start], text[time.span.end - sentence.start :]
        its = _ITS_DAY.search(before) is not None and _DAY_REPORT.match(after) is not None
        of_it = its or _OF_DAY.search(before) is not None or _DAY_SAID.match(after) is not None
        if of_it and time.when.earliest is not None and time.when.earliest == time.when.latest:
            return time.when.earliest
    return None


# --- corrections ------------------------------------------------------------------------------------------------------


def _corrects(text: str, labelled: bool) -> bool:
    if _EARLIER.search(text) is not None and (labelled or _SAID.search(text) is not None or "version" in text):
        return re.search(r"\bversion of the (?:treaty|law|bill|draft|deal|plan|text)\b", text, re.I) is None
    wrongly = _WRONGLY.search(text) is not None
    if _WE_SAID.search(text) is not None:
        return labelled or wrongly
    return labelled and wrongly and _SAID.search(text) is not None


def _is_of_a_value(number: int, text: str, mentions: Mentions) -> bool:
    """Whether a correction puts one value right: it says so, or the sentences behind it give another."""
    if _VALUE.search(text) is not None:
        return True
    behind = [mentions.document.text[s.start : s.end] for s in mentions.sentences[number + 1 : number + 1 + _FOLLOWS]]
    if any(_NONE.search(each) for each in (text.partition(" said ")[2], *behind)):
        return False
    return any(_INSTEAD.search(each) for each in (text, *behind))


def _slots_put_right(number: int, mentions: Mentions) -> tuple[str, ...]:
    """Which values a correction puts right: those that it names, or of which the right ones are given."""
    text = mentions.document.text
    sentence = mentions.sentences[number]
    named = _VALUE.search(text, sentence.start, sentence.end)
    if named is not None:
        words = text[named.start() : min(sentence.end, named.end() + _NEAR // 2)]
        if slots := [slot for slot, called in _SLOTS.items() if called.search(words)]:
            return tuple(slots)
    found: set[str] = set()
    for right in mentions.sentences[number : number + 1 + _FOLLOWS]:
        instead = _INSTEAD.search(text[right.start : right.end])
        if instead is None:
            continue
        # Of the sentence itself only the words at "not on", "rather than" say what is right.
        start = right.start + (max(0, instead.start() - _NEAR) if right == sentence else 0)
        end = min(right.end, right.start + instead.end() + _NEAR)
        times = [t.span for t in mentions.times if start <= t.span.start < end]
        places = [n.span for n in mentions.names if n.place is not None and start <= n.span.start < end]
        left = "".join(c for k, c in enumerate(text[start:end], start) if not any(s.start <= k < s.end for s in times))
        found |= {slot for slot, has in (("date", times), ("place", places), ("number", _NUMBER.search(left))) if has}
    return tuple(sorted(found))


# --- where it stands --------------------------------------------------------------------------------------------------


def _is_labelled(document: Document, sentence: Span) -> bool:
    """Whether a sentence stands in a notice: the document calls itself one, or its paragraph begins as one."""
    start = max(document.text.rfind("\n", 0, sentence.start) + 1, 0)
    return is_notice(document) or _LABEL.match(document.text, start) is not None


def _in_quotation(document: Document, sentence: Span) -> bool:
    """Whether a sentence begins inside quotation marks: somebody's words, and not the publisher's."""
    start = document.text.rfind("\n", 0, sentence.start) + 1
    before = document.text[start : sentence.start + 1]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1

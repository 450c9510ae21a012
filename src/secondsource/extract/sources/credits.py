"""Credit lines: a text says to whom it owes a sentence ("h/t X"), a part ("The following is X's statement:") or all.

What is only helped along ("with AFP", "additional reporting by") owes nothing; `basis.py` reads that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from secondsource.extract.holders.publisher import is_own
from secondsource.model import Attribution, Holder, Mentions, Name, Span

# A stop stands inside a name ("Antiwar.com") or the name ends there: "first published on Monday. It ..." names nobody.
_WORD = r"[A-Z0-9](?:[\w&’'-]|\.(?=\w)|(?<=\.[A-Z])\.)*"
_NO_DAY = (
    r"(?!(?i:mon|tues|wednes|thurs|fri|satur|sun)day\b(?! [A-Z])|(?i:january|february|march|april|may|june|july|august|"
    r"september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?(?! [A-Z])|"
    r"\d{1,4}(?:st|nd|rd|th)?\b(?!\.\w))"
)
_WHO = rf"(?:the )?{_NO_DAY}(?P<who>{_WORD}(?:(?: (?:of|the|and|for|de|di|la|le|del|al))? {_WORD}){{0,5}})"
_THANKS = re.compile(rf"(?P<cue>\b[Hh]/[Tt]:?|\b[Hh]at[- ][Tt]ip:?(?: to)?|\([Vv]ia)\s+@?{_WHO}")
_MATTER = r"(?:article|story|report|piece|post|commentary|essay|interview|column|analysis|item|dispatch)"
_PUT_OUT = (
    r"(?:published|posted|released|printed|appeared|run|ran|carried|produced|written|republished|reprinted|syndicated)"
)
_SYNDICATED = re.compile(
    rf"(?P<cue>\b[Tt]h(?:is|e) {_MATTER}(?: was| is| has been| had been)?(?: also)?"
    rf"(?: first| originally| previously)? ?{_PUT_OUT} (?:with permission )?(?:by|in|on|at|from|via)"
    rf"|\b(?:[Ff]irst|[Oo]riginally) (?:published|posted|appeared)(?: by| in| on| at)"
    rf"|\b(?:[Rr]epublished|[Rr]eprinted|[Rr]eposted)(?: here)?(?: with (?:the )?(?:kind )?permission)? (?:from|of|by)"
    rf"|\bcourtesy of) {_WHO}"
)
_REPRODUCED = re.compile(
    r"(?P<cue>\b(?:[Tt]he following is|[Ff]ollowing is|[Bb]elow is|[Hh]ere is|[Ff]ull text of"
    r"|[Tt]he (?:full )?(?:text|transcript|translation) of)\b)"
    r"(?=[^.]{0,120}\b(?:statement|communiqué|communique|declaration|letter|speech|message|remarks|address|proclamation|"
    r"press release|readout)s?\b)",
)
_CLOSING = re.compile(r"[”\"»](?=\s*(?:\n|$))")
_SPEAKS: frozenset[str] = frozenset({"body", "country", "person", "outlet", "agency", "people"})


@dataclass(frozen=True, slots=True)
class Credit:
    """Somebody to whom a text owes some of its sentences: the words that say so, and the stretch that is owed."""

    cue: Span
    source: Span
    holder: Holder
    owed: Span
    whole: bool


def find_credits(mentions: Mentions) -> tuple[Credit, ...]:
    """The credits of a document that owe something to somebody other than its publisher."""
    found = [*_thanks(mentions), *_syndicated(mentions), *_reproduced(mentions)]
    return tuple(credit for credit in found if not is_own(credit.holder.name, mentions.document))


def with_credits(mentions: Mentions, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions with those to whom their sentences are owed as carriers; one more for each sentence without."""
    found = list(attributions)
    for credit in find_credits(mentions):
        attributed = {a.sentence for a in found if a.content}
        found = [_passed_on(a, credit) if _owed(a.sentence, credit) else a for a in found]
        found += [
            Attribution(sentence, (credit.source,), (credit.cue,), content, (credit.holder,), "relays")
            for sentence in mentions.sentences
            if _owed(sentence, credit)
            and sentence not in attributed
            and (content := _content(mentions, sentence, credit))
        ]
    return tuple(sorted(found, key=lambda a: a.sentence)) if len(found) > len(attributions) else tuple(found)


def _passed_on(attribution: Attribution, credit: Credit) -> Attribution:
    if credit.holder.name in {holder.name for holder in attribution.holders}:
        return attribution
    return replace(attribution, holders=(*attribution.holders, credit.holder))


def _owed(sentence: Span, credit: Credit) -> bool:
    return sentence.start < credit.owed.end and credit.owed.start < sentence.end


def _content(mentions: Mentions, sentence: Span, credit: Credit) -> tuple[Span, ...]:
    """What a sentence says beside the credit itself; nothing where it says nothing."""
    end = sentence.end
    if sentence.start <= credit.cue.start < sentence.end:
        end = credit.cue.start
    text = mentions.document.text
    while end > sentence.start and (text[end - 1].isspace() or text[end - 1] in "([–—-.,"):
        end -= 1
    worth = len(text[sentence.start : end].split()) > 3
    return (Span(sentence.document, sentence.start, end),) if worth else ()


# --- the three kinds --------------------------------------------------------------------------------------------------


def _thanks(mentions: Mentions) -> Iterator[Credit]:
    """ "... (h/t X)": the sentence is owed to X; a line of its own at the end of a page only thanks for the hint."""
    for match in _THANKS.finditer(mentions.document.text):
        sentence = _sentence_at(mentions.sentences, match.start())
        if sentence is not None and len(mentions.document.text[sentence.start : match.start()].split()) > 3:
            yield _credit(mentions, match, sentence, whole=False)


def _syndicated(mentions: Mentions) -> Iterator[Credit]:
    """ "This article was first published by X": all that stands before it, or after it where nothing does."""
    text = mentions.document.text
    for match in _SYNDICATED.finditer(text):
        before = [s for s in mentions.sentences if s.end <= match.start() and len(text[s.start : s.end].split()) > 5]
        sentence = _sentence_at(mentions.sentences, match.start())
        room = 6 if match.group("cue").lower().startswith("th") else 1
        if sentence is not None and len(text[sentence.start : match.start()].split()) > room:
            continue  # "the plan, first published in the Gazette, ..." is about something else
        owed = (0, match.start()) if before else (match.end(), len(text))
        yield _credit(mentions, match, Span(mentions.document.id, *owed), whole=True)


def _reproduced(mentions: Mentions) -> Iterator[Credit]:
    """ "The following is the statement of X": what comes behind, up to the end of the quotation where one begins."""
    text = mentions.document.text
    for match in _REPRODUCED.finditer(text):
        sentence = _sentence_at(mentions.sentences, match.start())
        if sentence is None:
            continue
        issuer = _issuer(mentions.names, Span(sentence.document, match.end(), sentence.end))
        end = len(text)
        opened = text[sentence.end :].lstrip(" \n:")[:1] in tuple('“"«')
        closing = _CLOSING.search(text, sentence.end + 2) if opened else None
        if issuer is not None:
            yield Credit(
                Span(sentence.document, *match.span("cue")),
                issuer.span,
                _held_by(issuer),
                Span(sentence.document, sentence.end, closing.end() if closing else end),
                whole=False,
            )


def _credit(mentions: Mentions, match: re.Match[str], owed: Span, *, whole: bool) -> Credit:
    start, end = match.span("who")
    while mentions.document.text[end - 1] in ".’'-":
        end -= 1
    known = next((n for n in mentions.names if n.span.start < end and start < n.span.end and n.kind in _SPEAKS), None)
    if known is not None and known.kind in ("outlet", "agency"):
        holder = _held_by(known)
    else:
        holder = Holder(" ".join(mentions.document.text[start:end].split()), "outlet")
    cue = Span(mentions.document.id, *match.span("cue"))
    return Credit(cue, Span(mentions.document.id, start, end), holder, owed, whole)


def _issuer(names: Sequence[Name], within: Span) -> Name | None:
    """The body or person that a sentence names as the author of what it announces; a body before all others."""
    here = [n for n in names if within.start <= n.span.start < within.end and n.kind in ("body", "person", "country")]
    return next((n for n in here if n.kind == "body"), here[0] if here else None)


def _held_by(name: Name) -> Holder:
    kind = name.kind if name.kind in ("body", "person", "country", "outlet", "agency") else "body"
    return Holder(name.name, kind, name.side)


def _sentence_at(sentences: Sequence[Span], offset: int) -> Span | None:
    return next((s for s in sentences if s.start <= offset < s.end), None)

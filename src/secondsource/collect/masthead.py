"""The name over a page: its first short line, where what stands around it shows that it is the publisher's.

A section, a topic or a writer's name can stand there as well ("Middle East", "War in Sudan", "Jane Doe"), so the shape
of a name is not enough: a second sign is asked for, from the lines below it or from the text, which speaks of itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from secondsource.collect.boilerplate import kind_of
from secondsource.collect.bylines import read_by_line, read_date_line
from secondsource.collect.kickers import is_kicker
from secondsource.collect.lines import is_navigation, is_section
from secondsource.collect.names import in_small_letters, listed, proper, publisher
from secondsource.collect.units import Unit
from secondsource.words.outlets import PAPER_WORDS, at_address

_FIRST = 3  # among so many lines that are no buttons and menus a masthead is the first
_LONGEST, _MOST_WORDS = 60, 9
_ENOUGH = 2
_BREAK = re.compile(r"\s+[|–—·•-]+\s+|\s*[|•]\s*|\s[–—]")
# Words that headlines end with as papers' names do, so that they only count beside another sign.
_COMMON = (
    r"(?:agency|brief|briefing|channel|citizen|daily|guardian|independent|insight|letter|mail|media|messenger|nation|"
    r"network|news|now|online|outlook|post|press|record|register|review|standard|star|sun|today|voice|watch|world)"
)
# Those by the first: "Radio Litoral", "Diario del Norte", "Voice of the Coast", "The Times of the Isles".
_FIRST_WORD = (
    r"(?:(?:the|la|le|el|o|a|il|l['’]|die|der|das)\s*)?(?:(?:radio|rádio|television|télévision|televisión|canal|agencia|"
    r"agência|agence|agenzia|diario|diário|gazeta|gazzetta|jornal|journal|correio|correo|corriere|courrier|dépêche|"
    r"folha|giornale|noticias|periódico|prensa|quotidien|semanario|tribuna|voix|voz|daily)\s\S+|(?:voice|times|news|"
    r"echo|journal|chronicles?|letters|notes|dispatches|postcards|tales)\s(?:of|from)\s\S+)(?:\s\S+){0,4}"
)
_PAPER = re.compile(rf"(?:\S+[\s'’-]){{0,5}}{PAPER_WORDS}|{_FIRST_WORD}", re.IGNORECASE)
_PERHAPS_PAPER = re.compile(rf"(?:\S+[\s'’-]){{1,4}}{_COMMON}", re.IGNORECASE)
_TAGLINE = re.compile(
    r"(?:an?|the|your|our|my|news|notes|thoughts|dispatches|views?|voices?|all|where|for|from|because|since|est|"
    r"independent|fearless|serving)\b.*|.*\b(?:since|established|founded|est\.?)\s+(?:in\s+)?(?:1[789]|20)\d\d\b.*|"
    r".*\b(?:blog|newsletter|podcast|e-?mail|magazine|weekly|daily|monthly|quarterly|fortnightly|newspaper|journal|"
    r"bulletin|digest)\s+(?:about|on|for|of|from|covering|that|by)\b.*|[\w’'-]+\.(?:\s[\w’'-]+\.)+",
    re.IGNORECASE,
)
_DESCRIBES = re.compile(
    r"\b(?:since|established|founded|est\.?)\s+(?:in\s+)?(?:1[789]|20)\d\d\b|"
    r"\b(?:blog|newsletter|podcast|e-?mail|magazine|newspaper)\b",
    re.IGNORECASE,
)
_EDITION = re.compile(
    r"(?:(?:english|international|world|online|digital|print|global|african?|european?|asian?|us|uk)\s+)+(?:edition|"
    r"version|service|page|live)|.{0,20}\bnews\b.{0,30}|fact-?\s?check\w*|.{0,30}\bfact-?check\w*|live|"
    r"(?:the\s+)?(?:official\s+)?(?:blog|newsletter|podcast|homepage|website)(?:\s.*)?",
    re.IGNORECASE,
)
_FREQUENCY = re.compile(r"\s\d{2,3}[.,]\d{1,2}(?:\s?(?:FM|MHz))?$")
# "Institute of the Strait, Tarifa"
_AT = re.compile(r"(?P<name>[^,]{6,}), [A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,2}")
# A post: "Coast Watcher (@coastwatcher)", "Coast Watcher @coastwatcher".
_HANDLE = re.compile(r"(?P<name>[^@|]{3,40}?)\s+\(?@\w{3,30}\)?")
_LIVE = re.compile(r"\s(?:LIVE|Live)$")
_STATION = re.compile(r"\[?\s*transcript\w*\s*[,:–—-]\s*(?P<rest>.+?)\s*\]?", re.IGNORECASE)
_ENCYCLOPEDIA = re.compile(
    r"from\s+(?:the\s+)?(?P<who>.{0,40}?(?:encyclop(?:a?edia|ædia)|handbook|wiki|almanac|lexicon)\b[^.]{0,30})",
    re.IGNORECASE,
)
# Numbers and series of think-tanks: "Quick Note 14", "Policy Brief No. 3/2024", "Vol. 5, Issue 2".
_SERIES = re.compile(
    r"(?:(?:policy|issue|quick|research|working|occasional|discussion|situation|weekly|daily|monthly|crisis|special|"
    r"expert|country|briefing|conflict|analytical)\s)*(?:brief|note|paper|report|update|comment(?:ary)?|bulletin|memo|"
    r"dispatch|alert|briefing|insight|vol(?:ume)?\.?|issue|no\.?|number)\s*(?:no\.?|n°|№|#|number)?\s*[\d/.,-]+"
    r"(?:\s*[,|–—-]?\s*(?:issue|no\.?|number)?\s*[\w ./-]{0,30})?",
    re.IGNORECASE,
)
_ORGANISED = re.compile(
    r"\b(?:Institute|Centre|Center|Foundation|Trust|Observatory|Project|Initiative|Council|Committee|Fund|Forum|Union|"
    r"Association|Federation|Network|Group|Society|Agency|Alliance|Watch)\b"
)
_SELF = (
    r"\b(?:told|tells|speaking to|spoke to|spoke with|wrote to|said to|showed|interview with|handed to|sent to|seen by|"
    r"obtained by|shown to|shared with|reviewed by|contacted by|approached by|reached by|visited by|subscribe to|"
    r"donate to|write to|get|follow|find|support|©|copyright)\s{own}\b(?![’']s\b)",
    r"\b{own}(?:[’']s)?\s(?:reporter|correspondent|journalist|photographer|editors?|newsletter|readers|podcast|app)\b",
    r"\b{own}\s(?:has\s|have\s|had\s)?could(?:\snot)?\s(?:find|reach|verify|confirm|establish)\b",
    r"\b{own}\s(?:has|have)\s(?:learn(?:ed|t)|seen|asked|contacted|approached|obtained|reviewed)\b",
    r"\b{own}\s(?:learn(?:ed|t)|understands|can reveal|recalls|regrets|apologi[sz]es|was unable to|walked|visited)\b",
    r"\b{own}\sis\s(?:(?:funded|published|edited|written|run)\sby|an?\s(?:blog|newsletter|magazine|newspaper|site|website|"
    r"weekly|daily|think[- ]tank|charity|non-?profit))\b",
)
_DOMAIN = re.compile(r"(?:www\.)?(?:[a-z0-9-]+\.)+(?:com|org|net|info|news|media|eu|int|io|co|[a-z]{2})", re.IGNORECASE)
_CAMEL = re.compile(r"[A-Z][a-z]+[A-Z][A-Za-z]+")
_BLOG = re.compile(
    r"posted by\b|(?:older|newer|previous|next) posts?\b|\bunsubscribe\b|\bsubscribe\b|leave a (?:reply|comment)|"
    r"filed under|tagged:|tags:|(?:follow|share) (?:us|this)|follow this blog|load older|also read|read more|"
    r"view in browser|now playing|\d+ comments?\b|\bget in touch\b|got a tip\b|horoscopes?\b|classifieds\b|crossword",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"(?:(?:La|Le|Les|El|Los|Las|O|Il|Der|Die|Das|De|Het|Al)\s|L['’]|(?:al|an|ar|as|ash|ad)[-’'])(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Masthead:
    """The publisher's name over a page and the lines that are taken up by it and by what is said below it."""

    name: str
    lines: tuple[Unit, ...]


def find_masthead(head: tuple[Unit, ...], body: tuple[Unit, ...], text: str) -> Masthead | None:
    """Give the masthead of a page; `head` are the lines above the report, `body` the others, `text` is all of it."""
    lines = [unit for unit in head if not _no_word(unit)]
    for number, unit in enumerate(lines[:_FIRST]):
        special = _special(unit)
        if special:
            return Masthead(special, (unit,))
        if number or _position(head, unit) > _FIRST + 1:
            continue
        name, tag = _name_and_tag(unit.text)
        below = head[head.index(unit) + 1 :]
        if name and _signs(name, tag, below, body, text) >= _ENOUGH:
            return Masthead(_written(name, text), (unit, *_tagline(below)))
    return None


def _no_word(unit: Unit) -> bool:
    return (
        set(unit.text) <= set("=-~_*#· ") or is_navigation(unit) or is_menu_row(unit) or kind_of(unit.text) is not None
    )


def _position(head: tuple[Unit, ...], unit: Unit) -> int:
    return head.index(unit)


def _special(unit: Unit) -> str | None:
    """The name in a line of a known form: "From the X Encyclopedia", "[Transcript, X FM, News at One]"."""
    if unit.words == 1 and _DOMAIN.fullmatch(unit.text) and (unit.start == 0 or at_address(unit.text)):
        return publisher(unit.text.removeprefix("www."), sure=True)
    match = _ENCYCLOPEDIA.fullmatch(unit.text) if unit.words <= 10 else None
    if match and proper(match.group("who")):
        return match.group("who")
    match = _STATION.fullmatch(unit.text) if unit.words <= 16 else None
    for piece in re.split(r"\s*[,|–—]\s+", match.group("rest")) if match else ():
        if proper(piece) and re.search(r"\b(?:FM|TV|Radio|RADIO|Television|Channel \w+)\b", piece):
            return in_small_letters(piece)
    return None


def _name_and_tag(said: str) -> tuple[str | None, str]:
    """The part of a line that may be a paper's name, None for other lines, and what stands beside it."""
    said = said.strip("*_#=~ ")
    cut = _BREAK.search(said)
    name, tag = (said[: cut.start()], said[cut.end() :]) if cut else (said, "")
    at = _AT.fullmatch(name)
    if at and not tag and (_ORGANISED.search(at.group("name")) or _PAPER.fullmatch(at.group("name"))):
        name = at.group("name")
    handle = _HANDLE.fullmatch(name)
    if handle:
        name, tag = handle.group("name"), "blog"
    name, on_air = _FREQUENCY.subn("", _LIVE.sub("", name).strip())
    tag = tag or ("live" if on_air else "")
    words = name.split()
    if not words or len(name) > _LONGEST or len(words) > _MOST_WORDS or len(name) < 3:
        return None, tag
    if re.search(r"[.!?;:,\"“”…()\[\]<>/@]|\d{2}", name.replace(".com", "")) or is_section(name) or is_kicker(name):
        return None, tag
    if tag and not (
        _EDITION.fullmatch(tag.strip()) or is_section(tag.strip()) or read_date_line(tag) or _described(tag)
    ):
        return None, tag
    return (name if proper(name) else None), tag


def _described(tag: str) -> bool:
    return _DESCRIBES.search(tag) is not None and len(tag.split()) <= 14


def _signs(name: str, tag: str, below: tuple[Unit, ...], body: tuple[Unit, ...], text: str) -> int:
    """How many signs, strong ones twice, show that a name above a page is its publisher's."""
    lines = [unit for unit in below if set(unit.text) - set("=-~_*#· ")]
    title = _title_below(lines)
    signs = 0
    if not title and not (lines and body):
        return 0
    dated = _date_before(lines, title)
    if (title or dated) and _PAPER.fullmatch(name):
        signs += 2
    elif (title or dated) and _PERHAPS_PAPER.fullmatch(name):
        signs += 1
    if tag and (_EDITION.fullmatch(tag.strip()) or read_date_line(tag) or _described(tag)):
        signs += 2
    if lines and (is_menu_row(lines[0]) or is_navigation(lines[0])):
        signs += 2 if _short(name) else 1
    if lines and (_is_tagline(lines[0]) or _SERIES.fullmatch(lines[0].text)):
        signs += 2
    if dated:
        signs += 2 if title and _short(name) else 1
    if title and name.isupper() and len(name) > 4 and not title.text.isupper():
        signs += 1
    if _CAMEL.fullmatch(name) or (_FOREIGN.match(name) and title):
        signs += 1
    sort = _ORGANISED.search(name)
    if title and sort and (sort.end() == len(name) or name[sort.end() :].startswith((" of ", " for ", " on "))):
        signs += 1
    if title and any(_BLOG.search(unit.text) for unit in (*lines, *body[-8:]) if unit.words <= 40):
        signs += 1
    return signs + (2 if speaks_of_itself(name, text) else 0)


def _title_below(lines: list[Unit]) -> Unit | None:
    """The line below a masthead that can be the report's title."""
    return next(
        (
            unit
            for unit in lines[:7]
            if unit.words >= 2 and not (read_date_line(unit.text) or read_by_line(unit.text) or is_menu_row(unit)
                or is_navigation(unit) or is_section(unit.text) or _is_tagline(unit))
        ),
        None,
    )  # fmt: skip


def _date_before(lines: list[Unit], title: Unit | None) -> bool:
    """Whether a day stands between the name and the title, as in a paper's head; below a title it says nothing."""
    return any((title is None or unit.start < title.start) and read_date_line(unit.text) for unit in lines[:3])


def _short(name: str) -> bool:
    """Whether a name is too short for a headline, or written as none is."""
    words = len(name.split())
    return words <= 2 or (words <= 4 and (name.isupper() or name.startswith("The ")))


def is_menu_row(unit: Unit) -> bool:
    """Whether a line is a row of entries: three pieces and more of three words at most, no sentence among them."""
    pieces = [piece.strip() for piece in re.split(r"\s+[|·•/>»]\s+", unit.text.strip("[] ")) if piece.strip()]
    if len(pieces) < 3 or unit.ended or read_date_line(unit.text):
        return False
    return all(len(piece.split()) <= 4 and piece[0].isalpha() and not re.search(r"\d", piece) for piece in pieces)


def _is_tagline(unit: Unit) -> bool:
    """Whether a line says what a paper is or wants, as no title does: in small letters, "since 1911", "Your coast"."""
    said = unit.text.strip('*_ "“”')
    if unit.words > 14 or not said or unit.text.endswith((":", "?")):
        return False
    small = said[0].islower() and re.match(r"(?:an?|the|your|our|my|notes?|news|thoughts|where|for|because)\b", said)
    strong = _DESCRIBES.search(said) and _TAGLINE.fullmatch(said)
    words = re.match(r"(?:Your|Our)\b", said) and not re.search(r"\b(?:is|are|was|were|has|have|had|will)\b", said)
    mottos = re.fullmatch(r"(?:[A-Z][\w’'-]+\.\s?){2,5}", said)
    for_what = re.fullmatch(r"(?:For|Because|Where|Serving) (?:an?|the|every|all)\s[\w’' -]{3,40}", said)
    return bool(small or strong or words or mottos or for_what)


def _tagline(below: tuple[Unit, ...]) -> tuple[Unit, ...]:
    return below[:1] if below and _is_tagline(below[0]) else ()


def _written(name: str, text: str) -> str:
    """The name as the list has it, else as the text spells it where it is not all in capitals."""
    known = listed(name)
    if known and known.kind in ("outlet", "agency"):
        return known.name
    if name.isupper():
        spelt = (match.group() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE))
        return next((said for said in spelt if not said.isupper() and said[0].isupper()), in_small_letters(name))
    return name


def speaks_of_itself(name: str, text: str) -> bool:
    """Whether a text names a paper as a paper speaks of itself: "told the Herald", "the Herald has learned"."""
    last = name.split()[-1]
    names = [re.escape(name)]
    if len(name.split()) > 1 and len(last) > 3:
        names.append(rf"the\s{re.escape(last)}")
    sort = _ORGANISED.search(in_small_letters(name))
    if sort:
        names.append(rf"the\s{sort.group()}")
    own = rf"(?:the\s)?(?:{'|'.join(names)})"
    return any(re.search(pattern.format(own=own), text, re.IGNORECASE) for pattern in _SELF)
